package topic

import "motcua/tui/text/command"

// QualityWords are the words about how good the service of an office is, by Decision 766.
type QualityWords struct {
	Topic     string `clip:"topic-quality"`
	TopicHint string
	Title     string `clip:"quality-title"`
	Key       string // for the footer of an office's page

	Total string
	// Groups are the names of the six, at most 22 columns, by their codes.
	Groups map[string]string
	// Metrics are the names of the rows below them, by their codes.
	Metrics map[string]string
	Joint   string // the country's only figure for two of them

	// Periods.
	Year, Quarter, Month string // %[1]d: year, %[2]d: quarter or month
	Running              string // a sentence; %s: day up to which
	Ended                string // a sentence; %s: last day

	// One figure.
	Points    string // %s: points, %s: most
	Row       string // %s: name, %s: its figures
	Up, Down  string // %s: points
	Growth    string // a sentence; %s: Up or Down with per cent
	Of        string // %s: part, %s: whole
	NoFigure  string
	NoTotal   string `clip:"quality-no-total"` // a sentence
	Gives     string // beside NoFigure; %s: points
	Provinces string // before a figure that is the province's
	Portion   string // how many of a unit's points are its province's; %s: points
	Provisory string // the portal's doubt
	NoReport  string
	Days      string // %s: days
	Average   string // %s: points
	NoSince   string `clip:"quality-no-since"` // a sentence about changes

	// Beside others.
	Head     string // heading of the figures
	Beside   string // heading
	Own      string // this unit
	Province string
	Country  string
	Place    string // a sentence; %[1]s: place, %[2]s: of how many, %[3]s: whose
	Shared   string // a sentence; %s: how many others
	Details  string // heading; %s: group
	Counted  string // heading of petitions and dossiers
	Petition string // %s: petitions, %s: sorted ones
	Dossier  string // %s
	Missing  string // a sentence; %s: groups
	Nothing  string // a sentence
	NoUnit   string // a sentence; %s: the words
	Several  string // a sentence before a list of offices; %[1]s: the words, %[2]s: how many they fit

	// The list of the units below.
	ListTitle string // %s: whose
	ListOf    string // %s: number of units, %s: by what
	ByName    string
	KeyList   string
	KeySort   string
	KeyPeriod string
	NoList    string

	// The strip on a lobby's first page.
	Strip      string // %[1]s: whose, %[2]s: points, %[3]s: period
	StripPlace string // added to it; %s: place, %s: of how many
	StripUntil string // a period that has not ended; %s: period, %s: day up to which

	// The command.
	Command                       command.Verb
	FlagPeriod, FlagBelow, FlagBy string
	BadPeriod                     string // the given value
	BadBy                         string // the given value, the orders
}

