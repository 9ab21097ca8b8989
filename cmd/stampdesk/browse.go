package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"stampdesk/tui"
)

// Browse lists what can be imported in a directory: the directories and the
// files of the kinds that can be read. At home the other
// places where files may lie come first, with their whole names.
func (im *importer) Browse(ctx context.Context, dir string) (tui.Folder, error) {
	home, _ := os.UserHomeDir()
	places := placesFrom(home)
	for _, p := range places { // the screen joined it to the folder that named it
		if dir == filepath.Join(home, p) {
			dir = p
		}
	}
	if dir == "" {
		dir = im.dir
		if _, err := os.Stat(dir); err != nil {
			dir = cmp.Or(home, ".")
		}
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return tui.Folder{}, err
	}
	inside, err := os.ReadDir(dir)
	if err != nil {
		return tui.Folder{}, err
	}
	folder := tui.Folder{Path: dir}
	for _, e := range inside {
		if err := ctx.Err(); err != nil {
			return folder, err
		}
		info, err := os.Stat(filepath.Join(dir, e.Name())) // where a link leads
		switch {
		case err != nil || strings.HasPrefix(e.Name(), "."):
		case info.IsDir():
			folder.Entries = append(folder.Entries, tui.FileEntry{Name: e.Name(), Dir: true})
		case info.Mode().IsRegular() && canRead(e.Name()):
			folder.Entries = append(folder.Entries, tui.FileEntry{Name: e.Name(), Size: info.Size()})
		}
	}
	slices.SortFunc(folder.Entries, func(x, y tui.FileEntry) int {
		if x.Dir != y.Dir {
			return map[bool]int{true: -1, false: 1}[x.Dir]
		}
		return cmp.Or(strings.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)), strings.Compare(x.Name, y.Name))
	})
	if dir == filepath.Clean(home) {
		var others []tui.FileEntry
		for _, p := range places {
			others = append(others, tui.FileEntry{Name: p, Dir: true})
		}
		folder.Entries = append(others, folder.Entries...)
	}
	im.dir = dir
	return folder, nil
}

// canRead reports whether a file has the ending of one that can be imported.
func canRead(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".txt", ".tsv", ".xlsx", ".xlsm":
		return true
	}
	return false
}

// placesFrom are the other places where files may lie: where the program was
// started, and the disks that are plugged in: on Windows the drives, elsewhere
// what is mounted where desktops mount it.
func placesFrom(home string) (places []string) {
	if here, err := os.Getwd(); err == nil && here != home {
		places = append(places, here)
	}
	if runtime.GOOS == "windows" {
		for c := 'D'; c <= 'Z'; c++ {
			if drive := string(c) + `:\`; isDir(drive) {
				places = append(places, drive)
			}
		}
		return places
	}
	user := filepath.Base(home) // whose disks are in a directory of that name
	for _, pattern := range [...]string{"/media/*", "/media/" + user + "/*", "/run/media/" + user + "/*", "/Volumes/*"} {
		found, _ := filepath.Glob(pattern) // the pattern is good
		for _, p := range found {
			if isDir(p) && p != "/media/"+user {
				places = append(places, p)
			}
		}
	}
	return places
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
