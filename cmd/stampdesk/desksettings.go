package main

import (
	"context"
	"strconv"
	"sync"

	"stampdesk/device"
	"stampdesk/tui"
)

// deskSettings are the settings as the screen sees them.
type deskSettings struct {
	a  *app
	st *station

	writing sync.Mutex // one change at a time

	mu   sync.Mutex // never held while a file is written: the screen draws from it
	conf config     // as it is written by now; the desk runs with that of a

	profiles []string // that a printer may have; found once, for the screen asks with every frame
}

func (a *app) settings(st *station) *deskSettings {
	d := &deskSettings{a: a, st: st, conf: a.conf}
	known, _ := a.conf.profiles() // a file that no printer needs keeps nobody from choosing
	for _, p := range known {
		d.profiles = append(d.profiles, p.ID)
	}
	return d
}

func (d *deskSettings) seam() tui.Settings {
	return tui.Settings{List: d.list, Set: d.set, Where: d.conf.where}
}

// set writes changes, and puts those into force that can be while the desk
// works.
func (d *deskSettings) set(_ context.Context, changes ...tui.Change) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	now, err := d.a.setConfig(d.conf, changes)
	if err != nil {
		return inWords(err)
	}
	d.mu.Lock()
	d.conf = now
	d.mu.Unlock()
	all, err := now.scanners()
	for _, c := range all {
		for _, l := range d.st.scanners {
			if l.name == c.name && l.Scanner.Name == c.port {
				l.use(c.feedback)
			}
		}
	}
	return err
}

var (
	onOff     = []string{"true", "false"}
	speeds    = []string{"9600", "19200", "38400", "57600", "115200"}
	idleTimes = []string{"0", "2m", "5m", "10m", "15m", "30m", "1h"}
)

func (d *deskSettings) list() []tui.Setting {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := &d.conf
	var out []tui.Setting
	add := func(s tui.Setting) {
		s.Given = c.given[s.Key]
		out = append(out, s)
	}
	add(tui.Setting{Key: "lang", Value: c.Lang, Choices: []string{"vi", "en"}})
	add(tui.Setting{Key: "screen.symbols", Value: c.Screen.Symbols, Choices: symbolKinds})
	add(tui.Setting{Key: "screen.colour", Value: c.Screen.Colour, Choices: colourKinds})
	add(tui.Setting{Key: "sound.bell", Value: strconv.FormatBool(c.Sound.Bell), Choices: onOff})
	add(tui.Setting{Key: "sound.good", Value: strconv.FormatBool(c.Sound.Good), Choices: onOff})
	add(tui.Setting{Key: "desk.id", Value: c.Desk.ID, Later: true, Guarded: true})
	add(tui.Setting{Key: "desk.confirm", Value: c.Desk.Confirm, Choices: []string{"key", "next", "scan"}, Later: true, Guarded: true})
	add(tui.Setting{Key: "desk.idle", Value: c.Desk.Idle, Choices: idleTimes, Guarded: true})
	scanner := func(table string, q scannerConfig) {
		add(tui.Setting{Key: table + ".port", Value: q.Port, Later: true})
		add(tui.Setting{Key: table + ".baud", Value: strconv.Itoa(q.Baud), Choices: speeds, Later: true})
		add(tui.Setting{Key: table + ".suffix", Value: q.Suffix, Choices: suffixKinds, Later: true})
		add(tui.Setting{Key: table + ".mask7", Value: strconv.FormatBool(q.Mask7), Choices: onOff, Later: true})
		add(tui.Setting{Key: table + ".feedback", Value: oneOf(q.Feedback, "none"), Choices: device.FeedbackNames()})
	}
	scanner("scanner", c.Scanner)
	for _, name := range sortedKeys(c.Scanners) {
		scanner("scanners."+name, c.Scanners[name])
	}
	printer := func(table string, p printerConfig) {
		add(tui.Setting{Key: table + ".to", Value: p.To, Later: true})
		add(tui.Setting{Key: table + ".profile", Value: p.Profile, Choices: d.profiles, Later: true})
		add(tui.Setting{Key: table + ".mode", Value: oneOf(p.Mode, "auto"), Choices: textModes, Later: true})
	}
	printer("printer", c.Printer)
	for _, name := range sortedKeys(c.Printers) {
		printer("printers."+name, c.Printers[name])
	}
	return out
}
