package server

import (
	"errors"
	"io"
	"log/slog"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/wish/v2/bubbletea"

	"motcua/kiosk/guard"
	"motcua/kiosk/limit"
	"motcua/kiosk/supervise"
	"motcua/tui"
	"motcua/tui/input"
	"motcua/tui/line"
	"motcua/tui/typing"
)

const (
	// quitTime is how long the program may take to end. Its last frame is a
	// write, and a client that stopped reading blocks that, whatever the program
	// is told; then the connection is closed under it.
	quitTime = 2 * time.Second
	// resizePause keeps a window that is dragged, or a client that only wants
	// work done, from redrawing more often than a person can see.
	resizePause = 50 * time.Millisecond
)

// errLeft ends a program by way of its input. Bubble Tea's reader hands each key
// to the event loop without looking whether that still runs, so one that is told
// to quit while keys wait leaves its reader behind for ever. A reader that finds
// this error has handed over everything before it; then it is the reader that
// ends the loop, and nothing of either stays.
var errLeft = errors.New("the session is over")

// runInterface shows the interface. wish has a middleware for this, which reads
// a closed window channel for ever, lets its own options win over ours, and
// takes no end of input for a hang-up.
func (x *session) runInterface() int {
	in, keys := io.Pipe()
	o := *x.srv.iface.Load()
	o.Context, o.Service, o.Lang = x.ctx, x.service(), x.lang
	o.Staff = x.role == RoleStaff && x.lobby == nil
	o.Full = o.Staff
	o.Marks = nil
	if o.Staff {
		o.Marks = x.marks()
	}
	o.Padded = x.ch.conn.padding.Padded
	o.Line = x.ch.conn.line.newest
	o.Leave = func() { x.end(ReasonLeft) }
	if o.Kiosk = x.lobby.options(o.Kiosk, x.forget); o.Kiosk == nil {
		o.Typing = typing.Off // people have an input method of their own
	}
	read := io.Reader(in)
	if x.lobby != nil {
		read = input.EndPastes(in, nil)
	}
	o.Session = func() (in, out int64) { return x.in.bytes.Load(), x.out.bytes.Load() }

	out := &thrift{w: x.out}
	x.still = newStill(out)
	pty, _, _ := x.Pty()
	out.columns.Store(int32(pty.Window.Width)) // clampPty bounds it
	opts := append(bubbletea.MakeOptions(x),
		tea.WithInput(read), tea.WithOutput(x.still), tea.WithoutSignalHandler(), tea.WithFPS(looks),
		tea.WithFilter(x.filterMessage))
	// The library would print the value of a panic, which may hold what a person
	// typed.
	m := supervise.Guard(x.srv.model(o), x.crashed)
	view := newPaced(m, x.srv.cfg.Load().FPS)
	view.slow = x.slow.Load
	p := tea.NewProgram(x.still.model(view), opts...)
	x.onNotice(func(s string) { go p.Send(x.srv.deps.Notice(s)) })
	over := make(chan struct{})
	go x.feed(keys)
	go x.resize(p, out, over)
	go x.leaveProgram(keys, over)

	_, err := p.Run()
	close(over)
	_ = in.Close() // a program that ended by itself reads no more
	x.onNotice(nil)
	switch {
	case errors.Is(err, tea.ErrProgramPanic): // not in the model, nor in a command of it
		x.crashed("", "")
	case err != nil && !errors.Is(err, errLeft):
		x.end(ReasonFailed)
		x.srv.logFor(x.ch.conn, slog.LevelError, "interface failed", "session", x.id, "error", err)
	}
	x.end(ReasonLeft)
	x.farewell()
	if x.reason == ReasonPanic || x.reason == ReasonFailed {
		return line.ExitFailed
	}
	return line.ExitAnswered
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
	line, ask := &x.ch.conn.line, ping(x.Context())
	line.measure(ask)
	to := x.filter.Gather(keys, func() time.Duration {
		line.measure(ask) // for the next one
		return sequenceWait(line.newest())
	})
	defer to.Close()
	buf := make([]byte, 256)
	rest := 0 // bytes that came as the rest of a key
	for piece := len(buf); ; {
		size, patience := piece, drawPatience
		switch key, paste := to.Within(); {
		case key && rest < keyRest:
			rest++
			size, patience = 1, 0
		case paste:
			size, patience = len(buf), pastePatience
		default:
			rest = 0
		}
		n, err := x.in.Read(buf[:size])
		if n > 0 {
			if patience > 0 {
				piece = len(buf)
				held := x.shareDrawing(1, n, patience)
				if x.slow.Store(held); held {
					piece = drawPiece
				}
			}
			x.ch.conn.padding.Input()
			x.hintPadding()
			_, filtered := to.Write(buf[:n])
			switch {
			case errors.Is(filtered, guard.ErrTooFast):
				x.end(ReasonFlood)
				x.ch.conn.blame(limit.Flood)
				return
			case filtered != nil: // the program reads no more
				return
			}
		}
		if err != nil {
			x.end(ReasonHangUp)
			return
		}
	}
}

