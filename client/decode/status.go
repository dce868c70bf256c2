package decode

import (
	"strings"

	"motcua/client"
)

// official are the ten states as the national code list words them.
var official = [...]string{
	"Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý",
	"Yêu cầu bổ sung giấy tờ", "Yêu cầu thực hiện nghĩa vụ tài chính",
	"Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
}

var byName = func() map[string]client.Status {
	names := map[string]client.Status{}
	for i, n := range official {
		names[client.Fold(n)] = client.Status(i + 1)
	}
	return names
}()

// OfficialName words a state as the national code list does; empty for one that
// is none of the ten.
func OfficialName(s client.Status) string {
	if !s.Known() {
		return ""
	}
	return official[s-1]
}

// StatusByName finds the state that words name, whatever their case and marks.
// Only the ten official names count: a state that a portal words in its own way
// is shown in those words, not guessed.
func StatusByName(words string) (client.Status, bool) {
	s, ok := byName[strings.Join(strings.Fields(client.Fold(words)), " ")]
	return s, ok
}

// Label makes a state's id fit for a metric or a log: letters, digits, dot,
// hyphen and underscore, at most 32. Anything else is "other": some systems
// put a sentence in its place.
func Label(id string) string {
	id = strings.TrimSpace(id)
	if id == "" || len(id) > 32 || strings.ContainsFunc(id, func(r rune) bool {
		return !(r == '-' || r == '_' || r == '.' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	}) {
		return "other"
	}
	return id
}

// OnUnknown is told when a system names a state that is none of the ten: which
// system, and the state's id as Label gives it. It is for a metric; it runs on
// the caller's goroutine.
type OnUnknown func(source client.SourceName, id string)

// Tell calls f if there is one.
func (f OnUnknown) Tell(source client.SourceName, id string) {
	if f != nil {
		f(source, Label(id))
	}
}
