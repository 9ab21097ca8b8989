// Package form lays the official forms of a round out (mẫu 1-KTTĐV to
// 7-KTTĐV) and writes them as workbooks and as rows of text.
//
// What stands on a form is data: a Template, which a board may edit, says the
// title, the columns, the rows of figures and who signs. Template.Pages fills
// it from a stampdesk.Filled and gives Pages, which know words and millimetres.
// WriteXLSX, WriteCSV and package printer/pdf make files of them. Nothing is
// counted here.
package form
