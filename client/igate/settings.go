package igate

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"

	"motcua/client/clean"
	"motcua/client/rest"
)

// Setting is an address that a portal's public settings file names.
type Setting struct {
	Key string // path of keys, "keycloakOptions.url"
	URL string // without user, query and fragment
}

const (
	maxSettings     = 200
	maxSettingDepth = 8
)

// Settings returns the addresses in the portal's settings file. The names of its keys are
// not known, so none is used: only the configuration decides where the operator's
// credentials are sent.
func (s *Source) Settings(ctx context.Context) ([]Setting, error) {
	if s.portal == nil {
		return nil, errors.New("iGate: no portal address is configured")
	}
	var body any
	_, err := s.portal.Do(ctx, rest.Request{Operation: "settings", Path: s.cfg.SettingsPath, Idempotent: true, Out: &body})
	if err != nil {
		return nil, err
	}
	return readSettings(body), nil
}

// Unlisted returns the configured hosts (API, log-in server) that the portal's settings
// file does not contain: probably a typing error in the configuration, or an address that
// has moved. A file without any address returns none.
func (s *Source) Unlisted(ctx context.Context) ([]string, error) {
	list, err := s.Settings(ctx)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	var missing []string
	for _, c := range []*rest.Client{s.api, s.sso} {
		host := c.Base().Host
		named := slices.ContainsFunc(list, func(l Setting) bool {
			u, err := url.Parse(l.URL)
			return err == nil && strings.EqualFold(u.Host, host)
		})
		if !named && !slices.Contains(missing, host) {
			missing = append(missing, host)
		}
	}
	return missing, nil
}

func readSettings(body any) []Setting {
	var list []Setting
	var walk func(key string, v any, depth int)
	walk = func(key string, v any, depth int) {
		if depth == 0 || len(list) >= maxSettings {
			return
		}
		switch v := v.(type) {
		case map[string]any:
			for _, k := range sortedKeys(v) {
				walk(strings.TrimPrefix(key+"."+k, "."), v[k], depth-1)
			}
		case []any:
			for _, item := range v {
				walk(key, item, depth-1)
			}
		case string:
			if u, err := url.Parse(strings.TrimSpace(v)); err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http") {
				u.User, u.RawQuery, u.Fragment = nil, "", ""
				list = append(list, Setting{clean.Line(key), clean.Line(u.String())})
			}
		}
	}
	walk("", body, maxSettingDepth)
	return list
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
