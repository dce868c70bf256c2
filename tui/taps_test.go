package tui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/tui/text"
)

// onBoard returns the keys of the keyboard that type a text.
func onBoard(s string) []string {
	var ids []string
	for _, r := range s {
		ids = append(ids, "board:type:"+string(r))
	}
	return ids
}

// Five tasks of a lobby, and the most touches that each may take. The fewer, the sooner the next
// person's turn comes; before the keyboard inserted separators and knew this office, a code took
// 23.
func TestTouchesOfATask(t *testing.T) {
	const own = "H55.17.05"
	prefix := []string{"1", "board:fill:" + own + "-"}
	look := []string{"key:enter"}
	for _, task := range []struct {
		name  string
		most  int
		typed bool // the code is in the field
		touch []string
		shows string
	}{
		{"a receipt of last Friday", 8, false, slices.Concat(prefix, []string{"board:fill:261120"}, onBoard("0007"), look), "25/11/2026"},
		{"a receipt of this month", 10, false, slices.Concat(prefix, []string{"board:fill:2611"}, onBoard("200007"), look), "25/11/2026"},
		{"a receipt of any office", 20, false, slices.Concat([]string{"1"}, onBoard("h5517052611200007"), look), "25/11/2026"},
		{"khai sinh", 12, false, slices.Concat([]string{"2"}, onBoard("khai sinh"), []string{"key:f9", "row:0"}), "1.001193"},
		{"a digit mended", 4, true, []string{"board:delete", "board:type:8", "board:delete", "board:type:7"}, sampleCode},
		{"the QR code of a dossier", 2, true, []string{"key:enter", "key:w"}, "portal.example"},
	} {
		t.Run(task.name, func(t *testing.T) {
			o, _ := lobbyOptions(t, text.VI)
			o.Unit = own
			onTerminal(t, o, 80, 21, func(c *terminal) {
				if task.typed {
					c.press("1")
					c.typeText(sampleCode)
					c.tap("field:code")
				}
				for _, id := range task.touch {
					c.tap(id)
				}
				c.wait(time.Second)
				c.shows(task.shows)
			})
			if n := len(task.touch); n > task.most {
				t.Errorf("%d touches, more than %d", n, task.most)
			}
		})
	}
}

// A pressed key of the keyboard flashes, and no longer when the finger has gone elsewhere.
func TestAPressedKeyFlashes(t *testing.T) {
	for _, elsewhere := range []bool{false, true} {
		onLobby(t, func(c *terminal) {
			c.tap("1")
			x, y := c.spot("board:type:h")
			c.send(mouse(0, x, y) + lifted(x, y))
			c.shows("┏━━━┓")
			if elsewhere {
				c.send(mouse(0, 0, y)) // there is nothing beside the keyboard
			}
			c.wait(time.Second)
			c.hides("┏━━━┓")
		})
	}
}

// Five tasks of an officer at a terminal, and the most keys that each may take. A paste and a
// scan are one; the letters of a code or a word are counted.
func TestKeysOfATask(t *testing.T) {
	list := strings.Join([]string{followCode(4), followCode(5), followCode(6)}, ", ")
	type step struct {
		keys  []string // pressed one by one
		typed string   // a key each letter
		paste string   // one key
		wait  time.Duration
		shows string
	}
	for _, task := range []struct {
		name  string
		most  int
		steps []step
	}{
		{"where a dossier is, and follow it", 4, []step{
			{keys: []string{"1"}}, {paste: sampleCode}, {keys: []string{"enter"}, shows: "Đăng ký tạm trú"}, {keys: []string{"f6"}, shows: "1 hồ sơ"},
		}},
		{"follow a list and open the most urgent", 3, []step{
			{keys: []string{"f6"}}, {paste: list, wait: 5 * time.Second, shows: "3 hồ sơ"}, {keys: []string{"enter"}, shows: "Yêu cầu bổ sung giấy tờ"},
		}},
		{"only those that lack papers, copied", 11, []step{
			{keys: []string{"f6"}}, {paste: list, wait: 5 * time.Second}, {typed: "/bo sung", shows: followCode(5)}, {keys: []string{"ctrl+y"}, shows: "Đã chép 1 hồ sơ"},
		}},
		{"why the page of a dossier's procedure reads so", 5, []step{
			{keys: []string{"1"}}, {paste: sampleCode}, {keys: []string{"enter"}}, {keys: []string{"p"}, shows: "Đăng ký tạm trú"}, {keys: []string{"v"}, shows: "Máy đọc trang này thế nào"},
		}},
		{"keep the list for tomorrow", 4, []step{
			{keys: []string{"f6"}}, {paste: list, wait: 5 * time.Second}, {keys: []string{"ctrl+s", "2"}, shows: "giữ cho lần sau"},
		}},
	} {
		t.Run(task.name, func(t *testing.T) {
			o, _ := staffOptions(t)
			o.Keeper = &shelf{}
			pressed := 0
			onTerminal(t, o, 80, 24, func(c *terminal) {
				for _, s := range task.steps {
					c.press(s.keys...)
					c.typeText(s.typed)
					pressed += len(s.keys) + len([]rune(s.typed))
					if s.paste != "" {
						c.send(paste(s.paste))
						pressed++
					}
					c.wait(max(s.wait, time.Second))
					if s.shows != "" {
						c.shows(s.shows)
					}
				}
			})
			if pressed > task.most {
				t.Errorf("%d keys, more than %d", pressed, task.most)
			}
		})
	}
}
