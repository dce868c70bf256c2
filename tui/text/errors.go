package text

import "motcua/tui/text/command"

// Where people can ask when their system is not connected: the national portal's page for
// dossiers, and its free telephone number.
const (
	NationalDomain = "dichvucong.gov.vn"
	NationalHome   = "https://" + NationalDomain + "/"
	NationalPage   = NationalHome + "tra-cuu-ho-so" // where a dossier is looked up
	NationalPhone  = "18001096"
)

// ExampleCode is a dossier code as printed on a receipt, the same in every sentence that
// needs an example.
const ExampleCode = command.ExampleCode

// Errors contains the sentences about errors: what happened and what to do, one for each
// cause.
type Errors struct {
	DossierNotFound   string `clip:"error-dossier-not-found"` // also when the proof is wrong: the words must not differ
	ProofNotFound     string `clip:"error-proof-not-found"`   // the same where a proof was given, right or wrong
	ProcedureNotFound string // code
	NoHits            string // words, telephone number
	Outside           string // the same, for what no office does
	NoHitsFilter      string // words: with a field, an agency or a level chosen

	System      string // name: used when the source's name does not say what it is
	SystemPlain string // for a source without a name

	Network  string // system
	Timeout  string // system
	Rejected string // system
	Busy     string // system
	Server   string // system
	Content  string // system
	TooLarge string // system
	Refused  string // system
	Since    string // what is wrong, moment
	Retry    string // wait
	RetryNow string `clip:"error-retry-now"`

	StillProcedures string `clip:"error-still-procedures"`
	StillDossiers   string `clip:"error-still-dossiers"`
	Urgent          string // desk
	OnPhone         string // domain: where to look meanwhile

	Unjudged string // system: it accepts any proof, so none is sent there

	Cancelled string `clip:"error-cancelled"`
	Offline   string `clip:"error-offline"`
	HandOver  string // URL

	NotConnected        string // name: no system of that agency is connected
	NotConnectedUnknown string // ID: the agency is not known either
	NotConnectedAsk     string // phone
	NotConnectedLook    string // phone, URL
	Surprise            string // desk

	// Why somebody has to wait, and what they can do meanwhile.
	Limited        string // wait: the reason is not known
	LimitedShared  string // wait
	LimitedUnitDay string // wait
	LimitedProof   string // wait
	LimitedAttack  string // wait
	// The same when the system was down and could not check some of these proofs: nobody is
	// told that a proof was wrong when that is not known.
	LimitedProofUnsure  string // wait
	LimitedAttackUnsure string // wait
	LimitedOwn          string // how the proof is given: with it the next dossier need not wait
	LimitedOver         string `clip:"error-limited-over"`   // the wait has ended
	LimitedPublic       string `clip:"error-limited-public"` // without a proof the dossier can still be looked up
	LimitedWhole        string // desk: the owner types the whole number, or goes there

	Example           string // code
	CodeUnreadable    string `clip:"error-code-unreadable"`
	CodeEmpty         string `clip:"error-code-empty"`
	CodeNoAgency      string `clip:"error-code-no-agency"`
	CodeBadAgency     string // what was typed
	CodeNoDate        string `clip:"error-code-no-date"`
	CodeDateShort     string // digits
	CodeDateLong      string // digits
	CodeBadMonth      string // digits, month
	CodeBadDay        string // digits, month, day
	CodeFuture        string // digits, day in words
	CodeCheckMiddle   string // how many digits
	CodeNoSerial      string `clip:"error-code-no-serial"`
	CodeSerialShort   string // digits
	CodeSerialLong    string // digits
	CodeIsProcedure   string // code
	CodeOpenKey       string `clip:"error-code-open-key"` // what to press to see the procedure
	CodeOpenCommand   string // code: the command that shows the procedure
	CodeOpenTyped     string // code: what to type in the line mode
	CodeBadLetter     string // character
	CodeBadLetterNone string `clip:"error-code-bad-letter-none"`
	CodeAmbiguous     string `clip:"error-code-ambiguous"`
	CodeIsInsurance   string // number
	CodeInsuranceAt   string // URL: where such numbers are looked up
	CodeInsuranceKey  string `clip:"error-code-insurance-key"` // the same for a touch screen
	ProcedureCode     string // what was typed: it contains no procedure code
}

