package decode

import (
	"strings"

	"motcua/client/code"
)

// SameCode compares a system's code of a dossier with the code asked for, in any
// spelling that code.ParseDossier takes. Only an equal code counts: a system that
// searches by prefix may return another person's dossier, which must never be shown.
func SameCode(theirs string, dossierCode code.Dossier) bool {
	theirs = strings.TrimSpace(theirs)
	if theirs == "" || dossierCode.IsZero() {
		return false
	}
	if strings.EqualFold(theirs, dossierCode.String()) {
		return true
	}
	got, err := code.ParseDossier(theirs)
	return err == nil && got == dossierCode
}
