package deadline

import (
	"slices"
	"strconv"
	"strings"

	"motcua/client"
	"motcua/client/digest/channel"
	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// The limits that the page shows. A portal gives a limit in a field, in the words of its
// channels and in the steps. A limit is shown when the field and the words agree; where they
// differ nothing is promised, and the page shows the words.

// Times groups the channels by time limit, the shortest first. Limits by case are used when the
// cases differ, or when the channels give no limit and the steps have no rule. words are the
// source's clauses that contradict the field; then no limit is returned.
func Times(p client.Procedure, ruled bool) (out []Time, words []string) {
	out = channelTimes(p)
	if ruled && cutoff(p, methodsToPromise(p)) { // the limit stands in the words of a step
		for i := range out {
			if out[i].Limit.Unit == client.UnitNone {
				out[i].Limit.Unit = client.UnitOther
			}
		}
	}
	byCase := caseTimes(p.CaseLimits)
	open := !slices.ContainsFunc(out, func(t Time) bool { return !unsaid(t.Limit) })
	switch {
	case len(byCase) > 1:
		return append(slices.DeleteFunc(out, func(t Time) bool { return unsaid(t.Limit) && !ruled }), byCase...), nil
	case len(byCase) == 1 && open && !ruled:
		byCase[0].Case = ""
		return byCase, nil
	case ruled && !ownWords(p):
		return out, nil
	}
	return checkTimes(p, out)
}

// caseTimes returns the distinct limits by case; one element when all agree. The portal repeats
// names and limits for technical variants of a procedure.
func caseTimes(limits []client.CaseLimit) []Time {
	var out []Time
	for _, l := range limits {
		if unsaid(l.Limit) {
			continue
		}
		t := Time{Limit: l.Limit, Case: token.FoldSpace(l.Name)}
		if !slices.ContainsFunc(out, func(o Time) bool { return o.Limit == t.Limit && o.Case == t.Case }) {
			out = append(out, t)
		}
	}
	if len(out) > 1 && !slices.ContainsFunc(out, func(o Time) bool { return o.Limit != out[0].Limit }) {
		return out[:1]
	}
	return out
}

// channelTimes returns the limits of the channels' fields.
func channelTimes(p client.Procedure) []Time {
	var out []Time
	for _, m := range p.Methods {
		i := slices.IndexFunc(out, func(t Time) bool { return t.Limit == m.Limit })
		if i < 0 {
			i = len(out)
			out = append(out, Time{Limit: m.Limit})
		}
		out[i].Channels = channel.Add(out[i].Channels, m.Channel)
	}
	said := func(t Time) bool { return t.Limit.Unit == client.UnitOther || !unsaid(t.Limit) }
	if slices.ContainsFunc(out, said) {
		out = slices.DeleteFunc(out, func(t Time) bool { return !said(t) })
	}
	if len(out) == 1 {
		out[0].Channels = nil
	}
	slices.SortStableFunc(out, func(a, b Time) int { return compareHours(a.Limit, b.Limit) })
	return out
}

// checkTimes compares the field with the words.
func checkTimes(p client.Procedure, field []Time) ([]Time, []string) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	spoken := channelStages(p)
	steps := stepStages(p)
	told := slices.DeleteFunc(slices.Clone(field), func(t Time) bool { return unsaid(t.Limit) || t.Limit.Unit == client.UnitOther })
	if len(told) == 0 {
		for _, ss := range [][]stage{spoken, steps} {
			if b := branches(ss); len(b) > 0 {
				return b, nil
			}
		}
		for _, ss := range [][]stage{spoken, steps} {
			if l, ok := agreed(ss); ok && !ofOthers(ss) && (len(field) == 0 || field[0].Limit.Unit != client.UnitOther || field[0].Limit.Quantity == l.Quantity) {
				return []Time{{Limit: l}}, nil
			}
		}
		return field, nil
	}
	if len(told) > 1 {
		return manyFields(p, told, spoken, steps)
	}
	if !slices.ContainsFunc(p.Methods, func(m client.Method) bool { return m.Channel != client.ChannelPostal }) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...) // the day on which post arrives is unknown
	}
	f := told[0]
	if partsOfField(p, f.Limit) {
		return field, nil
	}
	if halfSaid(p) && !confirms(f.Limit, spoken) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...) // the cases of a channel, of which some have no limit
	}
	if slices.ContainsFunc(field, func(t Time) bool { return t.Limit.Unit == client.UnitOther && t.Limit.Text == "" }) && !confirms(f.Limit, spoken) && !confirms(f.Limit, steps) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...) // another channel has a time that cannot be given
	}
	for _, ss := range [][]stage{spoken, steps} {
		if b := branches(ss); len(b) > 1 && slices.ContainsFunc(b, func(t Time) bool { return sameLimit(t.Limit, f.Limit) }) {
			return b, nil
		}
	}
	if ts := eventClauses(p, f.Limit); len(ts) > 0 {
		for _, c := range clauses(append(spoken, steps...)) {
			if !slices.Contains(ts, c) && len(ts) < 4 {
				ts = append(ts, c)
			}
		}
		return nil, ts
	}
	if severalDossiers(p) && len(spoken) > 1 && !slices.ContainsFunc(spoken, func(s stage) bool { return s.branch != "" || sameLimit(s.limit, f.Limit) }) && adds(f.Limit, spoken) {
		return nil, clauses(append(spoken, steps...)) // the sum of what each of several dossiers takes
	}
	if confirms(f.Limit, spoken) && !byOffice(spoken) {
		return onlyBranch(p, field, spoken), nil
	}
	if ts := otherBranch(f, spoken, steps); len(ts) > 0 {
		return ts, nil
	}
	if b := branches(spoken); len(b) > 1 && !slices.ContainsFunc(spoken, func(s stage) bool { return sameLimit(s.limit, f.Limit) }) {
		if !slices.ContainsFunc(spoken, func(s stage) bool { return s.branch == "" || !s.whole }) {
			return b, nil // every limit belongs to a case, and the field is their sum
		}
		return nil, clauses(spoken) // the field adds up or mixes the limits of cases
	}
	if fromEvent(p) && !slices.ContainsFunc(slices.Concat(spoken, steps), func(s stage) bool { return s.whole }) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...)
	}
	if all := stepLimits(p); summed(all, f.Limit) && !slices.ContainsFunc(all, func(l client.TimeLimit) bool { return sameLimit(l, f.Limit) || hours(l) > hours(f.Limit) }) && !contradicts(f.Limit, spoken) {
		return field, nil
	}
	if contradicts(f.Limit, spoken) || contradicts(f.Limit, steps) || decidedLater(f.Limit, steps) || decidedLater(f.Limit, spoken) || byOffice(spoken) {
		return nil, clauses(append(spoken, steps...))
	}
	branched := func(s stage) bool {
		return s.branch != "" && !s.chain && !s.odd && !sameLimit(s.limit, f.Limit)
	}
	if slices.ContainsFunc(spoken, branched) || slices.ContainsFunc(steps, branched) || otherAct(p, f.Limit, steps) {
		return nil, clauses(append(spoken, steps...)) // some people wait longer or less, and the field does not say who
	}
	if unheard(p, f.Limit) {
		return nil, clauses(append(spoken, steps...))
	}
	return field, nil
}

