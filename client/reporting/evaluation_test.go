package reporting

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/quality"
	"motcua/client/unit"
)

const phuTho = "019d2be3-6a88-732b-8b17-b68020c8553a"

var august = quality.Period{Year: 2026, Month: 8}

// captured serves the answers that were captured, by the call.
func captured(t *testing.T, call Call, name string) Evaluation {
	t.Helper()
	asked := 0
	r := serve(t, func(path string, _ map[string]any) string {
		if asked++; path != call.path() {
			t.Errorf("asked %s", path)
		}
		return fixture(t, "evaluation/"+name)
	})
	var e Evaluation
	var err error
	if call == CallResults {
		e, err = r.Country(t.Context(), quality.Period{Year: 2026})
	} else {
		e, err = r.Group(t.Context(), call, august, phuTho)
	}
	if err != nil || asked != 1 {
		t.Fatalf("%v after %d requests", err, asked)
	}
	return e
}

// The questions are those of which the captured answers are the answers.
func TestRequestsAreThoseThatWereSeen(t *testing.T) {
	var seen map[string]map[string]any
	if err := json.Unmarshal([]byte(fixture(t, "evaluation/requests.json")), &seen); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		call   Call
		period string
		like   string
	}{
		{CallResults, "2026", "service-results (34 provinces)"},
		{CallTransparency, "2026-08", "transparency, dossier-digitized (units of one province)"},
		{CallDigitized, "2026-08", "transparency, dossier-digitized (units of one province)"},
		{CallTransparency, "2026-Q3", "quarter"},
		{CallSatisfaction, "2026-08", "handling-satisfaction"},
		{CallProgress, "2026", "dvc-progress-tree, formality-online-payment-tree"},
		{CallOnline, "2026", "dvc-progress-tree, formality-online-payment-tree"},
		{CallPayment, "2026", "dvc-progress-tree, formality-online-payment-tree"},
	} {
		p, ok := quality.ParsePeriod(tt.period)
		want := seen[tt.like]
		if !ok || want == nil {
			t.Fatalf("%s: %v", tt.period, want)
		}
		root := phuTho
		if tt.call == CallResults {
			root = ""
		}
		var got map[string]any
		q := tt.call.Asked(p, root)
		if json.Unmarshal(q.Body, &got) != nil || !reflect.DeepEqual(got, want) || q.Call != string(tt.call) {
			t.Errorf("%s %s asks %s, want %v", tt.call, tt.period, q.Body, want)
		}
	}
}

func TestCapturedCountry(t *testing.T) {
	e := captured(t, CallResults, "service-results.json")
	c := e.Root
	if c.Name != "Cả nước" || c.Total == nil || c.Total.Points != 56.56 || c.Total.Max != 100 || *c.Total.Share != 56.56 || c.Total.Change != nil || *c.Growth != 39.79 {
		t.Errorf("%+v", c)
	}
	// The radar has five rows: what is done online and what is paid online stand together.
	if c.Joint == nil || c.Joint.Points != 13.1 || c.Joint.Max != 22 || c.Part(quality.Online) != nil || c.Part(quality.Paying) != nil || len(c.Parts) != 4 {
		t.Errorf("joint %+v, parts %+v", c.Joint, c.Parts)
	}
	if len(e.Below) != 5 {
		t.Fatalf("%d provinces", len(e.Below))
	}
	p := e.Below[3]
	if p.Code != "H55" || p.ID != "019d2be3-6a88-732b-8b25-68dfdcdcff0e" || p.Level != unit.LevelProvince || p.Parent != "" || p.Total.Points != 61.48 || *p.Total.Change != 17.26 {
		t.Errorf("%+v", p)
	}
	for g, want := range map[quality.Group]float64{quality.Openness: 8.1, quality.OnTime: 18.8, quality.Online: 6.97, quality.Paying: 6.16, quality.Satisfaction: 11.77, quality.Digitised: 9.68} {
		if part := p.Part(g); part == nil || part.Score.Points != want || part.Score.Max != g.Max() || part.Score.Share != nil || part.Score.Change != nil {
			t.Errorf("%s: %+v, want %v points and neither share nor change", g, part, want)
		}
	}
	if got := quality.Rank(&p, e.Below); got != (quality.Standing{Place: 4, Among: 5}) {
		t.Errorf("%+v, want the fourth place of 5", got)
	}
}

