package tui_test

import (
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
		for _, words := range []string{"Kết thúc", "Trở về", "Trợ giúp", "English", "Cỡ chữ", "Đổi màu"} {
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
