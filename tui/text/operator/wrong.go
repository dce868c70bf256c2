package operator

import "motcua/tui/text"

// Problems of a key of the configuration: {key} is the key, {got} the given value, {kind}
// its type and {want} the accepted values.
var (
	KeyWrongType = text.Say(`khóa "{key}" cần {want}, nhưng ở đây là {kind}.`, `key "{key}" takes {want}, but this is {kind}.`)
	KeyBadValue  = text.Say(`khóa "{key}" cần {want}, nhưng đang là "{got}".`, `key "{key}" takes {want}, but it is "{got}".`)
	// KeyBadSecret does not repeat the value.
	KeyBadSecret      = text.Say(`khóa "{key}" cần {want}.`, `key "{key}" takes {want}.`)
	KeyUnknown        = text.Say(`không có khóa "{key}".`, `there is no key "{key}".`)
	KeyUnknownSection = text.Say(`không có mục [{key}].`, `there is no section [{key}].`)
	KeyMissing        = text.Say(`thiếu khóa "{key}": cần {want}.`, `key "{key}" is missing: it takes {want}.`)
	KeyTwice          = text.Say(`"{got}" đã được dùng ở trên; khóa "{key}" cần {want}.`, `"{got}" stands above already; key "{key}" takes {want}.`)
	KeyIsSection      = text.Say(`"{key}" là một mục, viết thành {want} trên một dòng riêng.`, `"{key}" is a section, write {want} on a line of its own.`)
	KeyAgain          = text.Say(`"{key}" đã có ở trên, chỉ viết một lần.`, `"{key}" stands above already, write it once.`)
	KeyNotOfKind      = text.Say(`khóa "{key}" không dùng cho kind = "{got}"; kind ấy có {want}.`, `key "{key}" is not for kind = "{got}"; that kind takes {want}.`)
	// KeyOpenAuthorities gets the problem of the file and what to do in {want}.
	KeyOpenAuthorities = text.Say(`khóa "{key}" cần tệp không ai khác sửa được. {want}`, `key "{key}" takes a file that nobody else may write. {want}`)
	KeyNoAuthorities   = text.Say(`khóa "{key}" cần {want}; {got}: {kind}.`, `key "{key}" takes {want}; {got}: {kind}.`)
	KeyNoCredential    = text.Say(
		`khóa "{key}": dịch vụ này không được trao mật khẩu "{got}", hoặc nó trống. Thêm dòng LoadCredential={got}:/đường/dẫn vào dịch vụ.`,
		`key "{key}": this service has no credential "{got}", or it is empty. Add a line LoadCredential={got}:/path to the service.`,
	)
	KeyOutside = text.Say(
		`khóa "{key}": mật khẩu "{got}" chỉ có bên trong dịch vụ systemd, ở đây không có.`,
		`key "{key}": the credential "{got}" is there only inside the systemd service, and not here.`,
	)

	EnvProxy  = text.Say("biến này cần {want}.", "this variable takes {want}.")
	EnvUnread = text.Say("không dùng đến biến này.", "nothing reads this variable.")
	// EnvNamed takes the variable.
	EnvNamed = text.Say("biến môi trường %s", "environment variable %s")
	// FileLine takes the file and the line.
	FileLine = text.Say("%s, dòng %d", "%s, line %d")
	// WrongSuggest takes the value that was probably meant.
	WrongSuggest = text.Say(" Có phải ông/bà muốn viết %s?", " Did you mean %s?")
)

// Problems of the configuration file.
var (
	ConfigFileSyntax    = text.Say(`không đọc được theo TOML ở cột {got} ({key}).`, `this is not TOML, at column {got} ({key}).`)
	ConfigFileMissing   = text.Say("không có tệp này.", "there is no such file.")
	ConfigFileClosed    = text.Say("không được phép đọc tệp này.", "no permission to read this file.")
	ConfigFileIsFolder  = text.Say("đây là thư mục, cần một tệp TOML.", "this is a directory, a TOML file is needed.")
	ConfigFileTooLarge  = text.Say("tệp lớn hơn {want}, không thể là tệp cấu hình.", "the file is larger than {want}, it cannot be a config file.")
	ConfigFileBinary    = text.Say("đây không phải tệp chữ UTF-8, cần một tệp TOML.", "this is not UTF-8 text, a TOML file is needed.")
	ConfigFileUnread    = text.Say("không đọc được tệp này ({got}).", "the file cannot be read ({got}).")
	ConfigFileExists    = text.Say("tệp đã có, không ghi đè. Xóa hoặc đổi tên tệp ấy trước.", "the file exists and is not overwritten. Remove or rename it first.")
	ConfigFileUnwritten = text.Say("không ghi được tệp này ({got}).", "the file cannot be written ({got}).")
	// ConfigFileOpenSecret gets the problem of the file and what to do in {want}.
	ConfigFileOpenSecret = text.Say(`mật khẩu phải nằm trong tệp không ai khác đọc hay sửa được. {want}`, `a password belongs in a file that nobody else may read or write. {want}`)
)

// Reasons why a file of certificates cannot be used.
var (
	AuthoritiesMissing  = text.Say("không có tệp ấy", "there is no such file")
	AuthoritiesClosed   = text.Say("tài khoản này không được đọc tệp ấy", "this account may not read it")
	AuthoritiesIsFolder = text.Say("đó là một thư mục", "it is a folder")
	AuthoritiesEmpty    = text.Say("trong tệp không có chứng thư nào", "it contains no certificate")
	AuthoritiesUnread   = text.Say("chứng thư trong tệp không đọc được", "a certificate in it cannot be read")
)

// Types of a value in the file.
var (
	KindInteger = text.Say("số nguyên", "an integer")
	KindDecimal = text.Say("số thập phân", "a decimal number")
	KindList    = text.Say("một danh sách khác", "another kind of list")
	KindTable   = text.Say("một bảng { }", "a table { }")
	KindDate    = text.Say("ngày giờ không có dấu nháy", "a date without quotes")
)
