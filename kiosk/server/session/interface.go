package session

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
	"motcua/kiosk/terminal"
	"motcua/tui"
	"motcua/tui/input"
	"motcua/tui/kiosk"
	"motcua/tui/line/exit"
	"motcua/tui/text"
	"motcua/tui/typing"
)

const (
	// QuitTime is how long the program may take to end. Its last frame is a write, and a client
	// that has stopped reading blocks that write whatever the program is told. Then the
	// connection is closed.
	QuitTime = 2 * time.Second
	// resizePause is the least time between two changes of the size. It bounds the work when a
	// window is dragged or a client sends sizes without end.
	resizePause = 50 * time.Millisecond
)

// runInterface shows the interface. Wish has a middleware for this, but it reads a closed
// window channel for ever, lets its own options override ours, and does not treat the end of
// the input as a hang-up.
func (x *Session) runInterface() int {
	o := x.Interface
	o.Context, o.Service, o.Lang = x.ctx, x.service(), x.lang
	o.Staff = x.Role == RoleStaff && x.lobby == nil
	o.Full = o.Staff
	o.Marks, o.Keeper = nil, nil
	if o.Staff {
		o.Marks = x.marks()
		o.Keeper = x.keeper()
	}
	o.Padded = x.Conn.Padding.Padded
	o.Lean = x.lobby == nil
	o.Line = x.Conn.line.newest
	o.Leave = func() { x.End(ReasonLeft) }
	if o.Kiosk = x.lobby.options(o.Kiosk, x.forget); o.Kiosk == nil {
		o.Typing = typing.Off // people at their own terminal have their own input method
	}
	o.Session = x.Bytes

	out := &terminal.Thrift{W: x.out}
	pty, _, _ := x.Pty()
	out.Columns.Store(int32(pty.Window.Width)) // clampPty bounds it
	// The library would print the value of a panic, which may hold what a person
	// typed.
	m := x.model(o)
	view := terminal.NewPaced(supervise.Guard(m, x.crashed), x.FPS)
	view.Slow = x.slow.Load
	how := terminal.Options{Program: bubbletea.MakeOptions(x), Filter: x.filterMessage, Pasting: x.pastes.Load, After: x.Sleep, Rest: func() {
		if r, ok := m.(interface{ Rest() }); ok {
			r.Rest()
		}
	}}
	if x.lobby != nil { // its screen moves by itself
		how.After = 0
		how.Reader = func(r io.Reader) io.Reader { return input.EndPastes(r, nil) }
	}
	p := terminal.NewSleeper(view, out, how)
	x.onNotice(func(s string) { go p.Send(x.common.Notice(s)) })
	over := make(chan struct{})
	go x.feed(p)
	go x.resize(p, out, over)
	go x.leaveProgram(p, over)

	err := p.Run()
	close(over)
	x.onNotice(nil)
	switch {
	case errors.Is(err, tea.ErrProgramPanic): // a panic outside the model and its commands
		x.crashed("", "")
	case err != nil:
		x.End(ReasonFailed)
		x.Conn.Log(slog.LevelError, "interface failed", "session", x.id, "error", err)
	}
	x.End(ReasonLeft)
	x.farewell()
	if x.reason == ReasonPanic || x.reason == ReasonFailed {
		return exit.Failed
	}
	return exit.Answered
}

// model returns the interface, or the model that a test shows instead.
func (x *Session) model(o tui.Options) tea.Model {
	if x.common.Model != nil {
		return x.common.Model(o)
	}
	return kiosk.Interface(o)
}

// feed is the only reader of the session. The end of the input counts as a hang-up, because the
// program would otherwise wait for keys that cannot come.
func (x *Session) feed(keys io.Writer) {
	defer x.Contain()
	line, ask := &x.Conn.line, ping(x.Context())
	line.measure(ask)
	to := x.filter.Gather(keys, func() time.Duration {
		line.measure(ask) // the figure is for the next key
		return sequenceWait(line.newest())
	})
	defer to.Close()
	buf := make([]byte, 256)
	rest := 0 // bytes that were read one by one as the rest of a key
	for piece := len(buf); ; {
		size, patience := piece, drawPatience
		key, paste := to.Within()
		x.pastes.Store(paste)
		switch {
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
					piece = DrawPiece
				}
			}
			x.Conn.Padding.Input()
			x.hintPadding()
			_, filtered := to.Write(buf[:n])
			switch {
			case errors.Is(filtered, guard.ErrTooFast):
				x.End(ReasonFlood)
				x.Conn.Blame(limit.Flood)
				return
			case filtered != nil: // the program reads no more
				return
			}
		}
		if err != nil {
			x.End(ReasonHangUp)
			return
		}
	}
}

// hintPadding tells the person once, after some keys, how to stop their client from sending a
// hundred packets a key. OpenSSH does so since 9.5 when a server answers pings, and x/crypto
// always announces that it does.
func (x *Session) hintPadding() {
	if x.lobby == nil && x.Conn.Padding.Padded() && x.Conn.hinted.CompareAndSwap(false, true) {
		x.common.Metrics.Padded()
		go x.tellAtPause(text.ServerPadding)
	}
}

// typingPause is how long the person must have typed nothing before a notice is shown, because
// the next key removes it.
const typingPause = 1200 * time.Millisecond

// tellAtPause shows a notice once the person stops typing.
func (x *Session) tellAtPause(w text.Said) {
	for {
		pause := time.NewTimer(typingPause)
		select {
		case <-x.ended:
			pause.Stop()
			return
		case <-pause.C:
		}
		if x.quiet() >= typingPause {
			x.Tell(w)
			return
		}
	}
}

func (x *Session) resize(p *terminal.Sleeper, out *terminal.Thrift, over <-chan struct{}) {
	defer x.Contain()
	pause := time.NewTimer(0)
	defer pause.Stop()
	for {
		select {
		case <-over:
			return
		case w := <-x.Sizes:
			out.Columns.Store(int32(w.Width)) // resized bounds it
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

// leaveProgram ends the program when the session is over.
func (x *Session) leaveProgram(p *terminal.Sleeper, over <-chan struct{}) {
	select {
	case <-x.ended:
	case <-over:
	}
	p.Leave()
	watchdog := time.NewTimer(QuitTime)
	defer watchdog.Stop()
	select {
	case <-over:
	case <-watchdog.C:
		hangUp(x.Context())
	}
}

// filterMessage sees each message before the model. It keeps the program from quitting or
// suspending by itself, which would leak its reader while keys wait, and drops all messages once
// the session is over.
func (x *Session) filterMessage(msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		// Sizes are bounded whatever their source, because what is drawn is kept in memory
		// twice.
		m.Width, m.Height = x.drawn(min(m.Width, x.Columns), min(m.Height, x.Rows))
		msg = m
	case tea.QuitMsg, tea.InterruptMsg:
		x.End(ReasonLeft)
		return nil
	case tea.SuspendMsg:
		return nil
	}
	select {
	case <-x.ended:
		return nil
	default:
	}
	return msg
}
