package review

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/near"
	"motcua/client/workday"
)

// Limits of what a page can show.
const (
	nameMost   = 600 // characters of one line; the longest row of a portal with one paper has some 500
	noteMost   = 1500
	papersMost = 200
	linesMost  = 20
	copiesMost = 99
)

// Entry is one procedure of a file.
type Entry struct {
	Code   string
	Source string // Fingerprint of the page that was reviewed
	File   string
	Line   int
	Review client.Review
	Linked []string // codes of the procedures that this one does in one filing
	// Successor is the code of the procedure that replaces this one, said once it is abolished.
	Successor string
}

// table is an entry as it stands in the file.
type table struct {
	Code       string   `toml:"code"`
	Office     string   `toml:"office"`
	Reviewer   string   `toml:"reviewer"`
	Reviewed   any      `toml:"reviewed"`
	Source     string   `toml:"source"`
	Note       string   `toml:"note"`
	Time       []string `toml:"time"`
	Fee        []string `toml:"fee"`
	Conditions []string `toml:"conditions"`
	Linked     []string `toml:"linked"`
	Successor  string   `toml:"successor"`
	Papers     []paper  `toml:"paper"`
}

type paper struct {
	Name      string   `toml:"name"`
	Case      string   `toml:"case"`
	When      string   `toml:"when"`
	Unless    string   `toml:"unless"`
	Show      bool     `toml:"show"`
	FillIn    bool     `toml:"fill_in"`
	Originals int64    `toml:"originals"`
	Copies    int64    `toml:"copies"`
	Forms     []string `toml:"forms"`
	OneOf     []string `toml:"one_of"`
}

// head begins an entry. Each table is parsed by itself, so that a mistake in one, even
// one of syntax, does not affect the others.
const head = "[[procedure]]"

// Parse reads the entries of one file. Those with a mistake are left out and reported.
func Parse(file string, doc []byte) ([]Entry, []Problem) {
	if !utf8.Valid(doc) || bytes.IndexByte(doc, 0) >= 0 {
		return nil, []Problem{{File: file, Kind: NotText}}
	}
	doc = bytes.TrimPrefix(doc, []byte("\ufeff"))
	var entries []Entry
	var problems []Problem
	for _, c := range chunks(doc) {
		p := parser{file: file, first: c.line}
		e, ok := p.read(c)
		if ok {
			entries = append(entries, e)
		}
		problems = append(problems, p.problems...)
	}
	return entries, problems
}

// chunk is a part of a file, with the number of its first line (from 1).
type chunk struct {
	line int
	body []byte
	head bool // it begins with an entry; the part before the first entry does not
}

// chunks cuts a file before each entry.
func chunks(doc []byte) []chunk {
	out := []chunk{{line: 1}}
	n := 0
	for l := range bytes.Lines(doc) {
		n++
		if beginsEntry(string(l)) {
			out = append(out, chunk{line: n, head: true})
		}
		last := &out[len(out)-1]
		last.body = append(last.body, l...)
	}
	return out
}

// beginsEntry reports whether a line is head in any form that TOML allows: with blanks,
// with quotes, with a comment after it.
func beginsEntry(line string) bool {
	line, _, _ = strings.Cut(line, "#")
	name, open := strings.CutPrefix(strings.TrimSpace(line), "[[")
	name, closed := strings.CutSuffix(name, "]]")
	switch strings.Trim(name, " \t") {
	case `procedure`, `"procedure"`, `'procedure'`:
		return open && closed
	default:
		return false
	}
}

// parser reads one chunk.
type parser struct {
	file     string
	first    int // the line of the file that the chunk begins on
	code     string
	lines    map[string]int // of keys, "paper[1].name", in the file
	problems []Problem
}

func (p *parser) told(kind Kind, key, value string) {
	p.problems = append(p.problems, Problem{File: p.file, Line: p.lineOf(key), Kind: kind, Key: plainKey(key), Value: clean.Line(value), Code: p.code})
}

// lineOf returns the line of a key: its own, that of the table around it, or the entry's.
func (p *parser) lineOf(key string) int {
	for key != "" {
		if n, ok := p.lines[key]; ok {
			return n
		}
		cut := strings.LastIndexAny(key, ".[")
		key = key[:max(cut, 0)]
	}
	return p.first
}

// plainKey drops the index of a table: "paper[1].name" becomes "paper.name".
func plainKey(key string) string {
	before, rest, ok := strings.Cut(key, "[")
	if !ok {
		return key
	}
	_, after, _ := strings.Cut(rest, "]")
	return before + after
}

