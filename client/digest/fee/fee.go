// Package fee determines what a procedure costs, by channel: the amounts in the portal's
// fields, compared with the words beside them. If the words name other amounts or exempt some
// people, the Fee says so. If they contradict the field, only its text is shown.
//
// The rules are our own, because portals give one amount and a text of any length, in which
// laws, years and page counts look like money.
package fee

import (
	"slices"
	"strconv"
	"strings"

	"motcua/client"
	"motcua/client/digest/channel"
	"motcua/client/digest/token"
)

// Costs groups the channels by what they cost. A charge about which nothing is known is dropped
// beside a known one.
func Costs(ms []client.Method) []Cost {
	var out []Cost
	all := make([][]Fee, len(ms))
	for i, m := range ms {
		all[i] = distinctFees(m)
	}
	slips(ms, all)
	if c, ok := casesByChannel(ms, all); ok {
		return []Cost{c}
	}
	for k, m := range ms {
		fees := all[k]
		i := slices.IndexFunc(out, func(c Cost) bool {
			return slices.EqualFunc(c.Fees, fees, sameFee)
		})
		if i < 0 {
			i = len(out)
			out = append(out, Cost{Fees: fees})
		}
		out[i].Channels = channel.Add(out[i].Channels, m.Channel)
		for j := range fees { // one channel may explain what another leaves out
			others := fees[j].Others || out[i].Fees[j].Others
			if len(fees[j].Text) > len(out[i].Fees[j].Text) {
				out[i].Fees[j] = fees[j]
			}
			out[i].Fees[j].Others = others
		}
	}
	slices.SortStableFunc(out, func(a, b Cost) int { return channel.Compare(a.Channels[0], b.Channels[0]) })
	if len(out) == 1 {
		out[0].Channels = nil
	}
	return out
}

// slips keeps only the words of charges that differ by channel because of an error in the
// source: the words are the same and name one amount, or one amount has one zero too many.
func slips(ms []client.Method, all [][]Fee) {
	for i := range ms {
		for j := range ms {
			if len(ms[i].Fees) == 1 && len(ms[j].Fees) == 1 && len(all[i]) > 0 && isSlip(ms[i].Fees[0], ms[j].Fees[0]) {
				f := Fee{Fee: ms[i].Fees[0], For: all[i][0].For}
				f.State, f.Amount = client.FeeUnknown, 0
				all[i] = []Fee{f}
			}
		}
	}
}

// isSlip reports whether one of two charges is an error: the words are the same and name one amount,
// one has a zero too many, or one is far from the other for the same unit ("25.000.000đ/giấy" online
// for "50.000đ/giấy" at the counter).
func isSlip(a, b client.Fee) bool {
	if a.State != client.FeeAmount || b.State != client.FeeAmount || a.Amount == b.Amount || a.Type != b.Type {
		return false
	}
	if unit := feeUnit(a); unit != "" && unit == feeUnit(b) && (a.Amount >= farApart*b.Amount || b.Amount >= farApart*a.Amount) {
		return true
	}
	return a.Text == b.Text && (len(AmountsIn(a.Text)) == 1 || a.Amount == 10*b.Amount || b.Amount == 10*a.Amount)
}

// casesByChannel reads charges that a page spreads over its channels though they are for several
// cases: online "15.000.000 (đối với sân bay chuyên dùng)", at the counter "70.000.000 (đối với cảng
// hàng không quốc tế)". Whoever asks may pay any of them.
func casesByChannel(ms []client.Method, all [][]Fee) (Cost, bool) {
	var out Cost
	amounts := map[string]int64{}
	for i, m := range ms {
		if len(m.Fees) != 1 || len(all[i]) == 0 || m.Fees[0].State != client.FeeAmount {
			return Cost{}, false
		}
		words := caseOf().FindStringSubmatch(token.FoldSpace(m.Fees[0].Text))
		if words == nil {
			return Cost{}, false
		}
		who := token.UpperFirst(token.TrimEnd(words[1]))
		if n, ok := amounts[who]; ok && n != m.Fees[0].Amount {
			return Cost{}, false
		} else if ok {
			continue
		}
		amounts[who] = m.Fees[0].Amount
		for _, f := range all[i] {
			f.For = who
			out.Fees = append(out.Fees, f)
		}
	}
	return out, len(amounts) > 1
}

