package details

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"motcua/client/sandbox/pagefile"
)

// formFile matches the names of files that hold forms.
var formFile = regexp.MustCompile(`(?i)\.(?:docx?|xlsx?|pdf|rtf|odt|zip|rar|jpe?g|png)`)

// maxDetails keeps the binary small and every file readable.
const maxDetails = 1_000_000

func loadDetails(t *testing.T) map[string]pagefile.Detail {
	t.Helper()
	raw, err := All()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]pagefile.Detail{}
	total := 0
	for code, body := range raw {
		total += len(body)
		dec := json.NewDecoder(strings.NewReader(string(body)))
		dec.DisallowUnknownFields()
		var d pagefile.Detail
		if err := dec.Decode(&d); err != nil {
			t.Errorf("%s: %v", code, err)
		}
		if strings.Contains(string(body), "Không có thông tin") {
			t.Errorf("%s: holds the portal's words for an empty value", code)
		}
		for _, r := range string(body) {
			if r == utf8.RuneError || r < ' ' && r != '\n' || r >= 0x200b && r <= 0x200f || r >= 0xe000 && r <= 0xf8ff {
				t.Errorf("%s: holds the character %U", code, r)
			}
		}
		out[code] = d
	}
	if total > maxDetails {
		t.Errorf("%d bytes of details, at most %d", total, maxDetails)
	}
	return out
}

func TestEmbeddedDetailsAreWhole(t *testing.T) {
	all := loadDetails(t)
	if len(all) < 60 {
		t.Errorf("%d procedures in full, want at least 60", len(all))
	}
	for _, code := range []string{"1.001193", "1.004194", "1.004222", "1.000894", "2.000815", "2.001195", "3.000347"} {
		if _, ok := all[code]; !ok {
			t.Errorf("%s is missing, an everyday procedure", code)
		}
	}
	seen := map[string]string{}
	for _, code := range slices.Sorted(maps.Keys(all)) {
		d := all[code]
		if d.Name == "" || d.CodeNotation != code || len(d.Categories) != 1 || d.Proposal.Number == "" || d.DecisionNo != "" {
			t.Errorf("%s: name %q, field %v, decision %q (%q)", code, d.Name, d.Categories, d.Proposal.Number, d.DecisionNo)
		}
		if !d.IsWard && !d.IsProvince && !d.IsMinistry && !d.IsOtherAgency {
			t.Errorf("%s: done at no level", code)
		}
		if len(d.Executing)+len(d.UnitGroups) == 0 || len(d.LegalBasis) == 0 || len(d.Results) == 0 || len(d.Methods) == 0 {
			t.Errorf("%s: agencies %d+%d, acts %d, results %d, methods %d", code,
				len(d.Executing), len(d.UnitGroups), len(d.LegalBasis), len(d.Results), len(d.Methods))
		}
		if other, ok := seen[d.ID]; ok || !pagefile.IsUUID(d.ID) {
			t.Errorf("%s: id %q (also of %q)", code, d.ID, other)
		}
		seen[d.ID] = code
	}
}

func TestEmbeddedPapersAreSane(t *testing.T) {
	withPapers := 0
	for code, d := range loadDetails(t) {
		ids := map[string]bool{}
		papers := 0
		for _, c := range d.Cases {
			if len(c.Papers) == 0 {
				t.Errorf("%s: case %q lists nothing", code, c.Name)
			}
			for _, p := range c.Papers {
				if !pagefile.IsUUID(p.ID) || ids[p.ID] {
					t.Errorf("%s: paper id %q is none, or twice", code, p.ID)
				}
				ids[p.ID] = true
				if p.Originals < 0 || p.Originals > 3 || p.Copies < 0 || p.Copies > 3 {
					t.Errorf("%s: %d originals, %d copies of %q", code, p.Originals, p.Copies, p.Name)
				}
				if p.Originals+p.Copies > 0 {
					papers++
				} else if n := utf8.RuneCountInString(p.Name); n > 1000 {
					t.Errorf("%s: an explanation of %d letters: %.60s", code, n, p.Name)
				}
				if strings.TrimSpace(p.Name) == "" {
					t.Errorf("%s: a paper without a name", code)
				}
				for _, f := range p.Files {
					if !pagefile.IsUUID(f.ID) || formFile.FindString(f.Name) == "" {
						t.Errorf("%s: form %+v", code, f)
					}
				}
			}
		}
		if papers > 0 {
			withPapers++
		}
	}
	// Eight pages of social insurance have no table of papers at all.
	if withPapers < 80 {
		t.Errorf("%d procedures list papers to bring, want at least 80", withPapers)
	}
}

