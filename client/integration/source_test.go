package integration

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/reason"
	"motcua/client/timely"
	"motcua/client/workday"
)

func TestDossierByCodeAlone(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, nil) + "]"}
	got, err := serve(t, a).Dossier(t.Context(), query(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	want := client.Dossier{
		Code: query(t, "").Code, Status: client.StatusProcessing,
		ProcedureCode: "1.004194", ProcedureName: "Đăng ký tạm trú", Field: "Đăng ký, quản lý cư trú",
		Agency: client.Agency{ID: "H55.17.05", Name: "Công an phường Đức Xuân"}, Desk: "Quầy 3",
		ReceivedAt: at(2026, 11, 20, 9, 40), DueAt: at(2026, 11, 25, 17, 0),
		Steps: []client.Step{{At: at(2026, 11, 20, 9, 40), Status: client.StatusAccepted, Unit: "Công an phường Đức Xuân"}},
		Proof: client.ProofNeeded,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// Without the proof nothing personal leaves the decoder in any state.
func TestNothingPersonalWithoutProof(t *testing.T) {
	for _, st := range client.AllStatuses() {
		a := &adapter{
			dossiers: "[" + item(t, map[string]any{
				"TrangThaiHoSo": fmt.Sprint(int(st)),
				"GhiChu":        "Ông NGUYỄN VĂN A (CCCD 001085012345, điện thoại 0912 345 678, a@example.vn) thiếu chữ ký, xem văn bản 12/UBND ngày 20.11.2026",
				"ThongTinTra":   "Trả cho Nguyễn  Văn A tại Quầy 3",
				"DanhSachHoSoBoSung": []any{
					map[string]any{"NoiDungBoSung": "Nguyễn Văn A nộp giấy khai sinh", "NgayBoSung": "20261121080000", "NgayHenTraMoi": ""},
				},
			}) + "]",
			progress: func(w http.ResponseWriter) {
				reply(w, `{"error_code":0,"result":[{"MaHoSo":"`+testCode+`","NguoiXuLy":"Trần Thị B","ChucDanh":"Chuyên viên","ThoiDiemXuLy":"20261120094000","PhongBanXuLy":"Bộ phận một cửa","NoiDungXuLy":"Chuyển Trần Thị B thụ lý","TrangThai":"2"}]}`)
			},
		}
		got, err := serve(t, a).Dossier(t.Context(), query(t, ""))
		if err != nil {
			t.Fatal(err)
		}
		said := fmt.Sprintf("%+v", got)
		for _, secret := range []string{"Nguyễn", "NGUYỄN", "Văn A", "001085012345", "0912", "345 678", "example", "Trần", "Chuyên viên", "Tờ khai", "15000", "khai sinh"} {
			if strings.Contains(said, secret) {
				t.Errorf("status %d tells %q: %s", st, secret, said)
			}
		}
		if got.Private != nil || got.Proof != client.ProofNeeded {
			t.Errorf("status %d: private %v, proof %v", st, got.Private, got.Proof)
		}
		hasReason := st == client.StatusRefused || st == client.StatusStopped
		if got.Reason != "" || (got.ReasonKind == reason.Papers) != hasReason {
			t.Errorf("status %d: reason %q, kind %v", st, got.Reason, got.ReasonKind)
		}
		proved, err := serve(t, a).Dossier(t.Context(), query(t, "2345"))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(proved.Reason, "thiếu chữ ký, xem văn bản 12/UBND ngày 20.11.2026") != hasReason || (proved.Reason != "") != hasReason || strings.Contains(proved.Reason, "NGUYỄN") {
			t.Errorf("status %d with the proof: reason %q", st, proved.Reason)
		}
		if got.Steps[0].Name != "Được tiếp nhận" || got.Desk != "Trả cho ••• tại Quầy 3" {
			t.Errorf("step %q, desk %q", got.Steps[0].Name, got.Desk)
		}
	}
}

// Officials type names into all texts of an answer. The names that the answer contains are
// removed everywhere, and the words of a step need the proof.
func TestNamesInAnyWordStayHidden(t *testing.T) {
	const words = "Chuyển hồ sơ của bà Trần Thị Bích, CCCD 001085012345, thiếu Giấy chứng nhận kết hôn"
	a := &adapter{
		dossiers: "[" + item(t, map[string]any{
			"ChuHoSo": "Trần Thị Bích", "TenTTHC": "Đăng ký kết hôn (TRẦN THỊ BÍCH)", "TenLinhVuc": "Hộ tịch của Trần Thị Bích",
			"DonViXuLy": "Lê Văn Cán - UBND phường Bà Rịa", "TrangThaiHoSo": "Chờ bà Hoàng Thị Lan ký", "ThongTinTra": "Lê Văn Cán, Quầy 3",
		}) + "]",
		progress: func(w http.ResponseWriter) {
			reply(w, `{"error_code":"00","result":[
				{"MaHoSo":"`+testCode+`","NguoiXuLy":"Lê Văn Cán","ThoiDiemXuLy":"20261120094000","PhongBanXuLy":"Tổ của Trần Thị Bích","NoiDungXuLy":"`+words+`","TrangThai":"4"},
				{"MaHoSo":"`+testCode+`","NguoiXuLy":"Lê Văn Cán","ThoiDiemXuLy":"20261120100000","NoiDungXuLy":"Trình phê duyệt.","TrangThai":"4"},
				{"MaHoSo":"`+testCode+`","ThoiDiemXuLy":"20261120110000","NoiDungXuLy":"Gọi con trai tên Tèo"}]}`)
		},
	}
	s := serve(t, a)
	for _, proof := range []string{"", "2345"} {
		got, err := s.Dossier(t.Context(), query(t, proof))
		if err != nil {
			t.Fatal(err)
		}
		said := fmt.Sprintf("%+v", got)
		for _, secret := range []string{"Trần", "TRẦN", "Bích", "BÍCH", "Lê Văn", "Hoàng Thị", "001085012345"} {
			if strings.Contains(said, secret) {
				t.Errorf("proof %q tells %q: %s", proof, secret, said)
			}
		}
		names := []string{got.Steps[0].Name, got.Steps[1].Name, got.Steps[2].Name}
		want := []string{"Đang xử lý", "Trình phê duyệt.", ""}
		if proof != "" {
			want = []string{"Chuyển hồ sơ của bà •••, CCCD •••, thiếu Giấy chứng nhận kết hôn", "Trình phê duyệt.", "Gọi con trai tên Tèo"}
		}
		if !slices.Equal(names, want) {
			t.Errorf("proof %q: steps %q, want %q", proof, names, want)
		}
		if got.ProcedureName != "Đăng ký kết hôn (•••)" || got.Agency.Name != "••• - UBND phường Bà Rịa" || got.Desk != "•••, Quầy 3" {
			t.Errorf("procedure %q, agency %q, desk %q", got.ProcedureName, got.Agency.Name, got.Desk)
		}
	}
}

// The people of a dossier are in one field, with words around them; other fields name each of
// them separately.
func TestEachOfSeveralPeopleStaysHidden(t *testing.T) {
	a := &adapter{
		dossiers: "[" + item(t, map[string]any{
			"ChuHoSo": "Hộ ông Nguyễn Văn An và bà Trần Thị Bích", "DonViXuLy": "NGUYEN VAN AN - UBND phường Bà Rịa", "ThongTinTra": "Trần Thị Bích, Quầy 3",
		}) + "]",
		progress: func(w http.ResponseWriter) {
			reply(w, `{"error_code":"00","result":[{"MaHoSo":"`+testCode+`","NguoiXuLy":"Đ/c Lê Văn Cán - Phòng Tư pháp","ThoiDiemXuLy":"20261120094000","PhongBanXuLy":"Lê Văn Cán, Phòng Tư pháp","TrangThai":"4"}]}`)
		},
	}
	got, err := serve(t, a).Dossier(t.Context(), query(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	if got.Agency.Name != "••• - UBND phường Bà Rịa" || got.Desk != "•••, Quầy 3" || got.Steps[0].Unit != "•••, Phòng Tư pháp" {
		t.Errorf("agency %q, desk %q, unit %q", got.Agency.Name, got.Desk, got.Steps[0].Unit)
	}
}

// The secret in a receipt's URL is for other systems; here it is neither compared nor sent.
func TestReceiptSecretIsIgnored(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, nil) + "]"}
	s := serve(t, a)
	q := query(t, "")
	q.Secret = "k7wq"
	if d, err := s.Dossier(t.Context(), q); err != nil || d.Proof != client.ProofNeeded {
		t.Errorf("a secret alone: proof %v, %v, want needed", d.Proof, err)
	}
	q.Proof, q.Secret = "2345", "9999"
	if d, err := s.Dossier(t.Context(), q); err != nil || d.Proof != client.ProofGiven {
		t.Errorf("a secret beside digits: proof %v, %v, want given", d.Proof, err)
	}
}

func TestProofOpensThePrivatePart(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, map[string]any{
		"TrangThaiHoSo": "5",
		"DanhSachHoSoBoSung": []any{
			map[string]any{"NoiDungBoSung": "- Ảnh 3x4;\n- Bản sao giấy khai sinh.", "NgayBoSung": "20261123080000", "NgayHenTraMoi": "20261130170000"},
			map[string]any{"NoiDungBoSung": "Giấy cũ", "NgayBoSung": "20261121080000", "NgayHenTraMoi": "20261127170000"},
		},
		"DanhSachGiayToKetQua": []any{
			map[string]any{"TenGiayTo": "Xác nhận thông tin cư trú", "DuongDanTepTinKetQua": "https://h55.example/tep/1.pdf"},
			map[string]any{"TenGiayTo": "Phiếu báo", "DuongDanTepTinKetQua": " "},
			map[string]any{"DuongDanTepTinKetQua": "https://h55.example/tep/2.pdf"},
		},
	}) + "]"}
	s := serve(t, a)
	want := &client.Private{
		Applicant: "N••••• V•• A",
		Missing:   []string{"Ảnh 3x4", "Bản sao giấy khai sinh"},
		Note:      "- Ảnh 3x4;\n- Bản sao giấy khai sinh.",
		Fees:      []client.DossierFee{{Name: "Lệ phí đăng ký cư trú", Amount: 15000, Known: true, PaidUnsaid: true}},
		Supplied:  []string{"Tờ khai CT01"},
		Results:   []client.ResultPaper{{Name: "Xác nhận thông tin cư trú", Electronic: true}, {Name: "Phiếu báo"}},
	}
	for _, proof := range []string{"2345", "012345", "001085012345", "5678", "0912345678"} {
		got, err := s.Dossier(t.Context(), query(t, proof))
		if err != nil {
			t.Fatalf("proof %s: %v", proof, err)
		}
		if got.Proof != client.ProofGiven || !reflect.DeepEqual(got.Private, want) {
			t.Errorf("proof %s: %v %+v", proof, got.Proof, got.Private)
		}
		// The newest request for papers moved the appointment.
		if !got.DueAt.Equal(at(2026, 11, 30, 17, 0)) {
			t.Errorf("due %v", got.DueAt)
		}
	}
}

// A wrong proof and an unknown code cannot be distinguished: both give the same error after one
// request.
func TestWrongProofIsNotFound(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, nil) + "]"}
	s := serve(t, a)
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
		t.Fatal(err)
	}
	unknown, err := code.ParseDossier("H55.17.05-261120-0008")
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []client.DossierQuery{
		query(t, "9999"), query(t, "345"), query(t, "a2345"), query(t, "Nguyễn Văn A"),
		{Code: unknown}, {Code: unknown, Proof: "2345"},
	} {
		before := a.calls
		_, err := s.Dossier(t.Context(), q)
		if !errors.Is(err, client.ErrNotFound) || err.Error() != client.ErrNotFound.Error() {
			t.Errorf("%v: %v, want the bare ErrNotFound", q, err)
		}
		if a.calls != before+1 {
			t.Errorf("%v: %d requests, want 1", q, a.calls-before)
		}
	}
}

