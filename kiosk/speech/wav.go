package speech

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
)

// readAtMost reads a file of at most that many bytes.
func readAtMost(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(b)) > most {
		err = errors.New("clip is too long")
	}
	return b, err
}

// louder scales the samples of a WAV file to a volume of 0 to 10, for players without a
// volume control. It changes b in place; a file that is not 16-bit PCM stays as it is. The
// format is described in Microsoft's "Multimedia Programming Interface and Data
// Specifications 1.0": chunks of a name, a length and, padded to an even size, data.
func louder(b []byte, volume int) []byte {
	if len(b) < 12 || string(b[:4]) != "RIFF" || string(b[8:12]) != "WAVE" {
		return b
	}
	pcm16 := false
	for at := 12; at+8 <= len(b); {
		name, length := string(b[at:at+4]), int64(binary.LittleEndian.Uint32(b[at+4:]))
		at += 8
		end := at + int(min(length, int64(len(b)-at)))
		chunk := b[at:end]
		switch {
		case name == "fmt " && len(chunk) >= 16:
			pcm16 = binary.LittleEndian.Uint16(chunk) == 1 && binary.LittleEndian.Uint16(chunk[14:]) == 16
		case name == "data" && pcm16:
			for i := 0; i+1 < len(chunk); i += 2 {
				sample := int(int16(binary.LittleEndian.Uint16(chunk[i:]))) * volume / loudest
				binary.LittleEndian.PutUint16(chunk[i:], uint16(int16(max(min(sample, math.MaxInt16), math.MinInt16))))
			}
		}
		at = end + (end-at)%2
	}
	return b
}
