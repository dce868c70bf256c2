package supervise

import (
	"context"
	"errors"
	"os/exec"
	"time"
)

// process is one that shows the interface, or waits to.
type process struct {
	cmd   *exec.Cmd
	line  *line
	sieve *sieve
	done  chan error
	shown time.Time
}

// start starts a child. The one who calls it is the one who watches, because the child
// dies with the thread that started it.
func (p *parent) start() (*process, error) {
	c := &process{cmd: p.Command(p.Count.Today()), sieve: &sieve{to: p.CrashTo}, done: make(chan error, 1)}
	c.cmd.Stdin, c.cmd.Stdout, c.cmd.Stderr = p.In, p.Out, c.sieve
	c.cmd.SysProcAttr = dieWithParent()
	// What a child started may hold its standard error open for longer.
	c.cmd.WaitDelay = 200 * time.Millisecond
	var err error
	line, theirs, err := newLine(c.cmd)
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

// gone waits for the end of a child that was killed, whatever it is.
func (c *process) gone() error { return <-c.done }

// ended is how a child that was shown has ended.
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

// spare is the child that waits for the next person, so that a wipe is a change of
// processes: what the one before knew goes with its memory.
type spare struct {
	waits *process // nil: there is none
	since time.Time
	sick  pace
	timer *time.Timer // until the next is started; nil: none is to be
}

// spareAfter is when the next one is started: once this one stands on the screen.
const spareAfter = 300 * time.Millisecond

func (s *spare) startIn(pause time.Duration) {
	s.stop()
	s.timer = time.NewTimer(pause)
}

// take gives the spare child, nil for none.
func (s *spare) take() *process {
	c := s.waits
	s.waits = nil
	s.stop()
	return c
}

// alive gives the spare child, nil also for one that has died meanwhile.
func (s *spare) alive() *process {
	c := s.take()
	if c == nil {
		return nil
	}
	if len(c.done) > 0 { // its end lies there
		c.line.Close()
		return nil
	}
	return c
}

// drop ends the spare child.
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

// ended gives the end of the spare child, which nobody expects.
func (s *spare) ended() <-chan error {
	if s.waits == nil {
		return nil
	}
	return s.waits.done
}

// again tells when to start another.
func (s *spare) again() <-chan time.Time {
	if s.timer == nil {
		return nil
	}
	return s.timer.C
}

// startSpare starts a spare child where files can be handed down: elsewhere it could
// not be told when it is shown.
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

// spareDied starts another spare child, the later the more of them die. Until then a
// wipe takes as long as a start.
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
		return // it was told to end as well
	}
	pause := p.spare.sick.after(lived)
	p.Log.Error("waiting interface died", "how", how, "lived_seconds", lived.Seconds(), "pause_seconds", pause.Seconds())
	p.spare.startIn(pause)
}
