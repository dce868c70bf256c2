package command

// Batch contains the words about looking up a whole list of codes.
type Batch struct {
	Long    string // added to the help of track
	Example string // command path

	FlagFile, FlagOut, FlagFormat, FlagRate string

	WatchList  string
	BadFormat  string // the given value
	JSONAndCSV string
	BadRate    string // the maximum
	NoFile     string // file, reason
	NoOut      string // file, reason

	NotThere, NotAllowed, NotOurs, NoPlainFile, NoText, Full string

	Column string // number, name

	Resumed string // number of answers

	BarLate, BarErrors string // numbers
	BarLeft            string // time
	Pausing            string // progress, time

	Total     string // number of rows
	TotalLate string // number of rows, number of late ones
	LateMore  string // number of further ones
	NotFound  string
	Repeated  string
	NoAnswer  string
	GoOn      string
	Slower    string // look-ups a second
	GaveUp    string
	// GaveUpOut replaces GaveUp when the run can be continued.
	GaveUpOut string
}

// BatchVI are these words in Vietnamese.
var BatchVI = Batch{
	Long:    `Danh sách dài: --file đọc mã từ tệp (danh sách, hoặc bảng CSV có tiêu đề), --out ghi câu trả lời vào tệp và lần chạy sau chỉ hỏi mã chưa có câu trả lời. Máy hỏi nhiều nhất 5 mã một giây (--rate); hệ thống bảo chờ thì máy chờ. Cuối cùng máy đếm theo trạng thái, hồ sơ trễ đứng trước.`,
	Example: `%[1]s track --file danh-sach.txt --out ket-qua.csv`,

	FlagFile:   "đọc mã từ tệp này, danh sách hay bảng CSV; - là đầu vào",
	FlagOut:    "ghi câu trả lời vào tệp này (.jsonl hoặc .csv); chạy lại thì làm tiếp",
	FlagFormat: "jsonl hoặc csv",
	FlagRate:   "nhiều nhất bao nhiêu mã một giây (mặc định 5)",

	WatchList:  "--watch không đi cùng --file, --out, --format, --rate.",
	BadFormat:  "--format cần jsonl hoặc csv, không phải “%s”.",
	JSONAndCSV: "--json và --format csv không đi cùng nhau.",
	BadRate:    "--rate cần một số lớn hơn 0, nhiều nhất là %d.",
	NoFile:     "Không đọc được tệp %s: %s.",
	NoOut:      "Không ghi được tệp %s: %s.",

	NotThere:    "không có tệp này",
	NotAllowed:  "không có quyền",
	NotOurs:     "tệp đang có nội dung khác, máy không ghi đè",
	NoPlainFile: "đây không phải một tệp thường",
	NoText:      "đây là tệp của Excel hay Word, hãy mở ra và lưu thành CSV UTF-8",
	Full:        "đĩa đã đầy",

	Column: "Đọc mã ở cột %d, “%s”.",

	Resumed: "Làm tiếp: tệp đã có câu trả lời cho %s mã, không hỏi lại.",

	BarLate:   "%s trễ hạn",
	BarErrors: "%s chưa được",
	BarLeft:   "còn khoảng %s",
	Pausing:   "%s, chờ %s rồi hỏi tiếp",

	Total:     "Tất cả: %s mã",
	TotalLate: "Tất cả: %s mã, trong đó %s trễ hạn",
	LateMore:  "và %s hồ sơ trễ ít hơn",
	NotFound:  "Không thấy",
	Repeated:  "Mã lặp lại, không đếm thêm",
	NoAnswer:  "Chưa có câu trả lời",
	Slower:    "Chỉ hỏi được khoảng %s mã một giây: các hệ thống trả lời chậm hơn mức --rate đã đặt.",
	GoOn:      "Chạy lại lệnh này để hỏi tiếp những mã chưa có câu trả lời.",
	GaveUp:    "Các hệ thống không trả lời nhiều lần liền, máy dừng ở đây. Mã còn lại chưa hỏi.",
	GaveUpOut: "Các hệ thống không trả lời nhiều lần liền, máy dừng ở đây. Chạy lại lệnh này sau để làm tiếp.",
}

// BatchEN are these words in English.
var BatchEN = Batch{
	Long:    `Long lists: --file reads codes from a file (a list, or a CSV table with a header), --out writes the answers to one, and the next run asks only for codes without an answer. At most 5 codes are looked up a second (--rate); when a system asks it to wait, it waits. At the end it counts by state, late ones first.`,
	Example: `%[1]s track --file codes.txt --out answers.csv`,

	FlagFile:   "read codes from this file, a list or a CSV table; - is standard input",
	FlagOut:    "write the answers to this file (.jsonl or .csv); run again to continue",
	FlagFormat: "jsonl or csv",
	FlagRate:   "at most this many codes a second (default 5)",

	WatchList:  "--watch does not go with --file, --out, --format, --rate.",
	BadFormat:  "--format needs jsonl or csv, not “%s”.",
	JSONAndCSV: "--json and --format csv do not go together.",
	BadRate:    "--rate needs a number above 0, at most %d.",
	NoFile:     "The file %s cannot be read: %s.",
	NoOut:      "The file %s cannot be written: %s.",

	NotThere:    "there is no such file",
	NotAllowed:  "it is not allowed",
	NotOurs:     "it contains something else and is not overwritten",
	NoPlainFile: "it is not a regular file",
	NoText:      "it is a file of Excel or Word, open it and save it as CSV UTF-8",
	Full:        "the disk is full",

	Column: "Reading the codes from column %d, “%s”.",

	Resumed: "Resuming: the file already has answers for %s codes. They are not asked again.",

	BarLate:   "%s late",
	BarErrors: "%s unanswered",
	BarLeft:   "about %s left",
	Pausing:   "%s, waiting %s before the next",

	Total:     "Total: %s codes",
	TotalLate: "Total: %s codes, %s of them late",
	LateMore:  "and %s more that are less late",
	NotFound:  "Not found",
	Repeated:  "Codes that were repeated, not counted again",
	NoAnswer:  "No answer yet",
	Slower:    "Only about %s codes a second were looked up: the systems answer more slowly than --rate.",
	GoOn:      "Run this command again to ask for the codes without an answer.",
	GaveUp:    "The systems failed to answer many times in a row, so the run ends here. The remaining codes were not looked up.",
	GaveUpOut: "The systems failed to answer many times in a row, so the run ends here. Run this command again later to continue.",
}
