package pagefile

import (
	"crypto/sha256"
	"encoding/hex"
)

// Detail is the `data` object of the portal's procedure detail, ordered by importance to
// a reader and not as the portal sends it. Lists are never null: the portal sends [].
type Detail struct {
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

	Steps   []Step   `json:"executionSteps"`
	Methods []Method `json:"executionMethods"`
	Cases   []Case   `json:"executionCases"`

	Categories   []Ref  `json:"categoriesDetails"`
	Executing    []Ref  `json:"departmentsExecuting"`
	Competent    []Ref  `json:"departmentsAuthority"`
	Authorized   []Ref  `json:"departmentsAuthorized"`
	Coordinating []Ref  `json:"departmentsCoordinating"`
	UnitGroups   []Ref  `json:"unitGroupsExecuting"`
	Agencies     string `json:"executingAgencies"`
	Receiving    string `json:"dossierReceivingAddresses"`
	Subjects     []Ref  `json:"subjectTypesDetails"`

	LegalBasis []Ref    `json:"legalBasisesDetails"`
	Results    []Ref    `json:"resultsDetails"`
	Conditions string   `json:"requirementsAndConditions"`
	Related    []string `json:"procedureRelatedGroup"`

	PublisherCode string   `json:"departmentPromulgateCode"`
	PublisherName string   `json:"departmentPromulgateName"`
	Proposal      Proposal `json:"procedureProposal"`
}

// Step is a step of the procedure.
type Step struct {
	Name string `json:"name"`
	Text string `json:"description"`
}

// Method is a channel on which a dossier can be handed in, with its time limit and fees.
type Method struct {
	Channel     string   `json:"submissionMethod"` // ONLINE, POSTAL, DIRECT
	Time        *float64 `json:"processingTime"`   // null: the page gives none
	Unit        string   `json:"processingTimeUnit"`
	Description string   `json:"description"`
	Fees        []Fee    `json:"fees"`
}

// Fee is an amount that one channel costs.
type Fee struct {
	Type         string  `json:"type"` // FEE (lệ phí), SERVICE_FEE (phí)
	Value        float64 `json:"value"`
	CurrencyName string  `json:"currencyName,omitempty"`
	Description  string  `json:"description"`
}

// Case is a group of papers that belong together, "" for the only one.
type Case struct {
	Name   string  `json:"name"`
	Papers []Paper `json:"profileComponents"`
}

// Paper is a paper to bring, or an explanation between papers, which has no quantity.
type Paper struct {
	ID        string `json:"profileComponentId"`
	Name      string `json:"name"`
	Code      string `json:"code"`
	Originals int    `json:"originalQty"`
	Copies    int    `json:"copyQty"`
	Required  bool   `json:"required"` // false everywhere on the portal
	Files     []File `json:"attachments"`
}

// File is a form to fill in.
type File struct {
	ID   string `json:"id"`
	Name string `json:"fileName"`
}

// Ref is anything the portal names by id, name and code.
type Ref struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Code string `json:"code,omitempty"`
}

// Proposal is the decision that published the procedure.
type Proposal struct {
	Number string `json:"proposalNumber"`
}

// DerivedID makes a UUID for something that a page shows without one. The same parts give
// the same id in every run, so that links and caches stay valid. It has version 8, whose
// content RFC 9562 leaves to the implementation.
func DerivedID(parts ...string) string {
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
