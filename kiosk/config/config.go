package config

import (
	"slices"
	"time"

	"motcua/kiosk/config/key"
	"motcua/kiosk/limit"
	"motcua/kiosk/server"
	"motcua/tui/text"
)

// Config is everything that can be decided outside the program. Strings are
// sanitised; Load has checked each value.
type Config struct {
	Place     Place
	Interface Interface
	National  National
	Store     Store
	Papers    Papers
	Sample    Sample
	Calendar  Calendar
	Server    server.Config
	Limits    limit.Limits       // as they stand in the file, see Gate
	Guess     limit.LookupLimits // likewise, see Lookups
	Kiosk     Kiosk
	Systems   []System
	Routes    []Route

	// Offline comes from a flag alone: answer from what is kept on this machine.
	Offline bool
	// File is the file that was read, empty when there was none.
	File string

	env     *proxyEnv // nil: the environment names no proxy that would be used
	outside []Problem // see Outside
	origins map[string]Origin
	more    []key.Section // see Inputs
}

// sections are the sections of the file, in its order. Systems and routes, of which
// there are several, come after them.
func (c *Config) sections() []key.Section {
	return append([]key.Section{
		c.Place.section(), c.Interface.section(), c.National.section(), c.Store.section(), c.Papers.section(), c.Sample.section(), c.Calendar.section(),
		c.Server.Section(), c.Limits.Section(), c.Guess.Section(), c.Kiosk.section(c.Server.KioskKeys()),
	}, c.more...)
}

// Place is where the program stands, in the words that people are shown.
type Place struct {
	Name   string // heading of the home screen
	Office string // line below it, may be empty
	Desk   string // whom to ask; empty: the program's own words
	Hours  string // opening hours, may be empty
}

func (p *Place) section() key.Section {
	return key.Section{Name: "place", Keys: []key.Key{
		key.Text("name", &p.Name, "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", key.Any).
			Says(`Tên ở đầu màn hình.`, `The heading of the home screen.`),
		key.Text("office", &p.Office, "", key.Any).
			Says(`Dòng bên dưới, ví dụ "Phường Đức Xuân, tỉnh Thái Nguyên".`, `The line below it.`),
		key.Text("desk", &p.Desk, "", key.Any).
			Says(`Hỏi ai khi cần gấp, ví dụ "quầy hướng dẫn, tầng 1".`, `Whom to ask when it is urgent.`),
		key.Text("hours", &p.Hours, "", key.Any).
			Says(`Giờ làm việc, ví dụ "7:30-11:30, 13:30-17:00".`, `Opening hours.`),
	}}
}

// Interface is what a person sees first.
type Interface struct {
	Lang  text.Lang
	Theme string // empty: the program's own choice
	// Staff gives the local program the list of dossiers to follow. What a proof
	// opens stays shut: that takes a key, over SSH.
	Staff bool
}

func (i *Interface) section() key.Section {
	return key.Section{Name: "interface", Keys: []key.Key{
		key.Choice("lang", &i.Lang, text.VI, text.VI, text.EN).ByEnv("MOTCUA_LANG").ByFlag("lang").
			Says(`Ngôn ngữ: "vi" hoặc "en".`, `Language. (MOTCUA_LANG, --lang)`),
		key.Text("theme", &i.Theme, "", key.Any).ByEnv("MOTCUA_THEME").ByFlag("theme").
			Says(`Bộ màu; bỏ trống thì máy tự chọn.`, `Theme; empty: chosen for the terminal. (MOTCUA_THEME, --theme)`),
		key.Switch("staff", &i.Staff, false).
			Says(`Máy của cán bộ: motcua có danh sách hồ sơ theo dõi (F6). Xem tên, giấy tờ mà không cần mã thì phải có khoá, qua SSH.`,
				`A staff member's own PC: motcua has a list of dossiers to follow (F6). Names and papers without a proof take a key, over SSH.`),
	}}
}

// Langs are the values that interface.lang takes.
func Langs() []string { return []string{string(text.VI), string(text.EN)} }

// National is the National Public Service Portal.
type National struct {
	URL     string // ends in /api/v1; empty: not asked
	Proxy   Proxy
	CAFile  string // authorities that are believed beside the machine's own
	Timeout time.Duration
	// Contact stands in the User-Agent, so that the portal's people can reach
	// the operator: an address or a page.
	Contact string
}

func (n *National) section() key.Section {
	return key.Section{Name: "national", Restart: true, Keys: []key.Key{
		key.Text("url", &n.URL, "", address).
			Says(`Cổng Dịch vụ công quốc gia; bỏ trống thì không hỏi cổng.`,
				`The National Public Service Portal; empty: it is not asked. (MOTCUA_NATIONAL_URL)
Địa chỉ thật / the real address: https://dichvucong.gov.vn/api/v1`),
		proxyKey("proxy", &n.Proxy).
			Says(`Máy chủ trung gian (proxy): "http://proxy.example:3128", cũng có https, socks5; "none" là đi thẳng. Bỏ trống thì theo
biến HTTPS_PROXY, NO_PROXY.`, `The proxy; https and socks5 as well; "none" for none. Empty: as HTTPS_PROXY and NO_PROXY say.`),
		key.Text("ca_file", &n.CAFile, "", authorities).
			Says(`Tệp chứng thư (PEM) của nơi cấp mà máy này chưa biết, tin thêm cho riêng cổng này.`,
				`A file of certificates (PEM) of an authority that this machine does not know; believed for this portal alone.`),
		key.Duration("timeout", &n.Timeout, DefaultTimeout, timeouts).
			Says(`Chờ một câu trả lời lâu nhất bao lâu.`, `The longest wait for one answer.`),
		key.Text("contact", &n.Contact, "", contact).
			Says(`Địa chỉ thư hoặc trang của đơn vị, gửi kèm để cổng biết ai hỏi.`,
				`An address or page of the operator, sent along so that the portal knows who asks.`),
	}}
}

