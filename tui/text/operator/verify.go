package operator

import "motcua/tui/text"

// Texts of motcua verify.
var (
	VerifyArgs  = text.Say("TỆP...", "FILE...")
	VerifyShort = text.Say("Kiểm tra chữ ký số của tệp PDF", "Check the digital signatures of PDF files")
	VerifyLong  = text.Say(
		`Trả lời ba câu, mỗi câu riêng: tệp có còn nguyên như lúc ký không, ai ký và lúc nào, máy này có biết nơi cấp chứng thư không.
Tệp chỉ được đọc trên máy này. Nơi cấp được biết theo tệp chứng thư gốc ở khóa verify.roots hoặc --roots. Việc chứng thư có bị thu hồi
hay không chỉ được hỏi khi có verify.revocation hoặc --revocation. Câu trả lời không nói giấy có giá trị pháp lý hay không.
Mã kết thúc: 0 mọi tệp còn nguyên, 1 có tệp không còn nguyên hoặc không kiểm tra được, 3 có tệp không có chữ ký.`,
		`Answers three questions, each by itself: whether the file is unchanged since it was signed, who signed it and when, and whether this
machine knows who issued the certificate. The file is only read here. Issuers are known by a file of root certificates, the key
verify.roots or --roots. Whether a certificate was revoked is only asked with verify.revocation or --revocation. The answer does not
say whether a paper is legally valid. Exit codes: 0 all files are unchanged, 1 one is not or could not be checked, 3 one has no signature.`,
	)
	VerifyNoFile     = text.Say("Cần tên ít nhất một tệp: motcua verify TỆP", "At least one file is needed: motcua verify FILE...")
	VerifyFlagRoots  = text.Say("tệp chứng thư gốc và trung gian (PEM)", "file of root and intermediate certificates (PEM)")
	VerifyFlagRevoke = text.Say("hỏi qua mạng xem chứng thư có bị thu hồi không", "ask over the network whether a certificate was revoked")
	// VerifyRootsUnread takes the file and why.
	VerifyRootsUnread = text.Say("Không đọc được tệp chứng thư gốc %s: %s. Sửa khóa verify.roots.", "The file of root certificates %s cannot be read: %s. Correct the key verify.roots.")
	// VerifyRootsOpen takes the file, who may change it, and the remedy.
	VerifyRootsOpen = text.Say("Không dùng tệp chứng thư gốc: %s", "The file of root certificates is not used: %s")
	// VerifyNoRoot takes the file.
	VerifyNoRoot = text.Say("Tệp %s không có chứng thư gốc nào, chỉ có chứng thư trung gian thì chưa đủ. Thêm chứng thư gốc vào tệp.", "The file %s has no root certificate, and intermediate ones alone are not enough. Add the root to it.")
	// VerifyBadRoots takes the file.
	VerifyBadRoots = text.Say("Tệp %s có chứng thư bị hỏng. Tải lại từ trang của nơi cấp.", "The file %s has a damaged certificate. Download it again from the issuer's page.")
)

// What motcua doctor says of the file of roots.
var (
	// DoctorRoots takes the file, the number of roots and that of the others.
	DoctorRoots   = text.Say("%s có %d chứng thư gốc và %d chứng thư trung gian.", "%s has %d root certificates and %d between.")
	DoctorDoRoots = text.Say("Thử lại bằng: motcua verify TỆP", "To try it: motcua verify FILE")
)
