package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/digest"
	"motcua/client/review"
	"motcua/tui/line"
	"motcua/tui/text"
	"motcua/tui/view"
)

// papersCommand is `motcua papers`: pages that an office reviewed, and pages that
// staff marked as wrong.
func (a *app) papersCommand() *cobra.Command {
	w := papersWords
	cmd := &cobra.Command{
		Use: "papers", Aliases: []string{"giayto"}, Short: w.short.in(a.lang), Long: w.long.in(a.lang),
		Example: "motcua papers new 1.001193 > 1.001193.toml\nmotcua papers check 1.001193.toml\nmotcua papers list",
		RunE:    func(cmd *cobra.Command, args []string) error { return errors.Join(a.none(cmd, args), cmd.Help()) },
	}
	cmd.AddCommand(a.papersCheckCommand(), a.papersNewCommand(), a.papersListCommand())
	return cmd
}

func (a *app) papersCheckCommand() *cobra.Command {
	w := papersWords
	return &cobra.Command{
		Use: w.checkUse.in(a.lang), Short: w.checkShort.in(a.lang), Long: w.checkLong.in(a.lang), Example: "motcua papers check /etc/motcua/papers.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) != 1:
				return a.usage(cmd, "%s", w.oneFile.in(a.lang))
			case a.cfgErr != nil:
				return a.cfgErr
			}
			c := a.checkReviews(cmd.Context(), args[0])
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				return a.tellReviewsJSON(c)
			}
			return a.tellReviews(c)
		},
	}
}

// checkedReviews is what came of reading a file of reviews.
type checkedReviews struct {
	file     string
	book     *review.Book
	problems []review.Problem
	notes    []string
}

// checkReviews reads a file as a server would, and looks at what is no mistake and
// still worth a word: codes that no catalogue has, days to come, sources that have
// changed.
func (a *app) checkReviews(ctx context.Context, file string) checkedReviews {
	var trust func(string) error
	if file == a.cfg.Papers.File { // who may write a draft does not matter yet
		trust = trusted
	}
	c := checkedReviews{file: clean.Line(file), book: review.Read(file, trust), notes: []string{}}
	c.problems = c.book.Problems()
	warn := func(e review.Entry, kind review.Kind, value string) {
		c.notes = append(c.notes, a.reviewProblem(review.Problem{File: e.File, Line: e.Line, Kind: kind, Value: value, Warn: true}))
	}
	kept := a.store()
	for _, e := range c.book.Entries() {
		if _, err := kept.Procedure(ctx, e.Code); errors.Is(err, client.ErrNotFound) {
			warn(e, review.Unknown, e.Code)
		}
		if e.Review.Date.After(time.Now()) {
			warn(e, review.Future, e.Review.Date.Format(time.DateOnly))
		}
		if d, _, ok := kept.Kept(ctx, e.Code); ok && d.Value.Code == e.Code && review.Fingerprint(d.Value) != e.Source {
			c.notes = append(c.notes, fmt.Sprintf(papersWords.changed.in(a.lang), clean.Line(e.File), e.Line, e.Code))
		}
	}
	return c
}

func (a *app) tellReviews(c checkedReviews) error {
	for _, n := range c.notes {
		a.tell(fmt.Sprintf(configWords.note.in(a.lang), n))
	}
	for _, p := range c.problems {
		a.tell(a.reviewProblem(p))
	}
	if len(c.problems) > 0 {
		return &line.ExitError{Code: line.ExitFailed}
	}
	_, err := fmt.Fprintf(a.out, papersWords.good.in(a.lang)+"\n", c.file, len(c.book.Entries()))
	return err
}

func (a *app) tellReviewsJSON(c checkedReviews) error {
	problems := []problemObject{}
	for _, p := range c.problems {
		problems = append(problems, problemObject{p.Key, p.Line, a.reviewProblem(p)})
	}
	err := line.EncodeLine(a.out, struct {
		File       string          `json:"file"`
		OK         bool            `json:"ok"`
		Procedures int             `json:"procedures"`
		Problems   []problemObject `json:"problems"`
		Notes      []string        `json:"notes"`
	}{c.file, len(problems) == 0, len(c.book.Entries()), problems, c.notes})
	if err == nil && len(problems) > 0 {
		err = &line.ExitError{Code: line.ExitFailed}
	}
	return err
}

