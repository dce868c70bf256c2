package operator

import "motcua/tui/text"

// Texts of motcua serve.
var (
	ServeShort = text.Say("Phục vụ qua SSH", "Serve over SSH")
	ServeLong  = text.Say(
		`Phục vụ giao diện này, các lệnh tra cứu và chế độ dòng chữ cho bất kỳ ai có chương trình ssh.
Không có shell, không chuyển tệp, không chuyển tiếp.

SIGHUP đọc lại cấu hình: khóa cán bộ, hạn mức, màu. SIGTERM hoặc Ctrl-C: thôi nhận người mới, báo
người bên trong, chờ 30 giây rồi dừng; lần thứ hai thì dừng ngay. Nhật ký ghi ra đầu ra lỗi (standard error).`,
		`Serves this interface, the look-up commands and the line mode to anyone with an ssh client. No
shell, no file transfer, no forwarding.

SIGHUP reads the configuration again: staff keys, limits, themes. SIGTERM or Ctrl-C: no one new, a line
to those inside, 30 seconds, then the end; a second one ends at once. The log goes to standard error.`,
	)
	ServeFlagListen  = text.Say(`địa chỉ và cổng để nghe; ":2222" là mọi địa chỉ`, `address and port to listen on; ":2222" is every address`)
	ServeFlagMetrics = text.Say("địa chỉ nội bộ cho số liệu giám sát và /healthz, ví dụ 127.0.0.1:9222", "local address of metrics and /healthz, for example 127.0.0.1:9222")
	// ServeReady takes the address, the fingerprint, ServeMade or nothing, the port, user@host.
	ServeReady = text.Say("motcua đang phục vụ ở %s\n  vân tay khóa máy chủ  %s%s\n  vào bằng              ssh -p %s %s\n", "motcua serves at %s\n  host key fingerprint  %s%s\n  to connect            ssh -p %s %s\n")
	ServeMade  = text.Say("  (vừa tạo)", "  (made just now)")
	// ServeCannot takes the reason.
	ServeCannot = text.Say("Máy chủ không chạy được: %s", "The server does not start: %s")
	ServeCutOff = text.Say("Dừng ngay, các phiên bên trong bị ngắt.", "Stopped at once; the sessions inside were cut off.")

	// ServeTwice takes the folder.
	ServeTwice = text.Say(
		"Một motcua khác đang dùng thư mục trạng thái %s. Dừng nó trước, hoặc đặt server.state_dir khác cho máy chủ này.",
		"Another motcua uses the state folder %s. Stop it first, or set another server.state_dir for this server.",
	)
)
