package tui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/meter"
	"motcua/tui"
	"motcua/tui/text"
)

// What people do here, from the first page to the answer.

func TestACitizenFindsTheAppointment(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.shows("Hồ sơ của tôi đến đâu rồi?", "Cần mang giấy tờ gì?", "4.578 thủ tục", "DỮ LIỆU MẪU")
		c.press("1")
		c.typeText("h55.17.05 261120 0007")
		c.shows("H55.17.05", "261120", "0007", "Enter")
		c.press("enter")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026", "Đúng hạn", "Đang xử lý", "Công an phường Đức Xuân", "20/11", "Nộp hồ sơ")
		c.hides("N•••••", "Giấy tờ chứng minh", "7.000")
	})
}

func TestTheProofOpensNamePapersAndFees(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter", "m")
		c.typeText("9999")
		c.press("enter")
		c.wait(time.Second)
		c.shows("Không thấy hồ sơ nào khớp", "9999") // nothing typed is lost
		c.press("backspace", "backspace", "backspace", "backspace")
		c.typeText("1234")
		c.press("enter")
		c.wait(time.Second)
		c.shows("N••••• V•• A", "Giấy tờ chứng minh chỗ ở hợp pháp", "7.000 đồng")
	})
}

func TestAWrongCodeIsToldAndKept(t *testing.T) {
	for _, c := range []struct{ typed, says string }{
		{"H55.17.05-2611", "ngày"},
		{"H55.17.05-261320-0007", "tháng 13"},
		{"H55.17.05", "ngày"},
	} {
		t.Run(c.typed, func(t *testing.T) {
			o, svc := options(t)
			onTerminal(t, o, 80, 21, func(term *terminal) {
				term.press("1")
				term.typeText(c.typed)
				term.press("enter")
				term.shows(c.says, c.typed)
				if len(svc.asked) != 0 {
					t.Errorf("the portal was asked %v", svc.asked)
				}
			})
		})
	}
}

func TestAProcedureCodeInTheDossierFieldOpensTheProcedure(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("1")
		c.typeText("1.004194")
		c.shows("1.004194 là mã thủ tục")
		c.press("enter")
		c.wait(time.Second)
		c.shows("Đăng ký tạm trú", "Bao lâu", "3 ngày làm việc")
	})
}

// A procedure's code was once shown split into a dossier code's groups.
func TestAProcedureCodeHasNoGroups(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("1")
		c.typeText("1.004194")
		c.hides("____", "1.004194 -")
	})
}

func TestAPastedLinkIsReadAsItsCode(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		c.send("\x1b[200~https://dichvucong.example.vn/tra-cuu?code=H55.17.05-261120-0007&x=1\x1b[201~")
		c.shows("H55.17.05-261120-0007")
		c.press("enter")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026")
	})
}

func TestSearchAsYouType(t *testing.T) {
	o, svc := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.shows("Nhiều người hỏi", "Đăng ký tạm trú")
		c.typeText("tam tru")
		c.shows("thủ tục", "1.004194")
		if n := len(svc.asked); n != 1 {
			t.Errorf("the portal was asked %d times for one word group typed without a pause: %v", n, svc.asked)
		}
		c.press("down", "up", "enter")
		c.wait(time.Second)
		c.shows("Bao nhiêu tiền")
		c.press("esc")
		c.shows("tam tru") // what was typed is still there
	})
}

// Enter right after the last letter once opened what stood there before.
func TestEnterInAHurryOpensWhatWasTyped(t *testing.T) {
	o, svc := options(t)
	svc.delay = 2 * time.Second
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.send("tach ho")
		c.send("\r")
		c.wait(10 * time.Second)
		c.shows("1.010038")
		c.hides("1.004194")
	})
}

func TestNothingIsSelectedAmongWhatIsOffered(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.typeText("zzqx")
		c.press("enter")
		c.shows("Không có thủ tục này")
		c.press("down", "enter")
		c.wait(time.Second)
		c.shows("Bao nhiêu tiền")
	})
}

func TestADossierCodeInTheSearchOpensTheDossier(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.typeText(sampleCode)
		c.shows("là mã hồ sơ")
		c.press("enter")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026")
	})
}

// A second Enter that came before the page was there stacked the page twice.
func TestTwoQuickEntersOpenOnePage(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.send("\r\r\r")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026")
		c.press("esc")
		c.shows("Mã hồ sơ, in trên giấy hẹn")
	})
}

// After a wrong proof, Esc and "ask again" once asked with the wrong one.
func TestAWrongProofDoesNotStick(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter", "m")
		c.typeText("9999")
		c.press("enter")
		c.wait(time.Second)
		c.press("esc", "r")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026")
		c.hides("Không thấy hồ sơ nào")
	})
}

