package reporting

import "motcua/client/sandbox/units"

// named is the beginning of each branch of a tree.
type named struct {
	ID    string `json:"departmentId"`
	Name  string `json:"departmentName"`
	Code  string `json:"departmentCode"`
	Level string `json:"level,omitempty"` // a parent has none
}

func branchOf(u units.Unit, level string) named { return named{u.ID, u.Name, u.Code, level} }

type tree struct {
	Parent   any   `json:"parent"`
	Children []any `json:"children"`
}

// trees answers one of the three reports that are a parent with its children.
func trees(parent, child func(u units.Unit, period string) any) func(units.Unit, question, string) any {
	return func(p units.Unit, q question, period string) any {
		t := tree{Parent: parent(p, period), Children: []any{}}
		for _, u := range q.below(p) {
			t.Children = append(t.Children, child(u, period))
		}
		return t
	}
}

const onTime, online, paying = 1, 2, 3

type progressParent struct {
	named
	Received  int     `json:"totalReceived"`
	OnTime    int     `json:"totalOnTime"`
	Completed int     `json:"totalCompleted"`
	Days      float64 `json:"avgProcessingDays"`
	Ratio     float64 `json:"ratio"`
	Total     float64 `json:"totalScore"`
	TotalMax  float64 `json:"totalMaxScore"`
}

// progressChild has its score under other names than its parent.
type progressChild struct {
	named
	Received int      `json:"totalReceived"`
	OnTime   int      `json:"totalOnTime"`
	Overdue  int      `json:"totalOverdue"`
	Days     float64  `json:"avgProcessingDays"`
	Ratio    float64  `json:"ratio"`
	Score    float64  `json:"score"`
	Max      float64  `json:"maxScore"`
	Delta    *float64 `json:"scoreDelta"`
}

func progressOf(p units.Unit, period string) any {
	s := scoreOf(points(p.Code, onTime, period), groups[onTime].most)
	n := dossiers(p, period)
	return progressParent{branchOf(p, ""), n, int(float64(n) * s.Ratio / 100), n - n/5, 6.4, s.Ratio, s.Total, s.TotalMax}
}

func progressBelow(u units.Unit, period string) any {
	n := dossiers(u, period)
	c := progressChild{named: branchOf(u, u.Level), Received: n, Max: groups[onTime].most}
	if n > 0 {
		c.OnTime = part(n, 0.85, u.Code, "on time", period)
		c.Overdue, c.Days = n-c.OnTime, cents(1+chance(u.Code, "days")*7)
		c.Ratio = cents(float64(c.OnTime) / float64(n) * 100)
		c.Score = cents(float64(c.OnTime) / float64(n) * c.Max)
	}
	return c
}

type onlineParent struct {
	named
	score
	Authority int `json:"authorityCount"`
	Partial   int `json:"partialCount"`
	Full      int `json:"fullCount"`
	Used      int `json:"onlineDossierCount"`
	Services  int `json:"onlineServiceTotal"`
	Online    int `json:"channelOnlineSum"`
	Direct    int `json:"channelDirectSum"`
	Postal    int `json:"channelPostalSum"`
	All       int `json:"channelTotalSum"`
	InTime    int `json:"onlineOnTimeSum"`
	Overdue   int `json:"onlineOverdueSum"`
}

func onlineOf(p units.Unit, period string) any {
	n := dossiers(p, period)
	o := onlineParent{named: branchOf(p, ""), score: scoreOf(points(p.Code, online, period), groups[online].most)}
	o.Authority, o.Partial, o.Full, o.Used, o.Services = 56, 31, 21, 406, 1968
	o.Online, o.Direct, o.All = n-n/90, n/90, n
	o.InTime, o.Overdue = o.Online-o.Online/9, o.Online/9
	return o
}

// onlineChild names nothing that its points were counted of.
type onlineChild struct {
	named
	score
}

func onlineBelow(u units.Unit, period string) any {
	share := 0.0
	if !isIdle(u) {
		share = 0.4 + chance(u.Code, "online", period)*0.35
	}
	return onlineChild{branchOf(u, u.Level), scoreOf(share*groups[online].most, groups[online].most)}
}

type paymentBranch struct {
	named
	score
	Paid       int `json:"totalDossierOnlinePaymentSuccess"`
	MustPay    int `json:"totalDossierFinancialObligation"`
	Procedures int `json:"totalDossierOnlineFormalityPaymentSuccess"`
	Distinct   int `json:"totalFeeDossierFormalityDistinct"`
	WithFees   int `json:"totalFeeDossierFormality"`
	Fees       int `json:"totalFeeFormality"`
}

func paymentOf(p units.Unit, period string) any {
	n := dossiers(p, period) / 4
	b := paymentBranch{named: branchOf(p, ""), score: scoreOf(points(p.Code, paying, period), groups[paying].most)}
	b.Paid, b.MustPay, b.Procedures, b.Distinct, b.WithFees, b.Fees = n*5/6, n, 93, 310, 56, 310
	return b
}

// paymentBelow has units where no dossier had to be paid and procedures were.
func paymentBelow(u units.Unit, period string) any {
	b := paymentBranch{named: branchOf(u, u.Level), Distinct: 35, WithFees: 7, Fees: 35, score: scoreOf(0, groups[paying].most)}
	switch {
	case isIdle(u):
		b.Distinct, b.WithFees, b.Fees = 0, 0, 0
	case chance(u.Code, "fees") < 0.1:
		b.Distinct, b.WithFees, b.Fees, b.Procedures = 3, 0, 3, 2
		b.score = scoreOf(1.67, groups[paying].most)
	default:
		b.MustPay, b.Procedures = dossiers(u, period)/4, 12
		b.Paid = part(b.MustPay, 0.8, u.Code, "paid", period)
		b.score = scoreOf(6*float64(b.Paid)/float64(max(b.MustPay, 1))+4*12.0/35, groups[paying].most)
	}
	return b
}
