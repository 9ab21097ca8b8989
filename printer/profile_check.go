package printer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// maxWidth is more than receipt printers have (832 dots at most), and little enough that no command with a width in it
// can hold the bytes of a real-time command, see defuse.
const maxWidth = 1000

// check tells the first key whose value cannot be, and what to write.
func (p Profile) check() error {
	within := func(key string, n, least, most int) error {
		if n < least || n > most {
			return fmt.Errorf("key %s: %d cannot be; write %d to %d", key, n, least, most)
		}
		return nil
	}
	among := func(key, v string, known ...string) error {
		if !slices.Contains(known, v) {
			return fmt.Errorf("key %s: %q is not known; write one of %s", key, v, strings.Join(known, ", "))
		}
		return nil
	}
	m, r := p.Media, p.Raster
	if err := cmp.Or(
		within("media.paper_mm", m.PaperMM, 20, 120), within("media.width_dots", m.WidthDots, 64, maxWidth),
		within("media.dpi", m.DPI, 90, 600), within("media.left_margin_dots", m.LeftMargin, 0, 255),
		within("raster.px", r.Pixels, 12, 36),
	); err != nil {
		return err
	}
	mostCut := 2000
	if p.hasKnife() && len(p.Cut.Bytes) == 0 {
		mostCut = 255 / max(r.FeedUnits, 1) // the feed of GS V is a byte
	}
	return cmp.Or(
		checkID(p.ID),
		among("verified", p.Verified, "", "paper", "manual", "db", "guess"),
		within("media.width_dots", m.WidthDots, 64, m.PaperMM*m.DPI*10/254),
		among("text_mode", string(p.TextMode), "auto", "raster", "codepage", "ascii", "hybrid"),
		within("codepages.tcvn_lower", p.CodePages.TCVNLower, 0, 255), within("codepages.tcvn_upper", p.CodePages.TCVNUpper, 0, 255),
		within("codepages.cp1258", p.CodePages.CP1258, 0, 255), p.checkModes(),
		among("raster.command", string(r.Command), "gs_v_0", "gs_8_L", "esc_star"),
		within("raster.band_rows", r.BandRows, 1, 1000), within("raster.band_delay_ms", r.BandDelayMS, 0, 5000),
		within("raster.threshold", r.Threshold, 1, 255), within("raster.feed_units", r.FeedUnits, 1, 3),
		// The marks of Ặ and the tail of g must fit, and a double line must be a byte of units.
		within("raster.line_dots", r.LineDots, r.Pixels*5/4, min(255/max(r.FeedUnits, 1)/2, 80)),
		among("cut.kind", string(p.Cut.Kind), "none", "full", "partial"), within("cut.feed_dots", p.Cut.FeedDots, 0, mostCut),
		checkFont("fonts.A", p.Fonts.A, m.WidthDots), checkFont("fonts.B", p.Fonts.B, m.WidthDots), p.checkDrawer(),
		among("status.query", p.Status.Query, "none", "dle_eot", "asb", "gs_r"),
		within("status.timeout_ms", p.Status.TimeoutMS, 0, 10000), p.checkSensors(),
		checkBytes("cut.bytes", p.Cut.Bytes), checkBytes("init_bytes", p.InitBytes), checkBytes("job_end_bytes", p.JobEndBytes),
	)
}

func (p Profile) hasKnife() bool { return p.Cut.Kind == CutFull || p.Cut.Kind == CutPartial }

func checkID(id string) error {
	ok := len(id) >= 1 && len(id) <= 32 && strings.Trim(strings.ToLower(id), "abcdefghijklmnopqrstuvwxyz0123456789-_") == ""
	if !ok {
		return fmt.Errorf("key id: %q cannot be; write 1 to 32 letters, digits, - or _", id)
	}
	return nil
}

// In is the profile in another text mode; an error says what it lacks for that.
func (p Profile) In(mode TextMode) (Profile, error) {
	p.TextMode = mode
	if err := p.checkModes(); err != nil {
		return Profile{}, fmt.Errorf("printer profile %s: %w", p.ID, err)
	}
	return p, nil
}

// checkModes tells of a text mode that lacks what it needs.
func (p Profile) checkModes() error {
	switch {
	case p.TextMode == TextCodepage && p.CodePages.TCVNLower == 0:
		return fmt.Errorf("key codepages.tcvn_lower: missing, and text_mode codepage needs it; the test page shows which page it is")
	case p.TextMode == TextHybrid && p.rasterMetrics().cell < p.fontA().W:
		return fmt.Errorf("key raster.px: letters of %d dots are narrower than the printer's own; hybrid wants at least %d",
			p.Raster.Pixels, (p.fontA().W*10+5)/6)
	case p.CodePages.TCVNUpper != 0 && p.CodePages.TCVNUpper == p.CodePages.TCVNLower:
		return fmt.Errorf("key codepages.tcvn_upper: the same as tcvn_lower; leave it out where one page holds what there is")
	}
	return nil
}

func checkFont(key string, f FontCells, width int) error {
	switch {
	case f == FontCells{}:
		return nil
	case f.W < 4 || f.W > 48 || f.H < 4 || f.H > 64 || f.Cols < 1 || f.Cols*f.W > width:
		return fmt.Errorf("key %s: %d columns of %d × %d dots do not fit %d dots; write cols, w and h of the printer's manual",
			key, f.Cols, f.W, f.H, width)
	}
	return nil
}

func (p Profile) checkDrawer() error {
	d := p.Drawer
	switch {
	case d.Pin != 2 && d.Pin != 5:
		return fmt.Errorf("key drawer.pin: %d cannot be; write 2 or 5", d.Pin)
	case d.OnMS < 2 || d.OnMS > 510 || d.OffMS < 2 || d.OffMS > 510:
		return fmt.Errorf("key drawer: on_ms %d and off_ms %d cannot be; write 2 to 510", d.OnMS, d.OffMS)
	}
	return nil
}

func (p Profile) checkSensors() error {
	for _, s := range p.Status.Sensors {
		if s != "paper_end" && s != "paper_near" && s != "cover" {
			return fmt.Errorf("key status.sensors: %q is not known; write paper_end, paper_near, cover", s)
		}
	}
	return nil
}

// checkBytes refuses what is not a number of whole commands that commandLength knows: after a job that broke off, nobody
// could tell what completes it. Real-time commands have no place in a stream of data.
func checkBytes(key string, b Hex) error {
	for i := 0; i+1 < len(b); i++ {
		if b[i] == dle && realTime(b[i+1]) {
			return fmt.Errorf("key %s: % X is obeyed at once, wherever it stands; leave it out", key, b[i:i+2])
		}
	}
	for at := 0; at < len(b); {
		n := commandLength(b[at:])
		switch {
		case n == 0:
			return fmt.Errorf("key %s: % X is not a command that is known; leave it out", key, b[at:min(at+2, len(b))])
		case at+n > len(b):
			return fmt.Errorf("key %s: the command % X is cut off; write the whole of it", key, []byte(b[at:]))
		}
		at += n
	}
	return nil
}
