package tui_test

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"motcua/tui"
)

// What a sync brought can be looked up on the page of states, days later and
// after syncs that brought nothing.
func TestWhatChangedInTheCatalogueIsShown(t *testing.T) {
	o, _ := options(t)
	many := tui.Changed{At: sampleDay.AddDate(0, 0, -3), Amended: 60}
	for n := range 60 {
		many.List = append(many.List, tui.ChangedProcedure{Sign: '~', Code: fmt.Sprintf("8.%06d", n), Name: "Việc được sửa"})
	}
	o.Changes = func(context.Context) []tui.Changed {
		return []tui.Changed{
			{At: sampleDay.Add(-2 * time.Hour)},
			{At: sampleDay.AddDate(0, 0, -1), New: 1, Gone: 1, List: []tui.ChangedProcedure{
				{Sign: '+', Code: "8.000101", Name: "Việc mới"}, {Sign: '-', Code: "8.000102", Name: "Việc cũ"},
			}},
			many,
			{At: sampleDay.AddDate(0, 0, -4), First: true},
		}
	}
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.press("f5")
		c.wait(time.Second)
		c.shows("Danh mục đã thay đổi gì", "Đọc lúc 6:14 hôm nay: không có gì thay đổi.", "1 mới, 0 sửa, 1 bãi bỏ",
			"+ mới  8.000101  Việc mới", "- bãi bỏ  8.000102  Việc cũ", "0 mới, 60 sửa, 0 bãi bỏ", "~ sửa  8.000000")
		for range 40 {
			c.press("down")
		}
		c.shows("~ sửa  8.000037", "và 22 thủ tục nữa", "Đọc lần đầu")
		c.hides("8.000038")
		c.press("f2")
		c.shows("and 22 more procedures", "Read for the first time")
	})
}

// A kiosk runs for weeks, and the catalogue is read anew each night.
func TestTheFirstPageCountsTheCatalogueOfNow(t *testing.T) {
	o, _ := options(t)
	var known atomic.Int64
	o.Catalogue = func() int { return int(known.Load()) }
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.hides("4.5")
		known.Store(4578)
		c.press("f2", "f2")
		c.shows("4.578 thủ tục")
		known.Store(4601)
		c.press("f2", "f2")
		c.shows("4.601 thủ tục")
	})
}
