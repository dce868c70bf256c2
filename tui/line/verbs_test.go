package line

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/tui/text"
)

// addTrial adds a verb to the table for one test: it writes what stands behind it.
func addTrial(t *testing.T, change func(*Verb)) {
	t.Helper()
	before := Verbs
	t.Cleanup(func() { Verbs = before })
	v := Verb{
		Name: "trial", Aliases: []string{"thu"}, Remote: true, Typed: true,
		Words: func(*text.Line) VerbWords {
			return VerbWords{Args: "X", Short: "short words", Long: "long words", Example: "%[1]s trial 1"}
		},
		Build: func(d Deps, cmd *cobra.Command) {
			cmd.RunE = func(cmd *cobra.Command, args []string) error {
				r, err := d.start(cmd)
				if err == nil {
					r.say("tried " + strings.Join(args, " "))
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

// The table is whole: nothing is said twice, and both languages tell each verb.
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
			w := v.Words(&text.For(l).Line)
			if w.Args == "" || w.Short == "" || w.Long == "" || !strings.Contains(w.Example, "%[1]s "+v.Name+" ") {
				t.Errorf("%s in %s: %+v", v.Name, l, w)
			}
		}
	}
	if _, ok := FindVerb("trial"); ok {
		t.Error("a verb that is not there was found")
	}
}

// A verb that the table has stands in both trees, in their help, and in the line
// mode.
func TestATrialVerbInEachFace(t *testing.T) {
	addTrial(t, nil)
	for _, name := range []string{"trial", "thu"} {
		if got := runLine(t, name, "1"); got.code != 0 || got.out != "tried 1\n" {
			t.Errorf("a server's %s: %+v", name, got)
		}
		root := &cobra.Command{Use: "motcua", SilenceErrors: true, SilenceUsage: true}
		var out, errs bytes.Buffer
		AddTo(root, Deps{Service: newFake(t), Out: &out, Err: &errs})
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
	if got := runLine(t, "trial", "--unknown"); got.code != ExitUsage || !strings.Contains(got.err, "--unknown") {
		t.Errorf("a wrong flag: %+v", got)
	}
	// "trial H55..." asks for the code alone.
	for _, typed := range []string{"trial ", "THU "} {
		f := newFake(t)
		if said := talk(t, f, text.VI, typed+codeOf+"04\n"); len(f.queries) != 1 {
			t.Errorf("the line mode asked %d times: %s", len(f.queries), said)
		}
	}
}

// A verb stays out of the faces that it is not for.
func TestATrialVerbForThisMachineAlone(t *testing.T) {
	addTrial(t, func(v *Verb) { v.Remote, v.Typed = false, false })
	if got := runLine(t, "trial", "1"); got.code != ExitUsage {
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
