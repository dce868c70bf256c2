package digest

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/digest/deadline"
	"motcua/client/digest/fee"
	"motcua/client/digest/naming"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// The score of pages against their labels, as doc.go defines it. A fault is serious if it sends
// somebody home, tells them to bring what they cannot have, or gives a wrong amount or date.

type fault struct {
	page    string
	at      string // "1.3", "time", "fee"
	kind    string
	serious bool
	text    string
}

// shown is a paper as the page shows it.
type shown struct {
	Paper
	must bool
	cond string // the words of its condition
	in   *Case
	used bool
}

type score struct {
	pages, serious, any int
	rows, rowsRight     int
	closed, papers      int // rows to read closely among the rows that name papers
	classes             map[string][2]int
	kinds               map[string][2]int // all faults, and the serious ones
	faults              []fault
}

func (s *score) fault(f fault) { s.faults = append(s.faults, f) }

func newScore() *score { return &score{classes: map[string][2]int{}, kinds: map[string][2]int{}} }

func (s *score) add(o *score) {
	s.pages, s.serious, s.any = s.pages+o.pages, s.serious+o.serious, s.any+o.any
	s.rows, s.rowsRight, s.closed, s.papers = s.rows+o.rows, s.rowsRight+o.rowsRight, s.closed+o.closed, s.papers+o.papers
	for k, v := range o.classes {
		w := s.classes[k]
		s.classes[k] = [2]int{w[0] + v[0], w[1] + v[1]}
	}
	for k, v := range o.kinds {
		w := s.kinds[k]
		s.kinds[k] = [2]int{w[0] + v[0], w[1] + v[1]}
	}
	s.faults = append(s.faults, o.faults...)
}

// plainWords returns the words of a text without marks and without ways of copying.
func plainWords(s string) []string {
	l := token.Scan(token.FoldSpace(s))
	var out []string
	for i := 0; i < len(l.Tokens); i++ {
		if vocab.CopyHeads.Match(l, i, len(l.Tokens)) > 0 {
			if end, _ := naming.CopyEnd(l, token.Between(i, len(l.Tokens))); end > i && end < len(l.Tokens) {
				i = end - 1
				continue
			}
		}
		if l.Tokens[i].Kind != token.Mark {
			out = append(out, l.Tokens[i].Word)
		}
	}
	return out
}

// uncounted returns the words without the count before them: "02 bộ bản vẽ".
func uncounted(words []string) []string {
	l := token.Scan(strings.Join(words, " "))
	return words[naming.QuantityAt(l, 0, len(l.Tokens)):]
}

// stands reports whether every part of a label occurs in a text.
func stands(label, text string) bool {
	if l := token.Scan(token.FoldSpace(label)); strings.HasPrefix(text, naming.Identity) && (vocab.IdentityNouns.Match(l, 0, len(l.Tokens)) > 0 || otherIdentity.Match(l, 0, len(l.Tokens)) > 0) {
		return true // any identity paper
	}
	words := plainWords(text)
	for stretch := range strings.SplitSeq(label, " … ") {
		if !containsRun(words, uncounted(plainWords(stretch))) {
			return false
		}
	}
	return true
}

var otherIdentity = token.NewLexicon("các giấy tờ khác|giấy tờ khác|giấy tờ tùy thân|giấy tờ khác có dán ảnh")

func containsRun(words, run []string) bool {
	for i := 0; i+len(run) <= len(words); i++ {
		if slices.Equal(words[i:i+len(run)], run) {
			return true
		}
	}
	return len(run) == 0
}

// sameWhen reports whether a condition's words occur in the shown one. Words that only
// introduce a condition do not count.
//
// That somebody files online or acts for another person may be said in any words.
func sameWhen(label, text string) bool {
	if strings.Contains(label, "trực tuyến") && strings.Contains(text, reading.OnlineForm) || strings.HasPrefix(token.Lowered(label), "ủy quyền") && strings.HasPrefix(text, "làm thay người khác") {
		return true
	}
	for stretch := range strings.SplitSeq(label, " … ") {
		if !containsRun(bareWhen(text), bareWhen(stretch)) {
			return false
		}
	}
	return true
}

func bareWhen(s string) []string {
	var out []string
	words := plainWords(s)
	for i := 0; i < len(words); i++ {
		if i+1 < len(words) && (words[i] == "trường" && words[i+1] == "hợp" || words[i] == "đối" && words[i+1] == "với") {
			i++
			continue
		}
		if i+1 < len(words) && words[i] == "không" && words[i+1] == "áp" { // "không áp dụng đối với X" is "trừ X"
			out = append(out, "trừ")
			i += 2
			continue
		}
		if words[i] == "nếu" || words[i] == "khi" || words[i] == "trong" && i == 0 || words[i] == "các" || words[i] == "những" {
			continue
		}
		out = append(out, words[i])
	}
	return out
}

