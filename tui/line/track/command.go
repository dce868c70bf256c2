package track

import (
	"strings"

	"github.com/spf13/cobra"

	"motcua/tui/line/codelist"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
)

// Verb looks dossiers up.
var Verb = verb.Verb{
	Name: "track", Aliases: []string{"hoso"}, Remote: true, Typed: true, Needs: verb.NeedsDossiers, Build: build, Lists: lists,
	Words: func(t *text.Texts) *command.Verb { return &t.Line.Track },
}

func build(d verb.Deps, cmd *cobra.Command) {
	t := &text.For(d.Lang).Line
	proof := cmd.Flags().String("proof", "", t.FlagProof)
	watch := cmd.Flags().Bool("watch", false, t.FlagWatch)
	var list listFlags
	if !d.NoBatch {
		list.add(cmd, d)
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		codes := codelist.Arguments(args)
		n, stdin := codelist.Count(codes)
		wrong := usageOf(r, n, stdin, *proof, *watch, list)
		if wrong == "" {
			wrong = list.usage(r, cmd, stdin, *watch)
		}
		if wrong != "" {
			return d.Usage(cmd, wrong)
		}
		if *proof == askProof {
			typed, wrong := askProofOf(r)
			if wrong != "" {
				return d.Usage(cmd, wrong)
			}
			*proof = typed
		}
		tr := &tracker{Run: r, proof: *proof, many: n > 1 || stdin > 0 || list.file != ""}
		if *watch {
			return r.End(tr.watch(cmd.Context(), codes))
		}
		if wrong, err := tr.ready(list, stdin); err != nil {
			return d.Usage(cmd, wrong)
		}
		tr.tabulate(codes)
		code := tr.all(cmd.Context(), codes)
		return r.End(exit.Worse(code, tr.close()))
	}
}

// usageOf returns the message for a wrong command line, "" for a right one.
func usageOf(r *verb.Run, codes, stdin int, proof string, watch bool, list listFlags) string {
	t := &r.Texts.Line
	switch {
	case codes == 0 && stdin == 0 && list.file == "":
		return t.NeedCode
	case stdin > 1:
		return t.OneStdin
	case stdin > 0 && watch:
		return t.WatchStdin
	case proof != "" && (stdin > 0 || codes > 1 || list.file != ""):
		return t.ProofMany
	case proof == askProof && r.AskProof == nil:
		return t.ProofNoAsk
	case proof != "" && proof != askProof && !codelist.LooksLikeProof(proof):
		return t.BadProof
	default:
		return ""
	}
}

// askProofOf asks for the proof, so that it is neither in the list of processes nor in the
// history of the shell. wrong is a message, or "".
func askProofOf(r *verb.Run) (proof, wrong string) {
	typed, err := r.AskProof(r.Texts.Line.ProofAsk)
	typed = strings.ReplaceAll(strings.TrimSpace(typed), " ", "")
	switch {
	case err != nil:
		return "", r.Texts.Line.ProofNoAsk
	case !codelist.LooksLikeProof(typed):
		return "", r.Texts.Line.BadProof
	default:
		return typed, ""
	}
}
