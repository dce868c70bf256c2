package naming

import (
	"slices"
	"strings"

	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// A name consists of the source's own words: the paper's clause without the words that do not
// distinguish papers, which are counts, kinds of copies, the law that requires the form, and
// the condition (shown beside it). It is never cut to a length.

// Spans returns the parts of the row that make the name of the paper in p. gone are pieces that
// are used elsewhere.
func Spans(l *token.Line, p token.Piece, gone []token.Piece) []token.Span {
	p = l.SkipBullets(p)
	keep := make([]bool, len(l.Tokens))
	for i := p.From; i < p.To; i++ {
		keep[i] = true
	}
	drop := func(q token.Piece) {
		for i := max(q.From, p.From); i < min(q.To, p.To); i++ {
			keep[i] = false
		}
	}
	for _, g := range gone {
		drop(g)
	}
	i := p.From
	for range 4 {
		if l.At(i) == "(" && l.Tokens[i].Depth == 1 && i < p.To { // "(có chứng thực) các tài liệu sau"
			end := l.Closing(i, p.To)
			if namesSomething(l, end, p.To) {
				drop(token.Between(i, end))
				i = end
			}
		}
		if n := vocab.LeadVerbs.Match(l, i, p.To); n > 0 {
			drop(token.Between(i, i+n))
			i += n
		}
		if l.At(i) == ":" {
			drop(token.Between(i, i+1))
			i++
		}
		if q := QuantityAt(l, i, p.To); q > i && vocab.Pictures.Match(l, q, p.To) == 0 {
			drop(token.Between(i, q))
			i = q
		}
		end, many := CopyEnd(l, token.Between(i, p.To))
		if many && end > i && namesSomething(l, end, p.To) {
			drop(token.Between(i, end))
			i = end
		}
	}
	dropBrackets(l, token.Between(i, p.To), drop)
	dropCopiesBehind(l, token.Between(i+1, p.To), drop)
	dropDetails(l, token.Between(i, p.To), drop)
	dropCitations(l, token.Between(i, p.To), drop)
	return spans(l, p, keep)
}

// FullSpans returns the parts of a name including its law, its form and its contents, for a
// paper that nothing else identifies.
func FullSpans(l *token.Line, p token.Piece, gone []token.Piece) []token.Span {
	p = l.SkipBullets(p)
	keep := make([]bool, len(l.Tokens))
	for i := p.From; i < p.To; i++ {
		keep[i] = !slices.ContainsFunc(gone, func(g token.Piece) bool { return g.From <= i && i < g.To })
	}
	return spans(l, p, keep)
}

// TellsNothing reports whether a name has no word that distinguishes papers: "Đơn đề nghị theo
// mẫu", "Văn bản đề nghị ghi".
func TellsNothing(name string) bool {
	l := token.Scan(name)
	i, _ := CopyEnd(l, token.Between(0, len(l.Tokens)))
	n := max(vocab.Applications.Match(l, i, len(l.Tokens)), anyReport.Match(l, i, len(l.Tokens)), bareForms.Match(l, i, len(l.Tokens)))
	if n == 0 {
		return false
	}
	for i += n; i < len(l.Tokens); i++ {
		if l.Tokens[i].Kind == token.Word && !emptyWords[l.At(i)] {
			return false
		}
		if l.Tokens[i].Kind == token.Number {
			return false
		}
	}
	return true
}

var (
	bareForms  = token.NewLexicon("mẫu|bản thông tin|phiếu|bảng")
	emptyWords = map[string]bool{"đề": true, "nghị": true, "theo": true, "mẫu": true, "ghi": true, "quy": true, "định": true, "các": true, "điều": true, "kiện": true, "đáp": true, "ứng": true}
)

// namesSomething reports whether there are words after i to name the paper.
func namesSomething(l *token.Line, i, end int) bool {
	for ; i < end; i++ {
		if l.Tokens[i].Kind == token.Word && l.Tokens[i].Depth == 0 {
			return true
		}
	}
	return false
}

// spans joins the kept tokens to spans of the row.
func spans(l *token.Line, p token.Piece, keep []bool) []token.Span {
	var out []token.Span
	open := false
	for i := p.From; i < p.To; i++ {
		if !keep[i] {
			open = false
			continue
		}
		t := l.Tokens[i]
		if open {
			out[len(out)-1].To = t.Hi
		} else {
			out = append(out, token.Span{From: t.Lo, To: t.Hi})
		}
		open = true
	}
	return out
}

// Of returns the text of the spans, with its ends cleaned up.
func Of(l *token.Line, ss []token.Span) string {
	var b strings.Builder
	for _, s := range ss {
		t := l.Row[s.From:s.To]
		if b.Len() > 0 && !strings.ContainsAny(t[:1], ",;.:)") {
			b.WriteByte(' ')
		}
		b.WriteString(t)
	}
	name := closed(tidy.Replace(b.String()))
	for _, small := range dangling {
		if low := token.Lowered(name); small == " được" && strings.Contains(low, "không") || small == " để đối chiếu" && ownCopy().MatchString(low) {
			continue // "không thể sử dụng được", "kèm bản chính để đối chiếu"
		} else if small == " theo" && (strings.HasSuffix(low, "khác kèm theo") || strings.HasSuffix(low, " tiếp theo")) {
			break // "Các tài liệu liên quan khác kèm theo"
		}
		if n := len(name) - len(small); n > 0 && strings.EqualFold(name[n:], small) {
			name = token.TrimEnd(name[:n])
		}
	}
	return token.UpperFirst(token.TrimEnd(token.StripBullet(token.TrimEnd(name))))
}

var ownCopy = token.Pattern(`bản chính|bản gốc|xuất trình`)

var tidy = strings.NewReplacer(" ,", ",", ",,", ",", "( ", "(", " )", ")", "()", "", ", ,", ",", " ;", ";", " .", ".")

// dangling are small words with which no name ends.
var dangling = []string{" để đối chiếu", " theo", " và", " hoặc", " của", " được", " kèm", " tại", " là", " gồm", " theo", " bao", " bao gồm", " trong đó", " sau đây", " phải"}

// closed drops a bracket that opens and never closes.
func closed(s string) string {
	for strings.Count(s, "(") > strings.Count(s, ")") {
		i := strings.LastIndexByte(s, '(')
		s = s[:i] + strings.TrimPrefix(s[i+1:], " ")
	}
	for strings.Count(s, ")") > strings.Count(s, "(") {
		i := strings.IndexByte(s, ')')
		s = s[:i] + s[i+1:]
	}
	return s
}

// IdentityName names a list of identity papers by the two that people carry. The whole sentence
// is kept with it.
func IdentityName(l *token.Line, p token.Piece) string {
	i := p.From
	if n := vocab.OneOfWords.Match(l, i, p.To); n > 0 {
		return ""
	}
	if vocab.IdentityNouns.Match(l, i, p.To) == 0 {
		return ""
	}
	cards, passport, n := false, false, 0
	for ; i < p.To; i++ {
		if l.Tokens[i].Depth > 0 {
			continue
		}
		if l.At(i) == "đối" && l.At(i+1) == "với" {
			return ""
		}
		if m := vocab.IdentityNouns.Match(l, i, p.To); m > 0 {
			n++
			cards = cards || l.At(i) == "căn" || l.At(i+1) == "căn"
			passport = passport || l.At(i) == "hộ"
			i += m - 1
		}
	}
	if n < 3 || !cards || !passport {
		return ""
	}
	if at, _ := atDesk.Find(l, p, 0); at > 0 { // it is useful to say of whom the papers are asked
		return Identity + " " + token.TrimEnd(l.Text(token.Between(at, p.To)))
	}
	return Identity
}

var atDesk = token.NewLexicon("khi làm thủ tục trực tiếp|khi nộp hồ sơ trực tiếp")

// Identity is the name of any identity paper.
const Identity = "Căn cước hoặc hộ chiếu"

// Key returns a name for comparison: only its words, in lower case and one spelling.
func Key(s string) string {
	l := token.Scan(token.FoldSpace(s))
	var b strings.Builder
	for _, t := range l.Tokens {
		if t.Kind != token.Mark {
			b.WriteString(t.Word)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// IsForm reports whether a paper is a form that the applicant fills in.
func IsForm(name string) bool {
	l := token.Scan(token.FoldSpace(name))
	return vocab.FormNouns.Match(l, 0, len(l.Tokens)) > 0 && l.At(2) != "sinh" && !(l.At(0) == "đơn" && (l.At(1) == "vị" || l.At(1) == "giá" || l.At(1) == "hàng"))
}

// IsApplication reports whether a paper applies for something; nobody hands in two of these.
func IsApplication(name string) bool {
	l := token.Scan(token.FoldSpace(name))
	return vocab.Applications.Match(l, 0, len(l.Tokens)) > 0
}
