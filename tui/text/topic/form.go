package topic

import "motcua/tui/text/command"

// FormWords are the words about forms (biểu mẫu).
type FormWords struct {
	Key     string // to the list of forms, in the footer
	Title   string `clip:"form-title"`
	Name    string // number, name
	NoName  string // a form that the portal gives no name
	Hint    string // beside a paper that is a form, where its page can be scanned
	Scan    string `clip:"form-scan"`    // how to get the forms where a code can be shown
	Counter string `clip:"form-counter"` // how to get them where there is no page
	Page    string // URL: how to get them, in the line mode
	Fetch   string // program, code: the command that fetches one
	None    string `clip:"form-none"` // the source names no form
	Unknown string // desk: only the heading of the procedure is known

	Saved     string // name, file, bytes
	NotFound  string // desk: the portal does not have the file
	Offline   string // desk
	Empty     string // why a file is not handed on
	TooLarge  string
	Macro     string
	Program   string
	WebPage   string
	Broken    string
	OtherKind string
	Mismatch  string // what the name says, what it is
	Instead   string // desk

	// The command.
	Command      command.Verb
	NeedForm     string // count of forms
	NeedFormOut  string
	BadForm      string // the given value, count of forms
	FormTerminal string
	FormOutJSON  string
	FormExists   string // file
	FormNoFolder string // file
	FormNoPlain  string // file
	FormCannot   string // file
	FlagFormOut  string
	FlagForce    string
}

