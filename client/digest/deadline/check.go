package deadline

import (
	"slices"
	"strconv"
	"strings"

	"motcua/client"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Whether the words confirm or contradict the field's limit: the same limit, stages that add up
// to it, branches, another limit, or a limit that counts from a later event.

// agreed returns the limit if all stages give the same one, counted from the day of a complete
// dossier.
func agreed(ss []stage) (client.TimeLimit, bool) {
	if len(ss) == 0 {
		return client.TimeLimit{}, false
	}
	for _, s := range ss {
		if s.chain || !s.whole || s.branch != "" || s.limit != ss[0].limit {
			return client.TimeLimit{}, false
		}
	}
	return ss[0].limit, true
}

// ofOthers reports whether limits are those of an office that is only asked for data.
func ofOthers(ss []stage) bool {
	return slices.ContainsFunc(ss, func(s stage) bool {
		l := token.Scan(s.text)
		return vocab.Databases.In(l, token.Between(0, len(l.Tokens))) || asksData.In(l, token.Between(0, len(l.Tokens)))
	})
}

var asksData = token.NewLexicon("cung cấp thông tin|xác minh thông tin|trả lời cơ quan")

// confirms reports whether the channels' own words give the field's limit, counted from the day
// of a complete dossier, and no other limit.
func confirms(f client.TimeLimit, ss []stage) bool {
	return len(ss) > 0 && !slices.ContainsFunc(ss, func(s stage) bool { return s.chain || !sameLimit(s.limit, f) })
}

// branches returns the limits that differ by the words before or after them; nil if not all
// stages are like that. A limit without such words, in addition to those of all branches, is
// about something else.
func branches(ss []stage) []Time {
	var out []Time
	var plain []stage
	for _, s := range ss {
		if s.chain {
			return nil
		}
		if s.odd && s.branch != "" {
			continue
		}
		if s.branch == "" {
			plain = append(plain, s)
			continue
		}
		t := Time{Limit: s.limit, Case: s.branch}
		if !slices.ContainsFunc(out, func(o Time) bool { return o.Limit == t.Limit && o.Case == t.Case }) {
			out = append(out, t)
		}
	}
	if len(out) == 1 && len(plain) > 0 {
		for _, s := range plain[1:] {
			if s.limit != plain[0].limit {
				return nil
			}
		}
		if plain[0].limit == out[0].Limit || !plain[0].whole {
			return nil
		}
		out = append(out, Time{Limit: plain[0].limit})
	}
	if len(out) < 2 || !slices.ContainsFunc(out, func(t Time) bool { return t.Limit != out[0].Limit }) {
		return nil
	}
	slices.SortStableFunc(out, func(a, b Time) int { return compareHours(a.Limit, b.Limit) })
	return out
}

// contradicts reports whether the words give another time than the field.
func contradicts(f client.TimeLimit, ss []stage) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if len(ss) == 0 {
		return false
	}
	same, chains := false, 0
	for _, s := range ss {
		same = same || sameLimit(s.limit, f)
	}
	for _, s := range ss {
		if !same && s.limit.Quantity == f.Quantity && otherDays(s.limit.Unit, f.Unit) {
			return true
		}
		if s.chain {
			chains++
		}
	}
	for _, s := range ss {
		if !sameLimit(s.limit, f) && hours(s.limit) > hours(f)*1.2 {
			return true
		}
	}
	if adds(f, ss) {
		return false
	}
	if sum := total(ss); !same && len(ss) > 1 && sum == f.Quantity && sameUnits(ss) && otherDays(ss[0].limit.Unit, f.Unit) {
		return true // "5 + 5 working days" is not "10 days"
	}
	switch {
	case same && (chains == 0 || len(ss) == 1):
		return false
	case same:
		return chains > 1 || slices.ContainsFunc(ss, func(s stage) bool { return s.chain && sameLimit(s.limit, f) })
	}
	return len(ss) > 1 && chains > 0
}

