package tui_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/tui"
	"motcua/tui/device"
	"motcua/tui/text"
)

// ear is a speaker that writes down what a person would hear.
type ear struct {
	mu         sync.Mutex
	heard      []device.Utterance
	events     []string
	volume     int
	headphones bool
}

func (e *ear) note(format string, args ...any) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.events = append(e.events, fmt.Sprintf(format, args...))
}

func (e *ear) Say(u device.Utterance) {
	mark := ""
	if u.Private {
		mark = " (private)"
	}
	e.note("says%s: %s", mark, u.Text)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.heard = append(e.heard, u)
}

func (e *ear) Stop() { e.note("stops") }

func (e *ear) Louder(steps int) int {
	e.volume = min(max(e.volume+steps, 0), 10)
	return e.volume
}

func (e *ear) Headphones(on bool) {
	e.headphones = on
	e.note("headphones %t", on)
}

func (e *ear) Reset() {
	e.volume, e.headphones = 6, false
	e.note("resets")
}

// since gives what happened from event n on, and how many there are now.
func (e *ear) since(n int) ([]string, int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]string(nil), e.events[n:]...), len(e.events)
}

// last is the utterance said last.
func (e *ear) last() device.Utterance {
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.heard) == 0 {
		return device.Utterance{}
	}
	return e.heard[len(e.heard)-1]
}

func (e *ear) all() []device.Utterance {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]device.Utterance(nil), e.heard...)
}

// spokenOptions is the interface of a kiosk that can speak.
func spokenOptions(t *testing.T, l text.Lang) (tui.Options, *answers, *ear) {
	t.Helper()
	o, svc := options(t)
	e := &ear{volume: 6}
	o.Lang, o.Sample, o.Samples = l, false, nil
	o.Kiosk = &tui.Kiosk{
		Idle: 24 * time.Hour, // no warning in the middle of a sentence
		Hours: func(l text.Lang) string {
			return map[text.Lang]string{text.VI: "Mở cửa: 7:30 – 11:30, 13:30 – 17:00", text.EN: "Open: 7:30 – 11:30, 13:30 – 17:00"}[l]
		},
		Speaker: e,
	}
	return o, svc, e
}

// act is something that a person does, under a name for the script.
type act struct {
	does string
	do   func(*terminal)
}

func presses(keys ...string) act {
	return act{strings.Join(keys, " "), func(c *terminal) { c.press(keys...) }}
}

func types(s string) act {
	return act{"types " + s, func(c *terminal) { c.typeText(s) }}
}

func passes(d time.Duration) act {
	return act{"waits " + d.String(), func(c *terminal) { c.wait(d) }}
}

// atHome is how a person goes round the first page, once the voice is on.
var atHome = []act{presses("down"), presses("down"), presses("up"), presses("up")}

// journey is what a person does from there on.
var journey = []act{
	presses("1"), presses("H"), presses("5"), presses("5"), presses("backspace"), presses("5"),
	types(".17.05-261320-0007"), presses("enter"), presses("enter"),
	presses("backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace"),
	types("1120-0007"), presses("f9"), presses("enter"), passes(3 * time.Second),
	presses("m"), types("9999"), presses("enter"), passes(3 * time.Second), presses("backspace", "backspace", "backspace", "backspace"),
	types("1234"), presses("enter"), passes(3 * time.Second),
	presses("p"), passes(3 * time.Second), presses("enter"), presses("down"), presses("enter"),
	presses("t"), passes(time.Second), presses("right"), presses("esc"), presses("esc"), presses("esc"), presses("esc"),
	presses("2"), types("khai sinh"), passes(3 * time.Second), presses("down"), presses("f4"), passes(3 * time.Second),
	presses("esc"), presses("2"), types("zzqx"), passes(3 * time.Second), presses("down"), presses("esc"),
	presses("?"), presses("esc"), presses("f5"), presses("esc"), presses("f3"), presses("f2"), presses("f2"),
	presses("+"), presses("-"), presses("f7"), presses("3"), passes(time.Second), presses("1"),
}

// script plays acts and writes down what is heard after each.
func script(c *terminal, e *ear, acts []act) string {
	var b strings.Builder
	_, n := e.since(0)
	for _, a := range acts {
		a.do(c)
		c.wait(300 * time.Millisecond)
		var events []string
		events, n = e.since(n)
		fmt.Fprintf(&b, "[%s]\n", a.does)
		for _, event := range events {
			if event != "stops" { // each key does
				b.WriteString("    " + event + "\n")
			}
		}
	}
	return b.String()
}