// halfSaid reports whether a channel has several rows of which some have a limit and others none:
// they are cases, and the limit is not everybody's.
func halfSaid(p client.Procedure) bool {
	for _, m := range p.Methods {
		if !unsaid(m.Limit) {
			continue
		}
		if slices.ContainsFunc(p.Methods, func(o client.Method) bool {
			return o.Channel == m.Channel && !unsaid(o.Limit) && naming.Key(o.Description) != naming.Key(m.Description)
		}) {
			return true
		}
	}
	return false
}

// severalDossiers reports whether a page lists more than one dossier.
func severalDossiers(p client.Procedure) bool {
	n := 0
	for _, c := range p.Cases {
		low := token.Lowered(token.FoldSpace(c.Name))
		if len(c.Rows) > 0 && (strings.Contains(low, "hồ sơ ") || strings.Contains(low, "trường hợp")) {
			n++
		}
	}
	return n > 1
}

// otherBranch reads a field whose channels name a longer limit for one case and say nothing else:
// "20 ngày làm việc đối với cây thuộc danh mục bảo tồn" beside a field of 10 days.
func otherBranch(f Time, spoken, steps []stage) []Time {
	if len(spoken) == 0 || len(steps) > 0 {
		return nil
	}
	s := spoken[0]
	if s.branch == "" || s.chain || s.odd || s.limit.Unit != f.Limit.Unit || s.limit.Quantity <= f.Limit.Quantity || slices.ContainsFunc(spoken, func(o stage) bool { return o.branch != s.branch || o.limit != s.limit }) {
		return nil
	}
	return []Time{{Limit: f.Limit}, {Limit: s.limit, Case: s.branch}}
}

