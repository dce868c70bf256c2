package operator

import "motcua/tui/text"

// The parts of a running kiosk, on its operator's page. A line has some sixty cells for its
// text.
var (
	PanelTerminal = text.Say("Màn hình", "Terminal")
	PanelScanner  = text.Say("Máy quét", "Scanner")
	PanelPrinter  = text.Say("Máy in phiếu", "Slip printer")
	PanelSpeech   = text.Say("Giọng đọc", "Speech")
	PanelStore    = text.Say("Danh mục trong máy", "Catalogue on this machine")
	PanelClock    = text.Say("Đồng hồ", "Clock")

	PanelSize      = text.Say("%d cột, %d dòng", "%d columns, %d rows")
	PanelSmall     = text.Say("%d cột, %d dòng; cần ít nhất %d cột, %d dòng", "%d columns, %d rows; at least %d by %d are needed")
	PanelKeys      = text.Say("kiểu bàn phím, thử bằng cách quét một mã", "types like a keyboard; scan a code to try it")
	PanelConnected = text.Say("đang nối", "connected")
	PanelAway      = text.Say("không thấy ở %s; xem dây cắm", "not found at %s; look at its cable")
	PanelReady     = text.Say("sẵn sàng", "ready")
	PanelSynced    = text.Say("cập nhật từ cổng ngày %s", "updated from the portal on %s")
	PanelNever     = text.Say("chưa cập nhật lần nào, dùng danh mục có sẵn ngày %s", "never updated, the built-in one of %s is used")
	PanelFile      = text.Say("tệp danh mục không dùng được, chạy motcua doctor để xem", "its file cannot be used; run motcua doctor")
	PanelStep      = text.Say("%s, khớp với máy chủ giờ", "%s, in sync with a time server")
	PanelFree      = text.Say("%s, chưa khớp với máy chủ giờ nào", "%s, not in sync with any time server")
	PanelPast      = text.Say("%s, sớm hơn cả ngày của chương trình này", "%s, before this program was made")
)