// Quality are these words, Vietnamese first.
var Quality = both(QualityWords{
	Topic:     "Nơi này phục vụ tốt không?",
	TopicHint: "Điểm chất lượng phục vụ của tỉnh, xã, sở",
	Title:     "Chất lượng phục vụ",
	Key:       "chất lượng",

	Total: "Tổng điểm",
	Groups: map[string]string{
		"CKMB": "Công khai, minh bạch", "TDGQ": "Giải quyết đúng hạn", "CLGQ": "Nộp trực tuyến",
		"TTTT": "Trả tiền trực tuyến", "MDHL": "Người dân hài lòng", "MDSH": "Số hóa hồ sơ",
	},
	Metrics: map[string]string{
		"PUBLISH_ON_TIME":                    "Thủ tục công bố đúng hạn",
		"PUBLIC_UPDATE_ON_TIME":              "Thủ tục cập nhật, công khai đúng hạn",
		"PUBLIC_CONTENT_FULL":                "Thủ tục công khai đủ nội dung",
		"DOSSIER_SYNC":                       "Hồ sơ đưa lên Cổng Dịch vụ công quốc gia",
		"ORIGINAL_RESULT_AVAILABLE":          "Hồ sơ có kết quả bản điện tử",
		"SO_HOA_GIAY_TO_GIAI_QUYET":          "Hồ sơ được số hóa",
		"REUSED_DIGITIZED_DATA":              "Hồ sơ dùng lại giấy tờ đã số hóa",
		"SYNCED_WITH_DVCQG_PERSONAL_STORAGE": "Hồ sơ số hóa được chia sẻ để dùng lại",
		"CITIZEN_DATA_CONNECTED_DOSSIER":     "Hồ sơ dùng dữ liệu dân cư",
		"CITIZEN_DATA_CONNECTED_FORMALITY":   "Thủ tục nối với dữ liệu dân cư",
		"ELECTRONIC_CERTIFIED_COPY":          "Chứng thực bản sao điện tử",
		"PETITION_CLASSIFICATION_TTHC":       "Phản ánh về thủ tục, quy định",
		"PETITION_CLASSIFICATION_STAFF":      "Phản ánh về cán bộ",
		"DOSSIER_RECEIVING_SATISFACTION":     "Hài lòng khi làm thủ tục",
		"PETITION_PROCESSING_ON_TIME":        "Phản ánh được xử lý đúng hạn",
		"PETITION_HANDLING_SATISFACTION":     "Hài lòng khi được trả lời phản ánh",
		"ON_TIME":                            "Hồ sơ giải quyết đúng hạn",
		"HANDED_ONLINE":                      "Hồ sơ nộp trực tuyến",
		"PAID_DOSSIERS":                      "Hồ sơ trả tiền trực tuyến",
		"PAID_PROCEDURES":                    "Thủ tục có người trả tiền trực tuyến",
	},
	Joint: "Nộp và trả trực tuyến",

	Year: "Năm %[1]d", Quarter: "Quý %[2]d năm %[1]d", Month: "Tháng %[2]d năm %[1]d",
	Running: "Kỳ này chưa hết, số còn thay đổi: đây là số đến %s.",
	Ended:   "Kỳ này đã hết ngày %s.",

	Points:    "%s trên %s điểm",
	Row:       "%s: %s",
	Up:        "tăng %s",
	Down:      "giảm %s",
	Growth:    "Điểm của cả nước %s%%.",
	Of:        "%s trên %s",
	NoFigure:  "chưa có số liệu",
	NoTotal:   "Cổng không cho tổng điểm của từng xã, phường, sở, nên ở đây không cộng.",
	Gives:     "được Cổng cho %s",
	Provinces: "số chung của cả tỉnh",
	Portion:   "%s điểm là số chung của cả tỉnh",
	Provisory: "số tạm của Cổng",
	NoReport:  "chưa có báo cáo ở Cổng",
	Days:      "Mỗi hồ sơ mất trung bình %s",
	Average:   "Trung bình các nơi trong tỉnh: %s điểm",
	NoSince:   "Điểm, tỷ lệ, tăng giảm là của Cổng; Cổng không nói tăng giảm so với khi nào.",

	Head:     "Điểm của Cổng Dịch vụ công quốc gia",
	Beside:   "So với nơi khác",
	Own:      "nơi này",
	Province: "cả tỉnh",
	Country:  "cả nước",
	Place:    "%[3]s đứng thứ %[1]s trong %[2]s tỉnh, thành phố.",
	Shared:   "Cùng điểm, cùng hạng với %s nơi nữa.",
	Details:  "Tính từ đâu: %s",
	Counted:  "Trong kỳ này",
	Petition: "Phản ánh, kiến nghị: %s, đã phân loại %s",
	Dossier:  "Hồ sơ: %s",
	Missing:  "Chưa hỏi được Cổng về: %s. Thử lại sau.",
	Nothing:  "Chưa có số liệu của kỳ này. Chọn kỳ khác.",
	Several:  "“%[1]s” hợp với %[2]s nơi. Ghi rõ tên một nơi, hoặc mã của nơi ấy.",
	NoUnit:   "Không thấy nơi nào tên “%s”. Gõ tên xã, phường, sở, tỉnh, hoặc mã như H55.",

	ListTitle: "Các nơi thuộc %s",
	ListOf:    "%s nơi, xếp theo %s.",
	ByName:    "tên",
	KeyList:   "các nơi",
	KeySort:   "xếp theo",
	KeyPeriod: "kỳ khác",
	NoList:    "Cổng không kể nơi nào bên dưới.",

	Strip:      "Chất lượng phục vụ: %[1]s được %[2]s (%[3]s)",
	StripPlace: "thứ %s trong %s tỉnh, thành phố",
	StripUntil: "%s, đến %s",

	Command: command.Verb{
		Args:  "[NƠI...]",
		Short: "Nơi này phục vụ tốt không: điểm chất lượng phục vụ",
		Long: `Cho biết điểm chất lượng phục vụ của một tỉnh, xã, phường hay sở theo Cổng Dịch vụ công quốc gia (Quyết định 766): tổng 100 điểm, sáu phần, so với cả tỉnh và cả nước. Không ghi nơi nào thì là tỉnh trong cấu hình (place.province); VN là cả nước. Kỳ là một năm, một quý hay một tháng; không ghi thì là năm nay.

Điểm, tỷ lệ, tăng giảm là của Cổng, ở đây không tính lại. Chỗ nào Cổng không đếm được gì thì ghi là chưa có số liệu.

Với --json, mỗi nơi là một dòng; below là các nơi bên dưới, requests là những gì đã hỏi Cổng. has_figure là false khi Cổng cho điểm mà không đếm gì; of_province là true khi đó là số của cả tỉnh. Tên hợp với nhiều nơi thì liệt kê các nơi ấy, với --json trong một dòng, và mã thoát là 2.`,
		Example: `  %[1]s quality
  %[1]s quality phường đức xuân --period 2026-08
  %[1]s quality H55 --below --by TDGQ
  %[1]s quality VN --period 2026-Q3 --json`,
		Typed: "“chatluong”: điểm chất lượng phục vụ của tỉnh; thêm tên nơi để xem nơi đó.",
	},
	FlagPeriod: "kỳ: 2026, 2026-Q3 hoặc 2026-08",
	FlagBelow:  "liệt kê các nơi bên dưới",
	FlagBy:     "xếp các nơi bên dưới theo: %s",
	BadPeriod:  "--period “%s”: cần một năm, quý hay tháng như 2026, 2026-Q3, 2026-08.",
	BadBy:      "--by “%s”: cần một trong %s.",
}, QualityWords{
	Topic:     "How good is the service here?",
	TopicHint: "Scores of provinces, communes and departments",
	Title:     "Quality of service",
	Key:       "quality",

	Total: "Total",
	Groups: map[string]string{
		"CKMB": "Openness", "TDGQ": "Done on time", "CLGQ": "Handing in online",
		"TTTT": "Paying online", "MDHL": "People's satisfaction", "MDSH": "Digital applications",
	},
	Metrics: map[string]string{
		"PUBLISH_ON_TIME":                    "Procedures published on time",
		"PUBLIC_UPDATE_ON_TIME":              "Procedures updated on time",
		"PUBLIC_CONTENT_FULL":                "Procedures shown in full",
		"DOSSIER_SYNC":                       "Applications passed on to the national portal",
		"ORIGINAL_RESULT_AVAILABLE":          "Applications with a digital result",
		"SO_HOA_GIAY_TO_GIAI_QUYET":          "Applications made digital",
		"REUSED_DIGITIZED_DATA":              "Applications that use papers made digital before",
		"SYNCED_WITH_DVCQG_PERSONAL_STORAGE": "Digital applications shared for later use",
		"CITIZEN_DATA_CONNECTED_DOSSIER":     "Applications that use the register of residents",
		"CITIZEN_DATA_CONNECTED_FORMALITY":   "Procedures joined to the register of residents",
		"ELECTRONIC_CERTIFIED_COPY":          "Certified digital copies",
		"PETITION_CLASSIFICATION_TTHC":       "Complaints about procedures and rules",
		"PETITION_CLASSIFICATION_STAFF":      "Complaints about staff",
		"DOSSIER_RECEIVING_SATISFACTION":     "Satisfied with how the application was handled",
		"PETITION_PROCESSING_ON_TIME":        "Complaints handled on time",
		"PETITION_HANDLING_SATISFACTION":     "Satisfied with the answer to a complaint",
		"ON_TIME":                            "Applications done on time",
		"HANDED_ONLINE":                      "Applications handed in online",
		"PAID_DOSSIERS":                      "Applications paid online",
		"PAID_PROCEDURES":                    "Procedures that somebody paid online",
	},
	Joint: "Handing in, paying online",

	Year: "Year %[1]d", Quarter: "Quarter %[2]d of %[1]d", Month: "Month %[2]d of %[1]d",
	Running: "This period has not ended and its figures still change: they are those of %s.",
	Ended:   "This period ended on %s.",

	Points:    "%s of %s points",
	Row:       "%s: %s",
	Up:        "up %s",
	Down:      "down %s",
	Growth:    "The country's total is %s%%.",
	Of:        "%s of %s",
	NoFigure:  "no figures yet",
	NoTotal:   "The portal gives no total for a single commune or department, so none is added up here.",
	Gives:     "the portal gives %s",
	Provinces: "a number of the whole province",
	Portion:   "%s points are a number of the whole province",
	Provisory: "a provisional number of the portal",
	NoReport:  "the portal has no report yet",
	Days:      "An application takes %s on average",
	Average:   "Average of the province's offices: %s points",
	NoSince:   "Points, shares and changes are the portal's; it does not say since when they changed.",

	Head:     "Points of the National Public Service Portal",
	Beside:   "Beside others",
	Own:      "here",
	Province: "province",
	Country:  "whole country",
	Place:    "%[3]s is number %[1]s of %[2]s provinces and cities.",
	Shared:   "It has the same points and place as %s more.",
	Details:  "Counted of: %s",
	Counted:  "In this period",
	Petition: "Complaints and proposals: %s, of which %s sorted",
	Dossier:  "Applications: %s",
	Missing:  "The portal could not be asked about: %s. Try again later.",
	Nothing:  "There are no figures of this period yet. Choose another period.",
	Several:  "“%[1]s” fits %[2]s offices. Give the name of one, or its code.",
	NoUnit:   "No office is called “%s”. Type the name of a commune, department or province, or a code such as H55.",

	ListTitle: "Offices of %s",
	ListOf:    "%s offices, by %s.",
	ByName:    "name",
	KeyList:   "offices",
	KeySort:   "order",
	KeyPeriod: "period",
	NoList:    "The portal names no offices below it.",

	Strip:      "Quality of service: %[1]s has %[2]s (%[3]s)",
	StripPlace: "number %s of %s provinces and cities",
	StripUntil: "%s, up to %s",

	Command: command.Verb{
		Args:  "[OFFICE...]",
		Short: "How good the service is: the scores of an office",
		Long: `Tells the score of a province, commune or department for the quality of its service, by the National Public Service Portal (Decision 766): a total of 100 points in six groups, beside those of the province and the country. Without an office it is the province of the configuration (place.province); VN is the country. The period is a year, a quarter or a month, this year unless you give one.

Points, shares and changes are the portal's and are not counted anew. Where the portal had nothing to count, that is said.

With --json each office is a line; below are the offices below it, requests what the portal was asked. has_figure is false where the portal gives points and counted nothing; of_province is true for a number of the whole province. A name that fits several offices lists them, with --json in one line, and the exit code is 2.`,
		Example: `  %[1]s quality
  %[1]s quality phuong duc xuan --period 2026-08
  %[1]s quality H55 --below --by TDGQ
  %[1]s quality VN --period 2026-Q3 --json`,
		Typed: "“quality”: how good the province's service is; add the name of an office to see that one.",
	},
	FlagPeriod: "period: 2026, 2026-Q3 or 2026-08",
	FlagBelow:  "list the offices below it",
	FlagBy:     "order of the offices below it: %s",
	BadPeriod:  "--period “%s”: a year, quarter or month such as 2026, 2026-Q3, 2026-08 is needed.",
	BadBy:      "--by “%s”: one of %s is needed.",
})