// metric finds a row of the only part of a sheet.
func metric(t *testing.T, s quality.Sheet, code string) quality.Metric {
	t.Helper()
	if len(s.Parts) != 1 {
		t.Fatalf("%s has %d parts", s.Name, len(s.Parts))
	}
	for _, m := range s.Parts[0].Metrics {
		if m.Code == code {
			return m
		}
	}
	t.Fatalf("%s has no row %s", s.Name, code)
	return quality.Metric{}
}

// Rows that were counted of nothing come in four forms, and a fifth looks like them and was
// counted. The portal's points stay as they are in all of them.
func TestRowsThatWereCountedOfNothing(t *testing.T) {
	open := captured(t, CallTransparency, "transparency.json")
	happy := captured(t, CallSatisfaction, "handling-satisfaction.json")
	digital := captured(t, CallDigitized, "dossier-digitized.json")
	none := -1.0
	for _, tt := range []struct {
		says   string
		of     quality.Sheet
		code   string
		figure bool
		points float64 // none for none
	}{
		{"share and points are null", open.Root, "PUBLISH_ON_TIME", false, none},
		{"share 0 and points 0, of 0", happy.Below[0], "DOSSIER_RECEIVING_SATISFACTION", false, 0},
		{"0 of 0 with all points", happy.Below[0], "PETITION_PROCESSING_ON_TIME", false, 6},
		{"no numbers, and a share of 100", digital.Root, "ELECTRONIC_CERTIFIED_COPY", false, 2},
		{"0 of 3", digital.Below[0], "CITIZEN_DATA_CONNECTED_FORMALITY", true, 0},
		{"0 of very many", digital.Root, "SYNCED_WITH_DVCQG_PERSONAL_STORAGE", true, 0},
		{"information without points", happy.Root, "PETITION_CLASSIFICATION_TTHC", true, none},
		{"information of nothing", happy.Below[0], "PETITION_CLASSIFICATION_TTHC", false, none},
		{"a number like any other", happy.Root, "PETITION_HANDLING_SATISFACTION", true, 3.33},
	} {
		m := metric(t, tt.of, tt.code)
		points := none
		if m.Points != nil {
			points = *m.Points
		}
		if m.HasFigure() != tt.figure || points != tt.points {
			t.Errorf("%s: has a figure %v, points %v; want %v, %v", tt.says, m.HasFigure(), points, tt.figure, tt.points)
		}
	}
}

// The portal repeats a number of the province below each of its units.
func TestTheProvincesNumberIsNoUnitsOwn(t *testing.T) {
	e := captured(t, CallTransparency, "transparency.json")
	for _, s := range e.Below {
		m := metric(t, s, "PUBLIC_CONTENT_FULL")
		if !m.OfProvince() || *m.Of != (quality.Count{Part: 87, Whole: 89}) || *m.Points != 1.96 {
			t.Errorf("%s: %+v", s.Name, m)
		}
	}
	office, ward := e.Below[0].Parts[0], e.Below[1].Parts[0]
	if office.Score.Points != 1.96 || !office.Uncounted(true) || office.Uncounted(false) {
		t.Errorf("%+v: all its points are the province's", office)
	}
	if ward.Uncounted(true) || metric(t, e.Below[1], "DOSSIER_SYNC").Doubt != quality.DoubtTemporary {
		t.Errorf("%+v", ward)
	}
	if *e.Root.Parts[0].Average != 7.89 || e.Root.Parts[0].Score.Points != 7.96 || e.Below[0].Name != "Văn phòng UBND Tỉnh" || e.Below[0].Code != "" {
		t.Errorf("%+v", e.Root)
	}
}

