package sandbox

import (
	"crypto/sha256"
	"encoding/hex"
)

// detail is the `data` object of the portal's procedure detail, in the portal's
// order of importance to a reader rather than its order on the wire. Lists are
// never null: the portal sends [].
type detail struct {
	ID            string `json:"id"`
	Code          string `json:"code"`
	CodeNotation  string `json:"codeNotation"`
	Name          string `json:"name"`
	Description   string `json:"description"`
	Keywords      string `json:"keywords"`
	DecisionNo    string `json:"decisionNo"` // empty on the portal, see Proposal
	State         string `json:"state"`
	Type          string `json:"type"`
	FormalityType string `json:"formalityType"`
	IsWard        bool   `json:"isWard"`
	IsProvince    bool   `json:"isProvince"`
	IsMinistry    bool   `json:"isMinistry"`
	IsOtherAgency bool   `json:"isOtherAgency"`

	Steps   []detailStep   `json:"executionSteps"`
	Methods []detailMethod `json:"executionMethods"`
	Cases   []detailCase   `json:"executionCases"`

	Categories   []detailRef `json:"categoriesDetails"`
	Executing    []detailRef `json:"departmentsExecuting"`
	Competent    []detailRef `json:"departmentsAuthority"`
	Authorized   []detailRef `json:"departmentsAuthorized"`
	Coordinating []detailRef `json:"departmentsCoordinating"`
	UnitGroups   []detailRef `json:"unitGroupsExecuting"`
	Agencies     string      `json:"executingAgencies"`
	Receiving    string      `json:"dossierReceivingAddresses"`
	Subjects     []detailRef `json:"subjectTypesDetails"`

	LegalBasis []detailRef `json:"legalBasisesDetails"`
	Results    []detailRef `json:"resultsDetails"`
	Conditions string      `json:"requirementsAndConditions"`
	Related    []string    `json:"procedureRelatedGroup"`

	PublisherCode string         `json:"departmentPromulgateCode"`
	PublisherName string         `json:"departmentPromulgateName"`
	Proposal      detailProposal `json:"procedureProposal"`
}

type detailStep struct {
	Name string `json:"name"`
	Text string `json:"description"`
}

type detailMethod struct {
	Channel     string      `json:"submissionMethod"` // ONLINE, POSTAL, DIRECT
	Time        *float64    `json:"processingTime"`   // null: the page gives none
	Unit        string      `json:"processingTimeUnit"`
	Description string      `json:"description"`
	Fees        []detailFee `json:"fees"`
}

type detailFee struct {
	Type         string  `json:"type"` // FEE (lệ phí), SERVICE_FEE (phí)
	Value        float64 `json:"value"`
	CurrencyName string  `json:"currencyName,omitempty"`
	Description  string  `json:"description"`
}

type detailCase struct {
	Name   string        `json:"name"`
	Papers []detailPaper `json:"profileComponents"`
}

type detailPaper struct {
	ID        string       `json:"profileComponentId"`
	Name      string       `json:"name"`
	Code      string       `json:"code"`
	Originals int          `json:"originalQty"`
	Copies    int          `json:"copyQty"`
	Required  bool         `json:"required"` // false everywhere on the portal
	Files     []detailFile `json:"attachments"`
}

type detailFile struct {
	ID   string `json:"id"`
	Name string `json:"fileName"`
}

// detailRef is anything the portal names by id, name and code.
type detailRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Code string `json:"code,omitempty"`
}

type detailProposal struct {
	Number string `json:"proposalNumber"`
}

// derivedID makes the UUID of something that a page shows without one. The same
// parts give the same id in every run, so that links and caches hold. Version 8
// of RFC 9562 leaves the content to the maker.
func derivedID(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	b := h.Sum(nil)[:16]
	b[6] = b[6]&0x0f | 0x80
	b[8] = b[8]&0x3f | 0x80
	s := hex.EncodeToString(b)
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}
