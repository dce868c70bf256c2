package sandbox

import "net/http"

// HandOverPath is a page that would want a captcha: nothing but a person may ask
// there.
const HandOverPath = "/tra-cuu-ho-so"

func (s *Sandbox) serveHandOver(w http.ResponseWriter, _ *http.Request) {
	writePage(w, pageData{
		Title: "Tra cứu hồ sơ",
		Text:  "Trang của cổng mẫu, nơi một cổng thật hỏi mã hình. (A page where a real portal asks for a captcha.)",
	})
}
