package operator

import "motcua/tui/text"

// Findings of motcua doctor --kiosk, and what to do about them.
var (
	DoctorClockFree = text.Say("không máy chủ giờ nào giữ cho đồng hồ đúng.", "no time server synchronises the clock.")
	DoctorClockStep = text.Say("đồng hồ khớp với máy chủ giờ.", "a time server synchronises the clock.")

	DoctorSize        = text.Say("%d cột, %d dòng.", "%d columns, %d rows.")
	DoctorDoKioskSize = text.Say("Giảm pixelsize trong foot.ini: cỡ chữ = chiều cao màn hình / 29.", "Lower pixelsize in foot.ini: size = height of the screen / 29.")

	DoctorNoScreen       = text.Say("đây không phải màn hình của kiosk, nên chưa thử được chữ, màu và chuột.", "this is not the kiosk's screen, so letters, colours and mouse were not tried.")
	DoctorDoScreen       = text.Say("Chạy lại ngay trên màn hình ấy, trong foot.", "Run it again on the kiosk's screen, in foot.")
	DoctorNoAnswer       = text.Say("màn hình không trả lời câu hỏi nào.", "the terminal does not answer any query.")
	DoctorDoTerminalKind = text.Say("Dùng foot với phông Noto Sans Mono; motcua deploy kiosk viết sẵn cấu hình.", "Use foot with Noto Sans Mono; motcua deploy kiosk writes its settings.")
	DoctorWide           = text.Say("%d chữ hoặc dấu không chiếm đúng một ô: %s.", "%d letters or signs do not take one cell: %s.")
	DoctorConsole        = text.Say("bàn điều khiển của Linux thiếu nhiều chữ Việt.", "the Linux console lacks many Vietnamese letters.")
	DoctorLetters        = text.Say("cả %d chữ và dấu chiếm đúng một ô: ă â đ ê ô ơ ư Ỹ ẫ ặ ✓ ● ╭─╮ █▀▄", "all %d letters and signs take one cell: ă â đ ê ô ơ ư Ỹ ẫ ặ ✓ ● ╭─╮ █▀▄")
	DoctorDoLook         = text.Say("Nhìn dòng trên: chữ nào hiện thành ô vuông thì phông thiếu chữ ấy.", "Look at the line above: a letter that is a box is missing in the font.")
	DoctorTrueColour     = text.Say("16 triệu màu.", "16 million colours.")
	DoctorColours        = text.Say("%s.", "%s.")
	DoctorDoColours      = text.Say("Dùng foot, hoặc đặt TERM=xterm-256color.", "Use foot, or set TERM=xterm-256color.")
	DoctorMouse          = text.Say("màn hình báo được chỗ chạm và chuột.", "taps and the mouse are reported.")
	DoctorNoMouse        = text.Say("màn hình không báo chỗ chạm và chuột.", "taps and the mouse are not reported.")

	DoctorNoPrinter    = text.Say("không có máy in phiếu; mã QR thay cho phiếu.", "no slip printer; QR codes take its place.")
	DoctorPrinter      = text.Say("%s sẵn sàng.", "%s is ready.")
	DoctorPrinterFails = text.Say("%s chưa in được: %s.", "%s cannot print: %s.")

	DoctorReport        = text.Say("ghi được báo cáo %s.", "%s can be written.")
	DoctorReportNowhere = text.Say("không có thư mục %s để ghi báo cáo.", "there is no folder %s for the report.")
	DoctorReportFails   = text.Say("tài khoản này không ghi được báo cáo vào %s.", "this account cannot write the report to %s.")
	DoctorDoReport      = text.Say("Tạo thư mục cho tài khoản của kiosk, như bảng trong README của motcua deploy kiosk, hoặc sửa kiosk.report.", "Create the folder for the kiosk's account, as the table in the README of motcua deploy kiosk says, or change kiosk.report.")

	DoctorNoSpeech    = text.Say("không đọc to.", "nothing is read aloud.")
	DoctorSpeech      = text.Say("%s đọc được tiếng Việt và tiếng Anh.", "%s can read Vietnamese and English.")
	DoctorDoHear      = text.Say("Nghe thử ở màn hình chờ: âm lượng của máy không đo được từ đây.", "Listen on the first screen: how loud the machine is cannot be measured from here.")
	DoctorSpeechFails = text.Say("%s chưa đọc được: %s.", "%s cannot read: %s.")
	DoctorDoSpeech    = text.Say("Cài gói espeak-ng, hoặc xem các khóa speech trong [kiosk].", "Install espeak-ng, or look at the speech keys in [kiosk].")

	DoctorNoPIN = text.Say("chưa đặt mã PIN, nên không có trang cho cán bộ.", "no PIN is set, so there is no operator's page.")
	DoctorDoPIN = text.Say("Chạy motcua kiosk pin rồi chép dòng nó in ra vào [kiosk].", "Run motcua kiosk pin and put its line into [kiosk].")
	DoctorPIN   = text.Say("đã đặt mã PIN.", "a PIN is set.")

	DoctorIdle           = text.Say("sau %s không ai chạm thì hỏi, thêm %s thì xóa.", "after %s without input it asks, after %s more it wipes.")
	DoctorShortCountdown = text.Say("chỉ có %s để trả lời là còn ở đó.", "people have only %s to say that they are still there.")
	DoctorShortIdle      = text.Say("mới %s đã hỏi, người đọc chậm không kịp.", "it asks after %s, too soon for slow readers.")
	DoctorLongIdle       = text.Say("%s mới hỏi, người sau dễ thấy hồ sơ của người trước.", "it asks only after %s, so the next person may see the last one's application.")
	DoctorDoIdle         = text.Say("Đặt kiosk.idle từ 60 đến 90 giây, kiosk.countdown từ 20 giây trở lên.", "Set kiosk.idle to 60 to 90 seconds and kiosk.countdown to 20 or more.")
)

