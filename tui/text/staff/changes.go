package staff

// Changes contains the words about the changes that a sync of the catalogue found.
type Changes struct {
	Title string
	Read  string // moment, new, amended, gone
	Same  string // moment: nothing has changed
	First string // moment: the first reading

	New, Amended, Gone string
	Rest               string // how many more there are
}

// ChangesVI are these words in Vietnamese.
var ChangesVI = Changes{
	Title: "Danh mục đã thay đổi gì",
	Read:  "Đọc %s: %s mới, %s sửa, %s bãi bỏ.",
	Same:  "Đọc %s: không có gì thay đổi.",
	First: "Đọc lần đầu %s.",
	New:   "mới", Amended: "sửa", Gone: "bãi bỏ",
	Rest: "và %s thủ tục nữa",
}

// ChangesEN are these words in English.
var ChangesEN = Changes{
	Title: "What has changed in the catalogue",
	Read:  "Read %s: %s new, %s amended, %s gone.",
	Same:  "Read %s: nothing has changed.",
	First: "Read for the first time %s.",
	New:   "new", Amended: "amended", Gone: "gone",
	Rest: "and %s more procedures",
}
