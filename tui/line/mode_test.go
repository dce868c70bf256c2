package line

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"motcua/client"
	"motcua/client/clean"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

// talk types lines and returns the whole output of the line mode.
func talk(t *testing.T, f *fake, l text.Lang, typed string) string {
	t.Helper()
	var out bytes.Buffer
	code := Mode(t.Context(), verb.Deps{Service: f, In: strings.NewReader(typed), Out: &out, Err: &out, Lang: l})
	if code != exit.Answered {
		t.Errorf("exit code %d", code)
	}
	return out.String()
}

func withProcedures(f *fake) *fake {
	hits := []client.Hit{{Code: "1.001193", Name: "Thủ tục đăng ký khai sinh"}, {Code: "1.004884", Name: "Thủ tục đăng ký lại khai sinh"}}
	f.search = func(q client.Query) (client.Answer[client.SearchResult], error) {
		if !strings.Contains(clean.Fold(q.Words), "khai sinh") {
			return client.Answer[client.SearchResult]{}, nil
		}
		return client.Answer[client.SearchResult]{Value: client.SearchResult{Hits: hits, Total: 12}, AsOf: morning, Source: portal}, nil
	}
	papers := []client.PaperCase{{Name: "Giấy tờ phải nộp", Rows: []client.PaperRow{{Name: "Giấy chứng sinh", Originals: 1}}}}
	f.show = func(code string) (client.Answer[client.Procedure], error) {
		for _, h := range hits {
			if h.Code == code {
				return client.Answer[client.Procedure]{Value: client.Procedure{Code: h.Code, Name: h.Name, Field: "Hộ tịch", Levels: []client.Level{client.LevelWard}, Cases: papers, Steps: []client.ProcedureStep{{Text: "Nộp hồ sơ tại quầy."}}}, AsOf: morning, Source: portal}, nil
			}
		}
		return client.Answer[client.Procedure]{}, client.ErrNotFound
	}
	return f
}

func TestModeAnswers(t *testing.T) {
	const code = "H55.17.05-261120-0004"
	tests := []struct {
		name, typed string
		want        []string
	}{
		{"a code", code + "\n", []string{"Hẹn trả kết quả", "Đang xử lý", "Gõ m và 4 số cuối căn cước"}},
		{"a code in small letters with blanks", "h55.17.05 261120 0004\n", []string{"Đang xử lý"}},
		{"a receipt's link", "https://dvc.example/?maHoSo=" + code + "&secretKey=ab12\n", []string{"Đang xử lý"}},
		{"a code without its end of line", code, []string{"Đang xử lý"}},
		{"the verb typed with it", "track " + code + "\n", []string{"Đang xử lý"}},
		{"a wrong code", "H55.17.05-261320-0007\n", []string{"tháng 13"}},
		{"social insurance", "03706.2026.07906\n", []string{"03706/2026/07906 là số hồ sơ bảo hiểm xã hội.", "dichvucong.baohiemxahoi.gov.vn"}},
		{"social insurance beside a code", "03706/2026/07906, " + code + "\n", []string{"bảo hiểm xã hội", "Đang xử lý"}},
		{"an agency that is not connected", "H55.17.05-261120-0096\n", []string{"Mã này là của UBND tỉnh Thanh Hóa.", "18001096"}},
		{"a letter that no code has", "000.Á.01.H26-210212-9090\n", []string{"“Á”"}},
		{"half a code, then a right one", "H55.17\n" + code + "\n", []string{"thiếu", "Đang xử lý"}},
		{"unknown", "H55.17.05-261120-0055\n", []string{"Không thấy hồ sơ nào khớp"}},
		{"the portal is down", "H55.17.05-261120-0099\n", []string{"không", "Vẫn tra được thủ tục"}},
		{"words", "khai sinh\n", []string{"1. Đăng ký khai sinh\n2. Đăng ký lại khai sinh\n", "số từ 1 đến 2", "12 thủ tục"}},
		{"words that find nothing", "zzz\n", []string{"zzz"}},
		{"a number of the list", "khai sinh\n2\n", []string{"1.004884", "gõ t"}},
		{"a number with its full stop", "khai sinh\n2.\n", []string{"1.004884"}},
		{"a number beyond the list", "khai sinh\n3\n", []string{"số từ 1 đến 2"}},
		{"a number without a list", "1\n", []string{"Chưa có danh sách"}},
		{"a procedure's code", "1.001193\n", []string{"Đăng ký khai sinh"}},
		{"the whole text", "1.001193\nt 0\n", []string{"Nộp hồ sơ tại quầy."}},
		{"the sections of the whole text", "1.001193\nt\n", []string{"1. ", "2. ", "Gõ t và số mục"}},
		{"a section that is not there", "1.001193\nt 99\n", []string{"Toàn văn có "}},
		{"the whole text of nothing", "t\n", []string{"Xem một thủ tục trước"}},
		{"proof without a dossier", "m 4321\n", []string{"Tra một hồ sơ trước"}},
		{"proof in a wrong form", code + "\nm 1\n", []string{"từ 4 đến 12"}},
		{"help", "?\n", []string{text.ExampleCode, "q: thoát"}},
		{"English", "en\n?\n", []string{"One-stop desk", "q: leave"}},
		{"good-bye", "q\n" + code + "\n", []string{"Chào ông/bà."}},
		{"empty lines", "\n\n\n", []string{"Mã hoặc việc:\nMã hoặc việc:\nMã hoặc việc:\n"}},
		{"CR alone ends a line", code + "\r", []string{"Đang xử lý"}},
		{"a backspace", "H55.17.05-261120-0009\x7f4\n", []string{"Đang xử lý"}},
		{"a backspace over a letter of two bytes", "khai sinhê\b\n", []string{"1. Đăng ký"}},
		{"a line too long, then a right one", strings.Repeat("x", 5000) + "\n" + code + "\n", []string{"dài quá 512 byte", "Đang xử lý"}},
		{"controls and broken letters", "\x1b[31m\xff\x00\n" + code + "\n", []string{"Đang xử lý"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := talk(t, withProcedures(newFake(t)), text.VI, tt.typed)
			for _, w := range tt.want {
				if !strings.Contains(got, w) {
					t.Errorf("%q is not in:\n%s", w, got)
				}
			}
			if i := strings.IndexFunc(got, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 }); i >= 0 {
				t.Errorf("a control character at %d of %q", i, got)
			}
			if strings.ContainsAny(got, "✓●○✗▸│─╭") {
				t.Errorf("a sign that a screen reader spells out:\n%s", got)
			}
		})
	}
}

