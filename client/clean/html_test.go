package clean_test

import (
	"html"
	"strings"
	"testing"
	"time"

	"motcua/client/clean"
	"motcua/client/clienttest"
)

func TestFromHTML(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"entities and tags", "T&#7901; khai <b>theo m&#7851;u</b>&nbsp;", "Tờ khai theo mẫu\u00A0"},
		{"hexadecimal and named", "&#x110;&#X1A1;n &amp; b&agrave;n &ndash; 5 &lt; 6", "Đơn & bàn – 5 < 6"},
		{"Windows' own numbers", "&#147;mẫu&#148;", "“mẫu”"},
		{"less than", "a < b và c > d", "a < b và c > d"},
		{"less than, close", "trẻ em <5 năm, a<b, x<y>z", "trẻ em <5 năm, a<b, x<y>z"},
		{"what looks like a tag", "a <b và c> d", "a <b và c> d"},
		{"a place to fill in", "<tên của tổ chức>, <Họ tên>, <name>, <...>", "<tên của tổ chức>, <Họ tên>, <name>, <...>"},
		{"an ampersand", "AT&T, R&D; &c; ?a=1&copy=2&lt", "AT&T, R&D; &c; ?a=1&copy=2&lt"},
		{"a number that is no character", "&#0;&#1234567;&#xFFFFFF;", "\uFFFD\uFFFD\uFFFD"},
		{"escaped twice", "&amp;lt;b&amp;gt; T&amp;#7901;", "&lt;b&gt; T&#7901;"},
		{"escaped as a whole", "&lt;p&gt;Tờ khai&lt;/p&gt;&lt;p&gt;trẻ &amp;lt;5 năm&lt;/p&gt;", "Tờ khai\ntrẻ &lt;5 năm"},
		{"blocks", "<p>Một</p>\n <p>Hai <b>ba</b>\n</p> Bốn", "Một\nHai ba\nBốn"},
		{"breaks", "Một<br>Hai<br/>Ba<BR />Bốn", "Một\nHai\nBa\nBốn"},
		{"an empty line", "Một<br><br>Hai", "Một\n\nHai"},
		{"a list", "Gồm:<ul><li>Đơn</li><li>Ảnh</li></ul>", "Gồm:\nĐơn\nẢnh"},
		{"a table", "<table><tr><td>A</td><td nowrap>B</td></tr><tr><th>C</th></tr></table>D", "A  B\nC\nD"},
		{"attributes", `<span style="color: red" class='x' lang=vi>Đỏ</span> <a href="https://a.test/?x=1&y=2">đây</a>`, "Đỏ đây"},
		{"a picture", `<img src="data:image/png;base64,AAAA" alt=""/>Ảnh`, "Ảnh"},
		{"script and style", "a<script>var x = '<b>' && 1 < 2</script>b<STYLE type=\"text/css\">p{}</STYLE>c", "abc"},
		{"a script without an end", "a<script>alert(1)", "a"},
		{"a closed script", "a<script src=\"x\"></script>b<script/>c", "abc"},
		{"escaped script", "a&lt;script&gt;x&lt;/script&gt;b", "ab"},
		{"a comment", "a<!-- b <p> -->c", "ac"},
		{"a comment without an end", "a <!-- b", "a <!-- b"},
		{"Word's own", "<o:p></o:p>a<![if !supportLists]>·<![endif]>b<?xml:namespace prefix = o />", "a·b"},
		{"Word's prefixes", `<v:shape/><w:r><m:t><st1:place w:st="on">Hà Nội</st1:place>`, "Hà Nội"},
		{"a prefix of nobody", "<a:b>Hà Nội</a:b>", "<a:b>Hà Nội</a:b>"},
		{"an empty comment", "a<!---->c", "ac"},
		{"CDATA", "<![CDATA[Tờ <i>khai</i>]]>", "Tờ khai"},
		{"text elements", "<title>Tờ <b>khai</b></title><textarea>x</textarea>", "Tờ khaix"},
		{"a quote without an end", `a <a href="x>b c`, `a <a href="x>b c`},
		{"no tags in it", "Tờ khai; \"mẫu\" số 1\n\t 'x'", "Tờ khai; \"mẫu\" số 1\n\t 'x'"},
		{"open at the end", "a <", "a <"},
		{"an ampersand at the end", "a &", "a &"},
	} {
		if got := clean.FromHTML(tt.in); got != tt.want {
			t.Errorf("%s: %q = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

// The time must be linear in the length, whatever the text. For sixteen times the text,
// quadratic time would be 256 times as long.
func TestFromHTMLOfLongNonsense(t *testing.T) {
	clienttest.Long(t, "measures how time grows with length")
	for _, piece := range []string{"<", "<b", "<a href=\"", "<!--", "&", "&#", "<![if ", "</", "<b <", "<script>", "<?x", "&lt;b&gt;", "<<b>b>", "<i a=' ", "<i a='x' >", "<p>\n"} {
		took := func(n int) time.Duration {
			text := strings.Repeat(piece, n)
			best := time.Hour
			for range 2 {
				begin := clienttest.CPUTime()
				clean.FromHTML(text)
				best = min(best, clienttest.CPUTime()-begin)
			}
			return best
		}
		if short, long := took(1_000), took(16_000); long > 120*short && long > 200*time.Millisecond {
			t.Errorf("%q: 1,000 times %v, 16,000 times %v", piece, short, long)
		}
	}
}

func FuzzFromHTML(f *testing.F) {
	for _, s := range []string{
		"T&#7901; khai <b>theo m&#7851;u</b>&nbsp;", "<5 năm", "a < b", "<script>x</script>", "<![CDATA[x]]>", "&amp;lt;", "<p style=\"x\">y</p>",
		"<title><b>", "<!-- x -->", "<plaintext>x", "<svg><math>", "<a href='x' b>c", "<st1:place w:st=\"on\">Hà Nội</st1:place>", "&#0;\x00<b\x00>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := clean.FromHTML(s)
		if !strings.ContainsAny(s, "<&") && got != s {
			t.Errorf("%q without HTML became %q", s, got)
		}
		if len(got) > 3*len(s) { // replacing an entity by U+FFFD is what grows most
			t.Errorf("%q grew to %q", s, got)
		}
		// Unescaping a text that was escaped once returns the text, except for its tags.
		if back := clean.FromHTML(html.EscapeString(s)); !strings.Contains(s, "<") && !strings.ContainsAny(s, "\r\x00") && !strings.Contains(s, "]]>") && back != s {
			t.Errorf("%q escaped came back as %q", s, back)
		}
		for _, clean := range []func(string) string{clean.Line, clean.Text} {
			c := clean(got)
			if again := clean(c); again != c {
				t.Errorf("%q is not clean", c)
			}
		}
	})
}
