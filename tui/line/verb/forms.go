package verb

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/tui/line/table"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/wrap"
)

// addForms adds the flags for the form of a list.
func addForms(d Deps, cmd *cobra.Command) {
	t := topic.Table.In(text.For(d.Lang))
	cmd.Flags().String("output", "", t.FlagOutput)
	cmd.Flags().StringSlice("columns", nil, t.FlagColumns)
	cmd.Flags().String("sort", "", t.FlagSort)
	d.CompleteFlag(cmd, "output", cobra.FixedCompletions(table.Forms, cobra.ShellCompDirectiveNoFileComp))
	columns := func(before func(string) string) cobra.CompletionFunc {
		return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			lead := before(typed)
			var out []string
			for _, k := range d.lists.Keys {
				out = append(out, lead+k+"\t"+t.Head(k))
			}
			return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
		}
	}
	d.CompleteFlag(cmd, "columns", columns(func(typed string) string { return typed[:strings.LastIndexByte(typed, ',')+1] }))
	d.CompleteFlag(cmd, "sort", columns(func(typed string) string {
		if strings.HasPrefix(typed, "-") {
			return "-"
		}
		return ""
	}))
}

// form reads the flags for the form of a list and returns what is wrong with them.
func (r *Run) form(cmd *cobra.Command) (wrong string) {
	w := topic.Table.In(r.Texts)
	output, _ := cmd.Flags().GetString("output")
	columns, _ := cmd.Flags().GetStringSlice("columns")
	sort, _ := cmd.Flags().GetString("sort")
	if output == "" && len(columns) == 0 && sort == "" {
		return ""
	}
	form := table.Form(output)
	switch {
	case output == "" && r.JSON:
		form = table.JSONL
	case output == "":
		form = table.Table
	case !slices.Contains(table.Forms, output):
		return fmt.Sprintf(w.BadOutput, wrap.Short(clean.Line(output), 20))
	case r.JSON && form != table.JSON && form != table.JSONL:
		return w.OneFormat
	}
	key := strings.TrimPrefix(sort, "-")
	for i, c := range append(slices.Clone(columns), key) {
		if c == "" && i == len(columns) {
			continue
		}
		if !slices.Contains(r.lists.Keys, c) {
			return fmt.Sprintf(w.BadColumn, wrap.Short(clean.Line(c), 40), strings.Join(r.lists.Keys, ", "))
		}
	}
	r.Tabulate(form)
	r.JSON = true
	r.Sheet.Sort, r.Sheet.Down = key, sort != key
	if len(columns) > 0 {
		r.Sheet.Columns = columns
	}
	return ""
}

// Tabulate gives the answers of a run a form.
func (r *Run) Tabulate(form table.Form) {
	r.Sheet = table.New(r.lists, form, r.Printer(), func(lines ...string) { r.write(r.Out, lines) })
}

// ends reports whether a command's answer ends without more input and without an interrupt.
func ends(cmd *cobra.Command) bool {
	if watch, _ := cmd.Flags().GetBool("watch"); watch {
		return false
	}
	file, _ := cmd.Flags().GetString("file")
	return file != "-" && !slices.Contains(cmd.Flags().Args(), "-")
}
