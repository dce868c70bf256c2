package tui_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/exp/golden"

	"motcua/themes"
	"motcua/tui/text"
)

// The screens as people see them, through a terminal emulator. Read the files
// in testdata like a picture book; renew them with go test ./tui -update.

// scene is a page worth a picture, and how to get there.
type scene struct {
	name string
	play func(*terminal)
}

var scenes = []scene{
	{"home", func(*terminal) {}},
	{"ask", func(c *terminal) { c.press("1"); c.typeText("H55.17.05-2611") }},
	{"ask_wrong", func(c *terminal) { c.press("1"); c.typeText("H55.17.05-261320-0007"); c.press("enter") }},
	{"dossier", func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
	}},
	{"dossier_with_proof", func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter", "m")
		c.typeText("1234")
		c.press("enter")
		c.wait(time.Second)
	}},
	{"search", func(c *terminal) { c.press("2"); c.typeText("khai sinh") }},
	{"search_nothing", func(c *terminal) { c.press("2"); c.typeText("zzqx") }},
	{"procedure", func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("enter") }},
	{"full", func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("t") }},
	{"topics", func(c *terminal) { c.press("k") }},
	{"help", func(c *terminal) { c.press("?") }},
	{"help_of_procedure", func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("?") }},
}

// pictured adds the scenes of a topic, on a terminal of one's own and in a lobby. They stand
// in the file with the topic's tests.
func pictured(own []scene, lobby []lobbyScene) bool {
	scenes, lobbyScenes = append(scenes, own...), append(lobbyScenes, lobby...)
	return true
}

var sizes = [][2]int{{60, 18}, {80, 21}, {80, 24}, {120, 40}}

func TestScreens(t *testing.T) {
	long(t)
	for _, lang := range []text.Lang{text.VI, text.EN} {
		for _, scene := range scenes {
			if ofHome(scene.name) {
				continue // TestHomeScreens draws it
			}
			for _, size := range sizes {
				t.Run(fmt.Sprintf("%s/%s_%dx%d", lang, scene.name, size[0], size[1]), func(t *testing.T) {
					beside(t)
					o, _ := options(t)
					o.Lang = lang
					var got string
					onTerminal(t, o, size[0], size[1], func(c *terminal) {
						scene.play(c)
						got = c.text()
					})
					golden.RequireEqual(t, got)
				})
			}
		}
	}
}

// Every theme, with its colours, on the page that holds most of its tokens. Of other pages
// TestEveryCellTakesItsLookFromTheTheme tells the tokens.
func TestScreensInEveryTheme(t *testing.T) {
	long(t)
	at := slices.IndexFunc(scenes, func(s scene) bool { return s.name == "dossier_with_proof" })
	for _, theme := range themes.Names() {
		for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI} {
			t.Run(fmt.Sprintf("%s_%s_%s", theme, p, scenes[at].name), func(t *testing.T) {
				beside(t)
				o, _ := options(t)
				o.Theme = theme
				var got string
				withProfile(t, o, p, 80, 21, func(c *terminal) {
					scenes[at].play(c)
					got = c.styled()
				})
				golden.RequireEqual(t, got)
			})
		}
	}
}
