package topic

import "motcua/tui/text/command"

// RanksWords are the words about the yearly indexes of provinces.
type RanksWords struct {
	Topic     string `clip:"topic-ranks"` // what a person asks
	TopicHint string
	Title     string `clip:"ranks-title"`

	PAR, SIPAS string // names of the indexes
	WhatPAR    string `clip:"ranks-what-par"` // a sentence: what it measures
	WhatSIPAS  string `clip:"ranks-what-sipas"`

	Newest   string // %s: unit, %d: year, %s: place and score
	Place    string // %d: place, %d: of how many
	Points   string // %s: score, %s: of how much
	NoPlace  string // after a score alone
	NoPoints string // after a place alone
	Inferred string // after both
	Year     string // %s: one or several years, %s: place and score
	Nothing  string // instead of place and score
	Sources  string // %s: the sources, with their years where there are several
	OfYears  string // %s: source, %s: its years
	Counted  string // %s: years, after the sources
	Country  string // the average of all
	Earlier  string // %s: what earlier years had, for which there is no column

	Merged      string // %s: a province of before, %s: today's
	MergedOther string // %s: another unit, %s: today's

	Shipped string // %s: day
	Own     string // %s: day
	None    string // %s: the words
	NoneYet string

	RankRow, ScoreRow string // beside the figures
	RankBars          string // what the height of a column is
	ScoreBars         string

	Command             command.Verb
	FlagIndex, BadIndex string
}

// Ranks are these words, Vietnamese first.
var Ranks = both(RanksWords{
	Topic:     "Tỉnh được xếp hạng thế nào?",
	TopicHint: "Cải cách hành chính và sự hài lòng của người dân, từng năm",
	Title:     "Xếp hạng từng năm",

	PAR: "Cải cách hành chính (PAR)", SIPAS: "Hài lòng của người dân (SIPAS)",
	WhatPAR:   "Bộ Nội vụ chấm điểm các tỉnh, thành phố về cải cách hành chính.",
	WhatSIPAS: "Người dân được hỏi có hài lòng với cách cơ quan nhà nước phục vụ hay không.",

	Newest:   "%s, năm %d: %s",
	Place:    "hạng %d trong %d tỉnh, thành phố",
	Points:   "%s trên %s điểm",
	NoPlace:  "chưa rõ hạng",
	NoPoints: "chưa rõ điểm",
	Inferred: "tính từ số khác",
	Year:     "%s: %s",
	Nothing:  "chưa có số liệu",
	Sources:  "Nguồn: %s",
	OfYears:  "%s (%s)",
	Counted:  "Năm %s tính từ số khác",
	Country:  "Trung bình cả nước",
	Earlier:  "Trước đó, năm %s",

	Merged:      "%s nhập vào %s từ ngày 01/7/2025. Hai tỉnh được xếp hạng riêng đến năm 2024, nên đứng riêng ở đây.",
	MergedOther: "%s đã nhập vào %s, ở đây vẫn đứng riêng.",

	Shipped: "Theo bảng có sẵn trong chương trình, gom ngày %s",
	Own:     "Theo bảng của cơ quan này, sửa ngày %s, và bảng có sẵn trong chương trình",
	None:    "Chưa có số liệu xếp hạng nào của “%s”. Gõ tên tỉnh, ví dụ thai nguyen.",
	NoneYet: "Chưa có số liệu xếp hạng.",

	RankRow: "hạng", ScoreRow: "điểm",
	RankBars:  "Cột càng cao, hạng càng tốt",
	ScoreBars: "Chiều cao cột là điểm",

	Command: command.Verb{
		Args:  "[TÊN...]",
		Short: "Tỉnh được xếp hạng thế nào, từng năm",
		Long: `Hạng và điểm từng năm của tỉnh theo chỉ số cải cách hành chính (PAR) và chỉ số hài lòng của người dân (SIPAS), kèm nơi công bố. TÊN là tên tỉnh hay mã như H55. Số liệu có sẵn trong chương trình; tệp ở khóa place.ranks bổ sung, index check TỆP kiểm tra tệp ấy.

Với --json, mỗi năm của một chỉ số là một dòng; năm chưa có số liệu thì không có dòng. rank hay score là null khi nơi công bố không ghi.`,
		Example: `  %[1]s index
  %[1]s index bắc kạn
  %[1]s index --index SIPAS --json`,
		Typed: "“chiso” và tên tỉnh: xếp hạng từng năm.",
	},
	FlagIndex: "chỉ một chỉ số: PAR hoặc SIPAS",
	BadIndex:  "--index là PAR hoặc SIPAS.",
}, RanksWords{
	Topic:     "How is the province ranked?",
	TopicHint: "Administrative reform and people's satisfaction, year by year",
	Title:     "Ranks by year",

	PAR: "Administrative reform (PAR)", SIPAS: "People's satisfaction (SIPAS)",
	WhatPAR:   "The Ministry of Home Affairs scores the provinces on administrative reform.",
	WhatSIPAS: "People are asked whether they are satisfied with how state offices serve them.",

	Newest:   "%s in %d: %s",
	Place:    "place %d of %d provinces and cities",
	Points:   "%s of %s points",
	NoPlace:  "place not known",
	NoPoints: "score not known",
	Inferred: "counted from other figures",
	Year:     "%s: %s",
	Nothing:  "no figures yet",
	Sources:  "Sources: %s",
	OfYears:  "%s (%s)",
	Counted:  "%s counted from other figures",
	Country:  "All provinces on average",
	Earlier:  "Earlier, in %s",

	Merged:      "%s became a part of %s on 1 July 2025. They were ranked as two provinces until 2024, so they are listed separately here.",
	MergedOther: "%s became a part of %s; it is still listed separately here.",

	Shipped: "From the table in this program, gathered on %s",
	Own:     "From this office's table, changed on %s, and the table in this program",
	None:    "There are no ranks of “%s” yet. Type the name of a province, such as thai nguyen.",
	NoneYet: "There are no ranks yet.",

	RankRow: "place", ScoreRow: "score",
	RankBars:  "The higher the column, the better the place",
	ScoreBars: "The height of a column is the score",

	Command: command.Verb{
		Args:  "[NAME...]",
		Short: "How the province was ranked, year by year",
		Long: `Place and score of a province, year by year, in the index of administrative reform (PAR) and in the index of people's satisfaction (SIPAS), and who published it. NAME is a province's name or a code such as H55. The figures ship in the program; the file of the key place.ranks adds to them, and index check FILE checks it.

With --json, each year of an index is a line; a year without figures has none. rank or score is null where nobody published it.`,
		Example: `  %[1]s index
  %[1]s index bac kan
  %[1]s index --index SIPAS --json`,
		Typed: "“index” and a province's name: its ranks, year by year.",
	},
	FlagIndex: "only one index: PAR or SIPAS",
	BadIndex:  "--index is PAR or SIPAS.",
})
