package national

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"

	"motcua/client"
	"motcua/client/form"
	"motcua/client/rest"
)

// asksForm requests a form from a portal with this answer, and returns what the portal was
// asked.
func asksForm(t *testing.T, f client.Form, answer http.HandlerFunc) (got form.File, asked string, err error) {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		asked = r.Method + " " + r.URL.Path + " " + string(body)
		answer(w, r)
	}))
	defer srv.Close()
	s, err := New(Config{Rest: rest.Config{BaseURL: srv.URL + "/api/v1", Retries: -1}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err = s.Form(t.Context(), f)
	return got, asked, err
}

func TestForm(t *testing.T) {
	pdf := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/octet-stream")
		w.WriteHeader(http.StatusCreated)
		_, _ = io.WriteString(w, "%PDF-1.7\n")
	}
	f, asked, err := asksForm(t, client.Form{ID: "f-1", Name: "Mẫu CT01.pdf"}, pdf)
	if err != nil || f.Kind != form.PDF || f.Name != "Mẫu CT01.pdf" || string(f.Data) != "%PDF-1.7\n" {
		t.Errorf("%+v, %v", f, err)
	}
	if want := `POST /api/v1/submitting/preview-attachment {"fileId":"f-1"}`; asked != want {
		t.Errorf("asked %s, want %s", asked, want)
	}
	if _, asked, err = asksForm(t, client.Form{Name: "a.pdf"}, pdf); !errors.Is(err, client.ErrNotFound) || asked != "" {
		t.Errorf("a form without id: %v, asked %q", err, asked)
	}
}

func TestFormThatIsNone(t *testing.T) {
	status := func(status int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { send(w, status, body) }
	}
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		want   error
	}{
		"unknown id":              {status(http.StatusBadRequest, `{"code":"BAD_REQUEST"}`), client.ErrNotFound},
		"no such file":            {status(http.StatusNotFound, `{}`), client.ErrNotFound},
		"an envelope of an error": {status(http.StatusOK, `{"code":"NOT_FOUND","data":null}`), client.ErrNotFound},
		"a page of the firewall":  {status(http.StatusOK, "<html>Request Rejected"), client.ErrUnavailable},
		"a page":                  {status(http.StatusOK, "<html>Trang chủ"), client.ErrUnavailable},
		"nothing":                 {status(http.StatusOK, ""), client.ErrUnavailable},
		"down":                    {status(http.StatusBadGateway, ""), client.ErrUnavailable},
	} {
		if _, _, err := asksForm(t, client.Form{ID: "f", Name: "a.docx"}, c.answer); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	// A file over the limit is not read completely, with and without a length in the header.
	for _, told := range []bool{true, false} {
		_, _, err := asksForm(t, client.Form{ID: "f", Name: "a.pdf"}, func(w http.ResponseWriter, _ *http.Request) {
			if told {
				w.Header().Set("Content-Length", strconv.Itoa(form.Most+5))
			}
			_, _ = w.Write([]byte("%PDF-"))
			_, _ = w.Write(make([]byte, form.Most))
		})
		if refused := (*form.Refused)(nil); !errors.As(err, &refused) || refused.Why != form.TooLarge {
			t.Errorf("too large, told %v: %v", told, err)
		}
	}
}

// An attachment's id is in id or fileId.
func TestFormIDUnderBothKeys(t *testing.T) {
	for _, attachment := range []string{`{"id":"f-1","fileName":"a.doc"}`, `{"fileId":"f-1","fileName":"a.doc"}`, `{"id":"","fileId":"f-1","fileName":"a.doc"}`} {
		var b paperBody
		if err := json.Unmarshal([]byte(`{"name":"Tờ khai","attachments":[`+attachment+`]}`), &b); err != nil {
			t.Fatal(err)
		}
		if got := b.row().Forms; len(got) != 1 || got[0] != (client.Form{ID: "f-1", Name: "a.doc"}) {
			t.Errorf("%s: %v", attachment, got)
		}
	}
}
