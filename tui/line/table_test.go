package line

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/text"
)

// listed reads a list and gives each entry as "line code", or "line !what is wrong".
func listed(t *testing.T, in io.Reader) (all []string) {
	t.Helper()
	entriesFrom(in, func(e entry) bool {
		s := strconv.Itoa(e.line) + " "
		var wrong *code.Error
		switch {
		case e.note != nil:
			s = e.note(&text.For(text.EN).Batch)
		case errors.As(e.err, &wrong):
			s += "!" + wrong.Problem.String()
		case e.err != nil:
			s += "!" + strings.SplitN(e.err.Error(), "\n", 2)[0]
		default:
			s += e.query.Code.Serial()
			if e.query.Secret != "" {
				s += " " + e.query.Secret
			}
		}
		all = append(all, s)
		return true
	})
	return all
}

func TestLists(t *testing.T) {
	const a, b, c = "H55.17.05-261120-0001", "H55.17.05-261120-0002", "H55.17.05-261120-0003"
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"one a line", a + "\n" + b + "\n", []string{"1 0001", "2 0002"}},
		{"CR LF", a + "\r\n\r\n" + b + "\r\n", []string{"1 0001", "3 0002"}},
		{"CR alone", a + "\r" + b + "\r" + c, []string{"1 0001", "2 0002", "3 0003"}},
		{"mixed ends", a + "\r" + b + "\r\n" + c + "\n", []string{"1 0001", "2 0002", "3 0003"}},
		{"two a line", a + "," + b + "\n" + c, []string{"1 0001", "1 0002", "2 0003"}},
		{"two a line, of CR", a + "\t" + b + "\r" + c, []string{"1 0001", "1 0002", "2 0003"}},
		{"blanks inside", "H55.17.05 - 261120 - 0001\nH55.17.05 - 261120 - 0002", []string{"1 0001", "2 0002"}},
		{"a line of no code", a + "\nxin chào\n" + b, []string{"1 0001", "2 !a character that no code has", "3 0002"}},
		{"a wrong code among others", a + ", H55.17.05-261320-0002, " + c, []string{"1 0001", "1 !no such month", "1 0003"}},
		{"joined lists", a + "\n\ufeff" + b, []string{"1 0001", "2 0002"}},
		{"a stray quote", "\"" + a + "\n" + b, []string{"1 0001", "2 0002"}},
		{"a title", "Danh sách quầy 3:\n" + a, []string{"1 !no code in it", "2 0001"}},

		{"a column with its header", "Mã hồ sơ\n" + a + "\n" + b, []string{"2 0001", "3 0002"}},
		{"a header that no code follows", "Mã hồ sơ\n", []string{"1 !no code in it"}},
		{
			"a table with commas", "STT,Họ tên,Mã hồ sơ,Ngày\n1,\"Trần Thị B, Tổ 5\"," + a + ",20/11/2026\n2,Lê C," + b + ",2026-11-20\n",
			[]string{"Reading the codes from column 3, “Mã hồ sơ”.", "2 0001", "3 0002"},
		},
		{
			"a table with semicolons", "Mã;Ghi chú\r\n" + a + ";\"thay cho " + c + "\"\r\n" + b + ";x\r\n",
			[]string{"Reading the codes from column 1, “Mã”.", "2 0001", "3 0002"},
		},
		{
			"a table with tabs", "Ngày\tSố\n20/11/2026\t" + a + "\n21/11/2026\t" + b,
			[]string{"Reading the codes from column 2, “Số”.", "2 0001", "3 0002"},
		},
		{
			"found by its name where the first row is wrong", "stt;ghi_chu;ma_ho_so\n1;xem " + c + ";H55.17.05-261320-0001\n2;;" + b,
			[]string{"Reading the codes from column 3, “ma_ho_so”.", "2 !no such month", "3 0002"},
		},
		{
			"empty cells, empty rows, a foot", "stt,mã hồ sơ\n1,\n2," + b + "\n,\n,\nTổng,2\n",
			[]string{"Reading the codes from column 2, “mã hồ sơ”.", "2 !no code in this row", "3 0002", "6 !agency missing or wrong"},
		},
		{
			"a code in another column", "stt,mã hồ sơ,ghi chú\n1," + a + ",\n2,," + b,
			[]string{"Reading the codes from column 2, “mã hồ sơ”.", "2 0001", "3 0002"},
		},
		{
			"line breaks in cells", "\"Mã\nhồ sơ\",\"Ghi\nchú\"\n" + a + ",\"một\nhai \"\"ba\"\"\"\n" + b + ",x",
			[]string{"Reading the codes from column 1, “Mã hồ sơ”.", "4 0001", "6 0002"},
		},
		{
			"two codes in a cell", "stt,mã hồ sơ\n1,\"" + a + ", " + b + "\"\n",
			[]string{"Reading the codes from column 2, “mã hồ sơ”.", "2 0001", "2 0002"},
		},
		{"Excel's own first line", "sep=;\nstt;mã\n1;" + a, []string{"Reading the codes from column 2, “mã”.", "3 0001"}},
		{
			"tables that were joined", "stt,mã hồ sơ\n1," + a + "\nstt,mã hồ sơ\n2," + b,
			[]string{"Reading the codes from column 2, “mã hồ sơ”.", "2 0001", "4 0002"},
		},
		{
			"a title above the header", "Hồ sơ trễ hạn, tháng 11\nstt,mã hồ sơ\n1," + a,
			[]string{"1 !no code in it", "Reading the codes from column 2, “mã hồ sơ”.", "3 0001"},
		},
		{
			"links with a secret", "mã;trang\n" + a + ";https://dvc.example/?id=7&secretKey=A1b2",
			[]string{"Reading the codes from column 1, “mã”.", "2 0001 A1b2"},
		},
		{"a table without a header", "1;" + a + ";Trần\n2;" + b + ";Lê", []string{"1 0001", "2 0002"}},
		{"our own answers", "code,found,status,procedure_code\n" + a + ",true,processing,1.004194", []string{"Reading the codes from column 1, “code”.", "2 0001"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := listed(t, strings.NewReader(tt.in)); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			// However the bytes come.
			if got := listed(t, iotest.OneByteReader(strings.NewReader(tt.in))); !slices.Equal(got, tt.want) {
				t.Errorf("a byte at a time %q\nwant %q", got, tt.want)
			}
			// However it was saved.
			for name, form := range map[string]interface{ String(string) (string, error) }{
				"UTF-16 LE":              unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(),
				"UTF-16 BE":              unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder(),
				"UTF-16 LE, no mark":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder(),
				"UTF-16 BE, no mark":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder(),
				"UTF-32 LE":              utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewEncoder(),
				"UTF-32 BE":              utf32.UTF32(utf32.BigEndian, utf32.UseBOM).NewEncoder(),
				"UTF-32 LE, no mark":     utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM).NewEncoder(),
				"UTF-32 BE, no mark":     utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM).NewEncoder(),
				"UTF-8 with its mark":    unicode.UTF8BOM.NewEncoder(),
				"UTF-8 without its mark": unicode.UTF8.NewEncoder(),
			} {
				in, err := form.String(tt.in)
				if err != nil {
					t.Fatal(err)
				}
				if got := listed(t, strings.NewReader(in)); !slices.Equal(got, tt.want) {
					t.Errorf("%s: %q", name, got)
				}
				if got := listed(t, iotest.OneByteReader(strings.NewReader(in))); !slices.Equal(got, tt.want) {
					t.Errorf("%s, a byte at a time: %q", name, got)
				}
			}
		})
	}
}

