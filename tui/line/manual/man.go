package manual

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
	"motcua/tui/text/command"
)

// Manual pages in the language of man(7). The generator of cobra (cobra/doc, GenMan) is not
// used because its headings are English, it has no EXIT STATUS, FILES and ENVIRONMENT, it
// reads our plain text as Markdown, and it needs two more modules (go-md2man and
// blackfriday). Our own code is a hundred lines.

// Page returns one page for a whole tree of commands, with the exit codes at its end.
func Page(root *cobra.Command, l text.Lang, exits map[int]string) string {
	p := newPage(l, exits)
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

// Pages returns a page for the tree and a page for each command, by name.
func Pages(root *cobra.Command, l text.Lang, exits map[int]string) map[string]string {
	pages := map[string]string{pageName(root): Page(root, l, exits)}
	var walk func(*cobra.Command)
	walk = func(of *cobra.Command) {
		for _, c := range of.Commands() {
			if !told(c) {
				continue
			}
			p := newPage(l, exits)
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
			pages[pageName(c)] = p.String()
			walk(c)
		}
	}
	walk(root)
	return pages
}

// told reports whether a command has a page: a command with the same description as its
// parent is covered by the parent's page.
func told(c *cobra.Command) bool {
	return c.IsAvailableCommand() && (c.Long == "" || c.Long != c.Parent().Long)
}

// pageName returns a name such as "motcua-config-init".
func pageName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// page is a page that is written line by line.
type page struct {
	strings.Builder
	w     *command.Manual
	help  string         // the text for every command's --help
	exits map[int]string // the exit codes with their descriptions
}

func newPage(l text.Lang, exits map[int]string) *page {
	t := text.For(l)
	p := &page{w: &t.Manual, help: t.Line.FlagHelp, exits: exits}
	fmt.Fprintf(p, "'\\\" -*- coding: UTF-8 -*-\n")
	return p
}

func (p *page) head(c *cobra.Command) {
	name := pageName(c)
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

// tables writes the sections that all pages share.
func (p *page) tables() {
	p.section(p.w.Exit)
	for _, code := range slices.Sorted(maps.Keys(p.exits)) {
		p.item(strconv.Itoa(code), p.exits[code])
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

// seeAlso names the related pages: those of the parent and of the subcommands.
func (p *page) seeAlso(c *cobra.Command) {
	var names []string
	if c.HasParent() {
		names = append(names, pageName(c.Parent())+"(1)")
	}
	for _, sub := range c.Commands() {
		if told(sub) {
			names = append(names, pageName(sub)+"(1)")
		}
	}
	p.section(p.w.SeeAlso)
	p.text(strings.Join(names, ", "))
}

// plainSigns escapes characters that roff would read as requests or replace
// typographically, so that the output is what a shell accepts (groff_char(7), "Basic
// Latin").
var plainSigns = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`)

func roff(s string) string { return plainSigns.Replace(s) }

// line writes a line of text; \& keeps a line that begins with a full stop from being a
// request.
func (p *page) line(s string) {
	if s = roff(s); strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	p.WriteString(s + "\n")
}

func (p *page) section(title string) { p.WriteString(".SH \"" + roff(title) + "\"\n") }

// text writes the paragraphs of a description.
func (p *page) text(s string) {
	for i, l := range paragraphs(s) {
		if i > 0 {
			p.WriteString(".PP\n")
		}
		p.line(l)
	}
}

func (p *page) item(name, says string) {
	p.WriteString(".TP\n.B " + roff(name) + "\n")
	p.line(says)
}

// commands writes each command with its own flags, below the root's.
func (p *page) commands(of *cobra.Command) {
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

func (p *page) flags(fs *pflag.FlagSet) {
	fs.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden && f.Name != "help" {
			p.item(FlagName(f), FlagUsage(f))
		}
	})
}

func (p *page) examples(c *cobra.Command) {
	p.WriteString(".PP\n.nf\n")
	for _, l := range Examples(c) {
		p.line(l)
	}
	p.WriteString(".fi\n")
}

// allExamples writes the examples of all commands.
func (p *page) allExamples(c *cobra.Command) {
	if len(Examples(c)) > 0 {
		p.examples(c)
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			p.allExamples(sub)
		}
	}
}
