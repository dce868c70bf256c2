package speech

import (
	"fmt"
	"regexp"
	"strings"

	"motcua/tui/text"
)

// shortVI are abbreviations that papers and portals use.
var shortVI = [][2]string{
	{"NĐ-CP", "nghị định của Chính phủ"}, {"QĐ-TTg", "quyết định của Thủ tướng"}, {"QĐ-UBND", "quyết định của Ủy ban nhân dân"},
	{"UBND", "Ủy ban nhân dân"}, {"HĐND", "Hội đồng nhân dân"}, {"MTTQ", "Mặt trận Tổ quốc"},
	{"CCCD", "căn cước công dân"}, {"CMND", "chứng minh nhân dân"}, {"GPLX", "giấy phép lái xe"}, {"GTGT", "giá trị gia tăng"},
	{"BHXH", "bảo hiểm xã hội"}, {"BHYT", "bảo hiểm y tế"}, {"BHTN", "bảo hiểm thất nghiệp"}, {"QSDĐ", "quyền sử dụng đất"},
	{"GCN", "giấy chứng nhận"}, {"TTHC", "thủ tục hành chính"}, {"DVC", "dịch vụ công"}, {"TNHH", "trách nhiệm hữu hạn"},
	{"THCS", "trung học cơ sở"}, {"THPT", "trung học phổ thông"}, {"SĐT", "số điện thoại"}, {"VNeID", "vi nê i đi"},
	{"TP.", "thành phố"}, {"TX.", "thị xã"}, {"TT.", "thị trấn"},
	{"TP", "thành phố"}, {"QR", "quy rờ"}, {"Enter", "en tơ"}, {"VND", "đồng"}, {"VNĐ", "đồng"}, {"m2", "mét vuông"}, {"m²", "mét vuông"},
	{"km", "ki lô mét"}, {"kg", "ki lô gam"}, {"và/hoặc", "và hoặc"},
}

// divisionsVI are the abbreviations of one letter. Such a letter with a full stop is one only
// before a name or a number, "P. Đức Xuân": it may also be the end of a sentence, as in the
// code that somebody types, of which each letter is a sentence.
var divisionsVI = map[string]string{"Q": "quận", "P": "phường", "H": "huyện", "X": "xã"}

var (
	divisionVI = regexp.MustCompile(`(^|[^\p{L}\d.])([QPHX])\.\s?(\p{Lu}\p{L}|\d)`)
	rangeVI    = regexp.MustCompile(`(từ )?\b(\d{1,2})(?::|h)(\d{2})\s?[-–]\s?(\d{1,2})(?::|h)(\d{2})\b`)
	dongVI     = regexp.MustCompile(`(\d)\s?[đ₫](\P{L}|$)`)
	percentVI  = regexp.MustCompile(`(\d)\s?%`)
	decimalVI  = regexp.MustCompile(`\b(\d+),(\d{1,2})\b`)
)

func spellVI(s string) string {
	s = dossier.ReplaceAllStringFunc(s, func(c string) string { return spelled(text.VI, c) })
	s = procedure.ReplaceAllStringFunc(s, func(c string) string { return spelled(text.VI, c) })
	s = whole(s, shortVI)
	s = divisionVI.ReplaceAllStringFunc(s, func(m string) string {
		p := divisionVI.FindStringSubmatch(m)
		return p[1] + divisionsVI[p[2]] + " " + p[3]
	})
	s = lowered(s)
	s = replaceAll(dateSlash, s, func(before, match string) string {
		day, month, year, ok := date(match)
		if !ok || strings.HasSuffix(before, "số ") {
			return strings.ReplaceAll(match, "/", " gạch ")
		}
		words := fmt.Sprintf("%d tháng %d", day, month)
		if !strings.HasSuffix(before, "ngày ") && !strings.HasSuffix(before, "Ngày ") {
			words = "ngày " + words
		}
		if year > 0 {
			words += fmt.Sprintf(" năm %d", year)
		}
		return words
	})
	s = longNumber.ReplaceAllStringFunc(s, func(n string) string { return spelled(text.VI, n) })
	s = thousands.ReplaceAllStringFunc(s, ungroup)
	s = scale.ReplaceAllString(s, "1 trên $1")
	s = rangeVI.ReplaceAllStringFunc(s, func(m string) string {
		p := rangeVI.FindStringSubmatch(m)
		return "từ " + hourVI(p[2], p[3]) + " đến " + hourVI(p[4], p[5])
	})
	s = clock.ReplaceAllStringFunc(s, func(m string) string {
		p := clock.FindStringSubmatch(m)
		if p[2] == "00" {
			return unzero(p[1]) + " giờ"
		}
		return unzero(p[1]) + " giờ " + unzero(p[2]) + " phút"
	})
	s = hourOnly.ReplaceAllString(s, "$1 giờ")
	s = dongVI.ReplaceAllString(s, "$1 đồng$2")
	s = percentVI.ReplaceAllString(s, "$1 phần trăm")
	s = decimalVI.ReplaceAllString(s, "$1 phẩy $2")
	s = letterCode.ReplaceAllStringFunc(s, spacedCode)
	s = strings.NewReplacer("&", " và ", "+", " cộng ").Replace(s)
	s = between.ReplaceAllString(s, "$1 hoặc $2")
	return strings.TrimSpace(manyBlanks.ReplaceAllString(s, " "))
}

// hourVI is a time of day as people say opening hours: "7 giờ 30".
func hourVI(hour, minute string) string {
	if minute == "00" {
		return unzero(hour) + " giờ"
	}
	return unzero(hour) + " giờ " + unzero(minute)
}

// spacedCode separates the letters of a short code: "CT01" -> "C T 0 1", but "F10" -> "F
// 10", because a key is spoken as a number.
func spacedCode(code string) string {
	p := letterCode.FindStringSubmatch(code)
	digits := p[2]
	if strings.HasPrefix(digits, "0") || len(digits) > 2 {
		digits = strings.Join(strings.Split(digits, ""), " ")
	}
	return strings.Join(strings.Split(p[1], ""), " ") + " " + digits
}
