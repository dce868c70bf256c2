package topic

import "motcua/tui/text/command"

// NoticesWords are the words about notices, feedback, contact and what this machine can do.
type NoticesWords struct {
	Topic     string `clip:"topic-notices"` // what a person asks
	TopicHint string
	Title     string `clip:"notices-title"`

	Posted     string // heading
	None       string `clip:"notices-none"`
	NoNews     string `clip:"notices-no-news"` // a sentence
	OfOffice   string // %s: the last day
	OfPortal   string // %s: day
	OfPortalOf string // without a day
	Kept       string // the office's own, below a notice; %s: the first day, %s: the last

	Voices                    string // heading
	Feedback                  string `clip:"notices-feedback"`
	Answers                   string `clip:"notices-answers"`
	FeedbackHint, AnswersHint string
	FeedbackLine, AnswersLine string // %s: address
	Contact                   string // heading
	Hotline                   string // %s: number
	Here                      string // %s: the operator's words
	Ask                       string // %s: whom to ask
	Map                       string `clip:"notices-map"`
	MapHint                   string
	Links, LinkHint           string
	Cut                       string `clip:"notice-cut"`
	NotFound                  string `clip:"notice-gone"`
	HelpKey, HelpHint         string
	SearchHint                string // what one types to find a procedure

	Command   command.Verb
	BadNotice string
}

// Notices are these words, Vietnamese first.
var Notices = both(NoticesWords{
	Topic:     "Thông báo, hỏi và phản ánh ở đâu?",
	TopicHint: "Tin mới, tổng đài, gửi phản ánh, ở máy này làm được gì",
	Title:     "Thông báo và liên hệ",

	Posted:     "Thông báo",
	None:       "Hiện không có thông báo nào.",
	NoNews:     "Tin của cổng chưa tải được, xem lại sau.",
	OfOffice:   "Cơ quan này, đến hết ngày %s",
	OfPortal:   "Tin của cổng, ngày %s",
	OfPortalOf: "Tin của cổng",
	Kept:       "Thông báo của cơ quan này, từ ngày %s đến hết ngày %s",

	Voices:   "Phản ánh, kiến nghị",
	Feedback: "Gửi phản ánh, kiến nghị", FeedbackHint: "Quét mã bằng điện thoại, điền trên trang của cổng",
	Answers: "Xem trả lời phản ánh, kiến nghị", AnswersHint: "Quét mã bằng điện thoại, tra trên trang của cổng",
	FeedbackLine: "Gửi phản ánh, kiến nghị: %s",
	AnswersLine:  "Xem trả lời: %s",
	Contact:      "Liên hệ",
	Hotline:      "Tổng đài dịch vụ công: %s",
	Here:         "Cơ quan này: %s",
	Ask:          "Cần gấp: hỏi %s",
	Map:          "Ở máy này làm được gì?", MapHint: "Danh sách mọi trang, mở ngay từ đó",
	Links: "Địa chỉ trong thông báo", LinkHint: "Xem mã QR",
	Cut:      "Thông báo dài quá, đoạn cuối không hiện ở đây.",
	NotFound: "Không còn thông báo này.",
	HelpKey:  "Trợ giúp", HelpHint: "Các phím, và mã mẫu để thử",
	SearchHint: "Gõ việc muốn làm",

	Command: command.Verb{
		Args:  "[MÃ]",
		Short: "Thông báo, tổng đài, gửi phản ánh ở đâu",
		Long: `Liệt kê thông báo của cơ quan (thư mục ở khóa place.notices) và tin của cổng, rồi tổng đài, liên hệ (place.contact), trang gửi và xem trả lời phản ánh, kiến nghị. Kèm mã hay số thứ tự trong danh sách thì xem thông báo ấy. notices check THƯ-MỤC kiểm tra thư mục thông báo.

Với --json, mỗi thông báo là một dòng (type là notice), dòng cuối là liên hệ (type là contact); xem một thông báo thì có thêm text và links.`,
		Example: `  %[1]s notices
  %[1]s notices 1
  %[1]s notices --json`,
		Typed: "“thongbao”: thông báo, tổng đài, gửi phản ánh ở đâu; thêm số để xem.",
	},
	BadNotice: "Cần một mã hay một số, lấy ở danh sách.",
}, NoticesWords{
	Topic:     "What is new, and where do I ask or complain?",
	TopicHint: "Notices, the hotline, feedback, what this machine can do",
	Title:     "Notices and contact",

	Posted:     "Notices",
	None:       "There are no notices now.",
	NoNews:     "The portal's news could not be fetched; look again later.",
	OfOffice:   "This office, until %s",
	OfPortal:   "News of the portal, %s",
	OfPortalOf: "News of the portal",
	Kept:       "A notice of this office, from %s until %s",

	Voices:   "Feedback and complaints",
	Feedback: "Send feedback or a complaint", FeedbackHint: "Scan the code with a phone and fill in the portal's page",
	Answers: "See an answer to a complaint", AnswersHint: "Scan the code with a phone and look it up on the portal's page",
	FeedbackLine: "Feedback and complaints: %s",
	AnswersLine:  "Answers to complaints: %s",
	Contact:      "Contact",
	Hotline:      "Public service hotline: %s",
	Here:         "This office: %s",
	Ask:          "Urgent: ask %s",
	Map:          "What can this machine do?", MapHint: "A list of all pages, to be opened from there",
	Links: "Addresses in the notice", LinkHint: "Show the QR code",
	Cut:      "The notice is too long; its end is not shown here.",
	NotFound: "This notice is no longer posted.",
	HelpKey:  "Help", HelpHint: "The keys, and sample codes to try",
	SearchHint: "Type what you want to get done",

	Command: command.Verb{
		Args:  "[ID]",
		Short: "Notices, the hotline, where to complain",
		Long: `Lists the office's notices (the folder of the key place.notices) and the portal's news, then the hotline, the office's contact (place.contact), and the pages for complaints and their answers. With an ID, or a number of the list, it shows that notice. notices check FOLDER checks the folder.

With --json, each notice is a line (type is notice), and the last line is the contact (type is contact); one notice has text and links too.`,
		Example: `  %[1]s notices
  %[1]s notices 1
  %[1]s notices --json`,
		Typed: "“notices”: notices, the hotline, where to complain; add a number to read one.",
	},
	BadNotice: "One ID or number of the list is needed.",
})
