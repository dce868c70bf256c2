package integration

import (
	"encoding/json"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/decode"
	"motcua/client/rest"
)

// itemBody is what the code alone may show. No field of it is meant for a name, but
// officials type names and numbers into these texts too. Before anything is shown, hide
// removes those that the answer itself names as people.
type itemBody struct {
	Code          rest.Raw  `json:"MaHoSo"`
	ProcedureCode rest.Line `json:"MaTTHC"`
	ProcedureName rest.Line `json:"TenTTHC"`
	Field         rest.Line `json:"TenLinhVuc"`
	Unit          rest.Line `json:"DonViXuLy"`
	Status        rest.Line `json:"TrangThaiHoSo"`
	ReceivedAt    rest.Raw  `json:"NgayTiepNhan"`
	DueAt         rest.Raw  `json:"NgayHenTra"`
	FinishedAt    rest.Raw  `json:"NgayKetThucXuLy"`
	ReturnedAt    rest.Raw  `json:"NgayTra"`

	Supplements rest.List[supplementDates] `json:"DanhSachHoSoBoSung"`
}

type supplementDates struct {
	AskedAt rest.Raw `json:"NgayBoSung"`
	NewDue  rest.Raw `json:"NgayHenTraMoi"`
}

// readDossier finds the dossier of the query among the rows, and the names in it, for
// hide. An unknown code and a wrong proof return the same error. This system's
// receipts have no secret, so DossierQuery.Secret is not read.
func readDossier(rows []json.RawMessage, q client.DossierQuery, bad *atomic.Int64) (client.Dossier, []string, error) {
	for _, raw := range rows {
		var b itemBody
		// Only an equal code counts: an adapter that searches by prefix may return
		// another person's dossier, which must never be shown.
		if json.Unmarshal(raw, &b) != nil || !decode.SameCode(string(b.Code), q.Code) {
			continue
		}
		d := b.dossier(q.Code, bad)
		r := readRemarks(raw)
		d.Desk = string(r.Return)
		id := readIdentity(raw)
		proved := q.Proof != ""
		if proved && !code.MatchesDigits(q.Proof, string(id.Identity), string(id.Phone)) {
			return client.Dossier{}, nil, client.ErrNotFound
		}
		if d.Proof, d.Private = q.Opened(proved, string(id.Name)); d.Private != nil {
			readPrivate(raw, d.Status, d.Private)
		}
		d.GiveReason(string(r.Note))
		return d, append(decode.PeopleIn(raw), string(id.Name)), nil
	}
	return client.Dossier{}, nil, client.ErrNotFound
}

// hide removes names from the texts. It drops a desk that is too long to be a place.
func hide(d *client.Dossier, names ...string) {
	decode.Hide(d, names...)
	if len([]rune(d.Desk)) > maxDesk || strings.Contains(d.Desk, "\n") {
		d.Desk = ""
	}
}

func (b itemBody) dossier(dossierCode code.Dossier, bad *atomic.Int64) client.Dossier {
	d := client.Dossier{
		Code:          dossierCode,
		ProcedureCode: string(b.ProcedureCode),
		ProcedureName: string(b.ProcedureName),
		Field:         string(b.Field),
		Agency:        client.Agency{ID: dossierCode.Agency(), Name: string(b.Unit)},
		ReceivedAt:    readDate(b.ReceivedAt, bad),
		DueAt:         readDate(b.DueAt, bad),
		FinishedAt:    readDate(b.FinishedAt, bad),
		ReturnedAt:    readDate(b.ReturnedAt, bad),
	}
	d.Status, d.StatusName = readStatus(string(b.Status))
	if !d.Status.Known() {
		d.SaidClock = decode.ClockByName(d.StatusName)
	}
	if due := newestDue(b.Supplements, bad); !due.IsZero() {
		d.DueAt = due
	}
	return d
}

// readStatus reads the national code 1 to 10, or words: one of the ten official names,
// else the portal's own words, which are shown unchanged.
func readStatus(s string) (client.Status, string) {
	s = strings.TrimSpace(s)
	if n, err := strconv.Atoi(s); err == nil {
		if st := client.Status(n); st.Known() {
			return st, ""
		}
		return client.StatusUnknown, s
	}
	st, _ := decode.StatusByName(s)
	return st, s
}

// newestDue is the appointment set by the latest request for papers.
func newestDue(list []supplementDates, bad *atomic.Int64) time.Time {
	var due, asked time.Time
	for _, s := range list {
		d, a := readDate(s.NewDue, bad), readDate(s.AskedAt, bad)
		if !d.IsZero() && !a.Before(asked) {
			due, asked = d, a
		}
	}
	return due
}
