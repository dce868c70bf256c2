package tui_test

import (
	"image/color"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui"
	"motcua/tui/text"
)

const insuranceNumber = "03706/2026/07906"

// Of an agency that is not connected people are told whose code it is and where to
// ask, and get the national portal's page for their phone.
func TestADossierOfAnAgencyThatIsNotConnected(t *testing.T) {
	none := &client.NotConnectedError{Agency: "H56.01", Name: "UBND tỉnh Thanh Hóa"}
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		o, svc := options(t)
		svc.err = none
		onTerminal(t, o, size[0], size[1], func(c *terminal) {
			c.openDossier()
			c.shows("UBND tỉnh Thanh Hóa", "18001096")
			c.hides("Không thấy hồ sơ nào")
			c.reads(text.NationalPage, color.Black, color.White)
		})
	}
	o, h := inLobby(t)
	h.answers.err = none
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.beam(sampleCode, 0)
		c.shows("UBND tỉnh Thanh Hóa", "18001096")
		c.reads(text.NationalPage, color.Black, color.White)
	})
}

// A number of social insurance goes to its own portal from wherever it is typed,
// pasted or scanned, and to no system of ours.
func TestANumberOfSocialInsuranceGoesToItsPortal(t *testing.T) {
	ways := map[string]func(*terminal){
		"typed":               func(c *terminal) { c.press("1"); c.typeText(insuranceNumber); c.press("enter") },
		"typed with blanks":   func(c *terminal) { c.press("1"); c.typeText("03706 2026 07906"); c.press("enter") },
		"pasted":              func(c *terminal) { c.press("1"); c.send("\x1b[200~Mã: 03706-2026-07906\x1b[201~"); c.press("enter") },
		"typed in the search": func(c *terminal) { c.press("2"); c.typeText(insuranceNumber); c.wait(time.Second); c.press("enter") },
		"scanned":             func(c *terminal) { c.beam("]Q1"+insuranceNumber, 0) },
	}
	for name, typed := range ways {
		for place, open := range map[string]func(*testing.T) (tui.Options, func() int){
			"lobby": func(t *testing.T) (tui.Options, func() int) {
				t.Helper()
				o, h := inLobby(t)
				return o, func() int { return len(h.looked()) }
			},
			"own terminal": func(t *testing.T) (tui.Options, func() int) {
				t.Helper()
				o, svc := options(t)
				return o, func() (n int) {
					svc.set(func(a *answers) { // words to search by are among them
						for _, asked := range a.asked {
							if _, err := code.ParseDossier(asked); err == nil {
								n++
							}
						}
					})
					return n
				}
			},
		} {
			if name == "scanned" && place != "lobby" {
				continue
			}
			t.Run(name+", "+place, func(t *testing.T) {
				beside(t)
				o, asked := open(t)
				onTerminal(t, o, 100, 30, func(c *terminal) {
					typed(c)
					c.wait(time.Second)
					c.shows("Bảo hiểm xã hội Việt Nam", insuranceNumber)
					c.reads(code.InsurancePortal, color.Black, color.White)
					c.press("esc")
					c.hides("Bảo hiểm xã hội Việt Nam, máy này")
				})
				if n := asked(); n != 0 {
					t.Errorf("%d dossiers were asked for", n)
				}
			})
		}
	}
}

// In a list that staff paste the codes are followed and the number is named.
func TestANumberOfSocialInsuranceInAPastedList(t *testing.T) {
	for content, want := range map[string][]string{
		followCode(4) + "\n" + insuranceNumber + "\n": {"0104", insuranceNumber + " là số hồ sơ bảo hiểm xã hội."},
		insuranceNumber: {insuranceNumber + " là số hồ sơ bảo hiểm xã hội."},
	} {
		o, _ := staffOptions(t)
		onTerminal(t, o, 100, 30, func(c *terminal) {
			c.press("f6")
			c.send(paste(content))
			c.wait(time.Second)
			flat := strings.Join(strings.Fields(c.text()), " ")
			for _, w := range want {
				if !strings.Contains(flat, w) {
					t.Errorf("%q pasted: no %q in\n%s", content, w, c.text())
				}
			}
		})
	}
}

// While it is typed nothing is called wrong, and the page says what the number is.
func TestANumberOfSocialInsuranceIsNamedAsItIsTyped(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 100, 30, func(c *terminal) {
		c.press("1")
		c.typeText("03706/2026/0790")
		c.hides("không phải mã cơ quan", "không có ký tự")
		c.typeText("6")
		c.shows(insuranceNumber+" là số hồ sơ bảo hiểm xã hội.", code.InsurancePortal)
	})
}
