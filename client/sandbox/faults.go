package sandbox

import "motcua/client/sandbox/fault"

// Scopes returns the parts that can fail separately, in the order in which the help lists
// them.
func Scopes() (scopes []fault.Scope) {
	for _, p := range parts {
		scopes = append(scopes, p.scope)
	}
	return scopes
}

// SayScopes lists them in the form in which they precede a fault, with the word or before
// the last: "national:, adapter: or igate:".
func SayScopes(or string) string { return fault.SayScopes(Scopes(), or) }

// ParseFaults reads a list of faults of the sample portal, as Parse of package fault does.
func ParseFaults(s string) ([]fault.Fault, error) { return fault.Parse(s, Scopes()) }
