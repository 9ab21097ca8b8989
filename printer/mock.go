package printer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Mock plays a printer in a directory: what it prints is kept there as a [Directory] keeps it, and the file state.json,
// which anybody may edit at any time, says how it is:
//
//	{"paper": "ok", "cover": "closed", "online": true, "die_after": 0, "slow_baud": 0}
//
// paper is ok, low or out; cover is closed or open. Off-line, without paper or with the cover open it takes no data, from
// the next bytes on, until that has changed. After die_after bytes, if not 0, the cable is pulled, once. With slow_baud,
// if not 0, it takes bytes as slowly as such a line. Where the file is missing all is well, and it is written.
//
// A .bin holds all that went over the cable for its job, also the NULs by which an earlier one was completed. What came
// of a job that was broken off is NNNN-name.part.bin; it is there while the job is being printed.
type Mock struct {
	Path  string
	Stall time.Duration // see Options

	stream stream
}

var _ Talker = (*Mock)(nil)

// Send prints the job as the state lets it.
func (m *Mock) Send(ctx context.Context, job Job) (int64, error) {
	state, err := m.state()
	if err != nil {
		return 0, sendError(0, err)
	}
	dir := Directory{Path: m.Path}
	number, reserved, err := dir.reserve()
	if err != nil {
		return 0, sendError(0, err)
	}
	_ = reserved.Close()
	defer os.Remove(reserved.Name())
	set := fileSet{base: filepath.Join(m.Path, number+"-"+fileName(job.Name)), temp: filepath.Join(m.Path, "."+number)}
	line := &mockLine{mock: m, state: state, path: set.base + part + ".bin"}
	n, err := m.stream.send(ctx, line, job, Options{Stall: m.Stall}.stall())
	if cerr := line.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = m.keep(set, line.path, job)
	}
	return n, sendError(n, err)
}

// keep gives the files of a job that was printed their names.
func (m *Mock) keep(set fileSet, bin string, job Job) error {
	if err := set.others(job); err != nil {
		return err
	}
	if err := set.nameOthers(job); err != nil {
		return err
	}
	if err := os.Rename(bin, set.base+".bin"); err != nil {
		return fmt.Errorf("name a file: %w", err)
	}
	return syncDir(m.Path)
}

// Talk answers DLE EOT, GS a and GS r as the state says.
func (m *Mock) Talk(ctx context.Context, fn func(DeadlineReadWriter) error) error {
	state, err := m.state()
	if err != nil {
		return err
	}
	return m.stream.talk(ctx, &mockLine{mock: m, state: state, talk: true}, fn)
}

var errPulled = errors.New("the cable was pulled")

// mockLine is the cable to a Mock.
type mockLine struct {
	mock  *Mock
	state mockState // the last that could be read
	path  string    // where the bytes go
	file  *os.File  // nil before the first byte
	taken int64
	talk  bool // what comes are questions
	mockAnswers
	writing, reading deadline
}

func (l *mockLine) SetWriteDeadline(t time.Time) error { l.writing.set(t); return nil }
func (l *mockLine) SetReadDeadline(t time.Time) error  { l.reading.set(t); return nil }

// mockTick is how often a Mock looks whether its state has changed.
const mockTick = 20 * time.Millisecond

// Write takes the bytes at the speed of the line.
func (l *mockLine) Write(p []byte) (n int, err error) {
	if l.talk {
		l.answer(p, l.state)
		return len(p), nil
	}
	for n < len(p) {
		if l.writing.passed() {
			return n, os.ErrDeadlineExceeded
		}
		if s, err := l.mock.read(); err == nil { // else somebody is just writing it
			l.state = s
		}
		if !l.state.takesData() {
			time.Sleep(mockTick)
			continue
		}
		size := l.state.atOnce(len(p) - n)
		if l.state.DieAfter > 0 {
			size = min(size, int(l.state.DieAfter-min(l.taken, l.state.DieAfter)))
		}
		printed, err := l.print(p[n : n+size])
		n += printed
		if err != nil {
			return n, err
		}
		if l.state.DieAfter > 0 && l.taken >= l.state.DieAfter {
			return n, l.mock.die()
		}
		time.Sleep(l.state.takes(size))
	}
	return n, nil
}

func (l *mockLine) print(p []byte) (n int, err error) {
	if len(p) == 0 {
		return 0, nil
	}
	if l.file == nil {
		if l.file, err = os.OpenFile(l.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600); err != nil {
			return 0, fmt.Errorf("create a file: %w", err)
		}
	}
	n, err = l.file.Write(p)
	l.taken += int64(n)
	return n, err
}

// Read gives the answers, and nothing after them.
func (l *mockLine) Read(p []byte) (int, error) {
	for len(l.said) == 0 {
		if l.reading.passed() {
			return 0, os.ErrDeadlineExceeded
		}
		time.Sleep(mockTick)
	}
	n := copy(p, l.said)
	l.said = l.said[n:]
	return n, nil
}

func (l *mockLine) Close() error {
	if l.file == nil {
		return nil
	}
	err := l.file.Sync()
	if cerr := l.file.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("write a file: %w", err)
	}
	return nil
}
