package view

import "testing"

func TestFillIn(t *testing.T) {
	got := FillIn("%s: %d, %s.", Plain("a"), SpanOf(SpanCode, "7"), nil)
	if got.String() != "a: 7, ." || len(got) != 5 || got[2].Kind != SpanCode {
		t.Errorf("got %+v", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a text without a place in its format went unnoticed")
		}
	}()
	FillIn("no place", Plain("a"))
}

// A sentence ends once, in whatever span its end stands.
func TestStop(t *testing.T) {
	for in, want := range map[string]string{
		"thiếu ảnh;": "thiếu ảnh.", "xong.": "xong.", "hỏi: https://a.vn/b": "hỏi: https://a.vn/b", " ;": "", "": "",
	} {
		for i := range in + " " {
			i = min(i, len(in))
			text := append(Plain(in[:i]), SpanOf(SpanName, in[i:])...)
			before := text.String()
			if got := text.stop().String(); got != want || text.String() != before {
				t.Errorf("%q and %q: got %q, want %q", in[:i], in[i:], got, want)
			}
		}
	}
}
