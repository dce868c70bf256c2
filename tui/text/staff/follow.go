package staff

// Follow contains the words of the list of dossiers that staff follow.
type Follow struct {
	Title   string
	Label   string // of the field
	Example string
	Empty   []string

	Count     string // number of dossiers
	CountOne  string
	Changed   string // number of changed dossiers
	LastAsked string // clock
	Full      string // maximum number of dossiers
	Added     string // how many dossiers a paste added
	Already   string // code
	NoCode    string

	Asking  string
	New     string // clock, the previous state
	NewFrom string // clock: when the state itself is the same
	Lost    string // clock, clock of the next try
	Gone    string
	Ended   string

	Copied    string // how many dossiers
	CopiedOne string // code

	KeyFollow, KeyAdd, KeyNext, KeyRemove, KeyFilter, KeyAll, KeyCopy string
	Help                                                              string

	KeyExport, KeyWrite, KeyOver string
	ExportTitle, ExportLabel     string
	ExportName                   string // of the file: the day as digits
	ExportHeads                  [3]string
	ExportThere                  string // name of the file
	ExportFailed                 string // name of the file, the system's message
	Exported                     string // how many dossiers, name of the file
	ExportPersonal               string

	KeyKeep, KeyRenew string
	KeepTitle         string
	KeepAsk           string
	KeepWays          [3][2]string // nothing, codes, sealed: name and what it means
	KeepNow           string       // beside the way that is chosen
	KeepIs            [3]string    // how the list is kept
	KeepHow           string       // how to choose, where it can be kept
	Keeping           string
	KeepFailed        string // the system's message
	KeepElsewhere     string
	KeepDamaged       string // name of the file
	PassLabel         string
	PassNew           string
	PassAgain         string
	PassShort         string
	PassDiffer        string
	PassWrong         string
	PassForgotten     string
	PassOpening       string
	PassAside         string // name of the file

	FlagFollowed string
	KeptNone     string
	KeptNoAsk    string
	KeptUnread   string // the system's message
}

