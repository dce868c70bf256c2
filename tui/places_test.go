package tui_test

import (
	"strings"
	"testing"
	"time"
)

var _ = pictured([]scene{
	{"places", func(c *terminal) { c.press("k", "1"); c.typeText("phung chi kien"); c.wait(time.Second) }},
	{"place", func(c *terminal) {
		c.press("k", "1")
		c.typeText("phuong ngoc ha, quan ba dinh")
		c.wait(time.Second)
		c.press("enter")
	}},
	{"search_place", func(c *terminal) { c.press("2"); c.typeText("xa cuong loi cu khai sinh"); c.wait(time.Second) }},
}, []lobbyScene{
	{"places", nil, func(c *terminal) { c.press("k", "1") }},
	{"places_found", nil, func(c *terminal) { toPlaces(c); c.tap("key:f9") }},
	{"place", nil, func(c *terminal) { toPlaces(c); c.press("enter") }},
	{"place_divided", nil, func(c *terminal) {
		c.press("k", "1")
		c.typeText("phuong ngoc ha quan ba dinh")
		c.wait(time.Second)
		c.press("enter")
	}},
})

// toPlaces types the name of an old place.
func toPlaces(c *terminal) {
	c.press("k", "1")
	c.tapText("phung chi kien")
	c.wait(time.Second)
}

// Enter right after the last letter opens the first place, however fast somebody types,
// and what was typed stays when there is none.
func TestPlacesAnswersWhoTypesFast(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("k", "1")
		c.typeText("phung chi kien, bac kan")
		c.press("enter")
		c.wait(time.Second)
		if got := c.text(); !strings.Contains(got, "Phường Bắc Kạn, tỉnh Thái Nguyên") {
			t.Errorf("the place did not open: %s", got)
		}
		c.press("esc")
		c.wait(time.Second)
		if got := c.text(); !strings.Contains(got, "phung chi kien, bac kan") || !strings.Contains(got, "Có 1 nơi") {
			t.Errorf("back on the list: %s", got)
		}
		c.press("esc", "1")
		c.wait(time.Second)
		c.typeText("zzqx")
		c.press("enter")
		c.wait(time.Second)
		if got := c.text(); !strings.Contains(got, "zzqx") || !strings.Contains(got, "Không thấy nơi nào") {
			t.Errorf("a name that nobody has: %s", got)
		}
	})
}

// The list of units opens for who types as fast.
func TestUnitsAnswersWhoTypesFast(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("k", "3")
		c.wait(time.Second)
		c.typeText("duc xuan")
		c.press("enter")
		c.wait(time.Second)
		if got := c.text(); !strings.Contains(got, "› UBND Phường Đức Xuân") {
			t.Errorf("the unit did not open: %s", got)
		}
	})
}
