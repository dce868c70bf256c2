// Package notices is the command about what is posted: the office's notices and the portal's
// news, where to complain and whom to call.
package notices

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/notice"
	"motcua/tui/line/exit"
	"motcua/tui/line/plain"
	"motcua/tui/line/table"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/notices"
	"motcua/tui/wrap"
)

// Verb lists what is posted, and shows one notice.
var Verb = verb.Verb{
	Name: "notices", Aliases: []string{"thongbao"}, Remote: true, Typed: true, Bare: true, Answer: answer, Build: build,
	Lists: &table.Kind{Keys: table.Keys[noticeObject](), Shown: []string{"id", "from", "until", "title"}},
	Words: func(t *text.Texts) *command.Verb { return &topic.Notices.In(t).Command },
}

// idMost is the longest ID that is repeated.
const idMost = 64

func build(d verb.Deps, cmd *cobra.Command) {
	cmd.Args = cobra.ArbitraryArgs // also where a program adds a command below it
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		if len(args) > 1 {
			return d.Usage(cmd, topic.Notices.In(r.Texts).BadNotice)
		}
		if err := r.Connect(cmd.Context()); err != nil {
			return r.End(r.CannotOpen(err))
		}
		lines, err := told(cmd.Context(), r, strings.Join(args, ""), r.JSON)
		if err != nil {
			r.Tell(wrap.Fold(notices.Error(err, r.View()), "", r.Width)...)
			return r.End(exit.Of(err))
		}
		r.Say(lines...)
		return r.End(exit.Answered)
	}
}

// answer answers in the line mode.
func answer(ctx context.Context, r *verb.Run, words string) verb.Reply {
	lines, err := told(ctx, r, words, false)
	if err != nil {
		lines = []string{notices.Error(err, r.View())}
	}
	return verb.Reply{Lines: lines}
}

// told looks up the list or, with an ID or a number of the list, one notice.
func told(ctx context.Context, r *verb.Run, which string, json bool) ([]string, error) {
	which = wrap.Short(clean.Line(which), idMost)
	n, err := strconv.Atoi(which)
	if which != "" && (err != nil || len(which) > 3) {
		return full(ctx, r, which, json)
	}
	a, err := r.Service.Notices(ctx)
	switch {
	case err != nil:
		return nil, err
	case which != "" && (n < 1 || n > len(a.Value.Notices)):
		return nil, client.ErrNotFound
	case which != "":
		return full(ctx, r, a.Value.Notices[n-1].ID, json)
	case json:
		return records(a, r.View()), nil
	default:
		return r.Printer().Document(notices.List(a, r.View())), nil
	}
}

func full(ctx context.Context, r *verb.Run, id string, json bool) ([]string, error) {
	a, err := r.Service.Notice(ctx, id)
	switch {
	case err != nil:
		return nil, err
	case json:
		return []string{oneRecord(a)}, nil
	default:
		return lines(r.Printer(), notices.Document(a, r.View()), a.Value), nil
	}
}

// lines are a notice as text: its heading, its parts with their indents, its addresses.
func lines(p plain.Printer, doc view.Document, n notice.Full) []string {
	l := p.Part()
	l.Add(doc.Words("title"), "", p.Style.Strong)
	l.Add(doc.Words("whose"), "", p.Tone(view.ToneQuiet))
	for _, s := range doc.Get("text").Official {
		style := plain.Same
		if s.Strong {
			style = p.Style.Strong
		}
		text := s.Text
		if p.Medium == view.Typed {
			text = strings.TrimPrefix(text, "• ")
		}
		l.Add(text, strings.Repeat("  ", s.Indent), style)
	}
	l.Add(doc.Words("cut"), "", p.Tone(view.ToneWarn))
	out := l.Lines
	if links := doc.Get("links"); len(n.Links) > 0 {
		out = append(out, wrap.Fold(links.Head+":", "", p.Width)...)
		for _, line := range n.Links { // an address is not broken: it would not open
			if line.Text != line.URL {
				out = append(out, wrap.Fold(line.Text, "  - ", p.Width)...)
			}
			out = append(out, "    "+line.URL)
		}
	}
	end := p.Part()
	end.Add(doc.Words("source"), "", p.Tone(view.ToneQuiet))
	return append(out, end.Lines...)
}