// allShown returns the papers of a digest, by list and row.
func allShown(d *Digest) map[[2]int][]*shown {
	out := map[[2]int][]*shown{}
	add := func(c *Case, p Paper, must bool, cond string) {
		s := &shown{Paper: p, must: must, cond: cond, in: c}
		rows := map[int]bool{p.Source.Row: true}
		for _, o := range p.OneOf {
			rows[o.Source.Row] = true
		}
		for r := range rows {
			k := [2]int{p.Source.List, r}
			out[k] = append(out[k], s)
		}
	}
	for i := range d.Cases {
		c := &d.Cases[i]
		for _, p := range slices.Concat(c.HandIn, c.Show) {
			add(c, p, true, "")
		}
		for _, o := range c.OnlyIf {
			for _, p := range o.Papers {
				add(c, p, false, strings.Join([]string{o.Words, o.When, o.Full}, " ; "))
			}
		}
	}
	return out
}

// scorePage compares a page's digest with its labels.
func scorePage(pg *labelledPage) *score {
	d := Of(pg.Procedure)
	s := newScore()
	s.pages = 1
	facts := allShown(&d)
	closed := map[[2]int]bool{}
	for _, c := range d.Cases {
		for _, r := range c.Close {
			closed[[2]int{r.Source.List, r.Source.Row}] = true
		}
	}
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			k := [2]int{li, ri}
			n := len(s.faults)
			s.row(pg, k, facts, closed[k])
			s.rows++
			if n == len(s.faults) {
				s.rowsRight++
			}
			class := "?"
			if len(pg.rows[li][ri]) > 0 {
				class = pg.rows[li][ri][0].class
			}
			c := s.classes[class]
			c[1]++
			if n == len(s.faults) {
				c[0]++
			}
			s.classes[class] = c
			if class != "note" && class != "void" {
				s.papers++
			}
			if closed[k] {
				s.closed++
			}
		}
	}
	s.caseFaults(pg, &d)
	s.timeFaults(pg, &d)
	s.feeFaults(pg, &d)
	serious := false
	for _, f := range s.faults {
		k := s.kinds[f.kind]
		k[0]++
		if f.serious {
			k[1]++
			serious = true
		}
		s.kinds[f.kind] = k
	}
	if serious {
		s.serious = 1
	}
	if len(s.faults) > 0 {
		s.any = 1
	}
	return s
}

func (s *score) row(pg *labelledPage, k [2]int, facts map[[2]int][]*shown, closed bool) {
	labels := pg.rows[k[0]][k[1]]
	at := fmt.Sprintf("%d.%d", k[0]+1, k[1]+1)
	full := token.FoldSpace(pg.Cases[k[0]].Rows[k[1]].Name)
	add := func(kind string, serious bool, what string) {
		s.fault(fault{pg.Code, at, kind, serious, what + " | " + full})
	}
	here := facts[k]
	above := facts[[2]int{k[0], -1}] // the heading's own paper with alternatives
	head, headWhen := pg.heads[k[0]], pg.headWhen[k[0]]
	for _, l := range labels {
		switch l.class {
		case "hand_in", "show", "only_if", "any_of":
			s.paperLabel(l, head, headWhen, slices.Concat(here, above), closed, add)
		case "office":
			for _, p := range here {
				if p.must {
					add("must: office", true, "the office makes "+l.paper)
				} else {
					add("condition", false, "the office makes "+l.paper)
				}
				p.used = true
			}
		case "note", "void":
			for _, p := range here {
				if p.must {
					add("must: note", true, "a note became "+p.Name)
				} else {
					add("condition", false, "a note became "+p.Name+" if "+p.cond)
				}
				p.used = true
			}
			if closed && l.class == "note" && len(labels) == 1 {
				add("closely", false, "a note to read closely")
			}
		case "lead":
			for _, p := range here {
				if len(p.OneOf) > 0 {
					p.used = true
				}
			}
		case "repeat":
			for _, p := range here {
				if p.must && len(p.OneOf) == 0 && repeatsOneOf(pg, l) {
					add("must: one of", true, "one of several demanded: "+p.Name)
				} else if p.must && len(p.OneOf) == 0 {
					add("repeat", false, p.Name)
				}
				p.used = true
			}
		}
	}
	for _, p := range here {
		if p.used || len(p.OneOf) > 0 && p.Source.Row != k[1] {
			continue
		}
		if p.must {
			add("must: unasked", true, "nobody asks for "+p.Name)
		} else {
			add("condition", false, "nobody asks for "+p.Name+" if "+p.cond)
		}
	}
}

