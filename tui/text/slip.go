package text

// Slip contains the words of what a person can take away: the page with a QR code and the
// paper slip.
type Slip struct {
	// The page with the QR code.
	KeyQR       string
	TitleQR     string
	HowToScan   string
	OnlyThere   string // only the system's own page answers
	Insurance   string // a number of social insurance, which is looked up on another portal
	LeadsTo     string // above the link as text
	Opens       string // %s: the domain, where there is no room for the link
	TooSmallFor string // the window is too small for the code
	TooLong     string // the link is too long for any code

	// Printing.
	KeyPrint    string
	KeyPrintNew string // after a failure
	TitlePrint  string
	Printing    string
	Printed     string
	Instead     string // the code replaces the slip
	Absent      string
	Paper       string
	Cover       string
	Jam         string
	Busy        string
	Failed      string // for any other reason

	// On the paper.
	Proving   string // how the reader gives the proof at the kiosk, before "to see ..."
	AsPrinted string // %s: the moment; heading of the state at that time
	PrintedAt string // %s: the moment
	Code      string
	WhatNow   string
	NoDate    string
	OtherCase string // %d more cases
	Hours     string
	ScanHere  string // next to the code on the paper
	NoNames   string // that the slip contains no name
}

var slipVI = Slip{
	KeyQR:       "mã QR",
	TitleQR:     "Xem tiếp trên điện thoại",
	HowToScan:   "Mở máy ảnh của điện thoại, để cách màn hình chừng 40 cm, hướng vào mã bên cạnh.",
	OnlyThere:   "Hồ sơ này chỉ tra được trên trang riêng của hệ thống, máy này không tra thay được.",
	Insurance:   "Đây là số hồ sơ bảo hiểm xã hội. Hồ sơ đó tra ở Cổng Dịch vụ công Bảo hiểm xã hội Việt Nam, máy này không tra thay được.",
	LeadsTo:     "Mã mở trang này:",
	Opens:       "Mã mở trang %s",
	TooSmallFor: "Cửa sổ nhỏ quá, không vẽ đủ mã QR. Kéo cửa sổ to ra, hoặc chép địa chỉ này:",
	TooLong:     "Địa chỉ này dài quá, không thành mã QR được. Ông/bà chép lại:",

	KeyPrint:    "in phiếu",
	KeyPrintNew: "in lại",
	TitlePrint:  "Phiếu mang về",
	Printing:    "Đang in. Ông/bà chờ một chút.",
	Printed:     "In xong rồi. Mời ông/bà lấy phiếu ở khe máy in.",
	Instead:     "Ông/bà dùng điện thoại quét mã này thay cho phiếu.",
	Absent:      "Máy in không trả lời nên chưa in được. Cần phiếu giấy thì báo quầy hướng dẫn.",
	Paper:       "Máy in hết giấy. Báo quầy hướng dẫn thay giấy, rồi bấm in lại.",
	Cover:       "Nắp máy in đang mở. Báo quầy hướng dẫn đóng nắp, rồi bấm in lại.",
	Jam:         "Máy in bị kẹt. Đừng kéo giấy ra; báo quầy hướng dẫn.",
	Busy:        "Máy in đang bận. Chờ nửa phút rồi bấm in lại.",
	Failed:      "Chưa in được phiếu. Báo quầy hướng dẫn.",

	Proving:   "Ở máy tra cứu, nhập mã và 4 số cuối căn cước hay điện thoại đã khai",
	AsPrinted: "Tình trạng %s",
	PrintedAt: "In %s",
	Code:      "Mã hồ sơ",
	WhatNow:   "Việc cần làm",
	NoDate:    "Chưa có ngày hẹn",
	OtherCase: "Còn %d trường hợp khác, xem bằng mã QR dưới đây.",
	Hours:     "Giờ làm việc",
	ScanHere:  "Quét mã để xem trên điện thoại",
	NoNames:   "Phiếu không ghi họ tên. Giấy hẹn vẫn là giấy để nhận kết quả.",
}

var slipEN = Slip{
	KeyQR:       "QR code",
	TitleQR:     "Go on with your phone",
	HowToScan:   "Open your phone's camera, hold it about 40 cm from the screen and point it at the code.",
	OnlyThere:   "This application can only be looked up on the system's own page, not from here.",
	Insurance:   "This is a number of social insurance. It is looked up on the service portal of Vietnam Social Security, not from here.",
	LeadsTo:     "The code opens this page:",
	Opens:       "It opens %s",
	TooSmallFor: "The window is too small for the QR code. Make it larger, or copy this address:",
	TooLong:     "This address is too long for a QR code. Copy it:",

	KeyPrint:    "print a slip",
	KeyPrintNew: "print again",
	TitlePrint:  "A slip to take home",
	Printing:    "Printing. One moment.",
	Printed:     "Printed. Take your slip from the printer.",
	Instead:     "Scan this code with your phone instead of the slip.",
	Absent:      "The printer does not answer, so nothing was printed. If you need paper, tell the help desk.",
	Paper:       "The printer is out of paper. Tell the help desk, then print again.",
	Cover:       "The printer's cover is open. Tell the help desk, then print again.",
	Jam:         "The printer is jammed. Do not pull at the paper; tell the help desk.",
	Busy:        "The printer is busy. Wait half a minute, then print again.",
	Failed:      "The slip was not printed. Tell the help desk.",

	Proving:   "At the kiosk, enter the code and the last 4 digits of your identity card or phone number",
	AsPrinted: "Status %s",
	PrintedAt: "Printed %s",
	Code:      "Application",
	WhatNow:   "What to do",
	NoDate:    "No date yet",
	OtherCase: "There are %d more cases: see the QR code below.",
	Hours:     "Opening hours",
	ScanHere:  "Scan to read on your phone",
	NoNames:   "No name is on this slip. Your receipt is still what you collect the result with.",
}
