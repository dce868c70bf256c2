package tui_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui"
	"motcua/tui/text"
)

const otherCode = "H55.17.05-261120-0008"

// atOwnDesk is the interface of somebody with a terminal of their own, and what was
// asked there; left counts how often it was left.
func atOwnDesk(t *testing.T) (o tui.Options, h *lobbyHall, left *int) {
	t.Helper()
	o, h = inLobby(t)
	left = new(int)
	o.Kiosk, o.Staff, o.Leave = nil, true, func() { *left++ }
	other := sampleDossier(t)
	other.ProcedureName = "Tách hộ"
	h.set(func(a *answers) { a.dossiers[otherCode] = other })
	return o, h, left
}

// scanned types as a scanner does, ended in that way.
func (c *terminal) scanned(text, end string, apart time.Duration) {
	if apart == 0 { // over a line, in one packet
		c.send(text + end)
	} else {
		for _, r := range text + end {
			_, _ = io.WriteString(c.keys, string(r))
			c.wait(apart)
		}
	}
	c.wait(time.Second)
}

// A scan opens its dossier from wherever the person is, and what they were at is as
// they left it.
func TestAScanOpensItsDossierAtADesk(t *testing.T) {
	long(t)
	screen := text.For(text.VI).Screen
	places := []struct {
		name   string
		go1    func(*terminal)
		behind string // what stands there again after Esc
		field  bool
	}{
		{"the first page", func(*terminal) {}, screen.OftenAsked, false},
		{"the field for a code", func(c *terminal) { c.press("1"); c.typeText("H03.1") }, "│ H03.1 ", true},
		{"the search", func(c *terminal) { c.press("2"); c.typeText("tạm trú ") }, "│ tạm trú ", true},
		{"a procedure", func(c *terminal) { c.press("2"); c.typeText("1.004194"); c.press("enter"); c.wait(time.Second) }, "Bao nhiêu tiền", false},
		{"its full text", func(c *terminal) {
			c.press("2")
			c.typeText("1.004194")
			c.press("enter")
			c.wait(time.Second)
			c.press("t")
		}, "1/", false},
		{"help", func(c *terminal) { c.press("f1") }, screen.HelpTitle, false},
		{"the list to follow", func(c *terminal) { c.press("f6"); c.typeText("H03.1") }, "│ H03.1 ", true},
		{"the state of things", func(c *terminal) { c.press("f5") }, "", false},
		{"another dossier", func(c *terminal) { c.press("1"); c.typeText(otherCode); c.press("enter"); c.wait(time.Second) }, "Tách hộ", false},
		{"its proof", func(c *terminal) {
			c.press("1")
			c.typeText(otherCode)
			c.press("enter")
			c.wait(time.Second)
			c.press("m")
			c.typeText("99")
		}, "│ 99 ", true},
	}
	for _, p := range places {
		for i, how := range []struct {
			text, end string
			apart     time.Duration
		}{
			{sampleCode, "\r", 25 * time.Millisecond}, {"]Q1" + sampleCode, "\r\n", 0}, {"]C1" + sampleCode, "\t", 2 * time.Millisecond}, {receipt, "\r", 2 * time.Millisecond},
			{"Ma ho so\t" + sampleCode + "\rHen tra\t25/11/2026", "\r", 2 * time.Millisecond}, {sampleCode, "", 0},
		} {
			switch {
			case p.field && how.end == "":
				continue // it stands in the field
			case i > 1 && p.name != "the first page" && p.name != "the search" && p.name != "its proof":
				continue // as there
			}
			t.Run(fmt.Sprintf("%s %q %s", p.name, how.text+how.end, how.apart), func(t *testing.T) {
				beside(t)
				o, h, left := atOwnDesk(t)
				onTerminal(t, o, 80, 40, func(c *terminal) {
					p.go1(c)
					c.scanned(how.text, how.end, how.apart)
					c.shows("THỨ TƯ 25/11/2026", "Đăng ký tạm trú", sampleCode)
					if got := h.looked(); strings.Fields(got[len(got)-1])[0] != sampleCode {
						t.Errorf("asked for %q", got)
					}
					c.press("esc")
					c.shows(p.behind)
					c.hides("› " + sampleCode)
					if *left > 0 {
						t.Error("it was left")
					}
				})
			})
		}
	}
}

