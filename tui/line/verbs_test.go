package line

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
)

// addTrial adds a verb to the table for one test: the verb writes its arguments.
func addTrial(t *testing.T, change func(*verb.Verb)) {
	t.Helper()
	before := Verbs
	t.Cleanup(func() { Verbs = before })
	v := verb.Verb{
		Name: "trial", Aliases: []string{"thu"}, Remote: true, Typed: true,
		Words: func(*text.Texts) *command.Verb {
			return &command.Verb{Args: "X", Short: "short words", Long: "long words", Example: "%[1]s trial 1"}
		},
		Build: func(d verb.Deps, cmd *cobra.Command) {
			cmd.RunE = func(cmd *cobra.Command, args []string) error {
				r, err := d.Start(cmd)
				if err == nil {
					r.Say("tried " + strings.Join(args, " "))
				}
				return err
			}
		},
	}
	if change != nil {
		change(&v)
	}
	Verbs = append(slices.Clone(Verbs), v)
}

// The table is complete: it contains nothing twice, and describes each verb in both
// languages.
func TestTableOfVerbs(t *testing.T) {
	seen := map[string]bool{}
	for _, v := range Verbs {
		for _, word := range append([]string{v.Name}, v.Aliases...) {
			if seen[word] || word != strings.ToLower(word) {
				t.Errorf("the word %q stands twice or is not in small letters", word)
			}
			seen[word] = true
			if got, ok := FindVerb(word); !ok || got.Name != v.Name {
				t.Errorf("%q finds %q", word, got.Name)
			}
		}
		for _, l := range []text.Lang{text.VI, text.EN} {
			w := v.Words(text.For(l))
			if w.Args == "" || w.Short == "" || w.Long == "" || !strings.Contains(w.Example, "%[1]s "+v.Name+" ") {
				t.Errorf("%s in %s: %+v", v.Name, l, w)
			}
			// The line mode's help tells people what to type, so that must be one of the words.
			if _, typed, _ := strings.Cut(w.Typed, "“"); w.Typed != "" {
				typed, _, _ = strings.Cut(typed, "”")
				if got, ok := FindVerb(clean.Fold(typed)); !ok || got.Name != v.Name {
					t.Errorf("%s in %s: the line mode's help says to type %q, which is not this verb", v.Name, l, typed)
				}
			}
		}
	}
	if _, ok := FindVerb("trial"); ok {
		t.Error("a verb that is not there was found")
	}
}

// A verb of the table is in both trees, in their help, and in the line mode.
func TestATrialVerbInEachFace(t *testing.T) {
	addTrial(t, nil)
	for _, name := range []string{"trial", "thu"} {
		if got := runLine(t, name, "1"); got.code != 0 || got.out != "tried 1\n" {
			t.Errorf("a server's %s: %+v", name, got)
		}
		root := &cobra.Command{Use: "motcua", SilenceErrors: true, SilenceUsage: true}
		var out, errs bytes.Buffer
		AddTo(root, verb.Deps{Service: newFake(t), Out: &out, Err: &errs})
		root.SetArgs([]string{name, "1"})
		if err := root.Execute(); err != nil || out.String() != "tried 1\n" {
			t.Errorf("the program's own %s: %v, %q", name, err, out.String())
		}
	}
	if got := runLine(t, "--help"); !strings.Contains(got.out, "\n  trial X") || !strings.Contains(got.out, "short words") {
		t.Errorf("the help: %s", got.out)
	}
	got := runLine(t, "help", "trial")
	for _, want := range []string{"long words", "  motcua trial X\n", "  thu\n", "  motcua trial 1\n"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("the verb's help lacks %q: %s", want, got.out)
		}
	}
	if got := runLine(t, "trial", "--unknown"); got.code != exit.Usage || !strings.Contains(got.err, "--unknown") {
		t.Errorf("a wrong flag: %+v", got)
	}
	// "trial H55..." only asks for the code.
	for _, typed := range []string{"trial ", "THU "} {
		f := newFake(t)
		if said := talk(t, f, text.VI, typed+codeOf+"04\n"); len(f.queries) != 1 {
			t.Errorf("the line mode asked %d times: %s", len(f.queries), said)
		}
	}
}

// A verb is missing in the faces that it is not for.
func TestATrialVerbForThisMachineAlone(t *testing.T) {
	addTrial(t, func(v *verb.Verb) { v.Remote, v.Typed = false, false })
	if got := runLine(t, "trial", "1"); got.code != exit.Usage {
		t.Errorf("it runs on a server: %+v", got)
	}
	if got := runLine(t, "--help"); strings.Contains(got.out, "trial") {
		t.Errorf("a server's help names it: %s", got.out)
	}
	var words []string
	f := newFake(t)
	f.search = func(q client.Query) (client.Answer[client.SearchResult], error) {
		words = append(words, q.Words)
		return client.Answer[client.SearchResult]{}, nil
	}
	talk(t, f, text.VI, "trial khai sinh\n")
	if len(words) == 0 || words[0] != "trial khai sinh" {
		t.Errorf("the line mode searched for %q", words)
	}
}

// The help of the line mode lists a verb with an answer of its own there, and the verb gets
// the text after it.
func TestATrialVerbAnswersInTheLineMode(t *testing.T) {
	addTrial(t, func(v *verb.Verb) {
		v.Answer = func(_ context.Context, _ *verb.Run, words string) verb.Reply {
			return verb.Reply{Lines: []string{"tried " + words}}
		}
		v.Words = func(*text.Texts) *command.Verb { return &command.Verb{Typed: "trial and what to try"} }
	})
	said := talk(t, newFake(t), text.VI, "THU  "+codeOf+"04\n?\n")
	for _, want := range []string{"\ntried " + codeOf + "04\n", "\ntrial and what to try\n"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
}
