package line

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/tui/line/codelist"
	"motcua/tui/line/verb"
)

func TestCodesFromStandardInput(t *testing.T) {
	long := strings.Repeat("x", codelist.LineMost+1)
	in := strings.Join([]string{
		"\ufeff" + codeOf + "04", "", "# ghi chú", "  " + codeOf + "11\r", "H55.17.05-26", long, codeOf + "77", codeOf + "09",
	}, "\n")
	got := runWith(t, newFake(t), verb.Deps{In: strings.NewReader(in)}, "track", "-")
	if got.code != 2 { // wrong lines outweigh a dossier that was not found
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
			got := runWith(t, f, verb.Deps{In: tt.in, MaxCodes: tt.most}, "track", "-")
			if got.code != tt.code || got.err != tt.err {
				t.Errorf("code %d, said %q", got.code, got.err)
			}
			if tt.most > 0 && len(f.queries) != tt.most {
				t.Errorf("%d look-ups", len(f.queries))
			}
		})
	}
}

// noise returns n bytes without a line feed.
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
		got := runWith(t, newFake(t), verb.Deps{In: in}, "track", "-")
		if !strings.Contains(got.out, codeOf+"04") || got.err != "Dòng 1: dài quá 16384 byte, đã bỏ qua.\n" {
			t.Errorf("out %q, err %.200q", got.out, got.err)
		}
	})
	t.Run("links", func(t *testing.T) {
		link := "https://dvc.example.vn/" + strings.Repeat("tra-cuu/", 120) + codeOf + "04\n"
		n := 10<<20/len(link) + 1
		f := newFake(t)
		got := runWith(t, f, verb.Deps{In: strings.NewReader(strings.Repeat(link, n))}, "track", "-")
		if got.code != 0 || len(f.queries) != n {
			t.Errorf("code %d, %d of %d asked", got.code, len(f.queries), n)
		}
	})
}

// A blocking read must not prevent Ctrl-C from ending the run.
func TestInterruptWhileReading(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		in, w := io.Pipe()
		time.AfterFunc(time.Minute, cancel)
		d := verb.Deps{Service: newFake(t), In: in, Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}
		if code := Run(ctx, d, []string{"track", "-"}); code != 1 {
			t.Errorf("exit code %d", code)
		}
		w.Close() // the real process would end here together with the reader
	})
}

// An office document is not a list, and that is reported once.
func TestOfficeDocumentsAreNoLists(t *testing.T) {
	for _, head := range []string{"PK\x03\x04\x14\x00", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"} {
		doc := head + strings.Repeat("\x00\xffx", 5000)
		got := runWith(t, newFake(t), verb.Deps{In: strings.NewReader(doc)}, "track", "-")
		if want := "Đầu vào là tệp của Excel hay Word. Mở tệp đó, lưu thành CSV UTF-8 rồi chạy lại.\n"; got.code != 2 || got.err != want {
			t.Errorf("standard input: code %d, %q", got.code, got.err)
		}
		got = runWith(t, newFake(t), verb.Deps{}, "track", "--file", listFile(t, doc))
		if got.code != 2 || !strings.Contains(got.err, "lưu thành CSV UTF-8") || strings.Count(got.err, "\n") > 2 {
			t.Errorf("a file: code %d, %q", got.code, got.err)
		}
		var out bytes.Buffer
		if code := Mode(t.Context(), verb.Deps{Service: newFake(t), In: strings.NewReader(doc), Out: &out}); code != 0 || !strings.Contains(out.String(), "lưu thành CSV UTF-8") {
			t.Errorf("line mode: code %d, %q", code, out.String())
		}
	}
}

// Each code of a line is answered in its place, and text that was meant as a code is
// reported.
func TestTwoCodesOnALine(t *testing.T) {
	const both = codeOf + "04;" + codeOf + "11"
	for name, args := range map[string][]string{
		"standard input": {"track", "-"},
		"a file":         {"track", "--file", listFile(t, both+"\n")},
		"one argument":   {"track", both},
		"two arguments":  {"track", codeOf + "04,", codeOf + "11"},
		"a comma alone":  {"track", codeOf + "04", ",", codeOf + "11"},
		"and watched":    {"track", both, "--watch"},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			f.track = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
				a, err := byLastDigits(q)
				if name == "and watched" {
					a.Value.Status = client.StatusReturned // a final state, so that the watch ends
				}
				return a, err
			}
			got := runWith(t, f, verb.Deps{In: strings.NewReader(both)}, args...)
			first, second := strings.Index(got.out, codeOf+"04  "), strings.Index(got.out, codeOf+"11  ")
			if got.code != 0 || first < 0 || second < first || len(f.queries) != 2 {
				t.Errorf("code %d, asked %v\n%s%s", got.code, f.queries, got.out, got.err)
			}
		})
	}
	got := runWith(t, newFake(t), verb.Deps{In: strings.NewReader(codeOf + "04, H55.17.05-261320-0007 " + codeOf + "11")}, "track", "-", "--json")
	var codes []string
	for _, r := range jsonLines(t, got.out) {
		codes = append(codes, *r.Code)
	}
	if want := []string{codeOf + "04", "H55.17.05-261320-0007", codeOf + "11"}; got.code != 2 || !slices.Equal(codes, want) {
		t.Errorf("code %d, rows %v\n%s", got.code, codes, got.err)
	}
	if got := runWith(t, newFake(t), verb.Deps{}, "track", both, "--proof", "1234"); got.code != 2 || !strings.Contains(got.err, "--proof chỉ dùng với một mã") {
		t.Errorf("a proof for two: code %d, %q", got.code, got.err)
	}
	if got := runWith(t, newFake(t), verb.Deps{MaxCodes: 1}, "track", both); got.code != 2 || !strings.Contains(got.err, "Đã tra đủ 1 mã") {
		t.Errorf("more than a server gives: code %d, %q", got.code, got.err)
	}
}

// A shell splits a code with spaces into arguments; the dashes in it do not mean standard
// input.
func TestACodeInSeveralArguments(t *testing.T) {
	f := newFake(t)
	got := runWith(t, f, verb.Deps{In: iotest.ErrReader(errors.New("was read"))}, "track", "H55.17.05", "-", "261120", "-", "0004", "--proof", "1234")
	if got.code != 0 || len(f.queries) != 1 || f.queries[0].Code.String() != codeOf+"04" || f.queries[0].Proof != "1234" {
		t.Errorf("code %d, asked %v\n%s", got.code, f.queries, got.err)
	}
}

func TestTwoCodesOnALineOfTheLineMode(t *testing.T) {
	f := newFake(t)
	var out bytes.Buffer
	in := codeOf + "04, " + codeOf + "11\nm 1234\nH55.17.05-261320-0007 " + codeOf + "05\nH55.17.05 - 261120 - 0009\n"
	if code := Mode(t.Context(), verb.Deps{Service: f, In: strings.NewReader(in), Out: &out}); code != 0 {
		t.Errorf("code %d", code)
	}
	var asked []string
	for _, q := range f.queries {
		asked = append(asked, q.Code.Serial()+q.Proof)
	}
	if want := []string{"0004", "0011", "00111234", "0005", "0009"}; !slices.Equal(asked, want) {
		t.Errorf("asked %v", asked)
	}
	if !strings.Contains(out.String(), "H55.17.05-261320-0007: 261320 không phải ngày") {
		t.Errorf("%s", out.String())
	}
}
