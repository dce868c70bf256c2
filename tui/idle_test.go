package tui_test

import (
	"regexp"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/text"
)

var (
	stillThere = text.For(text.VI).Hold.StillThere
	stillEN    = text.For(text.EN).Hold.StillThere
)

func TestAPageLeftAloneAsksThenWipes(t *testing.T) {
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		first := c.text()
		c.beam(receipt, 0)
		c.press("down") // the last touch
		c.wait(74 * time.Second)
		c.hides(stillThere)
		c.wait(time.Second)
		c.shows(stillThere, "█") // a number in large
		c.hides("Đúng hạn", sampleCode)
		if h.forgotten() != 0 {
			t.Error("forgotten before the person was asked")
		}
		c.wait(29 * time.Second)
		c.shows(stillThere)
		c.wait(2 * time.Second)
		if got := c.text(); apartFromTheClock(got) != apartFromTheClock(first) {
			t.Errorf("after the countdown:\n%s\nwant the first page:\n%s", got, first)
		}
		if h.forgotten() != 1 {
			t.Errorf("the sources were told to forget %d times", h.forgotten())
		}
	})
}

func TestTheCountdownCountsOnceASecond(t *testing.T) {
	o, _ := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		c.wait(75 * time.Second)
		seen := map[string]bool{}
		for range 30 {
			c.shows(stillThere)
			seen[c.text()] = true
			c.wait(time.Second)
		}
		if len(seen) != 30 {
			t.Errorf("%d pictures in 30 seconds, want one each second", len(seen))
		}
	})
}

// WCAG 2.2.1 asks for ten times at least. Whatever is touched answers the question
// and does nothing else.
func TestTheQuestionIsAnsweredByAnyTouchAsOftenAsOneLikes(t *testing.T) {
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		c.typeText("H55")
		before := c.text()
		for _, touch := range []string{
			"\r", "\x1b", "9", "\t", "\x1bOP", "\x7f", "\x1b[A", mouse(0, 5, 5), mouse(0, 40, 19), mouse(64, 9, 9), "q", "\x1b[21~", "\x1b[24~",
			"\x1b[200~khai\x1b[201~",
		} {
			c.wait(100 * time.Second)
			c.shows(stillThere)
			c.send(touch)
			c.wait(time.Second)
			if got := c.text(); got != before {
				t.Fatalf("after %q:\n%s\nwant the page as it was:\n%s", touch, got, before)
			}
		}
		if h.forgotten() != 0 {
			t.Error("it was wiped")
		}
	})
}

// timeOfDay is the day and the time on the first page, and clockBytes what a minute of it may cost.
var timeOfDay = regexp.MustCompile(` +\S+ \S+ \d\d/\d\d/\d{4} +\d?\d:\d\d`)

const clockBytes = 45

func TestTheFirstPageStandsForEver(t *testing.T) {
	long(t)
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("down", "1", "esc")
		first, wrote := timeOfDay.ReplaceAllString(c.text(), "time"), c.written()
		for range 50 {
			c.wait(10 * time.Minute)
		}
		if timeOfDay.ReplaceAllString(c.text(), "time") != first || h.forgotten() != 0 {
			t.Errorf("the first page went by itself:\n%s", c.text())
		}
		// The clock alone is written anew, each minute.
		if now := c.written(); now-wrote > 50*10*clockBytes {
			t.Errorf("%d bytes were written while nothing happened", now-wrote)
		}
	})
}

// Who chose English and went away leaves English to nobody.
func TestAChosenLanguageIsAskedAboutToo(t *testing.T) {
	o, _ := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		first := c.text()
		c.press("f2")
		c.wait(76 * time.Second)
		c.shows(stillEN)
		c.wait(31 * time.Second)
		if got := c.text(); apartFromTheClock(got) != apartFromTheClock(first) {
			t.Errorf("after the wipe:\n%s\nwant\n%s", got, first)
		}
	})
}

func TestTheTimesAreTheOperatorsToChoose(t *testing.T) {
	o, h := inLobby(t)
	o.Kiosk.Idle, o.Kiosk.Countdown = 20*time.Second, 40*time.Second
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		c.wait(20 * time.Second)
		c.shows(stillThere)
		c.wait(38 * time.Second)
		c.shows(stillThere)
		c.wait(3 * time.Second)
		c.hides(stillThere)
		if h.forgotten() != 1 {
			t.Errorf("wiped %d times", h.forgotten())
		}
	})
}

