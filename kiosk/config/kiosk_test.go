package config

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"motcua/kiosk/pin"
	"motcua/tui/text"
	"motcua/tui/typing"
)

func TestKioskFromAFile(t *testing.T) {
	hashed, err := pin.Hash("739105")
	if err != nil {
		t.Fatal(err)
	}
	file := write(t, `[place]
hours = "7:30-11:30"
[kiosk]
hours_en = "half past seven"
queue_vi = "Lấy số ở cửa"
news_vi = "Tin"
news_en = "News"
idle = "1m"
countdown = "25s"
pin_hash = "`+hashed+`"
typing = "vni"
tones = "new"
scanner = "/dev/ttyACM0"
scanner_baud = 115200
printer = "tcp://192.0.2.7:9100"
printer_dots = 384
speech = "auto"
speech_volume = 8
ssh_users = ["kiosk"]
ssh_from = ["10.20.0.0/16"]
`)
	cfg, err := Load(Inputs{
		Flags:  map[string]string{"config": file, "printer": "/dev/usb/lp0"},
		Getenv: env(map[string]string{"MOTCUA_KIOSK_IDLE": "80s", "MOTCUA_KIOSK_SCANNER": "/dev/ttyUSB0"}),
	})
	if err != nil {
		t.Fatal(err)
	}
	k := cfg.Kiosk
	if k.Idle != 80*time.Second || k.Countdown != 25*time.Second || k.Scanner.Device != "/dev/ttyUSB0" || k.Printer.Address != "/dev/usb/lp0" ||
		k.Scanner.Baud != 115200 || k.Printer.Dots != 384 || k.Speech.Volume != 8 || k.PINHash.Reveal() != hashed {
		t.Errorf("got %+v", k)
	}
	for got, want := range map[string]string{
		cfg.Hours(text.VI): "7:30-11:30", cfg.Hours(text.EN): "half past seven", cfg.News(text.EN): "News",
		cfg.Queue(text.VI): "Lấy số ở cửa", "en " + cfg.Queue(text.EN): "en Lấy số ở cửa", // better than nothing
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	var b strings.Builder
	if err := errors.Join(cfg.Write(&b, text.VI), cfg.WriteJSON(&b)); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "argon2") || !strings.Contains(b.String(), `pin_hash = "(ẩn)"`) || !strings.Contains(b.String(), `"pin_hash":"(ẩn)"`) {
		t.Errorf("the PIN's hash is shown, or not told, in\n%s", &b)
	}
}

func TestKioskProblems(t *testing.T) {
	for _, tc := range []struct{ line, want string }{
		{`idle = "500ms"`, `key "kiosk.idle" takes a time from "1s" to "10m", but it is "500ms".`},
		{`countdown = 30`, `key "kiosk.countdown" takes a time from "1s" to "10m", but this is an integer.`},
		{`pin_hash = "739105"`, `key "kiosk.pin_hash" takes the line that motcua kiosk pin prints.`},
		{`typing = "telx"`, `Did you mean telex?`},
		{`tones = "hoà"`, `key "kiosk.tones" takes "old" (hòa) or "new" (hoà)`},
		{`scanner = "ttyACM0"`, `key "kiosk.scanner" takes a device with its absolute path`},
		{`scanner_baud = 300`, `key "kiosk.scanner_baud" takes a whole number from 1200 to 921600, but it is "300".`},
		{`printer = "lp"`, `key "kiosk.printer" takes`},
		{`printer = "cups://a b"`, `key "kiosk.printer" takes`},
		{`speech_clips = "clips"`, `key "kiosk.speech_clips" takes the absolute path`},
		{`speech = "espeak"`, `"speech-dispatcher" or "clips", but it is "espeak"`},
		{`speech_voice_vi = "vi; rm"`, `key "kiosk.speech_voice_vi" takes the name of a voice`},
		{`speech_volume = 11`, `from 1 to 10`},
		{`ssh_from = ["lobby"]`, `key "kiosk.ssh_from" takes a list of addresses`},
		{`ssh_users = ["a b"]`, `key "kiosk.ssh_users" takes a list of names`},
		{`news_vi = "` + strings.Repeat("ơ", 201) + `"`, `key "kiosk.news_vi" takes one line of at most 200 letters`},
		{`qeue_vi = "x"`, `there is no key "kiosk.qeue_vi". Did you mean kiosk.queue_vi?`},
	} {
		_, err := Load(Inputs{Flags: map[string]string{"config": write(t, "[kiosk]\n"+tc.line+"\n")}})
		var bad *Error
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), tc.want) || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%.40s: %v, want %q", tc.line, err, tc.want)
			continue
		}
		if strings.Contains(err.Error(), "739105") {
			t.Errorf("the PIN is repeated: %v", err)
		}
		if vi := bad.Sentences(text.VI); len(vi) == 0 || reflect.DeepEqual(vi, bad.Sentences(text.EN)) {
			t.Errorf("%.40s: not in Vietnamese: %q", tc.line, vi)
		}
	}
}

// The input methods know the names that the configuration accepts.
func TestKioskTypingNames(t *testing.T) {
	for _, m := range []Typing{TypingOff, TypingTelex, TypingVNI} {
		if _, err := typing.ParseMethod(string(m)); err != nil {
			t.Error(err)
		}
	}
	for _, s := range []Tones{TonesOld, TonesNew} {
		if _, err := typing.ParseToneStyle(string(s)); err != nil {
			t.Error(err)
		}
	}
}