// caseOf matches the case of a charge in brackets.
var caseOf = token.Pattern(`(?i)\((?:áp dụng )?đối với ([^()]{4,80})\)`)

// farApart is how many times one charge is another of the same unit if one of them is an error.
const farApart = 100

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
	// If words contradict the field, only the words are used in every row of this charge.
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

// freeForSome merges rows that exempt some people into the amounts beside them, because "10.000
// đồng, miễn phí" together would not say what is due.
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

// sameFee reports whether a person pays the same. Explanations are worded differently by
// channel, so they do not count.
func sameFee(a, b Fee) bool {
	return a.State == b.State && a.Type == b.Type && a.Amount == b.Amount && a.Currency == b.Currency && a.For == b.For
}

// feePurpose returns the beginning of a fee's description up to the first colon if that says
// what the charge is for: it must contain no amounts and no cases, and the text after it no
// other amount than this charge's.
func feePurpose(f client.Fee) string {
	head, rest, ok := strings.Cut(token.StripBullet(token.FoldSpace(f.Text)), ":")
	if !ok || len(AmountsIn(head)) > 0 || strings.Contains(strings.ToLower(head), "trường hợp") && !forHead().MatchString(head) {
		return ""
	}
	if named := AmountsIn(rest); f.State == client.FeeAmount && len(named) > 0 && named[0] != f.Amount {
		return ""
	}
	head, _, _ = strings.Cut(head, " đối với ")
	head = token.TrimEnd(token.Outside(head))
	if head == "" || len([]rune(head)) > maxPurpose || lawHead().MatchString(head) || strings.Contains(head, ". ") {
		return ""
	}
	return token.UpperFirst(head)
}

// otherAmounts reports whether a charge's text says more than the charge: another amount, a
// percentage that changes it, people who pay less or nothing, or that each province sets its
// own. Real texts: "160.000/hộ chiếu, trường hợp cấp lại do bị hư hỏng hoặc bị mất: 320.000đ/hộ
// chiếu", "bằng 50% mức thu nêu trên".
func otherAmounts(f client.Fee) bool {
	text := token.FoldSpace(f.Text)
	named := AmountsIn(text)
	switch f.State {
	case client.FeeAmount:
		return slices.ContainsFunc(named, func(n int64) bool { return n != f.Amount }) || changes().MatchString(text)
	case client.FeeFree:
		return len(named) > 0 || copyCharge().MatchString(text)
	default:
		return false // the text is the only information
	}
}

// describedElsewhere reports whether the channel's description names an amount that none of its
// fees has: "từ trang thứ ba trở lên thu 1.000 đồng/trang".
func describedElsewhere(m client.Method) bool {
	return slices.ContainsFunc(AmountsIn(m.Description), func(n int64) bool {
		return !slices.ContainsFunc(m.Fees, func(f client.Fee) bool { return f.Amount == n })
	})
}

// sumsCases reports whether a charge adds up what the channel's description asks of different
// people: 4.000.000 for "1.000.000 đồng đối với trung tâm, 3.000.000 đồng đối với chi nhánh".
func sumsCases(f client.Fee, description string) bool {
	text := token.FoldSpace(description)
	rs := reliefs(text)
	named := slices.DeleteFunc(AmountsIn(text), func(n int64) bool {
		return slices.ContainsFunc(rs, func(r relief) bool { return r.amount == n })
	})
	var sum int64
	for _, n := range named {
		sum += n
	}
	return f.State == client.FeeAmount && len(named) > 1 && sum == f.Amount && strings.Count(text, "đối với") >= len(named)
}