// Listening takes longer than reading.
func TestItTakesLongerWhileItIsReadAloud(t *testing.T) {
	o, h := inLobby(t)
	o.Kiosk.Speaker = h.speaker
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		c.send("\x1b[18~") // F7: read aloud
		c.wait(149 * time.Second)
		c.hides(stillThere)
		c.wait(2 * time.Second)
		c.shows(stillThere)
		h.speaker.mu.Lock()
		said := h.speaker.said[len(h.speaker.said)-1]
		h.speaker.mu.Unlock()
		if said == "" {
			t.Error("the question is not read aloud")
		}
		c.wait(31 * time.Second)
		h.speaker.mu.Lock()
		defer h.speaker.mu.Unlock()
		if h.speaker.resets == 0 {
			t.Error("the next person finds the voice on")
		}
	})
}

func TestFinishedMeansAtOnce(t *testing.T) {
	for name, at := range map[string]func(*terminal){
		"a dossier":      func(c *terminal) { c.beam(sampleCode, 0) },
		"a field":        func(c *terminal) { c.press("1"); c.typeText("H55") },
		"help":           func(c *terminal) { c.press("f1") },
		"the first page": func(c *terminal) { c.press("f2", "f3") },
		"the PIN":        func(c *terminal) { c.send("\x1b[24~"); c.wait(time.Second); c.press("4") },
		"staff's page":   openOperator,
		"a search":       func(c *terminal) { c.press("2"); c.typeText("tam tru") },
		"a procedure":    func(c *terminal) { c.press("3"); c.wait(time.Second) },
		"its full text":  func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("t") },
		"a QR code":      func(c *terminal) { c.beam(sampleCode, 0); c.press("w") },
		"a proof":        func(c *terminal) { c.beam(sampleCode, 0); c.press("m"); c.typeText("12") },
		"the state":      func(c *terminal) { openOperator(c); c.press("f5") },
		"more buttons":   func(c *terminal) { c.press("2", "f11") },
	} {
		t.Run(name, func(t *testing.T) {
			beside(t)
			o, h := inLobby(t)
			o.DossierPage = func(code.Dossier, client.SourceName) string { return "https://hcc.example.vn/" }
			onTerminal(t, o, 80, 21, func(c *terminal) {
				first := c.styled()
				at(c)
				if name != "the first page" {
					c.shows("Kết thúc")
				}
				c.press("f10")
				if got := c.styled(); apartFromTheClock(got) != apartFromTheClock(first) {
					t.Errorf("after the end:\n%s\nwant the first page:\n%s", got, first)
				}
				if h.forgotten() != 1 {
					t.Errorf("the sources were told to forget %d times", h.forgotten())
				}
			})
		})
	}
}

// On a machine of its own a wipe ends the process: the voice is silent by then, what was
// under way is given up, and nothing else is done by an interface that is about to end.
func TestAWipeEndsTheProcess(t *testing.T) {
	o, h := inLobby(t)
	o.Kiosk.Speaker = h.speaker
	resets, ends := 0, 0
	o.Kiosk.Replace = func() {
		h.speaker.mu.Lock()
		defer h.speaker.mu.Unlock()
		resets, ends = h.speaker.resets, ends+1
	}
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f10", "f10", "f10") // held down: nobody was there
		c.wait(time.Second)
		c.shows("CẦN MANG GIẤY TỜ GÌ?")
		if ends != 0 {
			t.Errorf("ended %d times for nobody", ends)
		}
		c.press("2")
		c.typeText("khai sinh")
		c.press("f10")
		c.wait(time.Second)
	})
	if ends != 1 || resets == 0 {
		t.Errorf("ended %d times, the voice was reset %d times before", ends, resets)
	}
}

// An answer that comes after the person has gone belongs to nobody.
func TestAnAnswerThatComesAfterTheWipeIsDropped(t *testing.T) {
	o, h := inLobby(t)
	h.set(func(a *answers) { a.delay = 5 * time.Second })
	onTerminal(t, o, 80, 21, func(c *terminal) {
		first := c.text()
		c.beam(sampleCode, 0)
		c.press("f10")
		c.wait(10 * time.Second)
		if got := c.text(); apartFromTheClock(got) != apartFromTheClock(first) {
			t.Errorf("it came all the same:\n%s", got)
		}
		h.mu.Lock()
		left := h.answers.left
		h.mu.Unlock()
		if left != 1 {
			t.Errorf("%d look-ups were given up, want 1", left)
		}
		// The next person's pages take no answers of the last one's.
		h.set(func(a *answers) { a.delay = 0 })
		c.beam("H55.17.05-261120-0008", 0)
		c.hides("Đúng hạn")
	})
}

func TestOutsideOfALobbyNobodyIsAsked(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		c.typeText("H55")
		c.wait(time.Hour)
		c.shows("H55")
		c.hides(stillThere)
	})
}
