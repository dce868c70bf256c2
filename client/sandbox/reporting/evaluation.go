package reporting

import (
	"hash/fnv"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/units"
)

// The reports on quality have made-up numbers in the shapes and with the traps of the
// answers that the real portal gave in August to October 2026: rows that were counted of
// nothing in each of their forms, a number of the province below each unit, five rows of a
// radar for six groups, no code in two of the answers, no rows in three.

// question is a request for one of the reports.
type question struct {
	root
	Quarter int    `json:"quarter"`
	Month   int    `json:"month"`
	From    string `json:"fromDate"`
	To      string `json:"toDate"`
}

// period names the time of a question, "" for none. A period by its first and last day is
// that of the same year, quarter or month.
func (q question) period() string {
	switch {
	case q.From != "" && len(q.To) == len("2026-08-31"):
		return q.ofDays()
	case q.Year == 0:
		return ""
	case q.TimeType == "month" && q.Month >= 1 && q.Month <= 12:
		return strconv.Itoa(q.Year) + " month " + strconv.Itoa(q.Month)
	case q.TimeType == "quarter" && q.Quarter >= 1 && q.Quarter <= 4:
		return strconv.Itoa(q.Year) + " quarter " + strconv.Itoa(q.Quarter)
	case q.TimeType == "year":
		return strconv.Itoa(q.Year)
	}
	return ""
}

func (q question) ofDays() string {
	year, from, ok := strings.Cut(q.From, "-")
	_, to, _ := strings.Cut(q.To, "-")
	if !ok || len(from) < 2 {
		return ""
	}
	first, _ := strconv.Atoi(from[:2])
	last, _ := strconv.Atoi(to[:2])
	switch last - first {
	case 0:
		return year + " month " + strconv.Itoa(first)
	case 2:
		return year + " quarter " + strconv.Itoa((first+2)/3)
	default:
		return year
	}
}

// A group of Decision 766 and its most points.
type group struct {
	code string
	most float64
}

var groups = []group{{"CKMB", 18}, {"TDGQ", 20}, {"CLGQ", 12}, {"TTTT", 10}, {"MDHL", 18}, {"MDSH", 22}}

// seen are the points of the groups on 17 September 2026, of the country and of five
// provinces; those of the others are made up.
var seen = map[string][6]float64{
	"":    {8.79, 15.58, 7.94, 5.16, 10.49, 8.6},
	"H20": {11.45, 17.72, 8.83, 6.22, 14.45, 9.65},
	"H19": {12.31, 16.21, 9.27, 7.18, 13.01, 9.57},
	"H37": {11.92, 18.13, 8.73, 5.74, 11.35, 9.29},
	"H55": {8.1, 18.8, 6.97, 6.16, 11.77, 9.68},
	"H26": {11.37, 15.23, 7.62, 4.04, 6.93, 7.77},
}

// twins have the same points as another province, and so the same place.
var twins = map[string]string{"H05": "H01", "H23": "H22"}

// points of a group of a province, or of the country for "", in a period.
func points(code string, g int, period string) float64 {
	if other, ok := twins[code]; ok {
		code = other
	}
	of, known := seen[code]
	share := of[g] / groups[g].most
	if !known {
		share = seen[""][g]/groups[g].most + (chance(code, groups[g].code)-0.5)*0.24
	}
	if strings.Contains(period, " ") { // a part of a year goes up and down
		share += (chance(code, groups[g].code, period) - 0.5) * 0.08
	}
	return cents(min(max(share, 0), 1) * groups[g].most)
}

func total(code, period string) float64 {
	sum := 0.0
	for g := range groups {
		sum += points(code, g, period)
	}
	return cents(sum)
}

func cents(v float64) float64 { return math.Round(v*100) / 100 }

// chance is a number from 0 to 1 that the words determine.
func chance(of ...string) float64 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(strings.Join(of, "|")))
	v := h.Sum32()
	v ^= v >> 16
	v *= 0x45d9f3b
	v ^= v >> 13
	return float64(v%10_000) / 9_999
}

