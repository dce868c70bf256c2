package config

import (
	"slices"
	"strings"
	"time"

	"motcua/client/near"
	"motcua/kiosk/config/authority"
	"motcua/kiosk/config/calendar"
	"motcua/kiosk/config/key"
	"motcua/kiosk/config/proxy"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/shared"
	"motcua/kiosk/server"
	"motcua/kiosk/verifying"
	"motcua/tui/text"
)

// Config contains everything that is configured from outside the program. Strings are
// sanitised, and Load has checked each value.
type Config struct {
	Place     Place
	Interface Interface
	National  National
	Store     Store
	Papers    Papers
	Verify    verifying.Config
	Sample    Sample
	Calendar  calendar.Config
	Server    server.Config
	Limits    limit.Limits       // as in the file, see Gate
	Guess     limit.LookupLimits // as in the file, see Lookups
	Cluster   shared.Config
	Kiosk     Kiosk
	Systems   []System
	Routes    []Route

	// Offline is only set by a flag: answer from the data on this machine.
	Offline bool
	// File is the path of the file that was read, empty when there was none.
	File string

	env     *proxy.Env // nil: no proxy of the environment would be used
	outside []Problem  // see Outside
	skipped []Problem  // see Skipped
	origins map[string]Origin
	more    []key.Section // see Inputs, also for themes
	themes  []string
	// secretInFile reports whether the file itself contains a password, or the hash of the
	// PIN, from which the PIN can be found. Then other accounts must not be able to read or
	// change the file, even if a variable or a flag overrides the key.
	secretInFile bool
}

// sections returns the sections of the file, in its order. Systems and routes, of which
// there may be several, come after them.
func (c *Config) sections() []key.Section {
	return append([]key.Section{
		c.Place.section(), c.Interface.section(c.themes), c.National.section(), c.Store.section(), c.Papers.section(), c.Verify.Section(), c.Sample.section(), c.Calendar.Section(),
		c.Server.Section(), c.Limits.Section(), c.Guess.Section(), c.Cluster.Section(), c.Kiosk.section(c.Server.KioskKeys()),
	}, c.more...)
}

// Place describes where the program is in use, in words that people see.
type Place struct {
	Name   string // heading of the home screen
	Office string // line below it, may be empty
	Desk   string // whom to ask; empty: the program's own words
	Hours  string // opening hours, may be empty
	// Province is the agency id of the province, "H55"; empty: no place comes first.
	Province string
	// Unit is the agency id of this office, "H55.17.05": the kiosk's keyboard has a key for it.
	Unit    string
	Units   string // the operator's file of units; empty: none
	Ranks   string // the operator's file of yearly indexes; empty: none
	Notices string // the operator's folder of notices; empty: none
	Contact string // telephone and address of this office, may be empty
}

func (p *Place) section() key.Section {
	return key.Section{Name: "place", Keys: []key.Key{
		key.Text("name", &p.Name, text.PlaceName, key.Any).
			Says(`Tên ở đầu màn hình.`, `The heading of the home screen.`),
		key.Text("office", &p.Office, "", key.Any).
			Says(`Dòng bên dưới, ví dụ "Phường Đức Xuân, tỉnh Thái Nguyên".`, `The line below it.`),
		key.Text("desk", &p.Desk, "", key.Any).
			Says(`Hỏi ai khi cần gấp, ví dụ "quầy hướng dẫn, tầng 1".`, `Whom to ask when it is urgent.`),
		key.Text("hours", &p.Hours, "", key.Any).
			Says(`Giờ làm việc, ví dụ "7:30-11:30, 13:30-17:00".`, `Opening hours.`),
		key.Text("province", &p.Province, "", provinceID).NeedsRestart().
			Says(`Mã tỉnh như trong mã hồ sơ, ví dụ "H55": xã, phường của tỉnh này được xếp trước.`,
				`The province's id, as in codes of applications: its communes come first.`),
		key.Text("unit", &p.Unit, "", unitID).
			Says(`Mã cơ quan này như trong mã hồ sơ, ví dụ "H55.17.05": bàn phím ở sảnh có một phím gõ sẵn phần này.`,
				`The id of this office as in codes of applications, such as "H55.17.05": the keyboard of a lobby has a key for it.`),
		key.Text("units", &p.Units, "", key.File).NeedsRestart().
			Says(`Tệp địa chỉ, giờ, điện thoại, quầy của các đơn vị. Kiểm tra: motcua units check TỆP.`,
				`A file of units: address, hours, phone, counters. To check: motcua units check FILE. (MOTCUA_PLACE_UNITS)`),
		key.Text("ranks", &p.Ranks, "", key.File).NeedsRestart().
			Says(`Tệp CSV xếp hạng từng năm (PAR, SIPAS), bổ sung bảng có sẵn. Kiểm tra: motcua index check TỆP.`,
				`A CSV file of ranks by year (PAR, SIPAS), added to the built-in table. To check: motcua index check FILE. (MOTCUA_PLACE_RANKS)`),
		key.Text("notices", &p.Notices, "", key.Folder).NeedsRestart().
			Says(`Thư mục thông báo của cơ quan, mỗi thông báo một tệp .md có ngày from và until. Kiểm tra: motcua notices check THƯ-MỤC.`,
				`The folder of the office's notices, a file .md each with the days from and until. To check: motcua notices check FOLDER. (MOTCUA_PLACE_NOTICES)`),
		key.Text("contact", &p.Contact, "", key.Any).
			Says(`Liên hệ cơ quan này, ví dụ "0209 3870 000, số 1 đường Hùng Vương".`, `How to reach this office: telephone, address.`),
	}}
}

