package main

// configWords are what the commands about the configuration say. A test holds that
// both languages say everything.
var configWords = struct {
	checkUse, checkShort, checkLong, oneFile said
	good                                     said // file
	goodDefaults                             said
	note                                     said // sentence
	noHome                                   said // file, file
	otherStore                               said // folder of this account, service, folder, command
}{
	checkUse:   said{"check [tệp]", "check [file]"},
	checkShort: said{"Kiểm tra một tệp cấu hình, không hỏi mạng", "Check a config file without a network"},
	checkLong: said{
		`Đọc một tệp cấu hình như motcua serve sẽ đọc, kể cả biến môi trường và những tệp nó chỉ tới: mật
khẩu, chứng thư, khoá của cán bộ. Không hỏi mạng, không tra tên máy. Không ghi tệp thì kiểm tra tệp
đang dùng. Mã kết thúc: 0 dùng được, 1 có chỗ phải sửa, 2 gõ sai lệnh.`,
		`Reads a config file as motcua serve would, with the environment and the files that it names:
passwords, certificates, keys of staff. Asks no network and looks up no names. Without a file it
checks the one in use. Exit codes: 0 it can be used, 1 something has to be mended, 2 wrong usage.`,
	},
	oneFile:      said{"Cần nhiều nhất một tệp: motcua config check TỆP", "At most one file is taken: motcua config check FILE"},
	good:         said{"%s: dùng được.", "%s: it can be used."},
	goodDefaults: said{"Không có tệp cấu hình; các giá trị có sẵn dùng được.", "There is no config file; the built-in values can be used."},
	note:         said{"Chú ý: %s", "Note: %s"},
	noHome: said{
		"Tài khoản này không có thư mục riêng (HOME), nên tệp sẽ nằm ở %s, chỗ chung của cả máy. Đúng là chỗ ấy thì chạy: motcua config init --config %s",
		"This account has no folder of its own (HOME), so the file would lie at %s, the place of the whole machine. If that is meant run: motcua config init --config %s",
	},
	otherStore: said{
		"Lần này danh mục được đọc về %s, là của tài khoản đang chạy lệnh. Dịch vụ %s có danh mục riêng ở %s, không đổi. Muốn cập nhật cho dịch vụ, bằng quyền root:\n  %s",
		"The catalogue is read into %s, that of the account that runs this. The service %s has one of its own in %s, which stays as it is. To bring that one up to date, as root:\n  %s",
	},
}
