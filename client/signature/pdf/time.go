package pdf

import (
	"strings"
	"time"
)

// Vietnam is the zone of a date without one.
var vietnam = time.FixedZone("", 7*60*60)

// Time reads a date, "D:20251209155454+07'00'" (7.9.4). Parts from the month on may be missing.
func Time(v Value) (time.Time, bool) {
	s := strings.TrimPrefix(v.Text(), "D:")
	if v.Kind != String || len(s) < 4 || len(s) > 32 {
		return time.Time{}, false
	}
	digits := s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
	zone := strings.ReplaceAll(s[len(digits):], "'", "")
	const layout = "20060102150405"
	if len(digits) > len(layout) || len(digits)%2 != 0 {
		return time.Time{}, false
	}
	t, err := time.ParseInLocation(layout[:len(digits)], digits, vietnam)
	if err != nil || zone == "" {
		return t, err == nil
	}
	if len(zone) == 3 {
		zone += "00"
	}
	if strings.HasPrefix(zone, "Z") {
		zone = "+0000"
	}
	t, err = time.Parse(layout[:len(digits)]+"-0700", digits+zone)
	return t, err == nil
}
