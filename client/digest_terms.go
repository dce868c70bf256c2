package client

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var channelOrder = []Channel{ChannelDirect, ChannelPostal, ChannelOnline, ChannelOther}

func byChannel(a, b Channel) int {
	return cmp.Compare(slices.Index(channelOrder, a), slices.Index(channelOrder, b))
}

func digestChannels(ms []Method) []Channel {
	var out []Channel
	for _, m := range ms {
		if !slices.Contains(out, m.Channel) {
			out = append(out, m.Channel)
		}
	}
	slices.SortFunc(out, byChannel)
	return out
}

// digestTimes groups the channels by time limit. Limits by case count when the
// channels leave the limit open or when the cases differ among themselves.
func digestTimes(p Procedure) []DigestTime {
	var out []DigestTime
	for _, m := range p.Methods {
		i := slices.IndexFunc(out, func(t DigestTime) bool { return t.Limit == m.Limit })
		if i < 0 {
			out = append(out, DigestTime{Limit: m.Limit})
			i = len(out) - 1
		}
		if !slices.Contains(out[i].Channels, m.Channel) {
			out[i].Channels = append(out[i].Channels, m.Channel)
		}
	}
	if len(out) > 1 {
		out = slices.DeleteFunc(out, func(t DigestTime) bool { return t.Limit == TimeLimit{} })
	}
	for i := range out {
		slices.SortFunc(out[i].Channels, byChannel)
	}
	if len(out) == 1 {
		out[0].Channels = nil
	}
	return append(out, caseTimes(p.CaseLimits, out)...)
}

// caseTimes are the limits by case that say something the channels do not. The
// portal repeats one name and one limit for technical variants of a procedure.
func caseTimes(limits []CaseLimit, known []DigestTime) []DigestTime {
	var out []DigestTime
	same := true
	for _, l := range limits {
		if l.Limit.Unit == UnitNone || l.Limit.Quantity == 0 && l.Limit.Text == "" {
			continue
		}
		t := DigestTime{Limit: l.Limit, Case: foldSpace(l.Name)}
		same = same && (len(out) == 0 || out[0].Limit == t.Limit)
		if !slices.ContainsFunc(out, func(o DigestTime) bool { return o.Limit == t.Limit && o.Case == t.Case }) {
			out = append(out, t)
		}
	}
	if !same {
		return out
	}
	if len(out) == 0 || slices.ContainsFunc(known, func(k DigestTime) bool { return k.Limit == out[0].Limit }) {
		return nil
	}
	return []DigestTime{{Limit: out[0].Limit}}
}

func digestCosts(ms []Method) []DigestCost {
	var out []DigestCost
	for _, m := range ms {
		fees := m.Fees
		if len(fees) == 0 {
			fees = []Fee{{State: FeeUnknown}}
		}
		i := slices.IndexFunc(out, func(c DigestCost) bool {
			return slices.EqualFunc(c.Fees, fees, func(a DigestFee, b Fee) bool { return a.Fee == b })
		})
		if i < 0 {
			c := DigestCost{}
			for _, f := range fees {
				c.Fees = append(c.Fees, DigestFee{Fee: f, For: feePurpose(f.Text)})
			}
			out = append(out, c)
			i = len(out) - 1
		}
		if !slices.Contains(out[i].Channels, m.Channel) {
			out[i].Channels = append(out[i].Channels, m.Channel)
		}
	}
	for i := range out {
		slices.SortFunc(out[i].Channels, byChannel)
	}
	if len(out) == 1 {
		out[0].Channels = nil
	}
	return out
}

// feePurpose is the head of a fee's description up to the first colon.
func feePurpose(text string) string {
	head, _, ok := strings.Cut(stripBullet(foldSpace(text)), ":")
	if !ok || len([]rune(head)) > maxPaperName {
		return ""
	}
	return trimEnd(head)
}

func digestPlace(p Procedure) []string {
	var out []string
	add := func(s string) {
		if s = trimEnd(stripBullet(foldSpace(s))); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for line := range strings.SplitSeq(p.Receiving, "\n") {
		add(line)
	}
	if len(out) == 0 {
		for _, e := range p.Executing {
			add(e)
		}
	}
	return out
}

// Decree texts say "tiếp nhận hồ sơ sau 15 giờ ... trả kết quả ... trong ngày
// làm việc tiếp theo".
var cutOffRule = regexp.MustCompile(`(?i)sau (\d{1,2})\s*(?:giờ|h)[^.;\n]*?ngày làm việc tiếp theo`)

func cutOff(p Procedure) (int, string) {
	texts := []string{}
	for _, m := range p.Methods {
		texts = append(texts, m.Limit.Text, m.Description)
	}
	for _, s := range p.Steps {
		texts = append(texts, s.Text)
	}
	for _, t := range append(texts, p.Notes) {
		m := cutOffRule.FindStringSubmatchIndex(t)
		if m == nil {
			continue
		}
		hour, _ := strconv.Atoi(t[m[2]:m[3]])
		if hour < 1 || hour > 23 {
			continue
		}
		start := strings.LastIndexAny(t[:m[0]], ".;\n") + 1
		end := len(t)
		if i := strings.IndexAny(t[m[1]:], ".;\n"); i >= 0 {
			end = m[1] + i
		}
		return hour, foldSpace(t[start:end])
	}
	return 0, ""
}
