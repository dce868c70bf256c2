package line

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/tui/line/plain"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/view"
)

// A slow line carries 700 bytes in a tenth of a second. That is the budget for one dossier
// in either language and every state.
func TestOneDossierFitsItsBudget(t *testing.T) {
	for _, l := range []string{"vi", "en"} {
		for n := 2; n <= 25; n++ {
			code := fmt.Sprintf("%s%02d", codeOf, n/2)
			args := []string{"track", code, "--lang", l}
			if n%2 == 1 {
				args = append(args, "--proof", "4321")
			}
			got := runWith(t, newFake(t), verb.Deps{Frugal: true}, args...)
			if got.code != 0 || got.err != "" {
				t.Fatalf("%s %s: code %d, %q", l, code, got.code, got.err)
			}
			if len(got.out) > plain.PageBytes {
				t.Errorf("%s %s: %d bytes, over %d:\n%s", l, code, len(got.out), plain.PageBytes, got.out)
			}
		}
	}
}

func TestALongTimeLineLosesItsOldestSteps(t *testing.T) {
	f := newFake(t)
	f.track = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		d := dossier(q, client.StatusProcessing)
		d.ProcedureName = strings.Repeat("Đăng ký biến động quyền sử dụng đất ", 8)
		for i := range 30 {
			d.Steps = append(d.Steps, client.Step{At: morning, Name: fmt.Sprintf("Chuyển phòng chuyên môn số %d", i), Status: 4})
		}
		return answer(d), nil
	}
	got := runWith(t, f, verb.Deps{Frugal: true}, "track", codeOf+"04")
	if len(got.out) > plain.PageBytes {
		t.Errorf("%d bytes:\n%s", len(got.out), got.out)
	}
	for _, want := range []string{"chuyên môn số 29", "○ 25/11 Trả kết quả", "Theo Hệ thống một cửa"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q is missing:\n%s", want, got.out)
		}
	}
	if strings.Contains(got.out, "số 0\n") {
		t.Error("the oldest step should have gone")
	}
	// A local terminal has no byte budget; steps were once missing there too.
	got = runWith(t, f, verb.Deps{}, "track", codeOf+"04")
	for _, want := range []string{"chuyên môn số 0\n", "chuyên môn số 29\n", strings.TrimSpace(strings.Repeat("Đăng ký biến động quyền sử dụng đất ", 8))} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q is missing:\n%s", want, got.out)
		}
	}
}

// The golden files show the output for a person, one for each state.
func TestTrackPages(t *testing.T) {
	for _, l := range []string{"vi", "en"} {
		t.Run(l, func(t *testing.T) {
			var b strings.Builder
			for n := 1; n <= 12; n++ {
				got := runLine(t, "track", fmt.Sprintf("%s%02d", codeOf, n), "--lang", l)
				fmt.Fprintf(&b, "%s\n", got.out)
			}
			got := runLine(t, "track", codeOf+"05", "--lang", l, "--proof", "4321")
			fmt.Fprintf(&b, "%s\n", got.out)
			got = runLine(t, "track", codeOf+"06", "--lang", l, "--proof", "4321")
			fmt.Fprintf(&b, "%s\n", got.out)
			args := []string{"track", "--lang", l}
			for n := 1; n <= 12; n++ {
				args = append(args, fmt.Sprintf("%s%02d", codeOf, n))
			}
			fmt.Fprintf(&b, "%s", runLine(t, args...).out)
			golden.RequireEqual(t, []byte(b.String()))
		})
	}
}