// What a blind person hears on the whole way, through headphones and through the
// loudspeaker. Read the files like the manuscript of a play.
func TestSpokenJourney(t *testing.T) {
	long(t)
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, way := range []struct{ name, answer string }{{"headphones", "1"}, {"loudspeaker", "2"}} {
			t.Run(fmt.Sprintf("%s_%s", l, way.name), func(t *testing.T) {
				o, svc, e := spokenOptions(t, l)
				svc.delay = 2 * time.Second
				var got string
				onTerminal(t, o, 80, 21, func(c *terminal) {
					got = besideHome(script(c, e, append([]act{presses("f7"), presses(way.answer)}, journey...)))
				})
				golden.RequireEqual(t, got)
			})
		}
	}
}

// rawSigns are what a voice would call by the name of its shape, and names of
// keys that nobody says.
var rawSigns = regexp.MustCompile(`[●○✓✗▸▾›•·…←→↑↓“”_]|\bEsc\b|/bà|https?:|[%][sd]`)

// private are pieces of what the samples hold of one person: the code however it
// is said, the applicant, papers and fees, the proof.
var private = regexp.MustCompile(`H55|261[13]20|(H|hát), (năm|five)|(không, không, không, bảy|zero, zero, zero, seven)|N V A|tên được che|a hidden name|Lệ phí đăng ký|chỗ ở hợp pháp|9, 9|(chín, chín)|nine, nine|1234|(một, hai, ba)|one, two, three|25 tháng 11|25 November|Công an phường`)

func TestUtterancesHoldNoSigns(t *testing.T) {
	long(t)
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, answer := range []string{"1", "2"} {
			o, svc, e := spokenOptions(t, l)
			svc.delay = 10 * time.Second // the slow words too
			onTerminal(t, o, 80, 21, func(c *terminal) { script(c, e, slices.Concat([]act{presses("f7"), presses(answer)}, atHome, journey)) })
			if len(e.all()) < 30 {
				t.Fatalf("only %d utterances: the walk is broken", len(e.all()))
			}
			for _, u := range e.all() {
				if found := rawSigns.FindString(u.Text); found != "" {
					t.Errorf("%q in %q", found, u.Text)
				}
				if u.Lang != l && !strings.Contains(u.Text, "Trang đầu") && !strings.Contains(u.Text, "First page") {
					t.Errorf("%s is said in %s", u.Text, u.Lang)
				}
			}
		}
	}
}

// Nothing of one person is said through the loudspeaker: on no page, after
// nothing that they do there.
func TestNothingPrivateWithoutHeadphones(t *testing.T) {
	long(t)
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, scene := range scenes {
			t.Run(fmt.Sprintf("%s/%s", l, scene.name), func(t *testing.T) {
				beside(t)
				o, _, e := spokenOptions(t, l)
				onTerminal(t, o, 80, 24, func(c *terminal) {
					c.press("f7", "2")
					scene.play(c)
					c.press("f9", "f2", "f2", "f9")
				})
				for _, u := range e.all() {
					if found := private.FindString(u.Text); u.Private || found != "" {
						t.Errorf("through the loudspeaker, %q: %s", found, u.Text)
					}
				}
			})
		}
	}
	// The net holds: through headphones the same walk does say such things.
	o, _, e := spokenOptions(t, text.VI)
	onTerminal(t, o, 80, 24, func(c *terminal) { script(c, e, append([]act{presses("f7"), presses("1")}, journey...)) })
	caught := 0
	for _, u := range e.all() {
		if private.MatchString(u.Text) {
			caught++
			if !u.Private {
				t.Errorf("not marked as private: %s", u.Text)
			}
		}
	}
	if caught < 5 {
		t.Errorf("only %d private utterances were found through headphones", caught)
	}
}

func TestSilentUntilAskedFor(t *testing.T) {
	o, _, e := spokenOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		script(c, e, journey[:20])
		c.press("f9", "+")
	})
	if events, _ := e.since(0); len(events) != 0 {
		t.Errorf("the speaker was used: %q", events)
	}
}