func (a *app) papersNewCommand() *cobra.Command {
	w := papersWords
	return &cobra.Command{
		Use: w.newUse.in(a.lang), Short: w.newShort.in(a.lang), Long: w.newLong.in(a.lang), Example: "motcua papers new 1.001193 > 1.001193.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage(cmd, "%s", w.oneCode.in(a.lang))
			}
			procedureCode, ok := code.FindProcedure(args[0])
			if !ok {
				return a.usage(cmd, "%s", w.oneCode.in(a.lang))
			}
			return a.newReview(cmd.Context(), procedureCode.String())
		},
	}
}

func (a *app) newReview(ctx context.Context, procedureCode string) error {
	service, err := a.open(ctx)
	if err != nil {
		return err
	}
	t := text.For(a.lang)
	env := view.Env{Texts: t, Now: service.Now(), Calendar: service.Calendar(), Desk: a.cfg.Place.Desk, Medium: view.Command}
	answer, err := service.Show(ctx, procedureCode)
	if err != nil {
		a.tell(view.ProcedureError(err, procedureCode, env))
		switch {
		case errors.Is(err, client.ErrNotFound):
			return &line.ExitError{Code: line.ExitNotFound}
		case errors.Is(err, client.ErrUnavailable), errors.Is(err, client.ErrOffline):
			return &line.ExitError{Code: line.ExitUnreachable}
		}
		return &line.ExitError{Code: line.ExitFailed}
	}
	if answer.Value.Outline {
		a.tell(fmt.Sprintf(papersWords.outline.in(a.lang), procedureCode))
		return &line.ExitError{Code: line.ExitUnreachable}
	}
	answer.Review = nil // as the page was read, and not as somebody corrected it
	v, w := view.Procedure(answer, env), papersWords
	_, err = io.WriteString(a.out, review.Skeleton(answer.Value, a.cfg.Office(), service.Now(), v.Time, v.Cost, review.SkeletonWords{
		Head: w.head.in(a.lang), Papers: w.skeletonPapers.in(a.lang), Closely: w.skeletonClosely.in(a.lang),
		Terms: w.skeletonTerms.in(a.lang), Note: w.noteHere.in(a.lang), Office: w.officeHere.in(a.lang),
	}))
	return err
}

func (a *app) papersListCommand() *cobra.Command {
	w, limit := papersWords, 0
	cmd := &cobra.Command{
		Use: "list", Short: w.listShort.in(a.lang), Long: w.listLong.in(a.lang), Example: "motcua papers list\nmotcua papers list --limit 100 --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return a.none(cmd, args)
			case limit < 1 || limit > 1000:
				return a.usage(cmd, "%s", w.badLimit.in(a.lang))
			case a.cfgErr != nil:
				return a.cfgErr
			}
			list, err := a.pagesToReview(cmd.Context(), limit)
			if err != nil {
				return err
			}
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				for _, p := range list {
					if err := line.EncodeLine(a.out, p); err != nil {
						return err
					}
				}
				return nil
			}
			return a.tellPages(list)
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 20, w.flagLimit.in(a.lang))
	return cmd
}

// pageObject is one page that somebody should go through.
type pageObject struct {
	Code     string  `json:"code"`
	Title    *string `json:"title"`
	Marked   bool    `json:"marked"`
	Row      int     `json:"row"` // the marked row, 0 for the page
	At       *string `json:"at"`  // when it was marked
	Who      *string `json:"who"` // "desk" or the fingerprint of a key
	Reviewed bool    `json:"reviewed"`
	Weight   int64   `json:"weight"` // how often it is used a year, 0 when unknown
	// How sure the reading is; null where its details are not kept here.
	Closely *int `json:"closely"` // rows to read closely
	Papers  *int `json:"papers"`  // rows with papers
	Doubt   *int `json:"doubt"`   // percent of them that were not read for sure
}

