package text

import (
	"fmt"
	"motcua/tui/text/dates"
	"strings"
	"time"
	"unicode"
)

// Spoken contains what is read aloud and is not on the screen in these words: the sentences
// around a page's own text, the names of keys and of characters. They are written for
// listening: no symbols, no abbreviations, "ông bà" without a slash.
type Spoken struct {
	// Whether and how to read aloud.
	Title         string `clip:"title"` // of the page that asks
	Question      string `clip:"question"`
	Yes           string `clip:"yes"` // the three answers
	No            string `clip:"no"`
	Off           string `clip:"off"`
	Louder        string `clip:"louder"` // the targets on that page that change the volume
	Quieter       string `clip:"quieter"`
	Explain       string `clip:"explain"`       // shown on the screen: what reading aloud is for
	ExplainNone   string `clip:"explain-none"`  // the same where there are no headphones
	OnHeadphones  string `clip:"on-headphones"` // spoken at the start
	OnLoudspeaker string `clip:"on-loudspeaker"`
	Silent        string `clip:"silent"` // shown on the screen at the end
	Volume        string // %d of ten
	Keys          string `clip:"keys"` // the keys that control reading aloud

	// Pages.
	Home          string    `clip:"home"`
	HomeMore      string    `clip:"home-more"`
	Often         string    // %s: frequently asked procedures
	Focus         string    // %s: what the focus is on
	Press         string    // %s: key, %s: what it does
	To            string    // between the first and the last of a range of keys
	Ask           string    `clip:"ask"`
	FieldEmpty    string    `clip:"field-empty"`
	Typed         string    // %s: the text in the field
	TypedHidden   string    // %s: how many characters; without headphones
	Erased        string    // %s: character
	ErasedHidden  string    `clip:"erased-hidden"`
	WrongHidden   string    `clip:"wrong-hidden"`   // what is wrong with a code, without headphones
	DossierHidden string    `clip:"dossier-hidden"` // without headphones
	DossierNever  string    `clip:"dossier-never"`  // where there are no headphones
	ProofHidden   string    `clip:"proof-hidden"`
	DossierOf     string    // %s: procedure
	CodeIs        string    // %s: characters
	FieldHere     string    `clip:"field-here"` // the focus is on a field
	KeyHidden     string    `clip:"key-hidden"` // the focus is on a key of a private field, without headphones
	Tones         [5]string // keys: huyền, hỏi, ngã, sắc, nặng
	Due           string    // %s: label, %s: day and hour
	Steps         string    `clip:"steps"`
	StepAhead     string    // %s: a future step
	Search        string    `clip:"search"`
	Row           string    // %d of %d, %s: name
	Folded        string    // %s: name
	Unfolded      string    // %s: name
	Full          string    // %s: procedure
	Section       string    // %d of %d, %s: title
	Slow          string    `clip:"slow"`
	StillThere    string    // %s: seconds left

	// Words for what has no words on the screen.
	Link       string `clip:"link"` // replaces a link
	KeyNames   map[string]string
	Characters map[string]string

	day string // weekday, day, month, year
}

// DayAloud formats a day in words that a voice reads well: "thứ tư ngày 25 tháng 11 năm
// 2026", "Wednesday 25 November 2026".
func (t *Texts) DayAloud(at time.Time) string {
	at = at.In(dates.Zone)
	month := fmt.Sprint(int(at.Month()))
	if t.Lang == EN {
		month = strings.TrimSpace(t.Months[at.Month()-1])
	}
	weekday := t.Weekdays[at.Weekday()]
	if t.Lang == VI {
		weekday = strings.ToLower(weekday)
	}
	return fmt.Sprintf(t.Spoken.day, weekday, at.Day(), month, at.Year())
}

// Spell returns the names of characters one by one, to read a code aloud: "H, năm, năm,
// chấm, một, bảy".
func (s *Spoken) Spell(code string) string {
	var names []string
	for _, r := range code {
		names = append(names, s.Character(r))
	}
	return strings.Join(names, ", ")
}

// Character returns the name of one character.
func (s *Spoken) Character(r rune) string {
	if name, ok := s.Characters[string(r)]; ok {
		return name
	}
	return string(unicode.ToUpper(r))
}