// Lists are joined as they are: ">>" of PowerShell adds UTF-16 without a mark to what
// is there, "copy" adds a file with its mark. No code is lost on the way.
func TestAListMayChangeItsFormOnTheWay(t *testing.T) {
	const a, b = "H55.17.05-261120-0001", "H55.17.05-261120-0002"
	forms := map[string]interface{ String(string) (string, error) }{
		"UTF-8":           unicode.UTF8.NewEncoder(),
		"UTF-8, mark":     unicode.UTF8BOM.NewEncoder(),
		"UTF-16 LE":       unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder(),
		"UTF-16 LE, mark": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(),
		"UTF-16 BE, mark": unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder(),
		"UTF-32 LE, mark": utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewEncoder(),
		"UTF-32 BE, mark": utf32.UTF32(utf32.BigEndian, utf32.UseBOM).NewEncoder(),
	}
	for first, one := range forms {
		for second, two := range forms {
			for _, end := range []string{"\n", "\r\n"} {
				head, err1 := one.String(a + " Đỗ Thị Ổi" + end)
				tail, err2 := two.String(b + " Ừ, được ạ" + end + a + end)
				if err1 != nil || err2 != nil {
					t.Fatal(err1, err2)
				}
				want := []string{"1 0001", "2 0002", "3 0001"}
				if got := listed(t, strings.NewReader(head+tail)); !slices.Equal(got, want) {
					t.Errorf("%s, then %s, lines end with %q: %q", first, second, end, got)
				}
			}
		}
	}
	// The first part has no line's end, and the mark begins the second: it comes at
	// once, in a second write, cut in half, or byte by byte.
	in := a + "\xFF\xFE" + "H\x005\x005\x00.\x001\x007\x00.\x000\x005\x00-\x002\x006\x001\x001\x002\x000\x00-\x000\x000\x000\x002\x00"
	for how, r := range map[string]io.Reader{
		"at once":      strings.NewReader(in),
		"two writes":   io.MultiReader(strings.NewReader(a), strings.NewReader(in[len(a):])),
		"half a mark":  io.MultiReader(strings.NewReader(in[:len(a)+1]), strings.NewReader(in[len(a)+1:])),
		"byte by byte": iotest.OneByteReader(strings.NewReader(in)),
	} {
		if got, want := listed(t, r), []string{"1 0001", "2 0002"}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", how, got, want)
		}
	}
}

