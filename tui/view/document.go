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
	Key      string
	Case     int // the case, from 1, that the papers belong to; 0: all cases
	Sign     Sign
	Tone     Tone
	Head     string     // above a list or the plate
	Lead     string     // below the head: who needs the papers, why the rows should be read
	Lines    []Sentence // the sentences of a paragraph, or the items of a list
	Steps    []Step
	Papers   []PaperLine
	Official []SectionLine
}

// Kind is what a block is; each medium draws it its own way.
type Kind int

// The kinds of blocks.
const (
	KindTitle     Kind = iota // the subject
	KindPlate                 // the most prominent block of the page: the appointment
	KindState                 // the state of the dossier
	KindSentence              // a paragraph; with a sign, a line of its own
	KindList                  // items under a heading
	KindCase                  // the name of a case, above the papers of only that case
	KindChecklist             // papers to bring, or rows to read closely, or that there are none
	KindSteps                 // what happened, oldest first, and what is to come
	KindFacts                 // short answers, each beside its question
	KindNote                  // additional information, each sentence by itself
	KindSection               // a part of the official text, in the source's words
	KindSource                // where the answer came from, and when
)

// Sentence is a sentence, or an item of a list.
type Sentence struct {
	// Key names the sentence, the same in both languages and for any values in it. It is
	// the name of a recorded clip when the words never change. An item of a list has
	// none.
	Key  string
	Text Text
}

// Step is one line of the time line.
type Step struct {
	Sign Sign
	When Text // a day and an hour, as far as they are known
	Name Text
	Unit Text // who did it, when the source says so and the name does not
	Late bool // still to come although its day has passed, which the name says
}

// Ahead reports whether a step is still to come and its name does not say so.
func (s Step) Ahead() bool { return s.Sign == SignAhead && !s.Late }

// Moment returns when a step was, with apart between day and time.
func (s Step) Moment(apart string) string {
	out := make([]string, len(s.When))
	for i, w := range s.When {
		out[i] = w.Text
	}
	return strings.Join(out, apart)
}

// PaperLine is one paper of a checklist. Its words are a portal's, or numbers.
type PaperLine struct {
	Under    string      // the heading of the group that it stands in
	Name     string      // short
	Quantity string      // "1 bản chính, 2 bản sao"
	Hint     string      // of a form: that it is to be filled in, and where it is
	OneOf    []PaperLine // any one of these will do; Name leads in
}

// Counted returns a paper with its number: "Tờ khai (1 bản chính)".
func (p PaperLine) Counted() string {
	if p.Quantity == "" {
		return p.Name
	}
	return p.Name + " (" + p.Quantity + ")"
}

// SectionLine is a line of the official text; Indent counts in steps of two cells.
type SectionLine struct {
	Text   string
	Indent int
	Strong bool
}

// Cases returns how many cases there are to choose from.
func (d Document) Cases() int {
	n := 0
	for _, b := range d.Blocks {
		n = max(n, b.Case)
	}
	return n
}

// In returns the document for a reader of that case, from 1.
func (d Document) In(n int) Document {
	return Document{slices.DeleteFunc(slices.Clone(d.Blocks), func(b Block) bool { return b.Case != 0 && b.Case != n })}
}

// Of returns the blocks of these kinds.
func (d Document) Of(kinds ...Kind) []Block {
	return slices.DeleteFunc(slices.Clone(d.Blocks), func(b Block) bool { return !slices.Contains(kinds, b.Kind) })
}

// Get returns the block with that key, an empty one when there is none.
func (d Document) Get(key string) Block {
	i := slices.IndexFunc(d.Blocks, func(b Block) bool { return b.Key == key })
	if i < 0 {
		return Block{Key: key}
	}
	return d.Blocks[i]
}

// Words returns the paragraphs with these keys as one text.
func (d Document) Words(keys ...string) string {
	var out []string
	for _, k := range keys {
		if s := d.Get(k).Text().String(); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// Add puts the blocks that say something at the end.
func (d *Document) Add(blocks ...Block) {
	for _, b := range blocks {
		b.Lines = slices.DeleteFunc(b.Lines, func(s Sentence) bool { return len(s.Text) == 0 })
		if len(b.Lines)+len(b.Steps)+len(b.Papers)+len(b.Official) > 0 {
			d.Blocks = append(d.Blocks, b)
		}
	}
}

// Text returns a paragraph as one text, with blanks between its sentences.
func (b Block) Text() Text {
	var out Text
	for i, s := range b.Lines {
		if i > 0 {
			out = append(out, Plain(" ")...)
		}
		out = append(out, s.Text...)
	}
	return out
}

// String returns the paragraph as it is written on a screen.
func (b Block) String() string { return b.Text().String() }

// Items returns the items of a list as they are written on a screen.
func (b Block) Items() []string {
	out := make([]string, len(b.Lines))
	for i, s := range b.Lines {
		out[i] = s.Text.String()
	}
	return out
}

// One is a block of one sentence.
func One(k Kind, key string, s Sentence) Block { return Block{Kind: k, Key: key, Lines: []Sentence{s}} }

// Say is a sentence with what stands in its places.
func Say(key, format string, with ...Text) Sentence { return Sentence{key, FillIn(format, with...)} }

// Paragraph ends each sentence once, and leaves out what is empty.
func Paragraph(said ...Sentence) []Sentence {
	var out []Sentence
	for _, s := range said {
		if s.Text = s.Text.stop(); len(s.Text) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// Items are the entries of a list.
func Items(texts []Text) []Sentence {
	out := make([]Sentence, len(texts))
	for i, t := range texts {
		out[i] = Sentence{Text: t}
	}
	return out
}

// Each changes every text of the document.
func (d *Document) Each(change func(Text) Text) {
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

// Plain returns the document as lines of text, as it is copied.
func (d Document) Plain() string {
	var out strings.Builder
	for _, b := range d.Blocks {
		head := ""
		if b.Head != "" {
			head = b.Head + ": "
		}
		switch {
		case len(b.Steps) > 0:
			for _, s := range b.Steps {
				out.WriteString(strings.TrimSpace(s.Moment(" ")+" "+s.Name.String()) + "\n")
			}
		case b.Kind == KindList || b.Kind == KindChecklist:
			for i, it := range b.Items() {
				if i == 0 {
					out.WriteString(head + "\n")
				}
				out.WriteString("- " + it + "\n")
			}
		case b.String() != "":
			out.WriteString(head + b.String() + "\n")
		}
	}
	return out.String()
}
