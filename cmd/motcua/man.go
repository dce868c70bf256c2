package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/config"
	"motcua/tui/line"
	"motcua/tui/text"
)

// manCommand prints one page for all commands, or writes a page of each.
func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: a.words.manUse, Short: a.words.manShort, Long: a.words.manLong, Example: "motcua man | man -l -\nmotcua man /usr/local/share/man",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				_, err := io.WriteString(a.out, line.Manual(cmd.Root(), a.lang))
				return err
			case 1:
				return a.writeManuals(args[0])
			default:
				return a.usage(cmd, a.words.oneFolder, cmd.CommandPath())
			}
		},
	}
}

// manFolders are where man(1) looks below a folder of its path for a language.
var manFolders = map[text.Lang]string{text.EN: "man1", text.VI: filepath.Join("vi", "man1")}

// writeManuals writes the pages of all commands in both languages. They tell what
// holds everywhere, not how this machine is configured.
func (a *app) writeManuals(dir string) error {
	for lang, below := range manFolders {
		folder := filepath.Join(dir, below)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return a.fail(a.words.unwritable, clean.Line(folder), a.reason(err))
		}
		for name, page := range manuals(lang) {
			file := filepath.Join(folder, name+".1")
			if err := os.WriteFile(file, []byte(page), 0o644); err != nil { //nolint:gosec // a manual is for all to read
				return a.fail(a.words.unwritable, clean.Line(file), a.reason(err))
			}
		}
	}
	return nil
}

func manuals(lang text.Lang) map[string]string {
	neutral := &app{out: io.Discard, err: io.Discard, cfg: config.Defaults(), lang: lang, words: wordsFor(lang)}
	neutral.cfg.Interface.Lang = lang
	return line.Manuals(neutral.root(), lang)
}