// One receipt after the other: each shows its dossier, and one Esc leads out.
func TestAScanMakesRoomForTheNext(t *testing.T) {
	long(t)
	o, h, _ := atOwnDesk(t)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.press("2")
		for range 3 {
			c.scanned(sampleCode, "\r", 2*time.Millisecond)
			c.shows("Đăng ký tạm trú", "› "+sampleCode)
			c.press("p") // on to the procedure
			c.wait(time.Second)
			c.scanned(otherCode, "\r", 0)
			c.shows("Tách hộ", "› "+otherCode)
			c.hides(sampleCode)
		}
		if got := h.looked(); len(got) != 6 {
			t.Errorf("asked for %q", got)
		}
		c.press("esc")
		c.shows(text.For(text.VI).Screen.SearchTitle)
		c.hides(otherCode)
	})
}

// In the list that is followed, too, a scan opens its dossier, and F6 there takes it
// along; a code that a person types is added.
func TestAScanInTheListToFollow(t *testing.T) {
	long(t)
	o, h, _ := atOwnDesk(t)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.press("f6")
		c.scanned(sampleCode, "\r", 2*time.Millisecond)
		c.shows("THỨ TƯ 25/11/2026", "› "+sampleCode)
		c.press("esc")
		c.shows(text.For(text.VI).Follow.Empty[0])
		c.scanned("]Q1"+otherCode, "\t", 0)
		c.shows("Tách hộ", "› "+otherCode)
		c.press("f6")
		c.wait(20 * time.Second)
		c.shows("Tách hộ", otherCode)
		for _, r := range sampleCode + "\r" {
			_, _ = io.WriteString(c.keys, string(r))
			c.wait(60 * time.Millisecond)
		}
		c.wait(20 * time.Second)
		c.shows(otherCode, sampleCode)
		c.hides("› " + sampleCode)
		if got := h.looked(); len(got) < 3 {
			t.Errorf("asked for %q", got)
		}
	})
}

// No key of a scan is a key of the page: neither of one that is nothing of ours, nor
// where the line brings it in pieces.
func TestNoKeyOfAScanIsAShortcut(t *testing.T) {
	long(t)
	for _, scan := range []string{
		"9786042012345\r", "34567890\t12\r", "WIFI:T:WPA;S:Mau;;\r", "]Q1qlnqln\r", "]E05123456789012\r", "BEGIN:VCARD\nN:Mau\r", "QLN?34-99", "2345678901\r",
	} {
		for _, apart := range []time.Duration{0, 25 * time.Millisecond} {
			t.Run(fmt.Sprintf("%q %s", scan, apart), func(t *testing.T) {
				beside(t)
				o, h, left := atOwnDesk(t)
				onTerminal(t, o, 80, 24, func(c *terminal) {
					first := lines(c.text())
					c.scanned(scan, "", apart)
					got := lines(c.text())
					if !strings.Contains(got[1], "vừa quét") {
						t.Errorf("nothing says that it is none of ours: %q", got[1])
					}
					if got[1] = first[1]; !slices.Equal(got, first) {
						t.Errorf("another page than before:\n%s", strings.Join(got, "\n"))
					}
					if len(h.looked()) > 0 || len(h.asked) > 0 || *left > 0 {
						t.Errorf("asked for %q %q, left %d times", h.looked(), h.asked, *left)
					}
				})
			})
		}
	}
	// In pieces, behind the mark that no person types.
	for at := 1; at < 8; at++ {
		o, h, left := atOwnDesk(t)
		o.Line = func() time.Duration { return 300 * time.Millisecond }
		onTerminal(t, o, 80, 40, func(c *terminal) {
			scan := "]Q1" + sampleCode + "\r"
			c.send(scan[:at]) // and a tenth of a second
			c.scanned(scan[at:], "", 0)
			c.shows("THỨ TƯ 25/11/2026")
			if got := h.looked(); !slices.Equal(got, []string{sampleCode}) || *left > 0 {
				t.Errorf("in two at %d: asked for %q, left %d times", at, got, *left)
			}
		})
	}
}

// What a person typed on while the line stood still comes all at once. It is theirs:
// the key that leads to a field, and what they typed into that.
func TestWhatWasTypedAheadIsAPersons(t *testing.T) {
	for typed, want := range map[string]string{
		"1" + sampleCode + "\r": "THỨ TƯ 25/11/2026",
		"2khai sinh":            "│ khai sinh",
		"2giấy 1.00":            "│ giấy 1.00",
		"1H03.17.05-2611":       "│ H03.17.05-2611",
		"1h55":                  "│ h55",
	} {
		o, _, _ := atOwnDesk(t)
		onTerminal(t, o, 80, 40, func(c *terminal) {
			c.scanned(typed, "", 0)
			c.shows(want)
		})
	}
	o, h, _ := atOwnDesk(t)
	onTerminal(t, o, 80, 40, func(c *terminal) { // a proof
		c.scanned(sampleCode, "\r", 0)
		c.scanned("m1234", "\r", 0)
		c.shows("N••••• V•• A")
		if got := h.looked(); !slices.Equal(got, []string{sampleCode, sampleCode + " 1234"}) {
			t.Errorf("asked for %q", got)
		}
	})
}

