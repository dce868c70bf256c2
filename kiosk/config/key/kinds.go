package key

import (
	"cmp"
	"encoding"
	"fmt"
	"net"
	"net/netip"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"motcua/client/clean"
)

// wantYes is what a switch takes; it is also what one is called.
var wantYes = Words{"true hoặc false", "true or false"}

// Form is what a text has to be.
type Form struct {
	Want Words
	// Clean is what is done to the text before it is looked at; nil is clean.Line.
	Clean func(string) string
	// Fits looks at a text; nil takes any.
	Fits func(string) bool
	// Why tells more than that a text does not fit, where Fits is nil.
	Why func(string) *Wrong
	// Needed: the empty text has to fit too. Else it is always taken.
	Needed bool
}

// Forms that several rooms have.
var (
	Any = Form{Want: Words{"chữ trong dấu nháy", "text in quotes"}}
	// Relative to where the program happens to be started, a file or a folder would
	// be another one each time.
	File   = Form{Want: Words{`tên tệp viết từ gốc, như "/etc/motcua/staff.keys"`, `a file name from the root on, such as "/etc/motcua/staff.keys"`}, Fits: filepath.IsAbs}
	Folder = Form{Want: Words{`thư mục viết từ gốc, như "/var/lib/motcua"`, `a folder from the root on, such as "/var/lib/motcua"`}, Fits: filepath.IsAbs}
	// Address can be listened on: the host may be missing, a name or an address; the
	// port is a number.
	Address = Form{
		Want: Words{`địa chỉ và cổng như "127.0.0.1:2222"; ":2222" là mọi địa chỉ của máy`, `an address and a port such as "127.0.0.1:2222"; ":2222" is every address of this machine`},
		Fits: isAddress,
	}
)

// Device is a device of Unix, or COM3 or a share of Windows.
var Device = Form{
	Want: Words{`tên thiết bị viết từ gốc, như "/dev/ttyACM0" hoặc "/dev/input/by-id/…-event-kbd"`, `the name of a device from the root on, such as "/dev/ttyACM0" or "/dev/input/by-id/…-event-kbd"`},
	Fits: IsDevice,
}

// IsDevice tells whether a text is the name of a device.
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

// Text is a key that holds text.
func Text(name string, field *string, byDefault string, f Form) Key {
	return New(name, field, byDefault, f.Kind())
}

// Kind is how text of that form is read and shown.
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

// Choice is a key that holds one of a few words.
func Choice[T ~string](name string, field *T, byDefault T, of ...T) Key {
	return OneOf(name, field, byDefault, orOf(of), of...)
}

