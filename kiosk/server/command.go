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

// Exit codes, as the local program has them.
const (
	exitAnswered = 0
	exitFailed   = 1
	exitUsage    = 2
)

// verbs are the commands there are. Everything else is refused before the
// command tree sees it.
var verbs = map[string]bool{
	"track": true, "hoso": true, "search": true, "tim": true, "show": true, "thutuc": true,
	"help": true, "version": true, "--help": true, "-h": true, "--version": true,
}

// runCommand answers one command line with the same tree as the local program.
func (x *session) runCommand(args []string, raw string) int {
	if len(args) > 0 && args[0] == "motcua" { // as typed at home
		args = args[1:]
	}
	switch {
	case len(args) == 0 && raw != "" && raw != "motcua":
		return x.refuse(wordQuotes)
	case len(args) == 0:
		args = []string{"help"}
	case !verbs[args[0]]:
		return x.refuse(wordCommand)
	case args[0] == "version" || args[0] == "--version":
		_, _ = fmt.Fprintf(x.out, "motcua %s\n", x.srv.deps.Version)
		return exitAnswered
	case watches(args) && !x.may.Watch:
		return x.refuse(wordWatch)
	}
	d := x.lineDeps()
	d.In = io.LimitReader(x.in, int64(x.may.Input))
	d.MaxCodes = x.may.Codes
	if most := x.may.Codes + 8; len(args) > most { // room for flags
		x.say(x.errOut, wordCodes)
		return exitUsage
	}
	return x.await(func(ctx context.Context) int { return line.Run(ctx, d, args) })
}

// cancelTime is how long a cancelled look-up may take to say so.
const cancelTime = 100 * time.Millisecond

// await runs a face that does not watch its session by itself, and stops it
// when the session ends first.
func (x *session) await(face func(context.Context) int) int {
	done := make(chan int, 1)
	go func() {
		code := exitFailed
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
		return exitFailed
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
	return exitFailed
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
	d.Frugal = true // lines here may be slow, and people ask again and again
	if d.Env == nil {
		o := x.srv.iface.Load()
		desk, person := o.Desk, o.Person
		d.Env = func(text.Lang) view.Env { return view.Env{Desk: desk, Person: person} }
	}
	return d
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
