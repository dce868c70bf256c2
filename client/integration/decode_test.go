package integration

import (
	"encoding/json"
	"reflect"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/rest"
	"motcua/client/workday"
)

func TestDates(t *testing.T) {
	var bad atomic.Int64
	for in, want := range map[rest.Raw]time.Time{
		"20261120094005": time.Date(2026, 11, 20, 9, 40, 5, 0, workday.Zone),
		"202611200940":   at(2026, 11, 20, 9, 40),
		"20261120\n":     at(2026, 11, 20, 0, 0),
		"":               {}, "00000000000000": {},
	} {
		if got := readDate(in, &bad); !got.Equal(want) {
			t.Errorf("%q = %v, want %v", in, got, want)
		}
	}
	if bad.Load() != 0 {
		t.Errorf("%d counted as unreadable, want 0", bad.Load())
	}
	wrong := []rest.Raw{"20261320094000", "20260230", "20261120250000", "20261120996000", "18991120", "2026-11-20", "20/11/2026", "2026112009", "99991231235959", "hôm nay", "+2026112"}
	for _, in := range wrong {
		if got := readDate(in, &bad); !got.IsZero() {
			t.Errorf("%q = %v, want none", in, got)
		}
	}
	if int(bad.Load()) != len(wrong) {
		t.Errorf("%d counted as unreadable, want %d", bad.Load(), len(wrong))
	}
}

func TestSplitPapers(t *testing.T) {
	for in, want := range map[string][]string{
		"Ảnh 3x4":                       {"Ảnh 3x4"},
		"- Ảnh 3x4;\n+ Giấy khai sinh.": {"Ảnh 3x4", "Giấy khai sinh"},
		"1. Ảnh; 2) Đơn\n(3) Sổ":        {"Ảnh", "Đơn", "Sổ"},
		"a) Ảnh\nđ) Đơn":                {"Ảnh", "Đơn"},
		"1.5 trang; 2 ảnh":              {"1.5 trang", "2 ảnh"},
		"Đơn (theo mẫu), ảnh":           {"Đơn (theo mẫu), ảnh"},
		" ; \n - \n;":                   nil,
		"Giấy tờ a.b (bản chính)":       {"Giấy tờ a.b (bản chính)"},
		"– Hợp đồng thuê nhà;– Giấy xác nhận chỗ ở;": {"Hợp đồng thuê nhà", "Giấy xác nhận chỗ ở"},
	} {
		if got := splitPapers(in); !slices.Equal(got, want) {
			t.Errorf("%q = %q, want %q", in, got, want)
		}
	}
}

// FuzzDossier: any row decodes without a panic, shown texts are clean, and without the proof
// the private part stays closed.
func FuzzDossier(f *testing.F) {
	f.Add([]byte(`{"MaHoSo":"`+testCode+`","TrangThaiHoSo":"5","GhiChu":"x","ChuHoSo":"Nguyễn Văn A","MaDoiTuong":"001085012345","DanhSachHoSoBoSung":[{"NoiDungBoSung":"a;b","NgayBoSung":"20261121","NgayHenTraMoi":"20261122"}]}`), "2345")
	f.Add([]byte(`{"MaHoSo":"`+testCode+`","TrangThaiHoSo":"\u001b[31mX","TenTTHC":"\u202eA","DonViXuLy":{},"DanhSachLePhi":{"Gia":"1e9"},"ThongTinTra":"\u0007"}`), "")
	f.Add([]byte(`{"MaHoSo":"`+testCode+`","ThoiDiemXuLy":"20261120","NguoiXuLy":"(?i","NoiDungXuLy":"(?i) làm"}`), "12")
	f.Add([]byte(`[]`), "")
	dossierCode, err := code.ParseDossier(testCode)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte, proof string) {
		var bad atomic.Int64
		rows := []json.RawMessage{raw}
		steps, _ := readSteps(rows, dossierCode, proof != "", &bad)
		allClean(t, reflect.ValueOf(steps))
		d, _, err := readDossier(rows, client.DossierQuery{Code: dossierCode, Proof: proof}, &bad)
		if err != nil {
			if d.Private != nil || !d.Code.IsZero() {
				t.Errorf("an error with %+v", d)
			}
			return
		}
		if (d.Private != nil) != (proof != "") {
			t.Errorf("proof %q, private %v", proof, d.Private)
		}
		allClean(t, reflect.ValueOf(d))
	})
}

func allClean(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); clean.Text(s) != s {
			t.Errorf("not clean: %q", s)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			allClean(t, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				allClean(t, v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			allClean(t, v.Index(i))
		}
	}
}
