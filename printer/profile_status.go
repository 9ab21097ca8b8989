package printer

import (
	"slices"
	"time"
)

// StatusQuery says how a kind of printer is asked how it is, and what of its answer is to be believed.
type StatusQuery struct {
	// Query is "dle_eot" (DLE EOT 1 to 4, answered at once also by a printer that is off-line), "asb" (the four bytes of
	// automatic status back) or "gs_r" (GS r 1, paper only, answered by a printer that is on-line). "none" and "": it is
	// never asked.
	Query     string `toml:"query"`
	TimeoutMS int    `toml:"timeout_ms"` // how long each answer may take; 0 counts as 400, more than 2000 as 2000
	// Sensors are those that the printer has: "paper_end", "paper_near", "cover". What others say is not believed. Empty:
	// all are.
	Sensors []string `toml:"sensors"`
}

func (q StatusQuery) limit() time.Duration {
	return time.Duration(min(orDefault(q.TimeoutMS, 400), 2000)) * time.Millisecond
}

func (q StatusQuery) has(sensor string) bool {
	return len(q.Sensors) == 0 || slices.Contains(q.Sensors, sensor)
}