// hintPadding tells once, after some keys, how to stop a client from sending a
// hundred packets a key: OpenSSH does since 9.5 whenever a server answers pings,
// and x/crypto always says that it does.
func (x *session) hintPadding() {
	if x.lobby == nil && x.ch.conn.padding.Padded() && x.ch.conn.hinted.CompareAndSwap(false, true) {
		x.srv.metrics.Padded()
		go x.tellAtPause(wordPadding.in(x.lang))
	}
}

// typingPause is how long somebody types nothing before a sentence may come: the
// next key takes it away.
const typingPause = 1200 * time.Millisecond

// tellAtPause says something once the person stops typing.
func (x *session) tellAtPause(sentence string) {
	for {
		pause := time.NewTimer(typingPause)
		select {
		case <-x.ended:
			pause.Stop()
			return
		case <-pause.C:
		}
		if x.quiet() >= typingPause {
			x.tell(sentence)
			return
		}
	}
}

func (x *session) resize(p *tea.Program, out *thrift, over <-chan struct{}) {
	defer x.srv.contain(x)
	pause := time.NewTimer(0)
	defer pause.Stop()
	for {
		select {
		case <-over:
			return
		case w := <-x.ch.sizes:
			out.columns.Store(int32(w.Width)) // resized bounds it
			x.shareDrawing(resizeCost, 0, drawPatience)
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

// leaveProgram ends the program once the session is over.
func (x *session) leaveProgram(keys *io.PipeWriter, over <-chan struct{}) {
	select {
	case <-x.ended:
	case <-over:
	}
	x.still.release()
	_ = keys.CloseWithError(errLeft)
	watchdog := time.NewTimer(quitTime)
	defer watchdog.Stop()
	select {
	case <-over:
	case <-watchdog.C:
		hangUp(x.Context())
	}
}

// filterMessage stands before the model. A program must not quit or stop by
// itself, see errLeft, and once the session is over no key counts any more.
func (x *session) filterMessage(_ tea.Model, msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		// Whoever it comes from: what is drawn is kept in memory twice.
		m.Width, m.Height = x.drawn(min(m.Width, x.ch.columns), min(m.Height, x.ch.rows))
		msg = m
	case tea.QuitMsg, tea.InterruptMsg:
		x.end(ReasonLeft)
		return nil
	case tea.SuspendMsg:
		return nil
	}
	select {
	case <-x.ended:
		return nil
	default:
	}
	if x.still != nil {
		x.still.message(msg)
	}
	return msg
}

// contain keeps a panic on a goroutine of ours from ending the server.
func (s *Server) contain(x *session) {
	if r := recover(); r != nil { //nolint:revive // it is deferred itself
		s.panicked(x, r)
	}
}
