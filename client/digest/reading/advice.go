package reading

import (
	"motcua/client/digest/condition"
	"motcua/client/digest/demand"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Sentences about papers instead of names of papers, and rows without a known noun of a paper:
// which of them are advice, and which may contain a paper.

// aboutPapers reports whether the first clause of p is a sentence about papers and not the name
// of one.
func (r *reader) aboutPapers(p token.Piece) bool {
	for i := p.From + 1; i < p.To; i++ {
		t := r.Tokens[i]
		if t.Depth > 0 {
			continue
		}
		if t.Word == ";" || t.Word == ":" {
			return false
		}
		if t.Word == "," && r.At(i+1) == "trường" && r.At(i+2) == "hợp" || t.Word == "," && r.At(i+1) == "nếu" {
			return false
		}
		if vocab.TailOpeners.Match(r.Line, i, p.To) > 0 && !condition.NoOpener(r.Line, i, vocab.TailOpeners.Match(r.Line, i, p.To), p) {
			return false
		}
		if vocab.Details.Match(r.Line, i, p.To) > 0 {
			return false // "…, trong đó phương án phải đảm bảo ...": the contents of the paper
		}
		if n := aboutPapers.Match(r.Line, i, p.To); n > 0 && !r.inName(i, n, p) && !(r.At(i-1) == "nghị" && r.At(i) == "được") && r.At(i+n) != "mẫu" && !r.pledge(p) && !r.equalPaper(i, p) {
			return true
		}
	}
	return false
}

// aboutPapers are verbs of a sentence that says something about papers instead of naming one.
var aboutPapers = token.NewLexicon("phải được|phải gửi qua|phải bảo đảm|phải đảm bảo|phải đáp ứng|phải còn|phải ghi|phải thể hiện|phải do|phải phù hợp|không phải|không cần|không bắt buộc|có giá trị pháp lý tương đương|thì|được thực hiện|được lập thành|được bao gồm|được gửi|được nộp|được sử dụng|được thay thế|chịu trách nhiệm|có trách nhiệm|thực hiện theo|được hiểu|được tạo lập|không được|không yêu cầu|do cha|được khai thác|được lưu|được trả|phải dịch|phải hợp pháp|phải ký|phải bằng|phải là|có thể là|bao gồm các giấy tờ theo quy định|gồm các giấy tờ theo quy định|bao gồm các giấy tờ như|bao gồm các giấy tờ quy định|gồm các giấy tờ quy định|bao gồm các tài liệu quy định|gồm các tài liệu theo quy định|được lấy|chỉ thực hiện|chỉ cần|được tính|được quy định cụ thể|đề nghị người|yêu cầu người|này được miễn|được miễn trừ trong|được cắt giảm")

// inName reports whether the verb at i is in a clause of the paper's own name: "Nghị quyết về
// việc không phải chào mua", "thông báo đã được thực hiện".
func (r *reader) inName(i, n int, p token.Piece) bool {
	switch w := r.At(i); {
	case w == "thì" || w == "phải":
		return false
	case r.At(i-1) == "đã", r.At(i+n) == "bởi", r.At(i-1) == "kết" && r.At(i-2) == "cam":
		return true
	}
	for k := i - 1; k > p.From; k-- {
		if r.Tokens[k].Kind == token.Mark {
			return false
		}
		if nameClauses.Match(r.Line, k, i) > 0 && !(r.At(k) == "chứng" && r.At(k+2) == "nhân") {
			return true
		}
	}
	return false
}

var nameClauses = token.NewLexicon("về việc|chứng minh|thông qua việc|danh mục các|đối tượng|người không|người được|trường hợp")

// equalPaper recognises "hoặc giấy tờ có giá trị pháp lý tương đương" at i, which is an
// alternative and not a rule.
func (r *reader) equalPaper(i int, p token.Piece) bool {
	if r.At(i) != "có" || r.At(i+1) != "giá" {
		return false
	}
	for k := max(p.From, i-5); k < i; k++ {
		if r.At(k) == "hoặc" || r.At(k) == "hay" {
			return true
		}
	}
	return false
}

// pledge reports whether p names a promise; duties in it are its contents.
func (r *reader) pledge(p token.Piece) bool {
	i := naming.BehindCopies(r.Line, p)
	return pledges.Match(r.Line, i, p.To) > 0
}

var pledges = token.NewLexicon("cam kết|văn bản cam kết|bản cam kết|giấy cam kết|giấy cam đoan|bản cam đoan|văn bản đề nghị|đơn đề nghị")

// specified reads "Hợp đồng mua bán phải được dịch ra tiếng Việt": a paper and the form that it
// must have. It reports whether p was one.
func (r *reader) specified(p token.Piece, whens []condition.When) bool {
	if r.none || r.isRule(p) || vocab.StrongPapers.Match(r.Line, naming.BehindCopies(r.Line, p), p.To) == 0 || vocab.Containers.Match(r.Line, naming.BehindCopies(r.Line, p), p.To) > 0 {
		return false
	}
	for i := p.From + 3; i < p.To; i++ {
		if r.Tokens[i].Depth > 0 {
			continue
		}
		if r.Tokens[i].Kind == token.Mark && r.At(i) != "," {
			return false
		}
		if n := howWords.Match(r.Line, i, p.To); n > 0 || vocab.NoDuties.Match(r.Line, i, p.To) > 0 && vocab.Formalities.Match(r.Line, i+vocab.NoDuties.Match(r.Line, i, p.To), p.To) > 0 {
			rest := token.Between(i, p.To)
			if r.At(i-1) == "này" || demand.Hidden(r.Line, rest) || len(condition.Behind(r.Line, rest)) > 0 || vocab.CaseWords.In(r.Line, token.Between(i+1, p.To)) || r.Mark(rest, ";") > 0 {
				return false
			}
			for r.At(i-1) == "," || r.At(i-1) == "và" {
				i--
			}
			r.unit(token.Between(p.From, i), whens)
			return true
		}
	}
	return false
}

var howWords = token.NewLexicon("phải được|phải đáp ứng|phải phù hợp|phải bảo đảm|phải đảm bảo|phải còn|phải ghi|phải thể hiện|phải dịch|phải ký|phải hợp pháp|phải có chữ ký|phải có xác nhận")

// plain decides about a first sentence without a paper's noun.
func (r *reader) plain(p token.Piece) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.SkipBullets(p)
	if p.Empty() {
		return
	}
	switch {
	case r.none, vocab.AppliesTo.In(r.Line, p) && !naming.StartsStrong(r.Line, p), r.At(p.From) == "thủ" && vocab.NoDuties.In(r.Line, p):
	case vocab.AdviceOpeners.Match(r.Line, p.From, p.To) > 0 || vocab.CaseOpeners.Match(r.Line, p.From, p.To) > 0:
		free := vocab.NoDuties.In(r.Line, p) || vocab.Offices.Match(r.Line, p.From, p.To) > 0 || vocab.CaseOpeners.Match(r.Line, p.From, p.To) > 0 && vocab.AboutFiling.Match(r.Line, p.From+vocab.CaseOpeners.Match(r.Line, p.From, p.To), p.To) > 0
		if w, rest, ok := condition.Front(r.Line, p); ok {
			if condition.OnFiling(r.Line, w.Piece) && r.isRule(rest) && !demand.Hidden(r.Line, rest) {
				return // "Trường hợp trực tiếp nộp hồ sơ thì các giấy tờ là bản sao": the form and not the paper
			}
			if at, n := demand.Duty(r.Line, rest); at >= 0 && vocab.NotPapers.Match(r.Line, naming.SkipLead(r.Line, token.Between(at+n, rest.To)), rest.To) > 0 {
				return
			}
		}
		if demand.Hidden(r.Line, p) || !free && vocab.Duties.In(r.Line, p) && vocab.PaperNouns.In(r.Line, p) {
			r.doubt(p, "a sentence that may demand a paper")
		}
	case (r.At(naming.SkipLead(r.Line, p)) == "hồ" || r.At(naming.SkipLead(r.Line, p)) == "thông") && r.aboutPapers(p):
	case naming.StartsPaper(r.Line, p) && r.isRule(token.Between(naming.BehindCopies(r.Line, p), p.To)) && r.aboutPapers(p) && !demand.Hidden(r.Line, p) && formalityWords.In(r.Line, p):
	case naming.StartsPaper(r.Line, p):
		r.doubt(p, "a sentence about a paper")
	case r.aboutPapers(p):
		if demand.Hidden(r.Line, p) {
			r.doubt(p, "a sentence that may demand a paper")
		}
	case attributes.Match(r.Line, p.From, p.To) > 0:
		r.doubt(p, "a property of a paper, or a paper")
	case contentWordsHead.Match(r.Line, p.From, p.To) > 0:
		r.content = true
		r.doubt(p, "seems to be contents of another paper")
	case p.To-p.From > 40 && hasVerb(r.Line, p), sentenceWords.In(r.Line, token.Between(p.From, min(p.To, p.From+20))):
		r.doubt(p, "no noun of a paper in front")
	default:
		n := len(r.items)
		r.papers(p, nil)
		for i := n; i < len(r.items); i++ {
			r.items[i].Sure = min(Likely, max(r.items[i].Sure, Likely))
			r.items[i].Why = "has a quantity, though no known noun"
		}
	}
}

