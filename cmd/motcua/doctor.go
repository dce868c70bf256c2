package main

import (
	"context"
	"net"
	"os"
	"runtime/debug"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/client/facts"
	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/doctor"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/staff"
	"motcua/tui/line"
)

// doctorCommand is `motcua doctor`.
func (a *app) doctorCommand() *cobra.Command {
	var kiosk bool
	cmd := &cobra.Command{
		Use: "doctor", Short: a.words.doctorShort, Long: a.words.doctorLong, Example: "motcua doctor\nmotcua doctor --json\nmotcua doctor --kiosk",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			env, err := a.doctorEnv(cmd.Context())
			if err != nil {
				return err
			}
			if kiosk {
				env.Kiosk = a.doctorKiosk()
			}
			tell := doctor.Plain(a.out, a.lang)
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				tell = doctor.JSON(a.out)
			}
			good, err := doctor.Run(cmd.Context(), env, tell)
			if err == nil && !good {
				err = &line.ExitError{Code: line.ExitFailed}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&kiosk, "kiosk", false, kioskWords.flagDoctor.in(a.lang))
	return cmd
}

func (a *app) doctorEnv(ctx context.Context) (doctor.Env, error) {
	env := doctor.Env{
		Lang: a.lang, Config: a.cfg, ConfigErr: a.cfgErr, Unknown: config.UnknownEnv(os.Environ()),
		Calendar: facts.Calendar(), Terminal: a.terminal(), Store: a.doctorStore(), Server: a.doctorServer(ctx), Built: built(),
		Reviews: review.Read(a.cfg.Papers.File, trusted), Reason: a.fault,
		Now: time.Now, Inside: a.inside("doctor"),
	}
	if a.cfgErr == nil {
		var err error
		if env.Calendar, err = calendar(a.cfg.Calendar); err != nil {
			return env, err
		}
	}
	// With a broken configuration nobody knows which portals to ask.
	if a.cfgErr == nil && !a.cfg.Offline {
		src, err := a.sources(ctx)
		if err != nil {
			return env, err
		}
		for _, s := range src.asked {
			env.Portals = append(env.Portals, doctor.Portal{
				Source: s.source, System: s.system, URL: s.url, Sample: a.cfg.UsesSample(),
				Ask: s.try, Date: s.date, Outside: s.outside, Unlisted: s.unlisted,
			})
		}
		env.Look = src.look
	}
	return env, nil
}

func (a *app) terminal() doctor.Terminal {
	var t doctor.Terminal
	if t.IsTerminal = isTerminal(a.out); !t.IsTerminal {
		return t
	}
	f, _ := fileOf(a.out)
	t.Width, t.Height, _ = term.GetSize(f.Fd())
	t.Term = clean.Line(os.Getenv("TERM"))
	t.Profile = colorprofile.Detect(f, os.Environ())
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} { // the first that is set counts (POSIX)
		if v := os.Getenv(name); v != "" {
			t.Locale = clean.Line(v)
			break
		}
	}
	return t
}

// built is the time of the commit that the binary was made from.
func built() time.Time {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return time.Time{}
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			t, _ := time.Parse(time.RFC3339, s.Value)
			return t
		}
	}
	return time.Time{}
}

// doctorStore is what the doctor looks at of the catalogue on this machine.
func (a *app) doctorStore() doctor.Store {
	return doctor.Store{
		Inspect: a.store().Inspect, Writable: doctor.Writable, Room: doctor.Room,
	}
}

// doctorServer is what the doctor tries of a server.
func (a *app) doctorServer(ctx context.Context) doctor.Server {
	dir := a.serverDir()
	account := keyfile.OwnerOf(dir)
	return doctor.Server{
		StateDir: dir, HostKey: hostKeyFile(a.cfg, dir), AuditKey: auditKeyFile(dir), Budgets: budgetsIn(dir), Account: account, Trace: os.Getenv("TEA_TRACE"),
		Free: func(addr string) error {
			l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
			if err != nil {
				return err
			}
			return l.Close()
		},
		Writable: doctor.Writable, Files: doctor.OpenFiles,
		Staff: func() []staff.Problem {
			s := a.cfg.Server
			return staff.ReadAs(account, staff.Files{Keys: s.StaffKeys, CAs: s.StaffCAs, Revoked: s.RevokedKeys}).Problems()
		},
	}
}
