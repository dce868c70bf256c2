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
	"motcua/kiosk/server/session"
	"motcua/kiosk/staff"
	"motcua/tui/text"
)

// LogFormat is how a line of the log looks.
type LogFormat string

// The log formats.
const (
	LogText LogFormat = "text"
	LogJSON LogFormat = "json"
)

// Config holds the operator's settings, see Section, and some fixed ones. A zero field gets its
// default, except StateDir, which has none.
type Config struct {
	// Listen, Metrics and LogFormat are for the caller that starts the server: the server
	// itself gets a listener and a log.
	Listen    string
	Metrics   string // address of metrics and health; empty: none
	LogFormat LogFormat

	// StateDir holds the host key and the audit key. It is created with 0700.
	StateDir string
	// HostKey is the host key's file, by default ssh_host_ed25519_key in StateDir. It is
	// created at the first start with 0600.
	HostKey string

	// StaffKeys is an authorized_keys file. Its keys have the role staff.
	StaffKeys string
	// StaffCAs is a file of public keys of certificate authorities, one a line, with options as
	// in an authorized_keys file. User certificates that one of them signed have the role
	// staff.
	StaffCAs string
	// RevokedKeys is a file of revoked keys and certificates, or a KRL of OpenSSH.
	RevokedKeys string
	// Principals are names of which such a certificate must carry one, unless the line of its
	// authority has names of its own. The user name is not checked, because people in a hall
	// type any name before the @.
	Principals []string
	// Guests are user names that never get a role. No key is asked of them, so a script needs
	// neither a key nor a prompt. When no staff are configured, all users are admitted like
	// this.
	Guests []string

	// KioskUsers from an address in KioskFrom get a lobby's screen. It forgets each person
	// instead of ending, and stays open for as long as the client is connected. The address
	// must match too, because anyone can type the name.
	KioskUsers []string
	KioskFrom  []netip.Prefix

	// Balancers are the addresses from which a PROXY protocol header is read and required. From
	// all others it could be forged.
	Balancers []netip.Prefix

	HandshakeTimeout time.Duration // from the first byte until authentication has succeeded
	EmptyTimeout     time.Duration // how long a connection may have no session
	StallTimeout     time.Duration // the longest time for 4 KiB of output; at 9,600 baud it takes 5 s
	// GraceTime is how long a server that is to stop still takes new sessions, while its health
	// check already fails: a balancer needs so long to send them to another server.
	GraceTime time.Duration
	DrainTime time.Duration // between the notice and the end of all sessions
	SleepTime time.Duration // without a key, until an interface lets its program go; a kiosk's keeps it
	// StartPatience is how long the start of a session may be delayed; by default 10 s. A
	// public connection whose starts were delayed for twice that in total is cut off.
	StartPatience time.Duration

	Channels   int // session channels of a connection
	MaxColumns int
	MaxRows    int
	FPS        int // at most 33 frames a second are drawn, the first after a pause at once
	// WireRate is how many bytes a second a connection may send over a longer time, including
	// SSH's overhead; by default 65,536. The first megabyte is free.
	WireRate int

	Guard guard.Options // limits on input: rate, size of a paste

	Public session.Allowance // for everyone: enough time to read a procedure aloud
	Staff  session.Allowance // for staff, who track lists all day
}

