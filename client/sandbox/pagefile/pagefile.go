package pagefile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// maxFile is the size of the largest file that ReadDir accepts; a long procedure has
// 40 KB.
const maxFile = 4 << 20

// nothingKnown stands on the portal's pages where a value is empty.
const nothingKnown = "Không có thông tin"

// procedureCode matches "1.004194", with ".01" for a case or an agency's id for a local
// edition.
var procedureCode = regexp.MustCompile(`^\d\.\d{6}(\.[0-9A-Z]+)*$`)

// page is a procedure as the portal's page shows it, one string for each section.
// Tables are concatenated cell by cell without any separator.
type page struct {
	Code         string `json:"ma_thu_tuc"`
	URL          string `json:"detail_url"`
	ID           string `json:"formality_id"`
	Name         string `json:"ten_thu_tuc"`
	Decision     string `json:"so_quyet_dinh"`
	Levels       string `json:"cap_thuc_hien"`
	Kind         string `json:"loai_thu_tuc"`
	Field        string `json:"linh_vuc"`
	Subjects     string `json:"doi_tuong_thuc_hien"`
	Competent    string `json:"co_quan_co_tham_quyen"`
	Receiving    string `json:"dia_chi_tiep_nhan"`
	Authorized   string `json:"co_quan_duoc_uy_quyen"`
	Coordinating string `json:"co_quan_phoi_hop"`
	Related      string `json:"thu_tuc_lien_quan"`
	Steps        string `json:"trinh_tu_thuc_hien"`
	Methods      string `json:"cach_thuc_thuc_hien"`
	Papers       string `json:"thanh_phan_ho_so"`
	LegalBasis   string `json:"can_cu_phap_ly"`
	Executing    string `json:"co_quan_thuc_hien"`
	Conditions   string `json:"yeu_cau_dieu_kien"`
	Results      string `json:"ket_qua_xu_ly"`
}

// ReadDir reads every .json file of a directory as one procedure and returns the
// portal's detail `data` objects by procedure code. A file holds either the portal's JSON
// (the whole envelope, or its data object) or a flat page: the texts of the portal's page
// under keys such as ma_thu_tuc and thanh_phan_ho_so. A directory may mix both forms. An
// error names the file; a directory without a procedure is an error too.
func ReadDir(dir string) (map[string]json.RawMessage, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	out, from := map[string]json.RawMessage{}, map[string]string{}
	for _, e := range entries {
		if e.IsDir() || !strings.EqualFold(filepath.Ext(e.Name()), ".json") {
			continue
		}
		path := filepath.Join(dir, e.Name())
		body, err := readLimited(path)
		if err != nil {
			return nil, err
		}
		code, data, err := Read(body)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if other, ok := from[code]; ok {
			return nil, fmt.Errorf("%s: procedure %s stands in %s too", path, code, other)
		}
		out[code], from[code] = data, e.Name()
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no procedure in any .json file", dir)
	}
	return out, nil
}

func readLimited(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	err = errors.Join(err, f.Close())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(body) > maxFile {
		return nil, fmt.Errorf("%s: larger than %d MB", path, maxFile>>20)
	}
	return body, nil
}

// Read recognises the form of one file and returns the procedure's code and its
// data object.
func Read(body []byte) (string, json.RawMessage, error) {
	body = bytes.TrimPrefix(body, []byte("\uFEFF"))
	var probe struct {
		PageCode *string          `json:"ma_thu_tuc"`
		Data     *json.RawMessage `json:"data"`
		Code     string           `json:"code"`
	}
	if err := json.Unmarshal(body, &probe); err != nil {
		return "", nil, jsonPlace(body, err)
	}
	switch {
	case probe.PageCode != nil:
		var r page
		if err := json.Unmarshal(body, &r); err != nil {
			return "", nil, jsonPlace(body, err)
		}
		return convert(r)
	case probe.Data != nil:
		if probe.Code != "OK" {
			return "", nil, fmt.Errorf("the portal's answer has the code %q, not \"OK\"", probe.Code)
		}
		return portalObject(*probe.Data)
	default:
		return portalObject(body)
	}
}

