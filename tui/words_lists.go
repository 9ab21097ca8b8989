package tui

import "stampdesk"

// listWords are the words of the pages beside the desk: menu, search, lists,
// card page. Each fits into the cells that its tag gives.
type listWords struct {

	// Pages.
	Menu          string `cells:"30"`
	ReadingStore  string `cells:"40"`
	NothingFits   string `cells:"60"`
	NoNumber      string `cells:"60"`
	NoNumberShort string `cells:"10"`
	ColNumber     string `cells:"10"`
	ColName       string `cells:"20"`
	ColCell       string `cells:"12"`
	ColBorn       string `cells:"10"`
	ColSince      string `cells:"10"`
	ColWhat       string `cells:"7"`
	ColNow        string `cells:"16"`
	ColDone       string `cells:"9"`

	// Menu.
	MenuSearch   string `cells:"40"`
	MenuHeld     string `cells:"40"`
	MenuRenewals string `cells:"40"`
	MenuChase    string `cells:"40"`
	MenuAppraise string `cells:"40"`
	MenuNoBatch  string `cells:"40"`
	MenuChanges  string `cells:"40"`

	// Search.
	FindCard   string `cells:"14"`
	PartKeys   string `cells:"30"`
	FindHow    string `cells:"76"`
	FindHow2   string `cells:"76"`
	FoundN     string `cells:"24"`
	FoundMore  string `cells:"34"`
	AndMore    string `cells:"40"`
	NobodyFits string `cells:"60"`
	NobodyHas  string `cells:"76"`
	OldNumber  string `cells:"20"`

	// Held cards.
	NoneHeld     string `cells:"70"`
	NoneHeldHow  string `cells:"76"`
	Astray       string `cells:"76"`
	KeyOpenBatch string `cells:"10"`
	CountIsNot   string `cells:"68"`
	MoreExtra    string `cells:"30"`
	SettleTitle  string `cells:"30"`
	SettleWhat   string `cells:"110"`
	ReopenFirst  string `cells:"50"`
	HeldClosed   string `cells:"64"`
	FreedN       string `cells:"19"`

	// Exchange and reissue.
	RenewalExchange  string `cells:"7"`
	RenewalReissue   string `cells:"7"`
	HomeBoardDoes    string `cells:"30"`
	NewStamped       string `cells:"24"`
	NewUnstamped     string `cells:"30"`
	PapersThere      string `cells:"40"`
	PhotosN          string `cells:"16"`
	StatementIn      string `cells:"30"`
	StatementMissing string `cells:"30"`
	BoxesDue         string `cells:"60"`
	BoxesUnknown     string `cells:"70"`
	HasNewCard       string `cells:"60"`
	NoRenewals       string `cells:"70"`
	NoRenewalsHow    string `cells:"76"`
	PapersTitle      string `cells:"30"`
	PhotosCame       string `cells:"28"`
	OfPhotos         string `cells:"20"`
	StatementCame    string `cells:"28"`
	PapersHow        string `cells:"76"`
	PapersHowLost    string `cells:"76"`
	PapersShort      string `cells:"40"`
	NewCardTitle     string `cells:"30"`
	NewNumber        string `cells:"25"`
	NewBoxes         string `cells:"25"`
	SameNumber       string `cells:"70"`
	WantNumber       string `cells:"60"`
	WantBoxes        string `cells:"60"`
	OwnBoxesTitle    string `cells:"40"`
	OwnBoxesWhat     string `cells:"110"`
	RenewedTo        string `cells:"60"`

	// Chase list.
	WhyUncollected string `cells:"40"`
	NoneChased     string `cells:"70"`
	NoneChasedHow  string `cells:"76"`
	AskChasePrint  string `cells:"60"`
	AllUnits       string `cells:"30"`

	// Appraisal.
	DifferencesN       string `cells:"22"`
	NoDifferences      string `cells:"70"`
	NoDifferencesHow   string `cells:"76"`
	NoCardInIt         string `cells:"60"`
	ListedUnknownOne   string `cells:"76"`
	ListedElsewhereOne string `cells:"76"`
	ListedDepartedOne  string `cells:"76"`
	ListedTwiceOne     string `cells:"76"`
	ListedVoidOne      string `cells:"76"`
	NotListedOne       string `cells:"76"`
	NameDiffersOne     string `cells:"90"`
	HasCardOne         string `cells:"76"`
	FigureOne          string `cells:"90"`
	SumOne             string `cells:"90"`
	CountOne           string `cells:"76"`
	SideRoster         string `cells:"30"`
	SideList           string `cells:"20"`

	// Roster changes.
	NoChanges    string `cells:"70"`
	NoChangesHow string `cells:"76"`
	OnList2      string `cells:"20"`
	Reviewed     string `cells:"8"`
	IsReviewed   string `cells:"60"`
	ReviewTitle  string `cells:"30"`
	ReviewWhat   string `cells:"110"`

	// Card page.
	IssueN         string `cells:"14"`
	Admitted       string `cells:"26"`
	CardOf         string `cells:"26"`
	HostedBy       string `cells:"30"`
	StandsNow      string `cells:"16"`
	AsideNow       string `cells:"16"`
	RulesSay       string `cells:"16"`
	NoBatchToJudge string `cells:"60"`
	ReplacedBy     string `cells:"16"`
	InPlaceOf      string `cells:"16"`
	NewCardGets    string `cells:"16"`
	BoxesOfIt      string `cells:"16"`
	OnLists        string `cells:"16"`
	FormN          string `cells:"10"`
	NotSeenYet     string `cells:"40"`
	NothingStands  string `cells:"40"`
	HistoryN       string `cells:"30"`
	NoHistory      string `cells:"60"`
	ApprovedBy     string `cells:"20"`
	EntryNo        string `cells:"14"`
	NewIs          string `cells:"20"`
	TypedShort     string `cells:"10"`
	InkedFlag      string `cells:"14"`
	WhichRemark    string `cells:"40"`

	// Keys.
	KeyMenu        string `cells:"10"`
	KeyCard        string `cells:"10"`
	KeyOpen        string `cells:"8"`
	KeyHand        string `cells:"12"`
	KeyFindCard    string `cells:"18"`
	KeyAppraise    string `cells:"10"`
	KeySettle      string `cells:"8"`
	KeyPapers      string `cells:"8"`
	KeyNewCard     string `cells:"8"`
	KeyReason      string `cells:"8"`
	KeyReview      string `cells:"8"`
	KeyUncollected string `cells:"14"`
	KeyRemark      string `cells:"10"`
	KeyPhotos      string `cells:"8"`
	KeyStatement   string `cells:"12"`
	KeySpaceBar    string `cells:"9"`

	// Help.
	HelpMenu      string `cells:"120"`
	HelpSearch    string `cells:"120"`
	HelpHeld      string `cells:"120"`
	HelpRenewals  string `cells:"120"`
	HelpPapers    string `cells:"120"`
	HelpRenew     string `cells:"120"`
	HelpChase     string `cells:"120"`
	HelpAppraisal string `cells:"120"`
	HelpChanges   string `cells:"120"`
	HelpCard      string `cells:"120"`

	Settlings [4]string  `cells:"50"` // in the order of settlings
	SettledTo [4]string  `cells:"44"` // where the card goes then
	Statuses  [10]string `cells:"20"` // of members, in the order of their values
}

