package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/deploy"
)

// deployCommand is `motcua deploy server` and `motcua deploy kiosk`.
func (a *app) deployCommand() *cobra.Command {
	w := serveWords
	cmd := &cobra.Command{
		Use: "deploy", Short: w.deployShort.in(a.lang), Long: w.deployLong.in(a.lang), Example: "motcua deploy server --to ./motcua-server",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	var to string
	sub := &cobra.Command{
		Use: "server", Short: w.deployServerShort.in(a.lang), Long: w.deployServerLong.in(a.lang), Example: "motcua deploy server --to ./motcua-server",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			if to == "" {
				return a.usage(cmd, "%s", w.needTo.in(a.lang))
			}
			return a.deployServer(to)
		},
	}
	sub.Flags().StringVar(&to, "to", "", w.flagTo.in(a.lang))
	_ = sub.MarkFlagDirname("to")
	cmd.AddCommand(sub, a.deployKioskCommand())
	return cmd
}

// binaryPlace is where an operator's own programs belong (Filesystem Hierarchy
// Standard, 4.9).
const binaryPlace = "/usr/local/bin/motcua"

func (a *app) deployServer(to string) error {
	files, err := deploy.Server(binaryPlace)
	if err != nil {
		return err
	}
	return a.deploy(to, files)
}

// deploy writes files into a folder and says so.
func (a *app) deploy(to string, files []deploy.File) error {
	names, err := deploy.Write(to, files)
	for _, n := range names {
		if _, err := fmt.Fprintf(a.out, serveWords.deployDone.in(a.lang)+"\n", clean.Line(n)); err != nil {
			return err
		}
	}
	var bad *deploy.FileError
	switch {
	case errors.As(err, &bad) && errors.Is(err, fs.ErrExist):
		return a.fail(serveWords.deployExists.in(a.lang), clean.Line(bad.Name))
	case errors.As(err, &bad):
		return a.fail(serveWords.deployFailed.in(a.lang), clean.Line(bad.Name), a.reason(bad.Err))
	case err != nil:
		return err
	}
	_, err = fmt.Fprintf(a.out, serveWords.deployNext.in(a.lang)+"\n", clean.Line(filepath.Join(to, deploy.Readme)))
	return err
}

// libraryPlace is where an operator's own scripts belong (Filesystem Hierarchy
// Standard, 4.9).
const libraryPlace = "/usr/local/lib/motcua"

// deployKioskCommand is `motcua deploy kiosk`.
func (a *app) deployKioskCommand() *cobra.Command {
	w := kioskWords
	var to string
	cmd := &cobra.Command{
		Use: w.deployUse.in(a.lang), Short: w.deployShort.in(a.lang), Long: w.deployLong.in(a.lang), Example: "motcua deploy kiosk ./motcua-kiosk",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 1 && to == "":
				to = args[0]
			case len(args) > 0:
				return a.usage(cmd, "%s", w.oneFolder.in(a.lang))
			case to == "":
				return a.usage(cmd, "%s", serveWords.needTo.in(a.lang))
			}
			files, err := deploy.Kiosk(binaryPlace, libraryPlace)
			if err != nil {
				return err
			}
			return a.deploy(to, files)
		},
	}
	cmd.Flags().StringVar(&to, "to", "", serveWords.flagTo.in(a.lang))
	_ = cmd.MarkFlagDirname("to")
	return cmd
}