func TestCapturedPetitions(t *testing.T) {
	e := captured(t, CallSatisfaction, "handling-satisfaction.json")
	if *e.Root.Petitions != 247 || *e.Root.Classified != 247 || *e.Root.Dossiers != 184513 || *e.Below[1].Petitions != 3 || *e.Below[0].Petitions != 0 {
		t.Errorf("%+v", e)
	}
	if p := e.Below[0].Parts[0]; p.Score.Points != 12 || !p.Uncounted(true) {
		t.Errorf("%+v: 12 points of nothing", p)
	}
}

func TestCapturedTrees(t *testing.T) {
	progress := captured(t, CallProgress, "dvc-progress-tree.json")
	if p := progress.Root.Parts[0]; p.Score.Points != 15.68 || p.Score.Max != 20 || *p.Score.Share != 78.38 || *p.Days != 7.05 || progress.Root.Code != "H44" {
		t.Errorf("%+v", p)
	}
	ward := progress.Below[0]
	if p := ward.Parts[0]; p.Score.Points != 15.81 || p.Score.Max != 20 || p.Score.Change != nil || ward.Parent != "H44" || ward.Code != "H44.100" || ward.Level != unit.LevelCommune {
		t.Errorf("%+v", ward)
	}
	one := captured(t, CallProgress, "dvc-progress-tree.formality.json")
	if p := one.Below[0].Parts[0]; p.Score.Points != 0 || !p.Uncounted(true) || p.Days != nil {
		t.Errorf("%+v: nothing was received", p)
	}
	online := captured(t, CallOnline, "provide-online-tree.json")
	if p := online.Root.Parts[0]; p.Score.Points != 8.83 || p.Uncounted(false) || *p.Metrics[0].Of != (quality.Count{Part: 150956, Whole: 152595}) {
		t.Errorf("%+v", p)
	}
	// A branch names nothing that it was counted of, so nobody can say that it was nothing.
	if p := online.Below[0].Parts[0]; p.Score.Points != 0 || p.Uncounted(true) || len(p.Metrics) != 0 {
		t.Errorf("%+v", p)
	}
	paid := captured(t, CallPayment, "formality-online-payment-tree.formality.json")
	if p := paid.Below[1].Parts[0]; p.Score.Points != 1.67 || *p.Score.Share != 16.7 || p.Metrics[0].HasFigure() || !p.Metrics[1].HasFigure() || p.Uncounted(true) {
		t.Errorf("%+v: no dossier had to be paid, two of three procedures were", p)
	}
}

// A province has more units than a page of a tree, and a portal may ignore the page.
func TestGroupsOfSeveralPages(t *testing.T) {
	for _, ignores := range []bool{false, true} {
		asked := 0
		r := serve(t, func(_ string, in map[string]any) string {
			asked++
			first := (int(in["currentPage"].(float64)) - 1) * childrenPage
			if ignores {
				first = 0
			}
			var rows []string
			for i := first; i < min(first+childrenPage, 112); i++ {
				rows = append(rows, `{"departmentId":"u-`+strconv.Itoa(i)+`","departmentName":"Xã","departmentCode":"H55.`+strconv.Itoa(i)+`","score":1,"maxScore":20}`)
			}
			return `{"code":"OK","data":{"parent":{"departmentId":"p","departmentCode":"H55"},"children":[` + strings.Join(rows, ",") + `]}}`
		})
		e, err := r.Group(t.Context(), CallProgress, august, "p")
		want := 112
		if ignores {
			want = 100
		}
		if err != nil || len(e.Below) != want || asked != 2 {
			t.Errorf("ignores the page: %v: %d units in %d requests, %v; want %d in 2", ignores, len(e.Below), asked, err, want)
		}
	}
}

