package tui_test

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/text"
)

// searchBox is a portal's search before the first sync: it answers after a while,
// or never.
type searchBox struct {
	takes time.Duration
	err   error
	hits  []client.Hit
	asked int
}

func (b *searchBox) Source() client.SourceName {
	return client.SourceName{ID: "national", Name: "Cổng Dịch vụ công quốc gia"}
}
func (b *searchBox) AsOf() time.Time { return time.Time{} }

func (b *searchBox) Search(ctx context.Context, _ client.Query) (client.SearchResult, error) {
	b.asked++
	select {
	case <-time.After(b.takes):
		return client.SearchResult{Hits: b.hits, Total: len(b.hits)}, b.err
	case <-ctx.Done():
		return client.SearchResult{}, ctx.Err()
	}
}

func (b *searchBox) Procedure(context.Context, string) (client.Procedure, error) {
	return client.Procedure{}, b.err
}

// unsynced is a machine whose catalogue came with the program: searches are those
// of the real service over it and a portal's box.
type unsynced struct {
	*answers
	service *client.Service
}

func (u unsynced) Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	return u.service.Search(ctx, q)
}

func (u unsynced) Popular(n int) []client.Hit { return u.answers.Popular(n) }

func portalSilent() error {
	return &client.UnavailableError{Source: (&searchBox{}).Source(), Cause: client.CauseTimeout, Err: errors.New("no answer")}
}

// beforeTheFirstSync runs body with a search in a terminal, or in a lobby.
func beforeTheFirstSync(t *testing.T, box *searchBox, lobby, offline bool, body func(*terminal)) {
	t.Helper()
	o, svc := options(t)
	if lobby {
		o, svc = lobbyOptions(t, text.VI)
	}
	o.Sample = false
	o.Service = unsynced{svc, client.NewService(client.ServiceConfig{
		Procedures: []client.ProcedureSource{box}, Keeper: shipped, Offline: offline,
	})}
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.wait(time.Second)
		body(c)
	})
}

const often = "Nhiều người hỏi"

// Whatever the portal does, what was typed is answered at once by the catalogue on
// this machine, and Enter opens what is shown.
func TestASlowPortalIsNotWaitedFor(t *testing.T) {
	for _, tt := range []struct {
		name    string
		box     searchBox
		offline bool
		during  []string // shown while it is asked
		after   []string // and when that is over
	}{
		{"silent", searchBox{takes: 13 * time.Second, err: portalSilent()}, false,
			[]string{"Theo danh mục có sẵn trong máy", "Đang hỏi thêm cổng."}, []string{"Theo danh mục có sẵn trong máy", "Cổng không trả lời."}},
		{"refused", searchBox{takes: 2800 * time.Millisecond, err: portalSilent()}, false,
			[]string{"Theo danh mục có sẵn trong máy", "Đang hỏi thêm cổng."}, []string{"Cổng không trả lời."}},
		{"slow", searchBox{takes: 9 * time.Second, hits: []client.Hit{{Code: "1.001193", Name: "Thủ tục đăng ký khai sinh"}}}, false,
			[]string{"Đang hỏi thêm cổng."}, []string{"Theo Cổng Dịch vụ công quốc gia"}},
		{"finds nothing", searchBox{takes: time.Second}, false, nil, []string{"Theo danh mục có sẵn trong máy"}},
		{"offline", searchBox{}, true, []string{"Theo danh mục có sẵn trong máy"}, []string{"Theo danh mục có sẵn trong máy"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			beforeTheFirstSync(t, &tt.box, false, tt.offline, func(c *terminal) {
				c.shows(often)
				for _, r := range "khai sinh" {
					c.press(string(r)) // 200 ms a letter
					c.hides(often)
				}
				c.wait(100 * time.Millisecond)
				c.shows("Đăng ký khai sinh", "1.001193", "thủ tục")
				c.shows(tt.during...)
				c.hides(often, "Thôi chờ", "chậm")
				rows := listOf(c)
				for range 20 {
					c.wait(time.Second)
					c.hides(often, "Thôi chờ", "chậm", "Đang hỏi Cổng")
					if now := listOf(c); now != rows {
						t.Fatalf("the list has moved from\n%s\nto\n%s", rows, now)
					}
				}
				c.shows(tt.after...)
				c.hides("Đang hỏi thêm")
				if tt.offline != (tt.box.asked == 0) {
					t.Errorf("the portal was asked %d times", tt.box.asked)
				}
				c.press("enter")
				c.wait(time.Second)
				c.shows("1.001193")
			})
			beforeTheFirstSync(t, &tt.box, false, tt.offline, func(c *terminal) {
				c.send("khai sinh\r") // Enter before the list is there
				c.wait(100 * time.Millisecond)
				c.shows("› 1.001193")
				c.press("esc")
				c.wait(15 * time.Second)
				c.shows("Đăng ký khai sinh")
				c.hides(often, "Đang hỏi thêm")
			})
		})
	}
}

// listOf are the rows of the search as they stand, below the lines above them.
func listOf(c *terminal) string {
	lines := strings.Split(c.text(), "\n")
	for i, l := range lines {
		if strings.Contains(l, "Theo ") {
			return strings.Join(lines[i+1:], "\n")
		}
	}
	return strings.Join(lines, "\n")
}