// formalityWords occur in rules about the form of papers: "Giấy tờ do nước ngoài cấp phải được
// hợp pháp hóa lãnh sự".
var formalityWords = token.NewLexicon("hợp pháp hóa|hợp pháp hoá|chứng thực chữ ký|dịch ra tiếng việt|dịch sang tiếng việt|dịch công chứng|bằng tiếng việt|ký số|chữ ký số|tẩy xóa|tẩy xoá|đóng dấu giáp lai|miễn hợp pháp hóa")

// sentenceWords distinguish a sentence from the name of a paper without a known noun.
var sentenceWords = token.NewLexicon("phải|thì|chỉ|sẽ|không|nộp|nhận hồ sơ|sau khi|trước khi|tùy|tuỳ|thực hiện|cấp phiếu")

// contentWordsHead begin parts of a paper's contents and not papers.
var contentWordsHead = token.NewLexicon("lý do|thực trạng|tác động|tên|địa chỉ|thời hạn|thời gian|địa điểm|trách nhiệm|quy định về|nội dung|các nội dung|số lượng|mục tiêu|sự cần thiết|đánh giá|phương hướng|cơ sở pháp lý|căn cứ|quy mô|họ tên|họ và tên|số nợ|giá trị|mục đích|nguồn|phạm vi|đối tượng|kinh phí|dự kiến|ngày|số|loại|hình thức|vị trí|diện tích|nhu cầu|khả năng|hiệu quả|giải pháp|thông tin về|các thông tin|nguyên nhân|đề xuất|kiến nghị|tổng mức|cơ cấu|tổ chức thực hiện|phương thức|khối lượng")

