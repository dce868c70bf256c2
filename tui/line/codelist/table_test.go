package codelist

import (
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

	"motcua/client/clienttest"
	"motcua/client/code"
	"motcua/tui/text"
)

// listed reads a list and returns each entry as "line code", or "line !error".
func listed(t *testing.T, in io.Reader) (all []string) {
	t.Helper()
	Read(in, func(e Entry) bool {
		s := strconv.Itoa(e.Line) + " "
		var wrong *code.Error
		switch {
		case e.Note != nil:
			s = e.Note(&text.For(text.EN).Batch)
		case errors.As(e.Err, &wrong):
			s += "!" + wrong.Problem.String()
		case e.Err != nil:
			s += "!" + strings.SplitN(e.Err.Error(), "\n", 2)[0]
		default:
			s += e.Query.Code.Serial()
			if e.Query.Secret != "" {
				s += " " + e.Query.Secret
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
			// The bytes may arrive in any pieces.
			if got := listed(t, iotest.OneByteReader(strings.NewReader(tt.in))); !slices.Equal(got, tt.want) {
				t.Errorf("a byte at a time %q\nwant %q", got, tt.want)
			}
			// The list may be saved in any encoding.
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

// Lists are joined without conversion: ">>" of PowerShell adds UTF-16 without a byte order
// mark to a file, "copy" adds a file with its mark. No code may be lost.
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
	// The first part has no line end, and the mark begins the second part. That part
	// arrives at once, in a second write, cut in half, or byte by byte.
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

// A person who types presses Enter and gets an answer, in raw mode with CR alone; the
// reader does not wait for a byte that nobody sends.
func TestATypedListIsAnsweredLineByLine(t *testing.T) {
	for _, end := range []string{"\n", "\r", "\r\n"} {
		synctest.Test(t, func(t *testing.T) {
			in, w := io.Pipe()
			entries := Stream(t.Context(), in)
			for _, line := range []string{"", "H55.17.05-261120-0001", "H55.17.05-261120-0002;H55.17.05-261120-0003"} {
				if _, err := io.WriteString(w, line+end); err != nil {
					t.Fatal(err)
				}
				synctest.Wait()
				for range strings.Count(line, "H55") {
					select {
					case e := <-entries:
						if e.Err != nil {
							t.Errorf("%q with %q: %v", line, end, e.Err)
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

// A hundred megabytes in one line, or an endless line, take no more memory than one line.
func TestALongListStaysSmall(t *testing.T) {
	size := int64(100 << 20)
	if clienttest.Raced() { // ten times as slow
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
			Read(io.LimitReader(endless{tt.unit}, tt.size), func(e Entry) bool {
				entries++
				longest = max(longest, len(e.Typed))
				if entries%50_000 == 0 {
					runtime.ReadMemStats(&after)
					most = max(most, after.HeapAlloc)
				}
				return true
			})
			runtime.GC()
			runtime.ReadMemStats(&after)
			if most = max(most, after.HeapAlloc); most > before.HeapAlloc+32<<20 || longest > 2*LineMost {
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
		Read(endless{"H55.17.05-261120-0001\n"}, func(Entry) bool { n++; return n < 100_000 })
		if n != 100_000 {
			t.Errorf("stopped at %d", n)
		}
	})
}
