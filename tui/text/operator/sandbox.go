package operator

import "motcua/tui/text"

// Texts of motcua sandbox.
var (
	SandboxShort = text.Say("Chạy cổng mẫu như một máy chủ riêng", "Run the sample portal as a server of its own")
	// SandboxLong takes the kinds of systems and the scopes of a fault.
	SandboxLong = text.Say(
		`Chạy cổng mẫu: trả lời đúng như API của cổng thật, với danh mục thủ tục thật và hồ sơ
bịa ra ở đủ mười trạng thái. Hồ sơ hỏi được qua
%[1]s; --json in mọi địa chỉ.

--fault giả lập sự cố: latency=2s, busy=30s, error=503, reject, truncate, hang,
drop; thêm %[2]s ở trước, *SỐ LẦN, @THỜI GIAN ở sau, cách nhau dấu phẩy.`,
		`Runs the sample portal: it speaks the APIs of the real ones, with the real catalogue
of procedures and made-up applications in all ten states. Applications can be asked for over the
%[1]s; --json prints all addresses.

--fault simulates failures: latency=2s, busy=30s, error=503, reject, truncate, hang,
drop; with %[2]s before, *COUNT and @DURATION behind, separated by commas.`,
	)
	SandboxExample = text.Say(
		`motcua sandbox
motcua sandbox --listen 127.0.0.1:8080 --fault national:latency=2s
motcua sandbox --catalog danh-muc.jsonl --details chi-tiet/`,
		`motcua sandbox
motcua sandbox --listen 127.0.0.1:8080 --fault national:latency=2s
motcua sandbox --catalog catalog.jsonl --details details/`,
	)
	SandboxFlagListen  = text.Say("địa chỉ và cổng để nghe", "address and port to listen on")
	SandboxFlagCatalog = text.Say("danh mục thủ tục khác, mỗi dòng một thủ tục ở dạng JSON (có thể nén gzip)", "another catalogue, one JSON procedure a line (may be gzipped)")
	SandboxFlagDetails = text.Say("thư mục chi tiết thủ tục, mỗi tệp JSON một thủ tục", "folder of procedure details, one JSON file each")
	SandboxFlagFault   = text.Say("giả lập sự cố, ví dụ national:error=503*3,adapter:latency=2s", "simulate failures, for example national:error=503*3,adapter:latency=2s")
	SandboxReady       = text.Say("Cổng mẫu đang nghe ở", "The sample portal listens on")
	SandboxStop        = text.Say("Ctrl-C để dừng.", "Ctrl-C ends it.")
	SandboxCodes       = text.Say("Mã để thử:", "Codes to try:")

	SandboxSystems = text.Say("Các cách hỏi hồ sơ ở đây, ghi vào mục [[system]] của tệp cấu hình:", "The ways to look up applications here, for a [[system]] in the config file:")
	// SandboxBadFault takes the given text and the scopes of a fault.
	SandboxBadFault = text.Say(
		"Không hiểu --fault “%[1]s”. Có: latency=2s, busy=30s, error=503, reject, truncate, hang, drop; ở trước thêm được %[2]s, ở sau *SỐ LẦN, @THỜI GIAN.",
		"Cannot read --fault “%[1]s”. There are latency=2s, busy=30s, error=503, reject, truncate, hang, drop; %[2]s may stand before, *COUNT and @DURATION behind.",
	)
	// SandboxOrScope and SandboxOrFault come before the last scope in those two.
	SandboxOrScope = text.Say("hoặc", "or")
	SandboxOrFault = text.Say("hay", "or")
)
