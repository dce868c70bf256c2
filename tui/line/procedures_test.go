package line

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/gazetteer"
	"motcua/client/workday"
	"motcua/tui/line/patience"
	"motcua/tui/line/plain"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/procedures"
)

func hits(n, total int) client.Answer[client.SearchResult] {
	var r client.SearchResult
	for i := range n {
		r.Hits = append(r.Hits, client.Hit{
			Code: fmt.Sprintf("1.00119%d", i), Name: "Thủ tục đăng ký khai sinh", Field: "Hộ tịch", Agency: "Bộ Tư pháp",
			Levels: []client.Level{client.LevelWard}, ID: "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7",
		})
	}
	r.Total = total
	return client.Answer[client.SearchResult]{Value: r, AsOf: morning, Source: portal}
}

func birth() client.Answer[client.Procedure] {
	p := client.Procedure{
		ID: "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7", Code: "1.001193", Name: "Thủ tục đăng ký khai sinh",
		Field: "Hộ tịch", Levels: []client.Level{client.LevelWard}, Kind: client.KindAssigned, Publisher: "Bộ Tư pháp",
		Decision:  client.Decision{Number: "163/QĐ-BTP"},
		Executing: []string{"Ủy ban nhân dân cấp xã"},
		Methods: []client.Method{
			{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 1, Unit: client.UnitWorkingDay}, Fees: []client.Fee{{State: client.FeeAmount, Type: client.FeeTypeFee, Amount: 8000, Text: "Đăng ký muộn: 8.000 đồng"}}},
			{Channel: client.ChannelOnline, Limit: client.TimeLimit{Quantity: 1, Unit: client.UnitWorkingDay}, Fees: []client.Fee{{State: client.FeeFree, Type: client.FeeTypeFee}}},
		},
		Cases: []client.PaperCase{{Name: "* Giấy tờ phải nộp:", Rows: []client.PaperRow{
			{Name: "- Giấy chứng sinh.", Originals: 1},
			{Name: "- Tờ khai đăng ký khai sinh", Originals: 1, Forms: []client.Form{{ID: "f1", Name: "Mẫu số 1.docx"}}},
		}}},
		Steps:      []client.ProcedureStep{{Text: "- Người yêu cầu nộp hồ sơ tại Trung tâm\nPhục vụ hành chính công."}},
		LegalBasis: []client.LegalAct{{Number: "60/2014/QH13", Name: "Luật Hộ tịch"}},
		Results:    []client.Result{{Code: "KQ.G15.000031", Name: "Giấy khai sinh"}},
		URL:        "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7",
	}
	return client.Answer[client.Procedure]{Value: p, AsOf: morning, Source: portal}
}

func TestSearch(t *testing.T) {
	f := newFake(t)
	var asked client.Query
	found := hits(2, 2)
	f.search = func(q client.Query) (client.Answer[client.SearchResult], error) { asked = q; return found, nil }

	got := runWith(t, f, verb.Deps{}, "tim", "khai", "sinh", "--limit", "5", "--field", "Hộ tịch", "--agency", "g15", "--level", "Xã")
	want := "1.001190  Đăng ký khai sinh · Hộ tịch · cấp xã · Bộ Tư pháp\n" +
		"1.001191  Đăng ký khai sinh · Hộ tịch · cấp xã · Bộ Tư pháp\n\n" +
		"2 thủ tục\nTheo Cổng Dịch vụ công quốc gia, lúc 8:14 hôm nay\n"
	if got.out != want || got.code != 0 {
		t.Errorf("code %d\n%s", got.code, got.out)
	}
	if (asked != client.Query{Words: "khai sinh", Field: "Hộ tịch", AgencyCode: "G15", Level: client.LevelWard, Limit: 5, Kept: true}) {
		t.Errorf("asked %+v", asked)
	}

	found = hits(5, 4578)
	got = runWith(t, f, verb.Deps{}, "search", "khai sinh", "--limit", "3", "--lang", "en")
	if !strings.Contains(got.out, "3 of 4,578 procedures, more with --limit") || strings.Count(got.out, "1.00119") != 3 {
		t.Errorf("got\n%s", got.out)
	}

	got = runWith(t, f, verb.Deps{}, "search", "khai sinh", "--json")
	if lines := strings.Split(strings.TrimSpace(got.out), "\n"); len(lines) != 5 || !strings.HasSuffix(lines[4], `"rank":5,"abolished":false,"successor":null,"place":null,"name_en":"Get a visa for a foreigner in Vietnam (province)","near":false,"wish":null}`) {
		t.Errorf("got\n%s", got.out)
	}
}