// Section returns the keys of [server]. A session's times are at most a day. The terminal's
// size is bounded by memory: two screens of about 240 bytes a cell.
func (c *Config) Section() key.Section {
	waits := key.Span{From: time.Second, To: 10 * time.Minute}
	return key.Section{Name: "server", Comment: text.Say(
		`motcua serve: giao diện này cho mọi người có chương trình ssh. Sửa xong gửi SIGHUP (systemctl reload).`,
		`motcua serve: the same interface for anyone with an ssh client. SIGHUP (systemctl reload) reads this file again.`,
	), Keys: slices.Concat([]key.Key{
		// Opening the server to everyone must be a decision of the operator.
		key.Text("listen", &c.Listen, "127.0.0.1:2222", listen).ByFlag("listen").NeedsRestart().
			Says(`Nghe ở đâu. Mặc định chỉ máy này; ":2222" là mọi địa chỉ. (MOTCUA_SERVER_LISTEN, --listen)`,
				`Where it listens. By default this machine alone; ":2222" is every address.`),
		key.Text("metrics", &c.Metrics, "", key.Address).ByFlag("metrics").NeedsRestart().
			Says(`Số liệu giám sát cho Prometheus ở /metrics; kiểm tra hoạt động ở /healthz; để trên địa chỉ nội bộ, ví dụ "127.0.0.1:9222".`,
				`Prometheus metrics at /metrics, health at /healthz, on a local address; empty: none. (--metrics)`),
		key.Text("state_dir", &c.StateDir, "", key.Folder).NeedsRestart().
			Says(`Thư mục của khóa máy chủ và khóa nhật ký. Bỏ trống: $STATE_DIRECTORY (systemd), rồi $XDG_STATE_HOME/motcua, ~/.local/state/motcua.`,
				`The folder of the host key and the audit key; empty: the first of those that is set.`),
		key.Text("host_key", &c.HostKey, "", key.File).NeedsRestart().
			Says(`Khóa máy chủ; bỏ trống thì máy tự tạo ssh_host_ed25519_key trong thư mục trên.`,
				`The host key; empty: ssh_host_ed25519_key in that folder, made on the first start.`),
		key.Text("staff_keys", &c.StaffKeys, "", key.File).
			Says(`Cán bộ: tệp authorized_keys, và tệp khóa công khai của nơi ký chứng thư SSH. Sửa tệp là có hiệu lực ngay.`,
				`Staff: an authorized_keys file, and a file of the public keys that sign SSH certificates. Changes count at once.`),
		key.Text("staff_cas", &c.StaffCAs, "", key.File),
		key.Text("revoked_keys", &c.RevokedKeys, "", key.File).
			Says(`Khóa và chứng thư không còn dùng được: mỗi dòng một khóa, hay tệp của ssh-keygen -k. Không đọc được tệp này thì không ai là cán bộ.`,
				`Keys and certificates that count no more: one a line, or what ssh-keygen -k writes. If it cannot be read nobody is staff.`),
		key.Names("principals", &c.Principals, []string{"motcua-staff"}).
			Says(`Chứng thư của cán bộ phải mang một trong các tên này, trừ khi dòng của nơi ký có principals="...".`,
				`A staff certificate must carry one of these, unless the line of its authority has principals="...".`),
		key.Names("guests", &c.Guests, []string{"guest", "khach"}).
			Says(`Tên người dùng được vào thẳng, không hỏi khóa.`, `User names that are let in without being asked for a key.`),
		key.Prefixes("balancers", &c.Balancers).
			Says(`Máy cân bằng tải phía trước, phải gửi PROXY protocol; chỉ tin đúng các địa chỉ này.`,
				`Load balancers in front, which must send the PROXY protocol; believed from these addresses alone.`),
		key.Choice("log_format", &c.LogFormat, LogText, LogText, LogJSON).NeedsRestart().
			Says(`Dạng của nhật ký, ghi ra đầu ra lỗi (standard error): "text" hoặc "json".`, `The log on standard error.`),
		key.Int("channels", &c.Channels, 4, 1, 64).
			Says(`Mỗi kết nối mở được mấy phiên.`, `Sessions of one connection.`),
		key.Int("max_columns", &c.MaxColumns, 300, 80, 1000).
			Says(`Màn hình lớn nhất được vẽ; bộ nhớ tăng theo.`, `The largest terminal that is drawn; memory grows with it.`),
		key.Int("max_rows", &c.MaxRows, 100, 24, 500),
		key.Int("input_rate", &c.Guard.BytesPerMinute, guard.DefaultBytesPerMinute, 1024, 1<<20).
			Says(`Số byte gõ vào mỗi phút, và của một lần dán.`, `Bytes typed in a minute, and of one paste.`),
		key.Int("paste_bytes", &c.Guard.PasteBytes, guard.DefaultPasteBytes, 256, 1<<20),
		key.Int("public_codes", &c.Public.Codes, 20, 1, 1000).
			Says(`Mã hồ sơ trong một lệnh track: người dân, cán bộ.`, `Application codes of one track command: the public, staff.`),
		key.Int("staff_codes", &c.Staff.Codes, 500, 1, 1000),
		key.Duration("handshake_timeout", &c.HandshakeTimeout, 20*time.Second, waits).NeedsRestart().
			Says(`Máy khách phải bắt tay xong trong thời gian này.`, `How long a client may take for the handshake.`),
		key.Duration("empty_timeout", &c.EmptyTimeout, 30*time.Second, waits).
			Says(`Kết nối không mở phiên nào thì bị ngắt sau thời gian này.`, `A connection without a session is closed after this time.`),
		key.Duration("stall_timeout", &c.StallTimeout, time.Minute, waits).
			Says(`Máy khách không nhận dữ liệu thì bị ngắt sau thời gian này.`, `A client that takes no data is disconnected after this time.`),
		key.Duration("grace_time", &c.GraceTime, 0, key.Span{To: 10 * time.Minute}).
			Says(`Sau máy cân bằng tải: khi dừng, /healthz báo ngừng ngay nhưng vẫn nhận người mới chừng này, để máy cân bằng kịp đưa họ sang máy khác.`,
				`Behind a balancer: when the server stops, /healthz says so at once and new people are still taken for this time, until the balancer sends them elsewhere.`),
		key.Duration("drain_time", &c.DrainTime, 30*time.Second, waits).
			Says(`Khi dừng, chờ người bên trong lâu nhất chừng này.`, `The longest wait for the people inside when the server stops.`),
		key.Duration("sleep_time", &c.SleepTime, 10*time.Second, waits).
			Says(`Không ai gõ gì trong thời gian này thì phiên ngủ: màn hình vẫn nguyên, bộ nhớ được trả lại, phím sau đánh thức. Kiosk không ngủ.`,
				`Without a key for this time a session sleeps: its screen stays, its memory is returned, the next key wakes it. A kiosk never sleeps.`),
	},
		c.Public.Keys("public", 10*time.Minute, time.Hour, time.Minute,
			text.Say(`Người dân: không gõ gì, cả phiên, một lệnh.`, `The public: without a key, a session, a command.`)),
		c.Staff.Keys("staff", 30*time.Minute, 12*time.Hour, 10*time.Minute, text.Say(`Cán bộ.`, `Staff.`)),
	)}
}

