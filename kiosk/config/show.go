package config

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"motcua/client/system"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Write writes the effective configuration as TOML with secrets hidden. A comment after
// each value that is not a default says where it came from.
func (c Config) Write(w io.Writer, l text.Lang) error {
	var b strings.Builder
	if c.File == "" {
		fmt.Fprintf(&b, "# %s\n", operator.ConfigNoFile.In(l))
	} else {
		fmt.Fprintf(&b, "# %s\n", c.File)
	}
	if c.UsesSample() {
		fmt.Fprintf(&b, "# %s\n", operator.ConfigSample.In(l))
	}
	for _, s := range c.sections() {
		fmt.Fprintf(&b, "\n[%s]\n", s.Name)
		for _, k := range s.Keys {
			fmt.Fprintf(&b, "%s = %s", k.Name, k.TOML())
			if from := c.origins[s.Name+"."+k.Name].In(l); from != "" {
				fmt.Fprintf(&b, "  # %s", from)
			}
			b.WriteByte('\n')
		}
	}
	for _, s := range c.Systems {
		kind, _ := system.Find(s.Kind)
		writeTable(&b, "system", s.rowsOf(kind))
	}
	for _, r := range c.EffectiveRoutes() {
		writeTable(&b, "route", r.rows())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeTable writes the keys of a table that are set.
func writeTable(b *strings.Builder, name string, rows []key.Key) {
	fmt.Fprintf(b, "\n[[%s]]\n", name)
	for _, k := range rows {
		if !k.Empty() {
			fmt.Fprintf(b, "%s = %s\n", k.Name, k.TOML())
		}
	}
}

// WriteJSON writes the same as one JSON object on one line: file (null when there is none),
// sample, config, and origins of the values that are not defaults.
func (c Config) WriteJSON(w io.Writer) error {
	shown := struct {
		File    *string           `json:"file"`
		Sample  bool              `json:"sample"`
		Config  object            `json:"config"`
		Origins map[string]string `json:"origins"`
	}{Sample: c.UsesSample(), Origins: map[string]string{}}
	if c.File != "" {
		shown.File = &c.File
	}
	for _, s := range c.sections() {
		shown.Config = append(shown.Config, member{s.Name, objectOf(s.Keys)})
	}
	var systems, routes []object
	for _, s := range c.Systems {
		systems = append(systems, objectOf(s.rows()))
	}
	for _, r := range c.EffectiveRoutes() {
		set := slices.DeleteFunc(r.rows(), func(k key.Key) bool { return k.Empty() })
		routes = append(routes, objectOf(set))
	}
	shown.Config = append(shown.Config, member{"system", systems}, member{"route", routes})
	for path, from := range c.origins {
		shown.Origins[path] = from.In(text.EN)
	}
	if err := json.NewEncoder(w).Encode(shown); err != nil {
		return fmt.Errorf("config: %w", err)
	}
	return nil
}

// object is a JSON object with its keys in the order of the file.
type object []member

type member struct {
	name  string
	value any
}

func objectOf(rows []key.Key) object {
	o := object{}
	for _, k := range rows {
		o = append(o, member{k.Name, k.JSON()})
	}
	return o
}

// MarshalJSON encodes the object.
func (o object) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, m := range o {
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(strconv.AppendQuote(b, m.name), ':'), value...)
	}
	return append(b, '}'), nil
}
