package sheet

// What is taken of a file. Every limit lies far above what an office has, and
// far below what would bring its computer to a stop.
const (
	maxText     = 3 << 29   // bytes of a text file
	maxWorkbook = 512 << 20 // bytes of a workbook as it lies on the disk
	maxLine     = 1 << 20   // bytes of a physical line, and of a row of csv
	maxColumns  = 500       // cells of a row that are not blank
	maxBroken   = 1000      // quotation marks of a file that swallow rows

	maxParts     = 10_000    // files inside a workbook
	maxInflated  = 2 << 30   // bytes of all of them
	maxSuspect   = 100 << 20 // bytes above which maxRatio counts
	maxRatio     = 200       // a part to its compressed form
	maxStrings   = 512 << 20 // bytes of the texts that cells share
	maxCellText  = 1 << 20   // bytes of a cell, and of any piece of XML
	maxMerged    = 1 << 20   // merged ranges of a sheet
	maxSheetRow  = 1 << 20   // Excel's last row
	maxSheetCol  = 1 << 14   // Excel's last column
	maxSheets    = 1000
	maxXMLDepth  = 64
	maxSmallPart = 16 << 20 // bytes of a part that is only about other parts
)
