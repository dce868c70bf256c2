package server

import (
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/review"
	"motcua/tui/line/exit"
	"motcua/tui/text"
	"motcua/tui/view/why"
)

type marksBy struct {
	review.Marks
	who string
}

func (m marksBy) Toggle(code string, row int) (bool, error) { return m.Marks.Toggle(code, row, m.who) }

// How a page was read is shown to staff only, and so is the list of wrongly read pages, which
// stores nothing about a person except the key's fingerprint.
func TestReadingAndMarksAreForStaff(t *testing.T) {
	signer := newSigner(t)
	marks := review.Marks{Dir: t.TempDir()}
	r := staffed(t, authorized(signer), "", func(_ *Config, d *Deps) {
		d.Marks = func(key string) why.Marks { return marksBy{marks, key} }
	})
	who := withKey(signer)
	title := text.For(text.VI).Review.WhyTitle
	if got := r.run(who, "", "show 1.001193 --why"); got.code != exit.Answered || !strings.Contains(got.out, title) {
		t.Errorf("staff: %+v", got)
	}
	if got := r.run(anyone(), "", "show 1.001193 --why"); got.code != exit.Usage || strings.Contains(got.out, title) {
		t.Errorf("the public: %+v", got)
	}
	if got := r.run(anyone(), "1.001193\nx\nv\nq\n", ""); strings.Contains(got.out, title) || len(marks.Of("1.001193")) > 0 {
		t.Errorf("the public in the line mode: %+v", got)
	}
	got := r.run(who, "1.001193\nx\nx 2\nv\nq\n", "")
	if !strings.Contains(got.out, title) {
		t.Errorf("staff in the line mode: %+v", got)
	}
	list, err := marks.List()
	if err != nil || len(list) != 2 || list[0].Who != gossh.FingerprintSHA256(signer.PublicKey()) {
		t.Errorf("marks %+v, %v", list, err)
	}
}