var spokenVI = Spoken{
	Title:         "Đọc to màn hình",
	Question:      "Ông bà có đeo tai nghe không?",
	Yes:           "Đọc qua tai nghe",
	No:            "Đọc qua loa",
	Off:           "Không đọc",
	Louder:        "To hơn",
	Quieter:       "Nhỏ hơn",
	Explain:       "Qua loa thì máy không đọc mã hồ sơ, tên, giấy tờ, tiền của ông bà. Những điều đó chỉ đọc qua tai nghe.",
	ExplainNone:   "Máy này không có tai nghe. Máy không đọc mã hồ sơ, tên, giấy tờ, tiền của ông bà qua loa.",
	OnHeadphones:  "Máy đọc qua tai nghe, kể cả nội dung hồ sơ.",
	OnLoudspeaker: "Máy đọc qua loa. Nội dung hồ sơ thì không đọc.",
	Silent:        "Máy thôi đọc.",
	Volume:        "Âm lượng %d trên 10.",
	Keys:          "Bấm phím nào máy cũng ngừng đọc. Tab hoặc mũi tên: đi từng ô, Enter: chọn. F9: đọc lại. F7: tai nghe, to nhỏ, tắt tiếng.",

	Home:          "Trang đầu. Máy trả lời hai câu hỏi.",
	HomeMore:      "Phím F1: trợ giúp. Phím F2: tiếng Anh. Phím F9: đọc lại.",
	Often:         "Nhiều người hỏi: %s",
	Focus:         "Đang ở: %s",
	Press:         "Phím %s: %s",
	To:            "đến",
	Ask:           "Trang hồ sơ của tôi. Nhập mã hồ sơ in trên giấy hẹn, rồi bấm Enter. Không cần gõ dấu chấm và dấu gạch.",
	FieldEmpty:    "Ô đang trống.",
	Typed:         "Trong ô có: %s",
	TypedHidden:   "Trong ô có %s ký tự.",
	Erased:        "Xóa %s",
	ErasedHidden:  "Đã xóa.",
	WrongHidden:   "Mã này chưa dùng được. Chỗ cần sửa ghi trên màn hình, và chỉ đọc qua tai nghe.",
	DossierHidden: "Hồ sơ đã hiện trên màn hình. Nội dung riêng của ông bà chỉ đọc qua tai nghe. Muốn nghe: đeo tai nghe, bấm F7, rồi bấm 1.",
	DossierNever:  "Hồ sơ đã hiện trên màn hình. Máy này không có tai nghe nên không đọc nội dung riêng của ông bà. Nhờ quầy hướng dẫn đọc giúp.",
	ProofHidden:   "Những số này không đọc qua loa.",
	DossierOf:     "Hồ sơ: %s",
	CodeIs:        "Mã hồ sơ: %s",
	Due:           "%s: %s",
	FieldHere:     "Ô nhập chữ",
	KeyHidden:     "Một phím, không đọc qua loa.",
	Tones:         [5]string{"dấu huyền", "dấu hỏi", "dấu ngã", "dấu sắc", "dấu nặng"},
	Steps:         "Các bước:",
	StepAhead:     "%s, chưa tới",
	Search:        "Trang tìm giấy tờ. Gõ việc cần làm, có dấu hay không dấu đều được. Mũi tên lên, xuống để chọn, Enter để mở.",
	Row:           "%d trong %d: %s",
	Folded:        "%s. Bấm Enter để nghe thêm.",
	Unfolded:      "%s, đang mở",
	Full:          "Toàn văn thủ tục: %s",
	Section:       "Mục %d trong %d: %s",
	Slow:          "Hệ thống đang chậm. Ông bà chờ thêm, hoặc bấm phím thoát để thôi.",
	StillThere:    "Ông bà còn ở đó không? Còn %s nữa máy xóa màn hình. Bấm phím bất kỳ để dùng tiếp.",

	Link: "trang trên mạng ghi ở màn hình",
	KeyNames: map[string]string{
		"Esc": "thoát", "↑↓": "mũi tên lên, xuống", "←→": "mũi tên trái, phải", "↑ ↓": "mũi tên lên, xuống",
		"Del": "xóa", "?": "dấu hỏi",
	},
	Characters: map[string]string{
		"0": "không", "1": "một", "2": "hai", "3": "ba", "4": "bốn", "5": "năm", "6": "sáu", "7": "bảy", "8": "tám", "9": "chín",
		".": "chấm", "-": "gạch", "/": "gạch chéo", " ": "dấu cách", "_": "gạch dưới", ",": "phẩy", ":": "hai chấm", "?": "dấu hỏi",
		// Alone these letters are abbreviations in an address, and a voice would read them so.
		"H": "hát", "P": "pê", "Q": "quy", "X": "ích",
	},

	day: "%s ngày %d tháng %s năm %d",
}

