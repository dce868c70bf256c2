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
	"motcua/tui/input"
	"motcua/tui/kiosk"
	"motcua/tui/text"
)

// A receipt held to the scanner shows its dossier, whatever the person was doing.
func TestAScanGoesToItsDossierFromAnyPage(t *testing.T) {
	long(t)
	places := map[string]func(*terminal){
		"the first page":       func(*terminal) {},
		"the field for a code": func(c *terminal) { c.press("1"); c.typeText("H55.1") },
		"the search":           func(c *terminal) { c.press("2"); c.typeText("tam tru") },
		"a procedure":          func(c *terminal) { c.press("3"); c.wait(time.Second) },
		"its full text":        func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("t") },
		"help":                 func(c *terminal) { c.press("f1") },
		"another dossier": func(c *terminal) {
			c.beam("H55.17.05-261120-0008", 0)
		},
		"the question whether somebody is there": func(c *terminal) {
			c.press("1")
			c.wait(80 * time.Second)
			c.shows(text.For(text.VI).Hold.StillThere)
		},
		"a sentence of the last scan": func(c *terminal) { c.beam("9786042012345", 0) },
	}
	for name, go1 := range places {
		for _, apart := range []time.Duration{0, 2 * time.Millisecond, 25 * time.Millisecond} {
			t.Run(fmt.Sprint(name, " ", apart), func(t *testing.T) {
				beside(t)
				o, h := inLobby(t)
				onTerminal(t, o, 80, 21, func(c *terminal) {
					go1(c)
					c.beam(sampleCode, apart)
					c.shows("Đúng hạn", "Đăng ký tạm trú")
					if got := h.looked(); got[len(got)-1] != sampleCode {
						t.Errorf("asked for %q", got)
					}
					c.press("esc") // what was there before the scan is over
					c.hides("tam tru", "H55.1", "Bao nhiêu tiền")
				})
			})
		}
	}
}

// A busy machine sees stops in the middle of a scanner's keys, and takes the letters
// around them for a person's.
func TestAScanWithStopsInItGoesToItsDossier(t *testing.T) {
	long(t)
	places := map[string]func(*terminal){
		"the first page": func(*terminal) {},
		"the search":     func(c *terminal) { c.press("2"); c.typeText("tam tru") },
		"a dossier":      func(c *terminal) { c.beam("H55.17.05-261120-0008", 0) },
		"while typing": func(c *terminal) {
			c.press("2")
			for _, r := range "tam" {
				c.send(string(r))
			}
			c.wait(200 * time.Millisecond)
		},
	}
	for name, go1 := range places {
		for _, at := range []int{3, 12, 20, 45, 70} {
			t.Run(fmt.Sprint(name, " ", at), func(t *testing.T) {
				beside(t)
				o, h := inLobby(t)
				onTerminal(t, o, 80, 40, func(c *terminal) {
					go1(c)
					for i, r := range receipt + "\r" {
						_, _ = io.WriteString(c.keys, string(r))
						c.wait(10 * time.Millisecond)
						if i == at {
							c.wait(150 * time.Millisecond)
						}
					}
					c.wait(time.Second)
					c.shows("Đúng hạn", "Đăng ký tạm trú", "N••••• V•• A")
					if got := h.looked(); got[len(got)-1] != sampleCode+"  A1B2" {
						t.Errorf("asked for %q", got)
					}
				})
			})
		}
	}
}

// A key is measured from the key before it, whatever else the program did in between:
// what a person types while a finger lies on the screen is no scan.
func TestMessagesBetweenKeysMakeNoScan(t *testing.T) {
	o, _ := inLobby(t)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.press("2")
		for _, r := range sampleCode + "\r" {
			_, _ = io.WriteString(c.keys, string(r))
			c.wait(57 * time.Millisecond)
			_, _ = io.WriteString(c.keys, "\x1b[<35;10;3M")
			c.wait(3 * time.Millisecond)
		}
		c.wait(time.Second)
		c.shows("Đúng hạn")
		c.press("esc")
		c.shows(sampleCode) // in the field, where it was typed
	})
}

// Who asks for a PIN by mistake, or reads the help, holds a receipt in hand all the same.
func TestAScanLeavesHelpAndPIN(t *testing.T) {
	for name, open := range map[string]string{"help": "f1", "PIN": "f12"} {
		t.Run(name, func(t *testing.T) {
			o, h := inLobby(t)
			onTerminal(t, o, 80, 40, func(c *terminal) {
				before := c.text()
				c.press(open)
				if c.text() == before {
					t.Fatal("nothing was opened")
				}
				c.beam(sampleCode, 2*time.Millisecond)
				c.shows("Đúng hạn", "Đăng ký tạm trú")
				if got := h.looked(); len(got) != 1 || got[0] != sampleCode {
					t.Errorf("asked for %q", got)
				}
			})
		})
	}
}

