package digest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"motcua/client"
)

// One grammar for times. A portal gives a limit in a field, in the words of its
// channels and in the steps. The steps give stages done one after another,
// branches for some people, and limits that are about something else: a dossier
// that is not complete, what the applicant has to do, what follows the result.
// A limit is told when the field and the words agree; where they differ nothing
// is promised and the words stand on the page.

// stage is a limit in the words of a step or a channel.
type stage struct {
	limit  client.TimeLimit
	branch string // words that tell the branch apart: "Đối với X: trong thời hạn ..."
	text   string // the source's clause
	chain  bool   // counted from the end of another stage
	whole  bool   // counted from the day of a complete dossier
	odd    bool   // counted from something else
}

var (
	boundWords = newLexicon("trong thời hạn|trong vòng|không quá|thời hạn|trong thời gian|thời gian|tối đa|chậm nhất|thời hạn giải quyết|thời gian giải quyết|trong|tối đa không quá|sau|thời hạn là|chậm nhất là|thời hạn tối đa|thời hạn không quá|chậm nhất không quá|kéo dài thêm|nhưng không quá")
	// sideWords are in limits that are not those of a complete dossier; nearWords
	// only when they stand close to the limit.
	sideWords = newLexicon("không thực hiện việc bổ sung|không bổ sung|khắc phục hồ sơ|dừng việc thẩm định|sửa đổi, bổ sung, sở|cần sửa đổi, bổ sung|chưa đầy đủ|không đầy đủ|chưa hợp lệ|không hợp lệ|hồ sơ chưa đủ|hồ sơ không đủ|chưa đúng|không đúng|từ chối tiếp nhận|tính đầy đủ|tính hợp lệ|chưa phù hợp|không đạt yêu cầu|khiếu nại|không phải chỉnh sửa|yêu cầu bổ sung|bổ sung hồ sơ|sửa đổi, bổ sung hồ sơ|hoàn thiện hồ sơ|nộp phí|nộp lệ phí|quá thời hạn|trả lại hồ sơ|hết thời hạn|thành phần hồ sơ")
	nearWords = newLexicon("hoàn thiện|từ chối|hướng dẫn|không đạt|không đáp ứng|không chấp thuận|không đồng ý|vi phạm|không cấp|văn bản yêu cầu|giải trình|cần bổ sung|nộp bổ sung|phải bổ sung|chỉnh sửa|nộp tiền|giá trị|hiệu lực|tiếp nhận và kiểm tra|thông báo về việc tiếp nhận|hết hạn|nghĩa vụ tài chính|nếu hồ sơ|bổ sung, hoàn thiện")
	// afterWords count from something that comes after the result, or before the
	// dossier.
	afterWords = newLexicon("kể từ ngày cấp|kể từ ngày được cấp|kể từ ngày ký|kể từ ngày ban hành|kể từ khi cấp|kể từ ngày có quyết định|trước ngày|kể từ ngày thay đổi|kể từ ngày quyết định|kể từ ngày có văn bản chấp thuận|kể từ ngày có văn bản thông báo|kể từ ngày được chấp thuận|kể từ ngày có thay đổi|kể từ ngày chấp thuận|kể từ ngày xảy ra|kể từ ngày phát sinh|kể từ ngày công bố|kể từ ngày phê duyệt|kể từ ngày nhận được quyết định|kể từ ngày có hiệu lực|kể từ ngày gửi thông báo|kể từ ngày nhận được thông báo|kể từ ngày nhận thông báo|kể từ ngày được|kể từ ngày nhận được giấy|kể từ ngày thông báo|kể từ khi có|kể từ ngày kết thúc việc|kể từ ngày hết|kể từ ngày có quyết định|kể từ ngày đăng|kể từ ngày hoàn thành")
	wholeWords = newLexicon("nhận đủ hồ sơ|nhận được hồ sơ|nhận đầy đủ hồ sơ|nhận được đủ hồ sơ|nhận được đầy đủ hồ sơ|nhận hồ sơ|hồ sơ hợp lệ|hồ sơ đầy đủ|nhận được đầy đủ|nhận đủ|tiếp nhận hồ sơ|tiếp nhận đủ hồ sơ|nhận được văn bản đề nghị|nhận được đơn|nhận được đề nghị|nhận được yêu cầu")
	chainWords = newLexicon("nhận được văn bản trả lời|nhận được văn bản của sở|nhận được văn bản của cơ quan|nhận được văn bản lấy|nhận được văn bản tham gia|nhận được văn bản thẩm định|nhận được văn bản xin|nhận được văn bản ý kiến|nhận được văn bản góp ý|nhận được báo cáo|nhận được kết quả|nhận được ý kiến|nhận được tờ trình|nhận được hồ sơ trình|nhận được hồ sơ do|nhận được hồ sơ của sở|nhận được hồ sơ từ|kết thúc|nhận được hồ sơ và|có kết quả|nhận được đề nghị của sở|nhận được đề nghị của cơ quan|nhận được văn bản đề nghị của|nhận được hồ sơ và báo cáo|nhận được biên bản|có báo cáo|có ý kiến|nhận được hồ sơ lấy ý kiến|nhận được văn bản lấy ý kiến|nhận được phiếu|nhận được kết luận|đủ điều kiện|đạt kết quả|nhận được bộ hồ sơ|tổ chức thẩm định|hoàn thành thẩm định|ngày thẩm định|thẩm định xong|ngày có kết quả")
)

