package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// sideWidth is the width of the counters beside the frame. On 80 columns it
// leaves the frame the 52 cells that ĐÓNG DẤU takes in its heaviest letters.
func sideWidth(w int) int { return min(max((w-34)/2, 23), 36) }

// columns of the counters: of the batch, of the shift, of the desk. A desk
// sees many more cards than a batch has.
var (
	narrowColumns = [3]int{4, 5, 6}
	wideColumns   = [3]int{7, 7, 8}
)

// side are the counters of the batch, the shift and the desk, what is left of
// the batch, and how long it will take.
func (d *desk) side(s *shell, w, h int) []string {
	cols, names := narrowColumns, [...]string{s.words.StampedShort, s.words.RelaminateShort, s.words.HeldShort, s.words.RefusedShort, s.words.DamagedShort}
	cols[1] = max(cols[1], 1+width(s.words.ThisShift))
	if w >= 33 {
		cols, names = wideColumns, [...]string{s.words.Stamped, s.words.RelaminatedShort, s.words.Held, s.words.Refused, s.words.Damaged}
	}
	var figures [5][3]string
	for i, c := range [...]stampdesk.Handled{s.counters.Batch, s.counters.Shift, s.counters.Desk} {
		for j, n := range [...]int{c.Stamped, c.Relaminated, c.Held, c.Refused, c.Damaged} {
			figures[j][i] = s.narrow(n, cols[i])
			if i == 1 && !s.board.shift.on {
				figures[j][i] = s.sign.Dash
			}
		}
	}
	row := func(left string, of [3]string) string {
		end := ""
		for i, t := range of {
			end += right(t, cols[i])
		}
		return s.ends(left, end, w)
	}
	g := s.sign
	out := []string{s.style.Tone[quiet].Render(row("", [...]string{s.words.ThisBatch, s.words.ThisShift, s.words.ThisDesk}))}
	for i, sign := range [...]string{g.Stamp, g.Relaminate, g.Hold, g.Refuse, g.Damaged} {
		out = append(out, row(sign+" "+names[i], figures[i]))
	}
	out = append(out, s.style.Tone[quiet].Render(strings.Repeat(g.Rule, w)))
	return s.block(append(out, d.pace(s)...), w, h)
}

// narrow writes a count with its dots where they leave a blank before it.
func (s *shell) narrow(n, w int) string {
	if t := s.count(n); width(t) < w {
		return t
	}
	return strconv.Itoa(n)
}

// pace is what is left of the batch, and how long it will take as the last
// cards went.
func (d *desk) pace(s *shell) []string {
	var out []string
	left := s.counters.Left()
	if s.counters.Expected > 0 {
		out = append(out, s.style.Head.Render(fill(s.words.Left, s.count(left))))
	}
	r := d.recent.rate(s.now)
	if r <= 0 {
		return out
	}
	out = append(out, s.style.Tone[quiet].Render(fill(s.words.Rate, s.tenths(r))))
	switch minutes := float64(left) / r; {
	case left <= 0:
	case minutes > 99:
		out = append(out, s.style.Tone[quiet].Render(fill(s.words.HoursLeft, s.tenths(minutes/60))))
	default:
		out = append(out, s.style.Tone[quiet].Render(fill(s.words.MinutesLeft, s.count(int(minutes+0.999)))))
	}
	return out
}

func (s *shell) tenths(f float64) string {
	return s.decimal(strconv.FormatFloat(f, 'f', 1, 64))
}

func right(t string, w int) string { return strings.Repeat(" ", max(w-width(t), 0)) + t }
