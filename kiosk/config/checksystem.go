package config

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"motcua/client/clean"
)

// Paths of the integration adapter when the file names none.
const (
	defaultAuthPath = "/mapi/login"
	defaultCallPath = "/mapi/g"
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
	for _, v := range []*string{&s.Name, &s.DstCode, &s.Unit, &s.Username, &s.DossierService, &s.ProgressService, &s.ClientID} {
		*v = clean.Line(*v)
	}

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
	if !slices.Contains(Kinds(), s.Kind) {
		var kinds []string
		for _, k := range Kinds() {
			kinds = append(kinds, string(k))
		}
		c.oneOf(path+"kind", string(s.Kind), kinds, wantKind)
		return
	}
	c.ofKind(path, s)
	if s.Kind != KindHandOver {
		c.needURL(path+"url", &s.URL)
		c.proxy(path+"proxy", &s.Proxy)
		c.caFile(path+"ca_file", &s.CAFile)
		c.systemTimeout(path, s)
	}
	switch s.Kind {
	case KindIntegration:
		c.integration(path, s)
	case KindIGate:
		c.igate(path, s)
	case KindOpenCPS:
		c.opencps(path, s)
	}
	c.page(path, s)
}

// ofKind reports keys that a system's kind does not have: it would wait in vain
// for what they promise.
func (c *checker) ofKind(path string, s *System) {
	fields := fieldsOf(s.Kind)
	for _, f := range systemFields {
		if e, given := c.index[path+f.name]; given && !f.is(s.Kind) && !(e.kind == unstable.String && e.value == "") {
			c.problem(path+f.name, string(s.Kind), whatNotOfKind, pair{fields, fields}, "")
		}
	}
}

func (c *checker) needURL(path string, value *string) {
	if *value == "" {
		c.problem(path, "", whatMissing, wantURL, "")
		return
	}
	c.url(path, value)
}

func (c *checker) systemTimeout(path string, s *System) {
	if _, given := c.index[path+"timeout"]; !given && s.Timeout == (Duration{}) {
		s.Timeout = DefaultTimeout
	}
	c.timeout(path+"timeout", s.Timeout)
}

func (c *checker) integration(path string, s *System) {
	c.path(path+"auth_path", &s.AuthPath, defaultAuthPath)
	c.path(path+"call_path", &s.CallPath, defaultCallPath)
	if s.Username == "" {
		c.problem(path+"username", "", whatMissing, wantUser, "")
	}
	c.secret(path, s.secrets()[0])
}

func (c *checker) igate(path string, s *System) {
	c.needURL(path+"sso", &s.SSO)
	if s.Portal != "" {
		c.url(path+"portal", &s.Portal)
	}
	if s.ClientID == "" {
		c.problem(path+"client_id", "", whatMissing, wantClientID, "")
	}
	c.secret(path, s.secrets()[1])
	for _, p := range []struct {
		name  string
		value *string
	}{{"token_path", &s.TokenPath}, {"search_path", &s.SearchPath}, {"settings_path", &s.SettingsPath}} {
		if *p.value != "" {
			c.path(path+p.name, p.value, "")
		}
	}
}

func (c *checker) opencps(path string, s *System) {
	if !headerValue.MatchString(s.GroupID) {
		c.problem(path+"group_id", s.GroupID, whatBadValue, wantHeader, "")
	}
	// The code has one place.
	marks := strings.Count(s.Path, codeMark)
	if s.Path != "" && (s.CodeField == "" && marks != 1 || s.CodeField != "" && marks > 0 || !isPath(s.Path)) {
		c.problem(path+"path", s.Path, whatBadValue, wantCodePath, "")
	}
	if s.StepsCall != "" {
		c.path(path+"steps_call", &s.StepsCall, "")
	}
	c.fieldName(path+"steps_at", s.StepsAt)
	for _, f := range []struct{ name, value string }{{"steps_name", s.StepsName}, {"steps_unit", s.StepsUnit}, {"steps_state", s.StepsState}} {
		c.fieldName(path+f.name, f.value)
	}
	if s.StepsAt == "" && s.StepsCall+s.StepsName+s.StepsUnit+s.StepsState != "" {
		c.problem(path+"steps_at", "", whatMissing, wantStepsAt, "")
	}
}

func (c *checker) fieldName(path, value string) {
	if !fieldName.MatchString(value) {
		c.problem(path, value, whatBadValue, wantQuery, "")
	}
}

// page looks at the page for people, without which a hand-over is nothing. It may
// hold a query, unlike an API's address: it is opened as it stands.
func (c *checker) page(path string, s *System) {
	c.fieldName(path+"code_field", s.CodeField)
	s.Page = strings.TrimSpace(s.Page)
	if s.Page == "" && s.Kind != KindHandOver {
		return
	}
	u, err := url.Parse(s.Page)
	switch {
	case s.Page == "":
		c.problem(path+"page", "", whatMissing, wantPage, "")
	case err == nil && u.User != nil || strings.Contains(s.Page, "@"):
		c.problem(path+"page", "", whatBadSecret, wantPage, "")
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "":
		c.problem(path+"page", s.Page, whatBadValue, wantPage, "")
	}
}

func (c *checker) path(path string, value *string, standard string) {
	if *value == "" {
		*value = standard
	}
	if !isPath(*value) {
		c.problem(path, *value, whatBadValue, wantPath, "")
	}
}

func isPath(s string) bool {
	u, err := url.Parse(s)
	return err == nil && strings.HasPrefix(s, "/") && u.Host == "" && u.RawQuery == "" && u.Fragment == ""
}
