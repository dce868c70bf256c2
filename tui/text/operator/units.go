package operator

import "motcua/tui/text"

// Texts of motcua units check.
var (
	UnitsCheckUse   = text.Say("check TỆP", "check FILE")
	UnitsCheckShort = text.Say("Kiểm tra tệp địa chỉ, giờ, điện thoại của các đơn vị", "Check a file of addresses, hours and phones of units")
	// UnitsGood takes the file and the number of units.
	UnitsGood = text.Say("%s: dùng được, %d đơn vị.", "%s: it can be used, %d units.")
)

// UnitsWrong are the sentences about mistakes of the file, by office.Kind: what is wrong and
// what to do. They take the key and the value.
var UnitsWrong = map[string]text.Said{
	"missing":     text.Say("không có tệp này%[1]s%[2]s. Xem lại đường dẫn, hoặc chép tệp vào đó.", "there is no such file%[1]s%[2]s. Check the path, or put the file there."),
	"denied":      text.Say("tài khoản này không được đọc tệp%[1]s%[2]s. Cho tài khoản chạy chương trình quyền đọc.", "this account may not read it%[1]s%[2]s. Let the account that runs the program read it."),
	"folder":      text.Say("đây là thư mục, không phải tệp%[1]s%[2]s. Xem lại tên.", "this is a folder, not a file%[1]s%[2]s. Check its name."),
	"not_plain":   text.Say("đây không phải tệp thường%[1]s%[2]s. Lưu thành tệp rồi thử lại.", "this is not a regular file%[1]s%[2]s. Save it as a file and try again."),
	"unread":      text.Say("không đọc được%[1]s (%[2]s). Xem lại tên và quyền đọc tệp.", "it cannot be read%[1]s (%[2]s). Check its name and that this account may read it."),
	"untrusted":   text.Say("tài khoản khác sửa được tệp này%[1]s: %[2]s. Chỉ để người quản trị được ghi.", "other accounts may change it%[1]s: %[2]s. Let only the administrator write it."),
	"too_large":   text.Say("tệp lớn hơn%[1]s %[2]s MB. Bỏ bớt.", "it is larger than%[1]s %[2]s MB. Take something out."),
	"not_text":    text.Say("không phải tệp chữ UTF-8%[1]s%[2]s. Lưu lại với mã UTF-8.", "it is no text in UTF-8%[1]s%[2]s. Save it as UTF-8."),
	"syntax":      text.Say("viết sai cú pháp TOML%[1]s: %[2]s. Sửa dòng này; đơn vị này bị bỏ qua.", "this is not TOML%[1]s: %[2]s. Correct the line; the unit is skipped."),
	"wrong_type":  text.Say("%[1]s viết sai kiểu%[2]s. Viết như address = \"...\", hours = [\"...\", \"...\"].", "%[1]s has the wrong form%[2]s. Write it like address = \"...\", hours = [\"...\", \"...\"]."),
	"unknown_key": text.Say("không có khóa %[1]s%[2]s. Khóa dùng được: id, code, address, phone, note, hours, counter.", "there is no key %[1]s%[2]s. The keys are id, code, address, phone, note, hours, counter."),
	"nameless":    text.Say("đơn vị này thiếu mã%[2]s. Thêm code hoặc id, xem bằng motcua units.", "the unit has no code%[2]s. Add code or id; motcua units lists them."),
	"code":        text.Say("%[1]s không thể là “%[2]s”. Lấy mã ở motcua units, ví dụ H55.100.", "%[1]s cannot be “%[2]s”. Take the code that motcua units lists, such as H55.100."),
	"hours":       text.Say("%[1]s không đọc được “%[2]s”. Viết như \"mon-fri 07:30-11:30 13:00-17:00\", mỗi ngày một lần.", "%[1]s cannot be read: “%[2]s”. Write it like \"mon-fri 07:30-11:30 13:00-17:00\", each day once."),
	"too_long":    text.Say("%[1]s dài quá %[2]s chữ. Viết ngắn lại.", "%[1]s has more than %[2]s letters. Make it shorter."),
	"too_many":    text.Say("%[1]s nhiều hơn %[2]s. Bỏ bớt.", "%[1]s: more than %[2]s. Take some out."),
	"no_name":     text.Say("%[1]s còn thiếu%[2]s. Thêm tên quầy.", "%[1]s is missing%[2]s. Give the counter its name."),
	"twice":       text.Say("%[1]s này đã có ở dòng %[2]s. Gộp hai chỗ làm một.", "this %[1]s stands in line %[2]s already. Put the two together."),
	"more":        text.Say("còn%[1]s %[2]s chỗ sai nữa. Sửa những chỗ trên rồi kiểm tra lại.", "there are%[1]s %[2]s more mistakes. Correct those above and check again."),
	"empty":       text.Say("chưa ghi gì về đơn vị này%[2]s. Thêm địa chỉ, giờ, điện thoại hoặc quầy.", "nothing is said of the unit%[2]s. Add address, hours, phone or counters."),
}
