package tui_test

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"motcua/client"
	"motcua/client/code"
	"motcua/themes"
	"motcua/tui"
)

// A cell as a terminal draws it, in dots.
const (
	cellWidth  = 8
	cellHeight = 17
)

// picture is what stands on the screen as a camera would see it; ground and ink
// are the terminal's own colours.
func (c *terminal) picture(ground, ink color.Color) image.Image {
	c.screen.mu.Lock()
	defer c.screen.mu.Unlock()
	width, height := c.screen.vt.Width(), c.screen.vt.Height()
	img := image.NewRGBA(image.Rect(0, 0, width*cellWidth, height*cellHeight))
	for y := range height {
		for x := range width {
			drawCell(img, x*cellWidth, y*cellHeight, c.screen.vt.CellAt(x, y), ground, ink)
		}
	}
	return img
}

func drawCell(img *image.RGBA, left, top int, cell *uv.Cell, ground, ink color.Color) {
	text := " "
	if cell != nil {
		text = cell.Content
		if cell.Style.Bg != nil {
			ground = cell.Style.Bg
		}
		if cell.Style.Fg != nil {
			ink = cell.Style.Fg
		}
		if cell.Style.Attrs&uv.AttrReverse != 0 {
			ground, ink = ink, ground
		}
	}
	half := cellHeight / 2
	for y := range cellHeight {
		for x := range cellWidth {
			c := ground
			switch {
			case text == "█", text == "▀" && y < half, text == "▄" && y >= half:
				c = ink
			case strings.TrimSpace(text) != "" && text != "▀" && text != "▄" && x > 1 && x < 6 && y > 4 && y < 12:
				c = ink // a letter, as a camera far away sees it
			}
			img.Set(left+x, top+y, c)
		}
	}
}

// scan reads the code on the screen.
func (c *terminal) scan(ground, ink color.Color) (string, error) {
	bitmap, err := gozxing.NewBinaryBitmapFromImage(c.picture(ground, ink))
	if err != nil {
		return "", err
	}
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	r, err := qrcode.NewQRCodeReader().Decode(bitmap, hints)
	if err != nil {
		return "", err
	}
	return r.GetText(), nil
}

// reads fails unless the code on the screen is that of the link; capital letters
// in its host mean the same.
func (c *terminal) reads(link string, ground, ink color.Color) {
	c.t.Helper()
	got, err := c.scan(ground, ink)
	if err != nil {
		c.t.Fatalf("no code can be read (%v):\n%s", err, c.text())
	}
	if !sameLink(got, link) {
		c.t.Fatalf("the code reads %q, want %q", got, link)
	}
}

func sameLink(got, want string) bool {
	host := strings.SplitN(want, "/", 4)[2]
	return got == want || got == strings.Replace(want, host, strings.ToUpper(host), 1)
}

const procedureLink = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019e3a45-df38-7106-a47b-c371f72a569e"

// portalPage is where dossiers are looked up in these tests.
func portalPage(dossierCode code.Dossier, _ client.SourceName) string {
	return "https://dichvucong.gov.vn/tra-cuu-ho-so?ma=" + dossierCode.String()
}

// withPages are options whose answers have pages of their own.
func withPages(t *testing.T) (tui.Options, *answers) {
	t.Helper()
	o, svc := options(t)
	o.DossierPage = portalPage
	svc.link = procedureLink
	return o, svc
}

// openDossier and openProcedure go there from the first page, by few frames.
func (c *terminal) openDossier() {
	c.press("1")
	c.send("\x1b[200~" + sampleCode + "\x1b[201~")
	c.press("enter")
	c.wait(time.Second)
}

func (c *terminal) openProcedure() {
	c.openDossier()
	c.press("p")
	c.wait(time.Second)
}

// A phone reads the code on the screen, at every size and in every theme.
func TestTheCodeIsReadFromTheScreen(t *testing.T) {
	long(t)
	for _, size := range [][2]int{{80, 21}, {80, 24}, {120, 40}} {
		for _, theme := range append(themes.Names(), "") {
			t.Run(fmt.Sprintf("%dx%d %s", size[0], size[1], theme), func(t *testing.T) {
				beside(t)
				o, _ := withPages(t)
				o.Theme = theme
				onTerminal(t, o, size[0], size[1], func(c *terminal) {
					c.openProcedure()
					c.press("w")
					c.shows("điện thoại", "Esc")
					c.reads(procedureLink, color.Black, color.White)
					c.press("esc")
					c.hides("▄▄")
					c.press("esc")
					c.press("W")
					c.reads(portalPage(sampleDossier(t).Code, client.SourceName{}), color.Black, color.White)
				})
			})
		}
	}
}

