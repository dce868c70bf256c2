package text

// Screen holds the words of the interface's own pages: titles, targets, field
// labels, footers, waiting and help.
type Screen struct {
	OtherLanguage string // what the language switch shows: the other one's name
	SampleBadge   string

	// Home.
	AskDossier   string
	AskProcedure string
	DossierHint  string
	CatalogueOf  string // %s: how many procedures
	HomeHint     string
	OftenAsked   string

	// Asking for a dossier.
	DossierTitle string
	CodeLabel    string
	CodeExample  string
	GroupAgency  string
	GroupDate    string
	GroupSerial  string
	CodeReady    string
	CodeParts    string

	// A dossier.
	TimeLine   string
	Missing    string
	FeesDue    string
	ProofLabel string
	ProofHelp  string
	ProofShow  string

	// Searching.
	SearchTitle   string
	SearchLabel   string
	SearchExample string
	Found         string // %s hits
	FoundOne      string
	FoundNone     string // %s: the words
	TryPopular    string
	ShowingFirst  string // %s: how many are listed
	Searching     string

	// A procedure.
	HandIn      string
	ShowPapers  string
	OnlyIf      string
	NotesFold   string // %d notes
	Time        string
	Cost        string
	Place       string
	Channels    string
	CaseOf      string // %d of %d
	NoPapers    string
	MoreBelow   string
	FullTitle   string
	PaperForms  string
	OfficialAre string // where the full text stands

	// Waiting and errors.
	DossierSystems string // the systems that keep dossiers, while it is not known which
	Portal         string // the portal of procedures
	WaitingFor     string // %s: the source
	WaitedSince    string // %d seconds
	WaitingSlow    string
	StillWorks     string
	TooSmall       string // %d %d now, %d %d needed

	// Keys in the footer.
	KeyChoose   string
	KeyOpen     string
	KeyLookUp   string
	KeyBack     string
	KeyEnd      string
	KeyStop     string
	KeyHelp     string
	KeyLanguage string
	KeyTheme    string
	KeyQuit     string
	KeyFullText string
	KeyProof    string
	KeyScroll   string
	KeySection  string
	KeyCase     string
	KeyAgain    string
	KeyClear    string
	KeyProc     string

	ThemeNow string // %s: its name

	// Help.
	HelpTitle   string
	HelpDossier []string
	HelpCode    []string
	HelpKeys    [][2]string
	HelpSample  string
	HelpWhat    string
	HelpWhere   string
	HelpPress   string
}

