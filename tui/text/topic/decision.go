package topic

import "motcua/tui/text/command"

// DecisionWords are the words about the decisions that publish procedures.
type DecisionWords struct {
	Topic     string `clip:"topic-decision"`
	TopicHint string
	Title     string `clip:"decision-title"`

	Of      string // heading of a list, %s: agency
	OfAll   string // the same for all agencies
	InYear  string // follows it, %d: year
	Having  string // likewise, %s: words in number or title
	With    string // heading of the decisions with a procedure, %s: its code
	Counted string // %s decisions, %s procedures
	Partly  string // %s of %s decisions are counted
	New     string
	Amended string
	Gone    string
	OneList string `clip:"decision-one-list"` // a sentence: amended and replaced are told together
	Nothing string `clip:"decision-nothing"`  // a sentence: no such decision in the list
	Some    string // %s shown of %s
	NoYear  string `clip:"decision-no-year"` // a sentence: a year is counted for one agency
	Without string `clip:"decision-without"` // a sentence: no decision with a procedure was found
	Looked  string // a sentence: %s of an agency's %s decisions were looked through
	Named   string // a sentence, %s: number of the decision that the procedure's text names and that was not found

	Number   string // %s: the number of a decision
	NoNumber string
	Day      string // %s: day of publication
	NoDay    string
	Fields   string // heading
	NoneOf   string // of a kind, in a list of one decision
	ID       string // %s: the key of a decision

	NotFound  string `clip:"decision-not-found"` // a sentence: no such decision, agency or field
	Elsewhere string // a sentence, %s: address
	Newest    string // a sentence: where today's are
	Asking    string // what is asked

	KeyOpen, KeyYear, KeyEarlier, KeyLater, KeyDecision string

	// The command.
	Command     command.Verb
	FlagYear    string
	FlagDecider string
	FlagWords   string
	FlagDate    string
	FlagHaving  string
	BadDecision string
	NotTogether string // flags that ask for different things
}

