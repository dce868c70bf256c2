package topic

import "motcua/tui/text/command"

// UnitsWords are the words about offices that take dossiers, and how much is done online.
type UnitsWords struct {
	Topic     string `clip:"topic-units"` // what a person asks
	TopicHint string
	Title     string `clip:"units-title"`
	Label     string // of the field
	Example   string
	Hint      string // below the empty field: %s units
	Found     string // %s units
	FoundOne  string
	First     string // a sentence, %s: how many of them are listed
	None      string // %s: the words
	Key       string `clip:"units-key"` // for the footer of a procedure

	// Which units take a procedure.
	Takes     string // %s units of this province
	TakesNone string // a sentence
	Others    string // %s units elsewhere that are known
	Unknown   string // %s units that no list has
	Abolished string // a sentence; %s: whom to ask
	Gone      string // beside a procedure in a list
	Replaced  string // a sentence; %s: code and name of the successor, %s: whose file says so
	KeyNext   string // to the successor

	// How much is done online: a sentence each.
	// Some is where nobody says whether all of it is.
	Full    string `clip:"unit-online-full"`
	Partial string `clip:"unit-online-partial"`
	Desk    string `clip:"unit-online-none"`
	Some    string
	General string // %s: one of them; it is of the general description
	Head    string // heading of a fact
	File    string // what the code on the screen opens

	// One unit.
	Address, Phone, Hours, Counters, Note string // headings
	OpenUntil                             string // %s: time
	ShutUntil                             string // %s: day and time
	Holiday                               string // %s: day and time
	Shut                                  string
	NoOffice                              string `clip:"unit-no-office"` // a sentence: the operator says nothing of it
	Code                                  string // %s
	Days                                  [7]string
	OnDays                                string // %s: day, %s: hours
	CounterOf                             string // %s: name, %s: what it takes

	// How many procedures are done online.
	SharesTopic                string `clip:"topic-shares"`
	SharesHint                 string
	SharesTitle                string `clip:"shares-title"`
	SharesTyped                string // what is typed for it in the line mode
	SharesOf                   string // %s: whose, %d: year
	Country                    string // whose, where the source means all of them
	SharesPast                 string // heading
	SharesPastNote             string `clip:"shares-past-note"`
	PastProvince, PastDistrict string
	Row                        string // %s: name, %s: percentage, %s: number of procedures
	PastRow                    string // %s: whose, level, percentage
	Names                      [3]string
	PastNames                  [2]string
	OnlineDossiers             string // %s: percentage
	NoShares                   string

	// The command.
	Command       command.Verb
	FlagProcedure string
	FlagShares    string
	SharesAlone   string
}

