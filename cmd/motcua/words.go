package main

import (
	"strings"

	"motcua/client/sandbox"
	"motcua/client/system"
	"motcua/tui/text"
)

// words are what this program says beside the answers. A test holds that both
// languages say everything.
type words struct {
	rootLong, rootExample                           string
	flagTheme, flagConfig, flagOffline              string
	flagVersion                                     string
	helpShort                                       string // of the help command
	sandboxShort, sandboxLong, sandboxExample       string
	flagListen, flagCatalog, flagDetails, flagFault string
	sandboxReady, sandboxStop, sandboxCodes         string
	sandboxSystems                                  string
	doctorShort, doctorLong                         string
	configShort, configLong                         string
	initShort, initLong, initDone                   string // initDone: file
	completionShort, completionLong                 string
	completionUse                                   string
	completionPlain                                 string // the flag that leaves descriptions out
	manUse, manShort, manLong                       string

	sampleNote     string
	noSystem       string
	unknownCommand string // what was typed
	didYouMean     string // command
	noArguments    string // command path
	needTerminal   string // all verbs but the last, the last
	listenFailed   string // address, reason
	unreadable     string // file, reason
	unwritable     string // file, reason
	oneFolder      string // command path
	badFault       string // what was given
	surprise       string // reason
	unwritten      string // reason
}

func wordsFor(l text.Lang) *words {
	if l == text.EN {
		return &wordsEN
	}
	return &wordsVI
}

