package device

import (
	"strings"
	"testing"
	"time"
)

func TestASimulatedScannerSurvivesAReaderThatLeaves(t *testing.T) {
	sim, err := NewSim()
	if err != nil {
		t.Fatal(err)
	}
	defer sim.Close()
	for range 3 {
		port, err := sim.Open()
		if err != nil {
			t.Fatal(err)
		}
		if err := sim.Scan("12345678"); err != nil {
			t.Fatal(err)
		}
		buf := make([]byte, 64)
		if n, err := port.Read(buf); string(buf[:n]) != "12345678\r" || err != nil {
			t.Errorf("read %q, %v", buf[:n], err)
		}
		if err := port.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestASimulatedScannerHearsNoEcho(t *testing.T) {
	sim, err := NewSim()
	if err != nil {
		t.Fatal(err)
	}
	defer sim.Close()
	if err := sim.Scan("12345678"); err != nil {
		t.Fatal(err)
	}
	port, err := sim.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer port.Close()
	if _, err := port.Write([]byte("\a")); err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 64)
	if n, err := sim.master.Read(buf); string(buf[:n]) != "\a" || err != nil {
		t.Errorf("the scanner hears %q, %v", buf[:n], err)
	}
}

func TestUnpluggingFreesAScanThatNobodyReads(t *testing.T) {
	sim, err := NewSim()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- sim.Scan(strings.Repeat("1", 1<<20)) }()
	time.Sleep(100 * time.Millisecond)
	sim.Unplug()
	select {
	case err := <-done:
		if err == nil {
			t.Error("a megabyte went into a line that nobody reads")
		}
	case <-time.After(3 * time.Second):
		t.Fatal("still scanning")
	}
}
