package sandbox

import (
	"time"

	"motcua/client"
)

// igateItem is one dossier in the content of a search, with all the personal
// data that the real one carries.
type igateItem struct {
	ID            string         `json:"id"`
	Code          string         `json:"code"`
	NationCode    string         `json:"nationCode"`
	Applicant     igateApplicant `json:"applicant"`
	Procedure     igateProcedure `json:"procedure"`
	Status        igateStatus    `json:"dossierStatus"`
	TaskStatus    igateNames     `json:"dossierTaskStatus"`
	ApplyMethod   igateStatus    `json:"applyMethod"`
	AppliedAt     *igateTime     `json:"appliedDate"`
	AcceptedAt    *igateTime     `json:"acceptedDate"`
	AppointmentAt *igateTime     `json:"appointmentDate"`
	DueAt         *igateTime     `json:"dueDate"`
	CompletedAt   *igateTime     `json:"completedDate"`
	Agency        igateAgency    `json:"agency"`
	CurrentTask   []igateTask    `json:"currentTask"`
}

type igateApplicant struct {
	Data struct {
		Name     string `json:"fullname"`
		Owner    string `json:"ownerFullname"`
		Identity string `json:"identityNumber"`
		Phone    string `json:"phoneNumber"`
		Email    string `json:"email"`
		Address  string `json:"address"`
	} `json:"data"`
}

type igateProcedure struct {
	ID        string             `json:"id"`
	Code      string             `json:"code"`
	Translate []igateTranslation `json:"translate"`
	Sector    igateNames         `json:"sector"`
}

type igateTranslation struct {
	Language int    `json:"languageId"` // 228 Vietnamese, 46 English
	Name     string `json:"name"`
}

type igateStatus struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
}

type igateNames struct {
	ID   string             `json:"id"`
	Name []igateTranslation `json:"name"`
}

type igateAgency struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Code string `json:"code"`
}

type igateTask struct {
	Agency   igateAgency `json:"agency"`
	Assignee struct {
		Name string `json:"fullname"`
	} `json:"assignee"` // the person at work; clients must not show it
	Definition struct {
		Name string `json:"name"`
	} `json:"bpmProcessDefinitionTask"`
}

// igateTime is a moment as programs in Java write it: UTC, thousandths, an
// offset without its colon.
type igateTime time.Time

func (t igateTime) MarshalText() ([]byte, error) {
	return time.Time(t).UTC().AppendFormat(nil, "2006-01-02T15:04:05.000-0700"), nil
}

// The ids of states: 0 and 4 are those of the real one, 4 for a result that waits
// as well as for one that was handed over. The others of a real one are not known
// and these are the sample's own.
var igateStatusIDs = map[client.Status]int{
	client.StatusRegistered: 0, client.StatusAccepted: 1, client.StatusProcessing: 2, client.StatusSupplement: 3,
	client.StatusReturned: 4, client.StatusFinished: 4, client.StatusRefused: 6, client.StatusPayment: 7,
	client.StatusWithdrawn: 8, client.StatusStopped: 9,
}

// officialNames are the ten states in the words of the national code list.
var officialNames = [...]string{
	"", "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ",
	"Yêu cầu thực hiện nghĩa vụ tài chính", "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
}

// igateName is what iGates call a state: a result that waits has a name of its own
// beside the ten.
func igateName(s client.Status) string {
	if s == client.StatusFinished {
		return "Đã có kết quả"
	}
	return officialNames[s]
}

// moment is a sample's moment, nil when there is none.
func (c *clock) moment(s string) *igateTime {
	t, err := c.days.at(s)
	if err != nil && c.err == nil {
		c.err = err
	}
	if err != nil || t.IsZero() {
		return nil
	}
	it := igateTime(t)
	return &it
}

// igate writes the dossier as a search gives it.
func (d dossier) igate(code string, days days, procedureName, field string) (igateItem, error) {
	c := clock{days: days}
	vi := func(name string) []igateTranslation { return []igateTranslation{{228, name}} }
	item := igateItem{
		ID: "mau-" + d.serial, Code: code,
		Procedure: igateProcedure{
			ID: "mau-" + d.procedure, Code: d.procedure, Translate: vi(procedureName), Sector: igateNames{Name: vi(field)},
		},
		Status:        igateStatus{igateStatusIDs[d.status], igateName(d.status)},
		TaskStatus:    igateNames{ID: "mau", Name: vi(d.lastWork().text)},
		ApplyMethod:   igateStatus{0, "Trực tuyến"},
		AppliedAt:     c.moment(d.handedIn),
		AcceptedAt:    c.moment(d.acceptedAt()),
		AppointmentAt: c.moment(d.currentDue()),
		DueAt:         c.moment(d.currentDue()),
		CompletedAt:   c.moment(d.finished),
		Agency:        igateAgency{"mau", d.unit, d.agency},
	}
	if d.channel == "1" {
		item.ApplyMethod = igateStatus{1, "Trực tiếp"}
	}
	who := &item.Applicant.Data
	who.Name, who.Owner, who.Identity, who.Phone = d.applicant.name, d.applicant.name, d.applicant.identity, d.applicant.phone
	who.Email, who.Address = "mau"+d.serial+"@example.vn", "Số 1 đường Mẫu"
	item.CurrentTask = []igateTask{}
	if !d.status.Ended() {
		task := igateTask{Agency: igateAgency{"mau", d.unit, d.agency}}
		task.Assignee.Name, task.Definition.Name = d.lastWork().who, d.lastWork().text
		item.CurrentTask = append(item.CurrentTask, task)
	}
	return item, c.err
}

// lastWork is the line of the time line where the dossier stands.
func (d dossier) lastWork() work {
	if len(d.steps) == 0 {
		return work{}
	}
	return d.steps[len(d.steps)-1]
}

// acceptedAt is when the dossier was accepted, "" when it was not.
func (d dossier) acceptedAt() string {
	for _, w := range d.steps {
		if w.status == client.StatusAccepted {
			return w.at
		}
	}
	return ""
}

// currentDue is the appointment that holds: the one that the last request for
// papers set, else the first.
func (d dossier) currentDue() string {
	due := d.due
	for _, s := range d.supplements {
		if s.dueAfter != "" {
			due = s.dueAfter
		}
	}
	return due
}
