package sandbox

import (
	"html/template"
	"net/http"
	"strings"
)

var page = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>{{.Title}}</title>
<style>body{font:18px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}td{padding-right:1.5em;vertical-align:top}</style>
<p><b>DỮ LIỆU MẪU</b> (sample data)</p>
<h1>{{.Title}}</h1>
{{with .Text}}<p>{{.}}</p>{{end}}
{{with .Samples}}<table>{{range .}}<tr><td><code>{{.Code}}</code><td><code>{{.Proof}}</code><td>{{.Shows.VI}}<br><i>{{.Shows.EN}}</i>{{end}}</table>{{end}}
</html>
`))

type pageData struct {
	Title, Text string
	Samples     []Sample
}

func writePage(w http.ResponseWriter, d pageData) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	_ = page.Execute(w, d) // the asker is gone: nobody to tell
}

// serveIndex tells someone who opens the sample portal in a browser what to try.
func (s *Sandbox) serveIndex(w http.ResponseWriter, _ *http.Request) {
	writePage(w, pageData{
		Title:   "Cổng mẫu",
		Text:    "Mã hồ sơ, số để xem tên và giấy tờ, hồ sơ cho thấy gì.",
		Samples: Samples(),
	})
}

// serveProcedurePage is where the QR code of a procedure leads.
func (s *Sandbox) serveProcedurePage(w http.ResponseWriter, r *http.Request) {
	l, err := s.procedures()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	i, ok := l.byID[strings.ToLower(r.PathValue("id"))]
	if !ok {
		http.NotFound(w, r)
		return
	}
	item := l.items[i].item
	writePage(w, pageData{Title: item.Name, Text: item.Code + " · " + strings.Join(item.Categories, ", ")})
}
