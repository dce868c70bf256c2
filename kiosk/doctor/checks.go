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
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// checkConfig says which file is in use and what is wrong in it, for example that others
// can read a secret in it.
func checkConfig(_ context.Context, e *Env) []Finding {
	const name = "config"
	var list []Finding
	var bad *config.Error
	switch {
	case errors.As(e.ConfigErr, &bad):
		for _, s := range bad.Sentences(e.Lang) {
			list = append(list, e.finding(name, StateFail, s, operator.DoctorDoFix))
		}
	case e.ConfigErr != nil:
		list = append(list, e.finding(name, StateFail, clean.Line(e.ConfigErr.Error()), operator.DoctorDoFix))
	case e.Config.File == "":
		list = append(list, e.finding(name, StateOK, e.say(operator.DoctorNoFile), text.Said{}))
	default:
		list = append(list, e.finding(name, StateOK, e.say(operator.DoctorFile, clean.Line(e.Config.File)), text.Said{}))
	}
	for _, p := range e.Unknown {
		list = append(list, e.finding(name, StateWarn, p.Sentence(e.Lang), text.Said{}))
	}
	return list
}

func checkSample(_ context.Context, e *Env) []Finding {
	if e.Config.UsesSample() {
		return []Finding{e.finding("sample", StateWarn, e.say(operator.DoctorSample), operator.DoctorDoConfigure)}
	}
	return []Finding{e.finding("sample", StateOK, e.say(operator.DoctorReal), text.Said{})}
}

// The program cannot run before it was built: such a clock probably lost its battery.
func checkClock(_ context.Context, e *Env) []Finding {
	now := e.Now().In(workday.Zone)
	t := text.For(e.Lang)
	at := t.ClockStamp(now) + " " + t.Day(now)
	if !e.Built.IsZero() && now.Before(e.Built.Add(-24*time.Hour)) {
		built := t.Day(e.Built)
		return []Finding{e.finding("clock", StateFail, e.say(operator.DoctorClockPast, at, built), operator.DoctorDoClock)}
	}
	return []Finding{e.finding("clock", StateOK, e.say(operator.DoctorClock, at), text.Said{})}
}

// checkHolidays checks this year and the next, because due dates at the end of a year reach
// into the next. The next year's notice comes late in a year, so its absence is no fault.
func checkHolidays(_ context.Context, e *Env) []Finding {
	const name = "holidays"
	now := e.Now().In(workday.Zone)
	var list []Finding
	for _, at := range []time.Time{now, now.AddDate(1, 0, 0)} {
		year := at.Year()
		switch e.Calendar.Doubt(at, at).Kind {
		case workday.Unknown:
			list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorNoHolidays, year), operator.DoctorDoHolidays))
		case workday.Unannounced:
			state := StateWarn
			if at.After(now) {
				state = StateOK
			}
			list = append(list, e.finding(name, state, e.say(operator.DoctorUnannounced, year), operator.DoctorDoHolidays))
		default:
			list = append(list, e.finding(name, StateOK, e.say(operator.DoctorHolidays, year, clean.Line(strings.Join(e.Notices[year], ", "))), text.Said{}))
		}
	}
	return list
}

// slow is the time after which a person at a counter starts to wonder.
const slow = 3 * time.Second

// checkPortals makes one look-up at each portal and compares clocks.
func checkPortals(ctx context.Context, e *Env) []Finding {
	if len(e.Portals) == 0 {
		if e.ConfigErr != nil {
			return nil
		}
		return []Finding{e.finding("portals", StateWarn, e.say(operator.DoctorNoPortal), text.Said{})}
	}
	var list []Finding
	for _, p := range e.Portals {
		name := "portal " + p.Source.ID
		f := e.try(ctx, p)
		f.Name = name
		if p.Sample {
			list = append(list, f)
			continue // it runs on the same machine, with the same clock and no proxy
		}
		f.Sentence += e.through(p)
		list = append(list, f)
		if insecure(p.URL) {
			list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorPlainHTTP, p.Source.Name), operator.DoctorDoHTTPS))
		}
		if f.State != StateFail {
			list = append(list, e.unlisted(ctx, p)...)
			list = append(list, e.clockAgainst(ctx, p)...)
		}
	}
	return list
}

// try makes a look-up at a portal. Where the secret cannot be read, it only checks that the
// server answers.
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
	f := e.finding("", StateWarn, e.say(operator.DoctorOutside, p.Source.Name, strings.Join(p.Outside, ", ")), text.Said{})
	f.WhatToDo = e.say(operator.DoctorDoOutside, e.Inside)
	return f
}

func (e *Env) answered(p Portal, err error, took time.Duration) Finding {
	name, long := p.Source.Name, e.took(took)
	var down *client.UnavailableError
	switch {
	case (err == nil || errors.Is(err, client.ErrNotFound)) && took > slow:
		return e.finding("", StateWarn, e.say(operator.DoctorSlow, name, long), operator.DoctorDoSlow)
	case err == nil || errors.Is(err, client.ErrNotFound):
		return e.finding("", StateOK, e.say(operator.DoctorAnswers, name, long), text.Said{})
	case errors.As(err, &down):
		return e.down(p, down)
	default:
		return e.finding("", StateFail, e.say(operator.DoctorDown, name, clean.Line(err.Error())), operator.DoctorDoDown)
	}
}

// unlisted compares the configured hosts with those in the system's own public settings:
// with a typing mistake the operator's account would be sent elsewhere.
func (e *Env) unlisted(ctx context.Context, p Portal) []Finding {
	if p.Unlisted == nil {
		return nil
	}
	name := "portal " + p.Source.ID
	hosts, err := p.Unlisted(ctx)
	switch {
	case err != nil:
		return []Finding{e.finding(name, StateWarn, e.say(operator.DoctorNoSettings, p.Source.Name), operator.DoctorDoSettings)}
	case len(hosts) > 0:
		return []Finding{e.finding(name, StateWarn, e.say(operator.DoctorUnlisted, p.Source.Name, clean.Line(strings.Join(hosts, ", "))), operator.DoctorDoUnlisted)}
	default:
		return nil
	}
}

// Due dates and "before 15 o'clock" depend on the clock. A Date header has whole seconds,
// and the answer itself takes a moment.
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
		return nil // many portals omit the header; the look-up was enough
	}
	diff := e.Now().Sub(theirs).Abs().Round(time.Second)
	switch {
	case diff > clockFail:
		return []Finding{e.finding("clock", StateFail, e.say(operator.DoctorClockOff, e.span(diff), p.Source.Name), operator.DoctorDoClock)}
	case diff > clockWarn:
		return []Finding{e.finding("clock", StateWarn, e.say(operator.DoctorClockOff, e.span(diff), p.Source.Name), operator.DoctorDoClock)}
	default:
		return []Finding{e.finding("clock", StateOK, e.say(operator.DoctorClockSame, p.Source.Name, e.span(diff)), text.Said{})}
	}
}

// insecure reports whether requests to an address leave this machine unencrypted.
func insecure(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback())
}
