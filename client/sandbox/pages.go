package sandbox

import (
	"html"
	"io"
	"net/http"
	"strings"

	"motcua/client/sandbox/dossiers"
)

// HandOverPath is the path of a page that represents one with a captcha: only a person
// may use it.
const HandOverPath = "/tra-cuu-ho-so"

// style is that of all pages.
const style = "body{font:18px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}td{padding-right:1.5em;vertical-align:top}"

type pageData struct {
	Title, Text string
	Samples     []dossiers.Sample
}

// writePage writes a page by hand: a template would keep every exported method of the program
// in the binary, because templates call methods by their names.
func writePage(w http.ResponseWriter, d pageData) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	text := html.EscapeString
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"vi\"><meta charset=\"utf-8\"><title>" + text(d.Title) + "</title>\n<style>" + style + "</style>\n" +
		"<p><b>DỮ LIỆU MẪU</b> (sample data)</p>\n<h1>" + text(d.Title) + "</h1>\n")
	if d.Text != "" {
		b.WriteString("<p>" + text(d.Text) + "</p>\n")
	}
	if len(d.Samples) > 0 {
		b.WriteString("<table>")
		for _, s := range d.Samples {
			b.WriteString("<tr><td><code>" + text(s.Code) + "</code><td><code>" + text(s.Proof) + "</code><td>" + text(s.Shows.VI) + "<br><i>" + text(s.Shows.EN) + "</i>")
		}
		b.WriteString("</table>\n")
	}
	b.WriteString("</html>\n")
	_, _ = io.WriteString(w, b.String()) // fails when the client has left
}

// serveIndex is the page for a person who opens the sample portal in a browser: what to try.
func (s *Sandbox) serveIndex(w http.ResponseWriter, _ *http.Request) {
	writePage(w, pageData{
		Title:   "Cổng mẫu",
		Text:    "Mã hồ sơ, số để xem tên và giấy tờ, hồ sơ cho thấy gì.",
		Samples: dossiers.Samples(),
	})
}

// serveProcedurePage is the page behind the QR code of a procedure.
func (s *Sandbox) serveProcedurePage(w http.ResponseWriter, r *http.Request) {
	item, ok, err := s.national.Find(r.PathValue("id"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if !ok {
		http.NotFound(w, r)
		return
	}
	writePage(w, pageData{Title: item.Name, Text: item.Code + " · " + strings.Join(item.Categories, ", ")})
}

// serveHandOver is the page that a system of the kind handover shows.
func (s *Sandbox) serveHandOver(w http.ResponseWriter, _ *http.Request) {
	writePage(w, pageData{
		Title: "Tra cứu hồ sơ",
		Text:  "Trang của cổng mẫu, nơi một cổng thật hỏi captcha. (A page where a real portal asks for a captcha.)",
	})
}
