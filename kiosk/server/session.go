package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	"golang.org/x/time/rate"

	"motcua/client"
	"motcua/kiosk/guard"
	"motcua/kiosk/limit"
	"motcua/tui/line"
	"motcua/tui/text"
)

// Face is how a session is spoken to.
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
	ReasonLeft    Reason = "left"    // the person wanted out
	ReasonDone    Reason = "done"    // the command was answered
	ReasonHangUp  Reason = "hangup"  // the client went away
	ReasonIdle    Reason = "idle"    // nothing came for too long
	ReasonTotal   Reason = "total"   // the longest time for a session was over
	ReasonDrain   Reason = "drain"   // the server is going down
	ReasonFlood   Reason = "flood"   // it typed faster than anyone can
	ReasonStalled Reason = "stalled" // the client stopped reading
	ReasonPanic   Reason = "panic"   // our fault
	ReasonRefused Reason = "refused" // it asked for what there is not
	ReasonFailed  Reason = "failed"  // could not be started
	// ReasonNotStaff is of staff whose key counts no more.
	ReasonNotStaff Reason = "not_staff"
)

// session is one session channel at work.
type session struct {
	ssh.Session
	srv   *Server
	id    string
	ch    *channel
	role  Role
	may   Allowance
	lang  text.Lang
	face  Face
	lobby *lobby // of a kiosk; nil: a person's own terminal
	began time.Time
	why   string       // it was turned down, as a word; "": it was not
	place Place        // what it holds; nil: it was turned down
	size  ssh.Window   // of its terminal, as drawn; the event loop alone uses it
	cells atomic.Int64 // of that
	slow  atomic.Bool  // it is drawn twice a second, see shareDrawing

	pace   *rate.Limiter   // of its look-ups
	ctx    context.Context // of its look-ups
	cancel context.CancelFunc
	in     *inlet
	filter *guard.Filter // between the input and the interface
	still  *still        // between the interface and the output
	out    *outlet
	errOut *outlet

	once   sync.Once
	ended  chan struct{} // closed by the first end
	reason Reason        // read it after ended

	mu     sync.Mutex
	notice func(string) // says a sentence to the person inside; nil: cannot
}

