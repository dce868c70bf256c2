// Package signatures says in words what the signatures of a file tell: whether it is
// unchanged, who signed it and when, and whether the chain is known on this machine.
package signatures

import (
	"fmt"
	"slices"
	"time"

	"motcua/client/signature"
	"motcua/tui/text/topic"
	"motcua/tui/view"
)

// Document answers the three questions about a file, whose name is shown above them.
func Document(name string, r signature.Report, at time.Time, e view.Env) view.Document {
	t := topic.Signature.In(e.Texts)
	var d view.Document
	d.Add(view.One(view.KindTitle, "file", view.Sentence{Text: view.Plain(name)}))
	b := view.One(view.KindState, "state", view.Sentence{Key: "signature-" + string(r.State), Text: view.Plain(InWords(r, e))})
	b.Head = t.Intact
	b.Sign, b.Tone = mark(r)
	d.Add(b)
	if r.Hidden > 0 {
		d.Add(view.Block{Kind: view.KindSentence, Key: "hidden", Sign: view.SignAction, Tone: view.ToneWarn,
			Lines: []view.Sentence{{Text: view.Plain(fmt.Sprintf(t.Hidden, e.Texts.Number(int64(r.Hidden))))}}})
	}
	for i, s := range r.Signatures {
		one := teller{e, s, ""}
		if len(r.Signatures) > 1 {
			one.nth = fmt.Sprintf(t.Nth, e.Texts.Number(int64(i+1)), e.Texts.Number(int64(len(r.Signatures))))
		}
		one.tell(&d)
	}
	if len(r.Signatures) > 0 {
		d.Add(view.One(view.KindNote, "limits", view.Sentence{Key: "signature-limits", Text: view.Plain(t.Limits)}))
	}
	b = view.One(view.KindSource, "source", view.Say("signature-source", t.Source, view.Clock(e.Texts.Moment(at))))
	b.Tone = view.ToneQuiet
	d.Add(b)
	return d
}

// InWords is the first answer, in a sentence.
func InWords(r signature.Report, e view.Env) string {
	t := topic.Signature.In(e.Texts)
	switch r.State {
	case signature.Unchanged:
		switch {
		case doubtful(r):
			return t.LastOnly
		case len(r.Signatures) > 1:
			return t.WholeLast
		}
		return t.Whole
	case signature.Added:
		if r.AddedBytes == 0 {
			return t.Forbidden
		}
		return fmt.Sprintf(t.Added, e.Texts.Bytes(r.AddedBytes))
	case signature.TooLarge:
		return fmt.Sprintf(t.TooLarge, e.Texts.Bytes(signature.MostBytes))
	case signature.Changed:
		return t.Changed
	case signature.Partial:
		return t.Partial
	case signature.Unchecked:
		return t.Unchecked
	case signature.Unsigned:
		return t.Unsigned
	case signature.Encrypted:
		return t.Encrypted
	case signature.NotPDF:
		return t.NotPDF
	case signature.TooComplex:
		return t.TooComplex
	case signature.Unreadable:
		return t.Unreadable
	default:
		return t.Broken
	}
}

// doubtful reports whether somebody unknown signed last. Such a signature can cover pages
// that replace those of the earlier signers.
func doubtful(r signature.Report) bool {
	n := len(r.Signatures)
	return n > 1 && r.Signatures[n-1].Chain.Known != signature.KnownYes
}

// mark is the sign of a state. Only unchanged is good.
func mark(r signature.Report) (view.Sign, view.Tone) {
	switch r.State {
	case signature.Unchanged:
		if doubtful(r) {
			return view.SignAction, view.ToneWarn
		}
		return view.SignDone, view.ToneGood
	case signature.Added, signature.Changed, signature.Partial:
		return view.SignStop, view.ToneBad
	case signature.Unsigned:
		return view.SignAhead, view.TonePlain
	default:
		return view.SignAction, view.ToneWarn
	}
}

// teller tells of one signature.
type teller struct {
	e   view.Env
	s   signature.Signature
	nth string // which of several, "" for the only one
}

func (w teller) tell(d *view.Document) {
	t := topic.Signature.In(w.e.Texts)
	if w.nth != "" {
		b := view.One(view.KindSentence, "covers", view.Sentence{Text: view.Plain(w.covers())})
		b.Head = w.nth
		d.Add(b)
	}
	d.Add(view.Block{Kind: view.KindList, Key: "who", Head: t.Who, Lines: lines(w.who())})
	says, sign, tone := w.chain()
	d.Add(view.Block{Kind: view.KindState, Key: "chain", Head: t.Chain, Sign: sign, Tone: tone, Lines: lines(says)})
	d.Add(view.Block{Kind: view.KindList, Key: "remarks", Head: t.Remarks, Lines: lines(w.remarks())})
}

// lines are sentences, without those that are empty.
func lines(list []string) []view.Sentence {
	return view.Items(view.Plains(slices.DeleteFunc(list, func(s string) bool { return s == "" })))
}

