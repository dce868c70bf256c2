package digest

import (
	"slices"
	"strconv"
	"strings"

	"motcua/client"
)

// What it costs: the amount of the field, held against the words beside it.

// digestCosts groups the channels by what they cost. A charge of which nothing
// is known adds nothing beside one that is.
func digestCosts(ms []client.Method) []Cost {
	var out []Cost
	for _, m := range ms {
		fees := distinctFees(m)
		i := slices.IndexFunc(out, func(c Cost) bool {
			return slices.EqualFunc(c.Fees, fees, sameFee)
		})
		if i < 0 {
			i = len(out)
			out = append(out, Cost{Fees: fees})
		}
		out[i].Channels = addChannel(out[i].Channels, m.Channel)
		for j := range fees { // one channel may explain what another leaves out
			others := fees[j].Others || out[i].Fees[j].Others
			if len(fees[j].Text) > len(out[i].Fees[j].Text) {
				out[i].Fees[j] = fees[j]
			}
			out[i].Fees[j].Others = others
		}
	}
	slices.SortStableFunc(out, func(a, b Cost) int { return byChannel(a.Channels[0], b.Channels[0]) })
	if len(out) == 1 {
		out[0].Channels = nil
	}
	return out
}

func distinctFees(m client.Method) []Fee {
	var out []Fee
	more := describedElsewhere(m)
	for _, f := range m.Fees {
		for _, d := range feesOf(withDescription(f, m)) {
			d.Others = d.Others || more && d.State == client.FeeAmount && d.Until == ""
			if !slices.ContainsFunc(out, func(o Fee) bool { return sameFee(o, d) && o.Text == d.Text }) {
				out = append(out, d)
			}
		}
	}
	// Words that contradict the field make every row of this charge a matter of
	// its words.
	for _, f := range m.Fees {
		if f.State != client.FeeAmount || len(feesOf(f)) != 1 || feesOf(f)[0].State != client.FeeUnknown {
			continue
		}
		for i := range out {
			if out[i].State == client.FeeAmount && out[i].Amount == f.Amount && out[i].Type == f.Type && out[i].Fee.Text != "" {
				out[i].State, out[i].Amount, out[i].Others, out[i].Per = client.FeeUnknown, 0, false, ""
			}
		}
	}
	known := func(f Fee) bool { return f.State != client.FeeUnknown || f.Text != "" }
	if slices.ContainsFunc(out, known) {
		out = slices.DeleteFunc(out, func(f Fee) bool { return !known(f) })
	}
	if len(out) == 0 {
		out = []Fee{{}}
	}
	return freeForSome(out)
}

// freeForSome folds rows that free some people into the amounts beside them:
// "10.000 đồng, miễn phí" in one breath would tell nobody what is due.
func freeForSome(fees []Fee) []Fee {
	some := func(f Fee) bool { return f.State == client.FeeFree && f.For == "" && forSome().MatchString(f.Text) }
	priced := func(f Fee) bool { return f.State == client.FeeAmount }
	if !slices.ContainsFunc(fees, some) || !slices.ContainsFunc(fees, priced) {
		return fees
	}
	fees = slices.DeleteFunc(fees, some)
	for i := range fees {
		fees[i].Others = fees[i].Others || priced(fees[i])
	}
	return fees
}

// sameFee tells whether a person pays the same. Explanations are worded and
// bracketed differently by channel, so they do not count.
func sameFee(a, b Fee) bool {
	return a.State == b.State && a.Type == b.Type && a.Amount == b.Amount && a.Currency == b.Currency && a.For == b.For
}

// feePurpose is the head of a fee's description up to the first colon, when
// that tells what this charge is for: no sums and no cases of their own in it,
// and behind it no other amount than this charge's.
func feePurpose(f client.Fee) string {
	head, rest, ok := strings.Cut(stripBullet(foldSpace(f.Text)), ":")
	if !ok || len(amountsIn(head)) > 0 || strings.Contains(strings.ToLower(head), "trường hợp") && !forHead().MatchString(head) {
		return ""
	}
	if named := amountsIn(rest); f.State == client.FeeAmount && len(named) > 0 && named[0] != f.Amount {
		return ""
	}
	head, _, _ = strings.Cut(head, " đối với ")
	head = trimEnd(outside(head))
	if head == "" || len([]rune(head)) > maxPurpose || lawHead().MatchString(head) || strings.Contains(head, ". ") {
		return ""
	}
	return upperFirst(head)
}

