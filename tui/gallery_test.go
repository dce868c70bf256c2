//go:build pictures

package tui_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"motcua/tui/text"
)

// The gallery is every scene as a picture, for people who change a page and want to look at it. A
// sheet of them: montage DIR/*.svg -tile 3x -geometry 900x+8+8 sheet.png
var (
	galleryTo     = flag.String("to", ".", "the folder for the pictures")
	galleryScenes = flag.String("scenes", "^(home|ask|dossier|search|procedure)$", "the scenes, as a pattern of own/NAME and lobby/NAME")
	gallerySizes  = flag.String("sizes", "80x21,120x40,200x60", "the sizes")
	galleryThemes = flag.String("themes", "dark,light", "the themes")
	galleryColour = flag.String("colours", "true", "true, or 16 for a terminal of sixteen colours")
)

// TestGallery draws them:
//
//	go test -tags pictures ./tui -run TestGallery -args -to DIR -scenes 'own/home|lobby/dossier.*'
func TestGallery(t *testing.T) {
	only, profile := regexp.MustCompile(*galleryScenes), colorprofile.TrueColor
	if *galleryColour == "16" {
		profile = colorprofile.ANSI
	}
	for _, size := range strings.Split(*gallerySizes, ",") {
		var w, h int
		if _, err := fmt.Sscanf(size, "%dx%d", &w, &h); err != nil {
			t.Fatal(err)
		}
		for _, theme := range strings.Split(*galleryThemes, ",") {
			for _, l := range []text.Lang{text.VI, text.EN} {
				draw := func(place, name string, lobby bool, set func(*answers), play func(*terminal)) {
					if !only.MatchString(place + "/" + name) {
						return
					}
					o, svc := options(t)
					if lobby {
						o, svc = lobbyOptions(t, l)
					}
					if set != nil {
						svc.set(set)
					}
					o.Lang, o.Theme = l, theme
					withProfile(t, o, profile, w, h, func(c *terminal) {
						play(c)
						file := filepath.Join(*galleryTo, fmt.Sprintf("%s-%s-%s-%s-%s.svg", name, place, size, theme, l))
						if err := os.WriteFile(file, []byte(svg(c.screen.vt, w, h)), 0o644); err != nil {
							t.Error(err)
						}
					})
				}
				for _, s := range scenes {
					draw("own", s.name, false, nil, s.play)
				}
				for _, s := range lobbyScenes {
					draw("lobby", s.name, true, s.set, s.play)
				}
			}
		}
	}
}
