package session

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
	"golang.org/x/time/rate"

	"motcua/client/goroutine"
	"motcua/kiosk/audit"
	"motcua/kiosk/guard"
	"motcua/kiosk/limit"
	"motcua/tui/line/exit"
	"motcua/tui/text"
)

// Face is the way in which a client uses a session.
type Face string

// The faces.
const (
	FaceInterface Face = "interface"
	FaceCommand   Face = "command"
	FaceLine      Face = "line"
	FaceRefused   Face = "refused"
)

// Reason is why a session ended, for the log and the metrics.
type Reason string

// The reasons.
const (
	ReasonLeft    Reason = "left"    // the person left
	ReasonDone    Reason = "done"    // the command was answered
	ReasonHangUp  Reason = "hangup"  // the client hung up
	ReasonIdle    Reason = "idle"    // no input for too long
	ReasonTotal   Reason = "total"   // the longest time of a session was reached
	ReasonDrain   Reason = "drain"   // the server is shutting down
	ReasonFlood   Reason = "flood"   // more input than a person can type
	ReasonStalled Reason = "stalled" // the client stopped reading
	ReasonPanic   Reason = "panic"   // a fault of this program
	ReasonRefused Reason = "refused" // it asked for something that is not offered
	ReasonFailed  Reason = "failed"  // it could not be started
	// ReasonNotStaff is for staff whose key is no longer valid.
	ReasonNotStaff Reason = "not_staff"
)

// Session is one session channel and what runs on it.
type Session struct {
	ssh.Session
	Start
	common *Common
	id     string
	lang   text.Lang
	face   Face
	lobby  *lobby // of a kiosk; nil: a person's own terminal
	began  time.Time
	why    string       // why it was refused, as a word; "": it was not
	place  *limit.Place // its place in the limits; nil: it was refused
	size   ssh.Window   // of its terminal, as drawn; the event loop alone uses it
	cells  atomic.Int64 // the number of its cells
	slow   atomic.Bool  // it is drawn twice a second only, see shareDrawing
	pastes atomic.Bool  // its input so far ends within a paste

	pace   *rate.Limiter   // of its look-ups
	ctx    context.Context // of its look-ups
	cancel context.CancelFunc
	in     *inlet
	filter *guard.Filter // between the input and the interface
	out    *outlet
	errOut *outlet

	once   sync.Once
	ended  chan struct{} // closed by the first End
	reason Reason        // valid once ended is closed

	mu     sync.Mutex
	notice func(string) // shows a sentence to the person; nil: it cannot
}

// New prepares a session; Run shows it.
func New(ss ssh.Session, common *Common, start Start) *Session {
	x := &Session{
		Session: ss, Start: start, common: common,
		id:    fmt.Sprintf("%s-%d", start.Conn.ID, start.Conn.named.Add(1)),
		lang:  langOf(ss.Environ(), start.Interface.Lang),
		began: common.Now(), ended: make(chan struct{}),
	}
	x.pace = rate.NewLimiter(rate.Limit(x.May.Pace), paceBurst(x.May.Pace))
	x.ctx, x.cancel = context.WithCancel(start.Channel)
	stalled := func() {
		x.End(ReasonStalled)
		hangUp(ss.Context())
	}
	x.in = newInlet(ss)
	x.filter = guard.New(start.Guard)
	x.out = newOutlet(ss, start.Stall, stalled)
	x.errOut = newOutlet(ss.Stderr(), start.Stall, stalled)
	return x
}

// paceBurst is how many look-ups may be made at once.
func paceBurst(pace float64) int { return max(1, int(10*pace)) }

// Run shows the face that the client asked for until the session ends, and sends the client the
// exit code.
func (x *Session) Run() {
	code := exit.Failed
	defer func() {
		if r := recover(); r != nil {
			x.panicked(r)
		}
		x.End(ReasonDone)
		x.cancel()
		if x.lobby != nil { // a thin client that was switched off has not wiped its screen
			x.forget()
		}
		// Sending the exit status is a write too: a client that has stopped reading must not
		// block it.
		watchdog := time.AfterFunc(QuitTime, func() { hangUp(x.Context()) })
		_ = x.Exit(code)
		watchdog.Stop()
	}()
	stop := context.AfterFunc(x.Channel, func() { x.End(ReasonHangUp) })
	defer stop()
	code = x.show()
}

// Ended is closed when the session ends. Its face may need a moment more to finish.
func (x *Session) Ended() <-chan struct{} { return x.ended }

// Bytes returns how many bytes came from the client, and how many were sent on its standard
// output.
func (x *Session) Bytes() (in, out int64) { return x.in.bytes.Load(), x.out.bytes.Load() }

// End ends the session. Only the first reason counts.
func (x *Session) End(r Reason) {
	x.once.Do(func() {
		x.reason = r
		close(x.ended)
	})
}

// show shows the face that the client asked for and gives the exit code.
func (x *Session) show() int {
	pty, _, hasPty := x.Pty()
	args := x.Command()
	if len(args) > 0 && args[0] == "motcua" { // people type it as at home
		args = args[1:]
	}
	var why text.Said
	x.face, why = x.choose(args, pty.Term, hasPty)
	code := exit.Usage
	if x.face == FaceRefused {
		x.turnDown(refusalOf(why))
	} else if why = x.claim(pty.Window); why != (text.Said{}) {
		x.face, code = FaceRefused, exit.Failed
	}
	defer x.giveBack()
	x.common.Metrics.Started(string(x.face), string(x.Role))
	if x.face == FaceInterface && x.Kiosks().IsValid() {
		x.lobby = &lobby{}
		x.Conn.Stay()
	} else {
		x.limit(args)
	}
	switch x.face {
	case FaceInterface:
		return x.runInterface()
	case FaceLine:
		return x.runLine(hasPty)
	case FaceCommand:
		return x.runCommand(args, hasPty)
	default:
		x.End(ReasonRefused)
		// A client that has stopped reading must not keep the session open.
		t := time.AfterFunc(QuitTime, func() { hangUp(x.Context()) })
		defer t.Stop()
		x.say(x.errOut, why)
		return code
	}
}

