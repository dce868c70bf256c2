package operator

import "motcua/tui/text"

// Texts of motcua deploy.
var (
	DeployShort       = text.Say("Viết các tệp để cài đặt", "Write the files of an installation")
	DeployLong        = text.Say("Viết các tệp để cài đặt, mỗi dòng có chú thích. Không ghi đè tệp nào.", "Writes the files of an installation, each line explained. Overwrites nothing.")
	DeployServerShort = text.Say("Dịch vụ systemd cho motcua serve", "A systemd service for motcua serve")
	DeployServerLong  = text.Say(
		`Viết vào một thư mục: dịch vụ systemd đã khóa chặt, cấu hình mẫu, tệp biến môi trường và hướng dẫn.
Không ghi đè tệp nào, không sửa gì trên máy.`,
		`Writes into a folder: a hardened systemd service, an example configuration, a file of variables, and how
to install them. Overwrites nothing and changes nothing else on this machine.`,
	)
	DeployServerUse = text.Say("server [thư-mục]", "server [folder]")
	// DeployOneFolder takes the command.
	DeployOneFolder = text.Say("Cần đúng một thư mục: %s THƯ-MỤC", "One folder is needed: %s FOLDER")
	// DeployExists takes the file.
	DeployExists = text.Say("%s đã có, không ghi đè. Chọn thư mục khác, hoặc đổi tên tệp ấy.", "%s exists and is not overwritten. Choose another folder, or rename it.")
	// DeployFailed takes file and reason.
	DeployFailed = text.Say("Không ghi được %s: %s", "Cannot write %s: %s")
	// DeployDone takes the file.
	DeployDone = text.Say("Đã viết %s", "Wrote %s")
	// DeployNext takes the file with the instructions.
	DeployNext         = text.Say("Đọc %s để cài đặt.", "How to install them: %s")
	DeployClusterUse   = text.Say("cluster [thư-mục]", "cluster [folder]")
	DeployClusterShort = text.Say("Nhiều máy chủ như một: HAProxy, kho đếm chung", "Several servers as one: HAProxy and a common store")
	DeployClusterLong  = text.Say(
		`Viết vào một thư mục: cấu hình HAProxy, cấu hình Valkey hay Redis làm kho đếm chung, dịch vụ systemd của cả hai,
cấu hình của các máy chủ, khóa và mật khẩu mới, và hướng dẫn có thứ tự nâng cấp. Không ghi đè tệp nào.`,
		`Writes into a folder: the settings of HAProxy and of a Valkey or Redis as the common store, systemd services
for both, the configuration of the servers, new secrets, and how to install and upgrade them. Overwrites nothing.`,
	)
	DeployKioskUse   = text.Say("kiosk [thư-mục]", "kiosk [folder]")
	DeployKioskShort = text.Say("Cả một máy kiosk: Debian 12 hoặc 13, khóa chặt", "A whole kiosk machine: Debian 12 or 13, locked down")
	DeployKioskLong  = text.Say(
		`Viết vào một thư mục để xem trước: dịch vụ systemd, cấu hình cage (hoặc sway) và foot, phông chữ, logind,
sysctl, modprobe, PAM, cấu hình mẫu, và hướng dẫn nói rõ từng bước khóa máy: làm gì, vì sao, kiểm tra thế nào.
Không ghi đè tệp nào, không sửa gì trên máy.`,
		`Writes into a folder to review: the systemd service, the settings of cage (or sway) and foot, fonts, logind,
sysctl, modprobe, PAM, an example configuration, and how to install them, with each step of the lock-down
explained: what, why, how to check. Overwrites nothing and changes nothing else on this machine.`,
	)
)
