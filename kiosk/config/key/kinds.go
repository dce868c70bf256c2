package key

import (
	"cmp"
	"encoding"
	"net"
	"net/netip"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/near"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// wantYes describes the values of a switch, and also its type.
var wantYes = text.Say("true hoặc false", "true or false")

// Form is a check for text.
type Form struct {
	Want text.Said
	// Clean is applied to the text before the check; nil is clean.Line.
	Clean func(string) string
	// Fits checks a text; nil accepts any.
	Fits func(string) bool
	// Why, used when Fits is nil, says more about a wrong text than that it is wrong.
	Why func(string) *Wrong
	// Needed means that the empty text is checked too. Otherwise it is always accepted.
	Needed bool
}

// Forms that several packages use.
var (
	Any = Form{Want: text.Say("chữ trong dấu nháy", "text in quotes")}
	// A relative path would be refused, because it depends on the folder where the program
	// is started.
	File   = Form{Want: text.Say(`tên tệp viết từ gốc, như "/etc/motcua/staff.keys"`, `a file with its absolute path, such as "/etc/motcua/staff.keys"`), Fits: filepath.IsAbs}
	Folder = Form{Want: text.Say(`thư mục viết từ gốc, như "/var/lib/motcua"`, `a folder with its absolute path, such as "/var/lib/motcua"`), Fits: filepath.IsAbs}
	// Address is an address to listen on: the host may be empty, a name or an address; the
	// port is a number.
	Address = Form{
		Want: text.Say(`địa chỉ và cổng như "127.0.0.1:2222"; ":2222" là mọi địa chỉ của máy`, `an address and a port such as "127.0.0.1:2222"; ":2222" is every address of this machine`),
		Fits: isAddress,
	}
)

// Device is the path of a Unix device, COM3 or the like, or a Windows share.
var Device = Form{
	Want: text.Say(`tên thiết bị viết từ gốc, như "/dev/ttyACM0" hoặc "/dev/input/by-id/…-event-kbd"`, `a device with its absolute path, such as "/dev/ttyACM0" or "/dev/input/by-id/…-event-kbd"`),
	Fits: IsDevice,
}

// IsDevice reports whether a text is the name of a device.
func IsDevice(name string) bool {
	return filepath.IsAbs(name) || strings.HasPrefix(name, "/") || windowsDevice.MatchString(name)
}

var windowsDevice = regexp.MustCompile(`^(?i:COM[0-9]{1,3}|LPT[0-9]|\\\\.+)$`)

var hostName = regexp.MustCompile(`^[A-Za-z0-9.:%_-]*$`)

func isAddress(s string) bool {
	host, port, err := net.SplitHostPort(s)
	n, bad := strconv.ParseUint(port, 10, 16)
	return err == nil && bad == nil && (n != 0 || port == "0") && hostName.MatchString(host)
}

// Text returns a key with a text value.
func Text(name string, field *string, byDefault string, f Form) Key {
	return New(name, field, byDefault, f.Kind())
}

// Kind returns how text of that form is read and shown.
func (f Form) Kind() Kind[string] {
	return Kind[string]{
		Want: f.Want, Show: func(s string) string { return s },
		Read: func(s string) (string, *Wrong) {
			if f.Clean == nil {
				return clean.Line(s), nil
			}
			return f.Clean(s), nil
		},
		Fits: func(s string) *Wrong {
			switch {
			case s == "" && !f.Needed:
			case f.Fits != nil && !f.Fits(s):
				return &Wrong{}
			case f.Why != nil:
				return f.Why(s)
			}
			return nil
		},
	}
}

// Choice returns a key whose value is one of a few words.
func Choice[T ~string](name string, field *T, byDefault T, of ...T) Key {
	return OneOf(name, field, byDefault, orOf(of), of...)
}

// OneOf is a Choice with its own description of the accepted values.
func OneOf[T ~string](name string, field *T, byDefault T, want text.Said, of ...T) Key {
	return New(name, field, byDefault, Kind[T]{
		Want: want, Show: func(v T) string { return string(v) },
		Read: func(s string) (T, *Wrong) { return T(s), nil },
		Fits: func(v T) *Wrong {
			if slices.Contains(of, v) {
				return nil
			}
			return &Wrong{Suggest: near.Word(strings.ToLower(string(v)), texts(of))}
		},
	})
}

func texts[T ~string](list []T) []string {
	all := make([]string, len(list))
	for i, v := range list {
		all[i] = string(v)
	}
	return all
}

// orOf joins words for a sentence: "a", "b" or "c".
func orOf[T ~string](of []T) text.Said {
	quoted := `"` + strings.Join(texts(of[:len(of)-1]), `", "`) + `"`
	last := `"` + string(of[len(of)-1]) + `"`
	return text.Say("%s hoặc %s", "%s or %s").With(quoted, last)
}

// Or joins words for a sentence: "a", "b" or "c".
func Or(of ...string) text.Said { return orOf(of) }

// Span is a range of durations, both ends included.
type Span struct {
	From, To time.Duration
	// Never, when set, allows zero and describes it.
	Never text.Said
}

// Want returns a description of the span.
func (s Span) Want() text.Said {
	w := text.Say(`khoảng thời gian từ "%s" đến "%s"`, `a time from "%s" to "%s"`).With(Short(s.From), Short(s.To))
	if s.Never != (text.Said{}) {
		w = text.Same("%s%s").With(w, s.Never)
	}
	return w
}

func (s Span) holds(d time.Duration) bool {
	return d >= s.From && d <= s.To || d == 0 && s.Never != (text.Said{})
}

// Kind returns how a duration in the span is read and shown: as "10s" or "1m30s". A number
// without a unit is refused.
func (s Span) Kind() Kind[time.Duration] {
	return Kind[time.Duration]{
		Want: s.Want(), Show: time.Duration.String, File: Short,
		Read: func(v string) (time.Duration, *Wrong) {
			d, err := time.ParseDuration(cmp.Or(v, "0"))
			if err != nil {
				return 0, &Wrong{}
			}
			return d, nil
		},
		Fits: func(d time.Duration) *Wrong {
			if s.holds(d) {
				return nil
			}
			return &Wrong{Got: d.String()}
		},
		// Zero needs no unit.
		Take: func(v any) (time.Duration, *Wrong, bool) { return 0, nil, v == int64(0) && s.holds(0) },
	}
}

// Duration returns a key with a duration as its value.
func Duration(name string, field *time.Duration, byDefault time.Duration, s Span) Key {
	return New(name, field, byDefault, s.Kind())
}

// Short formats a duration without its zero parts: "1h", not "1h0m0s".
func Short(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

// NotOver returns a check that d is at most *most; want describes the accepted values and
// gets *most filled in.
func NotOver(d, most *time.Duration, want text.Said) func() *Wrong {
	return func() *Wrong {
		if *d <= *most {
			return nil
		}
		return &Wrong{What: operator.KeyBadValue, Want: want.With(Short(*most)), Got: d.String()}
	}
}

// NotUnder returns a check that d is at least *least.
func NotUnder(d, least *time.Duration, want text.Said) func() *Wrong {
	return func() *Wrong {
		if *d >= *least {
			return nil
		}
		return &Wrong{What: operator.KeyBadValue, Want: want, Got: d.String()}
	}
}

// Int returns a key with a whole number from from to to as its value.
func Int(name string, field *int, byDefault, from, to int) Key {
	return New(name, field, byDefault, Kind[int]{
		Want: text.Say("số nguyên từ %d đến %d", "a whole number from %d to %d").With(from, to),
		Show: strconv.Itoa, JSON: func(n int) any { return n }, Bare: true,
		Read: func(s string) (int, *Wrong) {
			n, err := strconv.Atoi(s)
			if err != nil {
				return 0, &Wrong{}
			}
			return n, nil
		},
		Take: func(v any) (int, *Wrong, bool) { n, ok := v.(int64); return int(n), nil, ok },
		Fits: func(n int) *Wrong {
			if n < from || n > to {
				return &Wrong{}
			}
			return nil
		},
	})
}

// Switch returns a key that is true or false. Only the file can set it.
func Switch(name string, field *bool, byDefault bool) Key {
	return New(name, field, byDefault, Kind[bool]{
		Want: wantYes, Show: strconv.FormatBool, JSON: func(b bool) any { return b }, Bare: true,
		Take: func(v any) (bool, *Wrong, bool) { b, ok := v.(bool); return b, nil, ok },
	}).ByEnv("-")
}

// marshaled is a type that converts itself from and to text.
type marshaled[T any] interface {
	*T
	encoding.TextUnmarshaler
	encoding.TextMarshaler
}

// Value returns a key whose type converts itself from and to text. fits checks a value that
// was read or set by the program; nil accepts any.
func Value[T any, P marshaled[T]](name string, field P, byDefault T, want text.Said, fits func(T) bool) Key {
	return New(name, (*T)(field), byDefault, Kind[T]{
		Want: want,
		Show: func(v T) string { b, _ := P(&v).MarshalText(); return string(b) },
		Read: func(s string) (v T, _ *Wrong) {
			if P(&v).UnmarshalText([]byte(s)) != nil {
				return v, &Wrong{}
			}
			return v, nil
		},
		Fits: func(v T) *Wrong {
			if fits == nil || fits(v) {
				return nil
			}
			return &Wrong{}
		},
	})
}

// List returns a key with several values; only the file can set it.
func List[T any](name string, field *[]T, byDefault []T, want text.Said, read func(string) (T, bool), show func(T) string) Key {
	shown := func(list []T) []string {
		all := make([]string, len(list))
		for i, v := range list {
			all[i] = show(v)
		}
		return all
	}
	return New(name, field, byDefault, Kind[[]T]{
		Want: want, Bare: true,
		Show: func(list []T) string { return Quoted(shown(list)) },
		JSON: func(list []T) any {
			if list == nil {
				return nil
			}
			return shown(list)
		},
		Take: func(v any) ([]T, *Wrong, bool) {
			given, ok := v.([]any)
			list := make([]T, 0, len(given))
			for _, one := range given {
				s, isText := one.(string)
				if !isText {
					return nil, nil, false
				}
				read, fits := read(s)
				if !fits {
					return nil, &Wrong{Got: s}, true
				}
				list = append(list, read)
			}
			return list, nil, ok
		},
	}).ByEnv("-")
}

// Quoted writes a list as TOML.
func Quoted(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = Quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

var personName = regexp.MustCompile(`^[A-Za-z0-9._@-]{1,64}$`)

// Names returns a key with names of users or principals.
func Names(name string, field *[]string, byDefault []string) Key {
	want := text.Say(`danh sách tên như ["guest"]: chữ không dấu, số, "-", "_", "." hoặc "@"`, `a list of names such as ["guest"]: ASCII letters, digits, "-", "_", "." or "@"`)
	return List(name, field, byDefault, want, func(s string) (string, bool) { return s, personName.MatchString(s) }, func(s string) string { return s })
}

// Prefixes returns a key with addresses and networks; none by default.
func Prefixes(name string, field *[]netip.Prefix) Key {
	want := text.Say(`danh sách địa chỉ hay mạng như ["10.0.0.7", "10.20.0.0/16"]`, `a list of addresses or networks such as ["10.0.0.7", "10.20.0.0/16"]`)
	return List(name, field, []netip.Prefix{}, want, ParsePrefix, writePrefix)
}

// ParsePrefix parses "10.0.0.0/8", or "10.0.0.7" for that single address.
func ParsePrefix(s string) (netip.Prefix, bool) {
	if addr, err := netip.ParseAddr(s); err == nil && addr.Zone() == "" {
		addr = addr.Unmap()
		return netip.PrefixFrom(addr, addr.BitLen()), true
	}
	p, err := netip.ParsePrefix(s)
	if err != nil || p.Addr().Is4In6() {
		return netip.Prefix{}, false
	}
	return p.Masked(), true
}

func writePrefix(p netip.Prefix) string {
	if p.IsSingleIP() {
		return p.Addr().String()
	}
	return p.String()
}