// OneOf is a Choice with words of its own for what it takes.
func OneOf[T ~string](name string, field *T, byDefault T, want Words, of ...T) Key {
	return New(name, field, byDefault, Kind[T]{
		Want: want, Show: func(v T) string { return string(v) },
		Read: func(s string) (T, *Wrong) { return T(s), nil },
		Fits: func(v T) *Wrong {
			if slices.Contains(of, v) {
				return nil
			}
			return &Wrong{Suggest: Nearest(strings.ToLower(string(v)), texts(of))}
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

// orOf names words for a sentence: "a", "b" or "c".
func orOf[T ~string](of []T) Words {
	quoted := `"` + strings.Join(texts(of[:len(of)-1]), `", "`) + `"`
	last := `"` + string(of[len(of)-1]) + `"`
	return Words{quoted + " hoặc " + last, quoted + " or " + last}
}

// Or names words for a sentence: "a", "b" or "c".
func Or(of ...string) Words { return orOf(of) }

// Span is a time between two bounds, both allowed.
type Span struct {
	From, To time.Duration
	// Never, where it is not empty, says in words that zero is allowed too.
	Never Words
}

// Want is the span in words.
func (s Span) Want() Words {
	from, to := Short(s.From), Short(s.To)
	w := Words{fmt.Sprintf(`khoảng thời gian từ "%s" đến "%s"`, from, to), fmt.Sprintf(`a time from "%s" to "%s"`, from, to)}
	if s.Never != (Words{}) {
		w = Words{w.VI + s.Never.VI, w.EN + s.Never.EN}
	}
	return w
}

func (s Span) holds(d time.Duration) bool {
	return d >= s.From && d <= s.To || d == 0 && s.Never != (Words{})
}

// Kind is how a time of the span is read and shown: as "10s" or "1m30s". A bare
// number, whose unit nobody wrote, is none.
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
		// Nothing needs no unit.
		Take: func(v any) (time.Duration, *Wrong, bool) { return 0, nil, v == int64(0) && s.holds(0) },
	}
}

// Duration is a key that holds a time.
func Duration(name string, field *time.Duration, byDefault time.Duration, s Span) Key {
	return New(name, field, byDefault, s.Kind())
}

// Short is a duration without its zero parts: "1h", not "1h0m0s".
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

// NotOver is a check that a time is at most another.
func NotOver(d, most *time.Duration, want func(most string) Words) func() *Wrong {
	return func() *Wrong {
		if *d <= *most {
			return nil
		}
		return &Wrong{What: WhatBadValue, Want: want(Short(*most)), Got: d.String()}
	}
}

// NotUnder is a check that a time is at least another.
func NotUnder(d, least *time.Duration, want Words) func() *Wrong {
	return func() *Wrong {
		if *d >= *least {
			return nil
		}
		return &Wrong{What: WhatBadValue, Want: want, Got: d.String()}
	}
}

// Int is a key that holds a whole number between two bounds, both allowed.
func Int(name string, field *int, byDefault, from, to int) Key {
	return New(name, field, byDefault, Kind[int]{
		Want: Words{fmt.Sprintf("số nguyên từ %d đến %d", from, to), fmt.Sprintf("a whole number from %d to %d", from, to)},
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

// Switch is a key that holds true or false. The file alone decides it.
func Switch(name string, field *bool, byDefault bool) Key {
	return New(name, field, byDefault, Kind[bool]{
		Want: wantYes, Show: strconv.FormatBool, JSON: func(b bool) any { return b }, Bare: true,
		Take: func(v any) (bool, *Wrong, bool) { b, ok := v.(bool); return b, nil, ok },
	}).ByEnv("-")
}

// marshaled is a type that reads and writes itself as text.
type marshaled[T any] interface {
	*T
	encoding.TextUnmarshaler
	encoding.TextMarshaler
}

// Value is a key whose type reads and writes itself as text.
func Value[T any, P marshaled[T]](name string, field P, byDefault T, want Words) Key {
	return New(name, (*T)(field), byDefault, Written[T, P](want))
}

// Written is how a type is read and shown that reads and writes itself.
func Written[T any, P marshaled[T]](want Words) Kind[T] {
	return Kind[T]{
		Want: want,
		Show: func(v T) string { b, _ := P(&v).MarshalText(); return string(b) },
		Read: func(s string) (v T, _ *Wrong) {
			if P(&v).UnmarshalText([]byte(s)) != nil {
				return v, &Wrong{}
			}
			return v, nil
		},
	}
}

// List is a key that holds several values; the file alone decides it.
func List[T any](name string, field *[]T, byDefault []T, want Words, read func(string) (T, bool), show func(T) string) Key {
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

// Names is a key that holds names of users or principals.
func Names(name string, field *[]string, byDefault []string) Key {
	want := Words{`danh sách tên như ["guest"]: chữ không dấu, số, "-", "_", "." hoặc "@"`, `a list of names such as ["guest"]: letters of ASCII, digits, "-", "_", "." or "@"`}
	return List(name, field, byDefault, want, func(s string) (string, bool) { return s, personName.MatchString(s) }, func(s string) string { return s })
}

// Prefixes is a key that holds addresses and networks; none by default.
func Prefixes(name string, field *[]netip.Prefix) Key {
	want := Words{`danh sách địa chỉ hay mạng như ["10.0.0.7", "10.20.0.0/16"]`, `a list of addresses or networks such as ["10.0.0.7", "10.20.0.0/16"]`}
	return List(name, field, []netip.Prefix{}, want, ParsePrefix, writePrefix)
}

// ParsePrefix reads "10.0.0.0/8", or "10.0.0.7" for that address alone.
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
