package text

// Procedure contains the words about one procedure.
type Procedure struct {
	// Headings of the first page.
	HandIn, Show, OnlyIf, Time, Cost, Place, How string

	OnlyIfThis      string // condition: heading of its papers
	OnlyIfIs        string // group: the condition of its papers where it only names a group
	Close, CloseWhy string // rows that were not understood with certainty, and what to do with them

	// Headings of the full text, in its order.
	SecPapers, SecTime, SecFees, SecWhere, SecSteps, SecConditions string
	SecLegal, SecResults, SecForms, SecNotes, SecAbout             string

	Levels   [5]string // by client.Level: 1 ward ... 4 other; 0 unknown
	Channels [4]string // direct, online, postal, other; on the first page
	ByWay    [4]string // the same in the full text

	Original, OriginalsMany string // count
	Copy, CopiesMany        string // count
	Photo, PhotosMany       string // count
	Sheet, SheetsMany       string // count: copies that the source lists as originals
	OneOf                   string // introduces alternatives
	OneOfFor                string // what for: introduces alternatives
	FillIn                  string // beside a form
	ExceptFor               string // condition: everybody except those
	OfficeMakes             string // row: a paper that nobody brings
	SumOfCase               string // case: the papers of one case
	CutOff                  string // hour: done on the same day, after it on the next working day
	OnlyFor                 string // what, case or channel
	FormOf                  string // names of forms

	TimesDiffer  string // before the source's words that contradict each other
	CaseOther    string // people to whom none of the named cases applies
	FeeUntil     string // amount, last day
	FeeUsual     string // amount: the fee without a reduction
	LimitUnknown string
	LimitInText  string
	CaseLimit    string // case, limit
	FeeUnknown   string
	FeeNotListed string
	FeeNoAmount  string // in the full text
	InWords      string // in the full text, before the source's own words
	FeeFree      string
	FeeFreeSome  string    // some people pay nothing
	FeeOthers    string    // amount: there are other amounts as well
	FeeFreeMost  string    // free, and there are other amounts as well
	FeeKinds     [3]string // fee, service fee, neither
	FeeLine      string    // kind, amount
	ByChannel    string    // channel, what applies to it

	ReadyToday   string // by when, if handed in today
	ReadySameDay string
	ReadyCutOff  string // hour until which the result comes on the same day
	ReadyClosed  string // by when, if the offices are closed now
	ReadyUnknown string // year without a calendar, in which the result would be ready

	Executing, Competent, Authorized, Coordinating string
	Receiving, Subjects, Ways                      string

	OfficialName, Code, Field, Level, Publisher, Decision, Updated, Kind string
	DecisionLine                                                         string // number, day
	DecisionOf                                                           string // decision, agency
	Kinds                                                                [7]string

	Page string // URL

	Outline     string // desk: only the name is known
	OutlinePage string // desk, URL
}

