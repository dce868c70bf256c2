package digest

import (
	"strings"

	"motcua/client/digest/naming"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Relations between rows of a page: repeats, forms of which nobody fills in two, the contents
// of a paper, certificates of which a holder has only one.

// repeats drops rows of a list that are identical to an earlier one.
func (pg *page) repeats() {
	for li := range pg.rows {
		seen := map[string]bool{}
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if r.Class == reading.ClassVoid || r.Class == reading.ClassRepeat {
				continue
			}
			key := token.Lowered(token.TrimEnd(token.StripBullet(r.Full)))
			if seen[key] && len(pg.row(li, ri).Forms) == 0 {
				r.Class, r.Why, r.Items, r.Close = reading.ClassRepeat, "says the same as a row before", nil, nil
				continue
			}
			seen[key] = true
		}
	}
}

// titles finds rows that only repeat what the procedure is called: "Đăng ký bổ sung thông tin trong
// hồ sơ đăng ký". They divide the list and name no paper.
func (pg *page) titles() {
	name := naming.Key(pg.procedure.Name)
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.Items) != 1 || !r.ForAll() || len(r.Items[0].OneOf) > 0 || len(r.Close) > 0 || len(pg.row(li, ri).Forms) > 0 {
				continue
			}
			l := token.Scan(r.Items[0].Name)
			if vocab.StrongPapers.Match(l, 0, len(l.Tokens)) > 0 || vocab.FormNouns.Match(l, 0, len(l.Tokens)) > 0 {
				continue
			}
			if key := naming.Key(r.Items[0].Name); len(strings.Fields(key)) >= longTitle && strings.Contains(name, key) {
				r.Class, r.Why, r.Items = reading.ClassNote, "repeats the procedure's name", nil
			}
		}
	}
}

// longTitle is the least number of words of a title.
const longTitle = 5

// sameForms moves applications of one list that ask for the same to the rows to read closely:
// nobody fills in two, so the list must consist of cases that it does not name. "Đơn đăng ký
// kiểm dịch động vật" and "Đơn đăng ký kiểm dịch sản phẩm động vật" are alternatives, while "Tờ
// khai đăng ký" and "Tờ khai kỹ thuật" belong together.
func (pg *page) sameForms() {
	for li := range pg.rows {
		groups := map[string][]int{}
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if row := pg.row(li, ri); r.Class != reading.ClassHandIn || len(r.Items) == 0 || len(r.Items[0].Whens) > 0 || row.Originals == 0 && row.Copies > 0 { // a copy of a form was filled in before
				continue
			}
			for _, key := range formKeys(r.Items[0].Name) {
				groups[key] = append(groups[key], ri)
			}
		}
		for key, rows := range groups {
			if len(rows) < 2 || !strings.Contains(key, "+") && len(rows) < 3 {
				continue
			}
			for _, ri := range rows {
				if r := &pg.rows[li][ri]; r.Class == reading.ClassHandIn {
					pg.close(li, ri, "another row of the list asks for a form of the same name")
				}
			}
		}
	}
}

// formKeys returns what applications of one kind have in common: their noun, and the noun with
// the next word.
func formKeys(name string) []string {
	l := token.Scan(token.FoldSpace(name))
	i, _ := naming.CopyEnd(l, token.Between(0, len(l.Tokens)))
	n := vocab.Applications.Match(l, i, len(l.Tokens))
	if n == 0 {
		return nil
	}
	noun := token.Lowered(l.Text(token.Between(i, i+n)))
	next := l.At(i + n)
	if i+n >= len(l.Tokens) || vocab.FormWords.Match(l, i+n, len(l.Tokens)) > 0 || l.Tokens[i+n].Kind == token.Mark {
		return []string{"+" + naming.Key(l.Text(token.Between(i, len(l.Tokens))))}
	}
	if next == "đăng" || next == "cấp" && l.At(i+n+1) == "lại" {
		next = token.Lowered(l.Text(token.Between(i+n, min(len(l.Tokens), i+n+3))))
	}
	return []string{noun, noun + "+" + next}
}

// oneOnly moves everybody's papers of a list to the rows to read closely if a row says that in
// one case the dossier is a single paper: "Trường hợp xóa đăng ký thì hồ sơ đăng ký là Phiếu
// yêu cầu".
func (pg *page) oneOnly() {
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			l := pg.rows[li][ri].Line
			if l == nil {
				continue
			}
			p := l.SkipBullets(token.Between(0, len(l.Tokens)))
			at, n := isDossier.Find(l, p, 0)
			if at < 0 || vocab.CaseOpeners.Match(l, p.From, p.To) == 0 || vocab.PaperNouns.Match(l, at+n, p.To) == 0 {
				continue
			}
			only := naming.Key(l.Text(token.Between(at+n, min(p.To, at+n+2))))
			for rj := range pg.rows[li] {
				o := &pg.rows[li][rj]
				if rj != ri && o.Class == reading.ClassHandIn && len(o.Items) == 1 && !strings.HasPrefix(naming.Key(o.Items[0].Name), only) {
					pg.close(li, rj, "in one case another row asks for one paper only")
				}
			}
		}
	}
}

var isDossier = token.NewLexicon("thì hồ sơ là|thì hồ sơ đăng ký là|thì hồ sơ chỉ gồm|thì hồ sơ chỉ bao gồm|thì hồ sơ chỉ cần|hồ sơ chỉ gồm|hồ sơ chỉ bao gồm|thì chỉ cần nộp|thì chỉ nộp")

