package digest

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"motcua/client"
)

// The labelled pages: a page as the portal sends it, and an experienced reader's labels.
// testdata/labels/README.md describes the format.

// labelMark separates the page from its labels in a file.
const labelMark = "=== labels"

// rowLabel is one statement of the reader about a row.
type rowLabel struct {
	class string // hand_in, show, only_if, any_of, office, note, lead, repeat, void
	paper string // words of the source, parts separated by " … "
	when  string
	of    [2]int // the row that it repeats
}

type limitLabel struct {
	unsure bool
	limit  client.TimeLimit
	branch string
}

type feeLabel struct {
	state  string // amount, free, unsure
	amount int64
	what   string
	when   string
}

type labelledPage struct {
	client.Procedure
	heads    []string // by list: section, case, condition, note
	headWhen []string
	rows     [][][]rowLabel
	times    []limitLabel
	fees     []feeLabel
}

func readLabelledPages(tb testing.TB, dir string) []labelledPage {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join("testdata/labels", dir, "*.txt"))
	if err != nil {
		tb.Fatal(err)
	}
	var out []labelledPage
	for _, f := range files {
		out = append(out, readLabelledPage(tb, f))
	}
	return out
}

func readLabelledPage(tb testing.TB, path string) labelledPage {
	tb.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	sheet, labels, _ := strings.Cut(string(raw), "\n"+labelMark+"\n")
	pg := labelledPage{Procedure: readSheet(tb, path, sheet)}
	for _, c := range pg.Cases {
		pg.heads, pg.headWhen = append(pg.heads, "section"), append(pg.headWhen, "")
		pg.rows = append(pg.rows, make([][]rowLabel, len(c.Rows)))
	}
	pg.read(tb, path, labels)
	return pg
}

// readSheet reads a page in the form in which it was given to the readers.
func readSheet(tb testing.TB, path, sheet string) client.Procedure {
	tb.Helper()
	var p client.Procedure
	sc := bufio.NewScanner(strings.NewReader(sheet))
	sc.Buffer(nil, 1<<22)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		tag, rest, _ := strings.Cut(strings.TrimPrefix(line, "  "), " ")
		fields := strings.SplitN(rest, " | ", 4)
		switch tag {
		case "":
		case "procedure":
			p.Code, p.Name, _ = strings.Cut(rest, " ")
		case "field":
			p.Field = fields[0]
			for _, f := range fields[1:] {
				if e, ok := strings.CutPrefix(f, "executing "); ok && e != "" {
					p.Executing = strings.Split(e, "; ")
				}
				if _, by, ok := strings.Cut(f, "/QĐ-"); ok && strings.HasPrefix(f, "decision ") {
					p.Publisher, _, _ = strings.Cut(by, "-")
				}
			}
		case "list":
			p.Cases = append(p.Cases, client.PaperCase{Name: strings.TrimSuffix(rest, "--")})
		case "row":
			var r client.PaperRow
			q, name, _ := strings.Cut(rest, " ")
			if _, err := fmt.Sscanf(q, "%d/%d", &r.Originals, &r.Copies); err != nil {
				tb.Fatalf("%s:%d: quantities %q: %v", path, n, q, err)
			}
			r.Name = name
			c := &p.Cases[len(p.Cases)-1]
			c.Rows = append(c.Rows, r)
		case "form":
			rows := p.Cases[len(p.Cases)-1].Rows
			last := &rows[len(rows)-1]
			last.Forms = append(last.Forms, client.Form{Name: rest})
		case "method":
			m := client.Method{Channel: client.Channel(fields[0])}
			if len(fields) > 2 {
				m.Description = strings.Join(fields[2:], " | ")
			}
			q, unit, _ := strings.Cut(fields[min(1, len(fields)-1)], " ")
			amount, err := strconv.ParseFloat(q, 64)
			if err != nil {
				tb.Fatalf("%s:%d: limit %q", path, n, rest)
			}
			word, text, _ := strings.Cut(unit, " ")
			m.Limit = client.TimeLimit{Quantity: amount, Unit: client.TimeUnit(word), Text: strings.TrimSpace(text)}
			p.Methods = append(p.Methods, m)
		case "fee":
			f := client.Fee{Text: ""}
			if len(fields) > 1 {
				f.Text = strings.Join(fields[1:], " | ")
			}
			words := strings.Fields(fields[0])
			if len(words) >= 3 {
				f.Type = client.FeeType(words[0])
				switch words[1] {
				case "amount":
					f.State, f.Currency = client.FeeAmount, "VND"
				case "free":
					f.State = client.FeeFree
				}
				f.Amount, _ = strconv.ParseInt(words[2], 10, 64)
			}
			m := &p.Methods[len(p.Methods)-1]
			m.Fees = append(m.Fees, f)
		case "step":
			name, text, _ := strings.Cut(rest, ": ")
			p.Steps = append(p.Steps, client.ProcedureStep{Name: name, Text: text})
		case "step:", "step::":
			p.Steps = append(p.Steps, client.ProcedureStep{Text: rest})
		case "conditions":
			p.Conditions = rest
		case "result":
			p.Results = append(p.Results, client.Result{Name: rest})
		default: // a limit in words may have several lines
			if len(p.Methods) == 0 {
				tb.Fatalf("%s:%d: unknown tag %q", path, n, tag)
			}
			m := &p.Methods[len(p.Methods)-1]
			m.Limit.Text = strings.TrimSpace(m.Limit.Text + " " + line)
		}
	}
	if err := sc.Err(); err != nil {
		tb.Fatal(err)
	}
	return p
}

