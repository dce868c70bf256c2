package digest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/clienttest"
	"motcua/client/digest/condition"
	"motcua/client/digest/reading"
)

func corpusProcedureByCode(tb testing.TB, code string) client.Procedure {
	tb.Helper()
	return readCorpusFile(tb, filepath.Join("testdata", code+".txt")).Procedure
}

func names(ps []Paper) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Name)
	}
	return out
}

func whens(cs []Condition) []string {
	var out []string
	for _, c := range cs {
		out = append(out, c.When)
	}
	return out
}

// A typical long page that many people use: 21 rows with 25 notes in them.
func TestBirthRegistration(t *testing.T) {
	d := Of(corpusProcedureByCode(t, "1.001193"))
	if len(d.Cases) != 1 {
		t.Fatalf("%d cases, want one: section words make no case", len(d.Cases))
	}
	c := d.Cases[0]
	if got, want := names(c.HandIn), []string{"Giấy chứng sinh"}; !slices.Equal(got, want) {
		t.Errorf("hand in %q, want %q", got, want)
	}
	if c.HandIn[0].Originals != 1 || c.HandIn[0].Copies != 0 {
		t.Errorf("quantities %d/%d, want 1/0", c.HandIn[0].Originals, c.HandIn[0].Copies)
	}
	if got, want := names(c.Show), []string{"Căn cước hoặc hộ chiếu khi làm thủ tục trực tiếp tại cơ quan đăng ký hộ tịch"}; !slices.Equal(got, want) {
		t.Errorf("show %q, want %q", got, want)
	}
	want := []string{"trẻ em bị bỏ rơi", "làm thay người khác", "khai sinh cho trẻ em sinh ra do mang thai hộ", "không có Giấy chứng sinh", "không có người làm chứng", "không tra được nơi cư trú", "gửi hồ sơ qua hệ thống bưu chính"}
	if got := whens(c.OnlyIf); !slices.Equal(got, want) {
		t.Errorf("only if %q, want %q", got, want)
	}
	if c.OnlyIf[0].Papers[0].Show || !c.OnlyIf[5].Papers[0].Show {
		t.Error("the record of a foundling is handed in, the proof of residence is shown")
	}
	if len(c.Notes) == 0 {
		t.Error("the advice is lost")
	}
}

func TestCasesStaySeparate(t *testing.T) {
	d := Of(corpusProcedureByCode(t, "1.004194"))
	var got []string
	for _, c := range d.Cases {
		got = append(got, c.Name)
	}
	want := []string{
		"Đăng ký tạm trú",
		"Đăng ký tạm trú theo danh sách",
		"Đăng ký tạm trú tại nơi đơn vị đóng quân trong Công an nhân dân, Quân đội nhân nhân (đơn vị đóng quân, nhà ở công vụ)",
		"", // advice without a heading is for all
	}
	if !slices.Equal(got, want) {
		t.Errorf("cases\n got %q\nwant %q", got, want)
	}
	if first := d.Cases[0]; first.HandIn[0].Name != "Tờ khai thay đổi thông tin cư trú (Mẫu CT01)" || len(first.HandIn[0].Forms) != 1 {
		t.Errorf("first paper %+v, want the form with its file", first.HandIn[0])
	}
}

// The ordinary case repeats the procedure's name and comes first, wherever the portal has it.
func TestOrdinaryCaseComesFirst(t *testing.T) {
	if d := Of(corpusProcedureByCode(t, "1.002755")); d.Cases[0].Name != "Gia hạn tạm trú" {
		t.Errorf("first case %q", d.Cases[0].Name)
	}
}

func TestHeadings(t *testing.T) {
	for _, tt := range []struct {
		raw  string
		want heading
	}{
		{"--", heading{}},
		{"", heading{}},
		{"* Giấy tờ phải nộp:", heading{}},
		{"Thành phần hồ sơ bao gồm:", heading{}},
		{"Giấy tờ phải xuất trình", heading{show: true}},
		{"Người yêu cầu chứng thực phải xuất trình các giấy tờ sau:", heading{show: true}},
		{"* Lưu ý :", heading{notes: true}},
		{"Số lượng hồ sơ: 01 bộ", heading{notes: true}},
		{"Đăng ký tạm trú theo danh sách, hồ sơ gồm:", heading{kind: headCase, name: "Đăng ký tạm trú theo danh sách"}},
		{"Trường hợp 2: Hồ sơ đăng ký mã số cho các đơn vị khác, gồm:", heading{kind: headCase, name: "Đăng ký mã số cho các đơn vị khác"}},
		{"- Trường hợp đổi tên doanh nghiệp:", heading{kind: headCase, name: "Đổi tên doanh nghiệp"}},
		{"* Trường hợp ủy quyền thực hiện thủ tục thì hồ sơ phải kèm theo một trong những giấy tờ sau:",
			heading{kind: headCondition, when: "làm thay người khác", oneOf: true}},
		{"Trường hợp công dân chưa có thông tin trong cơ sở dữ liệu quốc gia về dân cư thì hồ sơ còn có:",
			heading{kind: headCondition, when: "công dân chưa có thông tin trong cơ sở dữ liệu quốc gia về dân cư"}},
		{"Phiếu này là biểu mẫu điện tử, công dân kê khai đối với trường hợp nộp hồ sơ trực tuyến",
			heading{kind: headCondition, when: "nộp trực tuyến"}},
	} {
		got := readHeading(tt.raw, 2)
		got.full = ""
		got.name = caseNameOf(got)
		if got != tt.want {
			t.Errorf("readHeading(%q)\n got %+v\nwant %+v", tt.raw, got, tt.want)
		}
	}
}