// maxPurpose is the most runes of the words for what a charge is for.
const maxPurpose = 80

var (
	lawHead = token.Pattern(`(?i)^(?:luật|thông tư|nghị định|mức|lưu ý|cụ thể|như sau|trường hợp|kể từ|[^ ]*lệ phí|phí)(?:\s[^:]{0,12})?$`)
	perUnit = token.Pattern(`(?i)^\(?/ ?([\p{L} ]{1,30}?)\)?$`)
	perRate = token.Pattern(`(?i)(\d[\d.,]*) ?(?:đồng|đ|vnđ|vnd|usd) ?/ ?([\p{L}/ ]{1,30}?)\s*(?:[.,;:()]|$)`)

	sumForm  = token.Pattern(`(?i)(\d+(?:[.,]\d+)*) ?(triệu đồng|đồng|vnđ|vnd|đ|việt nam đồng|usd|đô la mỹ)?(?:[^\p{L}\d]|$)`)
	measured = token.Pattern(`(?i)^ ?(?:kg|tấn|m2|m3|m²|m³|ha|km|mét|gt)(?:[^\p{L}]|$)`) // "5.700 kg" is no money
	grouped  = token.Pattern(`^\d{1,3}(?:[.,]\d{3})+$`)

	// changes matches words that limit an amount to some people.
	changes = token.Pattern(`(?i)\d ?%|miễn|giảm|áp dụng đến hết|(?:hội đồng nhân dân|ủy ban nhân dân)[^.;]{0,80}(?:quyết định|quy định|ban hành)`)
	// notSet matches words which say that no charge is set.
	notSet = token.Pattern(`(?i)^\W*(?:không (?:được )?quy định|chưa (?:được |có )?quy định|không có quy định)`)
	// copyCharge matches charges in addition to something free.
	copyCharge = token.Pattern(`(?i)phí (?:cấp|cung cấp|công bố|bản sao)`)
	// forSome matches the people for whom something is free.
	forSome = token.Pattern(`(?i)(?:cho|với|trường hợp|nếu|khi|diện)\s`)
	forHead = token.Pattern(`(?i)^[^,;]* đối với (?:các |những )?trường hợp [^,;]*$`)
)

// AmountsIn returns the distinct amounts of money in a text, in order: numbers with a currency,
// and numbers grouped by thousands that measure nothing else.
func AmountsIn(text string) []int64 {
	var out []int64
	for len(text) > 0 {
		m := sumForm().FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		digits := text[m[2]:m[3]]
		if m[4] >= 0 || grouped().MatchString(digits) && !measured().MatchString(text[m[3]:]) {
			n, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "").Replace(digits), 10, 64)
			if m[4] >= 0 && strings.HasPrefix(strings.ToLower(text[m[4]:m[5]]), "triệu") {
				n *= 1_000_000
				if strings.Contains(digits, ",") {
					n = 0 // "1,5 triệu đồng"
				}
			}
			if err == nil && n > 0 && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
		text = text[m[3]:]
	}
	return out
}