// contents finds rows that describe the contents of a paper: several with one kind of bullet
// whose first words name no papers. All rows with that kind become notes.
func (pg *page) contents() {
	for li := range pg.rows {
		sorts := map[string]int{}
		for ri := range pg.rows[li] {
			if pg.rows[li][ri].Content {
				sorts[bulletSort(pg.row(li, ri).Name)]++
			}
		}
		for ri := range pg.rows[li] {
			s := bulletSort(pg.row(li, ri).Name)
			if r := &pg.rows[li][ri]; s != "" && sorts[s] >= 3 && r.Class != reading.ClassVoid && len(pg.row(li, ri).Forms) == 0 {
				if p := r.Line.SkipBullets(token.Between(0, len(r.Line.Tokens))); !r.Content && vocab.StrongPapers.Match(r.Line, p.From, p.To) > 0 {
					pg.close(li, ri, "a paper, or a part of another's contents")
					continue
				}
				r.Class, r.Why, r.Items, r.Close = reading.ClassNote, "one of several parts of a paper's contents", nil, nil
			}
		}
	}
}

// bulletSort returns the kind of a row's bullet: "+", "(i)", "a)".
func bulletSort(raw string) string {
	l := token.Scan(token.FoldSpace(strings.ToValidUTF8(raw[:min(len(raw), 40)], "")))
	switch {
	case len(l.Tokens) == 0:
		return ""
	case l.IsCounter(0):
		return "(i)"
	case l.At(0) == "+":
		return "+"
	case l.At(1) == ")":
		return "a)"
	}
	return ""
}

// goesOn moves rows that continue another row to those to read closely, because the portal's
// order does not say which row they continue: "hoặc bản khai của thân nhân", and in small
// letters "báo cáo kết quả B" below "Báo cáo kết quả A".
func (pg *page) goesOn() {
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if !r.ForAll() || r.Line.Tokens[0].Kind != token.Word || r.Line.Tokens[0].Upper || len(r.Line.Tokens) < 3 || r.Line.Tokens[1].Kind == token.Mark {
				continue
			}
			if or := r.Line.At(0); or == "hoặc" || or == "hay" {
				pg.close(li, ri, "goes on with a row that cannot be told")
				continue
			}
			if ri > 0 && pg.rows[li][ri-1].ForAll() && sameStart(pg.rows[li][ri-1].Items[0].Name, r.Items[0].Name, 3) {
				pg.close(li, ri-1, "another row goes on with it")
				pg.close(li, ri, "goes on with a row that cannot be told")
			}
		}
	}
}

// landPapers merges certificates of land from different times, because a holder has only one of
// them.
func (pg *page) landPapers() {
	for li := range pg.rows {
		first := -1
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.Items) != 1 || len(r.Items[0].Whens) > 0 || len(r.Items[0].OneOf) > 0 || len(r.Close) > 0 || !landPaper(r.Items[0].Name) {
				continue
			}
			if first < 0 {
				first = ri
				continue
			}
			f := &pg.rows[li][first]
			if len(f.Items[0].OneOf) == 0 {
				one := f.Items[0]
				one.Row = first + 1
				f.Items[0] = reading.Item{Sure: reading.Sure, Why: "certificates of land of different times: one of them", Spans: one.Spans, OneOf: []reading.Item{one}}
			}
			it := r.Items[0]
			it.Row = ri + 1
			f.Items[0].OneOf = append(f.Items[0].OneOf, it)
			r.Class, r.Under, r.Why = reading.ClassRepeat, first+1, "one of the alternatives"
		}
	}
}

func landPaper(name string) bool {
	l := token.Scan(name)
	return landNames.Match(l, 0, len(l.Tokens)) > 0 && len(l.Tokens) < 45
}

var landNames = token.NewLexicon("giấy chứng nhận quyền sử dụng đất|giấy chứng nhận quyền sở hữu nhà ở|giấy chứng nhận quyền sở hữu công trình|bản sao giấy chứng nhận quyền sử dụng đất")

// twins merges a paper and its interactive form: a person who files online fills in one,
// everybody else the other.
func (pg *page) twins() {
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.Items) != 1 || len(r.Items[0].Whens) != 1 || r.Items[0].Whens[0].Words != reading.OnlineForm {
				continue
			}
			for rj := range pg.rows[li] {
				o := &pg.rows[li][rj]
				if rj == ri || len(o.Items) != 1 || len(o.Items[0].Whens) > 0 || len(o.Items[0].OneOf) > 0 || len(o.Close) > 0 || !sameStart(o.Items[0].Name, r.Items[0].Name, 6) {
					continue
				}
				plain, e := o.Items[0], r.Items[0]
				plain.Row, e.Row = rj+1, ri+1
				o.Items[0] = reading.Item{Sure: reading.Sure, Why: "a paper and its interactive form", Spans: plain.Spans, OneOf: []reading.Item{plain, e}}
				r.Class, r.Under, r.Why = reading.ClassRepeat, rj+1, "one of the alternatives"
				break
			}
		}
	}
}

func sameStart(a, b string, n int) bool {
	x, y := token.Scan(a), token.Scan(b)
	if len(x.Tokens) < n || len(y.Tokens) < n {
		return false
	}
	for i := range n {
		if x.Tokens[i].Word != y.Tokens[i].Word {
			return false
		}
	}
	return true
}
