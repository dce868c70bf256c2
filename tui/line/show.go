package line

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/text"
	"motcua/tui/view"
)

func buildShow(d Deps, cmd *cobra.Command) {
	t := text.For(d.Lang)
	full := cmd.Flags().Bool("full", false, t.Line.FlagFull)
	why := new(bool)
	if !d.NoWhy {
		why = cmd.Flags().Bool("why", false, t.Review.Flag)
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.start(cmd)
		if err != nil {
			return err
		}
		if len(args) != 1 {
			return d.usage(cmd, r.t.Line.NeedProcedure)
		}
		procedureCode, ok := code.FindProcedure(args[0])
		if !ok {
			sentence := fmt.Sprintf(r.t.Errors.ProcedureCode, short(clean.Line(args[0]), 60))
			if dossier, ok := code.FindDossier(args[0]); ok {
				sentence = fmt.Sprintf(r.t.Line.IsDossier, dossier, dossier)
			}
			kind := kindProcedure
			if number, ok := code.FindInsuranceNumber(args[0]); ok {
				kind = kindInsurance
				sentence = view.CodeProblem(&code.Error{Problem: code.IsInsurance, Got: number}, view.Env{Texts: r.t, Medium: view.Command})
			}
			if r.json {
				r.say(noProcedureJSON(short(clean.Line(args[0]), typedMost), kind, sentence))
			}
			return d.usage(cmd, sentence)
		}
		return r.end(r.show(cmd.Context(), procedureCode.String(), *full, *why))
	}
}

func (r *run) show(ctx context.Context, code string, full, why bool) int {
	if err := r.open(ctx); err != nil {
		return r.cannotOpen(err)
	}
	a, err := r.whole(ctx, code)
	if err != nil {
		sentence := view.ProcedureError(err, code, r.env())
		if r.json {
			r.say(noProcedureJSON(code, kindOf(err), sentence))
		}
		r.tell(fold(sentence, "", r.Width)...)
		if errors.Is(err, client.ErrNotFound) {
			return ExitNotFound
		}
		return exitOf(err)
	}
	switch {
	case why && r.json:
		r.say(whyJSON(a, r.env()))
	case why:
		r.say(r.why(view.Why(a, r.env()))...)
	case r.json:
		r.say(procedureJSON(a))
	case full:
		r.say(r.official(view.Procedure(a, r.env()))...)
	default:
		r.say(r.procedure(view.Procedure(a, r.env()))...)
	}
	return ExitAnswered
}

// whole is a procedure as its portal has it now. A page that this machine has waits
// for a silent portal no longer than a person would: it is given with its date.
func (r *run) whole(ctx context.Context, code string) (client.Answer[client.Procedure], error) {
	kept, ok := r.service.KeptProcedure(ctx, code)
	if !ok || kept.Value.Outline {
		return r.service.Show(ctx, code)
	}
	a, in, err := within(ctx, func(ctx context.Context) (client.Answer[client.Procedure], error) { return r.service.Show(ctx, code) })
	if !in {
		kept.Stale = true
		return kept, nil
	}
	return a, err
}

// sheet collects the lines of a procedure.
type sheet struct {
	*run
	lines []string
}

func (s *sheet) text(depth int, text string) {
	if text != "" {
		s.lines = append(s.lines, fold(text, strings.Repeat("  ", depth), s.Width)...)
	}
}

func (s *sheet) item(depth int, text string) {
	s.lines = append(s.lines, fold(text, strings.Repeat("  ", depth)+"- ", s.Width)...)
}

func (s *sheet) head(depth int, text string) {
	for _, l := range fold(text, strings.Repeat("  ", depth), s.Width) {
		s.lines = append(s.lines, s.Style.Strong(l))
	}
}

