package digest

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"motcua/client"
)

var (
	days3   = client.TimeLimit{Quantity: 3, Unit: client.UnitWorkingDay}
	days5   = client.TimeLimit{Quantity: 5, Unit: client.UnitWorkingDay}
	inHours = client.TimeLimit{Quantity: 8, Unit: client.UnitHour}
	other   = client.TimeLimit{Quantity: 1, Unit: client.UnitOther} // the number means nothing
)

func TestDigestTimes(t *testing.T) {
	for _, tt := range []struct {
		name string
		p    client.Procedure
		want []Time
	}{
		{"one limit for all channels", client.Procedure{Methods: []client.Method{
			{Channel: client.ChannelOnline, Limit: days3}, {Channel: client.ChannelDirect, Limit: days3},
		}}, []Time{{Limit: days3}}},
		{"limits by channel, the quickest first", client.Procedure{Methods: []client.Method{
			{Channel: client.ChannelPostal, Limit: days5}, {Channel: client.ChannelDirect, Limit: days5}, {Channel: client.ChannelOnline, Limit: inHours},
		}}, []Time{
			{Limit: inHours, Channels: []client.Channel{client.ChannelOnline}},
			{Limit: days5, Channels: []client.Channel{client.ChannelDirect, client.ChannelPostal}},
		}},
		{"a channel without a limit says nothing beside one with", client.Procedure{Methods: []client.Method{
			{Channel: client.ChannelOnline}, {Channel: client.ChannelDirect, Limit: days3},
		}}, []Time{{Limit: days3}}},
		{"no limit anywhere", client.Procedure{Methods: []client.Method{{Channel: client.ChannelDirect}}}, []Time{{}}},
		{"the case knows what the channels leave open", client.Procedure{
			Methods:    []client.Method{{Channel: client.ChannelDirect, Limit: other}},
			CaseLimits: []client.CaseLimit{{Name: "Đổi thẻ", Limit: days3}, {Name: "Đổi thẻ", Limit: days3}},
		}, []Time{{Limit: days3}}},
		{"the rule in the steps wins over a bare number", client.Procedure{
			Methods:    []client.Method{{Channel: client.ChannelDirect, Limit: other}},
			CaseLimits: []client.CaseLimit{{Name: "Khai sinh", Limit: client.TimeLimit{Quantity: 1, Unit: client.UnitWorkingDay}}},
			Steps:      []client.ProcedureStep{{Text: "Nhận hồ sơ sau 15 giờ thì trả trong ngày làm việc tiếp theo."}},
		}, []Time{{Limit: other}}},
		{"cases that differ stand beside the channels", client.Procedure{
			Methods:    []client.Method{{Channel: client.ChannelDirect, Limit: days5}},
			CaseLimits: []client.CaseLimit{{Name: "Cấp mới", Limit: days5}, {Name: "Cấp lại", Limit: days3}},
		}, []Time{{Limit: days5}, {Limit: days5, Case: "Cấp mới"}, {Limit: days3, Case: "Cấp lại"}}},
		{"cases that agree add nothing", client.Procedure{
			Methods:    []client.Method{{Channel: client.ChannelDirect, Limit: days5}},
			CaseLimits: []client.CaseLimit{{Name: "A", Limit: days5}, {Name: "B", Limit: days5}},
		}, []Time{{Limit: days5}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Of(tt.p).Times; !reflect.DeepEqual(got, tt.want) {
				t.Errorf("\n got %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func TestDigestCosts(t *testing.T) {
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
			if got := Of(client.Procedure{Methods: tt.ms}).Costs; !reflect.DeepEqual(got, tt.want) {
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
		d := Of(client.Procedure{Steps: []client.ProcedureStep{{Text: "Bước 1."}, {Text: tt.text}}})
		if d.CutOff != tt.hour || d.TimeRule != tt.rule {
			t.Errorf("%q\n got %d %q\nwant %d %q", tt.text, d.CutOff, d.TimeRule, tt.hour, tt.rule)
		}
	}
}

func TestDigestPlace(t *testing.T) {
	for _, tt := range []struct {
		p    client.Procedure
		want []string
	}{
		{client.Procedure{Receiving: "Công an cấp xã\n"}, []string{"Công an cấp xã"}},
		{client.Procedure{Receiving: "- Quầy 1;\n\n- Quầy 2.\n- Quầy 1;", Executing: []string{"Sở"}}, []string{"Quầy 1", "Quầy 2"}},
		{client.Procedure{Executing: []string{"Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp xã"}}, []string{"Ủy ban nhân dân cấp xã"}},
		{client.Procedure{}, nil},
	} {
		if got := Of(tt.p).Place; !slices.Equal(got, tt.want) {
			t.Errorf("place %q, want %q", got, tt.want)
		}
	}
}

func TestDigestChannels(t *testing.T) {
	p := client.Procedure{Methods: []client.Method{{Channel: client.ChannelOnline}, {Channel: client.ChannelOther}, {Channel: client.ChannelDirect}, {Channel: client.ChannelOnline}}}
	if got, want := Of(p).Channels, []client.Channel{client.ChannelDirect, client.ChannelOnline, client.ChannelOther}; !slices.Equal(got, want) {
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
