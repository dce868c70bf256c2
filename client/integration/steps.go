package integration

import (
	"encoding/json"
	"slices"
	"sync/atomic"
	"time"

	"motcua/client"
	"motcua/client/rest"
)

// stepBody is one item of the progress service. The official's name is read
// only to take it out of the words, and dropped.
type stepBody struct {
	Code     rest.Raw  `json:"MaHoSo"`
	Official rest.Line `json:"NguoiXuLy"`
	At       rest.Raw  `json:"ThoiDiemXuLy"`
	Begin    rest.Raw  `json:"NgayBatDau"`
	Unit     rest.Line `json:"PhongBanXuLy"`
	Words    rest.Line `json:"NoiDungXuLy"`
	Status   rest.Line `json:"TrangThai"`
}

// readSteps gives the time line, oldest first. Items of another dossier and
// items without a date are left out.
func readSteps(rows []json.RawMessage, code client.DossierCode, bad *atomic.Int64) []client.Step {
	var steps []client.Step
	for _, raw := range rows {
		var b stepBody
		if json.Unmarshal(raw, &b) != nil || b.Code != "" && !sameCode(b.Code, code) {
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
		if b.Words != "" {
			name = redact(string(b.Words), string(b.Official))
		}
		steps = append(steps, client.Step{
			At: at, Name: name, Status: status,
			Unit: redact(string(b.Unit), string(b.Official)),
		})
	}
	slices.SortStableFunc(steps, func(a, b client.Step) int { return a.At.Compare(b.At) })
	return steps
}

// stepsFromDates is the time line that the dossier's own dates tell.
func stepsFromDates(d client.Dossier) []client.Step {
	var steps []client.Step
	for _, s := range []struct {
		at     time.Time
		status client.Status
	}{
		{d.SubmittedAt, client.StatusRegistered},
		{d.ReceivedAt, client.StatusAccepted},
		{d.FinishedAt, client.StatusFinished},
		{d.ReturnedAt, client.StatusReturned},
	} {
		if !s.at.IsZero() {
			steps = append(steps, client.Step{At: s.at, Status: s.status, Unit: d.Agency.Name})
		}
	}
	return steps
}