// listen is the form of the server's address, which is required.
var listen = key.Form{Want: key.Address.Want, Fits: key.Address.Fits, Needed: true}

// KioskKeys returns the keys of [kiosk] that identify thin clients of a lobby.
func (c *Config) KioskKeys() []key.Key {
	return []key.Key{
		key.Names("ssh_users", &c.KioskUsers, []string{}).
			Says(`Máy trạm (thin client) ở sảnh vào motcua serve qua SSH: những tên này, từ những địa chỉ này, thấy màn hình kiosk. Cần cả hai; trống là không có.

Mọi máy trong một mục gồm nhiều địa chỉ được chung số lượt tra của 4 ki-ốt: mỗi sảnh nên là một mục riêng.`,
				`Thin clients of the lobby that come to motcua serve over SSH: these users from these addresses get the kiosk. Both are needed; empty is none.

All machines of an entry of many addresses have the look-ups of four kiosks together: give each hall an entry of its own.`),
		key.Prefixes("ssh_from", &c.KioskFrom),
	}
}

// Defaults returns the configuration without any setting of an operator.
func Defaults() Config {
	c := Config{
		StartPatience: 10 * time.Second, FPS: 33, WireRate: 64 << 10,
		Public: session.Allowance{Pace: 2, Input: 64 << 10},
		Staff:  session.Allowance{Pace: 20, Input: 1 << 20, Watch: true},
	}
	key.Defaults(c.Section().Keys)
	key.Defaults(c.KioskKeys())
	return c
}

// complete fills in the defaults and checks the settings.
func (c Config) complete() (Config, error) {
	if c.StateDir == "" {
		return c, errors.New("server: no state directory")
	}
	if c.HostKey == "" {
		c.HostKey = filepath.Join(c.StateDir, "ssh_host_ed25519_key")
	}
	d := Defaults()
	c.Staff.Watch = c.Staff.Watch || c.Staff == (session.Allowance{})
	key.Fill(c.Section().Keys)
	c.StartPatience, c.FPS, c.WireRate = cmp.Or(c.StartPatience, d.StartPatience), cmp.Or(c.FPS, d.FPS), cmp.Or(c.WireRate, d.WireRate)
	c.Public.Complete(d.Public)
	c.Staff.Complete(d.Staff)
	for name, d := range map[string]time.Duration{
		"HandshakeTimeout": c.HandshakeTimeout, "EmptyTimeout": c.EmptyTimeout, "StallTimeout": c.StallTimeout,
		"GraceTime": c.GraceTime, "DrainTime": c.DrainTime, "SleepTime": c.SleepTime, "StartPatience": c.StartPatience, "Public.Idle": c.Public.Idle, "Staff.Idle": c.Staff.Idle,
	} {
		if d < 0 {
			return c, fmt.Errorf("server: %s is negative", name)
		}
	}
	return c, nil
}

// staffFiles returns the files that say who is staff.
func (c *Config) staffFiles() staff.Files {
	return staff.Files{Keys: c.StaffKeys, CAs: c.StaffCAs, Revoked: c.RevokedKeys}
}

func (c Config) allowance(r session.Role) session.Allowance {
	if r == session.RoleStaff {
		return c.Staff
	}
	return c.Public
}
