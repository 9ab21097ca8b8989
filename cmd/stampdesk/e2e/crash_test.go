package e2e

import "testing"

// TestADeskThatIsKilledLandsWhereItWas: on the same batch, with the same card
// to be asked about, whatever lay over the desk.
func TestADeskThatIsKilledLandsWhereItWas(t *testing.T) {
	abreast(t)
	for name, lies := range map[string]func(*terminal){
		"with the palette open": func(term *terminal) {
			term.keys(ctrlP)
			term.see("Làm gì?")
			term.keys("hang cho")
			term.see("Làm gì? hang cho", "Hàng chờ in")
		},
		"with a search open": func(term *terminal) {
			term.keys(f3, "h", "o")
			term.see("Tìm: ho")
		},
		"with a reason half typed": func(term *terminal) {
			term.keys("g", "à", "n")
			term.see("àn")
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newCrew(t)
			term := b.sits("OP1", "1111")
			term.see("Lô 001", "● máy quét")
			b.stamps(term, "31000001")
			b.scan("31000002")
			term.see("31.000002", "Enter ghi")
			lies(term)
			term.kill()
			term = b.sits("OP1", "1111")
			term.see("Lô 001", "31.000002", "Đảng viên Thứ 2", "đã đóng dấu chưa?", "1/22")
			if acts := b.card("31000002").acts(); acts != "presented" {
				t.Errorf("after the restart: %s", acts)
			}
			term.look()
			term.keys(enter)
			term.see("31.000002", "━ ✔ ĐÃ GHI")
			b.leaves(term)
		})
	}
}

func TestADeskThatIsKilledInTheSetUpLandsOnTheBatchInHand(t *testing.T) {
	b := newCrew(t)
	term := b.sits("GS1", "2222")
	term.see("Lô 001", "● máy quét")
	b.stamps(term, "31000001")
	term.goes("chuan bi")
	term.see("Chuẩn bị bàn", "Tiêu đề văn bản")
	term.keys("2")
	term.see("Cấp trên")
	term.keys("TINH UY M")
	b.scan("31000002") // while nobody looks at the desk
	term.see("31.000002", "Cấp trên")
	term.kill()
	term = b.sits("GS1", "2222")
	term.see("Lô 001", "Chờ thẻ", "1/22", "● máy quét")
	if acts := b.card("31000002").acts(); acts != "" {
		t.Errorf("a card that nobody was asked about: %s", acts)
	}
	b.stamps(term, "31000002")
	b.leaves(term)
}

func TestADeskThatIsKilledInPlainLinesAsksAboutTheCardAgain(t *testing.T) {
	b := newBoard(t, "key")
	signs := func() *teletype {
		c := startPlain(t, b)
		c.hears("Mã người dùng:")
		c.types("GS1")
		c.hears("PIN:")
		c.types("2222")
		return c
	}
	c := signs()
	c.hears("QUÉT THẺ: Lô 001", "Lệnh: ")
	b.scan("31000001")
	c.hears("ĐÓNG DẤU ô 4: 31.000001", "Enter: đã đóng dấu.")
	c.cmd.Process.Kill()
	<-c.ended
	c = signs()
	c.hears("31.000001", "đã đóng dấu chưa?")
	if acts := b.card("31000001").acts(); acts != "presented" {
		t.Errorf("after the restart: %s", acts)
	}
	c.types("")
	c.hears("ĐÃ GHI số ", ": 31.000001")
	c.types("quit")
	c.end()
	if acts := b.card("31000001").acts(); acts != "presented stamped" {
		t.Errorf("in the end: %s", acts)
	}
}
