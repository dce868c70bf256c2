package operator

import "motcua/tui/text"

// Texts of motcua kiosk, and of the operator's page of a running kiosk.
var (
	KioskShort = text.Say("Màn hình cho sảnh chờ, khóa chặt, quên ngay từng người", "The screen of a lobby: locked, forgetting each person")
	KioskLong  = text.Say(
		`Giao diện cho màn hình ở sảnh: chạm hay bấm phím đều được, không thoát ra được, không ai chạm thì
hỏi rồi xóa hết. Giờ làm việc, tin, PIN, máy quét, máy in, giọng đọc: mục [kiosk] của tệp cấu hình.
Hỏng thì tự chạy lại trong một giây. Cài đặt cả máy: motcua deploy kiosk.`,
		`The interface for a screen in a lobby: by touch or by keys, with no way out; untouched, it asks and then
forgets everything. Hours, news, PIN, scanner, printer, speech: [kiosk] in the config file. When it
breaks it comes back within a second. To set up a whole machine: motcua deploy kiosk.`,
	)
	KioskFlagScanner = text.Say(
		"thiết bị của máy quét: cổng nối tiếp như /dev/ttyACM0, hoặc máy quét kiểu bàn phím như /dev/input/by-id/…-event-kbd",
		"the scanner's device: a serial port such as /dev/ttyACM0, or one that types, /dev/input/by-id/…-event-kbd",
	)
	KioskFlagPrinter  = text.Say("máy in phiếu, ví dụ /dev/usb/lp0, tcp://ĐỊA-CHỈ, cups://TÊN", "receipt printer, for example /dev/usb/lp0, tcp://ADDRESS, cups://NAME")
	KioskNeedTerminal = text.Say(
		"motcua kiosk phải chạy trong cửa sổ dòng lệnh (terminal). Kiểm tra máy này: motcua doctor --kiosk",
		"motcua kiosk has to run in a terminal window. To check this machine: motcua doctor --kiosk",
	)

	KioskPinShort = text.Say("Lập mã PIN cho trang của cán bộ", "Make the PIN of the operator's page")
	KioskPinLong  = text.Say(
		`Hỏi mã PIN hai lần, không hiện lên màn hình, rồi in ra dòng pin_hash để chép vào mục [kiosk] của tệp cấu
hình. Mã PIN ở đó không đọc ngược lại được; dù vậy hãy để tệp chỉ tài khoản của kiosk đọc được. Qua pipe: ghi mã hai lần, mỗi lần một dòng.`,
		`Asks for a PIN twice without showing it and prints the line pin_hash for [kiosk] in the config file. The
PIN cannot be read back from it; still, let the kiosk's account alone read the file. From a pipe: the PIN twice, on a line each.`,
	)
	KioskPinAsk     = text.Say("Mã PIN: ", "PIN: ")
	KioskPinAgain   = text.Say("Gõ lại mã PIN: ", "The PIN again: ")
	KioskPinWhere   = text.Say("Chép dòng trên vào mục [kiosk] của tệp cấu hình.", "Copy this line into [kiosk] of the config file.")
	KioskPinNone    = text.Say("Chưa có mã PIN nào được gõ.", "No PIN was typed.")
	KioskPinDiffer  = text.Say("Hai lần gõ không giống nhau. Chạy lại lệnh này.", "The two PINs differ. Run the command again.")
	KioskPinTooEasy = text.Say(
		"Mã PIN này dễ đoán: một chữ số lặp lại, hoặc đếm lên, đếm xuống. Chọn mã khác.",
		"This PIN is easy to guess: one digit repeated, or digits counting up or down. Choose another.",
	)
	// KioskPinTooShort takes the least number of digits.
	KioskPinTooShort = text.Say("Mã PIN cần ít nhất %d chữ số.", "A PIN needs at least %d digits.")
	// KioskPinForm takes the smallest and the largest number of digits.
	KioskPinForm = text.Say("Mã PIN chỉ gồm chữ số, từ %d đến %d chữ số.", "A PIN consists of %d to %d digits only.")

	KioskClipsShort = text.Say("Những câu để thu âm cho giọng đọc", "The sentences to record for reading aloud")
	KioskClipsLong  = text.Say(
		`In mỗi câu một dòng: khóa, lời tiếng Việt, lời tiếng Anh, cách nhau bằng dấu tab, mở được bằng bảng tính.
Thu từng câu thành vi/KHÓA.wav và en/KHÓA.wav (hoặc .ogg, .flac) trong thư mục kiosk.speech_clips. Khi khóa ấy đã có trong
cấu hình, cột thứ tư là các tệp còn thiếu. Câu nào thay đổi theo hồ sơ thì không thu được: máy đọc bằng espeak-ng
hoặc speech-dispatcher, nếu có.`,
		`Prints one sentence a line: key, Vietnamese words, English words, tabs between, so that a spreadsheet opens it.
Record each as vi/KEY.wav and en/KEY.wav (or .ogg, .flac) in the folder kiosk.speech_clips. When the configuration names
that folder, a fourth column has the files still missing. Sentences that change with an application cannot be recorded:
espeak-ng or speech-dispatcher says them, where there is one.`,
	)
	// KioskClipsWhere takes how many clips.
	KioskClipsWhere = text.Say(
		"%d câu. Thu thành vi/KHÓA.wav và en/KHÓA.wav, rồi ghi thư mục ấy vào kiosk.speech_clips.",
		"%d sentences. Record them as vi/KEY.wav and en/KEY.wav, and put that folder into kiosk.speech_clips.",
	)
	// KioskClipsMissing takes how many files.
	KioskClipsMissing = text.Say("Còn thiếu %d tệp.", "%d files are missing.")
	KioskNoPortal     = text.Say("Chưa có cổng nào để đọc danh mục.", "There is no portal to read the catalogue from.")
	KioskSyncBusy     = text.Say("Một lần cập nhật khác đang chạy.", "Another sync is under way.")
)
