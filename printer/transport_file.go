package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Directory keeps jobs as files instead of printing them: NNNN-name.bin, .png and .txt, numbered on from the highest
// number there. A .bin is only ever seen whole, and last: where it is, the other two are.
type Directory struct{ Path string }

var _ Transport = (*Directory)(nil)

// Send writes the files. They are on disk when it returns; 0600, in a directory that is made with 0700 if need be.
func (d *Directory) Send(ctx context.Context, job Job) (int64, error) {
	if err := os.MkdirAll(d.Path, 0o700); err != nil {
		return 0, sendError(0, fmt.Errorf("make the directory: %w", err))
	}
	if ctx.Err() != nil {
		return 0, sendError(0, context.Cause(ctx))
	}
	number, bin, err := d.reserve()
	if err != nil {
		return 0, sendError(0, err)
	}
	set := fileSet{base: filepath.Join(d.Path, number+"-"+fileName(job.Name)), temp: filepath.Join(d.Path, "."+number)}
	n, err := set.write(ctx, bin, job)
	if err != nil {
		set.remove()
		return 0, sendError(0, err)
	}
	if err := syncDir(d.Path); err != nil {
		return n, sendError(n, err)
	}
	return n, nil
}

// part ends the name under which a file is written before it is whole.
const part = ".part"

// reserve takes the next number by creating its first file, which only one process can do.
func (d *Directory) reserve() (string, *os.File, error) {
	for {
		taken, err := d.taken()
		if err != nil {
			return "", nil, err
		}
		n := 1
		for used := range taken {
			n = max(n, used+1)
		}
		number := fmt.Sprintf("%04d", n)
		f, err := os.OpenFile(filepath.Join(d.Path, "."+number+".bin"+part), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return "", nil, fmt.Errorf("create a file: %w", err)
		}
		// Between looking and creating, another process may have taken the number and finished with it.
		if taken, err = d.taken(); err == nil && taken[n] == 1 {
			return number, f, nil
		}
		_ = f.Close()
		_ = os.Remove(f.Name())
		if err != nil {
			return "", nil, err
		}
	}
}

// taken counts the files of each number, whole or not.
func (d *Directory) taken() (map[int]int, error) {
	entries, err := os.ReadDir(d.Path)
	if err != nil {
		return nil, fmt.Errorf("read the directory: %w", err)
	}
	count := make(map[int]int)
	for _, e := range entries {
		count[leadingNumber(strings.TrimPrefix(e.Name(), "."))]++
	}
	return count, nil
}

// leadingNumber reads at least four and at most nine digits that end with "-" or "."; anything else is 0.
func leadingNumber(name string) int {
	n := 0
	for i := range len(name) {
		switch c := name[i]; {
		case c >= '0' && c <= '9' && i < 9:
			n = n*10 + int(c-'0')
		case i >= 4 && (c == '-' || c == '.'):
			return n
		default:
			return 0
		}
	}
	return 0
}

// fileName keeps of a job's name what any file system takes.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, name)
	if name = strings.Trim(name[:min(len(name), 80)], "-"); name == "" {
		return "job"
	}
	return name
}

// fileSet is the files of one job.
type fileSet struct{ base, temp string }

// write fills bin and the others, then gives them their names.
func (s fileSet) write(ctx context.Context, bin *os.File, job Job) (int64, error) {
	n, err := fillJob(bin, job)
	if err != nil {
		return 0, err
	}
	if err := s.others(job); err != nil {
		return 0, err
	}
	if ctx.Err() != nil {
		return 0, context.Cause(ctx)
	}
	if err := s.nameOthers(job); err != nil {
		return 0, err
	}
	if err := os.Rename(bin.Name(), s.base+".bin"); err != nil {
		return 0, fmt.Errorf("name a file: %w", err)
	}
	return n, nil
}

// others writes the text and the picture.
func (s fileSet) others(job Job) error {
	if err := s.create(".txt", []byte(job.Text)); err != nil || job.PNG == nil {
		return err
	}
	var picture bytes.Buffer
	if err := job.PNG(&picture); err != nil {
		return err
	}
	return s.create(".png", picture.Bytes())
}

func (s fileSet) nameOthers(job Job) error {
	for _, ext := range []string{".txt", ".png"} {
		if ext == ".png" && job.PNG == nil {
			continue
		}
		if err := os.Rename(s.temp+ext+part, s.base+ext); err != nil {
			return fmt.Errorf("name a file: %w", err)
		}
	}
	return nil
}

func (s fileSet) create(ext string, data []byte) error {
	f, err := os.OpenFile(s.temp+ext+part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("create a file: %w", err)
	}
	_, err = fillJob(f, Job{Chunks: Whole(data)})
	return err
}

// remove takes back a job that did not become whole. What cannot be removed keeps a number from being used, no more.
func (s fileSet) remove() {
	for _, ext := range []string{".bin", ".png", ".txt"} {
		_ = os.Remove(s.temp + ext + part)
		_ = os.Remove(s.base + ext)
	}
}

// fillJob writes the bytes of a job, syncs and closes f.
func fillJob(f *os.File, job Job) (n int64, err error) {
	for c := range job.Chunks {
		if _, err = f.Write(c); err != nil {
			break
		}
		n += int64(len(c))
		job.progress(n)
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return 0, fmt.Errorf("write a file: %w", err)
	}
	return n, nil
}
