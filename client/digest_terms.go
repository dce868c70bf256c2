package client

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var channelOrder = []Channel{ChannelDirect, ChannelPostal, ChannelOnline, ChannelOther}

func byChannel(a, b Channel) int {
	return cmp.Compare(slices.Index(channelOrder, a), slices.Index(channelOrder, b))
}

func addChannel(cs []Channel, c Channel) []Channel {
	if !slices.Contains(cs, c) {
		cs = append(cs, c)
		slices.SortFunc(cs, byChannel)
	}
	return cs
}

func digestChannels(ms []Method) []Channel {
	var out []Channel
	for _, m := range ms {
		out = addChannel(out, m.Channel)
	}
	return out
}

// unsaid tells whether a limit says nothing: no number and no words. The portal
// sends a number with unit OTHER, but then the number means nothing.
func (l TimeLimit) unsaid() bool {
	return l.Text == "" && (l.Unit == UnitNone || l.Unit == UnitOther || l.Quantity <= 0)
}

// digestTimes groups the channels by time limit, the quickest first. Limits by
// case count when the cases differ, or when the channels leave the limit open
// and the steps have no rule either.
func digestTimes(p Procedure, ruled bool) []DigestTime {
	var out []DigestTime
	for _, m := range p.Methods {
		i := slices.IndexFunc(out, func(t DigestTime) bool { return t.Limit == m.Limit })
		if i < 0 {
			i = len(out)
			out = append(out, DigestTime{Limit: m.Limit})
		}
		out[i].Channels = addChannel(out[i].Channels, m.Channel)
	}
	said := func(t DigestTime) bool { return t.Limit.Unit == UnitOther || !t.Limit.unsaid() }
	if slices.ContainsFunc(out, said) {
		out = slices.DeleteFunc(out, func(t DigestTime) bool { return !said(t) })
	}
	if len(out) == 1 {
		out[0].Channels = nil
	}
	slices.SortStableFunc(out, func(a, b DigestTime) int { return cmp.Compare(a.Limit.hours(), b.Limit.hours()) })
	byCase := caseTimes(p.CaseLimits)
	open := !slices.ContainsFunc(out, func(t DigestTime) bool { return !t.Limit.unsaid() })
	switch {
	case len(byCase) > 1:
		return append(slices.DeleteFunc(out, func(t DigestTime) bool { return t.Limit.unsaid() && !ruled }), byCase...)
	case len(byCase) == 1 && open && !ruled:
		byCase[0].Case = ""
		return byCase
	}
	return out
}

// hours ranks limits; a working day counts eight hours of work but a day on the
// calendar.
func (l TimeLimit) hours() float64 {
	switch l.Unit {
	case UnitHour:
		return l.Quantity
	case UnitWorkingHour:
		return l.Quantity * 3
	case UnitDay:
		return l.Quantity * 24
	case UnitWorkingDay:
		return l.Quantity * 24 * 7 / 5
	default:
		return 0
	}
}

// caseTimes are the distinct limits by case; one element when all agree. The
// portal repeats names and limits for technical variants of a procedure.
func caseTimes(limits []CaseLimit) []DigestTime {
	var out []DigestTime
	for _, l := range limits {
		if l.Limit.unsaid() {
			continue
		}
		t := DigestTime{Limit: l.Limit, Case: foldSpace(l.Name)}
		if !slices.ContainsFunc(out, func(o DigestTime) bool { return o.Limit == t.Limit && o.Case == t.Case }) {
			out = append(out, t)
		}
	}
	if len(out) > 1 && !slices.ContainsFunc(out, func(o DigestTime) bool { return o.Limit != out[0].Limit }) {
		return out[:1]
	}
	return out
}

// digestCosts groups the channels by what they cost. A charge of which nothing
// is known adds nothing beside one that is.
func digestCosts(ms []Method) []DigestCost {
	var out []DigestCost
	for _, m := range ms {
		fees := distinctFees(m.Fees)
		i := slices.IndexFunc(out, func(c DigestCost) bool {
			return slices.EqualFunc(c.Fees, fees, sameFee)
		})
		if i < 0 {
			i = len(out)
			out = append(out, DigestCost{Fees: fees})
		}
		out[i].Channels = addChannel(out[i].Channels, m.Channel)
		for j := range fees { // one channel may explain what another leaves out
			if len(fees[j].Text) > len(out[i].Fees[j].Text) {
				out[i].Fees[j] = fees[j]
			}
		}
	}
	slices.SortStableFunc(out, func(a, b DigestCost) int { return byChannel(a.Channels[0], b.Channels[0]) })
	if len(out) == 1 {
		out[0].Channels = nil
	}
	return out
}