var screenVI = Screen{
	OtherLanguage: "English",
	SampleBadge:   "DỮ LIỆU MẪU",

	AskDossier:   "Hồ sơ của tôi đến đâu rồi?",
	AskProcedure: "Cần mang giấy tờ gì?",
	DossierHint:  "Nhập mã trên giấy hẹn",
	CatalogueOf:  "%s thủ tục",
	HomeHint:     "Có giấy hẹn? Bấm 1 rồi nhập mã hồ sơ in trên giấy.",
	OftenAsked:   "Nhiều người hỏi",

	DossierTitle: "Hồ sơ của tôi",
	CodeLabel:    "Mã hồ sơ, in trên giấy hẹn",
	CodeExample:  "H55.17.05-261120-0007",
	GroupAgency:  "cơ quan",
	GroupDate:    "ngày",
	GroupSerial:  "số",
	CodeReady:    "Đủ rồi. Bấm Enter để tra.",
	CodeParts:    "Ngày có 6 số: 261120 là ngày 20/11/2026. Sau cùng là số trong ngày.",

	TimeLine:   "Các bước",
	Missing:    "Giấy tờ còn thiếu",
	FeesDue:    "Phí, lệ phí",
	ProofLabel: "Mã tra cứu, hoặc 4 số cuối căn cước hay điện thoại đã khai",
	ProofHelp:  "Nhập đúng thì xem được tên, giấy tờ và tiền. Không nhập vẫn xem được ngày hẹn.",
	ProofShow:  "Enter để xem",

	SearchTitle:   "Cần mang giấy tờ gì?",
	SearchLabel:   "Ông/bà muốn làm việc gì?",
	SearchExample: "khai sinh, tạm trú, đổi bằng lái",
	Found:         "%s thủ tục",
	FoundOne:      "1 thủ tục",
	FoundNone:     "Không thấy thủ tục nào có “%s”. Thử ít chữ hơn, hoặc xem những việc nhiều người hỏi:",
	TryPopular:    "Nhiều người hỏi",
	ShowingFirst:  "xem %s thủ tục đầu",
	Searching:     "đang tìm",

	HandIn:      "Nộp",
	ShowPapers:  "Xuất trình",
	OnlyIf:      "Chỉ khi",
	NotesFold:   "%d điều cần biết thêm",
	Time:        "Bao lâu",
	Cost:        "Bao nhiêu tiền",
	Place:       "Ở đâu",
	Channels:    "Cách nộp",
	CaseOf:      "Trường hợp %d trong %d",
	NoPapers:    "Nguồn chưa ghi giấy tờ. Hỏi quầy trước khi đi.",
	MoreBelow:   "còn nữa ↓",
	FullTitle:   "Toàn văn",
	PaperForms:  "Mẫu",
	OfficialAre: "Bản đầy đủ trên cổng:",

	DossierSystems: "hệ thống một cửa",
	Portal:         "Cổng Dịch vụ công",
	WaitingFor:     "Đang hỏi %s",
	WaitedSince:    "đã %d giây",
	WaitingSlow:    "Hệ thống đang chậm. Ông/bà chờ thêm, hoặc bấm Esc để thôi.",
	StillWorks:     "Vẫn xem được thủ tục cần giấy tờ gì.",
	TooSmall:       "Cửa sổ đang có %d cột, %d dòng.\nCần ít nhất %d cột, %d dòng.\nKéo cửa sổ to ra, hoặc thu nhỏ cỡ chữ.",

	KeyChoose:   "chọn",
	KeyOpen:     "mở",
	KeyLookUp:   "tra cứu",
	KeyBack:     "trở về",
	KeyEnd:      "kết thúc",
	KeyStop:     "thôi chờ",
	KeyHelp:     "trợ giúp",
	KeyLanguage: "English",
	KeyTheme:    "đổi màu",
	KeyQuit:     "thoát",
	KeyFullText: "toàn văn",
	KeyProof:    "xem tên, giấy tờ",
	KeyScroll:   "xem tiếp",
	KeySection:  "mục",
	KeyCase:     "trường hợp",
	KeyAgain:    "hỏi lại",
	KeyClear:    "xóa hết",
	KeyProc:     "thủ tục này",

	ThemeNow: "Màu: %s",

	HelpTitle: "Trợ giúp",
	HelpDossier: []string{
		"Hồ sơ đến đâu rồi: bấm 1, nhập mã hồ sơ in trên giấy hẹn, bấm Enter.",
		"Cần mang giấy tờ gì: bấm 2, gõ việc muốn làm, có dấu hay không dấu đều được.",
	},
	HelpCode: []string{
		"Mã hồ sơ có ba phần: cơ quan, ngày nhận, số trong ngày.",
		"Chữ hoa hay thường, có gạch hay không, đều được. Dán cả đường dẫn hay chữ từ mã QR cũng được.",
	},
	HelpKeys: [][2]string{
		{"1 2", "chọn một trong hai việc"},
		{"↑ ↓", "lên, xuống"},
		{"Enter", "mở, tra cứu"},
		{"Esc", "trở về"},
		{"F1 ?", "trợ giúp"},
		{"F2", "đổi tiếng Việt, tiếng Anh"},
		{"F3", "đổi màu"},
		{"F10", "thoát"},
	},
	HelpSample: "Đang dùng dữ liệu mẫu. Các mã để thử:",
	HelpWhat:   "Hai việc làm được ở đây",
	HelpWhere:  "Mã hồ sơ",
	HelpPress:  "Các phím",
}