// adds reports whether the field is the sum of consecutive stages.
func adds(f client.TimeLimit, ss []stage) bool {
	for i := range ss {
		sum := 0.0
		for j := i; j < len(ss); j++ {
			sum += ss[j].limit.Quantity
			if sum == f.Quantity && j > i && ss[j].limit.Unit != client.UnitHour && (sameUnits(ss[i:j+1]) && ss[i].limit.Unit == f.Unit || j == len(ss)-1 && ss[i].limit.Unit == f.Unit) {
				return true
			}
		}
	}
	return false
}

func total(ss []stage) float64 {
	sum := 0.0
	for _, s := range ss {
		sum += s.limit.Quantity
	}
	return sum
}

func sameUnits(ss []stage) bool {
	return !slices.ContainsFunc(ss, func(s stage) bool { return s.limit.Unit != ss[0].limit.Unit })
}

// decidedLater reports whether the field has only the limit of a check, and the office that
// decides has further days after it: "kiểm tra trong 05 ngày; cấp Giấy chứng nhận trong 02 ngày
// kể từ ngày có kết quả".
func decidedLater(f client.TimeLimit, steps []stage) bool {
	if adds(f, steps) {
		return false
	}
	last := -1
	for i, s := range steps {
		if !s.chain && sameLimit(s.limit, f) {
			last = i
		}
	}
	if last < 0 {
		return false
	}
	on := token.Scan(steps[last].text)
	handsOn := passesOn.In(on, token.Between(0, len(on.Tokens)))
	return slices.ContainsFunc(steps[last+1:], func(s stage) bool {
		if handsOn && !s.whole && s.branch == "" {
			return true
		}
		l := token.Scan(s.text)
		all := token.Between(0, len(l.Tokens))
		return (s.chain || s.whole && !sameLimit(s.limit, f)) && s.branch == "" && vocab.CaseWords.Match(l, 0, all.To) == 0 && deciding.In(l, all)
	})
}

// byOffice reports whether the words give a limit for each of several offices, one after
// another: "Công an cấp xã: 10 ngày", "Công an cấp tỉnh: 10 ngày".
func byOffice(spoken []stage) bool {
	heads := map[string]bool{}
	for _, s := range spoken {
		l := token.Scan(s.text)
		p := l.SkipBullets(token.Between(0, len(l.Tokens)))
		if c := l.Colon(p); c > 0 && c-p.From < 8 && (vocab.Agencies.Match(l, p.From, c) > 0 || vocab.Offices.Match(l, p.From, c) > 0) && boundWords.Match(l, p.From, c) == 0 {
			heads[naming.Key(l.Text(token.Between(p.From, c)))] = true
		}
	}
	return len(heads) > 1
}

// passesOn are actions of an office that passes a dossier on for a decision.
var passesOn = token.NewLexicon("trình chủ tịch|trình ủy ban|trình bộ|trình bộ trưởng|trình thủ tướng|thẩm định, trình|chuyển hồ sơ|báo cáo bộ trưởng")

var deciding = token.NewLexicon("quyết định|cấp giấy|cấp chứng nhận|ban hành|phê duyệt|cấp phép|cấp thẻ|cấp chứng chỉ|ra quyết định")

// otherAct reports whether a procedure with several acts ("Cấp, gia hạn, cấp lại") has a
// separate limit for one of them, which the field does not contain.
func otherAct(p client.Procedure, f client.TimeLimit, steps []stage) bool {
	acts := func(s string) map[string]bool {
		out := map[string]bool{}
		l := token.Scan(token.Lowered(token.FoldSpace(s)))
		for i := 0; i < len(l.Tokens); i++ {
			if n := actWords.Match(l, i, len(l.Tokens)); n > 0 {
				out[l.Text(token.Between(i, i+n))] = true
				i += n - 1
			}
		}
		return out
	}
	named := acts(p.Name)
	if len(named) < 2 {
		return false
	}
	told := map[string]bool{}
	for _, s := range steps {
		if sameLimit(s.limit, f) {
			for a := range acts(s.text) {
				told[a] = true
			}
		}
	}
	return slices.ContainsFunc(steps, func(s stage) bool {
		if !s.whole || s.chain || sameLimit(s.limit, f) || hours(s.limit) > hours(f) {
			return false
		}
		for a := range acts(s.text) {
			if named[a] && !told[a] && a != "cấp" {
				return true
			}
		}
		return false
	})
}