// Interface contains settings of the interface.
type Interface struct {
	Lang  text.Lang
	Theme string // empty: the program chooses
	// Staff gives the local program the list of dossiers to follow. What only a proof opens
	// stays closed: opening it without one takes a key, over SSH.
	Staff bool
}

func (i *Interface) section(themes []string) key.Section {
	return key.Section{Name: "interface", Keys: []key.Key{
		key.Choice("lang", &i.Lang, text.VI, text.VI, text.EN).ByEnv("MOTCUA_LANG").ByFlag("lang").
			Says(`Ngôn ngữ: "vi" hoặc "en".`, `Language. (MOTCUA_LANG, --lang)`),
		key.Text("theme", &i.Theme, "", themeOf(themes)).ByEnv("MOTCUA_THEME").ByFlag("theme").
			Says(`Bộ màu; bỏ trống thì máy tự chọn.`, `Theme; empty: chosen for the terminal. (MOTCUA_THEME, --theme)`),
		key.Switch("staff", &i.Staff, false).
			Says(`Máy của cán bộ: motcua có danh sách hồ sơ theo dõi (F6). Xem tên, giấy tờ mà không cần mã thì phải có khóa, qua SSH.`,
				`A staff member's own PC: motcua has a list of applications to follow (F6). Names and papers without a proof take a key, over SSH.`),
	}}
}

// themeOf accepts one of the themes, or any name when themes is empty.
func themeOf(themes []string) key.Form {
	if themes == nil {
		return key.Any
	}
	names := `"` + strings.Join(themes, `", "`) + `"`
	return key.Form{Want: text.Same(names), Why: func(s string) *key.Wrong {
		if slices.Contains(themes, s) {
			return nil
		}
		return &key.Wrong{Suggest: near.Word(strings.ToLower(s), themes)}
	}}
}

// Langs returns the values that interface.lang accepts.
func Langs() []string { return []string{string(text.VI), string(text.EN)} }

// National is the National Public Service Portal.
type National struct {
	URL     string // ends in /api/v1; empty: the portal is not asked
	Gateway string // the older gateway, above /jsp/rest.jsp; empty: it is not asked
	Proxy   proxy.Proxy
	CAFile  string // authorities trusted in addition to the machine's
	Timeout time.Duration
	// Contact is part of the User-Agent, so that the portal's staff can reach the operator:
	// a mail address or a web page.
	Contact string
}

func (n *National) section() key.Section {
	return key.Section{Name: "national", Restart: true, Keys: []key.Key{
		key.Text("url", &n.URL, "", address).
			Says(`Cổng Dịch vụ công quốc gia; bỏ trống thì không hỏi cổng.`,
				`The National Public Service Portal; empty: it is not asked. (MOTCUA_NATIONAL_URL)
Địa chỉ thật / the real address: https://dichvucong.gov.vn/api/v1`),
		key.Text("gateway", &n.Gateway, "", address).
			Says(`Cổng cũ có quyết định công bố thủ tục, phần trước /jsp/rest.jsp; bỏ trống thì không hỏi.`,
				`The older gateway with the decisions that publish procedures, without /jsp/rest.jsp; empty: it is not asked.`),
		proxy.Key("proxy", &n.Proxy).
			Says(`Máy chủ trung gian (proxy): "http://proxy.example:3128", cũng có https, socks5; "none" là đi thẳng. Bỏ trống thì theo
biến HTTPS_PROXY, NO_PROXY.`, `The proxy; https and socks5 as well; "none" for none. Empty: as HTTPS_PROXY and NO_PROXY say.`),
		key.Text("ca_file", &n.CAFile, "", authority.Form).
			Says(`Tệp chứng thư (PEM) của nơi cấp mà máy này chưa biết, tin thêm cho riêng cổng này.`,
				`A file of certificates (PEM) of an authority that this machine does not know; believed for this portal alone.`),
		key.Duration("timeout", &n.Timeout, DefaultTimeout, timeouts).
			Says(`Chờ một câu trả lời lâu nhất bao lâu.`, `The longest wait for one answer.`),
		key.Text("contact", &n.Contact, "", contact).
			Says(`Địa chỉ thư hoặc trang của đơn vị, gửi kèm để cổng biết ai hỏi.`,
				`An address or page of the operator, sent along so that the portal knows who asks.`),
	}}
}