// Without colours, dark modules are dark on either ground.
func TestTheCodeIsReadWithoutColours(t *testing.T) {
	long(t)
	for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256} {
		for _, light := range []bool{false, true} {
			t.Run(fmt.Sprint(p, " light ", light), func(t *testing.T) {
				o, _ := withPages(t)
				withProfile(t, o, p, 80, 21, func(c *terminal) {
					ground, ink := color.Color(color.Black), color.Color(color.White)
					if light {
						ground, ink = ink, ground
						c.send("\x1b]11;rgb:ffff/ffff/ffff\x1b\\") // the terminal says what its ground is
					}
					c.openProcedure()
					c.press("w")
					c.reads(procedureLink, ground, ink)
				})
			})
		}
	}
}

// A window too small for a code has the link in letters, and says how to get the
// code.
func TestAWindowTooSmallForTheCode(t *testing.T) {
	o, svc := withPages(t)
	onTerminal(t, o, 60, 18, func(c *terminal) {
		c.openProcedure()
		c.press("w")
		c.shows("Cửa sổ nhỏ quá", "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/")
		c.hides("▄▄")
	})
	svc.link = "https://dvc.example/t/1.004194"
	onTerminal(t, o, 60, 18, func(c *terminal) {
		c.openProcedure()
		c.press("w")
		c.reads(svc.link, color.Black, color.White)
	})
	svc.link = "https://dvc.example/" + strings.Repeat("x", 3000)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.openProcedure()
		c.press("w")
		c.shows("dài quá")
	})
}

// A system that wants a captcha is handed over to: its page is the answer, at
// once and without a key.
func TestAHandOverIsShownAsItsCode(t *testing.T) {
	const page = "https://motcua.example.gov.vn/tra-cuu?ma=H55.17.05-261120-0007"
	for _, size := range [][2]int{{80, 21}, {80, 24}, {120, 40}} {
		o, svc := options(t)
		svc.err = &client.HandOverError{URL: page}
		onTerminal(t, o, size[0], size[1], func(c *terminal) {
			c.openDossier()
			c.shows("chỉ tra được trên trang", "DỮ LIỆU MẪU", "Esc trở về")
			c.reads(page, color.Black, color.White)
			c.press("esc")
			c.shows("Mã hồ sơ")
		})
	}
}

// What only the right person knows never stands in a code.
func TestTheCodeHoldsNoProof(t *testing.T) {
	long(t)
	o, svc := withPages(t)
	svc.proof = "secret1234"
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.openDossier()
		c.press("m")
		c.typeText("secret1234")
		c.press("enter")
		c.wait(time.Second)
		c.shows("N••••• V•• A")
		c.press("w")
		got, err := c.scan(color.Black, color.White)
		if err != nil || strings.Contains(got, "secret") || strings.Contains(got, "1234") {
			t.Errorf("the code reads %q (%v)", got, err)
		}
	})
}

// Without a page there is no key for a code.
func TestNoPageNoCode(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 100, 24, func(c *terminal) {
		c.openDossier()
		c.hides("mã QR", "in phiếu")
		c.press("w", "i")
		c.shows("THỨ TƯ 25/11/2026")
	})
}

// Every cell of a code has both its colours: what is left to the terminal is drawn
// in its own, and a dark module became light grey. Fonts whose blocks leave an edge
// free drew light lines through it, so that only the lower half block is used.
func TestTheCodeBringsItsColours(t *testing.T) {
	long(t)
	o, _ := withPages(t)
	o.Theme = "mono"
	withProfile(t, o, colorprofile.ANSI256, 80, 21, func(c *terminal) {
		c.openProcedure()
		before := c.written()
		c.press("w")
		if n := c.written() - before; n > 10_000 {
			t.Errorf("a code takes %d bytes", n)
		}
		c.screen.mu.Lock()
		defer c.screen.mu.Unlock()
		for y := range 21 {
			for x := 80 - 41; x < 80; x++ {
				cell := c.screen.vt.CellAt(x, y)
				switch {
				case cell.Style.Bg == nil, cell.Content == "▄" && cell.Style.Fg == nil, cell.Style.Attrs&uv.AttrReverse != 0:
					t.Fatalf("%d,%d: %q in %+v", x, y, cell.Content, cell.Style)
				case cell.Content != " " && cell.Content != "▄":
					t.Fatalf("%d,%d: %q", x, y, cell.Content)
				}
			}
		}
	})
}
