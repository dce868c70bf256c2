package igate

import (
	"time"

	"motcua/client"
	"motcua/client/sandbox/dossiers"
)

// item is one dossier in the content of a search, with all the personal data of a
// real one.
type item struct {
	ID            string    `json:"id"`
	Code          string    `json:"code"`
	NationCode    string    `json:"nationCode"`
	Applicant     applicant `json:"applicant"`
	Procedure     procedure `json:"procedure"`
	Status        status    `json:"dossierStatus"`
	TaskStatus    names     `json:"dossierTaskStatus"`
	ApplyMethod   status    `json:"applyMethod"`
	AppliedAt     *javaTime `json:"appliedDate"`
	AcceptedAt    *javaTime `json:"acceptedDate"`
	AppointmentAt *javaTime `json:"appointmentDate"`
	DueAt         *javaTime `json:"dueDate"`
	CompletedAt   *javaTime `json:"completedDate"`
	Agency        agency    `json:"agency"`
	CurrentTask   []task    `json:"currentTask"`
}

type applicant struct {
	Data struct {
		Name     string `json:"fullname"`
		Owner    string `json:"ownerFullname"`
		Identity string `json:"identityNumber"`
		Phone    string `json:"phoneNumber"`
		Email    string `json:"email"`
		Address  string `json:"address"`
	} `json:"data"`
}

type procedure struct {
	ID        string        `json:"id"`
	Code      string        `json:"code"`
	Translate []translation `json:"translate"`
	Sector    names         `json:"sector"`
}

type translation struct {
	Language int    `json:"languageId"` // 228 Vietnamese, 46 English
	Name     string `json:"name"`
}

type status struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
}

type names struct {
	ID   string        `json:"id"`
	Name []translation `json:"name"`
}

type agency struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Code string `json:"code"`
}

type task struct {
	Agency   agency `json:"agency"`
	Assignee struct {
		Name string `json:"fullname"`
	} `json:"assignee"` // the official at work; clients must not show it
	Definition struct {
		Name string `json:"name"`
	} `json:"bpmProcessDefinitionTask"`
}

// javaTime is a time as Java programs write it: UTC with milliseconds and an offset
// without its colon.
type javaTime time.Time

func (t javaTime) MarshalText() ([]byte, error) {
	return time.Time(t).UTC().AppendFormat(nil, "2006-01-02T15:04:05.000-0700"), nil
}

// statusIDs are the ids of states: 0 and 4 are those of a real iGate, where 4 means
// both a result that is ready and one that was handed over. The other real ids are not
// known; these are the sample's own.
var statusIDs = map[client.Status]int{
	client.StatusRegistered: 0, client.StatusAccepted: 1, client.StatusProcessing: 2, client.StatusSupplement: 3,
	client.StatusReturned: 4, client.StatusFinished: 4, client.StatusRefused: 6, client.StatusPayment: 7,
	client.StatusWithdrawn: 8, client.StatusStopped: 9,
}

// officialNames are the ten states in the words of the national code list.
var officialNames = [...]string{
	"", "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ",
	"Yêu cầu thực hiện nghĩa vụ tài chính", "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
}

// statusName returns iGate's name of a state. A result that is ready has a name of its own
// beside the ten.
func statusName(s client.Status) string {
	if s == client.StatusFinished {
		return "Đã có kết quả"
	}
	return officialNames[s]
}

// moment is a time as an item has it, nil for the zero time.
func moment(t time.Time) *javaTime {
	if t.IsZero() {
		return nil
	}
	it := javaTime(t)
	return &it
}

// newItem writes a dossier as a search returns it.
func newItem(d dossiers.Dossier, code string, days dossiers.Days, procedureName, field string) (item, error) {
	c := dossiers.Moments{Days: days}
	vi := func(name string) []translation { return []translation{{228, name}} }
	i := item{
		ID: "mau-" + d.Serial, Code: code,
		Procedure: procedure{
			ID: "mau-" + d.Procedure, Code: d.Procedure, Translate: vi(procedureName), Sector: names{Name: vi(field)},
		},
		Status:        status{statusIDs[d.Status], statusName(d.Status)},
		TaskStatus:    names{ID: "mau", Name: vi(d.LastWork().Text)},
		ApplyMethod:   status{0, "Trực tuyến"},
		AppliedAt:     moment(c.At(d.HandedIn)),
		AcceptedAt:    moment(c.At(d.AcceptedAt())),
		AppointmentAt: moment(c.At(d.CurrentDue())),
		DueAt:         moment(c.At(d.CurrentDue())),
		CompletedAt:   moment(c.At(d.Finished)),
		Agency:        agency{"mau", d.Unit, d.Agency},
	}
	if d.Channel == "1" {
		i.ApplyMethod = status{1, "Trực tiếp"}
	}
	who := &i.Applicant.Data
	who.Name, who.Owner, who.Identity, who.Phone = d.Applicant.Name, d.Applicant.Name, d.Applicant.Identity, d.Applicant.Phone
	who.Email, who.Address = d.Email(), dossiers.Address
	i.CurrentTask = []task{}
	if !d.Status.Ended() {
		current := task{Agency: agency{"mau", d.Unit, d.Agency}}
		current.Assignee.Name, current.Definition.Name = d.LastWork().Who, d.LastWork().Text
		i.CurrentTask = append(i.CurrentTask, current)
	}
	return i, c.Err
}
