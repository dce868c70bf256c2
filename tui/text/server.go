package text

// Messages of the SSH server to the person who connects. None of them asks for patience or
// blames anybody.
var (
	ServerSubsystem = Say("Máy này không nhận và không gửi tệp.", "This server neither accepts nor sends files.")
	ServerCommand   = Say("Máy này chỉ có các lệnh: %s.", "The only commands here: %s.")
	ServerQuotes    = Say("Lệnh thiếu một dấu nháy.", "The command lacks a quote.")
	ServerWatch     = Say("--watch chỉ dành cho cán bộ có khóa. Chạy lại lệnh này sau ít phút cũng được.", "--watch is for staff with a key. Run the command again in a few minutes.")
	ServerCodes     = Say("Lệnh có quá nhiều mã. Ông/bà chia ra làm nhiều lần.", "The command has too many codes. Split it into several.")
	ServerForward   = Say("Máy này không chuyển tiếp kết nối.", "This server forwards nothing.")
	ServerChannels  = Say("Kết nối này đã mở đủ số phiên.", "This connection has all the sessions it may have.")
	ServerDraining  = Say("Máy sắp khởi động lại. Ông/bà kết nối lại sau một phút.", "The server is about to restart. Connect again in a minute.")
	ServerFull      = Say("Máy đang hết chỗ. Ông/bà kết nối lại sau ít phút.", "The server is full. Connect again in a few minutes.")
	ServerScreens   = Say("Máy đang hết chỗ để vẽ màn hình. Ông/bà dùng dòng chữ (ssh -T), dùng lệnh (ssh ... track MÃ-HỒ-SƠ), hoặc kết nối lại sau ít phút.", "The server has no room left to draw screens. Use plain lines (ssh -T) or a command (ssh ... track CODE), or connect again in a few minutes.")
	ServerSource    = Say("Từ địa chỉ mạng của ông/bà đã mở đủ số phiên. Ông/bà đóng bớt, hoặc kết nối lại sau ít phút.", "Your network address has all the sessions it may have. Close some, or connect again in a few minutes.")
	ServerSourceBig = Say("Từ địa chỉ mạng của ông/bà đã mở nhiều màn hình. Ông/bà đóng bớt, thu nhỏ cửa sổ, dùng dòng chữ (ssh -T) hay dùng lệnh (ssh ... track MÃ-HỒ-SƠ).", "Your network address has many screens open. Close some, make the window smaller, or use plain lines (ssh -T) or a command (ssh ... track CODE).")
	ServerHasty     = Say("Từ địa chỉ mạng của ông/bà, các phiên mở quá dồn dập. Ông/bà thử lại sau một phút.", "Sessions are opened too fast from your network address. Try again in a minute.")

	// These three must fit on one line of the interface, which has at least 56 cells.
	ServerIdleSoon   = Say("Ông/bà còn ở đó không? Bấm một phím bất kỳ để ở lại.", "Are you still there? Press any key to stay.")
	ServerDrainSoon  = Say("Máy sắp khởi động lại, ông/bà xem nốt trong ít giây.", "The server restarts in a few seconds; finish reading.")
	ServerIdleEnd    = Say("Lâu không có phím nào, máy ngắt kết nối.", "No key was pressed for a long time, so the connection was closed.")
	ServerTotalEnd   = Say("Hết thời gian của một phiên. Ông/bà kết nối lại là dùng tiếp được.", "The time of one session is over. Connect again to go on.")
	ServerDrainEnd   = Say("Máy khởi động lại. Ông/bà kết nối lại sau một phút.", "The server restarts. Connect again in a minute.")
	ServerCommandEnd = Say("Lệnh chạy quá lâu nên máy dừng.", "The command took too long and was stopped.")
	ServerPadding    = Say("Đường chậm? Gõ: ssh -o ObscureKeystrokeTiming=no", "Slow line? Use: ssh -o ObscureKeystrokeTiming=no")
	ServerNotStaff   = Say("Khóa này không còn là khóa của cán bộ. Ông/bà kết nối lại để dùng như mọi người.", "This key is no longer a staff key. Connect again to use this as everyone does.")
	ServerFloodEnd   = Say("Nhiều chữ đến nhanh quá mức, máy ngắt kết nối.", "More came in than anyone can type, so the connection was closed.")
)

// Messages on the screen of a kiosk when no page is there to show them.
var (
	MachineStarting    = Say("Máy đang khởi động lại.", "This machine is restarting.")
	MachineStartingAsk = Say("Ông/bà chờ ít giây, hoặc hỏi quầy hướng dẫn.", "Wait a few seconds, or ask at the desk.")
)
