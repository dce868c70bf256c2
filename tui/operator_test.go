package tui_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/kiosk"
	"motcua/tui/text"
)

const f12 = "\x1b[24~"

// openOperator goes to the page for staff by keys.
func openOperator(c *terminal) {
	c.send(f12)
	c.wait(time.Second)
	c.typeText("480213")
	c.press("enter")
	c.wait(time.Second)
}

func TestTheStaffsPageOpensWithThePIN(t *testing.T) {
	o, h := inLobby(t)
	o.CopyAsOf = func() time.Time { return day(8, 0, 0) }
	o.Kiosk.Restarts = 3
	h.health = []client.SourceHealth{{Source: hall, DownSince: day(24, 8, 2), Cause: client.CauseExpired}}
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.beam(sampleCode, 0)
		c.send(f12)
		c.wait(time.Second)
		c.shows(text.For(text.VI).Hold.PINLabel)
		c.hides("Đúng hạn")
		c.typeText("480213")
		c.shows("● ● ● ● ● ●")
		c.hides("480213")
		c.press("enter")
		c.wait(time.Second)
		c.shows("Máy in: sẵn sàng", "Máy quét", "khởi động lại 3 lần", "Cập nhật ngay", "Khởi động lại", "Tắt giao diện")
		for range 12 { // what has no room is a wheel's turn away
			c.wheel(true)
		}
		c.shows("8:02", "thư đã hết hạn)")
		c.press("esc")
		c.wait(time.Second)
		c.shows("CẦN MANG GIẤY TỜ GÌ?") // and not the dossier that was there
		if h.forgotten() != 1 {
			t.Errorf("wiped %d times, want once", h.forgotten())
		}
	})
}

func TestTheStaffsPageOpensByFingerAlone(t *testing.T) {
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		for range 5 {
			c.send(mouse(0, 8, 0))
			c.wait(200 * time.Millisecond)
		}
		c.wait(time.Second)
		c.shows(text.For(text.VI).Hold.PINLabel)
		for _, digit := range "480214" {
			c.click("│" + strings.Repeat(" ", 3) + string(digit))
		}
		c.click("Xóa")
		c.click("│" + strings.Repeat(" ", 3) + "3")
		c.shows("● ● ● ● ● ●")
		c.click("  Mở ")
		c.wait(time.Second)
		c.shows("Máy in: sẵn sàng")
		c.click("Khởi động lại")
		if _, restarts, _, _ := h.operator.counts(); restarts != 0 {
			t.Fatal("one touch restarts it")
		}
		c.wait(500 * time.Millisecond)
		c.click("Vâng, khởi động lại")
		c.wait(time.Second)
		c.click("Tắt giao diện")
		c.wait(500 * time.Millisecond)
		c.click("Vâng, tắt")
		c.wait(time.Second)
		if _, restarts, leaves, _ := h.operator.counts(); restarts != 1 || leaves != 1 {
			t.Errorf("restarted %d times and left %d times, want once each", restarts, leaves)
		}
	})
}

// The page asks to try the scanner, and on a machine that is busy a scan may fall
// apart into keys.
func TestNoScanEndsTheInterface(t *testing.T) {
	for what, keys := range map[string]string{
		"digits that follow each other": "H55.22.33-332233-2233", "digits apart": "H2H2H3H3", "a key held down": "33333333333",
	} {
		o, h := inLobby(t)
		onTerminal(t, o, 80, 21, func(c *terminal) {
			c.send(f12)
			c.typeText("480213")
			c.press("enter")
			c.wait(time.Second)
			c.shows("Máy in: sẵn sàng")
			for _, k := range keys {
				_, _ = io.WriteString(c.keys, string(k))
				c.wait(120 * time.Millisecond)
			}
			c.wait(time.Second)
			if _, restarts, leaves, _ := h.operator.counts(); restarts != 0 || leaves != 0 {
				t.Errorf("%s: restarted %d times and left %d times", what, restarts, leaves)
			}
			c.press("r", "3")
			c.wait(500 * time.Millisecond)
			c.press("3")
			if _, _, leaves, _ := h.operator.counts(); leaves != 1 {
				t.Errorf("%s: then left %d times, want once", what, leaves)
			}
		})
	}
}

func TestFewerOrSlowerTapsOpenNothing(t *testing.T) {
	o, _ := inLobby(t)
	label := text.For(text.VI).Hold.PINLabel
	onTerminal(t, o, 80, 21, func(c *terminal) {
		for _, pause := range []time.Duration{200 * time.Millisecond, 900 * time.Millisecond} {
			taps := 4
			if pause > 500*time.Millisecond {
				taps = 12
			}
			for range taps {
				c.send(mouse(0, 8, 0))
				c.wait(pause)
			}
			c.wait(4 * time.Second)
			c.hides(label)
		}
	})
}

func TestWithoutAPINThereIsNoStaffsPage(t *testing.T) {
	o, _ := inLobby(t)
	o.Kiosk.Operator = nil
	onTerminal(t, o, 80, 21, func(c *terminal) {
		first := c.text()
		c.send(f12)
		for range 6 {
			c.send(mouse(0, 8, 0))
		}
		c.wait(time.Second)
		if got := c.text(); got != first {
			t.Errorf("another screen:\n%s", got)
		}
	})
}

