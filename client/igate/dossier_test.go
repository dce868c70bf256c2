package igate

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/clienttest/contract"
	"motcua/client/code"
	"motcua/client/timely"
)

func TestDossierByCodeAlone(t *testing.T) {
	g := &gate{content: "[" + item(t, nil) + "]"}
	got, err := serve(t, g).Dossier(t.Context(), query(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	unit := "Công an phường Đức Xuân"
	want := client.Dossier{
		Code: query(t, "").Code, Status: client.StatusProcessing, StatusName: "Đang xử lý",
		ProcedureCode: "1.004194", ProcedureName: "Đăng ký tạm trú", Field: "Đăng ký, quản lý cư trú",
		Agency:      client.Agency{ID: "H55.17.05", Name: unit},
		SubmittedAt: at2026(11, 20, 8, 12), ReceivedAt: at2026(11, 20, 9, 40), DueAt: at2026(11, 25, 17, 0),
		Steps: []client.Step{
			{At: at2026(11, 20, 8, 12), Status: client.StatusRegistered, Unit: unit},
			{At: at2026(11, 20, 9, 40), Status: client.StatusAccepted, Unit: unit},
		},
		Proof: client.ProofNeeded,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// Without the proof nothing personal leaves the decoder, even if an official wrote it into the
// words of a state; with it only the masked name does.
func TestNothingPersonal(t *testing.T) {
	g := &gate{content: "[" + item(t, map[string]any{
		"dossierStatus": map[string]any{"id": 9, "name": "Chờ ông NGUYỄN VĂN A (0912 345 678, a@example.vn), bà Trần Thị B 001085012345"},
	}) + "]"}
	s := serve(t, g)
	for _, proof := range []string{"", "2345", "0912345678"} {
		got, err := s.Dossier(t.Context(), query(t, proof))
		if err != nil {
			t.Fatal(err)
		}
		said := fmt.Sprintf("%+v", got)
		if got.Private != nil {
			said += fmt.Sprintf("%+v", *got.Private)
		}
		for _, secret := range []string{"Nguyễn", "NGUYỄN", "Trần", "Lê Văn", "001085012345", "0912", "345 678", "example", "đường Mẫu"} {
			if strings.Contains(said, secret) {
				t.Errorf("proof %q tells %q: %s", proof, secret, said)
			}
		}
		if (got.Private != nil) != (proof != "") {
			t.Errorf("proof %q: private %v", proof, got.Private)
		}
		if got.Private != nil && (got.Proof != client.ProofGiven || got.Private.Applicant != "T••• T•• B") {
			t.Errorf("proof %q: %v %+v", proof, got.Proof, got.Private)
		}
	}
}

// An unknown code and a wrong proof cannot be distinguished: both give the same error after one
// search.
func TestWrongProofIsNotFound(t *testing.T) {
	g := &gate{content: "[" + item(t, nil) + "]"}
	s := serve(t, g)
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Fatal(err)
	}
	unknown, err := code.ParseDossier("H55.17.05-261120-0008")
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []client.DossierQuery{
		query(t, "9999"), query(t, "345"), query(t, "a2345"), query(t, "Trần Thị B"),
		{Code: unknown}, {Code: unknown, Proof: "2345"},
	} {
		before := g.searches
		_, err := s.Dossier(t.Context(), q)
		if !errors.Is(err, client.ErrNotFound) || err.Error() != client.ErrNotFound.Error() {
			t.Errorf("%v: %v, want the bare ErrNotFound", q, err)
		}
		if g.searches != before+1 || g.logins != 1 {
			t.Errorf("%v: %d searches, %d log-ins, want 1 each", q, g.searches-before, g.logins)
		}
	}
	if _, err := s.Dossier(t.Context(), client.DossierQuery{}); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("no code: %v", err)
	}
}

// Without numbers on file no proof can be right.
func TestProofWithoutNumbers(t *testing.T) {
	for _, applicant := range []any{nil, "x", 5, []any{}, map[string]any{"data": nil}, map[string]any{"data": map[string]any{"identityNumber": []any{}, "phoneNumber": ""}}} {
		g := &gate{content: "[" + item(t, map[string]any{"applicant": applicant}) + "]"}
		s := serve(t, g)
		if _, err := s.Dossier(t.Context(), query(t, "2345")); !errors.Is(err, client.ErrNotFound) {
			t.Errorf("%v: error = %v", applicant, err)
		}
		if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
			t.Errorf("%v: without proof: %v", applicant, err)
		}
	}
}

// A search may find similar codes; only an equal code counts, in either field.
func TestOnlyTheVeryCodeCounts(t *testing.T) {
	other := item(t, map[string]any{"code": testCode + "0", "dossierStatus": map[string]any{"id": 4}})
	national := item(t, map[string]any{"code": "000.17.05-X", "nationCode": "h55.17.05-261120-0007"})
	g := &gate{content: "[7,null," + other + "," + national + "]"}
	got, err := serve(t, g).Dossier(t.Context(), query(t, ""))
	if err != nil || got.Status != client.StatusProcessing {
		t.Errorf("%v, %v", got.Status, err)
	}
	for _, content := range []string{"[" + other + "]", "[" + item(t, map[string]any{"code": nil}) + "]", "[]", "null", `"x"`, "5"} {
		g.content = content
		if _, err := serve(t, g).Dossier(t.Context(), query(t, "")); !errors.Is(err, client.ErrNotFound) {
			t.Errorf("%.40s: %v", content, err)
		}
	}
}

func TestStates(t *testing.T) {
	vi := func(name string) []any { return []any{map[string]any{"languageId": 228, "name": name}} }
	tests := []struct {
		state, task any
		status      client.Status
		name        string
	}{
		{map[string]any{"id": 0, "name": "Mới"}, nil, client.StatusRegistered, "Mới"},
		{map[string]any{"id": "0"}, nil, client.StatusRegistered, ""},
		{map[string]any{"id": 4, "name": vi("Đã trả")}, nil, client.StatusReturned, "Đã trả"},
		// The name takes precedence over the id.
		{map[string]any{"id": 4, "name": "Đã có kết quả"}, nil, client.StatusFinished, "Đã có kết quả"},
		{map[string]any{"id": 4, "name": "Đã trả kết quả"}, nil, client.StatusReturned, "Đã trả kết quả"},
		{map[string]any{"id": 4, "name": "Đang xử lý"}, nil, client.StatusProcessing, "Đang xử lý"},
		{map[string]any{"id": 0, "name": "Chờ ký số"}, nil, client.StatusUnknown, "Chờ ký số"},
		{map[string]any{"id": 2, "name": "\u00D0ang xử lý"}, nil, client.StatusProcessing, "Đang xử lý"},
		{map[string]any{"id": 2, "name": "\u0110a\u0303\u00A0tra\u0309 kê\u0301t\u200B quả"}, nil, client.StatusReturned, "Đã trả kết quả"},
		// The id is used if there is no name.
		{map[string]any{"id": 4}, nil, client.StatusFinished, ""},
		{map[string]any{"id": 4, "name": ""}, map[string]any{"name": "Chuyên viên ký"}, client.StatusFinished, "Chuyên viên ký"},
		{4, nil, client.StatusFinished, ""},
		{4, map[string]any{"name": "Đã trả kết quả"}, client.StatusReturned, "Đã trả kết quả"},
		{"0", nil, client.StatusRegistered, ""},
		{7, nil, client.StatusUnknown, "Cán bộ thẩm định hồ sơ"},
		{7, 2, client.StatusUnknown, "Cán bộ thẩm định hồ sơ"},
		{7, map[string]any{"name": "Đang xử lý"}, client.StatusProcessing, "Đang xử lý"},
		{map[string]any{"id": 2, "name": "ĐANG XỬ LÝ"}, nil, client.StatusProcessing, "ĐANG XỬ LÝ"},
		{map[string]any{"id": 7, "name": vi("Yêu cầu bổ sung giấy tờ")}, nil, client.StatusSupplement, "Yêu cầu bổ sung giấy tờ"},
		{"Dừng xử lý", nil, client.StatusStopped, "Dừng xử lý"},
		{map[string]any{"id": 7, "name": "Chờ sở cho ý kiến"}, map[string]any{"id": 1, "name": "Đang xử lý"}, client.StatusUnknown, "Chờ sở cho ý kiến"},
		{map[string]any{"id": 7}, map[string]any{"id": 1, "name": vi("Đã xử lý xong")}, client.StatusFinished, "Đã xử lý xong"},
		// The task says what is being done, and not the dossier's state.
		{nil, nil, client.StatusUnknown, "Cán bộ thẩm định hồ sơ"},
		{map[string]any{"name": 5}, nil, client.StatusUnknown, "Cán bộ thẩm định hồ sơ"},
		{[]any{map[string]any{"id": 4}}, nil, client.StatusFinished, ""},
		{map[string]any{"id": json.Number("4.0"), "name": "null"}, nil, client.StatusFinished, ""},
		{map[string]any{"id": 4, "name": map[string]any{"vi": "Đang xử lý", "en": "Processing"}}, nil, client.StatusProcessing, "Đang xử lý"},
		{map[string]any{"id": 4, "name": "2. ĐANG XỬ LÝ."}, nil, client.StatusProcessing, "2. ĐANG XỬ LÝ."},
	}
	for _, tt := range tests {
		var told []string
		g := &gate{content: "[" + item(t, map[string]any{"dossierStatus": tt.state, "dossierTaskStatus": tt.task}) + "]"}
		s := serve(t, g, func(c *Config) {
			c.OnUnknown = func(src client.SourceName, id string) { told = append(told, src.ID+" "+id) }
		})
		got, err := s.Dossier(t.Context(), query(t, ""))
		if err != nil || got.Status != tt.status || got.StatusName != tt.name {
			t.Errorf("%v %v = %v %q (%v), want %v %q", tt.state, tt.task, got.Status, got.StatusName, err, tt.status, tt.name)
		}
		if want := tt.status == client.StatusUnknown; (len(told) == 1) != want || (s.UnknownStates() == 1) != want {
			t.Errorf("%v %v: told %q, counted %d", tt.state, tt.task, told, s.UnknownStates())
		}
	}
}

// In a state that is none of the ten, the dossier is neither called late nor in time. If the
// words say that the clock is stopped, it is in any state.
func TestClock(t *testing.T) {
	for _, tt := range []struct {
		state, task any
		want        timely.Timeliness
	}{
		{map[string]any{"id": 2, "name": "Đang xử lý"}, nil, timely.Late},
		{map[string]any{"id": 9, "name": "Chờ ký số"}, nil, timely.None},
		{map[string]any{"id": 9, "name": "Chờ bổ sung hồ sơ"}, nil, timely.Paused},
		{map[string]any{"id": 9, "name": "Tạm dừng"}, nil, timely.Paused},
		{map[string]any{"id": 9, "name": "Đã hủy"}, nil, timely.Paused},
		{map[string]any{"id": 9, "name": "Ch\u01A1\u0300 b\u00F4\u0309\u00A0sung"}, nil, timely.Paused},
		{map[string]any{"id": 2, "name": "Đang xử lý"}, map[string]any{"name": "Chờ bổ sung"}, timely.Paused},
		{map[string]any{"id": 4, "name": "Đã có kết quả"}, map[string]any{"name": "Chờ nộp phí"}, timely.None},
		{7, nil, timely.None},
	} {
		g := &gate{content: "[" + item(t, map[string]any{"dossierStatus": tt.state, "dossierTaskStatus": tt.task, "appointmentDate": "20/11/2026"}) + "]"}
		d, err := serve(t, g).Dossier(t.Context(), query(t, ""))
		if err != nil {
			t.Fatal(err)
		}
		if l := timely.Of(d, at2026(11, 25, 8, 0), nil); l.Timeliness != tt.want || d.DueAt.IsZero() {
			t.Errorf("%v %v: %+v, want %s", tt.state, tt.task, l, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		`"Đăng ký"`:                                                        "Đăng ký",
		`{"languageId":228,"name":"Một"}`:                                  "Một",
		`{"languageId":"46","name":"One"}`:                                 "One",
		`{"name":"Không có ngôn ngữ"}`:                                     "Không có ngôn ngữ",
		`[{"languageId":46,"name":"One"},{"languageId":228,"name":"Một"}]`: "Một",
		`[{"languageId":46,"name":"One"},{"languageId":99,"name":"Un"}]`:   "Un",
		`[{"languageId":46,"name":"One"}]`:                                 "One",
		`[{"languageId":228,"name":""},{"languageId":46,"name":"One"}]`:    "One",
		`{"name":[{"languageId":228,"name":"Trong"}]}`:                     "Trong",
		`{"vi":"Một","en":"One"}`:                                          "Một",
		`{"EN":"One","228":[{"languageId":228,"name":"Một"}]}`:             "Một",
		`{"46":"One","x":"X"}`:                                             "One",
		`{"name":{"name":{"name":{"name":"quá sâu"}}}}`:                    "",
		`"x\u001b[31m"`: "x\uFFFD[31m",
		`null`:          "", `[]`: "", `{}`: "", `[1,"a"]`: "", `7`: "7",
	} {
		var w words
		if err := json.Unmarshal([]byte(in), &w); err != nil || string(w) != want {
			t.Errorf("%s = %q, %v, want %q", in, w, err, want)
		}
	}
}

func TestDates(t *testing.T) {
	g := &gate{content: "[" + item(t, map[string]any{
		"appliedDate": 1795600800000, "acceptedDate": "25/11/2026 17:00", "appointmentDate": "2026-11-25T17:00:00",
		"dueDate": "2026-11-25T10:00:00Z", "completedDate": map[string]any{},
	}) + "]"}
	s := serve(t, g)
	got, err := s.Dossier(t.Context(), query(t, ""))
	want := at2026(11, 25, 17, 0)
	if err != nil || !got.SubmittedAt.Equal(want) || !got.ReceivedAt.Equal(want) {
		t.Errorf("%v %v, %v", got.SubmittedAt, got.ReceivedAt, err)
	}
	// An appointment that may or may not be in UTC is not used; the offices' own due date is
	// used instead.
	if !got.DueAt.Equal(want) || !got.FinishedAt.IsZero() || s.InvalidDates() != 1 {
		t.Errorf("due %v, finished %v, %d unreadable", got.DueAt, got.FinishedAt, s.InvalidDates())
	}
}

func TestFaults(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*gate)
		cause  client.Cause
	}{
		"server error": {func(g *gate) { g.failAll = http.StatusBadGateway }, client.CauseServer},
		"forbidden":    {func(g *gate) { g.failAll = http.StatusForbidden }, client.CauseRejected},
		"busy":         {func(g *gate) { g.failAll = http.StatusTooManyRequests }, client.CauseBusy},
		"garbage":      {func(g *gate) { g.content = `[{"code":` }, client.CauseContent},
		"log-in down":  {func(g *gate) { g.deny = http.StatusServiceUnavailable }, client.CauseServer},
		"log-in 400":   {func(g *gate) { g.deny = http.StatusBadRequest }, client.CauseRefused},
		"log-in 401":   {func(g *gate) { g.deny = http.StatusUnauthorized }, client.CauseRefused},
		"log-in 403":   {func(g *gate) { g.deny = http.StatusForbidden }, client.CauseRefused},
		"no such path": {func(g *gate) { g.failAll = http.StatusNotFound }, client.CauseContent},
	} {
		t.Run(name, func(t *testing.T) {
			g := &gate{content: "[" + item(t, nil) + "]"}
			tt.change(g)
			_, err := serve(t, g).Dossier(t.Context(), query(t, ""))
			var u *client.UnavailableError
			if !errors.As(err, &u) || u.Cause != tt.cause || u.Source.ID != "h55" {
				t.Errorf("error = %v, want cause %s", err, tt.cause)
			}
			if err != nil && (strings.Contains(err.Error(), testSecret) || strings.Contains(err.Error(), testCode)) {
				t.Errorf("the error tells too much: %v", err)
			}
		})
	}
}

// FuzzDossier: any row decodes without a panic, shown texts are clean, and without the proof
// the private part stays closed.
func FuzzDossier(f *testing.F) {
	f.Add([]byte(`{"code":"`+testCode+`","dossierStatus":{"id":4},"applicant":{"data":{"fullname":"Nguyễn Văn A","identityNumber":"001085012345"}},"appliedDate":1795600800000}`), "2345")
	f.Add([]byte(`{"code":"`+testCode+`","dossierStatus":"\u001b[31mX","procedure":{"translate":[{"name":"\u202eA"}]},"agency":7,"currentTask":[{"agency":["x"]}]}`), "")
	f.Add([]byte(`{"code":"`+testCode+`","applicant":{"data":{"fullname":"(?i","phoneNumber":912345678}},"dossierStatus":{"name":"(?i) chờ"}}`), "5678")
	f.Add([]byte(`[]`), "")
	dossierCode, err := code.ParseDossier(testCode)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte, proof string) {
		var bad atomic.Int64
		d, _, err := readDossier([]json.RawMessage{raw}, client.DossierQuery{Code: dossierCode, Proof: proof}, &bad)
		if err != nil {
			if d.Private != nil || !d.Code.IsZero() {
				t.Errorf("an error with %+v", d)
			}
			return
		}
		if (d.Private != nil) != (proof != "") {
			t.Errorf("proof %q, private %v", proof, d.Private)
		}
		contract.AllClean(t, d)
	})
}

