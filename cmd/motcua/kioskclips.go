package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"motcua/kiosk/speech"
	"motcua/tui/line/record"
	"motcua/tui/text/operator"
)

// kioskClipsCommand returns `motcua kiosk clips`: the sentences that may be recorded for
// the kiosk.
func kioskClipsCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use: "clips", Short: operator.KioskClipsShort.In(s.lang), Long: operator.KioskClipsLong.In(s.lang), Example: "motcua kiosk clips > clips.tsv\nmotcua kiosk clips --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.none(cmd, args); err != nil {
				return err
			}
			if s.cfgErr != nil {
				return s.cfgErr
			}
			folder := s.cfg.Kiosk.Speech.Clips
			list := speech.Recordings(folder)
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				for _, r := range list {
					if err := record.EncodeLine(s.out, r); err != nil {
						return err
					}
				}
				return nil
			}
			return tellClips(&s.console, list, folder)
		},
	}
}

// tellClips writes one clip a line. How many there are, or are missing, is not part of the
// list and goes to standard error.
func tellClips(c *console, list []speech.Recording, folder string) error {
	missing := 0
	for _, r := range list {
		if _, err := fmt.Fprintln(c.out, r.Row(folder)); err != nil {
			return err
		}
		missing += len(r.Missing)
	}
	if folder == "" {
		c.tell(fmt.Sprintf(operator.KioskClipsWhere.In(c.lang), len(list)))
	} else {
		c.tell(fmt.Sprintf(operator.KioskClipsMissing.In(c.lang), missing))
	}
	return nil
}