// Without numbers on file no proof can be right.
func TestProofWithoutNumbers(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, map[string]any{"MaDoiTuong": "", "SoDienThoai": nil}) + "]"}
	if _, err := serve(t, a).Dossier(t.Context(), query(t, "2345")); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("error = %v", err)
	}
}

// An adapter that searches by prefix must not show another dossier.
func TestOnlyTheVeryCodeCounts(t *testing.T) {
	other := item(t, map[string]any{"MaHoSo": testCode + "0", "TenTTHC": "của người khác"})
	own := item(t, map[string]any{"MaHoSo": " h55.17.05-261120-0007 "})
	a := &adapter{dossiers: "[7,null," + other + "," + own + "]"}
	got, err := serve(t, a).Dossier(t.Context(), query(t, ""))
	if err != nil || got.ProcedureName != "Đăng ký tạm trú" {
		t.Errorf("%q, %v", got.ProcedureName, err)
	}
	for _, rows := range []string{"[" + other + "]", "[" + item(t, map[string]any{"MaHoSo": nil}) + "]", "[]", "null", `"[null]"`} {
		a.dossiers = rows
		if _, err := serve(t, a).Dossier(t.Context(), query(t, "")); !errors.Is(err, client.ErrNotFound) {
			t.Errorf("%.40s: %v", rows, err)
		}
	}
}

