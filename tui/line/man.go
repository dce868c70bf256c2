package line

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"motcua/tui/text"
)

// Manual pages in the language of man(7). The generator of cobra (cobra/doc, GenMan)
// has English headings, has no place for EXIT STATUS, FILES and ENVIRONMENT, reads
// our plain text as Markdown, and needs two more modules (go-md2man and blackfriday);
// this is a hundred lines.

// Manual is one page for a whole tree of commands.
func Manual(root *cobra.Command, l text.Lang) string {
	p := newManPage(root, l)
	p.head(root)
	p.section(p.w.Commands)
	p.commands(root)
	p.section(p.w.Options)
	p.item("-h, --help", p.help)
	p.flags(root.PersistentFlags())
	p.flags(root.LocalNonPersistentFlags())
	p.section(p.w.Examples)
	p.allExamples(root)
	p.tables()
	p.seeAlso(root)
	return p.String()
}

// Manuals are the page of the tree and a page for each command, by their names.
func Manuals(root *cobra.Command, l text.Lang) map[string]string {
	pages := map[string]string{manName(root): Manual(root, l)}
	var walk func(*cobra.Command)
	walk = func(of *cobra.Command) {
		for _, c := range of.Commands() {
			if !told(c) {
				continue
			}
			p := newManPage(root, l)
			p.head(c)
			p.section(p.w.Options)
			p.item("-h, --help", p.help)
			p.flags(c.LocalNonPersistentFlags())
			p.section(p.w.GlobalOptions)
			p.flags(root.PersistentFlags())
			if len(Examples(c)) > 0 {
				p.section(p.w.Examples)
				p.examples(c)
			}
			p.tables()
			p.seeAlso(c)
			pages[manName(c)] = p.String()
			walk(c)
		}
	}
	walk(root)
	return pages
}

// told tells whether a command has a page: one with its parent's words was said with
// the parent.
func told(c *cobra.Command) bool {
	return c.IsAvailableCommand() && (c.Long == "" || c.Long != c.Parent().Long)
}

// manName is "motcua-config-init".
func manName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// manPage is written line by line.
type manPage struct {
	strings.Builder
	w    *text.Manual
	help string // what every command's --help is for
}

func newManPage(root *cobra.Command, l text.Lang) *manPage {
	t := text.For(l)
	p := &manPage{w: &t.Manual, help: t.Line.FlagHelp}
	fmt.Fprintf(p, "'\\\" -*- coding: UTF-8 -*-\n")
	return p
}

func (p *manPage) head(c *cobra.Command) {
	name := manName(c)
	fmt.Fprintf(p, ".TH %s 1 \"\" \"motcua %s\" \"\"\n", roff(strings.ToUpper(name)), roff(c.Root().Version))
	p.section(p.w.Name)
	p.text(name + " - " + c.Short)
	p.section(p.w.Synopsis)
	if c.HasParent() {
		p.text(strings.Join(append([]string{UsageOf(c)}, c.Aliases...), ", "))
	} else {
		p.text(name + " " + p.w.Usage)
	}
	p.section(p.w.Description)
	p.text(cmp.Or(c.Long, c.Short))
}

// exits are the exit codes with their words.
func exits(w *text.Exits) map[int]string {
	return map[int]string{
		ExitAnswered: w.Answered, ExitFailed: w.Failed, ExitUsage: w.Usage, ExitNotFound: w.NotFound, ExitUnreachable: w.Unreachable,
		ExitHungUp: w.HungUp, ExitInterrupted: w.Interrupted, ExitTerminated: w.Terminated,
	}
}

// tables are the sections that all pages share.
func (p *manPage) tables() {
	p.section(p.w.Exit)
	codes := exits(&p.w.Exits)
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		p.item(strconv.Itoa(code), codes[code])
	}
	p.section(p.w.Files)
	for _, name := range slices.Sorted(maps.Keys(p.w.Places)) {
		p.item(name, p.w.Places[name])
	}
	p.section(p.w.Environment)
	for _, name := range slices.Sorted(maps.Keys(p.w.Variables)) {
		p.item(name, p.w.Variables[name])
	}
}

// seeAlso names the pages next to this one: its parent's and its own commands'.
func (p *manPage) seeAlso(c *cobra.Command) {
	var names []string
	if c.HasParent() {
		names = append(names, manName(c.Parent())+"(1)")
	}
	for _, sub := range c.Commands() {
		if told(sub) {
			names = append(names, manName(sub)+"(1)")
		}
	}
	p.section(p.w.SeeAlso)
	p.text(strings.Join(names, ", "))
}

// plainSigns are what roff would make requests or typography of, and what keeps them
// as a shell takes them (groff_char(7), "Basic Latin").
var plainSigns = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`)

func roff(s string) string { return plainSigns.Replace(s) }

// line writes a line of text; \& keeps one that begins with a stop from being a
// request.
func (p *manPage) line(s string) {
	if s = roff(s); strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	p.WriteString(s + "\n")
}

func (p *manPage) section(title string) { p.WriteString(".SH \"" + roff(title) + "\"\n") }

// text writes the paragraphs of a description.
func (p *manPage) text(s string) {
	for i, l := range Paragraphs(s) {
		if i > 0 {
			p.WriteString(".PP\n")
		}
		p.line(l)
	}
}

func (p *manPage) item(name, says string) {
	p.WriteString(".TP\n.B " + roff(name) + "\n")
	p.line(says)
}

// commands writes each command with its own flags, below the root's.
func (p *manPage) commands(of *cobra.Command) {
	for _, c := range of.Commands() {
		if !told(c) {
			continue
		}
		p.WriteString(".SS \"" + roff(strings.Join(append([]string{UsageOf(c)}, c.Aliases...), ", ")) + "\"\n")
		p.text(cmp.Or(c.Long, c.Short))
		p.flags(c.LocalNonPersistentFlags())
		p.commands(c)
	}
}

func (p *manPage) flags(fs *pflag.FlagSet) {
	fs.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden && f.Name != "help" {
			p.item(FlagName(f), FlagUsage(f))
		}
	})
}

func (p *manPage) examples(c *cobra.Command) {
	p.WriteString(".PP\n.nf\n")
	for _, l := range Examples(c) {
		p.line(l)
	}
	p.WriteString(".fi\n")
}

// allExamples writes those of all commands.
func (p *manPage) allExamples(c *cobra.Command) {
	if len(Examples(c)) > 0 {
		p.examples(c)
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			p.allExamples(sub)
		}
	}
}