func TestSearchFaults(t *testing.T) {
	f := newFake(t)
	f.search = func(q client.Query) (client.Answer[client.SearchResult], error) {
		switch q.Words {
		case "down":
			return hits(0, 0), &client.UnavailableError{Source: portal, Cause: client.CauseRejected}
		case "offline":
			return hits(0, 0), client.ErrOffline
		case "missing":
			return hits(0, 0), client.ErrNotFound
		}
		return hits(0, 0), nil
	}
	tests := []struct {
		args []string
		code int
		err  string
	}{
		{nil, 2, "Thiếu chữ để tìm."},
		{[]string{" "}, 2, "Thiếu chữ để tìm."},
		{[]string{"x", "--limit", "0"}, 2, "--limit cần số từ 1 đến 1000, không phải 0."},
		{[]string{"x", "--limit", "nhiều"}, 2, "Tùy chọn --limit không nhận giá trị “nhiều”."},
		{[]string{"x", "--level", "huyện"}, 2, "--level cần xa, tinh, bo hoặc khac, không phải “huyện”."},
		{[]string{"zzz", "--level", "ministry"}, 3, "đã chọn"},
		{[]string{"zzz"}, 3, "Không có thủ tục này: “zzz”."},
		{[]string{"missing"}, 3, "Không có thủ tục này: “missing”."},
		{[]string{"zzz", "--agency", "H55"}, 3, "ở lĩnh vực, cơ quan hay cấp đã chọn"},
		{[]string{"down"}, 4, "Cổng Dịch vụ công quốc gia đang chặn máy này. Vẫn tra được hồ sơ."},
		{[]string{"offline"}, 4, "Máy đang chạy không nối mạng"},
	}
	for _, tt := range tests {
		got := runWith(t, f, verb.Deps{}, append([]string{"search"}, tt.args...)...)
		if got.code != tt.code || !strings.HasPrefix(got.err, tt.err) && !strings.Contains(got.err, tt.err) || got.out != "" {
			t.Errorf("%v: code %d, said %q, printed %q", tt.args, got.code, got.err, got.out)
		}
	}
}

func TestShowPages(t *testing.T) {
	f := newFake(t)
	f.show = func(string) (client.Answer[client.Procedure], error) { return birth(), nil }
	for _, l := range []string{"vi", "en"} {
		t.Run(l, func(t *testing.T) {
			short := runWith(t, f, verb.Deps{}, "show", "1.001193", "--lang", l)
			full := runWith(t, f, verb.Deps{Width: 60}, "thutuc", "1.001193", "--full", "--lang", l)
			json := runWith(t, f, verb.Deps{}, "show", "1.001193", "--json", "--lang", l)
			golden.RequireEqual(t, []byte(short.out+"\n=====\n"+full.out+"\n=====\n"+json.out))
		})
	}
}

