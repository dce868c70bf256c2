package doctor

import "golang.org/x/sys/unix"

// ClockInStep reports whether a time server synchronises the system's clock. known is false
// where the system does not say.
func ClockInStep() (inStep, known bool) {
	var t unix.Timex // zero modes: adjtimex only reads
	state, err := unix.Adjtimex(&t)
	if err != nil {
		return false, false
	}
	// adjtimex(2): TIME_ERROR and STA_UNSYNC mean that the clock is not synchronised.
	return state != unix.TIME_ERROR && t.Status&unix.STA_UNSYNC == 0, true
}
