package tui_test

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/code"
	"motcua/tui"
	"motcua/tui/text"
)

// staffOptions is the interface of a member of staff, with dossiers 0101 to 0109
// beside the sample, in the states 1 to 9.
func staffOptions(t *testing.T) (tui.Options, *answers) {
	t.Helper()
	o, svc := options(t)
	o.Staff, o.Jitter = true, func() float64 { return 0 }
	for n := range 9 {
		d := sampleDossier(t)
		dossierCode, err := code.ParseDossier(followCode(n + 1))
		if err != nil {
			t.Fatal(err)
		}
		d.Code, d.Status, d.StatusName = dossierCode, client.Status(n+1), ""
		if d.Status.HasReason() {
			d.Reason = "Thiếu hợp đồng thuê nhà"
		}
		svc.dossiers[dossierCode.String()] = d
	}
	return o, svc
}

func followCode(n int) string { return fmt.Sprintf("H55.17.05-261120-%04d", 100+n) }

// turn changes the state of a dossier at the portal.
func (a *answers) turn(code string, s client.Status) {
	a.set(func(a *answers) {
		d := a.dossiers[code]
		d.Status, d.StatusName = s, ""
		a.dossiers[code] = d
	})
}

func (a *answers) count() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.asked)
}

// paste is a bracketed paste, as terminals send it.
func paste(s string) string { return "\x1b[200~" + s + "\x1b[201~" }

func TestStaffFollowADossier(t *testing.T) {
	o, svc := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.shows("F6 theo dõi")
		c.press("f6")
		c.shows("Chưa theo dõi hồ sơ nào", "không ghi vào đâu")
		c.typeText("h55.17.05 261120 0104")
		c.press("enter")
		c.wait(time.Second)
		c.shows("1 hồ sơ · hỏi lần cuối lúc 8:14", followCode(4)+"  ● Đang xử lý", "Đăng ký tạm trú")
		c.hides("thay đổi")
		svc.turn(followCode(4), client.StatusSupplement)
		c.wait(2 * time.Minute)
		c.shows("! 1 hồ sơ · 1 có thay đổi", "! "+followCode(4)+"  ! Cần bổ sung giấy tờ", "Có thay đổi lúc 8:15, trước đó: Đang xử lý")
		c.press("enter") // looked at
		c.wait(time.Second)
		c.shows("! CẦN BỔ SUNG GIẤY TỜ", "Yêu cầu bổ sung giấy tờ")
		c.press("esc")
		c.shows("1 hồ sơ · hỏi lần cuối", followCode(4))
		c.hides("có thay đổi", "trước đó")
	})
}

// Nothing changes: it asks ever more rarely, writes next to nothing, and once
// something changes it asks often again.
func TestFollowingAsksEverMoreRarely(t *testing.T) {
	o, svc := staffOptions(t)
	var at []string
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.typeText(followCode(4))
		c.press("enter")
		c.wait(5 * time.Second)
		began := c.written()
		n := 1
		for range 65 * 6 {
			c.wait(10 * time.Second)
			if now := svc.count(); now != n {
				n = now
				at = append(at, time.Now().Format("04:05"))
			}
		}
		if n != 10 {
			t.Errorf("asked %d times in 65 minutes, at %v", n, at)
		}
		if wrote := c.written() - began; wrote > 600 {
			t.Errorf("%d bytes in an hour in which nothing changed", wrote)
		}
		c.hides("thay đổi")
		svc.turn(followCode(4), client.StatusFinished)
		c.wait(16 * time.Minute)
		c.shows("có thay đổi", "Đã có kết quả")
		before := svc.count()
		c.wait(4 * time.Minute)
		if n := svc.count() - before; n < 1 {
			t.Error("after a change it must ask often again")
		}
		svc.turn(followCode(4), client.StatusReturned)
		c.wait(16 * time.Minute)
		c.shows("Đã trả kết quả", "trước đó: Đang xử lý") // what the person saw last
		before = svc.count()
		c.wait(2 * time.Hour)
		if n := svc.count(); n != before {
			t.Errorf("asked %d times more for a closed dossier", n-before)
		}
	})
}

