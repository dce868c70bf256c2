package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"motcua/tui/line"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
)

// A verb of the table is a command of the program: it is in the help, the manual page and
// the completion, and it needs what the table says.
func TestATrialVerbOfTheTable(t *testing.T) {
	before := line.Verbs
	t.Cleanup(func() { line.Verbs = before })
	noDossiers := filepath.Join(t.TempDir(), "motcua.toml")
	if err := os.WriteFile(noDossiers, []byte("[sample]\nmode = \"off\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (string, error) {
		var out bytes.Buffer
		a := &session{console: console{in: strings.NewReader(""), out: &out, err: &out}}
		a.load(append([]string{"--config", noDossiers, "--lang", "en"}, args...))
		root := a.root()
		root.SetArgs(a.args)
		err := root.ExecuteContext(t.Context())
		return out.String(), err
	}
	for _, tc := range []struct {
		needs verb.Need
		asked bool
	}{{verb.NeedsCatalogue, true}, {verb.NeedsDossiers, false}} {
		asked := false
		line.Verbs = append(slices.Clone(before), verb.Verb{
			Name: "trial", Aliases: []string{"thu"}, Needs: tc.needs,
			Words: func(*text.Texts) *command.Verb {
				return &command.Verb{Args: "X", Short: "short words", Long: "long words"}
			},
			Build: func(_ verb.Deps, cmd *cobra.Command) {
				cmd.RunE = func(*cobra.Command, []string) error { asked = true; return nil }
			},
		})
		for _, name := range []string{"trial", "thu"} {
			asked = false
			if out, err := run(name, "1"); asked != tc.asked || (err == nil) != tc.asked {
				t.Errorf("%s that needs %d: asked %t, %v, %s", name, tc.needs, asked, err, out)
			}
		}
	}
	for _, tc := range []struct{ args, want string }{
		{"--help", "\n  trial X"},
		{"trial --help", "long words"},
		{"man", "\n.SS \"motcua trial X, thu\"\nlong words\n"},
		{"__complete tri", "trial\tshort words\n"},
	} {
		if out, err := run(strings.Fields(tc.args)...); err != nil || !strings.Contains(out, tc.want) {
			t.Errorf("motcua %s: %v, %s", tc.args, err, out)
		}
	}
	others := strings.Join(line.VerbNames(func(v verb.Verb) bool { return v.Name != "trial" }), ", ")
	if got := needTerminal(text.EN); !strings.Contains(got, "motcua "+others+" or trial.") {
		t.Error(got)
	}
}
