package config

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"motcua/client/clean"
	"motcua/kiosk/config/key"
)

// envConfig names the variable that holds the file's name.
const envConfig = "MOTCUA_CONFIG"

// loader reads one configuration.
type loader struct {
	cfg      *Config
	in       Inputs
	file     string
	doc      map[string]any
	lines    lineIndex
	sections []key.Section
	problems Error
}

// read goes over the sections, and then over the systems and routes.
func (l *loader) read() {
	for _, name := range slices.Sorted(maps.Keys(l.doc)) {
		isSection := slices.ContainsFunc(l.sections, func(s key.Section) bool { return strings.EqualFold(s.Name, name) })
		if !isSection && name != "system" && name != "route" {
			l.unknown(name, l.doc[name])
		}
	}
	for _, s := range l.sections {
		l.section(s)
	}
	for i, table := range l.tables("system") {
		l.cfg.Systems = append(l.cfg.Systems, System{})
		l.system(i, table)
	}
	for i, table := range l.tables("route") {
		l.cfg.Routes = append(l.cfg.Routes, Route{})
		l.route(i, table)
	}
}

// section reads the keys of a section from the file, the environment and the flags.
// The last of these counts. What stands in the file must be readable all the same: its
// mistake would show on the day when nothing stands over it.
func (l *loader) section(s key.Section) {
	name, given := find(l.doc, s.Name)
	table, isTable := given.(map[string]any)
	if given != nil && !isTable {
		l.problem(name, key.Wrong{What: whatSection, Want: heading(s.Name)})
	}
	wrong := l.take(name, s.Keys, table)
	for _, k := range s.Keys {
		path := s.Name + "." + k.Name
		if name, ok := find(table, k.Name); ok != nil {
			l.cfg.origins[path] = Origin{File: l.file, Line: l.lines.of(s.Name + "." + name)}
		}
		over := func(v string) {
			if w := wrong[k.Name]; w != nil && l.cfg.origins[path].File != "" {
				l.problem(path, *w)
			}
			wrong[k.Name] = k.Read(v)
		}
		if v := l.in.getenv(envOf(path, k)); v != "" {
			over(v)
			l.cfg.origins[path] = Origin{Env: envOf(path, k)}
		}
		if v, given := l.in.Flags[k.Flag]; given && k.Flag != "" {
			over(v)
			l.cfg.origins[path] = Origin{Flag: "--" + k.Flag}
		}
	}
	for _, k := range s.Keys {
		w := wrong[k.Name]
		if w == nil {
			w = k.Check()
		}
		if w != nil {
			l.problem(s.Name+"."+k.Name, *w)
		}
	}
}

// take reads one table of the file and gives what is wrong, by key. path is that of
// the table.
func (l *loader) take(path string, rows []key.Key, table map[string]any) map[string]*key.Wrong {
	wrong := map[string]*key.Wrong{}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		k, ok := key.Find(rows, name)
		if !ok {
			l.unknown(path+"."+name, table[name])
			continue
		}
		if w := k.Take(table[name]); w != nil {
			wrong[k.Name] = w
		}
	}
	return wrong
}

// tables are those of a list of tables.
func (l *loader) tables(name string) []map[string]any {
	given, ok := l.doc[name]
	if !ok {
		return nil
	}
	list, isList := given.([]any)
	var tables []map[string]any
	for _, one := range list {
		table, isTable := one.(map[string]any)
		if !isTable {
			isList = false
			break
		}
		tables = append(tables, table)
	}
	if !isList {
		l.problem(name, key.Wrong{What: whatSection, Want: heading(name)})
		return nil
	}
	return tables
}

// find looks a name up. As in TOML's decoder, capitals do not count.
func find(table map[string]any, name string) (string, any) {
	if v, ok := table[name]; ok {
		return name, v
	}
	for _, other := range slices.Sorted(maps.Keys(table)) {
		if strings.EqualFold(other, name) {
			return other, table[other]
		}
	}
	return name, nil
}