func TestEvaluationsThatMakeNoSense(t *testing.T) {
	for _, body := range []string{`{"code":"OK","data":null}`, `{"code":"NO","data":{}}`, `<html>`, `{}`} {
		r := serve(t, func(string, map[string]any) string { return body })
		if _, err := r.Country(t.Context(), august); !errors.Is(err, client.ErrUnavailable) {
			t.Errorf("the country %s: %v", body, err)
		}
		for _, g := range GroupCalls {
			if _, err := r.Group(t.Context(), g.Call, august, "p"); !errors.Is(err, client.ErrUnavailable) {
				t.Errorf("%s %s: %v", g.Call, body, err)
			}
		}
	}
}

// seeds adds the data of captured answers to a fuzz test.
func seeds(f *testing.F, has string) {
	f.Helper()
	files, err := os.ReadDir("testdata/evaluation")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		var env struct{ Data json.RawMessage }
		if strings.Contains(file.Name(), has) && json.Unmarshal([]byte(fixture(f, "evaluation/"+file.Name())), &env) == nil && env.Data != nil {
			f.Add([]byte(env.Data))
		}
	}
}

// sane checks what screens rely on.
func sane(t *testing.T, e Evaluation) {
	t.Helper()
	seen := map[string]bool{}
	for _, s := range e.Below {
		if s.ID == "" || s.Name == "" || seen[s.ID] || strings.ContainsAny(s.Name+s.Code+s.ID, "\x1b\n") {
			t.Errorf("%+v", s)
		}
		seen[s.ID] = true
	}
	for _, s := range append(e.Below, e.Root) {
		for _, p := range s.Parts {
			if p.Score.Max <= 0 || s.Part(p.Group) == nil {
				t.Errorf("%+v", p)
			}
			for _, m := range p.Metrics {
				if m.Code == "" || m.Max < 0 || m.Of != nil && (m.Of.Part < 0 || m.Of.Whole < 0) || m.HasFigure() && m.Of.Whole == 0 || strings.ContainsAny(m.Code+m.Name+m.Doubt+m.Note, "\x1b\n") {
					t.Errorf("%+v", m)
				}
			}
		}
	}
}

func FuzzCountry(f *testing.F) {
	seeds(f, "service-results")
	f.Add([]byte(`{"overview":[{"totalScore":"5,5"}],"radar":{"code":"CKMB","score":-4},"evaluation":{"departmentId":"a","departmentName":"x\u001b","groupScores":{"CKMB":[],"MDHL":"1.000"}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var b countryBody
		if json.Unmarshal(data, &b) != nil {
			return
		}
		e := b.evaluation()
		sane(t, e)
		for i := range e.Below {
			if r := quality.Rank(&e.Below[i], e.Below); r.Place > r.Among || (r.Place == 0) != (e.Below[i].Total == nil) {
				t.Errorf("%+v", r)
			}
		}
	})
}

func fuzzGroup(f *testing.F, calls ...Call) {
	f.Helper()
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, call := range calls {
			var b groupBody
			if json.Unmarshal(data, &b) != nil {
				return
			}
			var e Evaluation
			seen := map[string]bool{}
			b.addTo(&e, call, seen)
			if b.addTo(&e, call, seen) {
				t.Error("a unit came twice")
			}
			sane(t, e)
		}
	})
}

func FuzzMetrics(f *testing.F) {
	for _, name := range []string{"transparency", "dossier-digitized", "handling-satisfaction"} {
		seeds(f, name)
	}
	f.Add([]byte(`{"overview":{"departmentId":"a","totalScore":1e300},"evaluation":[{"departmentId":"b","departmentName":"c","totalScore":1,"metrics":{"code":"PUBLISH\u001b","numerator":-1,"denominator":"x","maxScore":-2}}]}`))
	fuzzGroup(f, CallTransparency, CallDigitized, CallSatisfaction)
}

func FuzzTrees(f *testing.F) {
	seeds(f, "tree")
	f.Add([]byte(`{"parent":[{"departmentId":7}],"children":{"departmentId":"a","departmentName":"b","score":"4,5","totalReceived":-3,"totalOnTime":2}}`))
	fuzzGroup(f, CallProgress, CallOnline, CallPayment)
}
