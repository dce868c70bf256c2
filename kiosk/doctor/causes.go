package doctor

import (
	"errors"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/system"
	"motcua/client/workday"
	"motcua/kiosk/config"
)

// remedy is what is told of a portal that gives no answer for one cause, and what
// to do about it. In the sentences stand:
//
//	%n its name             %s its section of the configuration
//	%h the host that was asked, with its port; %k without it
//	%u the key of its address, %b of its paths, %t of its time-out (%l), %a of its account
//	%p %c the keys proxy and ca_file; %x the proxy in use, %o what named it
//	%m %i %d %f names, issuer, date and fingerprint of a certificate
//	%z the HTTP status, %e what the system says
type remedy struct{ say, do pair }

var remedies = map[client.Cause]remedy{
	client.CauseDNS: {
		pair{"%n: không tìm ra máy chủ tên %k (DNS).", "%n: the name %k is not found (DNS)."},
		pair{"Xem lại %u trong %s. Tên đúng thì xem máy chủ DNS của máy này: getent hosts %k", "Look at %u in %s. If the name is right look at this machine's name server: getent hosts %k"},
	},
	client.CauseClosed: {
		pair{"%n: %h từ chối kết nối, không có chương trình nào nghe ở đó.", "%n: %h refuses the connection, nothing listens there."},
		pair{"Xem lại %u trong %s, nhất là số cổng. Địa chỉ đúng thì báo đơn vị quản lý hệ thống.", "Look at %u in %s, above all at the port. If it is right tell the system's owner."},
	},
	client.CauseUnreachable: {
		pair{"%n: máy này không có đường tới %h.", "%n: this machine has no way to %h."},
		pair{"Xem dây mạng, cổng ra và tường lửa của máy này. Phải qua máy chủ trung gian thì ghi %p trong %s, hoặc đặt biến HTTPS_PROXY.", "Look at this machine's cable, gateway and firewall. Where a proxy stands in between set %p in %s, or the variable HTTPS_PROXY."},
	},
	client.CauseReset: {
		pair{"%n: kết nối tới %h bị cắt trước khi có câu trả lời.", "%n: the connection to %h was cut before an answer came."},
		pair{"Chạy lại. Vẫn vậy thì thường do tường lửa trên đường: xin mở từ máy này tới %h, hoặc ghi %p trong %s nếu phải qua máy chủ trung gian.", "Try again. If it stays so it is mostly a firewall on the way: have the way from this machine to %h opened, or set %p in %s where a proxy stands in between."},
	},
	client.CauseNetwork: {
		pair{"%n: không nối được với %h (%e).", "%n: no connection to %h (%e)."},
		pair{"Xem lại %u trong %s, mạng và tường lửa của máy này.", "Look at %u in %s, at the network and this machine's firewall."},
	},
	client.CauseTimeout: {
		pair{"%n: chờ %h quá lâu mà không có câu trả lời.", "%n: %h takes too long to answer."},
		pair{"Tường lửa bỏ gói tin cũng làm như vậy: xin mở từ máy này tới %h. Hệ thống chậm thì tăng %t trong %s (đang là %l).", "A firewall that drops packets looks the same: have the way from this machine to %h opened. If the system is slow raise %t in %s (now %l)."},
	},
	client.CauseProxy: {
		pair{"%n: máy chủ trung gian %x không cho qua tới %h.", "%n: the proxy %x does not let us through to %h."},
		pair{"Xem lại %o: địa chỉ, tên, mật khẩu, và nơi mà máy chủ trung gian cho tới. Đi thẳng được thì ghi %p = \"none\" trong %s.", "Look at %o: address, name, password, and where the proxy lets us go. If there is a direct way set %p = \"none\" in %s."},
	},
	client.CauseSelfSigned: {
		pair{"%n: chứng thư của %h là tự ký, không nơi nào bảo chứng. SHA-256: %f.", "%n: the certificate of %h is self-signed, nobody vouches for it. SHA-256: %f."},
		pair{"Xin đơn vị quản lý chứng thư ấy, đọc số SHA-256 qua điện thoại để đối chiếu, lưu thành tệp PEM rồi ghi %c trong %s.", "Ask the owner for that certificate, compare the SHA-256 over the telephone, save it as a PEM file and set %c in %s."},
	},
	client.CauseAuthority: {
		pair{"%n: máy này không biết nơi cấp chứng thư của %h (%i). SHA-256: %f.", "%n: this machine does not know who issued the certificate of %h (%i). SHA-256: %f."},
		pair{"Xin chứng thư của nơi cấp, lưu thành tệp PEM rồi ghi %c trong %s; tường lửa của cơ quan mở mã hóa ra xem thì đó là chứng thư của tường lửa. Nơi cấp công khai thì cập nhật gói ca-certificates, hoặc báo đơn vị quản lý: máy chủ ấy có thể gửi thiếu chứng thư trung gian.", "Get the issuer's certificate, save it as a PEM file and set %c in %s; where the office's firewall opens encryption it is the firewall's. With a public issuer update the package ca-certificates, or tell the owner: the server may leave out an intermediate certificate."},
	},
	client.CauseWrongName: {
		pair{"%n: chứng thư mà %h đưa ra là của tên khác: %m.", "%n: the certificate that %h shows is for another name: %m."},
		pair{"Ghi tên ấy vào %u trong %s nếu đó đúng là máy chủ cần hỏi; không thì báo đơn vị quản lý đổi chứng thư.", "Put that name into %u in %s if that is the server to ask; else tell the owner to change the certificate."},
	},
	client.CauseExpired: {
		pair{"%n: chứng thư của %h hết hạn ngày %d.", "%n: the certificate of %h expired on %d."},
		pair{"Báo đơn vị quản lý gia hạn. Nếu hôm nay chưa tới ngày ấy thì đồng hồ máy này sai: timedatectl", "Tell the owner to renew it. If that day is still to come this machine's clock is wrong: timedatectl"},
	},
	client.CauseNotYetValid: {
		pair{"%n: chứng thư của %h đến ngày %d mới dùng được.", "%n: the certificate of %h is not valid before %d."},
		pair{"Xem đồng hồ máy này trước: timedatectl. Đồng hồ đúng thì báo đơn vị quản lý.", "Look at this machine's clock first: timedatectl. If it is right tell the owner."},
	},
	client.CauseCertificate: {
		pair{"%n: không tin được chứng thư của %h (%e).", "%n: the certificate of %h cannot be believed (%e)."},
		pair{"Báo đơn vị quản lý; chứng thư của nơi cấp riêng thì ghi %c trong %s.", "Tell the owner; for an issuer of their own set %c in %s."},
	},
	client.CauseTLS: {
		pair{"%n: không mã hóa được đường truyền tới %h (%e).", "%n: no encrypted connection to %h comes about (%e)."},
		pair{"Xem lại %u trong %s: có đúng cổng https không. Máy chủ phải có TLS 1.2 trở lên; không thì báo đơn vị quản lý.", "Look at %u in %s: is that the port of https? The server must speak TLS 1.2 or newer; else tell its owner."},
	},
	client.CauseRejected: {
		pair{"tường lửa của %n chặn máy này.", "the firewall of %n rejects this machine."},
		pair{"Xin đơn vị quản lý mở cho địa chỉ của máy này, và xem quyền của tài khoản (%a trong %s).", "Have the owner allow this machine's address, and look at what the account may do (%a in %s)."},
	},
	client.CauseWebPage: {
		pair{"%n trả lời bằng một trang web, không phải dữ liệu (HTTP %z).", "%n answers with a web page in the place of data (HTTP %z)."},
		pair{"%u trong %s phải là địa chỉ của API. Địa chỉ đúng thì tường lửa hoặc trang đăng nhập mạng đã chen vào giữa: mở địa chỉ ấy bằng trình duyệt trên máy này để xem.", "%u in %s must be the address of the API. If it is right a firewall or a network's log-in page stands in between: open it in a browser on this machine to see."},
	},
	client.CauseBusy: {
		pair{"%n đang có quá nhiều người hỏi và bảo đợi.", "%n is asked by too many and wants us to wait."},
		pair{"Đợi một lúc rồi chạy lại; hỏi nhiều lần ít hơn.", "Wait and try again; ask less often."},
	},
	client.CauseServer: {
		pair{"%n: máy chủ %h gặp trục trặc (HTTP %z).", "%n: the server %h is in trouble (HTTP %z)."},
		pair{"Lỗi ở phía hệ thống ấy: đợi rồi chạy lại, kéo dài thì báo đơn vị quản lý.", "The fault is theirs: wait and try again, and tell the owner if it lasts."},
	},
	client.CauseContent: {
		pair{"%n trả lời nhưng không đọc được (%e).", "%n sends an answer that cannot be read (%e)."},
		pair{"Xem lại %b trong %s: phải là API của đúng loại hệ thống ấy.", "Look at %b in %s: it must be the API of that kind of system."},
	},
	client.CauseTooLarge: {
		pair{"%n trả lời quá dài nên bị bỏ.", "the answer of %n is too long and was dropped."},
		pair{"Xem lại %b trong %s: phải là API của đúng loại hệ thống ấy.", "Look at %b in %s: it must be the API of that kind of system."},
	},
	client.CauseRefused: {
		pair{"%n không nhận tài khoản.", "%n refuses the log-in."},
		pair{"Xem lại %a trong %s.", "Look at %a in %s."},
	},
}

