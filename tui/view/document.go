package view

import (
	"slices"
	"strings"
)

// Document is an answer in blocks, in reading order.
type Document struct{ Blocks []Block }

// Block is a part of an answer: a paragraph, a list, the time line.
type Block struct {
	Kind Kind
	// Key names the block, the same in both languages: "due", "next", "missing".
	Key  string
	Sign Sign
	Tone Tone
	// Private: only a proof opened it.
	Private bool
	Head    string     // above a list or the plate
	Lines   []Sentence // of a paragraph, or the items of a list
	Steps   []Step
}

// Kind is what a block is; each medium draws it its own way.
type Kind int

// The kinds of blocks.
const (
	KindTitle     Kind = iota // what it is about
	KindPlate                 // the heaviest thing on the page: the appointment
	KindState                 // where it stands
	KindSentence              // a paragraph; with a sign, a line of its own
	KindList                  // items under a heading
	KindChecklist             // papers to bring, each to be ticked off
	KindSteps                 // what happened, oldest first, and what is to come
	KindFacts                 // short answers, each beside what it answers
	KindNote                  // what is good to know beside it, each sentence by itself
	KindSource                // where the answer came from, and when
)

// Sentence is a sentence, or an item of a list.
type Sentence struct {
	// Key names the sentence, the same in both languages and whatever stands in it;
	// it is the name of a recorded clip where the words never change. An item of a
	// list has none.
	Key  string
	Text Text
}

// Step is one line of the time line.
type Step struct {
	Sign Sign
	When Text // a day and an hour, as far as they are known
	Name Text
	Unit Text // who did it, when the source says so and the name does not
}

// Get is the block with that key, an empty one when there is none.
func (d Document) Get(key string) Block {
	i := slices.IndexFunc(d.Blocks, func(b Block) bool { return b.Key == key })
	if i < 0 {
		return Block{Key: key}
	}
	return d.Blocks[i]
}

// Words are the paragraphs with these keys as one text.
func (d Document) Words(keys ...string) string {
	var out []string
	for _, k := range keys {
		if s := d.Get(k).Text().String(); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// add puts a block that says something at the end.
func (d *Document) add(b Block) {
	b.Lines = slices.DeleteFunc(b.Lines, func(s Sentence) bool { return len(s.Text) == 0 })
	if len(b.Lines)+len(b.Steps) > 0 {
		d.Blocks = append(d.Blocks, b)
	}
}

// Text is a paragraph as one text, its sentences with a blank between.
func (b Block) Text() Text {
	var out Text
	for i, s := range b.Lines {
		if i > 0 {
			out = append(out, plain(" ")...)
		}
		out = append(out, s.Text...)
	}
	return out
}

// String is the paragraph as it is written on a screen.
func (b Block) String() string { return b.Text().String() }

// Items are the items of a list as they are written on a screen.
func (b Block) Items() []string {
	out := make([]string, len(b.Lines))
	for i, s := range b.Lines {
		out[i] = s.Text.String()
	}
	return out
}

// say is a sentence with what stands in its places.
func say(key, format string, with ...Text) Sentence { return Sentence{key, fillIn(format, with...)} }

// paragraph ends each sentence once, and leaves out what is empty.
func paragraph(said ...Sentence) []Sentence {
	var out []Sentence
	for _, s := range said {
		if s.Text = s.Text.stop(); len(s.Text) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// items are the entries of a list.
func items(texts []Text) []Sentence {
	out := make([]Sentence, len(texts))
	for i, t := range texts {
		out[i] = Sentence{Text: t}
	}
	return out
}

// each changes every text of the document.
func (d *Document) each(change func(Text) Text) {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		for j := range b.Lines {
			b.Lines[j].Text = change(b.Lines[j].Text)
		}
		for j := range b.Steps {
			s := &b.Steps[j]
			s.Name, s.Unit = change(s.Name), change(s.Unit)
		}
	}
}
