package tui_test

import (
	"context"
	"testing"
	"time"

	"motcua/client"
)

// slowHall takes its time for one dossier.
type slowHall struct {
	*lobbyHall
	slow string
}

func (h slowHall) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	if q.Code.String() == h.slow {
		select {
		case <-time.After(8 * time.Second):
		case <-ctx.Done():
			return client.Answer[client.Dossier]{}, ctx.Err()
		}
	}
	return h.lobbyHall.Track(ctx, q)
}

// A system that is slow keeps nobody from the next receipt, and what it says at last
// is shown to nobody.
func TestAScanWhileAnAnswerIsWaitedFor(t *testing.T) {
	long(t)
	const other = "H55.17.05-261120-0006"
	for _, c := range []struct{ what, text, stays string }{
		{"another receipt", other, "H55.17.05 - 261120 - 0006"},
		{"the same receipt again", sampleCode, "Đúng hạn"},
		{"what is no code", "9786042012345", "Đúng hạn"},
	} {
		o, h := inLobby(t)
		o.Service = slowHall{h, sampleCode}
		onTerminal(t, o, 80, 40, func(term *terminal) {
			term.beam(sampleCode, 5*time.Millisecond)
			term.hides("Đúng hạn")
			term.beam(c.text, 5*time.Millisecond)
			if c.stays == "Đúng hạn" && c.text != sampleCode {
				term.shows("không phải mã hồ sơ")
			}
			term.wait(20 * time.Second)
			term.shows(c.stays)
			if c.text == other {
				term.hides("0007")
			}
			term.press("esc")
			term.shows("HỒ SƠ CỦA TÔI")
		})
	}
}
