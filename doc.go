// Package stampdesk is the desk that inspects and stamps Party member cards
// (bàn kiểm tra kỹ thuật thẻ đảng viên): its values, its rules and the one
// actor, the Desk, that records what happens at it.
//
// A card passes through the files in this order:
//
//	card.go      the number that was scanned; boxes.go, date.go
//	roster.go    whose card it is; match.go keeps people the same over rosters
//	find.go      who is meant, by what is typed of a name or a number
//	fold.go      text without diacritics, for searching
//	identify.go  which piece of plastic a number means now, and whose it is
//	round.go     the round, its rules as data, the board; calendar.go its days
//	batch.go     the delivery it came in; form.go the lists beside it
//	rules.go     what the rule book says; verdict.go the answer and its reasons,
//	             newcard.go the boxes of new cards; rulebook.go other rules in force
//	role.go      who may act; pin.go proves it, and lets a supervisor approve
//	desk.go      the actor: one inbox, one outbox; outcome.go what it answers,
//	             counters.go the figures beside, refresh.go
//	scan.go      a card comes; answer.go what the person says; near.go, undo.go
//	held.go      the tray of held cards; settle.go, settleleft.go and override.go a
//	             supervisor's word
//	renew.go     damaged and lost cards: papers, new card, its boxes
//	report.go    not collected, use and care; chase.go who still owes a card
//	appraise.go  where lists, declaration, roster and desk disagree: appraiselists.go
//	             and appraisemembers.go line by line, declaration.go the arithmetic,
//	             reconciledesk.go what became of it
//	reconcile.go the four hands side by side, reconcilefigures.go their figures
//	quality.go   what is wrong with the roster: qualityflaws.go, dates.go; and
//	             qualitycoverage.go what is missing
//	review.go    what a new roster says of cards that were done
//	backlog.go   how much of all this waits
//	shift.go     a shift begins and ends
//	delivery.go  batches come; closing.go they are closed and go back;
//	             load.go rosters and lists; people.go
//	paper.go     papers are ordered; printjob.go how far each one is, settleprint.go
//	             what a person says of it
//	draft.go     what a roster would change, before it does: touch.go on which cards,
//	             clash.go who gets in the way, alarm.go what must be meant; draftlist.go
//	             the same of a unit's list; listed.go what the roster has against a line
//	restore.go   the store was put back from a backup
//	note.go      what a note may not say
//	record.go    one act, one transaction
//	journal.go   the entry, chained to the one before
//	post.go      what follows from it: mark.go, cube.go; postbatch.go, postrenew.go
//	tally.go     the sums; breakdown.go divides them; balance.go the closing of a batch
//	figures.go   its counts by name, and sums of tallies; shares.go the percentages
//	fill.go      what an official form says: filler.go what all forms share, fillscope.go
//	             board, unit or cell, fillunit.go one unit, filllists.go and fillcardless.go
//	             its members, fillfigures.go its cells, filldeeds.go where cards and
//	             acts count, fillboards.go other boards, fillnotes.go what its
//	             signer should know
//	result.go    what a board's round came to, for the board above; resultwire.go and
//	             resulttally.go its bytes, resultcheck.go what makes it worthless,
//	             resultadmit.go what is taken in, resultacts.go the acts
//	file.go      texts and files that are kept whole: templates, targets, results of others
//	audit.go     the proof that all of it agrees with the journal
//	store.go     what a storage engine must promise
//	words.go     the words of it in both languages
//
// The package imports the standard library only, and of it nothing that
// touches the world: no files, no network, no clock. Time and storage come in
// from outside.
//
// What is promised: a card is never announced as stamped before its entry is
// durable; no entry is without the person who made it; nothing is deleted.
package stampdesk
