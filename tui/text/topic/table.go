package topic

// TableWords are the words about answers as a table, CSV, YAML or JSON.
type TableWords struct {
	FlagOutput  string
	FlagColumns string
	FlagSort    string
	BadOutput   string // the given value
	BadColumn   string // the given value, the columns there are
	OneFormat   string
	NotOut      string

	Heads []Head // of the columns, by the keys of the JSON

	// How a dossier stands, in the column of working days.
	Left, Late, LateHours, Early, Today, InTime, Paused string

	Doubt string // below a table: why a count has a question mark

	Yes, No string
}

// Head is the heading of a column.
type Head struct{ Key, Word string }

// Head returns the heading of a column, or its key where it has none.
func (w *TableWords) Head(key string) string {
	for _, h := range w.Heads {
		if h.Key == key {
			return h.Word
		}
	}
	return key
}

// Table are these words, Vietnamese first.
var Table = both(TableWords{
	FlagOutput:  "dạng câu trả lời: table, json, jsonl, csv hoặc yaml",
	FlagColumns: "chỉ những cột này, cách nhau bằng dấu phẩy",
	FlagSort:    "xếp theo cột này; thêm dấu trừ ở trước là xếp ngược",
	BadOutput:   "--output cần table, json, jsonl, csv hoặc yaml, không phải “%s”.",
	BadColumn:   "Không có cột “%s”. Các cột: %s.",
	OneFormat:   "Chỉ chọn một trong --output, --json, --format.",
	NotOut:      "--output, --columns, --sort không đi cùng --out, --format, --watch.",
	Heads: []Head{
		{"code", "Mã"}, {"found", "Có thấy"}, {"status", "Trạng thái"}, {"status_code", "Số trạng thái"}, {"status_name", "Tên trên cổng"},
		{"procedure_code", "Mã thủ tục"}, {"procedure_name", "Thủ tục"}, {"agency_name", "Cơ quan"},
		{"received_at", "Ngày nhận"}, {"due_at", "Ngày hẹn"}, {"finished_at", "Ngày xong"},
		{"timeliness", "Đúng hạn"}, {"working_days_left", "Ngày làm việc"}, {"calendar_doubt", "Lịch chưa chắc"},
		{"next_step", "Việc cần làm"}, {"missing", "Giấy tờ thiếu"}, {"fees", "Tiền phải nộp"}, {"results", "Kết quả"}, {"steps", "Các bước"},
		{"proof", "Xác nhận"}, {"as_of", "Tính đến"}, {"stale", "Bản cũ"}, {"source", "Cổng"}, {"error", "Lỗi"},
		{"name", "Tên"}, {"name_en", "Tên tiếng Anh"}, {"field", "Lĩnh vực"}, {"agency", "Cơ quan"}, {"level", "Cấp"}, {"uuid", "Số trên cổng"}, {"rank", "Thứ tự"},
		{"abolished", "Đã bãi bỏ"}, {"successor", "Thay bằng"}, {"place", "Nơi"}, {"near", "Chỉ gần giống"}, {"wish", "Việc được hỏi"},
		{"kind", "Loại"}, {"district", "Huyện cũ"}, {"province", "Tỉnh"}, {"divided", "Đã chia"}, {"now", "Nay là"}, {"now_in", "Tỉnh nay"}, {"formed", "Gồm"},
		{"id", "Số"}, {"parent", "Cấp trên"}, {"address", "Địa chỉ"}, {"phone", "Điện thoại"}, {"open", "Đang mở cửa"}, {"counters", "Quầy"},
		{"online", "Trực tuyến"}, {"url", "Địa chỉ trên mạng"}, {"procedure", "Thủ tục"},
		{"type", "Loại"}, {"number", "Số hiệu"}, {"title", "Tên"}, {"date", "Ngày"}, {"fields", "Lĩnh vực"},
		{"new", "Mới"}, {"amended_or_replaced", "Sửa đổi, thay thế"}, {"does", "Làm gì"},
		{"year", "Năm"}, {"index", "Chỉ số"}, {"unit_code", "Mã nơi"}, {"unit_name", "Nơi"}, {"score", "Điểm"}, {"max", "Điểm cao nhất"},
		{"ranked", "Trong số"}, {"inferred", "Suy ra"}, {"merged_into", "Nhập vào"}, {"own_table", "Bảng riêng"},
		{"origin", "Từ đâu"}, {"from", "Từ ngày"}, {"until", "Đến ngày"}, {"text", "Nội dung"}, {"links", "Liên kết"}, {"cut", "Bị cắt"},
	},
	Left: "còn %d", Late: "trễ %d", LateHours: "trễ dưới 1", Early: "sớm %d", Today: "hôm nay", InTime: "đúng hạn", Paused: "tạm dừng",
	Doubt: "Số ngày có dấu ?: %s.",
	Yes:   "có", No: "không",
}, TableWords{
	FlagOutput:  "form of the answer: table, json, jsonl, csv or yaml",
	FlagColumns: "only these columns, separated by commas",
	FlagSort:    "sort by this column; a minus sign before it reverses the order",
	BadOutput:   "--output needs table, json, jsonl, csv or yaml, not “%s”.",
	BadColumn:   "There is no column “%s”. Columns: %s.",
	OneFormat:   "Choose one of --output, --json and --format.",
	NotOut:      "--output, --columns and --sort do not go with --out, --format or --watch.",
	Heads: []Head{
		{"code", "Code"}, {"found", "Found"}, {"status", "State"}, {"status_code", "State number"}, {"status_name", "Portal's words"},
		{"procedure_code", "Procedure code"}, {"procedure_name", "Procedure"}, {"agency_name", "Office"},
		{"received_at", "Received"}, {"due_at", "Due"}, {"finished_at", "Finished"},
		{"timeliness", "In time"}, {"working_days_left", "Working days"}, {"calendar_doubt", "Calendar unsure"},
		{"next_step", "What to do"}, {"missing", "Missing papers"}, {"fees", "Fees"}, {"results", "Results"}, {"steps", "Steps"},
		{"proof", "Proof"}, {"as_of", "As of"}, {"stale", "Old copy"}, {"source", "Portal"}, {"error", "Error"},
		{"name", "Name"}, {"name_en", "English name"}, {"field", "Field"}, {"agency", "Office"}, {"level", "Level"}, {"uuid", "Portal's number"}, {"rank", "Rank"},
		{"abolished", "Abolished"}, {"successor", "Replaced by"}, {"place", "Place"}, {"near", "Only near"}, {"wish", "Request"},
		{"kind", "Kind"}, {"district", "Old district"}, {"province", "Province"}, {"divided", "Divided"}, {"now", "Now"}, {"now_in", "Province now"}, {"formed", "Made of"},
		{"id", "Number"}, {"parent", "Above it"}, {"address", "Address"}, {"phone", "Telephone"}, {"open", "Open now"}, {"counters", "Counters"},
		{"online", "Online"}, {"url", "Web address"}, {"procedure", "Procedure"},
		{"type", "Kind"}, {"number", "Number"}, {"title", "Title"}, {"date", "Date"}, {"fields", "Fields"},
		{"new", "New"}, {"amended_or_replaced", "Amended or replaced"}, {"does", "Does"},
		{"year", "Year"}, {"index", "Index"}, {"unit_code", "Unit code"}, {"unit_name", "Unit"}, {"score", "Score"}, {"max", "Highest score"},
		{"ranked", "Out of"}, {"inferred", "Inferred"}, {"merged_into", "Merged into"}, {"own_table", "Own table"},
		{"origin", "From whom"}, {"from", "From"}, {"until", "Until"}, {"text", "Text"}, {"links", "Links"}, {"cut", "Cut off"},
	},
	Left: "%d left", Late: "%d late", LateHours: "late by hours", Early: "%d early", Today: "today", InTime: "in time", Paused: "on hold",
	Doubt: "Counts with a question mark: %s.",
	Yes:   "yes", No: "no",
})
