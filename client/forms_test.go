package client_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/form"
)

// withForms is a portal that has the files of forms.
type withForms struct {
	portal
	file form.File
	err  error
}

func (p *withForms) Form(context.Context, client.Form) (form.File, error) { return p.file, p.err }

func TestFormOfTheFirstThatHasIt(t *testing.T) {
	now := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	f := client.Form{ID: "f-1", Name: "CT01.docx"}
	empty := &withForms{portal: portal{id: "a"}, err: client.ErrNotFound}
	has := &withForms{portal: portal{id: "b"}, file: form.File{Name: "CT01.docx", Kind: form.DOCX}}
	broken := &withForms{portal: portal{id: "c"}, err: down("c")}
	bad := &withForms{portal: portal{id: "d"}, err: &form.Refused{Why: form.Macro}}
	ask := func(offline bool, all ...client.ProcedureSource) (client.Answer[form.File], *client.Service, error) {
		s := client.NewService(client.ServiceConfig{Procedures: all, Offline: offline, Now: func() time.Time { return now }})
		a, err := s.Form(t.Context(), f)
		return a, s, err
	}
	if a, _, err := ask(false, &portal{id: "copy"}, empty, has); err != nil || a.Source.ID != "b" || a.Value.Kind != form.DOCX || !a.AsOf.Equal(now) {
		t.Errorf("%+v, %v", a, err)
	}
	if _, _, err := ask(false, &portal{id: "copy"}, empty); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("nobody has it: %v", err)
	}
	if _, _, err := ask(true, has); !errors.Is(err, client.ErrOffline) {
		t.Errorf("offline: %v", err)
	}
	if _, s, err := ask(false, broken, has); !errors.Is(err, client.ErrUnavailable) || len(s.Outages()) != 1 {
		t.Errorf("down: %v, outages %v", err, s.Outages())
	}
	if _, s, err := ask(false, bad); len(s.Outages()) != 0 || !errors.As(err, new(*form.Refused)) {
		t.Errorf("a bad file is no outage: %v, %v", err, s.Outages())
	}
}
