package main

import (
	"fmt"
	"strings"
	"time"

	"stampdesk"
)

// clock is a time as people read it here.
func clock(t time.Time) string { return t.Local().Format("02/01/2006 15:04:05") }

// entrySentence is one entry of a card as a sentence: who did what, why, with
// whose approval.
func (a *app) entrySentence(e *stampdesk.Entry) string {
	l := a.conf.lang()
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", e.Operator, stampdesk.WordsIn(l).Acts[e.Act])
	if e.Act == stampdesk.ActVoided {
		fmt.Fprintf(&b, " %s", e.Ref)
	}
	if e.Boxes != 0 {
		b.WriteString(" " + fmt.Sprintf(a.t.Box, e.Boxes))
	}
	if e.Batch != "" {
		b.WriteString(" " + fmt.Sprintf(a.t.InBatch, e.Batch))
	}
	if n, err := stampdesk.ParseCard(e.Fact(stampdesk.FactNew)); err == nil {
		b.WriteString(" " + fmt.Sprintf(a.t.NewNumber, n))
	}
	if e.Act == stampdesk.ActPapersReceived {
		b.WriteString(": " + fmt.Sprintf(a.t.Photos, e.Fact(stampdesk.FactPhotos)))
		if e.Fact(stampdesk.FactPaper) != "" {
			b.WriteString(", " + a.t.Statement)
		}
	}
	switch {
	case e.Reason == stampdesk.ReasonOther && e.Note != "":
		b.WriteString(": " + e.Note)
	case e.Reason != "":
		b.WriteString(": " + e.Reason.Label(l))
		if e.Note != "" {
			b.WriteString(", " + e.Note)
		}
	case e.Note != "":
		b.WriteString(": " + e.Note)
	}
	if e.Approver != "" {
		b.WriteString(" " + fmt.Sprintf(a.t.ApprovedBy, e.Approver))
	}
	if marks := a.marks(e.Flags); len(marks) > 0 {
		b.WriteString(" [" + strings.Join(marks, ", ") + "]")
	}
	fmt.Fprintf(&b, " (%s)", e.Key)
	return b.String()
}

// flagNames are the stable names of the marks on an entry, in the order of
// their words in texts.
var flagNames = [...]struct {
	flag stampdesk.Flags
	name string
}{
	{stampdesk.Late, "late"}, {stampdesk.Relaminated, "relaminated"}, {stampdesk.Replayed, "replayed"},
	{stampdesk.ByHand, "by-hand"}, {stampdesk.Typed, "typed"}, {stampdesk.Inked, "inked"},
	{stampdesk.BoxesChosen, "boxes-chosen"}, {stampdesk.Overruled, "overruled"},
}

// marks are the marks of an entry in words.
func (a *app) marks(f stampdesk.Flags) []string {
	words := strings.Split(a.t.Marks, "|")
	var all []string
	for i, m := range flagNames {
		if f.Has(m.flag) && m.flag != stampdesk.ByHand {
			all = append(all, words[i])
		}
	}
	return all
}

func marksJSON(f stampdesk.Flags) []string {
	var all []string
	for _, m := range flagNames {
		if f.Has(m.flag) {
			all = append(all, m.name)
		}
	}
	return all
}

func factsJSON(facts []stampdesk.Fact) map[string]string {
	if len(facts) == 0 {
		return nil
	}
	m := map[string]string{}
	for _, f := range facts {
		m[f.Name] = f.Value
	}
	return m
}
