package operator

import "motcua/tui/text"

// Texts of motcua index check.
var (
	RanksCheckUse   = text.Say("check TỆP", "check FILE")
	RanksCheckShort = text.Say("Kiểm tra một tệp xếp hạng từng năm", "Check a file of ranks by year")
	// RanksGood takes the file and the number of rows.
	RanksGood = text.Say("%s: dùng được, %d dòng.", "%s: it can be used, %d rows.")
)

// RanksWrong are the sentences about mistakes of the file, by ranking.Kind: what is wrong and
// what to do. They take the column and the value.
var RanksWrong = map[string]text.Said{
	"missing":   text.Say("không có tệp này%[1]s%[2]s. Xem lại đường dẫn, hoặc chép tệp vào đó.", "there is no such file%[1]s%[2]s. Check the path, or put the file there."),
	"denied":    text.Say("tài khoản này không được đọc tệp%[1]s%[2]s. Cho tài khoản chạy chương trình quyền đọc.", "this account may not read it%[1]s%[2]s. Let the account that runs the program read it."),
	"folder":    text.Say("đây là thư mục, không phải tệp%[1]s%[2]s. Xem lại tên.", "this is a folder, not a file%[1]s%[2]s. Check its name."),
	"not_plain": text.Say("đây không phải tệp thường%[1]s%[2]s. Lưu thành tệp rồi thử lại.", "this is not a regular file%[1]s%[2]s. Save it as a file and try again."),
	"unread":    text.Say("không đọc được%[1]s (%[2]s). Xem lại tên và quyền đọc tệp.", "it cannot be read%[1]s (%[2]s). Check its name and that this account may read it."),
	"untrusted": text.Say("tài khoản khác sửa được tệp này%[1]s: %[2]s. Chỉ để người quản trị được ghi.", "other accounts may change it%[1]s: %[2]s. Let only the administrator write it."),
	"too_large": text.Say("tệp lớn hơn%[1]s %[2]s MB. Bỏ bớt.", "it is larger than%[1]s %[2]s MB. Take something out."),
	"not_text":  text.Say("không phải tệp chữ UTF-8%[1]s%[2]s. Lưu lại dạng CSV UTF-8.", "it is no text in UTF-8%[1]s%[2]s. Save it as CSV UTF-8."),
	"no_head":   text.Say("dòng đầu%[1]s thiếu tên cột: %[2]s. Thêm vào.", "the first line%[1]s lacks the names of columns: %[2]s. Add them."),
	"column":    text.Say("dòng đầu có hai cột %[1]s%[2]s. Giữ một cột.", "the first line has the column %[1]s twice%[2]s. Keep one of them."),
	"syntax":    text.Say("dòng này viết sai kiểu CSV%[1]s%[2]s, bị bỏ qua. Xem lại dấu nháy.", "this line is not CSV%[1]s%[2]s and is skipped. Check its quotes."),
	"year":      text.Say("%[1]s không thể là “%[2]s”. Viết đủ bốn số, ví dụ 2024.", "%[1]s cannot be “%[2]s”. Write four digits, such as 2024."),
	"index":     text.Say("%[1]s không thể là “%[2]s”. Chỉ có PAR và SIPAS.", "%[1]s cannot be “%[2]s”. There are PAR and SIPAS."),
	"code":      text.Say("%[1]s không thể là “%[2]s”. Dùng mã như trong mã hồ sơ, ví dụ H55; VN là cả nước.", "%[1]s cannot be “%[2]s”. Use the code at the start of application codes, such as H55; VN is the country."),
	"no_name":   text.Say("%[1]s còn trống%[2]s. Ghi tên đơn vị.", "%[1]s is empty%[2]s. Give the unit's name."),
	"number":    text.Say("%[1]s không phải số dùng được: “%[2]s”. Viết như 73.92, hạng thì như 49.", "%[1]s is no number of use: “%[2]s”. Write it like 73.92, a rank like 49."),
	"score":     text.Say("%[1]s là %[2]s, nhiều hơn max. Xem lại hai số.", "%[1]s is %[2]s, more than max. Check both."),
	"rank":      text.Say("%[1]s là %[2]s, lớn hơn ranked. Xem lại hai số.", "%[1]s is %[2]s, more than ranked. Check both."),
	"ranked":    text.Say("%[1]s nhiều quá: năm ấy chỉ có %[2]s tỉnh, thành phố. Sửa số hoặc năm.", "%[1]s is too many: there were %[2]s provinces in that year. Correct the number or the year."),
	"empty":     text.Say("%[1]s và rank đều trống%[2]s. Ghi ít nhất một số.", "%[1]s and rank are both empty%[2]s. Give at least one of them."),
	"no_source": text.Say("%[1]s còn trống%[2]s. Ghi số này lấy từ đâu.", "%[1]s is empty%[2]s. Say where the figure is from."),
	"kind":      text.Say("%[1]s không thể là “%[2]s”. Viết real, inferred, hoặc để trống.", "%[1]s cannot be “%[2]s”. Write real, inferred, or nothing."),
	"too_long":  text.Say("%[1]s dài quá %[2]s chữ. Viết ngắn lại.", "%[1]s has more than %[2]s letters. Make it shorter."),
	"twice":     text.Say("năm, chỉ số và %[1]s này đã có ở dòng %[2]s. Giữ một dòng.", "this year, index and %[1]s stand in line %[2]s already. Keep one."),
	"more":      text.Say("còn%[1]s %[2]s chỗ sai nữa. Sửa những chỗ trên rồi kiểm tra lại.", "there are%[1]s %[2]s more mistakes. Correct those above and check again."),
}
