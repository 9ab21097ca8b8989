package stampdesk

// NamedCells counts the cells (chi bộ) that members name, each once for the
// unit whose members they are, however it is spelt.
type NamedCells struct {
	spelt map[namedCell]bool // every spelling that was seen
	known map[namedCell]bool // by its words
	of    map[UnitCode]int
}

type namedCell struct {
	unit UnitCode
	cell string
}

// Add counts the cell of a member, if it is one more.
func (n *NamedCells) Add(m *Member) {
	k := namedCell{m.Unit, m.Cell}
	if m.Unit == "" || m.Cell == "" || n.spelt[k] {
		return
	}
	if n.spelt == nil {
		n.spelt, n.known, n.of = map[namedCell]bool{}, map[namedCell]bool{}, map[UnitCode]int{}
	}
	n.spelt[k] = true
	if k.cell = cellKey(m.Cell); k.cell != "" && !n.known[k] {
		n.known[k] = true
		n.of[m.Unit]++
	}
}

// Of is how many cells of a unit were named.
func (n *NamedCells) Of(unit UnitCode) int { return n.of[unit] }
