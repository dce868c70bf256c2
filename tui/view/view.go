package view

// Sign is the mark before a state. State is never shown by colour alone.
type Sign string

// The signs of screens.md. They are one cell wide in every font that matters.
const (
	SignDone    Sign = "✓"
	SignCurrent Sign = "●"
	SignAhead   Sign = "○"
	SignAction  Sign = "!"
	SignStop    Sign = "✗"
)

// Tone is what a sentence means, so that a theme can colour it and a plain
// renderer can ignore it.
type Tone int

// The tones.
const (
	TonePlain Tone = iota
	ToneGood
	ToneWarn // something to do
	ToneBad  // late, refused, stopped
	ToneQuiet
)

// ProcedureView is the first page of a procedure: the answer in a dozen lines.
type ProcedureView struct {
	Code  string
	Name  string // without a leading "Thủ tục"
	Where string // "Hộ tịch · cấp xã"

	HandIn   []PaperLine // papers to hand in (Nộp)
	Show     []PaperLine // papers to show (Xuất trình)
	OnlyIf   []Folded    // papers needed only in some case (Chỉ khi)
	Close    []string    // rows to read closely, in the source's own words
	Notes    []string    // explanations
	Cases    []CaseView  // when the source has several cases, one list each
	Time     []string    // "trong ngày; nộp sau 15 giờ: ngày làm việc tiếp theo"
	Cost     []string    // by channel where they differ
	Place    []string
	Channels []string // "quầy", "bưu điện", "trên mạng"
	ReadyBy  string   // "Nộp hôm nay, có kết quả chậm nhất thứ Hai 30/11/2026."; "" when no sum can be made

	Sections []Section // the whole, in order, for the full page
	URL      string
	Source   string
	Stale    bool

	// Outline says that only the heading of this procedure is known, and where
	// the rest is; "" when it is all there. Papers, Time and Cost are then empty
	// because nobody looked them up, not because the portal lists none.
	Outline string

	// Of an office's review; each is empty without one.
	Reviewed   string    // who reviewed the page, and when
	ReviewWarn string    // that the source changed since, or cannot be seen
	DeskNote   string    // a note of this desk
	Conditions []string  // who or what may apply, in the office's words
	Original   []Section // what the source says of what was corrected, when it changed since
}

// PaperLine is one paper with its quantities in words ("1 bản chính, 2 bản sao").
type PaperLine struct {
	Name     string // short
	Quantity string
	Full     string // the source's whole sentence
	Forms    []string
	OneOf    []PaperLine // any one of these will do; Name leads in
	Hint     string      // of a form: that it is to be filled in, and where it is
	Under    string      // the heading of the group that it stands in, "" for none
}

// Folded is a condition ("làm thay người khác") and the papers it brings.
type Folded struct {
	Condition string
	Papers    []PaperLine
}

// CaseView is one case of the procedure with its own lists.
type CaseView struct {
	Name   string
	HandIn []PaperLine
	Show   []PaperLine
	OnlyIf []Folded
	Close  []string
	Notes  []string
}

// Section is a headed part of the full official text. A section of which the
// source says nothing is left out.
type Section struct {
	ID    string // "papers", "time", "fees", "where", "steps", "conditions", "legal", "results", "forms", "notes", "about"
	Title string
	Lines []SectionLine
}

// SectionLine is a line of a section; Indent counts in steps of two cells.
type SectionLine struct {
	Text   string
	Indent int
	Strong bool
}

// HitView is one line of a search result.
type HitView struct {
	Code  string
	Name  string
	Where string // "Hộ tịch · cấp xã · Bộ Tư pháp"
	// Matched are the half-open ranges of Name, in runes, that the words met.
	Matched [][2]int
}
