package printer

import (
	"bytes"
	"image"
	"slices"

	"motcua/kiosk/slip"
)

// The commands in use, by their names in the reference.
var (
	initialise = []byte{0x1b, '@'} // ESC @
	// ESC J n feeds n dots: 5 mm after the last line.
	feed = []byte{0x1b, 'J', 40}
	// GS V 66 n feeds to the cutter plus n dots and cuts, except for a small bridge of
	// paper.
	cut = []byte{0x1d, 'V', 66, 0}
	// GS r 1 returns the state of the paper sensor once everything before it is done.
	barrier = []byte{0x1d, 'r', 1}
	// DLE DC4 8 with its fixed parameters clears all buffers immediately.
	clearBuffers = []byte{0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8}
)

// bandRows is the number of rows in one command, 16 mm. A printer prints each command
// separately, and small printers accept 16 KB at a time.
const bandRows = 128

// headerBytes is the length of the command before a band.
const headerBytes = 8

// job is the data sent for one slip.
type job struct {
	data []byte
	rows int
}

// encode returns a picture as a job. half says that the previous job broke off. The printer
// may then still wait for the rest of its last band and would take the new job for it. So
// encode fills the band with white; the printer skips what is too much of it, and then its
// buffers are cleared.
func encode(picture *image.Paletted, half bool) job {
	var b bytes.Buffer
	width, height := (picture.Rect.Dx()+7)/8, picture.Rect.Dy()
	if half {
		b.Write(make([]byte, headerBytes+width*bandRows))
		b.Write(clearBuffers)
	}
	b.Write(initialise)
	for y := 0; y < height; y += bandRows {
		rows := min(bandRows, height-y)
		// GS v 0 m xL xH yL yH d...: m 0 is one dot a dot, x counts bytes of eight
		// dots with the leftmost highest, y counts rows.
		b.Write([]byte{0x1d, 'v', '0', 0, byte(width), byte(width >> 8), byte(rows), byte(rows >> 8)})
		b.Write(escapeRealTime(packed(picture, y, rows)))
	}
	b.Write(feed)
	b.Write(cut)
	return job{b.Bytes(), height}
}

// packed returns rows of a picture with eight dots a byte.
func packed(picture *image.Paletted, from, rows int) []byte {
	width := picture.Rect.Dx()
	line := (width + 7) / 8
	out := make([]byte, rows*line)
	for y := range rows {
		for x := range width {
			if picture.Pix[(from+y)*picture.Stride+x] == slip.Black {
				out[y*line+x/8] |= 0x80 >> (x % 8)
			}
		}
	}
	return out
}

// escapeRealTime removes the first bytes of real-time commands from a picture. A printer
// looks for DLE EOT, DLE ENQ and DLE DC4 in everything it receives, pictures included, and
// would answer, go on after an error or open a cash drawer. One extra dot at the edge of a
// stroke is not visible.
func escapeRealTime(data []byte) []byte {
	for i := range len(data) - 1 {
		if data[i] == 0x10 && slices.Contains([]byte{0x04, 0x05, 0x14}, data[i+1]) {
			data[i] = 0x18
		}
	}
	return data
}
