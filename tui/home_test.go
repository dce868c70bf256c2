package tui_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/tui/text"
)

// The first page at every size, one below the other: a file for each language on a terminal
// of one's own and in a lobby, where what is heard of it follows. No other test draws it, so
// that a change of it is read in four files.
func TestHomeScreens(t *testing.T) {
	long(t)
	for _, l := range []text.Lang{text.VI, text.EN} {
		t.Run(string(l)+"/own", func(t *testing.T) {
			beside(t)
			var all pictures
			for _, size := range sizes {
				o, _ := options(t)
				o.Lang = l
				onTerminal(t, o, size[0], size[1], func(c *terminal) { all.add("home", size, c.text()) })
			}
			golden.RequireEqual(t, all.String())
		})
		t.Run(string(l)+"/lobby", func(t *testing.T) {
			beside(t)
			var all pictures
			for i, scene := range lobbyScenes {
				if !ofHome(scene.name) {
					continue
				}
				for _, size := range lobbySizes {
					onScene(t, i, l, size, func(c *terminal) {
						all.add(scene.name, size, c.text())
						checkTargets(c, size)
					})
				}
			}
			o, _, e := spokenOptions(t, l)
			onTerminal(t, o, 80, 21, func(c *terminal) {
				c.press("f7", "1")
				all.add("heard", [2]int{80, 21}, script(c, e, append([]act{presses("f9")}, atHome...)))
			})
			golden.RequireEqual(t, all.String())
		})
	}
}

// ofHome tells the scenes of the first page.
func ofHome(scene string) bool { return scene == "home" || strings.HasPrefix(scene, "home_") }

// pictures are several in one file, each below its name and size.
type pictures struct{ strings.Builder }

func (p *pictures) add(name string, size [2]int, picture string) {
	fmt.Fprintf(p, "== %s %dx%d\n%s\n", name, size[0], size[1], picture)
}

// besideHome replaces what a script says of the first page, which TestHomeScreens has.
func besideHome(script string) string {
	lines := strings.Split(script, "\n")
	for i, line := range lines {
		for _, l := range []text.Lang{text.VI, text.EN} {
			if before, _, ok := strings.Cut(line, text.For(l).Spoken.Home); ok {
				lines[i] = before + "(the first page)"
			}
		}
	}
	return strings.Join(lines, "\n")
}
