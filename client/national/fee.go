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

// leastFee is the least amount in đồng that is believed. Some rows hold 100 or
// 25 where their text says 100.000 or means 25.000: nothing costs 25 đồng.
const leastFee = 500

// fees reads the rows of one method. A row that frees some people ("Miễn lệ phí
// cho người thuộc hộ nghèo") is free only beside a row with an amount; alone it
// would promise to everybody what some get.
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

// fee tells the three states apart: an amount, free because the source says so
// in words, or unknown. Zero and null are no statement.
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
			// The text names what the number was meant to say.
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
	// Several amounts depend on the case: only the text can tell.
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
	// bound stands before an amount that is a limit and no price.
	bound = regexp.MustCompile(`(?i)(?:không quá|không vượt quá|tối đa|tối thiểu|ít nhất|trị giá|giá trị|dưới|trên)[\s:]*(?:thu\s+)?(?:không quá\s+)?$`)
)

// unclear is an amount that cannot be read or is no price.
var unclear = money{-1, ""}

// amountsIn finds the distinct amounts that a text names: numbers with a
// currency, and numbers in thousands groups ("160.000/hộ chiếu"). What is a
// limit ("tối đa 200.000 đồng") or has decimals counts as unclear.
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
	// feeLead is what may stand before the words that free a person.
	feeLead   = regexp.MustCompile(`(?i)^[\s\-–+*•(:.]*(?:(?:mức\s+)?(?:thu\s+)?(?:phí|lệ phí)(?:\s*[,/]\s*(?:phí|lệ phí))?\s*:\s*)?[\s\-–+*•(:.]*`)
	freeWords = regexp.MustCompile(`(?i)^(?:được\s+)?(?:miễn\s+(?:thu\s+|nộp\s+)?(?:phí|lệ\s+phí)|miễn\s+thu|không\s+(?:thu|mất|tính|phải\s+(?:nộp|trả|đóng)|có)\s+(?:các\s+|khoản\s+)*(?:phí|lệ\s+phí|tiền)|không\s+thu|không\s+mất\s+(?:phí|tiền)|0\s*(?:đồng|đ|vnđ|vnd))(?:[^\p{L}]|$)`)
	freeAlone = regexp.MustCompile(`(?i)^(?:không|không có|miễn)[\s.;)]*$`)
	// some stands after them when they hold for some people or cases only.
	some = regexp.MustCompile(`(?i)(?:cho|với|trường hợp|nếu|khi|diện)\s`)
)

// saysFree tells whether a text begins by saying that nothing is due. Words
// further on ("Mức lệ phí do tỉnh quyết định. Miễn lệ phí cho ...") speak of
// exceptions.
func saysFree(text string) bool {
	said := text[len(feeLead.FindString(text)):]
	return freeAlone.MatchString(said) || freeWords.MatchString(said)
}

// freesSome tells whether the first sentence that says "free" names for whom.
func freesSome(text string) bool {
	said := text[len(feeLead.FindString(text)):]
	sentence, _, _ := strings.Cut(said, ". ")
	sentence, _, _ = strings.Cut(sentence, "\n")
	return some.MatchString(sentence)
}
