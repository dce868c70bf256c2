package clean

import "strings"

// maxDataHeader limits the length of what stands between "data:" and the comma, so
// that a text full of "data:" is still read in linear time.
const maxDataHeader = 128

// CutDataURIs replaces embedded files ("data:image/png;base64,…") by U+FFFD: some
// portal texts contain whole pictures that way. Only base64 and image data are cut;
// "data: 5" and a plain data: link stay. The time is linear in the length of s.
func CutDataURIs(s string) string {
	at := indexData(s, 0)
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	from := 0
	for at >= 0 {
		body := dataBody(s, at)
		if body < 0 {
			at = indexData(s, at+len("data:"))
			continue
		}
		b.WriteString(s[from:at])
		b.WriteRune(dropped)
		from = dataEnd(s, body)
		at = indexData(s, from)
	}
	b.WriteString(s[from:])
	return b.String()
}

// indexData finds the next "data:", in any case, at or after from.
func indexData(s string, from int) int {
	for {
		i := strings.IndexByte(s[from:], ':')
		if i < 0 {
			return -1
		}
		i += from
		if i >= from+4 && strings.EqualFold(s[i-4:i], "data") {
			return i - 4
		}
		from = i + 1
	}
}

// dataBody returns the position after the comma when base64 data or a picture
// begins at at, else -1.
func dataBody(s string, at int) int {
	head := s[at+len("data:"):]
	head = head[:min(len(head), maxDataHeader)]
	end := 0
	for end < len(head) && headerByte(head[end]) {
		end++
	}
	if end == len(head) || head[end] != ',' {
		return -1
	}
	kind := strings.ToLower(head[:end])
	if !strings.HasSuffix(kind, ";base64") && !strings.HasPrefix(kind, "image/") {
		return -1
	}
	return at + len("data:") + end + 1
}

// headerByte reports whether c can stand between "data:" and the comma. It allows
// printable ASCII only, so that later cleaning cannot create a new header.
func headerByte(c byte) bool {
	switch c {
	case ',', '"', '\'', '<', '>', '(', ')':
		return false
	}
	return c > ' ' && c <= '~'
}

// dataEnd finds the first character that cannot belong to the data. Base64 may be
// wrapped: a line that is as long as the first one continues on the next line.
func dataEnd(s string, at int) int {
	end := at + dataRun(s[at:])
	width := end - at
	for width >= 60 && end < len(s) {
		next := end
		if s[next] == '\r' {
			next++
		}
		if next >= len(s) || s[next] != '\n' {
			break
		}
		next++
		run := dataRun(s[next:])
		// Lines of base64 come in multiples of four letters; a short word of prose does not continue the data.
		if run < 4 || run > width || run%4 != 0 || (next+run < len(s) && strings.IndexByte("\r\n\"')> ", s[next+run]) < 0) {
			break
		}
		end = next + run
		if run < width {
			break
		}
	}
	return end
}

// dataRun is the length of the run of URI characters that s begins with.
func dataRun(s string) int {
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case strings.IndexByte("+/=-_%.~;:@&$!*#?", c) >= 0:
		default:
			return i
		}
	}
	return len(s)
}