// An office document is no list, and is said to be none once.
func TestOfficeDocumentsAreNoLists(t *testing.T) {
	for _, head := range []string{"PK\x03\x04\x14\x00", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"} {
		doc := head + strings.Repeat("\x00\xffx", 5000)
		got := runWith(t, newFake(t), Deps{In: strings.NewReader(doc)}, "track", "-")
		if want := "Đầu vào là tệp của Excel hay Word. Mở tệp đó, lưu thành CSV UTF-8 rồi chạy lại.\n"; got.code != 2 || got.err != want {
			t.Errorf("standard input: code %d, %q", got.code, got.err)
		}
		got = runWith(t, newFake(t), Deps{}, "track", "--file", listFile(t, doc))
		if got.code != 2 || !strings.Contains(got.err, "lưu thành CSV UTF-8") || strings.Count(got.err, "\n") > 2 {
			t.Errorf("a file: code %d, %q", got.code, got.err)
		}
		var out bytes.Buffer
		if code := Mode(t.Context(), Deps{Service: newFake(t), In: strings.NewReader(doc), Out: &out}); code != 0 || !strings.Contains(out.String(), "lưu thành CSV UTF-8") {
			t.Errorf("line mode: code %d, %q", code, out.String())
		}
	}
}

// Who types presses Enter and is answered, in raw mode with CR alone; nothing waits
// for a byte that nobody sends.
func TestATypedListIsAnsweredLineByLine(t *testing.T) {
	for _, end := range []string{"\n", "\r", "\r\n"} {
		synctest.Test(t, func(t *testing.T) {
			in, w := io.Pipe()
			entries := entriesIn(t.Context(), in)
			for _, line := range []string{"", "H55.17.05-261120-0001", "H55.17.05-261120-0002;H55.17.05-261120-0003"} {
				if _, err := io.WriteString(w, line+end); err != nil {
					t.Fatal(err)
				}
				synctest.Wait()
				for range strings.Count(line, "H55") {
					select {
					case e := <-entries:
						if e.err != nil {
							t.Errorf("%q with %q: %v", line, end, e.err)
						}
					case <-time.After(time.Second):
						t.Fatalf("%q with %q: no answer", line, end)
					}
				}
			}
			_ = w.Close()
			if e, more := <-entries; more {
				t.Errorf("one more: %+v", e)
			}
		})
	}
}

// endless never ends and never ends a line.
type endless struct{ unit string }

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = e.unit[i%len(e.unit)]
	}
	return len(p), nil
}

