package opencps

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync/atomic"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/decode"
	"motcua/client/rest"
)

// DefaultStepsCall lists the steps of a dossier, below the dossier itself;
// "sequences" is the other call that is known.
const DefaultStepsCall = "processstep"

// StepFields names the fields of a process step. Only the calls are known, not their
// answers, so the operator names the fields after a look at the installation. Without At
// no steps are asked for.
type StepFields struct {
	Call string // empty: DefaultStepsCall
	At   string // when the step was done, in a form that decode.Stamp takes
	Name string // empty: "stepName", as in the dossier
	Unit string // a unit, never a person; empty: not read
	// State is a state of the dossier after the step; empty: "dossierStatus".
	State string
}

func (f *StepFields) fill() {
	f.Call = strings.Trim(f.Call, "/")
	for _, d := range []struct {
		field *string
		std   string
	}{{&f.Call, DefaultStepsCall}, {&f.Name, "stepName"}, {&f.State, "dossierStatus"}} {
		if *d.field == "" {
			*d.field = d.std
		}
	}
}

// steps asks for the time line and the names in it. When that fails, the dossier is
// shown all the same.
func (s *Source) steps(ctx context.Context, dossierCode code.Dossier, b detailBody, secret string, proved bool) (steps []client.Step, officials []string) {
	if s.cfg.Steps.At == "" {
		return nil, nil
	}
	id := string(b.ID)
	if id == "" {
		id = string(b.Reference)
	}
	if id == "" {
		id = dossierCode.String()
	}
	query := map[string][]string{}
	if secret != "" {
		query["secretKey"] = []string{secret}
	}
	ctx, cancel := context.WithTimeout(ctx, stepsTimeout)
	defer cancel()
	var body rows
	res, err := s.rest.Do(ctx, rest.Request{
		Operation: "steps", Path: rest.Path("dossiers", id, s.cfg.Steps.Call), Query: query, Header: s.header(), Out: &body,
	})
	if err != nil || refused(res, err) {
		return nil, nil
	}
	return readSteps(body, s.cfg.Steps, proved, &s.badDates), decode.PeopleIn(body...)
}

// readSteps returns the time line, oldest first, without rows that have no date. A
// row may name the official at work: only the fields named in f are decoded and the rest
// is dropped; the texts may contain names until hide has run. The reason for a refusal or
// a stop is returned only when a proof was right.
func readSteps(list rows, f StepFields, proved bool, bad *atomic.Int64) []client.Step {
	var steps []client.Step
	for _, raw := range list {
		var fields map[string]json.RawMessage
		if json.Unmarshal(raw, &fields) != nil {
			continue
		}
		var at decode.Stamp
		var name, unit rest.Line
		var state rest.Raw
		read(fields, f.At, &at)
		read(fields, f.Name, &name)
		read(fields, f.Unit, &unit)
		read(fields, f.State, &state)
		when := at.Time(bad)
		if when.IsZero() {
			continue
		}
		status := readState(string(state))
		if !proved && status.HasReason() && !decode.IsCommon(string(name)) {
			name = rest.Line(decode.OfficialName(status))
		}
		steps = append(steps, client.Step{At: when, Name: string(name), Unit: string(unit), Status: status})
	}
	slices.SortStableFunc(steps, func(a, b client.Step) int { return a.At.Compare(b.At) })
	return steps
}

// read decodes a field if it is present; the types that it fills never return errors.
func read(fields map[string]json.RawMessage, name string, into json.Unmarshaler) {
	if raw, ok := fields[name]; ok && name != "" {
		_ = into.UnmarshalJSON(raw)
	}
}