// Without a speaker the keys do nothing and nothing is missing.
func TestWithoutASpeaker(t *testing.T) {
	o, _, _ := spokenOptions(t, text.VI)
	o.Kiosk.Speaker = nil
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "f9")
		c.shows("HỒ SƠ CỦA TÔI ĐẾN ĐÂU RỒI?")
		c.hides("tai nghe")
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026")
	})
}

func TestAnyKeyInterrupts(t *testing.T) {
	o, _, e := spokenOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "2")
		for _, act := range []func(){
			func() { c.press("x") }, // a key that does nothing
			func() { c.press("down") },
			func() { c.click("Mở cửa") }, // a tap on no target
			func() { c.wheel(true) },
		} {
			_, n := e.since(0)
			act()
			events, _ := e.since(n)
			if len(events) == 0 || events[0] != "stops" {
				t.Errorf("the voice went on: %q", events)
			}
		}
	})
}

func TestTheVoiceEndsWhereItBegan(t *testing.T) {
	o, _, e := spokenOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7")
		c.shows("Ông bà có đeo tai nghe không?", "Đọc qua tai nghe", "To hơn", "Nhỏ hơn", "chỉ đọc qua tai nghe")
		if got := e.last().Text; !strings.Contains(got, "Ông bà có đeo tai nghe không? Phím 1: Đọc qua tai nghe") {
			t.Errorf("the question is not read: %q", got)
		}
		c.press("f7") // the same key again: no voice after all
		c.shows("HỒ SƠ CỦA TÔI ĐẾN ĐÂU RỒI?")
		_, n := e.since(0)
		c.press("down", "1")
		if events, _ := e.since(n); len(events) != 0 {
			t.Errorf("still speaks: %q", events)
		}
	})
}

// deaf is a speaker without headphones.
type deaf struct{ *ear }

func (deaf) HasHeadphones() bool { return false }

func TestWithoutHeadphonesThereIsNoSuchChoice(t *testing.T) {
	o, _, e := spokenOptions(t, text.VI)
	o.Kiosk.Speaker = deaf{e}
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7")
		c.shows("Đọc to màn hình?", "Đọc qua loa", "Không đọc", "Máy này không có tai nghe")
		c.hides("Đọc qua tai nghe")
		c.press("1", "1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		if got := e.last().Text; !strings.Contains(got, "Máy này không có tai nghe nên không đọc") {
			t.Errorf("of the dossier is said %q", got)
		}
	})
}

// A tap chooses as a digit does.
func TestTheVoiceByTaps(t *testing.T) {
	o, _, e := spokenOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7")
		c.click("To hơn")
		if e.volume != 7 || !strings.Contains(e.last().Text, "Âm lượng 7 trên 10") {
			t.Errorf("volume %d, said %q", e.volume, e.last().Text)
		}
		c.shows("Âm lượng 7")
		c.click("Đọc qua tai nghe")
		if !e.headphones {
			t.Error("no headphones")
		}
		c.shows("HỒ SƠ CỦA TÔI ĐẾN ĐÂU RỒI?")
		c.press("f7")
		c.click("Không đọc")
		c.shows("Máy thôi đọc.")
		if events, n := e.since(0); events[n-1] != "resets" {
			t.Errorf("the last was %q", events[n-1])
		}
	})
}

// Only what is new is said while a page stays: what was heard is not repeated.
func TestOnlyNewsAreSaid(t *testing.T) {
	o, svc, e := spokenOptions(t, text.VI)
	svc.delay = 20 * time.Second
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "1", "1")
		c.typeText(sampleCode)
		c.press("enter")
		_, n := e.since(0)
		c.wait(15 * time.Second)
		events, _ := e.since(n)
		if len(events) != 1 && len(events) != 2 || !strings.Contains(events[len(events)-1], "Hệ thống đang chậm") {
			t.Errorf("while it waits: %q", events)
		}
	})
}

func TestAPortalThatIsDownIsTold(t *testing.T) {
	o, svc, e := spokenOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "2", "1")
		c.typeText(sampleCode)
		svc.set(func(a *answers) { a.err = portalDown() })
		c.press("enter")
		c.wait(time.Second)
		for range 2 { // asked again, it is told again
			if got := e.last().Text; !strings.Contains(got, "Hệ thống một cửa tỉnh Thái Nguyên không trả lời") {
				t.Errorf("said %q", got)
			}
			c.press("r")
			c.wait(time.Second)
		}
	})
}

