package record

import (
	"time"

	"motcua/client"
	"motcua/client/linked"
	"motcua/client/workday"
)

// linkedJSON is procedures that one filing does.
type linkedJSON struct {
	Code    *string        `json:"code"` // the one that does all; null: only the source's kind says that it is linked
	Also    []string       `json:"also"`
	Members []linkedMember `json:"members"`
	Basis   *string        `json:"basis"`  // the law
	Office  *string        `json:"office"` // whose file says so
	Since   *string        `json:"since"`  // 2024-07-01
}

type linkedMember struct {
	Code *string `json:"code"` // null: the catalogue has none of its own
	Name *string `json:"name"`
}

// Successor is what replaces an abolished procedure.
type Successor struct {
	Code   string  `json:"code"`
	Name   *string `json:"name"`   // null: no catalogue has it
	Office string  `json:"office"` // whose file says so
}

// SuccessorOf returns it, nil for nothing.
func SuccessorOf(next *linked.Successor) *Successor {
	if next == nil {
		return nil
	}
	return &Successor{next.Code, OrNull(next.Name), next.Office}
}

func linkedOf(a client.Answer[client.Procedure]) []linkedJSON {
	out := []linkedJSON{}
	for _, g := range a.Linked {
		since := g.Since.In(workday.Zone).Format(time.DateOnly)
		j := linkedJSON{Code: &g.Code, Also: append([]string{}, g.Also...), Members: []linkedMember{}, Basis: OrNull(g.Basis), Office: OrNull(g.Office), Since: &since}
		for _, m := range g.Members {
			j.Members = append(j.Members, linkedMember{OrNull(m.Code), OrNull(m.Name)})
		}
		out = append(out, j)
	}
	if len(out) == 0 && a.Value.Kind == client.KindInterconnected {
		out = append(out, linkedJSON{Also: []string{}, Members: []linkedMember{}})
	}
	return out
}
