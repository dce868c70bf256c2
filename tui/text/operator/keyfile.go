package operator

import "motcua/tui/text"

// Problems of a file that contains a secret or that the program trusts, and what to do.
var (
	// KeyfileRun takes a command.
	KeyfileRun      = text.Say("Chạy: %s", "Run: %s")
	KeyfileNoFolder = text.Say("đây không phải thư mục", "this is not a folder")
	KeyfileDoFolder = text.Say("Đặt một thư mục ở đây, hoặc ghi thư mục khác vào cấu hình.", "Create a folder here, or configure another one.")
	KeyfileNoFile   = text.Say("đây không phải tệp thường", "this is not a regular file")
	KeyfileDoFile   = text.Say("Đặt một tệp ở đây, hoặc ghi tệp khác vào cấu hình.", "Put a file here, or configure another one.")
	// KeyfileLink takes the target of the link.
	KeyfileLink   = text.Say("đây là liên kết dẫn ra ngoài thư mục của nó, tới %s", "this is a link that leaves its folder, to %s")
	KeyfileDoLink = text.Say("Để chính tệp ấy ở đây, hoặc ghi đường dẫn thật của nó vào cấu hình.", "Put the file itself here, or write its real path into the configuration.")
	// KeyfileReadable and the next two take the mode.
	KeyfileReadable       = text.Say("người khác trên máy đọc được (quyền %#o)", "other accounts on this machine can read it (mode %#o)")
	KeyfileWritable       = text.Say("người khác trên máy sửa được (quyền %#o)", "other accounts on this machine can change it (mode %#o)")
	KeyfileFolderWritable = text.Say("người khác trên máy thay được tệp trong thư mục này (quyền %#o)", "other accounts on this machine can replace files in this folder (mode %#o)")
	// KeyfileUnreadable takes the account and the mode.
	KeyfileUnreadable = text.Say("tài khoản %s không đọc được (chủ là root, quyền %#o)", "the account %s cannot read it (it belongs to root, mode %#o)")
	// KeyfileOwnOrRoot takes the account.
	KeyfileOwnOrRoot = text.Say("%s hay root", "%s or root")
	// KeyfileForeign takes the account that owns it and the account that should.
	KeyfileForeign = text.Say("thuộc tài khoản %s, không phải %s", "it belongs to the account %s, not to %s")
)
