// Package sheet reads rosters and units' lists from files that a spreadsheet
// saved, csv and xlsx, and writes them back. What a file is, its bytes say, not
// its name.
//
// # Life of a row
//
//	         ┌ text ──── decode ─▶ cutCSV  ─┐
//	bytes ─ look                            ├─▶ grids of records ─▶ table (where the headings are)
//	         └ workbook ─ openBook ─ walk ──┘        └─▶ layout (where each column stands)
//	                                                 └─▶ record ─▶ Member or Line, Problems, Warnings
//
// Everything from the record on knows nothing of formats. A workbook gives a
// grid for each sheet, those that are hidden last; the first whose headings fit
// is read.
//
// Workbooks are read without excelize, which writes them: it takes a sheet that
// is cut short, or whose bytes have changed, for one with fewer rows, it holds
// whole parts in memory, and it puts members' names into temporary files. Here
// a sheet is unpacked as it is walked, once more for every walk, and only a
// part that was whole to its last byte counts as read. The xml* functions know
// as much XML as spreadsheets write.
//
// A cell gives what a person sees in it, with these exceptions: a date is the
// number that Excel keeps, for only its column tells that it is one; a formula
// that was never calculated is a mark that no column takes for a blank.
//
// # Bounds
//
// All bounds are in limits.go. They are looked at while a file is taken in, so
// that a file made to do harm costs a few megabytes and a sentence.
//
// # What is promised
//
//   - What is wrong with a file is a value ([Problem]), never an error. An error
//     means that the file could not be read at all.
//   - Every row is read, whatever the rows before it had. All problems are
//     counted; [MaxListed] of them are kept. A file is fit for use only when it
//     has none: nothing is guessed and nothing is repaired, but for blanks,
//     invisible characters and the form of Unicode (NFC).
//   - A problem names the physical line where its row begins, as an editor
//     counts lines.
//   - [File.WriteErrors] and [File.WriteErrorsXLSX] give back every row of the
//     file, in order, so that the corrected file can be read as it is.
//   - What [WriteRoster] wrote reads back the same.
//
// In csv a cell that a spreadsheet would take for a formula is written with '
// before it, and read without. In workbooks every cell is written as text.
package sheet
