package tui_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/text"
)

// Where a page has more keys than the footer has room for, the way back and help stay, and help
// begins with the keys of the page; a letter that is one of them works there too.
func TestFooterKeepsHelpWhereKeysHaveNoRoom(t *testing.T) {
	o, svc := options(t)
	svc.set(withLinked)
	for width, more := range map[int]string{60: "? …", 80: "? phím khác", 120: "? phím khác"} {
		onTerminal(t, o, width, 40, func(c *terminal) {
			c.press("3")
			c.wait(time.Second)
			c.shows("T toàn văn", "Esc trở về", more)
			c.press("?")
			c.shows("Các phím ở trang vừa xem", "G        liên thông", "B        biểu mẫu", "O        xã mới")
			c.press("b")
			c.shows("Biểu mẫu", "Mẫu CT01")
			c.press("esc", "?", "f2")
			c.shows("Keys of the page you came from", "G        do it all at once")
			c.press("f2", "esc")
			c.shows("T toàn văn")
		})
	}
}

// A list has few keys, and all of them stay on the smallest screen.
func TestFooterShortensHelpFirst(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 60, 18, func(c *terminal) {
		c.press("2")
		c.typeText("khai sinh")
		c.shows("↑↓ chọn", "Enter mở", "Esc trở về", "F1 …") // and no F4
		c.press("esc", "k", "1")
		c.shows("↑↓ chọn", "Enter mở", "Esc trở về", "F1 …")
	})
}

// The key to the procedure that does several was L once, which switches the language on every
// page.
func TestLinkedProcedureOpens(t *testing.T) {
	o, svc := options(t)
	svc.set(withLinked)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("3")
		c.wait(time.Second)
		c.press("g")
		c.wait(time.Second)
		c.shows("Tách hộ", "1.010038", "English")
	})
}

// No page has a letter for a key that works on every page: it would never be reached.
func TestNoPageHasAKeyThatWorksEverywhere(t *testing.T) {
	long(t)
	for i, scene := range lobbyScenes {
		onScene(t, i, text.VI, [2]int{120, 40}, func(c *terminal) {
			if c.model.Captures() {
				return
			}
			for _, k := range c.model.PageKeys() {
				if slices.Contains([]string{"l", "n", "c", "?"}, strings.ToLower(k.Press)) {
					t.Errorf("%s: %q is taken on every page", scene.name, k.Press)
				}
			}
		})
	}
}

// The breadcrumb leaves out where one came from before where one is.
func TestBreadcrumbNamesThePageThatIsShown(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 60, 18, func(c *terminal) {
		c.press("3")
		c.wait(time.Second)
		c.press("u")
		c.wait(time.Second)
		c.press("enter", "?")
		c.shows("… › ", " › Trợ giúp")
	})
}

// Where a code leads is named before it is scanned, also where the address has no room.
func TestLobbyNamesTheDomainOfACode(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		o, svc := lobbyOptions(t, l)
		svc.set(withFormFiles)
		onTerminal(t, o, 80, 21, func(c *terminal) {
			c.press("3")
			c.wait(time.Second)
			c.press("w")
			c.shows(map[text.Lang]string{text.VI: "Mã mở trang dichvucong.gov.vn", text.EN: "It opens dichvucong.gov.vn"}[l])
		})
	}
}

// Below its last row and without any the arrows scroll a page of choices, and after a page was
// turned the marker is on what is seen.
func TestChoicesFollowTheScreen(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 60, 18, func(c *terminal) {
		toDecisions(c)
		c.press("pgdown")
		c.shows("▸ ")
		c.press("enter")
		c.wait(time.Second)
		for range 30 {
			c.press("down")
		}
		c.hides("còn nữa")
		c.press("home")
		c.shows("▸ ")
	})
}

// staleHits answers a search from this machine, long after the portal did.
type staleHits struct{ *answers }

func (s staleHits) Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	a, err := s.answers.Search(ctx, q)
	a.Stale = true
	return a, err
}

// That hits are old is said to the end, also where it takes two lines.
func TestSearchSaysThatHitsAreOld(t *testing.T) {
	o, svc := options(t)
	o.Service = staleHits{svc}
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("2")
		c.typeText("khai sinh")
		c.shows("Theo Cổng Dịch vụ công quốc gia: thông tin lúc 8:14 hôm nay", "mất kết nối.")
		c.hides("…")
	})
}
