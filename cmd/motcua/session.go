package main

import (
	"context"
	"io"
	"os"
	"slices"

	"github.com/spf13/pflag"

	"motcua/kiosk/config"
	"motcua/kiosk/deploy"
	"motcua/kiosk/wire"
	"motcua/themes"
)

// session is one run of the program with its configuration. The struct of a command embeds
// it, or only the console where no configuration is needed, and no command embeds another
// one's struct.
type session struct {
	console
	args   []string // of the command line, to read the configuration again
	cfg    config.Config
	cfgErr error        // reported by the command that needs the configuration
	wiring *wire.Wiring // built from cfg
	pager  *pager       // of this terminal; nil: none
}

// load reads the configuration before the command tree is built, because the help is in the
// person's language.
func (s *session) load(args []string) {
	s.args = args
	s.cfg, s.cfgErr = loadConfig(args)
	s.lang = s.cfg.Interface.Lang
	for _, arg := range args {
		s.cfg.Offline = s.cfg.Offline || arg == "--offline"
	}
	s.wiring = wire.New(s.cfg, config.StateDir(os.Getenv), version())
}

func loadConfig(args []string) (config.Config, error) {
	// Where nobody sits, an older program must not stay down because of a newer one's file.
	unattended := slices.Contains([]string{"serve", "kiosk"}, commandOf(args))
	return config.Load(config.Inputs{Flags: globalFlags(args), Getenv: os.Getenv, Themes: themes.Names(), Lenient: unattended})
}

// open builds the service.
func (s *session) open(ctx context.Context) (*wire.Opened, error) {
	if s.cfgErr != nil {
		return nil, s.cfgErr
	}
	return s.wiring.Open(ctx)
}

func (s *session) close() {
	s.pager.close()
	if s.wiring != nil {
		s.wiring.Close()
	}
}

// globalFlags finds the flags that belong to the configuration in a command line whose
// other flags are not known yet.
func globalFlags(args []string) map[string]string {
	fs := parseGlobal(args)
	given := map[string]string{}
	fs.Visit(func(f *pflag.Flag) {
		// Another command may have its own --listen.
		if f.Value.Type() == "string" && (fs.Arg(0) == "serve" || fs.Arg(0) == "health" || !slices.Contains(serveFlags, f.Name)) &&
			(fs.Arg(0) == "kiosk" || !slices.Contains(kioskFlags, f.Name)) {
			given[f.Name] = f.Value.String()
		}
	})
	return given
}

// commandOf returns the first command of a command line, empty when there is none.
func commandOf(args []string) string { return parseGlobal(args).Arg(0) }

func parseGlobal(args []string) *pflag.FlagSet {
	fs := pflag.NewFlagSet("", pflag.ContinueOnError)
	fs.ParseErrorsAllowlist.UnknownFlags = true
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	fs.BoolP("help", "h", false, "")
	fs.Bool("json", false, "")
	fs.Bool("offline", false, "")
	for _, name := range slices.Concat([]string{"config", "lang", "theme"}, serveFlags, kioskFlags) {
		fs.String(name, "", "")
	}
	_ = fs.Parse(args) // the real parse reports errors
	return fs
}

// inside returns the command line with which root runs a command of this program as the
// service with the current configuration does: with its account, its folder and its
// credentials.
func (s *session) inside(args ...string) string {
	var credentials []string
	for _, system := range s.cfg.Systems {
		credentials = append(credentials, system.Credentials()...)
	}
	return deploy.UnitOf(s.cfg.File).Run(thisProgram(), credentials, args...)
}

// maintained is the environment in which root, who maintains a service, sees that service's
// folder. Only commands that change nothing there use it: a file that root made is of no use
// to the service.
func (s *session) maintained() func(string) string {
	if os.Geteuid() != 0 {
		return os.Getenv
	}
	return deploy.OfService(os.Getenv, s.cfg.File, deploy.VarLib)
}

// needsSecrets returns an error when systems cannot be asked because their secrets are only
// available inside the service.
func (s *session) needsSecrets() error {
	if outside := s.cfg.Outside(); len(outside) > 0 && !s.cfg.UsesSample() {
		return &config.Error{Problems: outside}
	}
	return nil
}

// thisProgram returns the path of the program, for a command line.
func thisProgram() string {
	if name, err := os.Executable(); err == nil {
		return name
	}
	return "motcua"
}
