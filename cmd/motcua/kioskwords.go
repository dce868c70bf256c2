package main

// kioskWords are what the commands around the kiosk say. A test holds that both
// languages say everything.
var kioskWords = struct {
	short, long, flagScanner, flagPrinter said
	needTerminal, trace                   said
	waiting, waitingAsk                   said
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
	flagScanner:  said{"máy quét gắn cổng nối tiếp, ví dụ /dev/ttyACM0", "a scanner on a serial port, for example /dev/ttyACM0"},
	flagPrinter:  said{"máy in phiếu, ví dụ /dev/usb/lp0, tcp://ĐỊA-CHỈ:9100, cups:TÊN", "receipt printer, for example /dev/usb/lp0, tcp://ADDRESS:9100, cups:NAME"},
	needTerminal: said{"Màn hình kiosk cần một màn hình dòng lệnh. Kiểm tra máy này: motcua doctor --kiosk", "The kiosk needs a terminal. To check this machine: motcua doctor --kiosk"},
	waiting:      said{"Máy đang khởi động lại.", "This machine is starting again."},
	waitingAsk:   said{"Ông/bà chờ ít giây, hoặc hỏi quầy hướng dẫn.", "Wait a few seconds, or ask at the desk."},
	trace: said{
		"TEA_TRACE đang được đặt, mọi phím người dân gõ sẽ bị ghi ra tệp. Bỏ biến ấy rồi chạy lại.",
		"TEA_TRACE is set, so every key that people type would be written to a file. Unset it and start again.",
	},
}
