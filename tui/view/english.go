package view

import (
	"motcua/client/english"
	"motcua/tui/text"
)

// English returns what a procedure is called in English, for those who read English; ""
// for others, and where it is not known. The official name stands below it, see Titles.
func (e Env) English(code, name, field string) string {
	if e.Texts.Lang != text.EN {
		return ""
	}
	return english.Name(code, name, field)
}

// Called returns what a procedure is called where there is room for one name only: its
// English title, for those who read English and where somebody wrote one.
func (e Env) Called(code, name string) string {
	if title := english.Title(code); title != "" && e.Texts.Lang == text.EN {
		return title
	}
	return ShortName(name)
}

// Titles returns the blocks that say which procedure it is: its name and, where that is
// English, the official one. That is not read aloud to who listens in English.
func (e Env) Titles(code, name, field string) []Block {
	title := func(key, says string) Block { return One(KindTitle, key, Sentence{Text: Plain(says)}) }
	called := e.English(code, name, field)
	switch {
	case called == "":
		return []Block{title("procedure", ShortName(name))}
	case e.Medium == Ear:
		return []Block{title("procedure", called)}
	default:
		return []Block{title("procedure", called), title("official", ShortName(name))}
	}
}

// Field returns what a field is called: in English where that is known.
func (e Env) Field(field string) string {
	if e.Texts.Lang == text.EN {
		if called := english.Field(field); called != "" {
			return called
		}
	}
	return field
}

// Paper returns the name of a paper, for those who read English after its common name:
// "Passport · Hộ chiếu".
func (e Env) Paper(name string) string {
	if e.Texts.Lang != text.EN {
		return name
	}
	return e.Dotted(english.Paper(name), name)
}