// A receipt names its dossier and then the procedure. The stop is between them.
func TestAReceiptThatFellApartIsADossier(t *testing.T) {
	for _, text := range []string{sampleCode + "|1.004194|Dang ky tam tru|25/11/2026", "1.004194\t" + sampleCode + "\tDang ky tam tru"} {
		o, h := inLobby(t)
		onTerminal(t, o, 80, 40, func(c *terminal) {
			for i, r := range text + "\r" {
				if i == 10 {
					c.wait(130 * time.Millisecond)
				}
				_, _ = io.WriteString(c.keys, string(r))
				c.wait(10 * time.Millisecond)
			}
			c.wait(time.Second)
			c.shows("Đúng hạn")
			c.hides("Bao lâu", "không phải mã hồ sơ")
			if got := h.looked(); !slices.Contains(got, sampleCode) {
				t.Errorf("asked for %q", got)
			}
		})
	}
}

func TestAReceiptsSecretIsItsProof(t *testing.T) {
	o, h := inLobby(t)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.beam(receipt, 2*time.Millisecond)
		c.shows("N••••• V•• A")
		if got := h.looked(); !slices.Equal(got, []string{sampleCode + "  A1B2"}) {
			t.Errorf("asked for %q", got)
		}
	})
}

func TestAScannerOnALineOfItsOwn(t *testing.T) {
	long(t)
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("2")
		c.program.Send(kiosk.Scanned(receipt))
		c.wait(time.Second)
		c.shows("Đúng hạn")
		if got := h.looked(); !slices.Equal(got, []string{sampleCode + "  A1B2"}) {
			t.Errorf("asked for %q", got)
		}
	})
}

func TestAPastedScanIsAScan(t *testing.T) {
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("2")
		c.send("\x1b[200~" + receipt + "\x1b[201~")
		c.wait(time.Second)
		c.shows("Đúng hạn")
		if got := h.looked(); len(got) != 1 {
			t.Errorf("asked for %q", got)
		}
		c.press("esc")
		c.press("2")
		c.send("\x1b[200~khai sinh\x1b[201~") // anything else is for the field
		c.wait(time.Second)
		c.shows("khai sinh")
	})
}

func TestWhatIsNoCodeSaysSoAndReturns(t *testing.T) {
	for _, apart := range []time.Duration{0, 25 * time.Millisecond} {
		o, h := inLobby(t)
		onTerminal(t, o, 80, 21, func(c *terminal) {
			c.press("1")
			c.typeText("H55.1")
			before := c.text()
			c.beam("9786042012345", apart)
			c.shows("không phải mã hồ sơ")
			c.hides("9786042012345", "97860")
			c.wait(3500 * time.Millisecond)
			c.shows("không phải mã hồ sơ")
			c.wait(time.Second)
			if got := c.text(); got != before {
				t.Errorf("after five seconds another screen than before:\n%s\nwant\n%s", got, before)
			}
			c.beam("9786042012345", apart)
			c.press("7") // a key takes the sentence away and counts
			c.hides("không phải mã hồ sơ")
			c.shows("H55.17")
			if got := h.looked(); len(got) != 0 {
				t.Errorf("asked for %q", got)
			}
		})
	}
}

// A scanner that is set to send no Enter is understood by its silence where no field
// takes what it types.
func TestAScanWithoutItsEnter(t *testing.T) {
	long(t)
	for _, scan := range []string{sampleCode, "]Q1" + sampleCode, receipt} {
		for _, apart := range []time.Duration{0, 25 * time.Millisecond} {
			o, h := inLobby(t)
			onTerminal(t, o, 80, 40, func(c *terminal) {
				for range 2 { // from the first page, and from a dossier
					for _, r := range scan {
						_, _ = io.WriteString(c.keys, string(r))
						c.wait(apart)
					}
					c.wait(time.Second)
					c.shows("Đúng hạn")
					c.hides("chưa đọc hết mã")
				}
				if got := h.looked(); len(got) != 2 || !strings.HasPrefix(got[1], sampleCode) {
					t.Errorf("asked for %q", got)
				}
			})
		}
	}
}