// What is told of the national portal in the place of a system's account: it has
// none, and it stands behind a firewall that counts questions.
var (
	doRejectedNational = pair{"Ghi national.contact, hỏi nhiều lần ít hơn, hoặc xin mở cho địa chỉ của máy.", "Set national.contact, ask less often, or have this address allowed."}
	// Something on the way has a proxy that nobody configured.
	sayHiddenProxy = pair{"%n: có máy chủ trung gian trên đường tới %h đòi mật khẩu.", "%n: a proxy on the way to %h wants a password."}
	doHiddenProxy  = pair{"Ghi %p trong %s kèm tên và mật khẩu, hoặc đặt biến HTTPS_PROXY.", "Set %p in %s with a name and a password, or the variable HTTPS_PROXY."}

	sayThrough = pair{" Đi qua máy chủ trung gian %s (%s).", " By way of the proxy %s (%s)."}
)

// place is what the configuration says of a portal.
type place struct {
	section      string            // "[national]"
	url, account string            // keys
	addresses    map[string]string // by key
	paths        map[string]string // the keys of what is asked below an address, by its key
	way          config.Way
	timeout      time.Duration
}

// placeOf finds a portal in the configuration.
func (e *Env) placeOf(p Portal) place {
	s, ok := e.Config.System(p.System)
	if p.System == "" || !ok {
		n := e.Config.National
		return place{
			section: "[national]", url: "url", account: "url",
			addresses: map[string]string{"url": n.URL}, way: e.Config.Way(n.Proxy, "national.proxy"), timeout: n.Timeout,
		}
	}
	at := place{
		section: "[[system]] " + s.ID, url: "url", addresses: map[string]string{"url": s.Keys["url"]},
		way: e.Config.Way(s.Proxy, "proxy, [[system]] "+s.ID), timeout: s.Timeout,
	}
	kind, _ := system.Find(s.Kind)
	values := s.Settings()
	at.paths = map[string]string{}
	var urls, account []string
	for _, key := range kind.Keys {
		if key.Below != "" {
			at.paths[key.Below] = joined(at.paths[key.Below], key.Name)
			at.addresses[key.Below] = values(key.Below)
		}
		switch {
		case !key.Account:
		case key.Takes == system.TakesSecret:
			account = append(account, s.SecretKey())
		default:
			account = append(account, key.Name)
		}
	}
	for _, key := range kind.Keys { // as the table has them
		if _, asked := at.addresses[key.Name]; asked {
			urls = append(urls, key.Name)
		}
	}
	at.url, at.account = strings.Join(urls, ", "), strings.Join(account, ", ")
	return at
}

