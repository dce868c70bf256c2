package tui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/text"
)

// Why a dossier was refused is told without the proof as a kind of reason, on the
// screen, on a slip and to the ear, and in the official's words with it.
func TestAReasonNeedsTheProof(t *testing.T) {
	const full = "con trai chưa ký vào tờ khai"
	for _, tt := range []struct {
		lang text.Lang
		kind string
	}{
		{text.VI, "giấy tờ còn thiếu hoặc chưa đúng (muốn xem đầy đủ thì cần mã tra cứu)"},
		{text.EN, "papers missing or not right (full reason: needs the look-up code)"},
	} {
		for _, proof := range []bool{false, true} {
			t.Run(fmt.Sprint(tt.lang, " ", proof), func(t *testing.T) {
				o, svc, p := withPrinter(t, tt.lang)
				e := &ear{volume: 6}
				o.Kiosk.Speaker = e
				d := svc.dossiers[sampleCode]
				d.Status, d.Reason = client.StatusRefused, full
				svc.dossiers[sampleCode] = d
				onTerminal(t, o, 100, 40, func(c *terminal) {
					c.press("f7", "1")
					c.openDossier()
					if proof {
						c.press("m")
						c.typeText("1234")
						c.press("enter")
						c.wait(time.Second)
					}
					flat := strings.Join(strings.Fields(c.text()), " ")
					if strings.Contains(flat, full) != proof || strings.Contains(flat, tt.kind) == proof {
						t.Errorf("the screen says\n%s", c.text())
					}
					c.press("i")
					c.wait(3 * time.Second)
				})
				printed := fmt.Sprintf("%+v", p.printed())
				if strings.Contains(printed, full) != proof || strings.Contains(printed, tt.kind) == proof {
					t.Errorf("the slip says %s", printed)
				}
				said := heardAll(e)
				kind, _, _ := strings.Cut(tt.kind, " (")
				if strings.Contains(said, full) != proof || !strings.Contains(said, kind) && !proof {
					t.Errorf("the voice says %s", said)
				}
			})
		}
	}
}

func heardAll(e *ear) string {
	var said []string
	for _, u := range e.all() {
		said = append(said, u.Text)
	}
	return strings.Join(said, "\n")
}