// countedWords tell from when a limit counts.
var countedWords = newLexicon("kể từ|tính từ|sau khi|từ ngày|từ khi")

// stagesIn reads the limits of a text. Only sentences that speak of days or
// hours are taken apart.
func stagesIn(text string) []stage {
	var out []stage
	for chunk := range strings.SplitSeq(foldSpace(beginning(text)), ". ") {
		chunk = inClause.ReplaceAllString(strings.ReplaceAll(chunk, ")/", "); "), "; $1") // "07 ngày (đối với quỹ)/30 ngày (đối với công ty)"
		low := strings.ToLower(chunk)
		if !strings.Contains(low, "ngày") && !strings.Contains(low, "giờ") {
			continue
		}
		l := scan(chunk)
		for _, s := range l.sentences(piece{0, len(l.t)}) {
			for _, q := range l.parts(s) {
				if q = l.skipBullets(q); q.empty() {
					continue
				}
				for _, part := range l.limitCuts(q) {
					if st, ok := l.stage(part); ok {
						st.text = trimEnd(l.text(q))
						out = append(out, st)
					}
				}
			}
		}
	}
	return out
}

// inClause is a bullet in front of a case without a mark that ends what is before.
var inClause = regexp.MustCompile(` [-–*+] ((?:Đối với|Trường hợp|Trong trường hợp) )`)

// limitCuts parts a clause that gives a limit for each of several cases: "35 ngày (đối
// với nhóm A), 25 ngày (đối với nhóm B)".
func (l *line) limitCuts(p piece) []piece {
	var out []piece
	from := p.a
	for k := p.a + 3; k+1 < p.b; k++ {
		if l.t[k].depth > 0 || l.at(k) != "," && l.at(k) != "và" || l.t[k+1].kind != tokenNumber {
			continue
		}
		_, end, ok := l.limitAt(k+1, p.b)
		if !ok || branchOpeners.match(l, end, p.b) == 0 && (l.at(end) != "(" || branchOpeners.match(l, end+1, p.b) == 0) {
			continue
		}
		out = append(out, piece{from, k})
		from = k + 1
	}
	return append(out, piece{from, p.b})
}

// branchHead is the condition in front of a clause: "Đối với X: trong thời hạn".
func (l *line) branchHead(p piece) string {
	n := caseOpeners.match(l, p.a, p.b)
	if n == 0 || l.at(p.a) == "trong" && l.at(p.a+1) == "thời" || l.at(p.a) == "khi" {
		return ""
	}
	w, _, ok := l.cutFront(p)
	if !ok {
		return ""
	}
	return w.words
}

// actHead is what a limit is for: "Cấp chứng nhận đăng ký xe: không quá 02 ngày".
func (l *line) actHead(p piece, number int) string {
	c := l.colon(piece{p.a, number})
	if officeActs.match(l, p.a, number) > 0 {
		return "" // "Thẩm định hồ sơ: 10 ngày" is a stage
	}
	if c < 0 || number-c > 6 || c-p.a > 30 || acts.match(l, p.a, c) == 0 {
		return ""
	}
	return trimEnd(l.text(piece{p.a, c}))
}

