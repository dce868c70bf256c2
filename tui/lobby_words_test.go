package tui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/meter"
	"motcua/tui/text"
)

// What a screen that people touch says to do, a finger can do: its sentences name
// buttons, and no keys.
func TestSentencesOfALobbyNameButtons(t *testing.T) {
	keys := map[text.Lang][]string{
		text.VI: {"Bấm ", "bấm ", "Enter để"},
		text.EN: {"Press ", "press ", "Enter looks", "Enter shows"},
	}
	names := map[text.Lang][]string{text.VI: {"“Xem tên,", "Chạm Tra cứu"}, text.EN: {"“See name,", "Touch Look up"}}
	for l, never := range keys {
		for i, play := range []func(*terminal){
			func(c *terminal) { // papers are missing; which, is seen with the proof alone
				toDossier(c)
				if !strings.Contains(c.text(), names[l][0]) {
					c.press("pgdown")
				}
				c.shows(names[l][0])
			},
			func(c *terminal) { // a procedure's code where a dossier's belongs
				c.press("1")
				c.typeText("1.004194")
				c.shows(names[l][1])
			},
			func(c *terminal) { // a dossier's code in the search
				c.press("2")
				c.typeText(sampleCode)
				c.wait(time.Second)
				c.shows(names[l][1])
			},
		} {
			o, svc := lobbyOptions(t, l)
			d := svc.dossiers[sampleCode]
			d.Status = client.StatusSupplement
			svc.dossiers[sampleCode] = d
			onTerminal(t, o, 80, 21, func(c *terminal) {
				play(c)
				for _, words := range never {
					if strings.Contains(c.text(), words) {
						t.Errorf("%s, page %d says %q:\n%s", l, i, words, c.text())
					}
				}
			})
		}
	}
}

// While the screen is read aloud, every page has a button that reads it again,
// below the page or behind the button of more.
func TestAButtonReadsAgain(t *testing.T) {
	for name, play := range map[string]func(*terminal){
		"home": func(*terminal) {}, "ask": func(c *terminal) { c.tap("1") }, "dossier": toDossier,
		"search": func(c *terminal) { c.tap("2") }, "help": func(c *terminal) { c.press("f1") },
		"procedure": func(c *terminal) { c.press("3"); c.wait(time.Second) },
	} {
		t.Run(name, func(t *testing.T) {
			o, _, e := spokenOptions(t, text.VI)
			onTerminal(t, o, 80, 21, func(c *terminal) {
				play(c)
				if slices.Contains(c.model.Screen().Targets(), "key:f13") {
					t.Error("it reads again what it never read")
				}
				c.press("f7", "2")
				c.wait(time.Second)
				whole := e.last().Text
				_, n := e.since(0)
				c.tap("key:f13") // it is on the screen: tap fails else
				c.wait(time.Second)
				if events, _ := e.since(n); !strings.Contains(strings.Join(events, "\n"), "says") {
					t.Errorf("after the button is said %q", events)
				}
				if again := e.last().Text; !strings.HasSuffix(whole, again) { // before it come the keys of the voice
					t.Errorf("it read\n%s\nand again\n%s", whole, again)
				}
			})
		})
	}
}

// Nobody in a lobby knows a procedure by its code, its level or its ministry, so a row is its
// name, and three fit on the smallest screen.
func TestARowOfResultsIsAName(t *testing.T) {
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("2")
		c.typeText("tam tru")
		c.wait(time.Second)
		c.shows("Đăng ký tạm trú")
		c.hides("1.004194", "Bộ Công an", "cấp xã")
		rows := 0
		for _, id := range c.model.Screen().Targets() {
			if strings.HasPrefix(id, "row:") {
				rows++
			}
		}
		if rows < 3 {
			t.Errorf("%d rows:\n%s", rows, c.text())
		}
	})
}

// With the keyboard the first result stands beside the field, and a touch opens it.
func TestTheFirstResultIsAButtonAboveTheKeyboard(t *testing.T) {
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.tap("2")
		c.tapText("dang ky tam tru")
		c.tap("row:0")
		c.wait(time.Second)
		c.shows("Bao lâu")
	})
}

