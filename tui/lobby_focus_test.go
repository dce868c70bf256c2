package tui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/tui/text"
)

// Whoever walks over the screen and then types means the field by Enter, wherever
// the focus was left.
func TestEnterIsForWhatIsTyped(t *testing.T) {
	t.Parallel()
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		c.press("tab", "tab", "tab")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		c.shows("Đúng hạn")
		c.press("shift+tab") // the last button
		c.press("m")
		c.typeText("1234")
		c.press("enter")
		c.wait(time.Second)
		c.hides("Các nút khác")
		c.shows("Giấy tờ còn thiếu")
	})
}

// What stands on the page of more buttons stands on it once.
func TestMoreButtonsStandOnce(t *testing.T) {
	t.Parallel()
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		toDossier(c)
		c.press("f11")
		c.shows("Các nút khác")
		for _, words := range []string{"Kết thúc", "Trở về", "Trợ giúp", "English", "Giãn dòng", "Đổi màu"} {
			if n := strings.Count(c.text(), words); n != 1 {
				t.Errorf("%q stands there %d times:\n%s", words, n, c.text())
			}
		}
	})
}

// The names below the groups of a code never run into one another, however little
// of it is typed.
func TestNamesOfGroupsStandApart(t *testing.T) {
	t.Parallel()
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		for _, r := range sampleCode {
			c.typeText(string(r))
			c.hides("quanngày", "quangày", "ngàysố")
			c.shows("cơ quan ", "ngày ", "số")
		}
	})
}

// Whoever walks over the screen with keys comes back to where they left a page, and
// does not walk down the list again. The first page shows nobody where somebody went.
func TestTheFocusIsWhereItWasLeft(t *testing.T) {
	t.Parallel()
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.press("2")
		c.typeText("khai sinh")
		c.press("down", "down", "down")
		left := c.model.Focus()
		if !strings.HasPrefix(left, "row:") {
			t.Fatalf("the focus is on %q", left)
		}
		for _, other := range []string{"enter", "f1"} {
			c.press(other)
			c.wait(time.Second)
			if c.model.PageType() == "search" || c.model.Focus() != "" {
				t.Fatalf("%s: on %s with the focus on %q", other, c.model.PageType(), c.model.Focus())
			}
			c.press("tab", "esc")
			if got := c.model.Focus(); c.model.PageType() != "search" || got != left {
				t.Errorf("back from %s on %s with the focus on %q, want %q", other, c.model.PageType(), got, left)
			}
		}
		c.press("esc", "tab", "tab", "tab", "enter")
		c.wait(time.Second)
		c.press("esc")
		if got := c.model.Focus(); c.model.PageType() != "home" || got != "" {
			t.Errorf("on %s with the focus on %q", c.model.PageType(), got)
		}
	})
}

// A key that comes right behind a scan is for the page that the scan opened.
func TestAKeyBehindAScanWalksOverItsPage(t *testing.T) {
	t.Parallel()
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.send(sampleCode + "\r\x1b[B")
		c.wait(time.Second)
		c.shows("Đúng hạn")
		if got := c.model.Focus(); !slices.Contains(c.model.Screen().Targets(), got) {
			t.Errorf("the focus is on %q, which is not on the screen", got)
		}
	})
}
