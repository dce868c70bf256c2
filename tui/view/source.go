package view

import (
	"fmt"
	"strings"
	"time"

	"motcua/client"
)

// catalogueID is the source that ships in the binary (client/facts).
const catalogueID = "catalogue"

// Source says where an answer came from and when. It stands under every answer.
func Source(src client.SourceName, asOf time.Time, stale bool, e Env) string {
	return sourceText(src, asOf, stale, e).String()
}

// sourceText is Source with its moment as a span.
func sourceText(src client.SourceName, asOf time.Time, stale bool, e Env) Text {
	t := &e.Texts.Dossier
	name := src.Name
	if name == "" {
		name = t.SourceUnnamed
	}
	if asOf.IsZero() {
		asOf = e.Now
	}
	at := e.Texts.When(asOf, e.Now)
	if e.Medium == Paper { // which is read on another day
		at = e.Texts.Moment(asOf)
	}
	when := Clock(at)
	switch {
	case src.ID == catalogueID:
		// It ships with the program: no connection of its own can be lost, and
		// that a portal is down is said where that portal was asked.
		return FillIn(t.SourceCatalogue, when)
	case stale && src.Name == "":
		return FillIn(t.SourceStaleOnly, when)
	case stale:
		return FillIn(t.SourceStale, Plain(name), when)
	default:
		return FillIn(t.SourceNow, Plain(name), when)
	}
}

// SourceBlock is where an answer came from; a stale one stands out.
func SourceBlock(key string, src client.SourceName, asOf time.Time, stale bool, e Env) Block {
	b := One(KindSource, "source", Sentence{key, sourceText(src, asOf, stale, e)})
	if b.Tone = ToneQuiet; stale {
		b.Tone = ToneWarn
	}
	return b
}

// Partial names the systems that could not be asked beside the one that
// answered; empty when there are none.
func Partial(sources []client.SourceName, e Env) string {
	if len(sources) == 0 {
		return ""
	}
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = PortalName(s, e)
	}
	return fmt.Sprintf(e.Texts.Dossier.SourcePartial, strings.Join(names, ", "))
}

// PortalName is a source inside a sentence, with the word "cổng" before a bare
// name such as "Thái Nguyên".
func PortalName(src client.SourceName, e Env) string {
	switch {
	case src.Name == "":
		return e.Texts.Dossier.SourceUnnamed
	case saysWhatItIs(src.Name):
		return src.Name
	default:
		return fmt.Sprintf(e.Texts.Dossier.PortalName, src.Name)
	}
}

// SystemName is a source at the head of a sentence.
func SystemName(src client.SourceName, e Env) string {
	switch {
	case src.Name == "":
		return e.Texts.Errors.SystemPlain
	case saysWhatItIs(src.Name):
		return Capital(src.Name)
	default:
		return fmt.Sprintf(e.Texts.Errors.System, src.Name)
	}
}

// saysWhatItIs tells whether a name begins with its own kind, so that no
// sentence says "hệ thống Hệ thống một cửa".
func saysWhatItIs(name string) bool {
	name = strings.ToLower(name)
	for _, kind := range []string{"hệ thống", "cổng", "trục", "kho", "danh mục", "the ", "portal", "system"} {
		if strings.HasPrefix(name, kind) {
			return true
		}
	}
	return false
}