func TestShowFaults(t *testing.T) {
	f := newFake(t)
	f.show = func(code string) (client.Answer[client.Procedure], error) {
		if code == "1.000001" {
			return birth(), client.ErrNotFound
		}
		return birth(), &client.UnavailableError{Source: portal, Cause: client.CauseTimeout}
	}
	tests := []struct {
		args []string
		code int
		err  string
	}{
		{nil, 2, "Cần đúng một mã thủ tục"},
		{[]string{"1.001193", "1.004194"}, 2, "Cần đúng một mã thủ tục"},
		{[]string{"khai sinh"}, 2, "“khai sinh” không phải mã thủ tục."},
		{[]string{codeOf + "07"}, 2, codeOf + "07 là mã hồ sơ. Tra hồ sơ bằng lệnh: track " + codeOf + "07"},
		{[]string{"1.000001"}, 3, "Không thấy thủ tục nào mang mã 1.000001."},
		{[]string{"1.000002"}, 4, "Cổng Dịch vụ công quốc gia trả lời quá chậm. Lát nữa thử lại. Vẫn tra được hồ sơ."},
	}
	for _, tt := range tests {
		got := runWith(t, f, verb.Deps{}, append([]string{"show"}, tt.args...)...)
		if got.code != tt.code || !strings.HasPrefix(got.err, tt.err) || got.out != "" {
			t.Errorf("%v: code %d, said %q, printed %q", tt.args, got.code, got.err, got.out)
		}
	}
}

// Every block of a procedure is in the output of a command and of the line mode, in both
// languages.
func TestEveryBlockOfAProcedureInLines(t *testing.T) {
	rows := func(names ...string) (out []client.PaperRow) {
		for _, n := range names {
			out = append(out, client.PaperRow{Name: n, Originals: 1})
		}
		return out
	}
	cases := birth()
	cases.Value.Cases = []client.PaperCase{
		{Rows: rows("Tờ khai", "Trường hợp ủy quyền: văn bản ủy quyền", "Hợp đồng liên doanh đối với hình thức liên doanh", "Xuất trình một trong các giấy tờ: Thẻ căn cước; Hộ chiếu")},
		{Name: "Trường hợp ở nhờ", Rows: rows("Văn bản đồng ý")},
		{Name: "Trường hợp thuê nhà", Rows: rows("Hợp đồng thuê")},
	}
	outline, none, office := birth(), birth(), reviewedBirth(client.ReviewChanged)
	outline.Value.Outline, none.Value.Cases = true, nil
	office.Review.Conditions = []string{"Cha mẹ đã kết hôn"}
	kinds := map[view.Kind]bool{}
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, m := range []view.Medium{view.Command, view.Typed} {
			p := plain.Printer{Texts: text.For(l), Medium: m, Width: 60, Style: plain.None{}}
			for _, a := range []client.Answer[client.Procedure]{cases, outline, none, office} {
				e := view.Env{Texts: p.Texts, Now: morning, Calendar: newFake(t).cal, Medium: m}
				for _, got := range []struct {
					doc   view.Document
					lines []string
				}{{procedures.Document(a, e), p.Procedure(procedures.Document(a, e))}, {procedures.Official(a, e), p.Official(procedures.Official(a, e))}} {
					said := strings.Join(strings.Fields(strings.Join(got.lines, " ")), " ")
					for _, b := range got.doc.Blocks {
						kinds[b.Kind] = true
						words := append(b.Items(), b.Head, b.Lead)
						for _, paper := range b.Papers {
							words = append(words, strings.TrimSuffix(paper.Name, ":"), paper.Quantity, paper.Hint)
							for _, o := range paper.OneOf {
								words = append(words, o.Name)
							}
						}
						for _, o := range b.Official {
							words = append(words, o.Text)
						}
						for _, w := range words {
							if !strings.Contains(said, w) {
								t.Errorf("%s, medium %d: of %q is missing: %q", l, m, b.Key, w)
							}
						}
					}
				}
			}
		}
	}
	for k := view.KindTitle; k <= view.KindSource; k++ {
		// A procedure has no appointment and no timeline.
		if want := k != view.KindPlate && k != view.KindSteps; kinds[k] != want {
			t.Errorf("kind %d: walked %t, want %t", k, kinds[k], want)
		}
	}
}