// score is what every row has; which of the names it has depends on the answer.
type score struct {
	Total    float64  `json:"totalScore"`
	TotalMax float64  `json:"totalMaxScore"`
	Ratio    float64  `json:"ratio"`
	Delta    *float64 `json:"scoreDelta"`
}

func scoreOf(points, most float64) score {
	return score{cents(points), most, cents(points / most * 100), nil}
}

// serveReport answers one of the six reports on a group.
func serveReport(answer func(p units.Unit, q question, period string) any) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var q question
		if !httpjson.Read(w, r, &q) {
			return
		}
		period := q.period()
		i := slices.IndexFunc(units.Provinces(), func(u units.Unit) bool { return u.ID == q.Root })
		if period == "" || i < 0 {
			httpjson.Write(w, r, http.StatusBadRequest, httpjson.Envelope{Code: "BAD_REQUEST", Message: "Không tìm thấy đơn vị hoặc kỳ báo cáo"})
			return
		}
		ok(w, r, answer(units.Provinces()[i], q, period))
	}
}

// below is a page of the units below a province.
func (q question) below(p units.Unit) []units.Unit {
	all := units.Below(p.ID)
	size, page := max(q.PageSize, 1), max(q.CurrentPage, 1)
	return all[min((page-1)*size, len(all)):min(page*size, len(all))]
}

// isIdle tells of units that settle no dossiers: nothing can be counted there.
func isIdle(u units.Unit) bool {
	return strings.HasSuffix(u.Code, ".01") || strings.HasSuffix(u.Code, ".15")
}

// dossiers is how many a unit received in a period.
func dossiers(u units.Unit, period string) int {
	if isIdle(u) {
		return 0
	}
	n := 1_200 + chance(u.Code, "dossiers")*4_000
	if u.Type == "PROVINCE" {
		n *= 55
	}
	if strings.Contains(period, " ") {
		n *= 0.1 + chance(u.Code, period, "dossiers")*0.1
	}
	return int(n)
}

// part is a share of a whole that goes around a mean.
func part(whole int, mean float64, of ...string) int {
	return int(float64(whole) * min(max(mean+(chance(of...)-0.5)*0.3, 0), 1))
}

type resultRow struct {
	ID     string             `json:"departmentId"`
	Name   string             `json:"departmentName"`
	Code   string             `json:"departmentCode"`
	Score  float64            `json:"totalScore"`
	Ratio  float64            `json:"ratio"`
	Delta  *float64           `json:"scoreDelta"`
	Groups map[string]float64 `json:"groupScores"`
}

type radarRow struct {
	Code  string  `json:"code"`
	Name  string  `json:"name"`
	Score float64 `json:"score"`
	Max   float64 `json:"maxScore"`
	Ratio float64 `json:"ratio"`
}

// radar has a row less than there are groups: services and payments online are one.
func radar(period string) []radarRow {
	of := func(g int) float64 { return points("", g, period) }
	rows := []radarRow{
		{"CKMB", "Công khai, minh bạch", of(0), 18, 0}, {"TDGQ", "Tiến độ giải quyết", of(1), 20, 0},
		{"ONLINE_SERVICE", "Dịch vụ trực tuyến", cents(of(2) + of(3)), 22, 0},
		{"MDHL", "Mức độ hài lòng", of(4), 18, 0}, {"MDSH", "Số hóa hồ sơ", of(5), 22, 0},
	}
	for i := range rows {
		rows[i].Ratio = cents(rows[i].Score / rows[i].Max * 100)
	}
	return rows
}

// results are the provinces from the best to the last.
func results(period string) []resultRow {
	var rows []resultRow
	for _, p := range units.Provinces() {
		row := resultRow{ID: p.ID, Name: p.Name, Code: p.Code, Score: total(p.Code, period), Groups: map[string]float64{}}
		row.Ratio = row.Score
		for g := range groups {
			row.Groups[groups[g].code] = points(p.Code, g, period)
		}
		if change := cents((chance(p.Code, "change", period) - 0.3) * 30); chance(p.Code, "changes") > 0.1 || p.Code == units.Home {
			row.Delta = &change
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b resultRow) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return rows
}
