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
	Added     string // number of dossiers that a paste added
	Already   string // code
	NoCode    string

	Asking  string
	New     string // clock, the previous state
	NewFrom string // clock: when the state itself is the same
	Lost    string // clock, clock of the next try
	Gone    string
	Ended   string

	Copied    string // number of dossiers
	CopiedOne string // code

	KeyFollow, KeyAdd, KeyNext, KeyRemove, KeyFilter, KeyAll, KeyCopy string
	Help                                                              string
}

// FollowVI are these words in Vietnamese.
var FollowVI = Follow{
	Title:   "Theo dõi hồ sơ",
	Label:   "Thêm mã hồ sơ, dán nhiều mã cũng được",
	Example: "Ví dụ: H55.17.05-261120-0007",
	Empty: []string{
		"Chưa theo dõi hồ sơ nào. Nhập hay dán mã rồi bấm Enter.",
		"Máy tự hỏi lại, lúc đầu mỗi phút, thưa dần đến 15 phút một lần, và đánh dấu hồ sơ nào có thay đổi.",
		"Danh sách chỉ có trong phiên này, không ghi vào đâu cả.",
	},
	Count:     "%s hồ sơ",
	CountOne:  "1 hồ sơ",
	Changed:   "%s có thay đổi",
	LastAsked: "hỏi lần cuối lúc %s",
	Full:      "Danh sách đã đủ %s hồ sơ. Bỏ bớt rồi thêm.",
	Added:     "Đã thêm %s hồ sơ.",
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
	Copied:    "Đã chép %s hồ sơ, dán được vào bảng tính.",
	Help:      "danh sách hồ sơ đang theo dõi; ở trang một hồ sơ thì thêm hồ sơ ấy",
}

// FollowEN are these words in English.
var FollowEN = Follow{
	Title:   "Follow applications",
	Label:   "Add an application code, or paste several",
	Example: "Example: H55.17.05-261120-0007",
	Empty: []string{
		"No application is followed yet. Type or paste a code and press Enter.",
		"They are asked again by themselves, every minute at first and every 15 minutes later, and what changed is marked.",
		"The list lives in this session only and is written down nowhere.",
	},
	Count:     "%s applications",
	CountOne:  "1 application",
	Changed:   "%s changed",
	LastAsked: "last asked at %s",
	Full:      "The list holds %s applications, which is the most. Remove some first.",
	Added:     "%s applications added.",
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
	Copied:    "%s applications copied, ready to paste into a spreadsheet.",
	Help:      "the applications that you follow; on an application's page it adds that one",
}
