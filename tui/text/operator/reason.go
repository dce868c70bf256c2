package operator

import "motcua/tui/text"

// Reasons why the system did not do something, as the end of a sentence. The system's own
// messages are in English and for programmers.
var (
	ReasonAddressInUse = text.Say("địa chỉ này đang có chương trình khác dùng", "another program uses this address")
	ReasonNoSuchOwn    = text.Say("máy này không có địa chỉ đó", "this machine has no such address")
	ReasonRefused      = text.Say("không có gì nghe ở đó", "nothing listens there")
	ReasonLate         = text.Say("chờ quá lâu không trả lời", "there was no answer in time")
	ReasonNoSuchHost   = text.Say("không có máy nào tên như vậy", "there is no machine of that name")
	ReasonNoAddress    = text.Say("cần địa chỉ và cổng, ví dụ 127.0.0.1:8080", "an address and a port are needed, for example 127.0.0.1:8080")
	ReasonNotThere     = text.Say("không có ở đó", "it is not there")
	ReasonNotAllowed   = text.Say("máy không cho phép", "permission is denied")
	ReasonNoFolder     = text.Say("đó không phải thư mục", "that is not a folder")
	ReasonDiskFull     = text.Say("đĩa đã đầy", "the disk is full")
	ReasonQuota        = text.Say("đã dùng hết phần đĩa được cấp", "the disk quota is used up")
	ReasonPipeClosed   = text.Say("chương trình nhận đã đóng", "the program that reads it has closed")
	ReasonTooLarge     = text.Say("tệp lớn quá", "the file is too large")
	ReasonFolder       = text.Say("đó là thư mục, không phải tệp", "that is a folder, not a file")
)
