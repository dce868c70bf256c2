package national

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/digest"
	"motcua/client/digest/deadline"
	"motcua/client/workday"
)

// The traps of the portal's bodies, one test each, with real bodies where they contain the
// trap.

// Trap 1: a fee of zero is not free, and amounts may be in the description.
func TestFeesHaveThreeStates(t *testing.T) {
	tests := []struct {
		name, row string
		state     client.FeeState
		amount    int64
		currency  string
	}{
		{"value", `{"value":7000,"currencyName":"Việt Nam Đồng","description":"thu 7.000 đồng/lần đăng ký."}`, client.FeeAmount, 7000, "VND"},
		{"value in dollars", `{"value":145,"currencyName":"USD","description":"145 USD/thẻ"}`, client.FeeAmount, 145, "USD"},
		{"value as string", `{"value":"30.000"}`, client.FeeAmount, 30000, "VND"},
		{"hidden, null", `{"value":null,"description":"30.000 VNĐ/bản"}`, client.FeeAmount, 30000, "VND"},
		{"hidden, zero", `{"value":0,"description":"Thu 7.000 đồng/lần đăng ký."}`, client.FeeAmount, 7000, "VND"},
		{"hidden, dollars", `{"value":0,"description":"Tại cơ quan đại diện: 10 USD/bản."}`, client.FeeAmount, 10, "USD"},
		{"hidden, short unit", `{"value":0,"description":"Mức thu: 320.000đ/hộ chiếu"}`, client.FeeAmount, 320000, "VND"},
		{"hidden, no unit", `{"value":0,"description":"Lệ phí 200.000/hộ chiếu"}`, client.FeeAmount, 200000, "VND"},
		{"hidden, several", `{"value":0,"description":"135.000 đồng/lần. Nộp trực tuyến: 115.000 đồng/lần."}`, client.FeeUnknown, 0, "VND"},
		{"hidden, one of them without unit", `{"value":0,"description":"+ 160.000/hộ chiếu, cấp lại: 320.000đ/hộ chiếu"}`, client.FeeUnknown, 0, "VND"},
		{"hidden, the same twice", `{"value":0,"description":"8.000 đồng. Tức là 8.000 đồng/văn bản."}`, client.FeeAmount, 8000, "VND"},
		{"a limit is no price", `{"value":0,"description":"Mức thu tối đa không quá 200.000 đồng/bản"}`, client.FeeUnknown, 0, "VND"},
		{"numbers of laws and dates", `{"value":0,"description":"Theo Thông tư số 281/2016/TT-BTC ngày 14/11/2016, Điều 4"}`, client.FeeUnknown, 0, "VND"},
		{"code of a procedure", `{"value":0,"description":"Như thủ tục 1.001193"}`, client.FeeUnknown, 0, "VND"},
		{"too small to be true, said in the text", `{"value":100,"description":"Phí công bố: 100.000 đồng/lần"}`, client.FeeAmount, 100000, "VND"},
		{"too small to be true, said nowhere", `{"value":25,"description":""}`, client.FeeUnknown, 0, "VND"},

		{"zero and silence", `{"value":0,"description":""}`, client.FeeUnknown, 0, "VND"},
		{"null and silence", `{"value":null,"description":null}`, client.FeeUnknown, 0, "VND"},
		{"the placeholder", `{"value":0,"description":"Không có thông tin"}`, client.FeeUnknown, 0, "VND"},
		{"not yet set", `{"value":0,"description":"Chưa quy định."}`, client.FeeUnknown, 0, "VND"},
		{"left to the province", `{"value":0,"description":"Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định. Miễn lệ phí cho người thuộc hộ nghèo."}`, client.FeeUnknown, 0, "VND"},
		{"free for some alone", `{"value":0,"description":"Miễn lệ phí cho người thuộc hộ nghèo; người khuyết tật."}`, client.FeeUnknown, 0, "VND"},
		{"free first, then money", `{"value":0,"description":"Miễn phí lần đầu; các lần sau 30.000 đồng hoặc 50.000 đồng"}`, client.FeeUnknown, 0, "VND"},

		{"free", `{"value":0,"description":"Miễn phí"}`, client.FeeFree, 0, "VND"},
		{"free with a bullet", `{"value":0,"description":"(- Miễn lệ phí (Thông tư số 47/2019/TT-BTC).)"}`, client.FeeFree, 0, "VND"},
		{"free with a label", `{"value":0,"description":"Phí, lệ phí: Không thu phí."}`, client.FeeFree, 0, "VND"},
		{"nothing lost", `{"value":0,"description":"Không mất phí"}`, client.FeeFree, 0, "VND"},
		{"need not pay", `{"value":null,"description":"Không phải nộp lệ phí"}`, client.FeeFree, 0, "VND"},
		{"no", `{"value":0,"description":"Không"}`, client.FeeFree, 0, "VND"},
		{"none", `{"value":0,"description":"Không có."}`, client.FeeFree, 0, "VND"},
		{"zero in words", `{"value":0,"description":"0 đồng"}`, client.FeeFree, 0, "VND"},
		{"decomposed letters", `{"value":0,"description":"Mie\u0302\u0303n phi\u0301"}`, client.FeeFree, 0, "VND"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := procedure(t, wrap(`{"executionMethods":[{"submissionMethod":"DIRECT","fees":[`+tt.row+`]}]}`))
			f := p.Methods[0].Fees[0]
			if f.State != tt.state || f.Amount != tt.amount || f.Currency != tt.currency {
				t.Errorf("%s = %s %d %s, want %s %d %s", tt.row, f.State, f.Amount, f.Currency, tt.state, tt.amount, tt.currency)
			}
		})
	}
}