// otherAmounts tells whether a charge's text names more than the charge: another
// amount, a rate that changes it, people who pay less or nothing, or that each
// province sets its own. Real texts: "160.000/hộ chiếu, trường hợp cấp lại do bị
// hư hỏng hoặc bị mất: 320.000đ/hộ chiếu", "bằng 50% mức thu nêu trên".
func otherAmounts(f client.Fee) bool {
	text := foldSpace(f.Text)
	named := amountsIn(text)
	switch f.State {
	case client.FeeAmount:
		return slices.ContainsFunc(named, func(n int64) bool { return n != f.Amount }) || changes().MatchString(text)
	case client.FeeFree:
		return len(named) > 0 || copyCharge().MatchString(text)
	default:
		return false // the text is all there is to say
	}
}

// describedElsewhere tells whether the channel's description names an amount
// that none of its fees is: "từ trang thứ ba trở lên thu 1.000 đồng/trang".
func describedElsewhere(m client.Method) bool {
	return slices.ContainsFunc(amountsIn(m.Description), func(n int64) bool {
		return !slices.ContainsFunc(m.Fees, func(f client.Fee) bool { return f.Amount == n })
	})
}

// maxPurpose is how long, in runes, the words on what a charge is for may be.
const maxPurpose = 80

var (
	lawHead = pattern(`(?i)^(?:luật|thông tư|nghị định|mức|lưu ý|cụ thể|như sau|trường hợp|kể từ|[^ ]*lệ phí|phí)(?:\s[^:]{0,12})?$`)
	perUnit = pattern(`(?i)^\(?/ ?([\p{L} ]{1,30}?)\)?$`)
	perRate = pattern(`(?i)(\d[\d.,]*) ?(?:đồng|đ|vnđ|vnd|usd) ?/ ?([\p{L}/ ]{1,30}?)\s*(?:[.,;:()]|$)`)

	sumForm = pattern(`(?i)(\d+(?:[.,]\d+)*) ?(đồng|vnđ|vnd|đ|việt nam đồng|usd|đô la mỹ)?(?:[^\p{L}\d]|$)`)
	grouped = pattern(`^\d{1,3}(?:[.,]\d{3})+$`)

	// changes are words that make an amount hold for some only.
	changes = pattern(`(?i)\d ?%|miễn|giảm|áp dụng đến hết|(?:hội đồng nhân dân|ủy ban nhân dân)[^.;]{0,80}(?:quyết định|quy định|ban hành)`)
	// copyCharge is what is due on top of something free.
	copyCharge = pattern(`(?i)phí (?:cấp|cung cấp|công bố|bản sao)`)
	// forSome names for whom something is free.
	forSome = pattern(`(?i)(?:cho|với|trường hợp|nếu|khi|diện)\s`)
	forHead = pattern(`(?i)^[^,;]* đối với (?:các |những )?trường hợp [^,;]*$`)
)

// amountsIn are the distinct amounts of money that a text names, in its order:
// numbers with a currency and numbers in groups of thousands.
func amountsIn(text string) []int64 {
	var out []int64
	for len(text) > 0 {
		m := sumForm().FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		digits := text[m[2]:m[3]]
		if m[4] >= 0 || grouped().MatchString(digits) {
			n, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "").Replace(digits), 10, 64)
			if err == nil && n > 0 && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
		text = text[m[3]:]
	}
	return out
}

// feeUnit is what an amount is counted by, when the description says so of
// this very amount: "/trang", "10.000 đồng/người/lần đăng ký".
func feeUnit(f client.Fee) string {
	if f.State != client.FeeAmount {
		return ""
	}
	text := foldSpace(f.Text)
	if m := perUnit().FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1])
	}
	for _, m := range perRate().FindAllStringSubmatch(text, -1) {
		n, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "").Replace(m[1]), 10, 64)
		if err == nil && n == f.Amount {
			return strings.TrimSpace(m[2])
		}
	}
	return ""
}

