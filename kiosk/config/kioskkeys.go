package config

import (
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/kiosk/pin"
)

// What the keys of a kiosk take, in words.
var (
	wantTyping  = pair{`"off", "telex" hoặc "vni"`, `"off", "telex" or "vni"`}
	wantTones   = pair{`"old" (hòa) hoặc "new" (hoà)`, `"old" (hòa) or "new" (hoà)`}
	wantSpeech  = pair{`"off", "auto", "espeak-ng", "speech-dispatcher" hoặc "clips"`, `"off", "auto", "espeak-ng", "speech-dispatcher" or "clips"`}
	wantPIN     = pair{`dòng mà lệnh motcua kiosk pin in ra`, `the line that motcua kiosk pin prints`}
	wantDevice  = pair{`tên thiết bị viết từ gốc, như "/dev/ttyACM0" hoặc "/dev/input/by-id/…-event-kbd"`, `the name of a device from the root on, such as "/dev/ttyACM0" or "/dev/input/by-id/…-event-kbd"`}
	wantPrinter = pair{`"/dev/usb/lp0", "tcp://192.0.2.7" hoặc "cups://tên-máy-in"`, `"/dev/usb/lp0", "tcp://192.0.2.7" or "cups://queue-name"`}
	wantClips   = pair{`thư mục của các đoạn thu sẵn, viết từ gốc; cần có khi speech = "clips"`, `the folder of the recorded clips, from the root on; needed for speech = "clips"`}
	wantVoice   = pair{`tên giọng như "vi": chữ không dấu, số, "-", "+", "_"`, `the name of a voice such as "vi": ASCII letters, digits, "-", "+", "_"`}
	wantLine    = pair{"một dòng, không quá 200 chữ", "one line of at most 200 letters"}
)

// lineMost is more than any screen of a kiosk shows in a line.
const lineMost = 200

// kioskWaits: shorter is for tests, doctor calls it too short for people.
var kioskWaits = span{time.Second, 10 * time.Minute}

var (
	kioskDurations = []durationKey{
		{"kiosk.idle", kioskWaits, func(c *Config) *Duration { return &c.Kiosk.Idle }},
		{"kiosk.countdown", kioskWaits, func(c *Config) *Duration { return &c.Kiosk.Countdown }},
	}
	kioskNumbers = []numberKey{
		{"kiosk.scanner_baud", count{1200, 921_600}, func(c *Config) *int { return &c.Kiosk.ScannerBaud }},
		// 58 mm paper has 384 dots, 80 mm paper 512 to 640.
		{"kiosk.printer_dots", count{256, 832}, func(c *Config) *int { return &c.Kiosk.PrinterDots }},
		{"kiosk.speech_rate", count{80, 400}, func(c *Config) *int { return &c.Kiosk.SpeechRate }},
		{"kiosk.speech_volume", count{1, 10}, func(c *Config) *int { return &c.Kiosk.SpeechVolume }},
	}
	voiceName = regexp.MustCompile(`^[A-Za-z0-9_+-]{0,40}$`)
	// printerAt is checked for its form alone: the printer's own room reads it.
	printerAt = regexp.MustCompile(`^(tcp://[A-Za-z0-9.\[\]:_-]+|cups://[A-Za-z0-9_.-]{1,127})$`)
)

// kioskKeys are the keys of [kiosk], in the order of the file.
func kioskKeys() []key {
	hash := single("kiosk.pin_hash", wantPIN, "", nil)
	hash.get = func(c *Config) string { return c.Kiosk.PINHash.String() }
	hash.set = func(c *Config, v string) { c.Kiosk.PINHash = SecretOf(v) }
	all := []key{
		single("kiosk.hours_en", wantLine, "", func(c *Config) *string { return &c.Kiosk.HoursEN }),
		single("kiosk.queue_vi", wantLine, "", func(c *Config) *string { return &c.Kiosk.QueueVI }),
		single("kiosk.queue_en", wantLine, "", func(c *Config) *string { return &c.Kiosk.QueueEN }),
		single("kiosk.news_vi", wantLine, "", func(c *Config) *string { return &c.Kiosk.NewsVI }),
		single("kiosk.news_en", wantLine, "", func(c *Config) *string { return &c.Kiosk.NewsEN }),
	}
	for _, d := range kioskDurations {
		all = append(all, d.key())
	}
	all = append(all,
		hash,
		single("kiosk.typing", wantTyping, "", func(c *Config) *string { return (*string)(&c.Kiosk.Typing) }),
		single("kiosk.tones", wantTones, "", func(c *Config) *string { return (*string)(&c.Kiosk.Tones) }),
		single("kiosk.scanner", wantDevice, "scanner", func(c *Config) *string { return &c.Kiosk.Scanner }),
		kioskNumbers[0].key(),
		single("kiosk.printer", wantPrinter, "printer", func(c *Config) *string { return &c.Kiosk.Printer }),
		kioskNumbers[1].key(),
		single("kiosk.speech", wantSpeech, "", func(c *Config) *string { return (*string)(&c.Kiosk.Speech) }),
		single("kiosk.speech_clips", wantClips, "", func(c *Config) *string { return &c.Kiosk.SpeechClips }),
		single("kiosk.speech_player", wantText, "", func(c *Config) *string { return &c.Kiosk.SpeechPlayer }),
		single("kiosk.speech_voice_vi", wantVoice, "", func(c *Config) *string { return &c.Kiosk.SpeechVoiceVI }),
		single("kiosk.speech_voice_en", wantVoice, "", func(c *Config) *string { return &c.Kiosk.SpeechVoiceEN }),
		kioskNumbers[2].key(), kioskNumbers[3].key(),
		single("kiosk.speech_device", wantText, "", func(c *Config) *string { return &c.Kiosk.SpeechDevice }),
		single("kiosk.speech_headphones", wantText, "", func(c *Config) *string { return &c.Kiosk.SpeechHeadphones }),
		key{path: "kiosk.ssh_users", want: wantNames, list: func(c Config) []string { return c.Kiosk.SSHUsers }},
		key{path: "kiosk.ssh_from", want: wantPrefixes, list: func(c Config) []string { return c.Kiosk.SSHFrom }},
	)
	return all
}

