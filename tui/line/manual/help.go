package manual

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"motcua/client/clean"
	"motcua/client/near"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/wrap"
)

// helpWidth is the maximum width of help in columns, and its width on a pipe.
const helpWidth = 80

// Help returns a function for root.SetHelpFunc that writes the help of a command with
// headings in the language l. A width of 0 means a pipe.
func Help(l text.Lang, width int) func(*cobra.Command, []string) {
	if width <= 0 || width > helpWidth {
		width = helpWidth
	}
	return func(cmd *cobra.Command, _ []string) {
		cmd.Print(helpText(cmd, &text.For(l).Line, width))
	}
}

func helpText(cmd *cobra.Command, t *command.Line, width int) string {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	cmd.InitDefaultHelpFlag()
	for i, p := range paragraphs(about) {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(strings.Join(wrap.Fold(p, "", width), "\n") + "\n")
	}
	section := func(title string, lines []string) {
		if len(lines) > 0 {
			b.WriteString("\n" + title + "\n  " + strings.Join(lines, "\n  ") + "\n")
		}
	}
	var usage []string
	if cmd.Runnable() && cmd.HasParent() {
		usage = append(usage, UsageOf(cmd))
	}
	var verbs [][2]string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			verbs = append(verbs, [2]string{c.Use, c.Short})
		}
	}
	if len(usage) > 0 {
		section(t.HelpUsage, usage)
	}
	section(t.HelpAliases, cmd.Aliases)
	section(t.HelpExamples, Examples(cmd))
	section(t.HelpCommands, columns(verbs))
	section(t.HelpFlags, flagLines(cmd.LocalNonPersistentFlags(), t))
	global := pflag.NewFlagSet("", pflag.ContinueOnError)
	global.AddFlagSet(cmd.InheritedFlags())
	global.AddFlagSet(cmd.PersistentFlags())
	section(t.HelpGlobalFlags, flagLines(global, t))
	if len(verbs) > 0 {
		fmt.Fprintf(&b, "\n%s\n", fmt.Sprintf(t.HelpMore, cmd.CommandPath()))
	}
	return b.String()
}

func flagLines(fs *pflag.FlagSet, t *command.Line) []string {
	var rows [][2]string
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := strings.TrimSpace(FlagName(f) + " " + valueName(f, t))
		if f.Shorthand == "" {
			name = "    " + name
		}
		usage := FlagUsage(f)
		if f.Name == "help" {
			usage = t.FlagHelp // cobra's own text is English
		}
		rows = append(rows, [2]string{name, usage})
	})
	return columns(rows)
}

// paragraphs splits a long description at blank lines.
func paragraphs(long string) (list []string) {
	for p := range strings.SplitSeq(long, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			list = append(list, p)
		}
	}
	return list
}

// Examples returns the command lines of a command's examples.
func Examples(cmd *cobra.Command) (list []string) {
	for l := range strings.Lines(cmd.Example) {
		if l = strings.TrimSpace(l); l != "" {
			list = append(list, l)
		}
	}
	return list
}

// UsageOf returns a command with its arguments.
func UsageOf(cmd *cobra.Command) string {
	return strings.TrimSuffix(cmd.CommandPath(), cmd.Name()) + cmd.Use
}

// FlagName returns a flag with its dashes, the short form first.
func FlagName(f *pflag.Flag) string {
	if f.Shorthand != "" {
		return "-" + f.Shorthand + ", --" + f.Name
	}
	return "--" + f.Name
}

// FlagUsage returns the description of a flag with its default value.
func FlagUsage(f *pflag.Flag) string {
	switch f.DefValue {
	case "", "0", "false", "[]":
		return f.Usage
	}
	return f.Usage + " (" + f.DefValue + ")"
}

// columns aligns pairs in two columns.
func columns(rows [][2]string) []string {
	wide := 0
	for _, r := range rows {
		wide = max(wide, wrap.Cells(r[0]))
	}
	var out []string
	for _, r := range rows {
		out = append(out, r[0]+strings.Repeat(" ", wide-wrap.Cells(r[0])+3)+r[1])
	}
	return out
}

// FlagProblem says in a sentence what pflag found wrong with a command line, and which flag
// was probably meant.
func FlagProblem(t *command.Line, cmd *cobra.Command, err error) string {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		bad     *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	dashed := func(name string) string {
		name = clean.Line(name)
		if len([]rune(name)) == 1 {
			return "-" + name
		}
		return "--" + name
	}
	switch {
	case errors.As(err, &unknown):
		sentence := fmt.Sprintf(t.UnknownFlag, dashed(unknown.GetSpecifiedName()))
		if meant := meantFlag(cmd, unknown.GetSpecifiedName()); meant != "" {
			sentence += " " + fmt.Sprintf(t.MeantFlag, "--"+meant)
		}
		return sentence
	case errors.As(err, &missing):
		return fmt.Sprintf(t.FlagNeedsValue, dashed(missing.GetSpecifiedName()))
	case errors.As(err, &bad):
		return fmt.Sprintf(t.FlagBadValue, dashed(bad.GetFlag().Name), clean.Line(bad.GetValue()))
	case errors.As(err, &syntax):
		return fmt.Sprintf(t.UnknownFlag, clean.Line(syntax.GetSpecifiedFlag()))
	default:
		return fmt.Sprintf(t.UnknownFlag, clean.Line(err.Error()))
	}
}

// meantFlag returns the flag that a misspelt one probably meant, "" for none.
func meantFlag(cmd *cobra.Command, typed string) string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	return near.Word(strings.ToLower(typed), names)
}

// valueName returns the name of a flag's value in help, "" for a flag without one.
func valueName(f *pflag.Flag, t *command.Line) string {
	for _, v := range t.Values {
		if slices.Contains(v.Flags, f.Name) {
			return v.Name
		}
	}
	switch f.Value.Type() {
	case "bool":
		return ""
	case "int", "float64":
		return t.ValueNumber
	default:
		return t.Value
	}
}
