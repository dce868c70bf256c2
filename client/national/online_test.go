package national

import (
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"motcua/client/rest"
	"motcua/client/unit"
)

func onlinePortal(t *testing.T, answer func(path string) (int, string)) *Source {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		status, body := answer(strings.TrimPrefix(r.URL.Path, "/api/v1/"))
		send(w, status, body)
	}))
	s, err := New(Config{Rest: rest.Config{BaseURL: srv.URL + "/api/v1", Retries: -1}, MinPause: time.Microsecond, MaxPause: time.Microsecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); srv.Close() })
	return s
}

const copies = "Chứng thực bản sao từ bản chính"

func TestOnlineOfAUnit(t *testing.T) {
	s := onlinePortal(t, func(path string) (int, string) {
		if path != unitsOnlinePath {
			t.Errorf("asked %s", path)
		}
		return 200, fixture(t, "online.units.json")
	})
	got, err := s.Online(t.Context(), "2.000815")
	want := []unit.Service{{
		Unit: "019d2be3-6a88-732b-8b25-68dfdcdcff0e", Case: copies, Code: "2.000815.01", Online: unit.OnlinePartial,
		URL: "https://dichvucong.example.invalid/nop-ho-so?MaTTHCDP=2.000815.000.00.00.H55",
	}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestOnlineOfACaseWhereNoUnitIsListed(t *testing.T) {
	for _, none := range []struct {
		status int
		body   string
	}{{400, `{"code":"BAD_REQUEST"}`}, {200, wrap(`{"rows":[]}`)}, {200, wrap(`null`)}} {
		s := onlinePortal(t, func(path string) (int, string) {
			if path == casesPath {
				return 201, fixture(t, "online.cases.json")
			}
			return none.status, none.body
		})
		got, err := s.Online(t.Context(), "2.000815")
		if want := []unit.Service{{Case: copies, Code: "2.000815.01", Online: unit.OnlinePartial}}; err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%d %s: %+v, %v", none.status, none.body, got, err)
		}
	}
	s := onlinePortal(t, func(string) (int, string) { return 400, `{"code":"BAD_REQUEST"}` })
	if got, err := s.Online(t.Context(), "2.000815"); got != nil || err != nil {
		t.Errorf("neither call answers: %+v, %v", got, err)
	}
}

func TestRowsThatAreNotForCitizens(t *testing.T) {
	row := func(more string) string {
		return `{"departmentId":"u-1","implementLevel":"FULL","formalityCode":"2.000815"` + more + `}`
	}
	for _, body := range []string{
		row(`,"isTesting":true`), row(`,"isTesting":"true"`),
		strings.Replace(row(""), "FULL", "SOON", 1), strings.Replace(row(""), "2.000815", "2.0008150", 1),
	} {
		s := onlinePortal(t, func(path string) (int, string) {
			if path == casesPath {
				return 200, wrap(`{"rows":[{"code":"2.0008155.01","level":"FULL"},{"code":"2.000815.01","level":"FULL","state":"INACTIVE"}]}`)
			}
			return 200, wrap(`{"rows":[` + body + `]}`)
		})
		if got, err := s.Online(t.Context(), "2.000815"); len(got) != 0 || err != nil {
			t.Errorf("%s: %+v, %v", body, got, err)
		}
	}
}

func TestAddressForAQRCode(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/nop?x=1": "https://a.example/nop?x=1", "http://a.example": "", "javascript:alert(1)": "",
		"https://a.example/\x1b[2J": "", "https://a.example/" + strings.Repeat("a", 400): "", "": "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

func FuzzOnline(f *testing.F) {
	f.Add([]byte(fixture(f, "online.units.json")), "2.000815")
	f.Add([]byte(fixture(f, "online.cases.json")), "2.000815")
	f.Add([]byte(wrap(`{"rows":{"departmentId":"\u001b","implementLevel":1,"citizenUrl":"https://\u202e","formalityCode":"1"}}`)), "1")
	f.Fuzz(func(t *testing.T, body []byte, code string) {
		if b, ok := decodeEnvelope[onlineBody[unitOnlineBody]](body); ok {
			for _, row := range b.Rows {
				if v, ok := row.service(code); ok {
					allClean(t, reflect.ValueOf(v))
				}
			}
		}
		if b, ok := decodeEnvelope[onlineBody[caseOnlineBody]](body); ok {
			for _, row := range b.Rows {
				if v, ok := row.service(code); ok {
					allClean(t, reflect.ValueOf(v))
				}
			}
		}
	})
}
