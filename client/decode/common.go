package decode

import "motcua/client"

// IsCommon reports whether the words of a step are a standard text that one-stop
// systems write for everybody.
func IsCommon(words string) bool { return commonWords[key(words)] }

// commonWords are the standard texts of steps in one-stop systems. They contain no
// names.
var commonWords = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range []string{
		"Nộp hồ sơ", "Nộp hồ sơ trực tuyến", "Nộp hồ sơ trên mạng", "Nộp hồ sơ trực tiếp",
		"Tiếp nhận", "Tiếp nhận hồ sơ", "Chờ tiếp nhận", "Chuyển xử lý", "Chuyển hồ sơ",
		"Phân công xử lý", "Thụ lý", "Thụ lý hồ sơ", "Xử lý hồ sơ", "Thẩm định", "Thẩm định hồ sơ",
		"Xác minh", "Xác minh hồ sơ", "Xác minh hồ sơ gốc", "Lấy ý kiến", "Trình ký", "Trình phê duyệt", "Phê duyệt", "Ký duyệt",
		"Yêu cầu bổ sung", "Yêu cầu bổ sung hồ sơ", "Đã bổ sung hồ sơ", "Yêu cầu nộp phí", "Đã nộp phí",
		"Công dân xin rút hồ sơ", "Tạm dừng", "Trả kết quả", "Chờ trả kết quả", "Đóng dấu", "Chuyển trả kết quả",
	} {
		words[key(w)] = true
	}
	for _, s := range client.AllStatuses() {
		words[key(OfficialName(s))] = true
	}
	return words
}()
