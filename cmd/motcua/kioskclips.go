package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"motcua/kiosk/speech"
	"motcua/tui/line"
	"motcua/tui/text"
)

// clipRow is one sentence to record, in the two languages; "" where a language
// does not say it by itself.
type clipRow struct {
	Key string `json:"key"`
	VI  string `json:"vi"`
	EN  string `json:"en"`
	// Missing are the languages without a file in kiosk.speech_clips; absent
	// when no folder is named.
	Missing []text.Lang `json:"missing,omitzero"`
}

// in is the sentence in a language.
func (r *clipRow) in(l text.Lang) *string {
	if l == text.VI {
		return &r.VI
	}
	return &r.EN
}

// clipRows lists what is to be recorded, in the order of the Vietnamese list.
func clipRows(folder string) []clipRow {
	var rows []clipRow
	at := map[string]int{}
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, c := range text.For(l).Clips() {
			i, known := at[c.Key]
			if !known {
				i = len(rows)
				at[c.Key] = i
				rows = append(rows, clipRow{Key: c.Key})
			}
			*rows[i].in(l) = c.Text
		}
	}
	if folder == "" {
		return rows
	}
	for i := range rows {
		r := &rows[i]
		r.Missing = []text.Lang{}
		for _, l := range []text.Lang{text.VI, text.EN} {
			if *r.in(l) != "" && !speech.HasClip(folder, l, r.Key) {
				r.Missing = append(r.Missing, l)
			}
		}
	}
	return rows
}

// kioskClipsCommand is `motcua kiosk clips`: the sentences that somebody may
// record for the kiosk to play.
func (a *app) kioskClipsCommand() *cobra.Command {
	w := kioskWords
	return &cobra.Command{
		Use: "clips", Short: w.clipsShort.in(a.lang), Long: w.clipsLong.in(a.lang), Example: "motcua kiosk clips > clips.tsv\nmotcua kiosk clips --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			if a.cfgErr != nil {
				return a.cfgErr
			}
			folder := a.cfg.Kiosk.Speech.Clips
			rows := clipRows(folder)
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				for _, r := range rows {
					if err := line.EncodeLine(a.out, r); err != nil {
						return err
					}
				}
				return nil
			}
			return a.tellClips(rows, folder)
		},
	}
}

// tellClips prints one clip a line, tabs between: a spreadsheet opens it. What
// stands on the screen and not in the list goes to standard error.
func (a *app) tellClips(rows []clipRow, folder string) error {
	missing := 0
	for _, r := range rows {
		row := r.Key + "\t" + r.VI + "\t" + r.EN
		if r.Missing != nil {
			row += "\t"
			for i, l := range r.Missing {
				if i > 0 {
					row += ", "
				}
				row += filepath.Join(folder, string(l), r.Key+".wav")
			}
			missing += len(r.Missing)
		}
		if _, err := fmt.Fprintln(a.out, row); err != nil {
			return err
		}
	}
	w := kioskWords
	if folder == "" {
		a.tell(fmt.Sprintf(w.clipsWhere.in(a.lang), len(rows)))
	} else {
		a.tell(fmt.Sprintf(w.clipsMissing.in(a.lang), missing))
	}
	return nil
}