// isRule reports whether p begins a rule for all papers and does not name one.
func (r *reader) isRule(p token.Piece) bool {
	i := naming.SkipLead(r.Line, p)
	n := ruleNouns.Match(r.Line, i, p.To)
	return n > 0 && (i+n >= p.To || r.Tokens[i+n].Kind == token.Mark || ruleWords.Match(r.Line, i+n, p.To) > 0)
}

// ruleNouns begin rules for all papers: "Giấy tờ do cơ quan nước ngoài cấp phải được ...".
var ruleNouns = token.NewLexicon("giấy tờ|tài liệu|hồ sơ|các giấy tờ|văn bản|bản sao|bản dịch|thành phần hồ sơ|giấy tờ, tài liệu|thông tin|kết quả|bản chụp")

var ruleWords = token.NewLexicon("do|phải|được|này|nêu|quy định|là|trong|có|gửi|nộp|theo|điện tử|của|trên|khác|liên quan|kèm theo|bằng|tiếng|giấy|và|hoặc|tại|cần|không|thì|để|sẽ|đã|đề nghị|giải quyết|thủ tục")

// attributes are properties of a paper, which rows say of the one before: "Tỷ lệ bản đồ 1:5.000".
var attributes = token.NewLexicon("tỷ lệ|tỉ lệ|kích thước|khổ giấy|định dạng|mức độ|dung lượng|kích cỡ|ngôn ngữ|cỡ chữ|khổ")

