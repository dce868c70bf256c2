package pagefile

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"motcua/client/clienttest"
)

const residencePage = `{
 "ma_thu_tuc": "1.004194",
 "detail_url": "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019D2BF7-770b-734d-b7fb-5e1995f194f4?tab=1",
 "ten_thu_tuc": "Đăng ký tạm trú",
 "so_quyet_dinh": "9354/QĐ-BCA-C06",
 "cap_thuc_hien": "Cấp xã",
 "loai_thu_tuc": "TTHC được giao luật quy định chi tiết",
 "linh_vuc": "Đăng ký, quản lý cư trú",
 "doi_tuong_thuc_hien": "Hợp tác xã, Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức, viên chức",
 "co_quan_co_tham_quyen": "Công an cấp Xã",
 "dia_chi_tiep_nhan": "Công an cấp xã",
 "thu_tuc_lien_quan": "Không có thông tin",
 "trinh_tu_thuc_hien": "Bước 1: nộp ở xã.\nBước 2: nộp lệ phí.",
 "cach_thuc_thuc_hien": "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việc7,000 Việt Nam Đồng(- Một người: a) lẻ (b) hộ.)5,000 Việt Nam Đồng(Theo danh sách)- Nộp qua: Trực tuyến qua Cổng.Trực tiếp3 Ngày làm việcMiễn phí- Nộp trực tiếp.",
 "thanh_phan_ho_so": "* Hồ sơ gồm: Tên giấy tờMẫu đơn, tờ khaiSố lượngVí dụ: đã có dữ liệu thì thôi.0 bản chínhTờ khai (Mẫu CT01), nộp 01 bản chính, ký tên;1.MuCT01banhnhkm.doc1 bản chính--Tên giấy tờMẫu đơn, tờ khaiSố lượngẢnh chụp không quá 06 tháng2 bản chínhGiấy giới thiệu1 bản chính,1 bản sao",
 "can_cu_phap_ly": "Tên văn bản pháp lýMã văn bảnLuật Cư trú 202068/2020/QH14Thông tư 55/2021/TT-BCA55/2021/TT-BCA",
 "co_quan_thuc_hien": "Công an cấp Xã",
 "yeu_cau_dieu_kien": "Không có thông tin",
 "ket_qua_xu_ly": "Thẻ căn cướcMã: KQ.G01.000023Cập nhật dữ liệuMã: KQ.G01.000064Từ khóaTạm trúMô tảKhông có thông tinChọn cơ quan thực hiệnTỉnh/ Thành phốNộp hồ sơ"
}`

