package integration

import (
	"encoding/json"
	"slices"
	"sync/atomic"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/decode"
	"motcua/client/rest"
)

// stepBody is one item of the progress service. The official's name is read only to be
// removed from all texts, and then dropped.
type stepBody struct {
	Code     rest.Raw  `json:"MaHoSo"`
	Official rest.Line `json:"NguoiXuLy"`
	At       rest.Raw  `json:"ThoiDiemXuLy"`
	Begin    rest.Raw  `json:"NgayBatDau"`
	Unit     rest.Line `json:"PhongBanXuLy"`
	Words    rest.Line `json:"NoiDungXuLy"`
	Status   rest.Line `json:"TrangThai"`
}

// readSteps returns the time line, oldest first, and the officials that it names, for
// hide. It leaves out items of another dossier and items without a date. What officials
// type about a step is returned only when a proof was right.
func readSteps(rows []json.RawMessage, dossierCode code.Dossier, proved bool, bad *atomic.Int64) (steps []client.Step, officials []string) {
	for _, raw := range rows {
		var b stepBody
		if json.Unmarshal(raw, &b) != nil || b.Code != "" && !decode.SameCode(string(b.Code), dossierCode) {
			continue
		}
		at := readDate(b.At, bad)
		if at.IsZero() {
			at = readDate(b.Begin, bad)
		}
		if at.IsZero() {
			continue
		}
		status, name := readStatus(string(b.Status))
		switch {
		case b.Words != "" && (proved || decode.IsCommon(string(b.Words))):
			name = string(b.Words)
		case status.Known():
			name = decode.OfficialName(status)
		}
		officials = append(append(officials, decode.PeopleIn(raw)...), string(b.Official))
		steps = append(steps, client.Step{At: at, Name: name, Status: status, Unit: string(b.Unit)})
	}
	slices.SortStableFunc(steps, func(a, b client.Step) int { return a.At.Compare(b.At) })
	return steps, officials
}