func repeatsOneOf(pg *labelledPage, l rowLabel) bool {
	li, ri := l.of[0]-1, l.of[1]-1
	if li < 0 || li >= len(pg.rows) || ri < 0 || ri >= len(pg.rows[li]) {
		return false
	}
	return slices.ContainsFunc(pg.rows[li][ri], func(o rowLabel) bool { return o.class == "any_of" })
}

// paperLabel looks for a label's paper among what is shown of its row.
func (s *score) paperLabel(l rowLabel, head, headWhen string, here []*shown, closed bool, add func(string, bool, string)) {
	parts := []string{l.paper}
	if l.class == "any_of" {
		parts = strings.Split(l.paper, " // ")
	}
	var best *shown
	found := 0
	for _, p := range here {
		name := p.Name
		for _, o := range p.OneOf {
			name += " ; " + o.Name
		}
		n := 0
		for _, part := range parts {
			if stands(part, name) {
				n++
			}
		}
		if n > 0 {
			p.used = true
		}
		if better := n == found && n > 0 && l.when != "" && !best.must && !p.must && sameWhen(l.when, p.cond) && !sameWhen(l.when, best.cond); better || n > found || n == found && n > 0 && best.must != (l.class != "only_if" && l.when == "") && p.must == (l.class != "only_if" && l.when == "") {
			best, found = p, n
		}
	}
	if best == nil {
		switch {
		case closed && (l.class == "only_if" || l.class == "any_of"):
		case closed:
			add("closely", false, "a plain must to read closely: "+l.paper)
		case len(here) > 0:
			var names []string
			for _, p := range here {
				names = append(names, p.Name)
				p.used = true
			}
			add("name", true, l.paper+" is not in "+strings.Join(names, " + "))
		default:
			add("missing", true, l.paper)
		}
		return
	}
	if l.class == "any_of" && found < len(parts) {
		separate := 0
		for _, p := range here {
			for _, part := range parts {
				if p != best && p.must && stands(part, p.Name) {
					separate++
				}
			}
		}
		if separate > 0 {
			add("must: one of", true, "alternatives demanded together: "+l.paper)
		} else {
			add("alternative", false, l.paper+" in "+best.Name)
		}
	}
	conditional := l.class == "only_if" || l.when != "" && l.class == "any_of" || head == "condition"
	inCase := best.in.Full
	switch {
	case !conditional && !best.must && l.class != "only_if":
		if !(l.when == "" && sameWhen(headWhen, best.cond) && head == "case") {
			add("condition: none", true, l.paper+" only if "+best.cond)
		}
	case conditional && best.must:
		if head == "condition" && l.class != "only_if" && best.in.Name != "" && !best.in.Group {
			return // it is shown under the heading's own words
		}
		if l.when != "" && inCase != "" && sameWhen(l.when, inCase) {
			return // its heading says so
		}
		if l.when != "" && sameWhen(l.when, best.Name) && l.class == "any_of" {
			return
		}
		kind := "must: only if"
		if l.class == "any_of" {
			kind = "must: any if"
		}
		if l.when == "" {
			kind = "must: head if"
		}
		add(kind, true, l.paper+" only if "+l.when)
	case conditional && l.when != "":
		if !sameWhen(l.when, best.cond+" ; "+inCase+" ; "+best.Name) {
			add("condition: other", true, fmt.Sprintf("%s: %q shown as %q", l.paper, l.when, best.cond))
		}
	}
	if l.class == "show" && best.must && !best.Paper.Show || l.class == "hand_in" && best.must && best.Paper.Show {
		add("show", false, l.paper)
	}
}

// caseFaults compares what each heading was read as.
func (s *score) caseFaults(pg *labelledPage, d *Digest) {
	for li, c := range pg.Cases {
		full := token.FoldSpace(c.Name)
		i := slices.IndexFunc(d.Cases, func(o Case) bool { return o.Full == full && full != "" })
		add := func(kind string, serious bool) {
			s.fault(fault{pg.Code, fmt.Sprintf("list %d", li+1), kind, serious, pg.heads[li] + " | " + full})
		}
		alternative := i >= 0 && !d.Cases[i].Group && withPapers(d) > 1
		switch {
		case pg.heads[li] == "section" && alternative:
			add("heading", true)
		case pg.heads[li] == "note" && alternative:
			add("heading", false)
		case pg.heads[li] == "case" && i < 0 && len(c.Rows) > 0 && hasMust(d, li) && len(pg.Cases) > 1:
			add("heading", true) // papers of one case were given to everybody
		case pg.heads[li] == "case" && i >= 0 && d.Cases[i].Group && len(d.Cases) > 1:
			add("heading", false)
		}
	}
}