// A person's shortcuts work as they did, and those of a hurry too.
func TestShortcutsAtADesk(t *testing.T) {
	o, _, left := atOwnDesk(t)
	onTerminal(t, o, 80, 30, func(c *terminal) {
		english := text.For(text.EN).Screen.OftenAsked
		for _, wait := range []time.Duration{200 * time.Millisecond, 70 * time.Millisecond, 40 * time.Millisecond} {
			for range 2 {
				_, _ = io.WriteString(c.keys, "l")
				c.wait(wait)
			}
			c.wait(100 * time.Millisecond)
			c.hides(english)
		}
		c.send("l\x1b[B") // an arrow waits for the letter before it
		c.shows(english)
		c.send("l")
		c.send("n" + mouse(0, 10, 6)) // and so does a finger
		c.shows("ví dụ")
		c.press("esc")
		c.press("q")
		if *left != 1 {
			t.Errorf("left %d times", *left)
		}
	})
}

// A card proves the dossier that is shown, also where its field is open, and types
// nothing anywhere.
func TestACardAtADesk(t *testing.T) {
	long(t)
	for _, open := range []bool{false, true} {
		o, h, _ := atOwnDesk(t)
		onTerminal(t, o, 80, 40, func(c *terminal) {
			c.scanned(identityCard, "\r", 2*time.Millisecond)
			c.shows("Căn cước chỉ dùng")
			c.scanned(sampleCode, "\r", 2*time.Millisecond)
			if open {
				c.press("m")
			}
			c.scanned("]Q1"+identityCard, "\r", 2*time.Millisecond)
			c.shows("N••••• V•• A")
			c.hides("Nguyen Van", "001099")
			if got := h.looked(); !slices.Equal(got, []string{sampleCode, sampleCode + " 1234"}) {
				t.Errorf("asked for %q", got)
			}
		})
	}
}

// A code that a person types is no scan, however much goes on in between: it stands
// in the field afterwards.
func TestACodeTypedAtADesk(t *testing.T) {
	for _, apart := range []time.Duration{45 * time.Millisecond, 260 * time.Millisecond} {
		o, _, _ := atOwnDesk(t)
		onTerminal(t, o, 80, 30, func(c *terminal) {
			c.press("2")
			for _, r := range sampleCode + "\r" {
				_, _ = io.WriteString(c.keys, string(r))
				c.wait(apart)
			}
			c.wait(time.Second)
			c.shows("THỨ TƯ 25/11/2026")
			c.press("esc")
			c.shows("│ " + sampleCode)
		})
	}
}

// Letters that are typed into a field wait for nothing.
func TestAFieldAtADeskShowsEachLetterAtOnce(t *testing.T) {
	o, _, _ := atOwnDesk(t)
	o.Line = func() time.Duration { return time.Second }
	onTerminal(t, o, 80, 30, func(c *terminal) {
		c.press("2")
		for _, r := range "khai" {
			_, _ = io.WriteString(c.keys, string(r))
			c.wait(20 * time.Millisecond) // a frame
		}
		c.shows("│ khai")
	})
}

// Where there is no field a scan of thousands of keys draws no screen before its end.
func TestAHeldKeyDrawsNothingAtADesk(t *testing.T) {
	o, _, _ := atOwnDesk(t)
	o.Context = t.Context()
	m := newModel(o)
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 30})
	first := m.Screen()
	for _, c := range sampleCode {
		m.Update(tea.KeyPressMsg{Code: c, Text: string(c)})
		if m.Screen() != first {
			t.Fatalf("the key %q lays the screen anew", c)
		}
	}
	m.Update(tea.WindowSizeMsg{Width: 82, Height: 30})
	if m.Screen() == first {
		t.Error("a new size leaves the screen as it was")
	}
}

// What is longer than anything of ours is told as that.
func TestATextTooLongAtADesk(t *testing.T) {
	long(t)
	o, h, _ := atOwnDesk(t)
	onTerminal(t, o, 80, 30, func(c *terminal) {
		c.scanned(strings.Repeat("0123456789abcdef|", 300), "\r", 0)
		c.shows("quá 4.000")
		if got := h.looked(); len(got) > 0 {
			t.Errorf("asked for %q", got)
		}
	})
}
