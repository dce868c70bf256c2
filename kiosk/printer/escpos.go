package printer

import (
	"bytes"
	"image"
	"slices"

	"motcua/kiosk/slip"
)

// The commands that are used, by their names in the reference.
var (
	initialise = []byte{0x1b, '@'} // ESC @
	// ESC J n feeds n dots: 5 mm below the last line.
	feed = []byte{0x1b, 'J', 40}
	// GS V 66 n feeds to the cutter and n dots more, and leaves a bridge of paper.
	cut = []byte{0x1d, 'V', 66, 0}
	// GS r 1 asks for the paper sensor once everything before it is done.
	barrier = []byte{0x1d, 'r', 1}
	// DLE DC4 8 with its fixed parameters clears all buffers at once.
	clearBuffers = []byte{0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8}
)

// bandRows is how many rows one command brings, 16 mm: a printer prints each
// command by itself, and small ones take 16 KB at a time.
const bandRows = 128

// headerBytes is how long the command before a band is.
const headerBytes = 8

// job is what is sent for one slip.
type job struct {
	data []byte
	rows int
}

// encode writes a picture as a job. half tells that the job before broke off: the
// printer may still wait for the rest of its last band and would take the new job
// for it, so the band is filled with white, what is too much of that is passed
// over, and the buffers are cleared.
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
		b.Write(calm(packed(picture, y, rows)))
	}
	b.Write(feed)
	b.Write(cut)
	return job{b.Bytes(), height}
}

// packed are rows of a picture, eight dots a byte.
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

// calm takes the beginnings of real-time commands out of a picture. A printer
// looks for DLE EOT, DLE ENQ and DLE DC4 in all that it gets, pictures included,
// and would answer, go on after an error or open a drawer. One dot more at the
// edge of a stroke is not seen.
func calm(data []byte) []byte {
	for i := range len(data) - 1 {
		if data[i] == 0x10 && slices.Contains([]byte{0x04, 0x05, 0x14}, data[i+1]) {
			data[i] = 0x18
		}
	}
	return data
}