// A hundred megabytes in a line, or without an end, take no more memory than a line.
func TestALongListStaysSmall(t *testing.T) {
	size := int64(100 << 20)
	if raced { // ten times as slow
		size /= 10
	}
	for _, tt := range []struct {
		name, unit string
		size       int64
	}{
		{"one line", "x", size / 4},
		{"commas", ",", size / 4},
		{"UTF-16", "x\x00", size / 4},
		{"codes and no end", "H55.17.05-261120-0001,", size / 4},
		{"quotes", "\"x\n", size / 400},
		{"quotes that nothing closes", "\"x\",\"\n", size / 400},
		{"rows without a code", "abc,def\n", size / 400},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			entries, longest, most := 0, 0, uint64(0)
			entriesFrom(io.LimitReader(endless{tt.unit}, tt.size), func(e entry) bool {
				entries++
				longest = max(longest, len(e.typed))
				if entries%50_000 == 0 {
					runtime.ReadMemStats(&after)
					most = max(most, after.HeapAlloc)
				}
				return true
			})
			runtime.GC()
			runtime.ReadMemStats(&after)
			if most = max(most, after.HeapAlloc); most > before.HeapAlloc+32<<20 || longest > 2*lineMost {
				t.Errorf("%d MB more, the longest entry has %d bytes", (most-before.HeapAlloc)>>20, longest)
			}
		})
	}
	t.Run("100 MB in one line", func(t *testing.T) {
		in := io.MultiReader(io.LimitReader(endless{"x"}, size), strings.NewReader("\nH55.17.05-261120-0001\n"))
		if got, want := listed(t, in), []string{"1 !line too long", "2 0001"}; !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	})
	t.Run("endless", func(t *testing.T) {
		n := 0
		entriesFrom(endless{"H55.17.05-261120-0001\n"}, func(entry) bool { n++; return n < 100_000 })
		if n != 100_000 {
			t.Errorf("stopped at %d", n)
		}
	})
}

// Each code of a line is answered in its place, and what was meant as one is told.
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
					a.Value.Status = client.StatusReturned // so that it ends
				}
				return a, err
			}
			got := runWith(t, f, Deps{In: strings.NewReader(both)}, args...)
			first, second := strings.Index(got.out, codeOf+"04  "), strings.Index(got.out, codeOf+"11  ")
			if got.code != 0 || first < 0 || second < first || len(f.queries) != 2 {
				t.Errorf("code %d, asked %v\n%s%s", got.code, f.queries, got.out, got.err)
			}
		})
	}
	got := runWith(t, newFake(t), Deps{In: strings.NewReader(codeOf + "04, H55.17.05-261320-0007 " + codeOf + "11")}, "track", "-", "--json")
	var codes []string
	for _, r := range jsonLines(t, got.out) {
		codes = append(codes, *r.Code)
	}
	if want := []string{codeOf + "04", "H55.17.05-261320-0007", codeOf + "11"}; got.code != 2 || !slices.Equal(codes, want) {
		t.Errorf("code %d, rows %v\n%s", got.code, codes, got.err)
	}
	if got := runWith(t, newFake(t), Deps{}, "track", both, "--proof", "1234"); got.code != 2 || !strings.Contains(got.err, "--proof chỉ dùng với một mã") {
		t.Errorf("a proof for two: code %d, %q", got.code, got.err)
	}
	if got := runWith(t, newFake(t), Deps{MaxCodes: 1}, "track", both); got.code != 2 || !strings.Contains(got.err, "Đã tra đủ 1 mã") {
		t.Errorf("more than a server gives: code %d, %q", got.code, got.err)
	}
}

// A shell takes a code with blanks apart; standard input is not meant by its dashes.
func TestACodeInSeveralArguments(t *testing.T) {
	f := newFake(t)
	got := runWith(t, f, Deps{In: iotest.ErrReader(errors.New("was read"))}, "track", "H55.17.05", "-", "261120", "-", "0004", "--proof", "1234")
	if got.code != 0 || len(f.queries) != 1 || f.queries[0].Code.String() != codeOf+"04" || f.queries[0].Proof != "1234" {
		t.Errorf("code %d, asked %v\n%s", got.code, f.queries, got.err)
	}
}

func TestTwoCodesOnALineOfTheLineMode(t *testing.T) {
	f := newFake(t)
	var out bytes.Buffer
	in := codeOf + "04, " + codeOf + "11\nm 1234\nH55.17.05-261320-0007 " + codeOf + "05\nH55.17.05 - 261120 - 0009\n"
	if code := Mode(t.Context(), Deps{Service: f, In: strings.NewReader(in), Out: &out}); code != 0 {
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
