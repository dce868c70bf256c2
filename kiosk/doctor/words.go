package doctor

import (
	"fmt"
	"math"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/tui/text"
)

// pair is a text in both languages.
type pair struct{ vi, en string }

func (p pair) in(l text.Lang) string {
	if l == text.EN {
		return p.en
	}
	return p.vi
}

// names are how findings are called on a screen; in JSON they keep the stable
// names of Finding.
var names = map[string]pair{
	"config":   {"cấu hình", "config"},
	"sample":   {"dữ liệu mẫu", "sample data"},
	"clock":    {"đồng hồ", "clock"},
	"holidays": {"lịch nghỉ", "holidays"},
	"store":    {"danh mục trong máy", "the catalogue here"},
	"papers":   {"trang đã rà soát", "reviewed pages"},
	"portal":   {"cổng", "portal"},
	"portals":  {"các cổng", "portals"},
	"routes":   {"nơi tra hồ sơ", "where dossiers are looked up"},
	"terminal": {"màn hình", "terminal"},
	"server":   {"máy chủ SSH", "SSH server"},
	"size":     {"cỡ màn hình", "size"},
	"letters":  {"chữ", "letters"},
	"colours":  {"màu", "colours"},
	"mouse":    {"chạm và chuột", "touch and mouse"},
	"scanner":  {"máy quét", "scanner"},
	"printer":  {"máy in phiếu", "slip printer"},
	"speech":   {"giọng đọc", "speech"},
	"pin":      {"mã PIN", "PIN"},
	"idle":     {"thời gian chờ", "idle time"},
}

// called is a finding's name in words: "portal h55" is "cổng h55".
func called(name string, l text.Lang) string {
	what, which, _ := strings.Cut(name, " ")
	p, ok := names[what]
	if !ok {
		return name
	}
	return strings.TrimSpace(p.in(l) + " " + which)
}

// cause is why a portal gave no answer, in a few words.
func (e *Env) cause(c client.Cause) string {
	if words := text.For(e.Lang).Causes.Of(string(c)); words != "" {
		return words
	}
	return clean.Line(string(c))
}

// took is how long an answer took: "123 ms", "4,2 giây".
func (e *Env) took(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", max(d.Round(time.Millisecond), time.Millisecond).Milliseconds())
	}
	t := text.For(e.Lang)
	return e.say(saySeconds, t.Quantity(d.Round(100*time.Millisecond).Seconds()))
}

// span is a difference of clocks, rounded up: seconds, minutes, then hours.
func (e *Env) span(d time.Duration) string {
	t := text.For(e.Lang)
	if d > 2*time.Hour {
		return t.Hours(math.Ceil(d.Hours()))
	}
	return t.Wait(d)
}

func (e *Env) say(p pair, args ...any) string { return fmt.Sprintf(p.in(e.Lang), args...) }

// finding puts one together; do is the zero pair when there is nothing to do.
func (e *Env) finding(name string, s State, sentence string, do pair) Finding {
	return Finding{Name: name, State: s, Sentence: sentence, WhatToDo: do.in(e.Lang)}
}

