package national

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"strings"

	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/pagefile"
)

// formNames are the names of the forms of all procedures, by the id of their file.
func (l *procedureList) formNames() map[string]string {
	names := map[string]string{}
	for _, p := range l.items {
		var d pagefile.Detail
		if p.body == nil || json.Unmarshal(p.body, &d) != nil {
			continue
		}
		for _, c := range d.Cases {
			for _, paper := range c.Papers {
				for _, f := range paper.Files {
					names[f.ID] = f.Name
				}
			}
		}
	}
	return names
}

// serveForm answers the file of a form. The real portal sent a .docx as it is, without an
// envelope. Here each form is a made-up .docx, also under a name that says .doc, as there
// are; the one that is named .pdf shows what a file under a wrong name looks like.
func (s *Server) serveForm(w http.ResponseWriter, r *http.Request) {
	var q struct {
		FileID string `json:"fileId"`
	}
	if !httpjson.Read(w, r, &q) {
		return
	}
	l, ok := s.list(w, r)
	if !ok {
		return
	}
	name, ok := l.forms()[q.FileID]
	if !ok {
		httpjson.Write(w, r, http.StatusBadRequest, httpjson.Envelope{Code: "BAD_REQUEST", Message: "Không tìm thấy tệp"})
		return
	}
	file, err := sampleForm(name)
	if err != nil {
		httpjson.Write(w, r, http.StatusInternalServerError, httpjson.Envelope{Code: "INTERNAL_ERROR", Message: err.Error()})
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusCreated)
	_, _ = w.Write(file) // fails when the client has left
}

// The parts of the smallest .docx (ECMA-376, part 2) that are the same in all.
const (
	contentTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	relationships = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	documentBegins = xml.Header + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	documentEnds   = `</w:body></w:document>`
)

// formLines are what stands in a made-up form below its name.
var formLines = []string{
	"BIỂU MẪU CỦA CỔNG MẪU, không dùng để nộp",
	"Kính gửi: ....................................................................",
	"1. Họ, chữ đệm và tên: ......................................................",
	"2. Ngày, tháng, năm sinh: ......../......../................",
	"3. Số định danh cá nhân: .....................................................",
	"4. Nơi cư trú: ...............................................................",
	"5. Nội dung đề nghị: .........................................................",
	"....................., ngày ...... tháng ...... năm ..........",
	"Người đề nghị (ký, ghi rõ họ tên)",
}

// sampleForm makes the .docx of a form, the same bytes for the same name.
func sampleForm(name string) ([]byte, error) {
	var doc strings.Builder
	doc.WriteString(documentBegins)
	for _, line := range append([]string{name}, formLines...) {
		doc.WriteString(`<w:p><w:r><w:t xml:space="preserve">`)
		if err := xml.EscapeText(&doc, []byte(line)); err != nil {
			return nil, err
		}
		doc.WriteString(`</w:t></w:r></w:p>`)
	}
	doc.WriteString(documentEnds)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, body string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", relationships}, {"word/document.xml", doc.String()},
	} {
		f, err := z.Create(part.name)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write([]byte(part.body)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
