package tui_test

import (
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// wrongCode is one that the samples do not have.
const wrongCode = "H55.17.05-261120-0099"

// A code that nobody has leads back to the field, in which it still stands; to ask again would give
// the same answer and is not offered.
func TestAWrongCodeIsMended(t *testing.T) {
	for _, lobby := range []bool{false, true} {
		o, _ := options(t)
		if lobby {
			o, _ = lobbyOptions(t, text.VI)
		}
		onTerminal(t, o, 80, 21, func(c *terminal) {
			c.press("1")
			c.typeText(wrongCode)
			c.press("enter")
			c.wait(time.Second)
			c.shows("Không thấy hồ sơ nào khớp")
			c.hides("hỏi lại", "Hỏi lại")
			if lobby {
				c.shows("Sửa mã")
				c.tap(parts.PressPrefix + "enter")
			} else {
				c.shows("Enter sửa mã")
				c.press("enter")
			}
			c.shows(wrongCode)
			c.hides("Không thấy hồ sơ nào khớp")
			c.press("backspace", "backspace")
			c.typeText("07")
			c.press("enter")
			c.wait(time.Second)
			c.shows("Đang xử lý")
			c.press("esc", "esc") // the field, then the first page: it is open once
			c.shows("Đăng ký thường trú")
		})
	}
}

// A code that came from a scanner was never typed: it stands in a field of its own to be mended.
func TestAScannedCodeIsMended(t *testing.T) {
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.beam(wrongCode, 0)
		c.wait(3 * time.Second)
		c.shows("Không thấy hồ sơ nào khớp", "Sửa mã")
		c.tap(parts.PressPrefix + "enter")
		c.shows(wrongCode, "Tra cứu")
		c.press("esc")
		c.hides(wrongCode, "Không thấy hồ sơ nào khớp")
	})
}

// While a system does not answer, the page leads on: to the procedures, and by a QR code whose domain
// it names to the national portal. The address holds no code.
func TestAPortalThatIsDownLeadsOn(t *testing.T) {
	for l, words := range map[text.Lang][4]string{
		text.VI: {"không trả lời từ 8:02", "Hoặc tra bằng điện thoại ở dichvucong.gov.vn: bấm W để mở mã QR.", "tra thủ tục", "Cần mang giấy tờ gì?"},
		text.EN: {"is not answering", "Or look it up with your phone at dichvucong.gov.vn: press W for its QR code.", "look up procedures", "What do I need to bring?"},
	} {
		for _, size := range [][2]int{{60, 18}, {80, 21}, {120, 40}} {
			o, svc := options(t)
			o.Lang = l
			onTerminal(t, o, size[0], size[1], func(c *terminal) {
				svc.set(func(a *answers) { a.err = portalDown() })
				c.press("1")
				c.typeText(sampleCode)
				c.press("enter")
				c.wait(time.Second)
				shown := strings.Join(strings.Fields(c.text()), " ")
				for _, w := range words[:3] {
					if !strings.Contains(shown, w) {
						t.Errorf("%s, %v: no %q in\n%s", l, size, w, c.text())
					}
				}
				c.press("w")
				c.shows("dichvucong.gov.vn")
				c.press("esc", "enter")
				c.shows(words[3])
				c.press("esc")
				c.shows(strings.Fields(words[0])[0])
				c.press("i") // there is nothing to print
				svc.set(func(a *answers) { a.err = nil })
				c.press("r")
				c.wait(time.Second)
				c.shows("25")
				c.hides(words[0])
			})
		}
	}
}

// The first page says that a system does not answer about dossiers before a code is typed, and takes
// it back when it answers, or when nobody has asked it for a while.
func TestTheFirstPageKnowsWhatIsDown(t *testing.T) {
	clienttest.OneByOne(t)
	down := func(failed time.Time) []client.SourceHealth {
		return []client.SourceHealth{
			{Source: client.SourceName{ID: "national", Name: "Cổng Dịch vụ công quốc gia"}, DownSince: day(24, 7, 0), Cause: client.CauseNetwork, LastFailed: failed},
			{Source: hall, DownSince: day(24, 8, 2), Cause: client.CauseNetwork, LastFailed: failed, Dossiers: true},
		}
	}
	for _, l := range []text.Lang{text.VI, text.EN} {
		want := map[text.Lang]string{
			text.VI: "! Hệ thống một cửa tỉnh Thái Nguyên không trả lời từ 8:02. Vẫn tra được thủ tục.",
			text.EN: "! Hệ thống một cửa tỉnh Thái Nguyên is not answering, since 8:02. Procedures can still be looked up.",
		}[l]
		for _, lobby := range []bool{false, true} {
			for _, size := range [][2]int{{60, 18}, {80, 21}, {120, 40}} {
				if lobby && size[0] < 80 {
					continue
				}
				o, svc := options(t)
				if lobby {
					o, svc = lobbyOptions(t, l)
				}
				o.Lang = l
				svc.health = down(sampleDay)
				onTerminal(t, o, size[0], size[1], func(c *terminal) {
					says := func(yes bool) {
						t.Helper()
						c.press("f1")
						c.press("esc") // drawn anew
						shown := strings.Join(strings.Fields(c.text()), " ")
						if strings.Contains(shown, want) != yes || strings.Contains(shown, "Cổng Dịch vụ công quốc gia") {
							t.Errorf("%s, lobby %t, %v: says it %t:\n%s", l, lobby, size, !yes, c.text())
						}
					}
					says(true)
					svc.set(func(a *answers) { a.health = []client.SourceHealth{{Source: hall, LastOK: sampleDay, Dossiers: true}} })
					says(false)
					svc.set(func(a *answers) { a.health = down(sampleDay) })
					says(true)
					c.wait(11 * time.Minute)
					says(false)
				})
			}
		}
	}
}

