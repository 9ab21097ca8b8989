package stampdesk

import (
	"fmt"
	"strings"
)

// Title is what other boards call it. The name at the head of a document is
// often that of every such organ, "BAN TỔ CHỨC": the committee that it is of,
// which stands above it there, is then part of the title.
func (b Board) Title() string {
	title := strings.TrimSpace(b.Name)
	if Fold(title) != "ban to chuc" {
		return title
	}
	return withMore(title, " ", b.Upper)
}

// IsNamed reports whether other boards can tell it by its title.
func (b Board) IsNamed() bool {
	title := Fold(b.Title())
	return title != "" && title != "ban to chuc"
}

// callApart gives each board its title for its name, and with it what is needed
// to tell it from the others: what is above it, or the id of its store.
func callApart(all []BoardResult) {
	for i := range all {
		all[i].Board.Name = all[i].Board.Title()
	}
	for _, more := range []func(*BoardResult) string{
		func(r *BoardResult) string { return r.Board.Upper },
		func(r *BoardResult) string { return fmt.Sprintf("%x", r.Store[:4]) },
	} {
		called := map[string]int{}
		for i := range all {
			called[Fold(all[i].Board.Name)]++
		}
		for i := range all {
			if r := &all[i]; called[Fold(r.Board.Name)] > 1 {
				r.Board.Name = withMore(r.Board.Name, ", ", more(r))
			}
		}
	}
}

// withMore is a name with more after it, if there is more, and the whole can be
// a name.
func withMore(name, between, more string) string {
	if more = strings.TrimSpace(more); more == "" || len(name)+len(between)+len(more) > maxName {
		return name
	}
	return name + between + more
}
