package limit

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"motcua/kiosk/config/key"
)

// errForm is a text that is not written as its type wants it. The key's own words say
// how.
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
	if read.Start < 1 || read.Full < read.Start || read.Rate > 100 {
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
func (p *Purse) UnmarshalText(text []byte) error {
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
	*p = Purse{Burst: b, Hourly: h / per}
	return nil
}

// parsePoints reads a plain number: no exponent, no sign, no infinity.
func parsePoints(s string) (n float64, bad bool) {
	if s == "" || strings.Trim(s, "0123456789.") != "" {
		return 0, true
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err != nil || n > maxPurse
}

// MarshalText writes by the day what is a whole number by the day and none by the
// hour.
func (p Purse) MarshalText() ([]byte, error) {
	back, per := p.Hourly, "h"
	if daily := math.Round(back*hoursOfDay*1000) / 1000; back != math.Trunc(back) && daily/hoursOfDay == back {
		back, per = daily, "d"
	}
	return []byte(plain(p.Burst) + ":" + plain(back) + "/" + per), nil
}

// plain writes a number without an exponent.
func plain(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// purse is the key of a purse in which at least so many points have room. When nothing
// comes back, whoever used it up is out for good.
func purse(name string, field *Purse, byDefault Purse, least float64) key.Key {
	kind := key.Written[Purse](key.Say(
		fmt.Sprintf(`điểm và số điểm trả lại như "8:4/h" (mỗi giờ) hay "5:5/d" (mỗi ngày), ít nhất %v điểm`, least),
		fmt.Sprintf(`points and how many come back such as "8:4/h" (an hour) or "5:5/d" (a day), at least %v points`, least),
	))
	kind.Fits = func(p Purse) *key.Wrong {
		if between(p.Burst, least, maxPurse) && between(p.Hourly, 0, maxPurse) && (least == 0 || p.Hourly > 0) {
			return nil
		}
		return &key.Wrong{}
	}
	return key.New(name, field, byDefault, kind)
}
