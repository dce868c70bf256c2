package fee

import (
	"reflect"
	"testing"

	"motcua/client"
)

// Wrong statements of an earlier first page, with the source's words.
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
			ms := []client.Method{{Channel: client.ChannelDirect, Fees: []client.Fee{tt.fee}}}
			if got := Costs(ms)[0].Fees[0]; got.For != tt.what || got.Others != tt.others || got.Amount != tt.fee.Amount && got.State == client.FeeAmount {
				t.Errorf("for %q, others %v, amount %d; want %q, %v, %d", got.For, got.Others, got.Amount, tt.what, tt.others, tt.fee.Amount)
			}
		})
	}
}

// Sums of what different people pay, and amounts that change places between channels, are not told.
func TestAmountsOfCasesAreNotAdded(t *testing.T) {
	const (
		cases  = "Bao gồm: - 1.000.000 đồng đối với Trung tâm trọng tài - 3.000.000 đồng đối với Chi nhánh (áp dụng mức phí 1.500.000 đồng đến hết ngày 31/12/2026)"
		weight = "Giấy chứng nhận đối với loại tàu bay từ 5.700 kg trở lên, Lệ phí: 1,500,000 (Miễn phí từ ngày 07/4/2026 đến 30/6/2026)"
	)
	fees := func(amount int64, text string) []client.Fee {
		return []client.Fee{{State: client.FeeAmount, Amount: amount, Text: text}}
	}
	for _, tt := range []struct {
		name string
		ms   []client.Method
		want int64 // 0: only the words
	}{
		{"added", []client.Method{{Description: cases, Fees: fees(4_000_000, "")}}, 0},
		{"not added", []client.Method{{Description: cases, Fees: fees(1_000_000, "")}}, 1_000_000},
		{"changed places", []client.Method{{Channel: client.ChannelDirect, Fees: fees(4_500_000, weight)}, {Channel: client.ChannelPostal, Fees: fees(1_500_000, weight)}}, 0},
	} {
		for _, c := range Costs(tt.ms) {
			if f := c.Fees[0]; f.Amount != tt.want || (f.State == client.FeeAmount) != (tt.want > 0) {
				t.Errorf("%s: %v %d, want %d", tt.name, f.State, f.Amount, tt.want)
			}
		}
	}
	if got := AmountsIn("từ 5.700 kg trở lên: 4,500,000"); !reflect.DeepEqual(got, []int64{4_500_000}) {
		t.Errorf("a weight is taken for money: %v", got)
	}
}

// A channel that omits the other amounts does not hide them.
func TestOthersOfOneChannelStay(t *testing.T) {
	short := client.Fee{State: client.FeeAmount, Amount: 200_000, Text: "200.000đ; mất: 400.000đ"}
	long := client.Fee{State: client.FeeAmount, Amount: 200_000, Text: "200.000 đồng một quyển, theo quy định hiện hành của Bộ Tài chính"}
	for _, fees := range [][2]client.Fee{{short, long}, {long, short}} {
		costs := Costs([]client.Method{
			{Channel: client.ChannelDirect, Fees: fees[:1]}, {Channel: client.ChannelOnline, Fees: fees[1:]},
		})
		if len(costs) != 1 || !costs[0].Fees[0].Others {
			t.Errorf("%+v: the other amounts are hidden", costs)
		}
	}
}

// A real case: certified copies cost less from the third page on, which only the channel's
// description says.
func TestAmountsInTheDescriptionCount(t *testing.T) {
	m := client.Method{Channel: client.ChannelDirect, Fees: []client.Fee{{State: client.FeeAmount, Amount: 2_000, Currency: "VND", Text: "/trang"}}}
	for text, others := range map[string]bool{
		"Tại Ủy ban nhân dân cấp xã: 2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang.": true,
		"Tại Ủy ban nhân dân cấp xã: 2.000 đồng/trang.":                                              false,
		"Nộp tại Ủy ban nhân dân cấp xã.":                                                            false,
	} {
		m.Description = text
		if got := Costs([]client.Method{m})[0].Fees[0].Others; got != others {
			t.Errorf("%q: others %v, want %v", text, got, others)
		}
	}
}