func TestOneObjectInsteadOfAList(t *testing.T) {
	a := &adapter{dossiers: item(t, map[string]any{"TrangThaiHoSo": 4, "NgayHenTra": 20261125170000})}
	got, err := serve(t, a).Dossier(t.Context(), query(t, ""))
	if err != nil || got.Status != client.StatusProcessing || !got.DueAt.Equal(at(2026, 11, 25, 17, 0)) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestStates(t *testing.T) {
	tests := []struct {
		in     string
		status client.Status
		name   string
	}{
		{"1", client.StatusRegistered, ""}, {"10", client.StatusReturned, ""}, {"04", client.StatusProcessing, ""}, {" 5 ", client.StatusSupplement, ""},
		{"Đang xử lý", client.StatusProcessing, "Đang xử lý"}, {"ĐÃ TRẢ KẾT QUẢ", client.StatusReturned, "ĐÃ TRẢ KẾT QUẢ"},
		{"Chờ ý kiến sở", client.StatusUnknown, "Chờ ý kiến sở"}, {"11", client.StatusUnknown, "11"}, {"0", client.StatusUnknown, "0"}, {"", client.StatusUnknown, ""},
	}
	for _, tt := range tests {
		if st, name := readStatus(tt.in); st != tt.status || name != tt.name {
			t.Errorf("%q = %v %q, want %v %q", tt.in, st, name, tt.status, tt.name)
		}
	}
}

// In a state that is none of the ten, the dossier is neither called late nor in time, and the
// usual wordings stop the clock.
func TestClock(t *testing.T) {
	for in, want := range map[string]timely.Timeliness{
		"4": timely.Late, "\u00D0ang xử lý": timely.Late, "5": timely.Paused, "Chờ ý kiến sở": timely.None, "11": timely.None,
		"Chờ bổ sung hồ sơ": timely.Paused, "Tạm dừng": timely.Paused, "Đã hủy": timely.Paused,
		"Đã có kết quả": timely.None, // that it is finished is known, but not when
	} {
		a := &adapter{dossiers: "[" + item(t, map[string]any{"TrangThaiHoSo": in, "NgayHenTra": "20261120170000"}) + "]"}
		d, err := serve(t, a).Dossier(t.Context(), query(t, ""))
		if err != nil {
			t.Fatal(err)
		}
		if l := timely.Of(d, time.Date(2026, 11, 25, 8, 0, 0, 0, workday.Zone), nil); l.Timeliness != want {
			t.Errorf("%q: %+v, want %s", in, l, want)
		}
	}
}

// States that are none of the ten are reported by their number, never in words that may name
// somebody.
func TestUnknownStatesAreTold(t *testing.T) {
	for in, want := range map[string][]string{
		"11": {"11"}, "Chờ ý kiến sở": {"other"}, "001085012345": {"other"}, "": {"other"}, "4": nil, "đang xử lý": nil,
	} {
		a := &adapter{dossiers: "[" + item(t, map[string]any{"TrangThaiHoSo": in}) + "]"}
		var told []string
		s := serve(t, a, func(c *Config) {
			c.OnUnknown = func(_ client.SourceName, id string) { told = append(told, id) }
		})
		if _, err := s.Dossier(t.Context(), query(t, "")); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(told, want) || s.UnknownStates() != int64(len(want)) {
			t.Errorf("%q: told %q, counted %d, want %q", in, told, s.UnknownStates(), want)
		}
	}
}

func TestFeeOfADossierThatWaitsForIt(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, map[string]any{"TrangThaiHoSo": "6", "DanhSachLePhi": []any{
		map[string]any{"TenPhiLePhi": "Lệ phí", "Gia": "15.000"},
		map[string]any{"TenPhiLePhi": "Phí chưa rõ", "Gia": ""},
		map[string]any{"TenPhiLePhi": "", "Gia": nil},
	}}) + "]"}
	got, err := serve(t, a).Dossier(t.Context(), query(t, "2345"))
	if err != nil {
		t.Fatal(err)
	}
	want := []client.DossierFee{{Name: "Lệ phí", Amount: 15000, Known: true}, {Name: "Phí chưa rõ"}}
	if !slices.Equal(got.Private.Fees, want) {
		t.Errorf("fees = %+v, want %+v", got.Private.Fees, want)
	}
}

