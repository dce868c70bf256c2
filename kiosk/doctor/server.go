package doctor

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"syscall"

	"motcua/client/clean"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/staff"
	"motcua/tui/text"
)

// Server is what `motcua serve` would start with, and the ways to try it.
type Server struct {
	StateDir string // empty: nothing names one
	HostKey  string // its file, which need not be there yet
	AuditKey string // likewise
	Budgets  string // likewise
	Trace    string // $TEA_TRACE

	// Free tries to listen on an address and lets go of it.
	Free func(addr string) error
	// Writable tries to write into a folder, which it makes when it may.
	Writable func(dir string) error
	// Account is the one by which the server runs.
	Account keyfile.Account
	// Staff reads the files of staff as the server does, and tells what in them does
	// not count.
	Staff func() []staff.Problem
	// Files is how many files the process may open; ok is false where the system
	// does not say.
	Files func() (n uint64, ok bool)
}

// spareFiles are the program's own: libraries, the catalogue, portals, metrics.
const spareFiles = 64

// winInUse is WSAEADDRINUSE, which Windows says in the place of EADDRINUSE.
const winInUse = syscall.Errno(10048)

// checkServer tells whether a server could start here now. A server that runs
// already holds its address; that is a note and no fault.
func checkServer(_ context.Context, e *Env) []Finding {
	s, cfg := e.Server, e.Config.Server
	if e.ConfigErr != nil || s.Free == nil {
		return nil
	}
	var list []Finding
	add := func(st State, sentence string, do pair) { list = append(list, e.finding("server", st, sentence, do)) }
	listens := func(addr string) {
		switch err := s.Free(addr); {
		case err == nil:
		case errors.Is(err, syscall.EADDRINUSE), errors.Is(err, winInUse):
			add(StateWarn, e.say(sayInUse, addr), doInUse)
		case errors.Is(err, fs.ErrPermission):
			add(StateFail, e.say(sayNoPort, addr), doNoPort)
		default:
			add(StateFail, e.say(sayNoListen, addr, clean.Line(err.Error())), doListen)
		}
	}
	listens(cfg.Listen)
	if cfg.Metrics != "" {
		listens(cfg.Metrics)
		if !local(cfg.Metrics) {
			add(StateWarn, e.say(sayMetricsOpen, cfg.Metrics), doMetrics)
		}
	}
	if s.Trace != "" {
		add(StateFail, e.say(sayTrace), doTrace)
	}
	e.keys(add)
	if n, ok := s.Files(); ok {
		// A connection is one file.
		if need := uint64(max(e.Config.Limits.Connections.All, 0)) + spareFiles; n < need {
			add(StateWarn, e.say(sayFewFiles, n, e.Config.Limits.Connections.All, need), doFiles)
		}
	}
	if list == nil {
		add(StateOK, e.say(sayCanServe, cfg.Listen), pair{})
	}
	return list
}

// keys looks at the files that the server reads.
func (e *Env) keys(add func(State, string, pair)) {
	s := e.Server
	if s.StateDir == "" {
		add(StateFail, e.say(sayNoState), doState)
	} else if err := s.Writable(s.StateDir); err != nil {
		add(StateFail, e.say(sayStateShut, clean.Line(s.StateDir), clean.Line(err.Error())), doState)
	}
	for _, err := range []error{
		e.Config.CheckFile(s.Account), s.check(s.StateDir, keyfile.Folder), s.check(s.HostKey, keyfile.Secret), s.check(s.AuditKey, keyfile.Secret),
		s.check(s.Budgets, keyfile.Trusted),
	} {
		var open *keyfile.Problem
		if errors.As(err, &open) {
			add(StateFail, open.Says(e.Lang), pair{open.ToDo(text.VI), open.ToDo(text.EN)})
		}
	}
	for _, p := range s.Staff() {
		add(StateFail, p.In(e.Lang), doStaff)
	}
}

func (s Server) check(path string, use keyfile.Use) error {
	if path == "" {
		return nil
	}
	return s.Account.Check(path, use)
}

// local tells whether only this machine reaches an address.
func local(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	ip := net.ParseIP(host)
	return err == nil && (host == "localhost" || ip != nil && ip.IsLoopback())
}

var (
	sayCanServe    = pair{"motcua serve chạy được ở %s.", "motcua serve can start on %s."}
	sayInUse       = pair{"%s đang có chương trình dùng.", "%s is in use."}
	doInUse        = pair{"Nếu đó không phải motcua serve đang chạy, đổi địa chỉ trong [server].", "Unless that is motcua serve itself, change the address in [server]."}
	sayNoPort      = pair{"tài khoản này không được nghe ở %s.", "this account may not listen on %s."}
	doNoPort       = pair{"Dùng cổng từ 1024 trở lên, hoặc cho dịch vụ quyền CAP_NET_BIND_SERVICE.", "Use a port from 1024 on, or give the service CAP_NET_BIND_SERVICE."}
	sayNoListen    = pair{"không nghe được ở %s (%s).", "cannot listen on %s (%s)."}
	doListen       = pair{"Xem lại địa chỉ trong [server].", "Look at the address in [server]."}
	sayMetricsOpen = pair{"số đo ở %s máy khác cũng đọc được.", "other machines can read the metrics on %s."}
	doMetrics      = pair{"Đặt server.metrics là địa chỉ của riêng máy này, như 127.0.0.1:9222, hoặc chặn ở tường lửa.", "Set server.metrics to an address of this machine alone, as 127.0.0.1:9222, or close it in the firewall."}
	sayTrace       = pair{"TEA_TRACE đang được đặt: máy chủ không chạy, vì mọi phím gõ sẽ bị ghi ra tệp.", "TEA_TRACE is set: the server does not start, as every key would be written to a file."}
	doTrace        = pair{"Bỏ biến TEA_TRACE.", "Unset TEA_TRACE."}
	sayNoState     = pair{"chưa biết để khoá máy chủ ở đâu.", "there is no place for the host key."}
	sayStateShut   = pair{"không ghi được vào %s, nơi để khoá máy chủ (%s).", "%s, the place of the host key, cannot be written to (%s)."}
	doState        = pair{"Đặt server.state_dir là thư mục mà tài khoản của máy chủ ghi được.", "Set server.state_dir to a folder that the server's account may write."}
	doStaff        = pair{"Sửa dòng hay tệp ấy, hoặc đường dẫn trong server.staff_keys, staff_cas, revoked_keys.", "Mend that line or file, or the path in server.staff_keys, staff_cas, revoked_keys."}
	sayFewFiles    = pair{"chỉ mở được %d tệp; %d kết nối cần %d.", "only %d files may be open; %d connections need %d."}
	doFiles        = pair{"Tăng LimitNOFILE của dịch vụ (ulimit -n), hoặc giảm limits.connections.", "Raise LimitNOFILE of the service (ulimit -n), or lower limits.connections."}
)
