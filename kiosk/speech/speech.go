package speech

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"

	"motcua/kiosk/config/key"
	"motcua/tui"
	"motcua/tui/text"
)

// The engines that a Config may name.
const (
	Auto       = "auto" // the first that is there: espeak-ng, speech-dispatcher, clips
	ESpeak     = "espeak-ng"
	Dispatcher = "speech-dispatcher"
	Clips      = "clips"
	Off        = "off"
	None       = "none" // as Off
)

// Config is what a kiosk has for reading aloud.
type Config struct {
	Engine string // one of the engines; "" is Off
	// Clips is a folder of recorded sentences, LANG/KEY.wav, .ogg or .flac, such
	// as vi/home.wav; text.Spoken.Clips lists the keys. With another engine a
	// clip is played where there is one.
	Clips string
	// Player is the command that plays a sound file. In it {file} is the file
	// ("-" for WAV on standard input), {device} the sound device, {volume} 0 to
	// 100; a command without {file} gets it as its last argument. Empty: pw-play,
	// paplay or aplay, whichever is there.
	Player []string
	Voices map[text.Lang]string // the engine's name of a voice; empty: the language's own
	Rate   int                  // words a minute; 0 is 150
	Volume int                  // at which each person begins, 1 to 10; 0 is 6
	// Device is the sound device of the loudspeaker, "" for the system's own.
	Device string
	// HeadphoneDevice is that of the headphone socket: a PulseAudio or PipeWire
	// sink, an ALSA device ("plughw:1"), or "default" where plugging headphones in
	// silences the loudspeaker. Empty: there are no headphones, and nothing
	// private is ever said.
	HeadphoneDevice string
	// Socket is that of speech-dispatcher, "" for where systemd puts it.
	Socket string
	Log    *slog.Logger // nil: nothing is logged
}

// Keys are the voice's keys of [kiosk].
func (c *Config) Keys() []key.Key {
	clips := key.Form{Want: key.Say(`thư mục của các đoạn thu sẵn, viết từ gốc; cần có khi speech = "clips"`, `the folder of the recorded clips, from the root on; needed for speech = "clips"`), Fits: filepath.IsAbs}
	return []key.Key{
		key.Choice("speech", &c.Engine, Off, Off, Auto, ESpeak, Dispatcher, Clips).
			Says(`Đọc to: "off", "espeak-ng", "speech-dispatcher", "clips" là các đoạn thu sẵn trong speech_clips, "auto" là thứ nào có.`,
				`Reading aloud; "clips" plays what was recorded in the folder speech_clips, "auto" takes the first that is there.`),
		key.Text("speech_clips", &c.Clips, "", clips).Must(func() *key.Wrong {
			if c.Engine == Clips && c.Clips == "" {
				return &key.Wrong{What: key.WhatBadValue, Want: clips.Want}
			}
			return nil
		}),
		key.Bind("speech_player", func() string { return strings.Join(c.Player, " ") }, func(s string) { c.Player = strings.Fields(s) }, "", key.Any.Kind()).
			Says(`Lệnh phát tiếng; bỏ trống thì máy tự tìm.`, `The command that plays sound; empty: one that is found.`),
		c.voice("speech_voice_vi", text.VI).
			Says(`Giọng của từng thứ tiếng; bỏ trống là giọng mặc định.`, `The voice of each language; empty: the engine's own.`),
		c.voice("speech_voice_en", text.EN),
		key.Int("speech_rate", &c.Rate, usualRate, 80, 400).
			Says(`Số từ một phút; âm lượng 1 đến 10 khi người mới tới.`, `Words a minute; the volume at which each person begins.`),
		key.Int("speech_volume", &c.Volume, usualVolume, 1, loudest),
		key.Text("speech_device", &c.Device, "", key.Any).
			Says(`Thiết bị âm thanh của loa; bỏ trống là của máy.`, `The sound device of the loudspeaker; empty: the machine's own.`),
		key.Text("speech_headphones", &c.HeadphoneDevice, "", key.Any).
			Says(`Thiết bị âm thanh của ổ tai nghe; có nó thì mới đọc điều riêng tư, khi người dân chọn tai nghe.

"default": cắm tai nghe thì loa tự tắt.`,
				`The sound device of the headphone socket; private things are read aloud there alone, when the person chose it.

"default": plugging headphones in silences the loudspeaker.`),
	}
}

// voice is the key of a language's voice.
func (c *Config) voice(name string, l text.Lang) key.Key {
	form := key.Form{
		Want: key.Say(`tên giọng như "vi": chữ không dấu, số, "-", "+", "_"`, `the name of a voice such as "vi": ASCII letters, digits, "-", "+", "_"`),
		Fits: voiceName.MatchString,
	}
	return key.Bind(name, func() string { return c.Voices[l] }, func(s string) {
		if c.Voices == nil {
			c.Voices = map[text.Lang]string{}
		}
		c.Voices[l] = s
	}, "", form.Kind())
}

var voiceName = regexp.MustCompile(`^[A-Za-z0-9_+-]{0,40}$`)

// Speaks tells whether the screen is read aloud.
func (c Config) Speaks() bool { return c.Engine != "" && c.Engine != Off && c.Engine != None }

const (
	usualRate   = 150
	usualVolume = 6
	loudest     = 10
	// leastGap is between two beginnings: a key that is held down must not start
	// thirty voices a second.
	leastGap = 250 * time.Millisecond
)

// engine makes sounds of an utterance and returns when they are over, or soon
// after ctx ends.
type engine interface {
	say(ctx context.Context, u tui.Utterance, how manner) error
	check(ctx context.Context) error
	// keeps tells that the engine remembers what it was given, so that nothing
	// private may be given to it.
	keeps() bool
}

