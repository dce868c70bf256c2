package system

// SettingsOf looks keys up in a list.
func SettingsOf(list []Setting) Settings {
	return func(key string) string {
		for _, s := range list {
			if s.Key == key {
				return s.Value
			}
		}
		return ""
	}
}
