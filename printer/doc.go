// Package printer puts documents on paper: return lists and tallies on thermal receipt printers that speak ESC/POS, and
// the same documents as pictures and as plain text.
//
// # What a document is
//
// A [Doc] is a value: a title, and blocks from top to bottom. It knows words and what they are (a line, a pair, a
// table, a place to sign), never dots or bytes. [Layout] sets it once, for a width in characters, into [Line]s; every
// renderer draws those lines and adds nothing of its own. So paper, picture and text are the same document, and what a
// test sees in a text file is what the desk hands out.
//
// # Life of a print job
//
//	Doc ─ Layout ─▶ []Line ─┬─ PlainText ─▶ .txt
//	                        ├─ Renderer.Draw ─▶ Strip ─ EncodePNG ─▶ .png
//	                        └─ Job.Chunks ─┬─ dots, line by line ─ bands ─┬─▶ ESC/POS ─ Transport.Send ─▶ paper
//	                                       └─ the printer's own letters ──┘
//
// Letters go to the printer as a picture, unless its [Profile] says otherwise. The code pages of cheap printers lack or
// misplace Vietnamese letters, and which page a clone really holds is found only by trying, for which there is a
// [TestPageDoc]; dots are the same on every printer. A job is made while it is sent: it holds a line and a band as dots,
// however long it is. The picture in a file is put together of the same bands.
//
// The functions that end in Doc are the papers of a desk, a file for each; [Compose] makes the one that an entry of the
// journal orders.
//
// # The spool
//
// An order is an entry of the journal, and so is what a person says of it later. Each printer of a desk has a [Spool],
// which follows the journal and keeps two cursors in the store: which attempt it began last, and which job it was done
// with last. The beginning is noted in one transaction with the look whether the journal has grown: what a person says is
// before it, or else marks what is printed after.
//
//	           ┌───────────── nothing was sent: trouble, tried again ─────────────┐
//	           ▼                                                                  │
//	ordered ─ begun noted ─ Send ─┬─ all was sent ─ done noted ─ the next order   │
//	   │                          ├─ nothing was sent ─ begun taken back ─────────┘
//	   │                          └─ something was sent, or the program ended: unknown
//	   │                               a person looks ─┬─ not there: printed again, marked
//	   │                                               └─ there: the next order
//	   └─ at any time a person may cancel it, or move it to another printer
//
// Where the profile says how ([StatusQuery]), a printer is asked how it is ([Ask]): before a job, after it, and when work
// begins, never in between. What says that it cannot print gets nothing; what does not answer prints as if it were well.
//
// # What is promised
//
//   - Text is brought to Unicode NFC, and no line breaks between a letter and its marks. A character the font lacks is
//     drawn as a box, never left out; control and formatting characters are dropped, so no text can carry a command.
//   - No line is wider than asked for. Nothing is cut off to fit: it goes on the next line.
//   - No end of a page parts a heading from what it heads; the header of a table stands on every page, and its number.
//   - A [Doc.Mark] stands at the top, at the bottom and in between, on every part that a cut separates.
//   - In the printer's own letters, what has no code is printed without its marks or as a question mark, never left out.
//   - The bytes for a printer never open a cash drawer, not even by chance inside a picture, unless the profile has one.
//   - A [Transport] says whether anything may have reached the paper: see [SendError]. Nothing is sent twice by itself.
//   - No order is lost, and none comes out twice without a mark on the second: whatever the printer, the store or the
//     power does, and whatever people say meanwhile. A printer in trouble never keeps a card from being recorded.
//
// It is not promised that paper came out: most receipt printers never answer, so a job is done when the printer, or the
// system's buffer for it, took the last byte.
package printer
