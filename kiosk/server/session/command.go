package session

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"motcua/client/follow"
	"motcua/kiosk/terminal"
	"motcua/tui/line"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/why"
)

// commands are the commands that a refused person is told about.
func commands() []string {
	return append(line.VerbNames(func(v verb.Verb) bool { return v.Remote }), "help", "version", "line")
}

// known reports whether a command line may begin with word. Any other is refused before the
// command tree sees it.
func known(word string) bool {
	switch word {
	case "help", "--help", "-h", "version", "--version":
		return true
	}
	v, ok := line.FindVerb(word)
	return ok && v.Remote
}

// flagsMost is how many arguments other than codes a command line may have.
const flagsMost = 8

// runCommand answers one command line with the same command tree as the local program.
func (x *Session) runCommand(args []string, hasPty bool) int {
	switch {
	case len(args) == 0:
		args = []string{"help"}
	case args[0] == "version" || args[0] == "--version":
		_, _ = fmt.Fprintf(x.out, "motcua %s\n", x.common.Version)
		return exit.Answered
	}
	d := x.lineDeps()
	d.MaxCodes = x.May.Codes
	in := io.LimitReader(x.in, int64(x.May.Input))
	d.In = in
	d.AskProof = func(prompt string) (string, error) { return x.ask(in, prompt) }
	if hasPty {
		if pty, _, ok := x.Pty(); ok {
			d.ErrWidth = pty.Window.Width
		}
		// The client sends keys and not lines. Ctrl-C must end a command that reads nothing.
		keys := terminal.NewCooked(in, x.out)
		keys.Interrupt = func() { x.End(ReasonLeft) }
		typed, lines := io.Pipe()
		defer func() { _ = typed.Close() }()
		go func() {
			defer x.Contain()
			_, err := io.Copy(lines, keys)
			_ = lines.CloseWithError(err)
		}()
		d.In = typed
		d.AskProof = func(prompt string) (string, error) {
			keys.Hidden.Store(true)
			defer keys.Hidden.Store(false)
			return x.ask(typed, prompt)
		}
	}
	return x.await(func(ctx context.Context) int { return line.Run(ctx, d, args) })
}

// ask reads one short line, byte by byte, so that it takes nothing of the bytes after the line.
func (x *Session) ask(from io.Reader, prompt string) (string, error) {
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

// cancelTime is how long a cancelled look-up may take to return.
const cancelTime = 100 * time.Millisecond

// await runs a face that does not watch for the end of its session, and cancels it when the
// session ends first.
func (x *Session) await(face func(context.Context) int) int {
	done := make(chan int, 1)
	go func() {
		code := exit.Failed
		defer func() { done <- code }()
		defer x.Contain()
		code = face(x.ctx)
	}()
	select {
	case code := <-done:
		x.End(ReasonDone)
		return code
	case <-x.ended:
	}
	if x.reason == ReasonPanic {
		return exit.Failed
	}
	x.cancel()
	// The face may be blocked in a read, which ends when the channel closes, or in a write,
	// which the farewell's watchdog ends.
	pause := time.NewTimer(cancelTime)
	defer pause.Stop()
	select {
	case <-done:
	case <-pause.C:
	}
	x.farewell()
	return exit.Failed
}

// lineDeps are what the verbs and the line mode need for this session.
func (x *Session) lineDeps() verb.Deps {
	d := verb.Deps{}
	if x.common.Line != nil {
		d = x.common.Line()
	}
	d.Service, d.Open = x.service(), nil
	d.In, d.Out, d.Err = x.in, x.out, x.errOut
	d.Lang, d.Width, d.Style, d.Name = x.lang, 0, nil, "motcua"
	d.NoFiles, d.NoBatch = true, x.Role != RoleStaff // nobody reads or writes files on the server
	d.Full, d.NoWhy = x.Role == RoleStaff, x.Role != RoleStaff
	d.Marks = nil
	if m := x.marks(); m != nil {
		d.Marks = m
	}
	d.Keeper = x.keeper()
	d.Rate = -1     // the session has its own pace
	d.Frugal = true // connections may be slow, and people ask repeatedly
	if d.Env == nil {
		o := &x.Interface
		env := view.Env{Desk: o.Desk, Contact: o.Contact, Person: o.Person, NoDossiers: o.NoDossiers}
		d.Env = func(text.Lang) view.Env { return env }
	}
	return d
}

// marks is the list of wrongly read pages, with this session's key on what it adds; nil for the
// public.
func (x *Session) marks() why.Marks {
	key := x.asker().Key
	if x.common.Marks == nil || x.Role != RoleStaff || key == "" {
		return nil
	}
	return x.common.Marks(key)
}

// keeper keeps the list that this session's key follows; nil for the public, whom no key tells
// apart.
func (x *Session) keeper() follow.Keeper {
	if x.common.Keeper == nil || x.Role != RoleStaff || x.Key == "" {
		return nil
	}
	return x.common.Keeper(x.Key)
}

// watches reports whether a command line keeps asking (--watch).
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
