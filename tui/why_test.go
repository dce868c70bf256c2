package tui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/tui"
	"motcua/tui/text"
)

// openProcedure is the way from home to the page of the first procedure.
func openProcedure(c *terminal) {
	c.press("3")
	c.wait(time.Second)
}

// Staff see how a page was read; the way through its rows is by rows and by pages.
func TestWhyAPageWasReadSo(t *testing.T) {
	for _, lang := range []text.Lang{text.VI, text.EN} {
		for _, size := range [][2]int{{80, 21}, {120, 40}} {
			t.Run(fmt.Sprintf("%s_%dx%d", lang, size[0], size[1]), func(t *testing.T) {
				beside(t)
				o, _ := options(t)
				o.Lang, o.Staff = lang, true
				var got string
				onTerminal(t, o, size[0], size[1], func(c *terminal) {
					openProcedure(c)
					got = c.text() + "\n=====\n"
					c.press("v")
					got += c.text() + "\n=====\n"
					c.press("down", "down", "down")
					got += c.text()
				})
				golden.RequireEqual(t, got)
			})
		}
	}
}

// The page is for staff: neither the public over SSH nor a lobby has the key.
func TestOnlyStaffSeeHowAPageWasRead(t *testing.T) {
	for name, who := range map[string]func(*tui.Options){
		"public": func(*tui.Options) {},
		"lobby":  func(o *tui.Options) { o.Staff, o.Kiosk = true, &tui.Kiosk{} },
		"staff":  func(o *tui.Options) { o.Staff = true },
	} {
		beside := name == "staff"
		o, _ := options(t)
		who(&o)
		onTerminal(t, o, 80, 24, func(c *terminal) {
			openProcedure(c)
			c.press("v")
			if got := strings.Contains(c.text(), text.For(text.VI).Review.WhyTitle); got != beside {
				t.Errorf("%s: the page is shown: %v\n%s", name, got, c.text())
			}
		})
	}
}