// What is longer than anything of ours, or lost a part, says so, whichever way it
// came and in the person's language.
func TestAScanThatIsNoReadingSaysWhy(t *testing.T) {
	long(t)
	long := strings.Repeat("0123456789abcdef|", 300)
	for _, lang := range []text.Lang{text.VI, text.EN} {
		tooLong, spoilt := text.For(lang).Hold.ScanTooLong, text.For(lang).Hold.ScanBroken
		for name, came := range map[string]struct {
			by   func(*terminal)
			says string
		}{
			"a serial one, too long":   {func(c *terminal) { c.program.Send(kiosk.ScanFailed(kiosk.ScanTooLong)) }, tooLong},
			"a keyboard's lost a part": {func(c *terminal) { c.program.Send(kiosk.ScanFailed(kiosk.ScanSpoilt)) }, spoilt},
			"typed, too long":          {func(c *terminal) { c.send(long + "\r") }, tooLong},
			"pasted, too long":         {func(c *terminal) { c.sendFiltered("\x1b[200~" + long + "\x1b[201~") }, tooLong},
		} {
			t.Run(fmt.Sprint(name, " ", lang), func(t *testing.T) {
				beside(t)
				o, h := inLobby(t)
				o.Lang = lang
				onTerminal(t, o, 80, 30, func(c *terminal) {
					c.press("1")
					came.by(c)
					c.wait(300 * time.Millisecond)
					c.shows(strings.Join(strings.Fields(came.says)[:6], " "))
					if got := h.looked(); len(got) != 0 {
						t.Errorf("asked for %q", got)
					}
				})
			})
		}
	}
}

// sendFiltered sends by way of what a kiosk reads its keys through.
func (c *terminal) sendFiltered(raw string) {
	from, keys := io.Pipe()
	go func() { _, _ = io.Copy(c.keys, input.EndPastes(from, nil)) }()
	_, _ = io.WriteString(keys, raw)
	c.wait(100 * time.Millisecond)
	_ = keys.Close()
}

// A screen takes longer to draw than a key to look at, and a card has 200 of them.
func TestAHeldKeyDrawsNothing(t *testing.T) {
	t.Parallel()
	o, _ := inLobby(t)
	o.Context = t.Context()
	drawn := 0
	o.Kiosk.Queue = func(text.Lang) string { drawn++; return "" }
	r := newModel(o)
	show := func(msg tea.Msg) (again bool) {
		before := drawn
		r.Update(msg)
		r.View()
		return drawn > before
	}
	if !show(tea.WindowSizeMsg{Width: 80, Height: 21}) {
		t.Fatal("nothing is drawn")
	}
	for _, c := range sampleCode {
		if show(tea.KeyPressMsg{Code: c, Text: string(c)}) {
			t.Fatal("a key of a scanner draws the screen anew")
		}
	}
	if !show(tea.WindowSizeMsg{Width: 82, Height: 21}) {
		t.Error("a new size draws nothing")
	}
}

// A text without its Enter may be a person's who types faster than we thought
// anybody could: it stands in the field, whole. Where there is no field it was a
// scanner that lost its paper, and nothing of it is a key of the page.
func TestACodeReadHalfIsTypedIntoAFieldAlone(t *testing.T) {
	for _, apart := range []time.Duration{0, 30 * time.Millisecond} {
		o, h := inLobby(t)
		onTerminal(t, o, 80, 21, func(c *terminal) {
			half := func() {
				for _, r := range "H03.17.05-2611" {
					_, _ = io.WriteString(c.keys, string(r))
					c.wait(apart)
				}
				c.wait(200 * time.Millisecond)
			}
			first := c.text()
			half()
			c.shows("chưa đọc hết mã")
			c.wait(6 * time.Second)
			if got := c.text(); got != first {
				t.Errorf("after half a scan another screen than before:\n%s", got)
			}
			c.press("1")
			half()
			c.shows("H03.17.05-2611")
			c.hides("chưa đọc hết mã")
			c.beam(sampleCode, 2*time.Millisecond)
			if got := h.looked(); !slices.Equal(got, []string{sampleCode}) {
				t.Errorf("asked for %q", got)
			}
		})
	}
}

// A card of which a part was read is nothing that anybody types.
func TestACardReadHalfIsNeverTyped(t *testing.T) {
	long(t)
	o, _ := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("2")
		c.send(identityCard[:30])
		c.wait(200 * time.Millisecond)
		c.shows("chưa đọc hết mã")
		c.hides("0010", "Nguyen")
	})
}

// A date that cannot be is told as it is when somebody types it.
func TestAScannedCodeFromTheFutureIsTold(t *testing.T) {
	long(t)
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.beam("H55.17.05-291120-0007", 0)
		c.shows("2029")
		if got := h.looked(); len(got) != 0 {
			t.Errorf("asked for %q", got)
		}
	})
}

