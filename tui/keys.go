package tui

import "github.com/charmbracelet/bubbles/key"

// keyMap is every key that means something, once.
type keyMap struct {
	Enter, Esc, Next, Prev              key.Binding
	Up, Down, PageUp, PageDown          key.Binding
	Home, End, Erase, Clear             key.Binding
	Relaminated, Damaged, Hold, GiveUp  key.Binding
	Undo, Number, Batches, Close, Print key.Binding
	NotStamped, Sim, Overrule           key.Binding
	New, Decide, Retry, Elsewhere       key.Binding
	Return, Declare, Shift              key.Binding
	HandDesk                            key.Binding
	Quit, QuitNow, Interrupt, SignOut   key.Binding
	Help, Language, Palette             key.Binding
	Menu, Card, Search, Act, Papers     key.Binding
	Find                                key.Binding
	Appraise, Uncollected, Remark, Hand key.Binding
	Left, Right, WriteOut, SaveColumns  key.Binding
}

func bind(shown string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, ""))
}

var keys = keyMap{
	Enter: bind("Enter", "enter"), Esc: bind("Esc", "esc"),
	Next: bind("Tab", "tab", "down"), Prev: bind("↑", "shift+tab", "up"),
	Up: bind("↑", "up"), Down: bind("↓", "down"), PageUp: bind("PgUp", "pgup"), PageDown: bind("PgDn", "pgdown"),
	Home: bind("Home", "home"), End: bind("End", "end"),
	Erase: bind("⌫", "backspace"), Clear: bind("ctrl+u", "ctrl+u"),
	Relaminated: bind("l", "l"), Damaged: bind("d", "d"), Hold: bind("g", "g"), GiveUp: bind("t", "t"),
	Undo: bind("u", "u"), Number: bind("/", "/", "n"), Batches: bind("b", "b"), Close: bind("c", "c"),
	Print: bind("p", "p"), NotStamped: bind("k", "k"), Sim: bind("Space", " "), Overrule: bind("o", "o"),
	New: bind("n", "n"), Decide: bind("q", "q"), Retry: bind("r", "r"), Elsewhere: bind("c", "c"),
	Return: bind("t", "t"), Declare: bind("k", "k"), Shift: bind("s", "s"),
	HandDesk: bind("F4", "f4"),
	Quit:     bind("q", "q"), QuitNow: bind("ctrl+q", "ctrl+q"), Interrupt: bind("ctrl+c", "ctrl+c"),
	SignOut: bind("ctrl+o", "ctrl+o"), Help: bind("?", "?", "f1"), Language: bind("F2", "f2"),
	Palette: bind("ctrl+p", "ctrl+p"),
	Menu:    bind("m", "m"), Card: bind("i", "i"), Search: bind("F3", "f3"), Find: bind("/", "/"), Act: bind("x", "x"), Papers: bind("h", "h"),
	Appraise: bind("a", "a"), Uncollected: bind("v", "v"), Remark: bind("y", "y"), Hand: bind("Tab", "tab"),
	Left: bind("←", "left"), Right: bind("→", "right"), WriteOut: bind("e", "e"), SaveColumns: bind("ctrl+s", "ctrl+s"),
}

// is reports whether the input is one of the keys of b. Several letters that
// arrived together are text, never a key.
func (in input) is(b key.Binding) bool {
	return (in.kind == inputKey || in.kind == inputRune) && key.Matches(in, b)
}
