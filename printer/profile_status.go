package printer

// StatusQuery is how a printer is asked for its condition.
type StatusQuery struct {
	Query     string   `toml:"query"`
	TimeoutMS int      `toml:"timeout_ms"`
	Sensors   []string `toml:"sensors"`
}
