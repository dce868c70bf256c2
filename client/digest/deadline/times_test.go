package deadline

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"motcua/client"
)

var (
	days3   = client.TimeLimit{Quantity: 3, Unit: client.UnitWorkingDay}
	days5   = client.TimeLimit{Quantity: 5, Unit: client.UnitWorkingDay}
	inHours = client.TimeLimit{Quantity: 8, Unit: client.UnitHour}
	other   = client.TimeLimit{Quantity: 1, Unit: client.UnitOther} // the number has no meaning
)

// told returns what the page shows of the limits: the limits, or the words that contradict each
// other.
func told(p client.Procedure) ([]Time, []string) {
	hour, _ := CutOff(p)
	return Times(p, hour > 0)
}

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
		{"the rule in the steps where the channels say nothing", client.Procedure{
			Methods: []client.Method{{Channel: client.ChannelDirect}},
			Steps:   []client.ProcedureStep{{Text: "Nhận hồ sơ sau 15 giờ thì trả trong ngày làm việc tiếp theo."}},
		}, []Time{{Limit: client.TimeLimit{Unit: client.UnitOther}}}},
		{"a rule of when the office passes the dossier on is none", client.Procedure{
			Methods: []client.Method{{Channel: client.ChannelDirect}},
			Steps:   []client.ProcedureStep{{Text: "Nhận hồ sơ sau 15 giờ thì chuyển hồ sơ trong ngày làm việc tiếp theo."}},
		}, []Time{{}}},
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
			if got, _ := told(tt.p); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("\n got %+v\nwant %+v", got, tt.want)
			}
		})
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
		hour, rule := CutOff(client.Procedure{Steps: []client.ProcedureStep{{Text: "Bước 1."}, {Text: tt.text}}})
		if hour != tt.hour || rule != tt.rule {
			t.Errorf("%q\n got %d %q\nwant %d %q", tt.text, hour, rule, tt.hour, tt.rule)
		}
	}
}

// From which event a limit counts, and whose limit it is.
func TestTimesByKind(t *testing.T) {
	for _, tt := range []struct {
		field       float64
		words, step string
		told        int
	}{
		// The limits of two cases are not consecutive stages.
		{24, "- 08 ngày làm việc đối với trường hợp vì mục đích công cộng. - 16 ngày làm việc đối với trường hợp cho người có nhu cầu sử dụng giống.",
			"Trong thời hạn 06 ngày làm việc kể từ ngày nhận được hồ sơ. Trong thời hạn 02 ngày làm việc kể từ ngày có tờ trình. Trong thời hạn 06 ngày làm việc có thông báo. Trong 10 ngày làm việc phải trả lời.", 0},
		// On the day of handing in, the start of the inspection is unknown.
		{5, "", "Trong thời hạn 05 ngày làm việc kể từ ngày bắt đầu kiểm dịch, cơ quan cấp Giấy chứng nhận.", 0},
		{5, "", "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, cơ quan cấp Giấy chứng nhận.", 1},
	} {
		p := client.Procedure{
			Methods: []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: tt.field, Unit: client.UnitWorkingDay}, Description: tt.words}},
			Steps:   []client.ProcedureStep{{Text: tt.step}},
		}
		if times, words := told(p); len(times) != tt.told || (tt.told == 0) != (len(words) > 0) {
			t.Errorf("%v days, %q: told %v, words %q", tt.field, tt.step, times, words)
		}
	}
}

// The limits of a clause, each with its case.
func TestStagesByKind(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Trong thời hạn không quá 35 ngày (đối với dự án nhóm A), 25 ngày (đối với dự án nhóm B) kể từ ngày nhận đủ hồ sơ",
			[]string{"35 dự án nhóm A", "25 dự án nhóm B"}},
		{"25 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ - Đối với trường hợp cấp lại: 12 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ",
			[]string{"25 ", "12 cấp lại"}},
		{"Thẩm định hồ sơ và trình Chủ tịch xem xét: 33 ngày làm việc", []string{"33 "}}, // an action of the office is no case
		{"Trong thời hạn không quá 01 giờ đối với Cảng vụ hàng hải", []string{"1 "}},
		{"Trong thời hạn 20 ngày, nếu người đề nghị không thực hiện việc bổ sung hồ sơ thì dừng việc thẩm định", nil},
	} {
		var got []string
		for _, s := range stagesIn(tt.text) {
			got = append(got, strconv.FormatFloat(s.limit.Quantity, 'f', -1, 64)+" "+s.branch)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

func TestLimitsOfSeveralActs(t *testing.T) {
	p := client.Procedure{
		Name:    "Cấp, gia hạn chứng chỉ hành nghề",
		Methods: []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 7, Unit: client.UnitWorkingDay}}},
		Steps: []client.ProcedureStep{
			{Text: "Trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở cấp chứng chỉ."},
			{Text: "Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở gia hạn chứng chỉ."},
		},
	}
	if times, words := told(p); len(times) > 0 || len(words) == 0 {
		t.Errorf("7 days are told for both acts: %v, words %q", times, words)
	}
	p.Name = "Cấp chứng chỉ hành nghề"
	if times, _ := told(p); len(times) != 1 {
		t.Error("one act, and its limit is not told")
	}
}

// The field has only the days of the check, and the office that decides has more days.
func TestLimitOfACheckOnly(t *testing.T) {
	p := client.Procedure{
		Methods: []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 5, Unit: client.UnitWorkingDay}}},
		Steps: []client.ProcedureStep{{Text: "Cục kiểm tra hồ sơ trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ. " +
			"Cục cấp Giấy chứng nhận trong thời hạn 02 ngày làm việc kể từ ngày có kết quả kiểm tra."}},
	}
	if times, words := told(p); len(times) > 0 || len(words) == 0 {
		t.Errorf("told %v, words %q", times, words)
	}
}