// What no office does is said to be that, in the command and in the line mode.
func TestWhatNoOfficeDoesIsSaidToBeThat(t *testing.T) {
	f := newFake(t)
	outside := hits(1, 0)
	outside.Value.Near, outside.Value.Outside = true, true
	f.search = func(client.Query) (client.Answer[client.SearchResult], error) { return outside, nil }
	for lang, want := range map[string]string{"vi": "Không cơ quan nào làm việc này: “vé tàu”.", "en": "No office does this: “vé tàu”."} {
		if got := runWith(t, f, verb.Deps{}, "search", "vé tàu", "--lang", lang); got.code != 3 || !strings.Contains(got.err, want) {
			t.Errorf("code %d, %s", got.code, got.err)
		}
	}
}

// Two things that a question asks for have a heading each.
func TestTwoWishesHaveAHeadingEach(t *testing.T) {
	f := newFake(t)
	two := hits(3, 3)
	two.Value.Wishes = []string{"làm khai sinh", "nhập hộ khẩu"}
	two.Value.Hits[2].Wish = 1
	f.search = func(client.Query) (client.Answer[client.SearchResult], error) { return two, nil }
	got := runWith(t, f, verb.Deps{}, "search", "làm khai sinh rồi nhập hộ khẩu")
	var lines []string
	for line := range strings.Lines(got.out) {
		lines = append(lines, strings.Fields(line + " .")[0])
	}
	if want := []string{"Việc", "1.001190", "1.001191", "Việc", "1.001192"}; len(lines) < 5 || !slices.Equal(lines[:5], want) {
		t.Errorf("got\n%s", got.out)
	}
	if !strings.Contains(got.out, "Việc 2: nhập hộ khẩu\n") {
		t.Errorf("got\n%s", got.out)
	}
	got = runWith(t, f, verb.Deps{}, "search", "làm khai sinh rồi nhập hộ khẩu", "--json")
	if strings.Count(got.out, `"wish":"làm khai sinh"}`) != 2 || strings.Count(got.out, `"wish":"nhập hộ khẩu"}`) != 1 {
		t.Errorf("got\n%s", got.out)
	}
}

// The code of a dossier, however it is spelled, names the command that looks it up.
func TestACodeOfADossierIsNoSearch(t *testing.T) {
	f := newFake(t)
	f.search = func(q client.Query) (client.Answer[client.SearchResult], error) {
		t.Errorf("searched for %q", q.Words)
		return hits(0, 0), nil
	}
	for _, typed := range []string{"H55.04-261005-0012", "h55 04 261005 0012", "mã hồ sơ H55.04-261005-0012"} {
		if got := runWith(t, f, verb.Deps{}, "search", typed); got.code != 2 || !strings.Contains(got.err, "track H55.04-261005-0012") {
			t.Errorf("%q: code %d, %s", typed, got.code, got.err)
		}
	}
	if got := runWith(t, f, verb.Deps{}, "search", "H55.04-261005-0012", "--json"); !strings.Contains(got.out, `"kind":"dossier_code"`) {
		t.Errorf("got %s", got.out)
	}
}

func TestNearHitsAreNotWhatWasAskedFor(t *testing.T) {
	f := newFake(t)
	near := hits(1, 0)
	near.Value.Near = true
	f.search = func(client.Query) (client.Answer[client.SearchResult], error) { return near, nil }

	got := runWith(t, f, verb.Deps{}, "search", "khai", "xinhh")
	if got.code != 3 || !strings.HasPrefix(got.out, "Thủ tục gần nhất:\n1.001190  ") || !strings.Contains(got.err, "khai xinhh") {
		t.Errorf("code %d\n%s\n%s\nwant what is near, and that it was not asked for", got.code, got.out, got.err)
	}
	got = runWith(t, f, verb.Deps{}, "search", "khai", "xinhh", "--json")
	if got.code != 3 || !strings.HasPrefix(got.out, `{"code":"1.001190"`) || !strings.Contains(got.out, `"near":true,"wish":null}`) {
		t.Errorf("JSON: code %d\n%s", got.code, got.out)
	}
}

