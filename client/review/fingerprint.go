package review

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strings"

	"motcua/client"
)

// fingerprintForm is the form of a fingerprint; v1 names the algorithm.
var fingerprintForm = regexp.MustCompile(`^v1-[0-9a-f]{16}$`)

// Fingerprint hashes what a person acts on in a procedure's page: papers with their
// quantities and forms, limits, fees, conditions and steps. White space, the names of
// agencies, legal acts and ids of files do not count: they change without any change for
// people.
func Fingerprint(p client.Procedure) string {
	h := sha256.New()
	part := func(words ...any) {
		for _, w := range words {
			s := strings.Join(strings.Fields(fmt.Sprint(w)), " ")
			_, _ = fmt.Fprintf(h, "%d:", len(s)) // the length keeps adjacent lists apart
			_, _ = io.WriteString(h, s)
		}
		_, _ = io.WriteString(h, "\n")
	}
	for _, c := range p.Cases {
		part("case", c.Name)
		for _, r := range c.Rows {
			part("row", r.Name, r.Originals, r.Copies)
			for _, f := range r.Forms {
				part("form", f.Name)
			}
		}
	}
	for _, m := range p.Methods {
		part("method", m.Channel, m.Limit.Quantity, m.Limit.Unit, m.Limit.Text, m.Description)
		for _, f := range m.Fees {
			part("fee", f.State, f.Type, f.Amount, f.Currency, f.Text)
		}
	}
	for _, c := range p.CaseLimits {
		part("limit", c.Name, c.Code, c.Limit.Quantity, c.Limit.Unit, c.Limit.Text)
	}
	for _, s := range p.Steps {
		part("step", s.Name, s.Text)
	}
	part("conditions", p.Conditions)
	return "v1-" + hex.EncodeToString(h.Sum(nil)[:8])
}
