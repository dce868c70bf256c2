package tui_test

import (
	"flag"
	"fmt"
	"html"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"motcua/tui/text"
)

// The picture in the project's README is a page of the program: an application on its way,
// in the emulator's cells. go test ./tui -run TestPicture -update draws it anew.
func TestPicture(t *testing.T) {
	o, _ := options(t)
	o.Lang = text.VI
	var got string
	withProfile(t, o, colorprofile.TrueColor, 80, 24, func(c *terminal) {
		c.press("1")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		got = svg(c.screen.vt, 80, 24)
	})
	file := filepath.Join("..", ".github", "screen.svg")
	if flag.Lookup("update").Value.String() == "true" { // package golden's
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	published, err := os.ReadFile(file)
	if err != nil || string(published) != got {
		t.Errorf(".github/screen.svg is not the page as it is now: run this test with -update (%v)", err)
	}
}

const (
	cellWide, cellHigh = 9, 19 // of a 15 px monospaced letter
	marginAround       = 12
)

// svg draws a screen: runs of cells that look alike become one rectangle and one text, whose
// length is set, so that any monospaced font fits.
func svg(screen *vt.Emulator, columns, rows int) string {
	var b strings.Builder
	ground, ink := screen.BackgroundColor(), screen.ForegroundColor()
	wide, high := columns*cellWide+2*marginAround, rows*cellHigh+2*marginAround
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="'DejaVu Sans Mono','Noto Sans Mono',Menlo,Consolas,monospace" font-size="15" shape-rendering="crispEdges">`+"\n", wide, high)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" rx="8" fill="%s"/>`+"\n", wide, high, hex(ground))
	type look struct {
		fg, bg string
		bold   bool
	}
	for y := range rows {
		at := func(x int) (look, string, int) {
			cell := screen.CellAt(x, y)
			if cell == nil || cell.Content == "" {
				return look{hex(ink), hex(ground), false}, " ", 1
			}
			l := look{hexOr(cell.Style.Fg, ink), hexOr(cell.Style.Bg, ground), cell.Style.Attrs&1 != 0}
			return l, cell.Content, max(cell.Width, 1)
		}
		for x := 0; x < columns; {
			l, content, width := at(x)
			from := x
			var run strings.Builder
			run.WriteString(content)
			for x += width; x < columns; x += width {
				var next look
				if next, content, width = at(x); next != l {
					break
				}
				run.WriteString(content)
			}
			left, top := marginAround+from*cellWide, marginAround+y*cellHigh
			if l.bg != hex(ground) {
				fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", left, top, (x-from)*cellWide, cellHigh, l.bg)
			}
			// Spaces at the ends are left out, and others do not break: XML folds them.
			words := strings.TrimLeft(run.String(), " ")
			skipped := len(run.String()) - len(words)
			words = strings.TrimRight(words, " ")
			if words == "" {
				continue
			}
			weight := ""
			if l.bold {
				weight = ` font-weight="bold"`
			}
			fmt.Fprintf(&b, `<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs" fill="%s"%s>%s</text>`+"\n",
				left+skipped*cellWide, top+cellHigh*3/4, ansi.StringWidth(words)*cellWide, l.fg, weight,
				html.EscapeString(strings.ReplaceAll(words, " ", "\u00a0")))
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func hexOr(c, or color.Color) string {
	if c == nil {
		c = or
	}
	return hex(c)
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
