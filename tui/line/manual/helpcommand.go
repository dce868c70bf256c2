package manual

import (
	"strings"

	"github.com/spf13/cobra"

	"motcua/tui/text/command"
)

// HelpCommand returns the command that shows the help of another one; unknown reports that
// there is none of that name.
func HelpCommand(t *command.Line, unknown func(root *cobra.Command, name string) error) *cobra.Command {
	return &cobra.Command{
		Use:   t.HelpUse,
		Short: t.HelpShort,
		RunE: func(cmd *cobra.Command, args []string) error {
			target, _, err := cmd.Root().Find(args)
			if err != nil || target == nil || len(args) > 0 && target == cmd.Root() {
				return unknown(cmd.Root(), strings.Join(args, " "))
			}
			return target.Help()
		},
	}
}
