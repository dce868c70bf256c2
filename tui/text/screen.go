package text

// Screen contains the words of the interface's own pages: titles, targets, field labels,
// footers, waiting messages and help.
type Screen struct {
	OtherLanguage string // text of the language switch: the name of the other language
	SampleBadge   string

	// Home.
	AskDossier     string `clip:"ask-dossier"`
	AskProcedure   string `clip:"ask-procedure"`
	ShortDossier   string // the same on a narrow screen
	ShortProcedure string
	ShortHint      string
	DossierHint    string
	CatalogueOf    string // %s: how many procedures
	HomeHint       string
	OftenAsked     string

	// The page that asks for a dossier code.
	DossierTitle string
	CodeLabel    string
	CodeExample  string
	GroupAgency  string
	GroupDate    string
	GroupSerial  string
	CodeReady    string `clip:"code-ready"` // spoken when the code is complete
	CodeWhole    string // below the field from the start
	CodeParts    string

	// A dossier.
	Missing    string
	FeesDue    string
	ProofLabel string `clip:"proof-label"`
	ProofHelp  string `clip:"proof-help"`
	ProofShow  string

	// Messages about scanned input.
	ScanUnknown string
	ScanTooLong string
	ScanCard    string // an identity card while no dossier asks for one

	// Searching.
	SearchTitle   string
	SearchLabel   string
	SearchExample string
	Found         string // %s hits
	FoundOne      string
	Nearest       string   // heading of hits that are near to what was asked for
	NearSoFar     string   // %s: the words; nothing in the catalogue on this machine is exactly that
	Wish          string   // %d, %s: heading of the hits for one of two things that were asked for
	AskingToo     string   // after the source of the catalogue: the portal is asked as well
	AskedToo      string   // the same when it gave no answer
	Levels        []string // all levels, then each of client.Level
	IsDossier     string   // %s: a dossier code typed into the search
	ShowingFirst  string   // %s: how many are listed

	// A procedure.
	NotesFold string // %d notes
	NotesOne  string
	CaseOf    string // %d of %d
	NoPapers  string
	MoreBelow string
	FullTitle string

	// Waiting and errors.
	DossierSystems string // used while it is not known which system is asked
	Portal         string // the portal of procedures
	SamplePortal   string
	WaitingFor     string // %s: the source
	WaitedSince    string // %d seconds
	WaitingSlow    string
	TooSmall       string // %d %d now, %d %d needed

	// The status page.
	StateTitle    string
	StatePortals  string
	StateAnswered string // %s: when
	StateDown     string // %s: since when
	StateWhy      string // %s: StateDown, why in a few words
	StateNotAsked string
	StateTraffic  string // %s received, %s sent, %s requests
	StateSession  string
	StateBytes    string // %s to the person, %s from them
	StateAsked    string
	StateCopy     string

	// Keys in the footer.
	KeyState    string
	KeyChoose   string
	KeyOpen     string
	KeyLookUp   string
	KeyBack     string
	KeyStop     string
	KeyHelp     string
	KeyMore     string // the same where not all keys of a page fit
	KeyTheme    string
	KeyQuit     string
	KeyFullText string
	KeyProof    string
	KeyScroll   string
	KeySection  string
	KeyCase     string
	KeyAgain    string
	KeyMend     string // back to the field, with what was typed
	KeySearch   string // to procedures, while dossiers cannot be looked up
	// KeySearchAgain leads back to the search, with what was typed.
	KeySearchAgain string
	KeyProc        string

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
	HelpHere    string // heading: the keys of the page from which help was opened
	HelpPadded  string // when the client pads its keystrokes
	HelpPadding string // the purpose, and that the lines below turn it off
}

