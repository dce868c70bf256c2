package speech

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"motcua/tui/device"
	"motcua/tui/text"
)

// clipPlayer plays recorded sentences. A sentence without a recording is not spoken.
type clipPlayer struct {
	folder string
	out    output
}

var (
	clipKinds = []string{".wav", ".ogg", ".flac"}
	clipKey   = regexp.MustCompile(`^[a-z0-9-]+$`)
)

// clipMost is the largest clip, in bytes, whose volume can be changed here: four minutes in
// CD quality.
const clipMost = 40 << 20

// file returns the file of a clip's key, "" when there is none.
func (p *clipPlayer) file(l text.Lang, key string) string {
	if !clipKey.MatchString(key) {
		return ""
	}
	for _, kind := range clipKinds {
		name := filepath.Join(p.folder, string(l), key+kind)
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			return name
		}
	}
	return ""
}

func (*clipPlayer) keeps() bool { return false }

// say plays the clips of an utterance one after another.
func (p *clipPlayer) say(ctx context.Context, u device.Utterance, how manner) error {
	for _, piece := range pieces(u) {
		if name := p.file(u.Lang, piece.Key); name != "" {
			if err := p.play(ctx, name, how); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *clipPlayer) play(ctx context.Context, name string, how manner) error {
	argv, scale := p.out.command(name, how)
	if argv == nil {
		return fmt.Errorf("%w for %s", ErrNoPlayer, filepath.Ext(name))
	}
	in := ""
	if scale {
		b, err := readAtMost(name, clipMost)
		if err != nil {
			return err
		}
		in = string(louder(b, how.volume))
	}
	return run(ctx, in, how.environment(), argv)
}

func (p *clipPlayer) check(context.Context) error {
	for _, l := range []text.Lang{text.VI, text.EN} {
		found := ""
		for _, c := range text.For(l).Clips() {
			if found = p.file(l, c.Key); found != "" {
				break
			}
		}
		if found == "" {
			return fmt.Errorf("%w in %s", ErrNoClip, filepath.Join(p.folder, string(l)))
		}
		if argv, _ := p.out.command(found, manner{}); argv == nil || !onPath(argv[0]) {
			return fmt.Errorf("%w for %s", ErrNoPlayer, filepath.Ext(found))
		}
	}
	return nil
}

// pieces returns the parts of an utterance, or the utterance itself when it has none.
func pieces(u device.Utterance) []device.Utterance {
	if len(u.Pieces) > 0 {
		return u.Pieces
	}
	return []device.Utterance{u}
}

// chain plays clips and uses a voice for the parts without one.
type chain struct {
	clips *clipPlayer
	voice engine
}

func (c *chain) keeps() bool { return c.voice.keeps() }

func (c *chain) check(ctx context.Context) error {
	return errors.Join(c.clips.check(ctx), c.voice.check(ctx))
}

// say collects the parts between two clips, so that the voice speaks them without a pause.
func (c *chain) say(ctx context.Context, u device.Utterance, how manner) error {
	words := device.Utterance{Lang: u.Lang, Private: u.Private}
	flush := func() error {
		if words.Text == "" {
			return nil
		}
		said := words
		words.Text = ""
		return c.voice.say(ctx, said, how)
	}
	for _, piece := range pieces(u) {
		name := c.clips.file(u.Lang, piece.Key)
		if name == "" {
			words.Text += piece.Text + " "
			continue
		}
		if err := flush(); err != nil {
			return err
		}
		if err := c.clips.play(ctx, name, how); err != nil {
			return err
		}
	}
	return flush()
}
