package server

import (
	"context"
	"encoding/binary"
	"strings"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"motcua/tui/text"
)

// channel is one session channel, with what sift accepted from its requests.
type channel struct {
	conn   *conn
	ctx    context.Context // ends with the channel, not only with the connection
	cancel context.CancelFunc
	sizes  chan ssh.Window // the newest size, clamped

	env     int  // variables accepted
	offered int  // variables, including the refused ones
	hasty   bool // its connection or address starts sessions too often
	input   int  // bytes kept until the session reads them
	columns int  // the largest terminal that is drawn
	rows    int
}

type channelKey struct{}

func channelOf(ctx context.Context) *channel {
	ch, _ := ctx.Value(channelKey{}).(*channel)
	return ch
}

// channelContext is the library's context of a connection, reduced to one of its channels.
// Values that are set belong to the whole connection.
type channelContext struct {
	ssh.Context
	ch *channel
}

func (c channelContext) Done() <-chan struct{} { return c.ch.ctx.Done() }
func (c channelContext) Err() error            { return c.ch.ctx.Err() }

func (c channelContext) Value(key any) any {
	if key == (channelKey{}) {
		return c.ch
	}
	return c.Context.Value(key)
}

// sessionChannel runs before the library's own handler.
func (s *Server) sessionChannel(srv *ssh.Server, sc *gossh.ServerConn, nc gossh.NewChannel, ctx ssh.Context) {
	c := connOf(ctx)
	cfg := s.cfg.Load()
	switch {
	case c == nil:
		_ = nc.Reject(gossh.ConnectionFailed, "")
		return
	case int(c.channels.Add(1)) > cfg.Channels:
		c.channels.Add(-1)
		c.refuse("channels")
		_ = nc.Reject(gossh.ResourceShortage, sayBoth(text.ServerChannels))
		return
	}
	defer c.channels.Add(-1)
	c.know(sc)
	hasty := !c.mayStart()
	if s.draining.Load() {
		s.refused("draining")
		_ = nc.Reject(gossh.ResourceShortage, sayBoth(text.ServerDraining))
		return
	}
	ch := &channel{conn: c, sizes: make(chan ssh.Window, 1), hasty: hasty, input: cfg.allowance(roleOf(sc.Permissions)).Input, columns: cfg.MaxColumns, rows: cfg.MaxRows}
	ch.ctx, ch.cancel = context.WithCancel(ctx)
	defer ch.cancel()
	ssh.DefaultSessionHandler(srv, sc, siftedChannel{nc, ch}, channelContext{ctx, ch})
}

// otherChannel refuses every channel that is no session: forwarding of ports, X11 and agents,
// with which the server could be used to reach other machines.
func (s *Server) otherChannel(_ *ssh.Server, _ *gossh.ServerConn, nc gossh.NewChannel, ctx ssh.Context) {
	if c := connOf(ctx); c != nil {
		c.refuse("forward")
	}
	_ = nc.Reject(gossh.Prohibited, sayBoth(text.ServerForward))
}

// otherRequest refuses global requests for forwarding. Keep-alive requests get the same answer,
// and any answer satisfies them.
func (s *Server) otherRequest(ctx ssh.Context, _ *ssh.Server, req *gossh.Request) (bool, []byte) {
	switch req.Type {
	case "tcpip-forward", "streamlocal-forward@openssh.com":
		if c := connOf(ctx); c != nil {
			c.refuse("forward")
		}
	}
	return false, nil
}

// siftedChannel gives the library a channel whose requests are filtered by sift.
type siftedChannel struct {
	gossh.NewChannel
	ch *channel
}

func (s siftedChannel) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	gc, reqs, err := s.NewChannel.Accept()
	if err != nil {
		return nil, nil, err
	}
	sifted := make(chan *gossh.Request)
	go s.ch.sift(reqs, sifted)
	return newIntake(gc, s.ch.input), sifted, nil
}