// newID numbers connections for the log; it says nothing about them.
func newID() string {
	var b [4]byte
	_, _ = rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// handle is the library's handler: one call is one session.
func (s *Server) handle(ss ssh.Session) {
	ch := channelOf(ss.Context())
	if ch == nil {
		_ = ss.Exit(line.ExitFailed)
		return
	}
	x := s.newSession(ss, ch)
	ch.conn.sessions.Add(1)
	s.enter(x)
	defer func() {
		s.leave(x)
		if ch.conn.sessions.Add(-1) == 0 {
			ch.conn.watchEmpty()
		}
	}()
	code := line.ExitFailed
	defer func() {
		if r := recover(); r != nil {
			s.panicked(x, r)
		}
		x.end(ReasonDone)
		x.cancel()
		if x.lobby != nil { // a thin client that was switched off has wiped nothing
			x.forget()
		}
		// The exit status is a write as well: a client that stopped reading
		// must not keep us here.
		watchdog := time.AfterFunc(quitTime, func() { hangUp(ss.Context()) })
		_ = ss.Exit(code)
		watchdog.Stop()
	}()
	stop := context.AfterFunc(ch.ctx, func() { x.end(ReasonHangUp) })
	defer stop()
	code = x.run()
}

func (s *Server) newSession(ss ssh.Session, ch *channel) *session {
	x := &session{
		Session: ss, srv: s, ch: ch,
		id:    fmt.Sprintf("%s-%d", ch.conn.id, ch.conn.named.Add(1)),
		role:  roleOf(ss.Permissions().Permissions),
		lang:  langOf(ss.Environ(), s.iface.Load().Lang),
		began: s.now(), ended: make(chan struct{}),
	}
	x.may = s.cfg.Load().allowance(x.role)
	x.pace = rate.NewLimiter(rate.Limit(x.may.Pace), paceBurst(x.may.Pace))
	x.ctx, x.cancel = context.WithCancel(ch.ctx)
	stall := s.cfg.Load().StallTimeout
	stalled := func() {
		x.end(ReasonStalled)
		hangUp(ss.Context())
	}
	x.in = newInlet(ss)
	x.filter = guard.New(s.cfg.Load().Guard)
	x.out = newOutlet(ss, stall, stalled)
	x.errOut = newOutlet(ss.Stderr(), stall, stalled)
	return x
}

// end ends the session once; later reasons do not count.
func (x *session) end(r Reason) {
	x.once.Do(func() {
		x.reason = r
		close(x.ended)
	})
}

// run shows the face that the client asked for and gives the exit code.
func (x *session) run() int {
	pty, _, hasPty := x.Pty()
	args := x.Command()
	if len(args) > 0 && args[0] == "motcua" { // as typed at home
		args = args[1:]
	}
	var why word
	x.face, why = x.choose(args, pty.Term, hasPty)
	code := line.ExitUsage
	if x.face == FaceRefused {
		x.turnDown(refusalOf(why))
	} else if why = x.claim(pty.Window); why != (word{}) {
		x.face, code = FaceRefused, line.ExitFailed
	}
	defer x.giveBack()
	x.srv.metrics.Started(string(x.face), string(x.role))
	if x.face == FaceInterface && x.srv.isKiosk(x.User(), x.ch.conn.client()) {
		x.lobby = &lobby{}
		x.ch.conn.most.Stop()
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
		x.end(ReasonRefused)
		// A client that does not read must not keep the session.
		t := time.AfterFunc(quitTime, func() { hangUp(x.Context()) })
		defer t.Stop()
		x.say(x.errOut, why)
		return code
	}
}

// choose finds the face, or the sentence with which a wish is refused.
func (x *session) choose(args []string, term string, hasPty bool) (Face, word) {
	raw := strings.TrimSpace(x.RawCommand())
	switch {
	case x.role == RoleStaff && !x.stillStaff(): // one more session of an old connection
		return FaceRefused, wordNotStaff
	case x.Subsystem() != "":
		return FaceRefused, wordSubsystem
	case raw == "" && hasPty && term != "" && term != "dumb":
		return FaceInterface, word{}
	case raw == "", len(args) == 1 && args[0] == "line":
		return FaceLine, word{}
	case len(args) == 0 && raw != "motcua":
		return FaceRefused, wordQuotes
	case len(args) > 0 && !known(args[0]):
		return FaceRefused, wordCommand.with(strings.Join(commands(), ", "))
	case watches(args) && !x.may.Watch:
		return FaceRefused, wordWatch
	case len(args) > x.may.Codes+flagsMost:
		return FaceRefused, wordCodes
	default:
		return FaceCommand, word{}
	}
}

// tell says a sentence to the person inside, in the way of the face.
func (x *session) tell(sentence string) {
	x.mu.Lock()
	say := x.notice
	x.mu.Unlock()
	if say != nil {
		say(sentence)
	}
}

func (x *session) onNotice(say func(string)) {
	x.mu.Lock()
	x.notice = say
	x.mu.Unlock()
}

// farewell is the last line, for ends that the person did not ask for.
func (x *session) farewell() {
	w, ok := farewells[x.reason]
	if !ok {
		return
	}
	to := x.out
	if x.face == FaceCommand { // its output is read by programs
		to = x.errOut
		if x.reason == ReasonTotal {
			w = wordCommandEnd
		}
	}
	// A client that does not read must not keep the session.
	t := time.AfterFunc(quitTime, func() { hangUp(x.Context()) })
	defer t.Stop()
	if (x.reason == ReasonIdle || x.reason == ReasonNotStaff) && x.face == FaceInterface {
		_, _ = io.WriteString(to, eraseScreen)
	}
	_, _ = io.WriteString(to, w.in(x.lang)+"\n")
}

// eraseScreen is what clear(1) writes: the screen and the lines above it (ED 2,
// xterm's ED 3). Whoever has gone, or is staff no more, left a dossier there, on terminals that have no
// second screen also in what can be scrolled back to.
const eraseScreen = "\x1b[H\x1b[2J\x1b[3J"

// panicked counts a fault of ours, which ends this session and no other.
func (s *Server) panicked(x *session, r any) {
	x.crashed(fmt.Sprintf("%T", r), string(debug.Stack()))
}

// lookupPanicked counts a fault of ours over what a portal sent. The session goes on,
// and nobody is blamed: it is not its person's doing.
func (x *session) lookupPanicked(kind string, p *client.PanicError) {
	x.srv.metrics.Panic()
	x.srv.logFor(x.ch.conn, slog.LevelError, "look-up panicked", "session", x.id, "face", x.face, "kind", kind, "panic", p.Kind, "stack", p.Stack)
}

// crashed is told of the kind of a panic and where it was. Its value may hold
// what a person typed.
func (x *session) crashed(kind, stack string) {
	x.end(ReasonPanic)
	x.srv.metrics.Panic()
	x.ch.conn.blame(limit.Crash)
	x.srv.logFor(x.ch.conn, slog.LevelError, "session panicked", "session", x.id, "face", x.face, "panic", kind, "stack", stack)
}