// officeActs are what the office does with every dossier.
var officeActs = newLexicon("thẩm định|thông báo|tiếp nhận|kiểm tra|xem xét|trình|trả kết quả|phê duyệt|thời hạn|thời gian|giải quyết|xử lý|lấy ý kiến|tổ chức|quyết định")

// stage reads the limit of one clause.
func (l *line) stage(p piece) (stage, bool) {
	for i := p.a; i < p.b; i++ {
		if l.t[i].kind != tokenNumber && !smallNumbers[l.t[i].word] {
			continue
		}
		lim, end, ok := l.limitAt(i, p.b)
		if !ok || !l.bounded(i, p) {
			continue
		}
		st := stage{limit: lim, text: trimEnd(l.text(p))}
		st.branch = noBranch(l.branchHead(p))
		tail := piece{end, min(p.b, end+16)}
		if sideWords.in(l, piece{p.a, min(p.b, end+30)}) || afterWords.in(l, tail) || nearWords.in(l, piece{p.a, min(p.b, end+14)}) || l.beforeDay(tail) {
			return stage{}, false
		}
		if st.branch == "" {
			st.branch = l.actHead(p, i)
		}
		if st.branch == "" {
			st.branch = noBranch(l.branchTail(piece{end, p.b}))
		}
		st.chain = chainWords.in(l, tail)
		st.whole = wholeWords.in(l, tail) && !st.chain
		st.odd = !st.whole && !st.chain && countedWords.in(l, piece{end, min(p.b, end+3)})
		return st, true
	}
	return stage{}, false
}

// noBranch drops a condition that every dossier has to meet: "hồ sơ đầy đủ".
func noBranch(s string) string {
	l := scan(s)
	if offices.match(l, 0, len(l.t)) > 0 && officeEnds.in(l, piece{0, min(len(l.t), 4)}) {
		return "" // "01 giờ đối với Cảng vụ": who works, not who waits
	}
	if fullDossier.in(l, piece{0, min(len(l.t), 8)}) || boundWords.in(l, piece{0, len(l.t)}) && strings.Contains(s, "ngày") {
		return ""
	}
	return s
}

var officeEnds = newLexicon("cảng vụ|ủy ban|cơ quan|sở|bộ|chi cục|cục|phòng")

var fullDossier = newLexicon("hồ sơ đầy đủ|hồ sơ hợp lệ|hồ sơ đủ|đủ điều kiện|đủ hồ sơ|hồ sơ đáp ứng|đầy đủ, hợp lệ|hồ sơ đảm bảo|hồ sơ|đáp ứng|kết quả đạt|đạt yêu cầu|kết quả kiểm tra|kết quả thẩm định|không có ý kiến|cần thiết")

// beforeDay tells "10 ngày trước ngày ...": what the applicant has to keep.
func (l *line) beforeDay(p piece) bool { return l.at(p.a) == "trước" }

// branchTail is the condition behind a limit: "40 ngày đối với công trình cấp I".
func (l *line) branchTail(p piece) string {
	for i := p.a; i < p.b && i < p.a+24; i++ {
		if l.at(p.a) == "(" && i == p.a+1 && branchOpeners.match(l, i, p.b) > 0 {
			return l.newWhen(piece{i + branchOpeners.match(l, i, p.b), l.closing(p.a, p.b) - 1}, true).words
		}
		if l.t[i].depth > 0 || l.at(i) == "." {
			continue
		}
		if n := branchOpeners.match(l, i, p.b); n > 0 {
			if i > p.a+3 && !wholeWords.in(l, piece{p.a, i}) {
				return ""
			}
			end := p.b
			for k := i + n; k < p.b; k++ {
				if l.t[k].depth == 0 && (l.at(k) == "," && k > i+n+14 || l.at(k) == ":" || l.at(k) == "kể" && l.at(k+1) == "từ") {
					end = k
					break
				}
			}
			return l.newWhen(piece{i + n, end}, true).words
		}
	}
	return ""
}