// unknown reports a key or a section that there is not.
func (l *loader) unknown(path string, value any) {
	w := key.Wrong{What: whatUnknownKey}
	_, isTable := value.(map[string]any)
	isSection := isTable && !strings.Contains(path, ".")
	if isSection {
		w.What = whatUnknownTable
	}
	var names []string
	for _, s := range l.all() {
		if isSection {
			names = append(names, s.Name)
			continue
		}
		for _, k := range s.Keys {
			names = append(names, s.Name+"."+k.Name)
		}
	}
	plain := indexed.ReplaceAllString(path, "")
	w.Suggest = key.Nearest(strings.ToLower(plain), names)
	l.problem(path, w)
}

// all are the sections, and the lists of tables each as one.
func (l *loader) all() []key.Section {
	return append(slices.Clone(l.sections), key.Section{Name: "system", Keys: new(System).rows()}, key.Section{Name: "route", Keys: new(Route).rows()})
}

// keyOf finds a key by its whole name.
func (l *loader) keyOf(path string) (key.Key, bool) {
	section, name, _ := strings.Cut(path, ".")
	for _, s := range l.all() {
		if s.Name == section {
			return key.Find(s.Keys, name)
		}
	}
	return key.Key{}, false
}

// problem reports a value. path may hold an index ("system[1].url"); the
// sentence names the plain key and the line.
func (l *loader) problem(path string, w key.Wrong) {
	plain := indexed.ReplaceAllString(path, "")
	from := l.cfg.origins[plain]
	if from.Env == "" && from.Flag == "" {
		from = Origin{File: l.cfg.File, Line: l.lines.of(path)}
	}
	l.problems.add(Problem{Origin: from, Key: clean.Line(plain), Wrong: w})
}

var indexed = regexp.MustCompile(`\[\d+\]`)

// heading is how a section begins in the file.
func heading(section string) key.Words {
	h := "[" + section + "]"
	if section == "system" || section == "route" {
		h = "[" + h + "]"
	}
	return key.Say(h, h)
}

// envOf is the variable of a key, empty when the file alone decides it.
func envOf(path string, k key.Key) string {
	switch k.Env {
	case "-":
		return ""
	case "":
		return "MOTCUA_" + strings.ToUpper(strings.ReplaceAll(path, ".", "_"))
	default:
		return k.Env
	}
}

// UnknownEnv are the variables that begin with MOTCUA_ and mean nothing: most
// likely misspelt. environ is as os.Environ gives it.
func UnknownEnv(environ []string) []Problem {
	known := []string{envConfig}
	for _, s := range new(Config).sections() {
		for _, k := range s.Keys {
			if name := envOf(s.Name+"."+k.Name, k); name != "" {
				known = append(known, name)
			}
		}
	}
	var list []Problem
	for _, e := range environ {
		name, value, set := strings.Cut(e, "=")
		if set && value == "" || !strings.HasPrefix(name, "MOTCUA_") || slices.Contains(known, name) {
			continue
		}
		list = append(list, Problem{Origin: Origin{Env: name}, Wrong: key.Wrong{
			What: key.Say("không dùng đến biến này.", "nothing reads this variable."), Suggest: key.Nearest(name, known),
		}})
	}
	return list
}

// NeedRestart names what differs between two configurations and needs a restart: keys that
// a server at work cannot change, then whole sections, by whatever was done in them.
func (c Config) NeedRestart(is Config) []string {
	var keys, sections []string
	now := is.sections()
	for i, s := range c.sections() {
		same := true
		for j, k := range s.Keys {
			if k.Same(now[i].Keys[j]) {
				continue
			}
			same = false
			if k.Restart {
				keys = append(keys, s.Name+"."+k.Name)
			}
		}
		if s.Name == "sample" { // it may end by itself when a portal is named
			same = c.UsesSample() == is.UsesSample()
		}
		if s.Restart && !same {
			sections = append(sections, s.Name)
		}
	}
	if !equal(c.Systems, is.Systems) {
		sections = append(sections, "system")
	}
	if !equal(c.EffectiveRoutes(), is.EffectiveRoutes()) {
		sections = append(sections, "route")
	}
	return append(keys, sections...)
}

// equal compares two lists of tables by their keys.
func equal[T any, P interface {
	*T
	rows() []key.Key
}](was, is []T) bool {
	return slices.EqualFunc(was, is, func(a, b T) bool {
		return slices.EqualFunc(P(&a).rows(), P(&b).rows(), key.Key.Same)
	})
}

// tableOf names a table in a list, for the lines of its keys.
func tableOf(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
