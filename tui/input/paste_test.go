package input

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"
)

// chunk is what a terminal sends at once, and the delay after the previous one.
type chunk struct {
	after time.Duration
	bytes string
}

func TestPastesThatNeverEnd(t *testing.T) {
	t.Parallel()
	const cut = string(pasteCut) + pasteEnd
	long := strings.Repeat("ab", pasteMost)
	for _, c := range []struct {
		what string
		sent []chunk
		want string
	}{
		{"keys", []chunk{{0, "khai\x1b[A"}, {time.Hour, "x"}}, "khai\x1b[Ax"},
		{"a paste", []chunk{{0, pasteBegin + "tạm" + pasteEnd}, {time.Hour, "x"}}, pasteBegin + "tạm" + pasteEnd + "x"},
		{"in pieces", []chunk{{0, pasteBegin + "kh"}, {900 * time.Millisecond, "ai\x1b[20"}, {900 * time.Millisecond, "1~x"}}, pasteBegin + "khai" + pasteEnd + "x"},
		{"never ended", []chunk{{0, pasteBegin + "kh"}, {2 * time.Second, "\x1b[<0;1;1M"}}, pasteBegin + "kh" + cut + "\x1b[<0;1;1M"},
		{"ended late", []chunk{{0, pasteBegin + "kh"}, {2 * time.Second, "x" + pasteEnd}}, pasteBegin + "kh" + cut + "x" + pasteEnd},
		{"too long", []chunk{{0, pasteBegin + long + pasteEnd + "x"}}, pasteBegin + long[:pasteMost] + cut + "x"},
		{"too long and never ended", []chunk{{0, pasteBegin + long}, {2 * time.Second, "x"}}, pasteBegin + long[:pasteMost] + cut + "x"},
		{"one in another", []chunk{{0, pasteBegin + pasteBegin + "a" + pasteEnd + "x"}, {time.Hour, "y"}}, pasteBegin + pasteBegin + "a" + pasteEnd + "xy"},
	} {
		var p pastes
		var got strings.Builder
		now := time.Unix(0, 0)
		for _, s := range c.sent {
			now = now.Add(s.after)
			for i := range len(s.bytes) {
				got.Write(p.pass([]byte{s.bytes[i]}, now))
			}
		}
		if got.String() != c.want {
			t.Errorf("%s: %q, want %q", c.what, short60(got.String()), short60(c.want))
		}
	}
}

// All input is passed on unchanged, however it arrives, and a terminal is still a terminal.
func TestEndPastesHandsEverythingOn(t *testing.T) {
	const text = "tạm trú\x1b[A\x1b[<0;10;10Mđ😀\xff\x80x" + pasteBegin + "dán" + pasteEnd
	name := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if _, ok := EndPastes(file, nil).(interface{ Fd() uintptr }); !ok {
		t.Error("a terminal is one no more")
	}
	upper := func(dst, src []byte) []byte { return append(dst, bytes.ToUpper(src)...) }
	for what, c := range map[string]struct {
		in    io.Reader
		sieve func(dst, src []byte) []byte
		want  string
	}{
		"a reader":         {strings.NewReader(text), nil, text},
		"a slow reader":    {iotest.OneByteReader(strings.NewReader(text)), nil, text},
		"with its end":     {iotest.DataErrReader(strings.NewReader(text)), nil, text},
		"a file":           {file, nil, text},
		"through a sieve":  {strings.NewReader("abc"), upper, "ABC"},
		"nothing":          {strings.NewReader(""), nil, ""},
		"more than it has": {strings.NewReader(strings.Repeat("phường ", 500)), nil, strings.Repeat("phường ", 500)},
	} {
		if got, err := io.ReadAll(EndPastes(c.in, c.sieve)); err != nil || string(got) != c.want {
			t.Errorf("%s: %q, %v", what, short60(string(got)), err)
		}
	}
	small := make([]byte, 3)
	r := EndPastes(strings.NewReader(text), nil)
	var got []byte
	for {
		n, err := r.Read(small)
		got = append(got, small[:n]...)
		if err != nil {
			break
		}
	}
	if string(got) != text {
		t.Errorf("in small pieces: %q", got)
	}
}

// A paste that is too long is cut between two letters.
func TestAPasteIsCutBetweenLetters(t *testing.T) {
	got, err := io.ReadAll(EndPastes(strings.NewReader(pasteBegin+"a"+strings.Repeat("ệ", pasteMost)+pasteEnd), nil))
	if half, long := HalfPaste(strings.TrimSuffix(strings.TrimPrefix(string(got), pasteBegin), pasteEnd)); err != nil || !half || !long || !utf8.Valid(got) {
		t.Errorf("%q, %v", short60(string(got)), err)
	}
}

func short60(s string) string {
	if len(s) > 120 {
		return s[:30] + "..." + s[len(s)-60:]
	}
	return s
}