// procedure is the short answer: papers, time, money, place.
func (r *run) procedure(v view.ProcedureView) []string {
	s, t := &sheet{run: r}, &r.t.Procedure
	s.title(v)
	s.reviewed(v)
	if v.Outline != "" {
		s.lines = append(s.lines, v.Outline) // never broken: its link is copied
	}
	s.papers(0, v.HandIn, v.Show, v.OnlyIf, v.Close)
	for _, c := range v.Cases {
		if len(c.HandIn)+len(c.Show)+len(c.OnlyIf)+len(c.Close) == 0 {
			continue // explanations only: they stand in the full text
		}
		s.head(0, caseTitle(c.Name, t.SumOfCase))
		s.papers(1, c.HandIn, c.Show, c.OnlyIf, c.Close)
	}
	s.list(r.t.Review.Conditions, v.Conditions)
	s.list(t.Time, v.Time)
	s.list(t.Cost, v.Cost)
	s.list(t.Place, v.Place)
	if len(v.Channels) > 0 {
		s.list(t.How, []string{strings.Join(v.Channels, ", ")})
	}
	if v.ReadyBy != "" {
		s.lines = append(s.lines, "")
		s.text(0, v.ReadyBy)
	}
	if len(v.Original) > 0 {
		s.lines = append(s.lines, "")
		s.head(0, r.t.Review.Original)
		s.sections(1, v.Original)
	}
	s.lines = append(s.lines, "")
	if len(v.Sections) > 0 && v.Outline == "" {
		how := r.t.Line.FullHow
		if r.medium == view.Typed {
			how = r.t.Line.FullTyped
		}
		s.text(0, how)
	}
	s.text(0, v.Source)
	return s.lines
}

// caseTitle says "case" once.
func caseTitle(name, form string) string {
	word, _, _ := strings.Cut(form, ":")
	if strings.HasPrefix(strings.ToLower(name), strings.ToLower(word)) {
		return name
	}
	return fmt.Sprintf(form, name)
}

func (s *sheet) title(v view.ProcedureView) {
	s.head(0, v.Name)
	s.text(0, strings.Trim(v.Code+" · "+v.Where, " ·"))
	s.lines = append(s.lines, "")
}

func (s *sheet) list(title string, items []string) {
	if len(items) == 0 {
		return
	}
	s.head(0, title)
	for _, it := range items {
		s.text(1, it)
	}
}

func (s *sheet) papers(depth int, handIn, show []view.PaperLine, onlyIf []view.Folded, closely []string) {
	t := &s.t.Procedure
	group := func(title string, ps []view.PaperLine) {
		if len(ps) > 0 {
			s.head(depth, title)
			s.paperLines(depth+1, ps)
		}
	}
	group(t.HandIn, handIn)
	group(t.Show, show)
	if len(onlyIf) > 0 {
		s.head(depth, t.OnlyIf)
		for _, f := range onlyIf {
			s.text(depth+1, f.Condition)
			s.paperLines(depth+2, f.Papers)
		}
	}
	if len(closely) > 0 {
		s.head(depth, t.Close)
		s.text(depth+1, t.CloseWhy)
		for _, row := range closely {
			s.item(depth+1, row)
		}
	}
}

func (s *sheet) paperLines(depth int, ps []view.PaperLine) {
	under := ""
	for _, p := range ps {
		if p.Under != under && p.Under != "" {
			s.text(depth, p.Under)
		}
		under = p.Under
		text := p.Name
		if p.Quantity != "" {
			text = strings.TrimSuffix(text, ":") + ": " + p.Quantity
		}
		s.item(depth, text)
		if p.Hint != "" {
			s.text(depth+1, p.Hint)
		}
		s.paperLines(depth+1, p.OneOf)
	}
}

// reviewed says that an office went through the page.
func (s *sheet) reviewed(v view.ProcedureView) {
	if v.Reviewed == "" {
		return
	}
	s.text(0, v.Reviewed)
	if v.ReviewWarn != "" {
		for _, l := range fold(v.ReviewWarn, "! ", s.Width) {
			s.lines = append(s.lines, s.Style.Tone(view.ToneWarn, l))
		}
	}
	s.text(0, v.DeskNote)
	s.lines = append(s.lines, "")
}

func (s *sheet) sections(depth int, all []view.Section) {
	for _, sec := range all {
		s.head(depth, sec.Title)
		for _, l := range sec.Lines {
			if l.Strong {
				s.head(depth+1+l.Indent, l.Text)
			} else {
				s.text(depth+1+l.Indent, l.Text)
			}
		}
	}
}

// official is the whole text of the portal.
func (r *run) official(v view.ProcedureView) []string {
	s := &sheet{run: r}
	s.title(v)
	if v.Outline != "" {
		s.lines = append(s.lines, v.Outline, "")
	}
	for _, sec := range v.Sections {
		s.sections(0, []view.Section{sec})
		s.lines = append(s.lines, "")
	}
	if v.URL != "" {
		s.lines = append(s.lines, fmt.Sprintf(r.t.Procedure.Page, v.URL)) // never broken: it is copied
	}
	s.text(0, v.Source)
	return s.lines
}
