package scanner

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func split(p []byte, size int) []string {
	var got []string
	l := lines{got: func(s string) { got = append(got, s) }, bad: func(f Fault) { got = append(got, faultNames[f]) }}
	for rest := p; len(rest) > 0; {
		n := min(size, len(rest))
		l.take(rest[:n])
		rest = rest[n:]
	}
	l.end()
	return got
}

// faultNames stand for faults in the list of readings.
var faultNames = map[Fault]string{FaultTooLong: "<too long>", FaultSpoilt: "<spoilt>"}

func TestLines(t *testing.T) {
	long := strings.Repeat("9", most)
	for _, tc := range []struct {
		in   string
		want []string
	}{
		{"H55.17.05-261120-0007\r", []string{"H55.17.05-261120-0007"}},
		{"a\nb\r\nc\r", []string{"a", "b", "c"}},
		{"\x02a\x03\x02b\x03\r\n", []string{"a", "b"}},
		{"half of on\x02whole\x03", []string{"whole"}},
		{"no ending", []string{"no ending"}},
		{"]Q1https://cong.example/x?code=1\r", []string{"]Q1https://cong.example/x?code=1"}}, // code.ReadScan removes the mark
		{"Nguyễn Văn A|Đ\r", []string{"Nguyễn Văn A|Đ"}},
		{"a\xffb\r", []string{"a\uFFFDb"}},
		{"\x00a\x00b\x04", []string{"ab"}},
		{" \r\t\r\n\r", nil},
		{long + "\r" + "b\r", []string{long, "b"}},
		{long + "9\r" + "b\r", []string{"<too long>", "b"}}, // all of it is discarded
		{long + long + "\x18\rb\r", []string{"<too long>", "b"}},
		{"H55.17\x185-261120-0007\rb\r", []string{"<spoilt>", "b"}},
		{"\x18\r\x18a\x02b\r", []string{"<spoilt>", "b"}},
		{long + long + "\x02b\r", []string{"b"}},
		{"", nil},
	} {
		for _, size := range []int{1, 3, 1 << 16} {
			if got := split([]byte(tc.in), size); !slices.Equal(got, tc.want) {
				t.Errorf("%.40q by %d: got %.60q, want %.60q", tc.in, size, got, tc.want)
			}
		}
	}
}

// The buffer keeps nothing of a reading.
func TestLinesForget(t *testing.T) {
	l := lines{got: func(string) {}}
	l.take([]byte("026001234567\r"))
	if got := string(l.b[:cap(l.b)]); strings.Contains(got, "026") {
		t.Errorf("%q is still there", got)
	}
}

func FuzzLines(f *testing.F) {
	f.Add([]byte("a\r\nb\x02c\x03"), 1)
	f.Add([]byte(strings.Repeat("x", most+1)+"\r"), 7)
	f.Fuzz(func(t *testing.T, in []byte, size int) {
		size = 1 + (size&0x7fffffff)%64
		got := split(in, size)
		if !slices.Equal(got, split(in, 1)) {
			t.Errorf("pieces of %d change what is read", size)
		}
		for _, s := range got {
			if s == "<too long>" || s == "<spoilt>" {
				continue
			}
			if s == "" || len(s) > 3*most || !utf8.ValidString(s) || strings.ContainsAny(s, "\r\n\x00\x02\x03\x04") {
				t.Errorf("a reading is %q", s)
			}
		}
	})
}
