package line

import "motcua/tui/text"

// modeWords are what the line mode says beside the answers.
type modeWords struct {
	greeting    []string // two short lines; the first alone greets after a change of language
	first, next string   // the questions; on lines of their own, so that answers to a pipe stay whole lines
	help        []string
	bye         string
	tooLong     string // bytes
	choose      string // how many
	chooseSome  string // how many are listed, how many there are
	chooseNone  string
	proofFirst  string
	proofForm   string
	fullFirst   string
	whyHelp     string // for staff
	whyFirst    string
	markHelp    string // for staff
	markFirst   string
	ahead       string
}

var modeVI = modeWords{
	greeting: []string{
		"Một cửa: hồ sơ đến đâu rồi, cần mang giấy tờ gì.",
		"Gõ ? để xem cách dùng, q để thoát. Type en for English.",
	},
	first: "Mã hồ sơ, hoặc việc cần làm:",
	next:  "Mã hoặc việc:",
	help: []string{
		"Gõ mã hồ sơ trên giấy hẹn, ví dụ " + text.ExampleCode + ".",
		"Gõ việc cần làm, ví dụ: khai sinh. Rồi gõ số thứ tự của thủ tục.",
		"m và 4 số cuối căn cước hay điện thoại đã khai (hoặc mã tra cứu trên giấy hẹn): xem tên, giấy tờ của hồ sơ vừa tra.",
		"t: toàn văn của thủ tục vừa xem.",
		"en: English. q: thoát.",
	},
	bye:        "Chào ông/bà.",
	tooLong:    "Dòng dài quá %d byte, đã bỏ qua.",
	choose:     "Gõ số từ 1 đến %d để xem giấy tờ.",
	chooseSome: "Gõ số từ 1 đến %d để xem giấy tờ. Có %s thủ tục; gõ thêm chữ để tìm hẹp hơn.",
	chooseNone: "Chưa có danh sách nào. Gõ việc cần làm trước, ví dụ: khai sinh.",
	proofFirst: "Tra một hồ sơ trước, rồi gõ m và 4 số cuối căn cước hay điện thoại.",
	proofForm:  "Sau chữ m cần từ 4 đến 12 chữ hoặc số, ví dụ: m 4321.",
	fullFirst:  "Xem một thủ tục trước, rồi gõ t.",
	whyHelp:    "v: từng dòng giấy tờ của thủ tục vừa xem được đọc thế nào (cho cán bộ).",
	whyFirst:   "Xem một thủ tục trước, rồi gõ v.",
	markHelp:   "x: ghi thủ tục vừa xem vào danh sách trang đọc sai; x và số dòng: ghi một dòng; gõ lần nữa thì bỏ (cho cán bộ).",
	markFirst:  "Xem một thủ tục trước, rồi gõ x, hoặc x và số dòng, ví dụ: x 3.",
	ahead:      ", chưa tới",
}

var modeEN = modeWords{
	greeting: []string{
		"One-stop desk: where is my dossier, what must I bring.",
		"Type ? for help, q to leave. Gõ vi để dùng tiếng Việt.",
	},
	first: "Dossier code, or what you want to do:",
	next:  "Code or words:",
	help: []string{
		"Type the dossier code on your receipt, for example " + text.ExampleCode + ".",
		"Type what you want to do, for example: khai sinh. Then type the number of a procedure.",
		"m and the last 4 digits of your identity card or phone number (or the look-up code on the receipt): name and papers of the dossier looked up last.",
		"t: the whole text of the procedure shown last.",
		"vi: tiếng Việt. q: leave.",
	},
	bye:        "Goodbye.",
	tooLong:    "The line is longer than %d bytes and was left out.",
	choose:     "Type a number from 1 to %d to see the papers.",
	chooseSome: "Type a number from 1 to %d to see the papers. There are %s procedures; more words find fewer.",
	chooseNone: "There is no list yet. Type what you want to do first, for example: khai sinh.",
	proofFirst: "Look up a dossier first, then type m and the last 4 digits of your identity card or phone number.",
	proofForm:  "After the m come 4 to 12 letters or digits, for example: m 4321.",
	fullFirst:  "Look at a procedure first, then type t.",
	whyHelp:    "v: how each row of papers of the procedure shown last was read (for staff).",
	whyFirst:   "Look at a procedure first, then type v.",
	markHelp:   "x: puts the procedure shown last on the list of pages read wrongly; x and a row's number: that row; again takes it off (for staff).",
	markFirst:  "Look at a procedure first, then type x, or x and the number of a row, for example: x 3.",
	ahead:      ", not yet",
}

func modeWordsOf(l text.Lang) *modeWords {
	if l == text.EN {
		return &modeEN
	}
	return &modeVI
}