func (p *parser) read(c chunk) (Entry, bool) {
	var doc struct {
		Procedure []table `toml:"procedure"`
	}
	p.index(c.body)
	err := toml.NewDecoder(bytes.NewReader(c.body)).DisallowUnknownFields().Decode(&doc)
	if len(doc.Procedure) > 0 {
		p.code = short(clean.Line(doc.Procedure[0].Code))
	}
	if err != nil {
		p.decodeError(err)
		return Entry{}, false
	}
	if !c.head {
		if len(doc.Procedure) > 0 { // an inline list, "procedure = [{...}]", whose lines are unknown
			p.told(Syntax, "procedure", head)
		}
		return Entry{}, false
	}
	if len(doc.Procedure) != 1 {
		p.told(Syntax, "", head)
		return Entry{}, false
	}
	e := p.entry(doc.Procedure[0])
	for _, pr := range p.problems {
		if !pr.Warn {
			return Entry{}, false
		}
	}
	return e, true
}

// index records the lines of the keys, which the decoder does not keep.
func (p *parser) index(doc []byte) {
	p.lines = map[string]int{}
	papers, prefix := -1, ""
	var u unstable.Parser
	u.Reset(doc)
	for u.NextExpression() {
		e := u.Expression()
		line, parts := 0, []string(nil)
		for it := e.Key(); it.Next(); {
			if line == 0 {
				line = u.Shape(it.Node().Raw).Start.Line + p.first - 1
			}
			parts = append(parts, string(it.Node().Data))
		}
		path := strings.Join(parts, ".")
		switch e.Kind {
		case unstable.ArrayTable, unstable.Table:
			path = strings.TrimPrefix(strings.TrimPrefix(path, "procedure"), ".")
			prefix = ""
			if path == "paper" {
				papers++
				path = "paper[" + strconv.Itoa(papers) + "]"
			}
			if path != "" {
				prefix = path + "."
			}
		case unstable.KeyValue:
			path = prefix + path
		}
		if _, ok := p.lines[path]; !ok && path != "" {
			p.lines[path] = line
		}
	}
}

func (p *parser) decodeError(err error) {
	at := func(e *toml.DecodeError, kind Kind, value string) {
		row, _ := e.Position()
		key := strings.TrimPrefix(strings.TrimPrefix(strings.Join(e.Key(), "."), "procedure"), ".")
		p.problems = append(p.problems, Problem{
			File: p.file, Line: p.first + max(row, 1) - 1, Kind: kind, Key: clean.Line(key), Value: clean.Line(value), Code: p.code,
		})
	}
	var strict *toml.StrictMissingError
	var one *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		for i := range strict.Errors {
			e := &strict.Errors[i]
			keys := e.Key()
			last := ""
			if len(keys) > 0 {
				last = keys[len(keys)-1]
			}
			at(e, UnknownKey, near.Word(strings.ToLower(last), keyNames))
		}
	case errors.As(err, &one):
		kind, value := Syntax, strings.TrimPrefix(one.Error(), "toml: ")
		if len(one.Key()) > 0 && knownKey(one.Key()[len(one.Key())-1]) && !strings.Contains(value, "already") {
			kind, value = WrongType, ""
		}
		at(one, kind, value)
	default:
		p.told(Syntax, "", strings.TrimPrefix(err.Error(), "toml: "))
	}
}

// entry checks a table and makes an entry of it.
func (p *parser) entry(t table) Entry {
	e := Entry{File: p.file, Line: p.first, Source: strings.TrimSpace(t.Source)}
	procedureCode, err := code.ParseProcedure(strings.TrimSpace(t.Code))
	switch {
	case strings.TrimSpace(t.Code) == "":
		p.told(Missing, "code", "")
	case err != nil:
		p.told(BadCode, "code", short(t.Code))
	default:
		e.Code = procedureCode.String()
	}
	r := &e.Review
	r.Office = p.must("office", t.Office)
	r.Reviewer = p.line("reviewer", t.Reviewer, nameMost)
	r.Note = p.line("note", t.Note, noteMost)
	r.Date = p.date(t.Reviewed)
	switch {
	case e.Source == "" && t.onlyReplaced():
	case e.Source == "":
		p.told(Missing, "source", "")
	case !fingerprintForm.MatchString(e.Source):
		p.told(BadSource, "source", short(e.Source))
	}
	r.Time, r.Fees = p.list("time", t.Time), p.list("fee", t.Fee)
	r.Conditions = p.list("conditions", t.Conditions)
	for _, c := range p.list("linked", t.Linked) {
		one, err := code.ParseProcedure(c)
		if err != nil {
			p.told(BadCode, "linked", short(c))
			continue
		}
		e.Linked = append(e.Linked, one.String())
	}
	e.Successor = p.successor(t.Successor, e.Code)
	if _, given := p.lines["paper"]; given && len(t.Papers) == 0 {
		p.told(NoPapers, "paper", "")
	}
	if len(t.Papers) > papersMost {
		p.told(TooMany, "paper", strconv.Itoa(papersMost))
		return e
	}
	for i, one := range t.Papers {
		r.Papers = append(r.Papers, p.paper("paper["+strconv.Itoa(i)+"]", one))
	}
	return e
}

