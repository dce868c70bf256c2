package line

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/tui/line/codelist"
	"motcua/tui/line/verb"
)

// keysInOrder returns the top-level keys of one JSON object in their order.
func keysInOrder(t *testing.T, line string) []string {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(line))
	if _, err := dec.Token(); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for dec.More() {
		k, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, k.(string))
		var skip json.RawMessage
		if err := dec.Decode(&skip); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

// Scripts read these keys by name and people by position, so neither may change.
func TestJSONKeysAndTheirOrder(t *testing.T) {
	f := newFake(t)
	f.search = func(client.Query) (client.Answer[client.SearchResult], error) { return hits(1, 1), nil }
	f.show = func(string) (client.Answer[client.Procedure], error) { return birth(), nil }
	tests := []struct{ verb, arg, keys string }{
		{"track", codeOf + "04", "code found status status_code status_name procedure_code procedure_name agency_name received_at due_at finished_at timeliness working_days_left calendar_doubt next_step missing fees results steps proof as_of stale source"},
		{"track", codeOf + "77", "code found status status_code status_name procedure_code procedure_name agency_name received_at due_at finished_at timeliness working_days_left calendar_doubt next_step missing fees results steps proof as_of stale source"},
		{"search", "khai sinh", "code name field agency level uuid rank abolished successor place name_en near wish"},
		{"show", "1.001193", "code name field agency level executing methods cases steps conditions legal_basis results forms linked url as_of stale source review online abolished successor name_en"},
	}
	for _, tt := range tests {
		got := runWith(t, f, verb.Deps{}, tt.verb, tt.arg, "--json")
		if n := strings.Count(got.out, "\n"); n != 1 {
			t.Fatalf("%s: %d lines: %q, %q", tt.verb, n, got.out, got.err)
		}
		if keys := strings.Join(keysInOrder(t, got.out), " "); keys != tt.keys {
			t.Errorf("%s:\n got %s\nwant %s", tt.verb, keys, tt.keys)
		}
	}
}

func TestTrackJSONValues(t *testing.T) {
	tests := []struct {
		args []string
		want string // parts of the object, one a line
	}{
		{[]string{codeOf + "04"}, `"found":true
"status":"processing"
"status_code":4
"status_name":"Đang xử lý"
"received_at":"2026-11-20T09:40:00+07:00"
"due_at":"2026-11-25T17:00:00+07:00"
"finished_at":null
"timeliness":"on_time"
"working_days_left":1
"missing":null
"fees":null
{"at":"2026-11-20T08:12:00+07:00","name":"Nộp hồ sơ","unit":"Bộ phận một cửa","status":"registered"}
"proof":"needed"
"as_of":"2026-11-24T08:14:00+07:00"
"stale":false
"source":"h55"`},
		{[]string{codeOf + "11"}, `"timeliness":"late"
"working_days_left":-4
"next_step":"Cơ quan phải gửi phiếu xin lỗi`},
		{[]string{codeOf + "05", "--proof", "4321"}, `"timeliness":"paused"
"working_days_left":null
"missing":["Hợp đồng thuê nhà","Giấy xác nhận của chủ nhà"]
"fees":[{"name":"Lệ phí đăng ký","amount":15000,"paid":false},{"name":"Phí chuyển phát","amount":null,"paid":false}]
"proof":"given"`},
		{[]string{codeOf + "12"}, `"status":"unknown"
"status_code":null
"status_name":"Chờ ký số"`},
		{[]string{codeOf + "09", "--lang", "en"}, `"timeliness":"early"
"working_days_left":1
"next_step":"Come to Quầy 3`},
		{[]string{codeOf + "01"}, `"timeliness":"none"
"due_at":null`},
	}
	for _, tt := range tests {
		got := runLine(t, append([]string{"track", "--json"}, tt.args...)...)
		for want := range strings.SplitSeq(tt.want, "\n") {
			if !strings.Contains(got.out, want) {
				t.Errorf("%v: %s is missing in\n%s", tt.args, want, got.out)
			}
		}
	}
}

// The ten states have their ten words and numbers.
func TestTrackJSONStates(t *testing.T) {
	words := strings.Fields("registered accepted refused processing supplement payment withdrawn stopped finished returned")
	for i, w := range words {
		got := runLine(t, "track", "--json", fmt.Sprintf("%s%02d", codeOf, i+1))
		if want := fmt.Sprintf(`"status":%q,"status_code":%d,`, w, i+1); !strings.Contains(got.out, want) {
			t.Errorf("%s is missing in %s", want, got.out)
		}
	}
}

