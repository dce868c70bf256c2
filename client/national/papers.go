package national

import (
	"cmp"
	"strings"

	"motcua/client"
	"motcua/client/rest"
)

type paperCaseBody struct {
	Name   rest.Text            `json:"name"`
	Papers rest.List[paperBody] `json:"profileComponents"`
}

type paperBody struct {
	ID        rest.Raw             `json:"profileComponentId"`
	Name      rest.Text            `json:"name"`
	Code      rest.Line            `json:"code"`
	Originals rest.Number          `json:"originalQty"`
	Copies    rest.Number          `json:"copyQty"`
	Forms     rest.List[fileFacts] `json:"attachments"`
	// `required` is false everywhere on the portal, so it is not read.
}

type fileFacts struct {
	ID     rest.Raw  `json:"id"`
	FileID rest.Raw  `json:"fileId"` // where some bodies have the id
	Name   rest.Line `json:"fileName"`
}

type caseBody struct {
	Name   rest.Line              `json:"name"`
	Code   rest.Line              `json:"code"`
	Limit  rest.Object[limitBody] `json:"processingDay"`
	Papers rest.List[paperBody]   `json:"profileComponents"`
}

type limitBody struct {
	Quantity rest.Number `json:"qty"`
	Unit     rest.Raw    `json:"type"`
}

// papers returns the lists of executionCases. The lists of `cases` and the top-level one
// are empty in every body seen; they are used only when executionCases has none.
func (b detailBody) papers() []client.PaperCase {
	var out []client.PaperCase
	for _, c := range b.PaperCases {
		out = addCase(out, said(c.Name), c.Papers)
	}
	if hasRows(out) {
		return out
	}
	for _, c := range b.Cases {
		if len(c.Papers) > 0 {
			out = addCase(out, said(c.Name), c.Papers)
		}
	}
	if !hasRows(out) && len(b.Papers) > 0 {
		out = addCase(out, "", b.Papers)
	}
	return out
}

func hasRows(cases []client.PaperCase) bool {
	for _, c := range cases {
		if len(c.Rows) > 0 {
			return true
		}
	}
	return false
}

func addCase(out []client.PaperCase, name string, rows rest.List[paperBody]) []client.PaperCase {
	c := client.PaperCase{Name: strings.TrimSpace(name)}
	for _, r := range rows {
		if row := r.row(); row.Name != "" || len(row.Forms) > 0 {
			c.Rows = append(c.Rows, row)
		}
	}
	if c.Name == "" && len(c.Rows) == 0 {
		return out
	}
	return append(out, c)
}

// maxQuantity is far above any number of copies that an office asks for.
const maxQuantity = 999

func (b paperBody) row() client.PaperRow {
	r := client.PaperRow{
		ID: b.ID.ID(), Code: said(b.Code), Name: said(b.Name),
		Originals: min(max(b.Originals.Int(), 0), maxQuantity),
		Copies:    min(max(b.Copies.Int(), 0), maxQuantity),
	}
	for _, f := range b.Forms {
		if form := (client.Form{ID: cmp.Or(f.ID.ID(), f.FileID.ID()), Name: said(f.Name)}); form != (client.Form{}) {
			r.Forms = append(r.Forms, form)
		}
	}
	return r
}

// caseLimits returns the time limits by case; a case that is repeated with the same code
// and limit appears once.
func (b detailBody) caseLimits() []client.CaseLimit {
	var out []client.CaseLimit
	seen := map[client.CaseLimit]bool{}
	for _, c := range b.Cases {
		code := said(c.Code)
		l := client.CaseLimit{
			Name: cleanName(said(c.Name), code), Code: code,
			Limit: timeLimit(c.Limit.Value.Quantity, string(c.Limit.Value.Unit), ""),
		}
		if (l.Name != "" || l.Code != "") && !seen[l] {
			seen[l] = true
			out = append(out, l)
		}
	}
	return out
}
