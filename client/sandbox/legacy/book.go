package legacy

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/unicode/norm"

	"motcua/client/facts"
	"motcua/client/workday"
)

// row is a row on the wire: all values are strings.
type row map[string]string

// book is what the gateway knows.
type book struct {
	agencies, fieldRows []row
	procedures          []procedure
	decisions           []*decided // the newest first
	byID                map[string]*decided
}

type procedure struct {
	field string // the field's number
	row   row
}

// decided is a decision with its lists.
type decided struct {
	day                               time.Time
	head                              row
	fresh, amended, abolished, fields []row
}

func (d *decided) in(field string) bool {
	return slices.ContainsFunc(d.fields, func(r row) bool { return r["ID"] == field })
}

// year are the figures of one agency and year.
type year struct {
	agency                              string
	year                                int
	decisions                           int
	fresh, amended, replaced, abolished int
}

// home is the province whose decisions most of them are.
const home = "H55"

// years are what the decisions add up to. 2018 is a real report's; the rest is made up.
var years = []year{
	{home, 2018, 35, 598, 147, 19, 354},
	{home, 2019, 31, 214, 163, 24, 121},
	{home, 2020, 29, 187, 201, 17, 98},
	{home, 2021, 26, 142, 176, 31, 87},
	{home, 2022, 33, 168, 239, 22, 104},
	{home, 2023, 36, 203, 287, 28, 139},
	{home, 2024, 41, 176, 342, 35, 152},
	{home, 2025, 52, 487, 431, 64, 518},
	{home, 2026, 30, 121, 298, 26, 93},
	{"G01", 2025, 6, 18, 44, 3, 12},
	{"G01", 2026, 5, 9, 37, 0, 8},
	{"G15", 2026, 4, 6, 21, 2, 5},
}

var shipped = sync.OnceValue(func() *book { return newBook(facts.Entries()) })

func bookOf(catalogue []facts.Entry) func() *book {
	if catalogue == nil {
		return shipped
	}
	return sync.OnceValue(func() *book { return newBook(catalogue) })
}

// The numbers begin here, so that none of one sort is one of another.
const (
	firstProcedure = 100_000
	firstAbolished = 700_000
	firstAgency    = 365_000
)

// agencyNumber is the gateway's number of an agency; that of the province is its real one.
func agencyNumber(id string) string {
	if id == home {
		return "370865"
	}
	return strconv.Itoa(firstAgency + slices.Index(facts.AgencyIDs(), id))
}

func newBook(catalogue []facts.Entry) *book {
	b := &book{byID: map[string]*decided{}}
	for _, id := range facts.AgencyIDs() {
		if _, merged := facts.Successor(id); merged {
			continue
		}
		name, _ := facts.AgencyName(id)
		code := id
		if strings.HasPrefix(id, "G") {
			code = "000.00.00." + id // as the list has most ministries
		}
		b.agencies = append(b.agencies, row{"ID": agencyNumber(id), "AGENCY_NAME": name, "NAME": name, "CODE": code})
	}
	fields := b.addProcedures(catalogue)
	if len(fields) == 0 {
		return b
	}
	at := 0
	for _, y := range years {
		at = b.addYear(y, fields, at)
	}
	b.addNamed(catalogue)
	slices.SortStableFunc(b.decisions, func(a, c *decided) int {
		return cmp.Or(c.day.Compare(a.day), strings.Compare(c.head["ID"], a.head["ID"]))
	})
	return b
}

// addProcedures adds the catalogue's procedures, and returns those of each field, in the
// order of the fields' names.
func (b *book) addProcedures(catalogue []facts.Entry) [][]int {
	byField := map[string][]int{}
	for i, e := range catalogue {
		if e.Field != "" {
			byField[e.Field] = append(byField[e.Field], i)
		}
	}
	names := make([]string, 0, len(byField))
	for name := range byField {
		names = append(names, name)
	}
	slices.Sort(names)
	var fields [][]int
	for n, name := range names {
		id := strconv.Itoa(n + 1)
		b.fieldRows = append(b.fieldRows, row{"ID": id, "FIELD_NAME": name})
		of := make([]int, 0, len(byField[name]))
		// Most decisions of a province are about what people ask for most.
		slices.SortStableFunc(byField[name], func(i, j int) int { return cmp.Compare(catalogue[j].Weight, catalogue[i].Weight) })
		for _, i := range byField[name] {
			e := catalogue[i]
			of = append(of, len(b.procedures))
			b.procedures = append(b.procedures, procedure{id, row{
				"ID": strconv.Itoa(firstProcedure + i), "PROCEDURE_CODE": e.Code, "PROCEDURE_NAME": e.Name, "PUBLISHED_AGENCY": e.Agency, "FIELD_NAME": name,
			}})
		}
		fields = append(fields, of)
	}
	return fields
}

