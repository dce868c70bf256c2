package operator

import "motcua/tui/text"

// Texts of motcua notices check.
var (
	NoticesCheckUse   = text.Say("check THƯ-MỤC", "check FOLDER")
	NoticesCheckShort = text.Say("Kiểm tra thư mục thông báo của cơ quan", "Check the folder of an office's notices")
	// NoticesGood takes the folder and the number of notices.
	NoticesGood = text.Say("%s: dùng được, %d thông báo.", "%s: it can be used, %d notices.")
)

// NoticesWrong are the sentences about mistakes of a notice, by posted.Kind: what is wrong and
// what to do. They take the key and the value.
var NoticesWrong = map[string]text.Said{
	"missing":   text.Say("không có ở đó%[1]s%[2]s. Xem lại đường dẫn.", "it is not there%[1]s%[2]s. Check the path."),
	"denied":    text.Say("tài khoản này không được đọc%[1]s%[2]s. Cho tài khoản chạy chương trình quyền đọc.", "this account may not read it%[1]s%[2]s. Let the account that runs the program read it."),
	"folder":    text.Say("đây là thư mục, không phải tệp%[1]s%[2]s. Xem lại tên.", "this is a folder, not a file%[1]s%[2]s. Check its name."),
	"not_plain": text.Say("đây không phải tệp thường%[1]s%[2]s. Lưu thành tệp rồi thử lại.", "this is not a regular file%[1]s%[2]s. Save it as a file and try again."),
	"unread":    text.Say("không đọc được%[1]s (%[2]s). Xem lại tên và quyền đọc.", "it cannot be read%[1]s (%[2]s). Check its name and that this account may read it."),
	"untrusted": text.Say("tài khoản khác sửa được%[1]s: %[2]s. Chỉ để người quản trị được ghi.", "other accounts may change it%[1]s: %[2]s. Let only the administrator write it."),
	"too_many":  text.Say("nhiều hơn%[1]s %[2]s thông báo. Xóa những cái đã hết hạn.", "there are more than%[1]s %[2]s notices. Delete those that are over."),
	"too_large": text.Say("tệp lớn hơn%[1]s %[2]s kB. Viết ngắn lại.", "it is larger than%[1]s %[2]s kB. Make it shorter."),
	"not_text":  text.Say("không phải tệp chữ UTF-8%[1]s%[2]s. Lưu lại với mã UTF-8.", "it is no text in UTF-8%[1]s%[2]s. Save it as UTF-8."),
	"name":      text.Say("tên tệp%[1]s không dùng được: “%[2]s”. Chỉ dùng chữ không dấu, số, gạch nối, dài không quá 60.", "the file's name%[1]s cannot be used: “%[2]s”. Use letters without accents, digits and hyphens, 60 at most."),
	"no_head":   text.Say("thiếu phần ngày%[1]s%[2]s ở đầu tệp. Viết hai dòng from, until giữa hai dòng ---.", "the days are missing%[1]s%[2]s at its beginning. Write two lines from and until between two lines of ---."),
	"key":       text.Say("không hiểu dòng này%[1]s: “%[2]s”. Chỉ có from, until, title.", "this line is not understood%[1]s: “%[2]s”. There are from, until, title."),
	"no_day":    text.Say("còn thiếu ngày %[1]s%[2]s. Ghi như 2026-12-31.", "the day %[1]s is missing%[2]s. Write it like 2026-12-31."),
	"day":       text.Say("%[1]s không phải ngày: “%[2]s”. Ghi như 2026-12-31 hay 31/12/2026.", "%[1]s is no day: “%[2]s”. Write it like 2026-12-31 or 31/12/2026."),
	"backwards": text.Say("%[1]s là %[2]s, trước ngày bắt đầu. Đổi lại hai ngày.", "%[1]s is %[2]s, before the first day. Correct the two days."),
	"no_title":  text.Say("chưa có tên%[2]s. Thêm dòng %[1]s, hay dòng đầu bắt đầu bằng #.", "it has no title%[2]s. Add a line %[1]s, or a first line that begins with #."),
	"too_long":  text.Say("%[1]s dài quá %[2]s chữ. Viết ngắn lại.", "%[1]s has more than %[2]s letters. Make it shorter."),
	"empty":     text.Say("chưa có nội dung%[1]s%[2]s. Viết bên dưới tên.", "nothing is said in it%[1]s%[2]s. Write below the title."),
	"cut":       text.Say("dài quá%[1]s%[2]s nên đoạn cuối không hiện. Viết ngắn lại, hay dẫn tới một trang.", "it is too long%[1]s%[2]s, so its end is not shown. Make it shorter, or link to a page."),
}
