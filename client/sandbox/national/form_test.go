package national

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/clienttest/ask"
	"motcua/client/form"
	real "motcua/client/national"
	"motcua/client/rest"
)

// Every form that a procedure names is there, and the real client takes all but the one
// whose name is wrong.
func TestEveryFormCanBeFetched(t *testing.T) {
	server := newPortal(t, nil, nil)
	s, err := real.New(real.Config{Rest: rest.Config{BaseURL: server.URL + testPath, Retries: -1}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	p, err := s.Procedure(t.Context(), "1.000757")
	if err != nil {
		t.Fatal(err)
	}
	forms := 0
	for _, c := range p.Cases {
		for _, row := range c.Rows {
			for _, f := range row.Forms {
				forms++
				got, err := s.Form(t.Context(), f)
				if err != nil || got.Kind != form.DOCX || !strings.HasSuffix(got.Name, ".docx") {
					t.Errorf("%s: %+v, %v", f.Name, got.Name, err)
				}
				saysItsName(t, got.Data, f.Name)
			}
		}
	}
	if forms == 0 {
		t.Error("1.000757 has no forms")
	}
	l, err := newProcedureList(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for id, name := range l.forms() {
		_, err := s.Form(t.Context(), client.Form{ID: id, Name: name})
		var refused *form.Refused
		switch {
		case strings.HasSuffix(name, ".pdf") && errors.As(err, &refused) && refused.Why == form.Mismatch:
			wrong++
		case err != nil:
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(l.forms()) < 30 || wrong != 1 {
		t.Errorf("%d forms, %d with a wrong name", len(l.forms()), wrong)
	}
	if status, _, body := ask.Post(t, server.URL+testPath+"/submitting/preview-attachment", map[string]string{"fileId": "none"}); status != http.StatusBadRequest {
		t.Errorf("an unknown file: %d %s", status, body)
	}
}

// saysItsName opens a made-up form as a word processor does.
func saysItsName(t *testing.T, data []byte, name string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		var any struct{}
		if err := xml.Unmarshal(body, &any); err != nil {
			t.Errorf("%s: %v", part.Name, err)
		}
		if part.Name == "word/document.xml" && !bytes.Contains(body, []byte(name)) {
			t.Errorf("%s does not say its name", name)
		}
	}
}
