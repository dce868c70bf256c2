package reviewing

import (
	"context"
	"fmt"
	"time"

	"motcua/client/clean"
	"motcua/client/review"
	"motcua/kiosk/doctor"
	"motcua/kiosk/wire"
	"motcua/tui/line/exit"
	"motcua/tui/line/record"
	"motcua/tui/text/operator"
)

// Check reads a file as a server would and reports its mistakes, and the notes about pages
// that have changed since.
func (r *Run) Check(ctx context.Context, file string) error {
	c := r.check(ctx, file)
	if r.JSON {
		return r.tellCheckJSON(c)
	}
	return r.tellCheck(c)
}

// checkedReviews is the result of reading a file of reviews.
type checkedReviews struct {
	file     string
	book     *review.Book
	problems []review.Problem
	notes    []string
}

// check reads a file as a server would.
func (r *Run) check(ctx context.Context, file string) checkedReviews {
	var trust func(string) error
	if file == r.Config.Papers.File { // who can write a draft does not matter yet
		trust = wire.Trusted
	}
	c := checkedReviews{file: clean.Line(file), book: review.Read(file, trust), notes: []string{}}
	c.problems = c.book.Problems()
	for _, p := range c.book.Remarks(ctx, r.Wiring.Store(), r.Wiring.KnownAbolished(ctx), time.Now()) {
		c.notes = append(c.notes, r.problem(p))
	}
	return c
}

func (r *Run) tellCheck(c checkedReviews) error {
	for _, n := range c.notes {
		r.tell(fmt.Sprintf(operator.Note.In(r.Lang), n))
	}
	for _, p := range c.problems {
		r.tell(r.problem(p))
	}
	if len(c.problems) > 0 {
		return &exit.Error{Code: exit.Failed}
	}
	_, err := fmt.Fprintf(r.Out, operator.PapersGood.In(r.Lang)+"\n", c.file, len(c.book.Entries()))
	return err
}

func (r *Run) tellCheckJSON(c checkedReviews) error {
	problems := []doctor.Mistake{}
	for _, p := range c.problems {
		problems = append(problems, doctor.Mistake{Key: p.Key, Line: p.Line, Sentence: r.problem(p)})
	}
	err := record.EncodeLine(r.Out, struct {
		File       string           `json:"file"`
		OK         bool             `json:"ok"`
		Procedures int              `json:"procedures"`
		Problems   []doctor.Mistake `json:"problems"`
		Notes      []string         `json:"notes"`
	}{c.file, len(problems) == 0, len(c.book.Entries()), problems, c.notes})
	if err == nil && len(problems) > 0 {
		err = &exit.Error{Code: exit.Failed}
	}
	return err
}