// Data on this machine is the answer immediately. A portal is only asked where there is
// none, and a person at a prompt waits for it at most some seconds.
func TestASearchWaitsForNoPortal(t *testing.T) {
	shipped := client.Answer[client.SearchResult]{
		AsOf:   time.Date(2026, 6, 8, 0, 0, 0, 0, workday.Zone),
		Source: client.SourceName{ID: "catalogue", Name: "danh mục"},
		Value:  client.SearchResult{Provisional: true},
	}
	hit := client.Hit{Code: "1.001193", Name: "Đăng ký khai sinh"}
	for _, tt := range []struct {
		name  string
		kept  client.SearchResult
		after time.Duration // delay of the portal's answer
		err   error
		code  int
		took  time.Duration
		asked int
		says  []string
	}{
		{"it is here", client.SearchResult{Hits: []client.Hit{hit}, Total: 1, Provisional: true}, time.Hour, nil, 0, 0, 0,
			[]string{"1.001193", "Theo danh mục có sẵn trong máy, ngày 08/6"}},
		{"near, the portal is silent", client.SearchResult{Hits: []client.Hit{hit}, Total: 1, Near: true, Provisional: true}, time.Hour, nil, 3, patience.AtPrompt, 1,
			[]string{"Không có thủ tục này", "Thủ tục gần nhất:", "1.001193", "Theo danh mục có sẵn trong máy, ngày 08/6"}},
		{"nothing, the portal is silent", client.SearchResult{Provisional: true}, time.Hour, nil, 3, patience.AtPrompt, 1,
			[]string{"Không có thủ tục này", "Theo danh mục có sẵn trong máy, ngày 08/6"}},
		{"nothing, the portal refuses", client.SearchResult{Provisional: true}, time.Second, &client.UnavailableError{Source: portal, Cause: client.CauseNetwork}, 3, time.Second, 1,
			[]string{"Theo danh mục có sẵn trong máy, ngày 08/6"}},
		{"nothing here, the portal has it", client.SearchResult{Provisional: true}, time.Second, nil, 0, time.Second, 1,
			[]string{"2.000000", "Theo Cổng Dịch vụ công quốc gia"}},
	} {
		for _, face := range []string{"command", "line mode"} {
			t.Run(tt.name+", "+face, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					f, asked := newFake(t), 0
					svc := &searched{fake: f, find: func(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
						if q.Kept {
							a := shipped
							a.Value = tt.kept
							return a, nil
						}
						asked++
						if !sleep(ctx, tt.after) {
							return client.Answer[client.SearchResult]{}, ctx.Err()
						}
						return client.Answer[client.SearchResult]{Value: client.SearchResult{Hits: []client.Hit{{Code: "2.000000", Name: "Việc mới"}}, Total: 1}, AsOf: f.Now(), Source: portal}, tt.err
					}}
					var out, errs bytes.Buffer
					d := verb.Deps{Service: svc, Out: &out, Err: &errs, In: strings.NewReader("khai sinh\n")}
					began, code := time.Now(), 0
					if face == "command" {
						code = Run(t.Context(), d, []string{"search", "khai", "sinh"})
					} else {
						Mode(t.Context(), d)
						code = tt.code
					}
					if took := time.Since(began); code != tt.code || took != tt.took || asked != tt.asked {
						t.Errorf("code %d after %v, portal asked %d times", code, took, asked)
					}
					for _, s := range tt.says {
						if face == "line mode" && (s == "1.001193" || s == "2.000000" || strings.HasPrefix(s, "Theo Cổng")) {
							continue // it writes names with numbers
						}
						if !strings.Contains(out.String()+errs.String(), s) {
							t.Errorf("%q is missing in\n%s%s", s, out.String(), errs.String())
						}
					}
				})
			})
		}
	}
}