// addYear adds the decisions of a year, which take the fields one after the other from at on,
// and returns where the next year begins.
func (b *book) addYear(y year, fields [][]int, at int) int {
	publisher, _ := facts.AgencyName(y.agency)
	fresh := shares(y.fresh, y.decisions, func(i int) bool { return i%5 < 3 })
	amended := shares(y.amended+y.replaced, y.decisions, func(i int) bool { return i%5 != 1 })
	abolished := shares(y.abolished, y.decisions, func(i int) bool { return i%5 > 1 })
	for i := range y.decisions {
		d := &decided{day: time.Date(y.year, time.January, 4+i*352/y.decisions, 0, 0, 0, 0, workday.Zone)}
		for d.day.Weekday() == time.Saturday || d.day.Weekday() == time.Sunday {
			d.day = d.day.AddDate(0, 0, 1)
		}
		used, field := 0, ""
		take := func(n, first int) (rows []row) {
			for range n {
				for used >= len(fields[at%len(fields)]) {
					at, used = at+1, 0
				}
				p := b.procedures[fields[at%len(fields)][used]]
				used++
				if p.field != field {
					field = p.field
					if !d.in(field) {
						d.fields = append(d.fields, row{"ID": field, "NAME": p.row["FIELD_NAME"]})
					}
				}
				id, _ := strconv.Atoi(p.row["ID"])
				rows = append(rows, row{
					"ID": strconv.Itoa(first + id - firstProcedure), "PROCEDURE_NAME": p.row["PROCEDURE_NAME"],
					"PUBLISHED_AGENCY": publisher, "PUBLISHED_AGENCY_ID": agencyNumber(y.agency),
				})
			}
			return rows
		}
		d.fresh, d.amended, d.abolished = take(fresh[i], firstProcedure), take(amended[i], firstProcedure), take(abolished[i], firstAbolished)
		at++
		number := fmt.Sprintf("%d/QĐ-UBND", 61+i*37)
		if y.agency != home {
			number = fmt.Sprintf("%d/QĐ-B%s", 401+i*97, y.agency)
		}
		if i%7 == 3 {
			number += "." // as clerks leave it
		}
		d.head = row{
			"ID": strconv.Itoa((y.year-2000)*1000 + slices.IndexFunc(years, func(o year) bool { return o == y })*60 + i), "CODE": number,
			"NAME": title(d, i), "PUBLISHING_DATE": d.day.Format("02-01-2006"), "AGENCY_NAME": publisher, "AGENCY_ID": agencyNumber(y.agency),
		}
		b.decisions = append(b.decisions, d)
		b.byID[d.head["ID"]] = d
	}
	return at
}

// firstNamed is the number of the first decision that the catalogue names.
const firstNamed = 40_000

// addNamed adds the decisions of ministries that the catalogue names, each with the
// procedures that name it. What a catalogue says of a decision is its number alone, so the
// days are made up: one after the other until October 2026.
func (b *book) addNamed(catalogue []facts.Entry) {
	type name struct{ agency, number string }
	rows := map[name][]procedure{}
	for _, p := range b.procedures {
		id, _ := strconv.Atoi(p.row["ID"])
		e := catalogue[id-firstProcedure]
		if agency, ok := facts.AgencyID(e.Agency); ok && e.Decision != "" {
			n := name{agency, e.Decision}
			rows[n] = append(rows[n], p)
		}
	}
	names := slices.SortedFunc(maps.Keys(rows), func(a, c name) int {
		return cmp.Or(strings.Compare(a.agency, c.agency), strings.Compare(a.number, c.number))
	})
	for i, n := range names {
		publisher, _ := facts.AgencyName(n.agency)
		d := &decided{day: time.Date(2026, time.October, 30, 0, 0, 0, 0, workday.Zone).AddDate(0, 0, -i/5*7-i%5)}
		for _, p := range rows[n] {
			if !d.in(p.field) {
				d.fields = append(d.fields, row{"ID": p.field, "NAME": p.row["FIELD_NAME"]})
			}
			r := row{"ID": p.row["ID"], "PROCEDURE_NAME": p.row["PROCEDURE_NAME"], "PUBLISHED_AGENCY": publisher, "PUBLISHED_AGENCY_ID": agencyNumber(n.agency)}
			if strings.HasPrefix(p.row["PROCEDURE_CODE"], "3.") { // the newest series of codes
				d.fresh = append(d.fresh, r)
			} else {
				d.amended = append(d.amended, r)
			}
		}
		d.head = row{
			"ID": strconv.Itoa(firstNamed + i), "CODE": n.number, "NAME": title(d, i), "PUBLISHING_DATE": d.day.Format("02-01-2006"),
			"AGENCY_NAME": publisher, "AGENCY_ID": agencyNumber(n.agency),
		}
		b.decisions = append(b.decisions, d)
		b.byID[d.head["ID"]] = d
	}
}

// shares parts a sum among the decisions that have some, the first ones getting what is over.
func shares(sum, decisions int, has func(int) bool) []int {
	out := make([]int, decisions)
	var with []int
	for i := range decisions {
		if has(i) {
			with = append(with, i)
		}
	}
	for n, i := range with {
		out[i] = sum / len(with)
		if n < sum%len(with) {
			out[i]++
		}
	}
	return out
}

// title is what a decision is called; every fourth names no kind, some are not NFC and some
// have blanks and breaks too many.
func title(d *decided, i int) string {
	var kinds []string
	for _, k := range []struct {
		rows []row
		says string
	}{{d.fresh, "mới ban hành"}, {d.amended, "được sửa đổi, bổ sung hoặc thay thế"}, {d.abolished, "bị bãi bỏ"}} {
		if len(k.rows) > 0 && i%4 != 0 {
			kinds = append(kinds, k.says)
		}
	}
	in := "một số lĩnh vực"
	if len(d.fields) == 1 {
		in = "lĩnh vực " + d.fields[0]["NAME"]
	}
	says := strings.Join([]string{"Về việc công bố Danh mục thủ tục hành chính", strings.Join(kinds, "; "), "trong", in}, " ")
	switch i % 9 {
	case 2:
		return norm.NFD.String(says)
	case 5:
		return strings.Replace(says, " trong ", "         \ntrong  ", 1)
	}
	return says
}
