package line

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/unit"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
)

// officeFake answers Units and Shares.
type officeFake struct {
	client.Lookups
	err error
}

func (o officeFake) Units(_ context.Context, q unit.Query) (client.Answer[unit.Result], error) {
	a := client.Answer[unit.Result]{AsOf: morning, Source: client.SourceName{ID: "store", Name: "Cổng thử"}, Stale: true}
	if o.err != nil {
		return a, o.err
	}
	list := []unit.Unit{
		{ID: "u-1", Code: "H55.100", Name: "UBND Phường Đức Xuân", Level: unit.LevelCommune, Parent: "H55", Office: &unit.Office{Address: "Số 1", Phone: "0209"}},
		{ID: "u-2", Code: "H55.101", Name: "UBND Phường Bắc Kạn", Level: unit.LevelCommune, Parent: "H55"},
	}
	if q.Words != "" {
		list = list[:1]
	}
	a.Value = unit.Result{Units: list[:min(len(list), q.Limit)], Total: len(list)}
	switch q.Procedure {
	case "":
	case "1.000026":
		a.Value = unit.Result{Taking: &unit.Taking{Procedure: q.Procedure, Abolished: true}}
	default:
		a.Value.Taking = &unit.Taking{Procedure: q.Procedure, Name: "Chứng thực", Unknown: 3, Levels: morning, Services: []unit.Service{{Unit: "u-1", Online: unit.OnlineFull, URL: "https://a.example"}}}
	}
	return a, nil
}

func (o officeFake) Shares(context.Context) (client.Answer[unit.Shares], error) {
	return client.Answer[unit.Shares]{AsOf: morning, Value: unit.Shares{Of: "Cả nước", Year: 2026, Provision: []unit.Share{{Level: unit.OnlineFull, Count: 390, Percent: 24.36}}}}, o.err
}

func askOffices(o officeFake, args ...string) ran {
	var out, errs bytes.Buffer
	code := Run(context.Background(), verb.Deps{Service: o, Out: &out, Err: &errs, In: strings.NewReader("")}, args)
	return ran{out.String(), errs.String(), code}
}

func TestUnitsOfAProcedure(t *testing.T) {
	f := newFake(t)
	for _, tt := range []struct {
		args []string
		code int
		has  []string
	}{
		{[]string{"units", "--procedure", "2.000815"}, exit.Answered, []string{"2 nơi trong tỉnh nhận thủ tục này; còn 3 nơi nữa", "Làm trọn trực tuyến: không phải đến quầy", "Cổng thử"}},
		{[]string{"units", "đức", "xuân", "--lang", "en"}, exit.Answered, []string{"Address:", "Số 1", "Code of the office: H55.100"}},
		{[]string{"units", "--procedure", "1.000026"}, exit.Answered, []string{"đã bãi bỏ"}},
		{[]string{"units", "--procedure", "1.000026", "--json"}, exit.Answered, []string{`{"procedure":{"code":"1.000026","abolished":true,"successor":null,"units":0,"unknown":0,"levels_as_of":null}`}},
		{[]string{"units", "--procedure", "2.000815", "--json"}, exit.Answered, []string{`"online":"full","url":"https://a.example"`, `"unknown":3`, `"stale":true`}},
		{[]string{"units", "--limit", "1"}, exit.Answered, []string{"Có 2 nơi", "Ở đây là 1 nơi đầu"}},
		{[]string{"units", "--shares"}, exit.Answered, []string{"24,36% (390 thủ tục)", "57%", "10%"}},
		{[]string{"units", "--shares", "--json"}, exit.Answered, []string{`"level":"full","count":390,"percent":24.36`}},
		{[]string{"units", "--procedure", "x"}, exit.Usage, nil},
	} {
		got := askOffices(officeFake{Lookups: f}, tt.args...)
		if got.code != tt.code {
			t.Errorf("%q: exit %d, want %d: %s", tt.args, got.code, tt.code, got.err)
		}
		for _, want := range tt.has {
			if !strings.Contains(got.out, want) {
				t.Errorf("%q lacks %q:\n%s", tt.args, want, got.out)
			}
		}
	}
	if got := askOffices(officeFake{f, client.ErrNotFound}, "units", "zz"); got.code != exit.NotFound || !strings.Contains(got.err, "Không thấy") {
		t.Errorf("%+v", got)
	}
	if got := askOffices(officeFake{f, client.ErrOffline}, "units"); got.code != exit.Unreachable || got.err == "" {
		t.Errorf("%+v", got)
	}
}

// The line mode answers how much is done online as well, in the words of either language.
func TestSharesAreTyped(t *testing.T) {
	for _, typed := range []string{"donvi trực tuyến\n", "units truc tuyen\n", "UNITS online\n"} {
		var out bytes.Buffer
		d := verb.Deps{Service: officeFake{Lookups: newFake(t)}, Out: &out, In: strings.NewReader(typed)}
		if code := Mode(context.Background(), d); code != exit.Answered || !strings.Contains(out.String(), "24,36% (390 thủ tục)") {
			t.Errorf("%q: exit %d\n%s", typed, code, out.String())
		}
	}
}

// A name or a procedure beside --shares was once left out silently: the shares are those of
// the province and the country.
func TestSharesStandAlone(t *testing.T) {
	for _, args := range [][]string{{"units", "--shares", "duc", "xuan"}, {"units", "--shares", "--procedure", "2.000815"}} {
		if got := runLine(t, args...); got.code != exit.Usage || !strings.Contains(got.err, "--shares") {
			t.Errorf("%q: %+v", args, got)
		}
	}
}
