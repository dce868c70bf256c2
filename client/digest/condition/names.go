package condition

import (
	"slices"
	"strings"
)

// Names reports whether a condition only names who somebody is, "quân đội nhân dân", and says
// nothing about them, as "người yêu cầu không có giấy tờ" does. After "chỉ khi" such a
// condition needs the verb "là". A condition with any of the verbs and signs of a sentence is
// taken for a sentence: it reads well without another verb.
func Names(when string) bool {
	words := strings.Fields(strings.ToLower(when))
	if !slices.ContainsFunc(groups, func(g string) bool {
		n := len(strings.Fields(g))
		return len(words) >= n && strings.Join(words[:n], " ") == g
	}) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(verbs, strings.Trim(w, ",;.")) })
}

// groups are the words with which the name of a group of people or of an office begins.
var groups = []string{
	"quân đội", "công an", "cá nhân", "tổ chức", "doanh nghiệp", "công ty", "hợp tác xã", "ban", "quỹ", "đơn vị",
	"cơ sở", "cơ quan", "hộ kinh doanh", "hộ gia đình", "công dân", "người", "trẻ em",
}

// verbs are the words that make a sentence of a condition.
var verbs = []string{
	"là", "có", "không", "chưa", "đã", "đang", "được", "bị", "phải", "muốn", "nộp", "nhận", "chọn", "ký", "cấp", "yêu", "đề",
	"sinh", "chết", "mất", "thay", "mà", "nếu", "khi", "trong", "do", "từ", "đến",
}
