package stampdesk_test

import (
	"strings"
	"testing"

	. "stampdesk"
	"stampdesk/store/storetest"
)

func (b *bench) file(name FileName) (body []byte) {
	b.t.Helper()
	storetest.View(b.t, b.Store, func(s Snapshot) (err error) { body, err = s.File(name); return err })
	return body
}

func (b *bench) problems() []string {
	b.t.Helper()
	var a Audit
	storetest.View(b.t, b.Store, func(s Snapshot) (err error) { a, err = Prove(s, nil); return err })
	return a.Problems
}

var bySecond = Approval{"GS1", "2222"}

func TestAFileIsKeptByASupervisorAndTheJournalHasItsNameAndHash(t *testing.T) {
	b := newBench(t, ConfirmKey)
	f := File{TargetsFile, []byte("Năm,Mã đơn vị,Chỉ tiêu\n2021,P01,5\n")}
	if o := b.ask(ChangeFile{File: f})[0]; o.Result != Declined || o.Refusal != NeedSupervisor {
		t.Errorf("an operator alone: %v %v", o.Result, o.Refusal)
	}
	if b.file(TargetsFile) != nil {
		t.Error("kept all the same")
	}
	e := b.must(ChangeFile{File: f, Note: "theo nghị quyết", By: bySecond})[0].Entry
	if e.Act != ActFileChanged || e.Approver != "GS1" || e.Note != "theo nghị quyết" ||
		e.Fact(FactKept) != string(TargetsFile) || e.Fact(FactContent) != f.Hash().String() {
		t.Errorf("entry %+v", e)
	}
	if string(b.file(TargetsFile)) != string(f.Body) {
		t.Errorf("%q", b.file(TargetsFile))
	}
	if o := b.must(ChangeFile{File: f, By: bySecond})[0]; o.Entry != nil {
		t.Errorf("the same again is entry %v", o.Entry.Key)
	}
	e = b.must(ChangeFile{File: File{Name: TargetsFile}, By: bySecond})[0].Entry
	if b.file(TargetsFile) != nil || e.Fact(FactContent) != NoContent.String() {
		t.Errorf("%q after it was taken away, entry %+v", b.file(TargetsFile), e)
	}
	if o := b.must(ChangeFile{File: File{Name: TargetsFile}, By: bySecond})[0]; o.Entry != nil {
		t.Errorf("to take away nothing is entry %v", o.Entry.Key)
	}
	big := File{ReportFile, make([]byte, MaxFile+1)}
	if o := b.ask(ChangeFile{File: big, By: bySecond})[0]; o.Result != Declined || b.file(ReportFile) != nil {
		t.Errorf("too large: %v", o.Result)
	}
}

// What is added up is admitted by AddResult, which counts a board once.
func TestAResultIsNotPutInForceLikeATemplate(t *testing.T) {
	b := newBench(t, ConfirmKey)
	r := inventedResult(StoreID{9}, 40)
	name := ResultFile(4, r.Store)
	for _, n := range []FileName{name, "", "roster", "form/8", FormFile(2) + ".toml"} {
		if o := b.ask(ChangeFile{File: File{n, r.Encode()}, By: bySecond})[0]; o.Refusal != BadRules || b.file(n) != nil {
			t.Errorf("%q: %v %s", n, o.Result, o.Refusal)
		}
	}
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(AddResult{Result: r, File: Hash{1}})
	b.must(ChangeFile{File: File{Name: name}})
	if b.file(name) != nil {
		t.Error("it cannot be taken out again")
	}
}

func TestAFileThatTheJournalDoesNotSpeakOfIsFound(t *testing.T) {
	for _, c := range []struct {
		name string
		put  File
		want string
	}{
		{"changed", File{TargetsFile, []byte("another")}, "file targets"},
		{"missing", File{Name: TargetsFile}, "file targets: gone"},
		{"added", File{FormFile(FormStamp), []byte("x")}, "file form/2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t, ConfirmKey)
			b.must(ChangeFile{File: File{TargetsFile, []byte("one")}, By: bySecond})
			if found := b.problems(); found != nil {
				t.Fatalf("before: %q", found)
			}
			b.tampered = true
			storetest.Update(t, b.Store, func(tx Tx) error { return tx.PutFile(c.put.Name, c.put.Body) })
			if found := b.problems(); len(found) != 1 || !strings.HasPrefix(found[0], c.want) {
				t.Errorf("%q, want %q", found, c.want)
			}
		})
	}
}
