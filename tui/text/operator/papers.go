package operator

import "motcua/tui/text"

// Texts of motcua papers.
var (
	PapersShort = text.Say("Trang giấy tờ được rà soát và trang bị báo sai", "Reviewed pages, and pages marked as wrong")
	PapersLong  = text.Say(
		`Cơ quan sửa trang giấy tờ của một thủ tục bằng một tệp TOML, đặt tên ở khóa papers.file của cấu hình.
new viết sẵn một trang như máy đọc được để sửa, check kiểm tra tệp, list liệt kê trang cán bộ báo sai
rồi đến trang nhiều người dùng mà chưa ai rà soát.`,
		`An office corrects a procedure's page by a TOML file, named by the key papers.file of the
configuration. new writes a page as it was read, to be corrected, check checks a file, list names the
pages that staff marked as wrong, then those used most that nobody has reviewed.`,
	)
	PapersCheckUse   = text.Say("check TỆP", "check FILE")
	PapersCheckShort = text.Say("Kiểm tra một tệp hay thư mục trang đã rà soát", "Check a file or folder of reviewed pages")
	PapersCheckLong  = text.Say(
		"Đọc tệp như motcua serve sẽ đọc và báo từng chỗ sai với số dòng, không hỏi mạng. Mã kết thúc: 0 dùng được, 1 có chỗ phải sửa, 2 gõ sai lệnh.",
		"Reads a file as motcua serve would and tells each mistake with its line, without a network. Exit codes: 0 it can be used, 1 something has to be corrected, 2 wrong usage.",
	)
	PapersOneFile  = text.Say("Cần đúng một tệp hoặc thư mục: motcua papers check TỆP", "Exactly one file or folder is needed: motcua papers check FILE")
	PapersNewUse   = text.Say("new MÃ", "new CODE")
	PapersNewShort = text.Say("Viết một trang như máy đọc được, để rà soát", "Write a page as it was read, to be reviewed")
	PapersNewLong  = text.Say(
		"Viết ra màn hình một mục của tệp rà soát: giấy tờ như máy đang đọc, dòng phải đọc kỹ thành lời dặn, và dấu của nguồn. Sửa rồi chép vào tệp.",
		"Prints a table for the file of reviews: the papers as they are read now, rows to read closely as comments, and the source's fingerprint. Correct it and put it into the file.",
	)
	PapersOneCode   = text.Say("Cần đúng một mã thủ tục, ví dụ 1.001193.", "Exactly one procedure code is needed, for example 1.001193.")
	PapersListShort = text.Say("Trang bị báo sai, trang chưa rà soát", "Pages marked as wrong, pages not reviewed")
	PapersListLong  = text.Say(
		`Trước là trang cán bộ báo sai (phím X), mới nhất trước. Sau là trang chưa ai rà soát, nhiều người dùng nhất trước, kèm phần giấy tờ
máy đọc chưa chắc; chỉ biết phần ấy của thủ tục đã có chi tiết trong máy. Không hỏi mạng.`,
		`First the pages that staff marked as wrong (key X), the newest first. Then pages that nobody has reviewed, those used most
first, with how much of their papers was not read for sure; that is known of procedures whose details are here. Asks no network.`,
	)
	PapersFlagLimit = text.Say("nhiều nhất bấy nhiêu trang chưa rà soát", "at most this many pages not reviewed")
	PapersBadLimit  = text.Say("--limit cần số từ 1 đến 1000.", "--limit needs a number from 1 to 1000.")
	// PapersGood takes the file and the number of procedures.
	PapersGood = text.Say("%s: dùng được, %d thủ tục.", "%s: it can be used, %d procedures.")
	// PapersChanged takes the file, the line and the procedure's code.
	PapersChanged = text.Say(
		"%s, dòng %d: nguồn của %s trong máy này đã đổi so với lúc rà soát.",
		"%s, line %d: the source of %s that is kept here is another than the one that was reviewed.",
	)
	// PapersOutline takes the procedure's code.
	PapersOutline = text.Say(
		"Ở đây chỉ biết tên của thủ tục %s. Khi hỏi được cổng thì chạy lại.",
		"Only the name of the procedure %s is known here. Run it again when the portal can be asked.",
	)
	PapersHead = text.Say(
		"Sửa cho đúng rồi chép vào tệp ở khóa papers.file. Kiểm tra: motcua papers check TỆP.",
		"Correct it and put it into the file of papers.file. To check: motcua papers check FILE.",
	)
	PapersSkeletonPapers = text.Say(
		"Giấy tờ như máy đọc. Danh sách này thay toàn bộ; xóa cả danh sách nếu trang đã đúng.\nMột giấy có thể có: name, originals, copies, show, fill_in, forms, when (chỉ khi), unless (trừ khi), one_of (một trong), case.",
		"Papers as they were read. The list takes the place of all; leave it out where the page is right.\nA paper may have: name, originals, copies, show, fill_in, forms, when, unless, one_of, case.",
	)
	PapersSkeletonClosely = text.Say("Dòng này máy chưa đọc chắc, thêm giấy cần mang nếu có:", "This row was not read for sure; add what has to be brought, if anything:")
	PapersSkeletonTerms   = text.Say("Bỏ dấu # nếu trang nói sai, rồi sửa:", "Take the # away where the page is wrong, and correct it:")
	PapersNoteHere        = text.Say("Ghi chú riêng của quầy này:", "A note of this desk:")
	PapersOfficeHere      = text.Say("TÊN CƠ QUAN", "NAME OF THE OFFICE")
	PapersMarked          = text.Say("Trang bị báo sai", "Pages marked as wrong")
	PapersUnreviewed      = text.Say("Chưa rà soát, nhiều người dùng nhất trước", "Not reviewed, used most first")
	// PapersMarkedLine takes the code, the title, PapersMarkedRow or nothing, when and by
	// whom.
	PapersMarkedLine = text.Say("%s  %s%s, %s, %s", "%s  %s%s, %s, %s")
	// PapersMarkedRow takes the row's number.
	PapersMarkedRow = text.Say(", dòng %d", ", row %d")
	PapersByDesk    = text.Say("tại quầy", "at the desk")
	// PapersDoubt takes a percentage.
	PapersDoubt = text.Say("%d%% chưa chắc", "%d%% in doubt")
	// PapersDoubtRows takes the number of rows in doubt, and of all rows.
	PapersDoubtRows   = text.Say("%d trong %d dòng phải đọc kỹ", "%d of %d rows to read closely")
	PapersSure        = text.Say("đọc chắc", "read for sure")
	PapersNotRead     = text.Say("chưa có chi tiết trong máy", "no details here")
	PapersNoMarks     = text.Say("Chưa trang nào bị báo sai.", "No page is marked as wrong.")
	PapersAllReviewed = text.Say("Trang nào có người dùng cũng đã rà soát.", "Every page that people use was reviewed.")
)
