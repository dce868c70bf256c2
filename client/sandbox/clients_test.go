package sandbox_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/facts"
	"motcua/client/integration"
	"motcua/client/national"
	"motcua/client/rest"
	"motcua/client/sandbox"
	"motcua/client/sandbox/adapter"
	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/fault"
	"motcua/client/store"
	"motcua/client/timely"
	"motcua/client/workday"
)

// The real clients against the sample portal, over real HTTP.

func startPortal(t *testing.T, o sandbox.Options) (*sandbox.Sandbox, *sandbox.Running) {
	t.Helper()
	s, err := sandbox.New(o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return s, r
}

// quick is a client that neither waits nor tries again, so that a test sees the
// first answer.
func quick(base, id string) rest.Config {
	return rest.Config{
		BaseURL: base, Source: client.SourceName{ID: id, Name: "Cổng mẫu"},
		Retries: -1,
	}
}

func nationalOf(t *testing.T, r *sandbox.Running) *national.Source {
	t.Helper()
	s, err := national.New(national.Config{Rest: quick(r.NationalURL, "national"), MinPause: time.Microsecond, MaxPause: time.Microsecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func integrationOf(t *testing.T, base string) *integration.Source {
	t.Helper()
	s, err := integration.New(integration.Config{
		Rest: quick(base, "h55"), AuthPath: adapter.LoginPath, CallPath: adapter.CallPath,
		DstCode: sandbox.DefaultDstCode, Username: sandbox.DefaultUsername, Password: sandbox.DefaultPassword,
		UnitCode: sandbox.DefaultUnitCode, ProgressService: sandbox.ProgressService,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func TestTheNationalClientReadsTheWholeList(t *testing.T) {
	_, r := startPortal(t, sandbox.Options{})
	src := nationalOf(t, r)
	got := map[string]bool{}
	if err := src.All(t.Context(), func(i national.Item) bool { got[i.Code] = true; return true }); err != nil {
		t.Fatal(err)
	}
	for _, e := range facts.Entries() {
		if !got[e.Code] {
			t.Fatalf("%s is missing among %d", e.Code, len(got))
		}
	}
}

func TestTheNationalClientSearchesAndShows(t *testing.T) {
	_, r := startPortal(t, sandbox.Options{})
	src := nationalOf(t, r)
	found, err := src.Search(t.Context(), client.Query{Words: "khai sinh", Limit: 20})
	if err != nil {
		t.Fatal(err)
	}
	if found.Total < 5 || !slices.ContainsFunc(found.Hits, func(h client.Hit) bool { return h.Code == "1.001193" && h.Field == "Hộ tịch" }) {
		t.Errorf("%d found: %+v", found.Total, found.Hits)
	}
	p, err := src.Procedure(t.Context(), "1.001193")
	if err != nil {
		t.Fatal(err)
	}
	if p.ID != "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7" || len(p.Methods) != 3 || len(p.Cases) == 0 || len(p.Steps) == 0 ||
		len(p.LegalBasis) == 0 || !slices.Equal(p.Levels, []client.Level{client.LevelWard}) {
		t.Errorf("%+v", p)
	}
	if !strings.Contains(p.URL, p.ID) {
		t.Errorf("page %s", p.URL)
	}

	// Only the catalogue's line is known of this one.
	p, err = src.Procedure(t.Context(), "1.001978")
	if err != nil || p.Name != "Giải quyết hưởng trợ cấp thất nghiệp" || len(p.Cases) != 0 {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err := src.Procedure(t.Context(), "9.999999"); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("an unknown code: %v", err)
	}
}

// Every procedure that ships in full reads through the real client.
func TestTheNationalClientReadsEveryDetail(t *testing.T) {
	_, r := startPortal(t, sandbox.Options{})
	src := nationalOf(t, r)
	full := 0
	for _, h := range store.Later("", store.Options{}).Popular(60) {
		p, err := src.Procedure(t.Context(), h.Code)
		if err != nil {
			t.Fatalf("%s: %v", h.Code, err)
		}
		if p.Code != h.Code || p.Name == "" {
			t.Errorf("%s: got %s %s", h.Code, p.Code, p.Name)
		}
		if len(p.Cases) > 0 && len(p.Steps) > 0 {
			full++
		}
	}
	if full < 45 {
		t.Errorf("%d of the 60 that people ask for most are known in full", full)
	}
}

// A body in the real portal's shape, with its traps, goes through unchanged: the
// client cannot tell the sample portal from the real one.
func TestARealShapeIsServedThrough(t *testing.T) {
	body := `{
	 "id":"019d2bf7-770b-734d-b7fb-5e1995f194f4","code":"1.004194","codeNotation":"1.004194","name":"Đăng ký tạm trú","decisionNo":"",
	 "type":"STANDARD","formalityType":"ASSIGNED_REGULATION","isWard":true,"isProvince":false,"isMinistry":false,
	 "executionSteps":[{"name":"","description":"Bước 1: Chuẩn bị hồ sơ.\n Bước 2: Nộp hồ sơ.\n"}],
	 "executionMethods":[
	  {"submissionMethod":"ONLINE","processingTime":3,"processingTimeUnit":"WORKING_DAY","description":"","fees":[
	   {"type":"FEE","value":7000,"currencyId":"x","attachment":null,"description":"7.000 đồng/lần đăng ký.","currencyName":"Việt Nam Đồng"},
	   {"type":"FEE","value":0,"currencyId":"x","attachment":null,"description":"Miễn phí - trường hợp thuộc diện được miễn","currencyName":"Việt Nam Đồng"}]}],
	 "executionCases":[{"name":"* Hồ sơ gồm: ","profileComponents":[
	  {"profileComponentId":"a","name":"Ví dụ: giấy tờ chỗ ở.","originalQty":0,"copyQty":0,"required":false,"attachments":[]},
	  {"profileComponentId":"b","name":"Tờ khai thay đổi thông tin cư trú (CT01)","originalQty":1,"copyQty":0,"required":false,
	   "attachments":[{"id":"f","fileName":"CT01.docx","bucketName":"public","filePath":"x/CT01.docx"}]}]}],
	 "cases":[{"id":"c","name":"Đăng ký tạm trú","code":"1.004194.01","processingDay":{"qty":3,"type":"WORKING_DAY"},"profileComponents":[]}],
	 "fees":[],"profileComponents":[],"categoriesDetails":[{"id":"k","name":"Đăng ký, quản lý cư trú","code":"G01-CA05"}],
	 "departmentsExecuting":[],"unitGroupsExecuting":[],"executingAgencies":"Công an cấp Xã","requirementsAndConditions":"Không có thông tin",
	 "departmentPromulgateCode":"G01","departmentPromulgateName":"Bộ Công an","createdAt":1777426272773,"updatedAt":1777434895364,
	 "procedureProposal":{"proposalNumber":"5548/QĐ-BCA-C06","decisionDate":1625504400000,"decisionNumber":null,"issuingAgency":{"id":"i","name":"Bộ Công an"}}}`
	_, r := startPortal(t, sandbox.Options{Details: map[string]json.RawMessage{"1.004194": json.RawMessage(body)}})
	p, err := nationalOf(t, r).Procedure(t.Context(), "1.004194")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Methods) != 1 || len(p.Methods[0].Fees) != 2 || p.Methods[0].Fees[0].Amount != 7000 || p.Methods[0].Fees[1].State != client.FeeFree {
		t.Errorf("methods %+v", p.Methods)
	}
	if p.Decision.Number != "5548/QĐ-BCA-C06" || !slices.Equal(p.Executing, []string{"Công an cấp Xã"}) || p.Conditions != "" {
		t.Errorf("decision %+v, executing %q, conditions %q", p.Decision, p.Executing, p.Conditions)
	}
	if p.UpdatedAt.UnixMilli() != 1777434895364 || len(p.CaseLimits) != 1 {
		t.Errorf("updated %s, limits %+v", p.UpdatedAt, p.CaseLimits)
	}
}

func TestTheIntegrationClientReadsEverySample(t *testing.T) {
	now := time.Date(2026, 11, 25, 8, 14, 0, 0, workday.Zone)
	cal := facts.Calendar()
	_, r := startPortal(t, sandbox.Options{Now: func() time.Time { return now }})
	src := integrationOf(t, r.AdapterURL)
	relative, err := dossiers.SamplesAt(now, cal)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(dossiers.Samples(), relative...) {
		t.Run(s.Code, func(t *testing.T) {
			dossierCode, err := code.ParseDossier(s.Code)
			if err != nil {
				t.Fatal(err)
			}
			d, err := src.Dossier(t.Context(), client.DossierQuery{Code: dossierCode})
			if err != nil {
				t.Fatal(err)
			}
			if d.Status != s.Status || d.Code != dossierCode || d.ProcedureCode != s.Procedure || d.ProcedureName == "" || d.Agency.Name == "" {
				t.Errorf("%+v", d)
			}
			if l := timely.Of(d, now, cal); l.Timeliness != s.Timeliness {
				t.Errorf("%+v, want %s", l, s.Timeliness)
			}
			if d.Proof != client.ProofNeeded || d.Private != nil {
				t.Errorf("without proof: %s, %+v", d.Proof, d.Private)
			}
			if len(d.Steps) == 0 || d.Steps[len(d.Steps)-1].Status != s.Status {
				t.Errorf("steps %+v", d.Steps)
			}
			for _, step := range d.Steps {
				if strings.Contains(step.Name+step.Unit, "Cán bộ mẫu") {
					t.Errorf("an official is named: %+v", step)
				}
			}
			for _, proof := range []string{s.Proof, s.Phone} {
				d, err := src.Dossier(t.Context(), client.DossierQuery{Code: dossierCode, Proof: proof})
				if err != nil || d.Proof != client.ProofGiven || d.Private == nil || !strings.Contains(d.Private.Applicant, "•") || len(d.Private.Supplied) == 0 {
					t.Fatalf("with proof %s: %+v, %v", proof, d, err)
				}
			}
			if _, err := src.Dossier(t.Context(), client.DossierQuery{Code: dossierCode, Proof: "9999"}); !errors.Is(err, client.ErrNotFound) {
				t.Errorf("with a wrong proof: %v", err)
			}
		})
	}
}

func TestWhatTheSamplesTellWithProof(t *testing.T) {
	_, r := startPortal(t, sandbox.Options{})
	src := integrationOf(t, r.AdapterURL)
	open := func(i int) client.Dossier {
		t.Helper()
		s := dossiers.Samples()[i]
		dossierCode, err := code.ParseDossier(s.Code)
		if err != nil {
			t.Fatal(err)
		}
		d, err := src.Dossier(t.Context(), client.DossierQuery{Code: dossierCode, Proof: s.Proof})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for i, s := range dossiers.Samples() {
		switch s.Status {
		case client.StatusSupplement:
			if d := open(i); len(d.Private.Missing) != 2 || !strings.HasPrefix(d.Private.Missing[0], "Văn bản đồng ý của chủ hộ") {
				t.Errorf("missing %q", d.Private.Missing)
			}
		case client.StatusPayment:
			if d := open(i); len(d.Private.Fees) != 1 || !d.Private.Fees[0].Known || d.Private.Fees[0].Amount != 200_000 {
				t.Errorf("fees %+v", d.Private.Fees)
			}
		case client.StatusRefused, client.StatusStopped:
			if d := open(i); d.Reason == "" {
				t.Errorf("%s: no reason", s.Code)
			}
		case client.StatusFinished:
			if d := open(i); len(d.Private.Results) == 0 {
				t.Errorf("%s: no result", s.Code)
			}
		}
	}
}

func TestAPortalAloneKnowsItsOwn(t *testing.T) {
	_, r := startPortal(t, sandbox.Options{})
	ministry, err := code.ParseDossier("000.00.00.G01-261119-0019001")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := integrationOf(t, r.AdapterURL+"/h55").Dossier(t.Context(), client.DossierQuery{Code: ministry}); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("the province answers for the ministry: %v", err)
	}
	if _, err := integrationOf(t, r.AdapterURL+"/g01").Dossier(t.Context(), client.DossierQuery{Code: ministry}); err != nil {
		t.Errorf("the ministry: %v", err)
	}
}

func TestFaultsGiveTypedErrors(t *testing.T) {
	s, r := startPortal(t, sandbox.Options{})
	procedures, dossiers := nationalOf(t, r), integrationOf(t, r.AdapterURL)
	dossierCode, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		fault string
		cause client.Cause
		wait  time.Duration
	}{
		{"busy=30s", client.CauseBusy, 30 * time.Second},
		{"busy", client.CauseBusy, 0},
		{"500", client.CauseServer, 0},
		{"503", client.CauseServer, 0},
		{"reject", client.CauseRejected, 0},
		{"reject=403", client.CauseRejected, 0},
		{"truncate", client.CauseContent, 0},
		{"truncate=json", client.CauseContent, 0},
		{"drop", client.CauseReset, 0},
		{"hang", client.CauseTimeout, 0},
	}
	for _, tt := range tests {
		t.Run(tt.fault, func(t *testing.T) {
			faults, err := sandbox.ParseFaults(tt.fault)
			if err != nil {
				t.Fatal(err)
			}
			s.SetFaults(faults...)
			patience := time.Minute
			if tt.cause == client.CauseTimeout {
				patience = 200 * time.Millisecond
			}
			ask := func(half string, look func(context.Context) error) {
				ctx, cancel := context.WithTimeout(t.Context(), patience)
				defer cancel()
				unavailable(t, half, look(ctx), tt.cause, tt.wait)
			}
			ask("national", func(ctx context.Context) error {
				_, err := procedures.Search(ctx, client.Query{Words: "khai sinh"})
				return err
			})
			ask("adapter", func(ctx context.Context) error {
				_, err := dossiers.Dossier(ctx, client.DossierQuery{Code: dossierCode})
				return err
			})
		})
	}
	s.SetFaults()
	if _, err := dossiers.Dossier(t.Context(), client.DossierQuery{Code: dossierCode}); err != nil {
		t.Errorf("after the faults: %v", err)
	}
}

func unavailable(t *testing.T, half string, err error, cause client.Cause, wait time.Duration) {
	t.Helper()
	var u *client.UnavailableError
	if !errors.As(err, &u) || !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("%s: got %v", half, err)
		return
	}
	if u.Cause != cause || u.RetryAfter != wait {
		t.Errorf("%s: cause %s, wait %s (%v), want %s, %s", half, u.Cause, u.RetryAfter, err, cause, wait)
	}
}

// A fault that passes is not seen: look-ups are tried again.
func TestAPassingFaultIsOutlived(t *testing.T) {
	s, r := startPortal(t, sandbox.Options{})
	src, err := national.New(national.Config{Rest: rest.Config{BaseURL: r.NationalURL}})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	s.SetFaults(fault.Fault{Scope: sandbox.ScopeNational, Kind: fault.Error, Status: 502, Count: 1})
	if _, err := src.Search(t.Context(), client.Query{Words: "tạm trú"}); err != nil {
		t.Error(err)
	}
	if got := s.Faults(); len(got) != 0 {
		t.Errorf("the fault was not met: %v", got)
	}
}

// Fixed codes stay for the README while the dates move: a code's date says
// nothing of the dossier, which SamplesAt sets right.
func TestCodesOfTheDayAgreeWithTheirDossiers(t *testing.T) {
	now := time.Date(2027, 3, 10, 9, 0, 0, 0, workday.Zone)
	samples, err := dossiers.SamplesAt(now, facts.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	_, r := startPortal(t, sandbox.Options{Now: func() time.Time { return now }})
	src := integrationOf(t, r.AdapterURL)
	for _, s := range samples {
		dossierCode, err := code.ParseDossier(s.Code)
		if err != nil {
			t.Fatal(err)
		}
		d, err := src.Dossier(t.Context(), client.DossierQuery{Code: dossierCode})
		if err != nil {
			t.Fatalf("%s: %v", s.Code, err)
		}
		if day := d.SubmittedAt; !day.IsZero() && day.Format("060102") != dossierCode.Date().Format("060102") {
			t.Errorf("%s was handed in on %v", s.Code, day)
		}
	}
	if n := dossiers.DatesNote(); n.VI == "" || n.EN == "" {
		t.Error("nobody is told why the dates of the fixed codes differ")
	}
}