func distinctFees(fees []Fee) []DigestFee {
	var out []DigestFee
	for _, f := range fees {
		d := DigestFee{Fee: f, For: feePurpose(f.Text), Per: feeUnit(f)}
		if !slices.ContainsFunc(out, func(o DigestFee) bool { return sameFee(o, d) && o.Text == d.Text }) {
			out = append(out, d)
		}
	}
	known := func(f DigestFee) bool { return f.State != FeeUnknown || f.Text != "" }
	if slices.ContainsFunc(out, known) {
		out = slices.DeleteFunc(out, func(f DigestFee) bool { return !known(f) })
	}
	if len(out) == 0 {
		out = []DigestFee{{}}
	}
	return out
}

// sameFee tells whether a person pays the same. Explanations are worded and
// bracketed differently by channel, so they do not count.
func sameFee(a, b DigestFee) bool {
	return a.State == b.State && a.Type == b.Type && a.Amount == b.Amount && a.Currency == b.Currency && a.For == b.For
}

// feePurpose is the head of a fee's description up to the first colon.
func feePurpose(text string) string {
	head, _, ok := strings.Cut(stripBullet(foldSpace(text)), ":")
	head, _, _ = strings.Cut(head, " đối với ")
	head = trimEnd(outside(head))
	if !ok || head == "" || len([]rune(head)) > maxPaperName || lawHead.MatchString(head) || strings.Contains(head, ". ") {
		return ""
	}
	return upperFirst(head)
}

var (
	lawHead = regexp.MustCompile(`(?i)^(?:luật|thông tư|nghị định|mức|lưu ý|cụ thể|như sau|trường hợp|kể từ|[^ ]*lệ phí|phí)(?:\s[^:]{0,12})?$`)
	perUnit = regexp.MustCompile(`(?i)^\(?/ ?([\p{L} ]{1,30}?)\)?$`)
	perRate = regexp.MustCompile(`(?i)(\d[\d.,]*) ?(?:đồng|đ|vnđ|vnd|usd) ?/ ?([\p{L}/ ]{1,30}?)\s*(?:[.,;:()]|$)`)
)

// feeUnit is what an amount is counted by, when the description says so of
// this very amount: "/trang", "10.000 đồng/người/lần đăng ký".
func feeUnit(f Fee) string {
	if f.State != FeeAmount {
		return ""
	}
	text := foldSpace(f.Text)
	if m := perUnit.FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1])
	}
	for _, m := range perRate.FindAllStringSubmatch(text, -1) {
		n, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "").Replace(m[1]), 10, 64)
		if err == nil && n == f.Amount {
			return strings.TrimSpace(m[2])
		}
	}
	return ""
}

func digestPlace(p Procedure) []string {
	var out []string
	add := func(s string) {
		if s = trimEnd(stripBullet(foldSpace(s))); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for line := range strings.SplitSeq(p.Receiving, "\n") {
		add(line)
	}
	if len(out) == 0 {
		for _, e := range p.Executing {
			add(e)
		}
	}
	return out
}

// Decree texts say "tiếp nhận hồ sơ sau 15 giờ ... trả kết quả trong ngày làm
// việc tiếp theo".
var (
	afterHour = regexp.MustCompile(`(?i)sau (\d{1,2}) ?(?:giờ|h\b)`)
	nextDay   = regexp.MustCompile(`(?i)ngày làm việc (?:tiếp theo|kế tiếp|hôm sau)`)
)

// cutOff finds the sentence with both, and its hour.
func cutOff(p Procedure) (int, string) {
	var texts []string
	for _, m := range p.Methods {
		texts = append(texts, m.Limit.Text, m.Description)
	}
	for _, s := range p.Steps {
		texts = append(texts, s.Text)
	}
	for _, t := range append(texts, p.Notes) {
		for sentence := range strings.FieldsFuncSeq(t, func(r rune) bool { return strings.ContainsRune(".;\n", r) }) {
			m := afterHour.FindStringSubmatch(sentence)
			if m == nil || !nextDay.MatchString(sentence) {
				continue
			}
			if hour, err := strconv.Atoi(m[1]); err == nil && hour >= 1 && hour <= 23 {
				return hour, trimEnd(stripBullet(foldSpace(sentence)))
			}
		}
	}
	return 0, ""
}
