package decode

import (
	"strings"

	"motcua/client"
)

// SameCode compares what a system calls a dossier with the code asked for, in
// any spelling that client.ParseDossierCode takes. Only the very code counts:
// another person's dossier must never be shown because a system searched by
// prefix.
func SameCode(theirs string, code client.DossierCode) bool {
	theirs = strings.TrimSpace(theirs)
	if theirs == "" || code.IsZero() {
		return false
	}
	if strings.EqualFold(theirs, code.String()) {
		return true
	}
	got, err := client.ParseDossierCode(theirs)
	return err == nil && got == code
}
