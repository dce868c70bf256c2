package speech

import (
	"context"
	"fmt"
	"os/exec"
	"strconv"

	"motcua/tui/device"
	"motcua/tui/text"
)

// espeak speaks with the command espeak-ng (see espeak-ng(1)).
type espeak struct {
	voices map[text.Lang]string
	rate   int
	out    output
}

func newESpeak(c Config) *espeak {
	return &espeak{voices: c.Voices, rate: c.rate(), out: output{player: c.Player}}
}

func (c Config) rate() int {
	if c.Rate <= 0 {
		return usualRate
	}
	return c.Rate
}

func onPath(command string) bool {
	_, err := exec.LookPath(command)
	return err == nil
}

func (e *espeak) voice(l text.Lang) string {
	if v := e.voices[l]; v != "" {
		return v
	}
	return string(l)
}

func (*espeak) keeps() bool { return false }

// say passes the text to the command as markup, so that the Vietnamese voice speaks the
// Vietnamese names in an English sentence.
func (e *espeak) say(ctx context.Context, u device.Utterance, how manner) error {
	args := e.args(u.Lang, how.volume)
	in := markup(u.Lang, u.Text, e.voice)
	if player := e.out.stream(how); player != nil {
		return run(ctx, in, how.environment(), append([]string{ESpeak, "--stdout"}, args...), player)
	}
	return run(ctx, in, how.environment(), append([]string{ESpeak}, args...))
}

// args returns the command's arguments: -a is the volume, 0 to 200, where 100 is the
// default; -m reads markup, -b 1 is UTF-8.
func (e *espeak) args(l text.Lang, volume int) []string {
	return []string{"-v", e.voice(l), "-s", strconv.Itoa(e.rate), "-a", strconv.Itoa(volume * 20), "-b", "1", "-m", "--stdin"}
}

// check runs each voice with an empty text.
func (e *espeak) check(ctx context.Context) error {
	for _, l := range []text.Lang{text.VI, text.EN} {
		if err := run(ctx, ".", nil, append([]string{ESpeak, "-q"}, e.args(l, usualVolume)...)); err != nil {
			return fmt.Errorf("voice %s: %w", e.voice(l), err)
		}
	}
	return nil
}
