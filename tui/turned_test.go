package tui_test

import (
	"testing"
	"time"

	"motcua/tui/text"
)

// What a page says in words it says anew when the language turns: each page is then the one
// that somebody sees who came there in the other language.
func TestEveryPageTurnsWithTheLanguage(t *testing.T) {
	long(t)
	for i, scene := range lobbyScenes {
		switch scene.name {
		case "help_scrolled", "search_scrolled", "ranks_more":
			continue // the lines of one language are others than those of the other
		}
		t.Run(scene.name, func(t *testing.T) {
			beside(t)
			var turned, want string
			onScene(t, i, text.VI, lobbySizes[0], func(c *terminal) { c.press("f2"); c.wait(200 * time.Millisecond); turned = c.text() })
			onScene(t, i, text.EN, lobbySizes[0], func(c *terminal) { c.press("f2", "f2"); want = c.text() })
			if turned != want {
				t.Errorf("turned:\n%s\nin that language from the start:\n%s", turned, want)
			}
		})
	}
}
