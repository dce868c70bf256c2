package tui_test

import (
	"context"
	"slices"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/unit"
)

var _ = pictured([]scene{
	{"units", func(c *terminal) { c.press("k", "3"); c.wait(time.Second) }},
	{"units_of_procedure", func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("u"); c.wait(time.Second) }},
	{"unit", func(c *terminal) {
		c.press("3")
		c.wait(time.Second)
		c.press("u")
		c.wait(time.Second)
		c.press("enter")
	}},
	{"shares", func(c *terminal) { c.press("k", "4"); c.wait(time.Second) }},
}, []lobbyScene{
	{"units", nil, func(c *terminal) { c.press("k", "3"); c.wait(time.Second) }},
	{"units_of_procedure", nil, func(c *terminal) { toUnits(c); c.tap("key:f9") }},
	{"unit", nil, func(c *terminal) { toUnits(c); c.press("enter") }},
	{"shares", nil, func(c *terminal) { c.press("k", "4"); c.wait(time.Second) }},
})

// toUnits leads to the offices that take a procedure.
func toUnits(c *terminal) {
	c.press("3")
	c.wait(time.Second)
	c.press("u")
	c.wait(time.Second)
}

// sampleUnits are offices as a portal and an operator's file give them.
func sampleUnits() []unit.Unit {
	day := []unit.Span{{From: 450, To: 690}, {From: 780, To: 1020}}
	hours := unit.Week{time.Monday: day, time.Tuesday: day, time.Wednesday: day, time.Thursday: day, time.Friday: day, time.Saturday: {{From: 450, To: 690}}}
	return []unit.Unit{
		{ID: "u-0", Code: "H55", Name: "UBND tỉnh Thái Nguyên", Level: unit.LevelProvince},
		{ID: "u-1", Code: "H55.11", Name: "Sở Tư pháp", Parent: "H55", Level: unit.LevelProvince},
		{ID: "u-2", Code: "H55.100", Name: "UBND Phường Đức Xuân", Parent: "H55", Level: unit.LevelCommune, Place: "01840", Office: &unit.Office{
			Address: "Số 1 đường Hùng Vương", Phone: "0209 3870 000", Hours: hours, Note: "Gửi xe ở cổng sau",
			Counters: []unit.Counter{{Name: "Quầy 3", Takes: "Hộ tịch, chứng thực", Place: "Tầng 1"}, {Name: "Quầy 5", Takes: "Đất đai"}},
		}},
		{ID: "u-3", Code: "H55.101", Name: "UBND Phường Bắc Kạn", Parent: "H55", Level: unit.LevelCommune, Place: "01843"},
		{ID: "u-4", Code: "H55.102", Name: "UBND xã Phong Quang", Parent: "H55", Level: unit.LevelCommune},
	}
}

// Units answers from the sample units: those of communes take every procedure.
func (a *answers) Units(ctx context.Context, q unit.Query) (client.Answer[unit.Result], error) {
	if err := a.pause(ctx, "units "+q.Words+q.Procedure); err != nil {
		return client.Answer[unit.Result]{}, err
	}
	list := sampleUnits()
	out := client.Answer[unit.Result]{AsOf: a.Now(), Source: hall}
	if q.Procedure != "" {
		out.Value.Taking = &unit.Taking{
			Procedure: q.Procedure, Name: sampleProcedures[q.Procedure].Name, Unknown: 3, Levels: a.Now(),
			Services: []unit.Service{
				{Unit: "u-2", Online: unit.OnlineFull, URL: "https://dichvucong.example/nop?u=2"}, {Unit: "u-3", Online: unit.OnlinePartial}, {Unit: "u-4", Online: unit.OnlineNone},
			},
		}
		list = list[2:]
	}
	list = slices.DeleteFunc(list, func(u unit.Unit) bool { return !strings.Contains(clean.Fold(u.Name), clean.Fold(q.Words)) })
	out.Value.Units, out.Value.Total = list, len(list)
	if len(list) == 0 && q.Procedure == "" {
		return out, client.ErrNotFound
	}
	return out, nil
}

// Shares answers what the national portal said on 17 September 2026.
func (a *answers) Shares(ctx context.Context) (client.Answer[unit.Shares], error) {
	if err := a.pause(ctx, "shares"); err != nil {
		return client.Answer[unit.Shares]{}, err
	}
	return client.Answer[unit.Shares]{AsOf: a.Now(), Source: hall, Value: unit.Shares{
		Of: "Cả nước", Year: 2026, Online: 11_122_091, All: 11_722_823, OnlinePercent: 94.88,
		Provision: []unit.Share{{Level: unit.OnlineFull, Count: 390, Percent: 24.36}, {Level: unit.OnlinePartial, Count: 701, Percent: 43.79}, {Level: unit.OnlineNone, Count: 510, Percent: 31.86}},
	}}, nil
}