func convertPage(t *testing.T, page string) Detail {
	t.Helper()
	_, data, err := Read([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	var d Detail
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPageBecomesThePortalsObject(t *testing.T) {
	d := convertPage(t, residencePage)
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"id", d.ID, "019d2bf7-770b-734d-b7fb-5e1995f194f4"},
		{"decisionNo stays empty as on the portal", d.DecisionNo, ""},
		{"proposalNumber", d.Proposal.Number, "9354/QĐ-BCA-C06"},
		{"publisher", d.PublisherCode + " " + d.PublisherName, "G01 Bộ Công an"},
		{"type", d.Type + " " + d.FormalityType, "STANDARD ASSIGNED_REGULATION"},
		{"levels", []bool{d.IsWard, d.IsProvince, d.IsMinistry, d.IsOtherAgency}, []bool{true, false, false, false}},
		{"conditions", d.Conditions, ""},
		{"keywords", d.Keywords + "/" + d.Description, "Tạm trú/"},
		{"agencies", d.Agencies + "/" + d.Executing[0].Name, "Công an cấp Xã/Công an cấp Xã"},
		{"the same agency has the same id", d.Executing[0].ID, d.Competent[0].ID},
		{"subjects", namesOf(d.Subjects), "Hợp tác xã|Tổ chức (không bao gồm doanh nghiệp, HTX)|Cán bộ, công chức, viên chức"},
		{"acts", namesOf(d.LegalBasis), "Luật Cư trú 2020=68/2020/QH14|Thông tư 55/2021/TT-BCA=55/2021/TT-BCA"},
		{"results", namesOf(d.Results), "Thẻ căn cước=KQ.G01.000023|Cập nhật dữ liệu=KQ.G01.000064"},
		{"steps", d.Steps, []Step{{Text: "Bước 1: nộp ở xã.\nBước 2: nộp lệ phí."}}},
	} {
		if fmt.Sprint(c.got) != fmt.Sprint(c.want) {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
}

func TestPagePapers(t *testing.T) {
	d := convertPage(t, residencePage)
	got := []string{}
	for _, c := range d.Cases {
		got = append(got, "["+c.Name+"]")
		for _, p := range c.Papers {
			line := fmt.Sprintf("%d+%d %s", p.Originals, p.Copies, p.Name)
			for _, f := range p.Files {
				line += " <" + f.Name + ">"
			}
			got = append(got, line)
		}
	}
	want := []string{
		"[* Hồ sơ gồm: ]",
		"0+0 Ví dụ: đã có dữ liệu thì thôi.",
		"1+0 Tờ khai (Mẫu CT01), nộp 01 bản chính, ký tên; <1.MuCT01banhnhkm.doc>",
		"[]",
		"2+0 Ảnh chụp không quá 06 tháng",
		"1+1 Giấy giới thiệu",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	again := convertPage(t, residencePage)
	if d.Cases[0].Papers[1].ID != again.Cases[0].Papers[1].ID || d.Cases[0].Papers[0].ID == d.Cases[0].Papers[1].ID {
		t.Error("the ids of papers must be stable and differ")
	}
}

// What a quantity is glued to decides where a row ends.
func TestRowEnds(t *testing.T) {
	head := papersHead
	for _, c := range []struct{ page, want string }{
		{head + "Điều lệ công ty1 bản chính", "1/0:Điều lệ công ty"},
		{head + "Theo Mẫu 021 bản chínhGiấy khác0 bản chính,1 bản sao", "1/0:Theo Mẫu 02|0/1:Giấy khác"},
		{head + "Tờ khai: 02 bản chính.1 bản chính", "1/0:Tờ khai: 02 bản chính."},
		{head + "Cần 01 bản sao Giấy phép1 bản sao", "0/1:Cần 01 bản sao Giấy phép"},
		{head + "Ảnh.12 bản chính", "12/0:Ảnh."},
		{head + "Đơn1 bản chính * Lưu ý:" + head + "ghi chú0 bản chính", "1/0:Đơn|[ * Lưu ý:]0/0:ghi chú"},
		{head + "Đơn1 bản chínhđơn khác1 bản chính", "1/0:Đơn|1/0:đơn khác"},
		{head + "Đơn1 bản chínhBị cắt giữa chừ", "1/0:Đơn|0/0:Bị cắt giữa chừ"},
		{"Chỉ có chữ, không có bảng", ""},
		{"Không có thông tin", ""},
	} {
		r := page{Code: "1.000001", Name: "x", Papers: c.page}
		var got []string
		for _, k := range r.detail().Cases {
			prefix := ""
			if k.Name != "" {
				prefix = "[" + k.Name + "]"
			}
			for _, p := range k.Papers {
				got = append(got, fmt.Sprintf("%s%d/%d:%s", prefix, p.Originals, p.Copies, p.Name))
				prefix = ""
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.page, s, c.want)
		}
	}
}

// On pages that were cut at the words "Thành phần hồ sơ" inside the steps the
// rest of the steps stands in the place of the papers.
func TestStepsThatWereCut(t *testing.T) {
	d := page{Steps: "Bước 1. Lập hồ sơ theo mục ", Papers: " và nộp."}.detail()
	if len(d.Cases) != 0 || d.Steps[0].Text != "Bước 1. Lập hồ sơ theo mục Thành phần hồ sơ và nộp." {
		t.Errorf("cases %v, steps %q", d.Cases, d.Steps)
	}
}

func TestFormNames(t *testing.T) {
	for _, c := range []struct{ row, text, files string }{
		{"có ý kiến bằng văn bản;1.MuCT01banhnhkm.doc", "có ý kiến bằng văn bản;", "1.MuCT01banhnhkm.doc"},
		{"Thông tư số 53/2025/TT-BCA)1.MuCT01 (2).doc", "Thông tư số 53/2025/TT-BCA)", "1.MuCT01 (2).doc"},
		{"khai và ký thay.Mẫu TK05 báo mất HC 05 7 TK05 MỚI (1).doc", "khai và ký thay.", "Mẫu TK05 báo mất HC 05 7 TK05 MỚI (1).doc"},
		{"theo mẫu quy định;TK 1.000703.docx", "theo mẫu quy định;", "TK 1.000703.docx"},
		{"đối với cá nhân7-Mẫu NA6.doc", "đối với cá nhân", "7-Mẫu NA6.doc"},
		{"NƠI CƯ TRÚ);Mau TK01.tt73.2021.doc", "NƠI CƯ TRÚ);", "Mau TK01.tt73.2021.doc"},
		{"Tờ khai.Mau1.docMau2.PDF", "Tờ khai.", "Mau1.doc|Mau2.PDF"},
		{"Đơn.doc", "", "Đơn.doc"},
		{"Nộp tệp .doc hoặc .pdf theo mẫu", "Nộp tệp .doc hoặc .pdf theo mẫu", ""},
	} {
		text, files := splitForms(c.row)
		if text != c.text || strings.Join(files, "|") != c.files {
			t.Errorf("%q: got %q and %q", c.row, text, files)
		}
	}
}

func TestMethods(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"Trực tuyến1Miễn phíTrực tiếp1Miễn phí", "ONLINE 1 OTHER [SERVICE_FEE 0 ]; DIRECT 1 OTHER [SERVICE_FEE 0 ]"},
		{"Dịch vụ bưu chínhKhông có thông tin10 USD(/bản)Phí ở nước ngoài", "POSTAL -  [SERVICE_FEE 10 USD/bản] Phí ở nước ngoài"},
		{"Trực tuyến1100 VNĐ(Phí công bố)", "ONLINE 1 OTHER [SERVICE_FEE 100 VNĐPhí công bố]"},
		{"Trực tiếp1150,000 VNĐ", "DIRECT 1 OTHER [FEE 150000 VNĐ]"},
		{"Trực tuyến2 GiờKhông có thông tin", "ONLINE 2 HOUR []"},
		{"Trực tiếp8 Giờ làm việcMiễn phí(Không)", "DIRECT 8 WORKING_HOUR [FEE 0 Không]"},
		{"Trực tuyến45 NgàyMiễn phí(Lệ phí do tỉnh (nếu có) định.))", "ONLINE 45 DAY [FEE 0 Lệ phí do tỉnh (nếu có) định.)]"},
		{"Trực tuyếnKhông phải trả kết quảMiễn phíQua cổng", "ONLINE - OTHER [SERVICE_FEE 0 ] Không phải trả kết quả\nQua cổng"},
		{"Trực tiếp3 Ngày làm việc5,000 Việt Nam Đồng(- a) một b) hai)1,000 Việt Nam Đồngở quầy", "DIRECT 3 WORKING_DAY [FEE 5000 Việt Nam Đồng- a) một b) hai][FEE 1000 Việt Nam Đồng] ở quầy"},
		{"Trực tuyến1 NgàyMiễn phínhư: Trực tuyến qua Cổng, Trực tiếp tại quầy", "ONLINE 1 DAY [SERVICE_FEE 0 ] như: Trực tuyến qua Cổng, Trực tiếp tại quầy"},
		{"chỉ là chữ", "   chỉ là chữ"},
		{"Không có thông tin", ""},
	} {
		var got []string
		for _, m := range parseMethods(methodsHead+c.page, true) {
			quantity := "-"
			if m.Time != nil {
				quantity = strconv.FormatFloat(*m.Time, 'g', -1, 64)
			}
			if m.Channel == "" {
				quantity = ""
			}
			fees := ""
			for _, f := range m.Fees {
				fees += fmt.Sprintf("[%s %v %s%s]", f.Type, f.Value, f.CurrencyName, f.Description)
			}
			if len(m.Fees) == 0 && m.Channel != "" {
				fees = "[]"
			}
			line := strings.TrimRight(m.Channel+" "+quantity+" "+m.Unit+" "+fees, " ")
			if m.Channel == "" {
				line = "  "
			}
			if m.Description != "" {
				line += " " + m.Description
			}
			got = append(got, line)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.page, s, c.want)
		}
	}
}

func TestLegalBasis(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"Luật Doanh nghiệp59/2020/QH1447/2019/TT-BTCThông tư 47/2019/TT-BTC", "Luật Doanh nghiệp=59/2020/QH14|47/2019/TT-BTC=Thông tư 47/2019/TT-BTC"},
		{"Luật 60/2014/QH1360/2014/QH13", "Luật 60/2014/QH13=60/2014/QH13"},
		{"Luật Doanh nghiệp 202076/2025/QH15", "Luật Doanh nghiệp 2020=76/2025/QH15"},
		{"Thông tư số 53/2025/TT-BCAngày 01/7/2025 của Bộ Công an.53/2025/TT-BCAhông tư lệ phí06/2025/TT-BTC", "Thông tư số 53/2025/TT-BCAngày 01/7/2025 của Bộ Công an.=53/2025/TT-BCA|hông tư lệ phí=06/2025/TT-BTC"},
		{"Về phí18/2026/NĐ-CP Nghị định hộ tịch87/2020/NĐ-CP", "Về phí=18/2026/NĐ-CP| Nghị định hộ tịch=87/2020/NĐ-CP"},
		{"Thông tư số 03/2023/TT-BTP của Bộ trưởng Bộ Tư phápThông tư số 03/2023/TT-BTP", "Thông tư số 03/2023/TT-BTP của Bộ trưởng Bộ Tư pháp=Thông tư số 03/2023/TT-BTP"},
		{"Thi hành Nghị định 123/2015/NĐ-CP về hộ tịch04/2020/TT-BTP", "Thi hành Nghị định 123/2015/NĐ-CP về hộ tịch=04/2020/TT-BTP"},
		{"BAN HÀNH QUY TRÌNH2222/QĐ-BHXHQUY ĐỊNH KHÁC22/QĐ-TTgLuật28/2009/QH12", "BAN HÀNH QUY TRÌNH=2222/QĐ-BHXH|QUY ĐỊNH KHÁC=22/QĐ-TTg|Luật=28/2009/QH12"},
		{"Thông tư 09b/2013/TT-BTP09b/2013/TT-BTP", "Thông tư 09b/2013/TT-BTP=09b/2013/TT-BTP"},
		{"Lệnh 21/2014/L-CTN21/2014/L-CTNCơ quan thực hiệnTòa án", "Lệnh 21/2014/L-CTN=21/2014/L-CTN"},
		{"Không rõ số", "Không rõ số"},
		{nothingKnown, ""},
	} {
		if got := namesOf(parseLegalBasis(lawsHead+c.page, "Tòa án")); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.page, got, c.want)
		}
	}
}

