package operator

import "motcua/tui/text"

// Texts that all commands share: flags, help, and errors.
var (
	RootLong = text.Say(
		`Hồ sơ của tôi đến đâu rồi? Cần mang giấy tờ gì?

Không kèm lệnh nào thì mở giao diện. Chưa có cấu hình thì dùng dữ liệu mẫu có sẵn
trong máy và nói rõ như vậy.`,
		`Where is my application? What do I need to bring?

Without a command the interface opens. With no configuration it uses the sample data
inside the program and says so.`,
	)
	FlagTheme   = text.Say("bộ màu:", "theme:")
	FlagConfig  = text.Say("tệp cấu hình", "config file")
	FlagOffline = text.Say("không hỏi cổng nào, chỉ trả lời từ những gì có sẵn trong máy", "ask no portal, answer from what is on this machine")
	FlagVersion = text.Say("xem phiên bản", "show the version")
	// HelpShort belongs to the help command.
	HelpShort = text.Say("Xem cách dùng một lệnh", "Help for one command")

	DoctorShort = text.Say("Xem máy này dùng được gì, chưa dùng được gì", "Check what works here and what does not")
	DoctorLong  = text.Say(
		`Kiểm tra cấu hình, các cổng, lịch nghỉ, đồng hồ và màn hình; mỗi chỗ hỏng kèm cách
sửa. Mỗi cổng được hỏi một câu. Có chỗ hỏng thì mã kết thúc là 1.`,
		`Looks at the configuration, the portals, the holidays, the clock and the terminal, and
says how to fix what fails. Each portal is asked one question. Exit code 1 when
something fails.`,
	)
	CompletionShort = text.Say("Gợi ý khi gõ Tab cho bash, zsh, fish, powershell", "Completions for bash, zsh, fish, powershell")
	CompletionLong  = text.Say(
		"In ra đoạn lệnh để khi gõ Tab thì shell gợi ý. Ví dụ: source <(motcua completion bash)",
		"Prints the script with which the Tab key completes. For example: source <(motcua completion bash)",
	)
	CompletionUse = text.Say("completion SHELL", "completion SHELL")
	// CompletionPlain describes the flag that leaves descriptions out.
	CompletionPlain = text.Say("không kèm lời giải thích", "without descriptions")
	ManUse          = text.Say("man [THƯ-MỤC]", "man [FOLDER]")
	ManShort        = text.Say("In trang hướng dẫn cho lệnh man", "Print the manual page")
	ManLong         = text.Say(
		`In trang hướng dẫn của mọi lệnh, để xem bằng lệnh man. Có thư mục thì viết vào đó mỗi lệnh một trang,
bằng hai thứ tiếng, ở chỗ lệnh man tìm: man1 và vi/man1.`,
		`Prints the manual page of all commands, to be read with man. With a folder it writes a page of each command there,
in both languages, where man looks for them: man1 and vi/man1.`,
	)

	SampleNote = text.Say(
		"DỮ LIỆU MẪU: đang hỏi cổng mẫu trong máy, mọi hồ sơ ở đây đều bịa ra.",
		"SAMPLE DATA: the sample portal inside the program answers, every application here is made up.",
	)
	NoSystem = text.Say(
		"Chưa có hệ thống nào để tra hồ sơ. Thêm mục [[system]] vào tệp cấu hình: motcua config init",
		"No system that knows applications is configured. Add a [[system]] to the config file: motcua config init",
	)
	// UnknownCommand takes what was typed.
	UnknownCommand = text.Say("Không có lệnh “%s”.", "There is no command “%s”.")
	// DidYouMean takes the command.
	DidYouMean = text.Say("Có phải ông/bà muốn gõ: %s", "Did you mean: %s")
	// NoArguments takes the command.
	NoArguments = text.Say("%s không nhận thêm gì phía sau.", "%s takes no arguments.")
	// NeedTerminal takes all commands but the last, and the last.
	NeedTerminal = text.Say("Giao diện phải chạy trong cửa sổ dòng lệnh (terminal); ở đây hãy dùng motcua %s hoặc %s.", "The interface needs a terminal; here use motcua %s or %s.")
	// ListenFailed takes the address and the reason.
	ListenFailed = text.Say("Không nghe được ở %s: %s", "Cannot listen on %s: %s")
	// Unreadable takes the file and the reason.
	Unreadable = text.Say("Không đọc được %s: %s", "Cannot read %s: %s")
	// Unwritable takes the file and the reason.
	Unwritable = text.Say("Không ghi được %s: %s", "Cannot write %s: %s")
	// OneFolder takes the command.
	OneFolder = text.Say("%s chỉ nhận một thư mục.", "%s takes one folder.")
	// Surprise takes the reason.
	Surprise = text.Say("Máy gặp lỗi lạ: %s", "Something unexpected went wrong: %s")
	// Unwritten takes the reason.
	Unwritten = text.Say("Không ghi được câu trả lời ra: %s.", "The answer could not be written: %s.")
	// Note takes a sentence.
	Note       = text.Say("Chú ý: %s", "Note: %s")
	NoStateDir = text.Say("Không biết để khóa máy chủ ở đâu: đặt server.state_dir trong cấu hình.", "There is no folder for the host key: set server.state_dir in the configuration.")
	Trace      = text.Say(
		"TEA_TRACE đang được đặt, mọi phím người dân gõ sẽ bị ghi ra tệp. Bỏ biến ấy rồi chạy lại.",
		"TEA_TRACE is set, so every key that people type would be written to a file. Unset it and start again.",
	)

	DoctorFlagKiosk = text.Say(
		"thử màn hình này cho sảnh: chữ, màu, chạm, cỡ, máy quét, máy in, giọng đọc, PIN",
		"try this screen for a lobby: letters, colours, touch, size, scanner, printer, speech, PIN",
	)
)
