package main

import (
	"io"
	"slices"

	"github.com/spf13/pflag"
)

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
