package server

import (
	"errors"
	"fmt"
	"net/netip"
	"path/filepath"
	"time"

	"motcua/kiosk/guard"
	"motcua/kiosk/staff"
)

// Role is what a connection may do.
type Role string

// The roles. Everybody is public; a known key or certificate makes staff.
const (
	RolePublic Role = "public"
	RoleStaff  Role = "staff"
)

// Config is what an operator decides. The zero value of a field takes the
// default in its comment; StateDir alone has none.
type Config struct {
	// StateDir holds the host key and the audit key. It is made with 0700.
	StateDir string
	// HostKey is the host key's file; by default ssh_host_ed25519_key in
	// StateDir. It is made on first start with 0600.
	HostKey string

	// StaffKeys is an authorized_keys file: its keys have the role staff.
	StaffKeys string
	// StaffCAs is a file of public keys, one a line, with options as in an
	// authorized_keys file: user certificates that one of them signed have the role
	// staff.
	StaffCAs string
	// RevokedKeys is a file of keys and certificates that count no more, or a KRL of
	// OpenSSH.
	RevokedKeys string
	// Principals are the names that such a certificate must carry one of, by
	// default "motcua-staff", unless the line of its authority names others. The
	// user name is not looked at: a hall types what it likes before the @.
	Principals []string
	// Guests are user names that ask for no role, by default "guest" and
	// "khach": no key is asked of them, so a script needs neither key nor
	// prompt. Other users are let in the same way while there is no staff.
	Guests []string

	// KioskUsers from an address in KioskFrom see the screen of a lobby: it forgets
	// each person instead of ending, and stays for as long as the client does. An
	// address counts and not the name alone, which anyone can type.
	KioskUsers []string
	KioskFrom  []netip.Prefix

	// Balancers are the only addresses whose PROXY protocol header is read, and
	// must be read. From all others it would be a forged address.
	Balancers []netip.Prefix

	HandshakeTimeout time.Duration // 20 s, from the first byte to the end of authentication
	EmptyTimeout     time.Duration // 30 s that a connection may stay without a session
	StallTimeout     time.Duration // 60 s that 4 KiB of output may take: 9,600 baud takes 5
	DrainTime        time.Duration // 30 s between the goodbye and the end
	// StartPatience is how long the start of a session may be held back, 10 s.
	// After twice that, in all, its connection is cut off: nobody opens sessions
	// for so long faster than they may start.
	StartPatience time.Duration

	Channels   int // 4 session channels a connection
	MaxColumns int // 300
	MaxRows    int // 100
	FPS        int // 33 pictures a second at most are drawn; the first after a pause at once
	// WireRate is how many bytes a second a connection may send for long, in
	// all, packets included: 65,536. A burst of a megabyte is free.
	WireRate int

	Guard guard.Options // what a terminal may send: rate, size of a paste

	Public Allowance // see DefaultPublic
	Staff  Allowance // see DefaultStaff
}

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

// DefaultPublic is for anyone: long enough to read a procedure aloud.
var DefaultPublic = Allowance{
	Idle: 10 * time.Minute, Total: time.Hour, Command: time.Minute,
	Codes: 20, Pace: 2, Input: 64 << 10,
}

// DefaultStaff is for people who track lists all day.
var DefaultStaff = Allowance{
	Idle: 30 * time.Minute, Total: 12 * time.Hour, Command: 10 * time.Minute,
	Codes: 500, Watch: true, Pace: 20, Input: 1 << 20,
}

// complete fills in the defaults and checks what was given.
func (c Config) complete() (Config, error) {
	if c.StateDir == "" {
		return c, errors.New("server: no state directory")
	}
	if c.HostKey == "" {
		c.HostKey = filepath.Join(c.StateDir, "ssh_host_ed25519_key")
	}
	if c.Principals == nil {
		c.Principals = []string{"motcua-staff"}
	}
	if c.Guests == nil {
		c.Guests = []string{"guest", "khach"}
	}
	duration(&c.HandshakeTimeout, 20*time.Second)
	duration(&c.EmptyTimeout, 30*time.Second)
	duration(&c.StallTimeout, time.Minute)
	duration(&c.DrainTime, 30*time.Second)
	duration(&c.StartPatience, 10*time.Second)
	number(&c.Channels, 4)
	number(&c.MaxColumns, 300)
	number(&c.MaxRows, 100)
	number(&c.FPS, 33)
	number(&c.WireRate, 64<<10)
	c.Public.complete(DefaultPublic)
	c.Staff.complete(DefaultStaff)
	for name, d := range map[string]time.Duration{
		"HandshakeTimeout": c.HandshakeTimeout, "EmptyTimeout": c.EmptyTimeout, "StallTimeout": c.StallTimeout,
		"DrainTime": c.DrainTime, "StartPatience": c.StartPatience, "Public.Idle": c.Public.Idle, "Staff.Idle": c.Staff.Idle,
	} {
		if d < 0 {
			return c, fmt.Errorf("server: %s is negative", name)
		}
	}
	return c, nil
}

func (a *Allowance) complete(d Allowance) {
	if *a == (Allowance{}) {
		*a = d
		return
	}
	duration(&a.Idle, d.Idle)
	duration(&a.Total, d.Total)
	duration(&a.Command, d.Command)
	number(&a.Codes, d.Codes)
	if a.Pace == 0 {
		a.Pace = d.Pace
	}
	number(&a.Input, d.Input)
}

// paceBurst is how many look-ups may come at once.
func paceBurst(pace float64) int { return max(1, int(10*pace)) }

// staffFiles are where it stands who is staff.
func (c *Config) staffFiles() staff.Files {
	return staff.Files{Keys: c.StaffKeys, CAs: c.StaffCAs, Revoked: c.RevokedKeys}
}

func (c Config) allowance(r Role) Allowance {
	if r == RoleStaff {
		return c.Staff
	}
	return c.Public
}

func duration(d *time.Duration, by time.Duration) {
	if *d == 0 {
		*d = by
	}
}

func number(n *int, by int) {
	if *n == 0 {
		*n = by
	}
}
