package tui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/quality"
	"motcua/client/unit"
	"motcua/tui/text"
)

func toQuality(c *terminal) { c.press("k", "5"); c.wait(time.Second) }

var _ = pictured([]scene{
	{"quality", toQuality},
	{"quality_list", func(c *terminal) { toQuality(c); c.press("u", "s", "down") }},
	{"quality_unit", func(c *terminal) { toQuality(c); c.press("u", "enter"); c.wait(time.Second); c.press("pgdown") }},
	{"quality_nothing", func(c *terminal) { toQuality(c); c.press("u", "down", "enter"); c.wait(time.Second) }},
	{"quality_period", func(c *terminal) { toQuality(c); c.press("y"); c.wait(time.Second) }},
}, []lobbyScene{
	{"quality", nil, toQuality},
	{"quality_list", nil, func(c *terminal) { toQuality(c); c.tap("key:u") }},
	{"quality_unit", nil, func(c *terminal) { toQuality(c); c.tap("key:u"); c.tap("row:0"); c.wait(time.Second) }},
	{"quality_nothing", nil, func(c *terminal) { toQuality(c); c.tap("key:u"); c.reach("row:1"); c.wait(time.Second) }},
	{"quality_period", nil, func(c *terminal) { toQuality(c); c.tap("key:y"); c.wait(time.Second) }},
})

func ref[T any](v T) *T { return &v }

// rated is a part with a share and rows.
func rated(g quality.Group, points, share float64, rows ...quality.Metric) quality.Part {
	return quality.Part{Group: g, Score: quality.Score{Points: points, Max: g.Max(), Share: ref(share)}, Metrics: rows}
}

// counted is a row of a part; of nothing it has the points that the portal gives.
func counted(code string, part, whole int, share, points *float64, most float64) quality.Metric {
	return quality.Metric{Code: code, Of: &quality.Count{Part: part, Whole: whole}, Share: share, Points: points, Max: most}
}

