package view

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/digest"
)

// inlineText is how long a rule of the source may be, in runes, to stand on the
// first page as it is; a longer one stands in the full text.
const inlineText = 90

// times are the time limits of the first page, each with where it holds.
func times(d digest.Digest, e Env) []string {
	t := &e.Texts.Procedure
	var out []string
	for _, dt := range d.Times {
		s := limit(dt.Limit, e)
		if dt.Limit.Unit == client.UnitOther && d.CutOff > 0 {
			s = fmt.Sprintf(t.CutOff, d.CutOff)
		}
		if len([]rune(s)) > inlineText {
			s = t.LimitInText
		}
		if dt.Case != "" {
			out = addOnce(out, fmt.Sprintf(t.CaseLimit, capital(dt.Case), s))
			continue
		}
		out = addOnce(out, heldFor(s, dt.Channels, e))
	}
	if len(out) == 0 {
		out = append(out, t.LimitUnknown)
	}
	return out
}

// heldFor names the channels for which a rule holds; nil is all of them.
func heldFor(rule string, cs []client.Channel, e Env) string {
	if len(cs) == 0 {
		return rule
	}
	return fmt.Sprintf(e.Texts.Procedure.OnlyFor, rule, strings.Join(channels(cs, e), ", "))
}

func addOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// limit is a time limit in words: "10 ngày làm việc".
func limit(l client.TimeLimit, e Env) string {
	t := &e.Texts.Procedure
	if l.Quantity > 0 {
		switch l.Unit {
		case client.UnitWorkingDay:
			return e.Texts.WorkDays(l.Quantity)
		case client.UnitDay:
			return e.Texts.Days(l.Quantity)
		case client.UnitWorkingHour:
			return e.Texts.WorkHours(l.Quantity)
		case client.UnitHour:
			return e.Texts.Hours(l.Quantity)
		}
	}
	switch {
	case strings.TrimSpace(l.Text) != "":
		return strings.TrimRight(strings.Join(strings.Fields(l.Text), " "), " .;")
	case l.Unit == client.UnitOther:
		return t.LimitInText
	default:
		return t.LimitUnknown
	}
}

// costs are the fees of the first page, by channel where they differ.
func costs(d digest.Digest, e Env) []string {
	t := &e.Texts.Procedure
	var out []string
	for _, c := range d.Costs {
		for _, f := range c.Fees {
			s := cost(f, e)
			// Beside an amount, "free" is for some people only; a first page
			// that just said so would promise it to all.
			if f.State == client.FeeFree && priced(c) && (f.For == "" || strings.HasPrefix(client.Fold(f.For), "mien")) {
				s = t.FeeFreeSome
			}
			out = addOnce(out, heldFor(s, c.Channels, e))
		}
	}
	if len(out) == 0 {
		out = append(out, t.FeeNotListed)
	}
	return out
}

func priced(c digest.Cost) bool {
	return slices.ContainsFunc(c.Fees, func(f digest.Fee) bool { return f.State == client.FeeAmount })
}

// cost is one fee; a text that names more amounts than this one says so.
func cost(f digest.Fee, e Env) string {
	s := oneCost(f, e)
	if f.Others && f.State != client.FeeUnknown {
		s = fmt.Sprintf(e.Texts.Procedure.FeeOthers, s)
	}
	return s
}

func oneCost(f digest.Fee, e Env) string {
	t := &e.Texts.Procedure
	text := strings.TrimRight(strings.Join(strings.Fields(f.Text), " "), " .;")
	short := text != "" && utf8.RuneCountInString(text) <= inlineText
	switch {
	case f.State == client.FeeAmount && f.For != "":
		return fmt.Sprintf(t.FeeLine, f.For, e.Texts.Money(f.Amount, f.Currency))
	case f.State == client.FeeAmount:
		return e.Texts.Money(f.Amount, f.Currency)
	case f.State == client.FeeFree && f.For != "":
		return fmt.Sprintf(t.FeeLine, f.For, t.FeeFree)
	case f.State == client.FeeFree:
		return t.FeeFree
	case short:
		return text
	default:
		return t.FeeUnknown
	}
}
