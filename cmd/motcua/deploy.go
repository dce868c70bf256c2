package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/deploy"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// The places for an operator's own programs and their scripts (Filesystem Hierarchy
// Standard, 4.9), and for a program that a package installed.
const (
	binaryPlace   = "/usr/local/bin/motcua"
	libraryPlace  = "/usr/local/lib/motcua"
	packagedPlace = "/usr/bin/motcua"
)

// place returns where an installation has the program.
func place() string {
	if thisProgram() == packagedPlace {
		return packagedPlace
	}
	return binaryPlace
}

// installation is something that motcua deploy writes the files of.
type installation struct {
	use, short, long text.Said
	example          string
	files            func(binary string) ([]deploy.File, error)
}

var installations = []installation{
	{
		use: operator.DeployServerUse, short: operator.DeployServerShort, long: operator.DeployServerLong, example: "motcua deploy server ./motcua-server",
		files: deploy.Server,
	},
	{
		use: operator.DeployKioskUse, short: operator.DeployKioskShort, long: operator.DeployKioskLong, example: "motcua deploy kiosk ./motcua-kiosk",
		files: func(binary string) ([]deploy.File, error) { return deploy.Kiosk(binary, libraryPlace) },
	},
	{
		use: operator.DeployClusterUse, short: operator.DeployClusterShort, long: operator.DeployClusterLong, example: "motcua deploy cluster ./motcua-cluster",
		files: deploy.Cluster,
	},
}

// deployCommand returns `motcua deploy` with `server`, `kiosk` and
// `cluster`.
func deployCommand(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use: "deploy", Short: operator.DeployShort.In(c.lang), Long: operator.DeployLong.In(c.lang), Example: installations[0].example,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return c.unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	for _, i := range installations {
		cmd.AddCommand(i.command(c))
	}
	return cmd
}

func (i installation) command(c *console) *cobra.Command {
	return &cobra.Command{
		Use: i.use.In(c.lang), Short: i.short.In(c.lang), Long: i.long.In(c.lang), Example: i.example,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return c.usage(cmd, operator.DeployOneFolder.In(c.lang), cmd.CommandPath())
			}
			files, err := i.files(place())
			if err != nil {
				return err
			}
			return writeFiles(c, args[0], files)
		},
	}
}

// writeFiles writes files into a folder and reports them.
func writeFiles(c *console, to string, files []deploy.File) error {
	names, err := deploy.Write(to, files)
	for _, n := range names {
		if _, err := fmt.Fprintf(c.out, operator.DeployDone.In(c.lang)+"\n", clean.Line(n)); err != nil {
			return err
		}
	}
	var bad *deploy.FileError
	switch {
	case errors.As(err, &bad) && errors.Is(err, fs.ErrExist):
		return c.fail(operator.DeployExists.In(c.lang), clean.Line(bad.Name))
	case errors.As(err, &bad):
		return c.fail(operator.DeployFailed.In(c.lang), clean.Line(bad.Name), c.reason(bad.Err))
	case err != nil:
		return err
	}
	_, err = fmt.Fprintf(c.out, operator.DeployNext.In(c.lang)+"\n", clean.Line(filepath.Join(to, deploy.Readme)))
	return err
}