var branchOpeners = newLexicon("đối với|đối với trường hợp|trong trường hợp|trường hợp|trong trường hơp|nếu")

// limitAt reads "05 (năm) ngày làm việc" at i.
func (l *line) limitAt(i, end int) (client.TimeLimit, int, bool) {
	n, err := strconv.ParseFloat(strings.ReplaceAll(l.t[i].word, ",", "."), 64)
	if err != nil || n <= 0 || n > maxQuantity {
		return client.TimeLimit{}, 0, false
	}
	j := i + 1
	if l.at(j) == "(" && j < end {
		j = l.closing(j, end)
	}
	for _, u := range limitWords {
		if u.words.match(l, j, end) > 0 {
			k := j + u.words.match(l, j, end)
			if k < end && l.t[k].kind == tokenNumber { // "ngày 14/11/2016"
				return client.TimeLimit{}, 0, false
			}
			return client.TimeLimit{Quantity: n, Unit: u.unit}, k, true
		}
	}
	return client.TimeLimit{}, 0, false
}

var limitWords = []struct {
	words *lexicon
	unit  client.TimeUnit
}{
	{newLexicon("ngày làm việc"), client.UnitWorkingDay},
	{newLexicon("giờ làm việc"), client.UnitWorkingHour},
	{newLexicon("ngày"), client.UnitDay},
	{newLexicon("giờ"), client.UnitHour},
}

// bounded tells whether the number at i is a limit.
func (l *line) bounded(i int, p piece) bool {
	if i == p.a {
		return true
	}
	for k := max(p.a, i-5); k < i; k++ {
		if n := boundWords.match(l, k, i); n > 0 && (k+n == i || k+n == i-1) {
			return true
		}
	}
	return l.at(i-1) == ":"
}

// digestTimes groups the channels by time limit, the quickest first. Limits by
// case count when the cases differ, or when the channels leave the limit open
// and the steps have no rule either. words are the source's clauses that
// contradict the field; then no limit is told.
func digestTimes(p client.Procedure, ruled bool) (out []Time, words []string) {
	out = channelTimes(p)
	byCase := caseTimes(p.CaseLimits)
	open := !slices.ContainsFunc(out, func(t Time) bool { return !unsaid(t.Limit) })
	switch {
	case len(byCase) > 1:
		return append(slices.DeleteFunc(out, func(t Time) bool { return unsaid(t.Limit) && !ruled }), byCase...), nil
	case len(byCase) == 1 && open && !ruled:
		byCase[0].Case = ""
		return byCase, nil
	case ruled:
		return out, nil
	}
	return checkTimes(p, out)
}

// channelTimes are the limits of the channels' fields.
func channelTimes(p client.Procedure) []Time {
	var out []Time
	for _, m := range p.Methods {
		i := slices.IndexFunc(out, func(t Time) bool { return t.Limit == m.Limit })
		if i < 0 {
			i = len(out)
			out = append(out, Time{Limit: m.Limit})
		}
		out[i].Channels = addChannel(out[i].Channels, m.Channel)
	}
	said := func(t Time) bool { return t.Limit.Unit == client.UnitOther || !unsaid(t.Limit) }
	if slices.ContainsFunc(out, said) {
		out = slices.DeleteFunc(out, func(t Time) bool { return !said(t) })
	}
	if len(out) == 1 {
		out[0].Channels = nil
	}
	slices.SortStableFunc(out, func(a, b Time) int { return compareHours(a.Limit, b.Limit) })
	return out
}

