package markup_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"

	"motcua/client/clean"
	"motcua/client/markup"
	"motcua/client/notice"
)

// told writes a body in a form that is easy to compare.
func told(b notice.Body) string {
	var out strings.Builder
	for _, p := range b.Parts {
		fmt.Fprintf(&out, "%s%s %s\n", strings.Repeat(">", p.Level), p.Kind, p.Text)
	}
	for _, l := range b.Links {
		fmt.Fprintf(&out, "link %s = %s\n", l.Text, l.URL)
	}
	if b.Cut {
		out.WriteString("cut\n")
	}
	return out.String()
}

func TestMarkdown(t *testing.T) {
	title, body := markup.Markdown(`# Nghỉ Tết **Dương lịch**

Bộ phận một cửa *nghỉ* từ
[1/1/2027](https://a.example/tet "x") đến hết ngày.

## Nhận kết quả

1. Hồ sơ hẹn trả 1/1 được trả ngày 4/1.
2. Gửi qua bưu điện:
   - trong tỉnh
   - ngoài tỉnh

> Ghi chú của quầy.

| Ngày | Quầy |
|---|---|
| 4/1 | 1, 2 |

<b onclick="x()">đậm</b> và <script>alert(1)</script> hết ![ảnh](https://a.example/x.png)
<div>khối</div>

Xem https://b.example/xem và [tệp](file:///etc/passwd), [mã](javascript:alert(1)).
`)
	want := `paragraph Bộ phận một cửa nghỉ từ 1/1/2027 đến hết ngày.
heading Nhận kết quả
item 1. Hồ sơ hẹn trả 1/1 được trả ngày 4/1.
item 2. Gửi qua bưu điện:
>item trong tỉnh
>item ngoài tỉnh
quote Ghi chú của quầy.
row Ngày | Quầy
row 4/1 | 1, 2
paragraph đậm và alert(1) hết
paragraph Xem https://b.example/xem và tệp, mã.
link 1/1/2027 = https://a.example/tet
link https://b.example/xem = https://b.example/xem
`
	if got := told(body); title != "Nghỉ Tết Dương lịch" || got != want {
		t.Errorf("title %q\n%s", title, got)
	}
}