func joined(list, name string) string {
	if list == "" {
		return name
	}
	return list + ", " + name
}

// keyOf names the key whose address has that host; all of them when none has.
func (a place) keyOf(host string) string {
	var list []string
	for key, address := range a.addresses {
		if u, err := url.Parse(address); err == nil && strings.EqualFold(u.Host, host) {
			list = append(list, key)
		}
	}
	if len(list) == 0 {
		return a.url
	}
	slices.SortFunc(list, func(x, y string) int { return strings.Compare(y, x) }) // url, sso
	return strings.Join(list, ", ")
}

// pathsOf names the key of that host's address and those of what is asked below it.
func (a place) pathsOf(host string) string {
	keys := a.keyOf(host)
	var list []string
	for key := range strings.SplitSeq(keys, ", ") {
		if list = append(list, key); a.paths[key] != "" {
			list = append(list, a.paths[key])
		}
	}
	return strings.Join(list, ", ")
}

// through are the proxies by which a portal is asked, as sentences.
func (e *Env) through(p Portal) string {
	var list []string
	at := e.placeOf(p)
	for key := range strings.SplitSeq(at.url, ", ") {
		if proxy, from := at.way.Told(at.addresses[key]); proxy != "" {
			if s := e.say(sayThrough, proxy, from); !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	return strings.Join(list, "")
}

// down is what is told of a portal that gave no answer.
func (e *Env) down(p Portal, u *client.UnavailableError) Finding {
	r, known := remedies[u.Cause]
	if !known {
		return e.finding("", StateFail, e.say(sayDown, p.Source.Name, e.cause(u.Cause)), doDown)
	}
	at := e.placeOf(p)
	host := clean.Line(u.Host)
	if host == "" {
		if base, err := url.Parse(p.URL); err == nil {
			host = base.Host
		}
	}
	bare, _, err := net.SplitHostPort(host)
	if err != nil {
		bare = host
	}
	key := at.keyOf(host)
	proxy, from := at.way.Told(at.addresses[strings.Split(key, ", ")[0]])
	switch {
	case u.Cause == client.CauseRejected && p.System == "":
		r.do = doRejectedNational
	case u.Cause == client.CauseProxy && proxy == "":
		r = remedy{sayHiddenProxy, doHiddenProxy}
	}
	var cert client.CertificateError
	if found := (*client.CertificateError)(nil); errors.As(u, &found) {
		cert = *found
	}
	day := cert.Until
	if u.Cause == client.CauseNotYetValid {
		day = cert.From
	}
	says := ""
	if u.Err != nil {
		says = clean.Line(u.Err.Error())
	}
	fill := strings.NewReplacer(
		"%n", p.Source.Name, "%s", at.section, "%h", host, "%k", bare, "%u", key, "%b", at.pathsOf(host), "%t", "timeout", "%l", at.timeout.String(),
		"%a", at.account, "%p", "proxy", "%c", "ca_file", "%x", proxy, "%o", from,
		"%m", strings.Join(cert.Names, ", "), "%i", cert.Issuer, "%d", day.In(workday.Zone).Format("02/01/2006"), "%f", cert.Fingerprint,
		"%z", strconv.Itoa(u.Status), "%e", says,
	)
	return Finding{State: StateFail, Sentence: fill.Replace(r.say.in(e.Lang)), WhatToDo: fill.Replace(r.do.in(e.Lang))}
}