// Form are these words, Vietnamese first.
var Form = both(FormWords{
	Key:     "biểu mẫu",
	Title:   "Biểu mẫu",
	Name:    "%d. %s",
	NoName:  "Biểu mẫu chưa có tên",
	Hint:    "điền theo mẫu, lấy tại quầy hoặc quét mã",
	Scan:    "Lấy tại quầy, hoặc quét mã để mở trang của thủ tục trên cổng, nơi có các biểu mẫu này.",
	Counter: "Lấy tại quầy.",
	Page:    "Lấy tại quầy, hoặc ở trang của thủ tục trên cổng: %s",
	Fetch:   "Tải một biểu mẫu về máy: %s form %s SỐ --out TỆP",
	None:    "Cổng không có biểu mẫu nào cho thủ tục này.",
	Unknown: "Ở đây chỉ có tên thủ tục này, chưa biết có biểu mẫu nào. Hỏi %s.",

	Saved:     "Đã ghi “%s” vào %s (%s byte).",
	NotFound:  "Cổng không còn tệp của biểu mẫu này. Lấy tại quầy, hoặc hỏi %s.",
	Offline:   "Tệp biểu mẫu không được lưu sẵn trên máy này, cần có mạng mới tải được. Lấy tại quầy, hoặc hỏi %s.",
	Empty:     "Cổng gửi về một tệp rỗng, nên không lấy.",
	TooLarge:  "Tệp lớn hơn 10 MB, nên không lấy.",
	Macro:     "Tệp có macro, là chương trình nằm trong văn bản, nên không lấy.",
	Program:   "Tệp là chương trình chứ không phải biểu mẫu, nên không lấy.",
	WebPage:   "Cổng gửi về một trang web chứ không phải biểu mẫu, nên không lấy.",
	Broken:    "Tệp bị hỏng, nên không lấy.",
	OtherKind: "Tệp không phải loại văn bản thường dùng, nên không lấy.",
	Mismatch:  "Tên ghi là %s mà tệp là %s, nên không lấy.",
	Instead:   "Lấy tại quầy, hoặc hỏi %s.",

	Command: command.Verb{
		Args:  "MÃ [SỐ]",
		Short: "Biểu mẫu của một thủ tục: tên, tải về máy",
		Long: `Cho biết tên các biểu mẫu của một thủ tục. Thêm số thứ tự và --out để tải một biểu mẫu từ cổng về tệp; TỆP là thư mục thì giữ tên của cổng, - là ghi ra đầu ra chuẩn. Tệp không được mở hay chạy. Tệp lớn hơn 10 MB, có macro, là chương trình hay trang web thì không lấy.

Không ghi đè tệp đã có, trừ khi thêm --force.`,
		Example: `  %[1]s form 1.000757
  %[1]s form 1.000757 1 --out mau.docx
  %[1]s form 1.000757 --json`,
		Typed: "“mẫu” và mã thủ tục: tên các biểu mẫu.",
	},
	NeedForm:     "Thủ tục này có %d biểu mẫu. Ghi thêm số thứ tự của biểu mẫu cần tải.",
	NeedFormOut:  "Ghi vào đâu? Thêm --out TỆP.",
	BadForm:      "Không có biểu mẫu số %s. Thủ tục này có %d biểu mẫu.",
	FormTerminal: "Tệp biểu mẫu không hiện được trên màn hình này. Ghi vào tệp: --out TỆP.",
	FormOutJSON:  "--out - và --json cùng ghi ra một chỗ. Bỏ một trong hai.",
	FormExists:   "Đã có %s. Chọn tên khác, hoặc thêm --force để ghi đè.",
	FormNoFolder: "Không có thư mục để ghi %s. Tạo thư mục trước.",
	FormNoPlain:  "%s không phải tệp thường nên không ghi đè.",
	FormCannot:   "Không ghi được %s. Xem quyền ghi và chỗ trống của thư mục.",
	FlagFormOut:  "tệp hay thư mục để ghi; - là đầu ra chuẩn",
	FlagForce:    "ghi đè tệp đã có",
}, FormWords{
	Key:     "forms",
	Title:   "Forms",
	Name:    "%d. %s",
	NoName:  "A form without a name",
	Hint:    "a form to fill in: get it at the counter or scan the code",
	Scan:    "Get them at the counter, or scan the code: it opens the procedure's page on the portal, where these forms are.",
	Counter: "Get them at the counter.",
	Page:    "Get them at the counter, or on the procedure's page on the portal: %s",
	Fetch:   "To fetch one to this machine: %s form %s NUMBER --out FILE",
	None:    "The portal has no form for this procedure.",
	Unknown: "Only the name of this procedure is known here, not whether it has forms. Ask %s.",

	Saved:     "Wrote “%s” to %s (%s bytes).",
	NotFound:  "The portal no longer has the file of this form. Get it at the counter, or ask %s.",
	Offline:   "Files of forms are not kept on this machine, so a network is needed to fetch one. Get it at the counter, or ask %s.",
	Empty:     "The portal sent an empty file, so it is not taken.",
	TooLarge:  "The file is larger than 10 MB, so it is not taken.",
	Macro:     "The file holds macros, which are programs inside a document, so it is not taken.",
	Program:   "The file is a program and not a form, so it is not taken.",
	WebPage:   "The portal sent a web page and not a form, so it is not taken.",
	Broken:    "The file is damaged, so it is not taken.",
	OtherKind: "The file is not of a usual document type, so it is not taken.",
	Mismatch:  "The name says %s but the file is %s, so it is not taken.",
	Instead:   "Get it at the counter, or ask %s.",

	Command: command.Verb{
		Args:  "CODE [NUMBER]",
		Short: "The forms of a procedure: their names, and one as a file",
		Long: `Lists the forms of a procedure by name. With a number and --out it fetches one from the portal into a file; if FILE is a folder the portal's name is kept, and - is standard output. The file is not opened and never run. One over 10 MB, with macros, or that is a program or a web page is not taken.

A file that exists is not overwritten without --force.`,
		Example: `  %[1]s form 1.000757
  %[1]s form 1.000757 1 --out form.docx
  %[1]s form 1.000757 --json`,
		Typed: "“form” and a procedure's code: the names of its forms.",
	},
	NeedForm:     "This procedure has %d forms. Add the number of the one to fetch.",
	NeedFormOut:  "Where to? Add --out FILE.",
	BadForm:      "There is no form number %s. This procedure has %d.",
	FormTerminal: "The file of a form cannot be shown on this screen. Write it to a file: --out FILE.",
	FormOutJSON:  "--out - and --json write to the same place. Leave one of them out.",
	FormExists:   "%s exists. Choose another name, or add --force to overwrite it.",
	FormNoFolder: "There is no folder for %s. Make it first.",
	FormNoPlain:  "%s is not a regular file, so it is not overwritten.",
	FormCannot:   "%s cannot be written. See whether the folder may be written to and has room.",
	FlagFormOut:  "file or folder to write to; - is standard output",
	FlagForce:    "overwrite a file that exists",
})
