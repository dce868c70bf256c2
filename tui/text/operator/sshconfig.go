package operator

import "motcua/tui/text"

// Texts of motcua ssh-config.
var (
	SSHConfigShort = text.Say("In đoạn cấu hình cho máy khách SSH", "Print a block for an SSH client's configuration")
	SSHConfigLong  = text.Say(
		`In đoạn để chép vào ~/.ssh/config của máy khách: tên, cổng, giữ kết nối, và tắt việc gửi thêm gói tin
khi gõ. Dòng khóa máy chủ cho ~/.ssh/known_hosts ở trong chú thích; --known-hosts chỉ in dòng ấy.
Chạy trên máy chủ, bằng tài khoản đọc được khóa máy chủ.`,
		`Prints the block to copy into a client's ~/.ssh/config: name, port, keep-alives, and no padding of
keystrokes. The host key's line for ~/.ssh/known_hosts stands in a comment; --known-hosts prints it alone.
Run it on the server, as an account that may read the host key.`,
	)
	SSHConfigFlagHost  = text.Say("tên hay địa chỉ mà máy khách dùng để tới đây", "name or address by which clients reach this machine")
	SSHConfigFlagPort  = text.Say("cổng", "port")
	SSHConfigFlagKnown = text.Say("chỉ in dòng cho known_hosts", "print the line for known_hosts alone")
	// SSHConfigNoHostKey takes the file.
	SSHConfigNoHostKey = text.Say("Chưa có khóa máy chủ ở %s. Chạy motcua serve một lần trước.", "There is no host key at %s yet. Start motcua serve once.")
	// SSHConfigBadHostKey takes the reason.
	SSHConfigBadHostKey = text.Say("Không đọc được khóa máy chủ: %s", "The host key cannot be read: %s")
	// SSHConfigBadHost takes the given text.
	SSHConfigBadHost = text.Say("“%s” không phải tên máy hay địa chỉ.", "“%s” is not a host name or address.")
	// SSHConfigBadPort takes the given number.
	SSHConfigBadPort = text.Say("“%d” không phải cổng; cần số từ 1 đến 65535.", "“%d” is not a port; a number from 1 to 65535 is needed.")
)

// Comments in that block.
var (
	SSHConfigHead = text.Say(
		"Chép vào ~/.ssh/config, rồi gõ: ssh motcua, ssh motcua track MÃ, ssh -T motcua.\nDòng cho ~/.ssh/known_hosts, để biết đúng máy này:",
		"For ~/.ssh/config, then: ssh motcua, ssh motcua track CODE, ssh -T motcua.\nThe line for ~/.ssh/known_hosts, by which this server is known:",
	)
	SSHConfigUser = text.Say(
		"Tên này không bị hỏi khóa. Cán bộ bỏ dòng này đi để dùng khóa của mình.",
		"This name is asked for no key. Staff take the line out, so that theirs is asked for.",
	)
	SSHConfigKeystrokes = text.Say(
		"OpenSSH từ 9.5 gửi thêm gói tin để giấu nhịp gõ: 24 phím tốn 54 đến 71 KB thay vì 8,4 KB.\nỞ đây chỉ gõ mã trên giấy hẹn, nên tắt đi. Bản cũ hơn không biết từ này, dòng đầu bảo nó bỏ qua.",
		"OpenSSH from 9.5 on hides the rhythm of typing behind extra packets: 24 keys cost 54 to 71 KB instead of 8.4 KB.\nHere codes from receipts are typed, so it is off. Older clients do not know the word; the first line lets them pass.",
	)
	SSHConfigAlive = text.Say(
		"Đường dây đứt thì sau hai phút là biết.", "A line that is cut is noticed after two minutes.",
	)
	SSHConfigForward = text.Say(
		"Ở đây không chuyển tiếp gì.", "Nothing is forwarded here.",
	)
)
