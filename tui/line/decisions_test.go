package line

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/builtin"
	"motcua/client/clienttest/decided"
	"motcua/client/decision"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

func TestDecisions(t *testing.T) {
	tests := []struct {
		args []string
		code int
		out  []string
		err  string
	}{
		{[]string{"decisions", "--year", "2018"}, exit.Answered, []string{
			"UBND tỉnh Thái Nguyên năm 2018\n35 quyết định, 1.118 lượt thủ tục\n  Mới ban hành: 598\n  Sửa đổi hoặc thay thế: 166\n  Bãi bỏ: 354\n",
			"chung một danh sách", "mã 18000", "Theo Cổng Dịch vụ công quốc gia",
		}, ""},
		{[]string{"decisions", "--year", "2020", "--lang", "en"}, exit.Answered, []string{"Counted so far: 3 of 4 decisions", "New: 40", "ID 20003"}, ""},
		{[]string{"quyetdinh", "18001"}, exit.Answered, []string{
			"Số 137/QĐ-UBND, công bố ngày 05/9/2018", "Mới ban hành (1):\n  - Thủ tục đăng ký khai sinh · 1.001193\n",
			"Sửa đổi hoặc thay thế (2):", "Bãi bỏ (0):\n  - không có\n",
		}, ""},
		{[]string{"decisions", "--words", "zzzz"}, exit.NotFound, []string{"có “zzzz”\nDanh sách ở đây không có quyết định nào như vậy"}, ""},
		{[]string{"decisions", "--procedure", "1001193"}, exit.Answered, []string{
			"Quyết định có thủ tục 1.001193\nCủa tỉnh mới xem được 3 trong 4 quyết định", "Sửa đổi hoặc thay thế · Số 137/QĐ-UBND", "  Số 9354/QĐ-BCA-C06", "Mới ban hành · Số 100/QĐ-UBND",
		}, ""},
		{[]string{"decisions", "--procedure", "2.000815", "--lang", "en"}, exit.Answered, []string{"No decision with this procedure was found so far."}, ""},
		{[]string{"decisions", "--procedure", "khai sinh"}, exit.Usage, nil, "--procedure"},
		{[]string{"decisions", "7"}, exit.NotFound, nil, "Không thấy quyết định"},
		{[]string{"decisions", "x"}, exit.Usage, nil, "dãy số"},
		// The year was once in the heading alone, above decisions of other years.
		{[]string{"decisions", "--procedure", "1.001193", "--year", "2018"}, exit.Usage, nil, "không đi cùng"},
		{[]string{"decisions", "--procedure", "1.001193", "--words", "x", "--lang", "en"}, exit.Usage, nil, "does not go with"},
		{[]string{"decisions", "18001", "--procedure", "1.001193"}, exit.Usage, nil, "không đi cùng"},
		{[]string{"decisions", "18001", "--year", "2018"}, exit.Usage, nil, "không đi cùng"},
		{[]string{"decisions", "--date", "24/1/2018"}, exit.Usage, nil, "2018-01-24"},
		{[]string{"decisions", "--limit", "0"}, exit.Usage, nil, "--limit"},
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

// The counts stand on the first line, and each decision on one, with the same keys as the
// decision in full.
func TestDecisionsJSON(t *testing.T) {
	got := runLine(t, "decisions", "--year", "2018", "--json")
	lines := strings.Split(strings.TrimSpace(got.out), "\n")
	if len(lines) != 5 || !strings.HasPrefix(lines[0], `{"type":"year","year":2018,"agency":"UBND tỉnh Thái Nguyên","agency_code":"H55","decisions":35,"counted":35,"procedures":1118,"new":598,"amended_or_replaced":166,"abolished":354,"as_of":`) {
		t.Fatalf("%s", got.out)
	}
	one := runLine(t, "decisions", "18000", "--json")
	for _, l := range append(lines[1:], one.out) {
		var o map[string]any
		if err := json.Unmarshal([]byte(l), &o); err != nil || len(o) != 14 || o["type"] != "decision" || (o["new"] == nil) != (l != one.out) {
			t.Errorf("%v, %d keys: %s", err, len(o), l)
		}
	}
}

// Of the decisions with a procedure each says what it does to it; one that only has the
// number says nothing.
func TestDecisionsWithAProcedureJSON(t *testing.T) {
	got := runLine(t, "decisions", "--procedure", "1.001193", "--json")
	var does []any
	for l := range strings.Lines(got.out) {
		var o map[string]any
		if err := json.Unmarshal([]byte(l), &o); err != nil || len(o) != 14 {
			t.Fatalf("%v: %s", err, l)
		}
		does = append(does, o["does"])
	}
	if !slices.Equal(does, []any{"amended_or_replaced", nil, "new"}) {
		t.Errorf("%v", does)
	}
}

// listFake answers with one list.
type listFake struct {
	client.Lookups
	list  decision.List
	stale bool
}

func (l listFake) Decisions(context.Context, decision.Query) (client.Answer[decision.List], error) {
	return client.Answer[decision.List]{Value: l.list, Stale: l.stale}, nil
}

// An empty list once gave a script no line and exit 0, whether there was none or not all had
// been read.
func TestNoDecisionJSON(t *testing.T) {
	having := []string{"decisions", "--json", "--procedure", "9.999999"}
	for name, tt := range map[string]struct {
		listFake
		args []string
		code int
		want string
	}{
		"none":         {listFake{list: decision.List{Known: 4, Among: 4}}, having, exit.NotFound, `{"type":"none","procedure":"9.999999","found":false,"decisions":4,"read":4,"named":null,`},
		"not all read": {listFake{list: decision.List{Known: 3, Among: 4}}, having, exit.Answered, `{"type":"none","procedure":"9.999999","found":null,"decisions":4,"read":3,"named":null,`},
		"no agency":    {listFake{}, having, exit.Answered, `{"type":"none","procedure":"9.999999","found":null,"decisions":0,"read":0,"named":null,`},
		"unasked":      {listFake{list: decision.List{Known: 4, Among: 4, Named: "163/QĐ-BTP"}, stale: true}, having, exit.Answered, `{"type":"none","procedure":"9.999999","found":null,"decisions":4,"read":4,"named":"163/QĐ-BTP",`},
		"words":        {listFake{}, []string{"decisions", "--json", "--words", "zzzz"}, exit.NotFound, `{"type":"none","procedure":null,"found":false,"decisions":0,"read":0,"named":null,`},
	} {
		var out, errs bytes.Buffer
		tt.Lookups = newFake(t)
		code := Run(t.Context(), verb.Deps{Service: tt.listFake, Out: &out, Err: &errs, In: strings.NewReader("")}, tt.args)
		if code != tt.code || errs.String() != "" || !strings.HasPrefix(out.String(), tt.want) || strings.Count(out.String(), "\n") != 1 {
			t.Errorf("%s: exit %d, %s%s", name, code, out.String(), errs.String())
		}
	}
}

// A gateway that is down, or that nobody configured, is told with the page that has the
// decisions.
func TestDecisionsThatCannotBeHad(t *testing.T) {
	of := builtin.Answers()
	for name, src := range map[string]client.DecisionSource{
		"down": decided.Source{Err: &client.UnavailableError{Source: client.SourceName{ID: "gateway", Name: "Cổng Dịch vụ công quốc gia"}, Cause: client.CauseNetwork}},
		"none": nil,
	} {
		of.Decisions = src
		f := newFake(t)
		f.Lookups = client.NewService(of)
		for _, args := range [][]string{{"decisions"}, {"decisions", "--procedure", "1.001193"}} {
			got := runWith(t, f, verb.Deps{}, args...)
			if got.code == exit.Answered || got.out != "" || !strings.Contains(got.err, "trang") {
				t.Errorf("%s: %+v", name, got)
			}
			if name == "none" && !strings.Contains(got.err, decision.PortalPage) {
				t.Errorf("%s: %+v", name, got)
			}
		}
	}
}

// The line mode takes a year, the ID of a decision, and words.
func TestDecisionsInTheLineMode(t *testing.T) {
	out := talk(t, newFake(t), text.VI, "quyetdinh 2018\nquyetdinh 18001\nquyetdinh Hộ tịch\nquyetdinh 7\nquyetdinh 1.001193\n")
	for _, want := range []string{"Mới ban hành: 598", "Số 137/QĐ-UBND", "lĩnh vực Hộ tịch", "Không thấy quyết định", "Sửa đổi hoặc thay thế, Số 137/QĐ-UBND"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q: %s", want, out)
		}
	}
}
