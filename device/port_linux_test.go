package device

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAPortThatCannotBeOpenedSaysWhatToDo(t *testing.T) {
	plain := filepath.Join(t.TempDir(), "plain")
	if err := os.WriteFile(plain, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, link := plugged(t)
	tests := []struct {
		sentence, name string
		baud           int
		want           error
		word           string
	}{
		{"a device that is not there", "/dev/ttyUSB99", 9600, ErrMissing, "plug it in"},
		{"the same, told by the system", "/dev/ttyUSB99", 9600, fs.ErrNotExist, "/dev/ttyUSB99"},
		{"a plain file", plain, 9600, ErrNotSerial, "not a serial port"},
		{"a device that is no line", "/dev/null", 9600, ErrNotSerial, "not a serial port"},
		{"a directory", t.TempDir(), 9600, ErrNotSerial, "not a serial port"},
		{"no name", "", 9600, ErrMissing, "no such device"},
		{"a speed that does not exist", link, 9601, nil, "at 9601 baud"},
	}
	for _, tt := range tests {
		t.Run(tt.sentence, func(t *testing.T) {
			p, err := OpenSerial(tt.name, tt.baud, ReadTimeout)
			if err == nil {
				p.Close()
				t.Fatal("opened")
			}
			if tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.word) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestAPortIsOpenedByOneProgramOnly(t *testing.T) {
	_, link := plugged(t)
	first, err := OpenSerial(link, 9600, ReadTimeout)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenSerial(link, 19200, ReadTimeout); !errors.Is(err, ErrBusy) {
		t.Errorf("the second opening gave %v, want ErrBusy", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := OpenSerial(link, 9600, ReadTimeout)
	if err != nil {
		t.Fatalf("after closing: %v", err)
	}
	again.Close()
}

func TestFailedOpeningsLeaveNoDescriptors(t *testing.T) {
	_, link := plugged(t)
	count := func() int {
		fds, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Skip(err)
		}
		return len(fds)
	}
	before := count()
	for range 20 {
		_, _ = OpenSerial(link, 9601, ReadTimeout)
		_, _ = OpenSerial("/dev/null", 9600, ReadTimeout)
		_, _ = OpenSerialWriter("/dev/null", 9600, FlowNone)
	}
	if after := count(); after > before {
		t.Errorf("%d descriptors, %d before", after, before)
	}
}
