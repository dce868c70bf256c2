package digest

import (
	"slices"
	"strconv"
	"strings"

	"motcua/client"
)

// What the words say holds or breaks the limit of the field: the same limit, stages
// that add up to it, branches, another limit, one that counts from something later.

// agreed is the one limit that all stages give from the day of a complete
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

// confirms tells whether the channels' own words give the field's limit from the
// day of a complete dossier, and no other.
func confirms(f client.TimeLimit, ss []stage) bool {
	return len(ss) > 0 && !slices.ContainsFunc(ss, func(s stage) bool { return s.chain || !sameLimit(s.limit, f) })
}

// branches are the limits that differ by the words in front of them or behind;
// nil when the stages are not all of that kind. A limit without such words
// beside those of all branches is about something else.
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

// contradicts tells whether the words say another time than the field.
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
		return true // "5 + 5 working days" are not "10 days"
	}
	switch {
	case same && (chains == 0 || len(ss) == 1):
		return false
	case same:
		return chains > 1 || slices.ContainsFunc(ss, func(s stage) bool { return s.chain && sameLimit(s.limit, f) })
	}
	return len(ss) > 1 && chains > 0
}

// adds tells whether the field is the sum of stages that follow each other.
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

// decidedLater tells whether the field has only the limit of a check, and who decides
// has days of his own behind it: "kiểm tra trong 05 ngày; cấp Giấy chứng nhận trong
// 02 ngày kể từ ngày có kết quả".
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
	return slices.ContainsFunc(steps[last+1:], func(s stage) bool {
		l := scan(s.text)
		return s.chain && s.branch == "" && caseOpeners.match(l, 0, len(l.t)) == 0 && deciding.in(l, piece{0, len(l.t)})
	})
}

var deciding = newLexicon("quyết định|cấp giấy|cấp chứng nhận|ban hành|phê duyệt|cấp phép|cấp thẻ|cấp chứng chỉ")

// otherAct tells whether a procedure of several acts ("Cấp, gia hạn, cấp lại") has a
// limit of its own for one of them, which the field does not tell.
func otherAct(p client.Procedure, f client.TimeLimit, steps []stage) bool {
	acts := func(s string) map[string]bool {
		out := map[string]bool{}
		l := scan(lowered(foldSpace(s)))
		for i := 0; i < len(l.t); i++ {
			if n := actWords.match(l, i, len(l.t)); n > 0 {
				out[l.text(piece{i, i + n})] = true
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

var actWords = newLexicon("cấp|cấp mới|cấp lại|cấp đổi|gia hạn|sửa đổi|điều chỉnh|thu hồi|phục hồi|chuyển đổi|chấm dứt|khôi phục|thay đổi")

// eventClauses are the clauses that give the field's limit when all of them count
// it from something that comes after the dossier: an inspection that begins, the
// end of a time for objections. No day can be promised from them.
func eventClauses(p client.Procedure, f client.TimeLimit) []string {
	var out []string
	texts := []string{}
	for _, m := range p.Methods {
		texts = append(texts, m.Limit.Text, m.Description)
	}
	for _, s := range p.Steps {
		texts = append(texts, s.Text)
	}
	for _, raw := range texts {
		text := foldSpace(beginning(raw))
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
				return nil
			}
			if c := trimEnd(stripBullet(around(text, m[0], m[1]))); !slices.Contains(out, c) && len(out) < 4 {
				out = append(out, c)
			}
		}
	}
	return out
}

// eventForm is an event from which a limit counts, right behind it.
var eventForm = pattern(`^[^.;:]{0,14}(?:kể từ|tính từ|sau khi)(?: ngày| khi| thời điểm)*(?: có| đã)*,? (?:bắt đầu|thực hiện|hoàn thành|hết hạn|hết thời hạn|kết thúc|lấy mẫu|hàng hóa được|kiểm tra|gửi văn bản xác nhận|văn bản xác nhận|đánh giá|khi bắt đầu|ngày bắt đầu|hoàn tất|đăng tải|công khai|niêm yết)`)

// unheard tells whether the steps name times, but neither the field's limit nor
// times that follow each other and make it up: what the field counts is open.
func unheard(p client.Procedure, f client.TimeLimit) bool {
	all := stepLimits(p)
	for _, l := range all {
		if sameLimit(l, f) || hours(l) > hours(f) {
			return false
		}
	}
	return len(all) > 0 && !summed(all, f)
}

// summed tells whether times that follow each other make up the field's.
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

// stepLimits are the times that the steps name, but for those of a dossier that
// is not complete and of what the applicant has to keep.
func stepLimits(p client.Procedure) []client.TimeLimit {
	var out []client.TimeLimit
	for _, s := range p.Steps {
		text := strings.ToLower(foldSpace(beginning(s.Text)))
		for _, m := range limitForm().FindAllStringSubmatchIndex(text, -1) {
			n, err := strconv.ParseFloat(text[m[2]:m[3]], 64)
			if err != nil || n == 0 || dateForm().MatchString(text[m[1]:]) || besideForm().MatchString(around(text, m[0], m[1])) {
				continue
			}
			out = append(out, client.TimeLimit{Quantity: n, Unit: limitUnits[text[m[4]:m[5]]]})
		}
	}
	return out
}

// besideForm is in clauses on other times than that of a complete dossier.
var besideForm = pattern(`chưa (?:đầy )?đủ|không (?:đầy )?đủ|(?:chưa|không) hợp lệ|chưa đúng|không đúng|bổ sung|trước ngày`)

// around is the clause of a text about [from, to).
func around(text string, from, to int) string {
	a, b := strings.LastIndexAny(text[:from], ".;\n")+1, strings.IndexAny(text[to:], ".;\n")
	if b < 0 {
		b = len(text) - to
	}
	return text[a : to+b]
}
