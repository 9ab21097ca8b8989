package sheet

import "strings"

// noResult begins the text of a cell whose formula has no result: the program
// that saved the workbook did not calculate. No cell of a file begins so, and
// where nobody looks for it, it is no text at all.
const noResult = "\x00"

// cellErrors are what Excel writes where a formula has failed, and what stays
// of it in csv.
var cellErrors = map[string]bool{
	"#REF!": true, "#N/A": true, "#VALUE!": true, "#NAME?": true, "#DIV/0!": true, "#NULL!": true, "#NUM!": true,
	"#SPILL!": true, "#CALC!": true, "#FIELD!": true, "#BLOCKED!": true, "#BUSY!": true, "#GETTING_DATA": true,
	"#CONNECT!": true, "#UNKNOWN!": true, "#PYTHON!": true, "#EXTERNAL!": true,
}

// unresolved is what is wrong with a cell of which nobody knows what it says:
// its formula failed, or was never calculated. False: it says something.
func unresolved(cell string) (Problem, bool) {
	if formula, ok := strings.CutPrefix(cell, noResult+"="); ok {
		return Problem{Fault: FaultNoResult, Found: "=" + formula}, true
	}
	if len(cell) > 0 && cell[0] == '#' && cellErrors[strings.TrimSpace(cell)] {
		return Problem{Fault: FaultCellError, Found: strings.TrimSpace(cell)}, true
	}
	return Problem{}, false
}
