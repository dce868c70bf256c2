package speech

import (
	"path/filepath"
	"strconv"
	"strings"
)

// output plays sound files on a device.
type output struct {
	player []string // the configured command, with its placeholders
}

// same is the configured name of the headphones' device where it is also the loudspeaker's.
const same = "default"

// isALSA reports whether a device is one of ALSA, by the names that aplay -L lists, and not
// a sink of PulseAudio or PipeWire.
func isALSA(device string) bool {
	kind, _, ok := strings.Cut(device, ":")
	switch kind {
	case "hw", "plughw", "sysdefault", "front", "dmix", "plug":
		return ok
	}
	return false
}

// environment sets the sound device for programs without an option for it: libpulse reads
// PULSE_SINK, and ALSA's alsa.conf reads a card from ALSA_CARD.
func (m manner) environment() []string {
	switch {
	case m.device == "" || m.device == same:
		return nil
	case isALSA(m.device):
		_, card, _ := strings.Cut(m.device, ":")
		card, _, _ = strings.Cut(strings.TrimPrefix(card, "CARD="), ",")
		return []string{"ALSA_PCM_CARD=" + card, "ALSA_CARD=" + card}
	default:
		return []string{"PULSE_SINK=" + m.device}
	}
}

// stream returns the command that plays a WAV from its standard input, where the voice
// itself cannot play on that device; otherwise nil.
func (o output) stream(how manner) []string {
	switch {
	case len(o.player) > 0:
		return o.fill("-", how)
	case isALSA(how.device) && onPath("aplay"):
		return []string{"aplay", "-q", "-D", how.device, "-"}
	default:
		return nil
	}
}

// command returns the command that plays a file. scale is true when the player has no
// volume control: it must then receive the file on standard input, with its samples scaled.
func (o output) command(file string, how manner) (argv []string, scale bool) {
	wav := strings.EqualFold(filepath.Ext(file), ".wav")
	switch {
	case len(o.player) > 0:
		return o.fill(file, how), false
	case wav && isALSA(how.device) && onPath("aplay"):
		return []string{"aplay", "-q", "-D", how.device, "-"}, true
	case onPath("pw-play"): // 0 to 1
		return []string{"pw-play", "--volume=" + strconv.FormatFloat(float64(how.volume)/loudest, 'f', 2, 64), file}, false
	case onPath("paplay"): // 0 to 65536
		return []string{"paplay", "--volume=" + strconv.Itoa(how.volume*65536/loudest), file}, false
	case wav && onPath("aplay"):
		return []string{"aplay", "-q", "-"}, true
	default:
		return nil, false
	}
}

// fill replaces the placeholders for file, device and volume in the configured command.
func (o output) fill(file string, how manner) []string {
	device := how.device
	if device == "" {
		device = same
	}
	fill := strings.NewReplacer("{file}", file, "{device}", device, "{volume}", strconv.Itoa(how.volume*100/loudest))
	argv, named := make([]string, 0, len(o.player)+1), false
	for i, a := range o.player {
		named = named || strings.Contains(a, "{file}")
		if i > 0 {
			a = fill.Replace(a)
		}
		argv = append(argv, a)
	}
	if !named {
		argv = append(argv, file)
	}
	return argv
}
