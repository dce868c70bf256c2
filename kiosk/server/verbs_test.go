package server

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"motcua/tui/line"
	"motcua/tui/text"
)

// The server offers the verbs of the table that run over SSH, and no others.
func TestVerbsOfTheTable(t *testing.T) {
	before := line.Verbs
	t.Cleanup(func() { line.Verbs = before }) // after the server has ended
	trial := func(name string, remote bool) line.Verb {
		return line.Verb{
			Name: name, Aliases: []string{name + "2"}, Remote: remote,
			Words: func(*text.Line) line.VerbWords { return line.VerbWords{Short: "short words of " + name} },
			Build: func(d line.Deps, cmd *cobra.Command) {
				cmd.RunE = func(*cobra.Command, []string) error { _, err := fmt.Fprintln(d.Out, "tried"); return err }
			},
		}
	}
	line.Verbs = append(slices.Clone(line.Verbs), trial("far", true), trial("near", false))
	r := start(t)
	for _, command := range []string{"far", "far2"} {
		if got := r.run(anyone(), "", command); got.code != 0 || got.out != "tried\n" {
			t.Errorf("%s: %+v", command, got)
		}
	}
	if got := r.run(anyone(), "", "help"); !strings.Contains(got.out, "short words of far") || strings.Contains(got.out, "near") {
		t.Errorf("the help: %+v", got)
	}
	for _, command := range []string{"near", "near2"} {
		got := r.run(anyone(), "", command)
		if got.code != line.ExitUsage || !strings.Contains(got.err, "The only commands here: track, search, show, far, help, version, line.") {
			t.Errorf("%s: %+v", command, got)
		}
	}
}
