package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/sheet"
)

// The commands here need no store, only its directory: a profile is a file.
func (a *app) profileCommand() *cobra.Command {
	var force bool
	list := &cobra.Command{
		Use: "list", Short: "Các cách đọc cột đã lưu / profiles that are kept", Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return a.listProfiles() },
	}
	show := &cobra.Command{
		Use: "show NAME", Short: "In một cách đọc cột / print a profile", Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := a.keptProfile(args[0])
			if err != nil {
				return err
			}
			return a.printProfile(p)
		},
	}
	save := &cobra.Command{
		Use: "save NAME FILE.toml", Short: "Lưu tệp thành cách đọc cột / keep a file as a profile", Args: usage(cobra.ExactArgs(2)),
		RunE: func(_ *cobra.Command, args []string) error { return a.saveProfile(args[0], args[1], force) },
	}
	save.Flags().BoolVar(&force, "force", false, "thay hồ sơ đã có / replace one that is there")
	remove := &cobra.Command{
		Use: "remove NAME", Short: "Bỏ một cách đọc cột / remove a profile", Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error { return a.removeProfile(args[0]) },
	}
	check := &cobra.Command{
		Use: "check FILE.toml", Short: "Kiểm tra tệp cách đọc cột / look for mistakes in a file", Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := a.readProfile(args[0])
			if err != nil {
				return err
			}
			return a.printProfile(p)
		},
	}
	var q intake
	template := &cobra.Command{
		Use: "template FILE", Short: "In cách đọc cột của một tệp để sửa / print the columns of a file as a profile to edit", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			q.file = args[0]
			return a.profileTemplate(cmd, q)
		},
	}
	q.addFlags(template)
	return group("profile", "Cách đọc cột: cột nào của tệp là gì / which column of a file is what", list, show, save, remove, check, template)
}

func (a *app) listProfiles() error {
	names, err := a.profileNames()
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"profiles": append([]string{}, names...)})
	}
	for _, name := range names {
		p, err := a.keptProfile(name)
		if err != nil {
			fmt.Fprintf(a.err, "%s: %v\n", name, err)
			continue
		}
		var headings []string
		for _, f := range profileFields() {
			headings = append(headings, p.Columns[f]...)
		}
		fmt.Fprintf(a.out, "%-16s  %s\n", name, strings.Join(headings, ", "))
	}
	if len(names) == 0 {
		fmt.Fprint(a.out, a.t.NoProfiles)
	}
	return nil
}

type profileJSON struct {
	Name     string                       `json:"name"`
	Sheet    string                       `json:"sheet,omitempty"`
	Heading  int                          `json:"heading,omitempty"`
	Encoding string                       `json:"encoding,omitempty"`
	Columns  map[stampdesk.Field][]string `json:"columns"`
	Ignore   []string                     `json:"ignore,omitempty"`
}

func (a *app) printProfile(p sheet.Profile) error {
	if a.flags.json {
		return a.printJSON(profileJSON{p.Name, p.Sheet, p.Heading, string(p.Encoding), p.Columns, p.Ignore})
	}
	text, err := writeProfile(p)
	if err == nil {
		_, err = fmt.Fprint(a.out, text)
	}
	return err
}

func (a *app) saveProfile(name, file string, force bool) error {
	if err := a.mayKeep(name, force); err != nil {
		return err
	}
	p, err := a.readProfile(file)
	if err != nil {
		return err
	}
	p.Name = name
	if err := a.keep(p); err != nil {
		return err
	}
	return a.toldProfile(p)
}

// toldProfile says that a profile is kept.
func (a *app) toldProfile(p sheet.Profile) error {
	if a.flags.json {
		return a.printJSON(map[string]any{"name": p.Name, "file": a.profilePath(p.Name)})
	}
	_, err := fmt.Fprintf(a.out, a.t.ProfileKept, p.Name, a.profilePath(p.Name))
	return err
}

func (a *app) removeProfile(name string) error {
	names, err := a.profileNames()
	if err != nil {
		return err
	}
	if !slices.Contains(names, name) {
		return fail(exitUsage, a.t.HintProfile, a.t.NoProfile, name, strings.Join(names, ", "))
	}
	if err := os.Remove(a.profilePath(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"removed": name})
	}
	_, err = fmt.Fprintf(a.out, a.t.ProfileRemoved, name)
	return err
}

// profileTemplate prints what was made of the columns of a file.
func (a *app) profileTemplate(cmd *cobra.Command, q intake) error {
	r, err := a.readRosterFile(cmd.Context(), q, nil, nil)
	if err != nil {
		return err
	}
	if len(r.Headings) == 0 {
		a.tellProblems(q.file, &r.File)
		return fail(exitBadRows, "", a.t.NoHeadings, q.file)
	}
	base := filepath.Base(q.file)
	name := strings.Map(func(c rune) rune {
		if checkProfileName("a"+string(c), a.t) != nil {
			return '-'
		}
		return c
	}, strings.TrimSuffix(base, filepath.Ext(base)))
	return a.printProfile(profileOf(name[:min(len(name), 40)], q.sheet, &r.File, ""))
}
