package gazetteer

import (
	"strings"

	"motcua/client/clean"
)

// spoken are what people write for types and for the longest names.
const spoken = `
tp = thành phố
tt = thị trấn
tx = thị xã
q = quận
h = huyện
p | f = phường
x = xã
t = tỉnh
hn = hà nội
hcm | tphcm | sg | sài gòn | tp hcm = thành phố hồ chí minh | hồ chí minh
đn = đà nẵng
hp = hải phòng
brvt | br vt = bà rịa vũng tàu
tth | thừa thiên huế = huế
đăk lăk | daklak | darlac = đắk lắk
`

// asking are the words around a name in a question.
const asking = `
cũ
trước đây
ngày trước
hồi trước
trước kia
bây giờ
hiện nay
hiện giờ
giờ
nay
nay là
thuộc
thì
là
là gì
là xã nào
là phường nào
xã nào
phường nào
xã phường nào
ở đâu
đâu
nào
sáp nhập
sau sáp nhập
nhập vào
về đâu
gọi là gì
tên là gì
tên mới
tên mới là gì
đổi thành
đổi tên
chuyển thành
thành gì
nhà tôi ở
tôi ở
ở
tại
`

// separate takes apart what is written in one: "p1" is "p 1", "q.3" is "q 3", "P.Đức Xuân"
// is "P Đức Xuân".
func separate(words string) string {
	var b strings.Builder
	runes := []rune(cut(clean.SameLetters(words), maxQuestion))
	start := true // of a word
	for i, r := range runes {
		abbreviated := start && i+1 < len(runes) && strings.ContainsRune("pqhxtfPQHXTF", r)
		switch {
		case abbreviated && (runes[i+1] >= '0' && runes[i+1] <= '9' || runes[i+1] == '.'):
			b.WriteRune(r)
			b.WriteByte(' ')
			continue
		case r == '.' && i > 0 && runes[i-1] != ' ' && (i+1 == len(runes) || runes[i+1] < '0' || runes[i+1] > '9'):
			r = ' ' // "TP.Bắc Kạn"
		}
		b.WriteRune(r)
		start = r == ' ' || r == ','
	}
	return b.String()
}

// says tells whether words hold more than the type of a place, which thousands share.
func says(words string) bool {
	for w := range strings.FieldsFuncSeq(clean.Fold(words), func(r rune) bool { return r == ' ' || r == ',' || r == '.' }) {
		switch w {
		case "xa", "phuong", "thi", "tran", "dac", "khu", "huyen", "quan", "thanh", "pho", "tinh",
			"x", "p", "f", "tt", "tx", "tp", "q", "h", "t", "cu":
		default:
			return true
		}
	}
	return false
}
