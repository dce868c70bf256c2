package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"motcua/tui/line"
)

// manWords are the headings of the manual page and what no command's help says.
type manWords struct {
	name, synopsis, description, commands, options, examples, exit, files, environment string

	usage  string // behind the program's name
	codes  [][2]string
	places [][2]string
	others [][2]string
}

var manVI = manWords{
	name: "TÊN", synopsis: "CÁCH DÙNG", description: "MÔ TẢ", commands: "LỆNH", options: "CỜ CHUNG",
	examples: "VÍ DỤ", exit: "MÃ KẾT THÚC", files: "TỆP", environment: "BIẾN MÔI TRƯỜNG",
	usage: "[LỆNH] [CỜ]",
	codes: [][2]string{
		{"0", "có câu trả lời"},
		{"1", "có lỗi"},
		{"2", "dùng sai"},
		{"3", "không thấy"},
		{"4", "không hỏi được cổng nào và máy chưa lưu gì"},
		{"129", "cửa sổ hay đường truyền của màn hình đã đóng"},
		{"130", "bị Ctrl-C ngắt"},
	},
	places: [][2]string{
		{"$XDG_CONFIG_HOME/motcua/config.toml, ~/.config/motcua/config.toml", "cấu hình của một người"},
		{"/etc/motcua/config.toml", "cấu hình của cả máy, khi người dùng không có tệp riêng"},
		{"$XDG_STATE_HOME/motcua, ~/.local/state/motcua", "danh mục thủ tục đã tải về; không có thông tin hồ sơ nào"},
	},
	others: [][2]string{
		{"MOTCUA_CONFIG", "tệp cấu hình, khi không có --config"},
		{"MOTCUA_LANG, MOTCUA_THEME, MOTCUA_SAMPLE", "khoá interface.lang, interface.theme, sample.mode"},
		{"MOTCUA_...", "khoá khác của tệp cấu hình, viết hoa, dấu chấm thành gạch dưới: MOTCUA_NATIONAL_URL là national.url"},
		{"NO_COLOR", "có giá trị thì không dùng màu"},
		{"TERM, COLORTERM", "màn hình có bao nhiêu màu"},
		{"STATE_DIRECTORY", "thư mục danh mục của dịch vụ, do systemd đặt"},
	},
}

var manEN = manWords{
	name: "NAME", synopsis: "SYNOPSIS", description: "DESCRIPTION", commands: "COMMANDS", options: "OPTIONS",
	examples: "EXAMPLES", exit: "EXIT STATUS", files: "FILES", environment: "ENVIRONMENT",
	usage: "[COMMAND] [FLAGS]",
	codes: [][2]string{
		{"0", "answered"},
		{"1", "failed"},
		{"2", "wrong usage"},
		{"3", "nothing found"},
		{"4", "no portal could be reached and nothing was kept"},
		{"129", "the terminal was closed"},
		{"130", "broken off by Ctrl-C"},
	},
	places: [][2]string{
		{"$XDG_CONFIG_HOME/motcua/config.toml, ~/.config/motcua/config.toml", "the configuration of one person"},
		{"/etc/motcua/config.toml", "the configuration of the machine, where a person has none"},
		{"$XDG_STATE_HOME/motcua, ~/.local/state/motcua", "the catalogue of procedures that was fetched; nothing about dossiers"},
	},
	others: [][2]string{
		{"MOTCUA_CONFIG", "the config file, unless --config names one"},
		{"MOTCUA_LANG, MOTCUA_THEME, MOTCUA_SAMPLE", "the keys interface.lang, interface.theme, sample.mode"},
		{"MOTCUA_...", "any other key of the config file, in capitals and with underscores for dots: MOTCUA_NATIONAL_URL is national.url"},
		{"NO_COLOR", "if it has a value, no colours are used"},
		{"TERM, COLORTERM", "how many colours the terminal has"},
		{"STATE_DIRECTORY", "the service's folder for the catalogue, set by systemd"},
	},
}

// manCommand prints one page for all commands. The library's own generator makes a
// page of each, in English, and reads our plain text as Markdown.
func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: a.words.manShort, Long: a.words.manLong, Args: a.none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := io.WriteString(a.out, a.manual(cmd.Root()))
			return err
		},
	}
}

// manual is the page in the language of man(7).
func (a *app) manual(root *cobra.Command) string {
	w := &a.words.manual
	p := &manPage{}
	fmt.Fprintf(p, "'\\\" -*- coding: UTF-8 -*-\n.TH MOTCUA 1 \"\" \"motcua %s\" \"\"\n", roff(root.Version))
	p.section(w.name)
	p.text("motcua - " + root.Short)
	p.section(w.synopsis)
	p.text("motcua " + w.usage)
	p.section(w.description)
	p.text(root.Long)
	p.section(w.commands)
	p.commands(root)
	p.section(w.options)
	p.flags(root.PersistentFlags())
	p.flags(root.LocalNonPersistentFlags())
	p.section(w.examples)
	p.examples(root)
	for _, list := range []struct {
		title string
		rows  [][2]string
	}{{w.exit, w.codes}, {w.files, w.places}, {w.environment, w.others}} {
		p.section(list.title)
		for _, r := range list.rows {
			p.item(r[0], r[1])
		}
	}
	return p.String()
}

// manPage is written line by line.
type manPage struct{ strings.Builder }

// roff keeps a text from being read as requests or as typography: a hyphen stays
// what a shell takes.
func roff(s string) string { return strings.NewReplacer(`\`, `\e`, "-", `\-`, "\"", `\(dq`).Replace(s) }

// line writes a line of text; \& keeps one that begins with a stop or an apostrophe
// from being a request.
func (p *manPage) line(s string) {
	if s = roff(s); strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	p.WriteString(s + "\n")
}

func (p *manPage) section(title string) { p.WriteString(".SH \"" + roff(title) + "\"\n") }

// text writes the paragraphs of a description.
func (p *manPage) text(s string) {
	for i, l := range line.Paragraphs(s) {
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
		if !c.IsAvailableCommand() || c.Long == of.Long {
			continue // said with the command above it
		}
		p.WriteString(".SS \"" + roff(strings.Join(append([]string{line.UsageOf(c)}, c.Aliases...), ", ")) + "\"\n")
		p.text(cmp.Or(c.Long, c.Short))
		p.flags(c.LocalNonPersistentFlags())
		p.commands(c)
	}
}

func (p *manPage) flags(fs *pflag.FlagSet) {
	fs.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden && f.Name != "help" {
			p.item(line.FlagName(f), line.FlagUsage(f))
		}
	})
}

// examples writes those of all commands.
func (p *manPage) examples(c *cobra.Command) {
	if list := line.Examples(c); len(list) > 0 {
		p.WriteString(".PP\n.nf\n")
		for _, l := range list {
			p.line(l)
		}
		p.WriteString(".fi\n")
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			p.examples(sub)
		}
	}
}