func portalObject(data json.RawMessage) (string, json.RawMessage, error) {
	var p struct{ ID, Code, Name string }
	if err := json.Unmarshal(data, &p); err != nil {
		return "", nil, jsonPlace(data, err)
	}
	if !procedureCode.MatchString(p.Code) || p.ID == "" || p.Name == "" {
		return "", nil, errors.New(`neither a page (key "ma_thu_tuc") nor the portal's detail (keys "id", "code", "name")`)
	}
	return p.Code, slices.Clone(data), nil
}

func convert(r page) (string, json.RawMessage, error) {
	r.Code = strings.TrimSpace(r.Code)
	if !procedureCode.MatchString(r.Code) {
		return "", nil, fmt.Errorf("ma_thu_tuc %q is no procedure code", r.Code)
	}
	if known(r.Name) == "" {
		return "", nil, errors.New("ten_thu_tuc is empty")
	}
	data, err := marshalDetail(r.detail())
	return r.Code, data, err
}

// marshalDetail writes indented JSON without escapes for Vietnamese letters and "&".
func marshalDetail(d Detail) (json.RawMessage, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(d); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// detail converts the page to the portal's data object.
func (r page) detail() Detail {
	steps, papers := r.Steps, r.Papers
	if !strings.Contains(papers, papersHead) && known(papers) != "" {
		// The steps may contain the words of the next section's label. A page that was
		// cut there has the rest of the steps in place of the papers.
		steps, papers = steps+papersLabel+papers, ""
	}
	d := Detail{
		ID: r.uuid(), Code: r.Code, CodeNotation: r.Code, Name: r.Name,
		State: "UPDATED", Type: "STANDARD",
		IsWard:        strings.Contains(r.Levels, "Cấp xã"),
		IsProvince:    strings.Contains(r.Levels, "Cấp tỉnh"),
		IsMinistry:    strings.Contains(r.Levels, "Cấp bộ"),
		IsOtherAgency: strings.Contains(r.Levels, "Cơ quan khác"),
		Steps:         []Step{},
		Categories:    Refs("field", []string{known(r.Field)}),
		Executing:     Refs("agency", SplitNames(r.Executing)),
		Competent:     Refs("agency", SplitNames(r.Competent)),
		Authorized:    Refs("agency", SplitNames(r.Authorized)),
		Coordinating:  Refs("agency", SplitNames(r.Coordinating)),
		UnitGroups:    []Ref{},
		Agencies:      known(r.Executing),
		Receiving:     known(r.Receiving),
		Subjects:      Refs("subject", SplitNames(r.Subjects)),
		LegalBasis:    parseLegalBasis(r.LegalBasis, r.Executing),
		Conditions:    known(r.Conditions),
		Related:       SplitNames(r.Related),
		Proposal:      Proposal{Number: known(r.Decision)},
	}
	if strings.HasPrefix(r.Kind, "TTHC được giao") {
		d.FormalityType = "ASSIGNED_REGULATION"
	}
	if known(steps) != "" {
		d.Steps = append(d.Steps, Step{Text: steps})
	}
	d.Cases = parsePapers(papers, d.ID)
	d.Methods = parseMethods(r.Methods, strings.Contains(strings.ToLower(steps), "lệ phí"))
	d.Results, d.Keywords, d.Description = parseResults(r.Results)
	d.PublisherCode, d.PublisherName = publisher(r.Decision)
	return d
}

// uuid returns the id in the page's address, else the record's own, else a derived one.
func (r page) uuid() string {
	address := r.URL
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address = address[:i]
	}
	address = strings.TrimRight(address, "/")
	for _, s := range []string{address[strings.LastIndexByte(address, '/')+1:], r.ID} {
		if IsUUID(s) {
			return strings.ToLower(s)
		}
	}
	return DerivedID("procedure", r.Code)
}

// IsUUID tells the 36 characters of a UUID, in small letters or capitals.
func IsUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
				return false
			}
		}
	}
	return true
}

// known returns s, or "" when s is the page's words for "empty".
func known(s string) string {
	if t := strings.TrimSpace(s); t == "" || t == nothingKnown {
		return ""
	}
	return s
}

// jsonPlace adds line and column to a JSON error.
func jsonPlace(body []byte, err error) error {
	offset := int64(-1)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	if offset < 0 || offset > int64(len(body)) {
		return err
	}
	before := body[:offset]
	line := bytes.Count(before, []byte("\n")) + 1
	return fmt.Errorf("line %d, column %d: %w", line, len(before)-bytes.LastIndexByte(before, '\n')-1, err)
}
