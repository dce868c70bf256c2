package condition

import (
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Conditions after a paper: "giấy Y đối với X", "giấy Y (nếu có)".

// Tail is a condition after a paper, with the range of its tokens.
type Tail struct {
	Open  int // the first token of its opener, or of the bracket around it
	End   int // the token after the condition and its bracket
	When  When
	Brace bool // in brackets
	IfAny bool // "nếu có" and similar words
}

// Behind returns the conditions after papers in p, in order.
func Behind(l *token.Line, p token.Piece) []Tail {
	var out []Tail
	for i := p.From; i < p.To; i++ {
		t := l.Tokens[i]
		switch {
		case t.Word == "(" && t.Depth == 1 && i+1 < p.To && l.Tokens[i+1].Depth >= 1:
			end := l.Closing(i, p.To)
			if tl, ok := braceTail(l, i, end); ok {
				out = append(out, tl)
			}
			i = end - 1
		case t.Depth == 0:
			n := vocab.TailOpeners.Match(l, i, p.To)
			if n == 0 || i == p.From || NoOpener(l, i, n, p) {
				continue
			}
			tl := Tail{Open: i, When: When{Sure: true}}
			if a := vocab.IfAnyWords.Match(l, i, p.To); a > 0 && endsAt(l, i+a, p.To) {
				tl.When.Words, tl.When.Piece, tl.End, tl.IfAny = l.Text(token.Between(i, i+a)), token.Between(i, i+a), i+a, true
			} else {
				tl.End = tailEnd(l, i+n, p.To)
				if k := matterAt(l, token.Between(i+n+1, tl.End)); k > 0 && resolutions.Match(l, l.SkipBullets(p).From, i) > 0 && matterAt(l, token.Between(p.From, i)) < 0 {
					tl.End = k // "Nghị quyết của A đối với công ty X về việc Y"
				}
				from := i + n
				tl.When = New(l, token.Between(from, tl.End), sureTail(l, p, i, n))
				tl.When.Except = vocab.ExceptWords.Match(l, i, p.To) > 0
				tl.When.Sure = tl.When.Sure && !mixed(l, i, token.Between(from, tl.End), tl.When.Except)
			}
			if tl.When.Words == "" {
				continue
			}
			out = append(out, tl)
			i = tl.End - 1
		}
	}
	return out
}

// matterAt returns where "về việc" is in p, or -1.
func matterAt(l *token.Line, p token.Piece) int {
	for i := p.From; i+1 < p.To; i++ {
		if l.Tokens[i].Depth == 0 && l.At(i) == "về" && l.At(i+1) == "việc" {
			return i
		}
	}
	return -1
}

var resolutions = token.NewLexicon("nghị quyết|quyết định|biên bản họp|bản sao nghị quyết|bản sao biên bản họp|bản sao hoặc bản chính nghị quyết|văn bản")

// nests reports whether the words of a condition contain another condition or a long bracket.
func nests(l *token.Line, p token.Piece) bool {
	for i := p.From + 3; i < p.To; i++ {
		switch {
		case l.Tokens[i].Depth == 1 && l.At(i) == "(":
			end := l.Closing(i, p.To)
			if end-i > 25 {
				return true
			}
			i = end - 1
		case l.Tokens[i].Depth == 0 && l.At(i) == "đối" && l.At(i+1) == "với" && (l.At(i-1) == "," || l.At(i+2) == "trường"):
			return true
		case l.Tokens[i].Depth == 0 && (l.At(i) == "," || l.At(i) == ";") && l.At(i+1) == "của":
			return true
		}
	}
	return false
}

// mixed reports whether the words of a condition, in p behind an opener at i, may speak of
// papers as well: a condition inside, another paper, or an exception that names a paper ("Hồ sơ
// quy định tại khoản 3, trừ Đơn mua cổ phần").
func mixed(l *token.Line, i int, p token.Piece, except bool) bool {
	if p.From == i+1 && l.At(i) == "trừ" && vocab.PaperNouns.Match(l, p.From, p.To) > 0 {
		return true
	}
	return nests(l, p) || !except && swallows(l, p)
}

// swallows reports whether the words of a condition continue into another paper.
func swallows(l *token.Line, p token.Piece) bool {
	for i := p.From + 1; i < p.To; i++ {
		if l.Tokens[i].Depth == 0 && naming.Joint(l, i, p.To) > 0 && (l.At(i) == "," || l.At(i) == "hoặc" || l.At(i) == "và") {
			return true
		}
	}
	return false
}

// endsAt reports whether the phrase before i ends there.
func endsAt(l *token.Line, i, end int) bool {
	return i >= end || l.Tokens[i].Kind == token.Mark || l.At(i) == "và" || l.At(i) == "theo" || l.At(i) == "hoặc" || l.At(i) == "để"
}

// tailEnd returns where a condition after a paper ends: at a semicolon, before a paper that
// comes with the first one ("kèm theo"), or where an alternative with its own condition begins
// ("hoặc giấy Y đối với Z").
func tailEnd(l *token.Line, from, end int) int { //nolint:cyclop // one rule of the grammar, read from top to bottom
	for i := from; i < end; i++ {
		t := l.Tokens[i]
		if t.Depth > 0 {
			continue
		}
		if t.Word == ";" || t.Word == ":" || t.Word == "trong" && i > from && vocab.TailOpeners.Match(l, i, end) > 0 {
			return i
		}
		if (t.Word == "," || t.Word == "(") && vocab.ExceptWords.Match(l, i+1, end) > 0 || vocab.ExceptWords.Match(l, i, end) > 0 && l.At(i) == "trừ" && i > from && !NoOpener(l, i, 1, token.Between(from, end)) {
			return i
		}
		if naming.OthersAt(l, i, end) {
			return i
		}
		if n := naming.Joint(l, i, end); n > 0 && laterTail(l, i+n, end) {
			return i
		}
		if t.Word == "," && l.At(i+1) == "kèm" && l.At(i+2) == "theo" {
			return i
		}
		if i > from+2 && t.Word == "kèm" && l.At(i+1) == "theo" && !naming.WithLaw(l, i, end) {
			return i
		}
		if t.Word == "," && l.At(i+1) == "trường" && l.At(i+2) == "hợp" && ClauseHasThen(l, token.Between(i, end)) {
			return i
		}
	}
	return end
}

// laterTail reports whether another condition begins between i and the next semicolon.
func laterTail(l *token.Line, i, end int) bool {
	for j := i + 1; j < end && !(l.Tokens[j].Word == ";" && l.Tokens[j].Depth == 0); j++ {
		if l.Tokens[j].Depth == 0 && vocab.TailOpeners.Match(l, j, end) > 0 && !NoOpener(l, j, vocab.TailOpeners.Match(l, j, end), token.Between(i, end)) {
			return true
		}
		if l.Tokens[j].Word == "(" && l.Tokens[j].Depth == 1 {
			if _, ok := braceTail(l, j, l.Closing(j, end)); ok {
				return true
			}
		}
	}
	return false
}

// braceTail reads a condition in brackets.
func braceTail(l *token.Line, i, end int) (Tail, bool) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	in := token.Between(i+1, end-1)
	if in.Empty() {
		return Tail{}, false
	}
	if vocab.CaseWords.Match(l, in.From, in.To) > 0 && vocab.ThenWords.In(l, in) {
		return Tail{}, false // "(nếu là bản tiếng Anh thì phải có bản dịch)": a clause of its own
	}
	if vocab.Filing.In(l, in) && i > 0 && copyTail[l.At(i-1)] {
		return Tail{}, false // "bản sao (trường hợp nộp trực tiếp)": the form of the copy
	}
	if withWords.Match(l, in.From, in.To) > 0 {
		return Tail{}, false // "(bao gồm cả bản dịch nếu tài liệu bằng tiếng nước ngoài)": what comes with it
	}
	if n := vocab.IfAnyWords.Match(l, in.From, in.To); n > 0 && in.From+n >= in.To-1 {
		return Tail{Open: i, End: end, Brace: true, IfAny: true, When: When{Words: token.TrimEnd(l.Text(in)), Piece: in, Sure: true}}, true
	}
	if BehindForm(l, i) && l.At(in.From) == "đối" || vocab.FormWords.Match(l, end, len(l.Tokens)) > 0 && l.At(in.From) == "áp" {
		return Tail{}, false // "Mẫu số 17 (đối với tổ chức)", "Tờ khai (áp dụng đối với ...) mẫu số 04": which form to use
	}
	n := token.BraceOpeners.Match(l, in.From, in.To)
	if n == 0 {
		if vocab.CopyHeads.Match(l, in.From, in.To) > 0 || vocab.FormWords.Match(l, in.From, in.To) > 0 {
			return Tail{}, false // "(bản sao ... đối với ...)", "(mẫu 17 đối với tổ chức ...)": how, not whether
		}
		if at, m := innerCase.Find(l, in, l.Tokens[in.From].Depth); at > 0 && !vocab.ThenWords.In(l, in) && l.At(at-1) != "không" && (at-in.From < 8 || l.At(at) == "nếu") {
			return Tail{Open: i, End: end, Brace: true, When: New(l, token.Between(at+m, in.To), l.At(at) == "áp" || l.At(at) == "nếu" && vocab.PaperNouns.Match(l, in.From, in.To) == 0)}, true
		}
		return Tail{}, false
	}
	if paperWord.Match(l, in.From+n, in.To) > 0 && l.At(in.From) != "nếu" && l.At(in.From) != "trừ" {
		return Tail{}, false // "(đối với giấy tờ của Việt Nam)" is about copies
	}
	from := in.From + n
	w := New(l, token.Between(from, in.To), n > 1 || l.At(in.From) != "trừ" || vocab.StrongPapers.Match(l, from, in.To) == 0) // "(trừ bản sao giấy khai sinh)": which papers
	w.Except = vocab.ExceptWords.Match(l, in.From, in.To) > 0
	if w.Words == "" {
		return Tail{}, false
	}
	return Tail{Open: i, End: end, Brace: true, When: w}, true
}