// read reads the labels of a page.
func (pg *labelledPage) read(tb testing.TB, path, labels string) {
	tb.Helper()
	for line := range strings.SplitSeq(labels, "\n") {
		tag, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if rest == "" {
			continue
		}
		fields := strings.Split(rest, " | ")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		fields = append(fields, "", "")
		switch tag {
		case "page", "doubt":
		case "list":
			n, kind, _ := strings.Cut(fields[0], " ")
			i, err := strconv.Atoi(n)
			if err != nil || i > len(pg.heads) || i < 1 {
				tb.Fatalf("%s: list %q", path, line)
			}
			pg.heads[i-1], pg.headWhen[i-1] = strings.TrimSpace(kind), fields[1]
		case "time":
			pg.times = append(pg.times, readLimitLabel(tb, path, fields))
		case "fee":
			f := feeLabel{state: fields[0], what: fields[1], when: fields[2]}
			if n, err := strconv.ParseInt(fields[0], 10, 64); err == nil {
				f.state, f.amount = "amount", n
			}
			pg.fees = append(pg.fees, f)
		default:
			var li, ri int
			if _, err := fmt.Sscanf(tag, "%d.%d", &li, &ri); err != nil || li < 1 || li > len(pg.rows) || ri < 1 || ri > len(pg.rows[li-1]) {
				tb.Fatalf("%s: %q is no row", path, line)
			}
			l := rowLabel{class: fields[0], paper: fields[1], when: fields[2]}
			if c, of, ok := strings.Cut(l.class, " "); ok {
				l.class = c
				if c == "repeat" {
					_, _ = fmt.Sscanf(of, "%d.%d", &l.of[0], &l.of[1])
				}
			}
			pg.rows[li-1][ri-1] = append(pg.rows[li-1][ri-1], l)
		}
	}
}

func readLimitLabel(tb testing.TB, path string, fields []string) limitLabel {
	tb.Helper()
	q, unit, _ := strings.Cut(fields[0], " ")
	if q == "unsure" {
		return limitLabel{unsure: true}
	}
	n, err := strconv.ParseFloat(q, 64)
	if err != nil {
		tb.Fatalf("%s: time %q", path, fields[0])
	}
	return limitLabel{limit: client.TimeLimit{Quantity: n, Unit: client.TimeUnit(unit)}, branch: fields[1]}
}