// caseNameOf returns the name of a heading's case on the page.
func caseNameOf(h heading) string {
	if h.name == "" {
		return ""
	}
	return caseName(h.name)
}

func TestRows(t *testing.T) {
	const note = ""
	for _, tt := range []struct {
		row        string
		quantities int
		name, when string // name "" for a note
	}{
		{"- Tờ khai đăng ký khai tử theo mẫu;", 1, "Tờ khai đăng ký khai tử theo mẫu", ""},
		{"(i) ..Giấy đề nghị đăng ký thành lập;", 1, "Giấy đề nghị đăng ký thành lập", ""},
		{"01 tờ khai đề nghị cấp hộ chiếu phổ thông (mẫu TK01) ban hành kèm theo Thông tư số 73/2021/TT-BCA.", 1,
			"Tờ khai đề nghị cấp hộ chiếu phổ thông (mẫu TK01)", ""},
		{"02 ảnh mới chụp không quá 06 tháng, cỡ 4cm x 6cm, mặt nhìn thẳng, đầu để trần.", 2,
			"02 ảnh mới chụp không quá 06 tháng, cỡ 4cm x 6cm, mặt nhìn thẳng, đầu để trần", ""},
		{"Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng.", 1, "Giấy chứng sinh", ""},
		{"- Trường hợp trẻ em bị bỏ rơi thì phải có biên bản về việc trẻ bị bỏ rơi.", 1, "Biên bản về việc trẻ bị bỏ rơi", "trẻ em bị bỏ rơi"},
		{"Đối với Quân đội nhân dân: Giấy giới thiệu của đơn vị.", 1, "Giấy giới thiệu của đơn vị", "quân đội nhân dân"},
		{"Quyết định tiếp nhận đối với trẻ em ở cơ sở nuôi dưỡng.", 1, "Quyết định tiếp nhận", "trẻ em ở cơ sở nuôi dưỡng"},
		{"Giấy chứng nhận kết hôn nếu cha, mẹ đã đăng ký kết hôn.", 1, "Giấy chứng nhận kết hôn", "cha, mẹ đã đăng ký kết hôn"},
		{"Hộ chiếu còn thời hạn sử dụng (đối với người nước ngoài)", 1, "Hộ chiếu còn thời hạn sử dụng", "người nước ngoài"},
		{"Chứng từ thanh toán (nếu có)", 1, "Chứng từ thanh toán", condition.HaveOne},
		{"Văn bản ủy quyền theo quy định của pháp luật.", 1, "Văn bản ủy quyền", "làm thay người khác"},
		{"Công dân Việt Nam đã ly hôn phải nộp bản sao trích lục hộ tịch.", 1, "Bản sao trích lục hộ tịch", "công dân Việt Nam đã ly hôn"},
		// No conditions, although the words occur.
		{"Giấy khám sức khỏe có giá trị sử dụng nếu được cấp chưa quá 06 tháng", 1,
			"Giấy khám sức khỏe có giá trị sử dụng nếu được cấp chưa quá 06 tháng", ""},
		{"Tờ khai bổ sung mẫu số 01/KHBS (trừ trường hợp không làm thay đổi nghĩa vụ thuế);", 1,
			"Tờ khai bổ sung mẫu số 01/KHBS", "trừ trường hợp không làm thay đổi nghĩa vụ thuế"},
		{"Bản sao giấy tờ pháp lý của cá nhân đối với chủ doanh nghiệp", 1, "Bản sao giấy tờ pháp lý của cá nhân đối với chủ doanh nghiệp", ""},
		// Without a quantity a plain name is a paper, and a rule about papers is not.
		{"Giấy tờ chứng minh nơi cư trú trong trường hợp cơ quan đăng ký hộ tịch không thể khai thác được thông tin về nơi cư trú.", 0,
			"Giấy tờ chứng minh nơi cư trú", "không tra được nơi cư trú"},
		{"Trường hợp người yêu cầu đã nộp bản điện tử Giấy chứng sinh thì không phải nộp bản giấy.", 0, note, ""},
		{"Trường hợp gửi hồ sơ qua hệ thống bưu chính thì phải gửi kèm theo bản sao có chứng thực các giấy tờ phải xuất trình nêu trên.", 0,
			"Các giấy tờ phải xuất trình nêu trên", "gửi hồ sơ qua hệ thống bưu chính"},
		{"Cá nhân có quyền lựa chọn thực hiện thủ tục tại nơi cư trú.", 0, note, ""},
		// A quantity without a paper.
		{"* Số lượng hồ sơ: 01 (một) bộ.", 1, note, ""},
		{"Lưu ý:- Trường hợp nộp hồ sơ trực tiếp thì có thể nộp bản sao.", 1, note, ""},
		{"Trường hợp nộp hồ sơ trực tuyến thì thành phần hồ sơ phải được chứng thực điện tử theo quy định.", 1, note, ""},
	} {
		r := reading.Of(reading.Head{}, client.PaperRow{Name: tt.row, Originals: tt.quantities})
		var name, when string
		if len(r.Items) > 0 {
			name, when = r.Items[0].Name, conditionOf(r.Items[0].Whens).When
		}
		if name != tt.name || when != tt.when {
			t.Errorf("%s\n got %q if %q\nwant %q if %q", tt.row, name, when, tt.name, tt.when)
		}
	}
}

