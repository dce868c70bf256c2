package doctor

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/workday"
	"motcua/kiosk/config"
)

// checkConfig tells which file counts and what is wrong in it, as that it gives a
// secret away.
func checkConfig(_ context.Context, e *Env) []Finding {
	const name = "config"
	var list []Finding
	var bad *config.Error
	switch {
	case errors.As(e.ConfigErr, &bad):
		for _, s := range bad.Sentences(e.Lang) {
			list = append(list, e.finding(name, StateFail, s, doFix))
		}
	case e.ConfigErr != nil:
		list = append(list, e.finding(name, StateFail, clean.Line(e.ConfigErr.Error()), doFix))
	case e.Config.File == "":
		list = append(list, e.finding(name, StateOK, e.say(sayNoFile), pair{}))
	default:
		list = append(list, e.finding(name, StateOK, e.say(sayFile, clean.Line(e.Config.File)), pair{}))
	}
	for _, p := range e.Unknown {
		list = append(list, e.finding(name, StateWarn, p.Sentence(e.Lang), pair{}))
	}
	return list
}

func checkSample(_ context.Context, e *Env) []Finding {
	if e.Config.UsesSample() {
		return []Finding{e.finding("sample", StateWarn, e.say(saySample), doConfigure)}
	}
	return []Finding{e.finding("sample", StateOK, e.say(sayReal), pair{})}
}

// A program cannot run before it was built: such a clock has lost its battery.
func checkClock(_ context.Context, e *Env) []Finding {
	now := e.Now().In(workday.Zone)
	const layout = "15:04 02/01/2006"
	if !e.Built.IsZero() && now.Before(e.Built.Add(-24*time.Hour)) {
		built := e.Built.In(workday.Zone).Format("02/01/2006")
		return []Finding{e.finding("clock", StateFail, e.say(sayClockPast, now.Format(layout), built), doClock)}
	}
	return []Finding{e.finding("clock", StateOK, e.say(sayClock, now.Format(layout)), pair{})}
}

// checkHolidays looks at this year and the next: due dates at the end of a year
// reach over.
func checkHolidays(_ context.Context, e *Env) []Finding {
	year := e.Now().In(workday.Zone).Year()
	var list []Finding
	for _, y := range []int{year, year + 1} {
		if !e.Calendar.HasYear(y) {
			list = append(list, e.finding("holidays", StateWarn, e.say(sayNoHolidays, y), doHolidays))
		}
	}
	if list == nil {
		list = append(list, e.finding("holidays", StateOK, e.say(sayHolidays, year, year+1), pair{}))
	}
	return list
}

// slow is when a person at a counter begins to wonder.
const slow = 3 * time.Second

// checkPortals makes one look-up each and compares clocks.
func checkPortals(ctx context.Context, e *Env) []Finding {
	if len(e.Portals) == 0 {
		if e.ConfigErr != nil {
			return nil
		}
		return []Finding{e.finding("portals", StateWarn, e.say(sayNoPortal), pair{})}
	}
	var list []Finding
	for _, p := range e.Portals {
		name := "portal " + p.Source.ID
		f := e.try(ctx, p)
		f.Name = name
		if p.Sample {
			list = append(list, f)
			continue // the same machine, the same clock, no proxy
		}
		f.Sentence += e.through(p)
		list = append(list, f)
		if insecure(p.URL) {
			list = append(list, e.finding(name, StateWarn, e.say(sayPlainHTTP, p.Source.Name), doHTTPS))
		}
		if f.State != StateFail {
			list = append(list, e.unlisted(ctx, p)...)
			list = append(list, e.clockAgainst(ctx, p)...)
		}
	}
	return list
}

// ErrOutside is what a system says whose secret is there inside the service alone,
// when it is asked from outside.
var ErrOutside = errors.New("its credential is there inside the service alone")

// try asks a portal. One whose secret is out of reach is only looked for.
func (e *Env) try(ctx context.Context, p Portal) Finding {
	begin := e.Now()
	if len(p.Outside) == 0 {
		err := p.Ask(ctx)
		return e.answered(p, err, e.Now().Sub(begin))
	}
	if p.Date != nil {
		if _, err := p.Date(ctx); err != nil {
			return e.answered(p, err, e.Now().Sub(begin))
		}
	}
	f := e.finding("", StateWarn, e.say(sayOutside, p.Source.Name, strings.Join(p.Outside, ", ")), pair{})
	f.WhatToDo = e.say(doOutside, e.Inside)
	return f
}

func (e *Env) answered(p Portal, err error, took time.Duration) Finding {
	name, long := p.Source.Name, e.took(took)
	var down *client.UnavailableError
	switch {
	case (err == nil || errors.Is(err, client.ErrNotFound)) && took > slow:
		return e.finding("", StateWarn, e.say(saySlow, name, long), doSlow)
	case err == nil || errors.Is(err, client.ErrNotFound):
		return e.finding("", StateOK, e.say(sayAnswers, name, long), pair{})
	case errors.As(err, &down):
		return e.down(p, down)
	default:
		return e.finding("", StateFail, e.say(sayDown, name, clean.Line(err.Error())), doDown)
	}
}

// unlisted compares the configured hosts with those that the system's own public
// settings name: a slip here would send the operator's account elsewhere.
func (e *Env) unlisted(ctx context.Context, p Portal) []Finding {
	if p.Unlisted == nil {
		return nil
	}
	name := "portal " + p.Source.ID
	hosts, err := p.Unlisted(ctx)
	switch {
	case err != nil:
		return []Finding{e.finding(name, StateWarn, e.say(sayNoSettings, p.Source.Name), doSettings)}
	case len(hosts) > 0:
		return []Finding{e.finding(name, StateWarn, e.say(sayUnlisted, p.Source.Name, clean.Line(strings.Join(hosts, ", "))), doUnlisted)}
	default:
		return nil
	}
}

// Due dates and "before 15 o'clock" depend on the clock; a Date header counts
// in seconds, and the answer itself takes a moment.
const (
	clockWarn = 2 * time.Minute
	clockFail = time.Hour
)

func (e *Env) clockAgainst(ctx context.Context, p Portal) []Finding {
	if p.Date == nil {
		return nil
	}
	theirs, err := p.Date(ctx)
	if err != nil || theirs.IsZero() {
		return nil // many portals leave the header out; the look-up said enough
	}
	diff := e.Now().Sub(theirs).Abs().Round(time.Second)
	switch {
	case diff > clockFail:
		return []Finding{e.finding("clock", StateFail, e.say(sayClockOff, e.span(diff), p.Source.Name), doClock)}
	case diff > clockWarn:
		return []Finding{e.finding("clock", StateWarn, e.say(sayClockOff, e.span(diff), p.Source.Name), doClock)}
	default:
		return []Finding{e.finding("clock", StateOK, e.say(sayClockSame, p.Source.Name, e.span(diff)), pair{})}
	}
}

// insecure tells whether an address leaves this machine without encryption.
func insecure(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback())
}
