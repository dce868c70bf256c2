package national

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"motcua/client"
)

const (
	birthID     = "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7"
	residenceID = "019d2bf7-770b-734d-b7fb-5e1995f194f4"
)

// library serves the list and the details of the fixtures, and answers 400 for other ids.
func library(t *testing.T) *fakePortal {
	t.Helper()
	return &fakePortal{
		list: func(w http.ResponseWriter, _ listRequest) { send(w, 200, fixture(t, "list.json")) },
		detail: func(w http.ResponseWriter, id string) {
			switch id {
			case birthID:
				send(w, 201, fixture(t, "detail.1.001193.json"))
			case residenceID:
				send(w, 200, fixture(t, "detail.1.004194.json"))
			default:
				send(w, 400, `{"code":"BAD_REQUEST","message":"Không tìm thấy","data":null}`)
			}
		},
	}
}

func TestProcedure(t *testing.T) {
	p := library(t)
	s := serve(t, p)
	got, err := s.Procedure(t.Context(), "1.001193")
	if err != nil {
		t.Fatal(err)
	}
	if got.ID != birthID || got.Code != "1.001193" || got.Name != "Thủ tục đăng ký khai sinh" || got.Field != "Hộ tịch" ||
		got.Publisher != "Bộ Tư pháp" || len(got.Levels) != 1 || got.Levels[0] != client.LevelWard || got.Kind != client.KindStandard {
		t.Errorf("procedure = %+v", got)
	}
	if want := strings.TrimSuffix(s.rest.Base().String(), "/api/v1") + "/thu-tuc-hanh-chinh/" + birthID; got.URL != want {
		t.Errorf("URL = %s, want %s", got.URL, want)
	}
	if want := time.UnixMilli(1776242191512); !got.UpdatedAt.Equal(want) {
		t.Errorf("updated = %v, want %v", got.UpdatedAt, want)
	}
	if len(got.Results) != 1 || got.Results[0] != (client.Result{Code: "KQ.G15.000031", Name: "Giấy khai sinh"}) {
		t.Errorf("results = %+v", got.Results)
	}
}

func TestProcedureKeepsTheWholeText(t *testing.T) {
	got, err := serve(t, library(t)).Procedure(t.Context(), "1.004194")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.LegalBasis) != 3 || got.LegalBasis[0] != (client.LegalAct{Number: "68/2020/QH14", Name: "Luật Cư trú 2020"}) {
		t.Errorf("legal basis = %+v", got.LegalBasis)
	}
	if len(got.Subjects) != 4 || len(got.Competent) != 1 || len(got.Authorized) != 1 || got.Receiving != "Công an cấp xã" {
		t.Errorf("agencies = %q %q %q, subjects %q", got.Competent, got.Authorized, got.Receiving, got.Subjects)
	}
	if len(got.Steps) != 1 || strings.Count(got.Steps[0].Text, "\n") != 4 {
		t.Errorf("steps = %q", got.Steps)
	}
	if forms := got.Cases[0].Rows[2].Forms; len(forms) != 1 || forms[0].Name != "1.MuCT01banhnhkmtheoThngts53.doc" || forms[0].ID != "019dd021-f563-755f-abf3-a308189ef24f" {
		t.Errorf("forms = %+v", forms)
	}
	if row := got.Cases[1].Rows[1]; row.Originals != 1 || row.Copies != 1 || row.Code != "000.00.00.G01-KQ003637" {
		t.Errorf("row = %+v", row)
	}
}

func TestSecondLookNeedsOneRequest(t *testing.T) {
	p := library(t)
	s := serve(t, p)
	for range 3 {
		if _, err := s.Procedure(t.Context(), "1.001193"); err != nil {
			t.Fatal(err)
		}
	}
	if len(p.lists) != 1 || len(p.ids) != 3 {
		t.Errorf("%d lists and %d details, want 1 and 3", len(p.lists), len(p.ids))
	}
	// For a procedure that a search listed, no further list is requested.
	if _, err := s.Procedure(t.Context(), "1.004194"); err != nil || len(p.lists) != 1 {
		t.Errorf("%d lists, %v", len(p.lists), err)
	}
}