// Why the slip printer does not print, and what to do.
var (
	DoctorPrinterAbsent   = text.Say("không liên lạc được", "it cannot be reached")
	DoctorDoPrinterAbsent = text.Say("Xem dây, nguồn và kiosk.printer; tài khoản phải ở nhóm lp.", "Check cable, power and kiosk.printer; the account must be in the group lp.")
	DoctorPrinterPaper    = text.Say("hết giấy", "out of paper")
	DoctorDoPrinterPaper  = text.Say("Thay cuộn giấy.", "Put in a new roll.")
	DoctorPrinterCover    = text.Say("nắp đang mở", "its cover is open")
	DoctorDoPrinterCover  = text.Say("Đóng nắp máy in.", "Close its cover.")
	DoctorPrinterJam      = text.Say("kẹt giấy hoặc dao cắt", "paper or cutter is stuck")
	DoctorDoPrinterJam    = text.Say("Tắt máy in, gỡ giấy kẹt, bật lại.", "Switch it off, free the paper, switch it on.")
	DoctorPrinterBusy     = text.Say("đang bận quá lâu", "it is busy for too long")
	DoctorDoPrinterBusy   = text.Say("Tắt máy in rồi bật lại.", "Switch it off and on.")
)

// Why nothing is read aloud, and what to do.
var (
	DoctorVoiceNoEngine     = text.Say("máy chưa có espeak-ng, speech-dispatcher hay đoạn thu sẵn nào", "neither espeak-ng nor speech-dispatcher nor recorded clips were found")
	DoctorVoiceNoAnswer     = text.Say("speech-dispatcher không trả lời", "speech-dispatcher does not answer")
	DoctorDoVoiceNoAnswer   = text.Say(`Cài gói speech-dispatcher, hoặc đặt speech = "espeak-ng".`, `Install speech-dispatcher, or set speech = "espeak-ng".`)
	DoctorVoiceNoClip       = text.Say("thư mục kiosk.speech_clips chưa có đoạn thu nào của một trong hai ngôn ngữ", "kiosk.speech_clips has no clip of one of the two languages")
	DoctorDoVoiceNoClip     = text.Say("Những câu cần thu: motcua kiosk clips", "The sentences to record: motcua kiosk clips")
	DoctorVoiceNoPlayer     = text.Say("không có chương trình nào phát được tệp âm thanh", "no program plays sound files")
	DoctorDoVoiceNoPlayer   = text.Say("Cài gói alsa-utils, hoặc đặt kiosk.speech_player.", "Install alsa-utils, or set kiosk.speech_player.")
	DoctorVoiceNotInstalled = text.Say("chưa cài chương trình đọc", "its program is not installed")
	DoctorVoiceLate         = text.Say("không trả lời", "it does not answer")
)

