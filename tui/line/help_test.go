package line

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/wrap"
)

func TestHelpPages(t *testing.T) {
	for _, l := range []string{"vi", "en"} {
		t.Run(l, func(t *testing.T) {
			var b strings.Builder
			for _, args := range [][]string{{}, {"track", "--help"}, {"search", "-h"}, {"help", "show"}} {
				got := runLine(t, append(args, "--lang", l)...)
				if got.code != 0 || got.err != "" {
					t.Errorf("%v: code %d, %q", args, got.code, got.err)
				}
				b.WriteString("$ motcua " + strings.Join(args, " ") + "\n" + got.out + "\n")
			}
			golden.RequireEqual(t, []byte(b.String()))
			for line := range strings.SplitSeq(b.String(), "\n") {
				if wrap.Cells(line) > 100 {
					t.Errorf("too wide for help: %q", line)
				}
			}
		})
	}
}

func TestUnknownVerbs(t *testing.T) {
	for _, args := range [][]string{{"trakc", "x"}, {"help", "trakc"}, {"--lang", "en", "\x1b[2Jtrack"}} {
		got := runLine(t, args...)
		if got.code != 2 || got.out != "" || strings.Contains(got.err, "\x1b") {
			t.Errorf("%v: code %d, printed %q, said %q", args, got.code, got.out, got.err)
		}
	}
}

func TestLangOf(t *testing.T) {
	tests := []struct {
		args string
		want text.Lang
	}{
		{"", text.VI}, {"track x --lang en", text.EN}, {"--lang=en track", text.EN}, {"--lang", text.VI},
		{"--lang fr", text.VI}, {"--lang en --lang vi", text.VI}, {"track -- --lang en", text.VI},
	}
	for _, tt := range tests {
		if got := LangOf(strings.Fields(tt.args), ""); got != tt.want {
			t.Errorf("%q: %s", tt.args, got)
		}
	}
	if LangOf(nil, text.EN) != text.EN {
		t.Error("the fallback must stand")
	}
}

// A root command with flags of its own keeps them, in any position.
func TestAddToARootWithItsOwnFlags(t *testing.T) {
	for _, args := range [][]string{
		{"--lang", "en", "--json", "track", codeOf + "04"},
		{"track", "--json", codeOf + "04", "--lang", "en"},
	} {
		root := &cobra.Command{Use: "motcua", SilenceErrors: true, SilenceUsage: true}
		lang := root.PersistentFlags().String("lang", "vi", "")
		asJSON := root.PersistentFlags().Bool("json", false, "")
		var out, errs bytes.Buffer
		AddTo(root, verb.Deps{Service: newFake(t), Out: &out, Err: &errs})
		root.SetArgs(args)
		if err := root.Execute(); err != nil {
			t.Fatal(err, errs.String())
		}
		if *lang != "en" || !*asJSON || !strings.Contains(out.String(), `"next_step":"You have nothing to do yet.`) {
			t.Errorf("%v: lang %s, json %t:\n%s", args, *lang, *asJSON, out.String())
		}
	}
}

// Cobra keeps what completes a flag until the process ends. A server, which builds a tree for each
// command line, therefore registers nothing: every line kept 40 KB of memory.
func TestAServersTreeLeavesNothing(t *testing.T) {
	completed := func(root *cobra.Command) (n int) {
		for _, cmd := range root.Commands() {
			cmd.Flags().VisitAll(func(f *pflag.Flag) {
				if _, has := cmd.GetFlagCompletionFunc(f.Name); has {
					n++
				}
			})
		}
		return n
	}
	if n := completed(New(verb.Deps{})); n > 0 {
		t.Errorf("%d flags of a server's tree are kept", n)
	}
	root := &cobra.Command{Use: "motcua"}
	AddTo(root, verb.Deps{})
	if completed(root) == 0 {
		t.Error("a shell completes no flag")
	}
}
