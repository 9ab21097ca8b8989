// Package sheet reads rosters and units' lists from files that spreadsheets
// saved, csv and xlsx, whatever their age and shape, and writes them back. What
// a file is, its bytes say, not its name.
//
// # Life of a row
//
//	         ┌ text ──── decode ─▶ cutCSV ─┐
//	bytes ─ look                           ├─▶ grids of records ─ recode ─ head ─▶ table ─ lay ─▶ layout
//	         └ workbook ─ openBook ─ walk ─┘                                │
//	                               record ─ aside? ─ take ─ fill ─▶ Member or Line, Problems, Warnings
//
//	  - A grid (grid.go) is rows of cells, before anybody knows what they mean.
//	    Everything after it knows nothing of formats. A workbook gives a grid for
//	    each sheet, those that are hidden last.
//	  - A workbook is read without excelize, which writes them: it takes a sheet
//	    that is cut short, or whose bytes have changed, for one with fewer rows, it
//	    holds whole parts in memory, and it puts members' names into temporary
//	    files. Here a sheet is unpacked as it is walked, once more for every walk,
//	    and only a part that was whole to its last byte counts as read. The xml*
//	    functions know as much XML as spreadsheets write.
//	  - A cell gives what a person sees in it, but for a date, which is the number
//	    that Excel keeps, for only its column tells that it is one, and a formula
//	    that was never calculated, which is a mark that no column takes for a blank.
//	  - All bounds are in limits.go. They are looked at while a file is taken in, so
//	    that a file made to do harm costs a few megabytes and a sentence.
//	  - Letters of old fonts are put into Unicode column by column (recode.go).
//	  - The headings are looked for in the first rows (heading.go): the row, or
//	    the two rows one over the other, that name the most columns. What stands
//	    above are titles; a row of column numbers below is passed over. Of several
//	    grids the one is taken whose headings fit (known.go); where sheets beside
//	    each other do, a person must choose (several.go).
//	  - A heading is known by its words without diacritics, capitals and
//	    punctuation (synonym.go, meaning.go). One that names several facts means
//	    all of them, as in the register of members (7-HSĐV); a profile that a
//	    person wrote (Options.Profile) goes before all of it (lexicon.go,
//	    profile.go).
//	  - Where headings alone leave it open which column is which, the first rows
//	    below decide, or the file is refused with both columns named (layout.go).
//	    Headings that are nearly known are proposed (nearby.go).
//	  - Cells that are made of others (a name of two columns, a birth date in the
//	    column of the sex, the facts of one cell) stand behind those of the file
//	    (compose.go, fact.go), so that a plain file pays nothing for them.
//	  - Totals, titles of groups, headings again and signatures are passed over and
//	    told (aside.go, total.go). A row with a card number, or with a name and a
//	    date or a unit's code, is never one of them.
//	  - What remains becomes a member or a line (row.go, roster.go, list.go), is
//	    checked (cardnumber.go, day.go, status.go, unit.go) and compared with the rows
//	    before it (seen.go, twin.go).
//
// # What is promised
//
//   - What is wrong with a file is a value ([Problem]), never an error. An error
//     means that the file could not be read at all, or that the context ended.
//   - Every row is read, whatever the rows before it had. All problems are
//     counted, and summed up by kind and column ([File.Summary]); [MaxListed] of
//     them are kept. A file is fit for use only when it has none.
//   - Nothing is guessed. What is read otherwise than it is written is a warning
//     on its row: a spreadsheet's number for a day where a person sees the
//     number, a year taken from half a date, a zero put back that a spreadsheet
//     dropped (only when asked for), a probationary member told by what is
//     missing. Blanks, invisible characters and the form of Unicode (NFC) are
//     repaired silently. Text from before Unicode is read where its words prove
//     in what it stands, and [File.Evidence] says so (package charset).
//   - A day comes before its month, and a year has four digits.
//   - A problem names the physical line where its row begins, as an editor
//     counts lines, and the column by its own heading.
//   - [File.WriteErrors] and [File.WriteErrorsXLSX] give back every row of the
//     file, in order, so that the corrected file can be read as it is. Others add what they find
//     against the roster in force ([File.AddProblems], [RosterFile.AddClashes]).
//   - What [WriteRoster] wrote reads back the same as UTF-8, but for a person whose name
//     reads like a total, a group or an office, and of whom nothing else is
//     written than a unit that does not look like a code.
//
// In csv a cell that a spreadsheet would take for a formula is written with '
// before it, and read without. In workbooks every cell is written as text.
package sheet