// lastLook marks a row that names no paper so far as doubtful if it contains the words of one:
// a count of copies before a paper's noun, or a duty.
func (r *reader) lastLook(all token.Piece) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if q := r.SkipBullets(all); !r.none && !r.advises(q) {
		r.doubt(q, "has a quantity, but names no paper that is known")
		return
	}
	for _, s := range r.Sentences(all) {
		for _, q := range r.Parts(s) {
			q = r.SkipBullets(q)
			if r.At(q.From) == "(" {
				q.From++
			}
			if w, _, ok := condition.Front(r.Line, q); ok && condition.OnFiling(r.Line, w.Piece) || vocab.AppliesTo.In(r.Line, q) || r.At(q.From) == "thủ" && vocab.NoDuties.In(r.Line, q) {
				continue
			}
			i := naming.SkipLead(r.Line, q)
			if vocab.Containers.Match(r.Line, i, q.To) > 0 && r.aboutPapers(q) {
				continue
			}
			theo := r.At(i) == "theo"
			if theo {
				i = naming.SkipLead(r.Line, token.Between(i+1, q.To))
			}
			if (!r.none || naming.CountsCopies(r.Line, q)) && (vocab.StrongPapers.Match(r.Line, i, q.To) > 0 || theo && vocab.PaperNouns.Match(r.Line, i, q.To) > 0) && !r.isRule(token.Between(i, q.To)) && !vocab.NoDuties.In(r.Line, token.Between(q.From, min(q.To, i+14))) {
				r.doubt(q, "begins like a paper")
				return
			}
			if vocab.Offices.Match(r.Line, q.From, q.To) > 0 {
				continue
			}
			for k := q.From; k < q.To; k++ {
				n := askingWords.Match(r.Line, k, q.To)
				if n == 0 || vocab.NoDuties.In(r.Line, token.Between(max(q.From, k-6), min(q.To, k+n+2))) {
					continue
				}
				object := token.Between(k+n, q.To)
				j := naming.SkipLead(r.Line, object)
				if naming.StartsStrong(r.Line, object) && !naming.CopyRule(r.Line, object) && vocab.Pronouns.Match(r.Line, j, q.To) == 0 && ruleNouns.Match(r.Line, j, q.To) == 0 {
					r.doubt(q, "a sentence that may demand a paper")
					return
				}
			}
		}
	}
}

var askingWords = token.NewLexicon("nộp|nộp thêm|phải có|xuất trình|kèm theo|gửi kèm|bổ sung|hồ sơ là|hồ sơ đăng ký là|khai và nộp|gửi|trình")

// advises reports whether a row begins like advice.
func (r *reader) advises(p token.Piece) bool {
	for p.From < p.To && r.Tokens[p.From].Kind == token.Mark {
		p.From++
	}
	for _, x := range []*token.Lexicon{vocab.CaseOpeners, vocab.AdviceOpeners, vocab.Remarks, vocab.Applicants, vocab.Offices, vocab.Addings, vocab.NoDuties, vocab.Containers, ruleNouns} {
		if x.Match(r.Line, p.From, p.To) > 0 {
			return true
		}
	}
	return r.content || p.To-p.From < 4 || p.To-p.From > 30 || r.aboutPapers(p) || contentWordsHead.Match(r.Line, p.From, p.To) > 0 || r.At(p.From) == "khuyến"
}

// bareCase reports whether a row is only a condition, without a paper or a duty: "+ Đối với hồ
// sơ đề nghị gia hạn tái cấp vốn".
func (r *reader) bareCase(all token.Piece) bool {
	n := vocab.CaseOpeners.Match(r.Line, all.From, all.To)
	if n == 0 || all.To-all.From > 45 || r.Colon(all) >= 0 || vocab.ThenWords.In(r.Line, all) {
		return false
	}
	return !bareVerbs.In(r.Line, all) && r.Mark(all, ",") < 0
}

var bareVerbs = token.NewLexicon("nộp|phải|được|không|xuất trình|kèm theo|cần|theo quy định|thực hiện theo|tương tự|gửi")

// hasVerb reports whether a sentence has a finite verb near its beginning.
func hasVerb(l *token.Line, p token.Piece) bool {
	return finite.In(l, token.Between(p.From, min(p.To, p.From+25)))
}

var finite = token.NewLexicon("là|được|phải|có|gồm|bao gồm|thể hiện|do|sẽ|không|chỉ|ghi|nêu|này")
