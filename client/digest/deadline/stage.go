package deadline

import (
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Stages: the limits in the words of a step or a channel. The steps contain consecutive stages,
// branches for some people, and limits about something else: an incomplete dossier, what the
// applicant must do, what follows the result.

// stage is a limit in the words of a step or a channel.
type stage struct {
	limit  client.TimeLimit
	branch string // words that distinguish the branch: "Đối với X: trong thời hạn ..."
	text   string // the source's clause
	chain  bool   // counted from the end of another stage
	whole  bool   // counted from the day of a complete dossier
	odd    bool   // counted from something else
}

var (
	boundWords = token.NewLexicon("trong thời hạn|trong vòng|không quá|thời hạn|trong thời gian|thời gian|tối đa|chậm nhất|thời hạn giải quyết|thời gian giải quyết|trong|tối đa không quá|sau|thời hạn là|chậm nhất là|thời hạn tối đa|thời hạn không quá|chậm nhất không quá|kéo dài thêm|nhưng không quá")
	// sideWords mark limits that are not those of a complete dossier; nearWords only if they
	// are close to the limit.
	sideWords = token.NewLexicon("không cung cấp|không thực hiện việc bổ sung|không bổ sung|khắc phục hồ sơ|dừng việc thẩm định|sửa đổi, bổ sung, sở|cần sửa đổi, bổ sung|chưa đầy đủ|không đầy đủ|chưa hợp lệ|không hợp lệ|hồ sơ chưa đủ|hồ sơ không đủ|chưa đúng|không đúng|từ chối tiếp nhận|tính đầy đủ|tính hợp lệ|chưa phù hợp|không đạt yêu cầu|khiếu nại|không phải chỉnh sửa|yêu cầu bổ sung|bổ sung hồ sơ|sửa đổi, bổ sung hồ sơ|hoàn thiện hồ sơ|nộp phí|nộp lệ phí|quá thời hạn|trả lại hồ sơ|hết thời hạn|thành phần hồ sơ")
	nearWords = token.NewLexicon("hoàn thiện|từ chối|hướng dẫn|không đạt|không đáp ứng|không chấp thuận|không đồng ý|vi phạm|không cấp|văn bản yêu cầu|giải trình|cần bổ sung|nộp bổ sung|phải bổ sung|chỉnh sửa|nộp tiền|giá trị|hiệu lực|tiếp nhận và kiểm tra|thông báo về việc tiếp nhận|hết hạn|nghĩa vụ tài chính|nếu hồ sơ|bổ sung, hoàn thiện")
	// afterWords mark limits that count from an event after the result or before the dossier.
	afterWords = token.NewLexicon("kể từ ngày phát hiện|kể từ ngày cấp|kể từ ngày được cấp|kể từ ngày ký|kể từ ngày ban hành|kể từ khi cấp|kể từ ngày có quyết định|trước ngày|kể từ ngày thay đổi|kể từ ngày quyết định|kể từ ngày có văn bản chấp thuận|kể từ ngày có văn bản thông báo|kể từ ngày được chấp thuận|kể từ ngày có thay đổi|kể từ ngày chấp thuận|kể từ ngày xảy ra|kể từ ngày phát sinh|kể từ ngày công bố|kể từ ngày phê duyệt|kể từ ngày nhận được quyết định|kể từ ngày có hiệu lực|kể từ ngày gửi thông báo|kể từ ngày nhận được thông báo|kể từ ngày nhận thông báo|kể từ ngày được|kể từ ngày nhận được giấy|kể từ ngày thông báo|kể từ khi có|kể từ ngày kết thúc việc|kể từ ngày hết|kể từ ngày có quyết định|kể từ ngày đăng|kể từ ngày hoàn thành")
	wholeWords = token.NewLexicon("nhận được văn bản báo cáo|nhận đủ hồ sơ|nhận được hồ sơ|nhận đầy đủ hồ sơ|nhận được đủ hồ sơ|nhận được đầy đủ hồ sơ|nhận hồ sơ|hồ sơ hợp lệ|hồ sơ đầy đủ|nhận được đầy đủ|nhận đủ|tiếp nhận hồ sơ|tiếp nhận đủ hồ sơ|nhận được văn bản đề nghị|nhận được đơn|nhận được đề nghị|nhận được yêu cầu")
	chainWords = token.NewLexicon("nhận được văn bản trả lời|nhận được văn bản của sở|nhận được văn bản của cơ quan|nhận được văn bản lấy|nhận được văn bản tham gia|nhận được văn bản thẩm định|nhận được văn bản xin|nhận được văn bản ý kiến|nhận được văn bản góp ý|nhận được báo cáo|nhận được kết quả|nhận được ý kiến|nhận được tờ trình|nhận được hồ sơ trình|nhận được hồ sơ do|nhận được hồ sơ của sở|nhận được hồ sơ từ|kết thúc|nhận được hồ sơ và|có kết quả|nhận được đề nghị của sở|nhận được đề nghị của cơ quan|nhận được văn bản đề nghị của|nhận được hồ sơ và báo cáo|nhận được biên bản|có báo cáo|có ý kiến|nhận được hồ sơ lấy ý kiến|nhận được văn bản lấy ý kiến|nhận được phiếu|nhận được kết luận|đủ điều kiện|đạt kết quả|nhận được bộ hồ sơ|tổ chức thẩm định|hoàn thành thẩm định|ngày thẩm định|thẩm định xong|ngày có kết quả")
)

// endOfCheck are ends of the office's own work, after which it goes on.
var endOfCheck = token.NewLexicon("kết thúc việc kiểm tra|kết thúc việc thẩm định|kết thúc việc đánh giá")

// countedWords introduce the event from which a limit counts.
var countedWords = token.NewLexicon("kể từ|tính từ|sau khi|từ ngày|từ khi")

// channelStages returns the limits in the words of the channels.
func channelStages(p client.Procedure) []stage {
	var out []stage
	seen := map[string]bool{}
	for _, m := range p.Methods {
		for _, text := range []string{m.Limit.Text, m.Description} {
			key := naming.Key(text)
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

// stagesIn reads the limits of a text. Only sentences about days or hours are examined.
func stagesIn(text string) []stage {
	var out []stage
	for chunk := range strings.SplitSeq(token.FoldSpace(token.Beginning(text)), ". ") {
		chunk = glued().ReplaceAllString(chunk, "$1 $2")
		chunk = inClause().ReplaceAllString(strings.ReplaceAll(chunk, ")/", "); "), "; $1") // "07 ngày (đối với quỹ)/30 ngày (đối với công ty)"
		low := strings.ToLower(chunk)
		if !strings.Contains(low, "ngày") && !strings.Contains(low, "giờ") {
			continue
		}
		l := token.Scan(chunk)
		for _, s := range l.Sentences(token.Between(0, len(l.Tokens))) {
			for _, q := range l.Parts(s) {
				if q = l.SkipBullets(q); q.Empty() {
					continue
				}
				for _, part := range limitCuts(l, q) {
					if st, ok := readStage(l, part); ok {
						st.text = token.TrimEnd(l.Text(q))
						out = append(out, st)
					}
				}
			}
		}
	}
	return out
}

// glued matches a number and its unit without a blank: "01ngày làm việc".
var glued = token.Pattern(`(\d)((?:ngày|giờ)(?: |$))`)

// inClause matches a bullet before a case when no mark ends the text before it.
var inClause = token.Pattern(` [-–*+] ((?:Đối với|Trường hợp|Trong trường hợp) )`)

// limitCuts splits a clause with a limit for each of several cases: "35 ngày (đối với nhóm A),
// 25 ngày (đối với nhóm B)".
func limitCuts(l *token.Line, p token.Piece) []token.Piece {
	var out []token.Piece
	from := p.From
	for k := p.From + 3; k+1 < p.To; k++ {
		if l.Tokens[k].Depth > 0 || l.At(k) != "," && l.At(k) != "và" || l.Tokens[k+1].Kind != token.Number {
			continue
		}
		_, end, ok := limitAt(l, k+1, p.To)
		if !ok || branchOpeners.Match(l, end, p.To) == 0 && (l.At(end) != "(" || branchOpeners.Match(l, end+1, p.To) == 0) {
			continue
		}
		out = append(out, token.Between(from, k))
		from = k + 1
	}
	return append(out, token.Between(from, p.To))
}

// readStage reads the limit of one clause.
func readStage(l *token.Line, p token.Piece) (stage, bool) {
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Kind != token.Number && !vocab.SmallNumbers[l.Tokens[i].Word] {
			continue
		}
		lim, end, ok := limitAt(l, i, p.To)
		if !ok || !bounded(l, numberStart(l, i, p.From), p) {
			continue
		}
		if applicantsOwn(l, p, i, end) || sends(l, p, end) {
			return stage{}, false
		}
		st := stage{limit: lim, text: token.TrimEnd(l.Text(p))}
		st.branch = noBranch(branchHead(l, p))
		tail := token.Between(end, min(p.To, end+16))
		if sideWords.In(l, token.Between(p.From, min(p.To, end+30))) || afterWords.In(l, tail) && !endOfCheck.In(l, tail) || nearSide(l, token.Between(p.From, min(p.To, end+14))) || beforeDay(l, tail) {
			return stage{}, false
		}
		if st.branch == "" {
			st.branch = actHead(l, p, i)
		}
		if st.branch == "" {
			st.branch = noBranch(branchTail(l, token.Between(end, p.To)))
		}
		st.chain = chainWords.In(l, tail) && !ofApplicant(l, tail)
		st.whole = wholeWords.In(l, tail) && !st.chain
		st.odd = !st.whole && !st.chain && countedWords.In(l, token.Between(end, min(p.To, end+3)))
		return st, true
	}
	return stage{}, false
}

// ofApplicant recognises "nhận được văn bản đề nghị của tổ chức tín dụng": what is received is the
// application, and no other office's paper.
func ofApplicant(l *token.Line, p token.Piece) bool {
	at, n := sentIn.Find(l, p, 0)
	return at >= 0 && vocab.Applicants.Match(l, at+n, p.To) > 0 && l.At(at+n) != "đơn"
}

var sentIn = token.NewLexicon("nhận được văn bản đề nghị của|nhận được văn bản thông báo của|nhận được đề nghị của|nhận được hồ sơ của")

// nearSide reports whether nearWords occur in p. "Cảng vụ hàng không cấp giấy" grants something.
func nearSide(l *token.Line, p token.Piece) bool {
	for i := p.From; i < p.To; i++ {
		if nearWords.Match(l, i, p.To) > 0 && !(l.At(i) == "không" && i > 0 && l.At(i-1) == "hàng") {
			return true
		}
	}
	return false
}

// numberStart returns where a number begins that is written in words and then in figures: "mười
// lăm (15)".
func numberStart(l *token.Line, i, from int) int {
	if i-2 < from || l.At(i-1) != "(" || l.At(i+1) != ")" {
		return i
	}
	i--
	for i > from && numberWords[l.At(i-1)] {
		i--
	}
	return i
}

var numberWords = map[string]bool{
	"một": true, "hai": true, "ba": true, "bốn": true, "năm": true, "sáu": true, "bảy": true, "bẩy": true, "tám": true, "chín": true, "mười": true, "mươi": true, "lăm": true, "mốt": true, "trăm": true, "linh": true,
}

// applicantsOwn reports whether the limit at [i, end) is the time in which the applicant must
// come to the office: "Bên vay gửi hồ sơ trong thời hạn 30 ngày", "Trong thời hạn 30 ngày kể từ
// ngày kết thúc tập sự, người tập sự nộp hồ sơ".
func applicantsOwn(l *token.Line, p token.Piece, i, end int) bool {
	comes := func(q token.Piece) bool {
		if n := vocab.Applicants.Match(l, q.From, q.To); n == 0 || vocab.Offices.Match(l, q.From, q.To) > 0 || l.At(q.From) == "đơn" {
			return false
		}
		for k := q.From + 1; k < q.To && k < q.From+14; k++ {
			if vocab.Offices.Match(l, k, q.To) > 0 {
				return false
			}
			if coming.Match(l, k, q.To) > 0 {
				return true
			}
		}
		return false
	}
	from := p.From
	if l.At(from) == "bước" && l.At(from+2) == ":" {
		from += 3
	}
	if comes(token.Between(from, i)) {
		return true
	}
	for k := end; k < p.To && k < end+45; k++ {
		if l.At(k) == "," && l.Tokens[k].Depth == 0 && vocab.Offices.Match(l, k+1, p.To) > 0 {
			return false
		}
		if l.At(k) == "," && l.Tokens[k].Depth == 0 && (vocab.Applicants.Match(l, k+1, p.To) > 0 || vocab.Articles.Match(l, k+1, p.To) > 0) {
			k += vocab.Articles.Match(l, k+1, p.To)
			return comes(token.Between(k+1, p.To))
		}
	}
	return false
}

// sends reports whether the clause behind a limit, which ends at end, says that somebody sends an
// application in that time.
func sends(l *token.Line, p token.Piece, end int) bool {
	for k := end; k < p.To && k < end+45; k++ {
		if l.At(k) != "," || l.Tokens[k].Depth > 0 {
			continue
		}
		if applies(l, token.Between(k+1, min(k+9, p.To))) {
			return true
		}
		if vocab.Offices.Match(l, k+1, p.To) > 0 {
			return false
		}
	}
	return false
}

// applies reports whether the clause in p is about somebody who sends an application, whatever he is
// called: "Trung tâm trọng tài gửi đơn đề nghị đến Sở".
func applies(l *token.Line, p token.Piece) bool {
	for k := p.From + 1; k < p.To; k++ {
		if l.At(k) == "," || l.At(k) == "ngày" || l.At(k) == "khi" || l.At(k) == "do" {
			return false
		}
		if (l.At(k) == "gửi" || l.At(k) == "nộp") && l.At(k+1) == "đơn" && l.At(k-1) != "người" {
			return l.At(k+2) != "vị"
		}
	}
	return false
}

// coming are verbs for a person who brings a dossier.
var coming = token.NewLexicon("lập báo cáo|lập thông báo|nộp|phải nộp|gửi|phải gửi|lập 01|lập hồ sơ|chuẩn bị hồ sơ|phải chuẩn bị|có trách nhiệm nộp|có trách nhiệm gửi|lập kế hoạch|phải báo cáo|phải thông báo|chủ trì, phối hợp với doanh nghiệp")

// bounded reports whether the number at i is a limit.
func bounded(l *token.Line, i int, p token.Piece) bool {
	if i == p.From {
		return true
	}
	for k := max(p.From, i-5); k < i; k++ {
		if n := boundWords.Match(l, k, i); n > 0 && (k+n == i || k+n == i-1) {
			return true
		}
	}
	return l.At(i-1) == ":"
}

// beforeDay recognises "10 ngày trước ngày ...": a time that the applicant must keep.
func beforeDay(l *token.Line, p token.Piece) bool { return l.At(p.From) == "trước" }

// branchHead returns the condition before a clause: "Đối với X: trong thời hạn".
func branchHead(l *token.Line, p token.Piece) string {
	n := vocab.CaseOpeners.Match(l, p.From, p.To)
	if n == 0 || l.At(p.From) == "trong" && l.At(p.From+1) == "thời" || l.At(p.From) == "khi" {
		return ""
	}
	w, _, ok := condition.Front(l, p)
	if !ok {
		return ""
	}
	return w.Words
}

// actHead returns what a limit is for: "Cấp chứng nhận đăng ký xe: không quá 02 ngày".
func actHead(l *token.Line, p token.Piece, number int) string {
	c := l.Colon(token.Between(p.From, number))
	if officeActs.Match(l, p.From, number) > 0 {
		return "" // "Thẩm định hồ sơ: 10 ngày" is a stage
	}
	if c < 0 || number-c > 6 || c-p.From > 30 || vocab.Acts.Match(l, p.From, c) == 0 {
		return ""
	}
	return token.TrimEnd(l.Text(token.Between(p.From, c)))
}

// officeActs are actions of the office with every dossier.
var officeActs = token.NewLexicon("thẩm định|thông báo|tiếp nhận|kiểm tra|xem xét|trình|trả kết quả|phê duyệt|thời hạn|thời gian|giải quyết|xử lý|lấy ý kiến|tổ chức|quyết định")

// branchTail returns the condition after a limit: "40 ngày đối với công trình cấp I".
func branchTail(l *token.Line, p token.Piece) string {
	for i := p.From; i < p.To && i < p.From+24; i++ {
		if l.At(p.From) == "(" && i == p.From+1 && branchOpeners.Match(l, i, p.To) > 0 {
			return condition.New(l, token.Between(i+branchOpeners.Match(l, i, p.To), l.Closing(p.From, p.To)-1), true).Words
		}
		if l.Tokens[i].Depth > 0 || l.At(i) == "." {
			continue
		}
		if n := branchOpeners.Match(l, i, p.To); n > 0 {
			if i > p.From+3 && !wholeWords.In(l, token.Between(p.From, i)) {
				return ""
			}
			end := p.To
			for k := i + n; k < p.To; k++ {
				if l.Tokens[k].Depth == 0 && (l.At(k) == "," && k > i+n+14 || l.At(k) == ":" || l.At(k) == "kể" && l.At(k+1) == "từ") {
					end = k
					break
				}
			}
			return condition.New(l, token.Between(i+n, end), true).Words
		}
	}
	return ""
}

var branchOpeners = token.NewLexicon("đối với|đối với trường hợp|trong trường hợp|trường hợp|trong trường hơp|nếu")

// noBranch drops a condition that every dossier must meet: "hồ sơ đầy đủ".
func noBranch(s string) string {
	l := token.Scan(s)
	if vocab.Offices.Match(l, 0, len(l.Tokens)) > 0 && officeEnds.In(l, token.Between(0, min(len(l.Tokens), 4))) {
		return "" // "01 giờ đối với Cảng vụ": the office that works and not the person who waits
	}
	if ofApplication.Match(l, 0, len(l.Tokens)) > 0 && !allMust.In(l, token.Between(0, len(l.Tokens))) {
		return s // "hồ sơ đề nghị cấp trên 03 cây trồng"
	}
	if fullDossier.In(l, token.Between(0, min(len(l.Tokens), 8))) || boundWords.In(l, token.Between(0, len(l.Tokens))) && strings.Contains(s, "ngày") {
		return ""
	}
	return s
}

var officeEnds = token.NewLexicon("cảng vụ|ủy ban|cơ quan|sở|bộ|chi cục|cục|phòng")

var (
	ofApplication = token.NewLexicon("hồ sơ đề nghị cấp|hồ sơ đề nghị gia hạn|hồ sơ đề nghị điều chỉnh|hồ sơ đề nghị sửa đổi|hồ sơ có từ|hồ sơ đăng ký trên")
	allMust       = token.NewLexicon("hợp lệ|đầy đủ|đủ điều kiện|đáp ứng")
)

var fullDossier = token.NewLexicon("hồ sơ đầy đủ|hồ sơ hợp lệ|hồ sơ đủ|đủ điều kiện|đủ hồ sơ|hồ sơ đáp ứng|đầy đủ, hợp lệ|hồ sơ đảm bảo|hồ sơ|đáp ứng|kết quả đạt|đạt yêu cầu|kết quả kiểm tra|kết quả thẩm định|không có ý kiến|cần thiết")