var actWords = token.NewLexicon("cấp|cấp mới|cấp lại|cấp đổi|gia hạn|sửa đổi|điều chỉnh|thu hồi|phục hồi|chuyển đổi|chấm dứt|khôi phục|thay đổi")

// eventClauses returns the clauses with the field's limit if all of them count it from an event
// after the dossier is handed in, such as the start of an inspection or the end of a period for
// objections. No day can be promised from them.
func eventClauses(p client.Procedure, f client.TimeLimit) []string {
	var spoken, steps []string
	for _, m := range p.Methods {
		spoken = append(spoken, m.Limit.Text, m.Description)
	}
	for _, s := range p.Steps {
		steps = append(steps, s.Text)
	}
	if ts, ok := fromEvents(spoken, f); !ok || len(ts) > 0 {
		return ts // the channels' own words are about the field
	}
	ts, _ := fromEvents(steps, f)
	return ts
}

// fromEvents returns the clauses of texts with a limit; ok is false, and there are none, if one of
// them does not count from an event.
func fromEvents(texts []string, f client.TimeLimit) (out []string, ok bool) {
	for _, raw := range texts {
		text := token.FoldSpace(token.Beginning(raw))
		low := strings.ToLower(text)
		if len(low) != len(text) {
			continue
		}
		for _, m := range limitForm().FindAllStringSubmatchIndex(low, -1) {
			n, err := strconv.ParseFloat(low[m[2]:m[3]], 64)
			if err != nil || !sameLimit(client.TimeLimit{Quantity: n, Unit: limitUnits[low[m[4]:m[5]]]}, f) {
				continue
			}
			if !eventForm().MatchString(low[m[1]:min(len(low), m[1]+120)]) {
				return nil, false
			}
			if c := token.TrimEnd(token.StripBullet(around(text, m[0], m[1]))); !slices.Contains(out, c) && len(out) < 4 {
				out = append(out, c)
			}
		}
	}
	return out, true
}

// eventForm matches an event from which a limit counts, directly after it.
var eventForm = token.Pattern(`^[^.;:]{0,14}(?:kể từ|tính từ|sau khi)(?: ngày| khi| thời điểm)*(?: có| đã)*,? (?:bắt đầu|thực hiện|hoàn thành|hết hạn|hết thời hạn|kết thúc|lấy mẫu|hàng hóa được|kiểm tra|gửi văn bản xác nhận|văn bản xác nhận|đánh giá|khi bắt đầu|ngày bắt đầu|hoàn tất|đăng tải|công khai|niêm yết|hội đồng nhân dân|nhận được (?:báo cáo của (?:ban|cơ quan|sở|cục|hội đồng|tổ|đoàn)|ý kiến|kết quả|văn bản trả lời|văn bản tham gia|văn bản thẩm định))`)

// fromEvent reports whether the steps count days from an event that comes after the dossier is
// handed in: "trong thời hạn 04 ngày làm việc kể từ ngày tổ chức kiểm tra".
func fromEvent(p client.Procedure) bool {
	return slices.ContainsFunc(p.Steps, func(s client.ProcedureStep) bool { return heldForm().MatchString(s.Text) })
}

// heldForm matches days from an examination or another meeting, which the office sets.
var heldForm = token.Pattern(`(?i)\d+\)?(?: \([^()]*\))? ngày(?: làm việc)?,? (?:kể từ|sau) ngày (?:tổ chức |kết thúc |hoàn thành )?(?:kiểm tra|sát hạch|thi|phỏng vấn|họp|đánh giá|kiểm định)`)

