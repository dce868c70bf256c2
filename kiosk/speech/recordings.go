package speech

import (
	"path/filepath"
	"strings"

	"motcua/tui/text"
)

// Recording is one sentence to record, in both languages; "" where a language does not use it
// separately.
type Recording struct {
	Key string `json:"key"`
	VI  string `json:"vi"`
	EN  string `json:"en"`
	// Missing are the languages without a file in the folder of clips; absent when there is
	// no folder.
	Missing []text.Lang `json:"missing,omitzero"`
}

// in returns the sentence in a language.
func (r *Recording) in(l text.Lang) *string {
	if l == text.VI {
		return &r.VI
	}
	return &r.EN
}

// Recordings returns the sentences to record for a folder of clips, in the order of the
// Vietnamese list; "" is no folder.
func Recordings(folder string) []Recording {
	var list []Recording
	at := map[string]int{}
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, c := range text.For(l).Clips() {
			i, known := at[c.Key]
			if !known {
				i = len(list)
				at[c.Key] = i
				list = append(list, Recording{Key: c.Key})
			}
			*list[i].in(l) = c.Text
		}
	}
	if folder == "" {
		return list
	}
	clips := clipPlayer{folder: folder}
	for i := range list {
		r := &list[i]
		r.Missing = []text.Lang{}
		for _, l := range []text.Lang{text.VI, text.EN} {
			if *r.in(l) != "" && clips.file(l, r.Key) == "" {
				r.Missing = append(r.Missing, l)
			}
		}
	}
	return list
}

// Row returns a recording as columns separated by tabs, which a spreadsheet can open: key,
// both sentences and, with a folder, the files still to record.
func (r Recording) Row(folder string) string {
	columns := []string{r.Key, r.VI, r.EN}
	if r.Missing != nil {
		var files []string
		for _, l := range r.Missing {
			files = append(files, filepath.Join(folder, string(l), r.Key+".wav"))
		}
		columns = append(columns, strings.Join(files, ", "))
	}
	return strings.Join(columns, "\t")
}