func withPapers(d *Digest) int {
	n := 0
	for _, c := range d.Cases {
		if len(c.HandIn)+len(c.Show)+len(c.OnlyIf)+len(c.Close) > 0 {
			n++
		}
	}
	return n
}

func hasMust(d *Digest, li int) bool {
	for _, c := range d.Cases {
		if c.Name != "" {
			continue
		}
		for _, p := range slices.Concat(c.HandIn, c.Show) {
			if p.Source.List == li {
				return true
			}
		}
	}
	return false
}

func workHours(l client.TimeLimit) float64 {
	switch l.Unit {
	case client.UnitHour, client.UnitWorkingHour:
		return l.Quantity
	case client.UnitWorkingDay:
		return l.Quantity * 8
	case client.UnitDay:
		return l.Quantity * 1000
	}
	return 0
}

func (s *score) timeFaults(pg *labelledPage, d *Digest) {
	var told []deadline.Time
	for _, t := range d.Times {
		if t.Limit.Quantity > 0 && t.Limit.Unit != client.UnitOther && t.Limit.Unit != client.UnitNone {
			told = append(told, t)
		}
	}
	add := func(serious bool, format string, args ...any) {
		kind := "time"
		if serious {
			kind = "time: " + strings.Fields(format)[0]
		}
		s.fault(fault{pg.Code, "time", kind, serious, fmt.Sprintf(format, args...) + fmt.Sprintf(" | told %v", told)})
	}
	for _, l := range pg.times {
		if l.unsure {
			if len(told) > 0 {
				add(true, "nothing can be promised")
			}
			return
		}
	}
	if len(told) == 0 {
		if len(pg.times) > 0 {
			add(false, "words only, want %v", pg.times)
		}
		return
	}
	for _, l := range pg.times {
		i := slices.IndexFunc(told, func(t deadline.Time) bool {
			return workHours(t.Limit) == workHours(l.limit) && sameWhen(l.branch, t.Case)
		})
		if i < 0 {
			i = slices.IndexFunc(told, func(t deadline.Time) bool { return workHours(t.Limit) == workHours(l.limit) })
			if i >= 0 && len(told) > 1 {
				add(false, "the words of %v", l)
				continue
			}
			add(true, "want %v", l)
		}
	}
	for _, t := range told {
		if !slices.ContainsFunc(pg.times, func(l limitLabel) bool { return workHours(t.Limit) == workHours(l.limit) }) {
			add(true, "nobody says %v", t.Limit)
		}
	}
}

func (s *score) feeFaults(pg *labelledPage, d *Digest) {
	var told []fee.Fee
	free, others := false, false
	text := ""
	for _, c := range d.Costs {
		for _, f := range c.Fees {
			switch f.State {
			case client.FeeAmount:
				told = append(told, f)
			case client.FeeFree:
				free = true
			default:
				text += " " + f.Text
			}
			others = others || f.Others
		}
	}
	add := func(serious bool, format string, args ...any) {
		s.fault(fault{pg.Code, "fee", "fee", serious, fmt.Sprintf(format, args...)})
	}
	for _, l := range pg.fees {
		switch l.state {
		case "unsure":
			if len(told) > 0 || free && !others {
				add(true, "nothing can be told, told %v free %v", told, free)
			}
			return
		case "free":
			switch {
			case len(told) > 0:
				add(true, "free, told %v", told)
			case !free && text == "":
				add(false, "free, not told")
			}
			return
		}
	}
	for _, l := range pg.fees {
		if l.amount == 0 {
			continue
		}
		i := slices.IndexFunc(told, func(f fee.Fee) bool { return f.Amount == l.amount })
		switch {
		case i >= 0:
			if l.when != "" && !strings.Contains(told[i].Until+told[i].Text, lastWord(l.when)) {
				add(false, "%d without %q", l.amount, l.when)
			}
		case slices.Contains(fee.AmountsIn(text), l.amount):
		case others || len(told) == 0:
			add(false, "%d not told", l.amount)
		default:
			add(true, "%d not told", l.amount)
		}
	}
	for _, f := range told {
		if !slices.ContainsFunc(pg.fees, func(l feeLabel) bool { return l.amount == f.Amount }) {
			add(true, "nobody asks for %d", f.Amount)
		}
	}
	if free && len(told) == 0 {
		add(true, "told free")
	}
}