var errorsVI = Errors{
	DossierNotFound:   "Không thấy hồ sơ nào khớp. Xem lại từng phần trên giấy hẹn; hồ sơ vừa nộp hôm nay có thể chưa hiện.",
	ProofNotFound:     "Không thấy hồ sơ nào khớp. Xem lại mã hồ sơ và mấy số vừa nhập; hồ sơ vừa nộp hôm nay có thể chưa hiện.",
	ProcedureNotFound: "Không thấy thủ tục nào mang mã %s. Xem lại mã, hoặc tìm bằng tên việc cần làm.",
	NoHits:            "Không có thủ tục này: “%s”. Hỏi cán bộ, gọi %s, hoặc gõ chữ khác.",
	Outside:           "Không cơ quan nào làm việc này: “%s”. Hỏi cán bộ, gọi %s, hoặc gõ chữ khác.",
	NoHitsFilter:      "Không thấy thủ tục nào cho “%s” ở lĩnh vực, cơ quan hay cấp đã chọn. Bỏ phần chọn đó rồi tìm lại.",

	System:      "Hệ thống %s",
	SystemPlain: "Hệ thống",

	Network:  "%s không trả lời",
	Timeout:  "%s trả lời quá chậm",
	Rejected: "%s đang chặn máy này",
	Busy:     "%s đang có quá nhiều người hỏi",
	Server:   "%s đang gặp trục trặc",
	Content:  "%s trả lời nhưng máy không đọc được",
	TooLarge: "%s trả lời quá dài",
	Refused:  "%s không cho máy này vào; người quản trị cần xem lại tài khoản",
	Since:    "%s từ %s",
	Retry:    "Thử lại sau %s.",
	RetryNow: "Lát nữa thử lại.",

	StillProcedures: "Vẫn tra được thủ tục.",
	StillDossiers:   "Vẫn tra được hồ sơ.",
	Urgent:          "Cần gấp: hỏi %s.",
	OnPhone:         "Hoặc tra bằng điện thoại ở %s: bấm W để mở mã QR.",

	Unjudged: "%s không kiểm tra 4 số cuối hay mã tra cứu, nên máy không nhận.",

	Cancelled: "Đã dừng, chưa có câu trả lời.",
	Offline:   "Máy đang chạy không nối mạng và chưa lưu thông tin này. Nối mạng rồi tra lại.",
	HandOver:  "Hồ sơ này chỉ tra được trên trang riêng của hệ thống: %s",

	NotConnected:        "Mã này là của %s. Máy này chưa nối với hệ thống một cửa ở đó, nên không tra được hồ sơ.",
	NotConnectedUnknown: "Máy này chưa nối với hệ thống nào nhận mã của cơ quan %s. Xem lại phần đầu của mã trên giấy hẹn.",
	NotConnectedAsk:     "Hỏi nơi đã nộp hồ sơ, hoặc gọi tổng đài %s.",
	NotConnectedLook:    "Hỏi nơi đã nộp hồ sơ, gọi tổng đài %s, hoặc tra ở Cổng Dịch vụ công quốc gia: %s",

	Surprise: "Máy gặp lỗi lạ nên chưa trả lời được. Ông/bà thử lại; vẫn vậy thì hỏi %s.",

	Limited:             "Quá nhiều lượt tra. Thử lại sau %s.",
	LimitedShared:       "Từ đây vừa có quá nhiều lượt tra. Thử lại sau %s.",
	LimitedUnitDay:      "Từ đây vừa có quá nhiều lượt tra hồ sơ cùng một nơi, cùng một ngày. Thử lại sau %s.",
	LimitedProof:        "Từ đây đã nhập sai 4 số cuối hay mã tra cứu của hồ sơ này quá nhiều lần. Thử lại sau %s.",
	LimitedAttack:       "Nhiều nơi liên tiếp nhập sai 4 số cuối hay mã tra cứu của hồ sơ này, có thể là người lạ đang dò. Thử lại sau %s.",
	LimitedProofUnsure:  "Từ đây đã nhập nhiều lần 4 số cuối hay mã tra cứu của hồ sơ này mà hệ thống chưa đối chiếu được. Chưa biết ông/bà nhập đúng hay sai. Thử lại sau %s.",
	LimitedAttackUnsure: "Nhiều nơi đã nhập nhiều lần 4 số cuối hay mã tra cứu của hồ sơ này mà hệ thống chưa đối chiếu được, có thể là người lạ đang dò. Thử lại sau %s.",
	LimitedOwn:          "%s thì hồ sơ của ông/bà không phải chờ.",
	LimitedOver:         "Đã hết thời gian chờ, ông/bà hỏi lại được rồi.",
	LimitedPublic:       "Không nhập số nào vẫn xem được ngày hẹn.",
	LimitedWhole:        "Hồ sơ của ông/bà: nhập đủ số căn cước hoặc số điện thoại đã khai thì không phải chờ, hoặc đến hỏi %s.",

	Example:           "Ví dụ: %s",
	CodeUnreadable:    "Không thấy mã hồ sơ nào ở đây. Nhập mã in trên giấy hẹn.",
	CodeEmpty:         "Nhập mã hồ sơ in trên giấy hẹn.",
	CodeNoAgency:      "Mã còn thiếu phần đầu, là phần của cơ quan.",
	CodeBadAgency:     "Phần đầu “%s” không phải mã cơ quan.",
	CodeNoDate:        "Mã còn thiếu phần giữa, là ngày nhận.",
	CodeDateShort:     "Phần ngày nhận “%s” còn thiếu số, cần đủ 6 số.",
	CodeDateLong:      "Phần ngày nhận “%s” thừa số, chỉ có 6 hoặc 8 số.",
	CodeBadMonth:      "%s không phải ngày: tháng %d.",
	CodeBadDay:        "%s không phải ngày: tháng %d không có ngày %d.",
	CodeFuture:        "%s là ngày %s, ngày đó chưa tới.",
	CodeCheckMiddle:   "Xem lại %d số ngày nhận.",
	CodeNoSerial:      "Mã còn thiếu phần cuối, là số thứ tự.",
	CodeSerialShort:   "Phần cuối “%s” còn thiếu số, cần ít nhất 4 số.",
	CodeSerialLong:    "Phần cuối “%s” thừa số, nhiều nhất 7 số.",
	CodeIsProcedure:   "%s là mã thủ tục.",
	CodeOpenKey:       "Enter để xem thủ tục này.",
	CodeOpenCommand:   "Xem thủ tục này bằng lệnh: show %s",
	CodeOpenTyped:     "Gõ %s để xem thủ tục này.",
	CodeBadLetter:     "Mã không có ký tự “%s”. Mã chỉ có chữ, số, dấu chấm và dấu gạch.",
	CodeBadLetterNone: "Mã chỉ có chữ, số, dấu chấm và dấu gạch.",
	CodeAmbiguous:     "Thiếu dấu gạch nên chưa rõ đâu là ngày nhận, đâu là số thứ tự. Gõ lại cho đủ hai dấu gạch.",
	CodeIsInsurance:   "%s là số hồ sơ bảo hiểm xã hội.",
	CodeInsuranceAt:   "Tra ở Cổng Dịch vụ công Bảo hiểm xã hội Việt Nam: %s",
	CodeInsuranceKey:  "Hồ sơ đó tra ở Cổng Dịch vụ công Bảo hiểm xã hội Việt Nam. Chạm Tra cứu để xem tiếp trên điện thoại.",
	ProcedureCode:     "“%s” không phải mã thủ tục. Mã thủ tục như 1.001193; tìm bằng tên thì dùng lệnh search.",
}