// onlyBranch adds the case to a limit if the words give it for one case alone and say that
// others are settled at once.
func onlyBranch(p client.Procedure, field []Time, spoken []stage) []Time {
	b := spoken[0].branch
	if b == "" || len(field) != 1 || slices.ContainsFunc(spoken, func(s stage) bool { return s.branch != b }) {
		return field
	}
	if !slices.ContainsFunc(p.Methods, func(m client.Method) bool { return atOnce().MatchString(m.Description) }) {
		return field
	}
	t := field[0]
	t.Case = b
	return []Time{t}
}

// atOnce matches a decision without a wait.
var atOnce = token.Pattern(`(?i)\bngay (?:sau )?khi nhận|giải quyết ngay|\bngay trong ngày`)

// ownWords reports whether a channel's own words give another limit than its field.
func ownWords(p client.Procedure) bool {
	return slices.ContainsFunc(p.Methods, func(m client.Method) bool {
		ss := stagesIn(m.Limit.Text + ". " + m.Description)
		return len(ss) == 1 && ss[0].whole && ss[0].branch == "" && m.Limit.Quantity > 0 && m.Limit.Unit != client.UnitOther && !sameLimit(ss[0].limit, m.Limit)
	})
}

// manyFields handles channels, or rows of a channel, with different limits.
func manyFields(p client.Procedure, told []Time, spoken, steps []stage) ([]Time, []string) {
	if ownWords(p) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...)
	}
	for _, ss := range [][]stage{spoken, steps} {
		if b := branches(ss); len(b) > 1 && covers(b, told) {
			return b, nil
		}
	}
	if b := caseRows(p); len(b) > 1 && covers(b, told) {
		return b, nil
	}
	if t, ok := followingRows(p); ok {
		return []Time{t}, nil
	}
	if slices.ContainsFunc(spoken, func(s stage) bool { return s.chain }) {
		return nil, clauses(spoken)
	}
	for i, t := range told {
		// One channel has several limits and no words to distinguish them.
		for _, o := range told[i+1:] {
			if slices.ContainsFunc(t.Channels, func(c client.Channel) bool { return slices.Contains(o.Channels, c) }) {
				return nil, clauses(append(spoken, steps...))
			}
		}
		if contradicts(t.Limit, steps) && !slices.ContainsFunc(steps, func(s stage) bool { return sameLimit(s.limit, t.Limit) }) {
			return nil, clauses(append(spoken, steps...))
		}
	}
	if !onlineQuicker(told) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...)
	}
	return told, nil
}

