package main

import (
	"cmp"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/handover"
	"motcua/client/national"
	"motcua/client/system"
	"motcua/kiosk/config"
)

// dossierPages finds the page where a person looks a dossier up: that of the
// system which answered, else of the first system on the code's route that has
// one, else the national portal's, which api is the API of. Only the code can
// come to stand in it.
func dossierPages(c config.Config, api string) func(code.Dossier, client.SourceName) string {
	pages := map[string]*handover.Source{}
	for _, s := range c.Systems {
		field := s.Keys["code_field"]
		if k, _ := system.Find(s.Kind); k.OwnCodeField {
			field = ""
		}
		// What is no page was told when the configuration was read.
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
