package operator

import "motcua/tui/text"

// Problems of a line in a staff file, as the beginning of a sentence.
var (
	StaffFromOnlyNot = text.Say(`"from" chỉ nói ai không được vào; thêm "*" nếu những nơi khác đều được`, `"from" only says who is kept out; add "*" if everybody else may come`)
	// StaffFromNoAddress and the next two take the given text.
	StaffFromNoAddress = text.Say(`"%s" trong "from" không phải địa chỉ, mạng như 10.20.0.0/16, hay mẫu như 10.20.*; tên máy không dùng được`, `"%s" in "from" is no address, no network such as 10.20.0.0/16, and no pattern such as 10.20.*; names of hosts do not work here`)
	StaffFromLength    = text.Say(`mạng "%s" trong "from" có độ dài sai`, `the network "%s" in "from" has a length that cannot be`)
	// StaffFromWritten takes the given text, and how it must be written.
	StaffFromWritten    = text.Say(`mạng "%s" trong "from" phải viết là %s`, `the network "%s" in "from" is written %s`)
	StaffCertSources    = text.Say("địa chỉ trong chứng thư không đọc được", "the addresses in the certificate cannot be read")
	StaffKRL            = text.Say("danh sách khóa thu hồi (KRL) hỏng, hoặc có phần mà máy chủ này không hiểu; tạo lại bằng ssh-keygen -k", "the list of revoked keys (KRL) is damaged, or has a part that this server does not know; make it again with ssh-keygen -k")
	StaffNoKey          = text.Say("không đọc được khóa nào ở đây", "no key can be read here")
	StaffCertificate    = text.Say("đây là chứng thư; ghi khóa công khai của nơi ký nó", "this is a certificate; put the public key of who signs it")
	StaffPrincipalsOfCA = text.Say(`"principals" chỉ dùng với khóa ký chứng thư ("cert-authority")`, `"principals" is for keys that sign certificates ("cert-authority") alone`)
	// StaffQuotes and the next two take the option.
	StaffQuotes          = text.Say(`giá trị của "%s" phải nằm trong dấu nháy kép`, `the value of "%s" belongs in double quotes`)
	StaffTwice           = text.Say(`"%s" đứng hai lần; gộp lại thành một`, `"%s" stands twice; make it one`)
	StaffOption          = text.Say(`máy chủ này không làm được điều mà "%s" đòi hỏi`, `this server cannot do what "%s" asks for`)
	StaffPrincipalsEmpty = text.Say(`"principals" có tên trống`, `"principals" holds an empty name`)
	StaffExpiry          = text.Say(`"expiry-time" phải là ngày như "20271231" hay giờ như "202712311700", thêm Z nếu là giờ UTC`, `"expiry-time" takes a day such as "20271231" or a time such as "202712311700", with Z if it is UTC`)
	StaffSerial          = text.Say(`"serial" cần một số hay một khoảng như 7-9, từ 1 trở lên`, `"serial" takes a number or a range such as 7-9, from 1 on`)
	StaffID              = text.Say(`"id" cần tên ghi trong chứng thư`, `"id" takes the name that stands in a certificate`)
	StaffNoRevoked       = text.Say("đây không phải khóa công khai, vân tay khóa, số hay tên của chứng thư", "this is no public key, no fingerprint, no number and no name of a certificate")
	StaffFingerprint     = text.Say(`vân tay khóa phải như "SHA256:..." mà ssh-keygen -l in ra`, `a fingerprint looks like the "SHA256:..." of ssh-keygen -l`)
)

// Problems of a whole file, and their consequences: the end of the sentence.
var (
	StaffNoFile   = text.Say("không có tệp này", "there is no such file")
	StaffTooLarge = text.Say("tệp quá lớn", "the file is too large")
	StaffSkipped  = text.Say("Dòng này bị bỏ qua.", "The line is skipped.")
	StaffNobody   = text.Say("Không ai là cán bộ nhờ tệp này.", "Nobody is staff by this file.")
	StaffAllShut  = text.Say("Đến khi sửa xong, không ai được vào với tư cách cán bộ.", "Until that is corrected nobody comes in as staff.")
)
