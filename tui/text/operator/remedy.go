package operator

import "motcua/tui/text"

// Remedy is the message about a portal that gives no answer for one cause, and what to do
// about it. The placeholders in the sentences are:
//
//	{name} its name, {section} its section of the configuration
//	{host} the host that was asked, with its port; {hostname} without it
//	{url} the key of its address, {paths} of its paths, {account} of its account
//	{timeout} the key of its time limit, {waits} the limit
//	{proxy} and {ca} the keys proxy and ca_file; {way} the proxy in use, {from} what named it
//	{names} {issuer} {day} {sha256} names, issuer, date and fingerprint of a certificate
//	{status} the HTTP status, {error} the system's error message
type Remedy struct{ Say, Do text.Said }

// Remedies contains all of them, by client.Cause.
var Remedies = map[string]Remedy{
	"dns": {
		text.Say("{name}: không tìm ra máy chủ tên {hostname} (DNS).", "{name}: the name {hostname} is not found (DNS)."),
		text.Say("Xem lại {url} trong {section}. Tên đúng thì xem máy chủ DNS của máy này: getent hosts {hostname}", "Check {url} in {section}. If the name is right, check this machine's name server: getent hosts {hostname}"),
	},
	"connection_refused": {
		text.Say("{name}: {host} từ chối kết nối, không có chương trình nào nghe ở đó.", "{name}: {host} refuses the connection, nothing listens there."),
		text.Say("Xem lại {url} trong {section}, nhất là số cổng. Địa chỉ đúng thì báo đơn vị quản lý hệ thống.", "Check {url} in {section}, above all the port. If it is right, tell the system's owner."),
	},
	"unreachable": {
		text.Say("{name}: máy này không có đường tới {host}.", "{name}: this machine has no route to {host}."),
		text.Say("Xem dây mạng, cổng ra và tường lửa của máy này. Phải qua máy chủ trung gian thì ghi {proxy} trong {section}, hoặc đặt biến HTTPS_PROXY.", "Check this machine's cable, gateway and firewall. If a proxy is needed, set {proxy} in {section}, or the variable HTTPS_PROXY."),
	},
	"reset": {
		text.Say("{name}: kết nối tới {host} bị cắt trước khi có câu trả lời.", "{name}: the connection to {host} was cut before an answer came."),
		text.Say("Chạy lại. Vẫn vậy thì thường do tường lửa trên đường: xin mở từ máy này tới {host}, hoặc ghi {proxy} trong {section} nếu phải qua máy chủ trung gian.", "Try again. If it happens again, the cause is usually a firewall: ask for access from this machine to {host}, or set {proxy} in {section} if a proxy is needed."),
	},
	"network": {
		text.Say("{name}: không nối được với {host} ({error}).", "{name}: no connection to {host} ({error})."),
		text.Say("Xem lại {url} trong {section}, mạng và tường lửa của máy này.", "Check {url} in {section}, the network and this machine's firewall."),
	},
	"timeout": {
		text.Say("{name}: chờ {host} quá lâu mà không có câu trả lời.", "{name}: {host} takes too long to answer."),
		text.Say("Tường lửa bỏ gói tin cũng làm như vậy: xin mở từ máy này tới {host}. Hệ thống chậm thì tăng {timeout} trong {section} (đang là {waits}).", "A firewall that drops packets looks the same: ask for access from this machine to {host}. If the system is slow, raise {timeout} in {section} (now {waits})."),
	},
	"proxy": {
		text.Say("{name}: máy chủ trung gian {way} không cho qua tới {host}.", "{name}: the proxy {way} does not let us through to {host}."),
		text.Say("Xem lại {from}: địa chỉ, tên, mật khẩu, và nơi mà máy chủ trung gian cho tới. Đi thẳng được thì ghi {proxy} = \"none\" trong {section}.", "Check {from}: address, name, password, and which hosts the proxy allows. If a direct connection is possible, set {proxy} = \"none\" in {section}."),
	},
	"certificate_self_signed": {
		text.Say("{name}: chứng thư của {host} là tự ký, không nơi nào bảo chứng. SHA-256: {sha256}.", "{name}: the certificate of {host} is self-signed, so no authority confirms it. SHA-256: {sha256}."),
		text.Say("Xin đơn vị quản lý chứng thư ấy, đọc số SHA-256 qua điện thoại để đối chiếu, lưu thành tệp PEM rồi ghi {ca} trong {section}.", "Ask the owner for that certificate, compare the SHA-256 over the telephone, save it as a PEM file and set {ca} in {section}."),
	},
	"certificate_unknown_authority": {
		text.Say("{name}: máy này không biết nơi cấp chứng thư của {host} ({issuer}). SHA-256: {sha256}.", "{name}: this machine does not know who issued the certificate of {host} ({issuer}). SHA-256: {sha256}."),
		text.Say("Xin chứng thư của nơi cấp, lưu thành tệp PEM rồi ghi {ca} trong {section}; tường lửa của cơ quan mở mã hóa ra xem thì đó là chứng thư của tường lửa. Nơi cấp công khai thì cập nhật gói ca-certificates, hoặc báo đơn vị quản lý: máy chủ ấy có thể gửi thiếu chứng thư trung gian.", "Get the issuer's certificate, save it as a PEM file and set {ca} in {section}; if the office's firewall decrypts traffic, it is the firewall's certificate. For a public issuer, update the package ca-certificates, or tell the owner: the server may leave out an intermediate certificate."),
	},
	"certificate_wrong_name": {
		text.Say("{name}: chứng thư mà {host} đưa ra là của tên khác: {names}.", "{name}: the certificate of {host} is for another name: {names}."),
		text.Say("Ghi tên ấy vào {url} trong {section} nếu đó đúng là máy chủ cần hỏi; không thì báo đơn vị quản lý đổi chứng thư.", "Put that name into {url} in {section} if that is the right server; otherwise tell the owner to change the certificate."),
	},
	"certificate_expired": {
		text.Say("{name}: chứng thư của {host} hết hạn ngày {day}.", "{name}: the certificate of {host} expired on {day}."),
		text.Say("Báo đơn vị quản lý gia hạn. Nếu hôm nay chưa tới ngày ấy thì đồng hồ máy này sai: timedatectl", "Tell the owner to renew it. If that day is in the future, this machine's clock is wrong: timedatectl"),
	},
	"certificate_not_yet_valid": {
		text.Say("{name}: chứng thư của {host} đến ngày {day} mới dùng được.", "{name}: the certificate of {host} is not valid before {day}."),
		text.Say("Xem đồng hồ máy này trước: timedatectl. Đồng hồ đúng thì báo đơn vị quản lý.", "Check this machine's clock first: timedatectl. If it is right, tell the owner."),
	},
	"certificate": {
		text.Say("{name}: không tin được chứng thư của {host} ({error}).", "{name}: the certificate of {host} cannot be trusted ({error})."),
		text.Say("Báo đơn vị quản lý; chứng thư của nơi cấp riêng thì ghi {ca} trong {section}.", "Tell the owner; if they have an issuer of their own, set {ca} in {section}."),
	},
	"tls": {
		text.Say("{name}: không mã hóa được đường truyền tới {host} ({error}).", "{name}: an encrypted connection to {host} could not be established ({error})."),
		text.Say("Xem lại {url} trong {section}: có đúng cổng https không. Máy chủ phải có TLS 1.2 trở lên; không thì báo đơn vị quản lý.", "Check {url} in {section}: is that the port for https? The server must support TLS 1.2 or newer; otherwise tell its owner."),
	},
	"rejected": {
		text.Say("tường lửa của {name} chặn máy này.", "the firewall of {name} rejects this machine."),
		text.Say("Xin đơn vị quản lý mở cho địa chỉ của máy này, và xem quyền của tài khoản ({account} trong {section}).", "Ask the owner to allow this machine's address, and check what the account may do ({account} in {section})."),
	},
	"web_page": {
		text.Say("{name} trả lời bằng một trang web, không phải dữ liệu (HTTP {status}).", "{name} answers with a web page instead of data (HTTP {status})."),
		text.Say("{url} trong {section} phải là địa chỉ của API. Địa chỉ đúng thì tường lửa hoặc trang đăng nhập mạng đã chen vào giữa: mở địa chỉ ấy bằng trình duyệt trên máy này để xem.", "{url} in {section} must be the address of the API. If it is right, a firewall or a network's log-in page answers instead: open the address in a browser on this machine to see it."),
	},
	"busy": {
		text.Say("{name} đang có quá nhiều người hỏi và bảo đợi.", "too many people are asking {name}, and it asks us to wait."),
		text.Say("Đợi một lúc rồi chạy lại; hỏi nhiều lần ít hơn.", "Wait and try again; ask less often."),
	},
	"server": {
		text.Say("{name}: máy chủ {host} gặp trục trặc (HTTP {status}).", "{name}: the server {host} has a fault (HTTP {status})."),
		text.Say("Lỗi ở phía hệ thống ấy: đợi rồi chạy lại, kéo dài thì báo đơn vị quản lý.", "The fault is on their side: wait and try again, and tell the owner if it lasts."),
	},
	"content": {
		text.Say("{name} trả lời nhưng không đọc được ({error}).", "{name} sends an answer that cannot be read ({error})."),
		text.Say("Xem lại {paths} trong {section}: phải là API của đúng loại hệ thống ấy.", "Check {paths} in {section}: it must be the API of that kind of system."),
	},
	"too_large": {
		text.Say("{name} trả lời quá dài nên bị bỏ.", "the answer of {name} is too long and was dropped."),
		text.Say("Xem lại {paths} trong {section}: phải là API của đúng loại hệ thống ấy.", "Check {paths} in {section}: it must be the API of that kind of system."),
	},
	"refused": {
		text.Say("{name} không nhận tài khoản.", "{name} refuses the log-in."),
		text.Say("Xem lại {account} trong {section}.", "Check {account} in {section}."),
	},
}

// For the national portal these replace the texts about a system's account, because it has
// no accounts and is behind a firewall that limits requests.
var (
	RemedyNational = text.Say("Ghi national.contact, hỏi nhiều lần ít hơn, hoặc xin mở cho địa chỉ của máy.", "Set national.contact, ask less often, or ask for access from this machine's address.")
)

// For a proxy on the way that is not configured.
var (
	HiddenProxy   = text.Say("{name}: có máy chủ trung gian trên đường tới {host} đòi mật khẩu.", "{name}: a proxy on the way to {host} demands a password.")
	HiddenProxyDo = text.Say("Ghi {proxy} trong {section} kèm tên và mật khẩu, hoặc đặt biến HTTPS_PROXY.", "Set {proxy} in {section} with a name and a password, or the variable HTTPS_PROXY.")
)

// Through says through which proxy a portal is asked: the proxy, and the key or variable
// that names it.
var (
	Through = text.Say(" Đi qua máy chủ trung gian %s (%s).", " Through the proxy %s (%s).")
)
