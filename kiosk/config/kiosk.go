package config

import (
	"slices"
	"time"

	"motcua/kiosk/config/key"
	"motcua/kiosk/pin"
	"motcua/kiosk/printer"
	"motcua/kiosk/scanner"
	"motcua/kiosk/speech"
	"motcua/tui/text"
)

// Kiosk is the screen of a lobby: what it says, how long it waits, and what
// hangs on it. Load has checked the values; whether a device is there has not
// been looked at.
type Kiosk struct {
	HoursEN        string // place.hours in English; empty: as it stands there
	QueueVI        string
	QueueEN        string
	NewsVI, NewsEN string

	Idle      time.Duration // untouched, then it asks
	Countdown time.Duration // then it forgets
	PINHash   key.Secret    // empty: no operator's page

	Typing Typing
	Tones  Tones

	Scanner scanner.Config
	Printer printer.Config
	Speech  speech.Config
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

// section are the keys of [kiosk], with those for thin clients.
func (k *Kiosk) section(clients []key.Key) key.Section {
	waits := key.Span{From: time.Second, To: 10 * time.Minute} // shorter is for tests, doctor calls it too short for people
	return key.Section{Name: "kiosk", Comment: key.Say(
		`motcua kiosk: màn hình ở sảnh, ai cũng dùng được và quên ngay từng người.`,
		`motcua kiosk: the screen of a lobby, for anyone, that forgets each person at once.`,
	), Keys: slices.Concat([]key.Key{
		key.Text("hours_en", &k.HoursEN, "", line).
			Says(`Màn hình chờ: giờ làm việc ở place.hours (đây là bản tiếng Anh), lời nhắn về xếp hàng, một dòng tin. Thiếu tiếng Anh thì hiện tiếng Việt.`,
				`The first screen: hours come from place.hours (this is the English form), a word on the queue, a line of news. Without English the Vietnamese stands.`),
		key.Text("queue_vi", &k.QueueVI, "", line),
		key.Text("queue_en", &k.QueueEN, "", line),
		key.Text("news_vi", &k.NewsVI, "", line),
		key.Text("news_en", &k.NewsEN, "", line),
		key.Duration("idle", &k.Idle, 75*time.Second, waits).
			Says(`Không ai chạm vào bấy lâu thì máy hỏi còn ai không; thêm bấy lâu nữa thì xoá hết. Nên 60 đến 90 giây, rồi 30 giây.`,
				`Untouched for so long it asks whether somebody is there; after so long again it forgets everything. 60 to 90 seconds, then 30, are good.`),
		key.Duration("countdown", &k.Countdown, 30*time.Second, waits),
		key.Hide("pin_hash", &k.PINHash, key.Say(`dòng mà lệnh motcua kiosk pin in ra`, `the line that motcua kiosk pin prints`),
			func(s string) bool { return pin.Valid(s) == nil }).
			Says(`Trang của cán bộ nằm sau một mã PIN: motcua kiosk pin in ra dòng này. Bỏ trống thì không có trang ấy. (MOTCUA_KIOSK_PIN_HASH)`,
				`The operator's page is behind a PIN: motcua kiosk pin prints this line. Empty: there is no such page.`),
		key.Choice("typing", &k.Typing, TypingTelex, TypingOff, TypingTelex, TypingVNI).
			Says(`Gõ tiếng Việt trong ô chữ: "off", "telex", "vni"; dấu kiểu "old" (hòa) hay "new" (hoà).`,
				`Typing Vietnamese in fields; tone marks in the old (hòa) or the new place (hoà).`),
		key.OneOf("tones", &k.Tones, TonesOld, key.Say(`"old" (hòa) hoặc "new" (hoà)`, `"old" (hòa) or "new" (hoà)`), TonesOld, TonesNew),
	}, k.Scanner.Keys(), k.Printer.Keys(), k.Speech.Keys(), clients)}
}

// line is a line of the first screen, longer than any kiosk shows.
var line = key.Form{
	Want: key.Say("một dòng, không quá 200 chữ", "one line of at most 200 letters"),
	Why: func(s string) *key.Wrong {
		letters := []rune(s)
		if len(letters) <= 200 {
			return nil
		}
		return &key.Wrong{Got: string(letters[:40]) + "…"}
	},
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
