package tui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/builtin"
	"motcua/client/linked"
	"motcua/client/unit"
	"motcua/tui"
)

// goneUnits says that nobody takes one procedure any more.
type goneUnits struct{ code string }

func (g goneUnits) Units(context.Context, unit.Query) (client.Answer[unit.Result], error) {
	return client.Answer[unit.Result]{AsOf: sampleDay, Value: unit.Result{Taking: &unit.Taking{Procedure: g.code, Abolished: true}}}, nil
}

func (g goneUnits) Shares(context.Context) (client.Answer[unit.Shares], error) {
	return client.Answer[unit.Shares]{}, client.ErrNotFound
}

func (g goneUnits) Abolished(code string) bool { return code == g.code }

// Wherever an abolished procedure is found or shown, it is said that it is abolished; the list
// of what people ask for most leaves it out.
func TestAnAbolishedProcedureIsMarkedEverywhere(t *testing.T) {
	const row, whole = "Đã bãi bỏ", "Thủ tục này đã bãi bỏ, không nơi nào nhận nữa."
	walkAbolished(t, 120, 40, nil, row, whole)
}

// What replaces it, by an office's file, stands wherever there is room, and G leads there; the
// button does in a lobby.
func TestAnAbolishedProcedureLeadsToItsSuccessor(t *testing.T) {
	const whole = "Đã bãi bỏ. Thay bằng thủ tục 1.004222 Đăng ký thường trú (theo UBND phường Đức Xuân)."
	for _, size := range [][2]int{{80, 21}, {120, 40}} {
		walkAbolished(t, size[0], size[1], func(code string) (linked.Successor, bool) {
			return linked.Successor{Code: "1.004222", Office: "UBND phường Đức Xuân"}, code == "1.004194"
		}, "Đã bãi bỏ", whole)
	}
}

// walkAbolished goes through all that shows an abolished procedure.
func walkAbolished(t *testing.T, width, height int, replaced func(string) (linked.Successor, bool), row, whole string) {
	t.Helper()
	of := builtin.Answers()
	of.ReplacedBy = replaced
	of.Keeper, of.Popular, of.Calendar, of.Units, of.Offline = shipped, shipped.Popular, sampleCalendar(), goneUnits{"1.004194"}, true
	svc := client.NewService(of)
	for _, h := range svc.Popular(10) {
		if h.Code == "1.004194" {
			t.Error("an abolished procedure is offered to who types nothing")
		}
	}
	if n := len(svc.Popular(10)); n != 10 {
		t.Errorf("%d popular ones", n)
	}
	own, _ := options(t)
	lobby, _, printed := withPrinter(t, "vi")
	heard := &ear{volume: 6}
	lobby.Kiosk.Speaker = heard
	for name, o := range map[string]tui.Options{"own": own, "lobby": lobby} {
		t.Run(name, func(t *testing.T) {
			o.Service = svc
			onTerminal(t, o, width, height, func(c *terminal) {
				says := func(where, want string) {
					t.Helper()
					if got := strings.Join(strings.Fields(c.text()), " "); !strings.Contains(got, want) {
						t.Errorf("%s: no %q: %s", where, want, c.text())
					}
				}
				if o.Kiosk != nil {
					c.press("f7", "2") // reads aloud from here on
				}
				c.press("2")
				c.typeText("dang ky tam tru")
				c.wait(time.Second)
				says("search", row)
				if strings.Contains(c.text(), "Thay bằng") {
					t.Errorf("the list says more than the mark: %s", c.text())
				}
				c.press("enter")
				c.wait(time.Second)
				says("page", whole)
				switch offered := strings.Contains(strings.ToLower(c.text()), "thủ tục thay"); {
				case replaced == nil && offered:
					t.Errorf("a key leads nowhere: %s", c.text())
				case replaced != nil && !offered:
					t.Errorf("no key leads to the successor: %s", c.text())
				}
				if o.Kiosk != nil {
					c.press("i")
					c.wait(5 * time.Second)
					c.press("esc")
					c.wait(time.Second)
				}
				c.press("u")
				c.wait(time.Second)
				says("who takes it", whole)
				c.press("esc")
				c.wait(time.Second)
				c.press("t")
				c.wait(time.Second)
				says("whole text", whole)
				if replaced == nil {
					return
				}
				c.press("esc")
				c.wait(time.Second)
				if o.Kiosk != nil {
					c.tap("key:g")
				} else {
					c.press("g")
				}
				c.wait(time.Second)
				if says("successor", "Đăng ký thường trú"); o.Kiosk == nil {
					says("successor", "1.004222")
				}
				if strings.Contains(c.text(), "bãi bỏ") {
					t.Errorf("the successor is said to be abolished: %s", c.text())
				}
			})
		})
	}
	slip := ""
	for _, s := range printed.printed() {
		for _, l := range s.Lines {
			slip += l.Text + "\n"
		}
	}
	if !strings.Contains(slip, whole) {
		t.Errorf("the slip does not say it: %s", slip)
	}
	said := ""
	for _, u := range heard.all() {
		said += u.Text + "\n"
	}
	if !strings.Contains(said, whole) {
		t.Errorf("the voice does not say it: %s", said)
	}
}
