package stampdesk

import "time"

// What the tests of package stampdesk_test need to judge by another rule book
// than the one in force.

// Step is one rule of the procedure.
type Step struct {
	Name  string
	Judge func(Rules, *Dossier, time.Time) (Verdict, bool)
}

// Procedure is the rule book in its order.
func Procedure() []Step {
	var steps []Step
	for _, s := range procedure {
		steps = append(steps, Step{s.name, s.judge})
	}
	return steps
}

// JudgeBy judges by another procedure.
func JudgeBy(steps []Step) func(Rules, *Dossier, time.Time) Verdict {
	var other []step
	for _, s := range steps {
		other = append(other, step{s.Name, s.Judge})
	}
	return func(r Rules, d *Dossier, at time.Time) Verdict { return r.judge(other, d, at) }
}
