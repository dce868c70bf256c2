package integration

import (
	"strings"
	"sync/atomic"
	"time"

	"motcua/client/rest"
	"motcua/client/workday"
)

// The forms of a date, by length: yyyyMMddHHmmss according to the adapters'
// documentation, and the shorter ones that some systems send.
var dateForms = map[int]string{14: "20060102150405", 12: "200601021504", 8: "20060102"}

// readDate reads a date in Vietnam's time. An empty value gives the zero time. So does
// one that cannot be read, and it is counted: a wrong date would mislead, while a missing
// one is visibly missing.
func readDate(raw rest.Raw, bad *atomic.Int64) time.Time {
	s := strings.TrimSpace(string(raw))
	if strings.Trim(s, "0") == "" {
		return time.Time{}
	}
	if form, ok := dateForms[len(s)]; ok && onlyDigits(s) {
		t, err := time.ParseInLocation(form, s, workday.Zone)
		if err == nil && t.Year() >= 1990 && t.Year() < 2100 {
			return t
		}
	}
	bad.Add(1)
	return time.Time{}
}

func onlyDigits(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}
