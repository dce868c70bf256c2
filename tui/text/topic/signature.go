package topic

// SignatureWords are the words about the signatures of a file. None of them says whether a paper
// is legally valid.
type SignatureWords struct {
	Topic     string // what a person asks
	TopicHint string
	Title     string
	Label     string // of the field
	Example   string
	Hint      string // below the empty field
	Reading   string // while a file is read
	KeyCheck  string // for the footer

	// Whether the file is unchanged, a sentence for each state.
	Whole      string
	WholeLast  string // the last of several signatures covers the file
	LastOnly   string // and nobody here knows who made it
	Added      string // %s: bytes
	Forbidden  string // an addition that a signer did not allow
	Changed    string
	Partial    string
	Unchecked  string
	Unsigned   string
	Encrypted  string
	NotPDF     string
	Broken     string
	TooLarge   string // %s: size
	TooComplex string
	Unreadable string
	Hidden     string // %s: count

	// The three questions, as headings, and the heading of one of several signatures.
	Intact string
	Who    string
	Chain  string
	Nth    string // %s: number, %s: count

	// What one of several signatures covers.
	CoversAll     string
	CoversEarlier string
	CoversPart    string
	CoversNothing string
	UnknownMethod string
	MissingSigner string
	Malformed     string

	// Who and when.
	Claimed    string // %s: name; the chain is not known, so the name is a claim
	Nobody     string
	StampOnly  string
	ByStamp    string // %s: time, %s: authority
	BySigner   string // %s: time
	NoTime     string
	StampDoubt string
	Levels     [3]string

	// The chain.
	Known        string // %s: issuer, %s: root
	AtStamp      string // %s: day
	AtNow        string
	Unknown      string // %s: issuer
	NoRoots      string // %s: issuer
	OutOfDate    string // %s: from, %s: until
	OutOfDateNow string
	Revoked      string // %s: day
	NotAsked     string

	NotChecked  string
	NotRevoked  string
	RevokedLate string // %s: day
	NoList      string

	// Remarks.
	Remarks      string // heading
	ClockDiffers string // %s: time
	ClockLocal   string
	StampBroken  string
	WeakDigest   string
	WeakStamp    string

	Source string // %s: time
	Limits string // what the check does not say
}

