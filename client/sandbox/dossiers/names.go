package dossiers

// named is a procedure's name and field in the catalogue.
type named struct{ name, field string }

// sampleProcedures are the names of the sample dossiers' procedures, as in the catalogue.
// They are repeated here so that the answer for an existing dossier need not unpack
// the catalogue: a slower first answer would reveal which codes exist. A test compares
// them with the catalogue.
var sampleProcedures = map[string]named{
	"1.000703": {"Cấp Giấy phép kinh doanh vận tải bằng xe ô tô, bằng xe bốn bánh có gắn động cơ", "Đường bộ"},
	"1.000894": {"Thủ tục đăng ký kết hôn", "Hộ tịch"},
	"1.001193": {"Thủ tục đăng ký khai sinh", "Hộ tịch"},
	"1.001471": {"Cấp hộ chiếu phổ thông ở trong nước (thực hiện tại cấp trung ương)", "Quản lý xuất nhập cảnh"},
	"1.001612": {"Đăng ký thành lập hộ kinh doanh", "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)"},
	"1.001978": {"Giải quyết hưởng trợ cấp thất nghiệp", ""},
	"1.004194": {"Đăng ký tạm trú", "Đăng ký, quản lý cư trú"},
	"1.004222": {"Đăng ký thường trú", "Đăng ký, quản lý cư trú"},
	"1.004859": {"Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc", "Hộ tịch"},
	"1.004873": {"Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch"},
	"1.004884": {"Thủ tục đăng ký lại khai sinh", "Hộ tịch"},
	"1.010028": {"Xóa đăng ký tạm trú", "Đăng ký, quản lý cư trú"},
	"2.000635": {"Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh", "Hộ tịch"},
	"2.001195": {"Cấp đổi thẻ căn cước (thực hiện tại cấp tỉnh)", "Cấp, quản lý căn cước"},
	"2.001263": {"Đăng ký việc nuôi con nuôi trong nước", "Nuôi con nuôi"},
	"2.002043": {"Đăng ký thành lập công ty cổ phần", "Thành lập và hoạt động của doanh nghiệp"},
	"3.000333": {"Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam, người Việt Nam đang cư trú ở nước ngoài", "Lý lịch tư pháp"},
}
