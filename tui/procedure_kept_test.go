package tui_test

import (
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/text"
)

// keptPage is what the machine has of a procedure: all of it, or the heading alone.
func keptPage(outline bool) map[string]client.Answer[client.Procedure] {
	p := sampleProcedures["1.004194"]
	from := client.SourceName{ID: "national", Name: "Cổng Dịch vụ công quốc gia"}
	if outline {
		p = client.Procedure{Code: p.Code, Name: p.Name, Field: "Đăng ký, quản lý cư trú", Levels: p.Levels, Outline: true}
		from = client.SourceName{ID: "catalogue", Name: "Danh mục"}
	}
	return map[string]client.Answer[client.Procedure]{"1.004194": {Value: p, AsOf: day(2, 9, 0), Source: from}}
}

// Nobody waits for a silent portal where this machine has the page: it stands there at
// once, its keys work, and the portal's answer takes its place.
func TestAKeptProcedureIsShownAtOnce(t *testing.T) {
	for _, lobby := range []bool{false, true} {
		for name, fails := range map[string]error{"answers late": nil, "never answers": portalDown()} {
			t.Run(name, func(t *testing.T) {
				o, svc := options(t)
				if lobby {
					o, svc = lobbyOptions(t, text.VI)
				}
				onTerminal(t, o, 80, 40, func(c *terminal) {
					svc.set(func(a *answers) { a.kept = keptPage(false) })
					c.press("2")
					c.typeText("1.004194")
					c.wait(time.Second)
					svc.set(func(a *answers) { a.delay, a.err = 13*time.Second, fails })
					c.press("enter")
					c.shows("Bao lâu", "Bao nhiêu tiền", "2/11", "Đang hỏi thêm cổng.")
					for range 12 {
						c.wait(time.Second)
						c.shows("Bao lâu")
						c.hides("hôi chờ", "đang chậm")
					}
					c.wait(2 * time.Second)
					c.hides("Đang hỏi thêm cổng.")
					if fails == nil {
						c.shows("Bao lâu")
						c.hides("2/11")
					} else {
						c.shows("Bao lâu", "2/11")
					}
					c.press("t")
					c.wait(time.Second)
					c.hides("Bao lâu")
				})
			})
		}
	}
}

// Where the heading alone is known it stands there while the portal is asked, with the
// way back; a portal that answers in time is all that is seen.
func TestAHeadingIsShownWhileThePortalIsSilent(t *testing.T) {
	at := func(takes time.Duration, fails error, body func(*terminal, *answers)) {
		o, svc := options(t)
		onTerminal(t, o, 80, 40, func(c *terminal) {
			c.press("2")
			c.typeText("1.004194")
			c.wait(time.Second)
			svc.set(func(a *answers) { a.kept, a.delay, a.err = keptPage(true), takes, fails })
			c.press("enter")
			body(c, svc)
		})
	}
	at(13*time.Second, nil, func(c *terminal, svc *answers) {
		c.wait(time.Second)
		c.shows("Đăng ký, quản lý cư trú", "Theo danh mục có sẵn trong máy", "Đang hỏi Cổng", "Esc trở về")
		c.hides("thôi chờ", "chưa có giấy tờ")
		c.press("t")
		c.press("w")
		c.wait(13 * time.Second)
		c.shows("Bao lâu")
		c.hides("Đang hỏi", "danh mục kèm")
		if svc.left > 0 {
			t.Error("the look-up was given up")
		}
	})
	at(13*time.Second, portalDown(), func(c *terminal, _ *answers) {
		c.wait(15 * time.Second)
		c.shows("Đăng ký, quản lý cư trú", "chưa có giấy tờ")
		c.hides("Đang hỏi")
	})
	at(13*time.Second, client.ErrNotFound, func(c *terminal, _ *answers) {
		c.wait(15 * time.Second)
		c.shows("1.004194", "Enter tìm lại")
		c.hides("Đang hỏi", "cư trú,")
	})
	at(13*time.Second, nil, func(c *terminal, svc *answers) {
		c.wait(time.Second)
		c.press("esc")
		c.shows("│ 1.004194")
		c.wait(time.Second)
		if svc.left != 1 {
			t.Errorf("%d look-ups were given up", svc.left)
		}
	})
	at(200*time.Millisecond, nil, func(c *terminal, _ *answers) {
		for range 25 {
			c.wait(20 * time.Millisecond)
			c.hides("danh mục kèm", "Đang hỏi")
		}
		c.shows("Bao lâu")
	})
}