// Several papers in one row, each with its own condition and the whole sentence.
func casesOf(lists []client.PaperCase) []Case { return Of(client.Procedure{Cases: lists}).Cases }

func TestRowOfSeveralPapers(t *testing.T) {
	const row = "Biên bản do Công an lập đối với trẻ em bị bỏ rơi; Giấy chứng tử của cha, mẹ đối với trẻ em mồ côi;"
	cs := casesOf([]client.PaperCase{{Rows: []client.PaperRow{{Name: row, Originals: 1}}}})
	if got, want := whens(cs[0].OnlyIf), []string{"trẻ em bị bỏ rơi", "trẻ em mồ côi"}; !slices.Equal(got, want) {
		t.Errorf("conditions %q, want %q", got, want)
	}
	for _, c := range cs[0].OnlyIf {
		if c.Papers[0].Full != row {
			t.Errorf("full %q, want the whole sentence", c.Papers[0].Full)
		}
	}
}

func TestAlternatives(t *testing.T) {
	cs := casesOf([]client.PaperCase{{
		Name: "* Trường hợp xuất cảnh khẩn cấp phải bổ sung một trong các loại giấy tờ sau:",
		Rows: []client.PaperRow{
			{Name: "+ Giấy giới thiệu của bệnh viện;", Originals: 1},
			{Name: "+ Văn bản đề nghị của cơ quan đối với cán bộ;", Originals: 1},
		},
	}})
	if len(cs) != 1 || len(cs[0].OnlyIf) != 1 || len(cs[0].OnlyIf[0].Papers) != 1 {
		t.Fatalf("got %+v, want one condition with one paper of alternatives", cs)
	}
	p := cs[0].OnlyIf[0].Papers[0]
	if got, want := names(p.OneOf), []string{"Giấy giới thiệu của bệnh viện", "Văn bản đề nghị của cơ quan"}; !slices.Equal(got, want) {
		t.Errorf("alternatives %q, want %q", got, want)
	}
	if !strings.HasPrefix(p.Name, "Một trong: giấy giới thiệu") {
		t.Errorf("name %q", p.Name)
	}
}

// Bullets show which rows belong to a lead-in. Without them the portal's order has no meaning,
// and the person must read the lead-in and the rows that may belong to it.
func TestLeadIns(t *testing.T) {
	lead := "- Trường hợp ủy quyền cho cá nhân thực hiện thủ tục, kèm theo hồ sơ phải có:"
	cs := casesOf([]client.PaperCase{{Rows: []client.PaperRow{
		{Name: lead},
		{Name: "(i) Văn bản ủy quyền cho cá nhân", Copies: 1},
		{Name: "- Giấy đề nghị", Originals: 1},
	}}})
	if len(cs[0].OnlyIf) != 1 || cs[0].OnlyIf[0].When != "ủy quyền cho cá nhân" || cs[0].OnlyIf[0].Full != lead {
		t.Errorf("conditions %+v", cs[0].OnlyIf)
	}
	if got := names(cs[0].HandIn); !slices.Equal(got, []string{"Giấy đề nghị"}) {
		t.Errorf("hand in %q", got)
	}
	cs = casesOf([]client.PaperCase{{Rows: []client.PaperRow{
		{Name: "Trường hợp quy định tại điểm a, hồ sơ gồm:"},
		{Name: "Văn bản xác nhận", Originals: 1},
	}}})
	if len(cs[0].OnlyIf)+len(cs[0].HandIn) != 0 || len(cs[0].Close) != 2 {
		t.Errorf("without bullets: %+v", cs[0])
	}
}

