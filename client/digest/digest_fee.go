package digest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"motcua/client"
)

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
		d := Fee{Fee: f, For: feePurpose(f), Per: feeUnit(f), Others: otherAmounts(f)}
		d.Others = d.Others || more && f.State == client.FeeAmount
		if !slices.ContainsFunc(out, func(o Fee) bool { return sameFee(o, d) && o.Text == d.Text }) {
			out = append(out, d)
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
	some := func(f Fee) bool { return f.State == client.FeeFree && f.For == "" && forSome.MatchString(f.Text) }
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
	if !ok || len(amountsIn(head)) > 0 || strings.Contains(strings.ToLower(head), "trường hợp") && !forHead.MatchString(head) {
		return ""
	}
	if named := amountsIn(rest); f.State == client.FeeAmount && len(named) > 0 && named[0] != f.Amount {
		return ""
	}
	head, _, _ = strings.Cut(head, " đối với ")
	head = trimEnd(outside(head))
	if head == "" || len([]rune(head)) > maxPaperName || lawHead.MatchString(head) || strings.Contains(head, ". ") {
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
		return slices.ContainsFunc(named, func(n int64) bool { return n != f.Amount }) || changes.MatchString(text)
	case client.FeeFree:
		return len(named) > 0 || copyCharge.MatchString(text)
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

var (
	lawHead = regexp.MustCompile(`(?i)^(?:luật|thông tư|nghị định|mức|lưu ý|cụ thể|như sau|trường hợp|kể từ|[^ ]*lệ phí|phí)(?:\s[^:]{0,12})?$`)
	perUnit = regexp.MustCompile(`(?i)^\(?/ ?([\p{L} ]{1,30}?)\)?$`)
	perRate = regexp.MustCompile(`(?i)(\d[\d.,]*) ?(?:đồng|đ|vnđ|vnd|usd) ?/ ?([\p{L}/ ]{1,30}?)\s*(?:[.,;:()]|$)`)

	sumForm = regexp.MustCompile(`(?i)(\d+(?:[.,]\d+)*) ?(đồng|vnđ|vnd|đ|việt nam đồng|usd|đô la mỹ)?(?:[^\p{L}\d]|$)`)
	grouped = regexp.MustCompile(`^\d{1,3}(?:[.,]\d{3})+$`)

	// changes are words that make an amount hold for some only.
	changes = regexp.MustCompile(`(?i)\d ?%|miễn|giảm|áp dụng đến hết|(?:hội đồng nhân dân|ủy ban nhân dân)[^.;]{0,80}(?:quyết định|quy định|ban hành)`)
	// copyCharge is what is due on top of something free.
	copyCharge = regexp.MustCompile(`(?i)phí (?:cấp|cung cấp|công bố|bản sao)`)
	// forSome names for whom something is free.
	forSome = regexp.MustCompile(`(?i)(?:cho|với|trường hợp|nếu|khi|diện)\s`)
	forHead = regexp.MustCompile(`(?i)^[^,;]* đối với (?:các |những )?trường hợp [^,;]*$`)
)

// amountsIn are the distinct amounts of money that a text names, in its order:
// numbers with a currency and numbers in groups of thousands.
func amountsIn(text string) []int64 {
	var out []int64
	for len(text) > 0 {
		m := sumForm.FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		digits := text[m[2]:m[3]]
		if m[4] >= 0 || grouped.MatchString(digits) {
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
