package operator

import "motcua/tui/text"

// Findings of motcua doctor about the store that several servers share.
var (
	// DoctorStoreAway takes the address and one of DoctorStoreCauses.
	DoctorStoreAway = text.Say("kho đếm chung %s không dùng được: %s. Máy này giữ phần của mình trong hạn mức.", "the servers' common store %s cannot be used: %s. This server keeps to its part of the budgets.")
	DoctorDoStore   = text.Say("Xem mục [cluster], mạng, và README của motcua deploy cluster.", "Check [cluster], the network, and the README of motcua deploy cluster.")
	// DoctorStoreEvicts takes the address and the policy.
	DoctorStoreEvicts   = text.Say("kho đếm chung %s bỏ bớt số liệu khi đầy (%s), nên trả lại hạn mức cho kẻ dò.", "the servers' common store %s drops numbers when it is full (%s), which gives budgets back.")
	DoctorDoStoreEvicts = text.Say("Đặt maxmemory-policy noeviction trong cấu hình kho.", "Set maxmemory-policy noeviction in the store's configuration.")
	DoctorStoreSaves    = text.Say("kho đếm chung %s ghi ra đĩa.", "the servers' common store %s writes to a disk.")
	DoctorDoStoreSaves  = text.Say(`Đặt save "" và appendonly no trong cấu hình kho.`, `Set save "" and appendonly no in the store's configuration.`)
	// DoctorStoreSlow takes the address, the time and the limit.
	DoctorStoreSlow = text.Say("kho đếm chung %s trả lời sau %s, máy chủ chỉ chờ %s.", "the servers' common store %s answers after %s, and a server waits for %s.")
	// DoctorStoreAnswers takes the address, the time and the number of servers.
	DoctorStoreAnswers = text.Say("kho đếm chung %s trả lời sau %s, cho %d máy chủ.", "the servers' common store %s answers after %s, for %d servers.")

	// DoctorStoreCauses are why the store cannot be used.
	DoctorStoreCauses = map[string]text.Said{
		"timeout":     text.Say("không trả lời kịp", "it does not answer in time"),
		"full":        text.Say("đã đầy", "it is full"),
		"password":    text.Say("mật khẩu không đúng", "it refuses the password"),
		"secret":      text.Say("các máy chủ kia dùng cluster.key hoặc audit.key khác", "the other servers have another cluster.key or audit.key"),
		"certificate": text.Say("chứng thư của kho không do ca_file ký, hoặc cho tên khác", "its certificate is not of ca_file, or for another name"),
		"unreachable": text.Say("không nối được", "it cannot be reached"),
	}
)