func TestHTML(t *testing.T) {
	got := told(markup.HTML(`<!doctype html><head><title>x</title></head><style>p{}</style><h2>Thông&nbsp;báo</h2>
<p>Từ <b>1/12</b>: nộp tại <a href="https://a.example/q?a=1&amp;b=2">cổng <i>mới</i></a>.<br>Dòng hai</p>
<script>alert("x")</script><ul><li>một<li><p>hai</p><ol><li>ba</ol></ul><blockquote><p>trích</p></blockquote>
<table><tr><th>A<th>B</tr><tr><td><p>1</p></td><td>2</td></tr></table>
<img src=x onerror=alert(1)><a href="javascript:alert(1)">bấm</a><iframe src="https://e.example">x</iframe>hết`))
	want := `heading Thông báo
paragraph Từ 1/12: nộp tại cổng mới.
paragraph Dòng hai
item một
item hai
>item 1. ba
quote trích
row A | B
row 1 | 2
paragraph bấmhết
link cổng mới = https://a.example/q?a=1&b=2
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
	if got := told(markup.HTML("chỉ chữ\nhai dòng")); got != "paragraph chỉ chữ\nparagraph hai dòng\n" {
		t.Errorf("text alone: %q", got)
	}
}

// Escapes, bidirectional controls, huge and deep input: what comes out can be shown, and soon.
func TestHostileInput(t *testing.T) {
	for name, doc := range map[string]string{
		"escape":    "a\x1b[31mb\x9b2Jc\x1b]0;x\x07d",
		"entities":  "&#27;[31m &#x9b;2J &#8238;abc&#x202e; &zwj;",
		"bidi":      "x\u202e\u2066y\u200fz",
		"lists":     strings.Repeat("<ul><li>", 20_000) + "x",
		"quotes":    strings.Repeat("> ", 5_000) + "x",
		"bullets":   strings.Repeat("- ", 20_000) + "x",
		"brackets":  strings.Repeat("[", 30_000) + "x" + strings.Repeat("](", 30_000),
		"stars":     strings.Repeat("*a_ ", 30_000),
		"divs":      strings.Repeat("<div>", 60_000) + "x",
		"links":     strings.Repeat("<a href=https://a.example/", 9_000) + ">x",
		"comment":   "<!--" + strings.Repeat("x", 300_000),
		"attribute": "<p a=\"" + strings.Repeat("x", 300_000),
		"long":      strings.Repeat("Mười hai chữ. ", 60_000),
		"table":     strings.Repeat("|a", 5_000) + "\n" + strings.Repeat("|-", 5_000) + "\n" + strings.Repeat("|b", 5_000),
		"plaintext": "<plaintext>" + strings.Repeat("<p>x", 10_000),
	} {
		t.Run(name, func(t *testing.T) {
			for _, read := range []func(string) notice.Body{markup.HTML, func(s string) notice.Body { _, b := markup.Markdown(s); return b }} {
				begin := time.Now()
				check(t, read(doc))
				// The slowest takes some 0.4 s, in proportion to its length; the rest is for a busy machine.
				if took := time.Since(begin); took > time.Minute {
					t.Errorf("it took %s", took)
				}
			}
		})
	}
	if b := markup.HTML(strings.Repeat("<p>một đoạn</p>", 5_000)); !b.Cut || len(b.Parts) > 400 {
		t.Errorf("%d parts, cut %v", len(b.Parts), b.Cut)
	}
}

// What is too long is cut at its end, never in its middle, and says so in every form.
func TestWhatIsTooLongIsCutAtItsEnd(t *testing.T) {
	lines := strings.Repeat("một dòng\n", 500) + "\n"
	crowded := strings.Repeat("[", 3_000) + "\n" + lines
	for name, doc := range map[string]string{"lines": lines, "marks": crowded, "end": strings.Repeat(strings.Repeat("x", 1_900)+"\n\n", 30) + "cuối\n"} {
		_, md := markup.Markdown(doc)
		for form, b := range map[string]notice.Body{"markdown": md, "html": markup.HTML(doc), "tags": markup.HTML("<p>" + strings.ReplaceAll(doc, "\n", "<p>"))} {
			if name == "lines" && form == "markdown" {
				continue // one paragraph
			}
			if !b.Cut || b.Parts[len(b.Parts)-1].Text == "cuối" {
				t.Errorf("%s as %s: cut %v, %d parts", name, form, b.Cut, len(b.Parts))
			}
		}
	}
}

func check(t *testing.T, b notice.Body) {
	t.Helper()
	chars := 0
	for _, p := range b.Parts {
		chars += len([]rune(p.Text))
		lead := strings.TrimLeft(p.Text, "0123456789. ")
		if p.Text == "" || p.Level < 0 || p.Level > 6 || clean.Line(lead) != lead && clean.Line(p.Text) != p.Text || strings.ContainsFunc(p.Text, unicode.IsControl) {
			t.Fatalf("part %+v", p)
		}
	}
	if chars > 45_000 || len(b.Parts) > 400 || len(b.Links) > 20 {
		t.Fatalf("%d characters, %d parts, %d links", chars, len(b.Parts), len(b.Links))
	}
	for _, l := range b.Links {
		if markup.Address(l.URL) != l.URL || clean.Line(l.Text) != l.Text || l.Text == "" {
			t.Fatalf("link %+v", l)
		}
	}
}

func TestAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/x\n": "https://a.example/x", "http://a.example": "http://a.example", "HTTPS://a.example": "HTTPS://a.example",
		"https://": "", "javascript:x": "", "https://u:p@a.example": "", "https://a.example/\x1b": "", "https://a.example/ạ": "", "/x": "", "ftp://a.example": "",
		"https://a.example/" + strings.Repeat("x", 400): "",
	} {
		if got := markup.Address(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func FuzzMarkup(f *testing.F) {
	for _, s := range []string{
		"# a\n\n- b\n  1. c\n\n> d\n\n| e | f |\n|---|---|\n| g | h |\n\n[i](https://j.example)", "<p>a<br>b<ul><li>c<ol><li>d</ul><table><tr><td>e<th>f<blockquote>g<a href='https://h.example'>i",
		"\x1b[31m\u202e&#27;", "```\na\n```\n<b>c", "* * *\n***a***\n[x]: https://a.example\n[x]", "<script><p>x</script><plaintext><p>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		check(t, markup.HTML(s))
		title, b := markup.Markdown(s)
		check(t, b)
		if clean.Line(title) != title {
			t.Fatalf("title %q", title)
		}
	})
}