// After q nothing is answered, whatever else was sent.
func TestModeLeaves(t *testing.T) {
	f := newFake(t)
	talk(t, f, text.VI, "q\nH55.17.05-261120-0004\n")
	if len(f.queries) != 0 {
		t.Errorf("asked for %d dossiers after leaving", len(f.queries))
	}
}

// The proof is used for the last dossier asked for, once.
func TestModeProof(t *testing.T) {
	f := newFake(t)
	talk(t, f, text.VI, "H55.17.05-261120-0004\nM 43 21\nm 9999\nH55.17.05-261120-0005\n")
	var got []string
	for _, q := range f.queries {
		got = append(got, q.Code.Serial()+":"+q.Proof)
	}
	if want := "0004: 0004:4321 0004:9999 0005:"; strings.Join(got, " ") != want {
		t.Errorf("asked %v, want %s", got, want)
	}
}

// A line that is too long is reported once, however long it is.
func TestModeTellsALongLineOnce(t *testing.T) {
	got := talk(t, newFake(t), text.VI, strings.Repeat("H55 ", 5000)+"\n")
	if n := strings.Count(got, "dài quá"); n != 1 {
		t.Errorf("told %d times", n)
	}
}

// CR LF is one line end, however it is split into reads.
func TestModeCRLF(t *testing.T) {
	for _, split := range []bool{false, true} {
		f := newFake(t)
		var in io.Reader = strings.NewReader("H55.17.05-261120-0004\r\nH55.17.05-261120-0005\r\n")
		if split {
			in = iotest.OneByteReader(in)
		}
		var out bytes.Buffer
		Mode(t.Context(), verb.Deps{Service: f, In: in, Out: &out, Err: &out})
		if n := strings.Count(out.String(), text.For(text.VI).Mode.Next); n != 2 || len(f.queries) != 2 {
			t.Errorf("split %v: asked %d times again and looked up %d:\n%s", split, n, len(f.queries), out.String())
		}
	}
}

// The output is short enough for 9,600 baud: a greeting within half a second, a dossier
// within one.
func TestModeIsShort(t *testing.T) {
	greeting := talk(t, newFake(t), text.VI, "")
	if len(greeting) > 480 {
		t.Errorf("the greeting has %d bytes:\n%s", len(greeting), greeting)
	}
	if answer := talk(t, newFake(t), text.VI, "H55.17.05-261120-0004\n"); len(answer)-len(greeting) > 960 {
		t.Errorf("a dossier has %d bytes", len(answer)-len(greeting))
	}
}

// When the reader is gone, the mode ends with an exit code that says so.
func TestModeWithoutReader(t *testing.T) {
	code := Mode(t.Context(), verb.Deps{Service: newFake(t), In: strings.NewReader(strings.Repeat("?\n", 10)), Out: brokenPipe{}, Err: io.Discard})
	if code != exit.Failed {
		t.Errorf("exit code %d", code)
	}
}

func FuzzMode(f *testing.F) {
	for _, s := range []string{"", "?\n", "khai sinh\n1\nt\n", "H55.17.05-261120-0004\r\nm 4321\r\n", "\x1b[1;2;3m\x9b\xff\n", strings.Repeat("\x7f", 600), strings.Repeat("a", 1500) + "\r"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		var out bytes.Buffer
		code := Mode(t.Context(), verb.Deps{Service: withProcedures(newFake(t)), In: strings.NewReader(typed), Out: &out, Err: &out})
		if code != exit.Answered {
			t.Errorf("exit code %d", code)
		}
		if i := strings.IndexFunc(out.String(), func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 }); i >= 0 {
			t.Errorf("a control character at %d of %q", i, out.String())
		}
	})
}

// A screen reader reads symbols by the names of their shapes, and spells words in capitals.
func TestModeIsReadWellAloud(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		got := talk(t, withProcedures(newFake(t)), l, "H55.17.05-261120-0004\n?\nkhai sinh\n1\nt\nzzz\n")
		for _, line := range strings.Split(got, "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), "- ") || strings.ContainsAny(line, "·•●○✓✗▸") ||
				strings.Contains(line, "THỨ") || strings.Contains(line, "DAY") {
				t.Errorf("%s: %q", l, line)
			}
		}
		if want := map[text.Lang]string{text.VI: "thứ Tư 25/11/2026, trước 17 giờ", text.EN: "Wednesday 25 November 2026, before 17:00"}[l]; !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", l, want, got)
		}
	}
}
