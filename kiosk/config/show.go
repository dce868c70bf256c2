package config

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"motcua/tui/text"
)

// Write shows the effective configuration as TOML with secrets hidden. Behind
// each value that is no default stands where it came from.
func (c Config) Write(w io.Writer, l text.Lang) error {
	var b strings.Builder
	if c.File == "" {
		b.WriteString(pair{"# Không có tệp cấu hình.\n", "# There is no config file.\n"}.in(l))
	} else {
		fmt.Fprintf(&b, "# %s\n", c.File)
	}
	if c.UsesSample() {
		b.WriteString(pair{"# Đang dùng dữ liệu mẫu.\n", "# Sample data is in use.\n"}.in(l))
	}
	section := ""
	for _, k := range keys {
		name, key, _ := strings.Cut(k.path, ".")
		value, ok := c.value(k)
		if !ok {
			continue
		}
		if name != section {
			section = name
			fmt.Fprintf(&b, "\n[%s]\n", section)
		}
		fmt.Fprintf(&b, "%s = %s", key, value)
		if from := c.origins[k.path].In(l); from != "" {
			fmt.Fprintf(&b, "  # %s", from)
		}
		b.WriteByte('\n')
	}
	for _, sys := range c.Systems {
		sys.write(&b)
	}
	for _, r := range c.EffectiveRoutes() {
		r.write(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// value is the TOML form of a single value.
func (c Config) value(k key) (string, bool) {
	switch {
	case k.bare:
		return k.get(&c), true
	case k.get != nil:
		return strconv.Quote(k.get(&c)), true
	case k.list != nil:
		return tomlList(k.list(c)), true
	default:
		return "", false
	}
}

func tomlList(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = strconv.Quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// WriteJSON shows the same as one JSON object on one line: file (null when
// there is none), sample, config, and origins of what is no default.
func (c Config) WriteJSON(w io.Writer) error {
	shown := struct {
		File    *string           `json:"file"`
		Sample  bool              `json:"sample"`
		Config  Config            `json:"config"`
		Origins map[string]string `json:"origins"`
	}{Sample: c.UsesSample(), Config: c, Origins: map[string]string{}}
	if c.File != "" {
		shown.File = &c.File
	}
	shown.Config.Routes = c.EffectiveRoutes()
	for path, from := range c.origins {
		shown.Origins[path] = from.In(text.EN)
	}
	if err := json.NewEncoder(w).Encode(shown); err != nil {
		return fmt.Errorf("config: %w", err)
	}
	return nil
}
