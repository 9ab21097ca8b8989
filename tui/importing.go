package tui

import (
	"context"

	"stampdesk"
)

// Importer reads files for the import view. Its methods are called in
// commands, one at a time, and may take their time; they end when ctx does.
type Importer interface {
	// Browse lists what can be imported in a directory, and the directories
	// beside it; "" is where the person was last, or their home.
	Browse(ctx context.Context, dir string) (Folder, error)
	// Read reads a file and compares it. What is wrong with the file is in the
	// Import, not an error.
	Read(ctx context.Context, q ImportQuery) (*Import, error)
	// Save writes the compared roster beside the one in force, before it is
	// applied.
	Save(ctx context.Context, i *Import, progress func(done, total int)) error
	// WriteErrors writes the person's own rows with the reasons beside them
	// into a new file next to the one that was read, and gives its name.
	WriteErrors(ctx context.Context, i *Import) (string, error)
	// SaveProfile keeps the columns that were assigned under a name.
	SaveProfile(ctx context.Context, name string, q ImportQuery) error
	// Profiles are the names under which columns are kept.
	Profiles(ctx context.Context) ([]string, error)
}

// Folder is a directory as a person looks at it.
type Folder struct {
	Path    string
	Entries []FileEntry // directories first, then files by name
}

// FileEntry is a file that can be imported, or a directory.
type FileEntry struct {
	Name string
	Dir  bool
	Size int64
}

// ImportQuery says which file is to be read, and how.
type ImportQuery struct {
	Path  string
	Form  stampdesk.Form     // of a unit's list; 0: a roster
	Batch stampdesk.BatchID  // that a list is for
	Unit  stampdesk.UnitCode // whose members alone a roster replaces; empty: everybody

	Encoding string // as the option --encoding; empty: found out
	Sheet    string
	LostZero bool
	Profile  string                       // the name of one that is kept
	Columns  map[string][]stampdesk.Field // assigned by the person: heading as in Import.Columns to fields; none: not used

	Lang     stampdesk.Lang                           // of the sentences in the Import; "": that of the desk
	Progress func(stage ImportStage, done, total int) // total 0: not known; nil: nobody listens
}

// ImportStage is what an import is doing.
type ImportStage int

// The stages of an import.
const (
	StageRead ImportStage = iota
	StageCompare
	StageWrite
	StageFill // forms are filled in
	StageFile // they are laid out and written; nobody can tell how far
)

// Import is a file that was read, and what it would change.
type Import struct {
	Query    ImportQuery
	Rows     int
	Format   string // csv, xlsx
	Sheet    string
	Profile  string // known form or named profile
	Samples  []ImportSample
	Columns  []ImportColumn
	Problems []string // in the language of Query; the first of many
	Warnings []string
	// All that there are, listed or not.
	ProblemCount, WarningCount int
	// The same sentences in the other language, for F2; empty: there are none.
	Others ImportSentences

	Draft *stampdesk.RosterDraft // of a roster without problems
	List  *stampdesk.LoadList    // of a list without problems
}

// ImportSentences are what is said of a file in one language.
type ImportSentences struct{ Problems, Warnings []string }

// ImportSample is what an encoding was told by.
type ImportSample struct{ Encoding, Sample, Read string }

// ImportColumn is a column of the file and what it was read as.
type ImportColumn struct {
	Heading string
	Fields  []stampdesk.Field // none: not used
}
