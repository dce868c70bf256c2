package track

import (
	"fmt"

	"motcua/client"
	"motcua/client/timely"
	"motcua/tui/line/outfile"
	"motcua/tui/line/record"
	"motcua/tui/line/table"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
	"motcua/tui/wrap"
)

// lists are tables of dossiers.
var lists = &table.Kind{
	Keys:  table.Keys[record.Dossier](),
	Shown: []string{"code", "status", "due_at", "working_days_left", "procedure_name"},
	Spare: []string{"due_at", "procedure_name"},
	Cells: cells,
	Least: least,
}

func cells(t *text.Texts) map[string]func(table.Object) table.Cell {
	return map[string]func(table.Object) table.Cell{
		"status":            func(o table.Object) table.Cell { return statusCell(o, t) },
		"working_days_left": func(o table.Object) table.Cell { return daysCell(o, topic.Table.In(t)) },
		"due_at":            func(o table.Object) table.Cell { return table.Cell{Text: dueDay(o)} },
		"procedure_name": func(o table.Object) table.Cell {
			return table.Cell{Text: view.Env{Texts: t}.Called(o.Word("procedure_code"), o.Word("procedure_name"))}
		},
	}
}

// least are the widths that the cells of most dossiers need.
func least(t *text.Texts) map[string]int {
	wide := map[string]int{"code": len("H55.17.05-261120-0007"), "due_at": len("01/12/2026")}
	for s := client.StatusRegistered; s <= client.StatusReturned; s++ {
		wide["status"] = max(wide["status"], wrap.Cells(t.Dossier.States[s].Heading)+2)
	}
	w := topic.Table.In(t)
	for _, words := range []string{fmt.Sprintf(w.Left, 10), string(view.SignStop) + " " + fmt.Sprintf(w.Late, 10), string(view.SignStop) + " " + w.LateHours, w.InTime, w.Paused} {
		wide["working_days_left"] = max(wide["working_days_left"], wrap.Cells(words))
	}
	return wide
}

func statusCell(o table.Object, t *text.Texts) table.Cell {
	word := o.Word("status")
	if word == "" {
		return table.Cell{}
	}
	s := outfile.StatusOf(&word)
	sign, tone := dossiers.StateSign(s)
	c := table.Cell{Sign: sign, Tone: tone, Text: t.Dossier.States[s].Heading}
	if name := o.Word("status_name"); name != "" && !s.Known() {
		c.Text = view.OneLine(name)
	}
	return c
}

func daysCell(o table.Object, w *topic.TableWords) table.Cell {
	n, counted := o.Number("working_days_left")
	if promisesNothing(o) {
		return table.Cell{}
	}
	doubt := ""
	if o.Get("calendar_doubt") != nil {
		doubt = " ?" // explained below the table
	}
	switch days := int(n); timely.Timeliness(o.Word("timeliness")) {
	case timely.Late:
		c := table.Cell{Sign: view.SignStop, Text: fmt.Sprintf(w.Late, -days) + doubt, Tone: view.ToneBad}
		if days == 0 {
			c.Text = w.LateHours + doubt
		}
		return c
	case timely.DueToday:
		return table.Cell{Sign: view.SignAction, Text: w.Today + doubt, Tone: view.ToneWarn}
	case timely.Early:
		return table.Cell{Text: fmt.Sprintf(w.Early, days) + doubt, Tone: view.ToneGood}
	case timely.OnTime:
		if counted && days > 0 {
			return table.Cell{Text: fmt.Sprintf(w.Left, days) + doubt}
		}
		return table.Cell{Text: w.InTime + doubt, Tone: view.ToneGood}
	case timely.Paused:
		return table.Cell{Text: w.Paused, Tone: view.ToneWarn}
	default:
		return table.Cell{}
	}
}

// dueDay is the appointment without its time, which few dossiers have.
func dueDay(o table.Object) string {
	if promisesNothing(o) {
		return ""
	}
	day := table.DateWords(o.Word("due_at"))
	return day[:min(len(day), len("01/12/2026"))]
}

// promisesNothing reports whether a dossier's appointment no longer counts.
func promisesNothing(o table.Object) bool {
	switch outfile.StatusOf(record.OrNull(o.Word("status"))) {
	case client.StatusRefused, client.StatusWithdrawn, client.StatusStopped:
		return true
	default:
		return false
	}
}
