// Package verb says what a command that looks something up is: its row in the table, what
// everybody who runs it provides, and one run of it. The commands themselves are in the
// packages beside it, and package line has the table.
package verb

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/tui/line/table"
	"motcua/tui/text"
	"motcua/tui/text/command"
)

// Verb is a command that looks something up. Everything that lists commands uses the table
// of package line: the local program, the SSH server, the line mode, the help and the
// manual page.
type Verb struct {
	Name    string
	Aliases []string
	// Words returns the verb's help texts.
	Words func(*text.Texts) *command.Verb
	// Remote means that the command runs over SSH too.
	Remote bool
	// Typed means that people also type it in the line mode, before what they look for. The
	// line mode recognises the kind of input by itself and drops the verb, unless the verb
	// has an answer of its own there.
	Typed  bool
	Answer func(ctx context.Context, r *Run, words string) Reply
	Bare   bool // it has an answer there without more words too
	// Apart tells whether what follows an alias of two syllables, typed as the two words that
	// people know, can only mean this verb; otherwise the line is a search ("quyết định ly
	// hôn"). Nil: never.
	Apart func(rest string) bool
	// Needs is what must be configured for the verb to answer.
	Needs Need
	// Lists is what the verb lists, for --output; nil: it has no lists.
	Lists *table.Kind
	// Build adds the verb's flags and its RunE.
	Build func(Deps, *cobra.Command)
}

// Need is what a verb looks things up in.
type Need int

// The needs.
const (
	NeedsCatalogue Need = iota // the catalogue of procedures, which every machine has
	NeedsDossiers              // a dossier system
)

// Bounds of one question.
const (
	HitsDefault = 10   // of a list, unless --limit is given
	HitsMost    = 1000 // of a list
	HitsTyped   = 7    // of a list in the line mode: at 9,600 baud a line of a hundred letters takes a tenth of a second, and a screen reader reads all of them
	WordsMost   = 200  // runes of what is looked for
)

// Reply is what a verb answers in the line mode.
type Reply struct {
	Lines []string
	// Search means that the words ask for a procedure after all, although they begin like
	// the verb: "mẫu đơn ly hôn". The line mode searches for them.
	Search bool
	// Shown is the procedure about which the lines are; the next line may ask for more of
	// it.
	Shown client.Answer[client.Procedure]
}

// Command returns the verb's command for a tree.
func (v Verb) Command(d Deps) *cobra.Command {
	t := text.For(d.Lang)
	w := v.Words(t)
	cmd := &cobra.Command{
		Use: v.Name + " " + w.Args, Aliases: v.Aliases, Short: w.Short, Long: w.Long,
		SilenceUsage: true, SilenceErrors: true,
	}
	if w.Example != "" {
		cmd.Example = fmt.Sprintf(w.Example, d.Name)
	}
	d.lists = v.Lists
	v.Build(d, cmd)
	if v.Lists != nil {
		addForms(d, cmd)
	}
	cmd.Flags().BoolP("help", "h", false, t.Line.FlagHelp)
	cmd.SetFlagErrorFunc(d.FlagError)
	return cmd
}