// FollowVI are these words in Vietnamese.
var FollowVI = Follow{
	Title:   "Theo dõi hồ sơ",
	Label:   "Thêm mã hồ sơ, dán nhiều mã cũng được",
	Example: "Ví dụ: H55.17.05-261120-0007",
	Empty: []string{
		"Chưa theo dõi hồ sơ nào. Nhập hay dán mã rồi bấm Enter.",
		"Máy tự hỏi lại, lúc đầu mỗi phút, thưa dần đến 15 phút một lần, và đánh dấu hồ sơ nào có thay đổi.",
	},
	Count:     "%s hồ sơ",
	CountOne:  "1 hồ sơ",
	Changed:   "%s có thay đổi",
	LastAsked: "hỏi lần cuối lúc %s",
	Full:      "Danh sách đã đủ %s hồ sơ. Bỏ bớt rồi thêm.",
	Added:     "Đã thêm %s.",
	Already:   "%s đã có trong danh sách.",
	NoCode:    "Không thấy mã hồ sơ nào trong chữ vừa dán.",
	Asking:    "Đang hỏi",
	New:       "Có thay đổi lúc %s, trước đó: %s",
	NewFrom:   "Có thay đổi lúc %s",
	Lost:      "Lúc %s chưa hỏi được, hỏi lại lúc %s",
	Gone:      "Không hỏi lại nữa; bấm Del để bỏ",
	Ended:     "Đã kết thúc, không hỏi lại nữa",
	KeyFollow: "theo dõi",
	KeyAdd:    "thêm",
	KeyNext:   "tới thay đổi",
	KeyRemove: "bỏ",
	KeyFilter: "lọc",
	KeyCopy:   "chép",
	CopiedOne: "Đã chép hồ sơ %s như đang hiện trên màn hình.",
	KeyAll:    "xem tất cả",
	Copied:    "Đã chép %s, dán được vào bảng tính.",
	Help:      "danh sách hồ sơ đang theo dõi; ở trang một hồ sơ thì thêm hồ sơ ấy",

	KeyExport:      "ghi ra tệp",
	KeyWrite:       "ghi",
	KeyOver:        "ghi đè",
	ExportTitle:    "Ghi danh sách ra tệp",
	ExportLabel:    "Tên tệp, mở được bằng bảng tính",
	ExportName:     "ho-so-theo-doi-%s.csv",
	ExportHeads:    [3]string{"Mã hồ sơ", "Tình trạng", "Thủ tục"},
	ExportThere:    "Đã có tệp %s. Bấm Ctrl+O để ghi đè lên tệp ấy, hoặc gõ tên khác.",
	ExportFailed:   "Không ghi được tệp %s (%s). Xem lại tên và thư mục.",
	Exported:       "Đã ghi %s vào %s.",
	ExportPersonal: "Mã hồ sơ là dữ liệu cá nhân: ai có mã thì tra được hồ sơ. Chỉ tài khoản của ông/bà đọc được tệp này; dùng xong thì xóa.",

	KeyKeep:   "cách giữ",
	KeyRenew:  "danh sách mới",
	KeepTitle: "Giữ danh sách",
	KeepAsk:   "Giữ danh sách này cho lần sau thế nào?",
	KeepWays: [3][2]string{
		{"Không giữ", "Danh sách hết khi đóng cửa sổ này. Tệp đã giữ từ trước thì máy xóa."},
		{"Giữ mã hồ sơ", "Chỉ ghi các mã, vào một tệp mà tài khoản khác trên máy không đọc được. Ai lấy được ổ đĩa hay bản sao lưu thì đọc được."},
		{"Giữ có mật khẩu", "Ghi mã và trạng thái đã thấy, mã hóa bằng mật khẩu của ông/bà. Lần sau mở ra là biết hồ sơ nào đã thay đổi. Quên mật khẩu thì không ai mở được nữa."},
	},
	KeepNow: "đang chọn",
	KeepIs: [3]string{
		"Danh sách chỉ có trong phiên này, không ghi vào đâu cả.",
		"Danh sách được giữ cho lần sau: chỉ các mã hồ sơ.",
		"Danh sách được giữ cho lần sau, có mật khẩu.",
	},
	KeepHow:       "Bấm Ctrl+S để chọn cách giữ.",
	Keeping:       "Đang ghi danh sách",
	KeepFailed:    "Không ghi được danh sách (%s). Danh sách trong cửa sổ này vẫn còn.",
	KeepElsewhere: "Một cửa sổ khác đã đổi cách giữ danh sách. Cửa sổ này không ghi nữa; thoát rồi mở lại để dùng chung.",
	KeepDamaged:   "Tệp giữ danh sách bị hỏng. Phần đọc được vẫn ở đây, tệp hỏng được cất ở %s.",
	PassLabel:     "Mật khẩu của danh sách",
	PassNew:       "Mật khẩu mới, ít nhất 8 ký tự",
	PassAgain:     "Nhập lại mật khẩu ấy",
	PassShort:     "Mật khẩu cần ít nhất 8 ký tự.",
	PassDiffer:    "Hai lần nhập không giống nhau. Nhập mật khẩu mới từ đầu.",
	PassWrong:     "Mật khẩu không đúng. Danh sách vẫn còn nguyên.",
	PassForgotten: "Quên mật khẩu thì bấm Ctrl+R: máy cất danh sách cũ sang tệp khác và bắt đầu danh sách mới.",
	PassOpening:   "Đang mở danh sách",
	PassAside:     "Danh sách cũ được cất ở %s.",

	FlagFollowed: "các hồ sơ trong danh sách theo dõi đã giữ",
	KeptNone:     "Chưa giữ danh sách theo dõi nào. Mở motcua, bấm F6 để thêm hồ sơ rồi Ctrl+S để giữ.",
	KeptNoAsk:    "Danh sách theo dõi có mật khẩu, ở đây không hỏi kín được. Mở motcua rồi bấm F6.",
	KeptUnread:   "Không đọc được danh sách theo dõi (%s).",
}