func TestFeesOfRealBodies(t *testing.T) {
	birth := procedure(t, fixture(t, "detail.1.001193.json"))
	for _, m := range birth.Methods {
		if len(m.Fees) != 1 || m.Fees[0].State != client.FeeUnknown || m.Fees[0].Type != client.FeeTypeService {
			t.Errorf("birth, %s: %+v, want one unknown", m.Channel, m.Fees)
		}
	}
	residence := procedure(t, fixture(t, "detail.1.004194.json"))
	online := residence.Methods[0]
	if online.Channel != client.ChannelOnline || len(online.Fees) != 3 {
		t.Fatalf("residence online: %+v", online)
	}
	for i, want := range []client.Fee{{State: client.FeeAmount, Amount: 7000}, {State: client.FeeAmount, Amount: 5000}, {State: client.FeeFree}} {
		got := online.Fees[i]
		if got.State != want.State || got.Amount != want.Amount || got.Type != client.FeeTypeFee || got.Text == "" {
			t.Errorf("fee %d = %+v", i, got)
		}
	}
	// The text of an exemption is kept completely.
	if text := online.Fees[2].Text; !strings.Contains(text, "Điều 4 Thông tư số 75/2022/TT-BTC") {
		t.Errorf("text = %q", text)
	}
}

// An amount that cannot be right is still shown.
func TestUnbelievableFeeIsNotLost(t *testing.T) {
	p := procedure(t, wrap(`{"executionMethods":[{"fees":[{"value":25,"description":"Trực tiếp"}]}]}`))
	if text := p.Methods[0].Fees[0].Text; text != "25 VND\nTrực tiếp" {
		t.Errorf("text = %q", text)
	}
}

// Trap 2: rows without a quantity are kept with quantities of zero, for the digest to read as
// notes; `required` is not read.
func TestRowsWithoutQuantity(t *testing.T) {
	p := procedure(t, fixture(t, "detail.1.001193.json"))
	var papers, notes int
	for _, c := range p.Cases {
		for _, r := range c.Rows {
			if r.Originals+r.Copies == 0 {
				notes++
			} else {
				papers++
			}
		}
	}
	if papers != 6 || notes != 5 {
		t.Errorf("%d papers and %d notes, want 6 and 5", papers, notes)
	}
	digested := 0
	for _, c := range digest.Of(p).Cases {
		digested += len(c.Notes)
	}
	if digested == 0 {
		t.Error("the digest tells no note")
	}
}

