package adapter

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/sandbox/dossiers"
	"motcua/client/workday"
)

// record is an item of TraCuuHoSo, in the form of DongBoHoSoMC: all values are strings,
// times are yyyyMMddHHmmss in Vietnam, absent values are empty.
type record struct {
	MaHoSo               string
	MaTTHC               string
	TenTTHC              string
	MaLinhVuc            string
	TenLinhVuc           string
	SoBienNhan           string
	KenhThucHien         string // 1 counter, 2 online, 3 post
	ChuHoSo              string
	LoaiDoiTuong         string // 1 a person, 2 an organisation
	MaDoiTuong           string // identity or tax number
	Email                string
	SoDienThoai          string
	TrichYeuHoSo         string
	NgayTiepNhan         string
	NgayHenTra           string
	TrangThaiHoSo        string // 1 to 10
	NgayTra              string
	ThongTinTra          string // where the result is handed out
	HinhThuc             string
	NgayKetThucXuLy      string
	DonViXuLy            string
	GhiChu               string
	TaiLieuNop           []recordPaper
	DanhSachLePhi        []recordFee
	DanhSachHoSoBoSung   []recordSupplement
	DanhSachGiayToKetQua []recordResult
}

type recordPaper struct {
	TenTepDinhKem   string
	MaThanhPhanHoSo string
}

type recordFee struct {
	TenPhiLePhi  string
	HinhThucThu  string
	Gia          string // đồng
	LoaiPhiLePhi string // 1 lệ phí, 2 phí
}

type recordSupplement struct {
	NoiDungBoSung   string
	NgayBoSung      string
	NgayHenTraTruoc string
	NgayHenTraMoi   string
}

type recordResult struct {
	TenGiayTo            string
	DuongDanTepTinKetQua string
}

// progress is an item of CapNhatTienDoHoSoMC.
type progress struct {
	MaHoSo                 string
	NguoiXuLy              string
	ChucDanh               string
	ThoiDiemXuLy           string
	PhongBanXuLy           string
	NoiDungXuLy            string
	TrangThai              string
	NgayBatDau             string
	NgayKetThucTheoQuyDinh string
}

// stamp writes a time in the adapter's form, "" for the zero time.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(workday.Zone).Format("20060102150405")
}

// newRecord writes a dossier as the adapter sends it, under the code that was asked for.
// procedureName and field are the procedure's.
func newRecord(d dossiers.Dossier, code string, days dossiers.Days, procedureName, field string) (record, error) {
	c := dossiers.Moments{Days: days}
	r := record{
		MaHoSo: code, MaTTHC: d.Procedure, TenTTHC: procedureName, TenLinhVuc: field,
		SoBienNhan: d.Serial, KenhThucHien: d.Channel,
		ChuHoSo: d.Applicant.Name, LoaiDoiTuong: "1", MaDoiTuong: d.Applicant.Identity,
		SoDienThoai: d.Applicant.Phone, TrichYeuHoSo: d.Subject,
		NgayTiepNhan: stamp(c.At(receivedAt(d))), NgayHenTra: stamp(c.At(d.Due)),
		TrangThaiHoSo: strconv.Itoa(int(d.Status)),
		NgayTra:       stamp(c.At(d.Returned)), ThongTinTra: d.HandBack, HinhThuc: "0",
		NgayKetThucXuLy: stamp(c.At(d.Finished)), DonViXuLy: d.Unit, GhiChu: d.Note,
		TaiLieuNop: []recordPaper{}, DanhSachLePhi: []recordFee{},
		DanhSachHoSoBoSung: []recordSupplement{}, DanhSachGiayToKetQua: []recordResult{},
	}
	if d.Applicant.Organisation {
		r.LoaiDoiTuong = "2"
	}
	for _, p := range d.Papers {
		r.TaiLieuNop = append(r.TaiLieuNop, recordPaper{TenTepDinhKem: p})
	}
	for _, f := range d.Fees {
		kind := "2"
		if f.Fee {
			kind = "1"
		}
		r.DanhSachLePhi = append(r.DanhSachLePhi, recordFee{
			TenPhiLePhi: f.Name, HinhThucThu: "1", Gia: strconv.Itoa(f.Amount), LoaiPhiLePhi: kind,
		})
	}
	for _, s := range d.Supplements {
		r.DanhSachHoSoBoSung = append(r.DanhSachHoSoBoSung, recordSupplement{
			NoiDungBoSung: asHTML(s.Text), NgayBoSung: stamp(c.At(s.At)),
			NgayHenTraTruoc: stamp(c.At(s.DueBefore)), NgayHenTraMoi: stamp(c.At(s.DueAfter)),
		})
	}
	for _, name := range d.Results {
		r.DanhSachGiayToKetQua = append(r.DanhSachGiayToKetQua, recordResult{TenGiayTo: name, DuongDanTepTinKetQua: fileOf(d)})
	}
	return r, c.Err
}

// fileOf is where the result of a dossier that was filed online stands. The sample portal does
// not serve it.
func fileOf(d dossiers.Dossier) string {
	if d.Channel != "2" {
		return ""
	}
	return "/ket-qua/" + d.Date + d.Serial + ".pdf"
}

// asHTML writes a text of several lines as web editors do; adapters pass that on.
func asHTML(text string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString("<p>")
		for _, r := range html.EscapeString(line) {
			if r < 0x80 {
				b.WriteRune(r)
			} else {
				fmt.Fprintf(&b, "&#%d;", r)
			}
		}
		b.WriteString("</p>")
	}
	return b.String()
}

// receivedAt is when the dossier was accepted. For one that waits for that, or was
// refused, it is when the dossier was handed in.
func receivedAt(d dossiers.Dossier) string {
	for _, w := range d.Steps {
		if w.Status == client.StatusAccepted {
			return w.At
		}
	}
	return d.HandedIn
}

// newProgress writes the time line, oldest first.
func newProgress(d dossiers.Dossier, code string, days dossiers.Days) ([]progress, error) {
	c := dossiers.Moments{Days: days}
	out := make([]progress, 0, len(d.Steps))
	for _, w := range d.Steps {
		p := progress{
			MaHoSo: code, NguoiXuLy: w.Who, ThoiDiemXuLy: stamp(c.At(w.At)), PhongBanXuLy: w.Unit,
			NoiDungXuLy: w.Text, TrangThai: strconv.Itoa(int(w.Status)),
			NgayBatDau: stamp(c.At(w.At)), NgayKetThucTheoQuyDinh: stamp(c.At(d.Due)),
		}
		if w.Who != "" {
			p.ChucDanh = "Chuyên viên"
		}
		out = append(out, p)
	}
	return out, c.Err
}
