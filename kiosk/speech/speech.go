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
	"motcua/tui/device"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// The engines that a Config may name.
const (
	Auto       = "auto" // the first that is available: espeak-ng, speech-dispatcher, clips
	ESpeak     = "espeak-ng"
	Dispatcher = "speech-dispatcher"
	Clips      = "clips"
	Off        = "off"
	None       = "none" // the same as Off
)

// Config says how a kiosk reads aloud.
type Config struct {
	Engine string // one of the engines; "" is Off
	// Clips is the folder of recorded sentences, LANG/KEY.wav, .ogg or .flac, for example
	// vi/home.wav; text.Texts.Clips lists the keys. With any engine, a sentence that has a
	// clip is played from it.
	Clips string
	// Player is the command that plays a sound file. In it {file} stands for the file ("-"
	// for WAV on standard input), {device} for the sound device and {volume} for 0 to 100;
	// without {file} the file becomes the last argument. Empty means pw-play, paplay or
	// aplay, the first that is installed.
	Player []string
	Voices map[text.Lang]string // the engine's name of the voice; empty: the language's default
	Rate   int                  // words a minute; 0 is 150
	Volume int                  // with which each person begins, 1 to 10; 0 is 6
	// Device is the sound device of the loudspeaker, "" for the system's default.
	Device string
	// HeadphoneDevice is the sound device of the headphone socket: a PulseAudio or PipeWire
	// sink, an ALSA device ("plughw:1"), or "default" where plugging in headphones silences
	// the loudspeaker. Empty means that there are no headphones, and then nothing private
	// is ever spoken.
	HeadphoneDevice string
	// Socket is the path of speech-dispatcher's socket, "" for systemd's default.
	Socket string
	Log    *slog.Logger // nil: nothing is logged
}

// Keys returns the configuration keys of the voice, in [kiosk].
func (c *Config) Keys() []key.Key {
	clips := key.Form{Want: text.Say(`thư mục của các đoạn thu sẵn, viết từ gốc; cần có khi speech = "clips"`, `the absolute path of the folder with the recorded clips; needed for speech = "clips"`), Fits: filepath.IsAbs}
	return []key.Key{
		key.Choice("speech", &c.Engine, Off, Off, Auto, ESpeak, Dispatcher, Clips).
			Says(`Đọc to: "off", "espeak-ng", "speech-dispatcher", "clips" là các đoạn thu sẵn trong speech_clips, "auto" là thứ nào có.`,
				`Reading aloud; "clips" plays the recordings in the folder speech_clips, "auto" uses the first engine that is installed.`),
		key.Text("speech_clips", &c.Clips, "", clips).Must(func() *key.Wrong {
			if c.Engine == Clips && c.Clips == "" {
				return &key.Wrong{What: operator.KeyBadValue, Want: clips.Want}
			}
			return nil
		}),
		key.Bind("speech_player", func() string { return strings.Join(c.Player, " ") }, func(s string) { c.Player = strings.Fields(s) }, "", key.Any.Kind()).
			Says(`Lệnh phát tiếng; bỏ trống thì máy tự tìm.`, `The command that plays sound; empty: the first known one that is installed.`),
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

// voice returns the key for a language's voice.
func (c *Config) voice(name string, l text.Lang) key.Key {
	form := key.Form{
		Want: text.Say(`tên giọng như "vi": chữ không dấu, số, "-", "+", "_"`, `the name of a voice such as "vi": ASCII letters, digits, "-", "+", "_"`),
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

// Speaks reports whether the screen is read aloud.
func (c Config) Speaks() bool { return c.Engine != "" && c.Engine != Off && c.Engine != None }

const (
	usualRate   = 150
	usualVolume = 6
	loudest     = 10
	// leastGap is the shortest time between two starts of the engine: a key that is held
	// down must not start thirty voices a second.
	leastGap = 250 * time.Millisecond
)

// engine speaks an utterance and returns when it is done, or soon after ctx ends.
type engine interface {
	say(ctx context.Context, u device.Utterance, how manner) error
	check(ctx context.Context) error
	// keeps reports whether the engine stores the texts it receives, so that it must not
	// receive private ones.
	keeps() bool
}

// manner says at which volume and on which device to speak.
type manner struct {
	volume int // 0 to 10
	device string
}

// New returns the speaker of a kiosk, or nil when the config wants none. It does not try
// the engine; Check does. A goroutine serves the speaker until Close.
func New(c Config) (device.Speaker, error) {
	e, err := c.engine()
	if e == nil || err != nil {
		return nil, err
	}
	return start(c, e), nil
}

// Check tries the engine without a sound: whether it is installed, has both languages and,
// for clips, some clips and a player.
func Check(ctx context.Context, c Config) error {
	e, err := c.engine()
	if e == nil || err != nil {
		return err
	}
	return e.check(ctx)
}

// Reasons why a kiosk cannot read aloud. For a program that is not installed the error is
// exec.ErrNotFound.
var (
	// ErrNoEngine means that the config leaves the choice of engine to the program and the
	// machine has none.
	ErrNoEngine = errors.New("neither espeak-ng nor speech-dispatcher nor recorded clips were found")
	ErrNoAnswer = errors.New("speech-dispatcher does not answer")
	ErrNoClip   = errors.New("no clip") // for one of the languages
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

// Speaker speaks one utterance at a time, the newest. None of its methods but Close blocks.
type Speaker struct {
	engine engine
	config Config
	wake   chan struct{}
	ended  chan struct{}
	end    context.CancelFunc

	mu         sync.Mutex
	next       *device.Utterance // waits to be spoken
	cancel     context.CancelFunc
	volume     int
	headphones bool
	broken     bool // until the next person
	told       bool // the failure was logged
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

// HasHeadphones reports whether private text can be spoken at all.
func (s *Speaker) HasHeadphones() bool {
	return s.config.HeadphoneDevice != "" && !s.engine.keeps()
}

// Say stops the current utterance and speaks this one. A private utterance is dropped
// unless the person wears headphones.
func (s *Speaker) Say(u device.Utterance) {
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

// Stop silences the speaker.
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

// Louder changes the volume of the following utterances by that many steps and returns the
// new volume, 0 to 10.
func (s *Speaker) Louder(steps int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.volume = min(max(s.volume+steps, 0), loudest)
	return s.volume
}

// Headphones sets whether the person wears headphones.
func (s *Speaker) Headphones(on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.headphones = on
}

// Reset prepares for the next person: silence, the usual volume, the loudspeaker. An engine
// that failed is tried again.
func (s *Speaker) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stop()
	s.volume, s.headphones, s.broken = s.config.Volume, false, false
}

// Close silences the speaker for good and waits until nothing runs any more.
func (s *Speaker) Close() error {
	s.Stop()
	s.end()
	<-s.ended
	return nil
}

// serve speaks the waiting utterances, one after another.
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
		select { // since the start of the previous one
		case <-ctx.Done():
			return
		case <-gap.C:
		}
		gap.Reset(leastGap)
		s.utter(ctx)
	}
}

// utter speaks the newest utterance if it is still wanted.
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
		s.config.Log.Warn("the voice failed, the kiosk goes on without it", "engine", s.config.Engine, "err", err)
	}
}
