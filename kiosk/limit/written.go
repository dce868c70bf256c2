package limit

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"motcua/kiosk/config/key"
	"motcua/tui/text"
)

// errForm is the error for a text that is not in its type's form. The key's words say what
// the form is.
var errForm = errors.New("limit: not of that form")

// UnmarshalText reads "10:30:100", as MaxStartups of sshd_config(5) is written.
func (s *Startups) UnmarshalText(b []byte) error {
	parts := strings.Split(string(b), ":")
	if len(parts) != 3 {
		return errForm
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.ParseUint(p, 10, 20)
		if err != nil {
			return errForm
		}
		n[i] = int(v)
	}
	read := Startups{Start: n[0], Rate: n[1], Full: n[2]}
	if !read.rise() {
		return errForm
	}
	*s = read
	return nil
}

// MarshalText writes what UnmarshalText reads.
func (s Startups) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%d:%d:%d", s.Start, s.Rate, s.Full), nil
}

// UnmarshalText reads "30:60/m": 30 at once, and 60 a minute.
func (r *Rate) UnmarshalText(text []byte) error {
	burst, back, _ := strings.Cut(string(text), ":")
	back, each := strings.CutSuffix(back, "/m")
	b, bad := strconv.ParseUint(burst, 10, 20)
	m, bad2 := strconv.ParseUint(back, 10, 20)
	if !each || bad != nil || bad2 != nil || b < 1 || m < 1 {
		return errForm
	}
	*r = Rate{Burst: float64(b), Minute: float64(m)}
	return nil
}

// MarshalText writes what UnmarshalText reads.
func (r Rate) MarshalText() ([]byte, error) {
	return []byte(plain(r.Burst) + ":" + plain(r.Minute) + "/m"), nil
}

const hoursOfDay = 24

// UnmarshalText reads "8:4/h" or "5:5/d"; "8:4" is by the hour too.
func (p *Bucket) UnmarshalText(text []byte) error {
	burst, back, ok := strings.Cut(string(text), ":")
	if !ok {
		return errForm
	}
	per := 1.
	back, daily := strings.CutSuffix(back, "/d")
	if daily {
		per = hoursOfDay
	} else {
		back = strings.TrimSuffix(back, "/h")
	}
	b, bad := parsePoints(burst)
	h, bad2 := parsePoints(back)
	if bad || bad2 {
		return errForm
	}
	*p = Bucket{Burst: b, Hourly: h / per}
	return nil
}

// parsePoints reads a plain number: no exponent, no sign, no infinity.
func parsePoints(s string) (n float64, bad bool) {
	if s == "" || strings.Trim(s, "0123456789.") != "" {
		return 0, true
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err != nil || n > maxPoints
}

// MarshalText writes a rate by the day when only that is a whole number.
func (p Bucket) MarshalText() ([]byte, error) {
	back, per := p.Hourly, "h"
	if daily := math.Round(back*hoursOfDay*1000) / 1000; back != math.Trunc(back) && daily/hoursOfDay == back {
		back, per = daily, "d"
	}
	return []byte(plain(p.Burst) + ":" + plain(back) + "/" + per), nil
}

// plain writes a number without an exponent.
func plain(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// rate is the key of a rate.
func rate(name string, field *Rate, byDefault Rate) key.Key {
	return key.Value(name, field, byDefault, wantRate, Rate.counts)
}

// bucketKey is the key of a bucket that must hold at least least points and must refill,
// because an asker who used up one that does not refill would be locked out for good.
func bucketKey(name string, field *Bucket, byDefault Bucket, least float64) key.Key {
	return key.Value(name, field, byDefault, text.Say(
		`điểm và số điểm trả lại như "8:4/h" (mỗi giờ) hay "5:5/d" (mỗi ngày), ít nhất %v điểm`,
		`points and how many come back such as "8:4/h" (an hour) or "5:5/d" (a day), at least %v points`,
	).With(least), func(p Bucket) bool {
		return between(p.Burst, least, maxPoints) && between(p.Hourly, 0, maxPoints) && (least == 0 || p.Hourly > 0)
	})
}
