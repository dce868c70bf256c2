package doctor

import (
	"context"
	"fmt"
	"path/filepath"

	"motcua/client/clean"
	"motcua/client/office"
	"motcua/client/posted"
	"motcua/client/ranking"
	"motcua/client/signature/lists"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Kept is a file that the operator keeps, as it was read: how many entries can be used, and
// what is wrong.
type Kept struct {
	Name     string // as Finding.Name
	File     string // as people may see it
	Used     int
	Mistakes []Mistake
	Command  string // checks such a file
}

// wrong adds a mistake; line is 0 when it is about the whole file.
func (k *Kept) wrong(says text.Said, line int, key, value string, l text.Lang) {
	sentence := fmt.Sprintf(says.In(l), key, value)
	if line > 0 {
		sentence = fmt.Sprintf(operator.KeptLine.In(l), k.File, line, sentence)
	} else {
		sentence = fmt.Sprintf(operator.KeptWhole.In(l), k.File, sentence)
	}
	k.Mistakes = append(k.Mistakes, Mistake{Key: key, Line: line, Sentence: sentence})
}

// UnitsFile reads a file of units as a server would.
func UnitsFile(path string, trust func(string) error, l text.Lang) Kept {
	book := office.Read(path, trust)
	k := Kept{Name: "units", File: clean.Line(path), Used: book.Len(), Mistakes: []Mistake{}, Command: "motcua units check"}
	for _, p := range book.Problems() {
		k.Mistakes = append(k.Mistakes, Mistake{Key: p.Key, Line: p.Line, Sentence: UnitsMistake(k.File, p, l)})
	}
	return k
}

// RanksFile reads a file of ranks by year as a server would.
func RanksFile(path string, trust func(string) error, l text.Lang) Kept {
	file := ranking.Read(path, trust)
	k := Kept{Name: "ranks", File: clean.Line(path), Used: file.Len(), Mistakes: []Mistake{}, Command: "motcua index check"}
	for _, p := range file.Problems() {
		k.wrong(operator.RanksWrong[string(p.Kind)], p.Line, p.Key, p.Value, l)
	}
	return k
}

// NoticesFolder reads a folder of notices as a server would.
func NoticesFolder(path string, trust func(string) error, l text.Lang) Kept {
	folder := posted.Read(path, trust)
	k := Kept{Name: "notices", File: clean.Line(path), Used: folder.Len(), Mistakes: []Mistake{}, Command: "motcua notices check"}
	for _, p := range folder.Problems() {
		in := k
		if p.File != "" {
			in.File = clean.Line(filepath.Join(path, p.File))
		}
		in.wrong(operator.NoticesWrong[string(p.Kind)], p.Line, p.Key, p.Value, l)
		k.Mistakes = in.Mistakes
	}
	return k
}

// keptShown is how many mistakes of one file are told; the command tells all.
const keptShown = 3

// checkKept says which of the operator's other files are used; checkUnits has more to compare.
// A mistake there is not a failure: what is wrong is left out.
func checkKept(_ context.Context, e *Env) []Finding {
	if e.ConfigErr != nil {
		return nil
	}
	var list []Finding
	for _, f := range []struct {
		path string
		read func(string, func(string) error, text.Lang) Kept
	}{{e.Config.Place.Ranks, RanksFile}, {e.Config.Place.Notices, NoticesFolder}} {
		if f.path == "" {
			continue
		}
		k := f.read(f.path, e.Trust, e.Lang)
		if k.Used > 0 {
			list = append(list, e.finding(k.Name, StateOK, e.say(operator.DoctorFileUsed, k.Used), text.Said{}))
		}
		for _, m := range k.Mistakes[:min(len(k.Mistakes), keptShown)] {
			bad := e.finding(k.Name, StateWarn, m.Sentence, text.Said{})
			bad.WhatToDo = e.say(operator.DoctorDoFile, k.Command+" "+k.File)
			list = append(list, bad)
		}
	}
	return list
}

// checkVerify says whether the file of root certificates can be used. Without one no
// signature's chain is known, which a machine that checks none does not need.
func checkVerify(_ context.Context, e *Env) []Finding {
	if e.ConfigErr != nil || e.Config.Verify.Roots == "" {
		return nil
	}
	const name = "verify"
	c, err := e.Config.Verify.Checker(lists.From{}, true, e.Lang)
	if err != nil {
		return []Finding{e.finding(name, StateFail, err.Error(), operator.DoctorDoRoots)}
	}
	says := e.say(operator.DoctorRoots, clean.Line(e.Config.Verify.Roots), c.Trust.Roots, c.Trust.Others)
	return []Finding{e.finding(name, StateOK, says, text.Said{})}
}
