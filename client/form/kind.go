package form

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"slices"
	"strings"
)

// Kind is a sort of file, as the ending of its name without the dot.
type Kind string

// The kinds that a form may have.
const (
	PDF  Kind = "pdf"
	DOC  Kind = "doc"
	DOCX Kind = "docx"
	RTF  Kind = "rtf"
	ODT  Kind = "odt"
	XLS  Kind = "xls"
	XLSX Kind = "xlsx"
	ODS  Kind = "ods"
	PPTX Kind = "pptx"
	JPG  Kind = "jpg"
	PNG  Kind = "png"
)

// endings are the endings of names, with what they stand for.
var endings = map[string]Kind{
	"pdf": PDF, "doc": DOC, "docx": DOCX, "rtf": RTF, "odt": ODT, "xls": XLS, "xlsx": XLSX, "ods": ODS, "pptx": PPTX,
	"jpg": JPG, "jpeg": JPG, "png": PNG,
}

// withMacros are the endings of office files that hold programs.
var withMacros = []string{"docm", "dotm", "xlsm", "xltm", "xlsb", "xlam", "pptm", "potm", "ppsm"}

// programs are the endings of files that an operating system runs.
var programs = []string{
	"exe", "com", "scr", "msi", "dll", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk", "jar", "sh", "app", "apk", "reg", "cpl", "pif",
}

// pages are the endings of web pages.
var pages = []string{"htm", "html", "xhtml", "mht", "mhtml", "svg"}

// readBy are the programs that read a kind. One program reads each of its kinds under the
// ending of another, and portals name .docx files .doc.
var readBy = map[Kind]string{
	DOC: "text", DOCX: "text", RTF: "text", ODT: "text", XLS: "table", XLSX: "table", ODS: "table", PPTX: "slides",
	PDF: "pdf", JPG: "picture", PNG: "picture",
}

// kindOf tells the kind by the content; named is what the name says, which decides between
// the old formats of one container.
func kindOf(data []byte, named Kind) (Kind, Reason) {
	begins := func(s string) bool { return bytes.HasPrefix(data, []byte(s)) }
	switch {
	case len(data) == 0:
		return "", Empty
	case begins("%PDF-"):
		return PDF, ""
	case begins("PK\x03\x04"):
		return zipped(data)
	case begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return compound(data, named)
	case begins(`{\rtf`):
		return RTF, ""
	case begins("\xFF\xD8\xFF"):
		return JPG, ""
	case begins("\x89PNG\r\n\x1A\n"):
		return PNG, ""
	case begins("MZ"), begins("\x7FELF"), begins("#!"), begins("\xCA\xFE\xBA\xBE"), begins("\xCF\xFA\xED\xFE"), begins("L\x00\x00\x00\x01\x14\x02\x00"):
		return "", Program
	case markup(data):
		return "", WebPage
	}
	return "", Unknown
}

// markup tells a web page, also behind a byte order mark or white space. Files that Word
// saved as a web page or as XML begin so too, and may hold scripts.
func markup(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n"), []byte("<"))
}

// typesMost bounds what is unpacked of a file: its list of content types.
const typesMost = 1 << 20

// zipped tells the kind of an office file in a zip archive (ECMA-376, OpenDocument).
func zipped(data []byte) (Kind, Reason) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", Broken
	}
	has := map[string]bool{}
	for _, f := range z.File {
		name := strings.ToLower(f.Name)
		dir, _, _ := strings.Cut(name, "/")
		has[dir] = true
		switch base := path.Base(name); {
		case strings.HasPrefix(base, "vbaproject") || strings.HasPrefix(base, "vbadata"), strings.Contains(name, "/activex/"),
			strings.Contains(name, "/macrosheets/"), dir == "basic", dir == "scripts":
			return "", Macro
		case slices.Contains(programs, strings.TrimPrefix(path.Ext(base), ".")):
			return "", Program
		case base == "[content_types].xml" || name == "mimetype":
			words, err := unpack(f)
			if err != nil {
				return "", Broken
			}
			if bytes.Contains(bytes.ToLower(words), []byte("macroenabled")) {
				return "", Macro
			}
			has[strings.TrimSpace(string(words))] = name == "mimetype"
		}
	}
	switch {
	case has["[content_types].xml"] && has["word"]:
		return DOCX, ""
	case has["[content_types].xml"] && has["xl"]:
		return XLSX, ""
	case has["[content_types].xml"] && has["ppt"]:
		return PPTX, ""
	case has["application/vnd.oasis.opendocument.text"]:
		return ODT, ""
	case has["application/vnd.oasis.opendocument.spreadsheet"]:
		return ODS, ""
	}
	return "", Unknown
}

func unpack(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	return io.ReadAll(io.LimitReader(r, typesMost))
}

// wide is a string as a compound file writes the names of its parts (MS-CFB, 2.6.1).
func wide(s string) []byte {
	var out []byte
	for _, r := range s {
		out = append(out, byte(r), 0)
	}
	return out
}

var (
	macroParts = [][]byte{wide("_VBA_PROJECT"), wide("Macros")}
	textPart   = wide("WordDocument")
	tableParts = [][]byte{wide("Workbook"), wide("Book")}
)

// compound tells the kind of a file of Office before 2007 (MS-CFB) by the names of its
// parts. A part that is only named in a text refuses a good file, which is the safe side.
func compound(data []byte, named Kind) (Kind, Reason) {
	holds := func(part []byte) bool { return bytes.Contains(data, part) }
	text, table := holds(textPart), slices.ContainsFunc(tableParts, holds)
	switch {
	case slices.ContainsFunc(macroParts, holds):
		return "", Macro
	case text && table: // one stands in the other
		if named == XLS {
			return XLS, ""
		}
		return DOC, ""
	case text:
		return DOC, ""
	case table:
		return XLS, ""
	}
	return "", Unknown // an installer is such a file too
}