var procedureVI = Procedure{
	HandIn: "Nộp", Show: "Xuất trình", OnlyIf: "Chỉ khi", OnlyIfThis: "Chỉ khi %s", OnlyIfIs: "là %s", Time: "Bao lâu",
	Cost: "Bao nhiêu tiền", Place: "Ở đâu", How: "Cách nộp",

	SecPapers: "Giấy tờ", SecTime: "Thời hạn", SecFees: "Phí, lệ phí", SecWhere: "Nơi nộp và cách nộp",
	SecSteps: "Các bước", SecConditions: "Yêu cầu, điều kiện", SecLegal: "Căn cứ pháp lý",
	SecResults: "Kết quả", SecForms: "Biểu mẫu", SecNotes: "Ghi chú", SecAbout: "Về thủ tục này",

	Levels:   [5]string{"chưa rõ cấp", "cấp xã", "cấp tỉnh", "cấp bộ", "cơ quan khác"},
	Channels: [4]string{"tại quầy", "trực tuyến", "qua bưu điện", "cách khác"},
	ByWay:    [4]string{"Tại quầy", "Trực tuyến", "Qua bưu điện", "Cách khác"},

	Original: "%s bản chính", OriginalsMany: "%s bản chính",
	Copy: "%s bản sao", CopiesMany: "%s bản sao",
	Photo: "%s ảnh", PhotosMany: "%s ảnh",
	Sheet: "%s bản", SheetsMany: "%s bản",
	Close: "Đọc kỹ", CloseWhy: "Máy chưa chắc đã hiểu đúng những dòng này. Ông/bà đọc nguyên văn hoặc hỏi quầy.",
	OneOf:       "một trong các giấy tờ:",
	OneOfFor:    "%s, một trong các giấy tờ:",
	FillIn:      "điền theo mẫu, lấy ở quầy hoặc trên cổng",
	ExceptFor:   "không thuộc trường hợp %s",
	OfficeMakes: "Cơ quan lập, ông/bà không phải mang: %s",
	SumOfCase:   "Trường hợp: %s",
	CutOff:      "trong ngày; nộp sau %d giờ: ngày làm việc tiếp theo",
	OnlyFor:     "%s (%s)",
	FormOf:      "Biểu mẫu: %s",

	TimesDiffer:  "cổng ghi nhiều hạn khác nhau, chưa hứa được ngày trả:",
	CaseOther:    "Trường hợp khác",
	FeeUntil:     "%s, đến hết ngày %s",
	FeeUsual:     "mức thường %s",
	LimitUnknown: "cổng chưa ghi thời hạn",
	LimitInText:  "xem ở phần Các bước",
	CaseLimit:    "%s: %s",
	FeeUnknown:   "cổng chưa ghi số tiền, xem toàn văn",
	FeeNotListed: "cổng chưa ghi phí, lệ phí",
	FeeNoAmount:  "cổng chưa ghi số tiền",
	InWords:      "theo cổng",
	FeeFree:      "không mất tiền",
	FeeFreeSome:  "có diện được miễn, xem toàn văn",
	FeeOthers:    "%s, có mức khác, xem toàn văn",
	FeeFreeMost:  "thường không mất tiền; có trường hợp phải nộp, xem toàn văn",
	FeeKinds:     [3]string{"Lệ phí", "Phí", "Tiền phải nộp"},
	FeeLine:      "%s: %s",
	ByChannel:    "%s: %s",

	ReadyToday:   "Nộp hôm nay, có kết quả chậm nhất %s.",
	ReadySameDay: "Nộp hôm nay, có kết quả trong hôm nay.",
	ReadyCutOff:  "Nộp hôm nay trước %d giờ, có kết quả trong hôm nay.",
	ReadyUnknown: "Chưa có lịch nghỉ %d nên máy không tính trước được ngày có kết quả.",
	ReadyClosed:  "Bây giờ là giờ nghỉ. Nộp vào ngày làm việc tới, có kết quả chậm nhất %s.",

	Executing: "Cơ quan thực hiện", Competent: "Cơ quan có thẩm quyền", Authorized: "Cơ quan được ủy quyền",
	Coordinating: "Cơ quan phối hợp", Receiving: "Địa chỉ tiếp nhận", Subjects: "Ai được làm", Ways: "Cách nộp",

	OfficialName: "Tên đầy đủ", Code: "Mã thủ tục", Field: "Lĩnh vực", Level: "Cấp thực hiện", Publisher: "Cơ quan ban hành",
	Decision: "Quyết định công bố", Updated: "Cập nhật", Kind: "Loại",
	DecisionLine: "%s ngày %s",
	DecisionOf:   "%s của %s",
	Kinds: [7]string{"Chưa rõ loại", "Chung cả nước", "Riêng của địa phương", "Được luật giao quy định chi tiết",
		"Liên thông", "Nội bộ", "Nội bộ, liên thông"},

	Page: "Trang của cổng: %s",

	Outline:     "Ở đây chỉ có tên thủ tục này, chưa có giấy tờ, thời hạn, tiền. Hỏi %s.",
	OutlinePage: "Ở đây chỉ có tên thủ tục này, chưa có giấy tờ, thời hạn, tiền. Hỏi %s, hoặc xem trên cổng: %s",
}

