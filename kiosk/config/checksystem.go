package config

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"motcua/client/clean"
	"motcua/client/system"
)

// codeMark stands for the dossier code in the path of an OpenCPS.
const codeMark = "{code}"

var (
	systemID = regexp.MustCompile(`^[a-z0-9_-]{1,32}$`)
	// headerValue is what the header groupId may hold.
	headerValue = regexp.MustCompile(`^[!-~]*$`)
	// fieldName is the name of a query field or of a field in JSON.
	fieldName = regexp.MustCompile(`^[A-Za-z0-9_.\[\]-]{0,64}$`)
)

func (c *checker) system(i int) {
	s := &c.cfg.Systems[i]
	path := fmt.Sprintf("system[%d].", i)
	s.Name = clean.Line(s.Name)
	switch {
	case s.ID == "":
		c.problem(path+"id", "", whatMissing, wantID, "")
	case !systemID.MatchString(s.ID):
		c.problem(path+"id", s.ID, whatBadValue, wantID, "")
	case slices.ContainsFunc(c.cfg.Systems[:i], func(o System) bool { return o.ID == s.ID }):
		c.problem(path+"id", s.ID, whatTwice, wantOnce, "")
	}
	if s.Name == "" {
		s.Name = s.ID
	}
	if s.Kind == "" {
		c.problem(path+"kind", "", whatMissing, wantKind, "")
		return
	}
	kind, known := system.Find(s.Kind)
	if !known {
		c.oneOf(path+"kind", s.Kind, kindNames(), wantKind)
		return
	}
	c.ofKind(path, s, kind)
	for _, own := range kind.Keys {
		c.systemKey(path, s, own)
	}
	if kind.Asked {
		c.proxy(path+"proxy", &s.Proxy)
		c.caFile(path+"ca_file", &s.CAFile)
		c.systemTimeout(path, s)
	}
}

// systemKey looks at one key of the table.
func (c *checker) systemKey(path string, s *System, own system.Key) {
	if own.Takes == system.TakesSecret {
		c.secret(path, s.secret(own.Name))
		return
	}
	value := s.text(own.Name)
	switch own.Takes {
	case system.TakesText, system.TakesAccount, system.TakesClientID:
		*value = clean.Line(*value)
	case system.TakesPage:
		*value = strings.TrimSpace(*value)
	}
	if *value == "" {
		*value = own.Default
	}
	path += own.Name
	switch {
	case *value == "" && (own.Required || own.Takes == system.TakesStepsAt && s.StepsCall+s.StepsName+s.StepsUnit+s.StepsState != ""):
		c.problem(path, "", whatMissing, wants[own.Takes], "")
	case *value == "" || c.fits(path, s, own.Takes, value):
	default:
		c.problem(path, *value, whatBadValue, wants[own.Takes], "")
	}
}

// fits tells whether a value is what its key takes, or has told that it is not. The
// texts of accounts may be anything.
func (c *checker) fits(path string, s *System, takes system.Takes, value *string) bool {
	switch takes {
	case system.TakesURL:
		c.url(path, value)
	case system.TakesPage:
		c.page(path, *value)
	case system.TakesPath:
		return isPath(*value)
	case system.TakesCodePath:
		// The code has one place.
		marks := strings.Count(*value, codeMark)
		return isPath(*value) && (s.CodeField == "" && marks == 1 || s.CodeField != "" && marks == 0)
	case system.TakesHeader:
		return headerValue.MatchString(*value)
	case system.TakesField, system.TakesStepsAt:
		return fieldName.MatchString(*value)
	}
	return true
}

// ofKind reports keys that a system's kind does not have: it would wait in vain
// for what they promise.
func (c *checker) ofKind(path string, s *System, kind system.Kind) {
	fields, own := fieldsOf(kind), keysOf(kind)
	for _, k := range systemKeys() {
		name := strings.TrimPrefix(k.path, "system.")
		is := slices.ContainsFunc(own, func(o key) bool { return o.path == name })
		if e, given := c.index[path+name]; given && !is && !(e.kind == unstable.String && e.value == "") {
			c.problem(path+name, s.Kind, whatNotOfKind, pair{fields, fields}, "")
		}
	}
}

func (c *checker) systemTimeout(path string, s *System) {
	if _, given := c.index[path+"timeout"]; !given && s.Timeout == (Duration{}) {
		s.Timeout = DefaultTimeout
	}
	c.timeout(path+"timeout", s.Timeout)
}

// page looks at the page for people. It may hold a query, unlike an API's address:
// it is opened as it stands.
func (c *checker) page(path, value string) {
	u, err := url.Parse(value)
	switch {
	case err == nil && u.User != nil || strings.Contains(value, "@"):
		c.problem(path, "", whatBadSecret, wantPage, "")
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "":
		c.problem(path, value, whatBadValue, wantPage, "")
	}
}

func isPath(s string) bool {
	u, err := url.Parse(s)
	return err == nil && strings.HasPrefix(s, "/") && u.Host == "" && u.RawQuery == "" && u.Fragment == ""
}
