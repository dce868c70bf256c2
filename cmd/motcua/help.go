package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/tui/text"
)

// headings gives the help its headings, and what may follow a command, in the
// person's language: fang writes them in English, each heading with one Write of
// its own.
func (a *app) headings(w io.Writer) io.Writer {
	if a.lang == text.EN {
		return w
	}
	h := &headingWriter{w: w, words: a.words.headings, rests: a.words.rests}
	if f, ok := w.(fileWriter); ok {
		return &headingFile{headingWriter: h, fileWriter: f}
	}
	return h
}

type headingWriter struct {
	w     io.Writer
	words map[string]string
	rests map[string]string // as wide as what they stand for: fang has filled the line
	help  bool              // the first heading was written: no answer comes any more
}

// Write passes everything on but a lone heading, and after one what may follow
// a command.
func (h *headingWriter) Write(p []byte) (int, error) {
	const longest = 200 // a heading with its styles; answers are not searched
	said := p
	if len(p) <= longest {
		word := strings.TrimSpace(ansi.Strip(string(p)))
		if own, ok := h.words[word]; ok {
			said, h.help = bytes.Replace(p, []byte(word), []byte(own), 1), true
		}
	}
	if h.help {
		for rest, own := range h.rests {
			said = bytes.ReplaceAll(said, []byte(rest), []byte(own))
		}
	}
	if _, err := h.w.Write(said); err != nil {
		return 0, err
	}
	return len(p), nil
}

// fileWriter is what the libraries look for to tell a terminal from a pipe.
type fileWriter interface {
	io.ReadWriteCloser
	Fd() uintptr
}

type headingFile struct {
	*headingWriter
	fileWriter
}

// Write is the heading writer's: both embedded types have one.
func (h *headingFile) Write(p []byte) (int, error) { return h.headingWriter.Write(p) }

// helpCommand is `motcua help COMMAND`.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [command]",
		Short: a.words.helpShort,
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || target == nil || len(rest) > 0 {
				return a.unknownCommand(cmd.Root(), strings.Join(args, " "))
			}
			return target.Help()
		},
	}
}

// describeCompletion puts the library's own command into the person's words.
func (a *app) describeCompletion(root *cobra.Command) {
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil || cmd == root {
		return
	}
	cmd.Short, cmd.Long = a.words.completionShort, a.words.completionLong
	for _, shell := range cmd.Commands() {
		shell.Short, shell.Long = shell.Name(), a.words.completionLong
	}
}

func (a *app) unknownCommand(cmd *cobra.Command, typed string) error {
	sentence := fmt.Sprintf(a.words.unknownCommand, client.Clean(typed))
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(typed); len(near) > 0 {
		sentence += "\n" + fmt.Sprintf(a.words.didYouMean, near[0])
	}
	return a.usage(cmd, "%s", sentence)
}

// none is cobra.NoArgs in the person's words.
func (a *app) none(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return a.usage(cmd, a.words.noArguments, cmd.CommandPath())
	}
	return nil
}
