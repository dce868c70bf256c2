package server

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"motcua/tui/line"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
)

// The server offers exactly the verbs of the table that run over SSH.
func TestVerbsOfTheTable(t *testing.T) {
	before := line.Verbs
	t.Cleanup(func() { line.Verbs = before }) // after the server has ended
	trial := func(name string, remote bool) verb.Verb {
		return verb.Verb{
			Name: name, Aliases: []string{name + "2"}, Remote: remote,
			Words: func(*text.Texts) *command.Verb { return &command.Verb{Short: "short words of " + name} },
			Build: func(d verb.Deps, cmd *cobra.Command) {
				cmd.RunE = func(*cobra.Command, []string) error { _, err := fmt.Fprintln(d.Out, "tried"); return err }
			},
		}
	}
	line.Verbs = append(slices.Clone(line.Verbs), trial("far", true), trial("near", false))
	offered := strings.Join(line.VerbNames(func(v verb.Verb) bool { return v.Remote }), ", ")
	r := start(t)
	for _, command := range []string{"far", "far2"} {
		if got := r.run(anyone(), "", command); got.code != 0 || got.out != "tried\n" {
			t.Errorf("%s: %+v", command, got)
		}
	}
	if got := r.run(anyone(), "", "help"); !strings.Contains(got.out, "short words of far") || strings.Contains(got.out, "words of near") {
		t.Errorf("the help: %+v", got)
	}
	for _, command := range []string{"near", "near2"} {
		got := r.run(anyone(), "", command)
		if got.code != exit.Usage || !strings.Contains(got.err, "The only commands here: "+offered+", help, version, line.") {
			t.Errorf("%s: %+v", command, got)
		}
	}
}
