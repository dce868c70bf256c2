package units

import (
	"fmt"
	"strconv"
	"strings"

	"motcua/client"
	"motcua/client/linked"
	"motcua/client/unit"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// Row is a unit in a list.
type Row struct {
	Name string
	Says string // online or desk, open or closed
}

// InBrief is a unit in one line, and what can be done there in another.
func InBrief(u unit.Unit, t *unit.Taking, e view.Env) Row {
	r := Row{Name: u.Name}
	if t != nil {
		level, _ := t.At(u.ID)
		r.Says = Online(level, e)
	}
	r.Says = e.Dotted(r.Says, opening(u, e))
	if r.Says == "" && e.Medium == view.Command { // it is how the operator's file names the unit
		r.Says = u.Code
	}
	return r
}

// Online says what a level means for who comes; "" for an unknown one.
func Online(o unit.Online, e view.Env) string {
	t := topic.Units.In(e.Texts)
	switch o {
	case unit.OnlineFull:
		return t.Full
	case unit.OnlinePartial:
		return t.Partial
	case unit.OnlineNone:
		return t.Desk
	case unit.OnlineSome:
		return t.Some
	default:
		return ""
	}
}

// General says what a procedure's own description says, and that it is that; "" for nothing.
func General(p client.Procedure, e view.Env) string {
	says := Online(GeneralLevel(p), e)
	if says == "" {
		return ""
	}
	return fmt.Sprintf(topic.Units.In(e.Texts).General, says)
}

// GeneralLevel is what a procedure's own description says of doing it online.
func GeneralLevel(p client.Procedure) unit.Online {
	online := false
	for _, m := range p.Methods {
		online = online || m.Channel == client.ChannelOnline
	}
	if p.Outline || p.Abolished || len(p.Methods) == 0 && !p.FullProcess && !p.OfflineOnly {
		return unit.OnlineUnknown
	}
	return unit.General(p.OfflineOnly, p.FullProcess, online)
}

// Abolished says that nobody takes a procedure any more, and what replaces it or whom to ask
// for that.
func Abolished(next *linked.Successor, e view.Env) string {
	if next == nil {
		return fmt.Sprintf(topic.Units.In(e.Texts).Abolished, e.Counter())
	}
	which := strings.TrimSpace(next.Code + " " + e.Called(next.Code, next.Name))
	return fmt.Sprintf(topic.Units.In(e.Texts).Replaced, which, next.Office)
}

// opening is whether a unit is open; "" when nobody gave its hours.
func opening(u unit.Unit, e view.Env) string {
	if u.Office == nil {
		return ""
	}
	return Opening(u.Office.Hours, e)
}

// Opening says whether an office with these hours is open now; "" when nobody gave its hours.
func Opening(w unit.Week, e view.Env) string {
	t := topic.Units.In(e.Texts)
	o := w.At(e.Now, e.Calendar)
	says := t.ShutUntil
	switch {
	case !o.Known:
		return ""
	case o.Open:
		return fmt.Sprintf(t.OpenUntil, o.Until.Format("15:04"))
	case o.Until.IsZero():
		return t.Shut
	case o.Holiday:
		says = t.Holiday
	}
	says = fmt.Sprintf(says, e.Texts.When(o.Until, e.Now))
	return view.Doubted(view.Sentence{Text: view.Plain(says)}, e.Calendar.Doubt(o.Until, o.Until), e).Text.String()
}

// Document is all that is known of a unit, and of a procedure there.
func Document(u unit.Unit, a client.Answer[unit.Result], e view.Env) view.Document {
	t := topic.Units.In(e.Texts)
	var d view.Document
	d.Add(view.One(view.KindTitle, "unit", view.Sentence{Text: view.Plain(u.Name)}))
	if k := a.Value.Taking; k != nil {
		d.Add(view.One(view.KindTitle, "procedure", view.Sentence{Text: view.Plain(e.Dotted(e.Called(k.Procedure, k.Name), k.Procedure))}))
		level, _ := k.At(u.ID)
		if says := Online(level, e); says != "" {
			b := view.One(view.KindSentence, "online", view.Sentence{Key: "unit-online-" + string(level), Text: view.Plain(says)})
			if b.Sign, b.Tone = view.SignDone, view.ToneGood; level == unit.OnlineNone {
				b.Sign, b.Tone = view.SignCurrent, view.TonePlain
			}
			d.Add(b)
		}
	}
	if says := opening(u, e); says != "" {
		d.Add(view.One(view.KindSentence, "open", view.Sentence{Text: view.Plain(says)}))
	}
	o := u.Office
	if o == nil {
		o = &unit.Office{}
		d.Add(view.One(view.KindSentence, "no-office", view.Sentence{Key: "unit-no-office", Text: view.Plain(t.NoOffice)}))
	}
	fact := func(key, head string, lines ...string) {
		var list []string
		for _, l := range lines {
			if l != "" {
				list = append(list, l)
			}
		}
		d.Add(view.Block{Kind: view.KindList, Key: key, Head: head, Lines: view.Items(view.Plains(list))})
	}
	fact("address", t.Address, o.Address)
	fact("phone", t.Phone, o.Phone)
	fact("hours", t.Hours, hours(o.Hours, e)...)
	fact("counters", t.Counters, counters(o.Counters, e)...)
	fact("note", t.Note, o.Note)
	// Nobody types it from what is read aloud, and it sounds like a dossier's.
	if u.Code != "" && e.Medium != view.Ear {
		d.Add(view.One(view.KindSentence, "code", view.Say("unit-code", t.Code, view.SpanOf(view.SpanCode, u.Code))))
	}
	d.Add(view.SourceBlock("unit-source", a.Source, a.AsOf, a.Stale, e))
	return d
}

// hours are the days with the same hours in one line each.
func hours(w unit.Week, e view.Env) []string {
	t := topic.Units.In(e.Texts)
	var out []string
	for first := 1; first <= 7; first++ {
		says := spans(w[first%7])
		last := first
		for last < 7 && says != "" && spans(w[(last+1)%7]) == says {
			last++
		}
		if says != "" {
			days := t.Days[first%7]
			if last > first {
				days += " – " + t.Days[last%7]
			}
			out = append(out, fmt.Sprintf(t.OnDays, days, says))
		}
		first = last
	}
	return out
}

func spans(list []unit.Span) string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%d:%02d–%d:%02d", s.From/60, s.From%60, s.To/60, s.To%60))
	}
	return strings.Join(out, ", ")
}

