package tui_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	hoursof "motcua/client/office"
	"motcua/tui/text"
)

var clock = regexp.MustCompile(`\d{1,2}:\d\d`)

// apartFromTheClock returns a screen without its clock, which goes on.
func apartFromTheClock(screen string) string { return clock.ReplaceAllString(screen, "") }

// The first page is two questions and a few doors. Whoever adds one has to take another away.
func TestTheFirstPageIsTwoQuestionsAndAFewDoors(t *testing.T) {
	for _, size := range [][2]int{{80, 21}, {120, 40}, {200, 60}} {
		o, _ := lobbyOptions(t, text.VI)
		onTerminal(t, o, size[0], size[1], func(c *terminal) {
			var questions, offers, doors int
			for _, id := range c.model.Screen().Targets() {
				switch {
				case id == "1" || id == "2":
					questions++
				case strings.HasPrefix(id, "key:"):
					doors++
				default:
					offers++
				}
			}
			if questions != 2 || offers < 2 || offers > 4 || doors > 7 {
				t.Errorf("%v: %d questions, %d procedures, %d doors:\n%s", size, questions, offers, doors, c.text())
			}
		})
	}
}

// clocked answers at another time.
type clocked struct {
	*answers
	at time.Time
}

func (c clocked) Now() time.Time { return c.at }

// Whoever stands before the screen sees day, time and whether the counters are open, and what
// many ask about stays while there is news.
func TestTheFirstPageSaysWhetherTheOfficeIsOpen(t *testing.T) {
	for now, want := range map[string]string{
		"2026-11-24T08:14": "Đang mở cửa, đến 11:30",
		"2026-11-24T12:00": "mở lại lúc 13:30",
		"2026-11-24T17:30": "Đang đóng cửa, mở lại",
		"2026-09-02T09:00": "Hôm nay nghỉ lễ",
	} {
		o, svc := lobbyOptions(t, text.VI)
		var ok bool
		if o.Kiosk.Open, ok = hoursof.ReadHours("7:30-11:30, 13:30-17:00"); !ok {
			t.Fatal("the hours were not read")
		}
		at, err := time.ParseInLocation("2006-01-02T15:04", now, sampleDay.Location())
		if err != nil {
			t.Fatal(err)
		}
		o.Service = clocked{svc, at}
		onTerminal(t, o, 80, 21, func(c *terminal) {
			c.shows(want, "khai sinh không thu lệ phí", "Đăng ký tạm trú", at.Format("15:04")[b2i(at.Hour() < 10):])
		})
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Names of keys are noise for a finger; they appear with the first key that somebody presses, and
// the next person starts without them.
func TestKeysAreNamedOnceOneWasPressed(t *testing.T) {
	onLobby(t, func(c *terminal) {
		c.hides("F1", "F2")
		c.tap("1")
		c.hides("F1", "Enter")
		c.press("tab")
		c.shows("F1", "Enter")
		c.tap("key:f10")
		c.wait(time.Second)
		c.hides("F1", "F2")
	})
}
