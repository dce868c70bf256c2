package opencps

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync/atomic"

	"motcua/client"
	"motcua/client/decode"
	"motcua/client/rest"
)

// DefaultStepsCall lists the steps of a dossier, below the dossier itself;
// "sequences" is the other call that is known.
const DefaultStepsCall = "processstep"

// StepFields are the names of the fields of a process step. Only the calls are
// known, not what they answer, so the operator names the fields after a look at
// the installation. Without At no steps are asked for.
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

// steps asks for the time line. Whatever comes of it, the dossier is shown.
func (s *Source) steps(ctx context.Context, code client.DossierCode, b detailBody, secret string) []client.Step {
	if s.cfg.Steps.At == "" {
		return nil
	}
	id := string(b.ID)
	if id == "" {
		id = string(b.Reference)
	}
	if id == "" {
		id = code.String()
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
		return nil
	}
	return readSteps(body, s.cfg.Steps, b.who, &s.badDates)
}

// readSteps gives the time line, oldest first. Rows without a date are left
// out. A row may name the official at work: only the fields named in f are
// decoded, the rest is dropped, and who is taken out of what the words hold, as
// is what decode.Redact knows of others.
func readSteps(list rows, f StepFields, who string, bad *atomic.Int64) []client.Step {
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
		steps = append(steps, client.Step{
			At: when, Name: decode.Redact(string(name), who), Unit: decode.Redact(string(unit), who), Status: readState(string(state)),
		})
	}
	slices.SortStableFunc(steps, func(a, b client.Step) int { return a.At.Compare(b.At) })
	return steps
}

// read decodes a field when there is one; the types that it fills never fail.
func read(fields map[string]json.RawMessage, name string, into json.Unmarshaler) {
	if raw, ok := fields[name]; ok && name != "" {
		_ = into.UnmarshalJSON(raw)
	}
}
