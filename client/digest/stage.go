package digest

import (
	"slices"
	"strings"

	"motcua/client"
)

// Stages: the limits in the words of a step or a channel. The steps give stages done
// one after another, branches for some people, and limits that are about something
// else: a dossier that is not complete, what the applicant has to do, what follows
// the result.

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

// stagesIn reads the limits of a text. Only sentences that speak of days or
// hours are taken apart.
func stagesIn(text string) []stage {
	var out []stage
	for chunk := range strings.SplitSeq(foldSpace(beginning(text)), ". ") {
		chunk = inClause().ReplaceAllString(strings.ReplaceAll(chunk, ")/", "); "), "; $1") // "07 ngày (đối với quỹ)/30 ngày (đối với công ty)"
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
var inClause = pattern(` [-–*+] ((?:Đối với|Trường hợp|Trong trường hợp) )`)

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

// beforeDay tells "10 ngày trước ngày ...": what the applicant has to keep.
func (l *line) beforeDay(p piece) bool { return l.at(p.a) == "trước" }

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