// An unknown code and a wrong proof give the same bytes.
func TestNotFoundJSONSaysNothing(t *testing.T) {
	unknown := runLine(t, "track", "--json", codeOf+"77")
	wrong := runLine(t, "track", "--json", codeOf+"77", "--proof", "0000")
	if unknown != wrong || unknown.code != 3 || unknown.err != "" {
		t.Errorf("%+v\n%+v", unknown, wrong)
	}
	var all map[string]any
	if err := json.Unmarshal([]byte(unknown.out), &all); err != nil {
		t.Fatal(err)
	}
	for k, v := range all {
		if k != "code" && k != "found" && v != nil {
			t.Errorf("%s is %v", k, v)
		}
	}
}

func TestNoListIsNull(t *testing.T) {
	f := newFake(t)
	f.show = func(string) (client.Answer[client.Procedure], error) {
		return client.Answer[client.Procedure]{Value: client.Procedure{Code: "1.001193", Name: "Trống"}, AsOf: morning}, nil
	}
	got := runWith(t, f, verb.Deps{}, "show", "1.001193", "--json")
	want := `{"code":"1.001193","name":"Trống","field":null,"agency":null,"level":null,"executing":[],"methods":[],"cases":[],"steps":[],"conditions":null,"legal_basis":[],"results":[],"forms":[],"linked":[],"url":null,"as_of":"2026-11-24T08:14:00+07:00","stale":false,"source":null,"review":null,"online":null,"abolished":false,"successor":null,"name_en":"Register a birth"}` + "\n"
	if got.out != want {
		t.Errorf("got  %s\nwant %s", got.out, want)
	}
	f.track = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		return answer(client.Dossier{Code: q.Code, Private: &client.Private{}}), nil
	}
	got = runWith(t, f, verb.Deps{}, "track", codeOf+"04", "--json")
	if !strings.Contains(got.out, `"missing":[],"fees":[],"results":[],"steps":[],"proof":"none"`) {
		t.Errorf("got %s", got.out)
	}
}

// A script that reads line by line once missed every input without an answer.
func TestEveryInputIsOneObject(t *testing.T) {
	f := newFake(t)
	f.track = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		switch q.Code.Serial() {
		case "0097":
			return client.Answer[client.Dossier]{}, &client.HandOverError{URL: "https://dvc.example/tra-cuu"}
		case "0096":
			return client.Answer[client.Dossier]{}, client.ErrOffline
		case "0094":
			return client.Answer[client.Dossier]{}, &client.NotConnectedError{Agency: q.Code.Agency(), Name: "UBND tỉnh Thanh Hóa"}
		case "0095":
			return client.Answer[client.Dossier]{}, fmt.Errorf("index out of range")
		}
		return byLastDigits(q)
	}
	in := strings.Join([]string{codeOf + "04", "H55.17.05", "rác " + strings.Repeat("z", 200), strings.Repeat("x", codelist.LineMost+1), "1.004194",
		codeOf + "99", codeOf + "98", codeOf + "97", codeOf + "96", codeOf + "95", codeOf + "94", "03706/2026/07906", codeOf + "77", codeOf + "04", codeOf + "04"}, "\n")
	got := runWith(t, f, verb.Deps{In: strings.NewReader(in), MaxCodes: 9}, "track", "-", "--json")
	want := []struct{ code, found, kind string }{
		{codeOf + "04", "true", ""},
		{"H55.17.05", "null", "code"},
		{"rác zzz", "null", "code"},
		{"", "null", "input"},
		{"1.004194", "null", "procedure_code"},
		{codeOf + "99", "null", "unavailable"},
		{codeOf + "98", "null", "limited"},
		{codeOf + "97", "null", "hand_over"},
		{codeOf + "96", "null", "offline"},
		{codeOf + "95", "null", "failed"},
		{codeOf + "94", "false", "not_connected"},
		{"03706/2026/07906", "null", "social_insurance"},
		{codeOf + "77", "false", ""},
		{codeOf + "04", "true", ""},
		{"", "null", "input"}, // longer than the limit
	}
	lines := strings.Split(strings.TrimSpace(got.out), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines for %d inputs:\n%s", len(lines), len(want), got.out)
	}
	keys := strings.Join(keysInOrder(t, lines[0]), " ")
	for i, w := range want {
		var o struct {
			Code  string
			Found json.RawMessage
			Error struct{ Kind, Sentence string }
		}
		if err := json.Unmarshal([]byte(lines[i]), &o); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(o.Code, w.code) || (w.code == "") != (o.Code == "") || len([]rune(o.Code)) > 40 ||
			string(o.Found) != w.found || o.Error.Kind != w.kind || (w.kind == "") != (o.Error.Sentence == "") {
			t.Errorf("line %d: %s", i+1, lines[i])
		}
		order := keys
		if w.kind != "" {
			order += " error"
		}
		if k := strings.Join(keysInOrder(t, lines[i]), " "); k != order {
			t.Errorf("line %d has the keys %s", i+1, k)
		}
	}
}

