package national

import (
	"context"
	"strings"

	"motcua/client"
	"motcua/client/rest"
)

type detailRequest struct {
	ID string `json:"id"`
}

// detailBody is the part of a procedure in the portal's answer that is shown.
type detailBody struct {
	ID           rest.Raw  `json:"id"`
	Code         rest.Line `json:"code"`
	CodeNotation rest.Line `json:"codeNotation"`
	Name         rest.Line `json:"name"`
	Description  rest.Text `json:"description"`
	Note         rest.Text `json:"note"`
	DecisionNo   rest.Line `json:"decisionNo"`
	Kind         rest.Line `json:"type"`
	State        rest.Raw  `json:"state"`
	FullProcess  rest.Flag `json:"isFullProcess"`
	OfflineOnly  rest.Flag `json:"isOfflineOnly"`

	IsWard     rest.Flag `json:"isWard"`
	IsProvince rest.Flag `json:"isProvince"`
	IsMinistry rest.Flag `json:"isMinistry"`
	IsOther    rest.Flag `json:"isOtherAgency"`

	Steps      rest.List[stepBody]      `json:"executionSteps"`
	Methods    rest.List[methodBody]    `json:"executionMethods"`
	PaperCases rest.List[paperCaseBody] `json:"executionCases"`
	Cases      rest.List[caseBody]      `json:"cases"`
	Papers     rest.List[paperBody]     `json:"profileComponents"`

	Categories rest.List[rest.Named] `json:"categoriesDetails"`
	Legal      rest.List[rest.Named] `json:"legalBasisesDetails"`
	Results    rest.List[rest.Named] `json:"resultsDetails"`
	Subjects   rest.List[rest.Named] `json:"subjectTypesDetails"`

	Executing         rest.List[rest.Named] `json:"departmentsExecuting"`
	ExecutingUnits    rest.List[rest.Named] `json:"unitGroupsExecuting"`
	ExecutingText     rest.Text             `json:"executingAgencies"`
	Authority         rest.List[rest.Named] `json:"departmentsAuthority"`
	AuthorityUnits    rest.List[rest.Named] `json:"unitGroupsAuthority"`
	Authorized        rest.List[rest.Named] `json:"departmentsAuthorized"`
	AuthorizedUnits   rest.List[rest.Named] `json:"unitGroupsAuthorized"`
	AuthorizedText    rest.Text             `json:"authorizedAgencies"`
	DelegatedText     rest.Text             `json:"delegatedAgencies"`
	Coordinating      rest.List[rest.Named] `json:"departmentsCoordinating"`
	CoordinatingUnits rest.List[rest.Named] `json:"unitGroupsCoordinating"`
	CoordinatingText  rest.Text             `json:"coordinatingAgencies"`

	Conditions rest.Text   `json:"requirementsAndConditions"`
	Receiving  rest.Text   `json:"dossierReceivingAddresses"`
	Publisher  rest.Line   `json:"departmentPromulgateName"`
	UpdatedAt  rest.Millis `json:"updatedAt"`

	Proposal rest.Object[proposalBody] `json:"procedureProposal"`
}

type stepBody struct {
	Name        rest.Line `json:"name"`
	Description rest.Text `json:"description"`
}

type proposalBody struct {
	Number         rest.Line               `json:"proposalNumber"`
	DecisionNumber rest.Line               `json:"decisionNumber"`
	Date           rest.Millis             `json:"decisionDate"`
	Agency         rest.Object[rest.Named] `json:"issuingAgency"`
}