// caseRows reads rows of channels that each have a limit and begin with its case: "trường hợp thay
// đổi tên", and no other limit in words.
func caseRows(p client.Procedure) []Time {
	var out []Time
	for _, m := range p.Methods {
		l := token.Scan(token.FoldSpace(m.Description))
		q := l.SkipBullets(token.Between(0, len(l.Tokens)))
		if l.At(q.From) == "(" && l.Closing(q.From, q.To) == q.From+3 {
			q = l.SkipBullets(token.Between(q.From+3, q.To)) // "(1) Trường hợp …"
		}
		n := vocab.CaseOpeners.Match(l, q.From, q.To)
		if n == 0 || unsaid(m.Limit) || m.Limit.Unit == client.UnitOther {
			return nil
		}
		q.From += n
		if ss := stagesIn(m.Description); len(ss) > 0 {
			c := l.Colon(q)
			if c < 0 || !listsParts(m.Description, m.Limit) && slices.ContainsFunc(ss, func(s stage) bool { return !sameLimit(s.limit, m.Limit) || s.chain || s.branch != "" }) {
				return nil
			}
			for k := c; k+1 < q.To; k++ {
				if l.At(k) == ":" && l.At(k+1) == "*" {
					c = k // "Trường hợp đề nghị: tăng công suất; đổi tên: * Cách thực hiện …"
					break
				}
			}
			q.To = c // "Trường hợp X: … Thời hạn giải quyết: 10 ngày"
		}
		t := Time{Limit: m.Limit, Case: condition.New(l, q, true).Words}
		same := func(o Time) bool { return o.Case == t.Case }
		if i := slices.IndexFunc(out, same); i < 0 {
			out = append(out, t)
		} else if out[i].Limit != t.Limit {
			return nil
		}
	}
	slices.SortStableFunc(out, func(a, b Time) int { return compareHours(a.Limit, b.Limit) })
	return out
}

// followingRows adds up a channel's rows of which one counts from the day of a complete dossier
// and each other one from the end of the one before: an inspection and the decision after it.
func followingRows(p client.Procedure) (Time, bool) {
	sums, wholes := map[client.Channel]float64{}, map[client.Channel]int{}
	for _, m := range p.Methods {
		ss := stagesIn(m.Description)
		if len(ss) != 1 || ss[0].branch != "" && !ss[0].chain || !sameLimit(ss[0].limit, m.Limit) || m.Limit.Unit != p.Methods[0].Limit.Unit || !ss[0].whole && !ss[0].chain {
			return Time{}, false
		}
		if ss[0].whole {
			wholes[m.Channel]++
		} else if wholes[m.Channel] == 0 {
			return Time{}, false // the first one counts from another event
		}
		sums[m.Channel] += m.Limit.Quantity
	}
	first := p.Methods[0]
	for c, sum := range sums {
		if wholes[c] != 1 || sum != sums[first.Channel] || sum == first.Limit.Quantity {
			return Time{}, false
		}
	}
	return Time{Limit: client.TimeLimit{Quantity: sums[first.Channel], Unit: first.Limit.Unit}}, true
}

// onlineQuicker reports whether limits by channel differ in the only obvious way: online filing
// is fastest and post slowest. Otherwise the field means cases that it does not name.
func onlineQuicker(told []Time) bool {
	return slices.Equal(told[0].Channels, []client.Channel{client.ChannelOnline}) && slices.Contains(told[1].Channels, client.ChannelDirect)
}

// covers reports whether each limit of the field is one of the branches.
func covers(b, told []Time) bool {
	for _, t := range told {
		if !slices.ContainsFunc(b, func(o Time) bool { return sameLimit(o.Limit, t.Limit) }) {
			return false
		}
	}
	return true
}

// fieldWords returns the field's limits as words: it is unclear what they apply to.
func fieldWords(told []Time) []string {
	var out []string
	for _, t := range told {
		w := strconv.FormatFloat(t.Limit.Quantity, 'f', -1, 64) + " " + unitWords[t.Limit.Unit]
		var cs []string
		for _, c := range t.Channels {
			if n := channelWords[c]; n != "" {
				cs = append(cs, n)
			}
		}
		if len(cs) > 0 {
			w += " (" + strings.Join(cs, ", ") + ")"
		}
		out = append(out, w)
	}
	return out
}

var (
	unitWords    = map[client.TimeUnit]string{client.UnitWorkingDay: "ngày làm việc", client.UnitDay: "ngày", client.UnitHour: "giờ", client.UnitWorkingHour: "giờ làm việc"}
	channelWords = map[client.Channel]string{client.ChannelDirect: "trực tiếp", client.ChannelPostal: "bưu chính", client.ChannelOnline: "trực tuyến"}
)

// Time is one time limit and what it applies to.
type Time struct {
	Limit    client.TimeLimit
	Channels []client.Channel // nil: all channels of the procedure
	Case     string           // the name of the case, if the source gives limits by case
}
