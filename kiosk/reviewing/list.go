package reviewing

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"motcua/client/facts"
	"motcua/client/review"
	"motcua/client/workday"
	"motcua/kiosk/config"
	"motcua/kiosk/wire"
	"motcua/tui/line/exit"
	"motcua/tui/line/record"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// limitMost is the maximum number of pages without a mark that are listed.
const limitMost = 1000

// Limit reports whether so many pages without a mark can be listed.
func Limit(n int) bool { return n >= 1 && n <= limitMost }

// List writes the pages that should be reviewed: the marked ones, the newest first, then up
// to limit others.
func (r *Run) List(ctx context.Context, limit int) error {
	list, err := r.pages(ctx, limit)
	if err != nil {
		return err
	}
	if r.JSON {
		for _, p := range list {
			if err := record.EncodeLine(r.Out, p); err != nil {
				return err
			}
		}
		return nil
	}
	return r.tellList(list)
}

// pageObject is a page that should be reviewed.
type pageObject struct {
	Code     string  `json:"code"`
	Title    *string `json:"title"`
	Marked   bool    `json:"marked"`
	Row      int     `json:"row"` // the marked row, 0 for the whole page
	At       *string `json:"at"`  // when it was marked
	Who      *string `json:"who"` // "desk" or the fingerprint of a key
	Reviewed bool    `json:"reviewed"`
	Weight   int64   `json:"weight"` // estimated uses a year, 0 when unknown
	// How certain the reading is; null where the details are not stored here.
	Closely *int `json:"closely"` // rows to read closely
	Papers  *int `json:"papers"`  // number of rows with papers
	Doubt   *int `json:"doubt"`   // percentage of them that were not understood with certainty
}

// pages returns the pages that should be reviewed: the marked ones, the newest first, then
// up to limit others.
func (r *Run) pages(ctx context.Context, limit int) ([]pageObject, error) {
	marks, err := r.allMarks()
	if err != nil {
		return nil, err
	}
	var list []pageObject
	book := review.Read(r.Config.Papers.File, nil)
	for _, p := range review.Queue(ctx, book, marks, r.Wiring.Store(), facts.Known, limit) {
		o := pageObject{Code: p.Code, Title: record.OrNull(p.Name), Reviewed: p.Reviewed, Weight: p.Weight}
		if m := p.Mark; m != nil {
			at := m.At.In(workday.Zone).Format(time.RFC3339)
			o.Marked, o.Row, o.At, o.Who = true, m.Row, &at, &m.Who
		}
		if n := p.Doubts; n != nil {
			percent := n.Percent()
			o.Closely, o.Papers, o.Doubt = &n.Closely, &n.Papers, &percent
		}
		list = append(list, o)
	}
	return list, nil
}

// allMarks returns the marks in all state folders, the newest first.
func (r *Run) allMarks() ([]review.Mark, error) {
	var all []review.Mark
	var seen []config.State
	for _, state := range r.States {
		if state == "" || slices.Contains(seen, state) {
			continue
		}
		seen = append(seen, state)
		list, err := wire.Marked(state).List()
		if err != nil {
			return nil, r.fail(exit.Failed, r.fault(err))
		}
		all = append(all, list...)
	}
	slices.SortStableFunc(all, func(x, y review.Mark) int { return y.At.Compare(x.At) })
	return all, nil
}

func (r *Run) tellList(list []pageObject) error {
	t := text.For(r.Lang)
	var b strings.Builder
	write := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	marked := 0
	for _, p := range list {
		if !p.Marked {
			continue
		}
		if marked++; marked == 1 {
			write("%s", operator.PapersMarked.In(r.Lang))
		}
		who, row := *p.Who, ""
		if who == review.Desk {
			who = operator.PapersByDesk.In(r.Lang)
		}
		if p.Row > 0 {
			row = fmt.Sprintf(operator.PapersMarkedRow.In(r.Lang), p.Row)
		}
		at, _ := time.Parse(time.RFC3339, *p.At)
		write("  "+operator.PapersMarkedLine.In(r.Lang), p.Code, titleOf(p), row, t.At(at, time.Now()), who)
	}
	if marked == 0 {
		write("%s", operator.PapersNoMarks.In(r.Lang))
	}
	write("")
	if marked == len(list) {
		write("%s", operator.PapersAllReviewed.In(r.Lang))
	} else {
		write("%s", operator.PapersUnreviewed.In(r.Lang))
	}
	for _, p := range list[marked:] {
		write("  %s  %s (%s)", p.Code, titleOf(p), r.howSure(p))
	}
	_, err := io.WriteString(r.Out, b.String())
	return err
}

func titleOf(p pageObject) string {
	if p.Title == nil {
		return "?"
	}
	return *p.Title
}

// howSure says how doubtful the reading of a page is.
func (r *Run) howSure(p pageObject) string {
	switch {
	case p.Doubt == nil:
		return operator.PapersNotRead.In(r.Lang)
	case *p.Doubt == 0:
		return operator.PapersSure.In(r.Lang)
	case *p.Closely > 0:
		return fmt.Sprintf(operator.PapersDoubt.In(r.Lang), *p.Doubt) + ", " + fmt.Sprintf(operator.PapersDoubtRows.In(r.Lang), *p.Closely, *p.Papers)
	default:
		return fmt.Sprintf(operator.PapersDoubt.In(r.Lang), *p.Doubt)
	}
}
