package operator

import "motcua/tui/text"

// DoctorNames are the names of findings for people; JSON has the stable names of
// doctor.Finding.
var DoctorNames = map[string]text.Said{
	"config":   text.Say("cấu hình", "config"),
	"sample":   text.Say("dữ liệu mẫu", "sample data"),
	"clock":    text.Say("đồng hồ", "clock"),
	"holidays": text.Say("lịch nghỉ", "holidays"),
	"store":    text.Say("danh mục trong máy", "the catalogue here"),
	"papers":   text.Say("trang đã rà soát", "reviewed pages"),
	"units":    text.Say("địa chỉ, giờ các đơn vị", "addresses and hours"),
	"ranks":    text.Say("tệp xếp hạng", "file of ranks"),
	"notices":  text.Say("thư mục thông báo", "folder of notices"),
	"portal":   text.Say("cổng", "portal"),
	"portals":  text.Say("các cổng", "portals"),
	"routes":   text.Say("nơi tra hồ sơ", "where applications are looked up"),
	"terminal": text.Say("màn hình", "terminal"),
	"server":   text.Say("máy chủ SSH", "SSH server"),
	"cluster":  text.Say("kho đếm chung", "common store"),
	"size":     text.Say("cỡ màn hình", "size"),
	"letters":  text.Say("chữ", "letters"),
	"colours":  text.Say("màu", "colours"),
	"mouse":    text.Say("chạm và chuột", "touch and mouse"),
	"scanner":  text.Say("máy quét", "scanner"),
	"printer":  text.Say("máy in phiếu", "slip printer"),
	"speech":   text.Say("giọng đọc", "speech"),
	"pin":      text.Say("mã PIN", "PIN"),
	"idle":     text.Say("thời gian chờ", "idle time"),
}

