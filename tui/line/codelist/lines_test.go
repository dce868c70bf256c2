package codelist

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// Only one line is in memory at any time, whatever the input.
func TestOneLineIsHeld(t *testing.T) {
	longest := 0
	readLines(io.MultiReader(io.LimitReader(endless{"A"}, 10<<20), strings.NewReader("\nshort\n"), io.LimitReader(endless{"A"}, LineMost-1)), func(l inputLine) bool {
		longest = max(longest, len(l.text))
		return true
	})
	if longest > LineMost {
		t.Errorf("a line of %d bytes was kept", longest)
	}
}

func FuzzReadLines(f *testing.F) {
	f.Add([]byte("H55.17.05-261120-0007\n\nx\r\n"), 3)
	f.Add([]byte("\ufeff# a\n\xff\n"), 1)
	f.Add([]byte("a\rb\r\n\r\r\nc\n\r"), 1)
	f.Add(bytes.Repeat([]byte("a"), LineMost+1), 7)
	f.Add(append(bytes.Repeat([]byte("b"), LineMost), '\n', 'c'), 4096)
	f.Fuzz(func(t *testing.T, data []byte, chunk int) {
		var got []inputLine
		readLines(&chunks{data, max(1, chunk%8192)}, func(l inputLine) bool {
			got = append(got, l)
			return true
		})
		// The same, read in a simple way.
		if bytes.Contains(data, []byte{0}) || bytes.Contains(data, []byte("\xFF\xFE")) || bytes.Contains(data, []byte("\xFE\xFF")) {
			return // may be read as UTF-16
		}
		for _, mark := range officeMarks {
			if bytes.HasPrefix(data, mark) {
				return
			}
		}
		lines := linesAsTheyEnd(data)
		var want []inputLine
		for i, l := range lines {
			s := strings.TrimSpace(strings.TrimPrefix(string(l), "\ufeff"))
			switch {
			case len(l) >= LineMost:
				continue // may be too long or just fit: checked below
			case s != "" && s[0] != '#':
				want = append(want, inputLine{number: i + 1, text: s})
			}
		}
		i := 0
		for _, g := range got {
			if g.err != nil {
				if !errors.Is(g.err, ErrLineTooLong) {
					t.Fatalf("line %d: %v", g.number, g.err)
				}
				continue
			}
			if len(g.text) > LineMost {
				t.Fatalf("line %d holds %d bytes", g.number, len(g.text))
			}
			if i < len(want) && want[i] == g {
				i++
			} else if len(g.text) < LineMost-1 && len(lines[g.number-1]) < LineMost {
				t.Fatalf("line %d: got %q", g.number, g.text)
			}
		}
		if i != len(want) {
			t.Fatalf("%d of %d lines were given", i, len(want))
		}
	})
}

// linesAsTheyEnd splits at CR, LF and CR LF.
func linesAsTheyEnd(data []byte) [][]byte {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.Split(bytes.ReplaceAll(data, []byte("\r"), []byte("\n")), []byte("\n"))
}

type chunks struct {
	data []byte
	n    int
}

func (c *chunks) Read(p []byte) (int, error) {
	if len(c.data) == 0 {
		return 0, io.EOF
	}
	n := copy(p, c.data[:min(c.n, len(c.data))])
	c.data = c.data[n:]
	return n, nil
}
