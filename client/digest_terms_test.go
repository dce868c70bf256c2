package client

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

var (
	days3 = TimeLimit{Quantity: 3, Unit: UnitWorkingDay}
	days5 = TimeLimit{Quantity: 5, Unit: UnitWorkingDay}
	hours = TimeLimit{Quantity: 8, Unit: UnitHour}
	other = TimeLimit{Quantity: 1, Unit: UnitOther} // the number means nothing
)

func TestDigestTimes(t *testing.T) {
	for _, tt := range []struct {
		name string
		p    Procedure
		want []DigestTime
	}{
		{"one limit for all channels", Procedure{Methods: []Method{
			{Channel: ChannelOnline, Limit: days3}, {Channel: ChannelDirect, Limit: days3},
		}}, []DigestTime{{Limit: days3}}},
		{"limits by channel, the quickest first", Procedure{Methods: []Method{
			{Channel: ChannelPostal, Limit: days5}, {Channel: ChannelDirect, Limit: days5}, {Channel: ChannelOnline, Limit: hours},
		}}, []DigestTime{
			{Limit: hours, Channels: []Channel{ChannelOnline}},
			{Limit: days5, Channels: []Channel{ChannelDirect, ChannelPostal}},
		}},
		{"a channel without a limit says nothing beside one with", Procedure{Methods: []Method{
			{Channel: ChannelOnline}, {Channel: ChannelDirect, Limit: days3},
		}}, []DigestTime{{Limit: days3}}},
		{"no limit anywhere", Procedure{Methods: []Method{{Channel: ChannelDirect}}}, []DigestTime{{}}},
		{"the case knows what the channels leave open", Procedure{
			Methods:    []Method{{Channel: ChannelDirect, Limit: other}},
			CaseLimits: []CaseLimit{{Name: "Đổi thẻ", Limit: days3}, {Name: "Đổi thẻ", Limit: days3}},
		}, []DigestTime{{Limit: days3}}},
		{"the rule in the steps wins over a bare number", Procedure{
			Methods:    []Method{{Channel: ChannelDirect, Limit: other}},
			CaseLimits: []CaseLimit{{Name: "Khai sinh", Limit: TimeLimit{Quantity: 1, Unit: UnitWorkingDay}}},
			Steps:      []ProcedureStep{{Text: "Nhận hồ sơ sau 15 giờ thì trả trong ngày làm việc tiếp theo."}},
		}, []DigestTime{{Limit: other}}},
		{"cases that differ stand beside the channels", Procedure{
			Methods:    []Method{{Channel: ChannelDirect, Limit: days5}},
			CaseLimits: []CaseLimit{{Name: "Cấp mới", Limit: days5}, {Name: "Cấp lại", Limit: days3}},
		}, []DigestTime{{Limit: days5}, {Limit: days5, Case: "Cấp mới"}, {Limit: days3, Case: "Cấp lại"}}},
		{"cases that agree add nothing", Procedure{
			Methods:    []Method{{Channel: ChannelDirect, Limit: days5}},
			CaseLimits: []CaseLimit{{Name: "A", Limit: days5}, {Name: "B", Limit: days5}},
		}, []DigestTime{{Limit: days5}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.p.Digest().Times; !reflect.DeepEqual(got, tt.want) {
				t.Errorf("\n got %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func TestDigestCosts(t *testing.T) {
	free := Fee{State: FeeFree, Type: FeeTypeFee}
	amount := func(n int64, text string) Fee {
		return Fee{State: FeeAmount, Type: FeeTypeFee, Amount: n, Currency: "VND", Text: text}
	}
	list := "- Đăng ký tạm trú theo danh sách: + Trường hợp nộp trực tiếp thu 10.000 đồng/người/lần đăng ký;"
	for _, tt := range []struct {
		name string
		ms   []Method
		want []DigestCost
	}{
		{"the source names no fee", []Method{{Channel: ChannelDirect}}, []DigestCost{{Fees: []DigestFee{{}}}}},
		{"unknown with a text on one channel alone", []Method{
			{Channel: ChannelOnline, Fees: []Fee{{State: FeeUnknown}}},
			{Channel: ChannelDirect, Fees: []Fee{{State: FeeUnknown, Text: "Mức do Hội đồng nhân dân cấp tỉnh quyết định."}}},
		}, []DigestCost{{Fees: []DigestFee{{Fee: Fee{Text: "Mức do Hội đồng nhân dân cấp tỉnh quyết định."}}}}}},
		{"cheaper online", []Method{
			{Channel: ChannelOnline, Fees: []Fee{free}},
			{Channel: ChannelPostal, Fees: []Fee{amount(10_000, "")}},
			{Channel: ChannelDirect, Fees: []Fee{amount(10_000, "")}},
		}, []DigestCost{
			{Channels: []Channel{ChannelDirect, ChannelPostal}, Fees: []DigestFee{{Fee: amount(10_000, "")}}},
			{Channels: []Channel{ChannelOnline}, Fees: []DigestFee{{Fee: free}}},
		}},
		{"the same in other brackets", []Method{
			{Channel: ChannelOnline, Fees: []Fee{{State: FeeFree, Text: "(Miễn lệ phí)"}}},
			{Channel: ChannelDirect, Fees: []Fee{{State: FeeFree, Text: "((Miễn lệ phí))"}}},
		}, []DigestCost{{Fees: []DigestFee{{Fee: Fee{State: FeeFree, Text: "((Miễn lệ phí))"}}}}}},
		{"for what, and by what it is counted", []Method{{Channel: ChannelDirect, Fees: []Fee{
			amount(10_000, list), amount(2_000, "/trang"),
		}}}, []DigestCost{{Fees: []DigestFee{
			{Fee: amount(10_000, list), For: "Đăng ký tạm trú theo danh sách", Per: "người/lần đăng ký"},
			{Fee: amount(2_000, "/trang"), Per: "trang"},
		}}}},
		{"the rate of another amount is not this one's", []Method{{Channel: ChannelDirect, Fees: []Fee{
			amount(200_000, "Tối đa 200.000 đồng, từ trang thứ 3 thu 1.000 đồng/trang"),
		}}}, []DigestCost{{Fees: []DigestFee{
			{Fee: amount(200_000, "Tối đa 200.000 đồng, từ trang thứ 3 thu 1.000 đồng/trang"), Others: true},
		}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := (Procedure{Methods: tt.ms}).Digest().Costs; !reflect.DeepEqual(got, tt.want) {
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
		if got := feePurpose(Fee{Text: text}); got != want {
			t.Errorf("feePurpose(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestCutOff(t *testing.T) {
	const decree = "(i) Trường hợp hồ sơ đầy đủ thì tiếp nhận hồ sơ; nếu tiếp nhận hồ sơ sau 15 giờ thì có Phiếu hẹn, trả kết quả trong ngày làm việc tiếp theo (nếu nộp trực tiếp); chuyển hồ sơ."
	for _, tt := range []struct {
		text string
		hour int
		rule string
	}{
		{decree, 15, "nếu tiếp nhận hồ sơ sau 15 giờ thì có Phiếu hẹn, trả kết quả trong ngày làm việc tiếp theo (nếu nộp trực tiếp)"},
		{"Kết quả có vào ngày làm việc tiếp theo khi nộp sau 16h.", 16, "Kết quả có vào ngày làm việc tiếp theo khi nộp sau 16h"},
		{"Nộp sau 15 giờ thì có phiếu hẹn. Trả kết quả trong ngày làm việc tiếp theo.", 0, ""},
		{"Sau 15 ngày làm việc tiếp theo thì trả.", 0, ""},
		{"Sau 99 giờ, ngày làm việc tiếp theo.", 0, ""},
		{"", 0, ""},
	} {
		d := Procedure{Steps: []ProcedureStep{{Text: "Bước 1."}, {Text: tt.text}}}.Digest()
		if d.CutOff != tt.hour || d.TimeRule != tt.rule {
			t.Errorf("%q\n got %d %q\nwant %d %q", tt.text, d.CutOff, d.TimeRule, tt.hour, tt.rule)
		}
	}
}

func TestDigestPlace(t *testing.T) {
	for _, tt := range []struct {
		p    Procedure
		want []string
	}{
		{Procedure{Receiving: "Công an cấp xã\n"}, []string{"Công an cấp xã"}},
		{Procedure{Receiving: "- Quầy 1;\n\n- Quầy 2.\n- Quầy 1;", Executing: []string{"Sở"}}, []string{"Quầy 1", "Quầy 2"}},
		{Procedure{Executing: []string{"Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp xã"}}, []string{"Ủy ban nhân dân cấp xã"}},
		{Procedure{}, nil},
	} {
		if got := tt.p.Digest().Place; !slices.Equal(got, tt.want) {
			t.Errorf("place %q, want %q", got, tt.want)
		}
	}
}

func TestDigestChannels(t *testing.T) {
	p := Procedure{Methods: []Method{{Channel: ChannelOnline}, {Channel: ChannelOther}, {Channel: ChannelDirect}, {Channel: ChannelOnline}}}
	if got, want := p.Digest().Channels, []Channel{ChannelDirect, ChannelOnline, ChannelOther}; !slices.Equal(got, want) {
		t.Errorf("channels %v, want %v", got, want)
	}
}

func TestFoldSpace(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\nb", "\u00a0a", "a\u00a0b", "  a \n b  "} {
		if got, want := foldSpace(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("foldSpace(%q) = %q, want %q", s, got, want)
		}
	}
}