// FollowEN are these words in English.
var FollowEN = Follow{
	Title:   "Follow applications",
	Label:   "Add an application code, or paste several",
	Example: "Example: H55.17.05-261120-0007",
	Empty: []string{
		"No application is followed yet. Type or paste a code and press Enter.",
		"They are asked again by themselves, every minute at first and every 15 minutes later, and what changed is marked.",
	},
	Count:     "%s applications",
	CountOne:  "1 application",
	Changed:   "%s changed",
	LastAsked: "last asked at %s",
	Full:      "The list holds %s applications, which is the most. Remove some first.",
	Added:     "%s added.",
	Already:   "%s is in the list already.",
	NoCode:    "There is no application code in what was pasted.",
	Asking:    "Asking",
	New:       "Changed at %s, before: %s",
	NewFrom:   "Changed at %s",
	Lost:      "No answer at %s, asked again at %s",
	Gone:      "Not asked again; press Del to remove it",
	Ended:     "Closed, not asked again",
	KeyFollow: "follow",
	KeyAdd:    "add",
	KeyNext:   "next change",
	KeyRemove: "remove",
	KeyFilter: "filter",
	KeyCopy:   "copy",
	CopiedOne: "Copied %s as the screen shows it.",
	KeyAll:    "show all",
	Copied:    "%s copied, ready to paste into a spreadsheet.",
	Help:      "the applications that you follow; on an application's page it adds that one",

	KeyExport:      "write to a file",
	KeyWrite:       "write",
	KeyOver:        "overwrite",
	ExportTitle:    "Write the list to a file",
	ExportLabel:    "Name of the file, which a spreadsheet can open",
	ExportName:     "followed-%s.csv",
	ExportHeads:    [3]string{"Application code", "State", "Procedure"},
	ExportThere:    "There is a file %s already. Press Ctrl+O to overwrite it, or type another name.",
	ExportFailed:   "The file %s could not be written (%s). Check the name and the folder.",
	Exported:       "%s written to %s.",
	ExportPersonal: "Application codes are personal data: whoever has a code can look the application up. Only your account can read this file; delete it when you are done.",

	KeyKeep:   "how to keep it",
	KeyRenew:  "new list",
	KeepTitle: "Keep the list",
	KeepAsk:   "How should this list be kept for the next time?",
	KeepWays: [3][2]string{
		{"Not at all", "The list ends when this window is closed. A file that was kept before is deleted."},
		{"The codes", "Only the codes are written, to a file that other accounts of this machine cannot read. Whoever gets the disk or a backup can."},
		{"With a passphrase", "Codes and the states you saw are written, encrypted with your passphrase. The next time shows what has changed since. Without the passphrase nobody can open it again."},
	},
	KeepNow: "chosen now",
	KeepIs: [3]string{
		"The list lives in this session only and is written down nowhere.",
		"The list is kept for the next time: only the codes.",
		"The list is kept for the next time, with a passphrase.",
	},
	KeepHow:       "Press Ctrl+S to choose how it is kept.",
	Keeping:       "Writing the list",
	KeepFailed:    "The list could not be written (%s). It is still here in this window.",
	KeepElsewhere: "Another window now keeps the list in another way. This window writes it no more; leave and open it again to share it.",
	KeepDamaged:   "The kept list was damaged. What could be read is here, and the damaged file is now %s.",
	PassLabel:     "Passphrase of the list",
	PassNew:       "New passphrase, at least 8 characters",
	PassAgain:     "The same passphrase again",
	PassShort:     "The passphrase needs at least 8 characters.",
	PassDiffer:    "The two are not the same. Type the new passphrase again from the start.",
	PassWrong:     "The passphrase is wrong. The list is still there.",
	PassForgotten: "If you forgot it, press Ctrl+R: the old list is set aside in another file, and a new list begins.",
	PassOpening:   "Opening the list",
	PassAside:     "The old list is now %s.",

	FlagFollowed: "the applications of the list that you follow and keep",
	KeptNone:     "No list to follow is kept. Open motcua, press F6 to add applications, then Ctrl+S to keep them.",
	KeptNoAsk:    "The list has a passphrase, which cannot be asked for here. Open motcua and press F6.",
	KeptUnread:   "The list that you follow could not be read (%s).",
}
