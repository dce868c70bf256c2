package config

import (
	"time"

	"motcua/tui/text"
)

// Kiosk is the screen of a lobby: what it says, how long it waits, and what
// hangs on it. Load has checked the values; whether a device is there has not
// been looked at.
type Kiosk struct {
	HoursEN string `toml:"hours_en" json:"hours_en"` // place.hours in English; empty: as it stands there
	QueueVI string `toml:"queue_vi" json:"queue_vi"`
	QueueEN string `toml:"queue_en" json:"queue_en"`
	NewsVI  string `toml:"news_vi" json:"news_vi"`
	NewsEN  string `toml:"news_en" json:"news_en"`

	Idle      Duration `toml:"idle" json:"idle"`           // untouched, then it asks
	Countdown Duration `toml:"countdown" json:"countdown"` // then it forgets
	PINHash   Secret   `toml:"pin_hash" json:"pin_hash"`   // empty: no operator's page

	Typing Typing `toml:"typing" json:"typing"`
	Tones  Tones  `toml:"tones" json:"tones"`

	Scanner     string `toml:"scanner" json:"scanner"` // its device; empty: it types, or there is none
	ScannerBaud int    `toml:"scanner_baud" json:"scanner_baud"`
	Printer     string `toml:"printer" json:"printer"` // empty: none
	PrinterDots int    `toml:"printer_dots" json:"printer_dots"`

	Speech           Speech `toml:"speech" json:"speech"`
	SpeechClips      string `toml:"speech_clips" json:"speech_clips"`
	SpeechPlayer     string `toml:"speech_player" json:"speech_player"`
	SpeechVoiceVI    string `toml:"speech_voice_vi" json:"speech_voice_vi"`
	SpeechVoiceEN    string `toml:"speech_voice_en" json:"speech_voice_en"`
	SpeechRate       int    `toml:"speech_rate" json:"speech_rate"`     // words a minute
	SpeechVolume     int    `toml:"speech_volume" json:"speech_volume"` // 1 to 10
	SpeechDevice     string `toml:"speech_device" json:"speech_device"`
	SpeechHeadphones string `toml:"speech_headphones" json:"speech_headphones"`

	SSHUsers []string `toml:"ssh_users" json:"ssh_users"`
	SSHFrom  []string `toml:"ssh_from" json:"ssh_from"`
}

// Typing is how Vietnamese is typed in the fields of a kiosk.
type Typing string

// The input methods.
const (
	TypingOff   Typing = "off"
	TypingTelex Typing = "telex"
	TypingVNI   Typing = "vni"
)

// Tones is where the tone mark of two vowels stands: hòa or hoà.
type Tones string

// The places.
const (
	TonesOld Tones = "old"
	TonesNew Tones = "new"
)

// Speech is what reads the screen aloud.
type Speech string

// The engines.
const (
	SpeechOff        Speech = "off"
	SpeechAuto       Speech = "auto" // the first that is there
	SpeechEspeak     Speech = "espeak-ng"
	SpeechDispatcher Speech = "speech-dispatcher"
	SpeechClips      Speech = "clips" // recorded, by message key
)

func defaultKiosk() Kiosk {
	return Kiosk{
		Idle: DurationOf(75 * time.Second), Countdown: DurationOf(30 * time.Second),
		Typing: TypingTelex, Tones: TonesOld,
		ScannerBaud: 9600, PrinterDots: 576,
		Speech: SpeechOff, SpeechRate: 150, SpeechVolume: 6,
		SSHUsers: []string{}, SSHFrom: []string{},
	}
}

// Hours are the opening hours in a language.
func (c Config) Hours(l text.Lang) string { return inLang(l, c.Place.Hours, c.Kiosk.HoursEN) }

// Queue is what is said of the queue.
func (c Config) Queue(l text.Lang) string { return inLang(l, c.Kiosk.QueueVI, c.Kiosk.QueueEN) }

// News is the line of news.
func (c Config) News(l text.Lang) string { return inLang(l, c.Kiosk.NewsVI, c.Kiosk.NewsEN) }

// inLang falls back to Vietnamese: an office that wrote one line meant all to
// read it.
func inLang(l text.Lang, vi, en string) string {
	if l == text.EN && en != "" {
		return en
	}
	return vi
}
