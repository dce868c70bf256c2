package config

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"motcua/kiosk/limit"
)

// Guess are the budgets against guessing dossiers, see [limit.LookupLimits]. A
// purse is written "8:4/h": eight points at once, and four come back in an hour;
// "/d" is for a day.
type Guess struct {
	PublicOwn           string `toml:"public_own" json:"public_own"`
	PublicUnitDay       string `toml:"public_unit_day" json:"public_unit_day"`
	PublicProof         string `toml:"public_proof" json:"public_proof"`
	PublicSharedAll     string `toml:"public_shared_all" json:"public_shared_all"`
	PublicSharedUnitDay string `toml:"public_shared_unit_day" json:"public_shared_unit_day"`
	PublicSharedProof   string `toml:"public_shared_proof" json:"public_shared_proof"`

	OfficeOwn           string `toml:"office_own" json:"office_own"`
	OfficeUnitDay       string `toml:"office_unit_day" json:"office_unit_day"`
	OfficeProof         string `toml:"office_proof" json:"office_proof"`
	OfficeSharedAll     string `toml:"office_shared_all" json:"office_shared_all"`
	OfficeSharedUnitDay string `toml:"office_shared_unit_day" json:"office_shared_unit_day"`
	OfficeSharedProof   string `toml:"office_shared_proof" json:"office_shared_proof"`

	StaffOwn           string `toml:"staff_own" json:"staff_own"`
	StaffUnitDay       string `toml:"staff_unit_day" json:"staff_unit_day"`
	StaffProof         string `toml:"staff_proof" json:"staff_proof"`
	StaffSharedAll     string `toml:"staff_shared_all" json:"staff_shared_all"`
	StaffSharedUnitDay string `toml:"staff_shared_unit_day" json:"staff_shared_unit_day"`
	StaffSharedProof   string `toml:"staff_shared_proof" json:"staff_shared_proof"`

	KioskOwn           string `toml:"kiosk_own" json:"kiosk_own"`
	KioskUnitDay       string `toml:"kiosk_unit_day" json:"kiosk_unit_day"`
	KioskProof         string `toml:"kiosk_proof" json:"kiosk_proof"`
	KioskSharedAll     string `toml:"kiosk_shared_all" json:"kiosk_shared_all"`
	KioskSharedUnitDay string `toml:"kiosk_shared_unit_day" json:"kiosk_shared_unit_day"`
	KioskSharedProof   string `toml:"kiosk_shared_proof" json:"kiosk_shared_proof"`

	DossierPublic string `toml:"dossier_public" json:"dossier_public"`
	DossierAll    string `toml:"dossier_all" json:"dossier_all"`
	DossierWhole  string `toml:"dossier_whole" json:"dossier_whole"`

	AlarmInOrder  int      `toml:"alarm_in_order" json:"alarm_in_order"`
	AlarmDense    int      `toml:"alarm_dense" json:"alarm_dense"`
	AlarmNetworks int      `toml:"alarm_networks" json:"alarm_networks"`
	AlarmEvery    Duration `toml:"alarm_every" json:"alarm_every"`

	DelayFree  int      `toml:"delay_free" json:"delay_free"`
	DelayFirst Duration `toml:"delay_first" json:"delay_first"`
	DelayMost  Duration `toml:"delay_most" json:"delay_most"`
	Forgive    Duration `toml:"forgive" json:"forgive"`
	Remember   Duration `toml:"remember" json:"remember"`
}

// purseKey is a purse: where it stands in the file and among the limits, and the
// least that must be in it for one look-up.
type purseKey struct {
	name  string
	of    func(*Guess) *string
	purse func(*limit.LookupLimits) *limit.Purse
	least float64
}