// Findings of motcua doctor, and what to do about them.
var (
	DoctorFile      = text.Say("dùng tệp %s.", "the file %s is in use.")
	DoctorNoFile    = text.Say("không có tệp cấu hình, dùng giá trị có sẵn.", "there is no config file, built-in values are in use.")
	DoctorDoFix     = text.Say("Sửa chỗ ấy rồi chạy lại motcua doctor.", "Fix it and run motcua doctor again.")
	DoctorPlainHTTP = text.Say("%s dùng http, dữ liệu đi trên đường dây không được mã hóa.", "%s uses http, so the data is not encrypted on its way.")
	DoctorDoHTTPS   = text.Say("Đổi địa chỉ sang https.", "Change the address to https.")

	DoctorSample      = text.Say("đang dùng, nên mọi hồ sơ ở đây đều bịa ra.", "in use, so every application here is made up.")
	DoctorDoConfigure = text.Say("Khi dùng thật: motcua config init, rồi ghi địa chỉ cổng vào tệp.", "For real use: motcua config init, then put the portals' addresses in the file.")
	DoctorReal        = text.Say("không dùng.", "not in use.")

	DoctorSeconds    = text.Say("%s giây", "%s s")
	DoctorAnswers    = text.Say("%s trả lời sau %s.", "%s answers after %s.")
	DoctorSlow       = text.Say("%s trả lời nhưng chậm, sau %s.", "%s answers but slowly, after %s.")
	DoctorDoSlow     = text.Say("Xem lại đường truyền; người đứng chờ thấy lâu.", "Check the network; people at the kiosk have to wait.")
	DoctorOutside    = text.Say("nối được với %s; mật khẩu (%s) chỉ có bên trong dịch vụ systemd, nên ở đây không hỏi hồ sơ nào.", "the server of %s can be reached; its password (%s) is there only inside the systemd service, so that no application is asked for here.")
	DoctorDoOutside  = text.Say("Muốn kiểm cả tài khoản thì chạy bên trong dịch vụ, bằng quyền root: %s", "To check the account as well run it inside the service, as root: %s")
	DoctorDown       = text.Say("%s không trả lời (%s).", "%s does not answer (%s).")
	DoctorDoDown     = text.Say("Xem địa chỉ trong cấu hình, mạng và tường lửa của máy này.", "Check the address in the configuration, the network and this machine's firewall.")
	DoctorUnlisted   = text.Say("tệp cấu hình công khai của %s không có địa chỉ %s.", "the public settings of %s do not contain %s.")
	DoctorDoUnlisted = text.Say("Xem lại url và sso của hệ thống này: tài khoản được gửi tới đó.", "Check url and sso of this system: its account is sent there.")
	DoctorNoSettings = text.Say("không đọc được tệp cấu hình công khai của %s.", "the public settings of %s cannot be read.")
	DoctorDoSettings = text.Say("Xem lại portal và settings_path, hoặc bỏ portal để không đối chiếu.", "Check portal and settings_path, or leave portal out to skip the comparison.")
	DoctorNoPortal   = text.Say("không hỏi cổng nào; chỉ tra được danh mục thủ tục có sẵn.", "no portal is asked; only the built-in catalogue of procedures answers.")

	DoctorClockOff  = text.Say("đồng hồ lệch %s so với %s.", "the clock differs by %s from %s.")
	DoctorDoClock   = text.Say("Đặt lại giờ, bật đồng bộ giờ (timedatectl set-ntp true).", "Set the time and turn on synchronisation (timedatectl set-ntp true).")
	DoctorClock     = text.Say("bây giờ là %s ở Việt Nam.", "it is %s in Vietnam.")
	DoctorClockPast = text.Say("đồng hồ chỉ %s, sớm hơn cả ngày làm ra chương trình (%s).", "the clock says %s, before the program was built (%s).")
	DoctorClockSame = text.Say("đồng hồ khớp với %s, lệch không quá %s.", "the clock agrees with %s within %s.")

	DoctorHolidays    = text.Say("có lịch nghỉ năm %d theo %s.", "holidays of %d are those of %s.")
	DoctorNoHolidays  = text.Say("chưa có lịch nghỉ lễ năm %d, ngày làm việc có thể đếm sai.", "holidays of %d are not known, working days may be miscounted.")
	DoctorUnannounced = text.Say("lịch %d chưa công bố, ngày làm việc đếm theo ngày nghỉ luật định.", "the %d calendar is not announced yet, working days are counted by the law's days off.")
	DoctorDoHolidays  = text.Say("Có thông báo thì ghi số vào calendar.notices, ngày vào calendar.days_off và days_on, hoặc cập nhật chương trình.", "When the notice is out, write its number into calendar.notices and its days into calendar.days_off and days_on, or update the program.")

	DoctorRoute        = text.Say("mã %s hỏi %s.", "codes %s go to %s.")
	DoctorRouteAll     = text.Say("mã %s hỏi cùng lúc %s.", "codes %s go at the same time to %s.")
	DoctorPolite       = text.Say("%s (không thấy mã bịa, đúng)", "%s (correctly finds nothing for a made-up code)")
	DoctorPage         = text.Say("%s (mở trang %s)", "%s (opens the page %s)")
	DoctorDead         = text.Say("%s (không trả lời: %s)", "%s (no answer: %s)")
	DoctorOutsideRoute = text.Say("%s (chỉ hỏi được bên trong dịch vụ)", "%s (can only be asked inside the service)")
	DoctorMadeUp       = text.Say("%s (có hồ sơ cho một mã bịa)", "%s (has an application for a made-up code)")
	DoctorDoMadeUp     = text.Say("Hệ thống ấy trả lời mã không ai có: hỏi nơi quản lý, vì người dân có thể thấy hồ sơ của người khác.", "It answers a code that nobody has: ask its owner, as people might be shown somebody else's application.")
	DoctorDoRouteDown  = text.Say("Xem dòng cổng của hệ thống ấy ở trên; các nơi khác trong mục vẫn trả lời.", "See the portal's line above; the others of this route still answer.")
	DoctorDoRouteDead  = text.Say("Xem dòng cổng của hệ thống ấy ở trên, hoặc thêm một nơi khác vào mục, như một trang (kind = \"handover\").", "See the portal's line above, or add another to the route, such as a page (kind = \"handover\").")
	DoctorNoCode       = text.Say("mục [[route]] %s: không mã hồ sơ nào bắt đầu như vậy.", "[[route]] %s: no application code begins like that.")
	DoctorDoNoCode     = text.Say("Ghi mã cơ quan như H55.17.05, hoặc phần đầu của nó và .*, như H55.*.", "Write an agency id such as H55.17.05, or its beginning and .*, such as H55.*.")
	DoctorNoSystem     = text.Say("chưa có hệ thống nào để tra hồ sơ.", "no system that knows applications is configured.")
	DoctorDoSystem     = text.Say("Thêm mục [[system]] vào tệp cấu hình.", "Add a [[system]] to the config file.")
	DoctorUnrouted     = text.Say("không mã nào hỏi tới %s.", "no code goes to %s.")
	DoctorDoRoute      = text.Say("Thêm một mục [[route]] cho hệ thống này, hoặc bỏ nó đi.", "Add a [[route]] for it, or remove it.")
	DoctorNoRest       = text.Say("mã của những cơ quan khác không mục [[route]] nào nhận; người hỏi được chỉ sang Cổng Dịch vụ công quốc gia.", "codes of other agencies fall to no [[route]]; who asks is sent to the National Public Service Portal.")
	DoctorDoRest       = text.Say("Muốn tra cả những mã đó thì thêm mục [[route]] cuối cùng với match = \"*\".", "To look those up too, add a last [[route]] with match = \"*\".")
	DoctorShadowed     = text.Say("mục [[route]] %s không bao giờ tới lượt, mục %s ở trước đã nhận.", "[[route]] %s is never used, because %s before it matches all its codes.")
	DoctorDoOrder      = text.Say("Đưa mục hẹp hơn lên trước.", "Put the narrower one first.")
	DoctorSampleOff    = text.Say("tra được các mã mẫu.", "the sample codes can be looked up.")

	DoctorPipe     = text.Say("đầu ra không phải màn hình; chữ ra dạng trơn.", "the output is not a terminal, so text is written without styles.")
	DoctorTerminal = text.Say("%d cột, %d dòng, %s, %s.", "%d columns, %d rows, %s, %s.")
	DoctorTooSmall = text.Say("màn hình %d cột, %d dòng; cần ít nhất %d cột, %d dòng.", "the terminal has %d columns, %d rows; at least %d by %d are needed.")
	DoctorDoSize   = text.Say("Phóng to cửa sổ hoặc thu nhỏ chữ.", "Make the window larger or the letters smaller.")
	DoctorNoUTF8   = text.Say("ngôn ngữ máy (%s) không phải UTF-8, chữ Việt có thể vỡ.", "the locale (%s) is not UTF-8, Vietnamese letters may break.")
	DoctorDoUTF8   = text.Say("Đặt LANG=C.UTF-8 hoặc LANG=vi_VN.UTF-8.", "Set LANG=C.UTF-8 or LANG=vi_VN.UTF-8.")
	DoctorDumb     = text.Say("TERM là %s, giao diện không vẽ được.", "TERM is %s, the interface cannot be drawn.")
	DoctorDoTerm   = text.Say("Đặt TERM đúng với chương trình đang dùng, ví dụ xterm-256color.", "Set TERM to the terminal in use, for example xterm-256color.")
	DoctorNoTerm   = text.Say("trống", "empty")
)

