package tui_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui"
	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// lobbyOptions are those of a lobby with all that one can have.
func lobbyOptions(t testing.TB, l text.Lang) (tui.Options, *answers) {
	t.Helper()
	o, svc := options(t)
	both := func(vi, en string) func(text.Lang) string {
		return func(l text.Lang) string { return map[text.Lang]string{text.VI: vi, text.EN: en}[l] }
	}
	o.Lang = l
	o.DossierPage = func(c code.Dossier, _ client.SourceName) string {
		return "https://portal.example/hoso/" + c.String()
	}
	o.Kiosk = &tui.Kiosk{
		Hours:   both("Thứ Hai đến thứ Sáu, 7:30 – 11:30, 13:30 – 17:00", "Monday to Friday, 7:30 – 11:30, 13:30 – 17:00"),
		Queue:   both("Lấy số ở máy bên cửa", "Take a number at the door"),
		News:    both("Từ 1/7, đăng ký khai sinh không thu lệ phí.", "From 1 July births are registered free of charge."),
		Idle:    time.Hour,
		Speaker: mute{}, Printer: shredder{},
	}
	return o, svc
}

// mute is a voice that says nothing, shredder a printer whose slips nobody sees.
type (
	mute     struct{}
	shredder struct{}
)

func (mute) Say(device.Utterance) {}
func (mute) Stop()                {}
func (mute) Louder(int) int       { return 5 }
func (mute) Headphones(bool)      {}
func (mute) Reset()               {}

func (shredder) Print(context.Context, device.Slip) error { return nil }

// tap puts a finger on a target and lifts it.
func (c *terminal) tap(ids ...string) {
	c.t.Helper()
	for _, id := range ids {
		x, y := c.spot(id)
		c.send(mouse(0, x, y) + lifted(x, y))
		c.wait(100 * time.Millisecond)
	}
}

// reach touches a target, on a small screen after turning pages.
func (c *terminal) reach(id string) {
	c.t.Helper()
	for range 5 {
		if _, ok := c.model.Screen().Rect(id); ok {
			break
		}
		c.tap("key:pgdown")
	}
	c.tap(id)
}

// spot is the middle of a target.
func (c *terminal) spot(id string) (x, y int) {
	c.t.Helper()
	r, ok := c.model.Screen().Rect(id)
	if !ok {
		c.t.Fatalf("there is no %q to touch:\n%s\n%s", id, c.text(), c.model.Screen().Targets())
	}
	return r.X + r.Width/2, r.Y + r.Height/2
}

// lifted is the report of a finger that leaves the screen.
func lifted(x, y int) string { return strings.TrimSuffix(mouse(0, x, y), "M") + "m" }

// tapText types on the keyboard of the screen.
func (c *terminal) tapText(s string) {
	c.t.Helper()
	for _, r := range s {
		c.tap("board:type:" + string(r))
	}
	c.wait(time.Second)
}

// toDossier goes to the sample dossier.
func toDossier(c *terminal) {
	c.press("1")
	c.typeText(sampleCode)
	c.press("enter")
	c.wait(time.Second)
}

// lobbyScene is a page that a citizen may come to, and how.
type lobbyScene struct {
	name string
	set  func(*answers) // nil: everything is answered
	play func(*terminal)
}

