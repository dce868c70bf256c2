package tui_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/builtin"
	"motcua/client/clienttest/decided"
	"motcua/client/code"
	"motcua/client/facts"
	"motcua/client/linked"
	"motcua/client/store"
	"motcua/client/workday"
	"motcua/tui"
	"motcua/tui/text"
)

// mouse is an SGR mouse report (xterm's 1006 mode): cells count from one.
func mouse(button, x, y int) string { return fmt.Sprintf("\x1b[<%d;%d;%dM", button, x+1, y+1) }

// answers is a service whose answers a test sets: it stands where the portals
// would. What no test sets, the binary alone answers.
type answers struct {
	client.Lookups
	mu       sync.Mutex
	dossiers map[string]client.Dossier
	proof    string
	err      error         // every look-up fails with it
	delay    time.Duration // how long a look-up takes
	asked    []string
	levels   []client.Level
	link     string // each procedure's page
	review   *client.Review
	outline  bool // of procedures the name alone is known
	forms    bool // each paper of a procedure is a form, some of which are the same
	linked   bool // each procedure is done together with 1.010038
	replaced bool // each procedure is abolished and replaced by 1.004222
	kept     map[string]client.Answer[client.Procedure]
	health   []client.SourceHealth
	left     int // look-ups given up by the person
}

func (a *answers) pause(ctx context.Context, what string) error {
	a.mu.Lock()
	a.asked = append(a.asked, what)
	delay, err := a.delay, a.err
	a.mu.Unlock()
	if delay > 0 {
		select {
		case <-time.After(delay):
		case <-ctx.Done():
			a.mu.Lock()
			a.left++
			a.mu.Unlock()
			return ctx.Err()
		}
	}
	return err
}

// offline is a service that knows what ships with the program and asks nobody.
func offline() *client.Service {
	of := builtin.Answers()
	of.Popular, of.Calendar = shipped.Popular, sampleCalendar()
	of.Decisions = decided.Source{AsOf: sampleDay}
	return client.NewService(of)
}

// sampleCalendar is the shipped one without the day off on which sampleDay falls by law:
// most pages are to be seen as on a working day.
var sampleCalendar = sync.OnceValue(func() *workday.Calendar {
	days := facts.CalendarDays()
	days[2026] = slices.DeleteFunc(days[2026], func(d string) bool { return d == sampleDay.Format(time.DateOnly) })
	c, err := workday.NewCalendar(days, workday.Unnamed(facts.Notices())...)
	if err != nil {
		panic(err)
	}
	return c
})

// shipped is the catalogue that ships with the program, searched as the program does.
var shipped = store.Later("", store.Options{})

var hall = client.SourceName{ID: "h55", Name: "Hệ thống một cửa tỉnh Thái Nguyên"}

func (a *answers) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	if err := a.pause(ctx, q.Code.String()); err != nil {
		return client.Answer[client.Dossier]{}, err
	}
	d, ok := a.dossiers[q.Code.String()]
	if !ok || q.Proof != "" && q.Proof != a.proof {
		return client.Answer[client.Dossier]{}, client.ErrNotFound
	}
	if q.Proof == "" {
		d.Private, d.Proof = nil, client.ProofNeeded
	} else {
		d.Proof = client.ProofGiven
	}
	d.GiveReason(d.Reason)
	return client.Answer[client.Dossier]{Value: d, AsOf: a.Now(), Source: hall}, nil
}

func (a *answers) Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	if err := a.pause(ctx, q.Words); err != nil {
		return client.Answer[client.SearchResult]{}, err
	}
	a.levels = append(a.levels, q.Level)
	r, err := shipped.Search(ctx, q)
	return client.Answer[client.SearchResult]{Value: r, AsOf: a.Now(), Source: client.SourceName{ID: "national", Name: "Cổng Dịch vụ công quốc gia"}}, err
}

func (a *answers) Show(ctx context.Context, code string) (client.Answer[client.Procedure], error) {
	if err := a.pause(ctx, code); err != nil {
		return client.Answer[client.Procedure]{}, err
	}
	p, ok := sampleProcedures[code]
	p.URL = a.link
	if a.forms {
		p.Cases = slices.Clone(p.Cases)
		for i := range p.Cases {
			rows := slices.Clone(p.Cases[i].Rows)
			for j := range rows {
				rows[j].Forms = []client.Form{{ID: fmt.Sprint(i, "-", j), Name: fmt.Sprintf("Mẫu CT%02d ban hành kèm theo Thông tư số 53.2025.TT-BCA.docx", j+1)}}
			}
			p.Cases[i].Rows = rows
		}
	}
	if a.outline {
		p = client.Procedure{Code: p.Code, Name: p.Name, Field: p.Field, Levels: p.Levels, URL: p.URL, Outline: true}
	}
	if !ok {
		return client.Answer[client.Procedure]{}, client.ErrNotFound
	}
	answer := client.Answer[client.Procedure]{Value: p, AsOf: a.Now(), Source: client.SourceName{ID: "national", Name: "Cổng Dịch vụ công quốc gia"}, Review: a.review}
	if a.linked {
		answer.Linked = []linked.Group{{Code: "1.010038", Office: "UBND phường Đức Xuân", Since: sampleDay, Members: []linked.Member{{Code: "1.004194", Name: "đăng ký tạm trú"}, {Name: "cấp thẻ"}}}}
	}
	if a.replaced {
		answer.Value.Abolished = true
		answer.Successor = &linked.Successor{Code: "1.004222", Name: "Đăng ký thường trú", Office: "UBND phường Đức Xuân"}
	}
	return answer, nil
}

