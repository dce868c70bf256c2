package tui_test

import (
	"slices"
	"testing"
	"time"

	"motcua/tui/text"
)

// Targets are for fingers in larger text too, and while the screen is read aloud,
// which adds a button, in another language than the scene began with.
func TestTargetsAreForFingersHoweverThePageIsSet(t *testing.T) {
	long(t)
	for i, scene := range lobbyScenes {
		for name, set := range map[string]struct {
			lang text.Lang
			keys []string
		}{
			"large":   {text.EN, []string{"f6"}},
			"largest": {text.VI, []string{"f6", "f6"}},
			"aloud":   {text.EN, []string{"f7", "2", "f2"}},
		} {
			t.Run(scene.name+"/"+name, func(t *testing.T) {
				beside(t)
				onScene(t, i, set.lang, lobbySizes[0], func(c *terminal) {
					c.press(set.keys...)
					c.wait(5 * time.Second) // what is said about it goes again
					checkTargets(c, lobbySizes[0])
				})
			})
		}
	}
}

// Wherever something of a page is hidden, each way of scrolling shows it and its
// counterpart leads back.
func TestEveryTallPageScrollsEachWay(t *testing.T) {
	long(t)
	drag := func(c *terminal, by int) {
		x, y := 12, 10
		c.at(x, y)
		for i := 1; i <= 4; i++ {
			c.send(drawnTo(x, y+by*i))
		}
		c.send(lifted(x, y+by*4))
	}
	ways := map[string][2]func(*terminal){
		"wheel":  {func(c *terminal) { c.wheel(true) }, func(c *terminal) { c.wheel(false) }},
		"drag":   {func(c *terminal) { drag(c, -1) }, func(c *terminal) { drag(c, +1) }},
		"button": {func(c *terminal) { c.tap("key:pgdown") }, func(c *terminal) { c.tap("key:pgup") }},
		"key":    {func(c *terminal) { c.press("pgdown") }, func(c *terminal) { c.press("pgup") }},
	}
	for i, scene := range lobbyScenes {
		t.Run(scene.name, func(t *testing.T) {
			beside(t)
			onScene(t, i, text.VI, lobbySizes[0], func(c *terminal) {
				c.wait(5 * time.Second) // what is said for a moment goes
				ids := c.model.Screen().Targets()
				if !slices.Contains(ids, "key:pgdown") || slices.Contains(ids, "key:pgup") {
					return // all of it is shown, or it is not at its beginning
				}
				c.press("pgup") // from the first key on, buttons show their keys
				for name, way := range ways {
					first := c.text()
					way[0](c)
					if c.text() == first {
						t.Errorf("%s shows no more:\n%s", name, first)
					}
					way[1](c)
					if c.text() != first {
						t.Errorf("%s does not lead back to\n%s\nbut to\n%s", name, first, c.text())
					}
				}
			})
		})
	}
}
