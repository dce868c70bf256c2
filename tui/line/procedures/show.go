package procedures

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/line/codelist"
	"motcua/tui/line/exit"
	"motcua/tui/line/patience"
	"motcua/tui/line/record"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/view"
	"motcua/tui/view/failure"
	"motcua/tui/view/procedures"
	"motcua/tui/view/why"
	"motcua/tui/wrap"
)

// Show shows a procedure: what to bring, how long, how much.
var Show = verb.Verb{
	Name: "show", Aliases: []string{"thutuc"}, Remote: true, Typed: true, Build: buildShow,
	Words: func(t *text.Texts) *command.Verb { return &t.Line.Show },
}

func buildShow(d verb.Deps, cmd *cobra.Command) {
	t := text.For(d.Lang)
	full := cmd.Flags().Bool("full", false, t.Line.FlagFull)
	explain := new(bool)
	if !d.NoWhy {
		explain = cmd.Flags().Bool("why", false, t.Review.Flag)
	}
	cmd.ValidArgsFunction = d.CompleteProcedures
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		switch {
		case len(args) == 0 && d.Pick != nil && !r.JSON:
			return d.Pick(cmd.Context())
		case len(args) != 1:
			return d.Usage(cmd, fmt.Sprintf(r.Texts.Line.NeedProcedureHow, d.Name))
		}
		procedureCode, ok := code.FindProcedure(args[0])
		if !ok {
			sentence := fmt.Sprintf(r.Texts.Errors.ProcedureCode, wrap.Short(clean.Line(args[0]), 60))
			if dossier, ok := code.FindDossier(args[0]); ok {
				sentence = fmt.Sprintf(r.Texts.Line.IsDossier, dossier, dossier)
			}
			kind := record.KindProcedure
			if number, ok := code.FindInsuranceNumber(args[0]); ok {
				kind = record.KindInsurance
				sentence = failure.Code(&code.Error{Problem: code.IsInsurance, Got: number}, view.Env{Texts: r.Texts, Medium: view.Command})
			}
			if r.JSON {
				r.Say(record.NoProcedureLine(codelist.AsTyped(args[0]), kind, sentence))
			}
			return d.Usage(cmd, sentence)
		}
		return r.End(show(cmd.Context(), r, procedureCode.String(), *full, *explain))
	}
}

func show(ctx context.Context, r *verb.Run, code string, full, explain bool) int {
	if err := r.Connect(ctx); err != nil {
		return r.CannotOpen(err)
	}
	a, err := patience.Procedure(ctx, r.Service, code)
	if err != nil {
		sentence := failure.Procedure(err, code, r.View())
		if r.JSON {
			r.Say(record.NoProcedureLine(code, record.KindOf(err), sentence))
		}
		r.Tell(wrap.Fold(sentence, "", r.Width)...)
		if errors.Is(err, client.ErrNotFound) {
			return exit.NotFound
		}
		return exit.Of(err)
	}
	e := r.View()
	switch {
	case explain && r.JSON:
		r.Say(record.WhyLine(a, e))
	case explain:
		r.Say(r.Printer().Why(why.Of(a, e), e)...)
	case r.JSON:
		r.Say(record.ProcedureLine(a))
	case full:
		r.Say(r.Printer().Official(procedures.Official(a, e))...)
	default:
		r.Say(r.Printer().Procedure(procedures.Document(a, e))...)
	}
	return exit.Answered
}