// Decision are these words, Vietnamese first.
var Decision = both(DecisionWords{
	Topic:     "Thủ tục nào mới, đổi, hay bỏ?",
	TopicHint: "Quyết định công bố theo từng năm: thủ tục mới, sửa đổi, bãi bỏ",
	Title:     "Quyết định công bố thủ tục",

	Of:      "Quyết định công bố thủ tục của %s",
	OfAll:   "Quyết định công bố thủ tục của các cơ quan",
	InYear:  "năm %d",
	Having:  "có “%s”",
	With:    "Quyết định có thủ tục %s",
	Counted: "%s quyết định, %s lượt thủ tục",
	Partly:  "Mới đếm %s trong %s quyết định; mỗi lần cập nhật máy đọc thêm.",
	New:     "Mới ban hành",
	Amended: "Sửa đổi hoặc thay thế",
	Gone:    "Bãi bỏ",
	OneList: "Cổng ghi sửa đổi và thay thế chung một danh sách nên không tách được.",
	Nothing: "Danh sách ở đây không có quyết định nào như vậy. Xem trên trang của Cổng Dịch vụ công quốc gia.",
	Some:    "Mới hiện %s trong %s quyết định.",
	NoYear:  "Muốn đếm thủ tục theo năm thì chọn một cơ quan.",
	Without: "Chưa tìm thấy quyết định nào có thủ tục này.",
	Looked:  "Của tỉnh mới xem được %s trong %s quyết định; mỗi lần cập nhật máy đọc thêm.",
	Named:   "Thủ tục ghi quyết định số %s, chưa tìm thấy trong các danh sách ở đây.",

	Number:   "Số %s",
	NoNumber: "Không ghi số",
	Day:      "công bố ngày %s",
	NoDay:    "không rõ ngày",
	Fields:   "Lĩnh vực",
	NoneOf:   "không có",
	ID:       "mã %s",

	NotFound:  "Không thấy quyết định, cơ quan hay lĩnh vực ấy. Xem lại chữ, hoặc bỏ bớt điều kiện.",
	Elsewhere: "Máy này chưa nối với nơi có các quyết định. Xem trên trang của Cổng Dịch vụ công quốc gia: %s",
	Newest:    "Quyết định mới nhất có trên trang của Cổng Dịch vụ công quốc gia.",
	Asking:    "danh sách quyết định",

	KeyOpen: "mở", KeyYear: "năm khác", KeyEarlier: "năm trước", KeyLater: "năm sau", KeyDecision: "thay đổi",

	Command: command.Verb{
		Args:  "[MÃ]",
		Short: "Thủ tục nào mới, đổi, hay bỏ",
		Long: `Liệt kê các quyết định công bố thủ tục, mới nhất trước; có --year thì đếm thủ tục mới, sửa đổi hoặc thay thế, bãi bỏ của năm ấy. Không ghi --agency thì là tỉnh trong cấu hình (place.province); --agency '*' là mọi cơ quan. Kèm mã của một quyết định (dãy số trong danh sách) thì xem quyết định ấy làm gì với từng thủ tục. --procedure hỏi ngược lại: quyết định nào có thủ tục ấy, trong số quyết định của tỉnh mà máy đã đọc, và quyết định mang số ghi ở thủ tục.

Cổng ghi sửa đổi và thay thế chung một danh sách nên không tách được. Số của quyết định có thể trùng nhau, mã thì không.

Với --json, mỗi quyết định là một dòng; có --year thì dòng đầu (type là year) là số đếm, counted là số quyết định đã đếm. Có --procedure thì does là tên danh sách có thủ tục ấy. Không có quyết định nào thì có một dòng (type là none): found là false khi đã xem hết mà không có, null khi máy chưa đọc hết.`,
		Example: `  %[1]s decisions --year 2018
  %[1]s decisions --agency G15 --words 'bãi bỏ'
  %[1]s decisions 18002
  %[1]s decisions --procedure 1.004194
  %[1]s decisions --year 2018 --json`,
		Typed: "“quyetdinh” hay “quyết định” và một năm, mã quyết định, mã thủ tục hay chữ: thủ tục nào mới, đổi, hay bỏ.",
	},
	FlagYear:    "quyết định của năm này, và đếm thủ tục",
	FlagDecider: "cơ quan: mã như H55, hoặc chữ trong tên; * là mọi cơ quan",
	FlagWords:   "chữ trong số hay tên quyết định",
	FlagDate:    "công bố đúng ngày này, ví dụ 2018-01-24",
	FlagHaving:  "quyết định có thủ tục mang mã này",
	NotTogether: "--procedure không đi cùng --year, --date, --words; mã quyết định không đi cùng tùy chọn nào trong số này. Hỏi từng thứ một.",
	BadDecision: "Mã quyết định là một dãy số, --year là một năm, --date là một ngày như 2018-01-24, --procedure là mã thủ tục như 1.001193, --limit từ 1 đến 1000.",
}, DecisionWords{
	Topic:     "Which procedures are new, changed or gone?",
	TopicHint: "Decisions by year: procedures that are new, amended or abolished",
	Title:     "Decisions on procedures",

	Of:      "Decisions on procedures by %s",
	OfAll:   "Decisions on procedures by all agencies",
	InYear:  "in %d",
	Having:  "with “%s”",
	With:    "Decisions with the procedure %s",
	Counted: "%s decisions; procedures counted %s times",
	Partly:  "Counted so far: %s of %s decisions; each sync reads more.",
	New:     "New",
	Amended: "Amended or replaced",
	Gone:    "Abolished",
	OneList: "The portal has amended and replaced in one list, so they cannot be told apart.",
	Nothing: "The list here has no such decision. See the page of the National Public Service Portal.",
	Some:    "Showing %s of %s decisions.",
	NoYear:  "To count the procedures of a year, choose one agency.",
	Without: "No decision with this procedure was found so far.",
	Looked:  "Of the province's decisions %s of %s have been looked through; each sync reads more.",
	Named:   "The procedure names decision %s, which is not in the lists known here.",

	Number:   "No. %s",
	NoNumber: "Without a number",
	Day:      "published on %s",
	NoDay:    "day unknown",
	Fields:   "Fields",
	NoneOf:   "none",
	ID:       "ID %s",

	NotFound:  "There is no such decision, agency or field. Check the spelling, or use fewer conditions.",
	Elsewhere: "This machine is not connected to where the decisions are. See the page of the National Public Service Portal: %s",
	Newest:    "The newest decisions are on the page of the National Public Service Portal.",
	Asking:    "the list of decisions",

	KeyOpen: "open", KeyYear: "other year", KeyEarlier: "year before", KeyLater: "year after", KeyDecision: "changes",

	Command: command.Verb{
		Args:  "[ID]",
		Short: "Which procedures are new, changed or gone",
		Long: `Lists the decisions that publish procedures, the newest first; with --year it counts the procedures that were new, amended or replaced, or abolished in that year. Without --agency these are those of the province in the configuration (place.province); --agency '*' means all agencies. With the ID of a decision (the digits in the list) it shows what that decision does to each procedure. --procedure asks the other way round: which decisions have that procedure, among those of the province that this machine has read, and the one with the number that the procedure names.

The portal has amended and replaced in one list, so they cannot be told apart. Numbers of decisions are not unique, IDs are.

With --json each decision is a line; with --year the first line (type year) has the counts, and counted is of how many decisions they are. With --procedure, does names the list that has the procedure. Without any decision there is one line (type none): found is false when all were looked through and none is such, null when this machine has not read all.`,
		Example: `  %[1]s decisions --year 2018
  %[1]s decisions --agency G15 --words 'bai bo'
  %[1]s decisions 18002
  %[1]s decisions --procedure 1.004194
  %[1]s decisions --year 2018 --json`,
		Typed: "“decisions” and a year, the ID of a decision, a procedure's code or words: which procedures are new, changed or gone.",
	},
	FlagYear:    "decisions of this year, with counts of procedures",
	FlagDecider: "agency: an id such as H55, or words of its name; * for all",
	FlagWords:   "words of a decision's number or title",
	FlagDate:    "published on this day, for example 2018-01-24",
	FlagHaving:  "decisions with the procedure of this code",
	NotTogether: "--procedure does not go with --year, --date or --words; the ID of a decision goes with no such flag. Ask one after the other.",
	BadDecision: "The ID of a decision is digits, --year a year, --date a day such as 2018-01-24, --procedure the code of a procedure such as 1.001193, --limit from 1 to 1000.",
})
