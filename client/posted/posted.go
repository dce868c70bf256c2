// Package posted reads the notices of an office: a folder of Markdown files, each with the
// first and the last day on which it is shown.
//
//	---
//	from: 2026-12-20
//	until: 2027-01-04
//	---
//	# Nghỉ Tết Dương lịch
//
//	Bộ phận một cửa nghỉ ngày 1/1/2027.
//
// The days may also be written 20/12/2026. A title may stand beside them (title: ...);
// otherwise it is the first heading. A file's name without its ending is the notice's ID. Each
// file is read by itself, so a mistake in one leaves the others.
package posted

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"motcua/client/clean"
	"motcua/client/markup"
	"motcua/client/notice"
	"motcua/client/plainfile"
	"motcua/client/workday"
)

// Limits of the folder and of what a page can show.
const (
	fileMost  = 256 << 10
	filesMost = 200
	titleMost = 200 // characters
	nameMost  = 60  // of a file's name without its ending
)

// Kind is what is wrong with a notice. The comment says what Problem.Value holds.
type Kind string

// What can be wrong.
const (
	Missing   Kind = "missing"   // nothing: it is not there
	Denied    Kind = "denied"    // nothing: this account may not read it
	IsFolder  Kind = "folder"    // nothing: a link to a folder
	NotPlain  Kind = "not_plain" // nothing: it is a pipe or a device
	Unread    Kind = "unread"    // the system's message
	Untrusted Kind = "untrusted" // who may change it
	TooMany   Kind = "too_many"  // the limit
	TooLarge  Kind = "too_large" // the limit, in kilobytes
	NotText   Kind = "not_text"  // nothing
	BadName   Kind = "name"      // the file's name
	NoHead    Kind = "no_head"   // nothing: the dates are missing
	BadKey    Kind = "key"       // the line
	NoDay     Kind = "no_day"    // nothing
	BadDay    Kind = "day"       // the value in the file
	Backwards Kind = "backwards" // the last day
	NoTitle   Kind = "no_title"  // nothing
	TooLong   Kind = "too_long"  // the limit, in characters
	Empty     Kind = "empty"     // nothing
	Cut       Kind = "cut"       // nothing: the end is not shown
)

// Problem is one mistake; Line is 0 when it is about the whole file, File "" when it is about
// the folder.
type Problem struct {
	File  string
	Line  int
	Kind  Kind
	Key   string // "from"
	Value string
}

// Folder is the content of a folder. A nil folder is empty.
type Folder struct {
	notices  []notice.Full
	problems []Problem
}

// Len is how many notices can be used, whatever their days.
func (f *Folder) Len() int { return len(f.notices) }

// Problems lists what cannot be used, in the order of the files.
func (f *Folder) Problems() []Problem { return f.problems }

// On returns the notices of a day, the newest first.
func (f *Folder) On(now time.Time) []notice.Notice {
	if f == nil {
		return nil
	}
	today := workday.StartOfDay(now.In(workday.Zone))
	var list []notice.Notice
	for _, n := range f.notices {
		if !n.From.After(today) && !n.Until.Before(today) {
			list = append(list, n.Notice)
		}
	}
	notice.Sort(list)
	return list
}

// Get returns a notice of a day by its ID.
func (f *Folder) Get(id string, now time.Time) (notice.Full, bool) {
	for _, head := range f.On(now) {
		if head.ID != id {
			continue
		}
		i := slices.IndexFunc(f.notices, func(n notice.Full) bool { return n.ID == id })
		return f.notices[i], true
	}
	return notice.Full{}, false
}

// Read reads a folder; "" gives an empty one. It never fails: what cannot be used is a
// problem. trust, which may be nil, refuses a file that others may change.
func Read(dir string, trust func(string) error) *Folder {
	f := &Folder{}
	if dir == "" {
		return f
	}
	list, err := os.ReadDir(dir)
	if err != nil {
		f.unread("", err)
		return f
	}
	n := 0
	for _, d := range list {
		name := d.Name()
		if !strings.EqualFold(filepath.Ext(name), ".md") || name[0] == '.' || d.IsDir() {
			continue
		}
		if n++; n > filesMost {
			f.wrong("", 0, TooMany, "", strconv.Itoa(filesMost))
			break
		}
		f.file(filepath.Join(dir, name), name, trust)
	}
	return f
}