// FuzzWords: names in any form give one clean line.
func FuzzWords(f *testing.F) {
	for _, s := range []string{`[{"languageId":228,"name":"Một"}]`, `{"name":{"name":"x"}}`, `"\u202e"`, `[[[[[]]]]]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var w words
		if json.Unmarshal(in, &w) == nil && clean.Line(string(w)) != string(w) {
			t.Errorf("not clean: %q", w)
		}
	})
}

func TestSettings(t *testing.T) {
	g := &gate{}
	s := serve(t, g)
	list, err := s.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []Setting{{"a.api", s.api.Base().Scheme + "://" + s.api.Base().Host + "/api"}, {"b", "https://sso.example.vn/auth"}}
	if !slices.Equal(list, want) {
		t.Errorf("settings %+v, want %+v", list, want)
	}
	// API and log-in server have the same host here, and the settings file contains it.
	if missing, err := s.Unlisted(t.Context()); err != nil || len(missing) != 0 {
		t.Errorf("unlisted %q, %v", missing, err)
	}
	s = serve(t, g, func(c *Config) { c.SSO = "https://sso.other.vn" })
	if missing, err := s.Unlisted(t.Context()); err != nil || !slices.Equal(missing, []string{"sso.other.vn"}) {
		t.Errorf("unlisted %q, %v", missing, err)
	}
	s = serve(t, g, func(c *Config) { c.Portal = "" })
	if _, err := s.Settings(t.Context()); err == nil {
		t.Error("settings without a portal")
	}
}

func TestConfigIsChecked(t *testing.T) {
	good := Config{SSO: "https://sso.test", ClientID: "u", ClientSecret: "p"}
	good.Rest.BaseURL = "https://api.test"
	if _, err := New(good); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Config){
		"no API":     func(c *Config) { c.Rest.BaseURL = "" },
		"no SSO":     func(c *Config) { c.SSO = "" },
		"no id":      func(c *Config) { c.ClientID = "" },
		"no secret":  func(c *Config) { c.ClientSecret = "" },
		"bad portal": func(c *Config) { c.Portal = "ftp://x" },
	} {
		cfg := good
		spoil(&cfg)
		if _, err := New(cfg); err == nil || strings.Contains(err.Error(), `"p"`) {
			t.Errorf("%s: error = %v", name, err)
		}
	}
}