// Words for the states of a finding.
var (
	DoctorOK    = text.Say("được", "ok")
	DoctorNote  = text.Say("chú ý", "note")
	DoctorFails = text.Say("hỏng", "fails")
)

// Words for the number of colours of a terminal.
var (
	ColoursTrue = text.Say("16 triệu màu", "16 million colours")
	Colours256  = text.Say("256 màu", "256 colours")
	Colours16   = text.Say("16 màu", "16 colours")
	ColoursNone = text.Say("không màu", "no colours")
)

// The reviewed pages.
var (
	DoctorReviewed     = text.Say("%d trang giấy tờ theo bản cơ quan đã rà soát.", "%d pages are shown as an office reviewed them.")
	DoctorNoneReviewed = text.Say("tệp ở papers.file chưa có trang nào.", "the file of papers.file has no page.")
	DoctorDoPapers     = text.Say("Xem từng chỗ bằng motcua papers check TỆP, sửa rồi gửi SIGHUP (systemctl reload).", "See each place with motcua papers check FILE, correct it, then send SIGHUP (systemctl reload).")
)

// The catalogue on this machine.
var (
	DoctorNoStoreDir = text.Say("chưa biết để danh mục ở đâu; tra theo danh mục có sẵn trong máy.", "there is no folder for the catalogue; the one in the program is used.")
	DoctorDoStoreDir = text.Say("Đặt store.dir là thư mục mà tài khoản này ghi được.", "Set store.dir to a folder that this account can write to.")
	DoctorDamaged    = text.Say("tệp %s bị hỏng.", "the file %s is damaged.")
	// DoctorDoDamaged and others that name a sync take its command.
	DoctorDoDamaged   = text.Say("Chạy %s: tệp hỏng được dời sang bên, danh mục được đọc lại.", "Run %s: it moves the damaged file aside and reads the catalogue again.")
	DoctorNewerFile   = text.Say("%s do bản motcua mới hơn ghi (phiên bản cấu trúc %d, bản này biết đến %d).", "a newer motcua wrote %s (structure version %d, this one knows %d).")
	DoctorDoNewerFile = text.Say("Dùng bản mới, hoặc dời tệp ấy đi rồi chạy %s.", "Use the newer version, or move the file away and run %s.")
	DoctorShutFile    = text.Say("không mở được %s (%s).", "%s cannot be opened (%s).")
	DoctorDoShutFile  = text.Say("Cho tài khoản này quyền đọc tệp, hoặc đặt store.dir ở nơi khác.", "Let this account read the file, or set store.dir to another folder.")

	DoctorHolds       = text.Say("%s có %s thủ tục, %s có đủ chi tiết, theo cổng %s; phiên bản cấu trúc %d, tệp nguyên vẹn, %s.", "%s holds %s procedures, %s of them in full, as the portal had them %s; structure version %d, the file is intact, %s.")
	DoctorRoom        = text.Say("Ổ đĩa còn %s.", "%s are free.")
	DoctorShippedOnly = text.Say("tra theo danh mục có sẵn trong máy.", "the catalogue in the program is used.")
	DoctorNeverSynced = text.Say("máy này chưa đọc danh mục của cổng lần nào; mất mạng thì tra theo danh mục có sẵn trong máy.", "the portal's catalogue was never read here; without a network the one in the program is used.")
	DoctorDoSync      = text.Say("Chạy %s; motcua serve và motcua kiosk tự làm việc này nếu store.refresh khác 0.", "Run %s; motcua serve and motcua kiosk do it by themselves unless store.refresh is 0.")
	DoctorFuture      = text.Say("danh mục ghi %s, muộn hơn cả bây giờ.", "the date of the catalogue, %s, is in the future.")
	DoctorOld         = text.Say("%s Danh mục đã cũ %d ngày.", "%s The catalogue is %d days old.")
	DoctorBrokenOff   = text.Say("lần cập nhật %s đứt ở %s/%s thủ tục.", "the sync begun %s stopped after %s of %s procedures.")
	DoctorDoGoOn      = text.Say("Chạy %s: trong sáu giờ thì đọc tiếp từ chỗ ấy.", "Run %s: within six hours it continues from there.")

	DoctorStoreReadOnly   = text.Say("không ghi được vào %s (%s): danh mục tra được mà không cập nhật được.", "%s cannot be written to (%s): the catalogue can be searched but not updated.")
	DoctorDoStoreReadOnly = text.Say("Cho tài khoản này quyền ghi, hoặc đặt store.dir ở nơi khác.", "Let this account write there, or set store.dir to another folder.")
	DoctorLittleRoom      = text.Say("ổ đĩa của %s chỉ còn %s, cập nhật danh mục cần đến %s.", "the disk of %s has only %s left, updating the catalogue takes up to %s.")
	DoctorDoLittleRoom    = text.Say("Dọn bớt ổ đĩa, hoặc đặt store.dir ở nơi khác.", "Free some space, or set store.dir to another folder.")
)

