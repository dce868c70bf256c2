package procedures

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/line/codelist"
	"motcua/tui/line/exit"
	"motcua/tui/line/outfile"
	"motcua/tui/line/patience"
	"motcua/tui/line/record"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/text/topic"
	"motcua/tui/view/failure"
	"motcua/tui/view/forms"
	"motcua/tui/wrap"
)

// Form lists the forms of a procedure and fetches one. It does not run over SSH: a server writes
// no files.
var Form = verb.Verb{
	Name: "form", Aliases: []string{"mau"}, Typed: true, Answer: answerForms, Build: buildForm,
	Words: func(t *text.Texts) *command.Verb { return &topic.Form.In(t).Command },
}

// formFlags say where the file of a form goes.
type formFlags struct {
	out   string
	force bool
}

// formStdout is the name of standard output.
const formStdout = "-"

func buildForm(d verb.Deps, cmd *cobra.Command) {
	t := text.For(d.Lang)
	var f formFlags
	cmd.Flags().StringVar(&f.out, "out", "", topic.Form.In(t).FlagFormOut)
	cmd.ValidArgsFunction = d.CompleteProcedures
	cmd.Flags().BoolVar(&f.force, "force", false, topic.Form.In(t).FlagForce)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		if len(args) == 0 || len(args) > 2 {
			return d.Usage(cmd, r.Texts.Line.NeedProcedure)
		}
		procedureCode, ok := code.FindProcedure(args[0])
		if !ok {
			sentence := fmt.Sprintf(r.Texts.Errors.ProcedureCode, wrap.Short(clean.Line(args[0]), 60))
			if r.JSON {
				r.Say(record.NoFormsLine(codelist.AsTyped(args[0]), record.KindProcedure, sentence))
			}
			return d.Usage(cmd, sentence)
		}
		number := ""
		if len(args) == 2 {
			number = args[1]
		}
		switch {
		case number != "" && f.out == "":
			return d.Usage(cmd, topic.Form.In(r.Texts).NeedFormOut)
		case f.out == formStdout && r.JSON:
			return d.Usage(cmd, topic.Form.In(r.Texts).FormOutJSON)
		case f.out == formStdout && r.Width > 0:
			return d.Usage(cmd, topic.Form.In(r.Texts).FormTerminal)
		}
		return r.End(listForms(cmd, r, procedureCode.String(), number, f))
	}
}

// listForms lists the forms of a procedure, or fetches the one with that number.
func listForms(cmd *cobra.Command, r *verb.Run, code, number string, f formFlags) int {
	ctx := cmd.Context()
	if err := r.Connect(ctx); err != nil {
		return r.CannotOpen(err)
	}
	a, err := patience.Procedure(ctx, r.Service, code)
	if err != nil {
		sentence := failure.Procedure(err, code, r.View())
		if r.JSON {
			r.Say(record.NoFormsLine(code, record.KindOf(err), sentence))
		}
		r.Tell(wrap.Fold(sentence, "", r.Width)...)
		return exit.Of(err)
	}
	all := forms.Of(a.Value)
	if f.out == "" || len(all) == 0 {
		if r.JSON {
			r.Say(record.FormsLine(a, all, nil))
		} else {
			r.Say(r.Printer().Forms(forms.Document(a, r.Name, r.View()))...)
		}
		if len(all) == 0 {
			return exit.NotFound
		}
		return exit.Answered
	}
	n, err := strconv.Atoi(number)
	switch {
	case number == "" && len(all) == 1:
		n = 1
	case number == "":
		return wrongForm(cmd, r, fmt.Sprintf(topic.Form.In(r.Texts).NeedForm, len(all)), a, all)
	case err != nil || n < 1 || n > len(all):
		return wrongForm(cmd, r, fmt.Sprintf(topic.Form.In(r.Texts).BadForm, wrap.Short(clean.Line(number), 20), len(all)), a, all)
	}
	return fetch(ctx, r, a, all, n, f)
}

// wrongForm reports which numbers there are.
func wrongForm(cmd *cobra.Command, r *verb.Run, sentence string, a client.Answer[client.Procedure], all []client.Form) int {
	if r.JSON {
		r.Say(record.NoFormLine(a, all, nil, record.KindInput, sentence))
	}
	_ = r.Usage(cmd, sentence)
	return exit.Usage
}

// fetch fetches a form and writes it.
func fetch(ctx context.Context, r *verb.Run, a client.Answer[client.Procedure], all []client.Form, n int, f formFlags) int {
	cannot := func(err error, kind, sentence string) {
		if r.JSON {
			r.Say(record.NoFormLine(a, all, err, kind, sentence))
		}
		r.Tell(wrap.Fold(sentence, "", r.Width)...)
	}
	got, err := r.Service.Form(ctx, all[n-1])
	if err != nil {
		cannot(err, "", forms.Failure(err, a.Value.Code, r.View()))
		return exit.Of(err)
	}
	if f.out == formStdout {
		if _, r.Broken = r.Out.Write(got.Value.Data); r.Broken != nil {
			return exit.Failed
		}
		return exit.Answered
	}
	out, err := outfile.Whole(f.out, got.Value.Name, got.Value.Data, f.force)
	if err != nil {
		cannot(err, record.KindFile, outfile.Cannot(err, out, r.Texts))
		return exit.Failed
	}
	if r.JSON {
		r.Say(record.FormsLine(a, all, &record.FormFile{Number: n, Of: got, Out: out}))
		return exit.Answered
	}
	e := r.View()
	saved := fmt.Sprintf(topic.Form.In(e.Texts).Saved, forms.Name(all[n-1], e), clean.Line(out), e.Texts.Number(int64(len(got.Value.Data))))
	r.Say(wrap.Fold(saved, "", r.Width)...)
	return exit.Answered
}

// answerForms lists the forms in the line mode. It fetches none: over SSH the file would
// stay on the server.
func answerForms(ctx context.Context, r *verb.Run, words string) verb.Reply {
	procedureCode, ok := code.FindProcedure(words)
	if !ok {
		return verb.Reply{Search: true}
	}
	a, err := patience.Procedure(ctx, r.Service, procedureCode.String())
	if err != nil {
		return verb.Reply{Lines: []string{failure.Procedure(err, procedureCode.String(), r.View())}}
	}
	return verb.Reply{Lines: r.Printer().Forms(forms.Document(a, "", r.View())), Shown: a}
}
