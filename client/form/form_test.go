package form

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// zipOf makes an archive of parts with these names and contents.
func zipOf(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const types = "[Content_Types].xml"

// compoundOf is the beginning of a compound file, and names of parts.
func compoundOf(parts ...string) []byte {
	b := []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00\x00\x00")
	for _, p := range parts {
		b = append(append(b, wide(p)...), 0, 0, 0, 0)
	}
	return b
}

func TestNewJudgesTheContentAndNotTheName(t *testing.T) {
	docx := zipOf(types, "<Types/>", "word/document.xml", "<w/>")
	tests := []struct {
		what, name string
		data       []byte
		kind       Kind
		why        Reason
	}{
		{"docx", "CT01.docx", docx, DOCX, ""},
		{"docx under the ending of before 2007, as portals have it", "CT01.doc", docx, DOCX, ""},
		{"docx without an ending", "Mẫu CT01", docx, DOCX, ""},
		{"an ending that is none", "TK01.tt73.2021", docx, DOCX, ""},
		{"xlsx", "Bảng kê.XLSX", zipOf(types, "<Types/>", "xl/workbook.xml", ""), XLSX, ""},
		{"pptx", "a.pptx", zipOf(types, "<Types/>", "ppt/presentation.xml", ""), PPTX, ""},
		{"odt", "a.odt", zipOf("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", ""), ODT, ""},
		{"doc", "CT01.doc", compoundOf("WordDocument"), DOC, ""},
		{"xls", "a.xls", compoundOf("Workbook"), XLS, ""},
		{"a table in a text", "a.doc", compoundOf("Workbook", "WordDocument"), DOC, ""},
		{"a text in a table", "a.xls", compoundOf("Workbook", "WordDocument"), XLS, ""},
		{"pdf", "a.pdf", []byte("%PDF-1.7\n"), PDF, ""},
		{"rtf saved as doc", "a.doc", []byte(`{\rtf1 }`), RTF, ""},
		{"picture", "a.jpeg", []byte("\xFF\xD8\xFF\xE0"), JPG, ""},

		{"nothing", "a.docx", nil, "", Empty},
		{"too large", "a.pdf", append([]byte("%PDF-"), make([]byte, Most)...), "", TooLarge},
		{"macros in a docx", "a.docx", zipOf(types, "<Types/>", "word/document.xml", "", "word/vbaProject.bin", "x"), "", Macro},
		{"macros by their type alone", "a.docx", zipOf(types, `<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>`, "word/document.xml", ""), "", Macro},
		{"macros in a doc", "a.doc", compoundOf("WordDocument", "_VBA_PROJECT"), "", Macro},
		{"macros of Excel before 2007", "a.xls", compoundOf("Workbook", "_VBA_PROJECT_CUR"), "", Macro},
		{"macros of OpenDocument", "a.odt", zipOf("mimetype", "application/vnd.oasis.opendocument.text", "Basic/script-lc.xml", ""), "", Macro},
		{"controls", "a.docx", zipOf(types, "<Types/>", "word/document.xml", "", "word/activeX/activeX1.bin", ""), "", Macro},
		{"an ending with macros", "a.docm", docx, "", Macro},
		{"a program under the name of a form", "a.docx", []byte("MZ\x90\x00"), "", Program},
		{"a program with an archive behind it", "a.docx", append([]byte("MZ\x90\x00"), docx...), "", Program},
		{"a program of Linux", "a.pdf", []byte("\x7FELF\x02"), "", Program},
		{"a script", "a.doc", []byte("#!/bin/sh\n"), "", Program},
		{"a program's ending", "a.docx.exe", docx, "", Program},
		{"a program in the archive", "a.docx", zipOf(types, "<Types/>", "word/document.xml", "", "word/media/a.exe", "MZ"), "", Program},
		{"a page", "a.docx", []byte("\xEF\xBB\xBF\n <!DOCTYPE html>"), "", WebPage},
		{"a page's ending", "a.html", docx, "", WebPage},
		{"an archive that is no form", "a.zip", zipOf("a.txt", "x"), "", Unknown},
		{"an archive that is cut off", "a.docx", docx[:len(docx)/2], "", Broken},
		{"an installer", "a.doc", compoundOf("Property"), "", Unknown},
		{"a pdf named docx", "a.docx", []byte("%PDF-1.7"), "", Mismatch},
		{"a table named doc", "a.doc", zipOf(types, "<Types/>", "xl/workbook.xml", ""), "", Mismatch},
		{"text", "a.doc", []byte("Kính gửi"), "", Unknown},
	}
	for _, c := range tests {
		f, err := New(c.name, c.data)
		var refused *Refused
		if c.why == "" {
			if err != nil || f.Kind != c.kind || !bytes.Equal(f.Data, c.data) || !strings.HasSuffix(f.Name, "."+string(c.kind)) {
				t.Errorf("%s: %q %s, %v", c.what, f.Name, f.Kind, err)
			}
		} else if !errors.As(err, &refused) || refused.Why != c.why || f.Data != nil {
			t.Errorf("%s: %v, want %s", c.what, err, c.why)
		}
	}
}

func TestSafeName(t *testing.T) {
	for name, want := range map[string]string{
		"Mẫu CT01.docx":                    "Mẫu CT01.docx",
		"Mẫu TK05 báo mất HC MỚI (1).doc":  "Mẫu TK05 báo mất HC MỚI (1).docx",
		"TK01.tt73.2021.doc":               "TK01.tt73.2021.docx",
		"../../etc/passwd":                 "etc passwd.docx",
		`C:\Windows\a.doc`:                 "C Windows a.docx",
		"":                                 "form.docx",
		"...":                              "form.docx",
		".bashrc":                          "bashrc.docx",
		"-rf.doc":                          "rf.docx",
		"CON.docx":                         "form CON.docx",
		"nul.tar.doc":                      "form nul.tar.docx",
		"a\x1b[31m\u202ecod.exe\nb.doc":    "a[31mcod.exe b.docx",
		"$(id)`x`|y;z&.doc":                "(id)xyz.docx",
		strings.Repeat("ă", 200) + ".docx": strings.Repeat("ă", 57) + ".docx",
	} {
		if got := SafeName(name, DOCX); got != want {
			t.Errorf("%q is kept as %q, want %q", name, got, want)
		}
	}
}

// Whatever a portal sends, a file is of a known kind under a name that every file system
// keeps, or refused.
func FuzzNew(f *testing.F) {
	f.Add("Mẫu CT01.docx", zipOf(types, "<Types/>", "word/document.xml", "<w/>"))
	f.Add("../a\x00.doc", compoundOf("WordDocument"))
	f.Add("con.pdf", []byte("%PDF-1.7"))
	f.Add("\u202efdp.exe", []byte("MZ"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		file, err := New(name, data)
		if err != nil {
			if refused := (*Refused)(nil); !errors.As(err, &refused) || refused.Why == "" {
				t.Fatalf("%q: %v", name, err)
			}
			return
		}
		n := file.Name
		if readBy[file.Kind] == "" || !strings.HasSuffix(n, "."+string(file.Kind)) {
			t.Errorf("%q is a %s", n, file.Kind)
		}
		bad := func(r rune) bool { return !unicode.IsPrint(r) || strings.ContainsRune(`/\<>:"|?*`, r) }
		if len(n) > nameMost || !utf8.ValidString(n) || strings.ContainsFunc(n, bad) || n[0] == '.' || n[0] == '-' || n[0] == ' ' {
			t.Errorf("%q is kept as %q", name, n)
		}
		if again := SafeName(n, file.Kind); again != n {
			t.Errorf("%q is kept as %q and then as %q", name, n, again)
		}
	})
}
