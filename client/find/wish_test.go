package find

import (
	"slices"
	"testing"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/facts"
)

// Of two things in one sentence each is offered under its own words.
func TestTwoWishes(t *testing.T) {
	for words, want := range map[string][2]string{
		"làm khai sinh cho con rồi nhập hộ khẩu luôn":                          {"1.001193", "1.004222"},
		"lam khai sinh cho con roi nhap ho khau luon":                          {"1.001193", "1.004222"},
		"mất căn cước với mất luôn bằng lái":                                   {"2.001194", "3.000348"},
		"vừa đăng ký kết hôn vừa xin cấp hộ chiếu":                             {"1.000894", "1.001456"},
		"tách thửa rồi sang tên sổ đỏ":                                         {"1.012784", "1.013831"},
		"đăng ký giám hộ; đổi bằng lái":                                        {"1.004837", "3.000347"},
		"đổi căn cước và đổi bằng lái xe":                                      {"2.001195", "3.000347"},
		"xin trợ cấp thất nghiệp rồi rút bảo hiểm xã hội một lần thì mần răng": {"1.001978", "1.001613"},
		"mất căn cước, mất luôn bằng lái":                                      {"2.001194", "3.000348"},
		"muốn tách hộ, tiện thể làm căn cước cho con":                          {"1.010038", "1.012549"},
		"làm căn cước cho con với lại đổi bằng lái luôn":                       {"1.012549", "3.000347"},
		"doi bang lai xe sau do lam lai ca vet xe":                             {"3.000347", "1.013080"},
		"replace lost id card as well as renew my driving licence":             {"2.001194", "3.000347"},
		"I lost my passport and also need a visa extension":                    {"1.010386", "1.001146"},
		"renew my driving licence, replace lost id card":                       {"3.000347", "2.001194"},
	} {
		r := shipped().Search(client.Query{Words: words})
		if len(r.Wishes) != 2 || r.Near || r.Total != len(r.Hits) {
			t.Errorf("%q: wishes %q, near %v, %d of %d hits", words, r.Wishes, r.Near, len(r.Hits), r.Total)
			continue
		}
		for n, code := range want {
			i := slices.IndexFunc(r.Hits, func(h Ranked) bool { return h.Wish == n })
			if i < 0 || r.Hits[i].Code != code {
				t.Errorf("%q: wish %q finds %v, not %s", words, r.Wishes[n], codesOf(r), code)
			}
		}
		if !slices.IsSortedFunc(r.Hits, func(a, b Ranked) int { return a.Wish - b.Wish }) {
			t.Errorf("%q: the hits of the wishes are mixed", words)
		}
	}
}

// A name of a procedure is one wish, and so is a story that tells why.
func TestOneWish(t *testing.T) {
	clienttest.Long(t, "asks thousands of questions, one after another")
	t.Parallel()
	all := []string{
		"thay đổi, cải chính hộ tịch", "nhà ở xa quá, vợ ốm không ra xã được, làm khai sinh cho con",
		"tôi nghỉ việc rồi muốn lãnh trợ cấp thất nghiệp", "đăng ký kết hôn với người nước ngoài", "khai sinh và khai sinh",
	}
	for _, e := range facts.Entries() {
		all = append(all, e.Name)
	}
	for _, words := range all {
		if r := shipped().Search(client.Query{Words: words, Limit: 1}); r.Wishes != nil {
			t.Errorf("%q is taken for two wishes: %q", words, r.Wishes)
		}
	}
}