func TestEmbeddedMethodsAreSane(t *testing.T) {
	for code, d := range loadDetails(t) {
		for _, m := range d.Methods {
			if !slices.Contains([]string{"ONLINE", "POSTAL", "DIRECT"}, m.Channel) {
				t.Errorf("%s: channel %q", code, m.Channel)
			}
			if !slices.Contains([]string{"WORKING_DAY", "DAY", "WORKING_HOUR", "HOUR", "OTHER", ""}, m.Unit) {
				t.Errorf("%s: unit %q", code, m.Unit)
			}
			if m.Time != nil && (*m.Time <= 0 || *m.Time > 60) {
				t.Errorf("%s: %v %s", code, *m.Time, m.Unit)
			}
			for _, f := range m.Fees {
				if f.Type != "FEE" && f.Type != "SERVICE_FEE" {
					t.Errorf("%s: fee type %q", code, f.Type)
				}
				dong := strings.HasPrefix(f.CurrencyName, "V")
				if f.Value > 0 && (f.CurrencyName == "" || dong && (f.Value < 1000 || f.Value > 1_000_000)) {
					t.Errorf("%s: fee %v %q", code, f.Value, f.CurrencyName)
				}
			}
		}
	}
}

func TestEmbeddedStepsAreShort(t *testing.T) {
	from := map[string]string{}
	all := loadDetails(t)
	for _, code := range slices.Sorted(maps.Keys(all)) {
		steps := all[code].Steps
		if len(steps) < 3 || len(steps) > 6 {
			t.Errorf("%s: %d steps, want 3 to 6", code, len(steps))
		}
		for _, s := range steps {
			if n := utf8.RuneCountInString(s.Name); n == 0 || n > 40 {
				t.Errorf("%s: a step's name of %d letters: %q", code, n, s.Name)
			}
			if n := utf8.RuneCountInString(s.Text); n < 15 || n > 300 || !strings.HasSuffix(s.Text, ".") {
				t.Errorf("%s: %q has %d letters, or no end", code, s.Text, n)
			}
			for _, word := range []string{"vui lòng", "hợp lệ", "quý khách", "theo quy định của pháp luật"} {
				if strings.Contains(strings.ToLower(s.Text), word) {
					t.Errorf("%s: office language %q in %q", code, word, s.Text)
				}
			}
			// Two procedures that say the same were filled in from a template.
			if other, ok := from[s.Text]; ok {
				t.Errorf("%s and %s share a step: %q", code, other, s.Text)
			}
			from[s.Text] = code
		}
	}
}

// The counter's first question about these: handed in today, ready today?
func TestEmbeddedStepsKeepTheCutOff(t *testing.T) {
	all := loadDetails(t)
	for _, code := range []string{"1.000656", "1.001193", "2.000528", "2.000635"} {
		found := false
		for _, s := range all[code].Steps {
			_, rest, ok := strings.Cut(s.Text, "sau 15 giờ")
			sentence, _, _ := strings.Cut(rest, ".")
			found = found || ok && strings.Contains(sentence, "ngày làm việc tiếp theo")
		}
		if !found {
			t.Errorf("%s: no step says what happens to a dossier handed in after 15:00", code)
		}
	}
}
