package command

// Mode contains the messages of the line mode (ssh -T, a pipe) besides the answers.
type Mode struct {
	Greeting    [2]string // two short lines; after a change of language only the first is written
	First, Next string    // the questions, on lines of their own, so that answers to a pipe remain whole lines
	Help        [5]string
	Bye         string
	TooLong     string // bytes
	Choose      string // number of procedures
	ChooseSome  string // number listed, number found
	ChooseNone  string
	ProofFirst  string
	ProofForm   string
	FullFirst   string
	FullList    string // below the numbered sections of the whole text
	FullSection string // number of sections: there is no section of that number
	WhyHelp     string // for staff
	WhyFirst    string
	MarkHelp    string // for staff
	MarkFirst   string
	Ahead       string
}

// ModeVI are these words in Vietnamese.
var ModeVI = Mode{
	Greeting: [...]string{
		"Một cửa: hồ sơ đến đâu rồi, cần mang giấy tờ gì.",
		"Gõ ? để xem cách dùng, q để thoát. Type en for English.",
	},
	First: "Mã hồ sơ, hoặc việc cần làm:",
	Next:  "Mã hoặc việc:",
	Help: [...]string{
		"Gõ mã hồ sơ trên giấy hẹn, ví dụ " + ExampleCode + ".",
		"Gõ việc cần làm, ví dụ: khai sinh. Rồi gõ số thứ tự của thủ tục.",
		"m và 4 số cuối căn cước hay điện thoại đã khai (hoặc mã tra cứu trên giấy hẹn): xem tên, giấy tờ của hồ sơ vừa tra.",
		"t: các mục toàn văn của thủ tục vừa xem; t và số mục để đọc một mục, t 0 để đọc hết.",
		"en: English. q: thoát.",
	},
	Bye:         "Chào ông/bà.",
	TooLong:     "Dòng dài quá %d byte, đã bỏ qua.",
	Choose:      "Gõ số từ 1 đến %d để xem giấy tờ.",
	ChooseSome:  "Gõ số từ 1 đến %d để xem giấy tờ. Có %s thủ tục; gõ thêm chữ để tìm hẹp hơn.",
	ChooseNone:  "Chưa có danh sách nào. Gõ việc cần làm trước, ví dụ: khai sinh.",
	ProofFirst:  "Tra một hồ sơ trước, rồi gõ m và 4 số cuối căn cước hay điện thoại.",
	ProofForm:   "Sau chữ m cần từ 4 đến 12 chữ hoặc số, ví dụ: m 4321.",
	FullFirst:   "Xem một thủ tục trước, rồi gõ t.",
	FullList:    "Gõ t và số mục để đọc một mục, ví dụ: t 2. Gõ t 0 để đọc hết.",
	FullSection: "Toàn văn có %d mục. Gõ t và một số trong đó, hoặc t 0 để đọc hết.",
	WhyHelp:     "v: từng dòng giấy tờ của thủ tục vừa xem được đọc thế nào (cho cán bộ).",
	WhyFirst:    "Xem một thủ tục trước, rồi gõ v.",
	MarkHelp:    "x: ghi thủ tục vừa xem vào danh sách trang đọc sai; x và số dòng: ghi một dòng; gõ lần nữa thì bỏ (cho cán bộ).",
	MarkFirst:   "Xem một thủ tục trước, rồi gõ x, hoặc x và số dòng, ví dụ: x 3.",
	Ahead:       ", chưa tới",
}

// ModeEN are these words in English.
var ModeEN = Mode{
	Greeting: [...]string{
		"One-stop desk: where is my application, what do I need to bring.",
		"Type ? for help, q to leave. Gõ vi để dùng tiếng Việt.",
	},
	First: "Application code, or what you want to do:",
	Next:  "Code or words:",
	Help: [...]string{
		"Type the application code on your receipt, for example " + ExampleCode + ".",
		"Type what you want to do, for example: birth certificate. Then type the number of a procedure.",
		"m and the last 4 digits of your identity card or phone number (or the look-up code on the receipt): name and papers of the application looked up last.",
		"t: the sections of the whole text of the procedure shown last; t and a number reads one section, t 0 reads all.",
		"vi: tiếng Việt. q: leave.",
	},
	Bye:         "Goodbye.",
	TooLong:     "The line is longer than %d bytes and was left out.",
	Choose:      "Type a number from 1 to %d to see the papers.",
	ChooseSome:  "Type a number from 1 to %d to see the papers. There are %s procedures; more words find fewer.",
	ChooseNone:  "There is no list yet. Type what you want to do first, for example: birth certificate.",
	ProofFirst:  "Look up an application first, then type m and the last 4 digits of your identity card or phone number.",
	ProofForm:   "After the m come 4 to 12 letters or digits, for example: m 4321.",
	FullFirst:   "Look at a procedure first, then type t.",
	FullList:    "Type t and a number to read one section, for example: t 2. Type t 0 to read all.",
	FullSection: "The whole text has %d sections. Type t and one of these numbers, or t 0 to read all.",
	WhyHelp:     "v: how each row of papers of the procedure shown last was read (for staff).",
	WhyFirst:    "Look at a procedure first, then type v.",
	MarkHelp:    "x: puts the procedure shown last on the list of pages read wrongly; x and a row's number: that row; again takes it off (for staff).",
	MarkFirst:   "Look at a procedure first, then type x, or x and the number of a row, for example: x 3.",
	Ahead:       ", not yet",
}
