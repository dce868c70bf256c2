package opencps

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
	"motcua/client/clienttest/contract"
	"motcua/client/code"
	"motcua/client/reason"
	"motcua/client/timely"
)

func TestDossierByCodeAlone(t *testing.T) {
	p := &portal{detail: detail(t, nil)}
	got, err := serve(t, p).Dossier(t.Context(), query(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	unit := "Cục Quản lý xuất nhập cảnh"
	want := client.Dossier{
		Code: query(t, "").Code, Status: client.StatusProcessing, StatusName: "Đang xử lý",
		ProcedureCode: "1.001471", ProcedureName: "Cấp hộ chiếu phổ thông",
		Agency:      client.Agency{ID: "000.00.00.G01", Name: unit},
		SubmittedAt: at(11, 20, 8, 12), ReceivedAt: at(11, 20, 9, 40), DueAt: at(11, 25, 17, 0),
		Steps: []client.Step{
			{At: at(11, 20, 8, 12), Status: client.StatusRegistered, Unit: unit},
			{At: at(11, 20, 9, 40), Status: client.StatusAccepted, Unit: unit},
		},
		Proof: client.ProofNeeded,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if p.asked != 1 || p.stepsAsked != 0 || p.queries[0] != "" {
		t.Errorf("asked %d and %d times, %q", p.asked, p.stepsAsked, p.queries)
	}
}

// Without the secret nothing personal is shown in any state; with it, the masked name and what
// the person has to do.
func TestNothingPersonal(t *testing.T) {
	for _, m := range states {
		p := &portal{detail: detail(t, map[string]any{
			"dossierStatus": m.state, "dossierStatusText": "Chờ NGUYỄN VĂN A, số 001085012345", "stepName": "Gặp a@example.vn",
			"lastActionNote": "Ông NGUYỄN VĂN A (CCCD 001085012345, 0912 345 678, a@example.vn) thiếu chữ ký, xem văn bản 12/BCA ngày 20.11.2026",
		})}
		s := serve(t, p)
		for _, proof := range []string{"", testSecret} {
			got, err := s.Dossier(t.Context(), query(t, proof))
			if err != nil {
				t.Fatalf("%s %q: %v", m.state, proof, err)
			}
			said := fmt.Sprintf("%+v", got)
			if got.Private != nil {
				said += fmt.Sprintf("%+v", *got.Private)
			}
			for _, secret := range []string{"Nguyễn", "NGUYỄN", "001085012345", "0912", "345 678", "example", "đường Mẫu"} {
				if strings.Contains(said, secret) {
					t.Errorf("%s with proof %q tells %q: %s", m.state, proof, secret, said)
				}
			}
			hasReason := m.status == client.StatusRefused || m.status == client.StatusStopped
			full := hasReason && proof != ""
			if full != strings.Contains(got.Reason, "thiếu chữ ký, xem văn bản 12/BCA ngày 20.11.2026") || (got.Reason != "") != full {
				t.Errorf("%s with proof %q: reason %q", m.state, proof, got.Reason)
			}
			if want := reason.Papers; hasReason != (got.ReasonKind == want) {
				t.Errorf("%s with proof %q: kind %v", m.state, proof, got.ReasonKind)
			}
			if proof == "" {
				if got.Private != nil || got.Proof != client.ProofNeeded {
					t.Errorf("%s: private %v, proof %v", m.state, got.Private, got.Proof)
				}
				continue
			}
			hasNote := m.status == client.StatusSupplement || m.status == client.StatusPayment
			if got.Proof != client.ProofGiven || got.Private.Applicant != "N••••• V•• A" || (got.Private.Note != "") != hasNote {
				t.Errorf("%s: %v %+v", m.state, got.Proof, got.Private)
			}
		}
	}
}

// An unknown code, a wrong proof and a dossier that is shown only with a proof cannot be
// distinguished: each gives the same error after one request, whatever the portal answers for
// an unknown code.
func TestWrongProofIsNotFound(t *testing.T) {
	unknown, err := code.ParseDossier("000.00.00.G01-261120-0008")
	if err != nil {
		t.Fatal(err)
	}
	for name, says := range map[string]func(http.ResponseWriter){
		"as for a wrong secret": nil,
		"203 in JSON":           func(w http.ResponseWriter) { reply(w, http.StatusNonAuthoritativeInfo, `{"message":"no"}`) },
		"404":                   func(w http.ResponseWriter) { reply(w, http.StatusNotFound, `{"message":"no"}`) },
		"404 as a page": func(w http.ResponseWriter) {
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(http.StatusNotFound)
			_, _ = w.Write([]byte("<html>"))
		},
		"401":            func(w http.ResponseWriter) { reply(w, http.StatusUnauthorized, `{"message":"no"}`) },
		"403":            func(w http.ResponseWriter) { reply(w, http.StatusForbidden, `{"message":"no"}`) },
		"nothing":        func(w http.ResponseWriter) { reply(w, http.StatusOK, `{}`) },
		"an empty page":  func(w http.ResponseWriter) { reply(w, http.StatusOK, `{"total":0,"data":[]}`) },
		"another's":      func(w http.ResponseWriter) { reply(w, http.StatusOK, `{"dossierNo":"000.00.00.G01-261120-0009"}`) },
		"one without no": func(w http.ResponseWriter) { reply(w, http.StatusOK, `{"dossierId":261120,"referenceUid":"x"}`) },
	} {
		t.Run(name, func(t *testing.T) {
			for _, strict := range []bool{false, true} {
				p := &portal{detail: detail(t, nil), unknown: says, strict: strict}
				s := serve(t, p, func(c *Config) { c.Steps.At = "createDate" })
				queries := []client.DossierQuery{
					query(t, "9999"), query(t, strings.ToLower(testSecret)), query(t, "Kx7"), query(t, "Kx7Q "+testSecret),
					query(t, "001085012345678901"), query(t, "Nguyễn Văn A"),
					{Code: unknown}, {Code: unknown, Proof: testSecret},
				}
				if strict {
					queries = append(queries, query(t, ""))
				}
				for _, q := range queries {
					before := p.asked
					_, err := s.Dossier(t.Context(), q)
					if !errors.Is(err, client.ErrNotFound) || err.Error() != client.ErrNotFound.Error() {
						t.Errorf("strict %v, %v: %v, want the bare ErrNotFound", strict, q, err)
					}
					if p.asked != before+1 || p.stepsAsked != 0 {
						t.Errorf("strict %v, %v: %d requests and %d for steps, want 1", strict, q, p.asked-before, p.stepsAsked)
					}
				}
				// A text that cannot be a secret is not sent.
				for _, q := range p.queries {
					if strings.Contains(q, "001085012345678901") || strings.Contains(q, "Nguy") {
						t.Errorf("the portal was told %q", q)
					}
				}
				if d, err := s.Dossier(t.Context(), query(t, " "+testSecret+"\n")); err != nil || d.Proof != client.ProofGiven {
					t.Errorf("the right secret: %v, %v", d.Proof, err)
				}
			}
		})
	}
}

// A firewall's page does not count as the portal's answer.
func TestFirewallIsNotNotFound(t *testing.T) {
	for _, status := range []int{http.StatusForbidden, http.StatusUnauthorized, http.StatusOK} {
		p := &portal{detail: detail(t, nil), unknown: func(w http.ResponseWriter) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(status)
			_, _ = w.Write([]byte("<html><title>Request Rejected</title>"))
		}}
		q := query(t, "")
		q.Code, _ = code.ParseDossier("000.00.00.G01-261120-0008")
		if _, err := serve(t, p).Dossier(t.Context(), q); !errors.Is(err, client.ErrUnavailable) {
			t.Errorf("%d: %v", status, err)
		}
	}
}

func TestStates(t *testing.T) {
	known := map[string]bool{}
	for _, m := range states {
		if m.why == "" || known[m.state] {
			t.Errorf("%s has no reason, or stands twice", m.state)
		}
		known[m.state] = true
		if got := readState(" " + strings.ToUpper(m.state)); got != m.status {
			t.Errorf("%s = %v, want %v", m.state, got, m.status)
		}
	}
	// The table has all seventeen states that the portal is known to have.
	for _, s := range strings.Fields(`new receiving waiting processing pausing posting correcting cancelling releasing denied
		unresolved cancelled done collecting handover paying interoperating`) {
		if !known[s] {
			t.Errorf("%s is missing", s)
		}
	}
	tests := []struct {
		fields map[string]any
		status client.Status
		name   string
	}{
		{map[string]any{"dossierStatus": "posting", "dossierStatusText": "Chuyển phát"}, client.StatusUnknown, "Chuyển phát"},
		{map[string]any{"dossierStatus": "hoan", "dossierStatusText": "", "dossierSubStatusText": "Hoãn"}, client.StatusUnknown, "Hoãn"},
		{map[string]any{"dossierStatus": "hoan", "dossierStatusText": nil}, client.StatusUnknown, "Thẩm định"},
		{map[string]any{"dossierStatus": "", "dossierStatusText": "Đã trả kết quả"}, client.StatusReturned, "Đã trả kết quả"},
		{map[string]any{"dossierStatus": 7, "dossierStatusText": "\u00D0ang xử lý"}, client.StatusProcessing, "Đang xử lý"},
		{map[string]any{"dossierStatus": "xong", "dossierStatusText": "Đã có kết quả"}, client.StatusFinished, "Đã có kết quả"},
		{map[string]any{"dossierStatus": []any{"done"}, "dossierStatusText": "x\u001b[2J"}, client.StatusUnknown, "x\uFFFD[2J"},
		{map[string]any{"dossierStatus": nil, "dossierStatusText": nil, "stepName": nil}, client.StatusUnknown, ""},
	}
	for _, tt := range tests {
		var told []string
		p := &portal{detail: detail(t, tt.fields)}
		s := serve(t, p, func(c *Config) {
			c.OnUnknown = func(src client.SourceName, id string) { told = append(told, src.ID+" "+id) }
		})
		got, err := s.Dossier(t.Context(), query(t, ""))
		if err != nil || got.Status != tt.status || got.StatusName != tt.name {
			t.Errorf("%v = %v %q (%v), want %v %q", tt.fields, got.Status, got.StatusName, err, tt.status, tt.name)
		}
		if want := tt.status == client.StatusUnknown; (len(told) == 1) != want || (s.UnknownStates() == 1) != want {
			t.Errorf("%v: told %q, counted %d", tt.fields, told, s.UnknownStates())
		}
	}
}

// While the clock is stopped, whichever field says so, a dossier is not called late, and its date
// is still shown.
func TestClock(t *testing.T) {
	for _, tt := range []struct {
		fields map[string]any
		want   timely.Timeliness
	}{
		{map[string]any{}, timely.Late},
		{map[string]any{"dossierStatus": "pausing", "dossierStatusText": "Tạm dừng"}, timely.Paused},
		{map[string]any{"lockState": "PAUSE"}, timely.Paused},
		{map[string]any{"lockState": " pause "}, timely.Paused},
		{map[string]any{"lockState": "Paused."}, timely.Paused},
		{map[string]any{"dossierStatus": "PAUSING."}, timely.Paused},
		{map[string]any{"dossierStatus": "Waiting..."}, timely.Paused},
		{map[string]any{"lockState": "PAUSE", "dossierStatus": "receiving"}, timely.Paused},
		{map[string]any{"lockState": "PAUSE", "dossierStatus": "interoperating"}, timely.Paused},
		{map[string]any{"lockState": "PAUSE", "dossierStatus": "done", "finishDate": "20/11/2026"}, timely.Paused},
		{map[string]any{"lockState": ""}, timely.Late},
		{map[string]any{"lockState": []any{"PAUSE"}}, timely.Late},
		{map[string]any{"dossierSubStatus": "pausing"}, timely.Paused},
		{map[string]any{"dossierSubStatus": "waiting"}, timely.Paused},
		{map[string]any{"dossierSubStatus": "processing"}, timely.Late},
		{map[string]any{"dossierSubStatusText": "Chờ bổ sung hồ sơ"}, timely.Paused},
		{map[string]any{"dossierStatusText": "\u00D0ang ch\u01A1\u0300 bổ sung"}, timely.Paused},
		{map[string]any{"dossierSubStatusText": "Đã bổ sung hồ sơ"}, timely.Late},
		{map[string]any{"dossierStatus": "done", "finishDate": "20/11/2026", "dossierSubStatusText": "Chờ nộp phí"}, timely.Late},
		// A state that is none of the ten.
		{map[string]any{"dossierStatus": "posting", "dossierStatusText": "Chuyển phát"}, timely.None},
		{map[string]any{"dossierStatus": "hoan", "dossierStatusText": "Tạm hoãn"}, timely.Paused},
		{map[string]any{"dossierStatus": "huy", "dossierStatusText": "Đã hủy"}, timely.Paused},
		{map[string]any{"dossierStatus": 7, "dossierStatusText": nil, "stepName": "Chờ bổ sung"}, timely.Paused},
	} {
		tt.fields["dueDate"] = "01/11/2026 17:00:00"
		p := &portal{detail: detail(t, tt.fields)}
		got, err := serve(t, p).Dossier(t.Context(), query(t, ""))
		if err != nil {
			t.Fatal(err)
		}
		if l := timely.Of(got, at(11, 24, 8, 0), nil); l.Timeliness != tt.want || !got.DueAt.Equal(at(11, 1, 17, 0)) {
			t.Errorf("%v: %+v, due %v, want %s", tt.fields, l, got.DueAt, tt.want)
		}
	}
}

func TestDates(t *testing.T) {
	p := &portal{detail: detail(t, map[string]any{
		"dossierStatus": "done", "submitDate": 1795600800000, "receiveDate": "2026-11-25T17:00:00.000+07:00", "dueDate": "2026-11-25 17:00",
		"releaseDate": "25/11/2026 17:00", "finishDate": "26/11/2026",
	})}
	s := serve(t, p)
	got, err := s.Dossier(t.Context(), query(t, ""))
	want := at(11, 25, 17, 0)
	if err != nil || !got.SubmittedAt.Equal(want) || !got.ReceivedAt.Equal(want) || !got.FinishedAt.Equal(want) || !got.ReturnedAt.Equal(at(11, 26, 0, 0)) {
		t.Errorf("%+v, %v", got, err)
	}
	if !got.DueAt.IsZero() || s.InvalidDates() != 1 {
		t.Errorf("due %v, %d unreadable", got.DueAt, s.InvalidDates())
	}
	if n := len(got.Steps); n != 4 || got.Steps[3].Status != client.StatusReturned {
		t.Errorf("steps %+v", got.Steps)
	}
}

func TestOtherPlacesForTheCode(t *testing.T) {
	page := func(t *testing.T) string {
		t.Helper()
		return `{"total":2,"data":[` + detail(t, map[string]any{"dossierNo": testCode + "1"}) + `,null,5,` + detail(t, nil) + `]}`
	}
	for name, tt := range map[string]struct {
		change func(*Config)
		body   string
		query  string
	}{
		"query field": {func(c *Config) { c.CodeField = "dossierNo" }, page(t), "dossierNo=000.00.00.G01-261120-0007&secretKey=Kx7Q"},
		"a list":      {func(c *Config) { c.Path = "/dossiers/{code}/" }, "[" + detail(t, nil) + "]", "secretKey=Kx7Q"},
		"reference":   {func(*Config) {}, detail(t, map[string]any{"dossierNo": "", "referenceUid": strings.ToLower(testCode)}), "secretKey=Kx7Q"},
	} {
		t.Run(name, func(t *testing.T) {
			p := &portal{detail: tt.body}
			got, err := serve(t, p, tt.change).Dossier(t.Context(), query(t, testSecret))
			if err != nil || got.Status != client.StatusProcessing || p.queries[0] != tt.query {
				t.Errorf("%+v, %v, %q", got, err, p.queries)
			}
		})
	}
}

func TestSteps(t *testing.T) {
	p := &portal{detail: detail(t, nil), steps: func(w http.ResponseWriter) {
		reply(w, http.StatusOK, `{"total":3,"data":[
			{"createDate":"23/11/2026 14:05:00","stepName":"Thẩm định","dossierStatus":"processing","office":"Phòng 1","userName":"Lê Văn C"},
			{"createDate":1795137120000,"stepName":"Tiếp nhận, gọi 0912 345 678","dossierStatus":"receiving","office":7},
			{"createDate":"khi nào đó","stepName":"không ngày"},{"stepName":"cũng không"},5,null]}`)
	}}
	s := serve(t, p, func(c *Config) { c.Steps = StepFields{At: "createDate", Unit: "office", Call: "/sequences/"} })
	got, err := s.Dossier(t.Context(), query(t, testSecret))
	if err != nil {
		t.Fatal(err)
	}
	want := []client.Step{
		{At: at(11, 20, 8, 12), Name: "Tiếp nhận, gọi •••", Unit: "7", Status: client.StatusRegistered},
		{At: at(11, 23, 14, 5), Name: "Thẩm định", Unit: "Phòng 1", Status: client.StatusProcessing},
	}
	if !slices.Equal(got.Steps, want) {
		t.Errorf("steps %+v\nwant  %+v", got.Steps, want)
	}
	if s.InvalidDates() != 1 || p.stepsAsked != 1 || p.queries[len(p.queries)-1] != "secretKey="+testSecret {
		t.Errorf("%d unreadable, asked %d times, %q", s.InvalidDates(), p.stepsAsked, p.queries)
	}
}

// The dossier is shown even if its steps cannot be read.
func TestStepsMayFail(t *testing.T) {
	for name, says := range map[string]func(http.ResponseWriter){
		"no such call": nil,
		"refused":      refuse,
		"server error": func(w http.ResponseWriter) { w.WriteHeader(http.StatusInternalServerError) },
		"web page":     func(w http.ResponseWriter) { reply(w, http.StatusOK, "<html>") },
		"empty":        func(w http.ResponseWriter) { reply(w, http.StatusOK, `{"data":[]}`) },
		"null":         func(w http.ResponseWriter) { reply(w, http.StatusOK, `null`) },
	} {
		t.Run(name, func(t *testing.T) {
			p := &portal{detail: detail(t, nil), steps: says}
			got, err := serve(t, p, func(c *Config) { c.Steps.At = "createDate" }).Dossier(t.Context(), query(t, ""))
			if err != nil || len(got.Steps) != 2 || p.stepsAsked != 1 {
				t.Errorf("steps %+v, %v, asked %d times", got.Steps, err, p.stepsAsked)
			}
		})
	}
}

func TestConfigIsChecked(t *testing.T) {
	good := Config{GroupID: "1"}
	good.Rest.BaseURL = "https://portal.test/o/rest/v2"
	if _, err := New(good); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Config){
		"no address":  func(c *Config) { c.Rest.BaseURL = "" },
		"no place":    func(c *Config) { c.Path = "dossiers" },
		"two places":  func(c *Config) { c.CodeField, c.Path = "q", "dossiers/{code}" },
		"twice":       func(c *Config) { c.Path = "{code}/{code}" },
		"a query":     func(c *Config) { c.Path = "dossiers?no={code}" },
		"a bad group": func(c *Config) { c.GroupID = "1\r\nX: 2" },
	} {
		cfg := good
		spoil(&cfg)
		if _, err := New(cfg); err == nil {
			t.Errorf("%s: nothing wrong was found", name)
		}
	}
}

func TestZeroCodeIsNotAsked(t *testing.T) {
	p := &portal{}
	if _, err := serve(t, p).Dossier(t.Context(), client.DossierQuery{}); !errors.Is(err, client.ErrNotFound) || p.asked != 0 {
		t.Errorf("asked %d times, %v", p.asked, err)
	}
}

// FuzzDossier: any body decodes without a panic, shown texts are clean, and the private part
// opens only if the portal accepted the secret.
func FuzzDossier(f *testing.F) {
	f.Add([]byte(`{"dossierNo":"`+testCode+`","dossierStatus":"waiting","lastActionNote":"x","applicantName":"Nguyễn Văn A","submitDate":1795600800000}`), true)
	f.Add([]byte(`{"total":1,"data":[{"dossierNo":"`+testCode+`","dossierStatus":"denied","dossierStatusText":"\u001b[31mX","lastActionNote":"\u202eA"}]}`), false)
	f.Add([]byte(`[{"dossierNo":"`+testCode+`","applicantName":"(?i","stepName":"(?i) chờ","serviceName":{}}]`), true)
	f.Add([]byte(`{"data":{"data":[]}}`), false)
	dossierCode, err := code.ParseDossier(testCode)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body []byte, proved bool) {
		var list rows
		if json.Unmarshal(body, &list) != nil {
			return
		}
		var bad atomic.Int64
		steps := StepFields{At: "submitDate", Unit: "govAgencyName"}
		steps.fill()
		contract.AllClean(t, readSteps(list, steps, proved, &bad))
		d, _, err := readDossier(list, client.DossierQuery{Code: dossierCode}, proved, &bad)
		if err != nil {
			if d.Private != nil || !d.Code.IsZero() {
				t.Errorf("an error with %+v", d)
			}
			return
		}
		if (d.Private != nil) != proved {
			t.Errorf("proved %v, private %v", proved, d.Private)
		}
		contract.AllClean(t, d)
	})
}

// The secret in a receipt's link opens as much as the same secret typed, and a typed one takes
// precedence.
func TestSecretOfALink(t *testing.T) {
	p := &portal{detail: detail(t, nil)}
	s := serve(t, p)
	q := query(t, "")
	q.Secret = testSecret
	if got, err := s.Dossier(t.Context(), q); err != nil || got.Private == nil {
		t.Errorf("with the link's secret: %+v, %v", got, err)
	}
	q.Proof = "9999"
	if _, err := s.Dossier(t.Context(), q); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("a wrong proof beside it: %v", err)
	}
}