// Over a connection the seconds of a wait change every five seconds, in few bytes.
func TestARemoteWaitCountsDownByFives(t *testing.T) {
	o, svc := options(t)
	o.Line = func() time.Duration { return 300 * time.Millisecond }
	onTerminal(t, o, 80, 24, func(c *terminal) {
		svc.set(func(a *answers) { a.err = &client.LimitedError{Wait: 28 * time.Second} })
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(100 * time.Millisecond)
		c.shows("! Quá nhiều lượt tra. Thử lại sau 28 giây.")
		before, was := c.written(), c.text()
		changes := 0
		for range 27 {
			c.wait(time.Second)
			if c.text() != was {
				changes, was = changes+1, c.text()
			}
		}
		c.shows("Thử lại sau 5 giây")
		if n := c.written() - before; changes != 5 || n > 300 {
			t.Errorf("%d changes in %d bytes, want 5 in at most 300", changes, n)
		}
		c.wait(2 * time.Second)
		c.shows("Đã hết thời gian chờ", "Enter hỏi lại")
	})
}

// A wait on the lobby's own screen moves; over a connection nothing does but the seconds.
func TestOnlyALocalKioskMoves(t *testing.T) {
	for _, remote := range []bool{false, true} {
		o, svc := lobbyOptions(t, text.VI)
		if remote {
			o.Line = func() time.Duration { return 300 * time.Millisecond }
		}
		onTerminal(t, o, 80, 21, func(c *terminal) {
			svc.set(func(a *answers) { a.delay = time.Minute })
			c.press("1")
			c.typeText(sampleCode)
			c.press("enter")
			c.wait(2100 * time.Millisecond)
			changes, was := 0, c.text()
			for range 8 {
				c.wait(250 * time.Millisecond)
				if c.text() != was {
					changes, was = changes+1, c.text()
				}
			}
			if moves := changes > 4; moves == remote {
				t.Errorf("remote %t: %d changes in two seconds", remote, changes)
			}
		})
	}
}

// A procedure that does not come leads on: to the search, with what was typed or its name, and while
// no system answers to the national portal by a QR code. To ask again is offered where it may help.
func TestAProcedureThatDoesNotComeLeadsOn(t *testing.T) {
	clienttest.OneByOne(t)
	for l, words := range map[text.Lang][4]string{
		text.VI: {"dichvucong.gov.vn", "tìm lại", "hỏi lại", "Đăng ký tạm trú"},
		text.EN: {"dichvucong.gov.vn", "search again", "ask again", "Register temporary residence"},
	} {
		for _, lobby := range []bool{false, true} {
			for _, size := range [][2]int{{60, 18}, {80, 21}, {120, 40}} {
				o, svc := options(t)
				if lobby {
					o, svc = lobbyOptions(t, l)
				}
				o.Lang = l
				onTerminal(t, o, size[0], size[1], func(c *terminal) {
					all := func() string { return strings.ToLower(strings.Join(strings.Fields(c.text()), " ")) }
					says := func(yes bool, pieces ...string) {
						t.Helper()
						for _, w := range pieces {
							if strings.Contains(all(), strings.ToLower(w)) != yes {
								t.Errorf("%s, lobby %t, %v: %q is there: %t\n%s", l, lobby, size, w, !yes, c.text())
							}
						}
					}
					svc.set(func(a *answers) { a.err = portalDown() })
					c.press("3")
					c.wait(time.Second)
					says(true, words[:2]...)
					if size[0] > 60 { // there it is behind "…", in a lobby behind "more"
						says(true, words[2])
					}
					if lobby {
						checkTargets(c, size)
						checkNothingCut(c)
					}
					c.press("w")
					says(true, words[0])
					c.press("esc", "enter")
					c.wait(time.Second)
					if lobby {
						c.press("f9") // the keyboard may take the room of what was found
					}
					says(true, "│ "+words[3], words[3])
					c.press("esc")
					says(false, words[1])

					svc.set(func(a *answers) { a.err = nil })
					c.press("2")
					c.typeText("1.004194")
					c.wait(time.Second)
					svc.set(func(a *answers) { a.err = client.ErrNotFound })
					c.press("enter")
					c.wait(time.Second)
					says(true, words[1])
					says(false, words[0], words[2])
					c.press("w", "enter")
					says(true, "│ 1.004194")
					c.press("esc") // the search is open once
					says(false, words[1], "│ 1.004194")
				})
			}
		}
	}
}