var screenVI = Screen{
	OtherLanguage: "English",
	SampleBadge:   "DỮ LIỆU MẪU",

	AskDossier:     "Hồ sơ của tôi đến đâu rồi?",
	AskProcedure:   "Cần mang giấy tờ gì?",
	ShortDossier:   "Hồ sơ đến đâu?",
	ShortProcedure: "Cần giấy tờ gì?",
	ShortHint:      "Có giấy hẹn? Bấm 1, nhập mã trên giấy.",
	DossierHint:    "Nhập mã trên giấy hẹn",
	CatalogueOf:    "%s thủ tục",
	HomeHint:       "Có giấy hẹn? Bấm 1 rồi nhập mã hồ sơ in trên giấy.",
	OftenAsked:     "Nhiều người hỏi",

	DossierTitle: "Hồ sơ của tôi",
	CodeLabel:    "Mã hồ sơ, in trên giấy hẹn",
	CodeExample:  "ví dụ",
	GroupAgency:  "cơ quan",
	GroupDate:    "ngày",
	GroupSerial:  "số",
	CodeReady:    "Đủ rồi. Bấm Enter để tra.",
	CodeWhole:    "Đủ mã thì bấm Enter để tra.",
	CodeParts:    "261120 là ngày 20/11/2026",

	Missing:    "Giấy tờ còn thiếu",
	FeesDue:    "Phí, lệ phí",
	ProofLabel: "4 số cuối căn cước hay điện thoại đã khai, hoặc mã tra cứu nếu có",
	ProofHelp:  "Nhập đúng thì xem được tên, giấy tờ và tiền. Không nhập vẫn xem được ngày hẹn.",
	ProofShow:  "xem",

	ScanUnknown: "Mã vừa quét không phải mã hồ sơ hay mã thủ tục, hoặc chưa quét hết.",
	ScanTooLong: "Mã vừa quét dài quá 4.000 ký tự nên không phải mã hồ sơ.",
	ScanCard:    "Căn cước chỉ dùng để xem tên, giấy tờ của một hồ sơ. Mở hồ sơ rồi quét lại.",

	SearchTitle:   "Cần mang giấy tờ gì?",
	SearchLabel:   "Ông/bà muốn làm việc gì?",
	SearchExample: "Ví dụ: khai sinh, tạm trú, đổi bằng lái",
	Found:         "%s thủ tục",
	FoundOne:      "1 thủ tục",
	Nearest:       "Thủ tục gần nhất:",
	NearSoFar:     "Danh mục trong máy không có đúng “%s”.",
	Wish:          "Việc %d: %s",
	AskingToo:     "Đang hỏi thêm cổng.",
	AskedToo:      "Cổng không trả lời.",
	Levels:        []string{"mọi cấp", "cấp xã", "cấp tỉnh", "cấp bộ"},
	IsDossier:     "%s là mã hồ sơ. Enter để tra hồ sơ này.",
	ShowingFirst:  "xem %s thủ tục đầu",

	NotesFold: "%d điều cần biết thêm",
	NotesOne:  "1 điều cần biết thêm",
	CaseOf:    "Trường hợp %d trong %d",
	NoPapers:  "Cổng chưa ghi cần giấy tờ gì. Hỏi quầy trước khi đi.",
	MoreBelow: "còn nữa ↓",
	FullTitle: "Toàn văn",

	DossierSystems: "hệ thống một cửa",
	Portal:         "Cổng Dịch vụ công",
	SamplePortal:   "Cổng mẫu",
	WaitingFor:     "Đang hỏi %s",
	WaitedSince:    "đã %d giây",
	WaitingSlow:    "Hệ thống đang chậm. Ông/bà chờ thêm, hoặc bấm Esc để thôi chờ.",
	TooSmall:       "Cửa sổ đang có %d cột, %d dòng.\nCần ít nhất %d cột, %d dòng.\nKéo cửa sổ to ra, hoặc thu nhỏ chữ.",

	StateTitle:   "Kết nối",
	StatePortals: "Từng cổng", StateAnswered: "trả lời lúc %s", StateDown: "không trả lời từ %s", StateWhy: "%s (%s)", StateNotAsked: "chưa hỏi",
	StateTraffic: "Đã nhận %s, gửi %s trong %s lần hỏi", StateSession: "Phiên này", StateBytes: "màn hình %s, phím %s", StateAsked: "Máy này đã hỏi các cổng", StateCopy: "Danh mục",

	KeyState:    "kết nối",
	KeyChoose:   "chọn",
	KeyOpen:     "mở",
	KeyLookUp:   "tra cứu",
	KeyBack:     "trở về",
	KeyStop:     "thôi chờ",
	KeyHelp:     "trợ giúp",
	KeyMore:     "phím khác",
	KeyTheme:    "đổi màu",
	KeyQuit:     "thoát",
	KeyFullText: "toàn văn",
	KeyProof:    "xem tên, giấy tờ",
	KeyScroll:   "xem tiếp",
	KeySection:  "mục",
	KeyCase:     "trường hợp",
	KeyAgain:    "hỏi lại",
	KeyMend:     "sửa mã",
	KeySearch:   "tra thủ tục",

	KeySearchAgain: "tìm lại",
	KeyProc:        "thủ tục",

	ThemeNow: "Màu: %s",

	HelpTitle: "Trợ giúp",
	HelpDossier: []string{
		"Hồ sơ đến đâu rồi: bấm 1, nhập mã hồ sơ in trên giấy hẹn, bấm Enter.",
		"Cần mang giấy tờ gì: bấm 2, gõ việc muốn làm, có dấu hay không dấu đều được.",
	},
	HelpCode: []string{
		"Mã hồ sơ có ba phần: cơ quan, ngày nhận, số trong ngày.",
		"Chữ hoa hay chữ thường, có dấu chấm, dấu gạch hay không, đều được. Dán cả đường dẫn hay chữ từ mã QR cũng được.",
	},
	HelpKeys: [][2]string{
		{"1 2", "chọn một trong hai việc"},
		{"↑ ↓", "lên, xuống"},
		{"Enter", "mở, tra cứu"},
		{"Esc", "trở về"},
		{"Q", "trở về; ở trang đầu thì thoát"},
		{"F1 ?", "trợ giúp"},
		{"F2", "đổi tiếng Việt, tiếng Anh"},
		{"F3", "đổi màu"},
		{"F4", "tìm theo cấp xã, tỉnh, bộ"},
		{"F5", "cổng nào trả lời, tốn bao nhiêu dữ liệu"},
		{"F8", "kiểu gõ tiếng Việt ở ô tìm: Telex, VNI, tắt"},
		{"F10", "thoát (Ctrl-C cũng được)"},
	},
	HelpSample:  "Đang dùng dữ liệu mẫu. Các mã để thử:",
	HelpWhat:    "Hai việc làm được ở đây",
	HelpWhere:   "Mã hồ sơ",
	HelpPress:   "Các phím",
	HelpHere:    "Các phím ở trang vừa xem",
	HelpPadded:  "Máy của ông/bà gửi thêm gói tin khi gõ",
	HelpPadding: "Chương trình ssh từ bản 9.5 giấu nhịp gõ bằng gói tin thừa, tốn gấp nhiều lần. Đường truyền chậm thì tắt đi:",
}