// covers says what the signature covers.
func (w teller) covers() string {
	t := topic.Signature.In(w.e.Texts)
	switch w.s.Covers {
	case signature.CoversAll:
		return t.CoversAll
	case signature.CoversEarlier:
		return t.CoversEarlier
	case signature.CoversPart:
		return t.CoversPart
	case signature.CoversNothing:
		return t.CoversNothing
	case signature.CoverUnknown:
	}
	switch w.s.Problem {
	case signature.UnknownMethod:
		return t.UnknownMethod
	case signature.MissingSigner:
		return t.MissingSigner
	default:
		return t.Malformed
	}
}

// who says who signed, when, and what they allowed to be added.
func (w teller) who() []string {
	t := topic.Signature.In(w.e.Texts)
	var out []string
	switch name := w.name(); {
	case w.s.Covers == signature.CoverUnknown || w.s.Covers == signature.CoversPart:
		out = append(out, t.Nobody)
		if w.nth == "" && w.s.Covers == signature.CoverUnknown {
			out = append(out, w.covers())
		}
		return out
	case w.s.Covers == signature.CoversNothing: // the names are of what was signed, and that is not this
		return append(out, t.Nobody)
	case w.s.Stamp:
		out = append(out, t.StampOnly)
	case w.s.Chain.Known == signature.KnownYes:
		out = append(out, name)
	default:
		out = append(out, fmt.Sprintf(t.Claimed, name))
	}
	switch w.s.By {
	case signature.ByStamp:
		out = append(out, fmt.Sprintf(t.ByStamp, view.Capital(w.e.Texts.Moment(w.s.Time)), w.s.StampBy.Name))
		if !w.s.Chain.StampKnown && w.s.Chain.Known != signature.NoRoots {
			out = append(out, t.StampDoubt)
		}
	case signature.BySigner:
		out = append(out, fmt.Sprintf(t.BySigner, view.Capital(w.e.Texts.Moment(w.s.Time))))
	default:
		out = append(out, t.NoTime)
	}
	if l := w.s.Level; l > 0 {
		out = append(out, t.Levels[l-1])
	}
	return out
}

// name is the signer with the organization.
func (w teller) name() string {
	if w.s.Signer.Organization == "" {
		return w.s.Signer.Name
	}
	return w.s.Signer.Name + ", " + w.s.Signer.Organization
}

// chain says whether the issuer is known here.
func (w teller) chain() (says []string, sign view.Sign, tone view.Tone) {
	t, c := topic.Signature.In(w.e.Texts), w.s.Chain
	day := func(at time.Time) string { return w.e.Texts.Day(at) }
	sign, tone = view.SignAction, view.ToneWarn
	switch c.Known {
	case signature.KnownYes:
		says = append(says, fmt.Sprintf(t.Known, w.s.Signer.Issuer, c.Root))
		if c.StampKnown {
			says = append(says, fmt.Sprintf(t.AtStamp, day(c.At)))
		} else {
			says = append(says, t.AtNow)
		}
		says, sign, tone = append(says, w.revocation()), view.SignDone, view.ToneGood
	case signature.KnownNo:
		says = append(says, fmt.Sprintf(t.Unknown, w.s.Signer.Issuer))
	case signature.NoRoots:
		says = append(says, fmt.Sprintf(t.NoRoots, w.s.Signer.Issuer))
	case signature.OutOfDate:
		says = append(says, fmt.Sprintf(t.OutOfDate, day(w.s.Signer.From), day(w.s.Signer.Until)))
		if !c.StampKnown {
			says = append(says, t.OutOfDateNow)
		}
	case signature.RevokedChain:
		says, sign, tone = append(says, fmt.Sprintf(t.Revoked, day(c.RevokedAt))), view.SignStop, view.ToneBad
	default:
		says, sign, tone = append(says, t.NotAsked), view.SignAhead, view.TonePlain
	}
	return says, sign, tone
}

func (w teller) revocation() string {
	t, c := topic.Signature.In(w.e.Texts), w.s.Chain
	switch c.Revocation {
	case signature.NotRevoked:
		return t.NotRevoked
	case signature.RevokedLate:
		return fmt.Sprintf(t.RevokedLate, w.e.Texts.Day(c.RevokedAt))
	case signature.NotFound:
		return t.NoList
	default:
		return t.NotChecked
	}
}

// remarks are what is worth knowing of a signature that holds.
func (w teller) remarks() []string {
	t := topic.Signature.In(w.e.Texts)
	if w.s.Covers != signature.CoversAll && w.s.Covers != signature.CoversEarlier {
		return nil
	}
	var out []string
	for _, n := range w.s.Notes {
		switch n {
		case signature.ClockDiffers:
			out = append(out, fmt.Sprintf(t.ClockDiffers, w.e.Texts.Moment(w.s.SignerAt)))
		case signature.ClockLocal:
			out = append(out, t.ClockLocal)
		case signature.StampBroken:
			out = append(out, t.StampBroken)
		case signature.WeakDigest:
			out = append(out, t.WeakDigest)
		case signature.WeakStamp:
			out = append(out, t.WeakStamp)
		case signature.Forbidden:
			out = append(out, t.Forbidden)
		}
	}
	return out
}
