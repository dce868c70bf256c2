package tui_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"motcua/tui/device"
	"motcua/tui/text"
)

// The keyboard on the screen is named key by key, but what is typed into a code
// only through headphones: who listens could write it down.
func TestKeysOfTheScreenAreNamed(t *testing.T) {
	for _, tt := range []struct {
		answer, want, never string
	}{
		{"1", "Đang ở: một.", "không đọc qua loa"},
		{"2", "Một phím, không đọc qua loa.", "Đang ở: một."},
	} {
		o, _, e := spokenOptions(t, text.VI)
		onTerminal(t, o, 80, 21, func(c *terminal) {
			c.press("f7", tt.answer)
			c.click("HỒ SƠ CỦA TÔI") // by hand: the keyboard stands on the page
			for range 30 {
				c.press("tab")
			}
		})
		var all []string
		for _, u := range e.all() {
			all = append(all, u.Text)
		}
		heard := strings.Join(all, "\n")
		if !strings.Contains(heard, tt.want) || strings.Contains(heard, tt.never) {
			t.Errorf("answer %s: heard\n%s", tt.answer, heard)
		}
		if !strings.Contains(heard, "Đang ở: Kết thúc.") {
			t.Errorf("the way out is not named:\n%s", heard)
		}
	}
}

// guard is staff's part of a kiosk, whose PIN is 2468.
type guard struct{ device.Operator }

func (guard) Open(pin string) (bool, time.Duration) { return pin == "2468", 0 }

func (guard) Syncing() bool { return false }

func (guard) Health(context.Context) []device.Health {
	say := func(s string) func(text.Lang) string { return func(text.Lang) string { return s } }
	return []device.Health{{Name: say("Máy in"), Good: true, Says: say("có giấy")}}
}

// Nobody hears a PIN, with headphones or without.
func TestThePINIsNotSaid(t *testing.T) {
	for _, answer := range []string{"1", "2"} {
		o, _, e := spokenOptions(t, text.VI)
		o.Kiosk.Operator = guard{}
		onTerminal(t, o, 80, 21, func(c *terminal) {
			c.press("f7", answer, "f12")
			c.press("9", "3", "7", "enter")
			c.wait(time.Second)
			if !strings.Contains(e.last().Text, "Mã PIN chưa đúng.") {
				t.Errorf("of a wrong PIN is said %q", e.last().Text)
			}
			_, n := e.since(0)
			c.press("2", "4", "6", "8")
			if events, _ := e.since(n); strings.Contains(strings.Join(events, " "), "says") {
				t.Errorf("while the PIN is typed: %q", events)
			}
			c.press("enter")
			c.wait(time.Second)
			if !strings.Contains(e.last().Text, "Máy in: có giấy.") {
				t.Errorf("on the staff's page is said %q", e.last().Text)
			}
		})
	}
}

// The question whether somebody is there is asked aloud, after twice the time, and
// what it went over is read again.
func TestTheIdleQuestionIsAskedAloud(t *testing.T) {
	o, _, e := spokenOptions(t, text.VI)
	o.Kiosk.Idle, o.Kiosk.Countdown = time.Minute, 30*time.Second
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "1", "1")
		c.wait(110 * time.Second)
		if strings.Contains(e.last().Text, "còn ở đó") {
			t.Error("asked before twice the time was over")
		}
		c.wait(20 * time.Second)
		if got := e.last().Text; !strings.Contains(got, "Ông bà còn ở đó không? Còn 30 giây nữa máy xóa màn hình.") {
			t.Errorf("said %q", got)
		}
		c.press("x")
		if got := e.last().Text; !strings.Contains(got, "Trang hồ sơ của tôi.") {
			t.Errorf("after the answer is said %q", got)
		}
		c.wait(200 * time.Second)
		events, n := e.since(0)
		if events[n-1] != "resets" {
			t.Errorf("the wipe ends with %q", events[n-1])
		}
		c.press("1")
		if _, after := e.since(0); after != n {
			t.Error("the voice of the person before speaks to the next one")
		}
	})
}

// paperless is a printer without paper.
type paperless struct{}

func (paperless) Print(context.Context, device.Slip) error {
	return &device.PrintError{Reason: device.PrinterPaper}
}

func TestTheSlipIsTold(t *testing.T) {
	o, _, e := spokenOptions(t, text.VI)
	o.Kiosk.Printer = paperless{}
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "2", "1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		c.press("i")
		c.wait(time.Second)
		if got := e.last().Text; !strings.Contains(got, "Máy in hết giấy.") || strings.Contains(got, "H55") {
			t.Errorf("said %q", got)
		}
	})
}

// Each press of an arrow goes to the next row, however few of them are on the
// screen: who listens has no use for a page that only scrolls.
func TestArrowsNameRowAfterRow(t *testing.T) {
	long(t)
	rows := 0 // procedures that answer the words below, as the voice says at the first
	o, _, e := spokenOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "2", "2")
		c.typeText("khai sinh")
		at := func(want int) {
			t.Helper()
			if got := e.last().Text; !strings.HasPrefix(got, fmt.Sprintf("%d trong %d: ", want, rows)) {
				t.Fatalf("on row %d is said %q", want, got)
			}
		}
		c.press("down")
		if _, err := fmt.Sscanf(e.last().Text, "1 trong %d:", &rows); err != nil || rows < 20 {
			t.Fatalf("%d rows, %q", rows, e.last().Text)
		}
		for n := 2; n <= rows; n++ {
			c.press("down")
			at(n)
		}
		for n := rows - 1; n >= 1; n-- {
			c.press("up")
			at(n)
		}
		c.press("enter")
		c.wait(time.Second)
		if got := e.last().Text; strings.Contains(got, fmt.Sprintf("trong %d", rows)) {
			t.Errorf("Enter did not open the row: %q", got)
		}
	})
}

// On no scene of the lobby, nor on a walk over all that can be pressed there, is
// anything of one person said through the loudspeaker.
func TestNothingPrivateOnAnyScene(t *testing.T) {
	long(t)
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, scene := range lobbyScenes {
			t.Run(fmt.Sprintf("%s/%s", l, scene.name), func(t *testing.T) {
				beside(t)
				o, svc := lobbyOptions(t, l)
				if scene.set != nil {
					svc.set(scene.set)
				}
				e := &ear{volume: 6}
				o.Kiosk.Speaker, o.Samples = e, nil // help spells the codes to try
				onTerminal(t, o, 80, 21, func(c *terminal) {
					c.press("f7", "2")
					scene.play(c)
					for range 25 {
						c.press("tab")
					}
					c.press("f9")
				})
				if len(e.all()) < 3 {
					t.Fatalf("only %d utterances", len(e.all()))
				}
				for _, u := range e.all() {
					if found := private.FindString(u.Text); u.Private || found != "" {
						t.Errorf("%q: %s", found, u.Text)
					}
					if found := rawSigns.FindString(u.Text); found != "" {
						t.Errorf("the sign %q: %s", found, u.Text)
					}
				}
			})
		}
	}
}
