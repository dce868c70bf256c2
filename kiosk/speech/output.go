package speech

import (
	"path/filepath"
	"strconv"
	"strings"
)

// output plays sound files on a device.
type output struct {
	player []string // the operator's own, with its placeholders
}

// same is the name of the headphones' device where they share the loudspeaker's.
const same = "default"

// isALSA tells an ALSA device from a sink of PulseAudio or PipeWire, by the
// names that aplay -L gives.
func isALSA(device string) bool {
	kind, _, ok := strings.Cut(device, ":")
	switch kind {
	case "hw", "plughw", "sysdefault", "front", "dmix", "plug":
		return ok
	}
	return false
}

// environment names the device to a program that asks for none: libpulse takes
// PULSE_SINK, and ALSA's own alsa.conf takes a card.
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

// stream is the command that plays a WAV from its standard input, where the
// voice cannot play on that device by itself; else nil.
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

// command is the one that plays a file. When scale is true the player has no
// volume of its own: it is to get the file, made louder or quieter, as "-".
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

// fill puts file, device and volume into the operator's command.
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