// Trap 3: the executing agency is in one of three places.
func TestExecutingAgency(t *testing.T) {
	tests := []struct {
		name, data string
		want       []string
	}{
		{"departments", `{"departmentsExecuting":[{"name":"Công an cấp Xã","code":"BCA_CAX"}],"executingAgencies":"Công an cấp xã"}`, []string{"Công an cấp Xã"}},
		{"the string joins the list", `{"departmentsExecuting":[{"name":"Sở Xây dựng"},{"name":"Công an tỉnh"}],"executingAgencies":"Sở Xây dựng, Công an tỉnh"}`, []string{"Sở Xây dựng", "Công an tỉnh"}},
		{"the string joins the groups", `{"unitGroupsExecuting":[{"name":"Sở Xây dựng"},{"name":"Công an tỉnh"}],"executingAgencies":"Sở Xây dựng; Công an tỉnh"}`, []string{"Sở Xây dựng", "Công an tỉnh"}},
		{"unit groups", `{"departmentsExecuting":[],"unitGroupsExecuting":[{"name":"Ủy ban nhân dân cấp xã"}],"executingAgencies":""}`, []string{"Ủy ban nhân dân cấp xã"}},
		{"string", `{"departmentsExecuting":[],"executingAgencies":"Chi cục Đăng kiểm\n Cảng vụ "}`, []string{"Chi cục Đăng kiểm", "Cảng vụ"}},
		{"names alone", `{"departmentsExecuting":["Sở Xây dựng"]}`, []string{"Sở Xây dựng"}},
		{"nowhere", `{"executingAgencies":"Không có thông tin"}`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := procedure(t, wrap(tt.data)).Executing; !slices.Equal(got, tt.want) {
				t.Errorf("executing = %q, want %q", got, tt.want)
			}
		})
	}
	if got := procedure(t, fixture(t, "detail.1.001193.json")).Executing; !slices.Equal(got, []string{"Ủy ban nhân dân cấp xã"}) {
		t.Errorf("birth: %q", got)
	}
	if got := procedure(t, fixture(t, "detail.1.004194.json")).Executing; !slices.Equal(got, []string{"Công an cấp Xã"}) {
		t.Errorf("residence: %q", got)
	}
}

// Trap 4: an empty decisionNo; the number is the proposal's.
func TestDecisionNumber(t *testing.T) {
	got := procedure(t, fixture(t, "detail.1.004194.json")).Decision
	want := client.Decision{Number: "5548/QĐ-BCA-C06", Date: time.UnixMilli(1625504400000).In(workday.Zone), Agency: "Bộ Công an"}
	if got.Number != want.Number || !got.Date.Equal(want.Date) || got.Agency != want.Agency {
		t.Errorf("decision = %+v, want %+v", got, want)
	}
	for data, want := range map[string]client.Decision{
		// With a number of its own, the proposal's date would be that of another decision.
		`{"decisionNo":"12/QĐ-BTP","departmentPromulgateName":"Bộ Tư pháp","procedureProposal":{"proposalNumber":"34/QĐ-BTP","decisionDate":1625504400000}}`: {Number: "12/QĐ-BTP", Agency: "Bộ Tư pháp"},
		`{"decisionNo":"","procedureProposal":{"proposalNumber":null,"decisionNumber":"56/QĐ-BTP"}}`:                                                         {Number: "56/QĐ-BTP"},
		`{"decisionNo":"Không có thông tin","procedureProposal":null}`:                                                                                       {},
	} {
		if got := procedure(t, wrap(data)).Decision; got != want {
			t.Errorf("%s = %+v, want %+v", data, got, want)
		}
	}
}

