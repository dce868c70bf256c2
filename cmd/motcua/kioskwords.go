package main

// kioskWords are what the commands around the kiosk say. A test holds that both
// languages say everything.
var kioskWords = struct {
	short, long, flagScanner, flagPrinter said
	needTerminal, trace                   said
	waiting, waitingAsk                   said

	deployUse, deployShort, deployLong, oneFolder said

	pinShort, pinLong, pinAsk, pinAgain, pinWhere said
	pinNone, pinDiffer, pinTooEasy                said
	pinTooShort                                   said // least
	pinForm                                       said // least, most

	clipsShort, clipsLong    said
	clipsWhere, clipsMissing said // how many clips; how many files

	noPortal, syncBusy, flagDoctor said
}{
	short: said{"Màn hình cho sảnh chờ, khoá chặt, quên ngay từng người", "The screen of a lobby: locked, forgetting each person"},
	long: said{
		`Giao diện cho màn hình ở sảnh: chạm hay bấm phím đều được, không thoát ra được, không ai chạm thì
hỏi rồi xoá hết. Giờ làm việc, tin, PIN, máy quét, máy in, giọng đọc: mục [kiosk] của tệp cấu hình.
Hỏng thì tự chạy lại trong một giây. Cài đặt cả máy: motcua deploy kiosk.`,
		`The interface for a screen in a lobby: by touch or by keys, with no way out; untouched, it asks and then
forgets everything. Hours, news, PIN, scanner, printer, speech: [kiosk] in the config file. When it
breaks it comes back within a second. To set up a whole machine: motcua deploy kiosk.`,
	},
	flagScanner:  said{"thiết bị của máy quét: cổng nối tiếp như /dev/ttyACM0, hoặc máy quét kiểu bàn phím như /dev/input/by-id/…-event-kbd", "the scanner's device: a serial port such as /dev/ttyACM0, or one that types, /dev/input/by-id/…-event-kbd"},
	flagPrinter:  said{"máy in phiếu, ví dụ /dev/usb/lp0, tcp://ĐỊA-CHỈ, cups://TÊN", "receipt printer, for example /dev/usb/lp0, tcp://ADDRESS, cups://NAME"},
	needTerminal: said{"Màn hình kiosk cần một màn hình dòng lệnh. Kiểm tra máy này: motcua doctor --kiosk", "The kiosk needs a terminal. To check this machine: motcua doctor --kiosk"},
	deployUse:    said{"kiosk [thư-mục]", "kiosk [folder]"},
	deployShort:  said{"Cả một máy kiosk: Debian 12 hoặc 13, khoá chặt", "A whole kiosk machine: Debian 12 or 13, locked down"},
	deployLong: said{
		`Viết vào một thư mục để xem trước: dịch vụ systemd, cấu hình cage (hoặc sway) và foot, phông chữ, logind,
sysctl, modprobe, PAM, cấu hình mẫu, và hướng dẫn nói rõ từng bước khoá máy: làm gì, vì sao, kiểm tra thế nào.
Không ghi đè tệp nào, không sửa gì trên máy.`,
		`Writes into a folder to review: the systemd service, the settings of cage (or sway) and foot, fonts, logind,
sysctl, modprobe, PAM, an example configuration, and how to install them, with each step of the lock-down
explained: what, why, how to check. Overwrites nothing and changes nothing else on this machine.`,
	},
	oneFolder: said{"Cần đúng một thư mục: motcua deploy kiosk THƯ-MỤC", "One folder is needed: motcua deploy kiosk FOLDER"},

	pinShort: said{"Lập mã PIN cho trang của cán bộ", "Make the PIN of the operator's page"},
	pinLong: said{
		`Hỏi mã PIN hai lần, không hiện lên màn hình, rồi in ra dòng pin_hash để chép vào mục [kiosk] của tệp cấu
hình. Mã PIN ở đó không đọc ngược lại được; dù vậy hãy để tệp chỉ tài khoản của kiosk đọc được. Từ ống dẫn: mỗi dòng một lần.`,
		`Asks for a PIN twice without showing it and prints the line pin_hash for [kiosk] in the config file. The
PIN cannot be read back from it; still, let the kiosk's account alone read the file. From a pipe: a line each.`,
	},
	pinAsk:      said{"Mã PIN: ", "PIN: "},
	pinAgain:    said{"Gõ lại mã PIN: ", "The PIN again: "},
	pinWhere:    said{"Chép dòng trên vào mục [kiosk] của tệp cấu hình.", "Copy this line into [kiosk] of the config file."},
	pinNone:     said{"Chưa có mã PIN nào được gõ.", "No PIN was typed."},
	pinDiffer:   said{"Hai lần gõ không giống nhau. Chạy lại lệnh này.", "The two are not the same. Run the command again."},
	pinTooEasy:  said{"Mã PIN này dễ đoán: một chữ số lặp lại, hoặc đếm lên, đếm xuống. Chọn mã khác.", "This PIN is soon guessed: one digit again and again, or counted up or down. Choose another."},
	pinTooShort: said{"Mã PIN cần ít nhất %d chữ số.", "A PIN has at least %d digits."},
	pinForm:     said{"Mã PIN chỉ gồm chữ số, từ %d đến %d chữ số.", "A PIN is digits alone, %d to %d of them."},

	clipsShort: said{"Những câu để thu âm cho giọng đọc", "The sentences to record for reading aloud"},
	clipsLong: said{
		`In mỗi câu một dòng: khoá, lời tiếng Việt, lời tiếng Anh, cách nhau bằng dấu tab, mở được bằng bảng tính.
Thu từng câu thành vi/KHOÁ.wav và en/KHOÁ.wav (hoặc .ogg, .flac) trong thư mục kiosk.speech_clips. Khi khoá ấy đã có trong
cấu hình, cột thứ tư là các tệp còn thiếu. Câu nào thay đổi theo hồ sơ thì không thu được: máy đọc bằng espeak-ng
hoặc speech-dispatcher, nếu có.`,
		`Prints one sentence a line: key, Vietnamese words, English words, tabs between, so that a spreadsheet opens it.
Record each as vi/KEY.wav and en/KEY.wav (or .ogg, .flac) in the folder kiosk.speech_clips. When the configuration names
that folder, a fourth column has the files still missing. Sentences that change with a dossier cannot be recorded:
espeak-ng or speech-dispatcher says them, where there is one.`,
	},
	clipsWhere: said{
		"%d câu. Thu thành vi/KHOÁ.wav và en/KHOÁ.wav, rồi ghi thư mục ấy vào kiosk.speech_clips.",
		"%d sentences. Record them as vi/KEY.wav and en/KEY.wav, and put that folder into kiosk.speech_clips.",
	},
	clipsMissing: said{"Còn thiếu %d tệp.", "%d files are missing."},

	flagDoctor: said{"thử màn hình này cho sảnh: chữ, màu, chạm, cỡ, máy quét, máy in, giọng đọc, PIN", "try this screen for a lobby: letters, colours, touch, size, scanner, printer, speech, PIN"},
	noPortal:   said{"Chưa có cổng nào để đọc danh mục.", "There is no portal to read the catalogue from."},
	syncBusy:   said{"Một lần cập nhật khác đang chạy.", "Another sync is under way."},

	waiting:    said{"Máy đang khởi động lại.", "This machine is starting again."},
	waitingAsk: said{"Ông/bà chờ ít giây, hoặc hỏi quầy hướng dẫn.", "Wait a few seconds, or ask at the desk."},
	trace: said{
		"TEA_TRACE đang được đặt, mọi phím người dân gõ sẽ bị ghi ra tệp. Bỏ biến ấy rồi chạy lại.",
		"TEA_TRACE is set, so every key that people type would be written to a file. Unset it and start again.",
	},
}
