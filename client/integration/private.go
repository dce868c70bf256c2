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

type resultBody struct {
	Name rest.Line `json:"TenGiayTo"`
}

// readPrivate fills what is opened beside the name; what cannot be read is not
// shown.
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
		// No field of the adapter says whether a fee was paid; a dossier that
		// waits for money says that one was not.
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
			p.Results = append(p.Results, string(r.Name))
		}
	}
}

// newestSupplement is the latest request for papers; of requests without a
// date the one that stands last.
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

// splitPapers makes one entry a paper: they stand on lines of their own, or
// between semicolons. Bullets at their edges are dropped.
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

// remarkBody is what officials type for the applicant: GhiChu, which says why a
// dossier was refused or stopped, and ThongTinTra, how the result is handed out.
type remarkBody struct {
	Note   rest.Text `json:"GhiChu"`
	Return rest.Text `json:"ThongTinTra"`
}

// maxDesk is the longest text that can be a place.
const maxDesk = 120

// readRemarks reads them as they stand: they name people until hide has seen
// them.
func readRemarks(raw json.RawMessage) remarkBody {
	var b remarkBody
	if json.Unmarshal(raw, &b) != nil {
		return remarkBody{}
	}
	return b
}

// readIdentity is what a proof is compared with; what cannot be read proves
// nothing.
func readIdentity(raw json.RawMessage) identityBody {
	var id identityBody
	_ = json.Unmarshal(raw, &id) // its types take anything
	return id
}