// checkTimes holds the field against the words.
func checkTimes(p client.Procedure, field []Time) ([]Time, []string) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	spoken := channelStages(p)
	steps := stepStages(p)
	told := slices.DeleteFunc(slices.Clone(field), func(t Time) bool { return unsaid(t.Limit) || t.Limit.Unit == client.UnitOther })
	if len(told) == 0 {
		for _, ss := range [][]stage{spoken, steps} {
			if b := branches(ss); len(b) > 0 {
				return b, nil
			}
		}
		for _, ss := range [][]stage{spoken, steps} {
			if l, ok := agreed(ss); ok && (len(field) == 0 || field[0].Limit.Unit != client.UnitOther || field[0].Limit.Quantity == l.Quantity) {
				return []Time{{Limit: l}}, nil
			}
		}
		return field, nil
	}
	if len(told) > 1 {
		return manyFields(told, spoken, steps)
	}
	if !slices.ContainsFunc(p.Methods, func(m client.Method) bool { return m.Channel != client.ChannelPostal }) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...) // by post nobody knows when it arrives
	}
	f := told[0]
	for _, ss := range [][]stage{spoken, steps} {
		if b := branches(ss); len(b) > 1 && slices.ContainsFunc(b, func(t Time) bool { return sameLimit(t.Limit, f.Limit) }) {
			return b, nil
		}
	}
	if confirms(f.Limit, spoken) {
		return field, nil
	}
	if b := branches(spoken); len(b) > 1 && !slices.ContainsFunc(spoken, func(s stage) bool { return sameLimit(s.limit, f.Limit) }) {
		return nil, clauses(spoken) // the field adds up or mixes the limits of cases
	}
	if ts := eventClauses(p, f.Limit); len(ts) > 0 {
		for _, c := range clauses(append(spoken, steps...)) {
			if !slices.Contains(ts, c) && len(ts) < 4 {
				ts = append(ts, c)
			}
		}
		return nil, ts
	}
	if all := stepLimits(p); summed(all, f.Limit) && !slices.ContainsFunc(all, func(l client.TimeLimit) bool { return hours(l) > hours(f.Limit) }) && !contradicts(f.Limit, spoken) {
		return field, nil
	}
	if contradicts(f.Limit, spoken) || contradicts(f.Limit, steps) || decidedLater(f.Limit, steps) {
		return nil, clauses(append(spoken, steps...))
	}
	branched := func(s stage) bool {
		return s.branch != "" && !s.chain && !s.odd && !sameLimit(s.limit, f.Limit)
	}
	if slices.ContainsFunc(spoken, branched) || slices.ContainsFunc(steps, branched) || otherAct(p, f.Limit, steps) {
		return nil, clauses(append(spoken, steps...)) // some wait longer or less, and the field does not say who
	}
	if unheard(p, f.Limit) {
		return nil, clauses(append(spoken, steps...))
	}
	return field, nil
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
		for _, m := range limitForm.FindAllStringSubmatchIndex(low, -1) {
			n, err := strconv.ParseFloat(low[m[2]:m[3]], 64)
			if err != nil || !sameLimit(client.TimeLimit{Quantity: n, Unit: limitUnits[low[m[4]:m[5]]]}, f) {
				continue
			}
			if !eventForm.MatchString(low[m[1]:min(len(low), m[1]+120)]) {
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
var eventForm = regexp.MustCompile(`^[^.;:]{0,14}(?:kể từ|tính từ|sau khi)(?: ngày| khi| thời điểm)*(?: có| đã)*,? (?:bắt đầu|thực hiện|hoàn thành|hết hạn|hết thời hạn|kết thúc|lấy mẫu|hàng hóa được|kiểm tra|gửi văn bản xác nhận|văn bản xác nhận|đánh giá|khi bắt đầu|ngày bắt đầu|hoàn tất|đăng tải|công khai|niêm yết)`)

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
		for _, m := range limitForm.FindAllStringSubmatchIndex(text, -1) {
			n, err := strconv.ParseFloat(text[m[2]:m[3]], 64)
			if err != nil || n == 0 || dateForm.MatchString(text[m[1]:]) || besideForm.MatchString(around(text, m[0], m[1])) {
				continue
			}
			out = append(out, client.TimeLimit{Quantity: n, Unit: limitUnits[text[m[4]:m[5]]]})
		}
	}
	return out
}

// besideForm is in clauses on other times than that of a complete dossier.
var besideForm = regexp.MustCompile(`chưa (?:đầy )?đủ|không (?:đầy )?đủ|(?:chưa|không) hợp lệ|chưa đúng|không đúng|bổ sung|trước ngày`)

// around is the clause of a text about [from, to).
func around(text string, from, to int) string {
	a, b := strings.LastIndexAny(text[:from], ".;\n")+1, strings.IndexAny(text[to:], ".;\n")
	if b < 0 {
		b = len(text) - to
	}
	return text[a : to+b]
}

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

