package session

import (
	"cmp"
	"time"

	"motcua/kiosk/config/key"
	"motcua/tui/text"
)

// Role is what a connection may do.
type Role string

// The roles. Everybody is public; a known key or certificate makes staff.
const (
	RolePublic Role = "public"
	RoleStaff  Role = "staff"
)

// Allowance is what one role is allowed.
type Allowance struct {
	Idle    time.Duration // without a byte from the client
	Total   time.Duration // of a session
	Command time.Duration // of a command that does not watch
	Codes   int           // dossiers of one track command
	Watch   bool          // track --watch
	Pace    float64       // look-ups a second; a burst of ten seconds' worth is free, more waits
	Input   int           // bytes of standard input of one command or line session
}

// Keys are the keys of a role's times. The idle time must not be longer than the session's
// total, because it would never apply then.
func (a *Allowance) Keys(role string, idle, total, command time.Duration, comment text.Said) []key.Key {
	stays := key.Span{From: 10 * time.Second, To: 24 * time.Hour}
	quiet := key.Duration(role+"_idle", &a.Idle, idle, stays).
		Must(key.NotOver(&a.Idle, &a.Total,
			text.Say("khoảng thời gian không dài hơn cả phiên (%s)", "a time not longer than the whole session (%s)")))
	quiet.Comment = comment
	return []key.Key{
		quiet,
		key.Duration(role+"_total", &a.Total, total, stays),
		key.Duration(role+"_command", &a.Command, command, stays),
	}
}

// Complete fills in what no key covers.
func (a *Allowance) Complete(d Allowance) {
	a.Pace, a.Input = cmp.Or(a.Pace, d.Pace), cmp.Or(a.Input, d.Input)
}
