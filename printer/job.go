package printer

import "io"

// Job is a document that is ready to be sent.
type Job struct {
	Name  string                // for people and file names, such as "return-list-0007"
	Bytes []byte                // ESC/POS, from Encode
	Text  string                // the same document as plain text
	PNG   func(io.Writer) error // writes the same document as a picture; nil if there is none
}

// Job lays a document out for the renderer's profile and renders it in all three ways. The picture is encoded only
// when PNG is called.
func (r *Renderer) Job(name string, doc Doc) Job {
	lines := Layout(doc, r.profile.Columns())
	strip := r.Draw(lines)
	return Job{
		Name:  name,
		Bytes: Encode(strip, r.profile),
		Text:  PlainText(lines),
		PNG:   func(w io.Writer) error { return EncodePNG(w, strip) },
	}
}