// searched is a service whose searches a test answers.
type searched struct {
	*fake
	find func(context.Context, client.Query) (client.Answer[client.SearchResult], error)
}

func (s *searched) Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	return s.find(ctx, q)
}

func TestShowWaitsNoLongerThanAPerson(t *testing.T) {
	yesterday := birth()
	yesterday.AsOf = morning.AddDate(0, 0, -1)
	heading := yesterday
	heading.Value.Outline = true
	slow := errors.New("the portal took its time")
	for _, tt := range []struct {
		name   string
		kept   client.Answer[client.Procedure]
		silent bool
		err    error
		took   time.Duration
		code   int
		says   string
	}{
		{"whole page, silent portal", yesterday, true, nil, patience.AtPrompt, 0, "thông tin lúc 8:14 hôm qua"},
		{"whole page, portal answers", yesterday, false, nil, 0, 0, "8:14 hôm nay"},
		{"whole page, procedure is gone", yesterday, false, client.ErrNotFound, 0, 3, "1.001193"},
		{"heading alone, portal answers", heading, false, nil, 0, 0, "8:14 hôm nay"},
		{"nothing, portal fails", client.Answer[client.Procedure]{}, false, slow, 0, 1, ""},
	} {
		for _, face := range []string{"command", "line mode"} {
			t.Run(tt.name+", "+face, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					f := newFake(t)
					f.silent, f.kept = tt.silent, tt.kept
					f.show = func(string) (client.Answer[client.Procedure], error) { return birth(), tt.err }
					var out, errs bytes.Buffer
					d := verb.Deps{Service: f, Out: &out, Err: &errs, In: strings.NewReader("1.001193\nt\nv\n")}
					began, code := time.Now(), tt.code
					if face == "command" {
						code = Run(t.Context(), d, []string{"show", "1.001193"})
					} else {
						Mode(t.Context(), d) // the whole text and the explanation need no further look-up
					}
					if took := time.Since(began); code != tt.code || took != tt.took {
						t.Errorf("code %d after %v", code, took)
					}
					if said := out.String() + errs.String(); !strings.Contains(said, tt.says) {
						t.Errorf("does not say %q:\n%s", tt.says, said)
					}
					sleep(t.Context(), patience.Unattended) // the look-up that nobody waits for ends
				})
			})
		}
	}
}

// Each line of a search says which place the words name, in the form of the command place.
func TestSearchTellsThePlaceAsJSON(t *testing.T) {
	f := newFake(t)
	m, ok := gazetteer.Shipped().Mentioned("xã Cường Lợi cũ đăng ký khai sinh ở đâu", "")
	if !ok {
		t.Fatal("no place is named")
	}
	found := hits(2, 2)
	found.Value.Mention = &m
	f.search = func(client.Query) (client.Answer[client.SearchResult], error) { return found, nil }
	got := runWith(t, f, verb.Deps{}, "search", "xã Cường Lợi cũ đăng ký khai sinh ở đâu", "--json")
	places := runWith(t, f, verb.Deps{}, "place", "xã Cường Lợi cũ", "--json")
	var first map[string]any
	if err := json.Unmarshal([]byte(strings.SplitN(places.out, "\n", 2)[0]), &first); err != nil {
		t.Fatal(err)
	}
	n := 0
	for l := range strings.Lines(got.out) {
		var o struct {
			Place struct {
				Words  string
				Places []map[string]any
			}
		}
		if err := json.Unmarshal([]byte(l), &o); err != nil || o.Place.Words != "xã Cường Lợi cũ" || len(o.Place.Places) == 0 || !reflect.DeepEqual(o.Place.Places[0], first) {
			t.Errorf("%v: %s\nwant %v", err, l, first)
		}
		n++
	}
	if n != 2 {
		t.Errorf("%d lines: %+v", n, got)
	}
}
