package verifying_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/client/signature"
	"motcua/client/signature/lists"
	"motcua/kiosk/verifying"
	"motcua/tui/line/exit"
	"motcua/tui/line/plain"
	"motcua/tui/text"
)

// sample is a real signed file.
const sample = "../../client/signature/testdata/66.9-nq.signed.pdf"

// run checks files and returns what was written, with the exit code.
func run(t *testing.T, asJSON bool, files ...string) (string, int) {
	t.Helper()
	var of verifying.Config
	checker, err := of.Checker(lists.From{}, false, text.EN)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	r := verifying.Run{Checker: checker, Out: &out, Printer: plain.Printer{Texts: text.For(text.EN), Style: plain.None{}, Width: 80}, JSON: asJSON}
	err = r.Files(t.Context(), files)
	return out.String(), exit.CodeOf(err)
}

func TestFiles(t *testing.T) {
	b, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name string, b []byte) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	longer := write("longer.pdf", append(bytes.Clone(b), "more"...))
	plainFile := write("plain.pdf", []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n42\n%%EOF\n"))
	for _, tt := range []struct {
		name  string
		files []string
		code  int
		says  []string
	}{
		{"unchanged", []string{sample}, exit.Answered, []string{"✓ Unchanged since it was signed", "At 15:54 on 9 December 2025", "has no root certificate"}},
		{"longer", []string{longer, sample}, exit.Failed, []string{"✗ After signing, 4 B were added", "\n\n" + sample}},
		{"unsigned", []string{sample, plainFile}, exit.NotFound, []string{"○ The file has no digital signature."}},
		{"missing", []string{plainFile, filepath.Join(dir, "none.pdf")}, exit.Failed, []string{"! The file cannot be opened."}},
	} {
		got, code := run(t, false, tt.files...)
		got = strings.ReplaceAll(got, "\n    ", " ")
		if code != tt.code {
			t.Errorf("%s: exit code %d, want %d", tt.name, code, tt.code)
		}
		for _, want := range tt.says {
			if !strings.Contains(strings.ReplaceAll(got, "\n      ", " "), want) {
				t.Errorf("%s: no %q in\n%s", tt.name, want, got)
			}
		}
	}

	got, code := run(t, true, longer, sample)
	lines := strings.Split(strings.TrimSpace(got), "\n")
	if code != exit.Failed || len(lines) != 2 {
		t.Fatalf("exit code %d, %q", code, lines)
	}
	for i, want := range []bool{false, true} {
		var o struct {
			Unchanged  *bool
			Signatures []struct {
				Time string
			}
		}
		if err := json.Unmarshal([]byte(lines[i]), &o); err != nil || o.Unchanged == nil || *o.Unchanged != want || o.Signatures[0].Time != "2025-12-09T15:54:55+07:00" {
			t.Errorf("%v: %s", err, lines[i])
		}
	}
}

// A mistake in the file of roots is a sentence with what to do.
func TestRoots(t *testing.T) {
	name := filepath.Join(t.TempDir(), "roots.pem")
	for content, want := range map[string]string{
		"":             "has no root certificate",
		"not any text": "has no root certificate",
		"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n": "has a damaged certificate",
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		of := verifying.Config{Roots: name}
		if _, err := of.Checker(lists.From{}, false, text.EN); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", content, err)
		}
	}
	// The reason was once the system's, in English: "open roots.pem: no such file or directory".
	for file, want := range map[string]string{
		name + ".none":     "roots.pem.none: không có ở đó. ",
		filepath.Dir(name): ": đây không phải tệp thường. ",
		os.DevNull:         os.DevNull + ": đây không phải tệp thường. ",
	} {
		of := verifying.Config{Roots: file}
		if _, err := of.Checker(lists.From{}, false, text.VI); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// A name comes as a terminal hands over a file that was dragged into it, or below ~.
func TestOpener(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	b, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(home, "ket qua.pdf")
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
	var of verifying.Config
	open := of.Opener(lists.From{}, false)
	for _, typed := range []string{name, " " + name + " ", "'" + name + "'", `"` + name + `"`, "~" + string(filepath.Separator) + "ket qua.pdf"} {
		if r, err := open(t.Context(), text.VI, typed); err != nil || r.State != signature.Unchanged {
			t.Errorf("%q: %s, %v", typed, r.State, err)
		}
	}
	for _, typed := range []string{"", "'", "~", home} {
		if r, err := open(t.Context(), text.VI, typed); err != nil || r.State != signature.Unreadable {
			t.Errorf("%q: %s, %v", typed, r.State, err)
		}
	}
	of.Roots = filepath.Join(home, "none.pem")
	if _, err := open(t.Context(), text.VI, name); err == nil || !strings.Contains(err.Error(), "Sửa khóa verify.roots") {
		t.Errorf("no roots: %v", err)
	}
}

// Authorities are asked only where the operator allows it, and never offline.
func TestRevocationIsAskedForOnRequest(t *testing.T) {
	for _, tt := range []struct{ allowed, offline, asks bool }{{false, false, false}, {true, false, true}, {true, true, false}} {
		of := verifying.Config{Revocation: tt.allowed}
		c, err := of.Checker(lists.From{}, tt.offline, text.EN)
		if err != nil || (c.Fetch != nil) != tt.asks {
			t.Errorf("%+v: asks %t, %v", tt, c.Fetch != nil, err)
		}
	}
}
