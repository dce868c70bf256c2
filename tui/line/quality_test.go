package line

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/quality"
	"motcua/client/unit"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
)

// scoreFake answers with a unit whose rows were counted of nothing in several ways.
type scoreFake struct {
	client.Lookups
	err   error
	asked *quality.Query
}

func of[T any](v T) *T { return &v }

func (s scoreFake) Quality(_ context.Context, q quality.Query) (client.Answer[quality.Report], error) {
	*s.asked = q
	province := quality.Sheet{ID: "p", Code: "H55", Name: "UBND tỉnh Thái Nguyên", Level: unit.LevelProvince, Total: &quality.Score{Points: 61.48, Max: 100, Share: of(61.48), Change: of(17.26)}}
	office := quality.Sheet{ID: "u-1", Code: "H55.01", Name: "Văn phòng UBND Tỉnh", Parent: "H55", Level: unit.LevelProvince, Petitions: of(0), Classified: of(0), Dossiers: of(0), Parts: []quality.Part{
		{Group: quality.Openness, Score: quality.Score{Points: 1.96, Max: 18, Share: of(10.89)}, Metrics: []quality.Metric{
			{Code: "PUBLISH_ON_TIME", Of: &quality.Count{}, Max: 6},
			{Code: "PUBLIC_CONTENT_FULL", Of: &quality.Count{Part: 87, Whole: 89}, Share: of(97.75), Points: of(1.96), Max: 2},
		}},
		{Group: quality.Satisfaction, Score: quality.Score{Points: 12, Max: 18, Share: of(66.67), Change: of(-1.5)}, Metrics: []quality.Metric{
			{Code: "PETITION_PROCESSING_ON_TIME", Of: &quality.Count{}, Share: of(0.0), Points: of(6.0), Max: 6},
			{Code: "NEW_ROW", Name: "Một dòng mới", Of: &quality.Count{Part: 0, Whole: 3}, Points: of(0.0), Max: 2, Doubt: "ODD", Note: "Số này lạ."},
		}},
	}}
	ward := quality.Sheet{ID: "u-2", Code: "H55.100", Name: "UBND Phường Đức Xuân", Parent: "H55", Parts: []quality.Part{
		{Group: quality.Satisfaction, Score: quality.Score{Points: 9, Max: 18}, Metrics: []quality.Metric{{Code: "DOSSIER_RECEIVING_SATISFACTION", Of: &quality.Count{Part: 1, Whole: 2}, Points: of(3.0), Max: 6}}},
	}}
	a := client.Answer[quality.Report]{AsOf: morning, Source: client.SourceName{ID: "store", Name: "Cổng thử"}, Stale: true}
	a.Value = quality.Report{
		Period: q.Period, Standing: quality.Standing{Place: 3, Among: 34, Shared: 1}, Missing: []quality.Group{quality.Paying},
		Requests: []quality.Request{{Call: "service-results", Body: []byte(`{"year":2026}`)}},
		Country:  &quality.Sheet{Total: &quality.Score{Points: 56.56, Max: 100}, Joint: &quality.Score{Points: 13.1, Max: 22}},
	}
	if a.Value.Period.IsZero() {
		a.Value.Period = quality.Period{Year: morning.Year()}
	}
	if q.Words == "" {
		a.Value.Sheet, a.Value.Below = province, []quality.Sheet{office, ward}
	} else {
		a.Value.Sheet, a.Value.Province = office, &province
		if q.Words != "van phong" {
			a.Value.Sheet.Parts[1].Metrics[0].Points = nil
		}
	}
	return a, s.err
}

func askScores(s scoreFake, args ...string) (ran, quality.Query) {
	var out, errs bytes.Buffer
	s.asked = &quality.Query{}
	code := Run(context.Background(), verb.Deps{Service: s, Out: &out, Err: &errs, In: strings.NewReader("")}, args)
	return ran{out.String(), errs.String(), code}, *s.asked
}

