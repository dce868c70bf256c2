package text

// Names that are Vietnamese in both languages.
const (
	// PlaceName is the heading of the home screen unless the operator configured another
	// name.
	PlaceName = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
	// SampleOffice is the office on the home screen while the sample portal answers and the
	// operator configured none.
	SampleOffice = "Phường Đức Xuân, tỉnh Thái Nguyên"
	// SamplePortal is the name of the sample portal when it replaces the national one.
	SamplePortal = "Cổng mẫu"
)

// Letters are the lower-case Vietnamese letters that ASCII lacks; each element has the
// variants of one letter.
var Letters = [...]string{
	"àáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "èéẻẽẹ", "êềếểễệ", "ìíỉĩị", "òóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "ùúủũụ", "ưừứửữự", "ỳýỷỹỵ", "đ",
}
