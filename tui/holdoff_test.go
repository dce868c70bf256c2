package tui_test

import (
	"testing"
	"time"

	"motcua/client"
)

// Who has to wait is told why and sees it count down, for few bytes, until the
// page says that it may be asked again.
func TestAWaitCountsDown(t *testing.T) {
	o, svc := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		svc.set(func(a *answers) {
			a.err = &client.LimitedError{Wait: 150 * time.Second, Why: client.LimitAttack}
		})
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(100 * time.Millisecond)
		c.shows("Thử lại sau 3 phút", "người lạ đang dò", "Enter tra thủ tục")
		c.hides("hỏi lại") // it becomes live when the wait is over
		c.wait(31 * time.Second)
		c.shows("Thử lại sau 119 giây")
		c.wait(100 * time.Second)
		c.shows("Thử lại sau 19 giây")
		before := c.written()
		c.wait(10 * time.Second)
		c.shows("Thử lại sau 9 giây")
		if n := c.written() - before; n > 400 {
			t.Errorf("ten seconds of a countdown took %d bytes", n)
		}
		c.wait(10 * time.Second)
		c.shows("Đã hết thời gian chờ", "Enter hỏi lại")
		before = c.written()
		c.wait(time.Minute)
		if n := c.written() - before; n != 0 {
			t.Errorf("after the wait %d bytes in a minute", n)
		}
		svc.set(func(a *answers) { a.err = nil })
		c.press("enter")
		c.wait(100 * time.Millisecond)
		c.shows("Đang xử lý")
		c.hides("Đã hết thời gian chờ")
	})
}

// While it counts down it goes on saying what it said: nobody is told in between
// that they typed wrong.
func TestAWaitForWhatWasNotCheckedCountsDown(t *testing.T) {
	o, svc := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		svc.set(func(a *answers) {
			a.err = &client.LimitedError{Wait: 30 * time.Second, Why: client.LimitProof, Unsure: true}
		})
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(11 * time.Second)
		c.shows("chưa đối chiếu được", "nhập đúng hay sai")
		c.hides("nhập sai nhiều lần")
	})
}

// Who has looked up many dossiers of one day goes on with the proof of the next
// one, without a wait; a wrong one leads back to the wait.
func TestAnOwnDossierNeedNotWait(t *testing.T) {
	o, svc := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		svc.set(func(a *answers) {
			a.err = &client.LimitedError{Wait: 30 * time.Second, Why: client.LimitUnitDay}
		})
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(100 * time.Millisecond)
		c.shows("lại sau 30 giây", "cùng một ngày", "Bấm M", "M xem tên, giấy tờ")
		svc.set(func(a *answers) { a.err = nil })
		c.press("m")
		c.shows("4 số cuối căn cước")
		c.typeText("9999")
		c.press("enter")
		c.wait(100 * time.Millisecond)
		c.shows("Không thấy hồ sơ nào khớp", "9999")
		c.press("esc")
		c.shows("lại sau 28 giây", "cùng một ngày")
		c.press("m")
		c.typeText("1234")
		c.press("enter")
		c.wait(100 * time.Millisecond)
		c.shows("Đang xử lý", "N••••• V•• A")
	})
}

// No other wait is got round that way.
func TestOnlyAWalkLetsTheOwnerPast(t *testing.T) {
	for _, why := range []client.LimitReason{client.LimitShared, client.LimitProof, client.LimitAttack, ""} {
		o, svc := options(t)
		onTerminal(t, o, 80, 24, func(c *terminal) {
			svc.set(func(a *answers) { a.err = &client.LimitedError{Wait: 30 * time.Second, Why: why} })
			c.press("1")
			c.typeText(sampleCode)
			c.press("enter")
			c.wait(100 * time.Millisecond)
			c.hides("M xem tên")
			c.press("m")
			c.shows("30 giây")
		})
	}
}
