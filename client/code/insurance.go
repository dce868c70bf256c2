package code

import (
	"regexp"
	"strings"
)

// Dossiers about social insurance are handed in at offices of Vietnam Social Security,
// whose receipts carry a number of their own: office/year/number, "03706/2026/07906".
// No system that motcua can ask has them. A person who types one is told about that
// portal, and the number is sent nowhere.

// InsurancePortal is the site where these numbers can be looked up.
const InsurancePortal = "https://dichvucong.baohiemxahoi.gov.vn"

// The digits of a number, with O for 0 and I or L for 1 as in other codes. All serials
// seen have five digits; a busy office may need one more.
const (
	insuranceOffice = `[0-9][0-9OIL]{4}`
	insuranceYear   = `2[0O][0-9OIL]{2}`
	insuranceSerial = `[0-9OIL]{5,6}`
	insuranceMark   = ` *[/.\-_\\]+ *`

	// Without separators fourteen digits may be anything, the number of a carton or a
	// date with a time (20261201083000). The offices seen begin with 0, as the codes of
	// provinces do, and the receipts are from these decades.
	insuranceBareOffice = `0[0-9OIL]{4}`
	insuranceBareYear   = `2[0O][1-4][0-9OIL]`
	insuranceBareSerial = `[0-9OIL]{5}`
)

var (
	// As people type it alone: with slashes, dots, dashes or blanks, or without one or
	// both of the separators.
	insuranceAlone = pattern(`^(` + insuranceOffice + `)(?:` + insuranceMark + `| +)(` + insuranceYear + `)(?:` + insuranceMark + `| +)(` + insuranceSerial + `)$`)
	insuranceBare  = pattern(`^(` + insuranceBareOffice + `)(?:` + insuranceMark + `| *)(` + insuranceBareYear + `)(?:` + insuranceMark + `| *)(` + insuranceBareSerial + `)$`)
	// Inside a text a blank does not count as a separator.
	insuranceInText     = pattern(`(?:^|[^\p{L}\p{M}\p{N}/.])((` + insuranceOffice + `)` + insuranceMark + `(` + insuranceYear + `)` + insuranceMark + `(` + insuranceSerial + `))(?:[^\p{L}\p{M}\p{N}/]|$)`)
	insuranceBareInText = pattern(`(?:^|[^\p{L}\p{M}\p{N}/.\-])((0[0-9]{4})(20[1-4][0-9])([0-9]{5}))(?:[^\p{L}\p{M}\p{N}/]|$)`)
	// The beginning of a number, from the length at which it can be nothing else.
	insuranceBegun = pattern(`^[0-9][0-9OIL]{3}$|^` + insuranceOffice + `(?:[ /.\-_\\]+(?:2(?:[0O](?:[0-9OIL](?:[0-9OIL](?:[ /.\-_\\]+[0-9OIL]{0,6})?)?)?)?)?)?$` +
		`|^` + insuranceBareOffice + `[ /.\-_\\]*(?:2(?:[0O](?:[1-4](?:[0-9OIL](?:[ /.\-_\\]*[0-9OIL]{0,5})?)?)?)?)?$`)
)

// isInsurance returns the fault for a text that is such a number, nil for any other. Its
// input comes from plainCode.
func isInsurance(p string) *Error {
	for _, form := range [...]func() *regexp.Regexp{insuranceAlone, insuranceBare} {
		if m := form().FindStringSubmatch(p); m != nil {
			return insuranceFault(m[1], m[2], m[3])
		}
	}
	return nil
}

func insuranceFault(parts ...string) *Error {
	for i, p := range parts {
		parts[i], _ = digitsOf(p)
	}
	return &Error{Problem: IsInsurance, Got: strings.Join(parts, "/")}
}

// FindInsuranceNumber finds the first number of social insurance in a text and returns
// it as it is printed: "03706/2026/07906".
func FindInsuranceNumber(text string) (string, bool) {
	text = clip(text, maxFieldText)
	if len(text) <= maxCodeInput {
		if fault := isInsurance(plainCode(text)); fault != nil {
			return fault.Got, true
		}
	}
	fault, _, _ := insuranceIn(plainText(decoded(text)))
	if fault == nil {
		return "", false
	}
	return fault.Got, true
}

// insuranceIn finds a number in the result of plainText, and its position.
func insuranceIn(text string) (fault *Error, start, end int) {
	m := insuranceInText().FindStringSubmatchIndex(text)
	if bare := insuranceBareInText().FindStringSubmatchIndex(text); m == nil || bare != nil && bare[2] < m[2] {
		m = bare
	}
	if m == nil {
		return nil, 0, 0
	}
	return insuranceFault(text[m[4]:m[5]], text[m[6]:m[7]], text[m[8]:m[9]]), m[2], m[3]
}

// CheckInsurance returns the fault for a text that is such a number, nil for any other.
func CheckInsurance(text string) error {
	if fault := isInsurance(plainCode(text)); fault != nil {
		return fault.about(text)
	}
	return nil
}

// NearInsurance reports whether a text is a number of social insurance or the beginning
// of one. Such a text is not sent to any system.
func NearInsurance(text string) bool {
	if len(text) > maxCodeInput {
		return false
	}
	p := plainCode(text)
	return isInsurance(p) != nil || (len(p) > 5 || strings.ContainsAny(p, ` /.-_\`)) && insuranceBegun().MatchString(p)
}
