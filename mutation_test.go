package stampdesk_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	. "stampdesk"
)

// mutant is the rule book with one thing wrong.
type mutant struct {
	name  string
	steps []Step
}

// equivalent are the mutants that no card can tell from the rule book, each
// with the reason.
var equivalent = map[string]string{
	"“left the Party or deceased” after “probationary”":                "a member has one status",
	"“not on the unit's list 2” after “boxes of a new card not known”": "the first speaks of cards that are not new, the second of new ones",
	"“boxes of a new card not known” after “after the window”":         "the first speaks of new cards, the second of those that are not",
}

// mutants are all single errors of the kinds that hands make in a rule book.
func mutants(rows []row) []mutant {
	book := Procedure()
	var all []mutant
	with := func(i int, name string, judge func(Rules, *Dossier, time.Time) (Verdict, bool)) {
		steps := slices.Clone(book)
		steps[i].Judge = judge
		all = append(all, mutant{fmt.Sprintf("“%s” %s", book[i].Name, name), steps})
	}
	for i, s := range book {
		all = append(all, mutant{fmt.Sprintf("“%s” left out", s.Name), slices.Delete(slices.Clone(book), i, i+1)})
		usual := verdictsOf(i, rows)
		some := Verdict{Kind: Hold, Reason: ReasonOther}
		for v := range usual {
			some = v
		}
		with(i, "answers always", func(r Rules, d *Dossier, at time.Time) (Verdict, bool) {
			if v, ok := s.Judge(r, d, at); ok {
				return v, true
			}
			return some, true
		})
		with(i, "the other way round", func(r Rules, d *Dossier, at time.Time) (Verdict, bool) {
			if _, ok := s.Judge(r, d, at); ok {
				return Verdict{}, false
			}
			return some, true
		})
		for v := range usual {
			change := func(what string, change func(*Verdict)) {
				with(i, fmt.Sprintf("with %s for %v %s", what, v.Kind, v.Reason), func(r Rules, d *Dossier, at time.Time) (Verdict, bool) {
					got, ok := s.Judge(r, d, at)
					if ok && got.Kind == v.Kind && got.Reason == v.Reason {
						change(&got)
					}
					return got, ok
				})
			}
			change("another reason", func(v *Verdict) { v.Reason = ReasonDuplicate })
			change("another kind", func(v *Verdict) {
				if v.Kind++; v.Kind > Repeat {
					v.Kind = Hold
				}
			})
			change("another way to go", func(v *Verdict) { v.Goes++ })
			change("silence", func(v *Verdict) { *v = Verdict{} })
		}
		if i > 0 {
			steps := slices.Clone(book)
			steps[i-1], steps[i] = steps[i], steps[i-1]
			all = append(all, mutant{fmt.Sprintf("“%s” after “%s”", book[i-1].Name, s.Name), steps})
		}
	}
	return all
}

// verdictsOf are the kinds and reasons that a step of the rule book gives on
// the rows.
func verdictsOf(i int, rows []row) map[Verdict]bool {
	all := map[Verdict]bool{}
	book := Procedure()
	s := book[i]
	book[i].Judge = func(r Rules, d *Dossier, at time.Time) (Verdict, bool) {
		v, ok := s.Judge(r, d, at)
		if ok {
			all[Verdict{Kind: v.Kind, Reason: v.Reason, Goes: v.Goes}] = true
		}
		return v, ok
	}
	for _, row := range rows {
		row.fails(JudgeBy(book))
	}
	return all
}

// TestTheTableCatchesEveryWrongRuleBook changes the rule book in one place at
// a time: a row of the table must fail.
func TestTheTableCatchesEveryWrongRuleBook(t *testing.T) {
	rows := procedureRows()
	all := mutants(rows)
	caught, same := 0, 0
	for _, m := range all {
		judge := JudgeBy(m.steps)
		found := slices.ContainsFunc(rows, func(r row) bool { return r.fails(judge) != "" })
		why, listed := equivalent[m.name]
		switch {
		case found && listed:
			t.Errorf("%s: listed as equivalent, and a row tells it from the rule book", m.name)
		case found:
			caught++
		case listed && why != "":
			same++
		default:
			t.Errorf("%s: no row fails", m.name)
		}
	}
	if same != len(equivalent) {
		t.Errorf("%d equivalent mutants are listed, %d met", len(equivalent), same)
	}
	t.Logf("%d rows, %d mutants: %d caught, %d equivalent", len(rows), len(all), caught, same)
}

var sourceMutants = flag.Bool("mutants", false, "also compile and test a program for each changed comparison of the rules (minutes)")

// instead is what a hand may have written for an operator.
var instead = map[token.Token][]string{
	token.EQL: {"!="}, token.NEQ: {"=="}, token.LSS: {"<=", ">"}, token.LEQ: {"<"}, token.GTR: {">=", "<"}, token.GEQ: {">"},
	token.LAND: {"||"}, token.LOR: {"&&"}, token.AND_NOT: {"&"}, token.NOT: {""},
}

// sameSource are the changed comparisons that no card can tell from the right
// ones, each with the reason.
var sameSource = map[string]string{}

// TestTheTablesCatchEveryWrongComparison changes one operator of the rules and
// of the boxes of new cards at a time, compiles, and runs the tables.
func TestTheTablesCatchEveryWrongComparison(t *testing.T) {
	if !*sourceMutants {
		t.Skip("takes minutes; -mutants runs it")
	}
	caught, same, all := 0, 0, 0
	for _, name := range []string{"newcard.go", "rules.go"} {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			var op token.Token
			var pos token.Pos
			switch e := n.(type) {
			case *ast.BinaryExpr:
				op, pos = e.Op, e.OpPos
			case *ast.UnaryExpr:
				op, pos = e.Op, e.OpPos
			}
			at := files.Position(pos)
			for _, other := range instead[op] {
				all++
				line := string(source[at.Offset-at.Column+1:])
				line = line[:slices.Index([]byte(line), '\n')]
				what := fmt.Sprintf("%s: %q for %q in %s", name, other, op, line)
				mutated := slices.Concat(source[:at.Offset], []byte(other), source[at.Offset+len(op.String()):])
				switch {
				case !passes(t, name, mutated):
					caught++
				case sameSource[what] != "":
					same++
				default:
					t.Errorf("%s:%d: no test fails with %s", name, at.Line, what)
				}
			}
			return true
		})
	}
	t.Logf("%d changed comparisons: %d caught, %d equivalent", all, caught, same)
}

// passes runs the tables with one file of the package changed.
func passes(t *testing.T, name string, source []byte) bool {
	dir := t.TempDir()
	changed, overlay := filepath.Join(dir, name), filepath.Join(dir, "overlay.json")
	here, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	list, err := json.Marshal(map[string]map[string]string{"Replace": {here: changed}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(changed, source, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(overlay, list, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "test", "-vet=off", "-count=1", "-overlay", overlay, "-run", "TestProcedure|NewCard|TestAnotherRound|TestABasis", ".")
	return cmd.Run() == nil
}