// While the portal is down what was known stays, said once a row, and afterwards
// goes on.
func TestFollowingSurvivesAnOutage(t *testing.T) {
	o, svc := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.send(paste(followCode(4) + "\n" + followCode(5)))
		c.wait(5 * time.Second)
		c.shows("Đã thêm 2 hồ sơ", "● Đang xử lý", "! Cần bổ sung giấy tờ")
		svc.set(func(a *answers) { a.err = portalDown() })
		c.wait(3 * time.Minute)
		c.shows("● Đang xử lý", "! Cần bổ sung giấy tờ", "chưa hỏi được, hỏi lại lúc 8:")
		before := svc.count()
		c.wait(time.Hour)
		if n := svc.count() - before; n < 4 || n > 20 {
			t.Errorf("asked %d times in an hour of outage", n)
		}
		svc.set(func(a *answers) { a.err = nil })
		svc.turn(followCode(4), client.StatusFinished)
		c.wait(16 * time.Minute)
		c.shows("Đã có kết quả", "có thay đổi")
		c.hides("chưa hỏi được")
	})
}

// What the system, or the server's own budget, asks for is kept to.
func TestFollowingWaitsAsItIsTold(t *testing.T) {
	o, svc := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		svc.set(func(a *answers) { a.err = &client.LimitedError{Wait: 40 * time.Minute} })
		c.press("f6")
		c.typeText(followCode(4))
		c.press("enter")
		c.wait(39 * time.Minute)
		if n := svc.count(); n != 1 {
			t.Errorf("asked %d times", n)
		}
		c.shows("Lúc 8:14 chưa hỏi được, hỏi lại lúc 8:54")
		svc.set(func(a *answers) { a.err = nil })
		c.wait(2 * time.Minute)
		c.shows("Đang xử lý")
	})
}

// A code that nobody has is told and not asked for again.
func TestFollowingACodeThatNobodyHas(t *testing.T) {
	o, svc := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.typeText(followCode(77))
		c.press("enter")
		c.wait(time.Hour)
		c.shows("✗ Không thấy hồ sơ nào khớp", "bấm Del để bỏ")
		if n := svc.count(); n != 1 {
			t.Errorf("asked %d times", n)
		}
		c.press("delete")
		c.shows("Chưa theo dõi hồ sơ nào")
	})
}

// Two hundred dossiers are asked for one by one, never two in a second.
func TestFollowingMany(t *testing.T) {
	long(t)
	o, svc := staffOptions(t)
	var all strings.Builder
	for n := range 210 {
		fmt.Fprintf(&all, "%d\t%s\tNguyễn Văn A\r\n", n, followCode(1000+n))
		svc.dossiers[followCode(1000+n)] = svc.dossiers[followCode(4)]
	}
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.send(paste(all.String()))
		c.shows("Danh sách đã đủ 200 hồ sơ")
		for s := range 300 {
			c.wait(time.Second)
			if n := svc.count(); n > s+3 || n < s-3 {
				t.Fatalf("%d look-ups in %d seconds", n, s+1)
			}
		}
		c.press("pgdown", "down", "delete")
		c.typeText("x")
		c.press("backspace")
		c.shows("199 hồ sơ")
	})
}

// The page is left: nothing is asked, the list stays, and its answers that come
// too late are dropped.
func TestFollowingStopsWhileThePageIsLeft(t *testing.T) {
	o, svc := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.typeText(followCode(4))
		c.press("enter")
		c.wait(2 * time.Second)
		c.press("esc")
		before := svc.count()
		c.wait(2 * time.Hour)
		if n := svc.count(); n != before {
			t.Errorf("asked %d times for a page that was left", n-before)
		}
		svc.turn(followCode(4), client.StatusFinished)
		c.press("f6")
		c.wait(2 * time.Second)
		c.shows("có thay đổi", "Đã có kết quả")
		// Left in the middle of a look-up.
		svc.set(func(a *answers) { a.delay = 5 * time.Second })
		c.wait(62 * time.Second)
		c.press("esc")
		c.wait(10 * time.Second)
		if svc.left != 1 {
			t.Errorf("%d look-ups given up, want one", svc.left)
		}
		// Below another page it goes on.
		svc.set(func(a *answers) { a.delay = 0 })
		c.press("f6")
		c.wait(2 * time.Second)
		before = svc.count()
		c.press("f1")
		c.wait(30 * time.Minute)
		if svc.count() == before {
			t.Error("nothing is asked while help is open")
		}
		c.press("f6") // back to the list, not a second one
		c.shows("Theo dõi hồ sơ", followCode(4))
		c.press("f6")
		c.shows("Hồ sơ của tôi đến đâu rồi?")
	})
}

