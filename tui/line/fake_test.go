package line

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/builtin"
	"motcua/client/clienttest/decided"
	"motcua/client/workday"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

// fake is a service with prepared answers. For anything else it answers from the data in
// the binary.
type fake struct {
	client.Lookups
	now     func() time.Time
	cal     *workday.Calendar
	track   func(client.DossierQuery) (client.Answer[client.Dossier], error)
	search  func(client.Query) (client.Answer[client.SearchResult], error)
	show    func(string) (client.Answer[client.Procedure], error)
	silent  bool // the portal of procedures never answers
	kept    client.Answer[client.Procedure]
	mu      sync.Mutex // several codes of a list are asked at the same time
	queries []client.DossierQuery
}

func (f *fake) Track(_ context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.queries = append(f.queries, q)
	return f.track(q)
}

func (f *fake) Search(_ context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	return f.search(q)
}

func (f *fake) Show(ctx context.Context, code string) (client.Answer[client.Procedure], error) {
	if f.silent {
		<-ctx.Done()
		return client.Answer[client.Procedure]{}, ctx.Err()
	}
	return f.show(code)
}

func (f *fake) KeptProcedure(context.Context, string) (client.Answer[client.Procedure], bool) {
	return f.kept, f.kept.Value.Code != ""
}
func (f *fake) Calendar() *workday.Calendar { return f.cal }
func (f *fake) Now() time.Time              { return f.now() }

var (
	morning = time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)
	h55     = client.SourceName{ID: "h55", Name: "Hệ thống một cửa tỉnh Thái Nguyên"}
	portal  = client.SourceName{ID: "national", Name: "Cổng Dịch vụ công quốc gia"}
)

func newFake(t testing.TB) *fake {
	t.Helper()
	cal, err := workday.NewCalendar(map[int][]string{2026: {"2026-01-01", "2026-09-02"}})
	if err != nil {
		t.Fatal(err)
	}
	of := builtin.Answers()
	of.Decisions = decided.Source{AsOf: morning}
	return &fake{Lookups: client.NewService(of), now: func() time.Time { return morning }, cal: cal, track: byLastDigits}
}

// byLastDigits answers like a small dossier system: the last two digits of a code are the
// state, 11 is late, 99 is down, anything else is unknown.
func byLastDigits(q client.DossierQuery) (client.Answer[client.Dossier], error) {
	var none client.Answer[client.Dossier]
	s := q.Code.Serial()
	switch n := s[len(s)-2:]; n {
	case "01", "02", "03", "04", "05", "06", "07", "08", "09", "10":
		return answer(dossier(q, client.Status(n[0]-'0')*10+client.Status(n[1]-'0'))), nil
	case "11":
		d := dossier(q, client.StatusProcessing)
		d.DueAt = time.Date(2026, 11, 18, 17, 0, 0, 0, workday.Zone)
		return answer(d), nil
	case "12":
		d := dossier(q, client.StatusUnknown)
		d.StatusName = "Chờ ký số"
		return answer(d), nil
	case "99":
		return none, &client.UnavailableError{Source: h55, Cause: client.CauseNetwork, Since: morning.Add(-12 * time.Minute)}
	case "96":
		return none, &client.NotConnectedError{Agency: q.Code.Agency(), Name: "UBND tỉnh Thanh Hóa"}
	case "98":
		return none, &client.LimitedError{Wait: 40 * time.Second}
	default:
		return none, client.ErrNotFound
	}
}

func dossier(q client.DossierQuery, s client.Status) client.Dossier {
	on := func(day, hour, minute int) time.Time {
		return time.Date(2026, 11, day, hour, minute, 0, 0, workday.Zone)
	}
	d := client.Dossier{
		Code: q.Code, Status: s,
		ProcedureCode: "1.004194", ProcedureName: "Đăng ký tạm trú", Field: "Đăng ký, quản lý cư trú",
		Agency: client.Agency{ID: "H55.17.05", Name: "Công an phường Đức Xuân"}, Desk: "Quầy 3",
		SubmittedAt: on(20, 8, 12), ReceivedAt: on(20, 9, 40), DueAt: on(25, 17, 0),
		Proof: client.ProofNeeded,
	}
	add := func(s client.Status, at time.Time, name string) {
		d.Steps = append(d.Steps, client.Step{At: at, Name: name, Unit: "Bộ phận một cửa", Status: s})
	}
	add(1, on(20, 8, 12), "Nộp hồ sơ")
	if s == client.StatusRegistered {
		d.ReceivedAt, d.DueAt = time.Time{}, time.Time{}
		return d
	}
	add(2, on(20, 9, 40), "Được tiếp nhận")
	if s > client.StatusRefused {
		add(4, on(23, 14, 5), "Đang xử lý ở bộ phận chuyên môn")
	}
	switch s {
	case client.StatusRefused, client.StatusStopped:
		d.Reason = "ảnh chụp hợp đồng thuê nhà bị mờ, không đọc được tên chủ nhà"
	case client.StatusFinished:
		d.FinishedAt = on(24, 7, 50)
	case client.StatusReturned:
		d.FinishedAt, d.ReturnedAt = on(23, 16, 0), on(24, 8, 0)
	}
	if q.Proof != "" || q.Secret != "" {
		d.Proof = client.ProofGiven
		d.Private = &client.Private{
			Applicant: "N••••• V•• A",
			Missing:   []string{"Hợp đồng thuê nhà", "Giấy xác nhận của chủ nhà"},
			Fees:      []client.DossierFee{{Name: "Lệ phí đăng ký", Amount: 15000, Known: true}, {Name: "Phí chuyển phát"}},
		}
	}
	return d
}

func answer(d client.Dossier) client.Answer[client.Dossier] {
	return client.Answer[client.Dossier]{Value: d, AsOf: morning, Source: h55}
}

// ran is the outcome of one command line.
type ran struct {
	out, err string
	code     int
}

func runWith(t testing.TB, f *fake, d verb.Deps, args ...string) ran {
	t.Helper()
	var out, errs bytes.Buffer
	d.Service, d.Out, d.Err = f, &out, &errs
	if d.In == nil {
		d.In = strings.NewReader("")
	}
	if d.Rate == 0 {
		d.Rate = -1 // no rate limit, unless a test sets one
	}
	ctx := context.Background()
	code := Run(ctx, d, args)
	return ran{out.String(), errs.String(), code}
}

func runLine(t testing.TB, args ...string) ran {
	t.Helper()
	return runWith(t, newFake(t), verb.Deps{Lang: text.VI}, args...)
}

const codeOf = "H55.17.05-261120-00"

// sleep waits, and reports false when ctx ended the wait.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
