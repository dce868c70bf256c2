package condition

import (
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Conditions on how a dossier is handed in: they require no additional paper.

// OnFiling reports whether a condition is about how a dossier is handed in: "nộp hồ sơ trực
// tuyến", "người yêu cầu trực tiếp nộp hồ sơ".
func OnFiling(l *token.Line, p token.Piece) bool {
	return vocab.AboutFiling.Match(l, p.From, p.To) > 0 || p.To-p.From <= 16 && !itself(l, p) && comesIn.In(l, p)
}

// itself reports whether a condition is about who files: "không trực tiếp nộp hồ sơ".
func itself(l *token.Line, p token.Piece) bool {
	for i := p.From; i < p.To; i++ {
		if w := l.At(i); w == "không" || w == "quyền" || w == "thay" || w == "người" && l.At(i+1) == "khác" {
			return true
		}
	}
	return false
}

var comesIn = token.NewLexicon("trực tiếp nộp hồ sơ|nộp hồ sơ trực tiếp|nộp hồ sơ trực tuyến|gửi hồ sơ qua|nộp hồ sơ qua|nộp qua dịch vụ|nộp bản giấy|nộp trực tuyến|gửi qua đường bưu điện|gửi qua hệ thống bưu chính")