// DefaultTimeout is how long one answer may take: a person at a counter has
// given up by then.
const DefaultTimeout = 10 * time.Second

// timeouts: below a second no portal answers, above two minutes a person has left.
var timeouts = key.Span{From: time.Second, To: 2 * time.Minute}

// Store is the catalogue on this machine.
type Store struct {
	Dir string // folder of its file; empty: the account's state folder
	// Refresh is how old the catalogue grows before serve and kiosk read it anew,
	// and a kept detail before the portal is asked again; 0: they never do, and a
	// detail answers for DefaultRefresh.
	Refresh time.Duration
}

func (s *Store) section() key.Section {
	return key.Section{Name: "store", Restart: true, Keys: []key.Key{
		key.Text("dir", &s.Dir, "", key.Folder).
			Says(`Thư mục để tệp danh mục; bỏ trống thì dùng thư mục trạng thái của tài khoản.`,
				`The folder of the catalogue's file; empty: the account's state folder. (MOTCUA_STORE_DIR)`),
		// More often than hourly only bothers the portal, and after a month nobody
		// should rely on it.
		key.Duration("refresh", &s.Refresh, DefaultRefresh, key.Span{
			From: time.Hour, To: 30 * 24 * time.Hour, Never: key.Say(`, hoặc "0s" để không bao giờ`, `, or "0s" for never`),
		}).
			Says(`Danh mục cũ chừng này thì motcua serve và motcua kiosk tự đọc lại, ngoài giờ làm việc; "0s": không bao giờ, chỉ motcua sync.
Chi tiết một thủ tục cũ chừng này thì hỏi lại cổng.`,
				`A catalogue of this age is read anew by motcua serve and motcua kiosk, outside office hours; "0s": never, motcua sync alone.
A procedure's details of this age are asked for again. (MOTCUA_STORE_REFRESH)`),
	}}
}

// DefaultRefresh is a day: papers and fees change by published decisions, not by
// the hour.
const DefaultRefresh = 24 * time.Hour

// Papers are pages that an office went through, see package review.
type Papers struct {
	// File is a file, or a folder of files that end in .toml; empty: none. What in
	// it cannot be used is skipped and told, and is no fault of the configuration.
	File string
}

func (p *Papers) section() key.Section {
	return key.Section{Name: "papers", Keys: []key.Key{
		key.Text("file", &p.File, "", key.Form{Want: key.Say(
			`tệp hoặc thư mục viết từ gốc, như "/etc/motcua/papers.toml"`, `a file or folder from the root on, such as "/etc/motcua/papers.toml"`,
		), Fits: key.File.Fits}).
				Says(`Tệp các trang giấy tờ đã được cơ quan rà soát, hoặc thư mục có nhiều tệp .toml như thế; bỏ trống thì không có. Soạn bằng
motcua papers new MÃ, kiểm tra bằng motcua papers check TỆP. Chỗ nào viết sai thì riêng chỗ ấy bị bỏ qua, và motcua doctor báo.`,
				`A file of pages that an office reviewed, or a folder of such files that end in .toml; empty: none. motcua papers new CODE begins
one, motcua papers check FILE checks it. A part with a mistake is skipped by itself and told by motcua doctor. (MOTCUA_PAPERS_FILE)`),
	}}
}

// SampleMode tells when the sample portal answers.
type SampleMode string

// The sample modes.
const (
	SampleAuto SampleMode = "auto" // when neither a portal nor a system is configured
	SampleOn   SampleMode = "on"   // always, for training
	SampleOff  SampleMode = "off"  // never
)

// Sample is the sample portal inside the program.
type Sample struct {
	Mode SampleMode
}

func (s *Sample) section() key.Section {
	return key.Section{Name: "sample", Restart: true, Keys: []key.Key{
		key.Choice("mode", &s.Mode, SampleAuto, SampleAuto, SampleOn, SampleOff).ByEnv("MOTCUA_SAMPLE").
			Says(`Dữ liệu mẫu: "auto" khi chưa có cổng và hệ thống nào, "on" luôn dùng, "off" không bao giờ.`,
				`Sample data: "auto" when no portal and no system is configured, "on" always, "off" never.`),
	}}
}

// SampleOffice is the office on the home screen while the sample portal
// answers and the operator named none.
const SampleOffice = "Phường Đức Xuân, tỉnh Thái Nguyên"

// Defaults are the values of an empty configuration.
func Defaults() Config {
	c := Config{Server: server.Defaults(), Limits: limit.Defaults(), Guess: limit.DefaultLookups()}
	for _, s := range c.sections() {
		key.Defaults(s.Keys)
	}
	return c
}

// UsesSample tells whether the sample portal answers instead of real ones.
func (c Config) UsesSample() bool {
	switch c.Sample.Mode {
	case SampleOn:
		return true
	case SampleOff:
		return false
	default:
		return c.National.URL == "" && len(c.Systems) == 0
	}
}

// Office is the line below the name: the operator's, or the sample's own.
func (c Config) Office() string {
	if c.Place.Office == "" && c.UsesSample() {
		return SampleOffice
	}
	return c.Place.Office
}

// Gate are the limits as the gate counts them; kiosks behind the server are offices
// to it.
func (c Config) Gate() limit.Limits {
	g := c.Limits.Parted()
	g.Offices = slices.Concat(g.Offices, c.Server.KioskFrom)
	return g
}

// Lookups are the budgets as they are counted, with the offices of [limits].
func (c Config) Lookups() limit.LookupLimits {
	l := c.Guess
	l.Offices = c.Limits.Offices
	return l
}
