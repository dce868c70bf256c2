package config

import (
	"path/filepath"
	"slices"
	"time"

	"motcua/kiosk/config/key"
	"motcua/kiosk/pin"
	"motcua/kiosk/printer"
	"motcua/kiosk/scanner"
	"motcua/kiosk/speech"
	"motcua/tui/text"
)

// Kiosk configures the screen of a lobby: its texts, its time limits and its devices. Load
// has checked the values, but not whether a device is there.
type Kiosk struct {
	HoursEN        string // place.hours in English; empty: the Vietnamese text is shown
	QueueVI        string
	QueueEN        string
	NewsVI, NewsEN string
	Quality        bool // the first page says how good the service is

	Report string // a file of Prometheus' textfile format about the machine; empty: none

	Idle      time.Duration // time without input after which it asks whether somebody is there
	Countdown time.Duration // time after that until it forgets everything
	PINHash   key.Secret    // empty: there is no operator's page

	Typing Typing
	Tones  Tones

	// Letters is the program that sets the size of the terminal's letters; empty: there is none.
	Letters string

	Scanner scanner.Config
	Printer printer.Config
	Speech  speech.Config
}

// Typing is the input method for Vietnamese in the fields of a kiosk.
type Typing string

// The input methods.
const (
	TypingOff   Typing = "off"
	TypingTelex Typing = "telex"
	TypingVNI   Typing = "vni"
)

// Tones says where the tone mark of two vowels is placed: hòa or hoà.
type Tones string

// The two styles.
const (
	TonesOld Tones = "old"
	TonesNew Tones = "new"
)

// section returns the keys of [kiosk], with those for thin clients.
func (k *Kiosk) section(clients []key.Key) key.Section {
	waits := key.Span{From: time.Second, To: 10 * time.Minute} // the shortest are for tests; the doctor warns about times too short for people
	return key.Section{Name: "kiosk", Comment: text.Say(
		`motcua kiosk: màn hình ở sảnh, ai cũng dùng được và quên ngay từng người.`,
		`motcua kiosk: the screen of a lobby, for anyone, that forgets each person at once.`,
	), Keys: slices.Concat([]key.Key{
		key.Text("hours_en", &k.HoursEN, "", line).
			Says(`Màn hình chờ: giờ làm việc ở place.hours (đây là bản tiếng Anh), lời nhắn về xếp hàng, một dòng tin. Thiếu tiếng Anh thì hiện tiếng Việt.`,
				`The first screen: hours come from place.hours (this is the English form), a sentence about the queue, a line of news. Without English the Vietnamese is shown.`),
		key.Text("queue_vi", &k.QueueVI, "", line),
		key.Text("queue_en", &k.QueueEN, "", line),
		key.Text("news_vi", &k.NewsVI, "", line),
		key.Text("news_en", &k.NewsEN, "", line),
		key.Switch("quality", &k.Quality, false).
			Says(`Màn hình chờ có thêm một dòng: điểm chất lượng phục vụ của tỉnh ở place.province, theo Cổng Dịch vụ công quốc gia.`,
				`The first screen also says how the National Public Service Portal rates the service of the province in place.province.`),
		key.Duration("idle", &k.Idle, 75*time.Second, waits).
			Says(`Không ai chạm vào bấy lâu thì máy hỏi còn ai không; thêm bấy lâu nữa thì xóa hết. Nên 60 đến 90 giây, rồi 30 giây.`,
				`After so long without input it asks whether somebody is there; after so long again it forgets everything. 60 to 90 seconds, then 30, are good.`),
		key.Duration("countdown", &k.Countdown, 30*time.Second, waits),
		key.Hide("pin_hash", &k.PINHash, text.Say(`dòng mà lệnh motcua kiosk pin in ra`, `the line that motcua kiosk pin prints`),
			func(s string) bool { return pin.Valid(s) == nil }).
			Says(`Trang của cán bộ nằm sau một mã PIN: motcua kiosk pin in ra dòng này. Bỏ trống thì không có trang ấy. (MOTCUA_KIOSK_PIN_HASH)`,
				`A PIN protects the operator's page: motcua kiosk pin prints this line. Empty: there is no such page.`),
		key.Choice("typing", &k.Typing, TypingTelex, TypingOff, TypingTelex, TypingVNI).
			Says(`Gõ tiếng Việt trong ô chữ: "off", "telex", "vni"; dấu kiểu "old" (hòa) hay "new" (hoà).`,
				`Typing Vietnamese in fields; tone marks in the old (hòa) or the new place (hoà).`),
		key.OneOf("tones", &k.Tones, TonesOld, text.Say(`"old" (hòa) hoặc "new" (hoà)`, `"old" (hòa) or "new" (hoà)`), TonesOld, TonesNew),
		key.Text("report", &k.Report, "", key.Form{Want: text.Say(`đường dẫn đầy đủ của một tệp .prom, ví dụ "/var/lib/motcua-kiosk-report/motcua.prom"`, `the absolute path of a .prom file such as "/var/lib/motcua-kiosk-report/motcua.prom"`), Fits: isReport}).
			Says(`Tệp báo máy còn chạy, mỗi nửa phút ghi lại một lần, cho node exporter của Prometheus: lúc vẽ gần nhất, số lần chạy lại, tuổi danh mục. Không có gì của người dân.`,
				`A file, written every half minute, by which Prometheus' node exporter tells that the machine works: when it last drew, restarts, age of the catalogue. Nothing of people.`),
		key.Text("letters", &k.Letters, "", program).
			Says(`Chương trình đổi cỡ chữ của màn hình kiosk, do motcua deploy kiosk viết ra: nhận một số phần trăm (100 là cỡ đã đặt), in ra lệnh
cho terminal nếu có; chạy không có số thì chỉ trả lời có đổi được không. Bỏ trống thì nút chỉ giãn dòng.`,
				`The program that sets the size of the kiosk's letters, which motcua deploy kiosk writes: it gets a percentage, 100 for the
configured size, and prints what the terminal is to be sent, if anything; without a number it only says by its exit code whether
it can. Empty: the button only spaces the lines.`),
	}, k.Scanner.Keys(), k.Printer.Keys(), k.Speech.Keys(), clients)}
}

// isReport reports whether the textfile collector would read a file of that name.
func isReport(name string) bool { return filepath.IsAbs(name) && filepath.Ext(name) == ".prom" }

// program is a program of this machine.
var program = key.Form{Want: text.Say("đường dẫn của một chương trình, viết từ gốc", "the absolute path of a program"), Fits: filepath.IsAbs}

// line is a line of the first screen. The limit is longer than any kiosk can show.
var line = key.Form{
	Want: text.Say("một dòng, không quá 200 chữ", "one line of at most 200 letters"),
	Why: func(s string) *key.Wrong {
		letters := []rune(s)
		if len(letters) <= 200 {
			return nil
		}
		return &key.Wrong{Got: string(letters[:40]) + "…"}
	},
}

// Hours returns the opening hours in a language.
func (c Config) Hours(l text.Lang) string { return inLang(l, c.Place.Hours, c.Kiosk.HoursEN) }

// Queue returns the sentence about the queue.
func (c Config) Queue(l text.Lang) string { return inLang(l, c.Kiosk.QueueVI, c.Kiosk.QueueEN) }

// News returns the line of news.
func (c Config) News(l text.Lang) string { return inLang(l, c.Kiosk.NewsVI, c.Kiosk.NewsEN) }

// inLang falls back to Vietnamese, because an office that wrote only one language wants
// everybody to read it.
func inLang(l text.Lang, vi, en string) string {
	if l == text.EN && en != "" {
		return en
	}
	return vi
}
