package main

import (
	"errors"
	"strings"
	"testing"

	"stampdesk"
	"stampdesk/printer/form"
)

func TestEveryFaultOfATemplateHasWordsInBothLanguages(t *testing.T) {
	for _, lang := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		for kind := form.FaultSyntax; kind <= form.FaultOnlyEach; kind++ {
			f := form.Fault{Kind: kind, Line: 3, Key: "key", Value: "x", Known: []string{"parts"}, Least: 1, Most: 2}
			if got := textsIn(lang).fault(f); strings.Contains(got, "fault ") || strings.Contains(got, "%!") || strings.HasSuffix(got, ": ") {
				t.Errorf("%s: %s", lang, got)
			}
		}
	}
}

func TestATemplateThatIsWrongIsToldInVietnameseAndInFewLines(t *testing.T) {
	text := strings.NewReplacer(`key = "home"`, `key = "hom"`, `font = `, `font = 40 # `).Replace(string(form.Default(stampdesk.FormStamp)))
	_, err := form.ParseTemplate([]byte(text), stampdesk.FormStamp)
	a := &app{t: textsIn(stampdesk.Vietnamese)}
	want := "\n  dòng 23, font: 40: ghi từ 9 đến 14" + "\n  dòng 71, key: không có cột \"hom\"; có phải là home?"
	if got := a.templateFault(err).Error(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}

	many := &form.Faults{Form: stampdesk.FormStamp, List: make([]form.Fault, 100)}
	for i := range many.List {
		many.List[i] = form.Fault{Kind: form.FaultUnknownKey, Line: i + 1, Key: "x"}
	}
	if got := a.templateFault(many).Error(); strings.Count(got, "\n") != mostFaults+1 || !strings.HasSuffix(got, "… và 88 chỗ sai nữa") {
		t.Errorf("%s", got)
	}
	if other := errors.New("x"); a.templateFault(other) != other {
		t.Error("another error was changed")
	}
}
