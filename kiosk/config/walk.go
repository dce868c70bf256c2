package config

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"motcua/client/clean"
	"motcua/client/near"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// envConfig is the variable with the path of the file.
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

// read reads the sections, and then the systems and routes.
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

// section reads the keys of a section from the file, the environment and the flags; a later
// one overrides an earlier one. A value in the file must be valid even when it is
// overridden, because the mistake would show once the override is gone.
func (l *loader) section(s key.Section) {
	name, given := find(l.doc, s.Name)
	table, isTable := given.(map[string]any)
	if given != nil && !isTable {
		l.problem(name, key.Wrong{What: operator.KeyIsSection, Want: heading(s.Name)})
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

// take reads one table of the file and returns the problems by key. path is the path of the
// table.
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
		l.cfg.secretInFile = l.cfg.secretInFile || k.HoldsSecret()
	}
	return wrong
}

// tables returns the tables of a list of tables.
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
		l.problem(name, key.Wrong{What: operator.KeyIsSection, Want: heading(name)})
		return nil
	}
	return tables
}

// find looks a name up. As in the TOML decoder, case does not matter.
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

// unknown reports an unknown key or section.
func (l *loader) unknown(path string, value any) {
	w := key.Wrong{What: operator.KeyUnknown}
	_, isTable := value.(map[string]any)
	isSection := isTable && !strings.Contains(path, ".")
	if isSection {
		w.What = operator.KeyUnknownSection
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
	w.Suggest = near.Word(strings.ToLower(plain), names)
	if !l.in.Lenient {
		l.problem(path, w)
		return
	}
	skipped := loader{cfg: l.cfg, lines: l.lines}
	skipped.problem(path, w)
	l.cfg.skipped = append(l.cfg.skipped, skipped.problems.Problems...)
}

// Skipped returns the problems of keys and sections that the program does not know, of a
// configuration that was read with Inputs.Lenient.
func (c Config) Skipped() []Problem { return c.skipped }

// all returns the sections, and each list of tables as a section.
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

// problem reports a wrong value. path may contain an index ("system[1].url"); the message
// has the plain key and the line.
func (l *loader) problem(path string, w key.Wrong) {
	plain := indexed.ReplaceAllString(path, "")
	from := l.cfg.origins[plain]
	if from.Env == "" && from.Flag == "" {
		from = Origin{File: l.cfg.File, Line: l.lines.of(path)}
	}
	l.problems.add(Problem{Origin: from, Key: clean.Line(plain), Wrong: w})
}

var indexed = regexp.MustCompile(`\[\d+\]`)

// heading returns how the heading of a section is written in the file.
func heading(section string) text.Said {
	h := "[" + section + "]"
	if section == "system" || section == "route" {
		h = "[" + h + "]"
	}
	return text.Same(h)
}

// envOf returns the variable of a key, empty when only the file can set it.
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

// UnknownEnv reports variables that begin with MOTCUA_ and that the program does not read:
// probably typing mistakes. environ has the form of os.Environ.
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
			What: operator.EnvUnread, Suggest: near.Word(name, known),
		}})
	}
	return list
}

// NeedRestart returns the names of changes between two configurations that need a restart:
// first keys that a running server cannot change, then whole sections with any change in
// them.
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
		if s.Name == "sample" { // the sample portal may end when a real portal is configured
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

// tableOf returns the name of a table in a list, which begins the names of its keys.
func tableOf(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
