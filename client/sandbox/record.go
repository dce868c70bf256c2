package sandbox

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// record is an item of TraCuuHoSo: the item of DongBoHoSoMC, all strings, times
// as yyyyMMddHHmmss in Vietnam, empty when absent.
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
	TenGiayTo string
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

// clock turns the moments of a sample into stamps and keeps the first error.
type clock struct {
	days days
	err  error
}

func (c *clock) stamp(moment string) string {
	t, err := c.days.at(moment)
	if err != nil && c.err == nil {
		c.err = err
	}
	return stamp(t)
}

// record writes the dossier as the adapter sends it, under the code that was
// asked for. name and field are those of the procedure.
func (d dossier) record(code string, days days, procedureName, field string) (record, error) {
	c := clock{days: days}
	r := record{
		MaHoSo: code, MaTTHC: d.procedure, TenTTHC: procedureName, TenLinhVuc: field,
		SoBienNhan: d.serial, KenhThucHien: d.channel,
		ChuHoSo: d.applicant.name, LoaiDoiTuong: "1", MaDoiTuong: d.applicant.identity,
		SoDienThoai: d.applicant.phone, TrichYeuHoSo: d.subject,
		NgayTiepNhan: c.stamp(d.receivedAt()), NgayHenTra: c.stamp(d.due),
		TrangThaiHoSo: strconv.Itoa(int(d.status)),
		NgayTra:       c.stamp(d.returned), ThongTinTra: d.handBack, HinhThuc: "0",
		NgayKetThucXuLy: c.stamp(d.finished), DonViXuLy: d.unit, GhiChu: d.note,
		TaiLieuNop: []recordPaper{}, DanhSachLePhi: []recordFee{},
		DanhSachHoSoBoSung: []recordSupplement{}, DanhSachGiayToKetQua: []recordResult{},
	}
	if d.applicant.organisation {
		r.LoaiDoiTuong = "2"
	}
	for _, p := range d.papers {
		r.TaiLieuNop = append(r.TaiLieuNop, recordPaper{TenTepDinhKem: p})
	}
	for _, f := range d.fees {
		kind := "2"
		if f.fee {
			kind = "1"
		}
		r.DanhSachLePhi = append(r.DanhSachLePhi, recordFee{
			TenPhiLePhi: f.name, HinhThucThu: "1", Gia: strconv.Itoa(f.amount), LoaiPhiLePhi: kind,
		})
	}
	for _, s := range d.supplements {
		r.DanhSachHoSoBoSung = append(r.DanhSachHoSoBoSung, recordSupplement{
			NoiDungBoSung: asHTML(s.text), NgayBoSung: c.stamp(s.at),
			NgayHenTraTruoc: c.stamp(s.dueBefore), NgayHenTraMoi: c.stamp(s.dueAfter),
		})
	}
	for _, name := range d.results {
		r.DanhSachGiayToKetQua = append(r.DanhSachGiayToKetQua, recordResult{TenGiayTo: name})
	}
	return r, c.err
}

// asHTML writes a text of several lines as the editors of web pages do, which
// adapters pass on.
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

// receivedAt is when the dossier was accepted; one that waits for that, or was
// refused, was received when it was handed in.
func (d dossier) receivedAt() string {
	for _, w := range d.steps {
		if w.status == client.StatusAccepted {
			return w.at
		}
	}
	return d.handedIn
}

// progress writes the time line, oldest first.
func (d dossier) progress(code string, days days) ([]progress, error) {
	c := clock{days: days}
	out := make([]progress, 0, len(d.steps))
	for _, w := range d.steps {
		p := progress{
			MaHoSo: code, NguoiXuLy: w.who, ThoiDiemXuLy: c.stamp(w.at), PhongBanXuLy: w.unit,
			NoiDungXuLy: w.text, TrangThai: strconv.Itoa(int(w.status)),
			NgayBatDau: c.stamp(w.at), NgayKetThucTheoQuyDinh: c.stamp(d.due),
		}
		if w.who != "" {
			p.ChucDanh = "Chuyên viên"
		}
		out = append(out, p)
	}
	return out, c.err
}

// dossierBook finds the samples under both of their codes.
func dossierBook(now time.Time, cal *workday.Calendar) (map[string]dossier, days, error) {
	days := newDays(now, cal)
	book := make(map[string]dossier, 2*len(dossiers))
	for _, d := range dossiers {
		code, err := d.codeAt(days)
		if err != nil {
			return nil, days, err
		}
		book[code] = d
	}
	for _, d := range dossiers {
		book[d.code()] = d
	}
	return book, days, nil
}
