package main

import "stampdesk"

// texts are the sentences of the command line in one language.
type texts struct {
	importTexts
	deviceTexts
	printTexts
	movementTexts
	formTexts
	templateTexts
	bundleTexts

	ReadingRoster, ReadingList, WritingRoster, Checking, Printing string

	NoStore, StoreExists, StoreBusy, NewerStore, Damaged, Canceled, DiskFull, NoPermission string

	HintNoStore, HintStoreExists, HintBusy, HintNewer, HintDamaged, HintCanceled, HintDiskFull, HintPermission string
	HintOperator, HintPIN, HintNewPIN, HintNoBatch, HintBadRows, HintNoPrinter                                 string

	NoOperator, NoPIN, WrongPIN, NewPIN, PINAgain, PINsDiffer, PersonAdded, PINChanged                                                                       string
	NoUnit, NoBatch, ManyBatches, OtherUnit, NotStamped, NoPrinter, UnknownDocument                                                                          string
	BadDate, BadForm, Strays, ProvenOK, BadRows, Warning, Error, AndMore, DryRun, SameFile, ReadOnlyDisk, HintReadOnlyDisk, NotADirectory, HintNotADirectory string

	StoreMade, RosterChange, RosterWritten, ListLoaded           string
	BatchOpened, Decided, BatchRow, BatchHead, BatchDecision     string
	BatchFigures, Voided, Round, RoundClosed                     string
	Box, Late, StampedBefore                                     string
	Checked, Damage, TimeLeft, NoConfigFile, ConfigFile, DataDir string

	BackingUp, BackupMade, Confidential, FileExists, HintForce, InDataDir, HintInDataDir, NotAFile string
	Unpacking, Restored, RestoreOver, HintMoveAway, BackupDiffers                                  string
	NotBackup, NewerBackup, DamagedBackup, HintNotBackup, HintNewerBackup, HintDamagedBackup       string

	DemoNoTerminal, DemoPreparing, DemoRound, DemoPapers, DemoPeople, DemoBanner, DemoStackEmpty string
	DemoRate, DemoProven                                                                         string
	NotFounded                                                                                   string
	OtherVersion, HintOtherVersion, DeskGone, HintDeskGone                                       string

	ScannerOff, ScannerLost string

	ReadingSettings, AtLine, UnknownKey, HintSettings, BadChoice, NoSuchBox, NoSuchBoxes, NoBoxes, NoListDate, WrongOrder, BadFrom        string
	BadOrdinal, BadWindow, BadLapse, BadListed, BadDue, BadDuty, OtherRound, HintNextRound, NoNewCards, BadBoxes, BadSettling, NoReceiver string
	RulesHead, RulesSet, NothingChanges, RuleLate, RuleDecision, RuleBasis, RuleListDate, RulePapers, RuleNewCard                         string
	BoardUpper, BoardName, BoardPlace, BoardSymbol, UnitsBy, ReportBy, WindowEnds, InvalidFrom                                            string
	DaysLeft, DaysPast, Today, OnDuty, OthersOnDuty                                                                                       string
	SupervisorPIN, NoSupervisorPIN, HintSupervisorPIN, HintSupervisor, HintBySupervisor, HintReason, HintBoxes, Unbalanced                string
	HeldTotal, ChaseTotal, RenewalTotal, ChangesTotal, DecidedOn, WasStamped, WasListed, Reviewed, RosterFlags                            string
	NeedsPhotos, NeedsStatement, NeedsNewCard, NeedsBoxes, NeedsStamp, RenewalDone, RenewalGuest, RenewalNeeds                            string
	NoDifferences, Differences, DiffUnknown, DiffElsewhere, DiffDeparted, DiffTwice, DiffReplaced, DiffNotListed                          string
	DiffName, DiffHasCard, DiffFigure, DiffSum, DiffCount, SideList, SideRoster, HandedOver                                               string
	SideDesk, SidePlus, SideMinus, DiffSeen, DiffByTwo, DiffDesk, DiffDeskOnly, DiffCardless, DiffNotCardless, DiffCoincidence            string
	OneScope, RoundReconciled, RoundAgrees, ReconciledUnit, ReconciledHands, ReconciledHead, ReconciledUnder, ReconciledAll, NotClosedYet string
	SubtotalWithin, SubtotalApart, FitsBoth, FollowsWithin, FollowsApart, VisitorCards, CardlessBy, InFileNow, FindingHead                string
	QualityHead, QualityNone, QualityCoverage, QualityKinds, KnownElsewhere, KnownSame, MoreFlaws, FlawHead, NoSuchFlaw, BadKnown         string
	FlawOfPerson, FlawOfNumber, QualityRow, CoverageRow                                                                                   string
	ShiftHead, ShiftBegun, ShiftEnded, TrayUncounted, TrayCounted, TrayShort, TrayOver, JournalHead                                       string
	InBatch, NewNumber, Photos, Statement, ApprovedBy, Marks, ReplacedBy, Replaces, NewCardBoxes, NearNumber                              string
	PersonDisabled, PersonEnabled, IsDisabled, IsLocked                                                                                   string
}

func textsIn(l stampdesk.Lang) *texts {
	if l == stampdesk.English {
		return &englishTexts
	}
	return &vietnameseTexts
}

// lang is the language of the sentences.
func (t *texts) lang() stampdesk.Lang {
	if t == &englishTexts {
		return stampdesk.English
	}
	return stampdesk.Vietnamese
}
