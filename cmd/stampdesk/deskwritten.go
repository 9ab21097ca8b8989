package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"

	"stampdesk"
	"stampdesk/printer/form"
	"stampdesk/tui"
)

// written says what came of a form.
func written(q tui.FormQuery, filled []stampdesk.Filled, pages []form.Page) (tui.WrittenForm, error) {
	w := tui.WrittenForm{Path: q.Path, Notes: notesOf(filled)}
	for i := range pages {
		if t := pages[i].Table; t != nil {
			w.Rows += len(t.Rows)
		}
	}
	if stampdesk.Form(q.Kind).IsList() {
		w.Rows = 0
		for i := range filled {
			w.Rows += len(filled[i].Rows)
		}
	}
	info, err := os.Stat(q.Path)
	if err != nil {
		return w, err
	}
	w.Bytes = info.Size()
	switch ending(q.Path) {
	case ".xlsx":
		w.Pages, w.Sheet = len(pages), true
	case ".pdf":
		w.Pages, err = sheetsIn(q.Path)
	}
	return w, err
}

// sheetsIn counts the sheets of paper of a PDF that was written here.
func sheetsIn(file string) (int, error) {
	body, err := os.ReadFile(file)
	return bytes.Count(body, []byte("/Type /Page\n")), err
}

// stoppable is a writer that fails once ctx has ended, so that no part of a
// file is left of what a person stopped.
type stoppable struct {
	ctx context.Context
	io.Writer
}

func (w stoppable) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(p)
}

// mostShown bounds the lines of a form on the screen: nobody reads on after
// them.
const mostShown = 5000

// beginningOf is the beginning of some pages as text of so many columns.
func beginningOf(ctx context.Context, pages []form.Page, cols int) (string, error) {
	top := &topLines{left: mostShown}
	if err := form.WriteTextWithin(stoppable{ctx, top}, pages, cols); err != nil && !errors.Is(err, errEnough) {
		return "", err
	}
	return top.b.String(), nil
}

// topLines keep the first lines that are written.
type topLines struct {
	b    strings.Builder
	left int
}

var errEnough = errors.New("that is enough")

func (t *topLines) Write(p []byte) (int, error) {
	for i, c := range p {
		if c != '\n' {
			continue
		}
		if t.left--; t.left == 0 {
			t.b.Write(p[:i+1])
			return i, errEnough
		}
	}
	return t.b.Write(p)
}
