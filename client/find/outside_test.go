package find

import (
	"testing"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/facts"
)

// What no office does is said to be that, in the words of any region, with marks and without.
func TestOutside(t *testing.T) {
	for _, words := range []string{
		"mua điện thoại ở đâu", "mua dien thoai o dau", "sửa tivi", "sua tu lanh", "thời tiết hôm nay", "thoi tiet ngay mai",
		"đặt vé máy bay đi đà nẵng", "giá vàng hôm nay", "cắt tóc ở đâu rẻ", "vá xe gần đây", "nhà vệ sinh ở đâu",
		"tui muốn mua cái tủ lạnh mới", "gọi taxi", "mật khẩu wifi là chi rứa", "kết quả bóng đá tối qua",
		"chụp ảnh cưới giá rẻ", "mấy giờ rồi", "làm thẻ thư viện cho con", // neighbours suggest other readings
	} {
		r := shipped().Search(client.Query{Words: words, Limit: 5})
		if !r.Outside || r.Total != 0 || len(r.Hits) > 0 && !r.Near {
			t.Errorf("%q: outside %v, near %v, total %d", words, r.Outside, r.Near, r.Total)
		}
	}
}

// No question that a procedure answers, no name of one and no phrase for one is outside.
func TestWhatAnOfficeDoesIsNotOutside(t *testing.T) {
	clienttest.Long(t, "asks thousands of questions, one after another")
	t.Parallel()
	var all []string
	for _, q := range readAsked(t) {
		all = append(all, q.words)
	}
	for _, e := range facts.Entries() {
		all = append(all, e.Name)
	}
	for _, c := range ownWords(t).concepts {
		all = append(all, c.phrases...)
	}
	all = append(all, "mở tiệm sửa xe máy", "sửa xe máy", "mua xe máy cũ sang tên", "sửa giấy khai sinh", "mua bảo hiểm y tế ở đâu",
		"mở đại lý bán vé máy bay", "mua nhà ở xã hội", "đăng ký bán điện thoại", "tiệm cắt tóc", "thay mẫu dấu", "sửa nhà vệ sinh cho trường học")
	x := shipped().index
	for _, words := range all {
		_, outside := x.question(words) // an engine that asks it is slower
		if outside && shipped().Search(client.Query{Words: words, Limit: 1}).Outside {
			t.Errorf("%q is taken for what no office does", words)
		}
	}
}
