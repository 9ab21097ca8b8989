package stampdesk

// Alarm is why a roster is not applied unless a person says that it is meant.
// The values are stable names.
type Alarm string

// The alarms of a roster.
const (
	AlarmGone Alarm = "many-gone" // see RosterDraft.Shrinks
	AlarmBack Alarm = "back"      // see RosterDraft.Back
)

// Alarms are what a person must say is meant before the roster is applied.
func (d *RosterDraft) Alarms() (all []Alarm) {
	if d.Shrinks() {
		all = append(all, AlarmGone)
	}
	if len(d.Back()) > 0 {
		all = append(all, AlarmBack)
	}
	return all
}

// Back are the members who had left, died or gone, or were not official yet
// by the papers, and whose cards could be stamped by the new roster: often a
// file without a column for the status.
func (d *RosterDraft) Back() (back []Edit) {
	for _, e := range d.Edits {
		if !e.Old.Status.CountsOfficial() && e.Old.Status != Probationary && e.New.Status.CountsOfficial() {
			back = append(back, e)
		}
	}
	return back
}

// Shrinks reports that more than a tenth of the members whom it replaces, and
// at least 50, would go: often a file of one unit, or half a file, and never
// applied unless a person says that it is meant.
func (d *RosterDraft) Shrinks() bool { return len(d.Gone) >= 50 && len(d.Gone) > d.Replaces/10 }
