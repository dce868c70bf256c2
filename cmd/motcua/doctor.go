package main

import (
	"context"
	"os"
	"time"

	"github.com/spf13/cobra"

	"motcua/client/facts"
	"motcua/client/office"
	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/doctor"
	"motcua/kiosk/wire"
	"motcua/tui/line/exit"
	"motcua/tui/text/operator"
)

// doctorCommand returns `motcua doctor`.
func doctorCommand(s *session) *cobra.Command {
	var kiosk bool
	cmd := &cobra.Command{
		Use: "doctor", Short: operator.DoctorShort.In(s.lang), Long: operator.DoctorLong.In(s.lang), Example: "motcua doctor\nmotcua doctor --json\nmotcua doctor --kiosk",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.none(cmd, args); err != nil {
				return err
			}
			env, err := doctorEnv(cmd.Context(), s)
			if err != nil {
				return err
			}
			if kiosk {
				in, _ := s.in.(*os.File)
				env.Kiosk = doctor.KioskOf(s.cfg.Kiosk, in, s.screen())
			}
			tell := doctor.Plain(s.out, s.lang)
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				tell = doctor.JSON(s.out)
			}
			good, err := doctor.Run(cmd.Context(), env, tell)
			if err == nil && !good {
				err = &exit.Error{Code: exit.Failed}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&kiosk, "kiosk", false, operator.DoctorFlagKiosk.In(s.lang))
	return cmd
}

func doctorEnv(ctx context.Context, s *session) (doctor.Env, error) {
	getenv := s.maintained()
	kept := wire.New(s.cfg, config.StateDir(getenv), version()).Store()
	env := doctor.Env{
		Lang: s.lang, Config: s.cfg, ConfigErr: s.cfgErr, Unknown: config.UnknownEnv(os.Environ()),
		Calendar: facts.Calendar(), Notices: facts.Notices(), Terminal: doctor.TerminalOf(s.screen(), os.Environ()), Store: doctor.StoreOf(kept), Server: doctor.ServerOf(ctx, s.cfg, getenv), Built: doctor.Built(),
		Reviews: review.Read(s.cfg.Papers.File, wire.Trusted), Trust: wire.Trusted, Reason: s.fault,
		Units: doctor.Units{Book: office.Read(s.cfg.Place.Units, wire.Trusted), Known: s.wiring.KnownUnits},
		Now:   time.Now, Inside: s.inside("doctor"),
	}
	if getenv("STATE_DIRECTORY") != os.Getenv("STATE_DIRECTORY") {
		env.Sync = s.inside("sync")
	}
	if s.cfgErr == nil {
		var err error
		if env.Calendar, err = wire.Calendar(s.cfg.Calendar); err != nil {
			return env, err
		}
		env.Notices = wire.Notices(s.cfg.Calendar)
	}
	// With an invalid configuration it is unknown which portals to ask.
	if s.cfgErr == nil && !s.cfg.Offline {
		src, err := s.wiring.Sources(ctx)
		if err != nil {
			return env, err
		}
		for _, one := range src.Asked {
			env.Portals = append(env.Portals, doctor.Portal{
				Source: one.Source, System: one.System, URL: one.URL, Sample: s.cfg.UsesSample(),
				Ask: one.Try, Date: one.Date, Outside: one.Outside, Unlisted: one.Unlisted,
			})
		}
		env.Look = src.Look
	}
	return env, nil
}
