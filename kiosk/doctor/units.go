package doctor

import (
	"context"
	"fmt"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/office"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Units is the operator's file of units, and the units that it may speak of.
type Units struct {
	Book *office.Book // nil: not checked
	// Known are the ids and codes, in capitals, of the units that a sync kept; nil when none
	// are kept. It asks no portal.
	Known func(context.Context) map[string]bool
}

// officesOld is the age at which somebody should read the file again: phones, hours and
// counters change about once a year, and nothing else tells.
const officesOld = 365 * 24 * time.Hour

// unmatchedMost is how many units that nobody knows are named.
const unmatchedMost = 5

// UnitsMistake says what is wrong with a file of units, where, and what to do.
func UnitsMistake(file string, p office.Problem, l text.Lang) string {
	says := fmt.Sprintf(operator.UnitsWrong[string(p.Kind)].In(l), p.Key, p.Value)
	if p.Line > 0 {
		return fmt.Sprintf(operator.KeptLine.In(l), file, p.Line, says)
	}
	return fmt.Sprintf(operator.KeptWhole.In(l), file, says)
}

// checkUnits says which of the operator's words about units are used. A file of which nothing
// can be used fails; a mistake in a unit is not a failure, because the others are shown.
func checkUnits(ctx context.Context, e *Env) []Finding {
	b := e.Units.Book
	if e.ConfigErr != nil || e.Config.Place.Units == "" || b == nil {
		return nil
	}
	const name = "units"
	file := clean.Line(e.Config.Place.Units)
	var list []Finding
	for _, p := range b.Problems() {
		state := StateWarn
		if p.Line == 0 && p.Kind != office.More {
			state = StateFail
		}
		list = append(list, e.finding(name, state, UnitsMistake(file, p, e.Lang), operator.DoctorDoUnits))
	}
	switch {
	case b.Len() > 0:
		list = append(list, e.finding(name, StateOK, e.say(operator.DoctorUnits, file, b.Len()), text.Said{}))
	case len(list) == 0:
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorNoUnits, file), operator.DoctorDoUnits))
	}
	if at := b.Changed(); !at.IsZero() && e.Now().Sub(at) > officesOld {
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorUnitsOld, file, text.For(e.Lang).Day(at)), operator.DoctorDoUnitsOld))
	}
	return append(list, e.unmatched(ctx, b)...)
}

// unmatched compares the file with the units that a sync kept.
func (e *Env) unmatched(ctx context.Context, b *office.Book) []Finding {
	const name = "units"
	if b.Len() == 0 || e.Units.Known == nil {
		return nil
	}
	known := e.Units.Known(ctx)
	if known == nil {
		return []Finding{e.finding(name, StateWarn, e.say(operator.DoctorUnitsAlone), e.sync(operator.DoctorDoUnitsAlone))}
	}
	var strange []string
	for _, r := range b.Rows() {
		if !known[r.Key] {
			strange = append(strange, e.say(operator.DoctorUnitsRow, r.Key, r.Line))
		}
	}
	if len(strange) == 0 {
		return nil
	}
	n := len(strange)
	if n > unmatchedMost {
		strange = append(strange[:unmatchedMost], "…")
	}
	return []Finding{e.finding(name, StateWarn, e.say(operator.DoctorUnitsStrange, n, b.Len(), strings.Join(strange, ", ")), operator.DoctorDoUnitsStrange)}
}
