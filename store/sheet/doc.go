// Package sheet reads rosters and units' lists from files that a spreadsheet
// saved, and writes rosters back. The format is csv; a workbook is refused with
// a sentence that says how to save it.
//
// # Life of a row
//
//	bytes ─ decode ─▶ text ─ cut ─▶ grid ─ recode ─▶ table of records ─▶ layout (where each column stands)
//	                                     └─▶ record ─▶ Member or Line, Problems, Warnings
//
// Everything from the record on knows nothing of csv: another format only has
// to give a table.
//
// # What is promised
//
//   - What is wrong with a file is a value ([Problem]), never an error. An error
//     means that the file could not be read at all.
//   - Every row is read, whatever the rows before it had. All problems are
//     counted; [MaxListed] of them are kept. A file is fit for use only when it
//     has none: nothing is guessed and nothing is repaired, but for blanks,
//     invisible characters and the form of Unicode (NFC). Text from before
//     Unicode is read where its words prove in what it stands, and
//     [File.Evidence] says so (package charset).
//   - A problem names the physical line where its row begins, as an editor
//     counts lines.
//   - [File.WriteErrors] gives back every row of the file, in order, so that the
//     corrected file can be read as it is.
//   - What [WriteRoster] wrote reads back the same as UTF-8.
//
// A cell that a spreadsheet would take for a formula is written with ' before
// it, and read without.
package sheet