// The bands of the first page run from edge to edge, and its plates stand free of
// the name above them, whatever the size of the text.
func TestTheFirstPageStandsFree(t *testing.T) {
	long(t)
	for _, size := range lobbySizes {
		o, _ := lobbyOptions(t, text.VI)
		onTerminal(t, o, size[0], size[1], func(c *terminal) {
			band := strings.Split(c.text(), "\n")[2]
			if !strings.ContainsAny(band[:3], "▀▄█") || len([]rune(band)) < size[0]-2 {
				t.Errorf("the band stops before the edges: %q", band)
			}
			for range 3 {
				plate, _ := c.model.Screen().Rect("1")
				above := strings.Split(c.text(), "\n")[plate.Y-1]
				if strings.TrimSpace(above) != "" {
					t.Errorf("%dx%d: right above the plates stands %q", size[0], size[1], above)
				}
				c.press("c")
				c.wait(5 * time.Second)
			}
		})
	}
}

// An address on a wall is of no use: the page of a procedure of which the name
// alone is known is taken to a telephone.
func TestAnAddressIsTakenToAPhone(t *testing.T) {
	for l, want := range map[text.Lang]string{text.VI: "chạm Mã QR", text.EN: "touch QR code"} {
		o, svc := lobbyOptions(t, l)
		svc.outline, svc.link = true, "https://portal.example/thu-tuc/1"
		onTerminal(t, o, 80, 21, func(c *terminal) {
			c.press("3")
			c.wait(time.Second)
			c.shows(want)
			c.hides("https://")
			if !slices.Contains(c.model.Screen().Targets(), "key:w") {
				t.Errorf("%s: there is no such button:\n%s", l, c.text())
			}
		})
	}
}

// A small screen shows fewer notices, and each of them whole.
func TestASmallFirstPageCutsNoSentence(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {64, 19}, {70, 20}, {80, 18}, {80, 21}} {
		o, _ := lobbyOptions(t, text.VI)
		onTerminal(t, o, size[0], size[1], func(c *terminal) {
			for range 3 {
				page := strings.Join(strings.Fields(c.text()), " ")
				for begins, ends := range map[string]string{"Có giấy hẹn?": "cũng được.", "Thứ Hai đến": "17:00", "Từ 1/7": "lệ phí."} {
					if strings.Contains(page, begins) && !strings.Contains(page, ends) {
						t.Errorf("%dx%d: what begins with %q does not end:\n%s", size[0], size[1], begins, c.text())
					}
				}
				c.press("f6")
				c.wait(5 * time.Second)
			}
		})
	}
}

// In English with a count behind it the hint was too long for the plate of a small
// screen, and the plate stood empty.
func TestBothPlatesSayWhatToDo(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		o, _ := lobbyOptions(t, l)
		o.Catalogue = func() int { return 4578 }
		o.Kiosk.Queue, o.Kiosk.News = o.Kiosk.Hours, o.Kiosk.Hours // the plates get the least room
		onTerminal(t, o, 80, 21, func(c *terminal) {
			first, _, _ := strings.Cut(text.For(l).Lobby.First, ",")
			if n := strings.Count(c.text(), first); n != 2 {
				t.Errorf("%s: %d plates say %q:\n%s", l, n, first, c.text())
			}
		})
	}
}

// What was asked of the portals, in kilobytes, says nothing to a citizen, nor does
// what is wrong with a certificate.
func TestALobbysStatusIsForPeople(t *testing.T) {
	o, h := lobbyOptions(t, text.VI)
	h.health = []client.SourceHealth{{Source: hall, DownSince: day(24, 8, 2), Cause: client.CauseExpired}}
	o.Traffic = func() []meter.Traffic {
		return []meter.Traffic{{Source: client.SourceName{ID: "h55", Name: "Hệ thống một cửa"}, Requests: 3, BytesIn: 9000, BytesOut: 800}}
	}
	o.Kiosk.Operator = &fakeOperator{pin: "480213"}
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f5") // which portal answers is for the staff
		c.wait(time.Second)
		c.hides(text.For(text.VI).Screen.StatePortals)
		c.shows("CẦN MANG GIẤY TỜ GÌ?")
		openOperator(c)
		c.press("f5")
		c.wait(time.Second)
		c.shows(text.For(text.VI).Screen.StatePortals)
		c.shows("8:02")
		c.hides("kB", text.For(text.VI).Screen.StateAsked, "chứng thư")
	})
}