var screenEN = Screen{
	OtherLanguage: "Tiếng Việt",
	SampleBadge:   "SAMPLE DATA",

	AskDossier:   "Where is my dossier?",
	AskProcedure: "What must I bring?",
	DossierHint:  "Type the code on your receipt",
	CatalogueOf:  "%s procedures",
	HomeHint:     "Have a receipt? Press 1 and type the dossier code printed on it.",
	OftenAsked:   "Often asked",

	DossierTitle: "My dossier",
	CodeLabel:    "Dossier code, printed on your receipt",
	CodeExample:  "H55.17.05-261120-0007",
	GroupAgency:  "agency",
	GroupDate:    "date",
	GroupSerial:  "number",
	CodeReady:    "Complete. Press Enter to look it up.",
	CodeParts:    "The date has 6 digits: 261120 is 20 November 2026. The number of the day comes last.",

	TimeLine:   "Steps",
	Missing:    "Papers still missing",
	FeesDue:    "Fees",
	ProofLabel: "Look-up secret, or the last 4 digits of the identity card or phone number given",
	ProofHelp:  "With it you see name, papers and fees. Without it you still see the date.",
	ProofShow:  "Enter to show",

	SearchTitle:   "What must I bring?",
	SearchLabel:   "What do you want to get done?",
	SearchExample: "khai sinh (birth), tạm trú (residence)",
	Found:         "%s procedures",
	FoundOne:      "1 procedure",
	FoundNone:     "No procedure has “%s”. Try fewer words, or see what people often ask:",
	TryPopular:    "Often asked",
	ShowingFirst:  "showing the first %s",
	Searching:     "searching",

	HandIn:      "Hand in",
	ShowPapers:  "Show",
	OnlyIf:      "Only if",
	NotesFold:   "%d more things to know",
	Time:        "How long",
	Cost:        "How much",
	Place:       "Where",
	Channels:    "How to hand in",
	CaseOf:      "Case %d of %d",
	NoPapers:    "The source lists no papers. Ask the desk before you go.",
	MoreBelow:   "more below ↓",
	FullTitle:   "Full text",
	PaperForms:  "Form",
	OfficialAre: "Official page:",

	DossierSystems: "the one-stop system",
	Portal:         "the service portal",
	WaitingFor:     "Asking %s",
	WaitedSince:    "%d seconds so far",
	WaitingSlow:    "The system is slow. Wait a little, or press Esc to stop.",
	StillWorks:     "You can still look up which papers a procedure needs.",
	TooSmall:       "This window has %d columns and %d rows.\nAt least %d columns and %d rows are needed.\nMake the window larger, or the letters smaller.",

	KeyChoose:   "choose",
	KeyOpen:     "open",
	KeyLookUp:   "look up",
	KeyBack:     "back",
	KeyEnd:      "finish",
	KeyStop:     "stop waiting",
	KeyHelp:     "help",
	KeyLanguage: "Tiếng Việt",
	KeyTheme:    "colours",
	KeyQuit:     "leave",
	KeyFullText: "full text",
	KeyProof:    "see name, papers",
	KeyScroll:   "scroll",
	KeySection:  "section",
	KeyCase:     "case",
	KeyAgain:    "ask again",
	KeyClear:    "clear",
	KeyProc:     "this procedure",

	ThemeNow: "Colours: %s",

	HelpTitle: "Help",
	HelpDossier: []string{
		"Where is my dossier: press 1, type the code printed on your receipt, press Enter.",
		"What must I bring: press 2, type what you want to get done, in Vietnamese, with or without marks.",
	},
	HelpCode: []string{
		"A dossier code has three parts: agency, date received, number of the day.",
		"Upper or lower case, with dashes or without, all are read. A whole link or QR text may be pasted.",
	},
	HelpKeys: [][2]string{
		{"1 2", "choose one of the two questions"},
		{"↑ ↓", "up, down"},
		{"Enter", "open, look up"},
		{"Esc", "back"},
		{"F1 ?", "help"},
		{"F2", "switch Vietnamese, English"},
		{"F3", "change colours"},
		{"F10", "leave"},
	},
	HelpSample: "Sample data is in use. Codes to try:",
	HelpWhat:   "Two things can be done here",
	HelpWhere:  "Dossier code",
	HelpPress:  "Keys",
}
