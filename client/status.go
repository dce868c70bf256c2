package client

// Status is the national state of a dossier, codes 1 to 10. Five code bases
// that exchange dossiers with the national portal agree on this list.
type Status int

// The ten states. StatusUnknown is a state that a portal names in its own words;
// Dossier.StatusName then carries those words.
const (
	StatusUnknown    Status = 0
	StatusRegistered Status = 1  // Mới đăng ký
	StatusAccepted   Status = 2  // Được tiếp nhận
	StatusRefused    Status = 3  // Không được tiếp nhận
	StatusProcessing Status = 4  // Đang xử lý
	StatusSupplement Status = 5  // Yêu cầu bổ sung giấy tờ
	StatusPayment    Status = 6  // Yêu cầu thực hiện nghĩa vụ tài chính
	StatusWithdrawn  Status = 7  // Công dân yêu cầu rút hồ sơ
	StatusStopped    Status = 8  // Dừng xử lý
	StatusFinished   Status = 9  // Đã xử lý xong
	StatusReturned   Status = 10 // Đã trả kết quả
)

var statusKeys = [...]string{
	"unknown", "registered", "accepted", "refused", "processing", "supplement",
	"payment", "withdrawn", "stopped", "finished", "returned",
}

// AllStatuses are the ten states in their official order.
func AllStatuses() []Status {
	return []Status{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
}

// Known tells whether s is one of the ten states.
func (s Status) Known() bool { return s >= StatusRegistered && s <= StatusReturned }

// String is the key used in JSON output: "registered" to "returned", or
// "unknown".
func (s Status) String() string {
	if !s.Known() {
		return statusKeys[0]
	}
	return statusKeys[s]
}

// Clock says whether a dossier's time limit is running.
type Clock int

// A dossier is never called late while its clock is not running.
const (
	ClockRuns   Clock = iota
	ClockStands       // stopped: the dossier waits for somebody outside the agency and continues later
	ClockEnded        // no limit applies any more
)

// Clock returns what the state alone implies for the time limit: it is stopped while
// a dossier waits for papers or money, and no limit applies to one that was withdrawn
// or stopped.
func (s Status) Clock() Clock {
	switch s {
	case StatusSupplement, StatusPayment:
		return ClockStands
	case StatusWithdrawn, StatusStopped:
		return ClockEnded
	default:
		return ClockRuns
	}
}

// Ended reports whether the agency will do nothing more with the dossier.
func (s Status) Ended() bool {
	switch s {
	case StatusRefused, StatusStopped, StatusFinished, StatusReturned:
		return true
	default:
		return false
	}
}

// Clock reports whether the time limit is running. What the portal says about it takes
// precedence over what the state implies. A finished dossier waits for nothing.
func (d Dossier) Clock() Clock {
	switch {
	case d.SaidClock != ClockRuns && d.Status.Ended():
		return ClockEnded
	case d.SaidClock != ClockRuns:
		return d.SaidClock
	default:
		return d.Status.Clock()
	}
}
