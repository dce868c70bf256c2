package config

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"motcua/client/clean"
	"motcua/kiosk/config/key"
	"motcua/tui/text/operator"
)

// decode parses a document. When it is not valid TOML, the part before the mistake is still
// used, so that the problem can be reported in the configured language.
func (l *loader) decode(doc []byte) {
	l.lines = indexLines(doc)
	err := toml.Unmarshal(doc, &l.doc)
	if err == nil {
		return
	}
	p := Problem{Origin: Origin{File: l.file}, Key: clean.Line(strings.TrimPrefix(err.Error(), "toml: ")), Wrong: key.Wrong{What: operator.ConfigFileSyntax, Got: "1"}}
	var at *toml.DecodeError
	if errors.As(err, &at) {
		row, col := at.Position()
		p.Line, p.Got = row, strconv.Itoa(col)
		path := l.lines.pathAt(strings.Join(at.Key(), "."), row)
		switch k, known := l.keyOf(path); {
		case strings.Contains(err.Error(), "already"):
			p.What, p.Key = operator.KeyAgain, clean.Line(path)
		case known && strings.Contains(err.Error(), "too large"): // does not fit into 64 bits
			p.Wrong, p.Key = *k.Take(uint64(math.MaxUint64)), path
		}
	}
	l.problems.add(p)
}

// lineIndex contains the line of each key: "system[1].url" is the url of the second system.
// The TOML decoder does not keep the lines.
type lineIndex map[string]int

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
			index[path] = line
		case unstable.ArrayTable:
			prefix = fmt.Sprintf("%s[%d].", path, counts[path])
			counts[path]++
			index[strings.TrimSuffix(prefix, ".")] = line
		case unstable.KeyValue:
			index[prefix+path] = line
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

// of returns the line of a key, of a section, or of the first key in it; otherwise the line
// of the enclosing section, and 0 when there is none.
func (x lineIndex) of(path string) int {
	if line, ok := x[path]; ok {
		return line
	}
	first := 0
	for k, line := range x {
		rest, below := strings.CutPrefix(k, path)
		if below && (rest[0] == '.' || rest[0] == '[') && (first == 0 || line < first) {
			first = line
		}
	}
	section, _, nested := strings.Cut(path, ".")
	switch {
	case first > 0:
		return first
	case nested:
		return x.of(section)
	default: // an inline list
		return x[indexed.ReplaceAllString(path, "")]
	}
}

// pathAt returns the full path of a key that the decoder names without its section, or not
// at all.
func (x lineIndex) pathAt(name string, line int) string {
	for k, at := range x {
		if at == line && strings.HasSuffix(k, name) {
			return indexed.ReplaceAllString(k, "")
		}
	}
	return name
}
