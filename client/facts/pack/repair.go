package main

import (
	"fmt"
	"regexp"
	"strings"

	"motcua/client/facts"
)

// repairs restore words that lost a letter in the source list. Each is an everyday
// word, so the missing letter is certain.
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

// repair fixes the names and returns an error for one that it cannot fix: people would see
// a damaged name and could not find it by search.
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