// What the portal has besides comes behind the rows that are shown, and the row
// that the person has chosen stays chosen, in its place.
func TestAPortalsHitsMoveNothing(t *testing.T) {
	box := &searchBox{takes: 5 * time.Second, hits: []client.Hit{{Code: "9.000001", Name: "Khai sinh kiểu mới"}, {Code: "1.001193", Name: "Tên khác"}}}
	beforeTheFirstSync(t, box, false, false, func(c *terminal) {
		c.typeText("khai sinh")
		total := regexp.MustCompile(`(\d+) thủ tục`).FindString(c.text())
		c.press("down", "down")
		rows := listOf(c)
		if !strings.Contains(rows, "▸") {
			t.Fatalf("nothing is chosen:\n%s", rows)
		}
		c.wait(10 * time.Second)
		if now := listOf(c); now != rows {
			t.Errorf("the list has moved from\n%s\nto\n%s", rows, now)
		}
		c.hides(total)
		for range 60 {
			c.press("pgdown")
		}
		c.shows("Khai sinh kiểu mới", "9.000001", "▸")
	})
}

// Where this machine has nothing, nobody is shown another list while the portal is
// asked, and nobody is told that there is nothing.
func TestNothingHereIsNoAnswerYet(t *testing.T) {
	found := searchBox{takes: 12 * time.Second, hits: []client.Hit{{Code: "1.001193", Name: "Đăng ký khai sinh"}}}
	silent := searchBox{takes: 12 * time.Second, err: portalSilent()}
	for name, box := range map[string]searchBox{"and the portal has it": found, "and the portal is silent": silent} {
		for _, lobby := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				beforeTheFirstSync(t, &box, lobby, false, func(c *terminal) {
					c.typeText("xyzzyq")
					c.shows("Đang hỏi Cổng Dịch vụ công")
					c.hides(often, "Không có thủ tục", "thủ tục đầu", "▸")
					c.wait(9 * time.Second)
					c.shows("Hệ thống đang chậm")
					c.hides(often, "Không có thủ tục")
					namesItsButtons(c)
					c.press("enter") // waits for what comes
					c.hides(often)
					c.wait(5 * time.Second)
					if box.err != nil {
						c.shows("Không có thủ tục này", "Cổng không trả lời.")
						return
					}
					c.wait(time.Second)
					c.shows("mang mã 1.001193")
				})
			})
		}
	}
}

// What is only near is shown as that, and nothing of it is opened by an Enter that
// was meant for what was typed.
func TestWhatIsNearIsNotOpenedUnseen(t *testing.T) {
	near := "khai sinh qqqqq wwwww"
	r, err := shipped.Search(t.Context(), client.Query{Words: near})
	if err != nil || !r.Near || len(r.Hits) == 0 {
		t.Fatalf("%q is not near to anything: %+v, %v", near, r, err)
	}
	box := &searchBox{takes: 12 * time.Second, err: portalSilent()}
	beforeTheFirstSync(t, box, false, false, func(c *terminal) {
		c.send(near + "\r")
		c.wait(time.Second)
		c.shows("Danh mục trong máy không có đúng", "Đang hỏi thêm cổng.")
		c.hides(often, "▸")
		c.wait(12 * time.Second)
		c.shows("Không có thủ tục này", "Thủ tục gần nhất", "Cổng không trả lời.")
		c.hides("▸") // none of these was asked for
		c.press("esc")
	})
	// A row that was chosen meanwhile is the person's, whatever comes.
	box = &searchBox{takes: 12 * time.Second, hits: []client.Hit{{Code: "9.000001", Name: "Khai sinh kiểu mới"}}}
	beforeTheFirstSync(t, box, false, false, func(c *terminal) {
		c.typeText(near)
		c.press("down")
		rows := listOf(c)
		c.wait(15 * time.Second)
		if now := listOf(c); now != rows {
			t.Errorf("the list has moved from\n%s\nto\n%s", rows, now)
		}
	})
}

// namesItsButtons: what a sentence says to touch is a button of this screen.
func namesItsButtons(c *terminal) {
	c.t.Helper()
	shown := c.text()
	for _, label := range []string{"Thôi chờ", "Trở về", "Tra cứu", "Kết thúc", "Mã QR", "Trợ giúp"} {
		if strings.Contains(shown, "chạm "+label) && strings.Count(shown, label) < 2 {
			c.t.Errorf("there is no button %q:\n%s", label, shown)
		}
	}
}

// While a lobby's page waits long, it says what to touch, and that is there: the
// button is called otherwise on other pages.
func TestASlowPageNamesTheButtonThatStops(t *testing.T) {
	for name, play := range map[string]func(*terminal, *answers){
		"a dossier": func(c *terminal, svc *answers) {
			svc.set(func(a *answers) { a.delay = time.Minute })
			c.press("1")
			c.typeText(sampleCode)
			c.press("enter")
		},
		"a proof": func(c *terminal, svc *answers) {
			toDossier(c)
			svc.set(func(a *answers) { a.delay = time.Minute })
			c.press("m")
			c.typeText("4321")
			c.press("enter")
		},
		"a procedure": func(c *terminal, svc *answers) {
			svc.set(func(a *answers) { a.delay = time.Minute })
			c.press("3")
		},
		"a search": func(c *terminal, svc *answers) {
			svc.set(func(a *answers) { a.delay = time.Minute })
			c.press("2")
			c.typeText("khai sinh")
		},
	} {
		for _, height := range []int{21, 40} {
			t.Run(name, func(t *testing.T) {
				o, svc := lobbyOptions(t, text.VI)
				onTerminal(t, o, 80, height, func(c *terminal) {
					play(c, svc)
					c.wait(10 * time.Second)
					c.shows("Hệ thống đang chậm")
					namesItsButtons(c)
				})
			})
		}
	}
}
