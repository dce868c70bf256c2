package qr

import (
	"net/url"
	"strings"

	"rsc.io/qr/coding"
)

// Encode makes the code of a link with a side of at most most modules, quiet zone included.
// Of the versions that fit it takes the easiest to scan: with 15 % error correction (level
// M), then with 7 % (L), then with the host in capital letters, which take less space and
// mean the same (RFC 3986, 6.2.2.1). ok is false when nothing fits.
func Encode(link string, most int) (c Code, ok bool) {
	if link == "" {
		return Code{}, false
	}
	whole := []coding.Encoding{oneMode(link)}
	if c, ok = smallest(coding.M, most, whole); ok {
		return c, true
	}
	if c, ok = smallest(coding.L, most, whole); ok {
		return c, true
	}
	return smallest(coding.L, most, segments(loud(link)))
}

// smallest returns the smallest symbol of a level that holds the segments, unless it has
// more than most modules with its quiet zone.
func smallest(l coding.Level, most int, segments []coding.Encoding) (Code, bool) {
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion && side(v) <= most; v++ {
		bits := 0
		for _, s := range segments {
			bits += s.Bits(v)
		}
		if bits <= v.DataBytes(l)*8 {
			return draw(v, l, segments)
		}
	}
	return Code{}, false
}

// side returns the side of a symbol in modules, quiet zone included.
func side(v coding.Version) int { return 17 + 4*int(v) + 2*Quiet }

// loud writes the host of a web link in capital letters.
func loud(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return link
	}
	before, after, found := strings.Cut(link, "//"+u.Host)
	if !found {
		return link
	}
	return before + "//" + strings.ToUpper(u.Host) + after
}

// oneMode encodes a text in the single mode that takes the least space.
func oneMode(text string) coding.Encoding {
	switch {
	case coding.Num(text).Check() == nil:
		return coding.Num(text)
	case coding.Alpha(text).Check() == nil:
		return coding.Alpha(text)
	default:
		return coding.String(text)
	}
}

// segments encodes the longest run of alphanumeric characters in that mode, and the text
// before and after it as bytes.
func segments(text string) []coding.Encoding {
	from, to := longestRun(text)
	var list []coding.Encoding
	if from > 0 {
		list = append(list, coding.String(text[:from]))
	}
	if to > from {
		list = append(list, coding.Alpha(text[from:to]))
	}
	if to < len(text) {
		list = append(list, coding.String(text[to:]))
	}
	return list
}

// alphanumeric are the signs of that mode (the standard's table 5).
const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

func longestRun(text string) (from, to int) {
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || strings.IndexByte(alphanumeric, text[i]) < 0 {
			if i-start > to-from {
				from, to = start, i
			}
			start = i + 1
		}
	}
	return from, to
}