// kiosk checks [kiosk].
func (c *checker) kiosk() {
	k := &c.cfg.Kiosk
	for path, s := range map[string]*string{
		"kiosk.hours_en": &k.HoursEN, "kiosk.queue_vi": &k.QueueVI, "kiosk.queue_en": &k.QueueEN,
		"kiosk.news_vi": &k.NewsVI, "kiosk.news_en": &k.NewsEN,
	} {
		if *s = clean.Line(*s); len([]rune(*s)) > lineMost {
			c.problem(path, string([]rune(*s)[:40])+"…", whatBadValue, wantLine, "")
		}
	}
	for _, s := range []*string{&k.Scanner, &k.Printer, &k.SpeechClips, &k.SpeechPlayer, &k.SpeechVoiceVI, &k.SpeechVoiceEN, &k.SpeechDevice, &k.SpeechHeadphones} {
		*s = clean.Line(*s)
	}
	for _, d := range kioskDurations {
		c.duration(d.path, *d.of(c.cfg), d.span)
	}
	for _, n := range kioskNumbers {
		c.number(n.path, *n.of(c.cfg), n.count)
	}
	if h := k.PINHash.Reveal(); h != "" && pin.Valid(h) != nil {
		c.problem("kiosk.pin_hash", "", whatBadSecret, wantPIN, "")
	}
	c.oneOf("kiosk.typing", string(k.Typing), []string{string(TypingOff), string(TypingTelex), string(TypingVNI)}, wantTyping)
	c.oneOf("kiosk.tones", string(k.Tones), []string{string(TonesOld), string(TonesNew)}, wantTones)
	c.oneOf("kiosk.speech", string(k.Speech), []string{string(SpeechOff), string(SpeechAuto), string(SpeechEspeak), string(SpeechDispatcher), string(SpeechClips)}, wantSpeech)
	if k.Scanner != "" && !devicePath(k.Scanner) {
		c.problem("kiosk.scanner", k.Scanner, whatBadValue, wantDevice, "")
	}
	if k.Printer != "" && !devicePath(k.Printer) && !printerAt.MatchString(k.Printer) {
		c.problem("kiosk.printer", k.Printer, whatBadValue, wantPrinter, "")
	}
	if k.SpeechClips != "" && !filepath.IsAbs(k.SpeechClips) || k.Speech == SpeechClips && k.SpeechClips == "" {
		c.problem("kiosk.speech_clips", k.SpeechClips, whatBadValue, wantClips, "")
	}
	for path, v := range map[string]string{"kiosk.speech_voice_vi": k.SpeechVoiceVI, "kiosk.speech_voice_en": k.SpeechVoiceEN} {
		if !voiceName.MatchString(v) {
			c.problem(path, v, whatBadValue, wantVoice, "")
		}
	}
	c.names("kiosk.ssh_users", k.SSHUsers)
	c.prefixes("kiosk.ssh_from", k.SSHFrom)
}

// devicePath accepts a device of Unix, and COM3 or a share of Windows.
func devicePath(name string) bool {
	return filepath.IsAbs(name) || strings.HasPrefix(name, "/") || windowsDevice.MatchString(name)
}

var windowsDevice = regexp.MustCompile(`^(?i:COM[0-9]{1,3}|LPT[0-9]|\\\\.+)$`)
