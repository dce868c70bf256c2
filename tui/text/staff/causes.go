package staff

// Causes are the reasons why a portal gives no answer, in a few words for staff and
// operators that fit into brackets. People who look something up get the sentences of
// Errors.
type Causes struct {
	DNS, Closed, Unreachable, Reset, Network, Timeout, Proxy            string
	SelfSigned, Authority, WrongName, Expired, NotYet, Certificate, TLS string
	Rejected, WebPage, Busy, Server, Content, TooLarge, Refused         string
	Cancelled                                                           string
}

// Of returns the words for a client.Cause; "" for an unknown one.
func (c *Causes) Of(cause string) string {
	return map[string]string{
		"dns": c.DNS, "connection_refused": c.Closed, "unreachable": c.Unreachable, "reset": c.Reset, "network": c.Network,
		"timeout": c.Timeout, "proxy": c.Proxy,
		"certificate_self_signed": c.SelfSigned, "certificate_unknown_authority": c.Authority, "certificate_wrong_name": c.WrongName,
		"certificate_expired": c.Expired, "certificate_not_yet_valid": c.NotYet, "certificate": c.Certificate, "tls": c.TLS,
		"rejected": c.Rejected, "web_page": c.WebPage, "busy": c.Busy, "server": c.Server, "content": c.Content,
		"too_large": c.TooLarge, "refused": c.Refused, "cancelled": c.Cancelled,
	}[cause]
}

// CausesVI are these words in Vietnamese.
var CausesVI = Causes{
	DNS:         "không tìm ra tên máy chủ",
	Closed:      "máy chủ từ chối kết nối",
	Unreachable: "không có đường tới máy chủ",
	Reset:       "kết nối bị cắt giữa chừng",
	Network:     "không nối được",
	Timeout:     "chờ quá lâu",
	Proxy:       "máy chủ trung gian không cho qua",
	SelfSigned:  "chứng thư tự ký",
	Authority:   "không biết nơi cấp chứng thư",
	WrongName:   "chứng thư của tên khác",
	Expired:     "chứng thư đã hết hạn",
	NotYet:      "chứng thư chưa đến ngày dùng",
	Certificate: "không tin được chứng thư",
	TLS:         "không mã hóa được đường truyền",
	Rejected:    "tường lửa chặn",
	WebPage:     "trả về một trang web",
	Busy:        "đang có quá nhiều người hỏi",
	Server:      "máy chủ của cổng gặp trục trặc",
	Content:     "câu trả lời không đọc được",
	TooLarge:    "câu trả lời quá dài",
	Refused:     "không nhận tài khoản",
	Cancelled:   "đã dừng hỏi",
}

// CausesEN are these words in English.
var CausesEN = Causes{
	DNS:         "the server's name is not found",
	Closed:      "the server refuses the connection",
	Unreachable: "there is no route to the server",
	Reset:       "the connection was cut",
	Network:     "no connection",
	Timeout:     "it took too long",
	Proxy:       "the proxy does not let us through",
	SelfSigned:  "a self-signed certificate",
	Authority:   "an unknown issuer signed its certificate",
	WrongName:   "a certificate for another name",
	Expired:     "its certificate has expired",
	NotYet:      "its certificate is not valid yet",
	Certificate: "its certificate cannot be trusted",
	TLS:         "an encrypted connection failed",
	Rejected:    "its firewall rejects this machine",
	WebPage:     "it answers with a web page",
	Busy:        "too many people are asking",
	Server:      "its server has a fault",
	Content:     "its answer cannot be read",
	TooLarge:    "its answer is too long",
	Refused:     "the log-in is refused",
	Cancelled:   "the request was cancelled",
}
