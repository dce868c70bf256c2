package line

import (
	"strings"

	"github.com/spf13/cobra"

	"motcua/tui/text"
)

func buildTrack(d Deps, cmd *cobra.Command) {
	t := &text.For(d.Lang).Line
	proof := cmd.Flags().String("proof", "", t.FlagProof)
	watch := cmd.Flags().Bool("watch", false, t.FlagWatch)
	var list listFlags
	if !d.NoBatch {
		list.add(cmd, d)
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.start(cmd)
		if err != nil {
			return err
		}
		codes := argumentsOf(args)
		n, stdin := countOf(codes)
		wrong := trackUsage(r, n, stdin, *proof, *watch, list)
		if wrong == "" {
			wrong = list.usage(r, cmd, stdin, *watch)
		}
		if wrong != "" {
			return d.usage(cmd, wrong)
		}
		if *proof == askProof {
			typed, wrong := r.askProof()
			if wrong != "" {
				return d.usage(cmd, wrong)
			}
			*proof = typed
		}
		tr := &tracker{run: r, proof: *proof, many: n > 1 || stdin > 0 || list.file != ""}
		if *watch {
			return r.end(tr.watch(cmd.Context(), codes))
		}
		if wrong, err := tr.ready(list, stdin); err != nil {
			return d.usage(cmd, wrong)
		}
		code := tr.all(cmd.Context(), codes)
		return r.end(worse(code, tr.close()))
	}
}

// trackUsage is the sentence for a wrong command line, "" for a right one.
func trackUsage(r *run, codes, stdin int, proof string, watch bool, list listFlags) string {
	t := &r.t.Line
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
	case proof != "" && proof != askProof && !looksLikeProof(proof):
		return t.BadProof
	default:
		return ""
	}
}

// askProof has the proof typed, so that it stands neither in the list of
// processes nor in the history of the shell. wrong is a sentence, or "".
func (r *run) askProof() (proof, wrong string) {
	typed, err := r.AskProof(r.t.Line.ProofAsk)
	typed = strings.ReplaceAll(strings.TrimSpace(typed), " ", "")
	switch {
	case err != nil:
		return "", r.t.Line.ProofNoAsk
	case !looksLikeProof(typed):
		return "", r.t.Line.BadProof
	default:
		return typed, ""
	}
}

// looksLikeProof: the secret of a receipt has four characters, an identity
// number twelve digits.
func looksLikeProof(s string) bool {
	if len(s) < 4 || len(s) > 12 {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
}
