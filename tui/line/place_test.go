package line

import (
	"encoding/json"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/gazetteer"
	"motcua/tui/line/exit"
	"motcua/tui/text"
)

func TestPlace(t *testing.T) {
	tests := []struct {
		args []string
		code int
		out  []string
		err  string
	}{
		{[]string{"place", "phung", "chi", "kien", "--near", "h55"}, exit.Answered, []string{
			"Phường Phùng Chí Kiên, thành phố Bắc Kạn, tỉnh Bắc Kạn\n  Nay là phường Bắc Kạn, tỉnh Thái Nguyên\n",
			"thị xã Mỹ Hào", "1/7/2025",
		}, ""},
		{[]string{"noi", "xã Cường Lợi, huyện Na Rì"}, exit.Answered, []string{"Nay là: Xã Cường Lợi, tỉnh Thái Nguyên\n"}, ""},
		{[]string{"place", "ngoc ha ba dinh"}, exit.Answered, []string{"  - Phường Ba Đình", "  - Phường Ngọc Hà", "nói rõ thôn, tổ"}, ""},
		{[]string{"place", "quang trung", "--limit", "1", "--near", "H55"}, exit.Answered, []string{"thành phố Thái Nguyên"}, ""},
		{[]string{"place", "zzzz"}, exit.NotFound, nil, "Không thấy nơi nào tên “zzzz”"},
		{[]string{"place"}, exit.Usage, nil, "Thiếu tên nơi"},
		{[]string{"place", "x", "--near", "Thái Nguyên"}, exit.Usage, nil, "“THÁI NGUYÊN”"},
		{[]string{"place", "x", "--limit", "0"}, exit.Usage, nil, "--limit"},
	}
	for _, tt := range tests {
		got := runLine(t, tt.args...)
		if got.code != tt.code || !strings.Contains(got.err, tt.err) || tt.err == "" && got.err != "" {
			t.Errorf("%q: %+v", tt.args, got)
		}
		for _, want := range tt.out {
			if !strings.Contains(got.out, want) {
				t.Errorf("%q lacks %q: %s", tt.args, want, got.out)
			}
		}
	}
}

// Each place is a line, with the same keys whatever it is.
func TestPlaceJSON(t *testing.T) {
	lines := 0
	for _, words := range []string{"phung chi kien", "huyen na ri", "tinh bac kan", "ngoc ha ba dinh", "phường bắc kạn"} {
		got := runLine(t, "place", words, "--json")
		for l := range strings.Lines(got.out) {
			var o map[string]any
			if err := json.Unmarshal([]byte(l), &o); err != nil {
				t.Fatalf("%q: %v: %s", words, err, l)
			}
			if lines++; len(o) != 12 || o["as_of"] != "2025-07-01" || o["now_in"] == nil || o["rank"] == nil {
				t.Errorf("%q: %d keys: %s", words, len(o), l)
			}
			if now, _ := o["now"].([]any); o["divided"] == true && len(now) < 2 {
				t.Errorf("%q is divided among %d", words, len(now))
			}
		}
	}
	if lines < 5 {
		t.Errorf("%d lines", lines)
	}
}

// The line mode takes "nơi" in both languages. Where no place has the name, the words are
// searched for: "nơi cư trú" asks for a procedure.
func TestPlaceInTheLineMode(t *testing.T) {
	for typed, want := range map[string]string{
		"nơi phung chi kien":        "Nay là phường Bắc Kạn",
		"NOI huyện na rì":           "Xã Côn Minh",
		"place tinh bac kan":        "Nay là: Tỉnh Thái Nguyên",
		"nơi đăng ký khai sinh":     "1. Đăng ký khai sinh",
		"nơi zzqx":                  "Không thấy nơi nào",
		"xã cường lợi cũ khai sinh": "Xã Cường Lợi, huyện Na Rì, tỉnh Bắc Kạn: nay là xã Cường Lợi",
		"?":                         "“nơi” và tên xã",
	} {
		f := withProcedures(newFake(t))
		switch typed {
		case "nơi zzqx":
			f.search = func(client.Query) (client.Answer[client.SearchResult], error) {
				return client.Answer[client.SearchResult]{}, nil
			}
		case "xã cường lợi cũ khai sinh":
			found := f.search
			m, _ := gazetteer.Shipped().Mentioned(typed, "H55")
			f.search = func(q client.Query) (client.Answer[client.SearchResult], error) {
				a, err := found(q)
				a.Value.Mention = &m
				return a, err
			}
		}
		if said := talk(t, f, text.VI, typed+"\n"); !strings.Contains(said, want) {
			t.Errorf("%q lacks %q: %s", typed, want, said)
		}
	}
}