// A row that exempts some people sets the amount's Others. It is never listed beside the amount
// as if it were free for all.
func TestFreeForSomeIsNotFreeForAll(t *testing.T) {
	costs := Costs([]client.Method{{Channel: client.ChannelOnline, Fees: []client.Fee{
		{State: client.FeeAmount, Amount: 7_000, Text: "7.000 đồng/lần đăng ký."},
		{State: client.FeeFree, Text: "Miễn phí - trường hợp thuộc diện được miễn"},
	}}})
	if fees := costs[0].Fees; len(fees) != 1 || fees[0].Amount != 7_000 || !fees[0].Others {
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
		got := AmountsIn(text)
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

func TestCosts(t *testing.T) {
	free := client.Fee{State: client.FeeFree, Type: client.FeeTypeFee}
	amount := func(n int64, text string) client.Fee {
		return client.Fee{State: client.FeeAmount, Type: client.FeeTypeFee, Amount: n, Currency: "VND", Text: text}
	}
	list := "- Đăng ký tạm trú theo danh sách: + Trường hợp nộp trực tiếp thu 10.000 đồng/người/lần đăng ký;"
	for _, tt := range []struct {
		name string
		ms   []client.Method
		want []Cost
	}{
		{"the source names no fee", []client.Method{{Channel: client.ChannelDirect}}, []Cost{{Fees: []Fee{{}}}}},
		{"unknown with a text on one channel alone", []client.Method{
			{Channel: client.ChannelOnline, Fees: []client.Fee{{State: client.FeeUnknown}}},
			{Channel: client.ChannelDirect, Fees: []client.Fee{{State: client.FeeUnknown, Text: "Mức do Hội đồng nhân dân cấp tỉnh quyết định."}}},
		}, []Cost{{Fees: []Fee{{Fee: client.Fee{Text: "Mức do Hội đồng nhân dân cấp tỉnh quyết định."}}}}}},
		{"cheaper online", []client.Method{
			{Channel: client.ChannelOnline, Fees: []client.Fee{free}},
			{Channel: client.ChannelPostal, Fees: []client.Fee{amount(10_000, "")}},
			{Channel: client.ChannelDirect, Fees: []client.Fee{amount(10_000, "")}},
		}, []Cost{
			{Channels: []client.Channel{client.ChannelDirect, client.ChannelPostal}, Fees: []Fee{{Fee: amount(10_000, "")}}},
			{Channels: []client.Channel{client.ChannelOnline}, Fees: []Fee{{Fee: free}}},
		}},
		{"the same in other brackets", []client.Method{
			{Channel: client.ChannelOnline, Fees: []client.Fee{{State: client.FeeFree, Text: "(Miễn lệ phí)"}}},
			{Channel: client.ChannelDirect, Fees: []client.Fee{{State: client.FeeFree, Text: "((Miễn lệ phí))"}}},
		}, []Cost{{Fees: []Fee{{Fee: client.Fee{State: client.FeeFree, Text: "((Miễn lệ phí))"}}}}}},
		{"for what, and by what it is counted", []client.Method{{Channel: client.ChannelDirect, Fees: []client.Fee{
			amount(10_000, list), amount(2_000, "/trang"),
		}}}, []Cost{{Fees: []Fee{
			{Fee: amount(10_000, list), For: "Đăng ký tạm trú theo danh sách", Per: "người/lần đăng ký"},
			{Fee: amount(2_000, "/trang"), Per: "trang"},
		}}}},
		{"the rate of another amount is not this one's", []client.Method{{Channel: client.ChannelDirect, Fees: []client.Fee{
			amount(200_000, "Tối đa 200.000 đồng, từ trang thứ 3 thu 1.000 đồng/trang"),
		}}}, []Cost{{Fees: []Fee{
			{Fee: amount(200_000, "Tối đa 200.000 đồng, từ trang thứ 3 thu 1.000 đồng/trang"), Others: true},
		}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Costs(tt.ms); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("\n got %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func TestFeePurpose(t *testing.T) {
	for text, want := range map[string]string{
		"Phí công bố nội dung đăng ký doanh nghiệp: 100.000 đồng/lần":                                 "Phí công bố nội dung đăng ký doanh nghiệp",
		"- Cấp lại thẻ căn cước đối với các trường hợp quy định tại khoản 2 Điều 24: 70.000 đồng/thẻ": "Cấp lại thẻ căn cước",
		"Luật Căn cước: 50.000 đồng/thẻ căn cước":                                                     "",
		"Mức thu lệ phí: 400.000đ/trường hợp":                                                         "",
		"Lệ phí : 400.000 Đồng":                                                                       "",
		"Miễn phí":                                                                                    "",
		"":                                                                                            "",
		"Mức cụ thể do tỉnh quyết định. Miễn cho hộ nghèo: 0 đồng": "",
	} {
		if got := feePurpose(client.Fee{Text: text}); got != want {
			t.Errorf("feePurpose(%q) = %q, want %q", text, got, want)
		}
	}
}
