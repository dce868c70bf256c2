package command

// Line contains the words of the commands: help, questions and messages that no screen has.
type Line struct {
	RootShort, RootLong string
	Track, Search, Show Verb

	FlagJSON, FlagLang, FlagHelp                          string
	FlagProof, FlagWatch                                  string
	FlagLimit, FlagField, FlagAgency, FlagLevel, FlagFull string

	// Names of values in help: of these flags, of numbers and of all others.
	Values             []FlagValue
	ValueNumber, Value string

	HelpUsage, HelpAliases, HelpExamples, HelpCommands, HelpFlags, HelpGlobalFlags string
	HelpMore                                                                       string // command path

	NeedCode      string
	NeedWords     string
	NeedProcedure string
	// NeedProcedureHow also says how to find a code: the program's name.
	NeedProcedureHow string
	OneStdin         string
	WatchStdin       string
	BadLang          string // the given value
	BadLimit         string // the given value
	BadLevel         string // the given value
	BadProof         string
	ProofMany        string
	ProofAsk         string // before input that is not echoed
	ProofNoAsk       string // nobody can be asked here
	UnknownFlag      string // flag
	MeantFlag        string // flag: what was probably meant
	FlagNeedsValue   string // flag
	FlagBadValue     string // flag, value
	UnknownVerb      string // verb
	SeeHelp          string // command path

	InputLine    string // line number, sentence
	InputTooLong string // bytes allowed
	InputTooMany string // codes allowed
	InputBroken  string
	InputEmpty   string
	InputNoCode  string // follows the number of a line
	InputOffice  string

	HitsAll  string // number of all hits
	HitOne   string
	HitsSome string // shown, all

	HelpUse, HelpShort string
	IsDossier          string // code, command path

	WatchStart   string
	WatchChanged string // clock, what changed
	WatchLost    string // clock, sentence
	WatchBack    string // clock
	WatchEnded   string // clock
	WatchDone    string
	FullHow      string
	FullTyped    string // the same in the line mode
}

// FlagValue is the name of the value that some flags take.
type FlagValue struct {
	Name  string
	Flags []string
}