// A procedure that was published again has a new id. The remembered one is then unknown, and
// the list is requested again.
func TestRememberedIDThatIsGone(t *testing.T) {
	p := library(t)
	s := serve(t, p)
	s.ids.keep("1.001193", "019d0000-0000-7000-8000-000000000000")
	got, err := s.Procedure(t.Context(), "1.001193")
	if err != nil || got.ID != birthID {
		t.Errorf("id = %s, %v", got.ID, err)
	}
}

func TestCodeOfACase(t *testing.T) {
	p := library(t)
	s := serve(t, p)
	for _, code := range []string{" 1.004194.01 ", "1.004194.000.00.00.H55"} {
		if got, err := s.Procedure(t.Context(), code); err != nil || got.Code != "1.004194" {
			t.Errorf("%s = %s, %v", code, got.Code, err)
		}
	}
}

func TestUnknownProcedure(t *testing.T) {
	s := serve(t, library(t))
	for _, code := range []string{"", "9.999999", "1.0041", "3.000901", "'; --"} {
		if _, err := s.Procedure(t.Context(), code); !errors.Is(err, client.ErrNotFound) {
			t.Errorf("%q: %v, want ErrNotFound", code, err)
		}
	}
	for _, id := range []string{"", "x/../y", "019d0000-0000-7000-8000-000000000000"} {
		if _, err := s.ProcedureByID(t.Context(), id); !errors.Is(err, client.ErrNotFound) {
			t.Errorf("%q: %v, want ErrNotFound", id, err)
		}
	}
}

// An internal procedure is not shown, even by its id.
func TestInternalDetailIsNotShown(t *testing.T) {
	p := &fakePortal{detail: func(w http.ResponseWriter, id string) {
		send(w, 200, wrap(`{"id":"`+id+`","code":"3.000901","name":"Nội bộ","type":"standard_internal"}`))
	}}
	if _, err := serve(t, p).ProcedureByID(t.Context(), "a-1"); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("error = %v", err)
	}
}

func TestEnvelope(t *testing.T) {
	tests := []struct {
		name   string
		status int
		body   string
		want   error
		cause  client.Cause
	}{
		{"another code", 200, `{"code":"ERROR","data":{"code":"1.000001","name":"A"}}`, client.ErrUnavailable, client.CauseContent},
		{"no code", 201, `{"data":{"code":"1.000001","name":"A"}}`, client.ErrUnavailable, client.CauseContent},
		{"no data", 200, wrap(`null`), client.ErrNotFound, ""},
		{"a web page for 400", 400, `<html>`, client.ErrUnavailable, client.CauseWebPage},
		{"403", 403, `{}`, client.ErrUnavailable, client.CauseRejected},
		{"404 is no unknown id", 404, `{"code":"NOT_FOUND"}`, client.ErrUnavailable, client.CauseContent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := &fakePortal{detail: func(w http.ResponseWriter, _ string) { send(w, tt.status, tt.body) }}
			_, err := serve(t, p).ProcedureByID(t.Context(), "a-1")
			if !errors.Is(err, tt.want) || causeOf(err) != tt.cause {
				t.Errorf("error = %v, want %v (%s)", err, tt.want, tt.cause)
			}
		})
	}
}

// A larger body than any real one decodes; birth registration has 30 KB.
func TestLongBody(t *testing.T) {
	long := strings.Repeat("Trường hợp người yêu cầu nộp hồ sơ. ", 400)
	p := &fakePortal{detail: func(w http.ResponseWriter, _ string) {
		send(w, 200, wrap(fmt.Sprintf(`{"code":"1.000001","name":"A","executionSteps":[{"description":%q}]}`, long)))
	}}
	got, err := serve(t, p).ProcedureByID(t.Context(), "a-1")
	if err != nil || got.Steps[0].Text != strings.TrimSpace(long) {
		t.Errorf("%d bytes of text, %v", len(got.Steps[0].Text), err)
	}
}

func TestErrorsNameThePortal(t *testing.T) {
	p := &fakePortal{list: func(w http.ResponseWriter, _ listRequest) { _, _ = io.WriteString(w, "<html>") }}
	_, err := serve(t, p).Procedure(t.Context(), "1.001193")
	var u *client.UnavailableError
	if !errors.As(err, &u) || u.Source != DefaultSource || strings.Contains(err.Error(), "1.001193") {
		t.Errorf("error = %v", err)
	}
}