func TestQuality(t *testing.T) {
	f := newFake(t)
	for _, tt := range []struct {
		args []string
		code int
		has  []string
	}{
		{[]string{"quality"}, exit.Answered, []string{
			"Tổng điểm: 61,48 trên 100 điểm (61,48%), tăng 17,26", "đứng thứ 3 trong 34 tỉnh, thành phố. Cùng điểm, cùng hạng với 1 nơi nữa.",
			"Tổng điểm: nơi này 61,48; cả nước 56,56", "Nộp và trả trực tuyến: cả nước 13,1", "Chưa hỏi được Cổng về: trả tiền trực tuyến.", "Kỳ này chưa hết", "Cổng thử",
		}},
		{[]string{"chatluong", "van", "phong", "--period", "2026-08"}, exit.Answered, []string{
			"Tháng 8 năm 2026", "Kỳ này đã hết ngày 31/8/2026.", "Công khai, minh bạch: 1,96 trên 18 điểm (10,89%), chưa có số liệu; 1,96 điểm là số chung của cả tỉnh",
			"Người dân hài lòng: 12 trên 18 điểm (66,67%), giảm 1,5", "Thủ tục công bố đúng hạn: chưa có số liệu\n",
			"Thủ tục công khai đủ nội dung: số chung của cả tỉnh · 87 trên 89 (97,75%) · 1,96 trên 2 điểm",
			"Phản ánh được xử lý đúng hạn: chưa có số liệu · được Cổng cho 6 trên 6 điểm", "Một dòng mới: 0 trên 3 · 0 trên 2 điểm · Số này lạ\n",
			"Cổng không cho tổng điểm của từng xã", "Phản ánh, kiến nghị: 0, đã phân loại 0", "Tổng điểm: cả tỉnh 61,48; cả nước 56,56",
		}},
		{[]string{"quality", "--below", "--by", "mdhl", "--lang", "en"}, exit.Answered, []string{"2 offices, by people's satisfaction.", "12 of 18 points (66.67%), down 1.5"}},
		{[]string{"quality", "--json"}, exit.Answered, []string{
			`"period":"2026","from":"2026-01-01","to":"2026-12-31","ended":false`, `"standing":{"place":3,"among":34,"shared":1}`, `"missing":["TTTT"]`,
			`"requests":[{"call":"service-results","body":{"year":2026}}]`, `"online_and_paying":{"points":13.1`, `"counted":false`, `"has_figure":false,"of_province":false`, `"has_figure":true,"of_province":true`,
		}},
		{[]string{"quality", "--period", "2026-Q5"}, exit.Usage, nil},
		{[]string{"quality", "--by", "colour"}, exit.Usage, nil},
	} {
		got, _ := askScores(scoreFake{Lookups: f}, tt.args...)
		if got.code != tt.code {
			t.Errorf("%q: exit %d, want %d: %s", tt.args, got.code, tt.code, got.err)
		}
		for _, want := range tt.has {
			if !strings.Contains(got.out, want) {
				t.Errorf("%q lacks %q:\n%s", tt.args, want, got.out)
			}
		}
	}
	for err, says := range map[error]string{client.ErrNotFound: "Không thấy nơi nào tên “zz”", quality.ErrNothing: "Chưa có số liệu của kỳ này"} {
		if got, _ := askScores(scoreFake{Lookups: f, err: err}, "quality", "zz"); !strings.Contains(got.err, says) {
			t.Errorf("%v: %+v", err, got)
		}
	}
	if got, _ := askScores(scoreFake{Lookups: f, err: client.ErrOffline}, "quality"); got.code != exit.Unreachable || got.err == "" {
		t.Errorf("%+v", got)
	}
}

// Words that fit several offices are answered by the list of these, not by one of them.
func TestQualityOfSeveral(t *testing.T) {
	several := &quality.SeveralError{Total: 25, Units: []unit.Unit{{ID: "u-1", Code: "H56", Name: "UBND tỉnh Thanh Hóa", Level: unit.LevelProvince}, {ID: "u-2", Code: "H55.150", Name: "UBND xã Định Hóa", Level: unit.LevelCommune, Parent: "H55"}}}
	s := scoreFake{Lookups: newFake(t), err: several}
	if got, _ := askScores(s, "quality", "hoa"); got.code != exit.Usage || got.err != "" || !strings.Contains(got.out, "“hoa” hợp với 25 nơi.") || !strings.HasSuffix(got.out, "UBND tỉnh Thanh Hóa\n  H56\nUBND xã Định Hóa\n  H55.150\n") || strings.Contains(got.out, "điểm") {
		t.Errorf("%+v", got)
	}
	want := `{"candidates":[{"id":"u-1","code":"H56","name":"UBND tỉnh Thanh Hóa","level":"province","parent":null},{"id":"u-2","code":"H55.150","name":"UBND xã Định Hóa","level":"commune","parent":"H55"}],"total":25}` + "\n"
	if got, _ := askScores(s, "quality", "hoa", "--json"); got.code != exit.Usage || got.out != want {
		t.Errorf("%+v", got)
	}
	s.asked = &quality.Query{}
	var out bytes.Buffer
	if Mode(context.Background(), verb.Deps{Service: s, Out: &out, In: strings.NewReader("chatluong hoa\n")}); !strings.Contains(out.String(), "  H55.150\n") {
		t.Errorf("%s", out.String())
	}
}

// In the line mode a period may stand behind the name.
func TestQualityIsTyped(t *testing.T) {
	for typed, want := range map[string]quality.Query{
		"chatluong đức xuân 2026-08\n": {Words: "đức xuân", Period: quality.Period{Year: 2026, Month: 8}},
		"quality VN\n":                 {Words: "VN"},
		"chatluong\n":                  {}, // of the province
		"chatluong 2026-Q3\n":          {Period: quality.Period{Year: 2026, Quarter: 3}},
	} {
		var out bytes.Buffer
		s := scoreFake{Lookups: newFake(t), asked: &quality.Query{Words: "not asked"}}
		if code := Mode(context.Background(), verb.Deps{Service: s, Out: &out, In: strings.NewReader(typed)}); code != exit.Answered || *s.asked != want || !strings.Contains(out.String(), "điểm") {
			t.Errorf("%q asks %+v, want %+v:\n%s", typed, *s.asked, want, out.String())
		}
	}
}