func TestTrackExitCodesAndSentences(t *testing.T) {
	const down = "Hệ thống một cửa tỉnh Thái Nguyên không trả lời từ 8:02. Vẫn tra được thủ tục. Cần gấp: hỏi Bộ phận Một cửa nơi đã nộp."
	const missing = "Không thấy hồ sơ nào khớp. Xem lại từng phần trên giấy hẹn; hồ sơ vừa nộp hôm nay có thể chưa hiện."
	const mistyped = "Không thấy hồ sơ nào khớp. Xem lại mã hồ sơ và mấy số vừa nhập; hồ sơ vừa nộp hôm nay có thể chưa hiện."
	tests := []struct {
		name string
		args []string
		code int
		err  string // a part of the message
	}{
		{"answered", []string{codeOf + "04"}, 0, ""},
		{"typed in lower case", []string{strings.ToLower(codeOf + "04")}, 0, ""},
		{"not found", []string{codeOf + "77"}, 3, missing},
		{"not found with a proof", []string{codeOf + "77", "--proof", "9999"}, 3, mistyped},
		{"wrong proof is the same", []string{codeOf + "78", "--proof", "9999"}, 3, mistyped},
		{"portal down", []string{codeOf + "99"}, 4, down},
		{"limited", []string{codeOf + "98"}, 1, "Quá nhiều lượt tra. Thử lại sau 40 giây."},
		{"half a code", []string{"H55.17.05"}, 2, "Ví dụ: H55.17.05-261120-0007"},
		{"a letter that no code has", []string{"000.Á.01.H26-210212-9004"}, 2, "“Á”"},
		{"that letter in a text", []string{"Mã hồ sơ 000.Á.01.H26-210212-9004"}, 2, "Ví dụ:"},
		{"not connected", []string{codeOf + "96"}, 3, "Mã này là của UBND tỉnh Thanh Hóa."},
		{"not connected, with a proof", []string{codeOf + "96", "--proof", "9999"}, 3, "gọi tổng đài 18001096, hoặc tra ở Cổng Dịch vụ công quốc gia: https://dichvucong.gov.vn/tra-cuu-ho-so"},
		{"one of many not connected", []string{codeOf + "04", codeOf + "96"}, 3, codeOf + "96: Mã này là của UBND tỉnh Thanh Hóa."},
		{"social insurance", []string{"03706 2026 07906"}, 2, "Cổng Dịch vụ công Bảo hiểm xã hội Việt Nam: https://dichvucong.baohiemxahoi.gov.vn"},
		{"social insurance in a text", []string{"Mã hồ sơ: 03706-2026-07906"}, 2, "03706/2026/07906 là số hồ sơ bảo hiểm xã hội."},
		{"no code", nil, 2, "Thiếu mã hồ sơ."},
		{"two standard inputs", []string{"-", "-"}, 2, "Dấu - chỉ dùng một lần."},
		{"watching standard input", []string{"-", "--watch"}, 2, "--watch cần mã"},
		{"proof for many", []string{codeOf + "04", codeOf + "05", "--proof", "4321"}, 2, "--proof chỉ dùng với một mã hồ sơ."},
		{"proof too short", []string{codeOf + "04", "--proof", "1"}, 2, "--proof cần từ 4 đến 12"},
		{"proof with odd characters", []string{codeOf + "04", "--proof", "43 21"}, 2, "--proof cần từ 4 đến 12"},
		{"proof to ask for, and nobody there", []string{codeOf + "04", "--proof", "-"}, 2, "--proof - cần một cửa sổ dòng lệnh"},
		{"unknown language", []string{codeOf + "04", "--lang", "fr"}, 2, "Chưa có ngôn ngữ “fr”"},
		{"unknown flag", []string{codeOf + "04", "--fast"}, 2, "Không có tùy chọn --fast."},
		{"flag without a value", []string{codeOf + "04", "--proof"}, 2, "Tùy chọn --proof cần thêm giá trị."},
		{"flag with a wrong value", []string{codeOf + "04", "--watch=maybe"}, 2, "Tùy chọn --watch không nhận giá trị “maybe”."},
		{"found and not found", []string{codeOf + "04", codeOf + "77"}, 3, codeOf + "77: " + missing},
		{"found and half a code", []string{codeOf + "04", "H55"}, 2, "H55: "},
		{"not found and down", []string{codeOf + "77", codeOf + "99"}, 4, codeOf + "99: " + down},
		{"down and limited", []string{codeOf + "99", codeOf + "98"}, 1, codeOf + "98: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := runLine(t, append([]string{"track"}, tt.args...)...)
			if got.code != tt.code {
				t.Errorf("exit code %d, want %d (%s)", got.code, tt.code, got.err)
			}
			if !strings.Contains(got.err, tt.err) || (tt.err == "") != (got.err == "") {
				t.Errorf("said %q, want %q", got.err, tt.err)
			}
			if (got.code == 0) == (got.out == "") && len(tt.args) < 2 {
				t.Errorf("exit code %d with output %q", got.code, got.out)
			}
		})
	}
}

