package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/config"
	"motcua/tui/line/exit"
	"motcua/tui/line/manual"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// manCommand returns `motcua man`, which prints one page for all commands, or writes a page
// for each.
func manCommand(c *console) *cobra.Command {
	return &cobra.Command{
		Use: operator.ManUse.In(c.lang), Short: operator.ManShort.In(c.lang), Long: operator.ManLong.In(c.lang), Example: "motcua man | man -l -\nmotcua man /usr/local/share/man",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				_, err := io.WriteString(c.out, manual.Page(cmd.Root(), c.lang, exit.Words(c.lang)))
				return err
			case 1:
				return writeManuals(c, args[0])
			default:
				return c.usage(cmd, operator.OneFolder.In(c.lang), cmd.CommandPath())
			}
		},
	}
}

// manFolders are the folders in which man(1) looks for each language, below a folder of its
// path.
var manFolders = map[text.Lang]string{text.EN: "man1", text.VI: filepath.Join("vi", "man1")}

// writeManuals writes the pages of all commands in both languages. They do not depend on
// this machine's configuration.
func writeManuals(c *console, dir string) error {
	for lang, below := range manFolders {
		folder := filepath.Join(dir, below)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return c.fail(operator.Unwritable.In(c.lang), clean.Line(folder), c.reason(err))
		}
		for name, page := range manuals(lang) {
			file := filepath.Join(folder, name+".1")
			if err := os.WriteFile(file, []byte(page), 0o644); err != nil { //nolint:gosec // everybody may read a manual
				return c.fail(operator.Unwritable.In(c.lang), clean.Line(file), c.reason(err))
			}
		}
	}
	return nil
}

func manuals(lang text.Lang) map[string]string {
	neutral := &session{console: console{out: io.Discard, err: io.Discard, lang: lang}, cfg: config.Defaults()}
	neutral.cfg.Interface.Lang = lang
	return manual.Pages(neutral.root(), lang, exit.Words(lang))
}
