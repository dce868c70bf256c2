package tui

import (
	"slices"

	"motcua/tui/page"
	"motcua/tui/pages/ask"
	"motcua/tui/pages/decisions"
	"motcua/tui/pages/dossier"
	"motcua/tui/pages/elsewhere"
	"motcua/tui/pages/follow"
	"motcua/tui/pages/forms"
	"motcua/tui/pages/full"
	"motcua/tui/pages/help"
	"motcua/tui/pages/home"
	"motcua/tui/pages/notices"
	"motcua/tui/pages/places"
	"motcua/tui/pages/procedure"
	"motcua/tui/pages/quality"
	"motcua/tui/pages/ranks"
	"motcua/tui/pages/search"
	"motcua/tui/pages/shares"
	"motcua/tui/pages/signed"
	"motcua/tui/pages/sitemap"
	"motcua/tui/pages/status"
	"motcua/tui/pages/take"
	"motcua/tui/pages/topics"
	"motcua/tui/pages/units"
	"motcua/tui/pages/why"
)

// asked are the questions besides the two of the first page, in the order of their keys.
var asked = []page.Topic{places.Topic, decisions.Topic, units.Topic, shares.Topic, quality.Topic, ranks.Topic, notices.Topic}

// asked are the questions that can be answered here.
func (r *Root) asked() []page.Topic {
	if r.env.Signatures == nil {
		return asked
	}
	return append(slices.Clone(asked), signed.Topic)
}

// listed is a page of all that can be asked, with the two questions of the first page or not.
func (r *Root) listed(to page.Intent) page.Page {
	if _, all := to.(page.SiteMap); all {
		return sitemap.New(r.env, r.asked())
	}
	return topics.New(r.env, r.asked())
}

// page makes what is wanted: the one table from intents to pages. It is nil for an
// intent that neither it nor the shell around knows.
func (r *Root) page(to page.Intent) page.Page { //nolint:cyclop // a line for each page
	switch to := to.(type) {
	case page.Make:
		return to(r.env)
	case page.Home:
		return home.New(r.env)
	case page.Ask:
		return ask.New(r.env, to.Code)
	case page.Search:
		return search.New(r.env, to.Words)
	case page.Dossier:
		return dossier.New(r.env, to.Query)
	case page.Procedure:
		return procedure.New(r.env, to.Code, to.Name)
	case page.Full:
		return full.New(r.env, to.Of)
	case page.Forms:
		return forms.New(r.env, to.Of)
	case page.Why:
		return why.New(r.env, to.Of)
	case page.Elsewhere:
		return elsewhere.New(r.env, to.Number)
	case page.Take:
		return take.New(r.env, to.Takeaway, to.Paper)
	case page.Follow:
		return follow.New(r.env, r.follow)
	case page.Help:
		return help.New(r.env, r.below())
	case page.Status:
		return status.New(r.env)
	case page.Topics, page.SiteMap:
		return r.listed(to)
	case page.Decisions:
		return decisions.New(r.env, to)
	case page.Places:
		return places.New(r.env, to.Words)
	case page.Units:
		return units.New(r.env, to.Procedure)
	case page.Quality:
		return quality.New(r.env, to.Unit)
	}
	if r.others == nil {
		return nil
	}
	return r.others(to)
}
