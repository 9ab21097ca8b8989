package tui

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"stampdesk"
)

// shelfOfFiles is an importer whose files are made up. A file says what it
// gives when it is read.
type shelfOfFiles struct {
	store    stampdesk.Store
	files    map[string]func(context.Context, ImportQuery) (*Import, error)
	read     []ImportQuery
	profiles map[string]ImportQuery
	written  []string
	progress [][3]int // what Read and Save report
	failSave error
}

func (f *shelfOfFiles) Browse(_ context.Context, dir string) (Folder, error) {
	if dir == "" {
		dir = "/home/lan/Danh sách"
	}
	dir = path.Clean(dir)
	seen := map[string]FileEntry{}
	for name := range f.files {
		for at, below := path.Dir(name), name; ; at, below = path.Dir(at), at {
			if at == dir {
				seen[path.Base(below)] = FileEntry{Name: path.Base(below), Dir: below != name, Size: int64(len(name)) * 4_321_0}
			}
			if at == "/" {
				break
			}
		}
	}
	if len(seen) == 0 && dir != "/home/lan/trống" {
		return Folder{}, errors.New("open " + dir + ": permission denied")
	}
	all := slices.Collect(maps.Values(seen))
	slices.SortFunc(all, func(a, b FileEntry) int {
		if a.Dir != b.Dir {
			return map[bool]int{true: -1, false: 1}[a.Dir]
		}
		return map[bool]int{true: -1, false: 1}[a.Name < b.Name]
	})
	return Folder{Path: dir, Entries: all}, nil
}

