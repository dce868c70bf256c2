package topic

import "motcua/tui/text/command"

// PlaceWords are the words about places before and after the merger of 1 July 2025.
type PlaceWords struct {
	Topic     string `clip:"topic-place"` // what a person asks
	TopicHint string
	Title     string `clip:"place-title"`
	Label     string // of the field
	Example   string
	Hint      string `clip:"place-hint"` // below the empty field
	Found     string // %s places
	FoundOne  string
	First     string // %s: how many of them are listed
	None      string // %s: the words

	Now       string // %s: today's commune and province
	Same      string // %s: likewise; the name has not changed
	Divided   string // %d heirs, %s: their names
	District  string // %d communes, %s: province
	Province  string // %s: today's province
	Today     string `clip:"place-today"` // a commune of today
	NowHead   string
	DividedIs string `clip:"place-divided"` // a sentence
	DeskAsk   string // %s: whom to ask
	Desk      string // whom to ask where the program knows no desk
	NowOneOf  string // heading
	OfOld     string // heading, %s: province; today's communes in place of a district
	NoMore    string `clip:"place-no-districts"` // a sentence: districts ended
	MadeOf    string // heading: what today's place was made of
	Source    string // %s: day
	Key       string // for the footer of other pages

	// The command.
	Command   command.Verb
	FlagNear  string
	BadNear   string // the given value
	NeedPlace string
}

// Place are these words, Vietnamese first.
var Place = both(PlaceWords{
	Topic:     "Xã, phường cũ nay là đâu?",
	TopicHint: "Từ ngày 01/7/2025 nhiều xã, phường, tỉnh đã nhập lại, không còn huyện",
	Title:     "Xã, phường cũ nay là đâu",
	Label:     "Tên cũ của xã, phường, huyện, tỉnh",
	Example:   "phùng chí kiên",
	Hint:      "Gõ tên cũ, bỏ dấu cũng được. Trùng tên thì gõ thêm tên huyện hay tỉnh.",
	Found:     "Có %s nơi tên như vậy",
	FoundOne:  "Có 1 nơi tên như vậy",
	First:     "xem %s nơi đầu",
	None:      "Không thấy nơi nào tên “%s”. Xem lại chữ, hoặc gõ thêm tên huyện, tỉnh.",

	Now:       "Nay là %s",
	Same:      "Vẫn tên là %s",
	Divided:   "Đã chia về %d nơi: %s",
	District:  "Không còn cấp huyện; nay là %d xã, phường của %s",
	Province:  "Nay là %s",
	Today:     "Tên hiện nay",
	NowHead:   "Nay là",
	DividedIs: "Nơi này đã chia ra. Tùy thôn, tổ của ông/bà mà nay thuộc một trong các nơi dưới đây.",
	DeskAsk:   "Hỏi %s, nói rõ thôn, tổ.",
	Desk:      "Bộ phận Một cửa của xã, phường",
	NowOneOf:  "Nay thuộc một trong các nơi",
	OfOld:     "Nay là các xã, phường của %s",
	NoMore:    "Cấp huyện không còn từ ngày 01/7/2025.",
	MadeOf:    "Gồm các nơi cũ",
	Source:    "Theo danh mục xã, phường từ ngày %s, có sẵn trong chương trình",
	Key:       "xã mới",

	Command: command.Verb{
		Args:  "TÊN...",
		Short: "Xã, phường, huyện, tỉnh cũ nay là đâu",
		Long: `Cho biết xã, phường, huyện, tỉnh trước ngày 01/7/2025 nay là đâu. Tên bỏ dấu cũng được; trùng tên thì thêm tên huyện hay tỉnh. Mã của cơ quan thống kê (năm chữ số) cũng được. Nơi của tỉnh ghi trong cấu hình (place.province) xếp trước.

Với --json, mỗi nơi là một dòng. Xã đã chia về nhiều nơi thì divided là true và now có đủ các nơi ấy.`,
		Example: `  %[1]s place phung chi kien
  %[1]s place xã cường lợi, huyện na rì
  %[1]s place 'phung chi kien' --json`,
		Typed: "“nơi” và tên xã, phường, huyện, tỉnh cũ: nay là đâu.",
	},
	FlagNear:  "nơi của tỉnh này xếp trước, ví dụ H55",
	BadNear:   "Chưa có tỉnh nào mang mã “%s”. Mã tỉnh đứng trong mã hồ sơ, ví dụ H55.",
	NeedPlace: "Thiếu tên nơi cần tìm.",
}, PlaceWords{
	Topic:     "What is my old commune called now?",
	TopicHint: "Communes and provinces were merged on 1 July 2025",
	Title:     "Old places today",
	Label:     "Old name of a commune, district or province",
	Example:   "phung chi kien",
	Hint:      "Type the old name, with or without accents. If several share it, add the district or province.",
	Found:     "%s places have such a name",
	FoundOne:  "1 place has such a name",
	First:     "showing the first %s",
	None:      "No place is called “%s”. Check the spelling, or add the district or province.",

	Now:       "Now %s",
	Same:      "Still called %s",
	Divided:   "Divided among %d places: %s",
	District:  "No district any more; now %d communes of %s",
	Province:  "Now %s",
	Today:     "Name of today",
	NowHead:   "Now",
	DividedIs: "This place was divided. Depending on your hamlet, it is now a part of one of the places below.",
	DeskAsk:   "Ask %s, and name your hamlet.",
	Desk:      "the one-stop desk of the commune",
	NowOneOf:  "Now one of",
	OfOld:     "Now these communes of %s",
	NoMore:    "There are no districts since 1 July 2025.",
	MadeOf:    "Made of these old places",
	Source:    "From the list of communes as of %s, which ships with the program",
	Key:       "places",

	Command: command.Verb{
		Args:  "NAME...",
		Short: "What an old commune, district or province is called now",
		Long: `Tells what a commune, district or province of before 1 July 2025 is called now. The name may be without accents; if several share it, add the district or province. A code of the statistics office (five digits) will do as well. Places of the province in the configuration (place.province) come first.

With --json each place is a line. For a commune that was divided, divided is true and now has all its parts.`,
		Example: `  %[1]s place phung chi kien
  %[1]s place xa cuong loi, huyen na ri
  %[1]s place 'phung chi kien' --json`,
		Typed: "“place” and an old name of a commune, district or province: what it is called now.",
	},
	FlagNear:  "places of this province first, for example H55",
	BadNear:   "No province has the id “%s”. Use the id at the start of application codes, for example H55.",
	NeedPlace: "The name of the place is missing.",
})
