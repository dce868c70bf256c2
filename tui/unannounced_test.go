package tui_test

import (
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/workday"
	"motcua/tui"
)

// A count of working days into 2027, whose days off were not announced by the samples' day,
// says so on the page, on paper and aloud.
func TestACountIntoAnUnannouncedYearSaysSo(t *testing.T) {
	const want = "lịch 2027 chưa công bố"
	own, svc := options(t)
	lobby, inLobby, printed := withPrinter(t, "vi")
	heard := &ear{volume: 6}
	lobby.Kiosk.Speaker = heard
	for _, a := range []*answers{svc, inLobby} {
		a.set(func(a *answers) {
			d := a.dossiers[sampleCode]
			d.DueAt = time.Date(2027, 1, 5, 17, 0, 0, 0, workday.Zone)
			a.dossiers[sampleCode] = d
		})
	}
	for name, o := range map[string]tui.Options{"own": own, "lobby": lobby} {
		t.Run(name, func(t *testing.T) {
			onTerminal(t, o, 120, 40, func(c *terminal) {
				if o.Kiosk != nil {
					c.press("f7", "1") // reads aloud from here on, into headphones
				}
				c.openDossier()
				c.wait(time.Second)
				if got := strings.Join(strings.Fields(c.text()), " "); !strings.Contains(got, want) || !strings.Contains(got, "Số ngày làm việc có thể lệch khi có lịch nghỉ năm 2027") {
					t.Errorf("the page: %s", c.text())
				}
				if o.Kiosk != nil {
					c.press("i")
					c.wait(5 * time.Second)
				}
			})
		})
	}
	slip := ""
	for _, s := range printed.printed() {
		for _, l := range s.Lines {
			slip += l.Text + "\n"
		}
	}
	if !strings.Contains(slip, want) {
		t.Errorf("the slip: %q", slip)
	}
	said := ""
	for _, u := range heard.all() {
		said += u.Text + "\n"
	}
	if !strings.Contains(said, want) {
		t.Errorf("the voice: %q", said)
	}
}

// A procedure's "handed in today, ready by" does so too.
func TestAResultInAnUnannouncedYearSaysSo(t *testing.T) {
	o, _ := options(t)
	procedure := sampleProcedures["1.004194"]
	procedure.Methods = []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 40, Unit: client.UnitWorkingDay}}}
	before := sampleProcedures["1.004194"]
	sampleProcedures["1.004194"] = procedure
	defer func() { sampleProcedures["1.004194"] = before }()
	onTerminal(t, o, 120, 40, func(c *terminal) {
		c.press("3")
		c.wait(time.Second)
		if got := strings.Join(strings.Fields(c.text()), " "); !strings.Contains(got, "2027 (lịch 2027 chưa công bố)") {
			t.Errorf("%s", c.text())
		}
	})
}
