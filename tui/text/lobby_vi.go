package text

var lobbyVI = Lobby{
	Finish: "Kết thúc", Back: "Trở về", Help: "Trợ giúp", Size: "Chữ to", Colours: "Màu nền", Aloud: "Đọc to",
	State: "Tình trạng", More: "Thêm", Results: "Xem kết quả", Type: "Gõ chữ", Up: "▲ Lên", Down: "▼ Xuống",

	Space: "dấu cách", Delete: "Xóa", Digits: "123", Letters: "ABC",

	Sizes: [3]string{"Cỡ chữ: thường", "Cỡ chữ: to", "Cỡ chữ: rất to"},

	MoreTitle: "Các nút khác",
	Scan:      "Có giấy hẹn? Quét mã trên giấy, ở màn hình nào cũng được.",
	First:     "Chạm vào đây, nhập mã trên giấy hẹn",
	Second:    "Chạm vào đây, gõ việc muốn làm",

	TouchHead: "Dùng màn hình này",
	Touch: []string{
		"Chạm vào ô để chọn. Trang dài thì kéo lên, hoặc chạm ▲ ▼.",
		"Chạm vào khung chữ thì bàn phím hiện ra. Chỉ những phím có thể gõ tiếp mới sáng.",
		"Có bàn phím thật: Tab hoặc mũi tên để đi, Enter để chọn.",
		"Xong việc thì chạm Kết thúc: màn hình quên hết, không ai xem lại được.",
	},
	CodeReady: "Đủ rồi. Chạm Tra cứu.",
	Slow:      "Hệ thống đang chậm. Ông/bà chờ thêm, hoặc chạm Thôi chờ.",
	Where:     "%d / %d",
}
