package code

import (
	"strings"
	"time"
)

// ScanKind is what the text from a scanner turned out to be.
type ScanKind int

// The kinds.
const (
	ScanUnknown   ScanKind = iota
	ScanDossier            // a dossier's code: bare, in an address, in a delimited receipt
	ScanProcedure          // a procedure's code, or the address of its page
	ScanCard               // an identity card
	ScanInsurance          // a number of social insurance
)

// Scan is all that is kept of what a scanner read. Everything else in the text, such as
// the name, the address and the dates on a card, is dropped.
type Scan struct {
	Kind ScanKind

	// For ScanDossier: the code, and the secret in a receipt's URL
	// (FindReceiptSecret), "" when it has none.
	Code   Dossier
	Secret string

	// For ScanProcedure, one of the two: its code, or the id in the URLs of the national
	// portal's pages, a UUID in lower case.
	Procedure   Procedure
	ProcedureID string

	// For ScanInsurance: the number as it is printed.
	Insurance string

	// For ScanCard: the last four digits of the card's number, which is what systems
	// compare (MatchesDigits).
	Proof string
}

// maxScan limits how much of a text is read, in bytes. The codes on receipts and cards
// hold a few hundred characters.
const maxScan = 4_096

// ReadScan reads what a scanner sent. It never fails: for a text of another kind it
// returns ScanUnknown, and the rest of the result is empty.
func ReadScan(text string) Scan {
	text = strings.TrimSpace(withoutAIM(clip(text, maxScan)))
	if proof, ok := cardProof(text); ok {
		return Scan{Kind: ScanCard, Proof: proof}
	}
	if code, ok := FindDossier(text); ok {
		// A substring would keep the whole text in memory, names included.
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

// The fields of an identity card's QR code, in the order of the card:
// number|former number|name|born|sex|address|issued; newer cards have more after these.
// A scanner that types ASCII may lose letters on the way, but not digits and bars.
const (
	cardNumber = 0
	cardFormer = 1
	cardBorn   = 3

	cardFields     = 6  // at least: some cards have no day of issue
	cardDigits     = 12 // digits of the number (Law on Identification 26/2023/QH15, article 12)
	cardProofTaken = minProof
)

// cardProof returns the digits of a card that serve as a proof, and nothing else of it.
// They are a copy that does not keep the text in memory.
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

// cardDay reports whether s is a day as cards write it, ddMMyyyy. When the day of birth is
// unknown, zeros stand in its place.
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

// procedurePath precedes a procedure's id in the URLs of the national portal.
const procedurePath = "/thu-tuc-hanh-chinh/"

// procedureID finds the id in the URL of a procedure's page.
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
