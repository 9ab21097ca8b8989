package device

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

func TestAScannerInMemoryIsReadUnpluggedAndReadAgain(t *testing.T) {
	p := NewPipe()
	d := start(t, &Scanner{Name: p.Name(), Open: p.Open})
	d.until(Connected)
	for _, code := range []string{"12345678", "87654321"} {
		if err := p.Scan(code); err != nil {
			t.Fatal(err)
		}
	}
	d.want("12345678", "87654321")

	p.Unplug()
	if s := d.until(Lost); !errors.Is(s.Err, ErrUnplugged) {
		t.Errorf("lost with %v", s.Err)
	}
	if err := p.Scan("1"); !errors.Is(err, ErrUnplugged) {
		t.Errorf("scan without a cable: %v", err)
	}
	if err := p.Plug(); err != nil {
		t.Fatal(err)
	}
	d.until(Connected)
	if err := p.Scan("11111111"); err != nil {
		t.Fatal(err)
	}
	d.want("11111111")
}

func TestAReadInMemoryTimesOutAsOnWindows(t *testing.T) {
	port, err := NewPipe().Open()
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	n, err := port.Read(make([]byte, 8))
	if took := time.Since(begun); n != 0 || err != nil || took < ReadTimeout {
		t.Errorf("read %d, %v, after %v", n, err, took)
	}
}

func TestAPortInMemoryIsOpenedOnceAndDiesWithItsCable(t *testing.T) {
	p := NewPipe()
	first, err := p.Open()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Open(); !errors.Is(err, ErrBusy) {
		t.Errorf("second opening: %v", err)
	}
	p.Unplug()
	if err := p.Plug(); err != nil {
		t.Fatal(err)
	}
	if _, err := first.Read(make([]byte, 8)); !errors.Is(err, ErrUnplugged) {
		t.Errorf("the old opening reads %v after the cable was put back", err)
	}
	first.Close()
	if _, err := first.Read(make([]byte, 8)); !errors.Is(err, os.ErrClosed) {
		t.Errorf("read after closing: %v", err)
	}
	second, err := p.Open()
	if err != nil {
		t.Fatal(err)
	}
	second.Close()
	p.Close()
	if _, err := p.Open(); !errors.Is(err, ErrMissing) {
		t.Errorf("opened after the scanner is gone: %v", err)
	}
}

func TestAPipeThatNobodyReadsFillsUp(t *testing.T) {
	p := NewPipe()
	var err error
	for i := 0; i < pipeRoom && err == nil; i++ {
		err = p.Scan("12345678")
	}
	if err == nil || !strings.Contains(err.Error(), "nobody reads") {
		t.Errorf("got %v", err)
	}
}
