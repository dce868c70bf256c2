package operator

import "motcua/tui/text"

// Texts of motcua config.
var (
	ConfigShort = text.Say("Xem cấu hình đang dùng, mật khẩu được ẩn", "Show the effective configuration, passwords hidden")
	ConfigLong  = text.Say(
		`Xem cấu hình đang dùng và mỗi giá trị lấy từ đâu. Thứ tự ưu tiên, sau đè trước:
giá trị có sẵn, tệp, biến môi trường MOTCUA_*, tùy chọn trên dòng lệnh. Không chỉ tên tệp thì tìm ở $MOTCUA_CONFIG,
$XDG_CONFIG_HOME/motcua/config.toml (hoặc ~/.config), /etc/motcua/config.toml.`,
		`Shows the configuration in use and where each value comes from. Later ones
override earlier ones: built-in values, file, MOTCUA_* variables, flags. Unless it is named, the file is looked
for at $MOTCUA_CONFIG, $XDG_CONFIG_HOME/motcua/config.toml (or ~/.config) and
/etc/motcua/config.toml.`,
	)
	ConfigInitShort = text.Say("Viết một tệp cấu hình có chú thích", "Write a commented config file")
	ConfigInitLong  = text.Say(
		"Viết một tệp cấu hình có chú thích ở chỗ máy sẽ tìm, hoặc ở --config. Không ghi đè tệp đã có.",
		"Writes a commented config file where it will be looked for, or at --config. Never overwrites one.",
	)
	// ConfigInitDone takes the file.
	ConfigInitDone = text.Say("Đã viết %s", "Wrote %s")
	// ConfigInitShared takes the service and its account.
	ConfigInitShared = text.Say("Dịch vụ %s (tài khoản %s) đọc được tệp này, chỉ root sửa được.", "The service %s (account %s) can read it, and only root can change it.")
	// ConfigInitNoAccount takes the account and a command.
	ConfigInitNoAccount = text.Say("Máy này chưa có tài khoản %s của dịch vụ. Tạo tài khoản xong thì chạy: %s", "This machine has no account %s for the service yet. Once it has one, run: %s")
	ConfigCheckUse      = text.Say("check [tệp]", "check [file]")
	ConfigCheckShort    = text.Say("Kiểm tra một tệp cấu hình, không hỏi mạng", "Check a config file without a network")
	ConfigCheckLong     = text.Say(
		`Đọc một tệp cấu hình như motcua serve sẽ đọc, kể cả biến môi trường và những tệp nó chỉ tới: mật
khẩu, chứng thư, khóa của cán bộ. Không hỏi mạng, không tra tên máy. Không ghi tệp thì kiểm tra tệp
đang dùng. Mã kết thúc: 0 dùng được, 1 có chỗ phải sửa, 2 gõ sai lệnh.`,
		`Reads a config file as motcua serve would, with the environment and the files that it names:
passwords, certificates, keys of staff. Asks no network and looks up no names. Without a file it
checks the one in use. Exit codes: 0 it can be used, 1 something has to be corrected, 2 wrong usage.`,
	)
	ConfigOneFile = text.Say("Cần nhiều nhất một tệp: motcua config check TỆP", "At most one file is taken: motcua config check FILE")
	// ConfigGood takes the file.
	ConfigGood         = text.Say("%s: dùng được.", "%s: it can be used.")
	ConfigGoodDefaults = text.Say("Không có tệp cấu hình; các giá trị có sẵn dùng được.", "There is no config file; the built-in values can be used.")
	// ConfigNoHome takes the file twice.
	ConfigNoHome = text.Say(
		"Tài khoản này không có thư mục riêng (HOME), nên tệp sẽ nằm ở %s, chỗ chung của cả máy. Đúng là chỗ ấy thì chạy: motcua config init --config %s",
		"This account has no folder of its own (HOME), so the file would be %s, which applies to the whole machine. If you want that, run: motcua config init --config %s",
	)
)

// Comments in the file that motcua config init writes, and in the configuration as it is
// shown.
var (
	ConfigFileHead = text.Say(
		"Cấu hình của motcua. Dòng nào bỏ đi thì dùng giá trị có sẵn, như ghi ở đây.",
		"Configuration of motcua. A line that is left out keeps the built-in value shown here.",
	)
	ConfigFileOrder = text.Say(
		"Thứ tự ưu tiên, sau đè trước: giá trị có sẵn, tệp này, biến môi trường MOTCUA_*, tùy chọn trên dòng lệnh.",
		"Later ones override earlier ones: built-in values, this file, MOTCUA_* variables, flags.",
	)
	ConfigNoFile = text.Say("Không có tệp cấu hình.", "There is no config file.")
	ConfigSample = text.Say("Đang dùng dữ liệu mẫu.", "Sample data is in use.")
)

// Hidden is shown in place of a secret, in both languages.
const Hidden = "(ẩn)"
