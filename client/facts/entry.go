package facts

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/clean"
)

// Entry is one line of the catalogue: what is known about a procedure without its
// papers, fees and steps. Of the 4,578 that ship, 2,849 have a field and levels, 2,642
// an agency and 2,815 a number of uses; the other values are empty or zero.
type Entry struct {
	Code      string         // "1.001193"
	Name      string         // as published, often beginning with "Thủ tục"
	Field     string         // lĩnh vực
	Levels    []client.Level // cấp thực hiện, ward to other
	Kind      string         // the portal's words for how it is regulated
	Executing string         // who does the work, several separated by commas
	Agency    string         // the ministry that published it
	Decision  string         // number of the decision that published it
	UUID      string         // the portal's id; a few families of procedures share one
	Weight    int64          // uses counted by the portal, 0 when unknown
}

// Hit is the entry as a line of a search answer.
func (e Entry) Hit() client.Hit {
	return client.Hit{
		Code: e.Code, Name: e.Name, Field: e.Field, Agency: e.Agency,
		Levels: e.Levels, ID: e.UUID, Weight: e.Weight,
	}
}

// maxLine limits one entry, in bytes; the longest that ships is under 3 KB.
const maxLine = 1 << 20

// nothing is how portals write an empty value.
const nothing = "Không có thông tin"

// line is an entry as a list file has it.
type line struct {
	Code      string `json:"code"`
	Name      string `json:"name"`
	Field     string `json:"field,omitempty"`
	Level     string `json:"level,omitempty"`
	Kind      string `json:"type,omitempty"`
	Executing string `json:"executing,omitempty"`
	Agency    string `json:"agency,omitempty"`
	Decision  string `json:"decisionNo,omitempty"`
	UUID      string `json:"uuid,omitempty"`
	Weight    int64  `json:"weight,omitempty"`
}

// Known is what the shipped catalogue knows of a procedure.
func Known(code string) (client.Hit, bool) {
	e, ok := shipped().Entry(code)
	return e.Hit(), ok
}

// ReadEntries reads a catalogue in the form of the one that ships: one JSON
// object a line with code, name, field, level, type, executing, agency,
// decisionNo, uuid and weight, all but code and name optional; plain or gzip.
// Strings are sanitised, "Không có thông tin" becomes empty, a code that occurs
// twice keeps its first line. An error names the line.
func ReadEntries(r io.Reader) ([]Entry, error) {
	return readEntries(r, func(s string) string {
		if s = clean.Line(s); s == nothing {
			return ""
		}
		return s
	})
}

func readEntries(r io.Reader, clean func(string) string) ([]Entry, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := in.Peek(2); len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("catalogue: %w", err)
		}
		defer z.Close()
		in = bufio.NewReaderSize(z, 64<<10)
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 64<<10), maxLine)
	var entries []Entry
	seen := map[string]bool{}
	levels := levelReader{}
	words := interned{}
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var l line
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("catalogue: line %d: %w", n, err)
		}
		e := Entry{
			Code: clean(l.Code), Name: clean(l.Name), Field: words.of(clean(l.Field)),
			Levels: levels.read(l.Level), Kind: words.of(clean(l.Kind)),
			Executing: words.of(clean(l.Executing)), Agency: words.of(clean(l.Agency)),
			Decision: words.of(clean(l.Decision)), UUID: clean(l.UUID), Weight: max(l.Weight, 0),
		}
		if e.Code == "" || e.Name == "" {
			return nil, fmt.Errorf("catalogue: line %d: code or name is missing", n)
		}
		if seen[e.Code] {
			continue
		}
		seen[e.Code] = true
		entries = append(entries, e)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	if len(entries) == 0 {
		return nil, errors.New("catalogue: it holds no procedure")
	}
	return entries, nil
}

// WriteEntries writes entries in the form that ReadEntries reads, gzipped and
// sorted by code, the same bytes for the same entries.
func WriteEntries(w io.Writer, entries []Entry) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	sorted := slices.SortedFunc(slices.Values(entries), func(a, b Entry) int { return strings.Compare(a.Code, b.Code) })
	out := json.NewEncoder(z)
	out.SetEscapeHTML(false)
	for _, e := range sorted {
		err := out.Encode(line{
			Code: e.Code, Name: e.Name, Field: e.Field, Level: LevelWords(e.Levels), Kind: e.Kind,
			Executing: e.Executing, Agency: e.Agency, Decision: e.Decision, UUID: e.UUID, Weight: e.Weight,
		})
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// interned keeps one copy of each string, because many occur thousands of times.
type interned map[string]string

func (i interned) of(s string) string {
	if kept, ok := i[s]; ok {
		return kept
	}
	i[s] = s
	return s
}