// LineVI are these words in Vietnamese.
var LineVI = Line{
	RootShort: "Hồ sơ đến đâu rồi, cần mang giấy tờ gì",
	RootLong:  "Tra hồ sơ và thủ tục hành chính trên các cổng dịch vụ công. Chỉ đọc, không gửi gì đi.",

	Track: Verb{
		Args:  "MÃ...",
		Short: "Hồ sơ đến đâu rồi",
		Long: `Tra hồ sơ theo mã in trên giấy hẹn. Một mã thì trả lời cả trang, nhiều mã thì mỗi hồ sơ một dòng. Dấu - là đọc mã từ đầu vào, mỗi dòng một hay nhiều mã. Dán cả đường dẫn hay chữ quét được cũng được, máy tự tìm mã.

Chỉ có mã thì thấy trạng thái, ngày hẹn, cơ quan, việc cần làm. Muốn thấy tên, giấy tờ, số tiền thì thêm --proof với 4 số cuối căn cước hay điện thoại đã khai (hoặc mã tra cứu trên giấy hẹn, nếu có). --proof - thì máy hỏi và không hiện chữ đang gõ, cũng không để lại trong lịch sử lệnh.

Với --json, mỗi mã đưa vào là một dòng. Không thấy thì found là false. Không trả lời được thì found là null, cuối dòng có thêm error: kind là code, procedure_code, input, unavailable, offline, limited, hand_over, unjudged hoặc failed, sentence là câu nói cho người đọc.

Mã kết thúc: 0 có câu trả lời, 1 có lỗi, 2 dùng sai, 3 không thấy, 4 không hỏi được hệ thống. Nhiều hồ sơ thì lấy kết quả xấu nhất.`,
		Example: `  %[1]s track H55.17.05-261120-0007
  %[1]s track H55.17.05-261120-0007 --proof 4321
  %[1]s track H55.17.05-261120-0007 --proof -
  %[1]s track - --json < danh-sach.txt
  %[1]s track H55.17.05-261120-0007 --watch`,
	},
	Search: Verb{
		Args:  "CHỮ...",
		Short: "Tìm thủ tục",
		Long: `Tìm thủ tục theo tên việc cần làm, có dấu hay không dấu, hoặc theo mã. Câu hỏi có tên xã, phường, huyện, tỉnh cũ thì cho biết luôn nơi ấy nay là đâu.

Với --json, nơi ấy ở place của mỗi dòng: tên như đã gõ, và từng nơi như lệnh place viết ra; không nhắc đến nơi nào thì là null.`,
		Example: `  %[1]s search khai sinh
  %[1]s search dang ky tam tru --limit 5
  %[1]s search đất đai --agency H55 --json`,
	},
	Show: Verb{
		Args:  "MÃ",
		Short: "Cần mang giấy tờ gì",
		Long:  `Xem một thủ tục: giấy tờ phải nộp, thời hạn, tiền, nơi nộp. Thêm --full để xem toàn văn của cổng.`,
		Example: `  %[1]s show 1.001193
  %[1]s show 1.001193 --full
  %[1]s show 1.001193 --json`,
	},

	FlagJSON:   "mỗi câu trả lời là một dòng JSON",
	FlagLang:   "ngôn ngữ: vi hoặc en",
	FlagHelp:   "xem cách dùng",
	FlagProof:  "4 số cuối căn cước hay điện thoại, hoặc mã tra cứu; - là hỏi kín",
	FlagWatch:  "hỏi lại đều đặn, có thay đổi thì báo; Ctrl-C để dừng",
	FlagLimit:  "nhiều nhất bao nhiêu thủ tục",
	FlagField:  "chỉ lĩnh vực này, ví dụ \"Hộ tịch\"",
	FlagAgency: "chỉ cơ quan này, ví dụ H55 hoặc G01",
	FlagLevel:  "chỉ cấp này: xa, tinh, bo hoặc khac",
	FlagFull:   "toàn văn của cổng",

	Values: []FlagValue{
		{"CẤP", []string{"level"}}, {"vi|en", []string{"lang"}}, {"TÊN", []string{"theme", "field", "index", "fault"}},
		{"MÃ", []string{"agency", "near", "procedure"}}, {"TỆP", []string{"file", "out", "config", "catalog", "roots"}},
		{"THƯ MỤC", []string{"details", "to"}}, {"KỲ", []string{"period", "date"}}, {"ĐỊA CHỈ", []string{"listen", "metrics", "host"}},
		{"CỘT", []string{"columns", "sort"}}, {"DẠNG", []string{"output", "format"}},
	},
	ValueNumber: "SỐ", Value: "CHỮ",

	HelpUsage: "Cách dùng", HelpAliases: "Tên khác", HelpExamples: "Ví dụ", HelpCommands: "Lệnh",
	HelpFlags: "Tùy chọn", HelpGlobalFlags: "Tùy chọn chung",
	HelpMore: "Xem cách dùng một lệnh: %s LỆNH --help",

	NeedCode:         "Thiếu mã hồ sơ.",
	NeedWords:        "Thiếu chữ để tìm.",
	NeedProcedure:    "Cần đúng một mã thủ tục, ví dụ 1.001193.",
	NeedProcedureHow: "Cần đúng một mã thủ tục, ví dụ 1.001193. Chưa biết mã thì tìm bằng lệnh: %s search khai sinh",
	OneStdin:         "Dấu - chỉ dùng một lần.",
	WatchStdin:       "--watch cần mã ghi ngay trên dòng lệnh, không đọc từ đầu vào.",
	BadLang:          "Chưa có ngôn ngữ “%s”, chọn vi hoặc en.",
	BadLimit:         "--limit cần số từ 1 đến 1000, không phải %s.",
	BadLevel:         "--level cần xa, tinh, bo hoặc khac, không phải “%s”.",
	BadProof:         "--proof cần từ 4 đến 12 chữ hoặc số.",

	ProofAsk:       "4 số cuối căn cước hay điện thoại, hoặc mã tra cứu: ",
	ProofNoAsk:     "--proof - cần một cửa sổ dòng lệnh (terminal) để hỏi.",
	ProofMany:      "--proof chỉ dùng với một mã hồ sơ.",
	UnknownFlag:    "Không có tùy chọn %s.",
	MeantFlag:      "Có phải %s không?",
	FlagNeedsValue: "Tùy chọn %s cần thêm giá trị.",
	FlagBadValue:   "Tùy chọn %s không nhận giá trị “%s”.",
	UnknownVerb:    "Không có lệnh “%s”.",
	SeeHelp:        "Xem cách dùng: %s --help",

	InputLine:    "Dòng %d: %s",
	InputTooLong: "dài quá %d byte, đã bỏ qua.",
	InputTooMany: "Đã tra đủ %d mã, phần còn lại bỏ qua.",
	InputBroken:  "Đầu vào bị ngắt giữa chừng.",
	InputEmpty:   "Đầu vào không có mã nào.",
	InputNoCode:  "ô mã hồ sơ để trống.",
	InputOffice:  "Đầu vào là tệp của Excel hay Word. Mở tệp đó, lưu thành CSV UTF-8 rồi chạy lại.",

	HitsAll:  "%s thủ tục",
	HitOne:   "1 thủ tục",
	HitsSome: "%s trong %s thủ tục, thêm --limit để xem nhiều hơn",

	HelpUse: "help [LỆNH]", HelpShort: "Xem cách dùng",
	IsDossier: "%s là mã hồ sơ. Tra hồ sơ bằng lệnh: track %s",

	WatchStart:   "Máy tự hỏi lại, lúc đầu mỗi phút, thưa dần đến 15 phút một lần, có thay đổi thì báo. Ctrl-C để dừng.",
	WatchChanged: "%s  có thay đổi: %s",
	WatchLost:    "%s  %s",
	WatchBack:    "%s  Đã hỏi lại được.",
	WatchEnded:   "%s  Hồ sơ đã kết thúc, không hỏi nữa.",
	WatchDone:    "Đã dừng theo dõi.",
	FullHow:      "Toàn văn: thêm --full",
	FullTyped:    "Toàn văn: gõ t.",
}

