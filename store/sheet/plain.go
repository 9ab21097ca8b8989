package sheet

import (
	"context"
	"io"
	"slices"
)

// MaxPlain bounds the rows of a plain table: what a board types by hand.
const MaxPlain = 20_000

// ReadPlain reads a file of csv, in any encoding, or the first visible sheet of
// a workbook as rows of cells: rows[i] is line i+1 of the file, nil where it is
// blank. What is wrong with the file, or with the first row that cannot be cut
// into cells, is the problem; the error is that of r, or of ctx when it ends.
func ReadPlain(ctx context.Context, r io.Reader) (rows [][]string, bad *Problem, err error) {
	data, bad, err := take(ctx, r)
	if err != nil || bad != nil {
		return nil, bad, err
	}
	grids, _, bad := cut(data, Options{}, ctx.Err)
	switch {
	case ctx.Err() != nil:
		return nil, nil, ctx.Err()
	case bad != nil:
		return nil, bad, nil
	case len(grids) == 0:
		return nil, &Problem{Fault: FaultEmpty}, nil
	}
	g := grids[max(0, slices.IndexFunc(grids, func(g grid) bool { return !g.hidden }))]
	for rec := range g.rows {
		switch {
		case rec.line > MaxPlain:
			return nil, &Problem{Fault: FaultTooLarge, Line: rec.line}, nil
		case rec.broken != "":
			return nil, &Problem{Fault: FaultQuote, Line: rec.line, Found: shorten(rec.broken)}, nil
		}
		for len(rows) < rec.line-1 {
			rows = append(rows, nil)
		}
		rows = append(rows, slices.Clone(rec.cells))
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if g.failed != nil {
		bad = g.failed()
	}
	return rows, bad, nil
}
