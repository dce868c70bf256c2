package line

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/form"
	"motcua/tui/line/exit"
	"motcua/tui/line/record"
	"motcua/tui/line/verb"
)

// withForms is a portal with a procedure of two forms, one of which stands in two cases.
type withForms struct {
	*fake
	err   error
	asked []client.Form
}

func newForms(t *testing.T) *withForms {
	t.Helper()
	f := newFake(t)
	rows := []client.PaperRow{
		{Name: "Tờ khai", Originals: 1, Forms: []client.Form{{ID: "a", Name: "Mẫu CT01.doc"}}},
		{Name: "Phiếu", Originals: 1, Forms: []client.Form{{ID: "b", Name: "../Mẫu CT02.docx"}}},
	}
	again := []client.PaperRow{{Name: "Tờ khai", Originals: 1, Forms: []client.Form{{ID: "c", Name: "MẪU CT01.doc"}}}}
	f.show = func(code string) (client.Answer[client.Procedure], error) {
		if code == "1.999999" {
			return client.Answer[client.Procedure]{}, client.ErrNotFound
		}
		p := client.Procedure{Code: code, Name: "Đăng ký tạm trú", URL: "https://cong.example/thu-tuc-hanh-chinh/u", Cases: []client.PaperCase{{Rows: rows}, {Rows: again}}}
		if code == "1.000002" {
			p.Cases = nil
		}
		return client.Answer[client.Procedure]{Value: p, AsOf: morning, Source: portal}, nil
	}
	return &withForms{fake: f}
}

func (f *withForms) Form(_ context.Context, which client.Form) (client.Answer[form.File], error) {
	f.asked = append(f.asked, which)
	if f.err != nil {
		return client.Answer[form.File]{}, f.err
	}
	file, err := form.New(which.Name, []byte(`{\rtf1 }`))
	return client.Answer[form.File]{Value: file, AsOf: morning, Source: portal}, err
}

// runForm runs the program's own command.
func runForm(t *testing.T, f *withForms, width int, args ...string) ran {
	t.Helper()
	root := &cobra.Command{Use: "motcua", SilenceErrors: true, SilenceUsage: true}
	var out, errs bytes.Buffer
	AddTo(root, verb.Deps{Service: f, Out: &out, Err: &errs, Width: width})
	root.SetArgs(append([]string{"form"}, args...))
	code := exit.CodeOf(root.Execute())
	return ran{out.String(), errs.String(), code}
}

func TestFormLists(t *testing.T) {
	f := newForms(t)
	g := runForm(t, f, 0, "1.004194")
	for _, want := range []string{"  1. Mẫu CT01.doc\n  2. ../Mẫu CT02.docx\n", "https://cong.example/thu-tuc-hanh-chinh/u", "motcua form 1.004194 SỐ --out TỆP", "Cổng Dịch vụ công quốc gia"} {
		if g.code != exit.Answered || !strings.Contains(g.out, want) {
			t.Errorf("code %d, %q is missing in\n%s", g.code, want, g.out)
		}
	}
	for args, want := range map[string]int{"1.999999": exit.NotFound, "1.000002": exit.NotFound, "xyz": exit.Usage, "": exit.Usage} {
		if g := runForm(t, f, 0, strings.Fields(args)...); g.code != want || g.out+g.err == "" {
			t.Errorf("%q: %+v, want %d", args, g, want)
		}
	}
	if len(f.asked) != 0 {
		t.Errorf("a list fetched %v", f.asked)
	}
}

