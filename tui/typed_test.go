package tui_test

import (
	"slices"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"motcua/tui"
	"motcua/tui/text"
	"motcua/tui/typing"
)

// A person who brings no input method searches in Vietnamese with its marks.
func TestWordsAreTypedByTheMethodThatIsChosen(t *testing.T) {
	for _, c := range []struct {
		method typing.Method
		typed  string
	}{
		{typing.Telex, "ddawng kys khai sinh"},
		{typing.Telex, "dangwd kys khai sinh"},
		{typing.VNI, "d9a8ng ky1 khai sinh"},
		{typing.VNI, "dang89 ky1 khai sinh"},
	} {
		o, svc := options(t)
		o.Typing = c.method
		onTerminal(t, o, 80, 24, func(term *terminal) {
			term.press("2")
			term.typeText(c.typed)
			term.shows("│ đăng ký khai sinh ")
			if n := len(svc.asked); n != 1 {
				t.Errorf("%v: the portal was asked %d times while nobody paused: %v", c.method, n, svc.asked)
			}
		})
	}
}

// English is typed as it is, in the interface that begins in English and in the one that was switched
// to it; back in Vietnamese marks are typed again.
func TestEnglishIsTypedAsItIs(t *testing.T) {
	for _, begin := range []text.Lang{text.VI, text.EN} {
		o, _ := options(t)
		o.Typing, o.Lang = typing.Telex, begin
		onTerminal(t, o, 100, 24, func(c *terminal) {
			if begin == text.VI {
				c.press("f2")
			}
			c.press("2")
			c.typeText("tax refund")
			c.shows("│ tax refund ", "F8 typing: off")
			c.press("esc", "f2", "2")
			c.typeText("tax")
			c.shows("│ tã ")
		})
	}
}

// The way of typing goes round by a key, says its keys, and holds for the next
// field; whoever has an input method finds it off.
func TestTheWayOfTypingIsChosenByAKey(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 100, 24, func(c *terminal) {
		c.press("2")
		c.shows("F8 kiểu gõ: tắt")
		c.typeText("kys ")
		c.press("f8")
		c.shows("F8 kiểu gõ: Telex", "Telex: aa â, aw ă", "kys")
		c.typeText("kys ")
		c.hides("aa â")
		c.shows("kys ký")
		c.press("esc", "2")
		c.shows("F8 kiểu gõ: Telex")
		c.typeText("hoafn")
		c.shows("│ hoàn ")
		c.press("backspace")
		c.shows("│ hòa ")
		c.click("kiểu gõ")
		c.shows("F8 kiểu gõ: VNI", "VNI: a6 â")
		c.typeText(" so63 30.000")
		c.shows("hòa sổ 30.000")
		c.press("f2", "f8")
		c.shows("F8 typing: off", "each key gives its own letter")
	})
}

// A code is what is printed: no method touches it, nor a pasted text.
func TestCodesAndPastesAreNotComposed(t *testing.T) {
	for _, m := range []typing.Method{typing.Telex, typing.VNI} {
		o, svc := options(t)
		o.Typing = m
		onTerminal(t, o, 80, 24, func(c *terminal) {
			c.press("1")
			c.typeText(sampleCode)
			c.press("enter")
			c.wait(time.Second)
			c.shows("THỨ TƯ 25/11/2026")
			c.press("m")
			c.typeText("as61dd9")
			c.shows("as61dd9") // a proof may have letters
			c.press("esc", "esc", "esc", "2")
			asked := len(svc.asked)
			c.send("\x1b[200~tas d9 ta\u0323m\x1b[201~")
			c.wait(time.Second)
			c.shows("tas d9 tạm")
			if len(svc.asked) != asked+1 {
				t.Errorf("%v: a paste was looked up %d times", m, len(svc.asked)-asked)
			}
		})
	}
}

// In the middle of the text the cursor stays at what is typed.
func TestWordsAreMendedInTheMiddle(t *testing.T) {
	o, _ := options(t)
	o.Typing, o.Tones = typing.Telex, typing.NewStyle
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.typeText("hoaf sinh")
		c.shows("hoà sinh")
		for range " sinh" {
			c.press("left")
		}
		c.typeText("n")
		c.shows("hoàn sinh")
		c.press("backspace", "backspace")
		c.typeText("f")
		c.shows("hof sinh") // it was taken back: the same key undoes
		c.typeText("s")
		c.hides("hó sinh")
	})
}

// What a lobby's person chose ends with them.
func TestTheNextPersonFindsTheUsualWayOfTyping(t *testing.T) {
	o, _ := options(t)
	o.Typing = typing.Telex
	o.Kiosk = &tui.Kiosk{}
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2", "f8")
		c.typeText("ky1")
		c.shows("│ ký ", "VNI")
		c.press("f10")
		c.wait(2 * time.Second)
		c.press("2")
		c.hides("│ ký ")
		c.typeText("kys")
		c.shows("│ ký ", "Telex")
	})
}

// letterBudget is what a letter in a field may cost in bytes.
const letterBudget = 24

// A key that makes another letter of one before it goes back and draws that
// letter anew, and no more: a whole word stays within the budget of a letter.
func TestComposedLettersCostFewBytes(t *testing.T) {
	long(t)
	for _, c := range []struct {
		method typing.Method
		keys   string
	}{
		{typing.Off, "khai"},
		{typing.Telex, "ddawng"},
		{typing.Telex, "tieengs"},
		{typing.Telex, "tiengse"},
		{typing.Telex, "nguwowif"},
		{typing.Telex, "software"},
		{typing.VNI, "d9a8ng"},
		{typing.VNI, "tie6ng1"},
	} {
		o, _ := options(t)
		o.Typing = c.method
		withProfile(t, o, colorprofile.ANSI256, 80, 24, func(term *terminal) {
			term.press("2")
			term.typeText("khai sinh ")
			var spent []int
			whole := term.during(func() {
				for _, k := range c.keys {
					spent = append(spent, term.during(func() { term.send(string(k)) }))
				}
			})
			if most := slices.Max(spent); whole > letterBudget*len(c.keys) || most > letterBudget+8 {
				t.Errorf("%v: the keys of %s cost %v bytes", c.method, c.keys, spent)
			}
			t.Logf("%v: %s costs %v, %.1f a key", c.method, c.keys, spent, float64(whole)/float64(len(c.keys)))
		})
	}
}

// The sentence about the keys stands whole in one line of a screen of 80 columns.
func TestTheWaysOfTypingAreToldInALine(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		o, _ := options(t)
		o.Lang = l
		onTerminal(t, o, 80, 21, func(c *terminal) {
			words := text.For(l).Typing
			c.press("2", "f8")
			c.shows("Telex: aa â", words.Tones[0])
			c.press("f8")
			c.shows("VNI: a6 â", words.Tones[1])
			c.press("f8")
			c.shows(words.Off)
		})
	}
}

// The keyboard on the screen types where the cursor is, and puts the tone where
// the session has it.
func TestTheKeyboardOnTheScreenPutsTones(t *testing.T) {
	o, _ := options(t)
	o.Typing, o.Tones = typing.Telex, typing.NewStyle
	o.Kiosk = &tui.Kiosk{}
	onTerminal(t, o, 80, 24, func(c *terminal) {
		key := func(caps ...string) {
			for _, k := range caps {
				c.click("│" + k + "│")
			}
		}
		c.press("2")
		key("T", "H", "U", "Y", "ả")
		c.shows("│ thuỷ ")
		c.press("home")
		key("Đ", "I")
		c.click("dấu cách")
		c.shows("│ đi thuỷ ")
	})
}