var purseKeys = []purseKey{
	{"public_own", func(g *Guess) *string { return &g.PublicOwn }, func(l *limit.LookupLimits) *limit.Purse { return &l.Public.Own }, 2},
	{"public_unit_day", func(g *Guess) *string { return &g.PublicUnitDay }, func(l *limit.LookupLimits) *limit.Purse { return &l.Public.UnitDay }, 3},
	{"public_proof", func(g *Guess) *string { return &g.PublicProof }, func(l *limit.LookupLimits) *limit.Purse { return &l.Public.Proof }, 1},
	{"public_shared_all", func(g *Guess) *string { return &g.PublicSharedAll }, func(l *limit.LookupLimits) *limit.Purse { return &l.Public.SharedAll }, 0},
	{"public_shared_unit_day", func(g *Guess) *string { return &g.PublicSharedUnitDay }, func(l *limit.LookupLimits) *limit.Purse { return &l.Public.SharedUnitDay }, 0},
	{"public_shared_proof", func(g *Guess) *string { return &g.PublicSharedProof }, func(l *limit.LookupLimits) *limit.Purse { return &l.Public.SharedProof }, 0},
	{"office_own", func(g *Guess) *string { return &g.OfficeOwn }, func(l *limit.LookupLimits) *limit.Purse { return &l.Office.Own }, 2},
	{"office_unit_day", func(g *Guess) *string { return &g.OfficeUnitDay }, func(l *limit.LookupLimits) *limit.Purse { return &l.Office.UnitDay }, 3},
	{"office_proof", func(g *Guess) *string { return &g.OfficeProof }, func(l *limit.LookupLimits) *limit.Purse { return &l.Office.Proof }, 1},
	{"office_shared_all", func(g *Guess) *string { return &g.OfficeSharedAll }, func(l *limit.LookupLimits) *limit.Purse { return &l.Office.SharedAll }, 0},
	{"office_shared_unit_day", func(g *Guess) *string { return &g.OfficeSharedUnitDay }, func(l *limit.LookupLimits) *limit.Purse { return &l.Office.SharedUnitDay }, 0},
	{"office_shared_proof", func(g *Guess) *string { return &g.OfficeSharedProof }, func(l *limit.LookupLimits) *limit.Purse { return &l.Office.SharedProof }, 0},
	{"staff_own", func(g *Guess) *string { return &g.StaffOwn }, func(l *limit.LookupLimits) *limit.Purse { return &l.Staff.Own }, 2},
	{"staff_unit_day", func(g *Guess) *string { return &g.StaffUnitDay }, func(l *limit.LookupLimits) *limit.Purse { return &l.Staff.UnitDay }, 3},
	{"staff_proof", func(g *Guess) *string { return &g.StaffProof }, func(l *limit.LookupLimits) *limit.Purse { return &l.Staff.Proof }, 1},
	{"staff_shared_all", func(g *Guess) *string { return &g.StaffSharedAll }, func(l *limit.LookupLimits) *limit.Purse { return &l.Staff.SharedAll }, 0},
	{"staff_shared_unit_day", func(g *Guess) *string { return &g.StaffSharedUnitDay }, func(l *limit.LookupLimits) *limit.Purse { return &l.Staff.SharedUnitDay }, 0},
	{"staff_shared_proof", func(g *Guess) *string { return &g.StaffSharedProof }, func(l *limit.LookupLimits) *limit.Purse { return &l.Staff.SharedProof }, 0},
	{"kiosk_own", func(g *Guess) *string { return &g.KioskOwn }, func(l *limit.LookupLimits) *limit.Purse { return &l.Kiosk.Own }, 2},
	{"kiosk_unit_day", func(g *Guess) *string { return &g.KioskUnitDay }, func(l *limit.LookupLimits) *limit.Purse { return &l.Kiosk.UnitDay }, 3},
	{"kiosk_proof", func(g *Guess) *string { return &g.KioskProof }, func(l *limit.LookupLimits) *limit.Purse { return &l.Kiosk.Proof }, 1},
	{"kiosk_shared_all", func(g *Guess) *string { return &g.KioskSharedAll }, func(l *limit.LookupLimits) *limit.Purse { return &l.Kiosk.SharedAll }, 0},
	{"kiosk_shared_unit_day", func(g *Guess) *string { return &g.KioskSharedUnitDay }, func(l *limit.LookupLimits) *limit.Purse { return &l.Kiosk.SharedUnitDay }, 0},
	{"kiosk_shared_proof", func(g *Guess) *string { return &g.KioskSharedProof }, func(l *limit.LookupLimits) *limit.Purse { return &l.Kiosk.SharedProof }, 0},
	{"dossier_public", func(g *Guess) *string { return &g.DossierPublic }, func(l *limit.LookupLimits) *limit.Purse { return &l.Dossier.Public }, 1},
	{"dossier_all", func(g *Guess) *string { return &g.DossierAll }, func(l *limit.LookupLimits) *limit.Purse { return &l.Dossier.All }, 1},
	{"dossier_whole", func(g *Guess) *string { return &g.DossierWhole }, func(l *limit.LookupLimits) *limit.Purse { return &l.Dossier.Whole }, 1},
}

var day = span{time.Second, 24 * time.Hour}

var guessDurations = []durationKey{
	{"guess.alarm_every", day, func(c *Config) *Duration { return &c.Guess.AlarmEvery }},
	{"guess.delay_first", day, func(c *Config) *Duration { return &c.Guess.DelayFirst }},
	{"guess.delay_most", day, func(c *Config) *Duration { return &c.Guess.DelayMost }},
	{"guess.forgive", day, func(c *Config) *Duration { return &c.Guess.Forgive }},
	{"guess.remember", span{0, 48 * time.Hour}, func(c *Config) *Duration { return &c.Guess.Remember }},
}

var guessNumbers = []numberKey{
	{"guess.alarm_in_order", count{4, limit.MostInOrder}, func(c *Config) *int { return &c.Guess.AlarmInOrder }},
	{"guess.alarm_dense", count{4, 100_000}, func(c *Config) *int { return &c.Guess.AlarmDense }},
	{"guess.alarm_networks", count{2, 256}, func(c *Config) *int { return &c.Guess.AlarmNetworks }},
	{"guess.delay_free", count{0, limit.MostDelayFree}, func(c *Config) *int { return &c.Guess.DelayFree }},
}