// From a dossier's page F6 takes the dossier along, without its proof.
func TestFollowFromADossier(t *testing.T) {
	o, svc := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		c.press("m")
		c.typeText("1234")
		c.press("enter")
		c.wait(time.Second)
		c.shows("N••••• V•• A")
		c.press("f6")
		c.wait(2 * time.Second)
		c.shows("1 hồ sơ", sampleCode+"  ● Đang xử lý")
		c.hides("N•••••")
		if got := strings.Join(svc.asked, " "); strings.Count(got, sampleCode) != 3 {
			t.Errorf("asked %s", got)
		}
	})
}

func TestFollowTellsWhatIsWrong(t *testing.T) {
	o, svc := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.typeText("H55.17.05-261320-0007")
		c.press("enter")
		c.shows("tháng 13", "H55.17.05-261320-0007")
		for range 30 {
			c.press("backspace")
		}
		c.send(paste("không có gì\nở đây cả"))
		c.shows("Không thấy mã hồ sơ nào")
		c.send(paste("https://dvc.example.vn/?id=" + followCode(4) + "\n"))
		c.wait(time.Second)
		c.shows("Đã thêm 1 hồ sơ", "Đang xử lý")
		c.typeText(followCode(4))
		c.press("enter")
		c.shows(followCode(4) + " đã có trong danh sách")
		if n := svc.count(); n != 1 {
			t.Errorf("asked %d times", n)
		}
	})
}

// A dossier that becomes late while nothing else happens is news.
func TestBecomingLateIsNews(t *testing.T) {
	o, svc := staffOptions(t)
	d := svc.dossiers[followCode(4)]
	d.DueAt = day(24, 9, 0)
	svc.dossiers[followCode(4)] = d
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.typeText(followCode(4))
		c.press("enter")
		c.wait(40 * time.Minute)
		c.hides("có thay đổi")
		c.wait(40 * time.Minute)
		c.shows("1 có thay đổi", "Trễ", "trước đó: Đang xử lý")
	})
}

// A dossier that goes to another desk is marked, though its state stays.
func TestANewDeskIsMarked(t *testing.T) {
	o, svc := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.typeText(followCode(4))
		c.press("enter")
		c.wait(2 * time.Second)
		c.shows("● Đang xử lý")
		svc.set(func(a *answers) {
			d := a.dossiers[followCode(4)]
			d.Steps = slices.Clone(d.Steps)
			d.Steps[len(d.Steps)-1].Unit = "Công an tỉnh"
			a.dossiers[followCode(4)] = d
		})
		c.wait(2 * time.Minute)
		c.shows("1 có thay đổi", "Có thay đổi lúc 8:15")
		c.hides("trước đó")
	})
}

// The public has neither key nor page.
func TestOnlyStaffFollow(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.hides("F6")
		c.press("f6")
		c.shows("Hồ sơ của tôi đến đâu rồi?")
		c.press("?")
		c.hides("F6", "theo dõi")
	})
}

// Marks are a sign and words: without any colour the screen says the same.
func TestFollowScreens(t *testing.T) {
	long(t)
	for _, lang := range []text.Lang{text.VI, text.EN} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s/follow_%dx%d", lang, size[0], size[1]), func(t *testing.T) {
				o, svc := staffOptions(t)
				o.Lang = lang
				var got string
				onTerminal(t, o, size[0], size[1], func(c *terminal) {
					c.press("f6")
					c.send(paste(strings.Join([]string{followCode(4), followCode(2), followCode(77), followCode(9), followCode(8), followCode(1)}, "\n")))
					c.wait(30 * time.Second)
					svc.turn(followCode(2), client.StatusSupplement)
					c.typeText("x")
					c.press("backspace")
					c.wait(90 * time.Second)
					c.press("tab")
					got = c.text()
				})
				golden.RequireEqual(t, got)
			})
		}
	}
}

// What was said about a code stays true when the language is changed, and is said in it.
func TestWhatTheListSaysIsInTheLanguageOfTheMoment(t *testing.T) {
	o, _ := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		for _, said := range []struct {
			pasted string
			says   func(*text.Texts) string
		}{
			{followCode(1), func(t *text.Texts) string { return fmt.Sprintf(t.Follow.Added, t.Follow.CountOne) }},
			{"một dòng\nhai dòng", func(t *text.Texts) string { return t.Follow.NoCode }},
		} {
			vi, en := said.says(text.For(text.VI)), said.says(text.For(text.EN))
			c.send(paste(said.pasted))
			c.shows(vi)
			c.press("f2")
			c.shows(en)
			c.hides(vi)
			c.press("f2")
			c.shows(vi)
		}
	})
}

