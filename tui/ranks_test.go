package tui_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"motcua/tui/text"
)

func toRanks(c *terminal) { c.press("k", "6"); c.wait(time.Second) }

var _ = pictured([]scene{
	{"ranks", toRanks},
}, []lobbyScene{
	{"ranks", nil, toRanks},
	{"ranks_more", nil, func(c *terminal) { toRanks(c); c.press("pgdown", "pgdown") }},
})

// yearsRow is the line below columns.
var yearsRow = regexp.MustCompile(`^ +20\d\d( +20\d\d)+ `)

// On whatever page of a lobby columns stand, their name and what their height is stand above.
func TestColumnsOfRanksKeepTheirName(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {80, 21}, {120, 40}} {
		o, _ := lobbyOptions(t, text.VI)
		onTerminal(t, o, size[0], size[1], func(c *terminal) {
			toRanks(c)
			charts := 0
			for range 12 {
				named, told := false, false
				for _, l := range strings.Split(c.text(), "\n") {
					switch {
					case strings.Contains(l, ", năm 20"):
						named = true
					case strings.Contains(l, "Cột càng cao"), strings.Contains(l, "Chiều cao cột"):
						told = true
					case yearsRow.MatchString(l + " "):
						charts++
						if !named || !told {
							t.Errorf("%v: columns without a name:\n%s", size, c.text())
						}
						named, told = false, false
					}
				}
				c.press("pgdown")
			}
			if charts < 6 {
				t.Errorf("%v: %d charts", size, charts)
			}
		})
	}
}