// LineEN are these words in English.
var LineEN = Line{
	RootShort: "Where is my application, what do I need to bring",
	RootLong:  "Looks up applications and procedures on the public-service portals. It only reads.",

	Track: Verb{
		Args:  "CODE...",
		Short: "Where is my application",
		Long: `Looks up applications by the code on the receipt. One code is answered by a page, several by a line each. - reads codes from standard input, one or more a line. A whole link or scanned text will do, the code is found in it.

The code alone shows the status, date, office and what to do next. To see the name, papers and fees add --proof with the last 4 digits of your identity card or phone number (or the look-up code on the receipt, if it has one). --proof - asks for it without showing it and leaves nothing in the history of the shell.

With --json every code given is one line. found is false when nothing matches. Without an answer found is null and the line ends in error: kind is code, procedure_code, input, unavailable, offline, limited, hand_over, unjudged or failed, sentence is what a person is told.

Exit codes: 0 answered, 1 failed, 2 wrong usage, 3 not found, 4 the system could not be asked. Several codes end with the worst.`,
		Example: `  %[1]s track H55.17.05-261120-0007
  %[1]s track H55.17.05-261120-0007 --proof 4321
  %[1]s track H55.17.05-261120-0007 --proof -
  %[1]s track - --json < codes.txt
  %[1]s track H55.17.05-261120-0007 --watch`,
	},
	Search: Verb{
		Args:  "WORDS...",
		Short: "Find a procedure",
		Long: `Finds procedures by what you want to do, in English or in Vietnamese with or without its accents, or by code. If the words name a commune, district or province of before the merger, what it is called now is told as well.

With --json that is in place of each line: the name as typed, and each place as the command place writes it; null when no place is named.`,
		Example: `  %[1]s search birth certificate copy
  %[1]s search dang ky tam tru --limit 5
  %[1]s search dat dai --agency H55 --json`,
	},
	Show: Verb{
		Args:  "CODE",
		Short: "What do I need to bring",
		Long:  `Shows one procedure: papers to hand in, time, cost, place. Add --full for the whole text of the portal.`,
		Example: `  %[1]s show 1.001193
  %[1]s show 1.001193 --full
  %[1]s show 1.001193 --json`,
	},

	FlagJSON:   "one JSON object a line for each answer",
	FlagLang:   "language: vi or en",
	FlagHelp:   "show this help",
	FlagProof:  "last 4 digits of identity card or phone, or look-up code; - asks for it",
	FlagWatch:  "ask again from time to time and report changes; Ctrl-C ends it",
	FlagLimit:  "at most this many procedures",
	FlagField:  "only this field, for example \"Hộ tịch\"",
	FlagAgency: "only this agency, for example H55 or G01",
	FlagLevel:  "only this level: ward, province, ministry or other",
	FlagFull:   "the whole text of the portal",

	Values: []FlagValue{
		{"LEVEL", []string{"level"}}, {"vi|en", []string{"lang"}}, {"NAME", []string{"theme", "field", "index", "fault"}},
		{"CODE", []string{"agency", "near", "procedure"}}, {"FILE", []string{"file", "out", "config", "catalog", "roots"}},
		{"FOLDER", []string{"details", "to"}}, {"PERIOD", []string{"period", "date"}}, {"ADDRESS", []string{"listen", "metrics", "host"}},
		{"COLUMN", []string{"columns", "sort"}}, {"FORM", []string{"output", "format"}},
	},
	ValueNumber: "N", Value: "WORDS",

	HelpUsage: "Usage", HelpAliases: "Aliases", HelpExamples: "Examples", HelpCommands: "Commands",
	HelpFlags: "Flags", HelpGlobalFlags: "Global flags",
	HelpMore: "Help for one command: %s COMMAND --help",

	NeedCode:         "An application code is missing.",
	NeedWords:        "Words to search for are missing.",
	NeedProcedure:    "Exactly one procedure code is needed, for example 1.001193.",
	NeedProcedureHow: "Exactly one procedure code is needed, for example 1.001193. To find a code: %s search birth registration",
	OneStdin:         "Use - only once.",
	WatchStdin:       "--watch needs codes on the command line, not from standard input.",
	BadLang:          "There is no language “%s”, choose vi or en.",
	BadLimit:         "--limit needs a number from 1 to 1000, not %s.",
	BadLevel:         "--level needs ward, province, ministry or other, not “%s”.",
	BadProof:         "--proof needs 4 to 12 letters or digits.",

	ProofAsk:       "Last 4 digits of identity card or phone number, or look-up code: ",
	ProofNoAsk:     "--proof - needs a terminal to ask on.",
	ProofMany:      "--proof goes with one application code only.",
	UnknownFlag:    "There is no flag %s.",
	MeantFlag:      "Did you mean %s?",
	FlagNeedsValue: "The flag %s needs a value.",
	FlagBadValue:   "The flag %s does not take “%s”.",
	UnknownVerb:    "There is no command “%s”.",
	SeeHelp:        "For help: %s --help",

	InputLine:    "Line %d: %s",
	InputTooLong: "longer than %d bytes, left out.",
	InputTooMany: "%d codes were looked up, the rest is left out.",
	InputBroken:  "The input broke off.",
	InputEmpty:   "There is no code in the input.",
	InputNoCode:  "the cell of the code is empty.",
	InputOffice:  "The input is a file of Excel or Word. Open it, save it as CSV UTF-8 and run this again.",

	HitsAll:  "%s procedures",
	HitOne:   "1 procedure",
	HitsSome: "%s of %s procedures, more with --limit",

	HelpUse: "help [COMMAND]", HelpShort: "Show help",
	IsDossier: "%s is the code of an application. To look it up: track %s",

	WatchStart:   "Asks again, every minute at first and every 15 minutes later, and reports changes. Ctrl-C ends it.",
	WatchChanged: "%s  changed: %s",
	WatchLost:    "%s  %s",
	WatchBack:    "%s  It answers again.",
	WatchEnded:   "%s  The application is closed; it is not asked again.",
	WatchDone:    "Stopped watching.",
	FullHow:      "The whole text: add --full",
	FullTyped:    "The whole text: type t.",
}
