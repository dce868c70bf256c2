package decode

import (
	"strings"

	"motcua/client/code"
)

// SameCode compares what a system calls a dossier with the code asked for, in
// any spelling that code.ParseDossier takes. Only the very code counts:
// another person's dossier must never be shown because a system searched by
// prefix.
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
