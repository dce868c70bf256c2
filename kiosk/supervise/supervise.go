package supervise

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"time"
)

// Exit codes by which a child says that it was meant to end. Every other code,
// zero too, is a death.
const (
	ExitLeave    = 80 // for good
	ExitRestart  = 81 // to come back at once
	ExitPanicked = 82 // Guard wrote down why
)

// Options are what a parent needs. Command, In and Out must be given.
type Options struct {
	// Command makes the child, without its streams; restarts is how often one
	// had to be started again today.
	Command func(restarts int) *exec.Cmd
	In, Out *os.File // the terminal
	// Waiting is what the screen says while a child that dies again and again is
	// held back for some seconds.
	Waiting func() []string

	Count   *Count       // nil: counted in memory
	Log     *slog.Logger // nil: no log
	CrashTo io.Writer    // what may be kept of a child's standard error; nil: nothing
	Notify  *Notifier    // of the service manager; nil: none

	Silence time.Duration // without a beat the child stands still; 0: 15 s
	Grace   time.Duration // to end when it is told to; 0: 3 s
	Pauses  Pauses
}

// parent is one run.
type parent struct {
	Options
	term *terminal
	sick pace
}

// ErrTold is why the kiosk ended when nobody on the screen wanted it: a signal, or
// the end of the context.
var ErrTold = errors.New("supervise: told to end")

// Run shows the interface until a child leaves for good, which gives nil, or the
// process is told to end by SIGTERM, SIGHUP or ctx, which gives ErrTold. The
// terminal is then as it was found.
func Run(ctx context.Context, o Options) error {
	p := &parent{Options: o}
	if p.Log == nil {
		p.Log = slog.New(slog.DiscardHandler)
	}
	if p.CrashTo == nil {
		p.CrashTo = io.Discard
	}
	if p.Count == nil {
		p.Count = &Count{}
	}
	if p.Silence == 0 {
		p.Silence = 15 * time.Second
	}
	if p.Grace == 0 {
		p.Grace = 3 * time.Second
	}
	p.sick = pace{Pauses: p.Pauses.orDefault()}

	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer p.obey(cancel)()

	var err error
	if p.term, err = take(p.In, p.Out); err != nil {
		return err
	}
	defer p.term.giveBack()
	// The child is to die with the thread that started it (prctl(2),
	// PR_SET_PDEATHSIG), which therefore must not end before this function.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()

	p.Log.Info("kiosk started", "restarts_today", p.Count.Today())
	defer p.Notify.Stopping()
	for {
		e := p.once(ctx)
		p.term.mend()
		switch {
		case ctx.Err() != nil:
			p.Log.Info("kiosk ended by a signal")
			return ErrTold
		case e.code == ExitLeave:
			p.Log.Info("kiosk left by the operator")
			return nil
		case e.code == ExitRestart:
			p.Log.Info("interface restarted by the operator")
			p.sick.reset()
			continue
		}
		n := p.Count.Add()
		pause := p.sick.after(e.lived)
		p.Log.Error("interface died", "how", e.how, "lived_seconds", e.lived.Seconds(), "restarts_today", n, "pause_seconds", pause.Seconds())
		if !p.wait(ctx, pause) {
			p.Log.Info("kiosk ended by a signal")
			return ErrTold
		}
	}
}

// obey takes the signals: those that end the program end it cleanly, those that
// a keyboard can make do nothing.
func (p *parent) obey(end context.CancelFunc) (stop func()) {
	ends, ignored := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(ends, endSignals...)
	signal.Notify(ignored, keyboardSignals...)
	over := make(chan struct{})
	go func() {
		for {
			select {
			case <-ends:
				end()
			case <-ignored:
			case <-over:
				return
			}
		}
	}()
	return func() {
		signal.Stop(ends)
		signal.Stop(ignored)
		close(over)
	}
}

// ending is how one child ended.
type ending struct {
	code  int
	how   string // for the log: "exit code 2", "signal: killed", "stood still"
	lived time.Duration
}

// once runs one child to its end.
func (p *parent) once(ctx context.Context) ending {
	began := time.Now()
	sieve := &sieve{to: p.CrashTo}
	cmd := p.Command(p.Count.Today())
	cmd.Stdin, cmd.Stdout, cmd.Stderr = p.In, p.Out, sieve
	cmd.SysProcAttr = dieWithParent()
	// What a child started may hold its standard error open for longer.
	cmd.WaitDelay = 200 * time.Millisecond
	end := func(how string) ending { return ending{-1, how, time.Since(began)} }

	heart, beats, err := newHeart(cmd)
	if err != nil {
		return end("no pipe: " + err.Error())
	}
	defer heart.Close()
	if err := cmd.Start(); err != nil {
		_ = beats.Close()
		return end("not started: " + err.Error())
	}
	_ = beats.Close() // the child's end
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()

	still := p.watch(ctx, cmd, heart, done)
	err = <-still.done
	sieve.flush()
	var exit *exec.ExitError
	switch {
	case still.still:
		return end("stood still")
	case err == nil:
		return ending{0, "exit code 0", time.Since(began)}
	case errors.As(err, &exit):
		return ending{exit.ExitCode(), exit.Error(), time.Since(began)}
	default:
		return end(err.Error())
	}
}

// watched is what came of watching a child; done still gives its end.
type watched struct {
	done  <-chan error
	still bool
}

// watch listens to the beats until the child ends or must be ended.
func (p *parent) watch(ctx context.Context, cmd *exec.Cmd, heart *heart, done chan error) watched {
	silence := time.NewTimer(p.Silence)
	defer silence.Stop()
	ended := make(chan error, 1)
	w := watched{done: ended}
	kill := time.NewTimer(time.Hour)
	kill.Stop()
	defer kill.Stop()
	stopping := ctx.Done()
	first := true
	for {
		select {
		case err := <-done:
			ended <- err
			return w
		case <-heart.beats:
			if first {
				first = false
				p.Notify.Ready()
			}
			p.Notify.Alive()
			silence.Reset(p.Silence)
		case <-silence.C:
			if heart.deaf {
				continue // this system has no such pipe
			}
			w.still = true
			_ = cmd.Process.Kill()
		case <-stopping:
			stopping = nil
			terminate(cmd.Process)
			kill.Reset(p.Grace)
		case <-kill.C:
			_ = cmd.Process.Kill()
		}
	}
}

// wait holds a child back. It gives false when the program is to end.
func (p *parent) wait(ctx context.Context, pause time.Duration) bool {
	if ctx.Err() != nil {
		return false
	}
	if pause <= 0 {
		return true
	}
	if p.Waiting != nil {
		p.term.say(p.Waiting())
	}
	over := time.NewTimer(pause)
	defer over.Stop()
	alive := time.NewTicker(time.Second)
	defer alive.Stop()
	for {
		select {
		case <-ctx.Done():
			return false
		case <-over.C:
			p.term.mend()
			return true
		case <-alive.C:
			p.Notify.Alive()
		}
	}
}
