package main

import (
	"fmt"
	"strconv"
	"strings"

	"stampdesk/device"
)

type readingJSON struct {
	Code   string `json:"code"`
	End    string `json:"end"`
	AIM    string `json:"aim,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	STX    bool   `json:"stx,omitempty"`
}

// show shows one burst, and how it is understood.
func (t *scannerTest) show(b device.Burst, g device.Guess) error {
	readings := b.Readings(g.Parity)
	lines := hexLines(b.Bytes)
	if t.a.flags.json {
		codes := []readingJSON{}
		for _, r := range readings {
			codes = append(codes, readingJSON{strings.ToValidUTF8(r.Code, "\uFFFD"), r.End.String(), r.AIM, r.Prefix, r.STX})
		}
		return t.a.printJSON(map[string]any{
			"at": stamp(b.At), "baud": t.baud, "hex": fmt.Sprintf("% X", b.Bytes), "codes": codes, "findings": names(g.Findings),
		})
	}
	at := b.At.Local().Format("15:04:05.000")
	for i, line := range lines {
		if i > 0 {
			at = strings.Repeat(" ", len(at))
		}
		fmt.Fprintf(t.a.out, "%s  %s\n", at, line)
	}
	if len(g.Findings) > 0 && g.Findings[0] == device.WrongSpeed {
		_, err := fmt.Fprintf(t.a.out, "    → %s\n", t.a.t.finding(device.WrongSpeed, g))
		return err
	}
	for _, r := range readings {
		fmt.Fprintf(t.a.out, "    → %s\n", t.a.t.reading(r))
	}
	return nil
}

// reading is what was read, with what stands around it.
func (t *texts) reading(r device.Reading) string {
	said := []string{strconv.Quote(r.Code)}
	for _, s := range []string{r.AIM, r.Prefix} {
		if s != "" {
			said = append(said, fmt.Sprintf(t.Before, strconv.Quote(s)))
		}
	}
	if r.STX {
		said = append(said, fmt.Sprintf(t.Before, "STX"))
	}
	if r.End == device.EndNone {
		return strings.Join(append(said, t.NothingBehind), " · ")
	}
	return strings.Join(append(said, fmt.Sprintf(t.Behind, r.End)), " · ")
}

func names(findings []device.Finding) []string {
	all := []string{}
	for _, f := range findings {
		all = append(all, f.String())
	}
	return all
}

// sum says what all the scans say, and what to configure.
func (t *scannerTest) sum() error {
	g := device.GuessSettings(t.bursts)
	if t.a.flags.json {
		return t.a.printJSON(map[string]any{
			"port": t.port, "baud": t.baud, "codes": g.Codes, "good": g.Good, "suffix": g.Suffix.String(), "mask7": g.Mask7,
			"parity": g.Parity.String(), "findings": names(g.Findings),
		})
	}
	fmt.Fprintf(t.a.out, t.a.t.ScannerSum, len(t.bursts), g.Codes, g.Good)
	for _, f := range g.Findings {
		fmt.Fprintf(t.a.out, "  ! %s\n", t.a.t.finding(f, g))
	}
	if g.Mask7 {
		fmt.Fprintf(t.a.out, t.a.t.SevenBits, g.Parity)
	}
	if g.Codes == 0 {
		return nil
	}
	fmt.Fprintf(t.a.out, t.a.t.WriteInto, t.a.configFile())
	fmt.Fprintf(t.a.out, "[scanner]\nport = %s\nbaud = %d\nsuffix = %q\n", strconv.Quote(t.port), t.baud, g.Suffix)
	if g.Mask7 {
		fmt.Fprint(t.a.out, "mask7 = true\n")
	}
	return nil
}

// finding is what is wrong, and what to do.
func (t *texts) finding(f device.Finding, g device.Guess) string {
	switch f {
	case device.WrongSpeed:
		return t.FoundWrongSpeed
	case device.Glued:
		return t.FoundGlued
	case device.CheckDigit:
		return t.FoundCheckDigit
	case device.NotDigits:
		return t.FoundNotDigits
	case device.OtherLength:
		return t.FoundOtherLength
	case device.HasPrefix:
		return fmt.Sprintf(t.FoundPrefix, strconv.Quote(g.Prefix))
	case device.NoEnding:
		return t.FoundNoEnding
	}
	return t.FoundMixedEndings
}