// sampleQuality is what the reports of September 2026 said of Thái Nguyên, in the rows as of
// Phú Thọ, and two made-up units below it: one with all sorts of rows that were counted of
// nothing.
func sampleQuality() quality.Report {
	full := counted("PUBLIC_CONTENT_FULL", 87, 89, ref(97.75), ref(1.96), 2)
	province := quality.Sheet{
		ID: "u-0", Code: "H55", Name: "UBND tỉnh Thái Nguyên", Level: unit.LevelProvince, Petitions: ref(247), Classified: ref(247), Dossiers: ref(184_513),
		Total: &quality.Score{Points: 61.48, Max: 100, Share: ref(61.48), Change: ref(17.26)},
		Parts: []quality.Part{
			rated(quality.Openness, 8.1, 45, counted("PUBLISH_ON_TIME", 0, 0, nil, nil, 6), full),
			rated(quality.OnTime, 18.8, 94, counted(quality.CodeOnTime, 144_625, 184_513, nil, nil, 0)),
			rated(quality.Online, 6.97, 58.08),
			rated(quality.Paying, 6.16, 61.6, counted(quality.CodePaidProcedures, 93, 310, nil, nil, 0)),
			rated(quality.Satisfaction, 11.77, 65.39, counted("PETITION_PROCESSING_ON_TIME", 182, 247, ref(73.68), ref(4.42), 6)),
			rated(quality.Digitised, 9.68, 44, counted("ORIGINAL_RESULT_AVAILABLE", 133_274, 184_513, ref(72.23), ref(4.33), 6), quality.Metric{Code: "ELECTRONIC_CERTIFIED_COPY", Share: ref(100.0), Points: ref(2.0), Max: 2}),
		},
	}
	office := quality.Sheet{
		ID: "u-9", Code: "H55.01", Name: "Văn phòng UBND Tỉnh", Parent: "H55", Level: unit.LevelProvince, Petitions: ref(0), Classified: ref(0), Dossiers: ref(0),
		Parts: []quality.Part{
			rated(quality.Openness, 1.96, 10.89, counted("PUBLISH_ON_TIME", 0, 0, nil, nil, 6), full),
			rated(quality.OnTime, 0, 0, counted(quality.CodeOnTime, 0, 0, nil, nil, 0)),
			rated(quality.Online, 0, 0),
			rated(quality.Satisfaction, 12, 66.67, counted("PETITION_PROCESSING_ON_TIME", 0, 0, ref(0.0), ref(6.0), 6)),
		},
	}
	ward := quality.Sheet{
		ID: "u-2", Code: "H55.100", Name: "UBND Phường Đức Xuân", Parent: "H55", Level: unit.LevelCommune, Petitions: ref(3), Classified: ref(3), Dossiers: ref(2971),
		Parts: []quality.Part{
			rated(quality.Openness, 7.96, 44.22, counted("PUBLISH_ON_TIME", 0, 0, nil, nil, 6), full, quality.Metric{
				Code: "DOSSIER_SYNC", Of: &quality.Count{Part: 2247, Whole: 2247}, Share: ref(100.0), Points: ref(6.0), Max: 6, Doubt: quality.DoubtTemporary,
			}),
			rated(quality.OnTime, 15.81, 79.03, counted(quality.CodeOnTime, 2348, 2971, nil, nil, 0)),
			rated(quality.Online, 6.48, 54),
			rated(quality.Paying, 6.91, 69.1, counted(quality.CodePaidDossiers, 596, 644, nil, nil, 0)),
			rated(quality.Satisfaction, 17.27, 95.94, counted("PETITION_PROCESSING_ON_TIME", 3, 3, ref(100.0), ref(6.0), 6)),
			rated(quality.Digitised, 8.67, 39.41),
		},
	}
	ward.Parts[1].Days = ref(5.6)
	country := quality.Sheet{
		Name: "Cả nước", Total: &quality.Score{Points: 56.56, Max: 100, Share: ref(56.56)}, Joint: &quality.Score{Points: 13.1, Max: 22},
		Parts: []quality.Part{rated(quality.Openness, 8.79, 48.83), rated(quality.OnTime, 15.58, 77.88), rated(quality.Satisfaction, 10.49, 58.26), rated(quality.Digitised, 8.6, 39.07)},
	}
	return quality.Report{Sheet: province, Country: &country, Standing: quality.Standing{Place: 4, Among: 34, Shared: 1}, Below: []quality.Sheet{office, ward}}
}

// Quality answers about the province, and about the units below it by their codes.
func (a *answers) Quality(ctx context.Context, q quality.Query) (client.Answer[quality.Report], error) {
	if err := a.pause(ctx, "quality "+q.Words); err != nil {
		return client.Answer[quality.Report]{}, err
	}
	r := sampleQuality()
	out := client.Answer[quality.Report]{AsOf: a.Now(), Source: hall}
	for _, b := range r.Below {
		if b.Code == q.Words {
			province := r.Sheet
			r.Sheet, r.Province, r.Below = b, &province, nil
			break
		}
	}
	if q.Words != "" && q.Words != r.Sheet.Code {
		return out, client.ErrNotFound
	}
	if r.Period = q.Period; q.Period.IsZero() {
		r.Period = quality.Periods(a.Now())[0]
	}
	out.Value = r
	return out, nil
}

// What the operator wants said of quality stands on a lobby's first page, at both sizes.
func TestTheStripOnTheFirstPage(t *testing.T) {
	for _, size := range [][2]int{{80, 21}, {120, 40}} {
		o, _ := lobbyOptions(t, text.VI)
		o.Kiosk.News = nil
		o.Kiosk.Quality = func(text.Lang) string { return "Chất lượng phục vụ: 61,48 trên 100 điểm" }
		onTerminal(t, o, size[0], size[1], func(c *terminal) {
			if got := c.text(); !strings.Contains(got, "61,48 trên 100 điểm") {
				t.Errorf("%v:\n%s", size, got)
			}
		})
	}
}
