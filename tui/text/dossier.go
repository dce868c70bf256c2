package text

// Dossier contains the words about one dossier. The comment of a format names its arguments
// in their order.
type Dossier struct {
	// States are the ten national states by their code; 0 is a state that the portal does
	// not name.
	States [11]StateText
	// Stages are their short names in the bar of stages.
	Stages [11]string

	ByPortal   string // the portal's words, the portal's name: a state that is not in the national list
	AtAgency   string // heading, agency
	PortalName string // name: used when the source's name does not say what it is

	DueLabel       string
	DueLabelPaused string
	DueLabelDone   string
	BriefDue       string // day

	OnTimeLeft     string    // working days left, counted
	OnTimeOpen     string    `clip:"dossier-on-time-open"` // on time, but no working day is left
	OnTimeDone     string    `clip:"dossier-on-time-done"`
	EarlyDone      string    // working days, counted
	DueToday       string    `clip:"dossier-due-today"`
	Late           string    // working days, counted
	LateHours      string    `clip:"dossier-late-hours"` // late by less than a working day
	LateDone       string    // working days, counted
	LateDoneHours  string    `clip:"dossier-late-done-hours"`
	Paused         string    `clip:"dossier-paused"`
	PausedForGood  string    `clip:"dossier-paused-for-good"` // withdrawn or stopped
	AgencyNote     string    // the agency's note
	RegisteredDate string    `clip:"dossier-registered-date"`
	ApologyOpen    string    // desk
	ApologyDone    string    // desk
	CalendarGap    string    // year
	Unannounced    string    // year; stands in brackets behind a count of working days
	NoCalendar     string    // year; likewise
	DayOff         string    `clip:"dossier-day-off"`
	BringDue       string    // place
	BringToday     string    // place
	LateNothing    string    `clip:"dossier-late-nothing"`
	NothingYet     string    `clip:"dossier-nothing-yet"`
	AcceptedNoDate string    `clip:"dossier-no-date"`
	Reason         string    // reason
	ReasonHidden   string    // kind of reason: the full reason needs the proof
	ReasonKinds    [8]string // by reason.Kind, from ReasonPapers on
	ReasonUnknown  string    // desk
	Again          string    `clip:"dossier-again"`
	RefusedBy      string    // agency
	StoppedBy      string    // agency
	Supply         string    // place; the papers follow, one a line
	SupplyHidden   string    // how to give the proof
	SupplyUnknown  string    // desk
	SupplyWhere    string    // place
	PayHeading     string    // amount
	Pay            string    // amount, place
	PayUnknown     string    // place
	PayHidden      string    // place, how to give the proof
	PaySettled     string    // desk
	PayThen        string    `clip:"dossier-pay-then"`
	WithdrawnNot   string    // desk
	AskWhy         string    // desk
	Collect        string    // place
	ReturnedOn     string    // day
	Closed         string    `clip:"dossier-closed"`
	UnknownNext    string    // desk

	Fee        string // name, amount, paid or not
	FeeUnnamed string
	FeeUnknown string
	FeePaid    string
	FeeUnpaid  string
	FeeNone    string // for a fee of zero

	StepAppointed string
	StepOverdue   string
	StepCollect   string

	ProofKey        string // how a person gives the proof at a screen
	ProofCommand    string // how a person gives the proof on a command line
	ProofTyped      string // how a person gives the proof in the line mode
	ProofShows      string // how
	PlaceHandedIn   string
	DeskLobby       string
	DeskOffice      string
	SourceNow       string // source, moment
	SourceStale     string // source, moment
	SourceStaleOnly string // moment: used when the source has no name
	SourceUnnamed   string
	SourcePartial   string // systems
	SourceCatalogue string // moment: the catalogue in the program
	Applicant       string // name, masked except for staff
	NameHidden      string // for the ear, which a masked name tells nothing
	Supplied        string // heading of the papers that were handed in
	Results         string // heading of the papers that the person gets
	ResultFile      string // name, source: it has an electronic copy of the paper
}

// StateText describes one state: its heading, the first sentence about it, and its name as
// a past step.
type StateText struct {
	Heading  string
	Sentence string
	Step     string
}

