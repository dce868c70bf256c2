package procedures

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/digest"
	"motcua/client/digest/deadline"
	"motcua/client/digest/fee"
	"motcua/client/workday"
	"motcua/tui/view"
)

// inlineText is how long a rule of the source may be, in runes, to stand on the
// first page as it is; a longer one stands in the full text.
const inlineText = 90

// feeText and clauseText are the same for words on money, of which no sum can be
// told, and for a clause on time that another contradicts.
const (
	feeText    = 180
	clauseText = 140
)

// clipped is a clause of the source up to a number of runes; the rest stands in
// the full text.
func clipped(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// times are the time limits of the first page, each with where it holds.
func times(d digest.Digest, e view.Env) []string {
	t := &e.Texts.Procedure
	var out []string
	if len(d.TimeWords) > 0 {
		out = append(out, t.TimesDiffer)
		for _, w := range d.TimeWords {
			out = addOnce(out, clipped(w, clauseText))
		}
		return out
	}
	byCase := slices.ContainsFunc(d.Times, func(dt deadline.Time) bool { return dt.Case != "" })
	for _, dt := range d.Times {
		s := limit(dt.Limit, e)
		if dt.Limit.Unit == client.UnitOther && d.CutOff > 0 {
			s = fmt.Sprintf(t.CutOff, d.CutOff)
		}
		if len([]rune(s)) > inlineText {
			s = t.LimitInText
		}
		if dt.Case == "" && byCase && len(dt.Channels) == 0 && len(d.Times) > 1 {
			dt.Case = t.CaseOther
		}
		if dt.Case != "" {
			out = addOnce(out, fmt.Sprintf(t.CaseLimit, view.Capital(dt.Case), s))
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
func heldFor(rule string, cs []client.Channel, e view.Env) string {
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
func limit(l client.TimeLimit, e view.Env) string {
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
		case client.UnitOther, client.UnitNone: // the words below
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
func costs(d digest.Digest, e view.Env) []string {
	t := &e.Texts.Procedure
	var out []string
	for _, c := range d.Costs {
		for _, f := range c.Fees {
			if over(f.Until, e) {
				continue
			}
			s := cost(f, e)
			// Beside an amount, "free" is for some people only; a first page
			// that just said so would promise it to all.
			if f.State == client.FeeFree && f.Until == "" && priced(c) && (f.For == "" || strings.HasPrefix(clean.Fold(f.For), "mien")) {
				s = t.FeeFreeSome
			}
			switch {
			case f.Until != "":
				s = fmt.Sprintf(t.FeeUntil, s, f.Until)
			case f.State == client.FeeAmount && relieved(c, e):
				s = fmt.Sprintf(t.FeeUsual, s)
			}
			out = addOnce(out, heldFor(s, c.Channels, e))
		}
	}
	if len(out) == 0 {
		out = append(out, t.FeeNotListed)
	}
	return out
}

// over tells whether the last day of a relief, "31/12/2026", has passed.
func over(until string, e view.Env) bool {
	day, err := time.ParseInLocation("2/1/2006", until, workday.Zone)
	return err == nil && !e.Now.IsZero() && !e.Now.Before(day.AddDate(0, 0, 1))
}

// relieved tells whether less is due up to some day that has not passed.
func relieved(c fee.Cost, e view.Env) bool {
	return slices.ContainsFunc(c.Fees, func(f fee.Fee) bool { return f.Until != "" && !over(f.Until, e) })
}

func priced(c fee.Cost) bool {
	return slices.ContainsFunc(c.Fees, func(f fee.Fee) bool { return f.State == client.FeeAmount })
}

// cost is one fee; a text that names more amounts than this one says so.
func cost(f fee.Fee, e view.Env) string {
	s := oneCost(f, e)
	switch {
	case !f.Others || f.State == client.FeeUnknown:
		return s
	case f.State == client.FeeFree && f.For != "":
		return fmt.Sprintf(e.Texts.Procedure.FeeLine, f.For, e.Texts.Procedure.FeeFreeMost)
	case f.State == client.FeeFree:
		return e.Texts.Procedure.FeeFreeMost
	default:
		return fmt.Sprintf(e.Texts.Procedure.FeeOthers, s)
	}
}

func oneCost(f fee.Fee, e view.Env) string {
	t := &e.Texts.Procedure
	text := strings.TrimRight(strings.Join(strings.Fields(f.Text), " "), " .;")
	short := text != "" && utf8.RuneCountInString(text) <= feeText
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
