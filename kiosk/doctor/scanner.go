package doctor

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"motcua/client/clean"
	"motcua/kiosk/scanner"
	"motcua/tui/text"
)

var (
	sayScannerKeys  = pair{"kiểu bàn phím, hoặc không có.", "one that types, or none."}
	doScannerKeys   = pair{"Quét thử một mã ở màn hình chờ; máy quét phải gửi Enter ở cuối.", "Scan a code on the first screen; the scanner has to send Enter at the end."}
	sayKeyboard     = pair{`có thể đọc riêng %s: scanner = "%s"`, `%s can be read by itself: scanner = "%s"`}
	doKeyboard      = pair{"Nếu đó là máy quét thì ghi dòng ấy vào [kiosk] của tệp cấu hình; bàn phím thì không.", "If that is the scanner, put that line into [kiosk] of the config file; not if it is a keyboard."}
	sayNameless     = pair{"thiết bị không tên", "a device without a name"}
	sayScanner      = pair{"mở được %s.", "%s can be opened."}
	sayScannerShut  = pair{"tài khoản này không được mở %s.", "this account may not open %s."}
	doScannerShut   = pair{"Thêm tài khoản vào nhóm dialout.", "Add the account to the group dialout."}
	doKeyboardShut  = pair{"Cài tệp scanner.rules của motcua deploy kiosk cho máy quét ấy, hoặc thêm tài khoản vào nhóm input.", "Install scanner.rules of motcua deploy kiosk for that scanner, or add the account to the group input."}
	sayScannerGone  = pair{"không có thiết bị %s.", "there is no device %s."}
	sayScannerAway  = pair{"không mở được %s (%s).", "%s cannot be opened (%s)."}
	doScannerAway   = pair{"Xem dây cắm và tên thiết bị: ls /dev/serial/by-id /dev/input/by-id", "Look at the cable and at the device's name: ls /dev/serial/by-id /dev/input/by-id"}
	sayScannerTaken = pair{"một chương trình khác đang đọc riêng %s.", "another program reads %s for itself."}
	doScannerTaken  = pair{"Nếu đó là kiosk đang chạy thì không phải làm gì; nếu không thì dừng chương trình ấy.", "If that is the kiosk at work there is nothing to do; if not, stop that program."}
	sayScannerNone  = pair{"%s không có phím chữ nên không phải máy quét.", "%s has no letters, so it is no scanner."}
	doScannerNone   = pair{"Ghi tên thiết bị của máy quét vào scanner; các tên có thể dùng ở những dòng dưới.", "Name the scanner's device in scanner; the names that there are stand in the lines below."}
	sayScannerLinux = pair{"%s: chỉ Linux đọc riêng được máy quét kiểu bàn phím.", "%s: a scanner that types can be read by itself on Linux only."}
	doScannerLinux  = pair{"Bỏ trống scanner; máy quét gõ vào màn hình như bàn phím.", "Leave scanner empty; the scanner types into the screen as a keyboard does."}
)

func checkScanner(_ context.Context, e *Env) []Finding {
	name := clean.Line(e.Config.Kiosk.Scanner.Device)
	if name == "" || e.Kiosk.Scanner == nil {
		return append([]Finding{e.finding("scanner", StateOK, e.say(sayScannerKeys), doScannerKeys)}, e.keyboards()...)
	}
	err := e.Kiosk.Scanner()
	if err == nil {
		return []Finding{e.finding("scanner", StateOK, e.say(sayScanner, name), pair{})}
	}
	state := StateFail
	if errors.Is(err, scanner.ErrTaken) {
		state = StateWarn // by the kiosk, most of the time
	}
	says, does := scannerProblem(name, err)
	return append([]Finding{e.finding("scanner", state, says.in(e.Lang), does)}, e.keyboards()...)
}

// keyboards tells of each device that the scanner may be.
func (e *Env) keyboards() (list []Finding) {
	if e.Kiosk.Keyboards == nil {
		return nil
	}
	for _, k := range e.Kiosk.Keyboards() {
		name := clean.Line(k.Name)
		if name == "" {
			name = sayNameless.in(e.Lang)
		}
		if k.ID != "" {
			name += " (" + clean.Line(k.ID) + ")"
		}
		list = append(list, e.finding("scanner", StateOK, e.say(sayKeyboard, name, clean.Line(k.Device)), doKeyboard))
	}
	return list
}

// scannerSays is why a scanner's device is not open, in words, with what to do.
func scannerSays(device string, err error) func(text.Lang) string {
	says, does := scannerProblem(clean.Line(device), err)
	return func(l text.Lang) string { return says.in(l) + " " + does.in(l) }
}

// with fills both languages in.
func (p pair) with(args ...any) pair {
	return pair{fmt.Sprintf(p.vi, args...), fmt.Sprintf(p.en, args...)}
}

func scannerProblem(name string, err error) (says, does pair) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return sayScannerGone.with(name), doScannerAway
	case errors.Is(err, fs.ErrPermission):
		if strings.HasPrefix(name, "/dev/input/") {
			return sayScannerShut.with(name), doKeyboardShut
		}
		return sayScannerShut.with(name), doScannerShut
	case errors.Is(err, scanner.ErrTaken):
		return sayScannerTaken.with(name), doScannerTaken
	case errors.Is(err, scanner.ErrNotKeyboard):
		return sayScannerNone.with(name), doScannerNone
	case errors.Is(err, scanner.ErrElsewhere):
		return sayScannerLinux.with(name), doScannerLinux
	default:
		return sayScannerAway.with(name, clean.Line(err.Error())), doScannerAway
	}
}
