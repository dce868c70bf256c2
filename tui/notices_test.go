package tui_test

import (
	"context"
	"slices"
	"time"

	"motcua/client"
	"motcua/client/markup"
	"motcua/client/notice"
	"motcua/client/workday"
)

// board is what is posted: a notice of the office with two addresses, and two news.
var board = func() []notice.Full {
	day := func(d int) time.Time { return time.Date(2026, time.November, d, 0, 0, 0, 0, workday.Zone) }
	title, body := markup.Markdown("# Nghỉ Tết Dương lịch 2027\n\nBộ phận một cửa nghỉ ngày 1/1/2027.\n\n## Hồ sơ hẹn trả\n\n1. Hẹn ngày 1/1: trả ngày 4/1.\n" +
		"2. Nộp trên mạng vẫn được.\n\nXem [trang của phường](https://ducxuan.example/tet) hoặc [bản đồ](https://ducxuan.example/ban-do).\n")
	return []notice.Full{
		{Notice: notice.Notice{ID: "tet", Title: title, Origin: notice.Office, From: day(20), Until: day(30)}, Body: body},
		{Notice: notice.Notice{ID: "n-1", Title: "Cổng bảo trì đêm 28/11/2026", Origin: notice.Portal, From: day(23)}, Body: markup.HTML("<p>Cổng bảo trì từ 22 giờ.</p><ul><li>không nộp được hồ sơ;</li></ul>")},
		{Notice: notice.Notice{ID: "n-2", Title: "Tin không ghi ngày", Origin: notice.Portal}, Body: markup.HTML("<p>Một đoạn.</p>")},
	}
}()

// Notices lists the board.
func (a *answers) Notices(ctx context.Context) (client.Answer[notice.List], error) {
	if err := a.pause(ctx, "notices"); err != nil {
		return client.Answer[notice.List]{}, err
	}
	out := client.Answer[notice.List]{AsOf: a.Now(), Source: hall, Value: notice.List{Asked: true}}
	for _, n := range board {
		out.Value.Notices = append(out.Value.Notices, n.Notice)
	}
	return out, nil
}

// Notice is one of the board.
func (a *answers) Notice(ctx context.Context, id string) (client.Answer[notice.Full], error) {
	if err := a.pause(ctx, "notice "+id); err != nil {
		return client.Answer[notice.Full]{}, err
	}
	for _, n := range board {
		if n.ID == id {
			return client.Answer[notice.Full]{AsOf: a.Now(), Source: hall, Value: n}, nil
		}
	}
	return client.Answer[notice.Full]{}, client.ErrNotFound
}

// toNotices goes to what is posted, toNotice to the office's notice, toSiteMap to the list of all
// pages.
func toNotices(c *terminal) { c.press("k", "7"); c.wait(time.Second) }
func toNotice(c *terminal)  { toNotices(c); c.tap("row:0"); c.wait(time.Second) }
func toSiteMap(c *terminal) {
	toNotices(c)
	for !slices.Contains(c.model.Screen().Targets(), "row:5") {
		c.press("pgdown")
	}
	c.tap("row:5")
}

var _ = pictured([]scene{
	{"notices", toNotices},
	{"notice", func(c *terminal) { toNotices(c); c.press("enter"); c.wait(time.Second) }},
	{"sitemap", func(c *terminal) {
		toNotices(c)
		c.press("down", "down", "down", "down", "down", "enter")
	}},
}, []lobbyScene{
	{"notices", nil, toNotices},
	{"notices_more", nil, func(c *terminal) { toNotices(c); c.press("pgdown", "pgdown") }},
	{"notices_down", func(a *answers) { a.err = portalDown() }, toNotices},
	{"notice", nil, toNotice},
	{"notice_qr", nil, func(c *terminal) { toNotice(c); c.press("pgdown", "pgdown"); c.tap("row:1") }},
	{"sitemap", nil, toSiteMap},
})
