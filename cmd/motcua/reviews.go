package main

import (
	"log/slog"
	"path/filepath"

	"motcua/client/review"
	"motcua/kiosk/keyfile"
	"motcua/tui/text"
	"motcua/tui/view"
)

// trusted tells what other accounts may do with a file of reviews: who writes it
// decides what citizens are told to bring.
func trusted(path string) error { return keyfile.Check(path, keyfile.Trusted) }

// logReviews writes down what of the files holds and what does not.
func (a *app) logReviews(log *slog.Logger, b *review.Book) {
	for _, p := range b.Problems() {
		log.Warn("reviewed pages: "+view.ReviewProblem(p, text.For(text.EN), nil), "file", p.File, "line", p.Line, "procedure", p.Code)
	}
	if n := len(b.Entries()); n > 0 {
		log.Info("reviewed pages", "procedures", n)
	}
}

// reviewProblem is a mistake in a file of reviews, in the person's language.
func (a *app) reviewProblem(p review.Problem) string {
	return view.ReviewProblem(p, text.For(a.lang), a.fault)
}

// marksIn is the list of pages that staff marked as wrong, below a state folder.
func marksIn(dir string) review.Marks { return review.Marks{Dir: filepath.Join(dir, "marked-pages")} }

// marksOf is the list as one of the staff adds to it.
type marksOf struct {
	review.Marks
	who string
}

// Toggle implements tui.Marks.
func (m marksOf) Toggle(code string, row int) (bool, error) { return m.Marks.Toggle(code, row, m.who) }
