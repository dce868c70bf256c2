package doctor

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"syscall"
	"time"

	"motcua/client/clean"
	"motcua/kiosk/audit"
	"motcua/kiosk/config"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/limit/shared"
	"motcua/kiosk/staff"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Server contains the settings that `motcua serve` would start with, and functions to try
// them.
type Server struct {
	StateDir string // empty: none is configured
	HostKey  string // its file, which need not exist yet
	AuditKey string // likewise
	Budgets  string // likewise
	Trace    string // $TEA_TRACE

	// Free tries to listen on an address and releases it.
	Free func(addr string) error
	// Writable tries to write into a folder, which it creates if it may.
	Writable func(dir string) error
	// Account is the account that the server runs as.
	Account keyfile.Account
	// Staff reads the files of staff as the server does, and returns what is skipped in
	// them.
	Staff func() []staff.Problem
	// Files returns how many files the process may open; ok is false where the system does
	// not say.
	Files func() (n uint64, ok bool)
	// Store asks the store that this server shares with others; nil: it counts alone.
	Store func(ctx context.Context) shared.Report
}

// ServerOf returns the files of the server with that configuration, and functions to try it
// on this machine.
func ServerOf(ctx context.Context, cfg config.Config, getenv func(string) string) Server {
	state := cfg.ServerState(getenv)
	account := keyfile.OwnerOf(string(state))
	return Server{
		Store:    storeOf(cfg, state),
		StateDir: string(state), HostKey: cfg.HostKeyFile(state), AuditKey: state.File(config.AuditKeyName), Budgets: state.File(config.BudgetsName),
		Account: account, Trace: getenv("TEA_TRACE"),
		Free: func(addr string) error {
			l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
			if err != nil {
				return err
			}
			return l.Close()
		},
		Writable: writable, Files: openFiles,
		Staff: func() []staff.Problem {
			s := cfg.Server
			return staff.ReadAs(account, staff.Files{Keys: s.StaffKeys, CAs: s.StaffCAs, Revoked: s.RevokedKeys}).Problems()
		},
	}
}

// storeOf returns a function that asks the servers' common store, if there is one.
func storeOf(cfg config.Config, state config.State) func(context.Context) shared.Report {
	if cfg.Cluster.Store == "" {
		return nil
	}
	return func(ctx context.Context) shared.Report {
		o, err := cfg.Cluster.Options()
		if err != nil {
			return shared.Report{Cause: "files", Err: err}
		}
		key, err := audit.ReadKey(state.File(config.AuditKeyName), keyfile.OwnerOf(string(state)))
		if err != nil {
			return shared.Report{Cause: "files", Err: err}
		}
		o.Also = key.ID
		return shared.Check(ctx, o)
	}
}

// checkCluster checks whether the servers' common store can be used.
func checkCluster(ctx context.Context, e *Env) []Finding {
	if e.ConfigErr != nil || e.Server.Store == nil {
		return nil
	}
	addr := e.Config.Cluster.Store
	r := e.Server.Store(ctx)
	if r.Cause != "" {
		why, ok := operator.DoctorStoreCauses[r.Cause]
		if !ok {
			why = text.Same(clean.Line(fmt.Sprint(r.Err)))
		}
		return []Finding{e.finding("cluster", StateFail, e.say(operator.DoctorStoreAway, addr, why.In(e.Lang)), operator.DoctorDoStore)}
	}
	var list []Finding
	if r.Evicts != "" {
		list = append(list, e.finding("cluster", StateFail, e.say(operator.DoctorStoreEvicts, addr, clean.Line(r.Evicts)), operator.DoctorDoStoreEvicts))
	}
	if r.Saves {
		list = append(list, e.finding("cluster", StateWarn, e.say(operator.DoctorStoreSaves, addr), operator.DoctorDoStoreSaves))
	}
	if r.Took > e.Config.Cluster.Timeout {
		list = append(list, e.finding("cluster", StateWarn, e.say(operator.DoctorStoreSlow, addr, r.Took.Round(time.Millisecond), e.Config.Cluster.Timeout), operator.DoctorDoStore))
	}
	if list == nil {
		list = append(list, e.finding("cluster", StateOK, e.say(operator.DoctorStoreAnswers, addr, r.Took.Round(100*time.Microsecond), e.Config.Cluster.Servers), text.Said{}))
	}
	return list
}

