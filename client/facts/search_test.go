package facts

import (
	"context"
	"strings"
	"testing"

	"motcua/client"
)

// What people type and what must come first. The code stands for any one of
// the procedures that answer.
func TestSearchFinds(t *testing.T) {
	tests := []struct{ words, code string }{
		{"khai sinh", "1.001193"},
		{"đăng ký khai sinh", "1.001193"},
		{"Thủ tục đăng ký khai sinh", "1.001193"},
		{"KHAI SINH", "1.001193"},
		{"khai tử", "1.000656"},
		{"gia hạn tạm trú", "1.002755"},
		{"xoa dang ky tam tru", "1.010028"},
		{"khai bao tam vang", "1.003677"},
		{"cap lai giay phep lai xe", "3.000348"},
		{"chung thuc chu ky", "2.000884"},
		{"đăng ký kết hôn", "1.000894"},
		{"thành lập công ty cổ phần", "2.002043"},
		{"tạm trú", "1.004194"},
		{"dang ky tam tr", "1.004194"}, // the last word still being typed
		{"1.004194", "1.004194"},
		{"1.004194.01", "1.004194"},
		{"ly lich tu phap", "3.000333"},
	}
	for _, tt := range tests {
		t.Run(tt.words, func(t *testing.T) {
			r, err := Shipped().Search(context.Background(), client.Query{Words: tt.words, Limit: 3})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, h := range r.Hits {
				got = append(got, h.Code+" "+h.Name)
			}
			if !strings.Contains(strings.Join(got, "\n"), tt.code+" ") {
				t.Errorf("want %s among the first three of %d:\n%s", tt.code, r.Total, strings.Join(got, "\n"))
			}
		})
	}
}

func TestSearchNarrows(t *testing.T) {
	search := func(q client.Query) client.SearchResult {
		t.Helper()
		r, err := Shipped().Search(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := search(client.Query{}); r.Total != 0 || len(r.Hits) != 0 {
		t.Errorf("nothing asked, %d found", r.Total)
	}
	if r := search(client.Query{Words: " .,!"}); r.Total != 0 {
		t.Errorf("no word asked, %d found", r.Total)
	}
	if r := search(client.Query{Field: "Hộ tịch", Limit: 10}); r.Total != 41 || len(r.Hits) != 10 {
		t.Errorf("field: %d of %d", len(r.Hits), r.Total)
	}
	all := search(client.Query{Words: "tạm trú"}).Total
	police := search(client.Query{Words: "tạm trú", AgencyCode: "G01"})
	if police.Total == 0 || police.Total >= all {
		t.Errorf("agency: %d of %d", police.Total, all)
	}
	for _, h := range police.Hits {
		if h.Agency != "Bộ Công an" {
			t.Errorf("%s is of %s", h.Code, h.Agency)
		}
	}
	if r := search(client.Query{Words: "xyzzy"}); r.Total != 0 || r.Hits == nil {
		t.Errorf("got %+v", r)
	}
	if r := search(client.Query{Words: "đăng ký khai sinh xyzzy"}); r.Total == 0 {
		t.Error("one strange word among four hides everything")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Shipped().Search(ctx, client.Query{Words: "khai sinh"}); err == nil {
		t.Error("a cancelled search answers")
	}
}

func FuzzSearch(f *testing.F) {
	f.Add("khai sinh", "", "")
	f.Add("1.0", "Hộ tịch", "G01")
	f.Add("\x00é đ  \u0300", "", "000.00.00.H48")
	c := NewCatalogue(Entries()[:200], AsOf)
	f.Fuzz(func(t *testing.T, words, field, agency string) {
		r, err := c.Search(context.Background(), client.Query{Words: words, Field: field, AgencyCode: agency, Limit: 5})
		if err != nil || len(r.Hits) > 5 || r.Total < len(r.Hits) {
			t.Fatalf("%d hits of %d, %v", len(r.Hits), r.Total, err)
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	Shipped().index()
	for _, words := range []string{"k", "khai sinh", "dang ky tam tru", "không có từ này đâu nhé"} {
		b.Run(words, func(b *testing.B) {
			for b.Loop() {
				if _, err := Shipped().Search(context.Background(), client.Query{Words: words}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestPlain(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Đăng ký KHAI SINH", " dang ky khai sinh "},
		{"  xe ô-tô (mới);  ", " xe o to moi "},
		{"Ho\u0300a", " hoa "}, // marks on their own, as some keyboards send them
		{"ＨＯ ﬁ 15%", " ho fi 15 "},
		{"", " "},
		{"…", " "},
	}
	for _, tt := range tests {
		if got := plain(tt.in); got != tt.want {
			t.Errorf("plain(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