func TestFormFetches(t *testing.T) {
	dir := t.TempDir()
	f := newForms(t)
	name := filepath.Join(dir, "a.rtf")
	if g := runForm(t, f, 0, "1.004194", "2", "--out", name); g.code != exit.Answered || !strings.Contains(g.out, name) {
		t.Fatalf("%+v", g)
	}
	if b, err := os.ReadFile(name); err != nil || string(b) != `{\rtf1 }` {
		t.Errorf("%q, %v", b, err)
	}
	if g := runForm(t, f, 0, "1.004194", "1", "--out", name); g.code != exit.Failed || !strings.Contains(g.err, "--force") {
		t.Errorf("over a file: %+v", g)
	}
	if g := runForm(t, f, 0, "1.004194", "1", "--out", name, "--force"); g.code != exit.Answered {
		t.Errorf("with force: %+v", g)
	}
	// A folder gets the portal's name, made safe.
	g := runForm(t, f, 0, "1.004194", "2", "--out", dir, "--json")
	var line struct {
		Forms []struct{ Number int }
		File  struct {
			Number, Bytes           int
			Name, Kind, Out, SHA256 string
		}
	}
	if err := json.Unmarshal([]byte(g.out), &line); err != nil || g.code != exit.Answered {
		t.Fatalf("%+v, %v", g, err)
	}
	if line.File.Name != "Mẫu CT02.rtf" || line.File.Out != filepath.Join(dir, "Mẫu CT02.rtf") || line.File.Bytes != 8 || len(line.File.SHA256) != 64 || len(line.Forms) != 2 {
		t.Errorf("%+v", line)
	}
	if g := runForm(t, f, 0, "1.004194", "1", "--out", "-"); g.out != `{\rtf1 }` || g.err != "" {
		t.Errorf("to standard output: %+v", g)
	}
	f.asked = nil
	for _, args := range [][]string{
		{"1.004194", "1"}, {"1.004194", "3", "--out", name}, {"1.004194", "x", "--out", name}, {"1.004194", "--out", name},
		{"1.004194", "1", "--out", "-", "--json"}, {"1.004194", "1", "2"},
	} {
		if g := runForm(t, f, 0, args...); g.code != exit.Usage || g.err == "" {
			t.Errorf("%v: %+v", args, g)
		}
	}
	if g := runForm(t, f, 80, "1.004194", "1", "--out", "-"); g.code != exit.Usage || g.out != "" {
		t.Errorf("onto a terminal: %+v", g)
	}
	if len(f.asked) != 0 {
		t.Errorf("wrong use fetched %v", f.asked)
	}
}

// Every reason has words of its own, in the JSON too, and nothing is written.
func TestFormThatIsRefused(t *testing.T) {
	f := newForms(t)
	name := filepath.Join(t.TempDir(), "a")
	said := map[string]bool{}
	for _, why := range []form.Reason{form.Empty, form.TooLarge, form.Macro, form.Program, form.WebPage, form.Mismatch, form.Broken, form.Unknown} {
		f.err = &form.Refused{Why: why, Named: form.PDF, Is: form.DOCX}
		g := runForm(t, f, 0, "1.004194", "1", "--out", name, "--json")
		var line struct {
			File  *struct{}
			Error struct{ Kind, Refused, Sentence string }
		}
		if err := json.Unmarshal([]byte(g.out), &line); err != nil || g.code != exit.Failed {
			t.Fatalf("%+v, %v", g, err)
		}
		if line.Error.Kind != "refused" || line.Error.Refused != string(why) || line.File != nil || said[line.Error.Sentence] || g.err != line.Error.Sentence+"\n" {
			t.Errorf("%s: %+v", why, line)
		}
		said[line.Error.Sentence] = true
	}
	for err, want := range map[error]int{client.ErrNotFound: exit.NotFound, client.ErrOffline: exit.Unreachable, errors.New("?"): exit.Failed} {
		f.err = err
		if g := runForm(t, f, 0, "1.004194", "1", "--out", name); g.code != want || g.err == "" {
			t.Errorf("%v: %+v, want %d", err, g, want)
		}
	}
	if _, err := os.Stat(name); err == nil {
		t.Error("a file was written")
	}
	if record.KindOf(&form.Refused{}) != record.KindFailed {
		t.Error("a refused form is no failure of the portal")
	}
}

// A server writes no files: its tree has no such command, and its line mode lists.
func TestFormOverSSH(t *testing.T) {
	f := newForms(t)
	if code := Run(t.Context(), verb.Deps{Service: f, Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}, []string{"form", "1.004194"}); code != exit.Usage {
		t.Errorf("code %d", code)
	}
	var out bytes.Buffer
	Mode(t.Context(), verb.Deps{Service: f, In: strings.NewReader("mau 1.004194\nform 1.000002\n"), Out: &out, NoFiles: true})
	for _, want := range []string{"1. Mẫu CT01.doc\n", "https://cong.example/thu-tuc-hanh-chinh/u", "không có biểu mẫu nào"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "--out") || len(f.asked) > 0 {
		t.Errorf("the line mode fetches: %s", out.String())
	}
}