// The details that ship in the program must be readable too.
func TestShippedDetails(t *testing.T) {
	clienttest.OneByOne(t)
	files, err := filepath.Glob("../sandbox/details/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no details ship: %v", err)
	}
	for _, f := range files {
		p := readDetail(t, f)
		d := Of(p)
		for _, l := range lost(p, d) {
			t.Errorf("%s: lost: %.100s", f, l)
		}
		every(d, func(q Paper) {
			if fault := nameFault(q.Name); fault != "" {
				t.Errorf("%s: name %s: %q", f, fault, q.Name)
			}
		})
	}
}

func readDetail(tb testing.TB, path string) client.Procedure {
	tb.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	var body struct {
		Code, Name     string
		ExecutionCases []struct {
			Name              string
			ProfileComponents []struct {
				Name                 string
				OriginalQty, CopyQty int
			}
		}
	}
	if err := json.Unmarshal(raw, &body); err != nil {
		tb.Fatalf("%s: %v", path, err)
	}
	p := client.Procedure{Code: body.Code, Name: clean.Line(body.Name)}
	for _, c := range body.ExecutionCases {
		pc := client.PaperCase{Name: clean.Line(c.Name)}
		for _, r := range c.ProfileComponents {
			pc.Rows = append(pc.Rows, client.PaperRow{Name: clean.Line(r.Name), Originals: r.OriginalQty, Copies: r.CopyQty})
		}
		p.Cases = append(p.Cases, pc)
	}
	return p
}

func TestEmptyProcedure(t *testing.T) {
	if got := Of(client.Procedure{}); !reflect.DeepEqual(got, Digest{Cases: []Case{}}) {
		t.Errorf("digest of nothing: %+v", got)
	}
}

// FuzzDigest: no input may cause a panic, a lost row, or a badly named paper.
func FuzzDigest(f *testing.F) {
	for _, s := range [][3]string{
		{"* Giấy tờ phải nộp:", "- Giấy chứng sinh; trường hợp không có thì nộp văn bản", "+ Trường hợp X thì phải có giấy Y"},
		{"Trường hợp ủy quyền, hồ sơ phải có một trong:", "(i) Văn bản đối với A; Giấy đối với B", "Đối với cá nhân: 01 bản sao"},
		{"(", "Giấy (((", "Bản sao các giấy tờ sau: - ; - giấy"},
		{"Trường hợp : ", "Trường hợp  thì phải có ", " đối với "},
		{"*", "Một trong các giấy tờ sau: ", "Xuất trình "},
		{"Hồ sơ gồm", "Hồ sơ bao gồm giấy", "Thông tin X. Trường hợp Y thì công dân xuất trình giấy Z"},
		{"…", "…", "(nếu có)"},
		{"0", "Một !", "0"}, // regression: a count and a mark once gave a paper without a name
		{"0", "0)", "0"},    // regression: so did something like a bullet
	} {
		f.Add(s[0], s[1], s[2], 1, 0)
		f.Add(s[0], s[1], s[2], 0, 0)
	}
	f.Fuzz(func(t *testing.T, head, a, b string, originals, copies int) {
		p := client.Procedure{Name: "Đăng ký", Cases: []client.PaperCase{
			{Name: clean.Line(head), Rows: []client.PaperRow{{Name: clean.Line(a), Originals: originals, Copies: copies}, {Name: clean.Line(b)}}},
			{Name: clean.Line(b), Rows: []client.PaperRow{{Name: clean.Line(head), Originals: originals}, {Name: clean.Line(a)}}},
		}}
		d := Of(p)
		if l := lost(p, d); len(l) > 0 {
			t.Errorf("lost %q", l)
		}
		every(d, func(q Paper) {
			if q.Name == "" {
				t.Errorf("no name from %q", q.Full)
			}
		})
		for _, c := range d.Cases {
			for _, o := range c.OnlyIf {
				if o.When == "" || len(o.Papers) == 0 {
					t.Errorf("condition %q with %d papers", o.When, len(o.Papers))
				}
			}
		}
	})
}

// The budget is a millisecond for the largest page.
func BenchmarkDigest(b *testing.B) {
	var largest client.Procedure
	size := 0
	for _, p := range readCorpus(b) {
		n := 0
		for _, c := range p.Cases {
			for _, r := range c.Rows {
				n += len(r.Name)
			}
		}
		if n > size {
			largest, size = p.Procedure, n
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		Of(largest)
	}
	b.ReportMetric(float64(size), "source-B")
}
