package main

import (
	"fmt"
	"regexp"
	"strings"

	"motcua/client/facts"
)

// repairs are words of which the source list has lost a letter. What stood there
// is beyond doubt: each is one letter of an everyday word.
var repairs = []struct {
	damaged *regexp.Regexp
	word    string
}{
	{regexp.MustCompile("\uFFFD+ề nghị"), "đề nghị"},
	{regexp.MustCompile("câu lạc b\uFFFD+"), "câu lạc bộ"},
	{regexp.MustCompile("c\uFFFD+p lại"), "cấp lại"},
	{regexp.MustCompile("quy đ\uFFFD+nh"), "quy định"},
	{regexp.MustCompile("ti\uFFFD+u học"), "tiểu học"},
	{regexp.MustCompile("Bộ Qu\uFFFD+c phòng"), "Bộ Quốc phòng"},
}

// repair mends the names and refuses what it cannot mend: a damaged name would
// be shown to people and never be found.
func repair(entries []facts.Entry) error {
	for i := range entries {
		e := &entries[i]
		for _, r := range repairs {
			e.Name = r.damaged.ReplaceAllString(e.Name, r.word)
		}
		if strings.ContainsRune(e.Name+e.Field+e.Executing+e.Agency, '\uFFFD') {
			return fmt.Errorf("%s is damaged: %q", e.Code, e.Name)
		}
	}
	return nil
}
