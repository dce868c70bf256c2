package markup

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"motcua/client/notice"
)

// markdown parses CommonMark with tables and bare addresses.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Linkify, extension.Strikethrough))

// The parser takes time with the square of what is open: marks in a text, and lists and quotes
// that begin on one line. No notice has so many.
const (
	marksMost = 2_000
	openMost  = 20
)

// crowded tells a text that is no notice.
func crowded(doc string) bool {
	marks := 0
	for _, m := range []string{"[", "*", "_", ">", "`", "~"} {
		marks += strings.Count(doc, m)
	}
	if marks > marksMost {
		return true
	}
	for l := range strings.Lines(doc) {
		lead := l[:len(l)-len(strings.TrimLeft(l, " \t>-+*.)0123456789"))]
		if len(strings.Fields(lead)) > openMost || strings.Count(lead, ">") > openMost {
			return true
		}
	}
	return false
}

// Markdown reads a notice in Markdown. title is the first heading of the first level, which is
// not among the parts; "" without one.
func Markdown(doc string) (title string, body notice.Body) {
	doc, short := cut(doc)
	if crowded(doc) { // its lines are shown as they are
		return "", plain(doc, short)
	}
	source := []byte(doc)
	w := walker{source: source}
	_ = ast.Walk(markdown.Parser().Parse(text.NewReader(source)), w.node) // w.node returns no error
	w.b.body.Cut = w.b.body.Cut || short
	return w.title, w.b.done()
}

// walker turns the nodes of a document into parts.
type walker struct {
	b      builder
	source []byte
	title  string
	lists  []int // of each open list its next number, 0 without numbers
	quotes int
	first  bool // an item was begun and has no text of its own yet
}

func (w *walker) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *ast.HTMLBlock, *ast.RawHTML, *ast.Image, *ast.ThematicBreak:
		return ast.WalkSkipChildren, nil
	case *ast.Heading:
		w.heading(n, entering)
	case *ast.Paragraph, *ast.TextBlock:
		w.paragraph(entering)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		if entering {
			w.code(n)
		}
		return ast.WalkSkipChildren, nil
	case *ast.Blockquote:
		if entering {
			w.quotes++
		} else {
			w.quotes--
		}
	case *ast.List:
		w.list(n, entering)
	case *ast.ListItem:
		if entering {
			w.item()
		}
	case *tables.TableHeader, *tables.TableRow:
		if w.b.end(); entering {
			w.b.begin(notice.Row, 0, "")
		}
	case *tables.TableCell:
		if !entering {
			w.b.write(" | ")
		}
	default:
		w.inline(n, entering)
	}
	return ast.WalkContinue, nil
}

// heading takes the first one of the first level as the title.
func (w *walker) heading(n *ast.Heading, entering bool) {
	if entering {
		w.b.begin(notice.Heading, 0, "")
		return
	}
	w.b.end()
	if parts := w.b.body.Parts; w.title == "" && n.Level == 1 && len(parts) > 0 && parts[len(parts)-1].Kind == notice.Heading {
		w.title = parts[len(parts)-1].Text
		w.b.body.Parts = parts[:len(parts)-1]
	}
}

func (w *walker) paragraph(entering bool) {
	switch {
	case !entering:
		w.b.end()
	case w.first:
		w.first = false // the item has begun it
	case w.quotes > 0:
		w.b.begin(notice.Quote, 0, "")
	default:
		w.b.begin(notice.Paragraph, len(w.lists), "")
	}
}

// code is shown line by line.
func (w *walker) code(n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		at := lines.At(i)
		w.b.begin(notice.Paragraph, len(w.lists), "")
		w.b.write(string(at.Value(w.source)))
		w.b.end()
	}
}

func (w *walker) list(n *ast.List, entering bool) {
	if !entering {
		w.lists = w.lists[:len(w.lists)-1]
		return
	}
	next := 0
	if n.IsOrdered() {
		next = max(n.Start, 1)
	}
	w.lists = append(w.lists, next)
}

func (w *walker) item() {
	at := &w.lists[len(w.lists)-1]
	lead := ""
	if *at > 0 {
		lead = number(*at)
		*at++
	}
	w.b.begin(notice.Item, len(w.lists)-1, lead)
	w.first = true
}

// inline writes text, and keeps addresses.
func (w *walker) inline(n ast.Node, entering bool) {
	if !entering {
		return
	}
	switch n := n.(type) {
	case *ast.Text:
		w.b.write(string(n.Segment.Value(w.source)))
		if n.SoftLineBreak() || n.HardLineBreak() {
			w.b.write(" ")
		}
	case *ast.String:
		w.b.write(string(n.Value))
	case *ast.Link:
		w.b.link(w.inner(n), string(n.Destination))
	case *ast.AutoLink:
		w.b.write(string(n.Label(w.source)))
		w.b.link("", string(n.URL(w.source)))
	}
}

// inner is the text inside a link.
func (w *walker) inner(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch t, isText := n.(*ast.Text); {
		case entering && isText:
			b.Write(t.Segment.Value(w.source))
			b.WriteByte(' ')
		case n.Kind() == ast.KindRawHTML, n.Kind() == ast.KindImage:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
