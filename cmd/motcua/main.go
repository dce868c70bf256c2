// Command motcua answers the two questions with which most people come to a public-service
// counter in Vietnam: where is my dossier, and what do I need to bring? Without arguments it
// opens the interface; with a command it answers in plain text or JSON.
//
// This package connects the other packages and decides nothing: configuration -> sources ->
// client.Service -> command.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"time"

	"motcua/kiosk/terminal"
	"motcua/tui/line/exit"
)

func main() { os.Exit(run()) }

// run runs the whole program and returns the exit code.
func run() int {
	// SIGTERM is left to the default action, and to the interface's own handler.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	terminal.EnableEscapes(os.Stdout, os.Stderr)
	s := &session{console: console{in: os.Stdin, out: &output{file: os.Stdout}, err: os.Stderr}}
	defer s.close()
	s.load(os.Args[1:])
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.watchTerminal()
	s.onHangUp(cancel)

	// A command that blocks in a read does not notice that the context ended: wait a
	// moment, then exit as a shell expects.
	leave := context.AfterFunc(ctx, func() {
		time.AfterFunc(leaveGrace, func() { os.Exit(s.brokenOff()) })
	})
	defer leave() // before stop, which ends the context as well
	s.endsItself = func() { leave() }
	root := s.root()
	root.SetArgs(completed(os.Args[1:]))
	err := root.ExecuteContext(ctx)
	s.pager.close() // before an error is told
	if ctx.Err() != nil && err != nil {
		return s.brokenOff() // a command that is meant to be stopped ends without an error
	}
	return s.exitCode(err)
}

// watchTerminal watches for a hang-up of the terminal that shows the answers. SIGHUP ends
// the program as well, unless its parent had that signal ignored.
func (c *console) watchTerminal() {
	if isTerminal(c.out) {
		f, _ := fileOf(c.out)
		c.hungUp = terminal.Gone(f)
	}
}

// onHangUp calls end when that terminal has hung up.
func (c *console) onHangUp(end context.CancelFunc) {
	if c.hungUp != nil {
		go func() {
			<-c.hungUp
			end()
		}()
	}
}

// brokenOff returns the exit code of an interrupted run.
func (c *console) brokenOff() int {
	select {
	case <-c.hungUp:
		return exit.HungUp
	default:
		return exit.Interrupted
	}
}

// leaveGrace is how long a command may take to end after an interrupt.
const leaveGrace = 200 * time.Millisecond

// version returns the version that the go command stamped into the binary.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}
