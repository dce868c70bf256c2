package national

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/rest"
)

type feeBody struct {
	Type         rest.Raw    `json:"type"`
	Value        rest.Number `json:"value"`
	CurrencyName rest.Line   `json:"currencyName"`
	Description  rest.Text   `json:"description"`
}

// leastFee is the smallest amount in đồng that is accepted. Some rows contain 100 or 25
// where their text says 100.000 or means 25.000: nothing costs 25 đồng.
const leastFee = 500

// fees reads the rows of one method. A row that exempts some people ("Miễn lệ phí cho
// người thuộc hộ nghèo") counts as free only beside a row with an amount; alone it would
// promise to everybody what only some get.
func fees(rows rest.List[feeBody]) []client.Fee {
	var out []client.Fee
	for _, r := range rows {
		out = append(out, r.fee())
	}
	priced := slices.ContainsFunc(out, func(f client.Fee) bool { return f.State == client.FeeAmount })
	for i := range out {
		if out[i].State == client.FeeFree && !priced && freesSome(out[i].Text) {
			out[i].State = client.FeeUnknown
		}
	}
	return out
}

// fee decides between the three states: an amount, free because the source says so in
// words, or unknown. Zero and null say nothing.
func (b feeBody) fee() client.Fee {
	f := client.Fee{Type: feeType(string(b.Type)), Currency: currency(string(b.CurrencyName)), Text: said(b.Description)}
	amounts := amountsIn(f.Text)
	if v := b.Value; v.OK && v.Value > 0 {
		amount := int64(math.Round(v.Value))
		believed := f.Currency != "VND" || amount >= leastFee
		switch {
		case believed && float64(amount) == v.Value:
			f.State, f.Amount = client.FeeAmount, amount
			return f
		case len(amounts) == 1 && amounts[0] != unclear:
			// The text states what the number was meant to be.
		default:
			f.Text = joinTexts(strconv.FormatFloat(v.Value, 'f', -1, 64)+" "+f.Currency, f.Text)
			return f
		}
	}
	switch {
	case len(amounts) == 1 && amounts[0] != unclear:
		f.State, f.Amount, f.Currency = client.FeeAmount, amounts[0].value, amounts[0].currency
	case len(amounts) == 0 && saysFree(f.Text):
		f.State = client.FeeFree
	}
	// Several amounts depend on the case, which only the text explains.
	return f
}

func feeType(s string) client.FeeType {
	if strings.EqualFold(strings.TrimSpace(s), "FEE") {
		return client.FeeTypeFee
	}
	return client.FeeTypeService
}

func currency(name string) string {
	switch up := strings.ToUpper(strings.TrimSpace(name)); {
	case strings.Contains(up, "USD"), strings.Contains(clean.Fold(name), "do la"):
		return "USD"
	case strings.Contains(up, "EUR"):
		return "EUR"
	}
	return "VND"
}

type money struct {
	value    int64
	currency string
}

var (
	numberForm = regexp.MustCompile(`\d+(?:[.,]\d+)*`)
	grouped    = regexp.MustCompile(`^\d{1,3}(?:[.,]\d{3})+$`)
	unitForm   = regexp.MustCompile(`(?i)^\s*(đồng|vnđ|vnd|đ|việt nam đồng|usd|đô la mỹ)(?:[^\p{L}]|$)`)
	// bound matches words before an amount that is a limit and not a price.
	bound = regexp.MustCompile(`(?i)(?:không quá|không vượt quá|tối đa|tối thiểu|ít nhất|trị giá|giá trị|dưới|trên)[\s:]*(?:thu\s+)?(?:không quá\s+)?$`)
)

// unclear marks an amount that cannot be read or is not a price.
var unclear = money{-1, ""}

// amountsIn returns the distinct amounts in a text: numbers with a currency, and numbers
// in groups of thousands ("160.000/hộ chiếu"). A limit ("tối đa 200.000 đồng") or a
// number with decimals becomes unclear.
func amountsIn(text string) []money {
	var out []money
	for _, at := range numberForm.FindAllStringIndex(text, -1) {
		digits := text[at[0]:at[1]]
		unit := unitForm.FindStringSubmatch(text[at[1]:])
		group := grouped.MatchString(digits)
		if unit == nil && !group {
			continue
		}
		found := unclear
		v, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "").Replace(digits), 10, 64)
		switch {
		case err == nil && v == 0:
			continue
		case err != nil, !group && strings.ContainsAny(digits, ".,"), bound.MatchString(text[:at[0]]):
		default:
			found = money{v, "VND"}
			if unit != nil && (strings.EqualFold(unit[1], "usd") || clean.Fold(unit[1]) == "do la my") {
				found.currency = "USD"
			}
		}
		if !slices.Contains(out, found) {
			out = append(out, found)
		}
	}
	return out
}

var (
	// feeLead matches what may precede the words of an exemption.
	feeLead   = regexp.MustCompile(`(?i)^[\s\-–+*•(:.]*(?:(?:mức\s+)?(?:thu\s+)?(?:phí|lệ phí)(?:\s*[,/]\s*(?:phí|lệ phí))?\s*:\s*)?[\s\-–+*•(:.]*`)
	freeWords = regexp.MustCompile(`(?i)^(?:được\s+)?(?:miễn\s+(?:thu\s+|nộp\s+)?(?:phí|lệ\s+phí)|miễn\s+thu|không\s+(?:thu|mất|tính|phải\s+(?:nộp|trả|đóng)|có)\s+(?:các\s+|khoản\s+)*(?:phí|lệ\s+phí|tiền)|không\s+thu|không\s+mất\s+(?:phí|tiền)|0\s*(?:đồng|đ|vnđ|vnd))(?:[^\p{L}]|$)`)
	freeAlone = regexp.MustCompile(`(?i)^(?:không|không có|miễn)[\s.;)]*$`)
	// some matches words after it that restrict it to some people or cases.
	some = regexp.MustCompile(`(?i)(?:cho|với|trường hợp|nếu|khi|diện)\s`)
)

// saysFree reports whether a text begins by saying that nothing is due. Such words later
// in the text ("Mức lệ phí do tỉnh quyết định. Miễn lệ phí cho ...") are about
// exceptions.
func saysFree(text string) bool {
	said := text[len(feeLead.FindString(text)):]
	return freeAlone.MatchString(said) || freeWords.MatchString(said)
}

// freesSome reports whether the first sentence with "free" restricts it to some people.
func freesSome(text string) bool {
	said := text[len(feeLead.FindString(text)):]
	sentence, _, _ := strings.Cut(said, ". ")
	sentence, _, _ = strings.Cut(sentence, "\n")
	return some.MatchString(sentence)
}
