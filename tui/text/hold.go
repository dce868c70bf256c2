package text

// Hold contains the words of a lobby's interface outside its pages: the question whether
// somebody is still there, messages about scans, and the pages for staff behind the PIN.
type Hold struct {
	StillThere string // the question, in large type
	Seconds    string // below the number
	StillHow   string // how to stay
	Stay       string // the button

	ScanUnknown   string // a text that is no code that the program knows
	ScanWorks     string // a known code, on the operator's page
	ScanBroken    string // the reading is incomplete
	ScanTooLong   string // longer than any receipt's code
	CardKept      string // an identity card was read before a dossier is shown
	CardNotNeeded string // the dossier shown needs no card

	PINTitle    string
	PINLabel    string
	PINHelp     string
	PINErase    string // on a key of nine columns
	PINOpen     string // on a key of nine columns
	PINChecking string
	PINWrong    string
	PINWait     string // %s: a time; the PIN came too early and was not checked

	OperatorTitle string
	Parts         string // heading: the devices and parts of the kiosk
	Looking       string
	NoParts       string
	Restarts      string // %s: how often
	RestartsNone  string
	SyncBegun     string
	SyncAt        string // %s of %s
	SyncDone      string // %s: clock
	SyncFailed    string // %s: clock; the reason follows

	// Texts of buttons of 24 columns.
	SyncNow       string
	Restart       string
	RestartSure   string
	LeaveKiosk    string
	LeaveSure     string
	CloseOperator string
}

var holdVI = Hold{
	StillThere: "Ông/bà còn ở đó không?",
	Seconds:    "giây nữa máy xóa màn hình, để người sau không thấy hồ sơ của ông/bà.",
	StillHow:   "Chạm vào màn hình hoặc bấm phím bất kỳ để dùng tiếp.",
	Stay:       "Tôi còn ở đây",

	ScanUnknown:   "Máy đọc được mã này nhưng đây không phải mã hồ sơ. Đưa mã in trên giấy hẹn vào máy quét, hoặc nhập mã bằng tay.",
	ScanWorks:     "Máy quét đọc tốt. Muốn xem hồ sơ hay thủ tục này thì đóng trang rồi quét lại.",
	ScanBroken:    "Máy chưa đọc hết mã. Giữ yên giấy trước máy quét thêm một chút.",
	ScanTooLong:   "Mã này chứa nhiều chữ hơn mức máy đọc được nên không phải mã hồ sơ. Đưa mã in trên giấy hẹn vào máy quét, hoặc nhập mã bằng tay.",
	CardKept:      "Đã đọc căn cước, chỉ giữ 4 số cuối trong 2 phút. Bây giờ quét giấy hẹn hoặc nhập mã hồ sơ.",
	CardNotNeeded: "Hồ sơ này không cần căn cước.",

	PINTitle:    "Dành cho cán bộ",
	PINLabel:    "Mã PIN của cán bộ",
	PINHelp:     "Trang này dành cho cán bộ quản lý máy. Người dân chạm Trở về.",
	PINErase:    "Xóa",
	PINOpen:     "Mở",
	PINChecking: "Đang kiểm tra mã PIN",
	PINWrong:    "Mã PIN chưa đúng.",
	PINWait:     "Chưa nhận mã PIN. Thử lại sau %s.",

	OperatorTitle: "Quản lý máy",
	Parts:         "Máy này",
	Looking:       "Đang xem các thiết bị",
	NoParts:       "Không có thiết bị nào để xem.",
	Restarts:      "Giao diện đã phải khởi động lại %s lần.",
	RestartsNone:  "Giao diện chạy liền, chưa phải khởi động lại.",
	SyncBegun:     "Đang bắt đầu cập nhật",
	SyncAt:        "%s trên %s",
	SyncDone:      "Cập nhật xong lúc %s.",
	SyncFailed:    "Lúc %s cập nhật không được.",

	SyncNow:       "Cập nhật ngay",
	Restart:       "Khởi động lại",
	RestartSure:   "Vâng, khởi động lại",
	LeaveKiosk:    "Tắt giao diện",
	LeaveSure:     "Vâng, tắt",
	CloseOperator: "Đóng trang",
}

var holdEN = Hold{
	StillThere: "Are you still there?",
	Seconds:    "seconds until the screen is wiped, so that nobody else sees your application.",
	StillHow:   "Touch the screen or press any key to go on.",
	Stay:       "I am still here",

	ScanUnknown:   "The code was read, but it is not an application code. Hold the code on your receipt to the scanner, or type it.",
	ScanWorks:     "The scanner reads well. To see this application or procedure, close the page and scan again.",
	ScanBroken:    "The code was not read to its end. Hold the paper still in front of the scanner a little longer.",
	ScanTooLong:   "This code holds more text than the kiosk can read, so it is not an application code. Hold the code on your receipt to the scanner, or type it.",
	CardKept:      "Your identity card was read. Only its last 4 digits are kept, for 2 minutes. Now scan your receipt or type the application's code.",
	CardNotNeeded: "This application needs no identity card.",

	PINTitle:    "For staff",
	PINLabel:    "Staff PIN",
	PINHelp:     "This page is for the staff who look after this machine. Everyone else: touch Back.",
	PINErase:    "Erase",
	PINOpen:     "Open",
	PINChecking: "Checking the PIN",
	PINWrong:    "The PIN is not right.",
	PINWait:     "Not checked yet. Try again in %s.",

	OperatorTitle: "Machine management",
	Parts:         "This machine",
	Looking:       "Looking at the devices",
	NoParts:       "There are no devices to look at.",
	Restarts:      "The interface had to restart %s times.",
	RestartsNone:  "The interface has never had to restart.",
	SyncBegun:     "Starting the update",
	SyncAt:        "%s of %s",
	SyncDone:      "Updated at %s.",
	SyncFailed:    "The update at %s failed.",

	SyncNow:       "Update now",
	Restart:       "Restart",
	RestartSure:   "Yes, restart",
	LeaveKiosk:    "Close down",
	LeaveSure:     "Yes, close down",
	CloseOperator: "Done",
}
