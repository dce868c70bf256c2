package integration

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/rest"
	"motcua/client/workday"
)

const (
	testCode = "H55.17.05-261120-0007"
	testUser = "motcua"
	testPass = "bi-mat"
)

// adapter answers like an integration adapter, and counts its requests.
type adapter struct {
	mu       sync.Mutex
	dossiers string // the result of TraCuuHoSo for testCode
	progress func(w http.ResponseWriter)
	valid    string // the valid session
	deny     bool   // refuse every log-in
	denyBy   int    // the status of the refusal
	failAll  string // the error_code of every call

	logins, calls int
	services      []string
}

func (a *adapter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var in map[string]string
	body, _ := io.ReadAll(r.Body)
	if json.Unmarshal(body, &in) != nil || r.Header.Get("dstcode") != "H55" {
		w.WriteHeader(http.StatusTeapot)
		return
	}
	switch r.URL.Path {
	case "/adapter/mapi/login":
		a.logins++
		if a.denyBy != 0 {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(a.denyBy)
			_, _ = io.WriteString(w, `{"error_code":1}`)
			return
		}
		if a.deny || in["username"] != testUser || in["password"] != testPass {
			reply(w, `{"session":"","error_code":1}`)
			return
		}
		a.valid = fmt.Sprintf("s-%d", a.logins)
		reply(w, fmt.Sprintf(`{"session":%q,"error_code":0}`, a.valid))
	case "/adapter/mapi/g":
		a.calls++
		a.services = append(a.services, in["service"])
		switch {
		case a.failAll != "":
			reply(w, `{"error_code":"`+a.failAll+`","result":[]}`)
		case in["session"] != a.valid:
			reply(w, `{"error_code":"-1","result":null}`)
		case in["madonvi"] != "000.00.00.H55":
			reply(w, `{"error_code":"7"}`)
		case in["service"] == DefaultDossierService && in["mahoso"] == testCode:
			reply(w, `{"error_code":"00","result":`+a.dossiers+`}`)
		case in["service"] == DefaultDossierService:
			reply(w, `{"error_code":"00","result":[]}`)
		case a.progress != nil:
			a.progress(w)
		default:
			reply(w, `{"error_code":"-2"}`)
		}
	default:
		w.WriteHeader(http.StatusTeapot)
	}
}

func reply(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "application/json;charset=UTF-8")
	_, _ = io.WriteString(w, body)
}

func serve(t *testing.T, a *adapter, change ...func(*Config)) *Source {
	t.Helper()
	srv := httptest.NewServer(a)
	cfg := Config{
		Rest:     rest.Config{BaseURL: srv.URL + "/adapter", Source: client.SourceName{ID: "h55", Name: "Hệ thống một cửa"}, Retries: -1},
		AuthPath: "/mapi/login", CallPath: "/mapi/g",
		DstCode: "H55", Username: testUser, Password: testPass, UnitCode: "000.00.00.H55",
	}
	for _, f := range change {
		f(&cfg)
	}
	s, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); srv.Close() })
	return s
}

func query(t *testing.T, proof string) client.DossierQuery {
	t.Helper()
	dossierCode, err := code.ParseDossier(testCode)
	if err != nil {
		t.Fatal(err)
	}
	return client.DossierQuery{Code: dossierCode, Proof: proof}
}

// item returns a dossier as the adapter sends it: all strings, dates without separators. fields
// replaces or adds fields.
func item(t *testing.T, fields map[string]any) string {
	t.Helper()
	m := map[string]any{
		"MaHoSo": testCode, "MaTTHC": "1.004194", "TenTTHC": "Đăng ký tạm trú", "MaLinhVuc": "G01-CA05",
		"TenLinhVuc": "Đăng ký, quản lý cư trú", "SoBienNhan": "0007", "KenhThucHien": "1",
		"ChuHoSo": "Nguyễn Văn A", "LoaiDoiTuong": "1", "MaDoiTuong": "001085012345",
		"Email": "a@example.vn", "SoDienThoai": "0912345678", "TrichYeuHoSo": "Hồ sơ của Nguyễn Văn A",
		"NgayTiepNhan": "20261120094000", "NgayHenTra": "20261125170000", "TrangThaiHoSo": "4",
		"NgayTra": "", "ThongTinTra": "Quầy 3", "HinhThuc": "0", "NgayKetThucXuLy": "",
		"DonViXuLy": "Công an phường Đức Xuân", "GhiChu": "",
		"TaiLieuNop":           []any{map[string]any{"TenTepDinhKem": "Tờ khai CT01", "MaThanhPhanHoSo": "KQ003630"}},
		"DanhSachLePhi":        []any{map[string]any{"TenPhiLePhi": "Lệ phí đăng ký cư trú", "HinhThucThu": "1", "Gia": "15000", "LoaiPhiLePhi": "1"}},
		"DanhSachHoSoBoSung":   []any{},
		"DanhSachGiayToKetQua": []any{map[string]any{"TenGiayTo": "Xác nhận thông tin cư trú"}},
	}
	for k, v := range fields {
		if v == nil {
			delete(m, k)
		} else {
			m[k] = v
		}
	}
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func at(y int, m time.Month, d, hour, minute int) time.Time {
	return time.Date(y, m, d, hour, minute, 0, 0, workday.Zone)
}

func (a *adapter) asked(service string) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	n := 0
	for _, s := range a.services {
		if s == service {
			n++
		}
	}
	return n
}

func statuses(steps []client.Step) []client.Status {
	var out []client.Status
	for _, s := range steps {
		out = append(out, s.Status)
	}
	return slices.Clip(out)
}