// feesOf reads one charge. The field's amount counts when the words agree with
// it; a relief that holds up to a date stands beside it; where the words name
// other amounts only, or the amount cannot be one (700 đồng), the words alone are
// told.
func feesOf(f client.Fee) []Fee {
	d := Fee{Fee: f, For: feePurpose(f), Per: feeUnit(f), Others: otherAmounts(f)}
	if f.State != client.FeeAmount {
		return []Fee{d}
	}
	dong := f.Currency == "" || f.Currency == "VND"
	text := foldSpace(f.Text)
	rs := reliefs(text)
	if slices.Contains(amountsIn(text), f.Amount) { // a date behind another amount is no relief from this one
		rs = slices.DeleteFunc(rs, func(r relief) bool { return r.amount > f.Amount })
	}
	named := slices.DeleteFunc(amountsIn(text), func(n int64) bool {
		return slices.ContainsFunc(rs, func(r relief) bool { return r.amount == n })
	})
	clash := len(named) > 0 && !slices.Contains(named, f.Amount)
	for _, r := range rs {
		clash = clash || r.amount > f.Amount
	}
	if clash || dong && f.Amount < smallestCharge {
		d.State, d.Amount, d.Others, d.Per = client.FeeUnknown, 0, false, ""
		if text == "" {
			d.Fee.Text = ""
		}
		return []Fee{d}
	}
	if len(rs) == 0 {
		return []Fee{d}
	}
	var out []Fee
	for _, r := range rs {
		if r.amount == f.Amount && len(named) == 0 && len(rs) == 1 {
			d.Until = r.until // the field has the relief; what comes after it stands in the words
			d.Others = len(amountsIn(text)) > 1
			return []Fee{d}
		}
		if r.amount == f.Amount {
			continue
		}
		e := d
		e.Amount, e.Until, e.Others = r.amount, r.until, false
		if r.amount == 0 {
			e.State = client.FeeFree
		}
		out = append(out, e)
	}
	d.Others = len(named) > 1
	return append(out, d)
}

// withDescription gives a charge the relief that only the channel's description
// tells.
func withDescription(f client.Fee, m client.Method) client.Fee {
	if f.State != client.FeeAmount || len(reliefs(foldSpace(f.Text))) > 0 {
		return f
	}
	if rs := reliefs(foldSpace(m.Description)); len(rs) == 1 && rs[0].amount < f.Amount && rs[0].amount > 0 {
		f.Text = strings.TrimSpace(f.Text + " " + foldSpace(m.Description))
	}
	return f
}

// smallestCharge is less than any charge in đồng that is known: what is below is
// a slip of the source ("700 đồng" for 700.000) or another currency.
const smallestCharge = 1_000

// relief is an amount that holds up to a date.
type relief struct {
	amount int64
	until  string
}

var (
	untilForm = pattern(`(?i)(?:đến hết|đến)(?: ngày)? ?(\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})`)
	freeUntil = pattern(`(?i)miễn(?: thu| lệ| nộp)*(?: phí)?[^.;]{0,40}$`)
)

// reliefs are the amounts of a text that hold up to a date: "25.000 đồng (áp
// dụng đến hết ngày 31/12/2026)".
func reliefs(text string) []relief {
	var out []relief
	for _, m := range untilForm().FindAllStringSubmatchIndex(text, -1) {
		// The amount stands before the date, in the same clause.
		before := text[:m[0]]
		if i := strings.LastIndexAny(before, ";"); i >= 0 {
			before = before[i:]
		}
		if i := strings.LastIndex(before, ". "); i >= 0 && len(amountsIn(before[i:])) > 0 {
			before = before[i:]
		}
		until := dayMonthYear(text[m[2]:m[3]])
		if freeUntil().MatchString(before) {
			out = append(out, relief{0, until})
			continue
		}
		if all := amountsIn(before); len(all) > 0 {
			r := relief{all[len(all)-1], until}
			if !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// dayMonthYear writes "31 tháng 12 năm 2026" as "31/12/2026".
func dayMonthYear(s string) string {
	return strings.NewReplacer(" tháng ", "/", " năm ", "/").Replace(s)
}