func (f *Folder) wrong(file string, line int, kind Kind, key, value string) {
	f.problems = append(f.problems, Problem{clean.Line(file), line, kind, key, clean.Line(value)})
}

// file reads one notice.
func (f *Folder) file(path, name string, trust func(string) error) {
	doc, _, err := plainfile.ReadTrusted(path, fileMost, trust)
	if err != nil {
		f.unread(name, err)
		return
	}
	f.add(name, doc)
}

// unread says why a file or the folder could not be read.
func (f *Folder) unread(name string, err error) {
	kind, value := plainfile.Why(err)
	if kind == string(TooLarge) {
		value = strconv.Itoa(fileMost >> 10)
	}
	f.wrong(name, 0, Kind(kind), "", value)
}

// id is a file's name without its ending; false when it cannot be typed.
func id(name string) (string, bool) {
	s := strings.TrimSuffix(name, filepath.Ext(name))
	return s, s != "" && len(s) <= nameMost && !strings.ContainsFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && r != '.' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
}

// add reads the text of a notice, and keeps it when nothing in it is wrong.
func (f *Folder) add(name string, doc []byte) {
	before := len(f.problems)
	n := notice.Full{Notice: notice.Notice{Origin: notice.Office}}
	var ok bool
	if n.ID, ok = id(name); !ok {
		f.wrong(name, 0, BadName, "", name)
		return
	}
	if !utf8.Valid(doc) || strings.IndexByte(string(doc), 0) >= 0 {
		f.wrong(name, 0, NotText, "", "")
		return
	}
	text := strings.TrimPrefix(string(doc), "\ufeff")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	rest, ok := f.head(name, text, &n.Notice)
	if !ok {
		return
	}
	title, body := markup.Markdown(rest)
	if n.Title == "" {
		n.Title = title
	}
	n.Body = body
	switch {
	case n.Title == "":
		f.wrong(name, 0, NoTitle, "title", "")
	case utf8.RuneCountInString(n.Title) > titleMost:
		f.wrong(name, 0, TooLong, "title", strconv.Itoa(titleMost))
	case len(body.Parts) == 0:
		f.wrong(name, 0, Empty, "", "")
	}
	if len(f.problems) > before {
		return
	}
	if body.Cut { // the rest is shown
		f.wrong(name, 0, Cut, "", "")
	}
	f.notices = append(f.notices, n)
}

// head reads what stands between the two lines of dashes, and returns what follows.
func (f *Folder) head(name, text string, n *notice.Notice) (rest string, ok bool) {
	lines := strings.SplitAfter(text, "\n")
	if strings.TrimSpace(lines[0]) != "---" {
		f.wrong(name, 1, NoHead, "", "")
		return "", false
	}
	before := len(f.problems)
	at := map[string]int{}
	for i, l := range lines[1:] {
		l = strings.TrimSpace(l)
		if l == "---" {
			f.days(name, n, at)
			return strings.Join(lines[i+2:], ""), len(f.problems) == before
		}
		if l == "" || l[0] == '#' {
			continue
		}
		key, value, _ := strings.Cut(l, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		at[key] = i + 2
		switch key {
		case "from":
			n.From = f.day(name, i+2, key, value)
		case "until":
			n.Until = f.day(name, i+2, key, value)
		case "title":
			n.Title = clean.Line(value)
		default:
			f.wrong(name, i+2, BadKey, "", l)
		}
	}
	f.wrong(name, 1, NoHead, "", "")
	return "", false
}

// days checks that both days are there and in their order.
func (f *Folder) days(name string, n *notice.Notice, at map[string]int) {
	for _, key := range []string{"from", "until"} {
		if at[key] == 0 {
			f.wrong(name, 1, NoDay, key, "")
		}
	}
	if !n.From.IsZero() && !n.Until.IsZero() && n.Until.Before(n.From) {
		f.wrong(name, at["until"], Backwards, "until", n.Until.Format(time.DateOnly))
	}
}

func (f *Folder) day(name string, line int, key, value string) time.Time {
	for _, layout := range []string{time.DateOnly, "2/1/2006"} {
		if t, err := time.ParseInLocation(layout, value, workday.Zone); err == nil && t.Year() >= 2000 && t.Year() < 2100 {
			return t
		}
	}
	f.wrong(name, line, BadDay, key, value)
	return time.Time{}
}