// DefaultTimeout is the time limit for one answer: by then a person at a counter has given
// up.
const DefaultTimeout = 10 * time.Second

// Bounds of the time limits: no portal answers in less than a second, and after two minutes
// the person has left.
var timeouts = key.Span{From: time.Second, To: 2 * time.Minute}

// Store configures the catalogue on this machine.
type Store struct {
	Dir string // folder of its file; empty: the account's state folder
	// Refresh is the age at which serve and kiosk read the catalogue again, and at which a
	// stored detail is no longer used without asking the portal. 0 means that they never
	// do, and a detail is used for DefaultRefresh.
	Refresh time.Duration
}

func (s *Store) section() key.Section {
	return key.Section{Name: "store", Restart: true, Keys: []key.Key{
		key.Text("dir", &s.Dir, "", key.Folder).
			Says(`Thư mục để tệp danh mục; bỏ trống thì dùng thư mục trạng thái của tài khoản.`,
				`The folder of the catalogue's file; empty: the account's state folder. (MOTCUA_STORE_DIR)`),
		// Reading more often than hourly only puts load on the portal, and nobody should
		// rely on data that is older than a month.
		key.Duration("refresh", &s.Refresh, DefaultRefresh, key.Span{
			From: time.Hour, To: 30 * 24 * time.Hour, Never: text.Say(`, hoặc "0s" để không bao giờ`, `, or "0s" for never`),
		}).
			Says(`Danh mục cũ chừng này thì motcua serve và motcua kiosk tự đọc lại, ngoài giờ làm việc; "0s": không bao giờ, chỉ motcua sync.
Chi tiết một thủ tục cũ chừng này thì hỏi lại cổng.`,
				`A catalogue of this age is read anew by motcua serve and motcua kiosk, outside office hours; "0s": never, motcua sync alone.
A procedure's details of this age are asked for again. (MOTCUA_STORE_REFRESH)`),
	}}
}

// DefaultRefresh is a day, because papers and fees change by published decisions, not by
// the hour.
const DefaultRefresh = 24 * time.Hour

// Papers configures the procedure pages that an office reviewed, see package review.
type Papers struct {
	// File is a file, or a folder of files that end in .toml; empty: none. What cannot be
	// used in it is skipped and reported, but does not make the configuration invalid.
	File string
}

func (p *Papers) section() key.Section {
	return key.Section{Name: "papers", Keys: []key.Key{
		key.Text("file", &p.File, "", key.Form{Want: text.Say(
			`tệp hoặc thư mục viết từ gốc, như "/etc/motcua/papers.toml"`, `a file or folder with its absolute path, such as "/etc/motcua/papers.toml"`,
		), Fits: key.File.Fits}).
				Says(`Tệp các trang giấy tờ đã được cơ quan rà soát, hoặc thư mục có nhiều tệp .toml như thế; bỏ trống thì không có. Soạn bằng
motcua papers new MÃ, kiểm tra bằng motcua papers check TỆP. Chỗ nào viết sai thì riêng chỗ ấy bị bỏ qua, và motcua doctor báo.`,
				`A file of pages that an office reviewed, or a folder of such files that end in .toml; empty: none. motcua papers new CODE begins
one, motcua papers check FILE checks it. A part with a mistake is skipped by itself and told by motcua doctor. (MOTCUA_PAPERS_FILE)`),
	}}
}

// SampleMode says when the sample portal answers.
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

// Defaults returns the configuration of an empty file.
func Defaults() Config {
	c := Config{Server: server.Defaults(), Limits: limit.Defaults()}
	for _, s := range c.sections() {
		key.Defaults(s.Keys)
	}
	return c
}

// UsesSample reports whether the sample portal answers instead of real ones.
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

// TracksDossiers reports whether any system answers about dossiers. Without one the national
// portal does, on its own page.
func (c Config) TracksDossiers() bool { return c.UsesSample() || len(c.Systems) > 0 }

// Office returns the line below the name: the operator's, or the sample portal's own.
func (c Config) Office() string {
	if c.Place.Office == "" && c.UsesSample() {
		return text.SampleOffice
	}
	return c.Place.Office
}

// Gate returns the limits for the gate, which treats kiosks connected to the server as
// offices.
func (c Config) Gate() limit.Limits {
	g := c.Limits.Parted()
	g.Offices = slices.Concat(g.Offices, c.Server.KioskFrom)
	return g
}

// Lookups returns the budgets for look-ups, with the offices of [limits].
func (c Config) Lookups() limit.LookupLimits {
	l := c.Guess
	l.Offices = c.Limits.Offices
	return l
}