// Trap 5: with OTHER the number is at most a hint, and the rule is in the text.
func TestTimeLimits(t *testing.T) {
	tests := []struct {
		data string
		want client.TimeLimit
	}{
		{`{"processingTime":3,"processingTimeUnit":"WORKING_DAY"}`, client.TimeLimit{Quantity: 3, Unit: client.UnitWorkingDay}},
		{`{"processingTime":"45","processingTimeUnit":"DAY"}`, client.TimeLimit{Quantity: 45, Unit: client.UnitDay}},
		{`{"processingTime":0.5,"processingTimeUnit":"WORKING_HOUR"}`, client.TimeLimit{Quantity: 0.5, Unit: client.UnitWorkingHour}},
		{`{"processingTime":8,"processingTimeUnit":"HOUR"}`, client.TimeLimit{Quantity: 8, Unit: client.UnitHour}},
		{`{"processingTime":1,"processingTimeUnit":"OTHER","description":"Trong ngày; sau 15 giờ: ngày làm việc tiếp theo"}`, client.TimeLimit{Quantity: 1, Unit: client.UnitOther, Text: "Trong ngày; sau 15 giờ: ngày làm việc tiếp theo"}},
		{`{"processingTime":1,"processingTimeUnit":"OTHER","description":"Không có thông tin"}`, client.TimeLimit{Quantity: 1, Unit: client.UnitOther}},
		{`{"processingTime":2,"processingTimeUnit":"MONTH"}`, client.TimeLimit{Unit: client.UnitOther, Text: "2 MONTH"}},
		{`{"processingTime":null,"processingTimeUnit":"WORKING_DAY"}`, client.TimeLimit{}},
		{`{"processingTime":0,"processingTimeUnit":""}`, client.TimeLimit{}},
	}
	for _, tt := range tests {
		p := procedure(t, wrap(`{"executionMethods":[`+tt.data+`]}`))
		if got := p.Methods[0].Limit; got != tt.want {
			t.Errorf("%s = %+v, want %+v", tt.data, got, tt.want)
		}
	}
	birth := procedure(t, fixture(t, "detail.1.001193.json"))
	if l := birth.Methods[0].Limit; l != (client.TimeLimit{Quantity: 1, Unit: client.UnitOther}) {
		t.Errorf("birth: %+v, want a rule in words", l)
	}
	if d := digest.Of(birth); d.CutOff != 15 {
		t.Errorf("birth: cut-off at %d, want 15", d.CutOff)
	}
}

// Trap 6: `cases` repeats names with empty lists; the papers are in executionCases. The time
// limits by case are kept.
func TestCasesAndPapers(t *testing.T) {
	p := procedure(t, fixture(t, "detail.1.001193.json"))
	var names []string
	for _, c := range p.Cases {
		names = append(names, c.Name)
	}
	if want := []string{"* Giấy tờ phải nộp:", "* Giấy tờ phải xuất trình:", "* Lưu ý:"}; !slices.Equal(names, want) {
		t.Errorf("cases = %q, want %q", names, want)
	}
	limit := client.TimeLimit{Quantity: 1, Unit: client.UnitWorkingDay}
	want := []client.CaseLimit{
		{Name: "Thủ tục đăng ký khai sinh", Code: "1.001193.02", Limit: limit},
		{Name: "Thủ tục đăng ký khai sinh", Code: "1.001193.01", Limit: limit},
	}
	if !slices.Equal(p.CaseLimits, want) {
		t.Errorf("limits = %+v, want %+v", p.CaseLimits, want)
	}
	// Papers in other places of a body are found too.
	for _, data := range []string{
		`{"executionCases":[],"cases":[{"name":"A","profileComponents":[{"name":"Tờ khai","originalQty":1}]},{"name":"A","profileComponents":[]}]}`,
		`{"executionCases":[{"name":"A","profileComponents":[]}],"profileComponents":[{"name":"Tờ khai","originalQty":1}]}`,
	} {
		rows := 0
		for _, c := range procedure(t, wrap(data)).Cases {
			rows += len(c.Rows)
		}
		if rows != 1 {
			t.Errorf("%s: %d rows, want 1", data, rows)
		}
	}
}