func TestAProcedureIsScannedByItsCodeAndByItsPage(t *testing.T) {
	const id = "0197a5cf-9e3d-7a52-8b1c-3f2d5e6a7b80"
	for _, scanned := range []string{"1.004194", "https://dichvucong.example.vn/thu-tuc-hanh-chinh/" + id} {
		o, _ := inLobby(t)
		o.Kiosk.FindProcedure = func(got string) (string, bool) { return "1.004194", got == id }
		onTerminal(t, o, 80, 40, func(c *terminal) {
			c.beam(scanned, 2*time.Millisecond)
			c.shows("Đăng ký tạm trú", "Bao lâu")
		})
	}
}

// Of a card four digits are kept, for the dossier that waits or for the next one.
func TestACardProvesTheDossierThatIsShown(t *testing.T) {
	long(t)
	o, h := inLobby(t)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.beam(sampleCode, 0)
		c.hides("N••••• V•• A")
		c.beam(identityCard, 2*time.Millisecond)
		c.shows("N••••• V•• A")
		c.hides("Mau", "1990")
		if got := h.looked(); !slices.Equal(got, []string{sampleCode, sampleCode + " 1234"}) {
			t.Errorf("asked for %q", got)
		}
		c.beam(identityCard, 2*time.Millisecond)
		c.shows("không cần căn cước")
	})
}

func TestACardWaitsForItsDossierTwoMinutesAtMost(t *testing.T) {
	long(t)
	for _, c := range []struct {
		wait time.Duration
		want []string
	}{
		{10 * time.Second, []string{sampleCode, sampleCode + " 1234"}},
		{121 * time.Second, []string{sampleCode}},
	} {
		o, h := inLobby(t)
		o.Kiosk.Idle = 5 * time.Minute // the card goes by itself, without a wipe
		onTerminal(t, o, 80, 40, func(term *terminal) {
			term.press("2")
			term.beam(identityCard, 2*time.Millisecond)
			term.shows("4 số cuối")
			term.hides("Nguyen", "1990", "0010", "1234")
			term.wait(c.wait)
			term.beam(sampleCode, 2*time.Millisecond)
			term.wait(time.Second)
			if got := h.looked(); !slices.Equal(got, c.want) {
				t.Errorf("after %s asked for %q, want %q", c.wait, got, c.want)
			}
		})
	}
}

// A card of somebody else leaves the dossier as it was and is not tried again.
func TestAnothersCardOpensNothing(t *testing.T) {
	long(t)
	o, h := inLobby(t)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.beam(strings.Replace(identityCard, "1234|", "9999|", 1), 2*time.Millisecond)
		c.beam(sampleCode, 2*time.Millisecond)
		c.wait(time.Second)
		c.shows("Không thấy hồ sơ nào khớp")
		c.press("esc")
		c.shows("Đúng hạn")
		c.beam("H55.17.05-261120-0008", 0)
		want := []string{sampleCode, sampleCode + " 9999", "H55.17.05-261120-0008"}
		if got := h.looked(); !slices.Equal(got, want) {
			t.Errorf("asked for %q, want %q", got, want)
		}
	})
}

// People type as they always did, letter by letter, however fast.
func TestWhatAPersonTypesIsTheirs(t *testing.T) {
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		for _, r := range sampleCode + "\r" {
			c.send(string(r)) // 100 ms apart
		}
		c.wait(time.Second)
		c.shows("Đúng hạn")
		c.press("esc")
		c.shows(sampleCode) // in the field, once
		if got := h.looked(); !slices.Equal(got, []string{sampleCode}) {
			t.Errorf("asked for %q", got)
		}
	})
}

// A key that opens a page and the letters behind it may come at once, from quick
// fingers or after a moment in which the machine was busy: they are for that page.
func TestLettersBehindTheKeyThatOpensAFieldStandInIt(t *testing.T) {
	lobby, _ := inLobby(t)
	own, _ := options(t)
	for name, o := range map[string]tui.Options{"a lobby": lobby, "a person's own": own} {
		t.Run(name, func(t *testing.T) {
			onTerminal(t, o, 80, 21, func(c *terminal) {
				for _, k := range []struct{ keys, want string }{{"1H03", "│ H03"}, {"2tam", "│ tam"}} {
					c.send(k.keys)
					c.wait(time.Second)
					c.shows(k.want)
					c.press("esc")
				}
			})
		})
	}
}

// On a person's own terminal nothing waits for a scanner. A paste where no field
// takes it opens what it names; in a field it is theirs to look over.
func TestAPasteOutsideOfAFieldOpensItsDossier(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.send("\x1b[200~" + sampleCode + "\x1b[201~")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026")
		c.press("esc")
		c.shows("Cần mang giấy tờ gì?")
		c.send("\x1b[200~xin chào\x1b[201~")
		c.shows("Cần mang giấy tờ gì?")
	})
}