// Whether motcua serve could start.
var (
	DoctorCanServe    = text.Say("motcua serve chạy được ở %s.", "motcua serve can start on %s.")
	DoctorInUse       = text.Say("%s đang có chương trình dùng.", "%s is in use.")
	DoctorDoInUse     = text.Say("Nếu đó không phải motcua serve đang chạy, đổi địa chỉ trong [server].", "Unless that is motcua serve itself, change the address in [server].")
	DoctorNoPort      = text.Say("tài khoản này không được nghe ở %s.", "this account may not listen on %s.")
	DoctorDoNoPort    = text.Say("Dùng cổng từ 1024 trở lên, hoặc cho dịch vụ quyền CAP_NET_BIND_SERVICE.", "Use a port from 1024 upwards, or give the service CAP_NET_BIND_SERVICE.")
	DoctorNoListen    = text.Say("không nghe được ở %s (%s).", "cannot listen on %s (%s).")
	DoctorDoListen    = text.Say("Xem lại địa chỉ trong [server].", "Check the address in [server].")
	DoctorMetricsOpen = text.Say("số liệu giám sát ở %s máy khác cũng đọc được.", "other machines can read the metrics on %s.")
	DoctorDoMetrics   = text.Say("Đặt server.metrics là địa chỉ của riêng máy này, như 127.0.0.1:9222, hoặc chặn ở tường lửa.", "Set server.metrics to an address that only this machine reaches, such as 127.0.0.1:9222, or block it in the firewall.")
	DoctorTrace       = text.Say("TEA_TRACE đang được đặt: máy chủ không chạy, vì mọi phím gõ sẽ bị ghi ra tệp.", "TEA_TRACE is set: the server does not start, because every key would be written to a file.")
	DoctorDoTrace     = text.Say("Bỏ biến TEA_TRACE.", "Unset TEA_TRACE.")
	DoctorNoState     = text.Say("chưa biết để khóa máy chủ ở đâu.", "there is no folder for the host key.")
	DoctorStateShut   = text.Say("không ghi được vào %s, nơi để khóa máy chủ (%s).", "%s, the folder of the host key, cannot be written to (%s).")
	DoctorDoState     = text.Say("Đặt server.state_dir là thư mục mà tài khoản của máy chủ ghi được.", "Set server.state_dir to a folder that the server's account can write to.")
	DoctorDoStaff     = text.Say("Sửa dòng hay tệp ấy, hoặc đường dẫn trong server.staff_keys, staff_cas, revoked_keys.", "Fix that line or file, or the path in server.staff_keys, staff_cas, revoked_keys.")
	DoctorFewFiles    = text.Say("chỉ mở được %d tệp; %d kết nối cần %d.", "only %d files may be open; %d connections need %d.")
	DoctorDoFiles     = text.Say("Tăng LimitNOFILE của dịch vụ (ulimit -n), hoặc giảm limits.connections.", "Raise LimitNOFILE of the service (ulimit -n), or lower limits.connections.")
)