// pagesToReview are the marked pages, the newest first, then so many pages that
// nobody has reviewed, those used most first.
func (a *app) pagesToReview(ctx context.Context, limit int) ([]pageObject, error) {
	book := review.Read(a.cfg.Papers.File, nil)
	marks, err := a.allMarks()
	if err != nil {
		return nil, err
	}
	var list []pageObject
	seen := map[string]bool{}
	for _, m := range marks {
		p := a.pageOf(ctx, m.Code, client.Hit{}, book)
		at, who := stamp(m.At), m.Who
		p.Marked, p.Row, p.At, p.Who = true, m.Row, &at, &who
		list, seen[m.Code] = append(list, p), true
	}
	kept := a.store()
	//nolint:contextcheck // the kept copy is at hand: nothing waits
	for _, h := range kept.Popular(kept.Len(ctx)) {
		if limit == 0 {
			break
		}
		if seen[h.Code] || book.Has(h.Code) {
			continue
		}
		list, limit = append(list, a.pageOf(ctx, h.Code, h, book)), limit-1
	}
	return list, nil
}

// allMarks are those of this account and of the server.
func (a *app) allMarks() ([]review.Mark, error) {
	var all []review.Mark
	var dirs []string
	for _, dir := range []string{stateDir(os.Getenv), a.serverDir()} {
		if dir == "" || slices.Contains(dirs, dir) {
			continue
		}
		dirs = append(dirs, dir)
		list, err := marksIn(dir).List()
		if err != nil {
			return nil, a.fail("%s", a.fault(err))
		}
		all = append(all, list...)
	}
	slices.SortStableFunc(all, func(x, y review.Mark) int { return y.At.Compare(x.At) })
	return all, nil
}

func (a *app) pageOf(ctx context.Context, procedureCode string, h client.Hit, book *review.Book) pageObject {
	kept := a.store()
	p := pageObject{Code: procedureCode, Title: orNull(h.Name), Reviewed: book.Has(procedureCode), Weight: h.Weight}
	if h.Code == "" {
		if known, ok := known(procedureCode); ok {
			p.Title, p.Weight = orNull(known.Name), known.Weight
		} else if one, err := kept.Procedure(ctx, procedureCode); err == nil {
			p.Title = orNull(one.Name)
		}
	}
	if d, _, ok := kept.Kept(ctx, procedureCode); ok {
		n := review.DoubtsOf(digest.Of(d.Value))
		percent := n.Percent()
		p.Closely, p.Papers, p.Doubt = &n.Closely, &n.Papers, &percent
	}
	return p
}

func (a *app) tellPages(list []pageObject) error {
	w, t := papersWords, text.For(a.lang)
	var b strings.Builder
	write := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	marked := 0
	for _, p := range list {
		if !p.Marked {
			continue
		}
		if marked++; marked == 1 {
			write("%s", w.marked.in(a.lang))
		}
		who, row := *p.Who, ""
		if who == review.Desk {
			who = w.byDesk.in(a.lang)
		}
		if p.Row > 0 {
			row = fmt.Sprintf(w.markedRow.in(a.lang), p.Row)
		}
		at, _ := time.Parse(time.RFC3339, *p.At)
		write("  "+w.markedLine.in(a.lang), p.Code, titleOf(p), row, t.At(at, time.Now()), who)
	}
	if marked == 0 {
		write("%s", w.noMarks.in(a.lang))
	}
	write("")
	if marked == len(list) {
		write("%s", w.allReviewed.in(a.lang))
	} else {
		write("%s", w.unreviewed.in(a.lang))
	}
	for _, p := range list[marked:] {
		write("  %s  %s (%s)", p.Code, titleOf(p), a.howSure(p))
	}
	_, err := io.WriteString(a.out, b.String())
	return err
}

func titleOf(p pageObject) string {
	if p.Title == nil {
		return "?"
	}
	return *p.Title
}

// howSure is how doubtful the reading of a page is, in words.
func (a *app) howSure(p pageObject) string {
	w := papersWords
	switch {
	case p.Doubt == nil:
		return w.notRead.in(a.lang)
	case *p.Doubt == 0:
		return w.sure.in(a.lang)
	case *p.Closely > 0:
		return fmt.Sprintf(w.doubt.in(a.lang), *p.Doubt) + ", " + fmt.Sprintf(w.doubtRows.in(a.lang), *p.Closely, *p.Papers)
	default:
		return fmt.Sprintf(w.doubt.in(a.lang), *p.Doubt)
	}
}
