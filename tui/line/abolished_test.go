package line

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/linked"
	"motcua/client/unit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

// Commands, JSON and the line mode say of an abolished procedure that it is, in lists and by
// itself.
func TestAnAbolishedProcedureIsMarkedInLines(t *testing.T) {
	found := hits(2, 2)
	found.Value.Hits[1].Abolished = true
	f := newFake(t)
	f.search = func(client.Query) (client.Answer[client.SearchResult], error) { return found, nil }
	f.show = func(code string) (client.Answer[client.Procedure], error) {
		return client.Answer[client.Procedure]{Value: client.Procedure{Code: code, Name: "Đăng ký khai sinh", Abolished: true, Conditions: "không"}, AsOf: morning, Source: portal}, nil
	}
	const whole = "Thủ tục này đã bãi bỏ, không nơi nào nhận nữa."
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"search", "khai sinh"}, "1.001191  Đăng ký khai sinh · Đã bãi bỏ"},
		{[]string{"search", "khai sinh", "--json"}, `"rank":2,"abolished":true`},
		{[]string{"show", "1.001193"}, whole},
		{[]string{"show", "1.001193", "--full"}, whole},
		{[]string{"show", "1.001193", "--json"}, `"abolished":true`},
		{[]string{"show", "1.001193", "--lang", "en"}, "This procedure was abolished"},
	} {
		if got := runWith(t, f, verb.Deps{Lang: text.VI}, tt.args...); !strings.Contains(got.out, tt.want) {
			t.Errorf("%q lacks %q: %+v", tt.args, tt.want, got)
		}
	}
	out := talk(t, f, text.VI, "khai sinh\n2\nt\n")
	for _, want := range []string{"1. Đăng ký khai sinh\n", "2. Đăng ký khai sinh, đã bãi bỏ\n", whole} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q: %s", want, out)
		}
	}
	if n := strings.Count(out, whole); n != 2 {
		t.Errorf("said %d times, want on the page and above the whole text: %s", n, out)
	}
}

// replacedFake knows of one procedure alone, and what replaces it.
type replacedFake struct {
	*fake
	next *linked.Successor
}

func (f replacedFake) Units(_ context.Context, q unit.Query) (client.Answer[unit.Result], error) {
	return client.Answer[unit.Result]{AsOf: morning, Source: portal, Value: unit.Result{Taking: &unit.Taking{Procedure: q.Procedure, Abolished: true, Successor: f.next}}}, nil
}

// What replaces it is said with whose word it is; a list has only the mark, and its JSON all.
func TestASuccessorIsSaidInLines(t *testing.T) {
	next := &linked.Successor{Code: "1.004222", Name: "Thủ tục đăng ký thường trú", Office: "UBND phường Đức Xuân"}
	found := hits(2, 2)
	found.Value.Hits[1].Abolished, found.Value.Hits[1].Successor = true, next
	f := newFake(t)
	f.search = func(client.Query) (client.Answer[client.SearchResult], error) { return found, nil }
	f.show = func(code string) (client.Answer[client.Procedure], error) {
		return client.Answer[client.Procedure]{Value: client.Procedure{Code: code, Name: "Đăng ký khai sinh", Abolished: true, Conditions: "không"}, AsOf: morning, Source: portal, Successor: next}, nil
	}
	const whole = "Đã bãi bỏ. Thay bằng thủ tục 1.004222 Đăng ký thường trú (theo UBND phường Đức Xuân)."
	const inJSON = `"abolished":true,"successor":{"code":"1.004222","name":"Thủ tục đăng ký thường trú","office":"UBND phường Đức Xuân"}`
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"search", "khai sinh"}, "1.001191  Đăng ký khai sinh · Đã bãi bỏ"},
		{[]string{"search", "khai sinh", "--json"}, `"rank":2,` + inJSON},
		{[]string{"search", "khai sinh", "--json"}, `"rank":1,"abolished":false,"successor":null`},
		{[]string{"show", "1.001193"}, whole},
		{[]string{"show", "1.001193", "--full"}, whole},
		{[]string{"show", "1.001193", "--json"}, inJSON},
		{[]string{"show", "1.001193", "--lang", "en"}, "Abolished. Replaced by the procedure 1.004222 Register permanent residence (as UBND phường Đức Xuân says)."},
		{[]string{"units", "--procedure", "1.001193"}, whole},
		{[]string{"units", "--procedure", "1.001193", "--json"}, inJSON},
	} {
		var out, errs bytes.Buffer
		Run(t.Context(), verb.Deps{Service: replacedFake{f, next}, Lang: text.VI, Out: &out, Err: &errs, In: strings.NewReader("")}, tt.args)
		if !strings.Contains(strings.Join(strings.Fields(out.String()+errs.String()), " "), strings.Join(strings.Fields(tt.want), " ")) {
			t.Errorf("%q lacks %q: %s%s", tt.args, tt.want, &out, &errs)
		}
	}
	out := strings.Join(strings.Fields(talk(t, f, text.VI, "khai sinh\n2\nt\n")), " ")
	if n := strings.Count(out, whole); n != 2 {
		t.Errorf("said %d times, want on the page and above the whole text: %s", n, out)
	}
}
