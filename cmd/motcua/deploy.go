package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/deploy"
	"motcua/tui/text/operator"
)

// deployCommand returns `motcua deploy` with `server` and `kiosk`.
func deployCommand(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use: "deploy", Short: operator.DeployShort.In(c.lang), Long: operator.DeployLong.In(c.lang), Example: "motcua deploy server --to ./motcua-server",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return c.unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	var to string
	sub := &cobra.Command{
		Use: "server", Short: operator.DeployServerShort.In(c.lang), Long: operator.DeployServerLong.In(c.lang), Example: "motcua deploy server --to ./motcua-server",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.none(cmd, args); err != nil {
				return err
			}
			if to == "" {
				return c.usage(cmd, "%s", operator.DeployNeedTo.In(c.lang))
			}
			return deployServer(c, to)
		},
	}
	sub.Flags().StringVar(&to, "to", "", operator.DeployFlagTo.In(c.lang))
	_ = sub.MarkFlagDirname("to")
	cmd.AddCommand(sub, deployKioskCommand(c))
	return cmd
}

// binaryPlace is the place for an operator's own programs (Filesystem Hierarchy Standard,
// 4.9).
const binaryPlace = "/usr/local/bin/motcua"

func deployServer(c *console, to string) error {
	files, err := deploy.Server(binaryPlace)
	if err != nil {
		return err
	}
	return writeFiles(c, to, files)
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

// libraryPlace is the place for an operator's own scripts (Filesystem Hierarchy Standard,
// 4.9).
const libraryPlace = "/usr/local/lib/motcua"

// deployKioskCommand returns `motcua deploy kiosk`.
func deployKioskCommand(c *console) *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use: operator.DeployKioskUse.In(c.lang), Short: operator.DeployKioskShort.In(c.lang), Long: operator.DeployKioskLong.In(c.lang), Example: "motcua deploy kiosk ./motcua-kiosk",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 1 && to == "":
				to = args[0]
			case len(args) > 0:
				return c.usage(cmd, "%s", operator.DeployKioskOneFolder.In(c.lang))
			case to == "":
				return c.usage(cmd, "%s", operator.DeployNeedTo.In(c.lang))
			}
			files, err := deploy.Kiosk(binaryPlace, libraryPlace)
			if err != nil {
				return err
			}
			return writeFiles(c, to, files)
		},
	}
	cmd.Flags().StringVar(&to, "to", "", operator.DeployFlagTo.In(c.lang))
	_ = cmd.MarkFlagDirname("to")
	return cmd
}