func TestSplitNames(t *testing.T) {
	for in, want := range map[string]string{
		"Thuế cơ sở, Thuế tỉnh, thành phố":           "Thuế cơ sở|Thuế tỉnh, thành phố",
		"Ủy ban\u00a0xã,\u00a0Phường":                "Ủy ban\u00a0xã,\u00a0Phường",
		"Tổ chức (không kể doanh nghiệp, HTX), Khác": "Tổ chức (không kể doanh nghiệp, HTX)|Khác",
		nothingKnown: "",
		"":           "",
	} {
		if got := strings.Join(SplitNames(in), "|"); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestReadDirReadsBothForms(t *testing.T) {
	dir := t.TempDir()
	write := func(name, body string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("page.json", "\uFEFF"+residencePage)
	write("envelope.JSON", `{"code":"OK","data":{"id":"019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7","code":"1.001193","name":"Khai sinh","x":[1,2]},"message":""}`)
	write("object.json", `{"id":"019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef8","code":"1.001612.000.00.00.H48","name":"Hộ kinh doanh"}`)
	write("notes.txt", "no procedure")
	got, err := ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || !strings.Contains(string(got["1.001193"]), `"x":[1,2]`) || got["1.001612.000.00.00.H48"] == nil || got["1.004194"] == nil {
		t.Errorf("got %v", got)
	}

	for _, c := range []struct{ name, body, want string }{
		{"broken.json", "{\n \"id\": \n}", "line 3, column 1"},
		{"list.json", `{"code":"OK","data":{"items":[],"total":0}}`, "ma_thu_tuc"},
		{"refused.json", `{"code":"FORBIDDEN","data":{}}`, "FORBIDDEN"},
		{"badcode.json", `{"ma_thu_tuc":"abc","ten_thu_tuc":"x"}`, `"abc"`},
		{"noname.json", `{"ma_thu_tuc":"1.000001","ten_thu_tuc":"Không có thông tin"}`, "ten_thu_tuc"},
		{"twice.json", residencePage, "1.004194 stands in page.json"},
		{"wrong.json", `{"ma_thu_tuc":"1.000002","ten_thu_tuc":7}`, "ten_thu_tuc"},
	} {
		write(c.name, c.body)
		_, err := ReadDir(dir)
		if err == nil || !strings.Contains(err.Error(), c.name) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: the error names no file or no cause: %v", c.name, err)
		}
		if err := os.Remove(filepath.Join(dir, c.name)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ReadDir(t.TempDir()); err == nil {
		t.Error("a directory without a procedure must be an error")
	}
	if _, err := ReadDir(filepath.Join(dir, "absent")); err == nil {
		t.Error("a missing directory must be an error")
	}
}

// Long pages must cost time in proportion to their length. The ratio of two runs
// is compared, not a clock: ten times the text may cost forty times at most.
func TestConversionIsLinear(t *testing.T) {
	clienttest.Long(t, "measures how time grows with length")
	for name, unit := range map[string]string{
		"rows":     "Giấy tờ.1 bản chính",
		"blanks":   "1 bản chính          ",
		"brackets": "Trực tiếp1 NgàyMiễn phí(((((",
		"numbers":  "số 1/2020/QĐ-BTC",
		"forms":    "A.docB.doc",
		"commas":   ",  (",
		"digits":   "12345678901",
	} {
		run := func(n int) time.Duration {
			text := strings.Repeat(unit, n)
			r := page{Papers: papersHead + text, Methods: text, LegalBasis: text, Results: text, Executing: text}
			best := time.Hour
			for range 2 {
				start := clienttest.CPUTime()
				r.detail()
				best = min(best, clienttest.CPUTime()-start)
			}
			return best
		}
		// A machine that does other work meanwhile may hold up the longer run alone:
		// what is not linear stays so however often it is tried.
		var short, long time.Duration
		for range 5 {
			if short, long = run(300), run(3000); long <= 40*short || long <= 50*time.Millisecond {
				break
			}
		}
		if long > 40*short && long > 50*time.Millisecond {
			t.Errorf("%s: %v for 300, %v for 3,000", name, short, long)
		}
	}
}

// FuzzPage feeds any text to every section: no panic, valid JSON, and every
// letter and digit of the source stands in the result.
func FuzzPage(f *testing.F) {
	var r page
	if err := json.Unmarshal([]byte(residencePage), &r); err != nil {
		f.Fatal(err)
	}
	f.Add(r.Papers, r.Methods, r.LegalBasis, r.Results, r.Subjects)
	f.Add(papersHead+"1 bản chính,99999999999 bản sao", "Trực tuyến99999999999999999999 VNĐ", "9/2020/QH1", "Mã: Mã: KQ.", "(, A")
	f.Add("--"+papersHead+papersHead+".doc1 bản chính", "Miễn phí(", "1/A-B1/A-B", "xMã: K.", ", , B")
	f.Fuzz(func(t *testing.T, papers, methods, laws, results, subjects string) {
		r := page{Code: "1.000001", Name: "x", Papers: papers, Methods: methods, LegalBasis: laws, Results: results, Subjects: subjects}
		data, err := marshalDetail(r.detail())
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(data) {
			t.Fatalf("not JSON: %s", data)
		}
		d := r.detail()
		for what, pair := range map[string][2]string{
			"papers":   {paperText(d.Cases) + stepText(d.Steps), strings.ReplaceAll(papers, papersHead, "")},
			"laws":     {refText(d.LegalBasis), strings.TrimPrefix(laws, lawsHead)},
			"subjects": {refText(d.Subjects), subjects},
		} {
			if got, want := letters(pair[0]), letters(pair[1]); known(pair[1]) != "" && !strings.Contains(got, want) && !containsAll(got, want) {
				t.Errorf("%s lost text: %q of %q", what, got, want)
			}
		}
	})
}

// containsAll tells whether got holds at least as many of each letter as want.
func containsAll(got, want string) bool {
	count := map[rune]int{}
	for _, r := range got {
		count[r]++
	}
	for _, r := range want {
		if count[r]--; count[r] < 0 {
			return false
		}
	}
	return true
}

// letters keeps what carries text. Digits stand in quantities too and are left
// out, as are the words of a quantity.
func letters(s string) string {
	s = quantity.ReplaceAllString(strings.ToValidUTF8(s, ""), "")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && r != utf8.RuneError {
			return r
		}
		return -1
	}, s)
}

func paperText(cases []Case) string {
	var b strings.Builder
	for _, c := range cases {
		b.WriteString(c.Name)
		for _, p := range c.Papers {
			b.WriteString(p.Name)
			for _, f := range p.Files {
				b.WriteString(f.Name)
			}
		}
	}
	return b.String()
}

func stepText(steps []Step) string {
	var b strings.Builder
	for _, s := range steps {
		b.WriteString(s.Text)
	}
	return b.String()
}

func refText(rs []Ref) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString(r.Name + r.Code)
	}
	return b.String()
}

func namesOf(rs []Ref) string {
	var out []string
	for _, r := range rs {
		s := r.Name
		if r.Code != "" {
			s += "=" + r.Code
		}
		out = append(out, s)
	}
	return strings.Join(out, "|")
}
