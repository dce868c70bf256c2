package sandbox

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/facts"
	"motcua/client/workday"
)

// someDays are days on which the samples must all hold: each day of a week, the
// days around Tết, an exchanged Saturday, the end of a year, early and late.
func someDays(t *testing.T) []time.Time {
	t.Helper()
	var out []time.Time
	for _, s := range []string{
		"2026-11-23 00:01", "2026-11-24 08:14", "2026-11-25 12:00", "2026-11-26 17:30", "2026-11-27 23:59",
		"2026-11-28 09:00", "2026-11-29 09:00", "2026-02-14 10:00", "2026-02-18 10:00", "2026-02-23 07:00",
		"2026-08-22 10:00", "2026-12-31 10:00", "2027-01-01 10:00", "2027-05-03 10:00",
	} {
		d, err := time.ParseInLocation("2006-01-02 15:04", s, workday.Zone)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

func TestSamplesShowEverything(t *testing.T) {
	statuses, timely, agencies := map[client.Status]bool{}, map[client.Timeliness]bool{}, map[string]bool{}
	codes := map[string]bool{}
	for _, s := range Samples() {
		statuses[s.Status], timely[s.Timeliness] = true, true
		dossierCode, err := code.ParseDossier(s.Code)
		if err != nil || dossierCode.String() != s.Code {
			t.Errorf("%s is no code in canonical form: %v, %v", s.Code, dossierCode, err)
		}
		agencies[facts.AgencyRoot(dossierCode.Agency())] = true
		if codes[s.Code] || len(s.Proof) != 4 || len(s.Phone) != 4 || s.Proof == s.Phone || s.Shows.VI == "" || s.Shows.EN == "" {
			t.Errorf("%+v", s)
		}
		codes[s.Code] = true
		if _, ok := facts.Shipped().Entry(s.Procedure); !ok {
			t.Errorf("%s: no procedure %s", s.Code, s.Procedure)
		}
	}
	for _, s := range client.AllStatuses() {
		if !statuses[s] {
			t.Errorf("no sample is %s", s)
		}
	}
	for _, l := range []client.Timeliness{client.TimelyEarly, client.TimelyOnTime, client.TimelyDueToday, client.TimelyLate, client.TimelyPaused, client.TimelyNone} {
		if !timely[l] {
			t.Errorf("no sample is %s", l)
		}
	}
	for _, a := range []string{"H55", "H03", "G01"} {
		if !agencies[a] {
			t.Errorf("no sample is of %s", a)
		}
	}
	if !codes["H55.17.05-261120-0007"] {
		t.Error("the code of the help is gone")
	}
}

// A sample must show what it says on every day, at every hour.
func TestSamplesNeverGrowStale(t *testing.T) {
	cal := facts.Calendar()
	for _, now := range someDays(t) {
		t.Run(now.Format("Mon 2006-01-02 15:04"), func(t *testing.T) {
			days := newDays(now, cal)
			for _, d := range dossiers {
				moment := func(s string) time.Time {
					at, err := days.at(s)
					if err != nil {
						t.Fatal(err)
					}
					return at
				}
				got := client.Dossier{
					Status: d.status, DueAt: moment(d.due), FinishedAt: moment(d.finished), ReturnedAt: moment(d.returned),
				}
				last := moment(d.handedIn)
				for _, w := range d.steps {
					at := moment(w.at)
					if at.Before(last) || at.After(now) {
						t.Errorf("%s: %q at %s is out of order or ahead", d.code(), w.text, at)
					}
					last = at
					got.Steps = append(got.Steps, client.Step{At: at, Status: w.status})
				}
				if n := len(d.steps); n == 0 || d.steps[n-1].status != d.status {
					t.Errorf("%s: the time line does not end in its state", d.code())
				}
				if l := got.Lateness(now, cal); l.Timeliness != d.timeliness {
					t.Errorf("%s: %+v, want %s", d.code(), l, d.timeliness)
				}
			}
		})
	}
}

// What the samples say about their days in words.
func TestSampleWordsAreTrue(t *testing.T) {
	cal := facts.Calendar()
	want := map[string]int{"0002": 3, "0007": 1, "0009": 3, "0016": 2, "0018": 1}
	for _, now := range someDays(t) {
		days := newDays(now, cal)
		for _, d := range dossiers {
			n, ok := want[d.serial]
			if !ok {
				continue
			}
			due, err := days.at(d.due)
			if err != nil {
				t.Fatal(err)
			}
			end, err := days.at(d.finished)
			if err != nil {
				t.Fatal(err)
			}
			l := client.Dossier{Status: d.status, DueAt: due, FinishedAt: end}.Lateness(now, cal)
			if l.WorkingDays != n {
				t.Errorf("%s on %s: %d working days, %q says %d", d.code(), now, l.WorkingDays, d.shows.EN, n)
			}
		}
	}
}

func TestSamplesAtCarryTheDayInTheirCode(t *testing.T) {
	samples, err := SamplesAt(tuesday, facts.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	if got := samples[3].Code; got != "H55.17.05-261120-0007" {
		t.Errorf("two working days before %s is %s", tuesday.Format(time.DateOnly), got)
	}
	later, err := SamplesAt(tuesday.AddDate(0, 3, 0), facts.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	if got := later[3].Code; got != "H55.17.05-270222-0007" {
		t.Errorf("three months later: %s", got)
	}
	for _, s := range samples {
		if _, err := code.ParseDossier(s.Code); err != nil {
			t.Errorf("%s: %v", s.Code, err)
		}
	}
}

func TestMoments(t *testing.T) {
	days := newDays(time.Date(2026, 11, 28, 9, 0, 0, 0, workday.Zone), facts.Calendar()) // a Saturday
	for in, want := range map[string]string{
		"": "", "today": "20261128000000", "-1 08:12": "20261126081200", "+1 17:00": "20261130170000",
		"2025-06-12 08:20": "20250612082000",
	} {
		got, err := days.at(in)
		if err != nil || stamp(got) != want {
			t.Errorf("at(%q) = %s, %v, want %s", in, stamp(got), err, want)
		}
	}
	for _, in := range []string{"soon", "0 08:00", "-1", "-1 25:00", "-999 08:00", "tomorrow 08:00"} {
		if got, err := days.at(in); err == nil {
			t.Errorf("at(%q) = %s", in, got)
		}
	}
}

// The adapter, asked the way its documents say.

type trackAnswer struct {
	ErrorCode any      `json:"error_code"`
	Message   string   `json:"message"`
	Result    []record `json:"result"`
}

func login(t *testing.T, base string) string {
	t.Helper()
	status, _, body := post(t, base+LoginPath, map[string]string{"username": DefaultUsername, "password": DefaultPassword}, "dstcode", DefaultDstCode)
	a := decode[loginAnswer](t, body)
	if status != http.StatusOK || a.ErrorCode != 0 || a.Session == "" {
		t.Fatalf("log-in: status %d, %s", status, body)
	}
	return a.Session
}

func call(t *testing.T, base, session, service, code string) []byte {
	t.Helper()
	_, _, body := post(t, base+CallPath, map[string]string{"session": session, "madonvi": DefaultUnitCode, "service": service, "mahoso": code}, "dstcode", DefaultDstCode)
	return body
}

func TestTheAdapterKnowsEverySample(t *testing.T) {
	_, server := newServer(t, Options{})
	base := server.URL + AdapterPath
	session := login(t, base)
	at, err := SamplesAt(tuesday, facts.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(Samples(), at...) {
		a := decode[trackAnswer](t, call(t, base, session, TrackService, s.Code))
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
		p := decode[struct {
			ErrorCode any `json:"error_code"`
			Result    []progress
		}](t, call(t, base, session, ProgressService, s.Code))
		if p.ErrorCode != 0.0 || len(p.Result) == 0 || p.Result[len(p.Result)-1].TrangThai != r.TrangThaiHoSo {
			t.Errorf("%s: %+v", s.Code, p)
		}
	}
	if a := decode[trackAnswer](t, call(t, base, session, TrackService, "H55.17.05-261120-9999")); a.ErrorCode != "00" || a.Result == nil || len(a.Result) != 0 {
		t.Errorf("an unknown code: %+v", a)
	}
	if a := decode[trackAnswer](t, call(t, base, session, TrackService, " h55.17.05-261120-0007 ")); len(a.Result) != 1 {
		t.Errorf("small letters: %+v", a)
	}
}

func TestASupplementNamesItsPapers(t *testing.T) {
	_, server := newServer(t, Options{})
	base := server.URL + AdapterPath
	a := decode[trackAnswer](t, call(t, base, login(t, base), TrackService, "H55.17.05-261120-0010"))
	s := a.Result[0].DanhSachHoSoBoSung
	text := clean.FromHTML(s[0].NoiDungBoSung)
	if len(s) != 1 || !strings.Contains(text, "chủ hộ") || strings.Count(text, "\n") != 1 || s[0].NgayHenTraMoi <= s[0].NgayHenTraTruoc {
		t.Errorf("%+v", s)
	}
	fee := decode[trackAnswer](t, call(t, base, login(t, base), TrackService, "H55.12-261119-0011")).Result[0].DanhSachLePhi
	if len(fee) != 1 || fee[0].Gia != "200000" {
		t.Errorf("%+v", fee)
	}
}

func TestAPortalKnowsItsOwnDossiersOnly(t *testing.T) {
	_, server := newServer(t, Options{})
	tests := []struct {
		portal, code string
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
		base := server.URL + AdapterPath + tt.portal
		if a := decode[trackAnswer](t, call(t, base, login(t, base), TrackService, tt.code)); len(a.Result) != tt.found {
			t.Errorf("%s %s: %d found, want %d", tt.portal, tt.code, len(a.Result), tt.found)
		}
	}
}

func TestSessions(t *testing.T) {
	now := tuesday
	s, server := newServer(t, Options{Now: func() time.Time { return now }, SessionLife: time.Minute})
	base := server.URL + AdapterPath
	code := "H55.17.05-261120-0007"
	session := login(t, base)
	found := func(session string) bool {
		a := decode[trackAnswer](t, call(t, base, session, TrackService, code))
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
	session = login(t, base)
	s.EndSessions()
	if found(session) {
		t.Error("a session outlives a restart")
	}
	for range maxSessions + 5 {
		s.sessions.open()
	}
	if n := len(s.sessions.until); n > maxSessions {
		t.Errorf("%d sessions are remembered", n)
	}
}

func TestLoginRefuses(t *testing.T) {
	_, server := newServer(t, Options{})
	base := server.URL + AdapterPath
	for _, tt := range []struct{ user, password, dstcode string }{
		{"", "", ""},
		{DefaultUsername, "other", DefaultDstCode},
		{"other", DefaultPassword, DefaultDstCode},
		{DefaultUsername, DefaultPassword, ""},
	} {
		_, _, body := post(t, base+LoginPath, map[string]string{"username": tt.user, "password": tt.password}, "dstcode", tt.dstcode)
		if a := decode[loginAnswer](t, body); a.ErrorCode == 0 || a.Session != "" {
			t.Errorf("%+v: %s", tt, body)
		}
	}
	session := login(t, base)
	if a := decode[trackAnswer](t, call(t, base, session, "XoaHoSo", "x")); a.ErrorCode == "00" || a.Message == "" {
		t.Errorf("an unknown service: %+v", a)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for _, ids := range [][]string{{""}, {"mapi"}, {"a", "a"}} {
		var portals []Portal
		for _, id := range ids {
			portals = append(portals, Portal{ID: id})
		}
		if _, err := New(Options{Portals: portals}); err == nil {
			t.Errorf("portals %v were taken", ids)
		}
	}
}
