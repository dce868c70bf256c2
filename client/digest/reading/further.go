package reading

import (
	"motcua/client/digest/condition"
	"motcua/client/digest/demand"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// The parts of a row behind a semicolon: another paper, more of the one before, or neither.

// nextPart reads a part after a semicolon.
func (r *reader) nextPart(q token.Piece, whens []condition.When, first int) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if r.formNumber(q) || len(r.items) > first && r.formAgain(q) {
		return
	}
	if _, _, ok := condition.Front(r.Line, q); ok {
		r.later(q, nil) // it has its own condition
		return
	}
	if vocab.Details.Match(r.Line, q.From, q.To) > 0 {
		return
	}
	for vocab.Addings.Match(r.Line, q.From, q.To) > 0 && r.At(q.From) != "gồm" {
		q.From += vocab.Addings.Match(r.Line, q.From, q.To)
	}
	switch {
	case r.none && r.aboutPapers(q), vocab.Remarks.Match(r.Line, q.From, q.To) > 0:
	case naming.StartsPaper(r.Line, q) && !r.aboutPapers(q) && !(len(r.items) > first && (vocab.WeakNouns.Match(r.Line, naming.SkipLead(r.Line, q), q.To) > 0 || !r.Tokens[q.From].Upper && goingOn.Match(r.Line, q.From, q.To) > 0)):
		if c := r.listColon(q); c > 0 {
			r.list(q, c, whens)
			return
		}
		r.unit(q, whens)
	case r.aboutPapers(q):
		if demand.Hidden(r.Line, q) || naming.StartsPaper(r.Line, q) && !r.none && !r.isRule(q) {
			r.doubt(q, "a later clause may demand a paper")
		}
	case vocab.Applicants.Match(r.Line, q.From, q.To) > 0 && vocab.Duties.In(r.Line, q):
		r.doubt(q, "a later clause may demand a paper")
	case len(r.items) > first:
		// It continues the paper before: "mã số của chủ nhiệm; chủ trì".
		last := &r.items[len(r.items)-1]
		if ts := condition.Behind(r.Line, q); len(ts) > 0 && !(ts[0].IfAny && ts[0].Brace) { // about both parts, or only about this one
			from := q
			if n := len(last.Spans); n > 0 {
				for from.From > 0 && r.Tokens[from.From-1].Lo >= last.Spans[0].From {
					from.From--
				}
			}
			r.items = r.items[:len(r.items)-1]
			r.doubt(from, "a condition at the end of several papers")
			return
		}
		more := naming.Spans(r.Line, q, nil)
		if len(last.OneOf) == 0 && len(last.Whens) == len(whens) && q.To-q.From < 40 {
			last.Spans = append(last.Spans, more...)
			if n := len(last.Spans) - len(more); n > 0 {
				last.Spans[n-1].To = max(last.Spans[n-1].To, r.Tokens[q.From-1].Hi)
			}
			last.Name = naming.Of(r.Line, last.Spans)
			return
		}
		r.doubt(q, "a part that may name another paper")
	}
}

// goingOn begin papers, and in small letters behind a semicolon more of the paper before: "Báo cáo
// hoạt động; mô tả biện pháp bảo vệ môi trường".
var goingOn = token.NewLexicon("mô tả|tóm tắt|giải trình|chi tiết")

// formNumber recognises "Mẫu I.": only the number of a form, which pages put after a paper.
func (r *reader) formNumber(q token.Piece) bool {
	if r.At(q.From) == "phụ" && r.At(q.From+1) == "lục" && q.To-q.From <= 4 {
		return true
	}
	if r.At(q.From) != "mẫu" {
		return false
	}
	for i := q.From + 1; i < q.To; i++ {
		if t := r.Tokens[i]; t.Kind == token.Word && !(t.Upper && len(t.Word) <= 5) && t.Word != "số" {
			return false
		}
	}
	return true
}

// formAgain recognises "bản khai theo quy định": it says again which form a paper has.
func (r *reader) formAgain(q token.Piece) bool {
	n := vocab.FormNouns.Match(r.Line, q.From, q.To)
	return n > 0 && r.At(q.From+n) == "theo" && q.To-q.From < 10 && len(condition.Behind(r.Line, q)) == 0
}
