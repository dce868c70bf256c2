package reporting

import (
	"strings"

	"motcua/client/clean"
)

// UnitName is a unit's name for people. The portal writes the province behind a name that
// several provinces have: "Sở Công Thương - Tỉnh Phú Thọ".
func UnitName(s string) string {
	s = strings.TrimSpace(s)
	i := strings.LastIndex(s, " - ")
	if i <= 0 {
		return s
	}
	behind := clean.Fold(s[i+len(" - "):])
	if strings.HasPrefix(behind, "tinh ") || strings.HasPrefix(behind, "thanh pho ") || strings.HasPrefix(behind, "tp ") {
		return strings.TrimSpace(s[:i])
	}
	return s
}