// KeptProcedure is what the machine has: nothing, unless a test keeps something.
func (a *answers) KeptProcedure(_ context.Context, code string) (client.Answer[client.Procedure], bool) {
	kept, ok := a.kept[code]
	return kept, ok
}

func (a *answers) Sources() []client.SourceHealth { return a.health }

func (a *answers) set(change func(*answers)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	change(a)
}

const sampleCode = "H55.17.05-261120-0007"

func day(d, hour, minute int) time.Time {
	return time.Date(2026, 11, d, hour, minute, 0, 0, workday.Zone)
}

// sampleDossier is a dossier that is on time, as screens.md sketches it.
func sampleDossier(t testing.TB) client.Dossier {
	t.Helper()
	dossierCode, err := code.ParseDossier(sampleCode)
	if err != nil {
		t.Fatal(err)
	}
	return client.Dossier{
		Code: dossierCode, Status: client.StatusProcessing, StatusName: "Đang xử lý",
		ProcedureCode: "1.004194", ProcedureName: "Đăng ký tạm trú",
		Agency: client.Agency{ID: "H55.17.05", Name: "Công an phường Đức Xuân"}, Desk: "Quầy 3",
		SubmittedAt: day(20, 8, 12), ReceivedAt: day(20, 9, 40), DueAt: day(25, 17, 0),
		Steps: []client.Step{
			{At: day(20, 8, 12), Name: "Nộp hồ sơ", Status: client.StatusRegistered},
			{At: day(20, 9, 40), Name: "Được tiếp nhận", Status: client.StatusAccepted},
			{At: day(23, 14, 5), Name: "Đang xử lý", Status: client.StatusProcessing},
		},
		Private: &client.Private{
			Applicant: "N••••• V•• A",
			Missing:   []string{"Giấy tờ chứng minh chỗ ở hợp pháp"},
			Fees:      []client.DossierFee{{Name: "Lệ phí đăng ký tạm trú", Amount: 7000, Known: true}},
		},
	}
}

// sampleProcedures are small real-shaped procedures.
var sampleProcedures = map[string]client.Procedure{
	"1.010038": {Code: "1.010038", Name: "Tách hộ", Field: "Đăng ký, quản lý cư trú", Levels: []client.Level{client.LevelWard}},
	"1.004194": {
		Code: "1.004194", Name: "Đăng ký tạm trú", Field: "Đăng ký, quản lý cư trú", Levels: []client.Level{client.LevelWard},
		Executing: []string{"Công an cấp xã"},
		Methods: []client.Method{
			{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 3, Unit: client.UnitWorkingDay}, Fees: []client.Fee{{State: client.FeeAmount, Amount: 15000, Currency: "VND"}}},
			{Channel: client.ChannelOnline, Limit: client.TimeLimit{Quantity: 3, Unit: client.UnitWorkingDay}, Fees: []client.Fee{{State: client.FeeAmount, Amount: 7000, Currency: "VND"}}},
		},
		Cases: []client.PaperCase{{Name: "Giấy tờ phải nộp", Rows: []client.PaperRow{
			{Name: "Tờ khai thay đổi thông tin cư trú (Mẫu CT01)", Originals: 1},
			{Name: "- Trường hợp người dưới 18 tuổi thì phải có văn bản đồng ý của cha, mẹ", Originals: 1},
			{Name: "Thông tin về chỗ ở được khai thác trong cơ sở dữ liệu quốc gia về dân cư."},
		}}},
		Steps:      []client.ProcedureStep{{Name: "Bước 1", Text: "Nộp hồ sơ tại Công an cấp xã."}},
		LegalBasis: []client.LegalAct{{Number: "68/2020/QH14", Name: "Luật Cư trú"}},
		Results:    []client.Result{{Name: "Thông báo kết quả"}},
	},
}

func options(t testing.TB) (tui.Options, *answers) {
	t.Helper()
	svc := &answers{Lookups: offline(), proof: "1234", dossiers: map[string]client.Dossier{sampleCode: sampleDossier(t)}}
	return tui.Options{
		Service: svc, Lang: text.VI,
		Name: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", Office: "Phường Đức Xuân, tỉnh Thái Nguyên",
		Catalogue: func() int { return 4578 }, Sample: true,
		Samples: []tui.Sample{{Code: sampleCode, Proof: "1234", Shows: func(l text.Lang) string {
			return map[text.Lang]string{text.VI: "đang xử lý, đúng hạn", text.EN: "under way, on time"}[l]
		}}},
	}, svc
}

func portalDown() error {
	return &client.UnavailableError{Source: hall, Cause: client.CauseNetwork, Since: day(24, 8, 2), Err: errors.New("refused")}
}

func lines(s string) []string { return strings.Split(s, "\n") }