func (f *shelfOfFiles) Read(ctx context.Context, q ImportQuery) (*Import, error) {
	f.read = append(f.read, q)
	for _, p := range f.progress {
		q.Progress(ImportStage(p[0]), p[1], p[2])
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	i, err := f.files[q.Path](ctx, q)
	if i != nil {
		i.Query = q
	}
	return i, err
}

func (f *shelfOfFiles) Save(ctx context.Context, i *Import, progress func(done, total int)) error {
	if err := cmpErr(ctx.Err(), f.failSave); err != nil {
		return err
	}
	return i.Draft.Save(ctx, f.store, func(done int) { progress(done, len(i.Draft.Roster.Members)) })
}

func cmpErr(all ...error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *shelfOfFiles) WriteErrors(_ context.Context, i *Import) (string, error) {
	name := strings.TrimSuffix(i.Query.Path, path.Ext(i.Query.Path)) + "-loi" + path.Ext(i.Query.Path)
	f.written = append(f.written, name)
	return name, nil
}

func (f *shelfOfFiles) SaveProfile(_ context.Context, name string, q ImportQuery) error {
	f.profiles[name] = q
	return nil
}

func (f *shelfOfFiles) Profiles(context.Context) ([]string, error) {
	return slices.Sorted(maps.Keys(f.profiles)), nil
}

// tableColumns are the columns of the files, one of them read as nothing.
func tableColumns(q ImportQuery) []ImportColumn {
	all := []ImportColumn{
		{"STT", nil}, {"Số thẻ ĐV", []stampdesk.Field{stampdesk.FieldCard}}, {"Họ và tên", []stampdesk.Field{stampdesk.FieldName}},
		{"Ngày tháng năm sinh / Nam", []stampdesk.Field{stampdesk.FieldBirth}}, {"Sinh hoạt tại", []stampdesk.Field{stampdesk.FieldCell}},
		{"Tên TCCSĐ", []stampdesk.Field{"unit_name"}}, {"Ghi chú nội bộ", nil},
	}
	for i := range all {
		if f, ok := q.Columns[all[i].Heading]; ok {
			all[i].Fields = f
		}
	}
	return all
}

// asRead is a roster file without problems.
func (f *shelfOfFiles) asRead(r stampdesk.Roster) func(context.Context, ImportQuery) (*Import, error) {
	return func(ctx context.Context, q ImportQuery) (*Import, error) {
		draft, err := stampdesk.DraftRoster(ctx, f.store, stampdesk.Roster{Units: slices.Clone(r.Units), Members: slices.Clone(r.Members)}, q.Unit, stampdesk.Hash{7})
		return &Import{
			Rows: len(r.Members), Format: "xlsx", Sheet: "DS dang vien", Profile: "7-HSĐV",
			Samples:  []ImportSample{{"tcvn3", "NguyÔn V¨n H¶i", "Nguyễn Văn Hải"}},
			Columns:  tableColumns(q),
			Warnings: []string{"Dòng 9, cột Ngày vào Đảng: 03/1984, chỉ có tháng và năm; cần ngày đầy đủ nếu biết."}, WarningCount: 1,
			Draft: draft,
		}, err
	}
}

// newRoster is another roster than the one in force: people come, change and
// go, some of whom have been at the desk.
func newRoster() stampdesk.Roster {
	r := testRoster()
	r.Units = append(r.Units, stampdesk.Unit{Code: "DN", Name: "Đảng bộ Công ty Đ", Kind: "đảng bộ cơ sở"})
	r.Members[0].Cell = "Chi bộ 4"
	r.Members[1].Status = stampdesk.Deceased
	r.Members[2].Name, r.Members[2].Cell = "Lê Đức Cương", "Chi bộ 1"
	r.Members = slices.Delete(r.Members, 7, 8)
	for i := range r.Members {
		r.Members[i].ID = 0
	}
	for i, n := range []string{"Cao Thị Uyên", "Đoàn Văn Vinh", "Tạ Thị Xuân"} {
		r.Members = append(r.Members, stampdesk.Member{
			Card: stampdesk.CardNumber(31_000_601 + i), Record: fmt.Sprintf("31%04dB", i+1), Name: n,
			Birth: stampdesk.Date{Year: 1990, Month: 2, Day: 3}, Official: stampdesk.Date{Year: 2015, Month: 6, Day: 1},
			Unit: "DN", Cell: "Chi bộ Văn phòng", Status: stampdesk.Official,
		})
	}
	return r
}

const home = "/home/lan/Danh sách/"

// withFiles gives a desk files to import.
func withFiles(o *Options) {
	o.Import = &shelfOfFiles{profiles: map[string]ImportQuery{"Sổ của phường A": {}}}
}

// importer is the importer of a desk that was made withFiles, filled.
func (d *desktop) importer() *shelfOfFiles {
	f := d.s.opt.Import.(*shelfOfFiles)
	f.store = d.fail
	if f.files != nil {
		return f
	}
	bad := func(_ context.Context, q ImportQuery) (*Import, error) {
		return &Import{
			Rows: 1_204, Format: "csv", Columns: tableColumns(q),
			Problems: []string{
				"Dòng 14, cột Số thẻ ĐV: “31.00O412”, có chữ O; cần 8 chữ số.",
				"Dòng 230, cột Ngày sinh: “31/02/1961”, không có ngày này; cần ngày/tháng/năm.",
				"Dòng 231, cột Số thẻ ĐV: 31.000405 đã có ở dòng 77.",
			},
			Others:       ImportSentences{Problems: []string{"Line 14: “31.00O412”.", "Line 230: “31/02/1961”.", "Line 231: 31.000405."}},
			ProblemCount: 57, Warnings: []string{"Dòng 9: tên viết HOA toàn bộ, đã đổi thành Nguyễn Thị Hạnh."}, WarningCount: 1,
		}, nil
	}
	half := testRoster()
	half.Members = half.Members[:1]
	list := func(_ context.Context, q ImportQuery) (*Import, error) {
		return &Import{
			Rows: 4, Format: "csv", Columns: tableColumns(q), Profile: fmt.Sprintf("%d-KTTĐV", q.Form),
			List: &stampdesk.LoadList{Batch: q.Batch, Form: q.Form, Lines: []stampdesk.Line{
				{Card: 31_000_401, Name: "Nguyễn Thị Hồng Anh"}, {Card: 31_000_402, Name: "Trần Văn Bình"},
				{Card: 31_000_409, Name: "Đỗ Văn Mạnh"}, {Card: 66_000_001, Name: "Lý Văn Tư"},
			}},
		}, nil
	}
	f.files = map[string]func(context.Context, ImportQuery) (*Import, error){
		home + "dsdv-thang-4.xlsx": f.asRead(newRoster()), home + "dsdv-sai.csv": bad, home + "nửa tệp.xlsx": f.asRead(half),
		home + "mẫu 2 phường A.csv": list,
		home + "hỏng.xlsx": func(context.Context, ImportQuery) (*Import, error) {
			return nil, errors.New("hỏng.xlsx: không phải tệp xlsx: thiếu xl/workbook.xml; mở bằng Excel rồi lưu lại")
		},
		home + "các phường/phường A.csv": f.asRead(newRoster()), home + "các phường/phường B.csv": bad,
		"/home/lan/cũ.csv": bad,
	}
	return f
}

// imports goes to the choice of a roster file.
func (d *desktop) imports() *shelfOfFiles {
	d.Helper()
	f := d.importer()
	d.press("m", "9", "1")
	return f
}

// reads has a roster file read.
func (d *desktop) reads(name string) *shelfOfFiles {
	d.Helper()
	f := d.imports()
	d.types(name)
	d.press("enter")
	return f
}

// manyMembers is a roster of n more people.
func manyMembers(n int) stampdesk.Roster {
	r := testRoster()
	for i := range n {
		r.Members = append(r.Members, stampdesk.Member{
			Card: stampdesk.CardNumber(32_000_000 + i), Record: fmt.Sprintf("32%04dC", i%10_000), Name: fmt.Sprintf("Nguyễn Văn Số %d", i),
			Birth: stampdesk.Date{Year: 1950, Month: 1, Day: 2}, Unit: "PB", Cell: "Chi bộ 1", Status: stampdesk.Official,
		})
	}
	return r
}

var _ Importer = (*shelfOfFiles)(nil)