func TestManyCodesAnswerInOrderALineEach(t *testing.T) {
	got := runLine(t, "hoso", codeOf+"09", codeOf+"77", codeOf+"11")
	lines := strings.Split(got.out, "\n")
	want := []string{
		"Mã                     Trạng thái               Ngày hẹn    Ngày làm việc  Thủ tục",
		codeOf + "09  ✓ Đã có kết quả          25/11/2026  sớm 1          Đăng ký tạm trú",
		codeOf + "11  ● Đang xử lý             18/11/2026  ✗ trễ 4        Đăng ký tạm trú",
		"",
		"Theo Hệ thống một cửa tỉnh Thái Nguyên, lúc 8:14 hôm nay",
		"",
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n%s", got.out)
	}
}

func TestALinkBringsCodeAndProof(t *testing.T) {
	f := newFake(t)
	got := runWith(t, f, verb.Deps{}, "track", "https://dvc.example.vn/tra-cuu?id="+codeOf+"05&secretKey=k7wq")
	if got.code != 0 || len(f.queries) != 1 {
		t.Fatalf("code %d, queries %v, %s", got.code, f.queries, got.err)
	}
	if q := f.queries[0]; q.Code.String() != codeOf+"05" || q.Secret != "k7wq" || q.Proof != "" {
		t.Errorf("asked %v with proof %q, secret %q", q.Code, q.Proof, q.Secret)
	}
	if !strings.Contains(got.out, "Hợp đồng thuê nhà") {
		t.Errorf("the papers are missing:\n%s", got.out)
	}
}

func TestNothingPrivateWithoutProof(t *testing.T) {
	for n := 1; n <= 12; n++ {
		for _, flags := range [][]string{nil, {"--json"}, {"--lang", "en"}} {
			got := runLine(t, append([]string{"track", fmt.Sprintf("%s%02d", codeOf, n)}, flags...)...)
			for _, secret := range []string{"N•", "Hợp đồng thuê nhà;", "15.000", "15000", "Giấy xác nhận"} {
				if strings.Contains(got.out, secret) {
					t.Errorf("state %d %v shows %q", n, flags, secret)
				}
			}
		}
	}
}

func TestWidthOfATerminal(t *testing.T) {
	for _, width := range []int{40, 60, 80} {
		for n := 1; n <= 12; n++ {
			got := runWith(t, newFake(t), verb.Deps{Width: width}, "track", fmt.Sprintf("%s%02d", codeOf, n))
			for l := range strings.SplitSeq(got.out, "\n") {
				if w := ansi.StringWidth(l); w > width {
					t.Errorf("%d columns: %d wide: %q", width, w, l)
				}
			}
		}
	}
}

// loud is a style that leaves visible marks.
type loud struct{}

func (loud) Tone(t view.Tone, s string) string { return fmt.Sprintf("<%d>%s", t, s) }
func (loud) Strong(s string) string            { return "<b>" + s }

func TestStyleOnlyDecorates(t *testing.T) {
	if styled := runWith(t, newFake(t), verb.Deps{Style: loud{}}, "track", codeOf+"04").out; !strings.Contains(styled, "<b>Hẹn trả kết quả") {
		t.Errorf("the appointment is not styled:\n%s", styled)
	}
	plainOut := runLine(t, "track", codeOf+"11").out
	styled := runWith(t, newFake(t), verb.Deps{Style: loud{}}, "track", codeOf+"11").out
	if !strings.Contains(styled, fmt.Sprintf("<%d>! TRỄ", view.ToneBad)) {
		t.Errorf("not styled:\n%s", styled)
	}
	for _, mark := range []string{"<b>", "<0>", "<1>", "<2>", "<3>", "<4>"} {
		styled = strings.ReplaceAll(styled, mark, "")
	}
	if styled != plainOut {
		t.Errorf("the style changed the words:\n%s\n%s", styled, plainOut)
	}
}

