package session

import (
	"context"
	"log/slog"
	"net/netip"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"

	"motcua/client"
	"motcua/client/follow"
	"motcua/kiosk/audit"
	"motcua/kiosk/guard"
	"motcua/kiosk/limit"
	"motcua/kiosk/metrics"
	"motcua/tui"
	"motcua/tui/line/verb"
	"motcua/tui/view/why"
)

// Common is what all sessions of a server share.
type Common struct {
	// Service answers look-ups; one serves all sessions.
	Service client.Lookups
	Budget  limit.Budget // of look-ups of dossiers; nil: no budget
	// Line returns the parts of verb.Deps that an operator sets, such as Env. The session fills
	// in streams, service, language and bounds. Nil: none.
	Line func() verb.Deps
	// Notice makes the message by which the interface shows a sentence to the person; nil means
	// tui.Notice.
	Notice func(sentence string) tea.Msg
	// Marks returns the list of wrongly read pages, with additions under the fingerprint key;
	// nil: there is none. Only staff get it.
	Marks func(key string) why.Marks
	// Keeper returns the list of dossiers that is kept for the fingerprint key; nil: none is. Only
	// staff get it.
	Keeper func(key string) follow.Keeper
	// Model replaces the interface in tests; nil: the interface.
	Model func(tui.Options) tea.Model

	Audit   *audit.Trail // nil: no trail
	Metrics *metrics.Set // nil: no metrics
	Now     func() time.Time
	Version string // of this program, for the command version
}

// Conn is the connection of a session: what the server knows about it, and what all of its
// sessions share.
type Conn struct {
	ID      string
	From    netip.Addr  // of the client or its balancer, for the log
	Client  netip.Addr  // of the client; invalid where a balancer does not pass it on
	Pass    *limit.Pass // its place in the limits
	Padding guard.Padding
	Blame   func(limit.Offence)                                   // records an offence of its address
	Log     func(level slog.Level, sentence string, attrs ...any) // logs a line about it, within the limit of lines
	Stay    func()                                                // removes its longest time

	line   roundTrip
	hinted atomic.Bool  // the person was told about padding
	named  atomic.Int32 // numbers sessions
}

// Start is what a session begins with.
type Start struct {
	Conn    *Conn
	Channel context.Context // ends with the channel

	// Sizes delivers the newest size of the terminal. Columns and Rows are the largest size
	// that is drawn.
	Sizes         <-chan ssh.Window
	Columns, Rows int
	Hasty         bool // its connection or address starts sessions too often

	Role Role
	Key  string // the fingerprint of a staff key, "" for the public
	May  Allowance
	// StillStaff reports whether a session that began as staff may still have what staff have.
	// If not, it has ended the session.
	StillStaff func(*Session) bool
	// Kiosks returns the configured addresses of thin clients that the client now belongs to;
	// an invalid prefix for all other clients.
	Kiosks func() netip.Prefix

	Interface tui.Options   // the template; Context, Service, Lang and Leave are filled in
	Guard     guard.Options // what a terminal may send
	Sleep     time.Duration // after how long without a key the interface lets its program go
	Stall     time.Duration // the longest time that writing 4 KiB of output may take
	FPS       int
}