func TestSteps(t *testing.T) {
	a := &adapter{
		dossiers: "[" + item(t, nil) + "]",
		progress: func(w http.ResponseWriter) {
			reply(w, `{"error_code":"00","result":[
				{"MaHoSo":"`+testCode+`","NguoiXuLy":"Trần Thị B","ThoiDiemXuLy":"20261123140500","PhongBanXuLy":"Đội cư trú","NoiDungXuLy":"Đang xử lý","TrangThai":"4"},
				{"MaHoSo":"","ThoiDiemXuLy":"202611200940","PhongBanXuLy":"Quầy 3","NoiDungXuLy":"Tiếp nhận","TrangThai":"2"},
				{"MaHoSo":"`+testCode+`","ThoiDiemXuLy":"","NgayBatDau":"20261120081200","TrangThai":"Mới đăng ký"},
				{"MaHoSo":"H55.17.05-261120-0099","ThoiDiemXuLy":"20261120081300","NoiDungXuLy":"của người khác"},
				{"MaHoSo":"`+testCode+`","ThoiDiemXuLy":"khi nào đó","NoiDungXuLy":"không ngày"}]}`)
		},
	}
	got, err := serve(t, a).Dossier(t.Context(), query(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	want := []client.Step{
		{At: at(2026, 11, 20, 8, 12), Name: "Mới đăng ký", Status: client.StatusRegistered},
		{At: at(2026, 11, 20, 9, 40), Name: "Tiếp nhận", Unit: "Quầy 3", Status: client.StatusAccepted},
		{At: at(2026, 11, 23, 14, 5), Name: "Đang xử lý", Unit: "Đội cư trú", Status: client.StatusProcessing},
	}
	if !slices.Equal(got.Steps, want) {
		t.Errorf("steps = %+v\nwant %+v", got.Steps, want)
	}
	if !got.SubmittedAt.Equal(at(2026, 11, 20, 8, 12)) {
		t.Errorf("submitted %v", got.SubmittedAt)
	}
}

// The dossier is shown even if its steps cannot be read.
func TestStepsMayFail(t *testing.T) {
	for name, progress := range map[string]func(http.ResponseWriter){
		"no such service": nil,
		"server error":    func(w http.ResponseWriter) { w.WriteHeader(http.StatusInternalServerError) },
		"web page":        func(w http.ResponseWriter) { reply(w, "<html>Request Rejected") },
		"empty":           func(w http.ResponseWriter) { reply(w, `{"error_code":"00","result":[]}`) },
		"null":            func(w http.ResponseWriter) { reply(w, `{"error_code":"00","result":null}`) },
	} {
		t.Run(name, func(t *testing.T) {
			a := &adapter{
				dossiers: "[" + item(t, map[string]any{"TrangThaiHoSo": "10", "NgayKetThucXuLy": "20261124160000", "NgayTra": "20261125090000"}) + "]",
				progress: progress,
			}
			got, err := serve(t, a).Dossier(t.Context(), query(t, ""))
			want := []client.Status{client.StatusAccepted, client.StatusFinished, client.StatusReturned}
			if err != nil || !slices.Equal(statuses(got.Steps), want) {
				t.Errorf("steps %+v, %v", got.Steps, err)
			}
			if a.logins != 1 {
				t.Errorf("%d log-ins, want 1", a.logins)
			}
		})
	}
}

func TestStepsCanBeTurnedOff(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, nil) + "]"}
	s := serve(t, a, func(c *Config) { c.ProgressService = NoProgress })
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil || a.calls != 1 {
		t.Errorf("%d calls, %v", a.calls, err)
	}
	b := &adapter{dossiers: "[" + item(t, nil) + "]"}
	s = serve(t, b, func(c *Config) { c.ProgressService = "TienDo" })
	if _, err := s.Dossier(t.Context(), query(t, "")); err != nil || b.asked("TienDo") != 1 {
		t.Errorf("asked %v, %v", b.services, err)
	}
}

