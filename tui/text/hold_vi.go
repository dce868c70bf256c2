package text

var holdVI = Hold{
	StillThere: "Ông/bà còn ở đó không?",
	Seconds:    "giây nữa máy xóa màn hình, để người sau không thấy hồ sơ của ông/bà.",
	StillHow:   "Chạm vào màn hình hoặc bấm phím bất kỳ để dùng tiếp.",
	Stay:       "Tôi còn ở đây",

	ScanUnknown:   "Máy đọc được mã này nhưng đây không phải mã hồ sơ. Đưa mã in trên giấy hẹn vào máy quét, hoặc nhập mã bằng tay.",
	ScanWorks:     "Máy quét đọc tốt. Muốn xem hồ sơ hay thủ tục này thì đóng trang rồi quét lại.",
	ScanBroken:    "Máy chưa đọc hết mã. Giữ yên giấy trước máy quét thêm một chút.",
	ScanTooLong:   "Mã này chứa nhiều chữ hơn mức máy đọc được nên không phải mã hồ sơ. Đưa mã in trên giấy hẹn vào máy quét, hoặc nhập mã bằng tay.",
	CardKept:      "Đã đọc căn cước, chỉ giữ 4 số cuối trong 2 phút. Bây giờ quét giấy hẹn hoặc nhập mã hồ sơ.",
	CardNotNeeded: "Hồ sơ này không cần căn cước.",

	PINTitle:    "Dành cho cán bộ",
	PINLabel:    "Mã PIN của cán bộ",
	PINHelp:     "Trang này dành cho người trông máy. Người dân chạm Trở về.",
	PINErase:    "Xóa",
	PINOpen:     "Mở",
	PINChecking: "Đang xem mã PIN",
	PINWrong:    "Mã PIN chưa đúng.",
	PINWait:     "Chưa nhận mã PIN. Thử lại sau %s.",

	OperatorTitle: "Trông máy",
	Parts:         "Máy này",
	Looking:       "Đang xem các thiết bị",
	NoParts:       "Không có thiết bị nào để xem.",
	Restarts:      "Giao diện đã phải mở lại %s lần.",
	RestartsNone:  "Giao diện chạy liền, chưa phải mở lại.",
	SyncBegun:     "Đang bắt đầu cập nhật",
	SyncAt:        "%s trên %s",
	SyncDone:      "Cập nhật xong lúc %s.",
	SyncFailed:    "Lúc %s cập nhật chưa được.",

	SyncNow:       "Cập nhật ngay",
	Restart:       "Mở lại máy",
	RestartSure:   "Chắc chắn mở lại",
	LeaveKiosk:    "Tắt giao diện",
	LeaveSure:     "Chắc chắn tắt",
	CloseOperator: "Đóng trang",
}