// Signature are these words, Vietnamese first.
var Signature = both(SignatureWords{
	Topic:     "Bản điện tử này có còn nguyên không?",
	TopicHint: "Kiểm tra chữ ký số của một tệp PDF trên máy này",
	Title:     "Kiểm tra chữ ký số",
	Label:     "Tệp PDF cần kiểm tra",
	Example:   "/home/canbo/ket-qua.pdf",
	Hint:      "Gõ tên tệp trên máy này rồi bấm Enter. Tệp chỉ được đọc, không gửi đi đâu.",
	Reading:   "Đang đọc tệp",
	KeyCheck:  "kiểm tra",

	Whole:      "Còn nguyên như lúc ký: không chỗ nào bị sửa hay thêm.",
	WholeLast:  "Còn nguyên như lúc ký lần cuối. Những gì thêm vào trước đó thì người ký cuối cùng chịu.",
	LastOnly:   "Còn nguyên như lúc ký lần cuối, nhưng máy này không biết người ký cuối cùng. Người ấy có thể đã thay cả nội dung mà người trước ký: hãy xin lại bản gốc.",
	Added:      "Sau khi ký, tệp đã bị thêm %s mà không ai ký. Phần thêm có thể thay cả nội dung nhìn thấy: đừng dùng bản này, hãy xin lại bản gốc.",
	Forbidden:  "Người ký đầu không cho thêm gì, nhưng sau đó tệp đã được thêm. Hãy hỏi lại nơi đã ký.",
	Changed:    "Không còn nguyên: tệp đã bị sửa sau khi ký, hoặc chữ ký được lấy từ tệp khác. Đừng dùng bản này, hãy xin lại bản gốc.",
	Partial:    "Chữ ký chừa ra một phần của tệp, phần ấy ai sửa cũng được. Đừng dùng bản này, hãy xin lại bản gốc.",
	Unchecked:  "Chưa biết: tệp có chữ ký mà máy này không kiểm tra được.",
	Unsigned:   "Tệp này không có chữ ký số. Bản chụp hay bản quét từ giấy thì thường không có.",
	Encrypted:  "Tệp bị khóa bằng mật khẩu nên máy này không kiểm tra được. Hãy xin bản không khóa: tự mở khóa rồi lưu lại thì chữ ký hỏng.",
	NotPDF:     "Đây không phải tệp PDF. Hãy chọn đúng tệp kết quả.",
	Broken:     "Tệp bị hỏng hoặc thiếu một đoạn nên không đọc được. Hãy tải lại rồi thử lần nữa.",
	TooLarge:   "Tệp lớn hơn %s nên máy này không kiểm tra.",
	TooComplex: "Tệp được làm rối khác thường nên máy này không kiểm tra. Hãy xin lại bản gốc.",
	Unreadable: "Không mở được tệp này. Xem lại tên, thư mục và quyền đọc tệp.",
	Hidden:     "Trong tệp còn %s chữ ký đã bị gỡ khỏi bản đang hiện.",

	Intact: "Có còn nguyên như lúc ký không?",
	Who:    "Ai ký, lúc nào?",
	Chain:  "Máy này có biết nơi cấp chứng thư không?",
	Nth:    "Chữ ký %s trong %s",

	CoversAll:     "Ký toàn bộ tệp như đang có.",
	CoversEarlier: "Ký bản trước đó của tệp; phần thêm về sau thì người này không ký.",
	CoversPart:    "Chừa ra một phần của tệp.",
	CoversNothing: "Không khớp với tệp này.",
	UnknownMethod: "Ký theo cách mà máy này không kiểm tra được.",
	MissingSigner: "Thiếu chứng thư của người ký nên không kiểm tra được.",
	Malformed:     "Chữ ký bị hỏng, không đọc được.",

	Claimed:    "%s (tên tự ghi trong chứng thư)",
	Nobody:     "Không biết ai ký.",
	StampOnly:  "Đây là dấu thời gian của cả tệp, không phải chữ ký của ai.",
	ByStamp:    "%s, theo dấu thời gian của %s",
	BySigner:   "%s, theo đồng hồ của người ký; không có dấu thời gian",
	NoTime:     "Không ghi lúc ký.",
	StampDoubt: "Máy này không biết nơi cấp dấu thời gian ấy, nên thời điểm chỉ để tham khảo.",
	Levels: [3]string{
		"Người ký không cho thêm gì vào tệp.",
		"Người ký cho điền mẫu và ký thêm.",
		"Người ký cho điền mẫu, ký thêm và ghi chú.",
	},

	Known:        "Có: chứng thư do %s cấp, gốc là %s.",
	AtStamp:      "Còn hạn vào lúc ký, %s.",
	AtNow:        "Còn hạn hôm nay.",
	Unknown:      "Không: máy này không biết %s. Tên người ký vì thế chỉ là tên tự ghi, ai cũng làm được một chứng thư như vậy.",
	NoRoots:      "Chưa biết: máy này chưa có chứng thư gốc nào để đối chiếu %s. Người quản trị đặt khóa verify.roots.",
	OutOfDate:    "Biết nơi cấp, nhưng chứng thư chỉ dùng được từ %s đến %s.",
	OutOfDateNow: "Không có dấu thời gian mà máy này biết để chứng tỏ đã ký trong hạn đó.",
	Revoked:      "Chứng thư đã bị thu hồi từ %s.",
	NotAsked:     "Không xét, vì chữ ký không khớp hoặc không kiểm tra được.",

	NotChecked:  "Chưa hỏi chứng thư có bị thu hồi hay không.",
	NotRevoked:  "Chứng thư không bị thu hồi, theo danh sách của nơi cấp hôm nay.",
	RevokedLate: "Chứng thư bị thu hồi sau khi ký, từ %s.",
	NoList:      "Không có danh sách thu hồi nào của nơi cấp dùng được cho chứng thư này, nên chưa biết chứng thư có bị thu hồi hay không.",

	Remarks:      "Nên biết thêm",
	ClockDiffers: "Đồng hồ của người ký ghi %s, lệch với dấu thời gian.",
	ClockLocal:   "Trong chữ ký, giờ Việt Nam bị ghi nhầm thành giờ quốc tế, lệch 7 tiếng. Giờ ở trên là giờ Việt Nam.",
	StampBroken:  "Có dấu thời gian nhưng dấu không khớp với chữ ký.",
	WeakDigest:   "Chữ ký dùng cách tính cũ (SHA-1), nay không còn đủ chắc.",
	WeakStamp:    "Dấu thời gian dùng cách tính cũ (SHA-1).",

	Source: "Kiểm tra ngay trên máy này, %s",
	Limits: "Đây là điều máy thấy ở chữ ký. Giấy có giá trị hay không thì cơ quan nhận giấy quyết định.",
}, SignatureWords{
	Topic:     "Is this electronic copy unchanged?",
	TopicHint: "Check the digital signature of a PDF file on this machine",
	Title:     "Check a digital signature",
	Label:     "PDF file to check",
	Example:   "/home/staff/result.pdf",
	Hint:      "Type the name of a file on this machine and press Enter. The file is only read and not sent anywhere.",
	Reading:   "Reading the file",
	KeyCheck:  "check",

	Whole:      "Unchanged since it was signed: nothing was altered or added.",
	WholeLast:  "Unchanged since the last signature. The last signer is responsible for what was added before that.",
	LastOnly:   "Unchanged since the last signature, but this machine does not know the last signer, who may have replaced everything that was signed before: ask for the original again.",
	Added:      "After signing, %s were added that nobody signed. They can replace everything you see: do not use this copy, ask for the original again.",
	Forbidden:  "The first signer allowed no addition, but something was added later. Ask the office that signed.",
	Changed:    "Changed: the file was altered after signing, or the signature was taken from another file. Do not use this copy, ask for the original again.",
	Partial:    "The signature leaves out a part of the file, which anybody can alter. Do not use this copy, ask for the original again.",
	Unchecked:  "Not known: the file has a signature that this machine cannot check.",
	Unsigned:   "The file has no digital signature. A photo or a scan of a paper usually has none.",
	Encrypted:  "The file is locked by a password, so this machine cannot check it. Ask for a copy without a lock: unlocking and saving it yourself breaks the signature.",
	NotPDF:     "This is no PDF file. Choose the file of the result.",
	Broken:     "The file is damaged or a part is missing, so it cannot be read. Download it again and try once more.",
	TooLarge:   "The file is larger than %s, so this machine does not check it.",
	TooComplex: "The file is built in an unusually tangled way, so this machine does not check it. Ask for the original again.",
	Unreadable: "The file cannot be opened. Check its name, its folder and whether you may read it.",
	Hidden:     "Signatures that are in the file but were taken out of what it shows: %s.",

	Intact: "Unchanged since it was signed?",
	Who:    "Who signed, and when?",
	Chain:  "Does this machine know who issued the certificate?",
	Nth:    "Signature %s of %s",

	CoversAll:     "Signed the whole file as it is.",
	CoversEarlier: "Signed an earlier state of the file; what was added later is not signed by this signer.",
	CoversPart:    "Leaves out a part of the file.",
	CoversNothing: "Does not match this file.",
	UnknownMethod: "Signed in a way that this machine cannot check.",
	MissingSigner: "The signer's certificate is missing, so it cannot be checked.",
	Malformed:     "The signature is damaged and cannot be read.",

	Claimed:    "%s (the name that the certificate claims)",
	Nobody:     "It is not known who signed.",
	StampOnly:  "This is a time stamp of the whole file, and nobody's signature.",
	ByStamp:    "%s, by the time stamp of %s",
	BySigner:   "%s, by the signer's clock; there is no time stamp",
	NoTime:     "The time is not recorded.",
	StampDoubt: "This machine does not know who issued that time stamp, so the time is only a hint.",
	Levels: [3]string{
		"The signer allowed no addition to the file.",
		"The signer allowed forms to be filled in and more signatures.",
		"The signer allowed forms to be filled in, more signatures and comments.",
	},

	Known:        "Yes: the certificate was issued by %s, with the root %s.",
	AtStamp:      "It was in date when the file was signed, %s.",
	AtNow:        "It is in date today.",
	Unknown:      "No: this machine does not know %s. The signer's name is only a claim then: anybody can make such a certificate.",
	NoRoots:      "Not known: this machine has no root certificate to compare %s with. The operator sets the key verify.roots.",
	OutOfDate:    "The issuer is known, but the certificate could only be used from %s to %s.",
	OutOfDateNow: "There is no time stamp known here that shows it was signed in that time.",
	Revoked:      "The certificate is revoked since %s.",
	NotAsked:     "Not checked, because the signature does not match or could not be checked.",

	NotChecked:  "Whether the certificate was revoked has not been checked.",
	NotRevoked:  "The certificate is not revoked, by the issuer's list of today.",
	RevokedLate: "The certificate was revoked after signing, since %s.",
	NoList:      "No list of revoked certificates by the issuer could be used for this one, so it is not known whether it was revoked.",

	Remarks:      "Worth knowing",
	ClockDiffers: "The signer's clock said %s, which differs from the time stamp.",
	ClockLocal:   "The signature marks Vietnam's time as universal time, seven hours off. The time above is Vietnam's.",
	StampBroken:  "There is a time stamp, but it does not match the signature.",
	WeakDigest:   "The signature uses an old method (SHA-1) that is no longer strong enough.",
	WeakStamp:    "The time stamp uses an old method (SHA-1).",

	Source: "Checked on this machine, %s",
	Limits: "This is what the machine sees of the signature. Whether the paper is valid is for the receiving office to decide.",
})