var spokenEN = Spoken{
	Title:         "Read the screen aloud",
	Question:      "Are you wearing headphones?",
	Yes:           "Through headphones",
	No:            "Through the loudspeaker",
	Off:           "Do not read aloud",
	Louder:        "Louder",
	Quieter:       "Quieter",
	Explain:       "Through the loudspeaker your application code, name, papers and fees are never read. They are read through headphones alone.",
	ExplainNone:   "There are no headphones here. Your application code, name, papers and fees are not read through the loudspeaker.",
	OnHeadphones:  "Reading through headphones, applications as well.",
	OnLoudspeaker: "Reading through the loudspeaker. What is in an application is not read.",
	Silent:        "No longer reading aloud.",
	Volume:        "Volume %d of 10.",
	Keys:          "Any key stops the voice. Tab or arrows: from one target to the next, Enter: choose. F9: read again. F7: headphones, volume, no voice.",

	Home:          "First page. Two questions are answered here.",
	HomeMore:      "F1: help. F2: Vietnamese. F9: read again.",
	Often:         "Often asked: %s",
	Focus:         "Now on: %s",
	Press:         "%s key: %s",
	To:            "to",
	Ask:           "My application. Type the application code printed on your receipt and press Enter. Dots and hyphens may be left out.",
	FieldEmpty:    "The field is empty.",
	Typed:         "In the field: %s",
	TypedHidden:   "Characters in the field: %s.",
	Erased:        "Erased %s",
	ErasedHidden:  "Erased.",
	WrongHidden:   "This code cannot be used yet. What to change stands on the screen, and is read through headphones alone.",
	DossierHidden: "The application is on the screen. What concerns you is read through headphones alone. To listen: put on headphones, press F7, then 1.",
	DossierNever:  "The application is on the screen. There are no headphones here, so what concerns you is not read. Ask the help desk to read it to you.",
	ProofHidden:   "These digits are not read through the loudspeaker.",
	DossierOf:     "Application: %s",
	CodeIs:        "Application code: %s",
	Due:           "%s: %s",
	FieldHere:     "The field",
	KeyHidden:     "A key, not read through the loudspeaker.",
	Tones:         [5]string{"falling tone", "asking tone", "broken tone", "rising tone", "heavy tone"},
	Steps:         "The steps:",
	StepAhead:     "%s, not yet",
	Search:        "What to bring. Type what you want to get done, in English or Vietnamese. Arrows up and down choose, Enter opens.",
	Row:           "%d of %d: %s",
	Folded:        "%s. Press Enter to hear more.",
	Unfolded:      "%s, open",
	Full:          "Full text of: %s",
	Section:       "Section %d of %d: %s",
	Slow:          "The system is slow. Wait a little, or press the escape key to stop.",
	StillThere:    "Are you still there? The screen is cleared in %s. Press any key to go on.",

	Link: "the web page shown on the screen",
	KeyNames: map[string]string{
		"Esc": "Escape", "↑↓": "Up and down arrow", "←→": "Left and right arrow", "↑ ↓": "Up and down arrow",
		"Del": "Delete", "?": "Question mark",
	},
	Characters: map[string]string{
		"0": "zero", "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine",
		".": "dot", "-": "dash", "/": "slash", " ": "blank", "_": "underscore", ",": "comma", ":": "colon", "?": "question mark",
		"H": "H", "P": "P", "Q": "Q", "X": "X",
	},

	day: "%s %d %s %d",
}