// A number typed to search by may be somebody's.
func TestANumberInTheSearchIsPrivate(t *testing.T) {
	o, _, e := spokenOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "2", "2")
		c.typeText("ho so 006123456789")
		c.press("f9")
	})
	for _, u := range e.all() {
		if strings.Contains(u.Text, "0061234") {
			t.Errorf("through the loudspeaker: %s", u.Text)
		}
	}
}

// Sentences that never change name their clips, one by one.
func TestClipsAreNamed(t *testing.T) {
	o, _, e := spokenOptions(t, text.EN)
	onTerminal(t, o, 80, 21, func(c *terminal) { c.press("f7", "2") })
	keys := map[string]string{}
	for _, c := range text.For(text.EN).Clips() {
		keys[c.Key] = c.Text
	}
	u, named := e.last(), 0
	for _, p := range u.Pieces {
		if p.Key != "" {
			named++
			if keys[p.Key] == "" {
				t.Errorf("no clip %q", p.Key)
			}
		}
		if !strings.Contains(u.Text, p.Text) {
			t.Errorf("%q is no piece of %q", p.Text, u.Text)
		}
	}
	// The two questions are heard from clips alone, each behind its key.
	var heard []string
	for _, p := range u.Pieces {
		heard = append(heard, p.Key)
	}
	if all := strings.Join(heard, " "); !strings.Contains(all, "press-1 ask-dossier press-2 ask-procedure") || !strings.Contains(all, "focus ask-dossier") {
		t.Errorf("of clips alone one hears %q", all)
	}
	if named < 3 {
		t.Errorf("%d of the first page's sentences name a clip: %+v", named, u.Pieces)
	}
}

// Dossiers in every state are said with all that the page shows.
func TestADossierIsSaidInReadingOrder(t *testing.T) {
	o, svc, e := spokenOptions(t, text.VI)
	late := sampleDossier(t)
	late.DueAt = day(16, 17, 0)
	svc.dossiers[sampleCode] = late
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "1", "1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
	})
	recorded := map[string]string{}
	for _, p := range e.last().Pieces {
		recorded[p.Key] = p.Text
	}
	if recorded["dossier-late-nothing"] != "Ông bà chưa phải nộp thêm gì." || recorded["dossier-late"] != "" {
		t.Errorf("what never changes names its clip, and nothing else: %q", recorded)
	}
	got, at := e.last().Text, 0
	for _, want := range []string{
		"Hồ sơ: Đăng ký tạm trú.", "Trễ 6 ngày làm việc.", "thứ hai ngày 16 tháng 11 năm 2026, trước 17 giờ.", "phiếu xin lỗi",
		"Đang xử lý ở Công an phường Đức Xuân.", "chưa phải nộp thêm gì", "Các bước:", "Mã hồ sơ: hát, năm, năm, chấm",
	} {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("no %q behind %q in %q", want, got[:at], got)
		}
		at += i
	}
}

// What a proof opens is heard with the rest, the papers that come out as well.
func TestWhatAProofOpensIsSaid(t *testing.T) {
	o, svc, e := spokenOptions(t, text.VI)
	d := sampleDossier(t)
	d.Private.Results, d.Private.Supplied = []client.ResultPaper{{Name: "Thông báo kết quả"}}, []string{"Tờ khai CT01"}
	svc.dossiers[sampleCode] = d
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "1", "1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		c.press("m")
		c.typeText("1234")
		c.press("enter")
		c.wait(time.Second)
	})
	u := e.last()
	for _, want := range []string{"Người nộp: tên được che.", "Giấy tờ kết quả: Thông báo kết quả.", "Giấy tờ đã nộp: Tờ khai CT01."} {
		if !strings.Contains(u.Text, want) || !u.Private {
			t.Errorf("no %q in %q, private %t", want, u.Text, u.Private)
		}
	}
}

// Only the character that was typed is named, not each one like it in the sentence.
func TestACommaInACodeIsNamedOnce(t *testing.T) {
	o, _, e := spokenOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "1", "1")
		c.typeText("H55.17.05,261120-0007")
		c.press("enter")
	})
	said := ""
	for _, u := range e.all() {
		if strings.Contains(u.Text, "Mã chỉ có") {
			said = u.Text
		}
	}
	if want := "Mã không có ký tự phẩy. Mã chỉ có chữ, số, dấu chấm và dấu gạch."; !strings.Contains(said, want) {
		t.Errorf("said %q, want %q", said, want)
	}
}
