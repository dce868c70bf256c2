package client

import (
	"regexp"
	"strings"
	"time"
)

// DossierCode is {agency id}-{received date}-{number of the day}, e.g.
// "H55.17.05-261120-0007". It is comparable, and the zero value is no code.
type DossierCode struct {
	agency, date, serial string
}

// Agency is the id of the unit that received the dossier: "H55.17.05".
func (c DossierCode) Agency() string { return c.agency }

// DateDigits are the digits of the date as printed, yymmdd or yyyymmdd.
func (c DossierCode) DateDigits() string { return c.date }

// Serial is the number of the day as printed, 4 to 7 digits.
func (c DossierCode) Serial() string { return c.serial }

// IsZero tells whether c holds no code.
func (c DossierCode) IsZero() bool { return c == DossierCode{} }

// String is the canonical form, upper case with two hyphens.
func (c DossierCode) String() string {
	if c.IsZero() {
		return ""
	}
	return c.agency + "-" + c.date + "-" + c.serial
}

// Date is the day it was received, at midnight in Vietnam.
func (c DossierCode) Date() time.Time {
	layout := "060102"
	if len(c.date) == 8 {
		layout = "20060102"
	}
	t, _ := time.ParseInLocation(layout, c.date, Zone)
	return t
}

var dossierForm = regexp.MustCompile(`^([A-Z0-9]{1,3}(?:\.[A-Z0-9]{1,3})*)-(\d{6}|\d{8})-(\d{4,7})$`)

// ParseDossierCode reads a code as printed or typed.
func ParseDossierCode(s string) (DossierCode, error) {
	m := dossierForm.FindStringSubmatch(strings.ToUpper(strings.TrimSpace(s)))
	if m == nil {
		return DossierCode{}, &CodeError{Problem: CodeUnreadable, Input: s}
	}
	return DossierCode{m[1], m[2], m[3]}, nil
}