// sift filters a channel's requests until it closes. The library would keep every variable,
// block on a window change that nobody reads, and accept agent forwarding.
func (ch *channel) sift(in <-chan *gossh.Request, out chan<- *gossh.Request) {
	defer close(out)
	defer ch.cancel() // the client closed the channel
	for req := range in {
		ok, handOn := false, false
		switch req.Type {
		case "env":
			if ch.offered++; ch.offered > offeredMost {
				ch.conn.refuse("variables")
			}
			handOn = ch.allowsEnv(req.Payload)
		case "window-change":
			ok = ch.resized(req.Payload)
		case "pty-req":
			handOn = ch.clampPty(req.Payload)
		case "shell":
			handOn = true
		case "exec", "subsystem":
			handOn = len(req.Payload) <= commandMost
		case "x11-req", "auth-agent-req@openssh.com":
			ch.conn.refuse("forward")
		case "signal":
			ok = ch.signalled(req.Payload)
		}
		if handOn {
			out <- req
			continue
		}
		_ = req.Reply(ok, nil)
	}
}

// Bounds of the data that a client sends in requests.
const (
	commandMost = 8 << 10 // bytes of a command line: five hundred codes
	envMost     = 16      // variables of one session
	offeredMost = 64      // of all kinds: no client's configuration names more
	envBytes    = 128     // of a value
	termBytes   = 64      // of TERM
)

// allowsEnv accepts the variables about language and colour, and drops all others.
func (ch *channel) allowsEnv(payload []byte) bool {
	var kv struct{ Name, Value string }
	if gossh.Unmarshal(payload, &kv) != nil || ch.env >= envMost || len(kv.Value) > envBytes || !printable(kv.Value) {
		return false
	}
	switch {
	case kv.Name == "LANG", kv.Name == "COLORTERM", kv.Name == "NO_COLOR":
	case len(kv.Name) <= 32 && strings.HasPrefix(kv.Name, "LC_") && printable(kv.Name) && !strings.Contains(kv.Name, "="):
	default:
		return false
	}
	ch.env++
	return true
}

func printable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
}

// resized keeps the newest size of the terminal, within bounds, because the renderer keeps two
// screens in memory. Only sift calls it, so a value in the channel is always an older size.
func (ch *channel) resized(payload []byte) bool {
	if len(payload) < 8 {
		return false
	}
	w := ssh.Window{
		Width:  clamp(binary.BigEndian.Uint32(payload), ch.columns),
		Height: clamp(binary.BigEndian.Uint32(payload[4:]), ch.rows),
	}
	if w.Width == 0 || w.Height == 0 {
		return false // RFC 4254, 6.2: zero must be ignored
	}
	select {
	case <-ch.sizes:
	default:
	}
	ch.sizes <- w
	return true
}

func clamp(n uint32, most int) int { return int(min(uint64(n), uint64(most))) }

// signalled ends the session on signals that end a program.
func (ch *channel) signalled(payload []byte) bool {
	var sig struct{ Name string }
	if gossh.Unmarshal(payload, &sig) != nil {
		return false
	}
	switch sig.Name {
	case "INT", "TERM", "HUP", "QUIT", "KILL":
		ch.cancel()
		return true
	}
	return false
}

// The size for a client that sends none.
const (
	unsaidColumns = 80
	unsaidRows    = 24
)

// clampPty bounds the size in a request for a terminal (RFC 4254, 6.2) to what is drawn. The
// rest of a larger terminal stays empty.
func (ch *channel) clampPty(payload []byte) bool {
	if len(payload) < 4 {
		return false
	}
	term := binary.BigEndian.Uint32(payload)
	if uint64(len(payload)) < 4+uint64(term)+8 {
		return false
	}
	clampTo(payload[4+term:], ch.columns, unsaidColumns)
	clampTo(payload[8+term:], ch.rows, unsaidRows)
	return true
}

func clampTo(field []byte, most, unsaid int) {
	n := clamp(binary.BigEndian.Uint32(field), most)
	if n == 0 {
		n = unsaid
	}
	binary.BigEndian.PutUint32(field, uint32(n))
}

// allowPty checks the name of a terminal; clampPty has bounded its size.
func (s *Server) allowPty(ctx ssh.Context, pty ssh.Pty) bool {
	if b := badgeOf(ctx.Permissions().Permissions); b != nil && b.noTerminal {
		return false // no-pty in the line of its key; line mode still works
	}
	return len(pty.Term) <= termBytes && printable(pty.Term)
}

// sayBoth is for refusals before the person's language is known.
func sayBoth(w text.Said) string { return w.In(text.VI) + " / " + w.In(text.EN) }
