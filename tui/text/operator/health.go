package operator

import "motcua/tui/text"

// Texts of motcua health.
var (
	HealthShort = text.Say("Hỏi máy chủ SSH đang chạy có khỏe không", "Ask the running SSH server whether it is well")
	HealthLong  = text.Say(
		`Hỏi máy chủ trên máy này, cho bộ cân bằng tải, Kubernetes hay người quản lý máy: hỏi /healthz ở địa chỉ
của server.metrics; nếu không đặt địa chỉ ấy thì xem có lời chào của SSH ở server.listen không.
Mã thoát 0 là khỏe, 1 là không trả lời hoặc sắp dừng. Với --live, sắp dừng vẫn tính là còn sống.`,
		`Asks the server on this machine, for a load balancer, Kubernetes or a person: /healthz at the address of
server.metrics; without that address, whether an SSH server greets at server.listen.
Exit code 0: well; 1: no answer, or about to end. With --live, a server about to end counts as alive.`,
	)
	HealthFlagLive = text.Say("chỉ cần còn sống, dù sắp dừng (livenessProbe)", "alive is enough, also while it is about to end (livenessProbe)")
	HealthWell     = text.Say("Máy chủ khỏe.", "The server is well.")
	HealthDraining = text.Say("Máy chủ sắp dừng và không nhận người mới.", "The server is about to end and takes no one new.")
	// HealthSilent takes the address and the reason.
	HealthSilent = text.Say("Không có máy chủ nào trả lời ở %s: %s. Xem motcua serve có đang chạy không.", "No server answers at %s: %s. See whether motcua serve runs.")
	// HealthUnwell takes the address and what was answered.
	HealthUnwell = text.Say("Ở %s có trả lời, nhưng không phải của motcua đang khỏe: “%s”.", "Something answers at %s, but not as a motcua that is well: “%s”.")
)
