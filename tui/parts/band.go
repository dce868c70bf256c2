package parts

import (
	"strings"

	"charm.land/lipgloss/v2"

	"motcua/themes"
)

// bandTiles are the upper halves of the woven bands, by their height in lines: nested diamonds,
// with half a diamond between them at each edge, after the brocade of the Tày and Nùng. A
// letter is a point, and a cell has two points. No cell contains two threads, so one foreground
// colour is enough to draw it, with 16 colours or none.
var bandTiles = map[int][]string{
	2: {
		"kk..tt..kk",
		"k.tt..tt.k",
	},
	3: {
		"kkk..tt..kkk",
		"k..tt..tt..k",
		".tt..ss..tt.",
	},
	4: {
		"kkkk...tt...kkkk",
		"kk...tt..tt...kk",
		"k..tt..ss..tt..k",
		".tt..ss..ss..tt.",
	},
}

// Band draws a woven band of 2 to 4 lines, symmetric to its middle.
func Band(st *themes.Styles, width, height int) string {
	tile := bandTiles[min(max(height, 2), 4)]
	threads := map[byte]lipgloss.Style{'t': st.Weft, 's': st.Warp, 'k': st.Knot}
	rows := make([]string, len(tile))
	woven := map[string]string{} // already drawn pieces, because the pattern repeats
	weave := func(thread byte, run string) string {
		piece := string(thread) + run
		if woven[piece] == "" {
			woven[piece] = Blocks(threads[thread], run)
		}
		return woven[piece]
	}
	for y := range rows {
		var b, run strings.Builder
		thread := byte('t')
		for x := range width {
			upper, lower := bandPoint(tile, width, x, 2*y), bandPoint(tile, width, x, 2*y+1)
			if now := max(upper, lower); now != '.' && now != thread {
				b.WriteString(weave(thread, run.String()))
				run.Reset()
				thread = now
			}
			run.WriteRune(halfBlock(upper != '.', lower != '.'))
		}
		b.WriteString(weave(thread, run.String()))
		rows[y] = b.String()
	}
	return strings.Join(rows, "\n")
}

// bandPoint returns the thread at a point. The lower half mirrors the upper one, and a
// diamond's middle is in the middle of the band.
func bandPoint(tile []string, width, x, y int) byte {
	if y >= len(tile) {
		y = 2*len(tile) - 1 - y
	}
	period := len(tile[y])
	return tile[y][((x-width/2+period/2)%period+period)%period]
}