// ProcedureByID reads a procedure by the portal's UUID, in one request. An unknown id and
// a procedure between offices return client.ErrNotFound.
func (s *Source) ProcedureByID(ctx context.Context, id string) (client.Procedure, error) {
	if id = rest.Raw(id).ID(); id == "" {
		return client.Procedure{}, client.ErrNotFound
	}
	data, err := rest.Post[detailBody](ctx, s.rest, "detail", detailPath, detailRequest{id})
	if rest.BadRequest(err) {
		return client.Procedure{}, client.ErrNotFound
	}
	if err != nil {
		return client.Procedure{}, err
	}
	p := data.Value.procedure()
	if !data.OK || p.Code == "" || p.Kind.Internal() {
		return client.Procedure{}, client.ErrNotFound
	}
	if p.ID == "" {
		p.ID = id
	}
	p.URL = s.Link(p.ID)
	s.ids.keep(p.Code, p.ID)
	return p, nil
}

func (b detailBody) procedure() client.Procedure {
	code := firstOf(said(b.Code), said(b.CodeNotation))
	p := client.Procedure{
		ID: b.ID.ID(), Code: code, Name: cleanName(said(b.Name), code),
		Field:     strings.Join(names(b.Categories), ", "),
		Kind:      client.ProcedureKind(strings.ToUpper(string(b.Kind))),
		Publisher: said(b.Publisher), Decision: b.decision(),

		// The agency is in one of three fields. When there is a list, the string
		// only joins its names.
		Executing:    orText(names(b.Executing, b.ExecutingUnits), b.ExecutingText),
		Competent:    names(b.Authority, b.AuthorityUnits),
		Authorized:   withText(names(b.Authorized, b.AuthorizedUnits), b.AuthorizedText, b.DelegatedText),
		Coordinating: withText(names(b.Coordinating, b.CoordinatingUnits), b.CoordinatingText),
		Subjects:     names(b.Subjects), Receiving: said(b.Receiving),

		Cases: b.papers(), CaseLimits: b.caseLimits(), Conditions: said(b.Conditions),
		Notes: joinTexts(said(b.Description), said(b.Note)), UpdatedAt: b.UpdatedAt.Time,
		Abolished: strings.EqualFold(string(b.State), "INACTIVE"), FullProcess: bool(b.FullProcess), OfflineOnly: bool(b.OfflineOnly),
	}
	for _, l := range []struct {
		set   rest.Flag
		level client.Level
	}{
		{b.IsWard, client.LevelWard}, {b.IsProvince, client.LevelProvince},
		{b.IsMinistry, client.LevelMinistry}, {b.IsOther, client.LevelOther},
	} {
		if l.set {
			p.Levels = append(p.Levels, l.level)
		}
	}
	for _, m := range b.Methods {
		p.Methods = append(p.Methods, m.method())
	}
	for _, st := range b.Steps {
		if step := (client.ProcedureStep{Name: said(st.Name), Text: said(st.Description)}); step != (client.ProcedureStep{}) {
			p.Steps = append(p.Steps, step)
		}
	}
	for _, l := range b.Legal {
		if act := (client.LegalAct{Number: said(l.Code), Name: said(l.Name)}); act != (client.LegalAct{}) {
			p.LegalBasis = append(p.LegalBasis, act)
		}
	}
	for _, r := range b.Results {
		if res := (client.Result{Code: said(r.Code), Name: said(r.Name)}); res.Name != "" {
			p.Results = append(p.Results, res)
		}
	}
	// Some bodies have only the heading (most procedures of the sample portal).
	p.Outline = len(p.Methods)+len(p.Cases)+len(p.Steps) == 0
	return p
}

// decision falls back on the proposal that published the procedure. The date and agency
// are used only together with the number that they belong to.
func (b detailBody) decision() client.Decision {
	prop := b.Proposal.Value
	own := firstOf(said(prop.Number), said(prop.DecisionNumber))
	d := client.Decision{Number: firstOf(said(b.DecisionNo), own)}
	if d.Number == own || strings.EqualFold(d.Number, said(prop.DecisionNumber)) {
		d.Date = prop.Date.Time
		d.Agency = said(prop.Agency.Value.Name)
	}
	if d.Agency == "" && d.Number != "" {
		d.Agency = said(b.Publisher)
	}
	return d
}

func joinTexts(ss ...string) string {
	var out []string
	for _, s := range ss {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}
