package text

// Lobby contains the words of a touch screen: buttons, the on-screen keyboard, and the
// first page.
type Lobby struct {
	// Buttons.
	Finish  string `clip:"finish"`
	Back    string `clip:"back"`
	Help    string `clip:"help"`
	Size    string `clip:"size"`     // spaces the lines
	Larger  string `clip:"larger"`   // enlarges the letters
	Usual   string `clip:"ordinary"` // letters of the usual size again
	Colours string `clip:"colours"`
	Aloud   string `clip:"aloud"`
	State   string `clip:"state"`
	Again   string // reads the screen aloud again
	More    string
	Results string // closes the keyboard, so that the list has the whole screen
	Type    string // opens it again
	Before  string // the previous section of the full text
	After   string
	Up      string
	Down    string

	// Keys of the keyboard.
	Space   string
	Blank   string // the same on a narrow key
	Delete  string
	Digits  string
	Two     string // the digits, on the narrowest key
	Letters string

	Sizes       [3]string // spoken when the spacing changes
	LetterSizes [3]string // spoken when the size of the letters changes

	MoreTitle string
	Scan      string `clip:"scan"` // where a receipt may be scanned
	First     string // below the first question: what to do
	Second    string // below the second one

	Proving     string // how the proof is given by touch, before "to see ..."
	IsDossier   string // %s: a dossier's code typed into the search
	Phone       string // that the portal's page can be opened on a telephone
	OnPhone     string // domain: where to look while a system is down
	IsProcedure string // what to touch to see the procedure whose code was typed

	Touch     []string // how to use the screen
	TouchHead string
	What      []string // the two things that can be done here
	Code      []string // what a code is
	CodeReady string
	Proof     string // label of the field for the proof, on one line
	Slow      string // that the system is slow; %s: the button that stops
	Rare      string // %d: the button that opens what only some people need to bring
	Where     string // %d of %d pages
}

var lobbyVI = Lobby{
	Finish: "Kết thúc", Back: "Trở về", Help: "Trợ giúp", Size: "Giãn dòng", Larger: "Chữ to hơn", Usual: "Chữ thường", Colours: "Đổi màu", Aloud: "Đọc to",
	State: "Kết nối", Again: "Đọc lại", More: "Thêm", Results: "Xem kết quả", Type: "Gõ chữ", Before: "Mục trước", After: "Mục sau", Up: "▲ Lên", Down: "▼ Xuống",

	Space: "dấu cách", Blank: "cách", Delete: "Xóa", Digits: "123", Two: "12", Letters: "ABC",

	Sizes:       [3]string{"Giãn dòng: thường", "Giãn dòng: rộng", "Giãn dòng: rộng nhất"},
	LetterSizes: [3]string{"Cỡ chữ: thường", "Cỡ chữ: to", "Cỡ chữ: to nhất"},

	MoreTitle: "Các nút khác",
	Scan:      "Có giấy hẹn? Quét mã trên giấy, ở màn hình nào cũng được.",
	First:     "Chạm vào đây, nhập mã trên giấy hẹn",
	Second:    "Chạm vào đây, gõ việc muốn làm",

	Proving:     "Chạm “Xem tên, giấy tờ”, nhập 4 số cuối căn cước hay điện thoại đã khai",
	IsDossier:   "%s là mã hồ sơ. Chạm Tra cứu để xem.",
	Phone:       "Hoặc chạm Mã QR để xem trên điện thoại.",
	OnPhone:     "Hoặc tra bằng điện thoại ở %s: chạm Mã QR.",
	IsProcedure: "Chạm Tra cứu để xem thủ tục này.",

	TouchHead: "Dùng màn hình này",
	Touch: []string{
		"Chạm vào ô để chọn. Trang dài thì kéo lên, hoặc chạm ▲ ▼.",
		"Chạm vào khung chữ thì bàn phím hiện ra. Chỉ những phím có thể gõ tiếp mới sáng.",
		"Có bàn phím thật: Tab hoặc mũi tên để đi, Enter để chọn.",
		"Xong việc thì chạm Kết thúc: màn hình quên hết, không ai xem lại được.",
	},
	What: []string{
		"Hồ sơ đến đâu rồi: chạm ô 1, nhập mã hồ sơ in trên giấy hẹn, chạm Tra cứu. Hoặc quét mã trên giấy.",
		"Cần mang giấy tờ gì: chạm ô 2, gõ việc muốn làm, có dấu hay không dấu đều được.",
	},
	Code: []string{
		"Mã hồ sơ có ba phần: cơ quan, ngày nhận, số trong ngày.",
		"Chữ hoa hay chữ thường, có dấu chấm, dấu gạch hay không, đều được.",
	},
	Proof:     "4 số cuối căn cước hay điện thoại đã khai, hoặc mã tra cứu",
	CodeReady: "Đủ rồi. Chạm Tra cứu.",
	Slow:      "Hệ thống đang chậm. Ông/bà chờ thêm, hoặc chạm %s.",
	Rare:      "Trường hợp riêng và lưu ý (%d)",
	Where:     "%d / %d",
}

var lobbyEN = Lobby{
	Finish: "Finish", Back: "Back", Help: "Help", Size: "Spacing", Larger: "Larger text", Usual: "Normal text", Colours: "Colours", Aloud: "Read aloud",
	State: "Connection", Again: "Read again", More: "More", Results: "Show results", Type: "Keyboard", Before: "Previous", After: "Next", Up: "▲ Up", Down: "▼ Down",

	Space: "space", Blank: "blank", Delete: "Del", Digits: "123", Two: "12", Letters: "ABC",

	Sizes:       [3]string{"Spacing: normal", "Spacing: wide", "Spacing: widest"},
	LetterSizes: [3]string{"Text: normal size", "Text: large", "Text: largest"},

	MoreTitle: "More buttons",
	Scan:      "Have a receipt? Scan its code, on any screen.",
	First:     "Touch here, type the code on your receipt",
	Second:    "Touch here, type what you want to get done",

	Proving:     "Touch “See name, papers” and type the last 4 digits of your identity card or phone number",
	IsDossier:   "%s is an application code. Touch Look up to see it.",
	Phone:       "Or touch QR code to see it on your phone.",
	OnPhone:     "Or look it up with your phone at %s: touch QR code.",
	IsProcedure: "Touch Look up to see this procedure.",

	TouchHead: "Using this screen",
	Touch: []string{
		"Touch a box to choose it. Drag a long page up, or touch ▲ ▼.",
		"Touch a field and the keyboard appears. Only keys that can come next are lit.",
		"With a real keyboard: Tab or arrows move, Enter chooses.",
		"When you are done, touch Finish: the screen forgets everything, nobody can look back.",
	},
	What: []string{
		"Where is my application: touch 1, type the code printed on your receipt, touch Look up. Or scan the code.",
		"What do I need to bring: touch 2, type what you want to get done, in English or Vietnamese.",
	},
	Code: []string{
		"An application code has three parts: agency, date received, number of the day.",
		"Upper or lower case, with or without dots and hyphens.",
	},
	Proof:     "Last 4 digits of your identity card or phone, or the look-up code",
	CodeReady: "Complete. Touch Look up.",
	Slow:      "The system is slow. Wait a little, or touch %s.",
	Rare:      "Special cases and notes (%d)",
	Where:     "%d / %d",
}
