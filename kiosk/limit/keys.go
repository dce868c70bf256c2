package limit

import (
	"time"

	"motcua/kiosk/config/key"
	"motcua/kiosk/limit/ledger"
	"motcua/tui/text"
)

// Bounds of the keys. The terminal is bounded by memory, see package server.
const (
	most      = 100_000
	leastCell = 80 * 24 // one terminal
	mostCells = 100_000_000
)

// Section returns the keys of [limits]. The public's part is computed from them, see Parted.
func (l *Limits) Section() key.Section {
	return key.Section{Name: "limits", Keys: []key.Key{
		key.Value("handshakes", &l.Handshakes, Startups{Start: 10, Rate: 30, Full: 100}, wantStartups, Startups.rise).
			Says(`Đang bắt tay cùng lúc, như MaxStartups: từ 10 thì từ chối ngẫu nhiên 30%, tăng dần, đến 100 thì từ chối hết.`,
				`Handshakes at once, like MaxStartups: from 10 on 30% are refused at random, rising, and all at 100.`),
		key.Prefixes("offices", &l.Offices).
			Says(`Địa chỉ của những nơi đông người: trụ sở, phòng một cửa. Có hạn mức riêng, không bị phạt.

Một mục gồm nhiều địa chỉ thì cả mục chỉ được gấp 2 số chỗ và gấp 4 số lượt tra của một nơi: mỗi trụ sở nên là một mục riêng.`,
				`Addresses behind which many people sit: they have shares of their own and no penalties.

An entry of many addresses has, in all, twice the places and four times the look-ups of one: give each office an entry of its own.`),
		key.Choice("overflow", &l.Penalties.Overflow, OverflowPermissive, OverflowPermissive, OverflowDenyAll).
			Says(`Khi danh sách địa chỉ bị phạt đã đầy: "permissive" quên bớt, "deny_all" chỉ còn các nơi trong offices được vào.`,
				`When more are blamed than are remembered: forget some, or let in only the offices above.`),
		key.Int("connections", &l.Connections.All, 1000, 1, most).
			Says(`Cùng lúc, tất cả: kết nối, phiên, ô chữ của các màn hình được vẽ (80x24 là 1920 ô; mỗi ô tốn chừng 400 đến 600 byte bộ nhớ).`,
				`At once, in all: connections, sessions, cells of the terminals that are drawn (80x24 is 1920; a cell takes some 400 to 600 bytes).`),
		key.Int("sessions", &l.Sessions.All, 1000, 1, most),
		// A cell takes some 400 bytes, and 600 while everything is drawn anew: see the
		// table in the documentation of package server.
		key.Int("cells", &l.Cells.All, 1_500_000, leastCell, mostCells),
		key.Int("reserved", &l.Reserved, 20, 0, 90).
			Says(`Phần trăm của ba số trên để dành cho cán bộ, ki-ốt và các nơi trong offices; người dân không dùng vào.`,
				`Percent of these three that the public may not take: they are for staff, kiosks and the offices above.`),
		key.Int("source_handshakes", &l.Source.Handshakes, 10, 1, most).
			Says(`Mỗi địa chỉ (IPv6: mỗi /64; mỗi /48 gấp 4): đang bắt tay, kết nối, phiên, ô chữ; starts: số kết nối, và số phiên, được bắt đầu: 30 lần liền, rồi 60 lần mỗi phút.`,
				`Each address (IPv6: each /64; each /48 four times that): handshakes, connections, sessions, cells; starts: connections, and sessions, that may begin: 30 at once, then 60 a minute.`),
		key.Int("source_connections", &l.Source.Connections, 20, 1, most),
		key.Int("source_sessions", &l.Source.Sessions, 20, 1, most),
		key.Int("source_cells", &l.Source.Cells, 100_000, leastCell, mostCells),
		rate("source_starts", &l.Source.Starts, Rate{Burst: 30, Minute: 60}),
		// A list of codes has at most as many lines; after that one a second.
		rate("connection_starts", &l.Connection, Rate{Burst: 20, Minute: 60}).
			Says(`Số phiên một kết nối của người dân được bắt đầu.`, `Sessions that one connection of the public may begin.`),
		key.Int("office_handshakes", &l.Office.Handshakes, 50, 1, most).
			Says(`Mỗi địa chỉ trong offices và kiosk.ssh_from; cán bộ ở mỗi địa chỉ.`, `Each address in offices and in kiosk.ssh_from; staff at each address.`),
		key.Int("office_connections", &l.Office.Connections, 300, 1, most),
		key.Int("office_sessions", &l.Office.Sessions, 300, 1, most),
		key.Int("office_cells", &l.Office.Cells, 500_000, leastCell, mostCells),
		rate("office_starts", &l.Office.Starts, Rate{Burst: 300, Minute: 600}),
		key.Int("penalty_sources", &l.Penalties.Sources, ledger.DefaultEntries, 1, 1<<20).
			Says(`Nhớ nhiều nhất bao nhiêu địa chỉ bị phạt.`, `Addresses whose penalty is remembered.`),
		l.Penalties.key("penalty_auth", AuthFailed, 5*time.Second).
			Says(`Mỗi lỗi cộng bấy nhiêu vào hạn phạt của địa chỉ: sai khóa, bỏ đi không thử, quá giờ bắt tay, không nói SSH,
đòi thứ không có, gõ nhanh hơn người, làm hỏng một phiên. Phạt bắt đầu khi quá penalty_min. "0s": không tính.`,
				`What each offence adds to an address's penalty, which begins above penalty_min: keys turned down, left without a try,
handshake too long, not SSH at all, asking for what there is not, typing faster than people, breaking a session.`),
		l.Penalties.key("penalty_noauth", NoAuth, time.Second),
		l.Penalties.key("penalty_grace", GraceExceeded, 10*time.Second),
		l.Penalties.key("penalty_junk", Junk, 10*time.Second),
		l.Penalties.key("penalty_refused", Refused, 5*time.Second),
		l.Penalties.key("penalty_flood", Flood, 30*time.Second),
		l.Penalties.key("penalty_crash", Crash, 90*time.Second),
		key.Duration("penalty_min", &l.Penalties.Min, 15*time.Second, penalties),
		key.Duration("penalty_max", &l.Penalties.Max, 10*time.Minute, penalties).
			Must(key.NotUnder(&l.Penalties.Max, &l.Penalties.Min, text.Say("khoảng thời gian không ngắn hơn limits.penalty_min", "a time not shorter than limits.penalty_min"))),
	}}
}