// manner is how something is said.
type manner struct {
	volume int // 0 to 10
	device string
}

// New makes the speaker of a kiosk; nil when the config wants none. It does not
// try the engine: that is Check. A goroutine serves it until Close.
func New(c Config) (tui.Speaker, error) {
	e, err := c.engine()
	if e == nil || err != nil {
		return nil, err
	}
	return start(c, e), nil
}

// Check tries the engine without a sound: whether it is there, has the two
// languages and, for clips, some clips and a player.
func Check(ctx context.Context, c Config) error {
	e, err := c.engine()
	if e == nil || err != nil {
		return err
	}
	return e.check(ctx)
}

// What keeps a kiosk from reading aloud. A program that is not installed is
// exec.ErrNotFound.
var (
	// ErrNoEngine is that of a config that leaves the choice, on a machine that
	// has nothing to choose from.
	ErrNoEngine = errors.New("neither espeak-ng nor speech-dispatcher nor recorded clips are there")
	ErrNoAnswer = errors.New("speech-dispatcher does not answer")
	ErrNoClip   = errors.New("no clip") // of a language
	ErrNoPlayer = errors.New("no player")
)

func (c Config) engine() (engine, error) {
	var clips *clipPlayer
	if c.Clips != "" {
		clips = &clipPlayer{folder: c.Clips, out: output{player: c.Player}}
	}
	var voice engine
	switch c.Engine {
	case "", Off, None:
		return nil, nil
	case ESpeak:
		voice = newESpeak(c)
	case Dispatcher:
		voice = newDispatcher(c)
	case Clips:
		if clips == nil {
			return nil, errors.New("clips need a folder")
		}
		return clips, nil
	case Auto:
		switch {
		case onPath(ESpeak):
			voice = newESpeak(c)
		case newDispatcher(c).there():
			voice = newDispatcher(c)
		case clips != nil:
			return clips, nil
		default:
			return nil, ErrNoEngine
		}
	default:
		return nil, fmt.Errorf("no such engine: %q", c.Engine)
	}
	if clips != nil {
		return &chain{clips, voice}, nil
	}
	return voice, nil
}

// Speaker says one thing at a time, the newest. None of its calls waits.
type Speaker struct {
	engine engine
	config Config
	wake   chan struct{}
	ended  chan struct{}
	end    context.CancelFunc

	mu         sync.Mutex
	next       *tui.Utterance // waits to be said
	cancel     context.CancelFunc
	volume     int
	headphones bool
	broken     bool // until the next person
	told       bool // that it is broken
}

func start(c Config, e engine) *Speaker {
	if c.Volume <= 0 {
		c.Volume = usualVolume
	}
	c.Volume = min(c.Volume, loudest)
	ctx, end := context.WithCancel(context.Background())
	s := &Speaker{
		engine: e, config: c, volume: c.Volume,
		wake: make(chan struct{}, 1), ended: make(chan struct{}), end: end,
	}
	go s.serve(ctx)
	return s
}

// HasHeadphones tells whether private things can be said here at all.
func (s *Speaker) HasHeadphones() bool {
	return s.config.HeadphoneDevice != "" && !s.engine.keeps()
}

// Say stops what is being said and says this. What is private is dropped unless
// the person wears headphones.
func (s *Speaker) Say(u tui.Utterance) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stop()
	if s.broken || u.Private && !(s.headphones && s.HasHeadphones()) {
		return
	}
	s.next = &u
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// Stop falls silent.
func (s *Speaker) Stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stop()
}

func (s *Speaker) stop() {
	s.next = nil
	if s.cancel != nil {
		s.cancel()
	}
}

// Louder changes the volume of what is said from now on, and gives it, 0 to 10.
func (s *Speaker) Louder(steps int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.volume = min(max(s.volume+steps, 0), loudest)
	return s.volume
}

// Headphones tells whether the person wears them.
func (s *Speaker) Headphones(on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.headphones = on
}

// Reset is for the next person: silence, the usual volume, the loudspeaker. An
// engine that failed gets another chance.
func (s *Speaker) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stop()
	s.volume, s.headphones, s.broken = s.config.Volume, false, false
}

// Close falls silent for good and waits until nothing runs any more.
func (s *Speaker) Close() error {
	s.Stop()
	s.end()
	<-s.ended
	return nil
}

// serve says what waits, one after another.
func (s *Speaker) serve(ctx context.Context) {
	defer close(s.ended)
	gap := time.NewTimer(0)
	defer gap.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		select { // since the beginning before
		case <-ctx.Done():
			return
		case <-gap.C:
		}
		gap.Reset(leastGap)
		s.utter(ctx)
	}
}

// utter says the newest thing, if it is still wanted.
func (s *Speaker) utter(ctx context.Context) {
	s.mu.Lock()
	u := s.next
	s.next = nil
	if u == nil {
		s.mu.Unlock()
		return
	}
	ctx, s.cancel = context.WithCancel(ctx)
	how := manner{volume: s.volume, device: s.config.Device}
	if s.headphones {
		how.device = s.config.HeadphoneDevice
	}
	s.mu.Unlock()

	err := s.engine.say(ctx, *u, how)

	s.mu.Lock()
	defer s.mu.Unlock()
	interrupted := ctx.Err() != nil
	s.cancel()
	s.cancel = nil
	if err == nil || interrupted {
		return
	}
	s.broken = true
	if !s.told && s.config.Log != nil {
		s.told = true
		s.config.Log.Warn("the voice fails, the kiosk goes on without it", "engine", s.config.Engine, "err", err)
	}
}
