package tui_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/tui"
	"motcua/tui/text"
)

// reviewOf is what an office wrote of the sample procedure.
func reviewOf(state client.ReviewState) *client.Review {
	return &client.Review{
		Office: "UBND phường Đức Xuân", Reviewer: "Công an tỉnh Thái Nguyên", Date: day(20, 0, 0), State: state,
		Papers: []client.ReviewPaper{
			{Name: "Tờ khai thay đổi thông tin cư trú (mẫu CT01)", Originals: 1, FillIn: true},
			{Name: "Giấy tờ chứng minh chỗ ở", OneOf: []string{"Hợp đồng thuê nhà", "Sổ hồng"}, Copies: 1},
			{Name: "Văn bản đồng ý của cha, mẹ", When: "người dưới 18 tuổi", Originals: 1},
		},
		Conditions: []string{"Đã ở tại phường từ 30 ngày trở lên"}, Time: []string{"3 ngày làm việc, có thể sớm hơn"},
		Note: "Sáng thứ Ba chỉ nhận ở quầy 3.",
	}
}

// A page that an office went through, while its source is what it was and after it
// has changed.
func TestAReviewedPageOnTheScreen(t *testing.T) {
	for _, lang := range []text.Lang{text.VI, text.EN} {
		for _, state := range []client.ReviewState{client.ReviewCurrent, client.ReviewChanged} {
			for _, size := range [][2]int{{80, 21}, {120, 40}} {
				t.Run(fmt.Sprintf("%s_%s_%dx%d", lang, state, size[0], size[1]), func(t *testing.T) {
					beside(t)
					o, svc := options(t)
					o.Lang = lang
					svc.review = reviewOf(state)
					var got string
					onTerminal(t, o, size[0], size[1], func(c *terminal) {
						openProcedure(c)
						got = c.text()
						c.press("end")
						got += "\n=====\n" + c.text()
					})
					golden.RequireEqual(t, got)
				})
			}
		}
	}
}

// marked is a list of wrong pages in memory.
type marked struct {
	mu   sync.Mutex
	rows map[string][]int
	err  error
}

func (m *marked) Toggle(code string, row int) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.err != nil {
		return false, m.err
	}
	if i := slices.Index(m.rows[code], row); i >= 0 {
		m.rows[code] = slices.Delete(m.rows[code], i, i+1)
		return false, nil
	}
	m.rows[code] = append(m.rows[code], row)
	return true, nil
}

func (m *marked) Of(code string) []int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.rows[code])
}

// A key of staff marks the page, or the row that has the focus, and takes the mark
// back; what came of it is told on the screen.
func TestStaffMarkPages(t *testing.T) {
	o, _ := options(t)
	list := &marked{rows: map[string][]int{}}
	o.Staff, o.Marks = true, list
	w := text.For(text.VI).Review
	const code = "1.004194"
	onTerminal(t, o, 80, 24, func(c *terminal) {
		says := func(when string, want bool, words string) {
			t.Helper()
			if got := strings.Contains(c.text(), words); got != want {
				t.Errorf("%s: %q on the screen: %v\n%s", when, words, got, c.text())
			}
		}
		openProcedure(c)
		says("at first", false, w.IsMarked)
		c.press("x")
		says("marked", true, w.MarkedPage)
		says("marked", true, "! "+w.IsMarked)
		c.press("x")
		says("taken back", true, w.UnmarkedPage)
		says("taken back", false, "! "+w.IsMarked)
		c.press("v", "down", "x")
		says("a row", true, fmt.Sprintf(w.MarkedRow, 2))
		says("a row", true, "! "+w.IsMarked)
		if got := list.Of(code); !slices.Equal(got, []int{2}) {
			t.Errorf("marked rows %v", got)
		}
		list.mu.Lock()
		list.err = errors.New("đĩa đầy")
		list.mu.Unlock()
		c.press("x")
		says("not written", true, fmt.Sprintf(w.MarkFailed, "đĩa đầy"))
		says("not written", true, "! "+w.IsMarked)
	})
}

// Nobody marks a page but staff: neither the public nor a lobby has the key.
func TestOnlyStaffMarkPages(t *testing.T) {
	for name, who := range map[string]func(*tui.Options){
		"public": func(*tui.Options) {},
		"lobby":  func(o *tui.Options) { o.Staff, o.Kiosk = true, &tui.Kiosk{} },
	} {
		o, _ := options(t)
		list := &marked{rows: map[string][]int{}}
		o.Marks = list
		who(&o)
		onTerminal(t, o, 80, 24, func(c *terminal) {
			openProcedure(c)
			c.press("x")
			if len(list.rows) > 0 {
				t.Errorf("%s: marked %v", name, list.rows)
			}
		})
	}
}

// The review goes with the page on paper and aloud.
func TestAReviewedPageOnPaperAndAloud(t *testing.T) {
	says := []string{
		"Đã được UBND phường Đức Xuân (Công an tỉnh Thái Nguyên) rà soát ngày 20/11/2026.",
		"Nguồn trên cổng đã đổi sau ngày rà soát.", "Sáng thứ Ba chỉ nhận ở quầy 3", "Hợp đồng thuê nhà", "Đã ở tại phường từ 30 ngày trở lên",
		"3 ngày làm việc, có thể sớm hơn",
	}
	o, svc, p := withPrinter(t, text.VI)
	svc.review = reviewOf(client.ReviewChanged)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.openProcedure()
		c.press("i")
		c.wait(3 * time.Second)
	})
	slip := ""
	for _, s := range p.printed() {
		slip += written(s)
	}
	o, svc, e := spokenOptions(t, text.VI)
	svc.review = reviewOf(client.ReviewChanged)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("f7", "1")
		openProcedure(c)
		c.wait(time.Minute)
	})
	aloud := ""
	for _, u := range e.all() {
		aloud += u.Text + "\n"
	}
	for _, want := range says {
		if !strings.Contains(slip, want) {
			t.Errorf("no %q on the slip:\n%s", want, slip)
		}
		if spoken := strings.ReplaceAll(want, "20/11/2026", "20 tháng 11 năm 2026"); !strings.Contains(aloud, want) && !strings.Contains(aloud, spoken) {
			t.Errorf("no %q aloud:\n%s", want, aloud)
		}
	}
}
