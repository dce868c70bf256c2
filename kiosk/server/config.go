package server

import (
	"cmp"
	"errors"
	"fmt"
	"net/netip"
	"path/filepath"
	"slices"
	"time"

	"motcua/kiosk/config/key"
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

// LogFormat is how a line of the log looks.
type LogFormat string

// The log formats.
const (
	LogText LogFormat = "text"
	LogJSON LogFormat = "json"
)

// Config is what an operator decides, see Section, and what the program does beside.
// A field that holds nothing takes its default; StateDir alone has none.
type Config struct {
	// Listen, Metrics and LogFormat are for who starts the server: it is handed a
	// listener and a log.
	Listen    string
	Metrics   string // address of metrics and health; empty: none
	LogFormat LogFormat

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
	// Principals are the names that such a certificate must carry one of, unless the
	// line of its authority names others. The user name is not looked at: a hall types
	// what it likes before the @.
	Principals []string
	// Guests are user names that ask for no role: no key is asked of them, so a script
	// needs neither key nor prompt. Other users are let in the same way while there is
	// no staff.
	Guests []string

	// KioskUsers from an address in KioskFrom see the screen of a lobby: it forgets
	// each person instead of ending, and stays for as long as the client does. An
	// address counts and not the name alone, which anyone can type.
	KioskUsers []string
	KioskFrom  []netip.Prefix

	// Balancers are the only addresses whose PROXY protocol header is read, and
	// must be read. From all others it would be a forged address.
	Balancers []netip.Prefix

	HandshakeTimeout time.Duration // from the first byte to the end of authentication
	EmptyTimeout     time.Duration // that a connection may stay without a session
	StallTimeout     time.Duration // that 4 KiB of output may take: 9,600 baud takes 5 s
	DrainTime        time.Duration // between the goodbye and the end
	// StartPatience is how long the start of a session may be held back, 10 s.
	// After twice that, in all, its connection is cut off: nobody opens sessions
	// for so long faster than they may start.
	StartPatience time.Duration

	Channels   int // session channels of a connection
	MaxColumns int
	MaxRows    int
	FPS        int // 33 pictures a second at most are drawn; the first after a pause at once
	// WireRate is how many bytes a second a connection may send for long, in
	// all, packets included: 65,536. A burst of a megabyte is free.
	WireRate int

	Guard guard.Options // what a terminal may send: rate, size of a paste

	Public Allowance // for anyone: long enough to read a procedure aloud
	Staff  Allowance // for people who track lists all day
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

// Section are the keys of [server]. A session's times end at a day: who stays longer
// has left. The terminal is bounded by memory: two screens of about 240 bytes a cell.
func (c *Config) Section() key.Section {
	waits := key.Span{From: time.Second, To: 10 * time.Minute}
	return key.Section{Name: "server", Comment: key.Say(
		`motcua serve: giao diện này cho mọi người có chương trình ssh. Sửa xong gửi SIGHUP (systemctl reload).`,
		`motcua serve: the same interface for anyone with an ssh client. SIGHUP (systemctl reload) reads this file again.`,
	), Keys: slices.Concat([]key.Key{
		// A server for everyone is a decision.
		key.Text("listen", &c.Listen, "127.0.0.1:2222", listen).ByFlag("listen").NeedsRestart().
			Says(`Nghe ở đâu. Mặc định chỉ máy này; ":2222" là mọi địa chỉ. (MOTCUA_SERVER_LISTEN, --listen)`,
				`Where it listens. By default this machine alone; ":2222" is every address.`),
		key.Text("metrics", &c.Metrics, "", key.Address).ByFlag("metrics").NeedsRestart().
			Says(`Số đo cho Prometheus ở /metrics, sống hay không ở /healthz; để trên địa chỉ nội bộ, ví dụ "127.0.0.1:9222".`,
				`Prometheus metrics at /metrics, health at /healthz, on a local address; empty: none. (--metrics)`),
		key.Text("state_dir", &c.StateDir, "", key.Folder).NeedsRestart().
			Says(`Thư mục của khoá máy chủ và khoá nhật ký. Bỏ trống: $STATE_DIRECTORY (systemd), rồi $XDG_STATE_HOME/motcua, ~/.local/state/motcua.`,
				`The folder of the host key and the audit key; empty: the first of those that is set.`),
		key.Text("host_key", &c.HostKey, "", key.File).NeedsRestart().
			Says(`Khoá máy chủ; bỏ trống thì máy tự tạo ssh_host_ed25519_key trong thư mục trên.`,
				`The host key; empty: ssh_host_ed25519_key in that folder, made on the first start.`),
		key.Text("staff_keys", &c.StaffKeys, "", key.File).
			Says(`Cán bộ: tệp authorized_keys, và tệp khoá công khai của nơi ký chứng thư SSH. Sửa tệp là có hiệu lực ngay.`,
				`Staff: an authorized_keys file, and a file of the public keys that sign SSH certificates. Changes count at once.`),
		key.Text("staff_cas", &c.StaffCAs, "", key.File),
		key.Text("revoked_keys", &c.RevokedKeys, "", key.File).
			Says(`Khoá và chứng thư không còn dùng được: mỗi dòng một khoá, hay tệp của ssh-keygen -k. Không đọc được tệp này thì không ai là cán bộ.`,
				`Keys and certificates that count no more: one a line, or what ssh-keygen -k writes. If it cannot be read nobody is staff.`),
		key.Names("principals", &c.Principals, []string{"motcua-staff"}).
			Says(`Chứng thư của cán bộ phải mang một trong các tên này, trừ khi dòng của nơi ký có principals="...".`,
				`A staff certificate must carry one of these, unless the line of its authority has principals="...".`),
		key.Names("guests", &c.Guests, []string{"guest", "khach"}).
			Says(`Tên người dùng được vào thẳng, không hỏi khoá.`, `User names that are let in without being asked for a key.`),
		key.Prefixes("balancers", &c.Balancers).
			Says(`Máy cân bằng tải phía trước, phải gửi PROXY protocol; chỉ tin đúng các địa chỉ này.`,
				`Load balancers in front, which must send the PROXY protocol; believed from these addresses alone.`),
		key.Choice("log_format", &c.LogFormat, LogText, LogText, LogJSON).NeedsRestart().
			Says(`Nhật ký ra standard error: "text" hoặc "json".`, `The log on standard error.`),
		key.Int("channels", &c.Channels, 4, 1, 64).
			Says(`Mỗi kết nối mở được mấy phiên.`, `Sessions of one connection.`),
		key.Int("max_columns", &c.MaxColumns, 300, 80, 1000).
			Says(`Màn hình lớn nhất được vẽ; bộ nhớ tăng theo.`, `The largest terminal that is drawn; memory grows with it.`),
		key.Int("max_rows", &c.MaxRows, 100, 24, 500),
		key.Int("input_rate", &c.Guard.BytesPerMinute, guard.DefaultBytesPerMinute, 1024, 1<<20).
			Says(`Số byte gõ vào mỗi phút, và của một lần dán.`, `Bytes typed in a minute, and of one paste.`),
		key.Int("paste_bytes", &c.Guard.PasteBytes, guard.DefaultPasteBytes, 256, 1<<20),
		key.Int("public_codes", &c.Public.Codes, 20, 1, 1000).
			Says(`Mã hồ sơ trong một lệnh track: người dân, cán bộ.`, `Dossier codes of one track command: the public, staff.`),
		key.Int("staff_codes", &c.Staff.Codes, 500, 1, 1000),
		key.Duration("handshake_timeout", &c.HandshakeTimeout, 20*time.Second, waits).NeedsRestart().
			Says(`Bắt tay xong trong; kết nối không mở phiên; máy khách không đọc; chờ người bên trong khi dừng.`,
				`To finish the handshake; a connection without a session; a client that does not read; the wait for people inside at the end.`),
		key.Duration("empty_timeout", &c.EmptyTimeout, 30*time.Second, waits),
		key.Duration("stall_timeout", &c.StallTimeout, time.Minute, waits),
		key.Duration("drain_time", &c.DrainTime, 30*time.Second, waits),
	},
		c.Public.keys("public", 10*time.Minute, time.Hour, time.Minute,
			key.Say(`Người dân: không gõ gì, cả phiên, một lệnh.`, `The public: without a key, a session, a command.`)),
		c.Staff.keys("staff", 30*time.Minute, 12*time.Hour, 10*time.Minute, key.Say(`Cán bộ.`, `Staff.`)),
	)}
}

// keys are the times of a role. A quiet time that is longer than the session would
// never count.
func (a *Allowance) keys(role string, idle, total, command time.Duration, comment key.Words) []key.Key {
	stays := key.Span{From: 10 * time.Second, To: 24 * time.Hour}
	return []key.Key{
		key.Duration(role+"_idle", &a.Idle, idle, stays).Says(comment.VI, comment.EN).
			Must(key.NotOver(&a.Idle, &a.Total, func(session string) key.Words {
				return key.Say("khoảng thời gian không dài hơn cả phiên ("+session+")", "a time not longer than the whole session ("+session+")")
			})),
		key.Duration(role+"_total", &a.Total, total, stays),
		key.Duration(role+"_command", &a.Command, command, stays),
	}
}

// listen is the address that a server cannot do without.
var listen = key.Form{Want: key.Address.Want, Fits: key.Address.Fits, Needed: true}

// KioskKeys are those keys of [kiosk] that tell thin clients of a lobby.
func (c *Config) KioskKeys() []key.Key {
	return []key.Key{
		key.Names("ssh_users", &c.KioskUsers, []string{}).
			Says(`Máy mỏng ở sảnh vào motcua serve qua SSH: những tên này, từ những địa chỉ này, thấy màn hình kiosk. Cần cả hai; trống là không có.

Mọi máy trong một mục gồm nhiều địa chỉ được chung số lượt tra của 4 ki-ốt: mỗi sảnh nên là một mục riêng.`,
				`Thin clients of the lobby that come to motcua serve over SSH: these users from these addresses get the kiosk. Both are needed; empty is none.

All machines of an entry of many addresses have the look-ups of four kiosks together: give each hall an entry of its own.`),
		key.Prefixes("ssh_from", &c.KioskFrom),
	}
}

// Defaults is the configuration without a decision of an operator.
func Defaults() Config {
	c := Config{
		StartPatience: 10 * time.Second, FPS: 33, WireRate: 64 << 10,
		Public: Allowance{Pace: 2, Input: 64 << 10},
		Staff:  Allowance{Pace: 20, Input: 1 << 20, Watch: true},
	}
	key.Defaults(c.Section().Keys)
	key.Defaults(c.KioskKeys())
	return c
}

// complete fills in the defaults and checks what was given.
func (c Config) complete() (Config, error) {
	if c.StateDir == "" {
		return c, errors.New("server: no state directory")
	}
	if c.HostKey == "" {
		c.HostKey = filepath.Join(c.StateDir, "ssh_host_ed25519_key")
	}
	d := Defaults()
	c.Staff.Watch = c.Staff.Watch || c.Staff == (Allowance{})
	key.Fill(c.Section().Keys)
	c.StartPatience, c.FPS, c.WireRate = cmp.Or(c.StartPatience, d.StartPatience), cmp.Or(c.FPS, d.FPS), cmp.Or(c.WireRate, d.WireRate)
	c.Public.complete(d.Public)
	c.Staff.complete(d.Staff)
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
	a.Pace, a.Input = cmp.Or(a.Pace, d.Pace), cmp.Or(a.Input, d.Input)
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
