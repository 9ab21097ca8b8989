package store

import (
	"iter"

	"stampdesk"
)

// Finder is what a Snapshot of these engines offers beside: the members of
// the roster in force by what else is known of them, each by id.
type Finder interface {
	ByOldCard(stampdesk.CardNumber) iter.Seq2[stampdesk.Member, error]
	ByRecord(record string) iter.Seq2[stampdesk.Member, error]
	ByName(name string) iter.Seq2[stampdesk.Member, error] // that stampdesk.Fold gives the same
}