// Units are these words, Vietnamese first.
var Units = both(UnitsWords{
	Topic:     "Nộp hồ sơ ở đâu?",
	TopicHint: "Địa chỉ, giờ làm việc của các nơi nhận hồ sơ",
	Title:     "Nơi nhận hồ sơ",
	Label:     "Tên xã, phường, sở",
	Example:   "phường đức xuân",
	Hint:      "Có %s nơi. Gõ tên, bỏ dấu cũng được; tên xã, phường cũ cũng được.",
	Found:     "Có %s nơi",
	FoundOne:  "Có 1 nơi",
	First:     "Ở đây là %s nơi đầu; gõ thêm tên để tìm hẹp hơn.",
	None:      "Không thấy nơi nào tên “%s”. Xem lại chữ, hoặc gõ tên xã, phường.",
	Key:       "nơi nhận",

	Takes:     "%s nơi trong tỉnh nhận thủ tục này",
	TakesNone: "Chưa biết nơi nào trong tỉnh nhận thủ tục này",
	Others:    "%s nơi khác cũng nhận",
	Unknown:   "còn %s nơi nữa chưa có trong danh sách ở đây",
	Abolished: "Thủ tục này đã bãi bỏ, không nơi nào nhận nữa. Hỏi %s có thủ tục nào thay không.",
	Replaced:  "Đã bãi bỏ. Thay bằng thủ tục %s (theo %s).",
	KeyNext:   "thủ tục thay",
	Gone:      "đã bãi bỏ",

	Full:    "Làm trọn trực tuyến: không phải đến quầy",
	Partial: "Làm trực tuyến một phần: có bước vẫn phải đến quầy",
	Desk:    "Chưa nộp được trực tuyến: mang hồ sơ đến quầy",
	Some:    "Nộp được trực tuyến",
	General: "%s (theo mô tả chung)",
	Head:    "Trên mạng",
	File:    "Trang nộp hồ sơ",

	Address: "Địa chỉ", Phone: "Điện thoại", Hours: "Giờ làm việc", Counters: "Các quầy", Note: "Ghi chú",
	OpenUntil: "Đang mở cửa, đến %s",
	ShutUntil: "Đang đóng cửa, mở lại %s",
	Holiday:   "Hôm nay nghỉ lễ, mở lại %s",
	Shut:      "Đang đóng cửa",
	NoOffice:  "Máy chưa có địa chỉ và giờ làm việc của nơi này. Hỏi tổng đài 18001096.",
	Code:      "Mã đơn vị: %s",
	Days:      [7]string{"Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"},
	OnDays:    "%s: %s",
	CounterOf: "%s: %s",

	SharesTopic:    "Bao nhiêu thủ tục làm được trực tuyến?",
	SharesHint:     "Toàn bộ, một phần hay phải đến quầy",
	SharesTitle:    "Thủ tục làm được trực tuyến",
	SharesTyped:    "trực tuyến",
	SharesOf:       "Làm được trực tuyến: %s, năm %d",
	Country:        "cả nước",
	SharesPast:     "Trước đây, năm 2018",
	SharesPastNote: "Báo cáo năm 2018 cho mỗi cấp hai số mà không ghi mức nào; cách tính khác bây giờ nên chỉ để tham khảo.",
	PastProvince:   "cấp tỉnh",
	PastDistrict:   "cấp huyện",
	Row:            "%s: %s%% (%s thủ tục)",
	PastRow:        "%s, %s: %s%%",
	Names:          [3]string{"Toàn bộ trực tuyến", "Một phần trực tuyến", "Phải đến quầy"},
	PastNames:      [2]string{"số thứ nhất", "số thứ hai"},
	OnlineDossiers: "%s%% hồ sơ được nộp trực tuyến.",
	NoShares:       "Chưa có số liệu.",

	Command: command.Verb{
		Args:  "[TÊN...]",
		Short: "Nộp hồ sơ ở đâu: các nơi nhận, nơi nào nhận thủ tục nào",
		Long: `Liệt kê các nơi nhận hồ sơ của tỉnh ghi trong cấu hình (place.province), hoặc tìm theo tên, mã, hay tên xã, phường cũ. Với --procedure, chỉ nơi nhận thủ tục ấy, kèm nộp trực tuyến được đến đâu. Địa chỉ, giờ làm việc, quầy có khi người vận hành đã ghi (place.units).

Với --json, mỗi nơi là một dòng. online là full, partial hoặc none; procedure.unknown là số nơi không có trong danh sách nào.`,
		Example: `  %[1]s units
  %[1]s units phường đức xuân
  %[1]s units --procedure 2.000815 --json
  %[1]s units --shares`,
		Typed: "“donvi” hay “đơn vị” và tên nơi nhận, hoặc mã thủ tục: nộp ở đâu. “donvi trực tuyến”: bao nhiêu thủ tục làm được trực tuyến.",
	},
	FlagProcedure: "chỉ nơi nhận thủ tục có mã này, ví dụ 2.000815",
	SharesAlone:   "--shares không đi cùng tên nơi hay --procedure. Hỏi từng thứ một.",
	FlagShares:    "bao nhiêu thủ tục làm được trực tuyến",
}, UnitsWords{
	Topic:     "Where do I hand in an application?",
	TopicHint: "Addresses and hours of the offices that take applications",
	Title:     "Offices that take applications",
	Label:     "Name of a commune or department",
	Example:   "phuong duc xuan",
	Hint:      "There are %s offices. Type a name, with or without accents; old names of communes will do as well.",
	Found:     "%s offices",
	FoundOne:  "1 office",
	First:     "These are the first %s; type a name to see fewer.",
	None:      "No office is called “%s”. Check the spelling, or type the name of a commune.",
	Key:       "where",

	Takes:     "%s offices of the province take this procedure",
	TakesNone: "No office of the province is known to take this procedure",
	Others:    "%s offices elsewhere take it too",
	Unknown:   "%s more are not in the list here",
	Abolished: "This procedure was abolished; no office accepts it any more. Ask %s whether another one replaces it.",
	Gone:      "abolished",
	Replaced:  "Abolished. Replaced by the procedure %s (as %s says).",
	KeyNext:   "what replaces it",

	Full:    "All of it online: no need to come to the desk",
	Partial: "Partly online: some step still needs the desk",
	Desk:    "Not online yet: bring the application to the desk",
	Some:    "It can be handed in online",
	General: "%s (by its general description)",
	Head:    "Online",
	File:    "The page to file at",

	Address: "Address", Phone: "Phone", Hours: "Hours", Counters: "Counters", Note: "Note",
	OpenUntil: "Open now, until %s",
	ShutUntil: "Closed now, opens %s",
	Holiday:   "A holiday today, opens %s",
	Shut:      "Closed now",
	NoOffice:  "The address and hours of this office have not been entered yet. Call 18001096.",
	Code:      "Code of the office: %s",
	Days:      [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	OnDays:    "%s: %s",
	CounterOf: "%s: %s",

	SharesTopic:    "How many procedures can be done online?",
	SharesHint:     "As a whole, in part, or at the desk",
	SharesTitle:    "Procedures that can be done online",
	SharesTyped:    "online",
	SharesOf:       "Can be done online: %s, %d",
	Country:        "the whole country",
	SharesPast:     "In 2018",
	SharesPastNote: "The report of 2018 gives two numbers for each and does not name their levels; it was counted in another way, so they only give an idea.",
	PastProvince:   "province",
	PastDistrict:   "districts",
	Row:            "%s: %s%% (%s procedures)",
	PastRow:        "%s, %s: %s%%",
	Names:          [3]string{"All online", "Partly online", "At the desk"},
	PastNames:      [2]string{"first number", "second number"},
	OnlineDossiers: "%s%% of applications were handed in online.",
	NoShares:       "There are no figures yet.",

	Command: command.Verb{
		Args:  "[NAME...]",
		Short: "Where to hand in: the offices, and which take a procedure",
		Long: `Lists the offices that take applications in the province of the configuration (place.province), or finds one by name, by code, or by the old name of a commune. With --procedure only those that take it, and how much of it is done online there. Address, hours and counters are told where the operator wrote them down (place.units).

With --json each office is a line. online is full, partial or none; procedure.unknown is the number of offices that no list has.`,
		Example: `  %[1]s units
  %[1]s units phuong duc xuan
  %[1]s units --procedure 2.000815 --json
  %[1]s units --shares`,
		Typed: "“units” and the name of an office, or a procedure's code: where to hand in. “units online”: how many procedures can be done online.",
	},
	FlagProcedure: "only offices that take the procedure with this code, such as 2.000815",
	SharesAlone:   "--shares does not go with a name or --procedure. Ask one after the other.",
	FlagShares:    "how many procedures can be done online",
})