func TestAWrongPINSaysHowLongToWait(t *testing.T) {
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.send(f12)
		c.wait(time.Second)
		for i := range 3 {
			c.typeText("111222")
			c.press("enter")
			c.wait(time.Second)
			if i < 2 {
				c.shows("chưa đúng")
				c.hides("Thử lại")
			}
		}
		c.shows("Thử lại sau 5 giây")
		c.hides("●", "111222")
		c.press("f2")
		c.shows("5 seconds")
		c.hides("Thử lại")
		c.press("f2")
		c.press("enter") // nothing is typed, so nothing is tried
		if tries, _, _, _ := h.operator.counts(); tries != 3 {
			t.Errorf("%d tries, want 3", tries)
		}
	})
}

// A scanner on the page of the PIN types no digits. Who came there by mistake, with
// a receipt in hand, sees the dossier.
func TestAScannerTypesNoPIN(t *testing.T) {
	long(t)
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.send(f12)
		c.wait(time.Second)
		for _, apart := range []time.Duration{2 * time.Millisecond, 25 * time.Millisecond} {
			c.beam("480213", apart)
			c.shows("không phải mã hồ sơ")
			c.wait(6 * time.Second)
			c.hides("●")
			c.shows(text.For(text.VI).Hold.PINLabel)
		}
		for name, scan := range map[string]func(){
			"keys":  func() { c.beam(sampleCode, 2*time.Millisecond) },
			"port":  func() { c.program.Send(kiosk.Scanned(sampleCode)); c.wait(time.Second) },
			"paste": func() { c.send("\x1b[200~" + sampleCode + "\x1b[201~"); c.wait(time.Second) },
		} {
			c.send(f12)
			c.wait(time.Second)
			c.typeText("48")
			scan()
			c.shows("Đúng hạn")
			c.press("esc")
			c.shows("CẦN MANG GIẤY TỜ GÌ?")
			if tries, _, _, _ := h.operator.counts(); tries != 0 {
				t.Errorf("%s: %d PINs tried", name, tries)
			}
		}
	})
}

// Staff try the scanner on their page, and stay there.
func TestAScanOnTheStaffsPageSaysThatItWorks(t *testing.T) {
	long(t)
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		openOperator(c)
		for _, scanned := range []string{sampleCode, receipt, "1.004194", identityCard} {
			c.beam(scanned, 2*time.Millisecond)
			c.shows("Máy quét đọc tốt", "Máy này")
			c.hides(sampleCode, "1234")
			c.wait(6 * time.Second)
			c.hides("Máy quét đọc tốt")
		}
		c.program.Send(kiosk.Scanned("9786042012345"))
		c.wait(time.Second)
		c.shows("không phải mã hồ sơ")
		if len(h.looked()) != 0 {
			t.Errorf("asked for %q", h.looked())
		}
	})
}

func TestTheStaffsPageLeavesByItself(t *testing.T) {
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		for _, open := range []func(*terminal){
			openOperator,
			func(c *terminal) { c.send(f12); c.wait(time.Second); c.press("4") },
			func(c *terminal) { openOperator(c); c.press("f1", "f12") }, // below the help
		} {
			before := h.forgotten()
			open(c)
			c.press("down")
			c.wait(59 * time.Second)
			c.hides("Cần mang giấy tờ gì?")
			c.wait(2 * time.Second)
			c.shows("CẦN MANG GIẤY TỜ GÌ?")
			if h.forgotten() != before+1 {
				t.Error("it left without a wipe")
			}
		}
	})
}

func TestTheCatalogueIsUpdatedFromTheStaffsPage(t *testing.T) {
	o, h := inLobby(t)
	h.operator.step = 1700 * time.Millisecond
	onTerminal(t, o, 80, 21, func(c *terminal) {
		openOperator(c)
		c.press("1")
		c.wait(10 * time.Second)
		c.shows("trên 4.578", "█")
		c.press("1") // one is enough
		// It goes on when the page has left, and is shown again.
		c.wait(62 * time.Second)
		c.shows("CẦN MANG GIẤY TỜ GÌ?")
		openOperator(c)
		c.shows("trên 4.578")
		c.wait(20 * time.Second)
		c.shows("Cập nhật xong")
		if _, _, _, syncs := h.operator.counts(); syncs != 1 {
			t.Errorf("%d updates, want 1", syncs)
		}
	})
}

// Staff who come back to an update that they began before a wipe see how far it is.
func TestAnUpdateUnderWayIsShown(t *testing.T) {
	o, h := inLobby(t)
	h.operator.syncing, h.operator.step = true, time.Second
	onTerminal(t, o, 80, 21, func(c *terminal) {
		openOperator(c)
		c.wait(3 * time.Second)
		c.shows("4.578", "█")
	})
}

func TestAnUpdateThatFailsSaysWhy(t *testing.T) {
	o, h := inLobby(t)
	h.operator.fails = &client.UnavailableError{Source: hall, Cause: client.CauseNetwork, Err: errors.New("refused")}
	onTerminal(t, o, 80, 21, func(c *terminal) {
		openOperator(c)
		c.press("1")
		c.wait(10 * time.Second)
		c.shows("cập nhật không được", "Hệ thống một cửa")
	})
	h.operator.fails = busySync{}
	onTerminal(t, o, 80, 21, func(c *terminal) {
		openOperator(c)
		c.press("1")
		c.wait(10 * time.Second)
		c.shows("cập nhật không được", "bận: vi")
	})
}

// busySync is a kiosk's own reason.
type busySync struct{}

func (busySync) Error() string           { return "busy" }
func (busySync) Says(l text.Lang) string { return "bận: " + string(l) }

func TestHealthThatIsBadStandsOut(t *testing.T) {
	o, h := inLobby(t)
	h.operator.bad = true
	onTerminal(t, o, 80, 21, func(c *terminal) {
		openOperator(c)
		c.shows("! Máy in: hết giấy", "✓ Máy quét")
	})
}