// The scanner, in motcua doctor --kiosk and on the operator's page.
var (
	DoctorScannerKeys    = text.Say("kiểu bàn phím, hoặc không có.", "it types like a keyboard, or there is none.")
	DoctorDoScannerKeys  = text.Say("Quét thử một mã ở màn hình chờ; máy quét phải gửi Enter ở cuối.", "Scan a code on the first screen; the scanner has to send Enter at the end.")
	DoctorKeyboard       = text.Say(`có thể đọc riêng %s: scanner = "%s"`, `%s can be read separately: scanner = "%s"`)
	DoctorDoKeyboard     = text.Say("Nếu đó là máy quét thì ghi dòng ấy vào [kiosk] của tệp cấu hình; bàn phím thì không.", "If that is the scanner, put that line into [kiosk] of the config file; not if it is a keyboard.")
	DoctorNameless       = text.Say("thiết bị không tên", "a device without a name")
	DoctorScanner        = text.Say("mở được %s.", "%s can be opened.")
	DoctorScannerShut    = text.Say("tài khoản này không được mở %s.", "this account may not open %s.")
	DoctorDoScannerShut  = text.Say("Thêm tài khoản vào nhóm dialout.", "Add the account to the group dialout.")
	DoctorDoKeyboardShut = text.Say("Cài tệp scanner.rules của motcua deploy kiosk cho máy quét ấy, hoặc thêm tài khoản vào nhóm input.", "Install scanner.rules of motcua deploy kiosk for that scanner, or add the account to the group input.")
	DoctorScannerGone    = text.Say("không có thiết bị %s.", "there is no device %s.")
	DoctorScannerAway    = text.Say("không mở được %s (%s).", "%s cannot be opened (%s).")
	DoctorDoScannerAway  = text.Say("Xem dây cắm và tên thiết bị: ls /dev/serial/by-id /dev/input/by-id", "Check the cable and the device's name: ls /dev/serial/by-id /dev/input/by-id")
	DoctorScannerTaken   = text.Say("một chương trình khác đang đọc riêng %s.", "another program has grabbed %s.")
	DoctorDoScannerTaken = text.Say("Nếu đó là kiosk đang chạy thì không phải làm gì; nếu không thì dừng chương trình ấy.", "If that is the running kiosk, there is nothing to do; otherwise stop that program.")
	DoctorScannerNone    = text.Say("%s không có phím chữ nên không phải máy quét.", "%s has no letter keys, so it is not a scanner.")
	DoctorDoScannerNone  = text.Say("Ghi tên thiết bị của máy quét vào scanner; các tên có thể dùng ở những dòng dưới.", "Set scanner to the scanner's device; the lines below list the possible names.")
	DoctorScannerLinux   = text.Say("%s: chỉ Linux đọc riêng được máy quét kiểu bàn phím.", "%s: only Linux can read a scanner that types like a keyboard by its device.")
	DoctorDoScannerLinux = text.Say("Bỏ trống scanner; máy quét gõ vào màn hình như bàn phím.", "Leave scanner empty; the scanner types into the screen as a keyboard does.")
)