// Long input once ran over the field's frame.
func TestLongInputStaysInItsField(t *testing.T) {
	o, _ := options(t)
	for _, key := range []string{"1", "2"} {
		onTerminal(t, o, 80, 24, func(c *terminal) {
			c.press(key)
			for range 20 {
				c.send("abcdefgh")
			}
			c.send("zuletzt")
			c.wait(2 * time.Second)
			found := false
			for _, l := range lines(c.text()) {
				if strings.Contains(l, "zuletzt") && strings.Contains(l, "│") {
					found = true
					if !strings.HasSuffix(strings.TrimRight(l, " "), "│") {
						t.Errorf("the frame is broken: %q", l)
					}
				}
			}
			if !found {
				t.Errorf("the end of what is typed cannot be seen:\n%s", c.text())
			}
		})
	}
}

func TestTypedFormatCharactersNeverReachTheScreen(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		for _, r := range "tạm\u202e \u200btr\u0336\u0336\u0336\u0336\u0336\u0336\u0336ú\ue000" {
			c.send(string(r))
		}
		c.wait(time.Second)
		for _, bad := range []string{"\u202e", "\u200b", "\ue000", "\u0336\u0336\u0336\u0336\u0336"} {
			c.hides(bad)
		}
		c.shows("tạm t")
	})
}

func TestALetterTooManyDoesNotLeave(t *testing.T) {
	o, _ := options(t)
	left := 0
	o.Leave = func() { left++ }
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("3")
		c.wait(time.Second)
		c.press("t", "?", "q") // help, the whole text and the procedure, a page for each
		c.shows("Toàn văn")
		c.press("q")
		c.shows("Bao nhiêu tiền")
		c.press("q")
		c.shows("Hồ sơ của tôi đến đâu rồi?")
		if left != 0 {
			t.Error("q on a procedure left the program")
		}
		c.press("q")
		c.wait(time.Second)
	})
	if left != 1 {
		t.Errorf("q on the first page left %d times, want once", left)
	}
}

func TestNothingFoundOffersThePopularOnes(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.typeText("zzqx")
		c.shows("Không có thủ tục này", "zzqx", "Đăng ký tạm trú")
	})
}

func TestAProcedureFoldsWhatIsNeededOnlyInSomeCase(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("3") // the first of the often asked ones: Đăng ký tạm trú
		c.wait(time.Second)
		c.shows("Tờ khai thay đổi thông tin", "cư trú (Mẫu CT01)", "1 bản chính", "Chỉ khi", "15.000 đồng", "7.000 đồng", "Công an cấp xã")
		c.hides("ăn bản đồng ý")
		c.press("enter")
		c.shows("ăn bản đồng ý")
		c.press("t")
		c.shows("Toàn văn")
		c.press("right", "right", "right", "right", "right")
		c.press("esc", "esc")
		c.shows("Cần mang giấy tờ gì?")
	})
}

// With the portal down a procedure's name alone is known. The page once said that
// the source lists no papers.
func TestOfAnOutlineNoFalsePaperIsTold(t *testing.T) {
	o, svc := options(t)
	svc.outline = true
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("3")
		c.wait(time.Second)
		c.shows("Đăng ký tạm trú", "chỉ có tên")
		c.hides("chưa ghi", "Bao nhiêu tiền")
	})
}

func TestEverythingWorksByTouch(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.click("Cần mang giấy tờ gì?")
		c.shows("Ông/bà muốn làm việc gì?")
		c.wheel(true)
		c.wheel(false)
		c.click("Đăng ký tạm trú")
		c.wait(time.Second)
		c.shows("Bao nhiêu tiền")
		c.click("người dưới 18") // a fold
		c.shows("ăn bản đồng ý")
		c.click("toàn văn")
		c.shows("Toàn văn")
		c.click("trở về")
		c.click("trở về")
		c.click("trở về")
		c.shows("Hồ sơ của tôi đến đâu rồi?")
		c.click("English")
		c.shows("Where is my application?", "SAMPLE DATA")
		c.hides("Nhiều người hỏi")
	})
}

func TestTheScreenStaysAliveWhileThePortalIsSlow(t *testing.T) {
	o, svc := options(t)
	svc.delay = time.Minute
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.hides("Đang hỏi") // a quick answer flashes nothing
		c.wait(3500 * time.Millisecond)
		c.shows("Đang hỏi", "đã 3 giây", "Esc")
		c.wait(7 * time.Second)
		c.shows("Hệ thống đang chậm")
		c.press("f2")
		c.shows("Asking")
		c.press("f2", "esc")
		c.wait(time.Second)
		c.shows("Mã hồ sơ, in trên giấy hẹn", sampleCode)
		if svc.left != 1 {
			t.Errorf("%d look-ups were given up, want 1", svc.left)
		}
	})
}