var errorsEN = Errors{
	DossierNotFound:   "No application matches. Check each part against the receipt; one handed in today may not show yet.",
	ProofNotFound:     "No application matches. Check the code and the digits you typed; one handed in today may not show yet.",
	ProcedureNotFound: "No procedure has the code %s. Check the code, or search by what you want to do.",
	NoHits:            "There is no such procedure: “%s”. Ask an officer, call %s, or try other words.",
	Outside:           "No office does this: “%s”. Ask an officer, call %s, or try other words.",
	NoHitsFilter:      "No procedure found for “%s” in the chosen field, agency or level. Drop that choice and search again.",

	System:      "The system %s",
	SystemPlain: "The system",

	Network:  "%s is not answering",
	Timeout:  "%s answers too slowly",
	Rejected: "%s is blocking this machine",
	Busy:     "%s has too many people asking",
	Server:   "%s is having problems",
	Content:  "%s sent an answer that cannot be read",
	TooLarge: "%s sent an answer that is too long",
	Refused:  "%s does not let this machine in, the operator must check the account",
	Since:    "%s, since %s",
	Retry:    "Try again in %s.",
	RetryNow: "Try again in a while.",

	StillProcedures: "Procedures can still be looked up.",
	StillDossiers:   "Applications can still be looked up.",
	Urgent:          "If it is urgent: ask %s.",
	OnPhone:         "Or look it up with your phone at %s: press W for its QR code.",

	Unjudged: "%s checks neither digits nor look-up codes, so none are taken here.",

	Cancelled: "Stopped, there is no answer yet.",
	Offline:   "This machine works without a network and has kept nothing about it. Connect it and look again.",
	HandOver:  "This application can only be looked up on the system's own page: %s",

	NotConnected:        "This code belongs to %s. This machine is not connected to the one-stop system there, so it cannot look the application up.",
	NotConnectedUnknown: "This machine is not connected to any system that takes codes of the office %s. Check the first part of the code on the receipt.",
	NotConnectedAsk:     "Ask where it was handed in, or call %s.",
	NotConnectedLook:    "Ask where it was handed in, call %s, or look on the National Public Service Portal: %s",

	Surprise: "Something unexpected went wrong, there is no answer. Try again; if it stays, ask %s.",

	Limited:             "Too many look-ups. Try again in %s.",
	LimitedShared:       "Too many look-ups were made from here. Try again in %s.",
	LimitedUnitDay:      "Too many applications of one office and day were looked up from here. Try again in %s.",
	LimitedProof:        "Too many wrong digits or look-up codes for this application came from here. Try again in %s.",
	LimitedAttack:       "Wrong digits or look-up codes for this application keep coming from many places: a stranger may be guessing. Try again in %s.",
	LimitedProofUnsure:  "Many digits or look-up codes for this application came from here, and the system could not check them. It is not known whether yours were right. Try again in %s.",
	LimitedAttackUnsure: "Many digits or look-up codes for this application came from many places, and the system could not check them: a stranger may be guessing. Try again in %s.",
	LimitedOwn:          "%s, and your own application need not wait.",
	LimitedOver:         "The wait is over, you can ask again.",
	LimitedPublic:       "Without any digits you still see the date.",
	LimitedWhole:        "If the application is yours, type the whole number of the identity card or phone that you gave, and there is no wait; or ask %s.",

	Example:           "Example: %s",
	CodeUnreadable:    "There is no application code here. Type the code on the receipt.",
	CodeEmpty:         "Type the application code on the receipt.",
	CodeNoAgency:      "The first part of the code is missing: it names the office.",
	CodeBadAgency:     "The first part “%s” is not an office.",
	CodeNoDate:        "The middle part of the code is missing: it is the date received.",
	CodeDateShort:     "The date received “%s” is too short, it has 6 digits.",
	CodeDateLong:      "The date received “%s” is too long, it has 6 or 8 digits.",
	CodeBadMonth:      "%s is not a date: month %d.",
	CodeBadDay:        "%s is not a date: month %d has no day %d.",
	CodeFuture:        "%s is %s, and that day is still to come.",
	CodeCheckMiddle:   "Check the %d digits of the date received.",
	CodeNoSerial:      "The last part of the code is missing: it is a number.",
	CodeSerialShort:   "The last part “%s” is too short, it has at least 4 digits.",
	CodeSerialLong:    "The last part “%s” is too long, it has at most 7 digits.",
	CodeIsProcedure:   "%s is the code of a procedure.",
	CodeOpenKey:       "Enter shows this procedure.",
	CodeOpenCommand:   "To see this procedure: show %s",
	CodeOpenTyped:     "Type %s to see this procedure.",
	CodeBadLetter:     "No code has the character “%s”. Codes are letters, digits, dots and hyphens.",
	CodeBadLetterNone: "Codes are letters, digits, dots and hyphens.",
	CodeAmbiguous:     "Without its hyphens it is not clear where the date begins. Type both hyphens.",
	CodeIsInsurance:   "%s is a number of social insurance.",
	CodeInsuranceAt:   "Look it up on the service portal of Vietnam Social Security: %s",
	CodeInsuranceKey:  "It is looked up on the service portal of Vietnam Social Security. Touch Look up to go on with your phone.",
	ProcedureCode:     "“%s” is not the code of a procedure. One looks like 1.001193; to search by name use search.",
}
