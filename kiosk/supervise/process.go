package supervise

import (
	"context"
	"errors"
	"os/exec"
	"time"
)

// process is a child that shows the interface or waits to.
type process struct {
	cmd   *exec.Cmd
	line  *line
	sieve *sieve
	done  chan error
	shown time.Time
}

// start starts a child. The caller must run on the thread that lives as long as the child,
// because the child is killed when the thread that started it ends.
func (p *parent) start() (*process, error) {
	c := &process{cmd: p.Command(p.Count.Today()), sieve: &sieve{to: p.CrashTo}, done: make(chan error, 1)}
	c.cmd.Stdin, c.cmd.Stdout, c.cmd.Stderr = p.In, p.Out, c.sieve
	c.cmd.SysProcAttr = dieWithParent()
	// A process that the child started may hold its standard error open for longer.
	c.cmd.WaitDelay = 200 * time.Millisecond
	var err error
	line, theirs, err := newLine(c.cmd, &p.notes)
	if err != nil {
		return nil, err
	}
	c.line = line
	err = c.cmd.Start()
	_ = theirs.Close()
	if err != nil {
		line.Close()
		return nil, err
	}
	go func() { c.done <- c.cmd.Wait() }()
	return c, nil
}

// gone waits for the end of a child that was killed, and returns its error.
func (c *process) gone() error { return <-c.done }

// ended returns how a shown child has ended. still says that the watchdog ended it.
func (c *process) ended(still bool, err error) ending {
	c.sieve.flush()
	e := ending{-1, "", time.Since(c.shown)}
	var exit *exec.ExitError
	switch {
	case still:
		e.how = "stood still"
	case err == nil:
		e.code, e.how = 0, "exit code 0"
	case errors.As(err, &exit):
		e.code, e.how = exit.ExitCode(), exit.Error()
	default:
		e.how = err.Error()
	}
	return e
}

// spare is the child that waits for the next person. At a wipe it replaces the shown child, and
// all that the old process knew about the person goes with its memory.
type spare struct {
	waits *process // nil: no child waits
	since time.Time
	sick  pace
	timer *time.Timer // until another is started; nil: none will be
}

// spareAfter is the pause before another spare child is started, so that the shown child can
// draw first.
const spareAfter = 300 * time.Millisecond

func (s *spare) startIn(pause time.Duration) {
	s.stop()
	s.timer = time.NewTimer(pause)
}

// take returns the spare child and removes it; nil if there is none.
func (s *spare) take() *process {
	c := s.waits
	s.waits = nil
	s.stop()
	return c
}

// alive is like take, but returns nil too if the child has died.
func (s *spare) alive() *process {
	c := s.take()
	if c == nil {
		return nil
	}
	if len(c.done) > 0 { // it has already ended
		c.line.Close()
		return nil
	}
	return c
}

// drop kills the spare child.
func (s *spare) drop() {
	if c := s.take(); c != nil {
		_ = c.cmd.Process.Kill()
		_ = c.gone()
		c.line.Close()
	}
}

func (s *spare) stop() {
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
}

// ended reports the unexpected end of the spare child.
func (s *spare) ended() <-chan error {
	if s.waits == nil {
		return nil
	}
	return s.waits.done
}

// again delivers when another spare child must be started.
func (s *spare) again() <-chan time.Time {
	if s.timer == nil {
		return nil
	}
	return s.timer.C
}

// startSpare starts a spare child where a child can inherit files. Elsewhere the child could
// not be told when it is shown, so none is started.
func (p *parent) startSpare(ctx context.Context) {
	p.spare.stop()
	if !handsDownFiles || p.spare.waits != nil || ctx.Err() != nil {
		return
	}
	c, err := p.start()
	if err != nil {
		p.spareDied(ctx, err)
		return
	}
	p.spare.waits, p.spare.since = c, time.Now()
}

// spareDied starts another spare child after a pause that grows with each death. Until then a
// wipe takes as long as starting a child.
func (p *parent) spareDied(ctx context.Context, err error) {
	how := "exit code 0"
	if err != nil {
		how = err.Error()
	}
	lived := time.Duration(0)
	if c := p.spare.take(); c != nil {
		c.sieve.flush()
		c.line.Close()
		lived = time.Since(p.spare.since)
	}
	if ctx.Err() != nil {
		return // it was killed because the kiosk ends
	}
	pause := p.spare.sick.after(lived)
	p.Log.Error("waiting interface died", "how", how, "lived_seconds", lived.Seconds(), "pause_seconds", pause.Seconds())
	p.spare.startIn(pause)
}