var wantDelays = pair{"khoảng thời gian không ngắn hơn guess.delay_first", "a time not shorter than guess.delay_first"}

// maxPurse is more points than a server has look-ups.
const maxPurse = 1e6

func (p purseKey) want() pair {
	return pair{
		fmt.Sprintf(`điểm và số điểm trả lại như "8:4/h" (mỗi giờ) hay "5:5/d" (mỗi ngày), ít nhất %v điểm`, p.least),
		fmt.Sprintf(`points and how many come back such as "8:4/h" (an hour) or "5:5/d" (a day), at least %v points`, p.least),
	}
}

// guessKeys are the keys of [guess], in the order of the file.
func guessKeys() []key {
	var list []key
	for _, p := range purseKeys {
		list = append(list, single("guess."+p.name, p.want(), "", func(c *Config) *string { return p.of(&c.Guess) }))
	}
	for _, n := range guessNumbers {
		list = append(list, n.key())
	}
	for _, d := range guessDurations {
		list = append(list, d.key())
	}
	return list
}

// guess checks [guess].
func (c *checker) guess() {
	g := &c.cfg.Guess
	for _, k := range purseKeys {
		p, ok := parsePurse(*k.of(g))
		if !ok || p.Burst < k.least || k.least > 0 && p.Hourly == 0 {
			c.problem("guess."+k.name, *k.of(g), whatBadValue, k.want(), "")
		}
	}
	for _, d := range guessDurations {
		c.duration(d.path, *d.of(c.cfg), d.span)
	}
	for _, n := range guessNumbers {
		c.number(n.path, *n.of(c.cfg), n.count)
	}
	if g.DelayMost.wrong == "" && g.DelayFirst.wrong == "" && g.DelayMost.Std() < g.DelayFirst.Std() {
		c.problem("guess.delay_most", g.DelayMost.String(), whatBadValue, wantDelays, "")
	}
}

// defaultGuess are the budgets of package limit, in the words of the file.
func defaultGuess() Guess {
	d := limit.DefaultLookups()
	g := Guess{
		AlarmInOrder: d.Alarms.InOrder, AlarmDense: d.Alarms.Dense, AlarmNetworks: d.Alarms.Networks, AlarmEvery: DurationOf(d.Alarms.Every),
		DelayFree: d.DelayFree, DelayFirst: DurationOf(d.DelayFirst), DelayMost: DurationOf(d.DelayMost),
		Forgive: DurationOf(d.Forgive), Remember: DurationOf(d.Remember),
	}
	for _, k := range purseKeys {
		*k.of(&g) = writePurse(*k.purse(&d))
	}
	return g
}

// Lookups are the budgets as they are counted, with the offices of [limits]. Load
// has checked what they are made of.
func (c Config) Lookups() limit.LookupLimits {
	g := c.Guess
	l := limit.LookupLimits{
		Offices:    Prefixes(c.Limits.Offices),
		DelayFree:  g.DelayFree,
		DelayFirst: g.DelayFirst.Std(), DelayMost: g.DelayMost.Std(), Forgive: g.Forgive.Std(), Remember: g.Remember.Std(),
		Alarms: limit.AlarmLimits{InOrder: g.AlarmInOrder, Dense: g.AlarmDense, Networks: g.AlarmNetworks, Every: g.AlarmEvery.Std()},
	}
	for _, k := range purseKeys {
		*k.purse(&l), _ = parsePurse(*k.of(&g))
	}
	return l
}

const hoursOfDay = 24

// parsePurse reads "8:4/h" or "5:5/d"; "8:4" is by the hour too.
func parsePurse(s string) (limit.Purse, bool) {
	burst, back, ok := strings.Cut(s, ":")
	if !ok {
		return limit.Purse{}, false
	}
	per := 1.
	back, daily := strings.CutSuffix(back, "/d")
	if daily {
		per = hoursOfDay
	} else {
		back = strings.TrimSuffix(back, "/h")
	}
	b, bad := parsePoints(burst)
	h, bad2 := parsePoints(back)
	return limit.Purse{Burst: b, Hourly: h / per}, !bad && !bad2
}

// parsePoints reads a plain number: no exponent, no sign, no infinity.
func parsePoints(s string) (n float64, bad bool) {
	if s == "" || strings.Trim(s, "0123456789.") != "" {
		return 0, true
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err != nil || n > maxPurse
}

// writePurse writes by the day what is no whole number by the hour.
func writePurse(p limit.Purse) string {
	back, per := p.Hourly, "h"
	if back != math.Trunc(back) {
		back, per = math.Round(back*hoursOfDay*1000)/1000, "d"
	}
	return fmt.Sprintf("%v:%v/%s", p.Burst, back, per)
}