func TestServiceIsOpenedLate(t *testing.T) {
	opened := 0
	d := verb.Deps{Out: &bytes.Buffer{}, Err: &bytes.Buffer{}, Open: func(context.Context) (client.Lookups, error) {
		opened++
		return newFake(t), nil
	}}
	for _, args := range [][]string{{"--help"}, {"track", "--help"}, {"track"}, {"track", "--nonsense"}, {"help", "show"}} {
		Run(t.Context(), d, args)
	}
	if opened != 0 {
		t.Errorf("opened %d times before anything was asked", opened)
	}
	if code := Run(t.Context(), d, []string{"track", codeOf + "04"}); code != 0 || opened != 1 {
		t.Errorf("code %d, opened %d times", code, opened)
	}
	d.Open = func(context.Context) (client.Lookups, error) { return nil, errors.New("no config") }
	if code := Run(t.Context(), d, []string{"track", codeOf + "04"}); code != 1 {
		t.Errorf("code %d when the service cannot be opened", code)
	}
}

func TestAReaderWhoIsGoneEndsTheRun(t *testing.T) {
	f := newFake(t)
	in := strings.Repeat(codeOf+"04\n", 50)
	d := verb.Deps{Service: f, In: strings.NewReader(in), Out: brokenPipe{}, Err: &bytes.Buffer{}}
	if code := Run(t.Context(), d, []string{"track", "-"}); code != 1 {
		t.Errorf("exit code %d", code)
	}
	if len(f.queries) > 2 {
		t.Errorf("%d portals' answers for nobody", len(f.queries))
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestInterruptedRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	f := newFake(t)
	f.track = func(client.DossierQuery) (client.Answer[client.Dossier], error) {
		cancel()
		return client.Answer[client.Dossier]{}, context.Canceled
	}
	var errs bytes.Buffer
	d := verb.Deps{Service: f, Out: &bytes.Buffer{}, Err: &errs}
	if code := Run(ctx, d, []string{"track", codeOf + "01", codeOf + "02"}); code != 1 || len(f.queries) != 1 {
		t.Errorf("code %d after %d look-ups", code, len(f.queries))
	}
	if got := errs.String(); got != text.For(text.VI).Errors.Cancelled+"\n" {
		t.Errorf("said %q", got)
	}
}

// A proof on the command line would be visible in the list of processes and in the history
// of the shell; "-" asks for it instead.
func TestProofThatIsAskedFor(t *testing.T) {
	for _, tt := range []struct {
		typed, proof string
		err          error
		code         int
	}{
		{" 43 21\n", "4321", nil, 0},
		{"", "", nil, 2},
		{"1", "", nil, 2},
		{"", "", errors.New("no terminal"), 2},
	} {
		f := newFake(t)
		asked := ""
		d := verb.Deps{AskProof: func(prompt string) (string, error) { asked = prompt; return tt.typed, tt.err }}
		got := runWith(t, f, d, "track", codeOf+"05", "--proof", "-")
		if got.code != tt.code || asked != text.For(text.VI).Line.ProofAsk {
			t.Errorf("%q: code %d, asked %q, said %q", tt.typed, got.code, asked, got.err)
		}
		if tt.code == 0 && (len(f.queries) != 1 || f.queries[0].Proof != tt.proof) || tt.code != 0 && len(f.queries) != 0 {
			t.Errorf("%q: queries %+v", tt.typed, f.queries)
		}
	}
	// A wrong command line is reported before anything is asked.
	d := verb.Deps{AskProof: func(string) (string, error) { t.Error("asked for nothing"); return "", nil }}
	if got := runWith(t, newFake(t), d, "track", codeOf+"05", codeOf+"06", "--proof", "-"); got.code != 2 {
		t.Errorf("code %d", got.code)
	}
}
