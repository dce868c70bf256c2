package rest

import (
	"errors"
	"net/url"
	"strings"
)

var errPath = errors.New("path must be relative to the base URL and without '..', '?' or '#'")

// Path joins segments to a relative path. It escapes each of them, so that no id can
// change the path.
func Path(segments ...string) string {
	escaped := make([]string, len(segments))
	for i, s := range segments {
		switch s = url.PathEscape(s); s {
		case ".", "..":
			s = strings.ReplaceAll(s, ".", "%2E")
		}
		escaped[i] = s
	}
	return strings.Join(escaped, "/")
}

// join appends a relative, escaped path to the base path. It refuses a leading slash,
// which in a URL reference would silently drop the base path.
func join(base *url.URL, path string) (*url.URL, error) {
	if strings.HasPrefix(path, "/") || strings.ContainsAny(path, "?#\\") {
		return nil, errPath
	}
	for s := range strings.SplitSeq(path, "/") {
		if plain, err := url.PathUnescape(s); err != nil || s == ".." || s == "." || strings.ContainsAny(plain, "\r\n\x00") {
			return nil, errPath
		}
	}
	escaped := strings.TrimRight(base.EscapedPath(), "/")
	if path != "" {
		escaped += "/" + path
	}
	plain, err := url.PathUnescape(escaped)
	if err != nil {
		return nil, errPath
	}
	u := *base
	u.Path, u.RawPath = plain, escaped
	return &u, nil
}
