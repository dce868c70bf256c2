package line

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/tui/text"
	"motcua/tui/view"
)

// run is one verb at work.
type run struct {
	Deps
	t       *text.Texts
	medium  view.Medium
	service Service
	json    bool
	broken  error // the first fault in writing an answer: the reader has gone
}

// texts are those of --lang, as far as the flags are read.
func (d Deps) texts(cmd *cobra.Command) *text.Texts {
	if f := cmd.Flag("lang"); f != nil && f.Changed {
		if l, ok := parseLang(f.Value.String()); ok {
			return text.For(l)
		}
	}
	return text.For(d.Lang)
}

// start reads the flags that all verbs share. It does not open the service: a
// wrong command line must be told before a portal is asked.
func (d Deps) start(cmd *cobra.Command) (*run, error) {
	r := &run{Deps: d, t: d.texts(cmd), medium: view.Command}
	if f := cmd.Flag("lang"); f != nil && f.Changed {
		if _, ok := parseLang(f.Value.String()); !ok {
			return nil, d.usage(cmd, fmt.Sprintf(r.t.Line.BadLang, clean.Line(f.Value.String())))
		}
	}
	r.json, _ = cmd.Flags().GetBool("json")
	return r, nil
}

// open readies the service.
func (r *run) open(ctx context.Context) error {
	if r.service = r.Service; r.service != nil {
		return nil
	}
	s, err := r.Open(ctx)
	if err != nil {
		return err
	}
	r.service = s
	return nil
}

// env is what sentences depend on, at this moment.
func (r *run) env() view.Env {
	var e view.Env
	if r.Env != nil {
		e = r.Env(r.t.Lang)
	}
	e.Texts, e.Now, e.Calendar, e.Medium = r.t, r.service.Now(), r.service.Calendar(), r.medium
	return e
}

// dossierError is what a person is told of a dossier's look-up without an answer.
func (r *run) dossierError(err error, proof bool) string {
	if proof {
		return view.ProofError(err, r.env())
	}
	return view.Error(err, r.env())
}

// say writes lines of an answer.
func (r *run) say(lines ...string) { r.write(r.Out, lines) }

// tell writes a sentence beside the answers.
func (r *run) tell(lines ...string) { r.write(r.Err, lines) }

func (r *run) write(w io.Writer, lines []string) {
	if r.broken != nil || len(lines) == 0 {
		return
	}
	_, r.broken = io.WriteString(w, strings.Join(lines, "\n")+"\n")
}

// usage tells what is wrong with a command line.
func (d Deps) usage(cmd *cobra.Command, sentence string) error {
	t := d.texts(cmd)
	_, err := fmt.Fprintf(d.Err, "%s\n%s\n", sentence, fmt.Sprintf(t.Line.SeeHelp, cmd.CommandPath()))
	if err != nil {
		return &ExitError{Code: ExitFailed}
	}
	return &ExitError{Code: ExitUsage}
}

// end turns an exit code into what a RunE gives back.
func (r *run) end(code int) error {
	if r.broken != nil {
		code = ExitFailed
	}
	if code == ExitAnswered {
		return nil
	}
	return &ExitError{Code: code}
}