var dossierVI = Dossier{
	States: [11]StateText{
		{"Chưa rõ đang ở bước nào", "Hệ thống không ghi trạng thái.", "Một bước không ghi tên"},
		{"Đã gửi, chờ tiếp nhận", "Cơ quan kiểm tra rồi báo có nhận hồ sơ hay không.", "Nộp hồ sơ"},
		{"Đã tiếp nhận", "Hồ sơ đủ giấy tờ.", "Được tiếp nhận"},
		{"Không được tiếp nhận", "Cơ quan không nhận hồ sơ này.", "Không được tiếp nhận"},
		{"Đang xử lý", "Cơ quan đang làm.", "Đang xử lý"},
		{"Cần bổ sung giấy tờ", "Hồ sơ còn thiếu giấy tờ.", "Yêu cầu bổ sung giấy tờ"},
		{"Cần nộp tiền", "Hồ sơ chờ ông/bà nộp tiền.", "Yêu cầu nộp tiền"},
		{"Đang rút theo yêu cầu", "Ông/bà đã xin rút hồ sơ này.", "Xin rút hồ sơ"},
		{"Đã dừng xử lý", "Cơ quan không làm tiếp hồ sơ này.", "Dừng xử lý"},
		{"Đã có kết quả", "Kết quả đang chờ ông/bà.", "Có kết quả"},
		{"Đã trả kết quả", "Hồ sơ đã kết thúc.", "Trả kết quả"},
	},
	Stages: [11]string{
		"Chưa rõ", "Nộp hồ sơ", "Tiếp nhận", "Không tiếp nhận", "Xử lý", "Bổ sung giấy tờ", "Nộp tiền", "Xin rút", "Dừng xử lý", "Có kết quả", "Trả kết quả",
	},

	ByPortal:   "%s (theo %s)",
	AtAgency:   "%s ở %s",
	PortalName: "cổng %s",

	DueLabel:       "Hẹn trả kết quả",
	DueLabelPaused: "Ngày hẹn lúc nhận hồ sơ",
	DueLabelDone:   "Ngày hẹn trả",
	BriefDue:       "hẹn %s",

	OnTimeLeft:     "Đúng hạn, còn %s",
	OnTimeOpen:     "Còn trong hạn",
	OnTimeDone:     "Xong đúng hạn",
	EarlyDone:      "Xong sớm %s",
	DueToday:       "Hẹn trả hôm nay",
	Late:           "Trễ %s",
	LateHours:      "Trễ, đã quá giờ hẹn",
	LateDone:       "Xong trễ %s",
	LateDoneHours:  "Xong trễ, sau giờ hẹn",
	Paused:         "Thời hạn đang tạm dừng: những ngày chờ không bị tính",
	PausedForGood:  "Hồ sơ này không còn tính thời hạn",
	AgencyNote:     "Cơ quan ghi: %s",
	RegisteredDate: "Khi hồ sơ được tiếp nhận mới có ngày hẹn.",
	ApologyOpen:    "Cơ quan phải gửi phiếu xin lỗi và hẹn lại ngày trả kết quả. Ông/bà chưa nhận được thì hỏi %s.",
	ApologyDone:    "Hồ sơ trễ phải có phiếu xin lỗi và hẹn lại ngày trả kết quả. Ông/bà chưa nhận được thì hỏi %s.",
	CalendarGap:    "Số ngày làm việc có thể lệch khi có lịch nghỉ năm %d.",
	Unannounced:    "lịch %d chưa công bố",
	NoCalendar:     "chưa có lịch nghỉ %d",
	DayOff:         "Ngày hẹn rơi vào ngày nghỉ, ông/bà hỏi trước khi tới.",
	BringDue:       "Đến ngày hẹn, mang giấy hẹn tới %s.",
	BringToday:     "Kết quả chưa có. Ông/bà xem lại trước khi tới %s.",
	LateNothing:    "Ông/bà chưa phải nộp thêm gì.",
	NothingYet:     "Ông/bà chưa phải làm gì.",
	AcceptedNoDate: "Hệ thống chưa ghi ngày hẹn. Ông/bà xem trên giấy hẹn.",
	Reason:         "Lý do: %s",
	ReasonHidden:   "Lý do: %s (muốn xem đầy đủ thì cần mã tra cứu)",
	ReasonKinds: [8]string{
		"giấy tờ còn thiếu hoặc chưa đúng", "quá hạn bổ sung giấy tờ", "nộp chưa đúng nơi giải quyết", "chưa đủ điều kiện theo quy định",
		"trùng với hồ sơ hoặc kết quả đã có", "chưa nộp đủ tiền", "theo yêu cầu của người nộp", "cơ quan có ghi lý do",
	},
	ReasonUnknown: "Hệ thống chưa ghi lý do. Ông/bà hỏi %s.",
	Again:         "Sửa xong, ông/bà nộp lại như hồ sơ mới.",
	RefusedBy:     "%s không nhận hồ sơ này.",
	StoppedBy:     "%s không làm tiếp hồ sơ này.",
	Supply:        "Nộp các giấy tờ này ở %s:",
	SupplyHidden:  "%s để biết cần nộp thêm giấy gì.",
	SupplyUnknown: "Hệ thống chưa ghi còn thiếu giấy gì. Ông/bà hỏi %s.",
	SupplyWhere:   "Nộp ở %s.",
	PayHeading:    "Cần nộp %s",
	Pay:           "Nộp %s ở %s.",
	PayUnknown:    "Nộp tiền ở %s, số tiền ghi trên giấy báo.",
	PayHidden:     "Nộp tiền ở %s. %s để xem số tiền.",
	PaySettled:    "Hệ thống ghi đã nộp đủ tiền. Vài ngày nữa vẫn thấy như vậy thì hỏi %s.",
	PayThen:       "Nộp xong, hồ sơ được xử lý tiếp.",
	WithdrawnNot:  "Nếu không phải ông/bà xin rút thì hỏi %s.",
	AskWhy:        "Cần hỏi thêm thì tới %s.",
	Collect:       "Mời ông/bà tới %s, mang giấy hẹn và căn cước.",
	ReturnedOn:    "Trả ngày %s.",
	Closed:        "Hồ sơ đã kết thúc.",
	UnknownNext:   "Máy chưa biết ông/bà có phải làm gì không. Ông/bà hỏi %s.",

	Fee:        "%s: %s, %s",
	FeeUnnamed: "Phí, lệ phí",
	FeeUnknown: "chưa rõ số tiền",
	FeePaid:    "đã nộp",
	FeeUnpaid:  "chưa nộp",
	FeeNone:    "không mất tiền",

	StepAppointed: "Trả kết quả",
	StepOverdue:   "Trả kết quả, đã quá ngày hẹn",
	StepCollect:   "Ông/bà nhận kết quả",

	ProofKey:        "Bấm M, nhập 4 số cuối căn cước hay điện thoại đã khai",
	ProofCommand:    "Thêm --proof và 4 số cuối căn cước hay điện thoại đã khai",
	ProofTyped:      "Gõ m và 4 số cuối căn cước hay điện thoại đã khai",
	ProofShows:      "%s để xem tên, giấy tờ, số tiền.",
	PlaceHandedIn:   "nơi đã nộp hồ sơ",
	DeskLobby:       "quầy hướng dẫn",
	DeskOffice:      "Bộ phận Một cửa nơi đã nộp",
	SourceNow:       "Theo %s, %s",
	SourceStale:     "Theo %s: thông tin %s, hệ thống đang mất kết nối.",
	SourceStaleOnly: "Thông tin %s, hệ thống đang mất kết nối.",
	SourcePartial:   "Chưa hỏi được: %s. Nơi đó có thể biết thêm về hồ sơ này.",
	SourceUnnamed:   "hệ thống một cửa",
	SourceCatalogue: "Theo danh mục có sẵn trong máy, %s",
	Applicant:       "Người nộp: %s",
	NameHidden:      "tên được che",
	Supplied:        "Giấy tờ đã nộp",
	Results:         "Giấy tờ kết quả",
	ResultFile:      "%s: có bản điện tử ký số, đăng nhập %s để tải về",
}

