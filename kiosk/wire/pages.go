package wire

import (
	"cmp"
	"net/url"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/handover"
	"motcua/client/national"
	"motcua/client/system"
	"motcua/kiosk/config"
)

// trackPage returns the address of the portal's page for dossiers; api is below its root.
func trackPage(api string) string {
	u, err := url.Parse(api)
	if err != nil {
		return api
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/tra-cuu-ho-so"}).String()
}

// dossierPages returns a function that finds the web page where a person can look up a
// dossier: the page of the system that answered, otherwise of the first system on the
// code's route that has one, otherwise the national portal's, whose API is at api. The
// address contains nothing about the dossier but its code.
func dossierPages(c config.Config, api string) func(code.Dossier, client.SourceName) string {
	pages := map[string]*handover.Source{}
	for _, s := range c.Systems {
		field := s.Keys["code_field"]
		if k, _ := system.Find(s.Kind); k.OwnCodeField {
			field = ""
		}
		// An invalid page was reported when the configuration was read.
		if p, err := handover.New(handover.Config{Page: s.Keys["page"], CodeField: field}); err == nil {
			pages[s.ID] = p
		}
	}
	portal := trackPage(cmp.Or(api, national.DefaultBaseURL))
	return func(dossierCode code.Dossier, source client.SourceName) string {
		if p := pages[source.ID]; p != nil {
			return p.Link(dossierCode)
		}
		for _, r := range c.EffectiveRoutes() {
			if !(client.Route{Match: r.Match}).Matches(dossierCode.Agency()) {
				continue
			}
			for _, id := range r.Systems {
				if p := pages[id]; p != nil {
					return p.Link(dossierCode)
				}
			}
			break
		}
		return portal
	}
}
