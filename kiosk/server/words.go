package server

import (
	"fmt"
	"io"
	"strings"

	"motcua/kiosk/limit"
	"motcua/tui/text"
)

// word is a sentence in both languages.
type word struct{ vi, en string }

// What the server itself has to say. None of it asks for patience or blames.
var (
	wordSubsystem = word{"Máy này không nhận và không gửi tệp.", "This server takes and sends no files."}
	wordCommand   = word{"Máy này chỉ có các lệnh: %s.", "The only commands here: %s."}
	wordQuotes    = word{"Lệnh thiếu một dấu nháy.", "The command lacks a quote."}
	wordWatch     = word{"--watch chỉ dành cho cán bộ có khóa. Chạy lại lệnh này sau ít phút cũng được.", "--watch is for staff with a key. Run the command again in a few minutes."}
	wordCodes     = word{"Lệnh có quá nhiều mã.", "The command has too many codes."}
	wordForward   = word{"Máy này không chuyển tiếp kết nối.", "This server forwards nothing."}
	wordChannels  = word{"Kết nối này đã mở đủ số phiên.", "This connection has all the sessions it may have."}
	wordDraining  = word{"Máy sắp khởi động lại. Ông/bà kết nối lại sau một phút.", "The server is about to restart. Connect again in a minute."}
	wordFull      = word{"Máy đang hết chỗ. Ông/bà kết nối lại sau ít phút.", "The server has no place left. Connect again in a few minutes."}
	wordScreens   = word{"Máy đang hết chỗ để vẽ màn hình. Ông/bà dùng dòng chữ (ssh -T), dùng lệnh (ssh ... track MÃ-HỒ-SƠ), hoặc kết nối lại sau ít phút.", "The server has no room left to draw screens. Use plain lines (ssh -T) or a command (ssh ... track CODE), or connect again in a few minutes."}
	wordSource    = word{"Từ địa chỉ mạng của ông/bà đã mở đủ số phiên. Ông/bà đóng bớt, hoặc kết nối lại sau ít phút.", "Your network address has all the sessions it may have. Close some, or connect again in a few minutes."}
	wordSourceBig = word{"Từ địa chỉ mạng của ông/bà đã mở nhiều màn hình. Ông/bà đóng bớt, thu nhỏ cửa sổ, dùng dòng chữ (ssh -T) hay dùng lệnh (ssh ... track MÃ-HỒ-SƠ).", "Your network address has many screens open. Close some, make the window smaller, or use plain lines (ssh -T) or a command (ssh ... track CODE)."}
	wordHasty     = word{"Từ địa chỉ mạng của ông/bà, các phiên mở quá dồn dập. Ông/bà thử lại sau một phút.", "Sessions are opened too fast from your network address. Try again in a minute."}

	// These three stand in one line of the interface, 56 cells at the least.
	wordIdleSoon   = word{"Ông/bà còn ở đó không? Bấm một phím bất kỳ để ở lại.", "Are you still there? Press any key to stay."}
	wordDrainSoon  = word{"Máy sắp khởi động lại, ông/bà xem nốt trong ít giây.", "The server restarts in a few seconds; finish reading."}
	wordIdleEnd    = word{"Lâu không có phím nào, máy ngắt kết nối.", "No key for a long time, so the connection ends."}
	wordTotalEnd   = word{"Hết thời gian của một phiên. Ông/bà kết nối lại là dùng tiếp được.", "The time of one session is over. Connect again to go on."}
	wordDrainEnd   = word{"Máy khởi động lại. Ông/bà kết nối lại sau một phút.", "The server restarts. Connect again in a minute."}
	wordCommandEnd = word{"Lệnh chạy quá lâu nên máy dừng.", "The command took too long and was stopped."}
	wordPadding    = word{"Đường chậm? Gõ: ssh -o ObscureKeystrokeTiming=no", "Slow line? Use: ssh -o ObscureKeystrokeTiming=no"}
	wordNotStaff   = word{"Khoá này không còn là khoá của cán bộ. Ông/bà kết nối lại để dùng như mọi người.", "This key is staff's no longer. Connect again to use this as everyone does."}
	wordFloodEnd   = word{"Nhiều chữ đến nhanh quá mức, máy ngắt kết nối.", "More came in than anyone can type, so the connection ends."}
)

// farewells are said at ends that nobody inside asked for.
var farewells = map[Reason]word{
	ReasonIdle: wordIdleEnd, ReasonTotal: wordTotalEnd, ReasonDrain: wordDrainEnd,
	ReasonFlood: wordFloodEnd, ReasonNotStaff: wordNotStaff,
}

func (w word) in(l text.Lang) string {
	if l == text.EN {
		return w.en
	}
	return w.vi
}

// with fills a blank of the sentence, in both languages alike.
func (w word) with(value string) word {
	return word{fmt.Sprintf(w.vi, value), fmt.Sprintf(w.en, value)}
}

// sayBoth is for refusals that come before a language is known.
func sayBoth(w word) string { return w.vi + " / " + w.en }

// say writes a sentence in both languages: whoever sends a file to the wrong
// machine may read only one of them.
func (x *session) say(to io.Writer, w word) {
	_, _ = io.WriteString(to, w.vi+"\n"+w.en+"\n")
}

// wordOf is what a person is told whose session is refused.
func wordOf(r limit.Refusal) word {
	switch r {
	case limit.SourceStarts:
		return wordHasty
	case limit.SourceSessions:
		return wordSource
	case limit.SourceCells:
		return wordSourceBig
	case limit.AllCells, limit.PublicCells:
		return wordScreens
	default:
		return wordFull
	}
}

// refusalOf is the label of a refusal in the metrics.
func refusalOf(w word) string {
	switch w {
	case wordSubsystem:
		return "subsystem"
	case wordWatch:
		return "watch"
	case wordNotStaff:
		return "not_staff"
	default:
		return "command"
	}
}

// langOf reads the language that a client asks for. LC_ALL and LC_MESSAGES are
// set on purpose. LANG is whatever a computer was sold with, so many a
// Vietnamese one says en_US: it counts only when it says vi.
func langOf(env []string, fallback text.Lang) text.Lang {
	if fallback == "" {
		fallback = text.VI
	}
	set := map[string]string{}
	for _, kv := range env {
		name, value, _ := strings.Cut(kv, "=")
		set[name] = value
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES"} {
		switch value := set[name]; {
		case strings.HasPrefix(value, "vi"):
			return text.VI
		case strings.HasPrefix(value, "en"):
			return text.EN
		}
	}
	if strings.HasPrefix(set["LANG"], "vi") {
		return text.VI
	}
	return fallback
}
