package record

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"motcua/client"
	"motcua/client/form"
	"motcua/client/workday"
)

// formsObject is the forms of a procedure, and the file of one where it was fetched.
type formsObject struct {
	Code   *string        `json:"code"`
	Name   *string        `json:"name"`
	Forms  []numberedForm `json:"forms"` // null: only the heading of the procedure is known
	URL    *string        `json:"url"`   // the procedure's page on the portal, where they are
	AsOf   *string        `json:"as_of"`
	Stale  *bool          `json:"stale"`
	Source *string        `json:"source"`
	File   *fileJSON      `json:"file"` // null: none was fetched
	Error  *formFailure   `json:"error,omitempty"`
}

type numberedForm struct {
	Number int     `json:"number"` // counted from 1
	ID     *string `json:"id"`
	Name   *string `json:"name"`
}

type fileJSON struct {
	Number int    `json:"number"`
	Name   string `json:"name"` // made safe for file systems
	Kind   string `json:"kind"` // pdf doc docx rtf odt xls xlsx ods pptx jpg png
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
	Out    string `json:"out"` // where it was written
	AsOf   string `json:"as_of"`
	Source string `json:"source"`
}

// formFailure is a Failure; refused says why the portal's file was not taken.
type formFailure struct {
	Failure
	Refused *string `json:"refused"` // empty too_large macro program web_page mismatch broken unknown
}

// kindRefused is the kind of error of a file that was not taken, kindFile of one that could
// not be written.
const (
	kindRefused = "refused"
	KindFile    = "file"
)

// FormFile is a file that was fetched and written.
type FormFile struct {
	Number int
	Of     client.Answer[form.File]
	Out    string
}

// FormsLine returns the forms of a procedure as a JSON line. f is nil when none was
// fetched.
func FormsLine(a client.Answer[client.Procedure], all []client.Form, f *FormFile) string {
	o := newForms(a, all)
	if f != nil {
		sum := sha256.Sum256(f.Of.Value.Data)
		o.File = &fileJSON{
			Number: f.Number, Name: f.Of.Value.Name, Kind: string(f.Of.Value.Kind), Bytes: len(f.Of.Value.Data), SHA256: hex.EncodeToString(sum[:]),
			Out: f.Out, AsOf: f.Of.AsOf.In(workday.Zone).Format(time.RFC3339), Source: f.Of.Source.ID,
		}
	}
	return Encode(o)
}

// NoFormLine returns the same for a form that was not fetched or not written. kind is "" for
// what err says.
func NoFormLine(a client.Answer[client.Procedure], all []client.Form, err error, kind, sentence string) string {
	o := newForms(a, all)
	o.Error = &formFailure{Failure: Failure{kind, sentence}}
	var refused *form.Refused
	switch {
	case kind != "":
	case errors.As(err, &refused):
		why := string(refused.Why)
		o.Error.Kind, o.Error.Refused = kindRefused, &why
	default:
		o.Error.Kind = KindOf(err)
	}
	return Encode(o)
}

// NoFormsLine returns the line for a procedure that was not found.
func NoFormsLine(code, kind, sentence string) string {
	return Encode(formsObject{Code: OrNull(code), Error: &formFailure{Failure: Failure{kind, sentence}}})
}

func newForms(a client.Answer[client.Procedure], all []client.Form) formsObject {
	p := a.Value
	o := formsObject{
		Code: OrNull(p.Code), Name: OrNull(p.Name), URL: OrNull(p.URL), AsOf: TimeOrNull(a.AsOf), Stale: &a.Stale, Source: OrNull(a.Source.ID),
	}
	if !p.Outline {
		o.Forms = []numberedForm{}
	}
	for i, f := range all {
		o.Forms = append(o.Forms, numberedForm{i + 1, OrNull(f.ID), OrNull(f.Name)})
	}
	return o
}