func TestALateAnswerForAPageThatWasLeftIsDropped(t *testing.T) {
	o, svc := options(t)
	svc.delay = 5 * time.Second
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("3")
		c.wait(time.Second)
		c.press("esc", "1")
		c.wait(10 * time.Second)
		c.shows("Mã hồ sơ, in trên giấy hẹn")
		c.hides("Bao nhiêu tiền")
	})
}

func TestAPortalThatIsDownIsSaidSinceWhen(t *testing.T) {
	o, svc := options(t)
	svc.err = portalDown()
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		c.shows("Hệ thống một cửa tỉnh Thái Nguyên", "8:02", "Vẫn tra được thủ")
		svc.set(func(a *answers) { a.err = nil })
		c.press("r")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026")
	})
}

func TestLettersBelongToTheFieldWhileItHasTheFocus(t *testing.T) {
	o, _ := options(t)
	left := false
	o.Leave = func() { left = true }
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.typeText("qln?")
		c.shows("qln?", "Ông/bà muốn làm việc gì?")
		if left {
			t.Error("a letter in the field left the program")
		}
	})
}

func TestDecomposedInputBecomesNFC(t *testing.T) {
	o, svc := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.typeText("ta\u0323m tru\u0301")
		if got := svc.asked[len(svc.asked)-1]; got != "tạm trú" {
			t.Errorf("asked for %q, want it composed", got)
		}
	})
}

func TestThePublicHasNoWayOut(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("1", "esc")
		c.shows("Hồ sơ của tôi đến đâu rồi?")
	})
}

func TestANoticeStandsUntilTheNextKey(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.program.Send(tui.Notice("Máy chủ sắp nghỉ.\x1b[31m"))
		c.wait(time.Second)
		c.shows("Máy chủ sắp nghỉ.")
		c.press("down")
		c.hides("Máy chủ sắp nghỉ.")
		c.shows("Phường Đức Xuân")
	})
}

func TestTheStateOfThings(t *testing.T) {
	o, svc := options(t)
	o.Traffic = func() []meter.Traffic {
		return []meter.Traffic{{Source: hall, Requests: 3, BytesIn: 12_345, BytesOut: 900}}
	}
	o.Session = func() (int64, int64) { return 40, 2_600 }
	o.CopyAsOf = func() time.Time { return day(8, 0, 0) }
	svc.health = []client.SourceHealth{{Source: hall, DownSince: day(24, 8, 2), Cause: client.CauseExpired}, {Source: client.SourceName{ID: "n", Name: "Cổng quốc gia"}, LastOK: day(24, 8, 10)}}
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("f5")
		c.shows("✗ Hệ thống một cửa tỉnh Thái Nguyên", "8:02 (chứng thư đã hết", "✓ Cổng quốc gia", "8:10", "12 kB", "900 B", "3 kB", "4.578")
		c.press("f5")
		c.shows("Hồ sơ của tôi đến đâu rồi?")
	})
}

func TestSearchByLevel(t *testing.T) {
	o, svc := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		c.typeText("ho chieu")
		c.shows("mọi cấp")
		c.press("f4")
		c.wait(time.Second)
		c.shows("cấp xã")
		if got := svc.levels[len(svc.levels)-1]; got != client.LevelWard {
			t.Errorf("asked for level %v, want the commune's", got)
		}
	})
}

func TestHelpListsTheSamples(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.press("?")
		c.shows("Trợ giúp", sampleCode, "đang xử lý, đúng hạn", "F1")
		c.press("f1")
		c.shows("Hồ sơ của tôi đến đâu rồi?")
	})
}

func TestTooSmallSaysWhatToDo(t *testing.T) {
	o, _ := options(t)
	for _, lang := range []text.Lang{text.VI, text.EN} {
		o.Lang = lang
		onTerminal(t, o, 59, 18, func(c *terminal) {
			c.shows("59", "18", "60")
		})
		onTerminal(t, o, 60, 17, func(c *terminal) {
			c.shows("17", "18")
			c.hides("DỮ LIỆU MẪU", "SAMPLE")
		})
		onTerminal(t, o, 8, 3, func(c *terminal) {
			if c.text() == "" {
				t.Error("nothing at all on a tiny terminal")
			}
		})
	}
}

func TestEverySizeWithoutAPanicOrARaggedEdge(t *testing.T) {
	long(t)
	o, _ := options(t)
	for _, size := range [][2]int{{60, 18}, {61, 19}, {75, 20}, {80, 21}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			onTerminal(t, o, size[0], size[1], func(c *terminal) {
				for _, keys := range [][]string{{"1", "x", "enter", "esc"}, {"2", "down", "pgdown", "pgup", "enter", "t", "esc", "esc", "esc"}, {"?", "pgdown", "esc"}, {"f3"}, {"f2"}} {
					c.press(keys...)
				}
				c.shows("Often asked")
				for i, l := range lines(c.text()) {
					if n := len([]rune(l)); n > size[0] {
						t.Errorf("line %d is %d cells wide", i, n)
					}
				}
			})
		})
	}
}
