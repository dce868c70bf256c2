package verb

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/facts"
	"motcua/client/follow"
	"motcua/client/gazetteer"
)

// completeMost is how many answers a shell offers at once.
const completeMost = 40

// completeWait is how long a person who pressed Tab waits for an answer.
const completeWait = 2 * time.Second

// CompleteFlag tells a shell what completes a flag. Cobra keeps that in a variable of its own until
// the process ends, and with it the whole tree and what its Deps refer to.
func (d Deps) CompleteFlag(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if d.Shell {
		_ = cmd.RegisterFlagCompletionFunc(flag, f)
	}
}

// CompleteProcedures offers the codes of procedures that begin as typed, with their titles;
// without a letter those that people ask for most.
func (d Deps) CompleteProcedures(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []cobra.Completion
	for _, h := range d.hits(cmd, typed) {
		if strings.HasPrefix(h.Code, typed) {
			out = append(out, cobra.CompletionWithDesc(h.Code, h.Name))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// CompleteFollowed offers the codes of the list that the person follows, as far as they are kept
// without a passphrase: a shell cannot ask for one.
func (d Deps) CompleteFollowed(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	if d.Keeper != nil && d.Keeper.Keeping() == follow.KeepCodes {
		list, _ := d.Keeper.Open("") // the shell says nothing
		for _, e := range list {
			out = append(out, e.Code.String())
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// CompleteFields offers the fields of the procedures that fit the words so far.
func (d Deps) CompleteFields(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	seen := map[string]bool{}
	var out []cobra.Completion
	for _, h := range d.hits(cmd, strings.Join(args, " ")) {
		if h.Field != "" && !seen[h.Field] {
			seen[h.Field] = true
			out = append(out, h.Field)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// CompleteProvinces offers the agency ids of today's provinces with their names.
func CompleteProvinces(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	for _, p := range gazetteer.Provinces() {
		out = append(out, cobra.CompletionWithDesc(p.Agency, p.Name))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// CompleteAgencies offers provinces, and ministries and other agencies of the State.
func CompleteAgencies(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	out, _ := CompleteProvinces(cmd, args, typed)
	for _, id := range facts.AgencyIDs() {
		if name, _ := facts.AgencyName(id); !strings.HasPrefix(id, "H") {
			out = append(out, cobra.CompletionWithDesc(id, name))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

func (d Deps) hits(cmd *cobra.Command, words string) []client.Hit {
	ctx, cancel := context.WithTimeout(cmd.Context(), completeWait)
	defer cancel()
	svc := d.Service
	if svc == nil && d.Open != nil {
		svc, _ = d.Open(ctx)
	}
	switch {
	case svc == nil:
		return nil
	case strings.TrimSpace(words) == "":
		return svc.Popular(completeMost)
	}
	a, err := svc.Search(ctx, client.Query{Words: words, Limit: completeMost})
	if err != nil {
		return nil // the shell says nothing
	}
	return a.Value.Hits
}
