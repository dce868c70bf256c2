package command

// Manual contains the headings of the manual pages, and text that is not part of any
// command's help.
type Manual struct {
	Name, Synopsis, Description, Commands, Options, GlobalOptions string
	Examples, Exit, Files, Environment, SeeAlso                   string

	Usage string // after the program's name
	Exits Exits
	// Places and Variables describe files and environment variables, by their names.
	Places, Variables map[string]string
}

// Exits describe the exit codes.
type Exits struct {
	Answered, Failed, Usage, NotFound, Unreachable string
	HungUp, Interrupted, Terminated                string
}

// ManualVI are these words in Vietnamese.
var ManualVI = Manual{
	Name: "TÊN", Synopsis: "CÁCH DÙNG", Description: "MÔ TẢ", Commands: "LỆNH", Options: "TÙY CHỌN", GlobalOptions: "TÙY CHỌN CHUNG",
	Examples: "VÍ DỤ", Exit: "MÃ KẾT THÚC", Files: "TỆP", Environment: "BIẾN MÔI TRƯỜNG", SeeAlso: "XEM THÊM",
	Usage: "[LỆNH] [TÙY CHỌN]",
	Exits: Exits{
		Answered: "có câu trả lời", Failed: "có lỗi", Usage: "dùng sai", NotFound: "không thấy",
		Unreachable: "không hỏi được cổng nào và máy chưa lưu gì",
		HungUp:      "cửa sổ hay đường truyền của màn hình đã đóng",
		Interrupted: "bị Ctrl-C ngắt",
		Terminated:  "màn hình kiosk được hệ thống bảo dừng",
	},
	Places: map[string]string{
		"$XDG_CONFIG_HOME/motcua/config.toml, ~/.config/motcua/config.toml": "cấu hình của một người; trên Windows ở trong %AppData%",
		"/etc/motcua/config.toml":                                               "cấu hình của cả máy, khi người dùng không có tệp riêng; trên Windows ở trong %ProgramData%",
		"$XDG_STATE_HOME/motcua, ~/.local/state/motcua":                         "những gì máy giữ lại: danh mục thủ tục đã tải về, và các tệp kể dưới đây; không có thông tin hồ sơ nào. Trên Windows ở trong %LocalAppData%",
		"$STATE_DIRECTORY/ssh_host_ed25519_key, audit.key, budgets":             "khóa của máy chủ SSH, khóa để ghi sổ, và số lượt còn lại của mỗi địa chỉ",
		"$XDG_STATE_HOME/motcua/kiosk.log, kiosk-pin.json, kiosk-restarts.json": "nhật ký của màn hình kiosk, số lần gõ sai PIN, số lần phải chạy lại",
		"$XDG_STATE_HOME/motcua/marked-pages":                                   "trang thủ tục mà cán bộ ghi là đọc sai",
		"$XDG_STATE_HOME/motcua/followed":                                       "danh sách hồ sơ theo dõi, nếu cán bộ chọn giữ",
	},
	Variables: map[string]string{
		"MOTCUA_CONFIG": "tệp cấu hình, khi không có --config",
		"MOTCUA_LANG, MOTCUA_THEME, MOTCUA_SAMPLE": "khóa interface.lang, interface.theme, sample.mode",
		"MOTCUA_...":                            "khóa khác của tệp cấu hình, viết hoa, dấu chấm thành gạch dưới: MOTCUA_NATIONAL_URL là national.url",
		"XDG_CONFIG_HOME, XDG_STATE_HOME, HOME": "cấu hình và những gì máy giữ lại nằm ở đâu",
		"AppData, LocalAppData, ProgramData":    "cũng vậy, trên Windows",
		"STATE_DIRECTORY":                       "thư mục của dịch vụ, do systemd đặt",
		"CREDENTIALS_DIRECTORY":                 "thư mục có mật khẩu của dịch vụ, do systemd đặt",
		"JOURNAL_STREAM":                        "do systemd đặt khi nó giữ nhật ký: mỗi dòng của motcua serve bắt đầu bằng mức của nó",
		"INVOCATION_ID":                         "do systemd đặt cho dịch vụ: có nó thì motcua serve chờ địa chỉ nghe một phút lúc máy mới bật",
		"NOTIFY_SOCKET, WATCHDOG_USEC":          "nơi báo cho systemd rằng màn hình kiosk còn chạy, và bao lâu một lần",
		"HTTP_PROXY, HTTPS_PROXY, NO_PROXY":     "máy chủ trung gian để ra mạng, khi tệp cấu hình không nói; viết thường cũng được",
		"PAGER":                                 "lệnh xem từng trang cho câu trả lời dài hơn cửa sổ; không đặt thì in hết một lượt",
		"LESS":                                  "tùy chọn của less; không đặt thì dùng FRX",
		"NO_COLOR":                              "có giá trị thì không dùng màu",
		"TERM, COLORTERM":                       "màn hình có bao nhiêu màu",
		"LC_ALL, LC_CTYPE, LANG":                "màn hình có hiện được chữ Việt không, để motcua doctor xem; qua SSH thì LC_ALL, LC_MESSAGES hay LANG của người dùng chọn ngôn ngữ",
		"GOGC, GOMEMLIMIT":                      "khi nào máy chủ dọn bộ nhớ, và nhiều nhất dùng bao nhiêu; không đặt thì tự tính theo giới hạn của systemd",
		"GODEBUG":                               "tùy chọn của thư viện Go; kiosk thêm vào để xóa sạch bộ nhớ",
		"TEA_TRACE":                             "nếu được đặt thì motcua serve và motcua kiosk không chạy: mọi phím người dân gõ sẽ bị ghi ra tệp",
	},
}

