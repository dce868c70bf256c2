package verb

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/tui/line/exit"
	"motcua/tui/line/manual"
	"motcua/tui/line/plain"
	"motcua/tui/line/table"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/failure"
	"motcua/tui/wrap"
)

// Run is one execution of a command.
type Run struct {
	Deps
	Texts  *text.Texts // of the answer
	Medium view.Medium
	JSON   bool
	Broken error        // the first error in writing an answer: the reader is gone
	Sheet  *table.Sheet // the form of --output; nil: sentences, or lines of JSON
}

// TextsOf returns the texts of --lang, as far as the flags are parsed.
func (d Deps) TextsOf(cmd *cobra.Command) *text.Texts {
	if f := cmd.Flag("lang"); f != nil && f.Changed {
		if l, ok := text.ParseLang(f.Value.String()); ok {
			return text.For(l)
		}
	}
	return text.For(d.Lang)
}

// Start reads the flags that all commands share. It does not open the service, because a
// wrong command line must be reported before a portal is asked.
func (d Deps) Start(cmd *cobra.Command) (*Run, error) {
	r := &Run{Deps: d, Texts: d.TextsOf(cmd), Medium: view.Command}
	if f := cmd.Flag("lang"); f != nil && f.Changed {
		if _, ok := text.ParseLang(f.Value.String()); !ok {
			return nil, d.Usage(cmd, fmt.Sprintf(r.Texts.Line.BadLang, clean.Line(f.Value.String())))
		}
	}
	r.JSON, _ = cmd.Flags().GetBool("json")
	if d.lists != nil {
		if wrong := r.form(cmd); wrong != "" {
			return nil, d.Usage(cmd, wrong)
		}
	}
	if d.Hold != nil && ends(cmd) {
		d.Hold()
	}
	return r, nil
}

// Connect opens the service unless it is open.
func (r *Run) Connect(ctx context.Context) error {
	if r.Service != nil {
		return nil
	}
	var err error
	r.Service, err = r.Open(ctx)
	return err
}

// View returns what sentences depend on, at this moment.
func (r *Run) View() view.Env {
	var e view.Env
	if r.Env != nil {
		e = r.Env(r.Texts.Lang)
	}
	e.Texts, e.Now, e.Calendar, e.Medium = r.Texts, r.Service.Now(), r.Service.Calendar(), r.Medium
	return e
}

// Printer returns the printer that formats answers as lines.
func (r *Run) Printer() plain.Printer {
	return plain.Printer{Texts: r.Texts, Medium: r.Medium, Width: r.Width, Style: r.Style, Frugal: r.Frugal}
}

// DossierError returns the sentence for a look-up of a dossier that failed.
func (r *Run) DossierError(err error, proof bool) string {
	if proof {
		return failure.Proof(err, r.View())
	}
	return failure.Dossier(err, r.View())
}

// Say writes lines of an answer to Out. Lines of JSON take the form of --output.
func (r *Run) Say(lines ...string) {
	if r.JSON && r.Sheet != nil {
		for _, l := range lines {
			r.Sheet.Add(l)
		}
		return
	}
	r.write(r.Out, lines)
}

// Tell writes a message to Err.
func (r *Run) Tell(lines ...string) { r.write(r.Err, lines) }

func (r *Run) write(w io.Writer, lines []string) {
	if r.Broken != nil || len(lines) == 0 {
		return
	}
	_, r.Broken = io.WriteString(w, strings.Join(lines, "\n")+"\n")
}

// Usage reports what is wrong with a command line.
func (d Deps) Usage(cmd *cobra.Command, sentence string) error {
	t := d.TextsOf(cmd)
	_, err := fmt.Fprintf(d.Err, "%s\n%s\n", sentence, fmt.Sprintf(t.Line.SeeHelp, cmd.CommandPath()))
	if err != nil {
		return &exit.Error{Code: exit.Failed}
	}
	return &exit.Error{Code: exit.Usage}
}

// FlagError says in the reader's language what pflag found wrong.
func (d Deps) FlagError(cmd *cobra.Command, err error) error {
	return d.Usage(cmd, manual.FlagProblem(&d.TextsOf(cmd).Line, cmd, err))
}

// End converts an exit code into the result of a RunE.
func (r *Run) End(code int) error {
	if r.Sheet != nil {
		r.Sheet.End()
	}
	if r.Broken != nil {
		code = exit.Failed
	}
	if code == exit.Answered {
		return nil
	}
	return &exit.Error{Code: code}
}

// CannotOpen reports that the service could not be opened.
func (r *Run) CannotOpen(err error) int {
	r.Tell(wrap.Fold(r.OpenError(err), "", r.Width)...)
	return exit.Worse(exit.Of(err), exit.Failed)
}

// OpenError returns the sentence for a service that could not be opened.
func (r *Run) OpenError(err error) string {
	e := view.Env{Texts: r.Texts, Medium: r.Medium}
	if r.Env != nil {
		e = r.Env(r.Texts.Lang)
		e.Texts, e.Medium = r.Texts, r.Medium
	}
	return failure.Dossier(err, e)
}