// unheard reports whether the steps name times, but neither the field's limit nor consecutive
// times that add up to it. Then it is unclear what the field counts.
func unheard(p client.Procedure, f client.TimeLimit) bool {
	all := stepLimits(p)
	if len(all) == 0 {
		return slices.ContainsFunc(p.Steps, func(s client.ProcedureStep) bool { return yearly().MatchString(s.Text) })
	}
	for _, l := range all {
		if sameLimit(l, f) || hours(l) > hours(f) {
			return false
		}
	}
	return len(all) > 0 && !summed(all, f)
}

// yearly matches work that follows the calendar, so that no days count from the dossier.
var yearly = token.Pattern(`(?i)trước ngày \d{1,2}(?:/| ?tháng | ?ngày )\d{1,2} (?:hằng|hàng) năm`)

// summed reports whether consecutive times add up to the field's.
func summed(all []client.TimeLimit, f client.TimeLimit) bool {
	for i := range all {
		sum := all[i].Quantity
		for j := i + 1; j < len(all) && sum < f.Quantity && all[i].Unit == f.Unit && all[j].Unit == f.Unit; j++ {
			sum += all[j].Quantity
			if sum == f.Quantity {
				return true
			}
		}
	}
	return false
}

// partsOfField reports whether a channel's words list the parts of the field's limit, of which each
// begins with its name: "Thời hạn kiểm tra hồ sơ: 03 ngày; Thời hạn thẩm định: 16 ngày". What may be
// added is in brackets and does not count.
func partsOfField(p client.Procedure, f client.TimeLimit) bool {
	return len(p.Methods) > 0 && !slices.ContainsFunc(p.Methods, func(m client.Method) bool { return !listsParts(m.Description, f) })
}

// listsParts reports whether a text lists parts of a limit that add up to it.
func listsParts(text string, f client.TimeLimit) bool {
	sum, n := 0.0, 0
	for part := range strings.SplitSeq(token.Outside(token.FoldSpace(text)), ";") {
		at := partForm().FindAllStringSubmatch(strings.ToLower(part), -1)
		if len(at) != 1 {
			continue
		}
		q, err := strconv.ParseFloat(at[0][1], 64)
		if err != nil || limitUnits[at[0][2]] != f.Unit {
			return false
		}
		sum, n = sum+q, n+1
	}
	return n > 1 && sum == f.Quantity
}

// partForm matches one part of a time, with its name.
var partForm = token.Pattern(`[-–+*] ?thời (?:hạn|gian) [\p{L}, ]{4,60}: *(?:không quá |tối đa )?(\d{1,3}) *(ngày làm việc|ngày)`)

// stepLimits returns the times in the steps, except those for an incomplete dossier and those
// that the applicant must keep.
func stepLimits(p client.Procedure) []client.TimeLimit {
	var out []client.TimeLimit
	for _, s := range p.Steps {
		text := strings.ToLower(token.FoldSpace(token.Beginning(s.Text)))
		for _, m := range limitForm().FindAllStringSubmatchIndex(text, -1) {
			n, err := strconv.ParseFloat(text[m[2]:m[3]], 64)
			if err != nil || n == 0 || dateForm().MatchString(text[m[1]:]) || besideForm().MatchString(changed.Replace(around(text, m[0], m[1]))) {
				continue
			}
			out = append(out, client.TimeLimit{Quantity: n, Unit: limitUnits[text[m[4]:m[5]]]})
		}
	}
	return out
}

// changed removes "bổ sung" where it is part of a change that is applied for, because
// besideForm takes it for a supplement to the dossier.
var changed = strings.NewReplacer("thay đổi, bổ sung", "thay đổi", "điều chỉnh, bổ sung", "điều chỉnh")

// besideForm matches clauses about other times than that of a complete dossier.
var besideForm = token.Pattern(`chưa (?:đầy )?đủ|không (?:đầy )?đủ|(?:chưa|không) hợp lệ|chưa đúng|không đúng|bổ sung|tăng thêm|trước ngày|trước khi`)

// around returns the clause of a text around [from, to).
func around(text string, from, to int) string {
	a, b := strings.LastIndexAny(text[:from], ".;\n")+1, strings.IndexAny(text[to:], ".;\n")
	if b < 0 {
		b = len(text) - to
	}
	return text[a : to+b]
}