func counters(list []unit.Counter, e view.Env) []string {
	var out []string
	for _, c := range list {
		says := c.Name
		if c.Place != "" {
			says += " (" + c.Place + ")"
		}
		if c.Takes != "" {
			says = fmt.Sprintf(topic.Units.In(e.Texts).CounterOf, says, c.Takes)
		}
		out = append(out, says)
	}
	return out
}

// Summary says how many units there are, and of a procedure where it is taken.
func Summary(a client.Answer[unit.Result], words string, e view.Env) string {
	t, k := topic.Units.In(e.Texts), a.Value.Taking
	number := func(n int) string { return e.Texts.Number(int64(n)) }
	found := func() string {
		if a.Value.Total == 1 {
			return t.FoundOne
		}
		return fmt.Sprintf(t.Found, number(a.Value.Total))
	}
	switch {
	case k != nil && k.Abolished:
		return Abolished(k.Successor, e)
	case words != "" && a.Value.Total == 0:
		return fmt.Sprintf(t.None, words)
	case words != "":
		return found()
	case k == nil:
		return fmt.Sprintf(t.Hint, number(a.Value.Total))
	}
	says := t.TakesNone
	if n := a.Value.Total - k.Others; n > 0 {
		says = fmt.Sprintf(t.Takes, number(n))
	}
	if k.Others > 0 {
		says += "; " + fmt.Sprintf(t.Others, number(k.Others))
	}
	if k.Unknown > 0 {
		says += "; " + fmt.Sprintf(t.Unknown, number(k.Unknown))
	}
	return says + "."
}

// Error says why no unit can be shown.
func Error(err error, words string, e view.Env) string {
	return failure.Search(err, client.Query{Words: words}, e)
}

// past are the shares of 2018, two for the province's procedures and two for the districts',
// as the report of that year has them. It does not name the level of either.
var past = [4]struct {
	district bool
	which    int // 0: the first number, 1: the second
	percent  int
}{{false, 0, 57}, {false, 1, 20}, {true, 0, 37}, {true, 1, 10}}

// Bar is a share with its words.
type Bar struct {
	Says  string
	Share float64 // of 100
	Past  bool
}

// Bars are the shares of today and of 2018.
func Bars(s unit.Shares, e view.Env) []Bar {
	t := topic.Units.In(e.Texts)
	var bars []Bar
	for i, level := range []unit.Online{unit.OnlineFull, unit.OnlinePartial, unit.OnlineNone} {
		for _, share := range s.Provision {
			if share.Level == level {
				bars = append(bars, Bar{fmt.Sprintf(t.Row, t.Names[i], decimal(share.Percent, e), e.Texts.Number(int64(share.Count))), share.Percent, false})
			}
		}
	}
	for _, p := range past {
		whose := t.PastProvince
		if p.district {
			whose = t.PastDistrict
		}
		bars = append(bars, Bar{view.Capital(fmt.Sprintf(t.PastRow, whose, t.PastNames[p.which], strconv.Itoa(p.percent))), float64(p.percent), true})
	}
	return bars
}

// whose is whose procedures they are. The source names the country in Vietnamese.
func whose(of string, e view.Env) string {
	if strings.EqualFold(of, topic.Units.In(text.For(text.VI)).Country) {
		return topic.Units.In(e.Texts).Country
	}
	return of
}

// decimal is a percentage as it is written in the language.
func decimal(v float64, e view.Env) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if e.Texts.Thousands == "." {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// Shares is how many procedures can be done online, today and in 2018.
func Shares(a client.Answer[unit.Shares], e view.Env) view.Document {
	t, s := topic.Units.In(e.Texts), a.Value
	var d view.Document
	d.Add(view.One(view.KindTitle, "shares", view.Sentence{Key: "shares-title", Text: view.Plain(t.SharesTitle)}))
	now := view.Block{Kind: view.KindList, Key: "now", Head: fmt.Sprintf(t.SharesOf, whose(s.Of, e), s.Year)}
	then := view.Block{Kind: view.KindList, Key: "past", Head: t.SharesPast}
	for _, b := range Bars(s, e) {
		into := &now
		if b.Past {
			into = &then
		}
		into.Lines = append(into.Lines, view.Sentence{Text: view.Plain(b.Says)})
	}
	d.Add(now)
	if s.OnlinePercent > 0 {
		d.Add(view.One(view.KindSentence, "dossiers", view.Sentence{Text: view.Plain(fmt.Sprintf(t.OnlineDossiers, decimal(s.OnlinePercent, e)))}))
	}
	d.Add(then)
	d.Add(view.One(view.KindSentence, "past-note", view.Sentence{Key: "shares-past-note", Text: view.Plain(t.SharesPastNote)}))
	d.Add(view.SourceBlock("shares-source", a.Source, a.AsOf, a.Stale, e))
	return d
}
