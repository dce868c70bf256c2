package code

import (
	"strings"
	"time"
)

// ScanKind is what the text of a scanner turned out to be.
type ScanKind int

// The kinds.
const (
	ScanUnknown   ScanKind = iota
	ScanDossier            // a dossier's code: bare, in an address, in a delimited receipt
	ScanProcedure          // a procedure's code, or the address of its page
	ScanCard               // an identity card
	ScanInsurance          // a number of social insurance
)

// Scan is all that is kept of what a scanner read. Everything else in the text,
// of a card the name, the address and the dates, is left where it was.
type Scan struct {
	Kind ScanKind

	// Of ScanDossier: the code, and the secret that a receipt's address carries
	// (FindReceiptSecret), "" when it has none.
	Code   Dossier
	Secret string

	// Of ScanProcedure, one of the two: its code, or the id by which the national
	// portal's pages are addressed, a UUID in lower case.
	Procedure   Procedure
	ProcedureID string

	// Of ScanInsurance, as it is printed.
	Insurance string

	// Of ScanCard: the last four digits of the number, which is what systems
	// compare (MatchesDigits).
	Proof string
}

// maxScan bounds what is looked at, in bytes. The codes on receipts and cards
// hold a few hundred characters.
const maxScan = 4_096

// ReadScan reads what a scanner sent. It never fails: a text that is nothing of
// ours is ScanUnknown, and then the rest of the result is empty.
func ReadScan(text string) Scan {
	text = strings.TrimSpace(withoutAIM(clip(text, maxScan)))
	if proof, ok := cardProof(text); ok {
		return Scan{Kind: ScanCard, Proof: proof}
	}
	if code, ok := FindDossier(text); ok {
		// A part of a text keeps all of it in memory, names and all.
		code, _ = ParseDossier(code.String())
		return Scan{Kind: ScanDossier, Code: code, Secret: strings.Clone(FindReceiptSecret(text))}
	}
	if number, ok := FindInsuranceNumber(text); ok {
		return Scan{Kind: ScanInsurance, Insurance: strings.Clone(number)}
	}
	if id, ok := procedureID(text); ok {
		return Scan{Kind: ScanProcedure, ProcedureID: id}
	}
	if code, ok := FindProcedure(text); ok {
		return Scan{Kind: ScanProcedure, Procedure: code}
	}
	return Scan{}
}

// The fields of an identity card's QR code as the cards print it:
// number|former number|name|born|sex|address|issued, newer ones with more behind.
// Letters may be lost on the way through a scanner that types ASCII; figures and
// bars are not.
const (
	cardNumber = 0
	cardFormer = 1
	cardBorn   = 3

	cardFields     = 6  // at least: the day of issue is missing on some
	cardDigits     = 12 // of the number (Law on Identification 26/2023/QH15, article 12)
	cardProofTaken = minProof
)

// cardProof gives the digits of a card that prove something, and nothing else of
// it: its own copy, which does not keep the text alive.
func cardProof(text string) (string, bool) {
	fields := strings.Split(text, "|")
	if len(fields) < cardFields {
		return "", false
	}
	number, former := strings.TrimSpace(fields[cardNumber]), strings.TrimSpace(fields[cardFormer])
	if len(number) != cardDigits || !allDigits(number) || !allDigits(former) {
		return "", false
	}
	if !cardDay(strings.TrimSpace(fields[cardBorn])) {
		return "", false
	}
	return strings.Clone(number[len(number)-cardProofTaken:]), true
}

// cardDay tells whether s is a day as cards write it, ddMMyyyy. Who does not know
// the day of their birth has zeros there.
func cardDay(s string) bool {
	if len(s) != 8 || !allDigits(s) {
		return false
	}
	if s[:2] == "00" || s[2:4] == "00" {
		return number(s[2:4]) <= 12 && number(s[:2]) <= 31
	}
	_, err := time.Parse("02012006", s)
	return err == nil
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// procedurePath stands before a procedure's id in the addresses of the national
// portal.
const procedurePath = "/thu-tuc-hanh-chinh/"

// procedureID finds the id in the address of a procedure's page.
func procedureID(text string) (string, bool) {
	text = strings.ToLower(decoded(text))
	_, rest, ok := strings.Cut(text, procedurePath)
	if !ok || len(rest) < uuidLength {
		return "", false
	}
	id, behind := rest[:uuidLength], rest[uuidLength:]
	if !uuidForm(id) || behind != "" && partOfCode(behind[0]) {
		return "", false
	}
	return strings.Clone(id), true
}

const uuidLength = 36

// uuidForm tells whether s has the form of RFC 9562: 8-4-4-4-12 hexadecimal
// digits.
func uuidForm(s string) bool {
	for i := range len(s) {
		if dash := i == 8 || i == 13 || i == 18 || i == 23; dash != (s[i] == '-') || !dash && hex(s[i]) < 0 {
			return false
		}
	}
	return true
}