var (
	penalties    = key.Span{To: 24 * time.Hour}
	wantStartups = text.Say(`ba số "đầu:phần trăm:cuối" như "10:30:100"`, `three numbers "start:percent:full" such as "10:30:100"`)
	wantRate     = text.Say(`số lần liền nhau và số lần mỗi phút như "30:60/m", đều từ 1`, `how often at once and how often a minute such as "30:60/m", both from 1`)
)

// key is the key of an offence.
func (p *Penalties) key(name string, o Offence, byDefault time.Duration) key.Key {
	return key.Bind(name, func() time.Duration { return p.For[o] }, func(d time.Duration) {
		if p.For == nil {
			p.For = map[Offence]time.Duration{}
		}
		p.For[o] = d
	}, byDefault, penalties.Kind())
}

// Section returns the keys of [guess]. A bucket is written "8:4/h": eight points at once, of
// which four come back in an hour; "/d" is for a day.
func (l *LookupLimits) Section() key.Section {
	var (
		day   = key.Span{From: time.Second, To: 24 * time.Hour}
		known = pointsOfDossier
	)
	s := key.Section{Name: "guess", Comment: text.Say(
		`Mã hồ sơ tăng dần từng ngày nên dễ dò: mỗi nơi hỏi có một số điểm, hết thì phải chờ. "8:4/h": 8 điểm, mỗi giờ trả lại 4; "/d": mỗi ngày.
Hồ sơ tìm thấy tốn 1 điểm của own, không thấy 2; trong unit_day (một đơn vị, một ngày) 3 và 1; proof: mỗi mã tra cứu sai 1.
shared: phần chung của cả loại, dùng khi phần riêng đã hết. office: các nơi trong limits.offices. staff: mỗi khóa. kiosk: mỗi máy ở sảnh.
Nhập đúng mã tra cứu thì được trả lại số điểm đã tốn cho hồ sơ ấy.`,
		`Codes count up day by day and are soon guessed: each asker has points, and must wait when they are used up. "8:4/h": 8 points, 4 come
back an hour; "/d": a day. Found costs 1 of own and not found 2; of unit_day (one unit, one day) 3 and 1; of proof each wrong one 1.
shared: of all askers of a kind, for those whose own are used up. office: those in limits.offices. staff: each key. kiosk: each machine in a lobby.
A right proof gives back what being shown the application had cost.`,
	)}
	s.Keys = append(s.Keys, l.Public.keys(classPublic, pointsOfPublic)...)
	s.Keys = append(s.Keys, l.Office.keys(classOffice, pointsOfOffice)...)
	s.Keys = append(s.Keys, l.Staff.keys(classStaff, pointsOfStaff)...)
	s.Keys = append(s.Keys, l.Kiosk.keys(classKiosk, pointsOfKiosk)...)
	s.Keys = append(s.Keys,
		bucketKey("dossier_public", &l.Dossier.Public, known.Public, proofMiss).
			Says(`Mã tra cứu sai của một hồ sơ, tính chung mọi nơi, để nhiều mạng cùng dò cũng không hơn: của người ngoài, của tất cả (quầy và sảnh có phần người
ngoài không lấy được), và của ai nhập đủ cả số căn cước hay điện thoại (từ 9 số). Nơi nào đã mở đúng hồ sơ ấy thì không tính.`,
				`Wrong proofs of one application from everywhere together, so that many networks get no more than few: of the public, of all (desk and lobby have a part
that the public cannot take), and of those who type a whole number of a card or phone (nine digits and more). Who opened the application before is free.`),
		bucketKey("dossier_all", &l.Dossier.All, known.All, proofMiss),
		bucketKey("dossier_whole", &l.Dossier.Whole, known.Whole, proofMiss),
		// In a hall that hands out 300 results a day, people come in random order, some forty
		// an hour. The probability that twelve numbers lie within 24 is then one in 10^9, and
		// sixty in an hour is a busy day. A family mistypes a proof on two phones and at home,
		// not from six networks within an hour.
		key.Int("alarm_in_order", &l.Alarms.InOrder, 12, 4, MostInOrder).
			Says(`Báo động trong nhật ký: bao nhiêu số liền nhau của một đơn vị một ngày, bao nhiêu số tất cả trong một giờ; mã tra cứu của một hồ sơ bị nhập sai
từ bao nhiêu mạng; mỗi bấy lâu một lần.`,
				`Alarms in the log: numbers of a unit's day one after the other, different ones in all within an hour; networks from which one application's proof is
tried in vain; once in so long.`),
		key.Int("alarm_dense", &l.Alarms.Dense, 60, 4, most),
		key.Int("alarm_networks", &l.Alarms.Networks, 6, 2, countMost),
		key.Duration("alarm_every", &l.Alarms.Every, time.Hour, day),
		key.Int("delay_free", &l.DelayFree, 4, 0, MostDelayFree).
			Says(`Ai dùng đến phần chung thì delay_free lần đầu không phải chờ, sau đó phải chờ, mỗi lần gấp đôi đến delay_most; giữ trong phần riêng thì forgive sau
quên một lần. Hỏi lại trong remember: không tốn.`,
				`Who lives on what is shared need not wait the first delay_free times, then waits, each time twice as long up to delay_most; forgive takes one of these
back. Asking again within remember is free.`),
		key.Duration("delay_first", &l.DelayFirst, 30*time.Second, day),
		key.Duration("delay_most", &l.DelayMost, 15*time.Minute, day).
			Must(key.NotUnder(&l.DelayMost, &l.DelayFirst, text.Say("khoảng thời gian không ngắn hơn guess.delay_first", "a time not shorter than guess.delay_first"))),
		key.Duration("forgive", &l.Forgive, time.Hour, day),
		// One visit in the day, with `track --watch` during it.
		key.Duration("remember", &l.Remember, 12*time.Hour, key.Span{To: 48 * time.Hour}),
	)
	return s
}

// keys are the keys of a kind of asker. Its own bucket must pay for at least one look-up;
// shared ones may be empty.
func (s *LookupShare) keys(class string, points LookupShare) []key.Key {
	return []key.Key{
		bucketKey(class+"_own", &s.Own, points.Own, max(ownHit, ownMiss)),
		bucketKey(class+"_unit_day", &s.UnitDay, points.UnitDay, max(dayHit, dayMiss)),
		bucketKey(class+"_proof", &s.Proof, points.Proof, proofMiss),
		bucketKey(class+"_shared_all", &s.SharedAll, points.SharedAll, 0),
		bucketKey(class+"_shared_unit_day", &s.SharedUnitDay, points.SharedUnitDay, 0),
		bucketKey(class+"_shared_proof", &s.SharedProof, points.SharedProof, 0),
	}
}