func TestUnreadableDatesAreCountedNotGuessed(t *testing.T) {
	a := &adapter{dossiers: "[" + item(t, map[string]any{"NgayHenTra": "31/11/2026", "NgayTiepNhan": "20261320", "NgayTra": ""}) + "]"}
	s := serve(t, a)
	got, err := s.Dossier(t.Context(), query(t, ""))
	if err != nil || !got.DueAt.IsZero() || !got.ReceivedAt.IsZero() {
		t.Errorf("due %v, received %v, %v", got.DueAt, got.ReceivedAt, err)
	}
	if n := s.InvalidDates(); n != 2 {
		t.Errorf("%d dates counted, want 2", n)
	}
}

func TestConfigIsChecked(t *testing.T) {
	for _, cfg := range []Config{{}, {Username: "u", Password: "p"}} {
		if _, err := New(cfg); err == nil {
			t.Errorf("New(%+v) found nothing wrong", cfg)
		}
	}
	cfg := Config{Username: "u"}
	cfg.Rest.BaseURL = "http://a.test"
	if _, err := New(cfg); err == nil || strings.Contains(err.Error(), "\"u\"") {
		t.Errorf("error = %v", err)
	}
}

func TestZeroCodeIsNotAsked(t *testing.T) {
	a := &adapter{}
	if _, err := serve(t, a).Dossier(t.Context(), client.DossierQuery{}); !errors.Is(err, client.ErrNotFound) || a.logins != 0 {
		t.Errorf("%d log-ins, %v", a.logins, err)
	}
}

func TestCancelled(t *testing.T) {
	a := &adapter{dossiers: "[]"}
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	cancel()
	_, err := serve(t, a).Dossier(ctx, query(t, ""))
	var u *client.UnavailableError
	if !errors.As(err, &u) || u.Cause != client.CauseCancelled {
		t.Errorf("error = %v", err)
	}
}
