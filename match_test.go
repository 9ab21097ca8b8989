package stampdesk

import "testing"

func TestAMemberStaysTheSameOverRosters(t *testing.T) {
	birth := Date{1961, 4, 12}
	old := []Member{
		{ID: 1, Card: 31000001, Record: "000001AB", Name: "Nguyễn Văn An", Birth: birth, Unit: "P01"},
		{ID: 2, Card: 31000002, Record: "000002AB", Name: "Trần Thị Bình", Birth: birth, Unit: "P01"},
		{ID: 3, Name: "Lê Văn Cường", Birth: birth, Unit: "P01"},
		{ID: 4, Card: 31000004, Name: "Phạm Thị Dung", Birth: birth, Unit: "P01"},
		{ID: 7, Card: 31000007, Name: "Vũ Văn Giang", Birth: birth, Unit: "P02"},
	}
	r := Roster{
		Units: []Unit{{Code: "P01"}, {Code: "P03"}},
		Members: []Member{
			{Card: 31000007, Name: "Vũ Văn Giang", Birth: birth, Unit: "P02"},                           // as before
			{Card: 31000009, Record: "000001AB", Name: "Nguyễn Văn An", Birth: birth, Unit: "P01"},      // the number was corrected
			{Card: 31000003, Name: "LÊ VĂN CƯỜNG", Birth: birth, Unit: "P01"},                           // got a card
			{Card: 31000002, Record: "000001AB", Name: "Trần Thị Bình Minh", Birth: birth, Unit: "P03"}, // the card is the surest sign
			{Card: 31000010, Name: "Người mới", Birth: birth, Unit: "P03"},
			{Card: 31000011, Name: "Phạm Thị Dung", Birth: Date{1970, 1, 1}, Unit: "P01"}, // another one of this name
		},
	}
	d := RosterDraft{Roster: r}
	d.compare(old, []UnitInfo{{Unit: Unit{Code: "P01"}}, {Unit: Unit{Code: "P02"}}})
	for i, want := range []MemberID{7, 1, 3, 2, 8, 9} {
		if got := r.Members[i].ID; got != want {
			t.Errorf("%s has id %d, want %d", r.Members[i].Name, got, want)
		}
	}
	if len(d.New) != 2 || d.Unchanged != 1 || len(d.Edits) != 3 || len(d.Gone) != 1 || len(d.NewUnits) != 1 || d.NewUnits[0].Code != "P03" {
		t.Errorf("%+v", d)
	}
}
