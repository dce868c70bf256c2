// Package details holds the procedures that the sample portal has in full: one file each,
// named after its code, in the form of the portal's detail `data` object. Papers,
// quantities, fees, time limits, legal basis, conditions and results are those of the
// national portal. So is the wording of the papers, because a reader of the portal has to
// cope with how it splits into papers and explanations. The steps are in short words of
// our own.
//
// Some values are corrected against the portal's pages: amounts of business registration
// that it gives in thousands ("25 VNĐ" for 25.000 đồng) are in full, explanations longer
// than a paragraph are shortened, invisible characters are removed, and where a page
// names no fitting agency, the receiving address or the group of units says what the
// page's own text says.
package details

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"motcua/client/sandbox/pagefile"
)

//go:embed *.json
var files embed.FS

// All gives the detail `data` object of every procedure that ships with the sample portal,
// by procedure code ("1.004194").
func All() (map[string]json.RawMessage, error) {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	out := make(map[string]json.RawMessage, len(entries))
	for _, e := range entries {
		body, err := files.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		code, data, err := pagefile.Read(body)
		if err != nil {
			return nil, fmt.Errorf("details/%s: %w", e.Name(), err)
		}
		if code != strings.TrimSuffix(e.Name(), ".json") {
			return nil, fmt.Errorf("details/%s holds procedure %s", e.Name(), code)
		}
		out[code] = data
	}
	return out, nil
}