var (
	sayFile      = pair{"dùng tệp %s.", "the file %s is in use."}
	sayNoFile    = pair{"không có tệp cấu hình, dùng giá trị có sẵn.", "there is no config file, built-in values are in use."}
	doFix        = pair{"Sửa chỗ ấy rồi chạy lại motcua doctor.", "Mend it and run motcua doctor again."}
	sayPlainHTTP = pair{"%s dùng http, dữ liệu đi trên đường dây không được mã hoá.", "%s uses http, what travels is not encrypted."}
	doHTTPS      = pair{"Đổi địa chỉ sang https.", "Change the address to https."}

	saySample   = pair{"đang dùng dữ liệu mẫu: không có hồ sơ thật nào.", "sample data is in use: no dossier is real."}
	doConfigure = pair{"Khi dùng thật: motcua config init, rồi ghi địa chỉ cổng vào tệp.", "For real use: motcua config init, then put the portals' addresses in the file."}
	sayReal     = pair{"không dùng dữ liệu mẫu.", "no sample data is in use."}

	saySeconds    = pair{"%s giây", "%s s"}
	sayAnswers    = pair{"%s trả lời sau %s.", "%s answers after %s."}
	saySlow       = pair{"%s trả lời nhưng chậm, sau %s.", "%s answers but slowly, after %s."}
	doSlow        = pair{"Xem lại đường truyền; người đứng chờ thấy lâu.", "Look at the line; people at the kiosk have to wait."}
	sayOutside    = pair{"nối được với %s; mật khẩu (%s) chỉ có bên trong dịch vụ systemd, nên ở đây không hỏi hồ sơ nào.", "the server of %s can be reached; its password (%s) is there only inside the systemd service, so that no dossier is asked for here."}
	doOutside     = pair{"Muốn kiểm cả tài khoản thì chạy bên trong dịch vụ, bằng quyền root: %s", "To check the account as well run it inside the service, as root: %s"}
	sayDown       = pair{"%s không trả lời (%s).", "%s does not answer (%s)."}
	doDown        = pair{"Xem địa chỉ trong cấu hình, mạng và tường lửa của máy này.", "Look at the address in the config, the network and this machine's firewall."}
	sayUnlisted   = pair{"tệp cấu hình công khai của %s không có địa chỉ %s.", "the public settings of %s do not name %s."}
	doUnlisted    = pair{"Xem lại url và sso của hệ thống này: tài khoản được gửi tới đó.", "Look at url and sso of this system: its account is sent there."}
	sayNoSettings = pair{"không đọc được tệp cấu hình công khai của %s.", "the public settings of %s cannot be read."}
	doSettings    = pair{"Xem lại portal và settings_path, hoặc bỏ portal để không đối chiếu.", "Look at portal and settings_path, or leave portal out to compare nothing."}
	sayNoPortal   = pair{"không hỏi cổng nào; chỉ tra được danh mục thủ tục có sẵn.", "no portal is asked; only the built-in catalogue of procedures answers."}

	sayClockOff  = pair{"đồng hồ lệch %s so với %s.", "the clock differs by %s from %s."}
	doClock      = pair{"Đặt lại giờ, bật đồng bộ giờ (timedatectl set-ntp true).", "Set the time and keep it in step (timedatectl set-ntp true)."}
	sayClock     = pair{"bây giờ là %s ở Việt Nam.", "it is %s in Vietnam."}
	sayClockPast = pair{"đồng hồ chỉ %s, sớm hơn cả ngày làm ra chương trình (%s).", "the clock says %s, before the program was built (%s)."}
	sayClockSame = pair{"đồng hồ khớp với %s, lệch không quá %s.", "the clock agrees with %s within %s."}

	sayHolidays   = pair{"có lịch nghỉ lễ năm %d và %d.", "holidays of %d and %d are known."}
	sayNoHolidays = pair{"chưa có lịch nghỉ lễ năm %d, ngày làm việc có thể đếm sai.", "holidays of %d are not known, working days may be miscounted."}
	doHolidays    = pair{"Ghi ngày nghỉ vào calendar.days_off, hoặc cập nhật chương trình.", "Add the days to calendar.days_off, or update the program."}

	sayRoute        = pair{"mã %s hỏi %s.", "codes %s go to %s."}
	sayRouteAll     = pair{"mã %s hỏi cùng lúc %s.", "codes %s go at once to %s."}
	sayPolite       = pair{"%s (không thấy mã bịa, đúng)", "%s (finds no made-up code, rightly)"}
	sayPage         = pair{"%s (mở trang %s)", "%s (opens the page %s)"}
	sayDead         = pair{"%s (không trả lời: %s)", "%s (no answer: %s)"}
	sayOutsideRoute = pair{"%s (chỉ hỏi được bên trong dịch vụ)", "%s (can be asked inside the service only)"}
	sayMadeUp       = pair{"%s (có hồ sơ cho một mã bịa)", "%s (has a dossier for a made-up code)"}
	doMadeUp        = pair{"Hệ thống ấy trả lời mã không ai có: hỏi nơi quản lý, vì người dân có thể thấy hồ sơ của người khác.", "It answers a code that nobody has: ask its owner, as people might be shown somebody else's dossier."}
	doRouteDown     = pair{"Xem dòng cổng của hệ thống ấy ở trên; các nơi khác trong mục vẫn trả lời.", "See the portal's line above; the others of this route still answer."}
	doRouteDead     = pair{"Xem dòng cổng của hệ thống ấy ở trên, hoặc thêm một nơi khác vào mục, như một trang (kind = \"handover\").", "See the portal's line above, or add another to the route, such as a page (kind = \"handover\")."}
	sayNoCode       = pair{"mục [[route]] %s: không mã hồ sơ nào bắt đầu như vậy.", "[[route]] %s: no dossier code begins like that."}
	doNoCode        = pair{"Ghi mã cơ quan như H55.17.05, hoặc phần đầu của nó và .*, như H55.*.", "Write an agency id such as H55.17.05, or its beginning and .*, such as H55.*."}
	sayNoSystem     = pair{"chưa có hệ thống nào để tra hồ sơ.", "no system is configured that knows dossiers."}
	doSystem        = pair{"Thêm mục [[system]] vào tệp cấu hình.", "Add a [[system]] to the config file."}
	sayUnrouted     = pair{"không mã nào hỏi tới %s.", "no code goes to %s."}
	doRoute         = pair{"Thêm một mục [[route]] cho hệ thống này, hoặc bỏ nó đi.", "Add a [[route]] for it, or remove it."}
	sayNoRest       = pair{"mã của những cơ quan khác không mục [[route]] nào nhận; người hỏi được chỉ sang Cổng Dịch vụ công quốc gia.", "codes of other agencies fall to no [[route]]; who asks is sent to the National Public Service Portal."}
	doRest          = pair{"Muốn tra cả những mã đó thì thêm mục [[route]] cuối cùng với match = \"*\".", "To look those up too, add a last [[route]] with match = \"*\"."}
	sayShadowed     = pair{"mục [[route]] %s không bao giờ tới lượt, mục %s ở trước đã nhận.", "[[route]] %s never gets its turn, %s before it takes all."}
	doOrder         = pair{"Đưa mục hẹp hơn lên trước.", "Put the narrower one first."}
	saySampleOff    = pair{"tra được các mã mẫu.", "the sample codes can be looked up."}

	sayPipe     = pair{"đầu ra không phải màn hình; chữ ra dạng trơn.", "output is no terminal; text comes out plain."}
	sayTerminal = pair{"%d cột, %d dòng, %s, %s.", "%d columns, %d rows, %s, %s."}
	sayTooSmall = pair{"màn hình %d cột, %d dòng; cần ít nhất %d cột, %d dòng.", "the terminal has %d columns, %d rows; at least %d by %d are needed."}
	doSize      = pair{"Phóng to cửa sổ hoặc thu nhỏ chữ.", "Make the window larger or the letters smaller."}
	sayNoUTF8   = pair{"ngôn ngữ máy (%s) không phải UTF-8, chữ Việt có thể vỡ.", "the locale (%s) is not UTF-8, Vietnamese letters may break."}
	doUTF8      = pair{"Đặt LANG=C.UTF-8 hoặc LANG=vi_VN.UTF-8.", "Set LANG=C.UTF-8 or LANG=vi_VN.UTF-8."}
	sayDumb     = pair{"TERM là %s, giao diện không vẽ được.", "TERM is %s, the interface cannot be drawn."}
	doTerm      = pair{"Đặt TERM đúng với chương trình đang dùng, ví dụ xterm-256color.", "Set TERM to what is in use, for example xterm-256color."}
	sayNoTerm   = pair{"trống", "empty"}
)