func TestEveryArgumentIsOneObject(t *testing.T) {
	got := runLine(t, "track", "--json", "H55", codeOf+"99", codeOf+"04")
	if n := strings.Count(got.out, "\n"); n != 3 || got.code != 4 {
		t.Errorf("code %d, %d lines:\n%s", got.code, n, got.out)
	}
	d := verb.Deps{Open: func(context.Context) (client.Lookups, error) { return nil, fmt.Errorf("no config") }}
	var out bytes.Buffer
	d.Out, d.Err = &out, io.Discard
	if code := Run(t.Context(), d, []string{"track", "--json", codeOf + "04", "H55"}); code != 1 || strings.Count(out.String(), `"kind":"failed"`) != 2 {
		t.Errorf("code %d:\n%s", code, &out)
	}
}

// show also answers every input with one object.
func TestShowWithoutAnAnswerIsOneObject(t *testing.T) {
	f := newFake(t)
	f.show = func(code string) (client.Answer[client.Procedure], error) {
		if code == "1.000001" {
			return birth(), client.ErrNotFound
		}
		return birth(), &client.UnavailableError{Source: portal, Cause: client.CauseTimeout}
	}
	for _, tt := range []struct {
		arg, kind string
		code      int
	}{{"1.000001", "not_found", 3}, {"1.000002", "unavailable", 4}, {"khai sinh", "procedure_code", 2}, {codeOf + "07", "procedure_code", 2}} {
		got := runWith(t, f, verb.Deps{}, "show", "--json", tt.arg)
		if got.code != tt.code || strings.Count(got.out, "\n") != 1 ||
			!strings.HasPrefix(got.out, fmt.Sprintf(`{"code":%q,"name":null,`, tt.arg)) || !strings.Contains(got.out, fmt.Sprintf(`"error":{"kind":%q,"sentence":"`, tt.kind)) {
			t.Errorf("%s: code %d, %s", tt.arg, got.code, got.out)
		}
	}
}

// For a procedure of which only the heading is known, papers, fees and steps are null; an
// empty list would say that there are none.
func TestOutlineJSONAndPage(t *testing.T) {
	f := newFake(t)
	f.show = func(string) (client.Answer[client.Procedure], error) {
		p := client.Procedure{Code: "1.001193", Name: "Đăng ký khai sinh", Field: "Hộ tịch", Publisher: "Bộ Tư pháp", Outline: true, URL: "https://dichvucong.gov.vn/x"}
		return client.Answer[client.Procedure]{Value: p, AsOf: morning, Source: portal}, nil
	}
	got := runWith(t, f, verb.Deps{}, "show", "1.001193", "--json")
	for _, key := range []string{"methods", "cases", "steps", "legal_basis", "results", "forms"} {
		if !strings.Contains(got.out, fmt.Sprintf(`%q:null`, key)) {
			t.Errorf("%s is not null in %s", key, got.out)
		}
	}
	for _, flags := range [][]string{nil, {"--full"}} {
		got := runWith(t, f, verb.Deps{Width: 60}, append([]string{"show", "1.001193"}, flags...)...)
		if !strings.Contains(got.out, "Ở đây chỉ có tên thủ tục này, chưa có giấy tờ, thời hạn, tiền.") ||
			!strings.Contains(got.out, ": https://dichvucong.gov.vn/x\n") || strings.Contains(got.out, "chưa ghi") {
			t.Errorf("%v:\n%s", flags, got.out)
		}
	}
}

// An outage is one object for as long as it lasts.
func TestWatchTellsAnOutageInJSON(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFake(t)
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
		defer cancel()
		var out bytes.Buffer
		d := verb.Deps{Service: f, Out: &out, Err: io.Discard, Jitter: func() float64 { return 0 }}
		Run(ctx, d, []string{"track", "--json", "--watch", codeOf + "99"})
		if n := strings.Count(out.String(), `"kind":"unavailable"`); n != 1 || len(f.queries) < 2 {
			t.Errorf("%d objects after %d look-ups:\n%s", n, len(f.queries), &out)
		}
	})
}
