package form

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"motcua/client/clean"
)

// nameMost is the longest name in bytes, ending included. Most file systems take 255.
const nameMost = 120

// bare is the name of a file whose name has nothing to keep.
const bare = "form"

// reserved are the names that Windows takes for devices, with any ending.
var reserved = []string{
	"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
}

// SafeName is a name as a portal writes it, made into one that every file system keeps:
// one part of a path, printable, not hidden, no device, at most 120 bytes, with the ending
// of its kind.
func SafeName(name string, kind Kind) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\`, r), unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune(`<>:"|?*%$&;`+"`", r), !unicode.IsPrint(r), r == utf8.RuneError:
			return -1
		}
		return r
	}, clean.Line(name))
	if e := endingOf(name); endings[e] != "" {
		name = name[:len(name)-len(e)-1]
	}
	name = strings.Trim(strings.Join(strings.Fields(name), " "), ". -~")
	ending := "." + string(kind)
	for len(name)+len(ending) > nameMost {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	name = strings.TrimRight(name, ". ")
	first, _, _ := strings.Cut(strings.ToLower(name), ".")
	if name == "" || slices.Contains(reserved, strings.TrimSpace(first)) {
		name = strings.TrimSpace(bare + " " + name)
	}
	return name + ending
}

// endingOf is the ending of a name in small letters, without the dot; "" for none.
func endingOf(name string) string {
	name = strings.TrimRightFunc(name, unicode.IsSpace)
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return ""
	}
	return strings.ToLower(name[i+1:])
}
