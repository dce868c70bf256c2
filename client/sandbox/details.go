package sandbox

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"strings"
)

// The procedures that the sample portal knows in full: one file each, named
// after its code, in the shape of the portal's detail `data` object. Papers,
// quantities, fees, time limits, legal basis, conditions and results are those
// of the national portal; so is the wording of the papers, because how it splits
// into papers and explanations is what a reader of the portal has to cope with.
// The steps are told in short words of our own.
//
// Some things are set right against the portal's pages: amounts of business
// registration that it gives in thousands ("25 VNĐ" for 25.000 đồng) stand in
// full, explanations longer than a paragraph end earlier, invisible characters
// are gone, and where a page names no fitting agency the receiving address or
// the group of units says what its own text says.
//
//go:embed details/*.json
var detailFiles embed.FS

// embeddedDetails gives the detail `data` object of every procedure that ships
// with the sample portal, by procedure code ("1.004194").
func embeddedDetails() (map[string]json.RawMessage, error) {
	entries, err := detailFiles.ReadDir("details")
	if err != nil {
		return nil, err
	}
	out := make(map[string]json.RawMessage, len(entries))
	for _, e := range entries {
		body, err := detailFiles.ReadFile(path.Join("details", e.Name()))
		if err != nil {
			return nil, err
		}
		code, data, err := readDetail(body)
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
