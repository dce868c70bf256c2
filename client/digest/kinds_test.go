package digest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/digest/token"
)

// The kinds of faults that an officer found on 45 pages, each tested on the page where it was
// found (testdata/kinds has these as the portal sends them).

func kindPage(t *testing.T, code string) Digest {
	t.Helper()
	path := filepath.Join("testdata", "kinds", code+".txt")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return Of(readSheet(t, path, string(raw)))
}

// musts returns the names of the papers that everybody brings in any case.
func musts(d Digest) []string {
	var out []string
	for _, c := range d.Cases {
		for _, p := range slices.Concat(c.HandIn, c.Show) {
			out = append(out, p.Name)
		}
	}
	return out
}

// onlyIf returns conditions and papers as "condition => paper".
func onlyIf(d Digest) []string {
	var out []string
	for _, c := range d.Cases {
		for _, o := range c.OnlyIf {
			for _, p := range o.Papers {
				out = append(out, o.When+" => "+p.Name)
			}
		}
	}
	return out
}

func holds(list []string, words ...string) bool {
	return slices.ContainsFunc(list, func(s string) bool {
		for _, w := range words {
			if !strings.Contains(s, w) {
				return false
			}
		}
		return true
	})
}

func TestKindLaterSentencesAreRead(t *testing.T) {
	for _, tt := range []struct{ code, when, paper string }{
		{"1.003650", "dưới 12 mét", "Biên bản kiểm tra tàu"},
		{"1.004837", "nhiều người cùng đủ điều kiện", "ăn bản thỏa thuận về việc cử một người"},
		{"1.004692", "thay đổi chủ cơ sở", "iấy tờ chứng minh sự thay đổi"},
		{"1.000110", "không có người làm chứng", "iấy cam đoan về việc sinh"},
		{"1.000110", "quốc tịch nước ngoài cho con", "ác nhận của cơ quan có thẩm quyền nước ngoài"},
		{"1.012538", "tai nạn giao thông", "iên bản của cơ quan Công an"},
	} {
		if got := onlyIf(kindPage(t, tt.code)); !holds(got, tt.when+"", tt.paper) {
			t.Errorf("%s: no %q if %q in %q", tt.code, tt.paper, tt.when, got)
		}
	}
}

func TestKindForSomebodyIsNoMust(t *testing.T) {
	for _, tt := range []struct{ code, when, paper string }{
		{"2.001921", "biển quảng cáo được xây dựng", "hương án thi công"},
		{"2.001478", "người Việt Nam ở trong nước", "Bản khai lý lịch"},
	} {
		d := kindPage(t, tt.code)
		if got := onlyIf(d); !holds(got, tt.when, tt.paper) {
			t.Errorf("%s: no %q if %q in %q", tt.code, tt.paper, tt.when, got)
		}
		for _, m := range musts(d) {
			if strings.HasPrefix(m, "Đối với") || strings.HasPrefix(m, "Trường hợp") {
				t.Errorf("%s: a condition became the name of a paper: %q", tt.code, m)
			}
		}
	}
}

func TestKindColonListsAreRead(t *testing.T) {
	got := musts(kindPage(t, "1.010092"))
	for _, w := range []string{"Đơn đề nghị trợ cấp tai nạn", "Giấy ra viện", "Trích sao hồ sơ bệnh án", "Biên bản giám định mức suy giảm"} {
		if !holds(got, w) {
			t.Errorf("1.010092: no %q in %q", w, got)
		}
	}
	got = musts(kindPage(t, "1.013067"))
	for _, w := range []string{"Chứng nhận nguồn gốc xe", "Chứng nhận quyền sở hữu hợp pháp", "Chứng từ hoàn thành nghĩa vụ tài chính"} {
		if !holds(got, w) {
			t.Errorf("1.013067: no %q in %q", w, got)
		}
	}
}

func TestKindSectionsAreNoCases(t *testing.T) {
	for _, code := range []string{"1.003930", "1.004047"} {
		for _, c := range kindPage(t, code).Cases {
			if c.Name != "" && !c.Group {
				t.Errorf("%s: %q is shown as an alternative case", code, c.Full)
			}
		}
	}
}

func TestKindTwoConditionsInOneSentence(t *testing.T) {
	got := onlyIf(kindPage(t, "2.000762"))
	for _, w := range [][2]string{
		{"bị phạt tù nhưng không được hưởng án treo", "chấp hành xong hình phạt tù"},
		{"tuyên bố là mất tích trở về", "Quyết định của Tòa án"},
		{"xuất cảnh trở về định cư", "Quyết định trở về nước"},
	} {
		if !holds(got, w[0], w[1]) {
			t.Errorf("no %q if %q in %q", w[1], w[0], got)
		}
	}
	if got := onlyIf(kindPage(t, "2.002123")); !holds(got, "tổ chức quản trị đầy đủ", "uyết định của Hội đồng quản trị") || !holds(got, "tổ chức quản trị rút gọn", "ghị quyết của Đại hội thành viên") {
		t.Errorf("2.002123: %q", got)
	}
}

