// Package part says where a question that asks for two things may be cut.
package part

import (
	"strings"

	"motcua/client/clean"
	"motcua/client/find/syllable"
)

// A question is cut in two where one of these words or a mark stands, when each part names an
// act, the second at its beginning, and each is answered by something else. A comma cuts only a short
// question that has no other, and only where each part is answered well: stories and the names of
// procedures are full of commas.
var between = wordSet("rồi xong luôn sẵn tiện thể kèm vừa và với cùng lẫn then and also plus")

// oneWord puts one word in the place of what joins two wishes in several.
var oneWord = strings.NewReplacer(" sau đó ", " rồi ", " sau do ", " roi ", " đồng thời ", " rồi ", " dong thoi ", " roi ",
	" với lại ", " rồi ", " voi lai ", " roi ", " ngoài ra ", " rồi ", " ngoai ra ", " roi ", " một thể", " luôn", " mot the", " luon",
	" as well as ", " and ", " after that ", " then ", " along with ", " and ", " together with ", " and ")

// acts are the first words of what people want done. A part without one tells why something is
// wanted: "nhà ở xa quá, vợ ốm" is no wish.
var acts = wordSet(`làm mần xin cấp đăng đk đổi mất khai nhập xóa xoá sang tách hợp gộp lãnh lĩnh nhận rút mở lập thành
	bán mua chuyển chứng báo trình tặng cho gia hủy nộp hưởng cưới kết ly hỏi sao photo cắt sửa thay trả hoàn xây đóng lấy
	tạm ngừng giải thôi bỏ đính cải xác vay thuê thế huỷ kê kéo lắp đặt đào mượn đòi tuyển học thi gửi đưa
	register renew change get extend apply replace make open close report transfer need lost sell buy
	set start cancel update correct build convert certify notarise notarize copy pay claim add obtain file`)

// wordSet returns words as they are typed with marks, and without: true says that a word may stand
// in a text that has marks.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[clean.Fold(w)] = set[clean.Fold(w)]
		set[w] = true
	}
	return set
}

const (
	// Answered is how much of a part its best match answers at least.
	Answered = 0.5
	atComma  = 0.8 // the same where only a comma stands between the parts
	atMost   = 120 // bytes of a question that a comma may cut
)

// Text is what is known of a question before it is cut.
type Text struct{ plainly, oneComma bool }

// Of reads a question in lower case.
func Of(text string) Text {
	return Text{syllable.ASCII(text), strings.Count(text, ",") == 1 && len(text) <= atMost}
}

// Plain returns a question in lower case with one word where several join its parts.
func Plain(text string) string { return oneWord.Replace(text) }

// Trim leaves out the words at the end of a part that would join another: "làm căn cước luôn".
func (k Text) Trim(text string) string {
	for {
		rest, last := text, ""
		if i := strings.LastIndexByte(text, ' '); i >= 0 {
			rest, last = text[:i], text[i+1:]
		}
		if !k.in(between, last) {
			return text
		}
		text = rest
	}
}

// Act reports whether a word begins what people want done.
func (k Text) Act(word string) bool { return k.in(acts, word) }

func (k Text) in(set map[string]bool, word string) bool {
	marked, ok := set[word]
	return ok && (k.plainly || marked)
}

// At returns how much of each part must be answered where a cut stands between before and word, 0 for none,
// and whether the word belongs to it. waits says that a cut waits for an act.
func (k Text) At(before, gap, word string, waits bool) (least float32, joins bool) {
	switch {
	case before == "":
	case k.in(between, word) && (word != "vừa" || strings.Contains(before, word)) && (waits || syllable.Spell(word).Fold() != "the"):
		return Answered, true
	case waits:
	case strings.ContainsAny(gap, ";.+&\n"):
		return Answered, false
	case k.oneComma && strings.Contains(gap, ","):
		return atComma, false
	}
	return 0, false
}