// choose returns the face, or the sentence with which the request is refused.
func (x *Session) choose(args []string, term string, hasPty bool) (Face, text.Said) {
	raw := strings.TrimSpace(x.RawCommand())
	switch {
	case x.Role == RoleStaff && !x.StillStaff(x): // another session on a connection whose key is no longer valid
		return FaceRefused, text.ServerNotStaff
	case x.Subsystem() != "":
		return FaceRefused, text.ServerSubsystem
	case raw == "" && hasPty && term != "" && term != "dumb":
		return FaceInterface, text.Said{}
	case raw == "", len(args) == 1 && args[0] == "line":
		return FaceLine, text.Said{}
	case len(args) == 0 && raw != "motcua":
		return FaceRefused, text.ServerQuotes
	case len(args) > 0 && !known(args[0]):
		return FaceRefused, text.ServerCommand.With(strings.Join(commands(), ", "))
	case watches(args) && !x.May.Watch:
		return FaceRefused, text.ServerWatch
	case len(args) > x.May.Codes+flagsMost:
		return FaceRefused, text.ServerCodes
	default:
		return FaceCommand, text.Said{}
	}
}

// Tell shows a sentence to the person, in the form of the face and in the session's language.
func (x *Session) Tell(w text.Said) {
	x.mu.Lock()
	say := x.notice
	x.mu.Unlock()
	if say != nil {
		say(w.In(x.lang))
	}
}

func (x *Session) onNotice(say func(string)) {
	x.mu.Lock()
	x.notice = say
	x.mu.Unlock()
}

// farewell writes the last line, for ends that the person did not ask for.
func (x *Session) farewell() {
	w, ok := farewells[x.reason]
	if !ok {
		return
	}
	to := x.out
	if x.face == FaceCommand { // its output is read by programs
		to = x.errOut
		if x.reason == ReasonTotal {
			w = text.ServerCommandEnd
		}
	}
	// A client that has stopped reading must not keep the session open.
	t := time.AfterFunc(QuitTime, func() { hangUp(x.Context()) })
	defer t.Stop()
	if (x.reason == ReasonIdle || x.reason == ReasonNotStaff) && x.face == FaceInterface {
		_, _ = io.WriteString(to, eraseScreen)
	}
	_, _ = io.WriteString(to, w.In(x.lang)+"\n")
}

// eraseScreen is what clear(1) writes: it erases the screen and the scrollback (ED 2, xterm's
// ED 3). A person who has gone away, or is no longer staff, may have left a dossier there. On
// terminals without an alternate screen it could also be scrolled back to.
const eraseScreen = "\x1b[H\x1b[2J\x1b[3J"

// Contain is deferred: it turns a panic on one of our goroutines into the end of the session,
// so that it does not end the server.
func (x *Session) Contain() {
	if r := recover(); r != nil { //nolint:revive // it is deferred itself
		x.panicked(r)
	}
}

// panicked records a panic of this program, which ends this session and no other.
func (x *Session) panicked(r any) {
	x.crashed(fmt.Sprintf("%T", r), string(debug.Stack()))
}

// lookupPanicked records a panic in a look-up, caused by what a portal sent. The session goes
// on and the address gets no penalty, because the person did nothing wrong.
func (x *Session) lookupPanicked(kind string, p *goroutine.PanicError) {
	x.common.Metrics.Panic()
	x.Conn.Log(slog.LevelError, "look-up panicked", "session", x.id, "face", x.face, "kind", kind, "panic", p.Kind, "stack", p.Stack)
}

// crashed is called with the type of a panic's value and its stack. The value itself is not
// passed on, because it may hold what a person typed.
func (x *Session) crashed(kind, stack string) {
	x.End(ReasonPanic)
	x.common.Metrics.Panic()
	x.Conn.Blame(limit.Crash)
	x.Conn.Log(slog.LevelError, "session panicked", "session", x.id, "face", x.face, "panic", kind, "stack", stack)
}

// Report logs a session that has ended.
func (x *Session) Report() {
	took := x.common.Now().Sub(x.began)
	in, out := x.in.bytes.Load(), x.out.bytes.Load()+x.errOut.bytes.Load()
	x.common.Metrics.Ended(string(x.face), string(x.Role), string(x.reason), took, in, out)
	pty, _, hasPty := x.Pty()
	attrs := []any{
		"session", x.id, "from", audit.Network(x.Conn.From), "role", x.Role, "face", x.face,
		"reason", x.reason, "seconds", took.Seconds(), "bytes_in", in, "bytes_out", out,
		"client", audit.Client(x.Context().ClientVersion()), "padded", x.Conn.Padding.Padded(),
	}
	if x.why != "" {
		attrs = append(attrs, "refused", x.why)
	}
	if hasPty {
		attrs = append(attrs, "columns", pty.Window.Width, "rows", pty.Window.Height, "term", audit.Term(pty.Term))
	}
	x.Conn.Log(slog.LevelInfo, "session ended", attrs...)
}

// hangUp closes the connection of a session without going through the SSH library. It also
// releases a goroutine that is blocked in a write to a client that has stopped reading.
func hangUp(ctx ssh.Context) {
	if sc, ok := ctx.Value(ssh.ContextKeyConn).(*gossh.ServerConn); ok {
		_ = sc.Close()
	}
}
