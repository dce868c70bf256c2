package wire

import (
	"log/slog"

	"motcua/client/facts"
	"motcua/client/linked"
	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/keyfile"
	"motcua/tui/text"
	"motcua/tui/view/failure"
	"motcua/tui/view/why"
)

// Trusted checks that other accounts cannot change a file of reviews: its author decides
// what citizens are told to bring.
func Trusted(path string) error { return keyfile.Check(path, keyfile.Trusted) }

// linkedTo returns the groups that have a procedure: by law, and by the offices' files.
func (w *Wiring) linkedTo(code string) []linked.Group {
	all := facts.Linked(code)
	for _, g := range w.Reviews.Book().Linked(code) {
		for i := range g.Members {
			known, _ := facts.Known(g.Members[i].Code)
			g.Members[i].Name = known.Name
		}
		all = append(all, g)
	}
	return all
}

// LogReviews logs which reviews are used and which are not.
func LogReviews(log *slog.Logger, b *review.Book) {
	for _, p := range b.Problems() {
		log.Warn("reviewed pages: "+failure.Review(p, text.For(text.EN), nil), "file", p.File, "line", p.Line, "procedure", p.Code)
	}
	if n := len(b.Entries()); n > 0 {
		log.Info("reviewed pages", "procedures", n)
	}
}

// Marked returns the list of pages that staff marked as wrong, in a state folder.
func Marked(state config.State) review.Marks {
	return review.Marks{Dir: state.File(config.MarkedPagesName)}
}

// MarkedBy returns that list for one member of staff, whose name goes with each mark.
func MarkedBy(state config.State, who string) why.Marks { return marksOf{Marked(state), who} }

type marksOf struct {
	review.Marks
	who string
}

// Toggle implements why.Marks.
func (m marksOf) Toggle(code string, row int) (bool, error) { return m.Marks.Toggle(code, row, m.who) }