var lobbyScenes = []lobbyScene{
	{"home", nil, func(*terminal) {}},
	{"home_focus", nil, func(c *terminal) { c.press("tab") }},
	{"home_largest", nil, func(c *terminal) { c.press("c", "c") }},
	{"ask", nil, func(c *terminal) { c.tap("1") }},
	{"ask_typed", nil, func(c *terminal) { c.tap("1"); c.tapText("h55.17.05-26") }},
	{"ask_letters", nil, func(c *terminal) { c.tap("1", "board:layer") }},
	{"ask_ready", nil, func(c *terminal) { c.tap("1"); c.tapText(strings.ToLower(sampleCode)) }},
	{"ask_wrong", nil, func(c *terminal) { c.press("1"); c.typeText("H55.17.05-261320-0007"); c.press("enter") }},
	{"dossier", nil, toDossier},
	{"dossier_large", nil, func(c *terminal) { toDossier(c); c.press("c") }},
	{"dossier_largest", nil, func(c *terminal) { toDossier(c); c.press("c", "c", "pgdown") }},
	{"dossier_more", nil, func(c *terminal) { toDossier(c); c.press("f11") }},
	{"dossier_down", func(a *answers) { a.err = portalDown() }, toDossier},
	{"dossier_waiting", func(a *answers) { a.delay = time.Minute }, toDossier},
	{"proof", nil, func(c *terminal) { toDossier(c); c.press("m"); c.tap("field:proof") }},
	{"proof_letters", nil, func(c *terminal) { toDossier(c); c.press("m"); c.tap("field:proof", "board:layer") }},
	{"proof_wrong", nil, func(c *terminal) {
		toDossier(c)
		c.press("m")
		c.typeText("9999")
		c.press("enter")
		c.wait(time.Second)
	}},
	{"proved", nil, func(c *terminal) {
		toDossier(c)
		c.press("m")
		c.typeText("1234")
		c.press("enter")
		c.wait(time.Second)
	}},
	{"qr", nil, func(c *terminal) { toDossier(c); c.press("w") }},
	{"printed", nil, func(c *terminal) { toDossier(c); c.press("i"); c.wait(time.Second) }},
	{"topics", nil, func(c *terminal) { c.press("k") }},
	{"search", nil, func(c *terminal) { c.tap("2") }},
	{"search_typing", nil, func(c *terminal) { c.tap("2"); c.tapText("khai") }},
	{"search_digits", nil, func(c *terminal) { c.tap("2", "board:layer") }},
	{"search_results", nil, func(c *terminal) { c.tap("2"); c.tapText("khai"); c.tap("key:f9") }},
	{"search_level", nil, func(c *terminal) { c.press("2"); c.typeText("khai sinh"); c.press("f4"); c.wait(time.Second) }},
	{"search_nothing", nil, func(c *terminal) { c.press("2"); c.typeText("zzqx") }},
	{"search_scrolled", nil, func(c *terminal) { c.press("2"); c.typeText("khai"); c.press("pgdown"); c.wheel(true) }},
	{"procedure", nil, func(c *terminal) { c.press("3"); c.wait(time.Second) }},
	{"procedure_open", nil, func(c *terminal) { c.press("3"); c.wait(time.Second); c.reach("fold:0") }},
	{"procedure_forms", withFormFiles, func(c *terminal) { c.press("3"); c.wait(time.Second) }},
	{"forms", withFormFiles, func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("b") }},
	{"procedure_linked", withLinked, func(c *terminal) { c.press("3"); c.wait(time.Second) }},
	{"procedure_replaced", func(a *answers) { a.replaced = true }, func(c *terminal) { c.press("3"); c.wait(time.Second) }},
	{"full", nil, func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("t") }},
	{"help", nil, func(c *terminal) { c.press("f1") }},
	{"help_scrolled", nil, func(c *terminal) { c.press("f1", "pgdown") }},
	{"aloud", nil, func(c *terminal) { c.press("f7") }},
}

var lobbySizes = [][2]int{{80, 21}, {120, 40}}

// onScene shows a scene and hands it over.
func onScene(t *testing.T, i int, l text.Lang, size [2]int, body func(*terminal)) {
	t.Helper()
	scene := lobbyScenes[i]
	o, svc := lobbyOptions(t, l)
	if scene.set != nil {
		svc.set(scene.set)
	}
	onTerminal(t, o, size[0], size[1], func(c *terminal) {
		scene.play(c)
		body(c)
	})
}

// withFormFiles gives papers forms, on a page that a code opens.
func withFormFiles(a *answers) {
	a.forms, a.link = true, "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-57b2-72fb-bfdd-dfe67b3fd3f8"
}