// The most urgent dossier stands first, / narrows the list, and Ctrl+Y copies what is shown to
// the clipboard of the person's terminal (OSC 52).
func TestTheFollowListIsOrderedFilteredAndCopied(t *testing.T) {
	o, svc := staffOptions(t)
	svc.set(func(a *answers) {
		d := a.dossiers[followCode(2)]
		d.DueAt, d.ProcedureName = time.Date(2026, 11, 18, 17, 0, 0, 0, time.UTC), "=Đăng ký thường trú"
		a.dossiers[followCode(2)] = d
	})
	onTerminal(t, o, 100, 30, func(c *terminal) {
		c.press("f6")
		c.send(paste(followCode(9) + "\n" + followCode(4) + "\n" + followCode(5) + "\n" + followCode(2)))
		c.wait(10 * time.Second)
		order := func() (codes []string) {
			for _, l := range strings.Split(c.text(), "\n") {
				if i := strings.Index(l, "H55.17.05-261120-01"); i >= 0 {
					codes = append(codes, l[i:i+len(followCode(1))])
				}
			}
			return codes
		}
		// Late, then papers are missing, then the one with time left, then the finished one.
		if got, want := order(), []string{followCode(2), followCode(5), followCode(4), followCode(9)}; !slices.Equal(got, want) {
			t.Errorf("ordered %v, want %v\n%s", got, want, c.text())
		}
		c.typeText("/thuong tru")
		c.wait(time.Second)
		if got := order(); !slices.Equal(got, []string{followCode(2)}) {
			t.Errorf("filtered %v\n%s", got, c.text())
		}
		c.send("\x19")
		c.wait(time.Second)
		c.shows("Đã chép 1 hồ sơ")
		copied := clipboard(t, c)
		if rows := strings.Split(copied, "\n"); len(rows) != 2 || !strings.HasPrefix(rows[0], followCode(2)+"\t") || !strings.HasSuffix(rows[0], "\t'=Đăng ký thường trú") {
			t.Errorf("copied %q", copied)
		}
		c.press("enter")
		c.wait(time.Second)
		c.send("\x19")
		c.wait(time.Second)
		if got := clipboard(t, c); !strings.Contains(got, followCode(2)) || strings.Contains(got, "Nguyễn") {
			t.Errorf("copied %q", got)
		}
	})
}

// clipboard returns what was copied last.
func clipboard(t *testing.T, c *terminal) string {
	t.Helper()
	raw := string(c.screen.raw)
	i := strings.LastIndex(raw, "\x1b]52;c;")
	if i < 0 {
		t.Fatal("nothing was copied")
	}
	coded, _, _ := strings.Cut(raw[i+len("\x1b]52;c;"):], "\a")
	text, err := base64.StdEncoding.DecodeString(coded)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Nobody copies in a lobby: the next person would paste it.
func TestALobbyCopiesNothing(t *testing.T) {
	o, _ := staffOptions(t)
	o.Kiosk = &tui.Kiosk{}
	onTerminal(t, o, 100, 30, func(c *terminal) {
		c.press("1")
		c.typeText(followCode(4))
		c.press("enter")
		c.wait(time.Second)
		c.shows(followCode(4))
		c.send("\x19")
		c.wait(time.Second)
		if strings.Contains(string(c.screen.raw), "\x1b]52;") {
			t.Error("it was copied")
		}
	})
}

// Lists come in many forms: what stands between the codes, and how they are spelt, is all the same.
func TestAListInAnyForm(t *testing.T) {
	clienttest.OneByOne(t)
	for _, between := range []string{"\n", "\r\n", ", ", ",", " ", "; ", "\t", " | ", " và ", "\n\n"} {
		for _, spelt := range []func(string) string{
			func(c string) string { return c },
			strings.ToLower,
			func(c string) string { return "hồ sơ " + c },
			func(c string) string { return "(" + strings.ToLower(c) + ")" },
		} {
			list := strings.Join([]string{spelt(followCode(1)), spelt(followCode(2)), spelt(followCode(3)), spelt(followCode(1))}, between)
			o, _ := staffOptions(t)
			onTerminal(t, o, 80, 24, func(c *terminal) {
				c.press("f6")
				c.send(paste(list))
				c.shows("Đã thêm 3 hồ sơ")
				c.wait(5 * time.Second)
				c.shows(followCode(1), followCode(2), followCode(3))
			})
		}
	}
	o, _ := staffOptions(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f6")
		c.typeText("h55.17.05-261120-0101 h55.17.05-261120-0102")
		c.press("enter")
		c.shows("Đã thêm 2 hồ sơ")
	})
}