// Trap 7: placeholders count as empty, and names are cleaned only at their ends.
func TestPlaceholders(t *testing.T) {
	p := procedure(t, wrap(`{"code":"1.000001","name":"Không có thông tin","requirementsAndConditions":" không có thông tin. ",
		"dossierReceivingAddresses":"Không có thông tin","executionSteps":[{"name":"","description":"Không có thông tin"}],
		"legalBasisesDetails":[{"code":"Không có thông tin","name":""}],"note":"Không có thông tin về phí"}`))
	if p.Name != "" || p.Conditions != "" || p.Receiving != "" || p.Steps != nil || p.LegalBasis != nil {
		t.Errorf("placeholders stay: %+v", p)
	}
	if p.Notes != "Không có thông tin về phí" {
		t.Errorf("a sentence was taken for a placeholder: %q", p.Notes)
	}
}

func TestNames(t *testing.T) {
	tests := []struct{ code, in, want string }{
		{"1.010719", "Cấp giấy phép môi trường\n (cấp  Bộ) (1.010719)", "Cấp giấy phép môi trường (cấp Bộ)"},
		{"1.001498", "Chứng nhận tổ chức đánh giá ( 1.001498 )", "Chứng nhận tổ chức đánh giá"},
		{"1.010719", "1.010719 - Cấp giấy phép", "Cấp giấy phép"},
		{"1.010719.01", "1.010719. Cấp giấy phép", "Cấp giấy phép"},
		{"1.010511", "Tên thủ tục:  Chấp thuận xây dựng", "Chấp thuận xây dựng"},
		{"1.010719", "Sửa đổi thủ tục (1.000001)", "Sửa đổi thủ tục (1.000001)"}, // the code of another procedure is part of the name
		{"1.010719", "Theo 1.010719 mà làm", "Theo 1.010719 mà làm"},
		{"1.010719", "(1.010719)", "(1.010719)"}, // better than no name
		{"1.009644", "thuộc thẩm \nquyền", "thuộc thẩm quyền"},
	}
	for _, tt := range tests {
		if got := cleanName(clean.Line(tt.in), tt.code); got != tt.want {
			t.Errorf("%q = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Images in texts are removed, and the words around them are kept.
func TestEmbeddedImages(t *testing.T) {
	image := `data:image/png;base64,` + strings.Repeat("iVBORw0KGgo", 2000) + `==`
	p := procedure(t, wrap(`{"executionSteps":[{"description":"Bước 1: xem hình `+image+` rồi nộp"}]}`))
	text := p.Steps[0].Text
	if strings.Contains(text, "iVBOR") || !strings.HasPrefix(text, "Bước 1: xem hình") || !strings.HasSuffix(text, "rồi nộp") {
		t.Errorf("text = %.120q", text)
	}
}

// Texts may be HTML: the digest gets the words that a page would show.
func TestHTMLInTexts(t *testing.T) {
	p := procedure(t, wrap(`{"name":"C&#7845;p th&#7867; <b>c&#259;n c&#432;&#7899;c</b>","requirementsAndConditions":"<p>Từ đủ 14 tuổi;</p><p>trẻ <6 tuổi: c&oacute; gi&#7845;y khai sinh</p>",
		"executionCases":[{"name":"H&#7891; s&#417;&nbsp;n&#7897;p m&#7899;i","profileComponents":[
			{"name":"T&#7901; khai <b>theo m&#7851;u</b>&nbsp;","originalQty":1},
			{"name":"<div>&#7842;nh ch&acirc;n dung<br>c&#7905; 3x4</div>","originalQty":2}]}]}`))
	if p.Name != "Cấp thẻ căn cước" || p.Conditions != "Từ đủ 14 tuổi;\ntrẻ <6 tuổi: có giấy khai sinh" {
		t.Errorf("name %q, conditions %q", p.Name, p.Conditions)
	}
	plain := procedure(t, wrap(`{"executionCases":[{"name":"Hồ sơ nộp mới","profileComponents":[
		{"name":"Tờ khai theo mẫu","originalQty":1},{"name":"Ảnh chân dung\ncỡ 3x4","originalQty":2}]}]}`))
	got, want := digest.Of(p).Cases, digest.Of(plain).Cases
	if !reflect.DeepEqual(got, want) || len(got) != 1 || got[0].HandIn[0].Full != "Tờ khai theo mẫu" {
		t.Errorf("papers %+v, want %+v", got, want)
	}
}

// A field of a wrong type loses only its own value.
func TestMistypedFields(t *testing.T) {
	p := procedure(t, wrap(`{"id":123,"code":1.5,"name":["x"],"codeNotation":"1.000001","isWard":"true","isProvince":1,
		"executionMethods":{"submissionMethod":"POSTAL","processingTime":"3","processingTimeUnit":"DAY","fees":{"value":"8000"}},
		"executionCases":[{"name":null,"profileComponents":{"name":"Tờ khai","originalQty":"1","copyQty":null,"attachments":null}},7,null],
		"legalBasisesDetails":null,"resultsDetails":"","subjectTypesDetails":["Công dân Việt Nam"],
		"categoriesDetails":{"name":"Hộ tịch"},"updatedAt":"1776242191512","procedureProposal":[]}`))
	want := client.Procedure{
		ID: "123", Code: "1.5", Field: "Hộ tịch",
		Levels:   []client.Level{client.LevelWard, client.LevelProvince},
		Subjects: []string{"Công dân Việt Nam"},
		Methods: []client.Method{{
			Channel: client.ChannelPostal, Limit: client.TimeLimit{Quantity: 3, Unit: client.UnitDay},
			Fees: []client.Fee{{State: client.FeeAmount, Type: client.FeeTypeService, Amount: 8000, Currency: "VND"}},
		}},
		Cases:     []client.PaperCase{{Rows: []client.PaperRow{{Name: "Tờ khai", Originals: 1}}}},
		UpdatedAt: time.UnixMilli(1776242191512).In(workday.Zone),
	}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("got  %+v\nwant %+v", p, want)
	}
}

// A body with only the heading is marked as an outline; one with papers is not.
func TestOutline(t *testing.T) {
	if p := procedure(t, wrap(`{"departmentsExecuting":[{"name":"Sở Y tế"}]}`)); !p.Outline {
		t.Error("a heading alone is no outline")
	}
	for _, data := range []string{
		`{"executionMethods":[{"submissionMethod":"DIRECT"}]}`, `{"executionSteps":[{"description":"Nộp hồ sơ."}]}`,
		`{"executionCases":[{"name":"","profileComponents":[{"name":"Đơn","originalQty":1}]}]}`,
	} {
		if p := procedure(t, wrap(data)); p.Outline {
			t.Errorf("%s: an outline", data)
		}
	}
}

// "5 OTHER" with the 15:00 rule of something else: no day is promised.
func TestAHintAgainstTheRuleKeepsSilent(t *testing.T) {
	data := func(n string) string {
		return wrap(`{"executionMethods":[{"submissionMethod":"DIRECT","processingTime":` + n + `,"processingTimeUnit":"OTHER"}],
			"executionSteps":[{"description":"Nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo."}]}`)
	}
	cal, err := workday.NewCalendar(map[int][]string{2026: {}})
	if err != nil {
		t.Fatal(err)
	}
	handedIn := time.Date(2026, 11, 24, 9, 0, 0, 0, workday.Zone)
	if _, _, ok := deadline.ReadyBy(procedure(t, data("1")), handedIn, cal); !ok {
		t.Error("1 OTHER with the rule: nothing promised")
	}
	if by, rule, ok := deadline.ReadyBy(procedure(t, data("5")), handedIn, cal); ok {
		t.Errorf("5 OTHER with the rule: promised %v by %s", by, rule)
	}
}
