package server

import (
	"errors"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	"charm.land/wish/v2/bubbletea"

	"motcua/kiosk/guard"
	"motcua/kiosk/limit"
	"motcua/tui"
)

const (
	// pipeTime lets the program's reader see that its input is closed before
	// the program is told to quit: bytes that still arrive then would leave its
	// goroutines behind.
	pipeTime = 50 * time.Millisecond
	// quitTime is how long the program may take to quit. Its last frame is a
	// write, and a client that stopped reading blocks that, whatever the
	// program is told; then the connection is closed under it.
	quitTime = 2 * time.Second
	// resizePause keeps a window that is dragged, or a client that only wants
	// work done, from redrawing more often than a person can see.
	resizePause = 50 * time.Millisecond
)

// runInterface shows the interface. wish has a middleware for this, which reads
// a closed window channel for ever, lets its own options win over ours, and
// takes no end of input for a hang-up.
func (x *session) runInterface(ssh.Pty) int {
	in, keys := io.Pipe()
	o := *x.srv.iface.Load()
	o.Context, o.Service, o.Lang = x.ctx, x.service(), x.lang
	// Quit is not for the model: it must come after the input is closed.
	o.Leave = func() { x.end(ReasonLeft) }

	opts := append(bubbletea.MakeOptions(x),
		tea.WithInput(in), tea.WithOutput(x.out), tea.WithoutSignalHandler(), tea.WithFPS(x.srv.cfg.Load().FPS))
	p := tea.NewProgram(newPaced(x.srv.model(o), x.srv.cfg.Load().FPS), opts...)
	if x.srv.deps.Notice != nil {
		x.onNotice(func(s string) { go p.Send(x.srv.deps.Notice(s)) })
	}
	over := make(chan struct{})
	go x.feed(keys)
	go x.resize(p, over)
	go x.leaveProgram(p, keys, over)

	_, err := p.Run()
	close(over)
	_ = in.Close() // a program that ended by itself reads no more
	x.onNotice(nil)
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		x.end(ReasonPanic)
		x.srv.metrics.Panic()
		x.ch.conn.blame(limit.Crash)
		x.srv.log.Error("interface panicked", "session", x.id)
	case err != nil:
		x.end(ReasonFailed)
	}
	x.end(ReasonLeft)
	x.farewell()
	if x.reason == ReasonPanic || x.reason == ReasonFailed {
		return exitFailed
	}
	return exitAnswered
}

// model is the interface, or what a test puts in its place.
func (s *Server) model(o tui.Options) tea.Model {
	if s.newModel != nil {
		return s.newModel(o)
	}
	return tui.New(o)
}

// feed is the only reader of the session. The end of the input is a hang-up:
// the program would wait for keys that cannot come.
func (x *session) feed(keys *io.PipeWriter) {
	defer x.srv.contain(x)
	src := x.filter.Reader(x.in)
	buf := make([]byte, 1024)
	for {
		n, err := src.Read(buf)
		if n > 0 {
			if _, closed := keys.Write(buf[:n]); closed != nil {
				return
			}
		}
		switch {
		case errors.Is(err, guard.ErrTooFast):
			x.end(ReasonFlood)
			x.ch.conn.blame(limit.Flood)
			return
		case err != nil:
			x.end(ReasonHangUp)
			return
		}
	}
}

func (x *session) resize(p *tea.Program, over <-chan struct{}) {
	defer x.srv.contain(x)
	pause := time.NewTimer(0)
	defer pause.Stop()
	for {
		select {
		case <-over:
			return
		case w := <-x.ch.sizes:
			p.Send(tea.WindowSizeMsg{Width: w.Width, Height: w.Height})
		}
		pause.Reset(resizePause)
		select {
		case <-over:
			return
		case <-pause.C:
		}
	}
}

// leaveProgram takes the program down in the only order that leaves nothing
// behind.
func (x *session) leaveProgram(p *tea.Program, keys *io.PipeWriter, over <-chan struct{}) {
	select {
	case <-x.ended:
	case <-over:
	}
	_ = keys.Close()
	pause := time.NewTimer(pipeTime)
	defer pause.Stop()
	select {
	case <-pause.C:
	case <-over:
		return
	}
	go p.Quit() // blocks while the program does
	watchdog := time.NewTimer(quitTime)
	defer watchdog.Stop()
	select {
	case <-over:
	case <-watchdog.C:
		hangUp(x.Context())
	}
}

// contain keeps a panic on a goroutine of ours from ending the server.
func (s *Server) contain(x *session) {
	if r := recover(); r != nil {
		s.panicked(x, r)
	}
}