var dossierEN = Dossier{
	States: [11]StateText{
		{"Status not known", "The system does not say.", "A step without a name"},
		{"Sent, waiting to be accepted", "The office checks it, then says whether it accepts it.", "Handed in"},
		{"Accepted", "All papers are there.", "Accepted"},
		{"Not accepted", "The office did not accept this application.", "Not accepted"},
		{"In progress", "The office is working on it.", "In progress"},
		{"More papers needed", "Papers are still missing.", "More papers asked for"},
		{"Payment needed", "The application is waiting for your payment.", "Payment asked for"},
		{"Being withdrawn at your request", "You asked to take this application back.", "Withdrawal asked for"},
		{"Stopped", "The office has stopped working on this application.", "Stopped"},
		{"The result is ready", "The result is waiting for you.", "Result ready"},
		{"Result handed over", "The application is closed.", "Result handed over"},
	},
	Stages: [11]string{
		"Not known", "Handed in", "Accepted", "Not accepted", "In progress", "More papers", "Payment", "Withdrawal", "Stopped", "Result ready", "Handed over",
	},

	ByPortal:   "%s (as %s puts it)",
	AtAgency:   "%s at %s",
	PortalName: "the portal %s",

	DueLabel:       "Result promised for",
	DueLabelPaused: "Date promised when it was accepted",
	DueLabelDone:   "Result was promised for",
	BriefDue:       "due %s",

	OnTimeLeft:     "On time, %s left",
	OnTimeOpen:     "On time",
	OnTimeDone:     "Done on time",
	EarlyDone:      "Done %s early",
	DueToday:       "Due today",
	Late:           "%s late",
	LateHours:      "Late, past the promised hour",
	LateDone:       "Done %s late",
	LateDoneHours:  "Done late, after the promised hour",
	Paused:         "On hold: waiting days do not count",
	PausedForGood:  "This application has no time limit any more",
	AgencyNote:     "The office notes: %s",
	RegisteredDate: "The date comes once it is accepted.",
	ApologyOpen:    "The office must send you a written apology with a new date. If you have none, ask %s.",
	ApologyDone:    "A late application needs the office's written apology. If you have none, ask %s.",
	CalendarGap:    "The working days may shift once the holidays of %d are known.",
	Unannounced:    "the %d calendar is not announced yet",
	NoCalendar:     "no holidays of %d known here",
	DayOff:         "Offices are closed on that date. Ask before you go.",
	BringDue:       "On that day, bring the receipt to %s.",
	BringToday:     "The result is not ready yet. Check again before you go to %s.",
	LateNothing:    "You have nothing more to hand in so far.",
	NothingYet:     "You have nothing to do yet.",
	AcceptedNoDate: "The system shows no date. Look at the receipt.",
	Reason:         "Reason: %s",
	ReasonHidden:   "Reason: %s (full reason: needs the look-up code)",
	ReasonKinds: [8]string{
		"papers missing or not right", "the time to hand in more papers is over", "handed in at an office that does not decide on it", "a legal requirement is not met",
		"there is already such an application or a result", "not paid in full", "the applicant asked for it", "the office wrote one",
	},
	ReasonUnknown: "The system shows no reason. Ask %s.",
	Again:         "When it has been corrected, hand it in again as a new application.",
	RefusedBy:     "%s did not accept this application.",
	StoppedBy:     "%s has stopped working on this application.",
	Supply:        "Bring to %s:",
	SupplyHidden:  "%s to see which papers are missing.",
	SupplyUnknown: "The system does not say which papers are missing. Ask %s.",
	SupplyWhere:   "Bring what is missing to %s.",
	PayHeading:    "You have to pay %s",
	Pay:           "Pay %s at %s.",
	PayUnknown:    "Pay at %s, the amount is on the notice.",
	PayHidden:     "Pay at %s. %s to see the amount.",
	PaySettled:    "The system says that everything is paid. If it still shows this in a few days, ask %s.",
	PayThen:       "Once you have paid, work on it continues.",
	WithdrawnNot:  "If you did not ask for this, ask %s.",
	AskWhy:        "To ask more, go to %s.",
	Collect:       "Come to %s with the receipt and your identity card.",
	ReturnedOn:    "Handed over on %s.",
	Closed:        "The application is closed.",
	UnknownNext:   "It is not known here whether you have to do anything. Ask %s.",

	Fee:        "%s: %s, %s",
	FeeUnnamed: "Fee",
	FeeUnknown: "amount not known",
	FeePaid:    "paid",
	FeeUnpaid:  "not paid yet",
	FeeNone:    "nothing to pay",

	StepAppointed: "Result to be handed over",
	StepOverdue:   "Result to be handed over, past the promised date",
	StepCollect:   "You collect the result",

	ProofKey:        "Press M and type the last 4 digits of your identity card or phone number",
	ProofCommand:    "Add --proof and the last 4 digits of your identity card or phone number",
	ProofTyped:      "Type m and the last 4 digits of your identity card or phone number",
	ProofShows:      "%s to see the name, papers and fees.",
	PlaceHandedIn:   "the place where you handed it in",
	DeskLobby:       "the help desk",
	DeskOffice:      "the one-stop desk where it was handed in",
	SourceNow:       "From %s, %s",
	SourceStale:     "From %s: information %s, the system cannot be reached now.",
	SourceStaleOnly: "Information %s, the system cannot be reached now.",
	SourcePartial:   "Could not be asked: %s. More may be known there about this application.",
	SourceUnnamed:   "the one-stop system",
	SourceCatalogue: "From the catalogue on this machine, %s",
	Applicant:       "Handed in by: %s",
	NameHidden:      "a hidden name",
	Supplied:        "Papers handed in",
	Results:         "Papers you get",
	ResultFile:      "%s: there is an electronic copy with a digital signature, log in to %s to download it",
}