// ManualEN are these words in English.
var ManualEN = Manual{
	Name: "NAME", Synopsis: "SYNOPSIS", Description: "DESCRIPTION", Commands: "COMMANDS", Options: "OPTIONS", GlobalOptions: "GLOBAL OPTIONS",
	Examples: "EXAMPLES", Exit: "EXIT STATUS", Files: "FILES", Environment: "ENVIRONMENT", SeeAlso: "SEE ALSO",
	Usage: "[COMMAND] [FLAGS]",
	Exits: Exits{
		Answered: "answered", Failed: "failed", Usage: "wrong usage", NotFound: "nothing found",
		Unreachable: "no portal could be reached and nothing was kept",
		HungUp:      "the terminal was closed",
		Interrupted: "broken off by Ctrl-C",
		Terminated:  "the system told the kiosk to end",
	},
	Places: map[string]string{
		"$XDG_CONFIG_HOME/motcua/config.toml, ~/.config/motcua/config.toml": "the configuration of one person; on Windows below %AppData%",
		"/etc/motcua/config.toml":                                               "the configuration of the machine, where a person has none; on Windows below %ProgramData%",
		"$XDG_STATE_HOME/motcua, ~/.local/state/motcua":                         "what is kept here: the catalogue of procedures that was fetched, and the files told below; nothing about applications. On Windows below %LocalAppData%",
		"$STATE_DIRECTORY/ssh_host_ed25519_key, audit.key, budgets":             "the SSH server's key, the key of its records, and how many look-ups each address has left",
		"$XDG_STATE_HOME/motcua/kiosk.log, kiosk-pin.json, kiosk-restarts.json": "the kiosk's log, how often a wrong PIN was typed, how often it had to start again",
		"$XDG_STATE_HOME/motcua/marked-pages":                                   "pages of procedures that staff marked as read wrongly",
		"$XDG_STATE_HOME/motcua/followed":                                       "lists of applications that staff follow, if they chose to keep them",
	},
	Variables: map[string]string{
		"MOTCUA_CONFIG": "the config file, unless --config names one",
		"MOTCUA_LANG, MOTCUA_THEME, MOTCUA_SAMPLE": "the keys interface.lang, interface.theme, sample.mode",
		"MOTCUA_...":                            "any other key of the config file, in capitals and with underscores for dots: MOTCUA_NATIONAL_URL is national.url",
		"XDG_CONFIG_HOME, XDG_STATE_HOME, HOME": "where the configuration lies, and what is kept",
		"AppData, LocalAppData, ProgramData":    "the same on Windows",
		"STATE_DIRECTORY":                       "the service's folder, set by systemd",
		"CREDENTIALS_DIRECTORY":                 "the folder with the service's passwords, set by systemd",
		"JOURNAL_STREAM":                        "set by systemd where it keeps the log: each line of motcua serve begins with its priority",
		"INVOCATION_ID":                         "set by systemd for a service: with it motcua serve waits a minute for its address while the machine starts",
		"NOTIFY_SOCKET, WATCHDOG_USEC":          "where to tell systemd that the kiosk is at work, and how often",
		"HTTP_PROXY, HTTPS_PROXY, NO_PROXY":     "the proxy to the network, unless the config file names one; small letters will do",
		"PAGER":                                 "the command that shows an answer that is longer than the terminal, page by page; unset: all of it is written at once",
		"LESS":                                  "options of less; FRX when unset",
		"NO_COLOR":                              "if it has a value, no colours are used",
		"TERM, COLORTERM":                       "how many colours the terminal has",
		"LC_ALL, LC_CTYPE, LANG":                "whether the terminal shows Vietnamese letters, for motcua doctor; over SSH the caller's LC_ALL, LC_MESSAGES or LANG choose the language",
		"GOGC, GOMEMLIMIT":                      "when the server frees memory, and how much it may use; unless they are set, that follows the limit of systemd",
		"GODEBUG":                               "options of Go's own library; the kiosk adds some, to overwrite what it frees",
		"TEA_TRACE":                             "if it is set, motcua serve and motcua kiosk do not start: every key that people type would be written to a file",
	},
}
