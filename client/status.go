package client

// Status is the national state of a dossier, codes 1 to 10. Five code bases
// that exchange dossiers with the national portal agree on this list.
type Status int

// The ten states. StatusUnknown is a state that a portal names in words of its
// own; Dossier.StatusName then carries those words.
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

// Clock is whether a dossier's time limit counts.
type Clock int

// A dossier is never called late while its clock does not run.
const (
	ClockRuns   Clock = iota
	ClockStands       // it waits for somebody outside the agency and goes on later
	ClockEnded        // no limit counts any more
)

// Clock is what the state by itself says of the time limit: a dossier that
// waits for papers or money stands still, one that was withdrawn or stopped has
// no limit any more.
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

// Ended tells whether nothing more will happen to the dossier by itself.
func (s Status) Ended() bool {
	switch s {
	case StatusRefused, StatusStopped, StatusFinished, StatusReturned:
		return true
	default:
		return false
	}
}
