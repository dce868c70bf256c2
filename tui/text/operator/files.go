package operator

import "motcua/tui/text"

// Texts about the files that an operator keeps: units, ranks, notices.
var (
	OneFile = text.Say("Cần đúng một tệp.", "Exactly one file is needed.")
	// KeptLine takes the file, the line and the sentence.
	KeptLine = text.Say("%s, dòng %d: %s", "%s, line %d: %s")
	// KeptWhole takes the file and the sentence.
	KeptWhole = text.Say("%s: %s", "%s: %s")
	// DoctorFileUsed takes how many entries of a file are used.
	DoctorFileUsed = text.Say("dùng được %d mục.", "%d entries are used.")
	// DoctorDoFile takes the command that checks the file.
	DoctorDoFile = text.Say("Xem từng chỗ bằng %s, sửa rồi khởi động lại.", "See each place with %s, correct it, then restart.")
)
