package config

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"motcua/client/clean"
)

// decode reads a document over cfg. What it could not read is told as
// problems; the rest stands in cfg all the same, so that the person's language
// is known when the problems are said.
func decode(file string, doc []byte, cfg *Config) (lineIndex, []Problem) {
	index := indexLines(doc)
	dec := toml.NewDecoder(bytes.NewReader(doc)).DisallowUnknownFields()
	err := dec.Decode(cfg)
	if err == nil {
		return index, nil
	}
	var strict *toml.StrictMissingError
	var one *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		problems := make([]Problem, len(strict.Errors))
		for i := range strict.Errors {
			problems[i] = unknownKey(file, &strict.Errors[i])
		}
		return index, problems
	case errors.As(err, &one):
		return index, []Problem{decodeProblem(file, one, index)}
	default:
		return index, []Problem{{
			Origin: Origin{File: file}, Got: "1", Key: clean.Line(strings.TrimPrefix(err.Error(), "toml: ")), what: whatSyntax,
		}}
	}
}

func unknownKey(file string, e *toml.DecodeError) Problem {
	row, _ := e.Position()
	path := strings.Join(e.Key(), ".")
	p := Problem{Origin: Origin{File: file, Line: row}, Key: clean.Line(path), what: whatUnknownKey}
	var names []string
	for _, k := range keys {
		names = append(names, k.path)
	}
	if len(e.Key()) == 1 && strings.HasSuffix(e.Error(), "missing table") {
		p.what, names = whatUnknownTable, sections()
	}
	p.Suggest = nearest(strings.ToLower(path), names)
	return p
}

func sections() []string {
	var list []string
	for _, k := range keys {
		name, _, _ := strings.Cut(k.path, ".")
		if len(list) == 0 || list[len(list)-1] != name {
			list = append(list, name)
		}
	}
	return list
}

// decodeProblem tells a value of the wrong kind from a document that is no
// TOML: only the first is about a key that exists.
func decodeProblem(file string, e *toml.DecodeError, index lineIndex) Problem {
	row, col := e.Position()
	path := strings.Join(e.Key(), ".")
	p := Problem{Origin: Origin{File: file, Line: row}, Key: path}
	k, known := findKey(path)
	kind, stands := index.kindAt(path, row)
	section := indexed.ReplaceAllString(path, "")
	switch {
	case path != "" && strings.Contains(e.Error(), "already"):
		p.what, p.Key = whatAgain, clean.Line(index.pathAt(path, row))
	case slices.Contains(sections(), section):
		p.what, p.want = whatSection, heading(section)
	case known && isSecret(k.path):
		p.what, p.want = whatBadSecret, k.want
	case known && stands && kind != unstable.String:
		p.what, p.want, p.kind = whatWrongType, k.want, tomlKind(kind)
	case known && stands:
		p.what, p.want, p.Got = whatBadValue, k.want, index.valueAt(path, row)
	default:
		p.what, p.Got = whatSyntax, strconv.Itoa(col)
		p.Key = clean.Line(strings.TrimPrefix(e.Error(), "toml: "))
	}
	return p
}

// heading is how a section begins in the file.
func heading(section string) pair {
	h := "[" + section + "]"
	if section == "system" || section == "route" {
		h = "[" + h + "]"
	}
	return pair{h, h}
}

// tomlKind names what stands in the file.
func tomlKind(k unstable.Kind) pair {
	switch k {
	case unstable.Integer:
		return pair{"số nguyên", "an integer"}
	case unstable.Float:
		return pair{"số thập phân", "a decimal number"}
	case unstable.Bool:
		return pair{"true hoặc false", "true or false"}
	case unstable.Array:
		return pair{"một danh sách khác", "another kind of list"}
	case unstable.InlineTable:
		return pair{"một bảng { }", "a table { }"}
	default:
		return pair{"ngày giờ không có dấu nháy", "a date without quotes"}
	}
}

// lineIndex remembers on which line each key stands: "system[1].url" is the
// url of the second system. The decoder itself forgets it.
type lineIndex map[string]entry

type entry struct {
	line  int
	kind  unstable.Kind
	value string
}

func indexLines(doc []byte) lineIndex {
	index := lineIndex{}
	counts := map[string]int{}
	prefix := ""
	var p unstable.Parser
	p.Reset(doc)
	for p.NextExpression() {
		e := p.Expression()
		line, path := place(&p, e)
		switch e.Kind {
		case unstable.Table:
			prefix = path + "."
			index[path] = entry{line: line}
		case unstable.ArrayTable:
			prefix = fmt.Sprintf("%s[%d].", path, counts[path])
			counts[path]++
			index[strings.TrimSuffix(prefix, ".")] = entry{line: line}
		case unstable.KeyValue:
			v := e.Value()
			index[prefix+path] = entry{line: line, kind: v.Kind, value: clean.Line(string(v.Data))}
		}
	}
	return index
}

func place(p *unstable.Parser, e *unstable.Node) (line int, path string) {
	var parts []string
	for it := e.Key(); it.Next(); {
		if line == 0 {
			line = p.Shape(it.Node().Raw).Start.Line
		}
		parts = append(parts, string(it.Node().Data))
	}
	return line, strings.Join(parts, ".")
}

// at finds the entry of a key on a line, whatever the number of its section.
func (x lineIndex) at(path string, line int) (entry, bool) {
	section, name, _ := strings.Cut(path, ".")
	for k, e := range x {
		if e.line == line && strings.HasPrefix(k, section) && strings.HasSuffix(k, "."+name) {
			return e, true
		}
	}
	return entry{}, false
}

// pathAt completes a key that the decoder names without its section.
func (x lineIndex) pathAt(name string, line int) string {
	for k, e := range x {
		if e.line == line && strings.HasSuffix(k, "."+name) {
			return indexed.ReplaceAllString(k, "")
		}
	}
	return name
}

func (x lineIndex) kindAt(path string, line int) (unstable.Kind, bool) {
	e, ok := x.at(path, line)
	return e.kind, ok
}

func (x lineIndex) valueAt(path string, line int) string {
	e, _ := x.at(path, line)
	return e.value
}