func lastWord(s string) string {
	f := strings.Fields(s)
	return f[len(f)-1]
}

// TestReport prints how well pages are read, by class, kind and ministry, for the tuned
// and the fresh pages, and checks the floors. Of the sealed pages it prints only the totals, and only on request,
// because pages whose results are seen too often are no longer independent.
func TestReport(t *testing.T) {
	clienttest.OneByOne(t)
	for _, set := range []struct {
		dir            string
		serious, clean float64 // floors: the share of pages without a serious fault, and without any
	}{{"tuned", 95, 72}, {"fresh", 94, 69}, {sealed, 78, 58}} {
		pages := readLabelledPages(t, set.dir)
		if len(pages) == 0 {
			continue
		}
		all := newScore()
		fields := map[string]*score{}
		for i := range pages {
			s := scorePage(&pages[i])
			all.add(s)
			m := ministryOf(pages[i].Procedure)
			if fields[m] == nil {
				fields[m] = newScore()
			}
			fields[m].add(s)
		}
		switch {
		case set.dir != sealed:
			t.Log("\n" + all.table(set.dir, fields))
		case os.Getenv("DIGEST_SEALED") != "": //nolint:forbidigo // whoever ends a round asks for the totals
			t.Log(all.totals(set.dir))
		}
		if os.Getenv("DIGEST_FAULTS") != "" && set.dir != sealed { //nolint:forbidigo // whoever runs the test names the folder
			for _, f := range all.faults {
				mark := "small  "
				if f.serious {
					mark = "SERIOUS"
				}
				t.Logf("%s %-11s %s %s %s", mark, f.kind, f.page, f.at, f.text)
			}
		}
		if got := share(all.pages-all.serious, all.pages); got < set.serious {
			t.Errorf("%s: %.1f %% of pages without a serious fault, below %.1f", set.dir, got, set.serious)
		}
		if got := share(all.pages-all.any, all.pages); got < set.clean {
			t.Errorf("%s: %.1f %% of pages without a fault, below %.1f", set.dir, got, set.clean)
		}
	}
}

// sealed is the folder of the pages that nobody reads while working on the rules.
const sealed = "sealed"

// ministryOf returns the ministry by the letters after a decision's number, or by its name if
// the page has that. Merged ministries have their present names.
func ministryOf(p client.Procedure) string {
	now := map[string]string{"Bộ Công an": "BCA", "Bộ Tài chính": "BTC", "Bộ Tư pháp": "BTP", "Bộ Xây dựng": "BXD", "BGTVT": "BXD", "BKHĐT": "BTC", "BNNPTNT": "BNNMT", "BTNMT": "BNNMT"}
	if m, ok := now[p.Publisher]; ok {
		return m
	}
	return cmp.Or(p.Publisher, "not said")
}

func share(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// totals returns the two shares that measure the rules.
func (s *score) totals(name string) string {
	return fmt.Sprintf("%s: %d pages, %.1f %% without a serious fault, %.1f %% without any",
		name, s.pages, share(s.pages-s.serious, s.pages), share(s.pages-s.any, s.pages))
}

func (s *score) table(name string, fields map[string]*score) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s; %d of %d rows right (%.1f %%); %d rows to read closely (%.1f %% of those with papers)\n",
		s.totals(name), s.rowsRight, s.rows, share(s.rowsRight, s.rows), s.closed, share(s.closed, s.papers))
	for _, k := range sorted(s.classes) {
		fmt.Fprintf(&b, "  rows %-9s %4d of %4d right\n", k, s.classes[k][0], s.classes[k][1])
	}
	for _, k := range sorted(s.kinds) {
		fmt.Fprintf(&b, "  faults %-16s %4d, serious %4d\n", k, s.kinds[k][0], s.kinds[k][1])
	}
	for _, k := range sorted(fields) {
		f := fields[k]
		fmt.Fprintf(&b, "  %-28s %3d pages, %5.1f %% without a serious fault, %5.1f %% without any; rows %5.1f %%\n",
			k, f.pages, share(f.pages-f.serious, f.pages), share(f.pages-f.any, f.pages), share(f.rowsRight, f.rows))
	}
	return b.String()
}

func sorted[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
