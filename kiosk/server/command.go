package server

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"motcua/tui/line"
	"motcua/tui/text"
	"motcua/tui/view"
)

// commands are what a refused person is told to use.
func commands() []string {
	return append(line.VerbNames(func(v line.Verb) bool { return v.Remote }), "help", "version", "line")
}

// known tells whether a command line may begin with a word. Everything else is
// refused before the command tree sees it.
func known(word string) bool {
	switch word {
	case "help", "--help", "-h", "version", "--version":
		return true
	}
	v, ok := line.FindVerb(word)
	return ok && v.Remote
}

// flagsMost is how many arguments beside codes a command line may have.
const flagsMost = 8

// runCommand answers one command line with the same tree as the local program.
func (x *session) runCommand(args []string, hasPty bool) int {
	switch {
	case len(args) == 0:
		args = []string{"help"}
	case args[0] == "version" || args[0] == "--version":
		_, _ = fmt.Fprintf(x.out, "motcua %s\n", x.srv.deps.Version)
		return line.ExitAnswered
	}
	d := x.lineDeps()
	d.MaxCodes = x.may.Codes
	in := io.LimitReader(x.in, int64(x.may.Input))
	d.In = in
	d.AskProof = func(prompt string) (string, error) { return x.ask(in, prompt) }
	if hasPty {
		if pty, _, ok := x.Pty(); ok {
			d.ErrWidth = pty.Window.Width
		}
		// Keys, not lines: Ctrl-C must end a command that reads nothing.
		keys := newCooked(in, x.out)
		keys.interrupt = func() { x.end(ReasonLeft) }
		typed, lines := io.Pipe()
		defer func() { _ = typed.Close() }()
		go func() {
			defer x.srv.contain(x)
			_, err := io.Copy(lines, keys)
			_ = lines.CloseWithError(err)
		}()
		d.In = typed
		d.AskProof = func(prompt string) (string, error) {
			keys.hidden.Store(true)
			defer keys.hidden.Store(false)
			return x.ask(typed, prompt)
		}
	}
	return x.await(func(ctx context.Context) int { return line.Run(ctx, d, args) })
}

// ask reads one short line, byte by byte: what follows it is not for us.
func (x *session) ask(from io.Reader, prompt string) (string, error) {
	if _, err := io.WriteString(x.errOut, prompt); err != nil {
		return "", err
	}
	var b [1]byte
	var typed []byte
	for len(typed) < 64 {
		n, err := from.Read(b[:])
		if n == 1 && (b[0] == '\n' || b[0] == '\r') || err != nil && len(typed) > 0 {
			break
		}
		if err != nil {
			return "", err
		}
		typed = append(typed, b[:n]...)
	}
	return string(typed), nil
}

// cancelTime is how long a cancelled look-up may take to say so.
const cancelTime = 100 * time.Millisecond

// await runs a face that does not watch its session by itself, and stops it
// when the session ends first.
func (x *session) await(face func(context.Context) int) int {
	done := make(chan int, 1)
	go func() {
		code := line.ExitFailed
		defer func() { done <- code }()
		defer x.srv.contain(x)
		code = face(x.ctx)
	}()
	select {
	case code := <-done:
		x.end(ReasonDone)
		return code
	case <-x.ended:
	}
	if x.reason == ReasonPanic {
		return line.ExitFailed
	}
	x.cancel()
	// It may sit in a read, which ends when the channel closes, or in a write,
	// which the farewell's watchdog ends.
	pause := time.NewTimer(cancelTime)
	defer pause.Stop()
	select {
	case <-done:
	case <-pause.C:
	}
	x.farewell()
	return line.ExitFailed
}

// lineDeps are what the verbs and the line mode need, for this session.
func (x *session) lineDeps() line.Deps {
	d := line.Deps{}
	if x.srv.deps.Line != nil {
		d = x.srv.deps.Line()
	}
	d.Service, d.Open = x.service(), nil
	d.In, d.Out, d.Err = x.in, x.out, x.errOut
	d.Lang, d.Width, d.Style, d.Name = x.lang, 0, nil, "motcua"
	d.NoFiles, d.NoBatch = true, x.role != RoleStaff // nobody reads or writes files here
	d.Full, d.NoWhy = x.role == RoleStaff, x.role != RoleStaff
	d.Marks = nil
	if m := x.marks(); m != nil {
		d.Marks = m
	}
	d.Rate = -1     // the session has a pace of its own
	d.Frugal = true // lines here may be slow, and people ask again and again
	if d.Env == nil {
		o := x.srv.iface.Load()
		desk, person := o.Desk, o.Person
		d.Env = func(text.Lang) view.Env { return view.Env{Desk: desk, Person: person} }
	}
	return d
}

// marks is the list of wrong pages as this session adds to it, nil for the public.
func (x *session) marks() Marks {
	key := x.asker().Key
	if x.srv.deps.Marks == nil || x.role != RoleStaff || key == "" {
		return nil
	}
	return x.srv.deps.Marks(key)
}

// watches tells whether a command line asks again and again.
func watches(args []string) bool {
	for _, a := range args {
		if a == "--" {
			return false
		}
		if a == "--watch" || strings.HasPrefix(a, "--watch=") {
			return true
		}
	}
	return false
}
