package tui

import (
	"context"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

// filePage is where a file to import is chosen: a directory, what is typed to
// find a file in it or to name another place, and how the file is to be read.
type filePage struct {
	batch stampdesk.BatchID // whose lists these are; "": a roster

	folder Folder
	opened bool
	trail  []string // directories that Esc leads back to
	typed  field
	list   list
	options
	on int // 0: the files; above: an option
}

// importFile opens the choice of a file, as it was left the last time.
func (s *shell) importFile(batch stampdesk.BatchID) {
	p := s.files[batch]
	if p == nil {
		p = &filePage{batch: batch, typed: field{most: 400}}
		p.options = newOptions(batch != "")
		if s.files == nil {
			s.files = map[stampdesk.BatchID]*filePage{}
		}
		s.files[batch] = p
	}
	s.turnTo(p)
	p.browse(s, p.folder.Path, "")
}

// readsOnce: what others write is not about files.
func (p *filePage) readsOnce() {}

// read looks into the directory again: there may be a new file, with errors to
// be corrected.
func (p *filePage) read(sight) (func(*shell), error) {
	return func(s *shell) {
		if p.opened && s.working(p) == nil {
			p.browse(s, p.folder.Path, "")
		}
	}, nil
}

// browse looks into a directory, and where a name is given, at what has it: a
// directory is gone into, a file is read.
func (p *filePage) browse(s *shell, dir, name string) {
	files := s.opt.Import
	s.start(p, func(ctx context.Context, _ func(ImportStage, int, int)) (func(*shell), error) {
		f, err := files.Browse(ctx, dir)
		if err != nil {
			return nil, err
		}
		found := name == ""
		file := ""
		for _, e := range f.Entries {
			switch {
			case norm.NFC.String(e.Name) != norm.NFC.String(name):
			case e.Dir:
				found = true
				if f, err = files.Browse(ctx, filepath.Join(f.Path, e.Name)); err != nil {
					return nil, err
				}
			default:
				found, file = true, e.Name
			}
			if found && name != "" {
				break
			}
		}
		profiles, err := files.Profiles(ctx) // one may have been kept since
		if err != nil {
			return nil, err
		}
		return func(s *shell) {
			if !found {
				s.say(warn, fill(s.words.NoSuchFile, name, f.Path))
				return
			}
			p.came(f)
			p.options.named(profiles)
			if p.named() {
				p.typed.text = ""
				p.sift()
			}
			if file != "" {
				p.open(s, file)
			}
		}, nil
	})
}

// came takes what is in a directory.
func (p *filePage) came(f Folder) {
	same := f.Path == p.folder.Path
	p.folder, p.opened = f, true
	var rows []row
	if filepath.Dir(f.Path) != f.Path {
		rows = append(rows, fileRow(FileEntry{Name: parent, Dir: true}))
	}
	for _, e := range f.Entries {
		rows = append(rows, fileRow(e))
	}
	if p.list.put(rows); !same {
		p.list.chosen, p.list.at = "", 0
		if len(f.Entries) > 0 && len(rows) > len(f.Entries) {
			p.list.chosen = rows[1].key
		}
	}
	p.sift()
}

// parent is the directory above.
const parent = ".."

func fileRow(e FileEntry) row {
	return row{key: e.Name, folded: found(e.Name), cells: func(s *shell) []string {
		if e.Dir {
			return []string{e.Name + string(filepath.Separator), ""}
		}
		return []string{e.Name, right(s.bytes(e.Size), 10)}
	}}
}

// bytes is a size as people say it.
func (s *shell) bytes(n int64) string {
	switch {
	case n < 1000:
		return s.count(int(n)) + " B"
	case n < 1000_000:
		return s.count(int(n+500)/1000) + " kB"
	}
	tenth := int((n + 50_000) / 100_000)
	point := ","
	if s.lang == stampdesk.English {
		point = "."
	}
	return s.count(tenth/10) + point + string(rune('0'+tenth%10)) + " MB"
}

func (p *filePage) failed(s *shell, err error) { s.say(bad, fill(s.words.NotBrowsed, err.Error())) }

// named reports that a path is typed, not a part of a name.
func (p *filePage) named() bool {
	t := p.typed.value()
	return strings.ContainsRune(t, '/') || strings.ContainsRune(t, filepath.Separator) || filepath.VolumeName(t) != ""
}

// place is the directory and the name of the path that is typed.
func (p *filePage) place() (dir, name string) {
	path := p.typed.value()
	if !filepath.IsAbs(path) && !strings.HasPrefix(path, "~") {
		end := path[len(strings.TrimRight(path, `/\`)):] // which Join takes away
		path = filepath.Join(p.folder.Path, path) + end
	}
	return filepath.Split(path)
}

// elsewhere reports that what is typed names another directory than this.
func (p *filePage) elsewhere() bool {
	dir, _ := p.place()
	return p.named() && filepath.Clean(dir) != p.folder.Path
}

// sift shows the files that fit what is typed: a part of a name, or a path
// into this directory.
func (p *filePage) sift() {
	p.list.filter.text = p.typed.text
	if p.named() {
		if _, p.list.filter.text = p.place(); p.elsewhere() {
			p.list.filter.text = ""
		}
	}
}

func (p *filePage) key(s *shell, in input) {
	switch {
	case in.name == "tab":
		p.on = (p.on + 1) % (len(p.all) + 1)
	case in.name == "shift+tab":
		p.on = (p.on + len(p.all)) % (len(p.all) + 1)
	case p.on > 0 && in.is(keys.Esc):
		p.on = 0
	case p.on > 0 && in.is(keys.Down), p.on > 0 && in.is(keys.Enter) && in.text == "":
		p.on = (p.on + 1) % (len(p.all) + 1)
	case p.on > 0 && in.is(keys.Up):
		p.on--
	case p.on > 0:
		p.all[p.on-1].key(in)
	case in.is(keys.Esc) && p.typed.text != "":
		p.typed.text = ""
		p.sift()
	case in.is(keys.Esc) && len(p.trail) > 0:
		last := len(p.trail) - 1
		dir := p.trail[last]
		p.trail = p.trail[:last]
		p.browse(s, dir, "")
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.Erase) && p.typed.text == "" && p.opened:
		p.browse(s, filepath.Dir(p.folder.Path), "")
	case in.is(keys.Enter) && in.text == "" && p.elsewhere():
		dir, name := p.place()
		s.hush()
		p.browse(s, dir, name)
	case in.is(keys.Enter) && in.text == "":
		p.enter(s)
	case in.moves():
		p.list.move(in)
	default:
		if p.typed.key(in) {
			p.sift()
		}
	}
}

// enter goes into the chosen directory, or reads the chosen file.
func (p *filePage) enter(s *shell) {
	r := p.list.now()
	if r == nil { // a file that has just been put there
		s.hush()
		p.browse(s, p.folder.Path, "")
		return
	}
	p.list.chosen = r.key
	s.hush()
	if r.key == parent {
		p.browse(s, filepath.Dir(p.folder.Path), "")
		return
	}
	for _, e := range p.folder.Entries {
		switch {
		case e.Name != r.key:
		case e.Dir:
			p.trail = append(p.trail, p.folder.Path)
			p.typed.text = ""
			p.browse(s, filepath.Join(p.folder.Path, e.Name), "")
		default:
			p.open(s, e.Name)
		}
	}
}

// open reads a file of the directory, as the options say.
func (p *filePage) open(s *shell, name string) {
	q := ImportQuery{Path: filepath.Join(p.folder.Path, name), Batch: p.batch, Lang: s.lang}
	if wrong := p.options.fill(s, &q); wrong > 0 {
		p.on = wrong
		s.say(warn, s.words.WantUnit)
		return
	}
	view := &importPage{query: q, profile: field{most: 60}, number: field{most: 12}}
	s.turnTo(view)
	view.begin(s)
}

func (p *filePage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *filePage) view(s *shell, w, h int) []string {
	label := func(t string) string { return " " + s.fit(t, 9) }
	folder := s.style.Tone[quiet].Render(s.words.ReadingFolder)
	if p.opened {
		folder = s.middle(p.folder.Path, w-14)
	}
	out := []string{" " + s.style.Head.Render(s.importTitle(0, p.batch)), "",
		label(s.words.InFolder) + folder,
		label(s.words.Find) + p.typed.view(s, w-14, p.on == 0), ""}
	below := []string{s.style.Tone[quiet].Render(" " + strings.Repeat(s.sign.Rule, w-2))}
	below = append(append(below, p.options.view(s, p.on-1, w)...), s.noteLines(w)...)
	places := p.list.found()
	switch {
	case !p.opened:
	case len(p.folder.Entries) == 0:
		out = append(out, "  "+s.words.NoFiles, "", "  "+s.style.Tone[quiet].Render(s.words.NoFilesHow))
	case len(places) == 0:
		out = append(out, "  "+s.words.NothingFits)
	default:
		head := heading{widths: []int{-1, 12}, middle: 0}
		i := p.list.index(places)
		p.list.chosen = p.list.rows[places[i]].key
		out = append(out, p.list.lines(s, places, i, &head, w, h-len(out)-len(below))...)
	}
	return s.foot(out, below, w, h)
}

// importTitle says what a file is chosen for.
func (s *shell) importTitle(form stampdesk.Form, batch stampdesk.BatchID) string {
	if batch == "" {
		return s.words.ImportRoster
	}
	if form == 0 {
		return fill(s.words.ImportLists, s.batchName(batch))
	}
	return fill(s.words.ImportList, string(rune('0'+form)), s.batchName(batch))
}

func (p *filePage) hints(s *shell) []hint {
	if p.on > 0 {
		return []hint{{s.words.KeySpaceBar, s.words.KeyChange}, {"Tab", s.words.KeyField}, {"Esc", s.words.KeyToFiles}, {"F1", s.words.KeyHelp}}
	}
	return []hint{{"Enter", s.words.KeyOpen}, {"Tab", s.words.KeyHow}, {"Esc", s.words.KeyBack}, {"F1", s.words.KeyHelp}}
}

func (p *filePage) help(w *words) string { return w.HelpFiles }

func (p *filePage) takesText() bool { return true }
