package pdf

import (
	"slices"

	"codeberg.org/go-pdf/fpdf"
)

// A4 with the margins of papers of the Party, in millimetres: the left one is wider, for the binding. (The guide says
// at least 30 left and 20 at the top; for the others offices differ by 5.)
const (
	left, right, top, bottom = 30.0, 20.0, 20.0, 20.0
	paperWidth, paperHeight  = 210.0, 297.0
	textWidth                = paperWidth - left - right
	textHeight               = paperHeight - top - bottom
)

// area is a sheet of paper and the part of it that is written on, in millimetres.
type area struct {
	wide, high               float64
	left, right, top, bottom float64
}

var upright = area{paperWidth, paperHeight, left, right, top, bottom}

func (a area) width() float64  { return a.wide - a.left - a.right }
func (a area) height() float64 { return a.high - a.top - a.bottom }

// sheet collects the pieces of a document. They are measured and placed before the first page is begun, so that every
// page can say how many there are.
type sheet struct {
	letters
	f      *fpdf.Fpdf
	area   area
	face   face // in which was written last
	pieces []piece
	ruled  ruled // the last table that had a heading
}

// piece is what no page may part.
type piece struct {
	height float64
	over   float64         // what it draws below its height, where the next piece may begin
	draw   func(y float64) // from its top; nil is empty paper
	next   bool            // it stands on one page with the piece after it
	turn   bool            // a page ends here
	stays  bool            // it is empty paper that is needed
	head   *piece          // stands above it, unless it does so on this page already
	again  *piece          // stands above it, and above the head, where a page begins with it
}

// placed is a piece at its height on a page.
type placed struct {
	piece
	y float64
}

// fewest places the pieces on pages. A last page that a little less empty paper between the pieces does without is one
// that nobody wants.
func fewest(pieces []piece, on area) [][]placed {
	pages := paginate(pieces, on)
	if len(pages) < 2 {
		return pages
	}
	close := slices.Clone(pieces)
	for i := range close {
		if close[i].draw == nil && !close[i].stays {
			close[i].height *= 0.4
		}
	}
	if fewer := paginate(close, on); len(fewer) < len(pages) {
		return fewer
	}
	return pages
}

// paginate places the pieces on pages; there is at least one. Empty paper is left out where a page begins.
func paginate(pieces []piece, on area) [][]placed {
	p := pager{area: on, pages: [][]placed{nil}, y: on.top}
	for i := 0; i < len(pieces); {
		if pieces[i].turn {
			p.turn = p.turn || len(p.page()) > 0
			i++
			continue
		}
		end := i + 1
		for end < len(pieces) && pieces[end-1].next && !pieces[end].turn {
			end++
		}
		if (&pager{}).height(pieces[i:end]) > on.height() { // too much to keep
			end = i + 1
		}
		p.place(pieces[i:end])
		i = end
	}
	return p.pages
}

type pager struct {
	area  area
	pages [][]placed
	y     float64
	head  *piece // the heading that stands on this page
	turn  bool   // a new page was asked for, and waits for something to stand on it
}

func (p *pager) page() []placed {
	if len(p.pages) == 0 {
		return nil
	}
	return p.pages[len(p.pages)-1]
}

// height is what pieces take here, with the headings that they bring.
func (p *pager) height(pieces []piece) float64 {
	h, over, head := 0.0, 0.0, p.head
	for i := range pieces {
		if i == 0 && len(p.page()) == 0 && pieces[i].again != nil {
			h += pieces[i].again.height
		}
		if next := pieces[i].head; next != nil && next != head {
			h += next.height
			head = next
		}
		h += pieces[i].height
		over = pieces[i].over
	}
	return h + over
}

func (p *pager) place(pieces []piece) {
	if p.turn || len(p.page()) > 0 && p.y+p.height(pieces) > p.area.high-p.area.bottom+0.01 {
		if pieces[len(pieces)-1].draw == nil && len(pieces) == 1 {
			return // nobody sees empty paper at the end of a page
		}
		p.pages = append(p.pages, nil)
		p.y, p.head, p.turn = p.area.top, nil, false
	}
	for _, it := range pieces {
		if it.again != nil && len(p.page()) == 0 {
			p.put(*it.again)
		}
		if it.head != nil && it.head != p.head {
			p.head = it.head
			p.put(*it.head)
		}
		p.put(it)
	}
}

func (p *pager) put(it piece) {
	last := len(p.pages) - 1
	if it.draw != nil {
		p.pages[last] = append(p.pages[last], placed{it, p.y})
	} else if len(p.pages[last]) == 0 {
		return
	}
	p.y += it.height
}

// mark is the mark in a frame, at the head of the page.
func (s *sheet) mark(mark string) {
	if mark == "" {
		return
	}
	f := large
	if w := s.width(f, mark); w > textWidth-8 {
		f.size *= (textWidth - 8) / w
	}
	w, y := s.width(f, mark), top-12
	s.write(f, left+(textWidth-w)/2, y, mark)
	s.f.SetLineWidth(0.5)
	s.f.Rect(left+(textWidth-w)/2-3, y-0.5, w+6, f.line()+1, "D")
}

// foot says of which document this is a page, and which.
func (s *sheet) foot(title, number string) {
	const y = paperHeight - bottom + 6
	w := s.width(small, number)
	if lines := s.wrap(small, title, textWidth-w-6); len(lines) > 0 {
		s.write(small, left, y, lines[0])
	}
	s.write(small, left+textWidth-w, y, number)
}
