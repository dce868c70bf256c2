package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"motcua/client"
	"motcua/client/review"
	"motcua/client/store"
	"motcua/kiosk/config"
	"motcua/kiosk/terminal"
	"motcua/themes"
	"motcua/tui/line"
	"motcua/tui/text"
)

// app is one run of the program.
type app struct {
	in       io.Reader
	out, err io.Writer
	lang     text.Lang
	words    *words

	args   []string // of the command line, for reading the configuration again
	cfg    config.Config
	cfgErr error // said by the command that needs the configuration

	kept    *store.Store // see store
	meter   client.Meter // what look-ups cost on the line
	src     sources      // once the service is open
	reports reports      // of sources and catalogue, to log and metrics

	// reviews are the pages that an office went through; trust tells what other
	// accounts may do with their files, nil for who serves nobody but themselves.
	reviews review.Shelf
	trust   func(path string) error

	varLib  string // where services have their folders, see tellServices
	closers []func()

	// hungUp is closed when the terminal that shows the answers is gone; nil where
	// there is none.
	hungUp <-chan struct{}

	// endsItself is called by a command that handles the end of its context.
	endsItself func()
}

// run is the whole program; it gives the exit code.
func run() int {
	// SIGTERM is left to the system, and to the interface's own handler.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	enableEscapes(os.Stdout, os.Stderr)
	a := &app{in: os.Stdin, out: &output{file: os.Stdout}, err: os.Stderr, varLib: varLib}
	defer a.close()
	a.load(os.Args[1:])
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	a.watchTerminal()
	a.onHangUp(cancel)

	// A command that sits in a read does not see the context end: give it a
	// moment, then leave as a shell expects.
	leave := context.AfterFunc(ctx, func() {
		time.AfterFunc(leaveGrace, func() { os.Exit(a.brokenOff()) })
	})
	defer leave() // before stop, which ends the context as well
	a.endsItself = func() { leave() }
	err := a.root().ExecuteContext(ctx)
	if ctx.Err() != nil && err != nil {
		return a.brokenOff() // a command that was made to be stopped ends without an error
	}
	return a.exitCode(err)
}

// watchTerminal looks whether the terminal that shows the answers hangs up. SIGHUP
// ends the program as well, unless whoever started it had that ignored.
func (a *app) watchTerminal() {
	if isTerminal(a.out) {
		f, _ := fileOf(a.out)
		a.hungUp = terminal.Gone(f)
	}
}

// onHangUp calls end when that terminal has hung up.
func (a *app) onHangUp(end context.CancelFunc) {
	if a.hungUp != nil {
		go func() {
			<-a.hungUp
			end()
		}()
	}
}

// brokenOff is the exit code of what did not come to its end.
func (a *app) brokenOff() int {
	select {
	case <-a.hungUp:
		return line.ExitHungUp
	default:
		return line.ExitInterrupted
	}
}

// leaveGrace is how long a command may take to end when it is broken off.
const leaveGrace = 200 * time.Millisecond

// load reads the configuration before the command tree is built, because the
// help is written in the person's language.
func (a *app) load(args []string) {
	a.args = args
	a.cfg, a.cfgErr = loadConfig(args)
	a.lang = a.cfg.Interface.Lang
	a.words = wordsFor(a.lang)
	for _, arg := range args {
		a.cfg.Offline = a.cfg.Offline || arg == "--offline"
	}
}

func loadConfig(args []string) (config.Config, error) {
	return config.Load(config.Inputs{Flags: globalFlags(args), Getenv: os.Getenv, Themes: themes.Names()})
}

// root is the command tree.
func (a *app) root() *cobra.Command {
	w := a.words
	root := &cobra.Command{
		Use:     "motcua",
		Short:   text.For(a.lang).Line.RootShort,
		Long:    w.rootLong,
		Example: w.rootExample,
		Version: version(),
		Args:    cobra.ArbitraryArgs,
		// What went wrong is said by exitCode, in the person's language.
		SilenceErrors: true, SilenceUsage: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return a.ready(cmd) },
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.unknownCommand(cmd, args[0])
			}
			return a.runInterface(cmd.Context())
		},
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetHelpFunc(line.Help(a.lang, a.width()))
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.SetFlagErrorFunc(a.flagError)

	flags := root.PersistentFlags()
	flags.Bool("json", false, text.For(a.lang).Line.FlagJSON)
	flags.String("lang", string(a.lang), text.For(a.lang).Line.FlagLang)
	flags.String("theme", a.cfg.Interface.Theme, w.flagTheme+" "+strings.Join(themes.Names(), ", "))
	flags.String("config", a.cfg.File, w.flagConfig)
	flags.Bool("offline", false, w.flagOffline)
	_ = root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(config.Langs(), cobra.ShellCompDirectiveNoFileComp))
	_ = root.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(themes.Names(), cobra.ShellCompDirectiveNoFileComp))
	root.Flags().BoolP("version", "v", false, w.flagVersion)

	line.AddTo(root, a.lineDeps())
	root.AddCommand(a.sandboxCommand(), a.doctorCommand(), a.configCommand(), a.syncCommand())
	root.AddCommand(a.kioskCommand(), a.serveCommand(), a.sshConfigCommand(), a.deployCommand(), a.papersCommand())
	root.SetHelpCommand(a.helpCommand())
	root.AddCommand(a.manCommand())
	root.InitDefaultCompletionCmd()
	a.describeCompletion(root)
	return root
}

// ready tells what keeps a look-up from being made at all.
func (a *app) ready(cmd *cobra.Command) error {
	verb, ok := line.FindVerb(cmd.Name())
	switch {
	case !ok:
		return nil
	case a.cfgErr != nil:
		return a.cfgErr
	case verb.Needs != line.NeedsDossiers:
		return nil
	case !a.cfg.UsesSample() && a.cfg.National.URL == "" && len(a.cfg.Systems) == 0:
		return a.fail("%s", a.words.noSystem)
	default:
		return a.needsSecrets()
	}
}

func (a *app) close() {
	for _, f := range slices.Backward(a.closers) { // clients before the portal they ask
		f()
	}
}

// version is what the Go tool stamped into the binary.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}

// globalFlags finds the flags that decide the configuration in a command line
// whose other flags are not known yet.
func globalFlags(args []string) map[string]string {
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
	_ = fs.Parse(args) // the real parse tells what is wrong
	given := map[string]string{}
	fs.Visit(func(f *pflag.Flag) {
		// Another command may have a --listen of its own.
		if f.Value.Type() == "string" && (fs.Arg(0) == "serve" || !slices.Contains(serveFlags, f.Name)) &&
			(fs.Arg(0) == "kiosk" || !slices.Contains(kioskFlags, f.Name)) {
			given[f.Name] = f.Value.String()
		}
	})
	return given
}