// onlyReplaced tells that an entry corrects nothing of the page: the page of an abolished
// procedure is often gone, and so nobody can have its fingerprint.
func (t table) onlyReplaced() bool {
	return t.Successor != "" && t.Note == "" && len(t.Time)+len(t.Fee)+len(t.Conditions)+len(t.Linked)+len(t.Papers) == 0
}

// successor reads the code of the procedure that replaces one with another code.
func (p *parser) successor(typed, of string) string {
	if _, given := p.lines["successor"]; !given {
		return ""
	}
	next, err := code.ParseProcedure(strings.TrimSpace(typed))
	switch {
	case err != nil:
		p.told(BadCode, "successor", short(typed))
		return ""
	case next.String() == of:
		p.told(Itself, "successor", "")
	}
	return next.String()
}

func (p *parser) paper(key string, t paper) client.ReviewPaper {
	r := client.ReviewPaper{
		Name: p.line(key+".name", t.Name, nameMost), Case: p.line(key+".case", t.Case, nameMost),
		When: p.line(key+".when", t.When, nameMost), Unless: p.line(key+".unless", t.Unless, nameMost),
		Show: t.Show, FillIn: t.FillIn,
		Originals: p.count(key+".originals", t.Originals), Copies: p.count(key+".copies", t.Copies),
		Forms: p.list(key+".forms", t.Forms), OneOf: p.list(key+".one_of", t.OneOf),
	}
	switch _, choice := p.lines[key+".one_of"]; {
	case choice && len(t.OneOf) < 2, len(t.OneOf) == 1:
		p.told(OneChoice, key+".one_of", "")
	case r.Name == "" && len(t.OneOf) == 0:
		p.told(Missing, key+".name", "")
	}
	if r.When != "" && r.Unless != "" {
		p.told(Both, key+".unless", "when")
	}
	return r
}

func (p *parser) must(key, s string) string {
	s = p.line(key, s, nameMost)
	if s == "" {
		p.told(Missing, key, "")
	}
	return s
}

// line reads a text as one line, as a page shows it.
func (p *parser) line(key, s string, most int) string {
	s = strings.Join(strings.Fields(clean.Line(s)), " ")
	if utf8.RuneCountInString(s) > most {
		p.told(TooLong, key, strconv.Itoa(most))
	}
	return s
}

func (p *parser) list(key string, lines []string) []string {
	if _, given := p.lines[key]; given && lines != nil && len(lines) == 0 {
		p.told(Empty, key, "")
	}
	if len(lines) > linesMost {
		p.told(TooMany, key, strconv.Itoa(linesMost))
		return nil
	}
	var out []string
	for _, l := range lines {
		if l = p.line(key, l, nameMost); l == "" {
			p.told(Empty, key, "")
			continue
		}
		out = append(out, l)
	}
	return out
}

func (p *parser) count(key string, n int64) int {
	if n < 0 || n > copiesMost {
		p.told(BadNumber, key, strconv.FormatInt(n, 10))
		return 0
	}
	return int(n)
}

// dayForm is how a day is written in quotes; without them it is a date of TOML.
const dayForm = "2006-01-02"

func (p *parser) date(v any) time.Time {
	switch v := v.(type) {
	case nil:
		p.told(Missing, "reviewed", "")
	case toml.LocalDate:
		if day := v.AsTime(workday.Zone); day.Year() >= 2000 && day.Day() == v.Day {
			return day
		}
		p.told(BadDate, "reviewed", v.String())
	case string:
		if day, err := time.ParseInLocation(dayForm, strings.TrimSpace(v), workday.Zone); err == nil && day.Year() >= 2000 {
			return day
		}
		p.told(BadDate, "reviewed", short(v))
	default:
		p.told(BadDate, "reviewed", short(fmt.Sprint(v)))
	}
	return time.Time{}
}

// short shortens a value of a file for a sentence about it.
func short(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// keyNames are all keys of an entry and of its papers.
var keyNames = []string{
	"code", "office", "reviewer", "reviewed", "source", "note", "time", "fee", "conditions", "linked", "successor", "paper",
	"name", "case", "when", "unless", "show", "fill_in", "originals", "copies", "forms", "one_of", "procedure",
}

func knownKey(k string) bool {
	for _, n := range keyNames {
		if n == k {
			return true
		}
	}
	return false
}