// kindsInWords names what the sample portal plays, for a sentence.
func kindsInWords(l text.Lang) string {
	var list []string
	for _, k := range system.Kinds() {
		if l == text.EN {
			list = append(list, k.EN)
		} else {
			list = append(list, k.VI)
		}
	}
	and := " và "
	if l == text.EN {
		and = " and "
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + and + list[last]
}

var wordsVI = words{
	rootLong: `Hồ sơ của tôi đến đâu rồi? Cần mang giấy tờ gì?

Không kèm lệnh nào thì mở giao diện. Chưa có cấu hình thì dùng dữ liệu mẫu có sẵn
trong máy và nói rõ như vậy.`,
	rootExample: `motcua
motcua track H55.17.05-261120-0007
motcua search khai sinh
motcua show 1.001193`,
	flagTheme:   "bộ màu:",
	flagConfig:  "tệp cấu hình",
	flagOffline: "không hỏi cổng nào, chỉ trả lời từ những gì có sẵn trong máy",
	flagVersion: "xem phiên bản",
	helpShort:   "Xem cách dùng một lệnh",

	sandboxShort: "Chạy cổng mẫu như một máy chủ riêng",
	sandboxLong: `Chạy cổng mẫu: nói đúng các API của cổng thật, với danh mục thủ tục thật và hồ sơ
bịa ra ở đủ mười trạng thái. Hồ sơ hỏi được qua
` + kindsInWords(text.VI) + `; --json in mọi địa chỉ.

--fault làm cổng hỏng theo ý: latency=2s, busy=30s, error=503, reject, truncate, hang,
drop; thêm ` + sandbox.SayScopes("hoặc") + ` ở trước, *SỐ LẦN, @THỜI GIAN ở sau, cách nhau dấu phẩy.`,
	sandboxExample: `motcua sandbox
motcua sandbox --listen 127.0.0.1:8080 --fault national:latency=2s
motcua sandbox --catalog danh-muc.jsonl --details chi-tiet/`,
	flagListen:   "địa chỉ và cổng để nghe",
	flagCatalog:  "danh mục thủ tục khác, JSON mỗi dòng một thủ tục (được nén gzip)",
	flagDetails:  "thư mục chi tiết thủ tục, mỗi tệp JSON một thủ tục",
	flagFault:    "hỏng theo ý, ví dụ national:error=503*3,adapter:latency=2s",
	sandboxReady: "Cổng mẫu đang nghe ở",
	sandboxStop:  "Ctrl-C để dừng.",
	sandboxCodes: "Mã để thử:",

	sandboxSystems: "Các cách hỏi hồ sơ ở đây, ghi vào mục [[system]] của tệp cấu hình:",

	doctorShort: "Xem máy này dùng được gì, chưa dùng được gì",
	doctorLong: `Kiểm tra cấu hình, các cổng, lịch nghỉ, đồng hồ và màn hình; mỗi chỗ hỏng kèm cách
sửa. Mỗi cổng được hỏi một câu. Có chỗ hỏng thì mã kết thúc là 1.`,
	configShort: "Xem cấu hình đang dùng, mật khẩu được ẩn",
	configLong: `Xem cấu hình đang dùng và mỗi giá trị lấy từ đâu. Mạnh dần: giá trị có sẵn, tệp,
biến môi trường MOTCUA_*, cờ. Không chỉ tên tệp thì tìm ở $MOTCUA_CONFIG,
$XDG_CONFIG_HOME/motcua/config.toml (hoặc ~/.config), /etc/motcua/config.toml.`,
	initShort:       "Viết một tệp cấu hình có chú thích",
	initLong:        "Viết một tệp cấu hình có chú thích ở chỗ máy sẽ tìm, hoặc ở --config. Không ghi đè tệp đã có.",
	initDone:        "Đã viết %s",
	completionShort: "Lệnh gợi ý cho bash, zsh, fish, powershell",
	completionLong:  "In ra đoạn lệnh để gõ Tab thì vỏ lệnh gợi ý. Ví dụ: source <(motcua completion bash)",
	completionUse:   "completion VỎ-LỆNH",
	completionPlain: "không kèm lời giải thích",
	manUse:          "man [THƯ-MỤC]",
	manShort:        "In trang hướng dẫn cho lệnh man",
	manLong: `In trang hướng dẫn của mọi lệnh, để xem bằng lệnh man. Có thư mục thì viết vào đó mỗi lệnh một trang,
bằng hai thứ tiếng, ở chỗ lệnh man tìm: man1 và vi/man1.`,

	sampleNote:     "DỮ LIỆU MẪU: đang hỏi cổng mẫu trong máy, mọi hồ sơ ở đây đều bịa ra.",
	noSystem:       "Chưa có hệ thống nào để tra hồ sơ. Thêm mục [[system]] vào tệp cấu hình: motcua config init",
	unknownCommand: "Không có lệnh “%s”.",
	didYouMean:     "Có phải ông/bà muốn gõ: %s",
	noArguments:    "%s không nhận thêm gì phía sau.",
	needTerminal:   "Giao diện cần một màn hình dòng lệnh; ở đây hãy dùng motcua %s hoặc %s.",
	listenFailed:   "Không nghe được ở %s: %s",
	unreadable:     "Không đọc được %s: %s",
	unwritable:     "Không ghi được %s: %s",
	oneFolder:      "%s chỉ nhận một thư mục.",
	badFault:       "Không hiểu --fault “%s”. Có: latency=2s, busy=30s, error=503, reject, truncate, hang, drop; ở trước thêm được " + sandbox.SayScopes("hay") + ", ở sau *SỐ LẦN, @THỜI GIAN.",
	surprise:       "Máy gặp lỗi lạ: %s",
	unwritten:      "Không ghi được câu trả lời ra: %s.",
}

var wordsEN = words{
	rootLong: `Where is my dossier? What must I bring?

Without a command the interface opens. With no configuration it uses the sample data
inside the program and says so.`,
	rootExample: wordsVI.rootExample,
	flagTheme:   "theme:",
	flagConfig:  "config file",
	flagOffline: "ask no portal, answer from what is on this machine",
	flagVersion: "show the version",
	helpShort:   "Help for one command",

	sandboxShort: "Run the sample portal as a server of its own",
	sandboxLong: `Runs the sample portal: it speaks the APIs of the real ones, with the real catalogue
of procedures and made-up dossiers in all ten states. Dossiers can be asked for over the
` + kindsInWords(text.EN) + `; --json prints all addresses.

--fault makes it fail on request: latency=2s, busy=30s, error=503, reject, truncate, hang,
drop; with ` + sandbox.SayScopes("or") + ` before, *COUNT and @DURATION behind, separated by commas.`,
	sandboxExample: `motcua sandbox
motcua sandbox --listen 127.0.0.1:8080 --fault national:latency=2s
motcua sandbox --catalog catalog.jsonl --details details/`,
	flagListen:   "address and port to listen on",
	flagCatalog:  "another catalogue, one JSON procedure a line (may be gzipped)",
	flagDetails:  "folder of procedure details, one JSON file each",
	flagFault:    "fail on request, for example national:error=503*3,adapter:latency=2s",
	sandboxReady: "The sample portal listens on",
	sandboxStop:  "Ctrl-C ends it.",
	sandboxCodes: "Codes to try:",

	sandboxSystems: "The ways to ask here for dossiers, for a [[system]] in the config file:",

	doctorShort: "Tell what works here and what does not",
	doctorLong: `Looks at the configuration, the portals, the holidays, the clock and the terminal, and
says how to mend what fails. Each portal is asked one question. Exit code 1 when
something fails.`,
	configShort: "Show the effective configuration, passwords hidden",
	configLong: `Shows the configuration in use and where each value comes from. Weakest first:
built-in values, file, MOTCUA_* variables, flags. Unless it is named, the file is looked
for at $MOTCUA_CONFIG, $XDG_CONFIG_HOME/motcua/config.toml (or ~/.config) and
/etc/motcua/config.toml.`,
	initShort:       "Write a commented config file",
	initLong:        "Writes a commented config file where it will be looked for, or at --config. Never overwrites one.",
	initDone:        "Wrote %s",
	completionShort: "Completions for bash, zsh, fish, powershell",
	completionLong:  "Prints the script with which the Tab key completes. For example: source <(motcua completion bash)",
	completionUse:   "completion SHELL",
	completionPlain: "without descriptions",
	manUse:          "man [FOLDER]",
	manShort:        "Print the manual page",
	manLong: `Prints the manual page of all commands, to be read with man. With a folder it writes a page of each command there,
in both languages, where man looks for them: man1 and vi/man1.`,

	sampleNote:     "SAMPLE DATA: the sample portal inside the program answers, every dossier here is made up.",
	noSystem:       "No system is configured that knows dossiers. Add a [[system]] to the config file: motcua config init",
	unknownCommand: "There is no command “%s”.",
	didYouMean:     "Did you mean: %s",
	noArguments:    "%s takes nothing behind it.",
	needTerminal:   "The interface needs a terminal; here use motcua %s or %s.",
	listenFailed:   "Cannot listen on %s: %s",
	unreadable:     "Cannot read %s: %s",
	unwritable:     "Cannot write %s: %s",
	oneFolder:      "%s takes one folder.",
	badFault:       "Cannot read --fault “%s”. There are latency=2s, busy=30s, error=503, reject, truncate, hang, drop; " + sandbox.SayScopes("or") + " may stand before, *COUNT and @DURATION behind.",
	surprise:       "Something unexpected went wrong: %s",
	unwritten:      "The answer could not be written: %s.",
}