// Renewal is an exchange or a reissue in a column.
func (w *listWords) Renewal(a stampdesk.Act) string {
	if a == stampdesk.ActReissued {
		return w.RenewalReissue
	}
	return w.RenewalExchange
}

// difference is the sentence of one difference of a kind.
func (w *words) difference(k stampdesk.DifferenceKind) string {
	switch k {
	case stampdesk.ListedUnknown:
		return w.ListedUnknownOne
	case stampdesk.ListedElsewhere:
		return w.ListedElsewhereOne
	case stampdesk.ListedDeparted:
		return w.ListedDepartedOne
	case stampdesk.ListedTwice:
		return w.ListedTwiceOne
	case stampdesk.ListedVoid:
		return w.ListedVoidOne
	case stampdesk.NotOnAnyList:
		return w.NotListedOne
	case stampdesk.NameDiffers:
		return w.NameDiffersOne
	case stampdesk.HasCard:
		return w.HasCardOne
	case stampdesk.FigureDiffers:
		return w.FigureOne
	case stampdesk.SumDiffers:
		return w.SumOne
	case stampdesk.CountDiffers:
		return w.CountOne
	case stampdesk.CardlessNotListed:
		return w.CardlessNotListedOne
	case stampdesk.CardlessUnknown:
		return w.CardlessUnknownOne
	case stampdesk.CardListedByTwo:
		return w.ListedByTwoOne
	case stampdesk.ListedNotStamped, stampdesk.ListedNotDamaged, stampdesk.ListedNotLost:
		return w.ListedOtherwiseOne
	case stampdesk.StampedUnlisted, stampdesk.DamagedUnlisted, stampdesk.LostUnlisted:
		return w.UnlistedOne
	case stampdesk.Coincidence:
		return w.CoincidenceOne
	}
	return ""
}