// channelStages are the limits in the words of the channels.
func channelStages(p client.Procedure) []stage {
	var out []stage
	seen := map[string]bool{}
	for _, m := range p.Methods {
		for _, text := range []string{m.Limit.Text, m.Description} {
			key := nameKey(text)
			if seen[key] {
				continue
			}
			seen[key] = true
			out = append(out, stagesIn(text)...)
		}
	}
	return out
}

func stepStages(p client.Procedure) []stage {
	var out []stage
	for _, s := range p.Steps {
		out = append(out, stagesIn(s.Text)...)
	}
	return out
}

func clauses(ss []stage) []string {
	var out []string
	for _, s := range ss {
		if !slices.Contains(out, s.text) && len(out) < 4 {
			out = append(out, s.text)
		}
	}
	return out
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

// otherDays tells days from working days.
func otherDays(a, b client.TimeUnit) bool {
	return a == client.UnitDay && b == client.UnitWorkingDay || a == client.UnitWorkingDay && b == client.UnitDay
}

// sameLimit compares limits; an hour of the field is one of work.
func sameLimit(a, b client.TimeLimit) bool {
	hour := func(l client.TimeLimit) bool { return l.Unit == client.UnitHour || l.Unit == client.UnitWorkingHour }
	if hour(a) && b.Unit == client.UnitWorkingDay {
		a, b = b, a
	}
	if a.Unit == client.UnitWorkingDay && hour(b) {
		return a.Quantity*workingHours == b.Quantity
	}
	return a.Quantity == b.Quantity && a.Unit == b.Unit
}

// manyFields reads channels, or rows of a channel, whose limits differ.
func manyFields(told []Time, spoken, steps []stage) ([]Time, []string) {
	for _, ss := range [][]stage{spoken, steps} {
		if b := branches(ss); len(b) > 1 && covers(b, told) {
			return b, nil
		}
	}
	if slices.ContainsFunc(spoken, func(s stage) bool { return s.chain }) {
		return nil, clauses(spoken)
	}
	for i, t := range told {
		// One channel with several limits and no words that tell them apart.
		for _, o := range told[i+1:] {
			if slices.ContainsFunc(t.Channels, func(c client.Channel) bool { return slices.Contains(o.Channels, c) }) {
				return nil, clauses(append(spoken, steps...))
			}
		}
		if contradicts(t.Limit, steps) && !slices.ContainsFunc(steps, func(s stage) bool { return sameLimit(s.limit, t.Limit) }) {
			return nil, clauses(append(spoken, steps...))
		}
	}
	if !onlineQuicker(told) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...)
	}
	return told, nil
}

// onlineQuicker tells whether limits by channel differ in the one way that is
// plain: who files online waits
// less, and who files by post longest. Elsewhere the field means cases that it
// does not name.
func onlineQuicker(told []Time) bool {
	return slices.Equal(told[0].Channels, []client.Channel{client.ChannelOnline}) && slices.Contains(told[1].Channels, client.ChannelDirect)
}

// fieldWords are limits of the field in words: what they hold for is open.
func fieldWords(told []Time) []string {
	var out []string
	for _, t := range told {
		w := strconv.FormatFloat(t.Limit.Quantity, 'f', -1, 64) + " " + unitWords[t.Limit.Unit]
		var cs []string
		for _, c := range t.Channels {
			if n := channelWords[c]; n != "" {
				cs = append(cs, n)
			}
		}
		if len(cs) > 0 {
			w += " (" + strings.Join(cs, ", ") + ")"
		}
		out = append(out, w)
	}
	return out
}

var (
	unitWords    = map[client.TimeUnit]string{client.UnitWorkingDay: "ngày làm việc", client.UnitDay: "ngày", client.UnitHour: "giờ", client.UnitWorkingHour: "giờ làm việc"}
	channelWords = map[client.Channel]string{client.ChannelDirect: "trực tiếp", client.ChannelPostal: "bưu chính", client.ChannelOnline: "trực tuyến"}
)

// covers tells whether every limit of the field is one of the branches.
func covers(b, told []Time) bool {
	for _, t := range told {
		if !slices.ContainsFunc(b, func(o Time) bool { return sameLimit(o.Limit, t.Limit) }) {
			return false
		}
	}
	return true
}
