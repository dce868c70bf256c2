package text

// Batch are the words of a list of codes that is looked up as a whole.
type Batch struct {
	Long    string // added to the help of track
	Example string // command path

	FlagFile, FlagOut, FlagFormat, FlagRate string

	WatchList  string
	BadFormat  string // what was given
	JSONAndCSV string
	BadRate    string // the most
	NoFile     string // file, reason
	NoOut      string // file, reason

	NotThere, NotAllowed, NotOurs, NoPlainFile, NoText, Full string

	Column string // number, name

	Resumed string // how many answers there are

	BarLate, BarErrors string // how many
	BarLeft            string // time
	Pausing            string // how far, time

	Total    string // rows
	Late     string
	LateMore string // how many
	NotFound string
	NoAnswer string
	GoOn     string
	Slower   string // look-ups a second
	GaveUp   string
	// GaveUpOut is GaveUp where the run can be gone on with.
	GaveUpOut string
}

var batchVI = Batch{
	Long:    `Danh sách dài: --file đọc mã từ tệp (danh sách, hoặc bảng CSV có tiêu đề), --out ghi câu trả lời vào tệp và lần chạy sau chỉ hỏi mã chưa có câu trả lời. Máy hỏi nhiều nhất 5 mã một giây (--rate), được bảo chờ thì chờ, cuối cùng đếm theo trạng thái, hồ sơ trễ đứng trước.`,
	Example: `%[1]s track --file danh-sach.txt --out ket-qua.csv`,

	FlagFile:   "đọc mã từ tệp này, danh sách hay bảng CSV; - là đầu vào",
	FlagOut:    "ghi câu trả lời vào tệp này (.jsonl hoặc .csv); chạy lại thì làm tiếp",
	FlagFormat: "jsonl hoặc csv",
	FlagRate:   "nhiều nhất bao nhiêu mã một giây, không ghi thì là 5",

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
	Late:      "Trễ hạn",
	LateMore:  "và %s hồ sơ trễ ít hơn",
	NotFound:  "Không thấy",
	NoAnswer:  "Chưa có câu trả lời",
	Slower:    "Chỉ hỏi được khoảng %s mã một giây: các hệ thống trả lời chậm hơn mức --rate đã đặt.",
	GoOn:      "Chạy lại lệnh này để hỏi tiếp những mã chưa có câu trả lời.",
	GaveUp:    "Các hệ thống không trả lời nhiều lần liền, máy dừng ở đây. Mã còn lại chưa hỏi.",
	GaveUpOut: "Các hệ thống không trả lời nhiều lần liền, máy dừng ở đây. Chạy lại lệnh này sau để làm tiếp.",
}

var batchEN = Batch{
	Long:    `Long lists: --file reads codes from a file (a list, or a CSV table with a header), --out writes the answers to one, and the next run asks only for codes without an answer. At most 5 codes are asked a second (--rate), it waits when it is told to, and in the end it counts by state, late ones first.`,
	Example: `%[1]s track --file codes.txt --out answers.csv`,

	FlagFile:   "read codes from this file, a list or a CSV table; - is standard input",
	FlagOut:    "write the answers to this file (.jsonl or .csv); run again to go on with it",
	FlagFormat: "jsonl or csv",
	FlagRate:   "at most this many codes a second, 5 unless said",

	WatchList:  "--watch does not go with --file, --out, --format, --rate.",
	BadFormat:  "--format needs jsonl or csv, not “%s”.",
	JSONAndCSV: "--json and --format csv do not go together.",
	BadRate:    "--rate needs a number above 0, at most %d.",
	NoFile:     "The file %s cannot be read: %s.",
	NoOut:      "The file %s cannot be written: %s.",

	NotThere:    "there is no such file",
	NotAllowed:  "it is not allowed",
	NotOurs:     "it holds something else and is not overwritten",
	NoPlainFile: "it is no plain file",
	NoText:      "it is a file of Excel or Word, open it and save it as CSV UTF-8",
	Full:        "the disk is full",

	Column: "Reading the codes from column %d, “%s”.",

	Resumed: "Going on: the file has answers for %s codes, they are not asked again.",

	BarLate:   "%s late",
	BarErrors: "%s unanswered",
	BarLeft:   "some %s left",
	Pausing:   "%s, waits %s and goes on",

	Total:     "In all: %s codes",
	Late:      "Late",
	LateMore:  "and %s that are less late",
	NotFound:  "Not found",
	NoAnswer:  "No answer yet",
	Slower:    "Only some %s codes were asked a second: the systems answer more slowly than --rate.",
	GoOn:      "Run this command again to ask for the codes without an answer.",
	GaveUp:    "The systems did not answer many times in a row, so this ends here. The other codes were not asked.",
	GaveUpOut: "The systems did not answer many times in a row, so this ends here. Run this command again later to go on.",
}