var screenEN = Screen{
	OtherLanguage: "Tiếng Việt",
	SampleBadge:   "SAMPLE DATA",

	AskDossier:     "Where is my application?",
	AskProcedure:   "What do I need to bring?",
	ShortDossier:   "My application?",
	ShortProcedure: "Which papers?",
	ShortHint:      "Have a receipt? Press 1, type its code.",
	DossierHint:    "Type the code on your receipt",
	CatalogueOf:    "%s procedures",
	HomeHint:       "Have a receipt? Press 1 and type the application code printed on it.",
	OftenAsked:     "Often asked",

	DossierTitle: "My application",
	CodeLabel:    "Application code, printed on your receipt",
	CodeExample:  "an example",
	GroupAgency:  "agency",
	GroupDate:    "date",
	GroupSerial:  "number",
	CodeReady:    "Complete. Press Enter to look it up.",
	CodeWhole:    "When the code is whole, press Enter.",
	CodeParts:    "261120 is 20 November 2026",

	Missing:    "Papers still missing",
	FeesDue:    "Fees",
	ProofLabel: "The last 4 digits of the identity card or phone number given, or the look-up code",
	ProofHelp:  "With it you see name, papers and fees. Without it you still see the date.",
	ProofShow:  "show",

	ScanUnknown: "What was scanned is not the code of an application or a procedure, or not all of it.",
	ScanTooLong: "What was scanned has over 4,000 characters, so it is not an application code.",
	ScanCard:    "An identity card only serves to see the name and papers of an application. Open the application, then scan again.",

	SearchTitle:   "What do I need to bring?",
	SearchLabel:   "What do you want to get done?",
	SearchExample: "Example: birth certificate, temporary residence",
	Found:         "%s procedures",
	FoundOne:      "1 procedure",
	Nearest:       "Closest matches:",
	NearSoFar:     "Nothing in the catalogue here matches “%s” exactly.",
	Wish:          "Request %d: %s",
	AskingToo:     "Asking the portal as well.",
	AskedToo:      "The portal does not answer.",
	Levels:        []string{"all levels", "commune", "province", "ministry"},
	IsDossier:     "%s is an application code. Enter looks it up.",
	ShowingFirst:  "showing the first %s",

	NotesFold: "%d more things to know",
	NotesOne:  "1 more thing to know",
	CaseOf:    "Case %d of %d",
	NoPapers:  "The portal lists no papers. Ask the desk before you go.",
	MoreBelow: "more below ↓",
	FullTitle: "Full text",

	DossierSystems: "the one-stop system",
	Portal:         "the service portal",
	SamplePortal:   "the sample portal",
	WaitingFor:     "Asking %s",
	WaitedSince:    "%d seconds so far",
	WaitingSlow:    "The system is slow. Wait a little, or press Esc to stop.",
	TooSmall:       "This window has %d columns and %d rows.\nAt least %d columns and %d rows are needed.\nMake the window larger, or the letters smaller.",

	StateTitle:   "Connection",
	StatePortals: "Each portal", StateAnswered: "answered at %s", StateDown: "has not answered since %s", StateWhy: "%s (%s)", StateNotAsked: "not asked yet",
	StateTraffic: "%s received, %s sent in %s requests", StateSession: "This session", StateBytes: "screen %s, keys %s", StateAsked: "What this machine asked the portals", StateCopy: "Catalogue",

	KeyState:    "connection",
	KeyChoose:   "choose",
	KeyOpen:     "open",
	KeyLookUp:   "look up",
	KeyBack:     "back",
	KeyStop:     "stop waiting",
	KeyHelp:     "help",
	KeyMore:     "more keys",
	KeyTheme:    "colours",
	KeyQuit:     "leave",
	KeyFullText: "full text",
	KeyProof:    "see name, papers",
	KeyScroll:   "scroll",
	KeySection:  "section",
	KeyCase:     "case",
	KeyAgain:    "ask again",
	KeyMend:     "correct the code",
	KeySearch:   "look up procedures",

	KeySearchAgain: "search again",
	KeyProc:        "procedure",

	ThemeNow: "Colours: %s",

	HelpTitle: "Help",
	HelpDossier: []string{
		"Where is my application: press 1, type the code printed on your receipt, press Enter.",
		"What do I need to bring: press 2, type what you want to get done, in English or Vietnamese.",
	},
	HelpCode: []string{
		"An application code has three parts: agency, date received, number of the day.",
		"Upper or lower case, with or without dots and hyphens. A whole link or QR text may be pasted.",
	},
	HelpKeys: [][2]string{
		{"1 2", "choose one of the two questions"},
		{"↑ ↓", "up, down"},
		{"Enter", "open, look up"},
		{"Esc", "back"},
		{"Q", "back; on the first page leave"},
		{"F1 ?", "help"},
		{"F2", "switch Vietnamese, English"},
		{"F3", "change colours"},
		{"F4", "search by commune, province, ministry"},
		{"F5", "which portal answers, how much data is used"},
		{"F8", "typing Vietnamese in the search: Telex, VNI, off"},
		{"F10", "leave (Ctrl-C too)"},
	},
	HelpSample:  "Sample data is in use. Codes to try:",
	HelpWhat:    "Two things can be done here",
	HelpWhere:   "Application code",
	HelpPress:   "Keys",
	HelpHere:    "Keys of the page you came from",
	HelpPadded:  "Your computer sends extra packets while you type",
	HelpPadding: "Since version 9.5 the ssh program hides the rhythm of typing behind extra packets, which cost many times the data. On a slow line turn that off:",
}