// Findings about the file of place.units.
var (
	// DoctorUnits takes the file and the number of units.
	DoctorUnits = text.Say("%s có %d đơn vị dùng được.", "%s has %d units that can be used.")
	// DoctorNoUnits takes the file.
	DoctorNoUnits = text.Say("%s chưa có đơn vị nào.", "%s has no unit.")
	DoctorDoUnits = text.Say("Sửa rồi xem lại bằng motcua units check TỆP; máy chủ đọc tệp mới khi khởi động lại.", "Correct it and look again with motcua units check FILE; a server reads the new file when it is restarted.")
	// DoctorUnitsOld takes the file and the day.
	DoctorUnitsOld   = text.Say("%s sửa lần cuối ngày %s, đã hơn một năm.", "%s was last changed on %s, more than a year ago.")
	DoctorDoUnitsOld = text.Say("Gọi hỏi lại giờ, điện thoại, quầy của từng đơn vị rồi lưu tệp lại.", "Ask each unit for its hours, phone and counters again, and save the file.")
	DoctorUnitsAlone = text.Say("chưa so được với danh sách đơn vị của cổng vì máy này chưa đọc danh sách ấy.", "it was not compared with the portal's list of units, which this machine has not read.")
	// DoctorDoUnitsAlone is about a machine that never read the list.
	DoctorDoUnitsAlone = text.Say("Chạy %s, rồi motcua doctor lần nữa.", "Run %s, then motcua doctor again.")
	// DoctorUnitsRow takes a unit's code and its line.
	DoctorUnitsRow = text.Say("%s (dòng %d)", "%s (line %d)")
	// DoctorUnitsStrange takes how many of how many, and their list.
	DoctorUnitsStrange   = text.Say("%d trong %d đơn vị không có ở danh sách của cổng, nên không hiện ra: %s.", "%d of %d units are not in the portal's list and are shown nowhere: %s.")
	DoctorDoUnitsStrange = text.Say("Xem mã đúng bằng motcua units, và xem place.province có phải tỉnh ấy không.", "See the right code with motcua units, and whether place.province is their province.")
)
