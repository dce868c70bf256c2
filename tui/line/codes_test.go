package line

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"
)

func TestCodesFromStandardInput(t *testing.T) {
	long := strings.Repeat("x", lineMost+1)
	in := strings.Join([]string{
		"\ufeff" + codeOf + "04", "", "# ghi chú", "  " + codeOf + "11\r", "H55.17.05-26", long, codeOf + "77", codeOf + "09",
	}, "\n")
	got := runWith(t, newFake(t), Deps{In: strings.NewReader(in)}, "track", "-")
	if got.code != 2 { // wrong lines outweigh one that was not found
		t.Errorf("exit code %d", got.code)
	}
	for _, want := range []string{codeOf + "04  ●", codeOf + "11  ●", codeOf + "09  ✓"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q is missing in\n%s", want, got.out)
		}
	}
	sentences := strings.Split(strings.TrimSpace(got.err), "\n")
	if len(sentences) != 3 {
		t.Fatalf("want a sentence a bad line, got %d:\n%s", len(sentences), got.err)
	}
	for i, want := range []string{"Dòng 5: ", "Dòng 6: dài quá 16384 byte, đã bỏ qua.", codeOf + "77: Không thấy"} {
		if !strings.HasPrefix(sentences[i], want) {
			t.Errorf("sentence %d is %q, want %q", i, sentences[i], want)
		}
	}
}

func TestStandardInputFaults(t *testing.T) {
	tests := []struct {
		name string
		in   io.Reader
		most int
		code int
		err  string
	}{
		{"empty", strings.NewReader("\n# nothing\n"), 0, 2, "Đầu vào không có mã nào.\n"},
		{"breaks off", io.MultiReader(strings.NewReader(codeOf+"04\n"), iotest.ErrReader(errors.New("gone"))), 0, 1, "Đầu vào bị ngắt giữa chừng.\n"},
		{"too many", strings.NewReader(strings.Repeat(codeOf+"04\n", 5)), 3, 2, "Đã tra đủ 3 mã, phần còn lại bỏ qua.\n"},
		{"no last line feed, a byte at a time", iotest.OneByteReader(strings.NewReader(codeOf + "04")), 0, 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake(t)
			got := runWith(t, f, Deps{In: tt.in, MaxCodes: tt.most}, "track", "-")
			if got.code != tt.code || got.err != tt.err {
				t.Errorf("code %d, said %q", got.code, got.err)
			}
			if tt.most > 0 && len(f.queries) != tt.most {
				t.Errorf("%d look-ups", len(f.queries))
			}
		})
	}
}

// noise is n bytes without a line feed.
type noise struct{ n int }

func (r *noise) Read(p []byte) (int, error) {
	if r.n <= 0 {
		return 0, io.EOF
	}
	m := min(len(p), r.n)
	for i := range p[:m] {
		p[i] = 'A'
	}
	r.n -= m
	return m, nil
}

func TestTenMegabytesOfStandardInput(t *testing.T) {
	t.Run("one line", func(t *testing.T) {
		in := io.MultiReader(&noise{10 << 20}, strings.NewReader("\n"+codeOf+"04\n"))
		got := runWith(t, newFake(t), Deps{In: in}, "track", "-")
		if !strings.Contains(got.out, codeOf+"04") || got.err != "Dòng 1: dài quá 16384 byte, đã bỏ qua.\n" {
			t.Errorf("out %q, err %.200q", got.out, got.err)
		}
	})
	t.Run("memory stays small", func(t *testing.T) {
		// What is held at any time is one line, whatever the input.
		longest := 0
		readLines(io.MultiReader(&noise{10 << 20}, strings.NewReader("\nshort\n"), &noise{lineMost - 1}), func(l inputLine) bool {
			longest = max(longest, len(l.text))
			return true
		})
		if longest > lineMost {
			t.Errorf("a line of %d bytes was kept", longest)
		}
	})
	t.Run("links", func(t *testing.T) {
		link := "https://dvc.example.vn/" + strings.Repeat("tra-cuu/", 120) + codeOf + "04\n"
		n := 10<<20/len(link) + 1
		f := newFake(t)
		got := runWith(t, f, Deps{In: strings.NewReader(strings.Repeat(link, n))}, "track", "-")
		if got.code != 0 || len(f.queries) != n {
			t.Errorf("code %d, %d of %d asked", got.code, len(f.queries), n)
		}
	})
}

// A read that blocks must not outlive Ctrl-C.
func TestInterruptWhileReading(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		in, w := io.Pipe()
		time.AfterFunc(time.Minute, cancel)
		d := Deps{Service: newFake(t), In: in, Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}
		if code := Run(ctx, d, []string{"track", "-"}); code != 1 {
			t.Errorf("exit code %d", code)
		}
		w.Close() // the process would end here and take the reader along
	})
}

func FuzzReadLines(f *testing.F) {
	f.Add([]byte("H55.17.05-261120-0007\n\nx\r\n"), 3)
	f.Add([]byte("\ufeff# a\n\xff\n"), 1)
	f.Add([]byte("a\rb\r\n\r\r\nc\n\r"), 1)
	f.Add(bytes.Repeat([]byte("a"), lineMost+1), 7)
	f.Add(append(bytes.Repeat([]byte("b"), lineMost), '\n', 'c'), 4096)
	f.Fuzz(func(t *testing.T, data []byte, chunk int) {
		var got []inputLine
		readLines(&chunks{data, max(1, chunk%8192)}, func(l inputLine) bool {
			got = append(got, l)
			return true
		})
		// The same, read the simple way.
		if bytes.Contains(data, []byte{0}) || bytes.Contains(data, []byte("\xFF\xFE")) || bytes.Contains(data, []byte("\xFE\xFF")) {
			return // may be taken for UTF-16
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
			case len(l) >= lineMost:
				continue // may be too long or just fit: checked below
			case s != "" && s[0] != '#':
				want = append(want, inputLine{number: i + 1, text: s})
			}
		}
		i := 0
		for _, g := range got {
			if g.err != nil {
				if !errors.Is(g.err, errLineTooLong) {
					t.Fatalf("line %d: %v", g.number, g.err)
				}
				continue
			}
			if len(g.text) > lineMost {
				t.Fatalf("line %d holds %d bytes", g.number, len(g.text))
			}
			if i < len(want) && want[i] == g {
				i++
			} else if len(g.text) < lineMost-1 && len(lines[g.number-1]) < lineMost {
				t.Fatalf("line %d: got %q", g.number, g.text)
			}
		}
		if i != len(want) {
			t.Fatalf("%d of %d lines were given", i, len(want))
		}
	})
}

// linesAsTheyEnd cuts at CR, LF and CR LF.
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
