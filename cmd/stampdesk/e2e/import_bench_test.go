package e2e

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// city is how many members a large city has.
const city = 127_455

// writeCity writes an invented roster of n members, with the columns that
// boards usually have.
func writeCity(t testing.TB, path string, n int) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	families := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"}
	middles := []string{"Văn", "Thị", "Hữu", "Ngọc", "Minh", "Đức", "Thanh"}
	givens := []string{"An", "Bình", "Chiến", "Dũng", "Hạnh", "Hương", "Khánh", "Lâm", "Mai", "Nhung", "Oanh", "Phúc", "Thảo"}
	fmt.Fprintln(w, "Số thẻ,Số LL,Họ và tên,Ngày sinh,Giới tính,Quê quán,Ngày vào Đảng,Ngày chính thức,Ngày cấp thẻ,Mã đơn vị,Đơn vị,Chi bộ,Đơn vị SHĐ tạm thời,Trạng thái,Ghi chú")
	for i := range n {
		card, unit := (i*618_033+1)%999_983, i/345
		fmt.Fprintf(w, "31.%06d,%06dHB,%s %s %s,%02d/%02d/%d,Nam,\"Xã Bãi Sậy %d, Huyện Đồng Mây\",%02d/%02d/%d,%02d/%02d/%d,02/09/2020,C%03d,Đảng bộ phường Bến Trăng %d,Chi bộ %d,,chính thức,\n",
			card+1, i, families[i%11], middles[i%7], givens[i%13], i%28+1, i/7%12+1, 1940+i/3%60, i%200,
			i%28+1, i%12+1, 1990+i%25, i%28+1, i%12+1, 1991+i%25, unit, unit, i%345/40+1)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkImportAgainstSqlite takes a city's roster in, with all checks and
// the sign-in, and beside it in turns has the sqlite3 command line import the
// same file and index its number. Both are whole processes.
func BenchmarkImportAgainstSqlite(b *testing.B) {
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("sqlite3 is not installed")
	}
	board := newBoard(b, "key")
	file := filepath.Join(board.dir, "city.csv")
	writeCity(b, file, city)
	var own, other []time.Duration
	timed := func(run func() *exec.Cmd) time.Duration {
		cmd := run()
		began := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
		return time.Since(began)
	}
	for turn := range 7 {
		data := filepath.Join(board.dir, fmt.Sprintf("import%d", turn))
		env := append(append(os.Environ(), board.env...), "STAMPDESK_DATA="+data, "STAMPDESK_OPERATOR=GS1", "STAMPDESK_PIN=2222")
		program := func(args ...string) *exec.Cmd {
			cmd := exec.Command(binary, args...)
			cmd.Env = env
			return cmd
		}
		timed(func() *exec.Cmd { return program("init", "--supervisor", "GS1") })
		own = append(own, timed(func() *exec.Cmd { return program("roster", "import", file) }))
		db := filepath.Join(board.dir, fmt.Sprintf("sqlite%d.db", turn))
		other = append(other, timed(func() *exec.Cmd {
			return exec.Command(sqlite, db,
				"CREATE TABLE m(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o)", ".mode csv", ".import --skip 1 "+file+" m",
				"CREATE UNIQUE INDEX number ON m(a)")
		}))
		os.RemoveAll(data)
		os.Remove(db)
	}
	var ratios []float64
	for i := range own {
		ratios = append(ratios, float64(own[i])/float64(other[i]))
	}
	slices.Sort(ratios)
	slices.Sort(own)
	slices.Sort(other)
	b.ReportMetric(ratios[len(ratios)/2], "×sqlite3")
	b.ReportMetric(float64(own[len(own)/2].Milliseconds()), "ms/import")
	b.ReportMetric(float64(other[len(other)/2].Milliseconds()), "ms/sqlite3")
	b.ReportMetric(0, "ns/op")
}