// feeUnit returns the unit of an amount if the description states it for this amount: "/trang",
// "10.000 đồng/người/lần đăng ký".
func feeUnit(f client.Fee) string {
	if f.State != client.FeeAmount {
		return ""
	}
	text := token.FoldSpace(f.Text)
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

// feesOf reads one charge. The field's amount is used if the words agree with it, together with
// a reduction that applies until a date. If the words name only other amounts, or the amount is
// impossible (700 đồng), only the words are used.
func feesOf(f client.Fee) []Fee {
	d := Fee{Fee: f, For: feePurpose(f), Per: feeUnit(f), Others: otherAmounts(f)}
	if f.State != client.FeeAmount {
		return []Fee{d}
	}
	dong := f.Currency == "" || f.Currency == "VND"
	text := token.FoldSpace(f.Text)
	rs := reliefs(text)
	if slices.Contains(AmountsIn(text), f.Amount) { // a date after another amount does not make this one a reduction
		rs = slices.DeleteFunc(rs, func(r relief) bool { return r.amount > f.Amount })
	}
	named := slices.DeleteFunc(AmountsIn(text), func(n int64) bool {
		return slices.ContainsFunc(rs, func(r relief) bool { return r.amount == n })
	})
	clash := len(named) > 0 && !slices.Contains(named, f.Amount)
	for _, r := range rs {
		clash = clash || r.amount > f.Amount
	}
	if clash || notSet().MatchString(text) || dong && f.Amount < smallestCharge {
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
			d.Until = r.until // the field has the reduced amount; the words say what comes after it
			d.Others = len(AmountsIn(text)) > 1
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

// withDescription adds a reduction that only the channel's description contains, and takes its words
// for a charge that adds up its amounts.
func withDescription(f client.Fee, m client.Method) client.Fee {
	if sumsCases(f, m.Description) {
		f.State, f.Amount, f.Text = client.FeeUnknown, 0, token.FoldSpace(m.Description)
		return f
	}
	if f.State != client.FeeAmount || len(reliefs(token.FoldSpace(f.Text))) > 0 {
		return f
	}
	if rs := reliefs(token.FoldSpace(m.Description)); len(rs) == 1 && rs[0].amount < f.Amount && rs[0].amount > 0 {
		f.Text = strings.TrimSpace(f.Text + " " + token.FoldSpace(m.Description))
	}
	return f
}

// smallestCharge is below any known charge in đồng. Anything less is an error in the source
// ("700 đồng" for 700.000) or another currency.
const smallestCharge = 1_000

// relief is an amount that applies until a date.
type relief struct {
	amount int64
	until  string
}

var (
	untilForm = token.Pattern(`(?i)(?:đến hết|đến)(?: ngày)? ?(\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})`)
	freeUntil = token.Pattern(`(?i)miễn(?: thu| lệ| nộp)*(?: phí)?[^.;]{0,40}$`)
)

// reliefs returns the amounts of a text that apply until a date: "25.000 đồng (áp dụng đến hết
// ngày 31/12/2026)".
func reliefs(text string) []relief {
	var out []relief
	for _, m := range untilForm().FindAllStringSubmatchIndex(text, -1) {
		// The amount is before the date, in the same clause.
		before := text[:m[0]]
		if i := strings.LastIndexAny(before, ";"); i >= 0 {
			before = before[i:]
		}
		if i := strings.LastIndex(before, ". "); i >= 0 && len(AmountsIn(before[i:])) > 0 {
			before = before[i:]
		}
		until := dayMonthYear(text[m[2]:m[3]])
		if freeUntil().MatchString(before) {
			out = append(out, relief{0, until})
			continue
		}
		if all := AmountsIn(before); len(all) > 0 {
			r := relief{all[len(all)-1], until}
			if !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// dayMonthYear converts "31 tháng 12 năm 2026" to "31/12/2026".
func dayMonthYear(s string) string {
	return strings.NewReplacer(" tháng ", "/", " năm ", "/").Replace(s)
}

// Cost is what is due when a dossier is handed in through some channels.
type Cost struct {
	Channels []client.Channel // nil: all channels of the procedure
	// Fees is never empty. A single Fee with state FeeUnknown and no text means that the source
	// names no amount.
	Fees []Fee
}

// Fee is one charge with a few words for what it is for.
type Fee struct {
	client.Fee
	For string // "Đăng ký tạm trú theo danh sách"; "" if the source has no short words
	Per string // the unit of the amount: "trang", "người/lần đăng ký"; "" unless stated
	// Others means that the text names other amounts too, or exempts some people: Amount is the
	// first amount in the source and may not be all that is due.
	Others bool
	// Until is the date until which the amount applies, "31/12/2026", or "" if the source gives
	// none.
	Until string
}
