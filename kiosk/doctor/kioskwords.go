package doctor

import (
	"context"
	"os/exec"

	"motcua/kiosk/speech"
	"motcua/tui"
)

var (
	sayClockFree = pair{"không máy chủ giờ nào giữ cho đồng hồ đúng.", "no time server keeps the clock in step."}
	sayClockStep = pair{"đồng hồ khớp với máy chủ giờ.", "a time server keeps the clock in step."}

	saySize     = pair{"%d cột, %d dòng.", "%d columns, %d rows."}
	doKioskSize = pair{"Giảm pixelsize trong foot.ini: cỡ chữ = chiều cao màn hình / 29.", "Lower pixelsize in foot.ini: size = height of the screen / 29."}

	sayNoScreen    = pair{"đây không phải màn hình của kiosk, nên chưa thử được chữ, màu và chuột.", "this is not the kiosk's screen, so letters, colours and mouse were not tried."}
	doScreen       = pair{"Chạy lại ngay trên màn hình ấy, trong foot.", "Run it again on that very screen, in foot."}
	sayNoAnswer    = pair{"màn hình không trả lời câu hỏi nào.", "the terminal answers no question."}
	doTerminalKind = pair{"Dùng foot với phông Noto Sans Mono; motcua deploy kiosk viết sẵn cấu hình.", "Use foot with Noto Sans Mono; motcua deploy kiosk writes its settings."}
	sayWide        = pair{"%d chữ hoặc dấu không chiếm đúng một ô: %s.", "%d letters or signs do not take one cell: %s."}
	sayConsole     = pair{"bàn điều khiển của Linux thiếu nhiều chữ Việt.", "the Linux console lacks many Vietnamese letters."}
	sayLetters     = pair{"cả %d chữ và dấu chiếm đúng một ô: ă â đ ê ô ơ ư Ỹ ẫ ặ ✓ ● ╭─╮ █▀▄", "all %d letters and signs take one cell: ă â đ ê ô ơ ư Ỹ ẫ ặ ✓ ● ╭─╮ █▀▄"}
	doLook         = pair{"Nhìn dòng trên: chữ nào hiện thành ô vuông thì phông thiếu chữ ấy.", "Look at the line above: a letter that is a box is missing in the font."}
	sayTrueColour  = pair{"16 triệu màu.", "16 million colours."}
	sayColours     = pair{"%s.", "%s."}
	doColours      = pair{"Dùng foot, hoặc đặt TERM=xterm-256color.", "Use foot, or set TERM=xterm-256color."}
	sayMouse       = pair{"màn hình báo được chỗ chạm và chuột.", "taps and the mouse are reported."}
	sayNoMouse     = pair{"màn hình không báo chỗ chạm và chuột.", "taps and the mouse are not reported."}

	sayNoPrinter    = pair{"không có máy in phiếu; mã QR thay cho phiếu.", "no slip printer; QR codes take its place."}
	sayPrinter      = pair{"%s sẵn sàng.", "%s is ready."}
	sayPrinterFails = pair{"%s chưa in được: %s.", "%s cannot print: %s."}
	sayPrinterIs    = map[tui.PrintReason]pair{
		tui.PrinterAbsent: {"không liên lạc được", "it cannot be reached"},
		tui.PrinterPaper:  {"hết giấy", "out of paper"},
		tui.PrinterCover:  {"nắp đang mở", "its cover is open"},
		tui.PrinterJam:    {"kẹt giấy hoặc dao cắt", "paper or cutter is stuck"},
		tui.PrinterBusy:   {"đang bận quá lâu", "it is busy for too long"},
	}
	doPrinter = map[tui.PrintReason]pair{
		tui.PrinterAbsent: {"Xem dây, nguồn và kiosk.printer; tài khoản phải ở nhóm lp.", "Look at cable, power and kiosk.printer; the account has to be in the group lp."},
		tui.PrinterPaper:  {"Thay cuộn giấy.", "Put in a new roll."},
		tui.PrinterCover:  {"Đóng nắp máy in.", "Close its cover."},
		tui.PrinterJam:    {"Tắt máy in, gỡ giấy kẹt, bật lại.", "Switch it off, free the paper, switch it on."},
		tui.PrinterBusy:   {"Tắt máy in rồi bật lại.", "Switch it off and on."},
	}

	sayNoSpeech    = pair{"không đọc to.", "nothing is read aloud."}
	saySpeech      = pair{"%s đọc được tiếng Việt và tiếng Anh.", "%s can read Vietnamese and English."}
	doHear         = pair{"Nghe thử ở màn hình chờ: âm lượng của máy không đo được từ đây.", "Listen on the first screen: how loud the machine is cannot be measured from here."}
	saySpeechFails = pair{"%s chưa đọc được: %s.", "%s cannot read: %s."}
	doSpeech       = pair{"Cài gói espeak-ng, hoặc xem các khoá speech trong [kiosk].", "Install espeak-ng, or look at the speech keys in [kiosk]."}
	// sayVoice is what keeps it from reading aloud, and what to do.
	sayVoice = []struct {
		err        error
		says, does pair
	}{
		{speech.ErrNoEngine, pair{"máy chưa có espeak-ng, speech-dispatcher hay đoạn thu sẵn nào", "neither espeak-ng nor speech-dispatcher nor recorded clips are there"}, doSpeech},
		{speech.ErrNoAnswer, pair{"speech-dispatcher không trả lời", "speech-dispatcher does not answer"}, pair{`Cài gói speech-dispatcher, hoặc đặt speech = "espeak-ng".`, `Install speech-dispatcher, or set speech = "espeak-ng".`}},
		{speech.ErrNoClip, pair{"thư mục kiosk.speech_clips chưa có đoạn thu nào của một trong hai ngôn ngữ", "kiosk.speech_clips has no clip of one of the two languages"}, pair{"Những câu cần thu: motcua kiosk clips", "The sentences to record: motcua kiosk clips"}},
		{speech.ErrNoPlayer, pair{"không có chương trình nào phát được tệp âm thanh", "no program plays sound files"}, pair{"Cài gói alsa-utils, hoặc đặt kiosk.speech_player.", "Install alsa-utils, or set kiosk.speech_player."}},
		{exec.ErrNotFound, pair{"chưa cài chương trình đọc", "its program is not installed"}, doSpeech},
		{context.DeadlineExceeded, pair{"không trả lời", "it does not answer"}, doSpeech},
	}

	sayNoPIN = pair{"chưa đặt mã PIN, nên không có trang cho cán bộ.", "no PIN is set, so there is no operator's page."}
	doPIN    = pair{"Chạy motcua kiosk pin rồi chép dòng nó in ra vào [kiosk].", "Run motcua kiosk pin and put its line into [kiosk]."}
	sayPIN   = pair{"đã đặt mã PIN.", "a PIN is set."}

	sayIdle           = pair{"sau %s không ai chạm thì hỏi, thêm %s thì xoá.", "after %s untouched it asks, after %s more it forgets."}
	sayShortCountdown = pair{"chỉ có %s để trả lời là còn ở đó.", "only %s to say that one is still there."}
	sayShortIdle      = pair{"mới %s đã hỏi, người đọc chậm không kịp.", "it asks after %s, too soon for slow readers."}
	sayLongIdle       = pair{"%s mới hỏi, người sau dễ thấy hồ sơ của người trước.", "it asks only after %s, so the next person may see the last one's dossier."}
	doIdle            = pair{"Đặt kiosk.idle từ 60 đến 90 giây, kiosk.countdown từ 20 giây trở lên.", "Set kiosk.idle to 60 to 90 seconds and kiosk.countdown to 20 or more."}
)