func TestKindOneOfStaysOneOf(t *testing.T) {
	for _, c := range kindPage(t, "1.013225").Cases {
		n := 0
		for _, p := range c.HandIn {
			if strings.HasPrefix(p.Name, "Giấy chứng nhận quyền sử dụng đất") || strings.HasPrefix(p.Name, "Giấy chứng nhận quyền sở hữu nhà ở") {
				n++
			}
		}
		if n > 1 {
			t.Errorf("%d certificates of land demanded in %q", n, c.Name)
		}
	}
	for _, c := range kindPage(t, "2.000575").Cases { // each paper is named once
		seen := map[string]bool{}
		for _, p := range c.HandIn {
			if key := token.Lowered(p.Full); seen[key] && len(p.Forms) == 0 {
				t.Errorf("%q stands twice in %q", p.Name, c.Name)
			} else {
				seen[key] = true
			}
		}
	}
}

func TestKindOfficePapersAreNoMusts(t *testing.T) {
	d := kindPage(t, "1.000178")
	for _, w := range []string{"Quyết định giải quyết khiếu nại", "Báo cáo kết quả xác minh", "Thông báo thụ lý"} {
		if holds(musts(d), w) {
			t.Errorf("the office's own %q is demanded", w)
		}
	}
	if !holds(musts(d), "Đơn khiếu nại") {
		t.Errorf("no complaint in %q", musts(d))
	}
	if d := kindPage(t, "1.014061"); holds(musts(d), "CC01") {
		t.Errorf("a form printed at the desk is demanded: %q", musts(d))
	}
}

func TestKindTimes(t *testing.T) {
	// Stages of 5 + 3 days must not become "5 days".
	if d := kindPage(t, "1.012538"); len(d.Times) > 0 || len(d.TimeWords) == 0 {
		t.Errorf("1.012538: %+v %q", d.Times, d.TimeWords)
	}
	// Registration and the plate of an auction are distinguished by their words.
	d := kindPage(t, "1.013067")
	said := strings.Join(d.TimeWords, "\n")
	for _, tm := range d.Times {
		said += "\n" + tm.Case
	}
	if !strings.Contains(said, "trúng đấu giá") || !strings.Contains(said, "ấp chứng nhận đăng ký xe") {
		t.Errorf("1.013067: the words that tell the times apart are lost: %+v %q", d.Times, d.TimeWords)
	}
	// Neither the rare case nor the common one is promised to everybody.
	for _, tm := range kindPage(t, "1.001803").Times {
		if tm.Case == "" && tm.Limit.Unit != client.UnitOther && tm.Limit.Quantity > 0 {
			t.Errorf("1.001803: %v is promised to all", tm.Limit)
		}
	}
}

func TestKindNamesKeepWhatDiffers(t *testing.T) {
	d := kindPage(t, "2.001130")
	if got := onlyIf(d); !holds(got, "luật sư => ", "Thẻ luật sư") {
		t.Errorf("2.001130: no lawyer's card in %q", got)
	}
	if !holds(musts(d), "05 năm kinh nghiệm") {
		t.Errorf("2.001130: no proof of five years in %q", musts(d))
	}
	seen := map[string]bool{}
	for _, c := range kindPage(t, "1.014632").Cases {
		if c.Name == "" {
			continue
		}
		if seen[c.Name] {
			t.Errorf("1.014632: two cases are called %q", c.Name)
		}
		seen[c.Name] = true
	}
}

func TestKindFees(t *testing.T) {
	for _, c := range kindPage(t, "2.001827").Costs {
		for _, f := range c.Fees {
			if f.State == client.FeeAmount && f.Amount == 700 {
				t.Error("2.001827: 700 đồng is told for 700.000")
			}
		}
	}
	var until []string
	for _, c := range kindPage(t, "2.001130").Costs {
		for _, f := range c.Fees {
			if f.Amount == 400_000 {
				until = append(until, f.Until)
			}
		}
	}
	if !slices.Equal(until, []string{"31/12/2026"}) {
		t.Errorf("2.001130: the relief holds until %q", until)
	}
}

func TestKindFormsAreNamed(t *testing.T) {
	for code, form := range map[string]string{"1.013067": "Giấy khai đăng ký xe", "1.003650": "Tờ khai đăng ký theo Mẫu số 02a.ĐKT"} {
		found := false
		for _, c := range kindPage(t, code).Cases {
			for _, p := range c.HandIn {
				found = found || strings.HasPrefix(p.Name, form) && p.FillIn
			}
		}
		if !found {
			t.Errorf("%s: %q is not told as a form to fill in", code, form)
		}
	}
}
