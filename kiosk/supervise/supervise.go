package supervise

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"time"
)

// Exit codes of a child that ends on purpose. Every other code, including zero, counts as a
// crash.
const (
	ExitLeave    = 80 // the kiosk ends
	ExitRestart  = 81 // start again at once with the current configuration
	ExitPanicked = 82 // a panic, which Guard has logged
	ExitForget   = 83 // the person has finished; the next child is for the next person
)

// Options configures a parent. Command, In and Out are required.
type Options struct {
	// Command makes a child, without its streams; restarts is the number of restarts on this
	// day. The child prepares itself and waits until it is shown, see Inherit.
	Command func(restarts int) *exec.Cmd
	In, Out *os.File // the terminal
	// Waiting returns what the screen says during the pause of a crash loop.
	Waiting func() []string

	// Mend prepares the terminal, as far as this package does not know how, after a child that
	// had no time to do so. Nil: nothing more is to do.
	Mend func()

	Count   *Count       // nil: counted in memory
	Log     *slog.Logger // nil: no log
	CrashTo io.Writer    // receives what may be kept of a child's standard error; nil: dropped
	Notify  *Notifier    // the service manager; nil: none

	// Sync updates the catalogue and reports its progress; its error is a sentence for the
	// operator. The parent runs it, because it takes longer than a person stays. Nil: there
	// is no update.
	Sync func(ctx context.Context, told func(done, total int)) error

	// Alive is called at each sign of life of the child that is shown; it must return at once.
	// Nil: nobody is told.
	Alive func(Life)

	Silence time.Duration // the watchdog's time-out; 0: 15 s
	Grace   time.Duration // how long a child may take to end when told to; 0: 3 s
	Pauses  Pauses
}

// Life is what is known when a child shows that it works.
type Life struct {
	Restarts int                        // on this day
	Notes    map[string]json.RawMessage // what children left to later ones, see Link.Keep
}

// parent is one run.
type parent struct {
	Options
	term  *terminal
	sick  pace
	spare spare
	sync  syncing
	notes notes
	clock steadiness
}

// ErrTold means that the kiosk ended because of a signal or its context, and not by the
// operator on the screen.
var ErrTold = errors.New("supervise: told to end")

// Run shows the interface until a child leaves for good, which returns nil, or until SIGTERM,
// SIGHUP or ctx ends it, which returns ErrTold. It then restores the terminal.
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
	p.spare.sick = p.sick

	ctx, cancel := context.WithCancel(ctx)
	defer p.sync.work.Wait()
	defer p.spare.drop()
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
		if e.code != ExitForget && p.Mend != nil {
			p.Mend()
		}
		p.term.mend()
		switch {
		case e.code == ExitForget && ctx.Err() == nil:
			continue
		case ctx.Err() != nil:
			p.Log.Info("kiosk ended by a signal")
			return ErrTold
		case e.code == ExitLeave:
			p.Log.Info("kiosk left by the operator")
			return nil
		case e.code == ExitRestart:
			p.Log.Info("interface restarted by the operator")
			p.spare.drop() // it was started with the previous configuration
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

// obey handles signals. Those that end a program end the kiosk in order; those that a keyboard
// can send are ignored.
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

// once shows one child until it ends.
func (p *parent) once(ctx context.Context) ending {
	c := p.spare.alive()
	if c == nil {
		var err error
		if c, err = p.start(); err != nil {
			return ending{-1, "not started: " + err.Error(), 0}
		}
	}
	defer c.line.Close()
	p.sync.setShown(c.line)
	c.shown = time.Now()
	c.line.tell(order{Show: &Shown{Restarts: p.Count.Today(), Steady: p.clock.now(), Notes: p.notes.copy()}})
	return c.ended(p.watch(ctx, c))
}

// watch waits until a child ends or must be ended. It returns whether the watchdog ended it,
// and its error.
func (p *parent) watch(ctx context.Context, c *process) (still bool, err error) {
	silence := time.NewTimer(p.Silence)
	defer silence.Stop()
	kill := time.NewTimer(time.Hour)
	kill.Stop()
	defer kill.Stop()
	stopping := ctx.Done()
	first := true
	for {
		select {
		case err := <-c.done:
			return still, err
		case said := <-c.line.said:
			if said.Sync {
				p.startSync(ctx)
				continue
			}
			if first {
				first = false
				p.Notify.Ready()
				p.spare.startIn(spareAfter)
			}
			p.clock.now()
			p.Notify.Alive()
			if p.Alive != nil {
				p.Alive(Life{p.Count.Today(), p.notes.copy()})
			}
			silence.Reset(p.Silence)
		case err := <-p.spare.ended():
			p.spareDied(ctx, err)
		case <-p.spare.again():
			p.startSpare(ctx)
		case <-silence.C:
			if c.line.none {
				continue
			}
			still = true
			_ = c.cmd.Process.Kill()
		case <-stopping:
			stopping = nil
			terminate(c.cmd.Process)
			kill.Reset(p.Grace)
		case <-kill.C:
			_ = c.cmd.Process.Kill()
		}
	}
}

// wait waits before the next child. It returns false when the kiosk must end.
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
