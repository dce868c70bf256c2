package line

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"motcua/tui/text"
)

// Verb is a command that looks something up. Whoever offers commands walks Verbs:
// the local program, the SSH server, the line mode, the help and the manual page.
type Verb struct {
	Name    string
	Aliases []string
	// Words are what the help says, in one language.
	Words func(*text.Line) VerbWords
	// Remote: the command runs over SSH.
	Remote bool
	// Typed: people type it in the line mode too, before what they look for. The
	// line mode finds out by itself what that is, so it leaves the verb out.
	Typed bool
	// Needs is what must be configured before the verb can answer.
	Needs Need
	// Build adds the verb's flags and its RunE.
	Build func(Deps, *cobra.Command)
}

// VerbWords are the help of one verb.
type VerbWords struct {
	Args        string // what stands behind the name
	Short, Long string
	Example     string // with %[1]s for the program's name
}

// Need is what a verb asks.
type Need int

// The needs.
const (
	NeedsCatalogue Need = iota // the catalogue of procedures, which every machine has
	NeedsDossiers              // a system that knows dossiers
)

// Verbs are all there are, in the order of the help. A test may add one.
var Verbs = []Verb{
	{
		Name: "track", Aliases: []string{"hoso"}, Remote: true, Typed: true, Needs: NeedsDossiers, Build: buildTrack,
		Words: func(t *text.Line) VerbWords { return VerbWords{t.TrackArgs, t.TrackShort, t.TrackLong, t.TrackExample} },
	},
	{
		Name: "search", Aliases: []string{"tim"}, Remote: true, Typed: true, Build: buildSearch,
		Words: func(t *text.Line) VerbWords {
			return VerbWords{t.SearchArgs, t.SearchShort, t.SearchLong, t.SearchExample}
		},
	},
	{
		Name: "show", Aliases: []string{"thutuc"}, Remote: true, Typed: true, Build: buildShow,
		Words: func(t *text.Line) VerbWords { return VerbWords{t.ShowArgs, t.ShowShort, t.ShowLong, t.ShowExample} },
	},
}

// FindVerb finds a verb by its name or by one of its aliases.
func FindVerb(word string) (Verb, bool) {
	i := slices.IndexFunc(Verbs, func(v Verb) bool { return v.Name == word || slices.Contains(v.Aliases, word) })
	if i < 0 {
		return Verb{}, false
	}
	return Verbs[i], true
}

// VerbNames are the names of the verbs for which has is true, in their order.
func VerbNames(has func(Verb) bool) (names []string) {
	for _, v := range Verbs {
		if has(v) {
			names = append(names, v.Name)
		}
	}
	return names
}

// command makes the verb's command for a tree.
func (v Verb) command(d Deps) *cobra.Command {
	t := &text.For(d.Lang).Line
	w := v.Words(t)
	cmd := &cobra.Command{
		Use: v.Name + " " + w.Args, Aliases: v.Aliases, Short: w.Short, Long: w.Long,
		SilenceUsage: true, SilenceErrors: true,
	}
	if w.Example != "" {
		cmd.Example = fmt.Sprintf(w.Example, d.Name)
	}
	v.Build(d, cmd)
	cmd.Flags().BoolP("help", "h", false, t.FlagHelp)
	cmd.SetFlagErrorFunc(d.flagError)
	return cmd
}
