package integration

import (
	"cmp"
	"encoding/json"
	"regexp"
	"strings"

	"motcua/client"
	"motcua/client/rest"
)

// identityBody is what a proof is compared with.
type identityBody struct {
	Name     rest.Line `json:"ChuHoSo"`
	Identity rest.Raw  `json:"MaDoiTuong"`
	Phone    rest.Raw  `json:"SoDienThoai"`
	Email    rest.Raw  `json:"Email"`
}

// privateBody is what a right proof opens.
type privateBody struct {
	Supplements rest.List[supplementBody] `json:"DanhSachHoSoBoSung"`
	Fees        rest.List[feeBody]        `json:"DanhSachLePhi"`
	Supplied    rest.List[suppliedBody]   `json:"TaiLieuNop"`
	Results     rest.List[resultBody]     `json:"DanhSachGiayToKetQua"`
}

type supplementBody struct {
	Text    rest.Text `json:"NoiDungBoSung"`
	AskedAt rest.Raw  `json:"NgayBoSung"`
}

type feeBody struct {
	Name   rest.Line   `json:"TenPhiLePhi"`
	Amount rest.Number `json:"Gia"`
}

type suppliedBody struct {
	Name rest.Line `json:"TenTepDinhKem"`
}

// resultBody is a paper that comes out. File is where the adapter's own system holds it, "" for
// nowhere; other programs that send such items call the field by this name.
type resultBody struct {
	Name rest.Line `json:"TenGiayTo"`
	File rest.Raw  `json:"DuongDanTepTinKetQua"`
}

// readPrivate fills what a proof opens beside the name; what cannot be read is not shown.
func readPrivate(raw json.RawMessage, status client.Status, p *client.Private) {
	var b privateBody
	_ = json.Unmarshal(raw, &b)
	if s, ok := newestSupplement(b.Supplements); ok {
		p.Note = string(s.Text)
		if status == client.StatusSupplement {
			p.Missing = splitPapers(p.Note)
		}
	}
	for _, f := range b.Fees {
		if f.Name == "" && !f.Amount.OK {
			continue
		}
		known := f.Amount.OK && f.Amount.Value >= 0
		// No field of the adapter says whether a fee was paid; but when the dossier
		// waits for payment, it was not.
		fee := client.DossierFee{Name: string(f.Name), Known: known, PaidUnsaid: status != client.StatusPayment}
		if known {
			fee.Amount = int64(f.Amount.Value)
		}
		p.Fees = append(p.Fees, fee)
	}
	for _, s := range b.Supplied {
		if s.Name != "" {
			p.Supplied = append(p.Supplied, string(s.Name))
		}
	}
	for _, r := range b.Results {
		if r.Name != "" {
			p.Results = append(p.Results, client.ResultPaper{Name: string(r.Name), Electronic: strings.TrimSpace(string(r.File)) != ""})
		}
	}
}

// newestSupplement is the latest request for papers; when none has a date, the last one.
func newestSupplement(list []supplementBody) (supplementBody, bool) {
	var newest supplementBody
	for _, s := range list {
		if s.Text != "" && cmp.Compare(s.AskedAt, newest.AskedAt) >= 0 {
			newest = s
		}
	}
	return newest, newest.Text != ""
}

var paperBullet = regexp.MustCompile(`^(?:[-–+*•]\s*|\(?\d{1,2}[.)]\s+|\(?[a-zđ][.)]\s+)+`)

// splitPapers makes one entry for each paper: they stand on separate lines or are
// separated by semicolons. Bullets are dropped.
func splitPapers(text string) []string {
	var out []string
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == ';' }) {
		part = paperBullet.ReplaceAllString(strings.TrimSpace(part), "")
		if part = strings.TrimRight(part, " .,"); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// remarkBody is what officials type for the applicant: GhiChu, the reason for a refusal
// or a stop, and ThongTinTra, where the result is handed out.
type remarkBody struct {
	Note   rest.Text `json:"GhiChu"`
	Return rest.Text `json:"ThongTinTra"`
}

// maxDesk is the length of the longest text that can be a place.
const maxDesk = 120

// readRemarks reads them unchanged; they may contain names until hide has run.
func readRemarks(raw json.RawMessage) remarkBody {
	var b remarkBody
	if json.Unmarshal(raw, &b) != nil {
		return remarkBody{}
	}
	return b
}

// readIdentity reads what a proof is compared with; what cannot be read proves nothing.
func readIdentity(raw json.RawMessage) identityBody {
	var id identityBody
	_ = json.Unmarshal(raw, &id) // the fields' types accept any value
	return id
}