// withLinked gives procedures all that leads elsewhere: a link, forms, and one that does several.
func withLinked(a *answers) {
	withFormFiles(a)
	a.linked = true
}

func TestKioskScreens(t *testing.T) {
	long(t)
	for _, l := range []text.Lang{text.VI, text.EN} {
		for i, scene := range lobbyScenes {
			if ofHome(scene.name) {
				continue // TestHomeScreens draws it
			}
			for _, size := range lobbySizes {
				t.Run(fmt.Sprintf("%s/%s_%dx%d", l, scene.name, size[0], size[1]), func(t *testing.T) {
					beside(t)
					var got string
					onScene(t, i, l, size, func(c *terminal) {
						got = c.text()
						checkTargets(c, size)
					})
					golden.RequireEqual(t, got)
				})
			}
		}
	}
}

// Every target is at least three lines high, and between two of them lie two
// columns or a free line. Whatever a key does on a page, a finger can do: on the
// page or, where there is no room, on the page of more buttons. TestKioskScreens
// sees to it at its sizes.
func TestEveryTargetIsForFingers(t *testing.T) {
	long(t)
	for i, scene := range lobbyScenes {
		for _, size := range [][2]int{{86, 24}, {100, 30}} {
			t.Run(fmt.Sprintf("%s_%dx%d", scene.name, size[0], size[1]), func(t *testing.T) {
				beside(t)
				onScene(t, i, text.VI, size, func(c *terminal) { checkTargets(c, size) })
			})
		}
	}
}

func checkTargets(c *terminal, size [2]int) {
	t, s := c.t, c.model.Screen()
	t.Helper()
	ids := s.Targets()
	rects := make([]parts.Rect, len(ids))
	for i, id := range ids {
		r, _ := s.Rect(id)
		rects[i] = r
		if r.Height < parts.ButtonHeight || r.Width < 3 {
			t.Errorf("%q is %d by %d cells", id, r.Width, r.Height)
		}
		if r.X < 0 || r.Y < 0 || r.X+r.Width > size[0] || r.Y+r.Height > size[1] {
			t.Errorf("%q sticks out of the screen: %+v", id, r)
		}
		for j := range i {
			aside := max(r.X-rects[j].X-rects[j].Width, rects[j].X-r.X-r.Width)
			below := max(r.Y-rects[j].Y-rects[j].Height, rects[j].Y-r.Y-r.Height)
			apart := [2]int{parts.ButtonGap, 1}
			if size[1] < lobbySizes[0][1] && (strings.HasPrefix(id, page.BoardPrefix) || strings.HasPrefix(ids[j], page.BoardPrefix)) {
				apart = [2]int{0, 0} // the keys are as large in millimetres as with the usual letters
			}
			if aside < apart[0] && below < apart[1] {
				t.Errorf("%q and %q are too near: %+v, %+v", ids[j], id, rects[j], r)
			}
		}
	}
	offered := slices.Concat(ids, c.model.OnMore())
	for _, k := range c.model.PageKeys() {
		id := parts.PressPrefix + k.Press
		scrolls := k.Press == "pgdown" // there is a target while there is more to see
		if k.Press != "" && !scrolls && !slices.Contains(offered, id) {
			t.Errorf("%s %q has no target", k.Label, k.Text)
		}
	}
	if first := slices.Contains(ids, "1") && slices.Contains(ids, "2") && !slices.Contains(ids, "key:esc"); first == slices.Contains(ids, "key:f10") {
		t.Error("the way out stands on every page but the first, and not on that")
	}
	if t.Failed() {
		t.Logf("\n%s", c.text())
	}
}

// On a line that stalls, the key that ends a person's turn and the next person's first key
// arrive together, and the page may say that the turn is over after both.
func TestTheNextPersonsKeyIsNotLost(t *testing.T) {
	o, _ := inLobby(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.program.Send(tea.KeyPressMsg{Code: '2', Text: "2"})
		c.program.Send(page.Finish())
		c.wait(300 * time.Millisecond)
		c.shows("muốn làm việc gì")
	})
}