var procedureEN = Procedure{
	HandIn: "Hand in", Show: "Show", OnlyIf: "Only if", OnlyIfThis: "Only if: %s", OnlyIfIs: "the applicant is: %s", Time: "How long",
	Cost: "How much", Place: "Where", How: "How to hand in",

	SecPapers: "Papers", SecTime: "Time limit", SecFees: "Fees", SecWhere: "Where and how",
	SecSteps: "Steps", SecConditions: "Conditions", SecLegal: "Legal basis",
	SecResults: "Results", SecForms: "Forms", SecNotes: "Notes", SecAbout: "About this procedure",

	Levels:   [5]string{"level not known", "commune level", "province level", "ministry level", "other office"},
	Channels: [4]string{"counter", "online", "post", "another way"},
	ByWay:    [4]string{"At the counter", "Online", "By post", "Another way"},

	Original: "%s original", OriginalsMany: "%s originals",
	Copy: "%s copy", CopiesMany: "%s copies",
	Photo: "%s photo", PhotosMany: "%s photos",
	Sheet: "%s copy", SheetsMany: "%s copies",
	Close: "Read closely", CloseWhy: "It is not certain that these lines were understood. Read them as they stand, or ask at the counter.",
	OneOf:       "one of these papers:",
	OneOfFor:    "%s, one of these papers:",
	FillIn:      "a form to fill in, from the counter or the portal",
	ExceptFor:   "not in this case: %s",
	OfficeMakes: "Made by the office, not for you to bring: %s",
	SumOfCase:   "Case: %s",
	CutOff:      "the same day; handed in after %d:00: the next working day",
	OnlyFor:     "%s (%s)",
	FormOf:      "Form: %s",

	TimesDiffer:  "the portal gives times that differ, so no day can be promised:",
	CaseOther:    "Other cases",
	FeeUntil:     "%s, until %s",
	FeeUsual:     "usually %s",
	LimitUnknown: "the portal gives no time limit",
	LimitInText:  "see the steps",
	CaseLimit:    "%s: %s",
	FeeUnknown:   "the portal gives no amount, see the full text",
	FeeNotListed: "the portal lists no fee",
	FeeNoAmount:  "the portal gives no amount",
	InWords:      "as the portal says",
	FeeFree:      "nothing to pay",
	FeeFreeSome:  "some people are exempt, see the full text",
	FeeOthers:    "%s, there are other amounts, see the full text",
	FeeFreeMost:  "usually nothing to pay; some people have to, see the full text",
	FeeKinds:     [3]string{"Fee", "Service fee", "To pay"},
	FeeLine:      "%s: %s",
	ByChannel:    "%s: %s",

	ReadyToday:   "Hand it in today and the result is there by %s at the latest.",
	ReadySameDay: "Hand it in today and the result is there today.",
	ReadyCutOff:  "Hand it in today before %d:00 and the result is there today.",
	ReadyUnknown: "The holidays of %d are not known here, so the day of the result cannot be told.",
	ReadyClosed:  "Offices are closed now. Hand it in on the next working day and the result is there by %s at the latest.",

	Executing: "Done by", Competent: "Decided by", Authorized: "On behalf of it",
	Coordinating: "Together with", Receiving: "Address", Subjects: "Who may apply", Ways: "Ways to hand in",

	OfficialName: "Full name", Code: "Procedure code", Field: "Field", Level: "Level", Publisher: "Issued by",
	Decision: "Published by decision", Updated: "Updated", Kind: "Kind",
	DecisionLine: "%s of %s",
	DecisionOf:   "%s, %s",
	Kinds: [7]string{"Kind not known", "The same all over the country", "The province's own", "Detailed as a law provides",
		"Joined with others", "Internal", "Internal, joined"},

	Page: "The portal's page: %s",

	Outline:     "Only the name of this procedure is known here, not its papers, time and cost. Ask %s.",
	OutlinePage: "Only the name of this procedure is known here, not its papers, time and cost. Ask %s, or look on the portal: %s",
}
