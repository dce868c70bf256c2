package adapter

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"motcua/client/clean"
	"motcua/client/clienttest/ask"
	"motcua/client/facts"
	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/login"
	"motcua/client/workday"
)

const (
	testDstCode  = "VN:GOV:000.00.00.H55:mau"
	testTrack    = "TraCuuHoSo"
	testProgress = "CapNhatTienDoHoSoMC"
)

// morning is the morning of a working day.
func morning() time.Time { return time.Date(2026, 11, 25, 8, 14, 0, 0, workday.Zone) }

// newDoor serves an adapter and gives its address. Its log-ins live a minute.
func newDoor(t *testing.T, now func() time.Time) (string, *login.Sessions) {
	t.Helper()
	sessions := login.New(now, time.Minute)
	book := dossiers.NewBook(now, facts.Calendar(), dossiers.DefaultPortals(), nil)
	server := httptest.NewServer(New(book, sessions, Settings{
		Username: "mau", Password: "mau", DstCode: testDstCode, TrackService: testTrack, ProgressService: testProgress,
	}).Routes("/adapter"))
	t.Cleanup(server.Close)
	return server.URL + "/adapter", sessions
}

// The adapter, asked the way its documents say.

type trackAnswer struct {
	ErrorCode any      `json:"error_code"`
	Message   string   `json:"message"`
	Result    []record `json:"result"`
}

func logIn(t *testing.T, base string) string {
	t.Helper()
	status, _, body := ask.Post(t, base+LoginPath, map[string]string{"username": "mau", "password": "mau"}, "dstcode", testDstCode)
	a := ask.Decode[loginAnswer](t, body)
	if status != http.StatusOK || a.ErrorCode != 0 || a.Session == "" {
		t.Fatalf("log-in: status %d, %s", status, body)
	}
	return a.Session
}

func call(t *testing.T, base, session, service, code string) []byte {
	t.Helper()
	_, _, body := ask.Post(t, base+CallPath, map[string]string{"session": session, "madonvi": "H55", "service": service, "mahoso": code}, "dstcode", testDstCode)
	return body
}

func TestTheAdapterKnowsEverySample(t *testing.T) {
	base, _ := newDoor(t, morning)
	session := logIn(t, base)
	at, err := dossiers.SamplesAt(morning(), facts.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(dossiers.Samples(), at...) {
		a := ask.Decode[trackAnswer](t, call(t, base, session, testTrack, s.Code))
		if a.ErrorCode != "00" || len(a.Result) != 1 {
			t.Fatalf("%s: %+v", s.Code, a)
		}
		r := a.Result[0]
		if r.MaHoSo != s.Code || r.MaTTHC != s.Procedure || r.TenTTHC == s.Procedure || !strings.HasSuffix(r.MaDoiTuong, s.Proof) || !strings.HasSuffix(r.SoDienThoai, s.Phone) {
			t.Errorf("%s: %+v", s.Code, r)
		}
		for _, stamp := range []string{r.NgayTiepNhan, r.NgayHenTra, r.NgayTra, r.NgayKetThucXuLy} {
			if _, err := time.Parse("20060102150405", stamp); stamp != "" && err != nil {
				t.Errorf("%s: %v", s.Code, err)
			}
		}
		p := ask.Decode[struct {
			ErrorCode any `json:"error_code"`
			Result    []progress
		}](t, call(t, base, session, testProgress, s.Code))
		if p.ErrorCode != 0.0 || len(p.Result) == 0 || p.Result[len(p.Result)-1].TrangThai != r.TrangThaiHoSo {
			t.Errorf("%s: %+v", s.Code, p)
		}
	}
	if a := ask.Decode[trackAnswer](t, call(t, base, session, testTrack, "H55.17.05-261120-9999")); a.ErrorCode != "00" || a.Result == nil || len(a.Result) != 0 {
		t.Errorf("an unknown code: %+v", a)
	}
	if a := ask.Decode[trackAnswer](t, call(t, base, session, testTrack, " h55.17.05-261120-0007 ")); len(a.Result) != 1 {
		t.Errorf("small letters: %+v", a)
	}
}

func TestASupplementNamesItsPapers(t *testing.T) {
	base, _ := newDoor(t, morning)
	a := ask.Decode[trackAnswer](t, call(t, base, logIn(t, base), testTrack, "H55.17.05-261120-0010"))
	s := a.Result[0].DanhSachHoSoBoSung
	text := clean.FromHTML(s[0].NoiDungBoSung)
	if len(s) != 1 || !strings.Contains(text, "chủ hộ") || strings.Count(text, "\n") != 1 || s[0].NgayHenTraMoi <= s[0].NgayHenTraTruoc {
		t.Errorf("%+v", s)
	}
	fee := ask.Decode[trackAnswer](t, call(t, base, logIn(t, base), testTrack, "H55.12-261119-0011")).Result[0].DanhSachLePhi
	if len(fee) != 1 || fee[0].Gia != "200000" {
		t.Errorf("%+v", fee)
	}
}

func TestAPortalKnowsItsOwnDossiersOnly(t *testing.T) {
	all, _ := newDoor(t, morning)
	tests := []struct {
		Portal, code string
		found        int
	}{
		{"/h55", "H55.17.05-261120-0007", 1},
		{"/h55", "000.17.03.H03-250612-0031", 1},
		{"/h55", "000.00.00.G01-261119-0019001", 0},
		{"/g01", "000.00.00.G01-261119-0019001", 1},
		{"/g01", "H55.17.05-261120-0007", 0},
		{"/g09", "G09.20-20261117-0000020", 1},
	}
	for _, tt := range tests {
		base := all + tt.Portal
		if a := ask.Decode[trackAnswer](t, call(t, base, logIn(t, base), testTrack, tt.code)); len(a.Result) != tt.found {
			t.Errorf("%s %s: %d found, want %d", tt.Portal, tt.code, len(a.Result), tt.found)
		}
	}
}

func TestSessions(t *testing.T) {
	now := morning()
	base, sessions := newDoor(t, func() time.Time { return now })
	code := "H55.17.05-261120-0007"
	session := logIn(t, base)
	found := func(session string) bool {
		a := ask.Decode[trackAnswer](t, call(t, base, session, testTrack, code))
		if (a.ErrorCode == "00") != (len(a.Result) == 1) {
			t.Errorf("%+v", a)
		}
		return len(a.Result) == 1
	}
	if !found(session) {
		t.Error("a fresh session is refused")
	}
	if found("") || found("nonsense") {
		t.Error("any session is taken")
	}
	now = now.Add(time.Minute)
	if found(session) {
		t.Error("a session holds longer than its life")
	}
	session = logIn(t, base)
	sessions.End()
	if found(session) {
		t.Error("a session outlives a restart")
	}
}

func TestLoginRefuses(t *testing.T) {
	base, _ := newDoor(t, morning)
	for _, tt := range []struct{ user, password, dstcode string }{
		{"", "", ""},
		{"mau", "other", testDstCode},
		{"other", "mau", testDstCode},
		{"mau", "mau", ""},
	} {
		_, _, body := ask.Post(t, base+LoginPath, map[string]string{"username": tt.user, "password": tt.password}, "dstcode", tt.dstcode)
		if a := ask.Decode[loginAnswer](t, body); a.ErrorCode == 0 || a.Session != "" {
			t.Errorf("%+v: %s", tt, body)
		}
	}
	session := logIn(t, base)
	if a := ask.Decode[trackAnswer](t, call(t, base, session, "XoaHoSo", "x")); a.ErrorCode == "00" || a.Message == "" {
		t.Errorf("an unknown service: %+v", a)
	}
}