var withWords = token.NewLexicon("bao gồm cả|gồm cả|bao gồm bản dịch|kèm bản dịch|kèm theo bản dịch|có bản dịch|kể cả")

// copyTail are the last words of wordings about copies.
var copyTail = map[string]bool{"chiếu": true, "sao": true, "thực": true, "chính": true, "gốc": true, "tử": true, "giấy": true, "tra": true}

// BehindForm reports whether the number of a form is directly before i.
func BehindForm(l *token.Line, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4 && l.At(i-1) != "."; k-- {
		if l.At(k) == "mẫu" {
			return k < i-1
		}
		if t := l.Tokens[k]; !(t.Kind == token.Number || t.Upper || t.Word == "số" || t.Word == "." || t.Word == "-") {
			return false
		}
	}
	return false
}

var innerCase = token.NewLexicon("áp dụng khi|áp dụng đối với|áp dụng cho|áp dụng trong trường hợp|áp dụng với|chỉ nộp khi|trong trường hợp|đối với trường hợp|đối với|nếu|thuộc trường hợp phải|thuộc trường hợp|thuộc diện phải|thuộc đối tượng")

// paperWord are papers about which a way of copying may be stated.
var paperWord = token.NewLexicon("giấy tờ|bản sao|bản chính|văn bản do|tài liệu do|hồ sơ nộp|giấy tờ do|giấy chứng nhận đăng ký kinh doanh do")