// spareFiles are for the program itself: libraries, the catalogue, portals, metrics.
const spareFiles = 64

// winInUse is WSAEADDRINUSE, which Windows returns instead of EADDRINUSE.
const winInUse = syscall.Errno(10048)

// checkServer checks whether a server could start here now. When a server already runs, it
// uses the address; that is a note and not a fault.
func checkServer(_ context.Context, e *Env) []Finding {
	s, cfg := e.Server, e.Config.Server
	if e.ConfigErr != nil || s.Free == nil {
		return nil
	}
	var list []Finding
	add := func(st State, sentence string, do text.Said) {
		list = append(list, e.finding("server", st, sentence, do))
	}
	listens := func(addr string) {
		switch err := s.Free(addr); {
		case err == nil:
		case errors.Is(err, syscall.EADDRINUSE), errors.Is(err, winInUse):
			add(StateWarn, e.say(operator.DoctorInUse, addr), operator.DoctorDoInUse)
		case errors.Is(err, fs.ErrPermission):
			add(StateFail, e.say(operator.DoctorNoPort, addr), operator.DoctorDoNoPort)
		default:
			add(StateFail, e.say(operator.DoctorNoListen, addr, clean.Line(err.Error())), operator.DoctorDoListen)
		}
	}
	listens(cfg.Listen)
	if cfg.Metrics != "" {
		listens(cfg.Metrics)
		if !local(cfg.Metrics) {
			add(StateWarn, e.say(operator.DoctorMetricsOpen, cfg.Metrics), operator.DoctorDoMetrics)
		}
	}
	if s.Trace != "" {
		add(StateFail, e.say(operator.DoctorTrace), operator.DoctorDoTrace)
	}
	e.keys(add)
	if n, ok := s.Files(); ok {
		// A connection uses one file.
		if need := uint64(max(e.Config.Limits.Connections.All, 0)) + spareFiles; n < need {
			add(StateWarn, e.say(operator.DoctorFewFiles, n, e.Config.Limits.Connections.All, need), operator.DoctorDoFiles)
		}
	}
	if list == nil {
		add(StateOK, e.say(operator.DoctorCanServe, cfg.Listen), text.Said{})
	}
	return list
}

// keys checks the files that the server reads.
func (e *Env) keys(add func(State, string, text.Said)) {
	s := e.Server
	if s.StateDir == "" {
		add(StateFail, e.say(operator.DoctorNoState), operator.DoctorDoState)
	} else if err := s.Writable(s.StateDir); err != nil {
		add(StateFail, e.say(operator.DoctorStateShut, clean.Line(s.StateDir), clean.Line(err.Error())), operator.DoctorDoState)
	}
	for _, err := range []error{
		e.Config.CheckFile(s.Account), s.check(s.StateDir, keyfile.Folder), s.check(s.HostKey, keyfile.Secret), s.check(s.AuditKey, keyfile.Secret),
		s.check(s.Budgets, keyfile.Trusted),
	} {
		var open *keyfile.Problem
		if errors.As(err, &open) {
			add(StateFail, open.Says(e.Lang), open.Do())
		}
	}
	for _, p := range s.Staff() {
		add(StateFail, p.In(e.Lang), operator.DoctorDoStaff)
	}
}

func (s Server) check(path string, use keyfile.Use) error {
	if path == "" {
		return nil
	}
	return s.Account.Check(path, use)
}

// local reports whether an address can only be reached from this machine.
func local(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	ip := net.ParseIP(host)
	return err == nil && (host == "localhost" || ip != nil && ip.IsLoopback())
}
