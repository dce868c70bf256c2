package digest

import (
	"testing"

	"motcua/client"
)

// Falsehoods that the first page once told, in the source's words.
func TestOneAmountIsNotGivenForAll(t *testing.T) {
	const (
		passport  = "+ 160.000/hộ chiếu, trường hợp cấp lại do bị hư hỏng hoặc bị mất: 320.000đ/hộ chiếu (áp dụng đến hết ngày 31/12/2023 theo Thông tư số 44/2023/TT-BTC)."
		half      = "- Cấp lại thẻ căn cước đối với các trường hợp quy định tại khoản 2 Điều 24 Luật Căn cước: 70.000 đồng/thẻ căn cước. Kể từ ngày 01/7/2025 mức thu bằng 50% mức thu nêu trên."
		published = "Phí công bố nội dung đăng ký doanh nghiệp: 100.000 đồng/lần (Thông tư số 47/2019/TT-BTC)"
		province  = "- Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định (căn cứ quy định tại Thông tư số 85/2019/TT-BTC)."
	)
	for _, tt := range []struct {
		name   string
		fee    client.Fee
		what   string
		others bool
	}{
		{"a lost passport costs twice as much", client.Fee{State: client.FeeAmount, Amount: 160_000, Text: passport}, "", true},
		{"half of it until a date", client.Fee{State: client.FeeAmount, Amount: 70_000, Text: half}, "Cấp lại thẻ căn cước", true},
		{"the text's own amount", client.Fee{State: client.FeeAmount, Amount: 100_000, Text: published}, "Phí công bố nội dung đăng ký doanh nghiệp", false},
		{"the text names another amount alone: its words are told", client.Fee{State: client.FeeAmount, Amount: 50_000, Text: published}, "", false},
		{"each province sets its own", client.Fee{State: client.FeeAmount, Amount: 150_000, Text: province}, "", true},
		{"some pay nothing", client.Fee{State: client.FeeAmount, Amount: 8_000, Text: "8.000 đồng/văn bản. Miễn lệ phí cho người thuộc hộ nghèo."}, "", true},
		{"several cases in the head", client.Fee{State: client.FeeAmount, Amount: 5_000, Text: "Cấp lần đầu, trường hợp mất hoặc trường hợp hỏng: 5.000 đồng"}, "", false},
		{"free, but for the copies", client.Fee{State: client.FeeFree, Text: "Miễn lệ phí. Phí cấp bản sao Trích lục kết hôn (nếu có yêu cầu) theo Thông tư số 281/2016/TT-BTC."}, "", true},
		{"free", client.Fee{State: client.FeeFree, Text: "Miễn lệ phí (Thông tư số 47/2019/TT-BTC)."}, "", false},
		{"a plain amount", client.Fee{State: client.FeeAmount, Amount: 2_000, Text: "/trang"}, "", false},
		{"nothing but the text", client.Fee{Text: "Lệ phí cấp giấy phép lái xe: 135.000 đồng/lần; trực tuyến 115.000 đồng"}, "Lệ phí cấp giấy phép lái xe", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := client.Procedure{Methods: []client.Method{{Channel: client.ChannelDirect, Fees: []client.Fee{tt.fee}}}}
			if got := Of(p).Costs[0].Fees[0]; got.For != tt.what || got.Others != tt.others || got.Amount != tt.fee.Amount && got.State == client.FeeAmount {
				t.Errorf("for %q, others %v, amount %d; want %q, %v, %d", got.For, got.Others, got.Amount, tt.what, tt.others, tt.fee.Amount)
			}
		})
	}
}

// A channel that leaves the other amounts out does not hide them.
func TestOthersOfOneChannelStay(t *testing.T) {
	short := client.Fee{State: client.FeeAmount, Amount: 200_000, Text: "200.000đ; mất: 400.000đ"}
	long := client.Fee{State: client.FeeAmount, Amount: 200_000, Text: "200.000 đồng một quyển, theo quy định hiện hành của Bộ Tài chính"}
	for _, fees := range [][2]client.Fee{{short, long}, {long, short}} {
		d := Of(client.Procedure{Methods: []client.Method{
			{Channel: client.ChannelDirect, Fees: fees[:1]}, {Channel: client.ChannelOnline, Fees: fees[1:]},
		}})
		if len(d.Costs) != 1 || !d.Costs[0].Fees[0].Others {
			t.Errorf("%+v: the other amounts are hidden", d.Costs)
		}
	}
}

// Real: certified copies cost less from the third page on, which only the
// channel's description says.
func TestAmountsInTheDescriptionCount(t *testing.T) {
	m := client.Method{Channel: client.ChannelDirect, Fees: []client.Fee{{State: client.FeeAmount, Amount: 2_000, Currency: "VND", Text: "/trang"}}}
	for text, others := range map[string]bool{
		"Tại Ủy ban nhân dân cấp xã: 2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang.": true,
		"Tại Ủy ban nhân dân cấp xã: 2.000 đồng/trang.":                                              false,
		"Nộp tại Ủy ban nhân dân cấp xã.":                                                            false,
	} {
		m.Description = text
		if got := Of(client.Procedure{Methods: []client.Method{m}}).Costs[0].Fees[0].Others; got != others {
			t.Errorf("%q: others %v, want %v", text, got, others)
		}
	}
}

// A row that frees some people stands for the amount's "others", never beside
// the amount as if all were free.
func TestFreeForSomeIsNotFreeForAll(t *testing.T) {
	d := Of(client.Procedure{Methods: []client.Method{{Channel: client.ChannelOnline, Fees: []client.Fee{
		{State: client.FeeAmount, Amount: 7_000, Text: "7.000 đồng/lần đăng ký."},
		{State: client.FeeFree, Text: "Miễn phí - trường hợp thuộc diện được miễn"},
	}}}})
	if fees := d.Costs[0].Fees; len(fees) != 1 || fees[0].Amount != 7_000 || !fees[0].Others {
		t.Errorf("fees %+v, want the amount with others", fees)
	}
}

func TestAmountsIn(t *testing.T) {
	for text, want := range map[string][]int64{
		"": nil,
		"Thông tư số 25/2021/TT-BTC ngày 07/4/2021": nil,
		"160.000/hộ chiếu, mất: 320.000đ":           {160_000, 320_000},
		"5000 đồng, 5.000 đồng, 10 USD":             {5_000, 10},
		"0 đồng; 24 điều":                           nil,
		"99999999999999999999 đồng":                 nil,
	} {
		got := amountsIn(text)
		if len(got) != len(want) {
			t.Errorf("%q: %v, want %v", text, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: %v, want %v", text, got, want)
			}
		}
	}
}
