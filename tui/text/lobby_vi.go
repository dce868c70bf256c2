package text

var lobbyVI = Lobby{
	Finish: "Kết thúc", Back: "Trở về", Help: "Trợ giúp", Size: "Cỡ chữ", Colours: "Đổi màu", Aloud: "Đọc to",
	State: "Tình trạng", Again: "Đọc lại", More: "Thêm", Results: "Xem kết quả", Type: "Gõ chữ", Before: "Mục trước", After: "Mục sau", Up: "▲ Lên", Down: "▼ Xuống",

	Space: "dấu cách", Delete: "Xóa", Digits: "123", Two: "12", Letters: "ABC",

	Sizes: [3]string{"Cỡ chữ: thường", "Cỡ chữ: to", "Cỡ chữ: rất to"},

	MoreTitle: "Các nút khác",
	Scan:      "Có giấy hẹn? Quét mã trên giấy, ở màn hình nào cũng được.",
	First:     "Chạm vào đây, nhập mã trên giấy hẹn",
	Second:    "Chạm vào đây, gõ việc muốn làm",

	Proving:     "Chạm “Xem tên, giấy tờ”, nhập 4 số cuối căn cước hay điện thoại đã khai",
	IsDossier:   "%s là mã hồ sơ. Chạm Tra cứu để xem.",
	Phone:       "Hoặc chạm Mã QR để xem trên điện thoại.",
	IsProcedure: "Chạm Tra cứu để xem thủ tục này.",

	TouchHead: "Dùng màn hình này",
	Touch: []string{
		"Chạm vào ô để chọn. Trang dài thì kéo lên, hoặc chạm ▲ ▼.",
		"Chạm vào khung chữ thì bàn phím hiện ra. Chỉ những phím có thể gõ tiếp mới sáng.",
		"Có bàn phím thật: Tab hoặc mũi tên để đi, Enter để chọn.",
		"Xong việc thì chạm Kết thúc: màn hình quên hết, không ai xem lại được.",
	},
	What: []string{
		"Hồ sơ đến đâu rồi: chạm ô 1, nhập mã hồ sơ in trên giấy hẹn, chạm Tra cứu. Hoặc quét mã trên giấy.",
		"Cần mang giấy tờ gì: chạm ô 2, gõ việc muốn làm, có dấu hay không dấu đều được.",
	},
	Code: []string{
		"Mã hồ sơ có ba phần: cơ quan, ngày nhận, số trong ngày.",
		"Chữ hoa hay thường, có gạch hay không, đều được.",
	},
	Proof:     "4 số cuối căn cước hay điện thoại đã khai, hoặc mã tra cứu",
	CodeReady: "Đủ rồi. Chạm Tra cứu.",
	Slow:      "Hệ thống đang chậm. Ông/bà chờ thêm, hoặc chạm %s.",
	Where:     "%d / %d",
}
