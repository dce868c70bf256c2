package main

// serveWords are what the commands of the operator say. A test holds that both
// languages say everything.
var serveWords = struct {
	short, long, flagListen, flagMetrics said
	ready                                said // address, fingerprint, note, port, user@host
	made, noStateDir, trace, cannot      said // cannot: reason
	cutOff                               said
	twice                                said // folder

	sshShort, sshLong, flagHost, flagPort, flagKnown said
	noHostKey                                        said // file
	badHostKey                                       said // reason
	badHost, badPort                                 said // what was given

	deployShort, deployLong, deployServerShort, deployServerLong, flagTo said
	needTo, deployExists, deployFailed                                   said // file; file, reason
	deployDone                                                           said // file
	deployNext                                                           said // folder
}{
	short: said{"Phục vụ qua SSH", "Serve over SSH"},
	long: said{
		`Phục vụ giao diện này, các lệnh tra cứu và chế độ dòng chữ cho bất kỳ ai có chương trình ssh.
Không có vỏ lệnh, không chuyển tệp, không chuyển tiếp.

SIGHUP đọc lại cấu hình: khoá cán bộ, hạn mức, màu. SIGTERM hoặc Ctrl-C: thôi nhận người mới, báo
người bên trong, chờ 30 giây rồi dừng; lần thứ hai thì dừng ngay. Nhật ký ra standard error.`,
		`Serves this interface, the look-up commands and the line mode to anyone with an ssh client. No
shell, no file transfer, no forwarding.

SIGHUP reads the configuration again: staff keys, limits, themes. SIGTERM or Ctrl-C: no one new, a line
to those inside, 30 seconds, then the end; a second one ends at once. The log goes to standard error.`,
	},
	flagListen:  said{`địa chỉ và cổng để nghe; ":2222" là mọi địa chỉ`, `address and port to listen on; ":2222" is every address`},
	flagMetrics: said{"địa chỉ nội bộ cho số đo và /healthz, ví dụ 127.0.0.1:9222", "local address of metrics and /healthz, for example 127.0.0.1:9222"},
	ready: said{
		"motcua đang phục vụ ở %s\n  dấu khoá máy chủ  %s%s\n  vào bằng          ssh -p %s %s\n",
		"motcua serves at %s\n  host key  %s%s\n  get in    ssh -p %s %s\n",
	},
	made:       said{"  (vừa tạo)", "  (made just now)"},
	noStateDir: said{"Không biết để khoá máy chủ ở đâu: đặt server.state_dir trong cấu hình.", "There is no place for the host key: set server.state_dir in the configuration."},
	trace: said{
		"TEA_TRACE đang được đặt, mọi phím người dân gõ sẽ bị ghi ra tệp. Bỏ biến ấy rồi chạy lại.",
		"TEA_TRACE is set, so every key that people type would be written to a file. Unset it and start again.",
	},
	cannot: said{"Máy chủ không chạy được: %s", "The server does not start: %s"},
	cutOff: said{"Dừng ngay, các phiên bên trong bị ngắt.", "Stopped at once; the sessions inside were cut off."},

	twice: said{
		"Một motcua khác đang dùng thư mục trạng thái %s. Dừng nó trước, hoặc đặt server.state_dir khác cho máy chủ này.",
		"Another motcua uses the state folder %s. Stop it first, or set another server.state_dir for this server.",
	},

	sshShort: said{"In đoạn cấu hình cho máy khách SSH", "Print a block for an SSH client's configuration"},
	sshLong: said{
		`In đoạn để chép vào ~/.ssh/config của máy khách: tên, cổng, giữ kết nối, và tắt việc gửi thêm gói tin
khi gõ. Dòng khoá máy chủ cho ~/.ssh/known_hosts ở trong chú thích; --known-hosts chỉ in dòng ấy.
Chạy trên máy chủ, bằng tài khoản đọc được khoá máy chủ.`,
		`Prints the block to copy into a client's ~/.ssh/config: name, port, keep-alives, and no padding of
keystrokes. The host key's line for ~/.ssh/known_hosts stands in a comment; --known-hosts prints it alone.
Run it on the server, as an account that may read the host key.`,
	},
	flagHost:   said{"tên hay địa chỉ mà máy khách dùng để tới đây", "name or address by which clients reach this machine"},
	flagPort:   said{"cổng", "port"},
	flagKnown:  said{"chỉ in dòng cho known_hosts", "print the line for known_hosts alone"},
	noHostKey:  said{"Chưa có khoá máy chủ ở %s. Chạy motcua serve một lần trước.", "There is no host key at %s yet. Start motcua serve once."},
	badHostKey: said{"Không đọc được khoá máy chủ: %s", "The host key cannot be read: %s"},
	badHost:    said{"“%s” không phải tên máy hay địa chỉ.", "“%s” is no host name or address."},
	badPort:    said{"“%d” không phải cổng; cần số từ 1 đến 65535.", "“%d” is no port; a number from 1 to 65535 is needed."},

	deployShort:       said{"Viết các tệp để cài đặt", "Write the files of an installation"},
	deployLong:        said{"Viết các tệp để cài đặt, mỗi dòng có chú thích. Không ghi đè tệp nào.", "Writes the files of an installation, each line explained. Overwrites nothing."},
	deployServerShort: said{"Dịch vụ systemd cho motcua serve", "A systemd service for motcua serve"},
	deployServerLong: said{
		`Viết vào một thư mục: dịch vụ systemd đã khoá chặt, cấu hình mẫu, tệp biến môi trường và hướng dẫn.
Không ghi đè tệp nào, không sửa gì trên máy.`,
		`Writes into a folder: a hardened systemd service, an example configuration, a file of variables, and how
to install them. Overwrites nothing and changes nothing else on this machine.`,
	},
	flagTo:       said{"thư mục để viết vào", "folder to write into"},
	needTo:       said{"Cần --to THƯ MỤC.", "--to FOLDER is needed."},
	deployExists: said{"%s đã có, không ghi đè. Chọn thư mục khác, hoặc đổi tên tệp ấy.", "%s exists and is not overwritten. Choose another folder, or rename it."},
	deployFailed: said{"Không ghi được %s: %s", "Cannot write %s: %s"},
	deployDone:   said{"Đã viết %s", "Wrote %s"},
	deployNext:   said{"Đọc %s để cài đặt.", "How to install them: %s"},
}
