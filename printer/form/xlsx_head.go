package form

import "slices"

const partyName = "ĐẢNG CỘNG SẢN VIỆT NAM"

// head writes the header of a Party document: on the left the bodies and the
// number, on the right the name of the Party with its rule, right under it
// place and day.
func (s *leaf) head() {
	p := s.page
	left := func(text string, st style) span { return span{0, s.half, text, st} }
	right := func(text string, st style) span { return span{s.half, len(s.cols), text, st} }
	center := func(size float64, bold bool) style { return style{size: size, bold: bold, align: Center} }
	if p.Code != "" {
		s.spans(0, right(p.Code, style{size: sizeSmall, bold: true, align: Right}))
	}
	// The rule is as long as the text: the line that underlines it.
	party := style{size: sizeParty, bold: true, underline: true, align: Center, top: true}
	upper := center(sizeBody, false)
	upper.top = true
	dated := right(p.Dated, style{size: sizeBody, italic: true, align: Center, top: true})
	star := left("*", center(sizeBody, false))
	if p.Upper != "" {
		s.spans(0, left(p.Upper, upper), right(partyName, party))
		s.spans(0, left(p.Issuer, center(sizeBody, true)), dated)
		s.spans(0, star)
	} else {
		s.spans(0, left(p.Issuer, center(sizeBody, true)), right(partyName, party))
		s.spans(0, star, dated)
	}
	s.spans(0, left(p.Number, center(sizeBody, false)))
	s.gap(10)
}

func (s *leaf) titles() {
	for _, t := range s.page.Title {
		s.wide(0, t, style{size: sizeTitle, bold: true, align: Center})
	}
	for _, t := range s.page.Subtitle {
		s.wide(0, t, style{size: sizeBody, bold: true, align: Center})
	}
	s.gap(10)
}

func (s *leaf) paragraphs(all []Paragraph) {
	for _, p := range all {
		st := style{size: sizeSmall, bold: p.Bold, italic: p.Italic, top: true}
		if s.page.Table == nil {
			st.size = sizeBody
		}
		if p.Center {
			st.align = Center
		}
		if p.Indent {
			st.indent = 2
		}
		s.wide(0, p.Text, st)
	}
}

// signRooms are what is left free for a hand and a seal: so many rows, each so
// many points high. The smaller one is for what is torn with the larger.
var signRooms = [...]struct {
	rows int
	high float64
}{{4, 18}, {3, 14}}

// overSigned parts who signs a form from what is above, underSigned who receives
// it from the names above, in points.
const overSigned, underSigned = 10, 8

// block is what stands below a form, one beside the other: who receives it,
// and who signs.
type block struct {
	lines  []blockLine
	footed string // stands below the room for the signature
}

type blockLine struct {
	text  string
	style style
}

// sign writes who signs the form and who receives it. What stands beside each
// other is on the same rows, and all of it together on one printed page.
func (s *leaf) sign() {
	recipients, blocks := s.recipients(), []block{}
	if len(recipients.lines) > 0 && s.beside() {
		blocks, recipients = append(blocks, recipients), block{}
	}
	for _, sig := range s.page.Signatures {
		blocks = append(blocks, signature(&sig))
	}
	if len(blocks) == 0 {
		return
	}
	edges := s.blockEdges(len(blocks))
	var offices, receive [][]span
	for i := 0; ; i++ {
		var row []span
		for j, b := range blocks {
			if i < len(b.lines) {
				row = append(row, span{edges[j], edges[j+1], b.lines[i].text, b.lines[i].style})
			}
		}
		if len(row) == 0 {
			break
		}
		offices = append(offices, row)
	}
	var names []span
	for j, b := range blocks {
		if b.footed != "" {
			names = append(names, span{edges[j], edges[j+1], b.footed, style{size: sizeBody, bold: true, align: Center}})
		}
	}
	for _, l := range recipients.lines {
		receive = append(receive, []span{{0, len(s.cols), l.text, l.style}})
	}
	const name = sizeBody*highLine + aboveAlone // who signs writes it where it is not printed
	high := overSigned + s.higher(name, names)
	if len(receive) > 0 {
		high += underSigned
	}
	for _, row := range slices.Concat(offices, receive) {
		high += s.higher(0, row)
	}
	room := signRooms[0]
	if small := signRooms[1]; s.torn(high+float64(room.rows)*room.high) && !s.torn(high+float64(small.rows)*small.high) {
		room = small
	}
	s.keepTogether(high+float64(room.rows)*room.high, 3)
	s.gap(overSigned)
	for _, row := range offices {
		s.spans(0, row...)
	}
	for range room.rows {
		s.gap(room.high)
	}
	s.spans(name, names...)
	if len(receive) > 0 {
		s.gap(underSigned)
	}
	for _, row := range receive {
		s.spans(0, row...)
	}
}

// recipients are who receives the form, under their heading; without any there
// is nothing.
func (s *leaf) recipients() (b block) {
	for i, n := range s.page.Recipients {
		if i == 0 {
			b.lines = append(b.lines, blockLine{"Nơi nhận:", style{size: sizeSmall, bold: true, italic: true, top: true}})
		}
		b.lines = append(b.lines, blockLine{n, style{size: sizeSmall, top: true}})
	}
	return b
}

// signature is who signs: the office, and what is asked of the hand.
func signature(sig *Signature) block {
	b := block{footed: sig.Name}
	for _, t := range sig.Title {
		b.lines = append(b.lines, blockLine{t, style{size: sizeBody, bold: true, align: Center, top: true}})
	}
	if sig.Hint != "" {
		b.lines = append(b.lines, blockLine{sig.Hint, style{size: sizeSmall, italic: true, align: Center, top: true}})
	}
	return b
}

// beside reports whether who receives the form stands at the left of who signs
// it: an upright sheet is too narrow for that beside two signatures.
func (s *leaf) beside() bool { return s.page.Landscape || len(s.page.Signatures) < 2 }

// blocks is how many stand beside each other.
func (s *leaf) blocks() int {
	n := len(s.page.Signatures)
	if len(s.page.Recipients) > 0 && s.beside() {
		n++
	}
	return n
}

// blockEdges are the columns of the sheet with which blocks of about the same
// width begin, and one more.
func (s *leaf) blockEdges(n int) []int {
	n = min(n, len(s.cols))
	edges := []int{0}
	for i := 1; i < n; i++ {
		want := s.edges[len(s.cols)] * float64(i) / float64(n)
		best := edges[i-1] + 1
		for c := best; c <= len(s.cols)-(n-i); c++ {
			if d, least := s.edges[c]-want, s.edges[best]-want; d*d < least*least {
				best = c
			}
		}
		edges = append(edges, best)
	}
	return slices.Concat(edges, []int{len(s.cols)})
}
