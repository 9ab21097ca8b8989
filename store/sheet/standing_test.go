package sheet

import (
	"testing"

	"stampdesk"
)

func TestWhoDiedOrLeftIsNoMember(t *testing.T) {
	tests := map[string]struct {
		row    string
		status stampdesk.Status
		told   string // the column of the warning
	}{
		"nothing is said":                 {",,,,,", stampdesk.Official, ""},
		"died":                            {",,,01/03/2021,,", stampdesk.Deceased, "Ngày từ trần"},
		"expelled":                        {",,,,15/10/2020,Bị khai trừ", stampdesk.Expelled, "Ngày ra khỏi Đảng"},
		"struck off, the day not written": {",,,,,xóa tên", stampdesk.StruckOff, "Hình thức"},
		"left on request":                 {",,,,2020,Xin ra khỏi Đảng", stampdesk.Resigned, "Ngày ra khỏi Đảng"},
		"left in a way that nobody wrote": {",,,,2020,", stampdesk.StruckOff, "Ngày ra khỏi Đảng"},
		"moved":                           {"01/03/2019,xã B,,,,", stampdesk.TransferredOut, "Ngày chuyển đi"},
		"moved, the day not written":      {",xã B,,,,", stampdesk.TransferredOut, "Đến đâu"},
		"moved and came back":             {"01/03/2019,xã B,01/03/2020,,,", stampdesk.Official, ""},
		"came, and moved on":              {"01/03/2019,xã B,01/03/2015,,,", stampdesk.TransferredOut, "Ngày chuyển đi"},
	}
	const head = "Số thẻ,Họ và tên,Ngày chuyển đi,Đến đâu,Ngày chuyển đến,Ngày từ trần,Ngày ra khỏi Đảng,Hình thức"
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			told := func(fault Fault, f *RosterFile) (column string) {
				for _, w := range f.Warnings {
					if w.Fault == fault {
						column = w.Column
					}
				}
				return column
			}
			f := readWith(t, head+"\n31000001,Tạ Nắng,"+tt.row+"\n", Options{Unit: "A"})
			if m := f.Roster.Members; len(m) != 1 || m[0].Status != tt.status || told(FaultTakenStatus, f) != tt.told {
				t.Errorf("%+v %v %v", m, texts(f.Problems), texts(f.Warnings))
			}
			f = readWith(t, head+",Trạng thái\n31000001,Tạ Nắng,"+tt.row+",\n", Options{Unit: "A"})
			if m := f.Roster.Members; len(m) != 1 || m[0].Status != stampdesk.Official || told(FaultGoneMember, f) != tt.told {
				t.Errorf("a status of its own is kept: %+v %v", m, texts(f.Warnings))
			}
			f = readWith(t, head+",Trạng thái\n31000001,Tạ Nắng,"+tt.row+",từ trần\n", Options{Unit: "A"})
			if told(FaultGoneMember, f) != "" {
				t.Errorf("no member: %v", texts(f.Warnings))
			}
		})
	}
}

func TestAFormOfSomethingElseIsNoLeaving(t *testing.T) {
	f := readWith(t, "Số thẻ,Họ và tên,Hình thức\n31000001,Tạ Nắng,giấy khen\n", Options{Unit: "A"})
	if m := f.Roster.Members; len(m) != 1 || m[0].Status != stampdesk.Official {
		t.Errorf("%+v %v", m, texts(f.Problems))
	}
}

// A word about a death must not be lost among the reasons.
func TestADeathWithoutItsDayIsAFault(t *testing.T) {
	f := readWith(t, "Số thẻ,Họ và tên,\"Ngày từ trần\nLý do\"\n31000001,Tạ Nắng,mất ở quê\n31000002,Tạ Mưa,01/03/2021: bệnh\n", Options{Unit: "A"})
	if len(f.Problems) != 1 || f.Problems[0].Fault != FaultDate || f.Problems[0].Found != "mất ở quê" {
		t.Errorf("%v", texts(f.Problems))
	}
}

func TestANoteThatSpeaksOfLeavingIsPointedOut(t *testing.T) {
	f := readWith(t, "Số thẻ,Họ và tên,Ghi chú,Trạng thái\n31000001,Tạ Nắng,Từ trần 2020,\n31000002,Tạ Mưa,đã bị khai trừ,khai trừ\n31000003,Tạ Gió,cần ép lại,\n", Options{Unit: "A"})
	want := "Dòng 2, cột “Ghi chú”: ghi chú “Từ trần 2020”, mà trạng thái là “chính thức”: thẻ của người này sẽ được đóng dấu. Nếu người này không còn là đảng viên của đơn vị, ghi vào cột “Trạng thái”."
	if got := texts(f.Warnings); got != want || f.ProblemCount != 0 {
		t.Error(got)
	}
}
