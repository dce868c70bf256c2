package track

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/client/follow"
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
	followed := new(bool)
	if d.Keeper != nil {
		followed = cmd.Flags().Bool("followed", false, text.For(d.Lang).Follow.FlagFollowed)
		cmd.ValidArgsFunction = d.CompleteFollowed
	}
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
		if *followed {
			kept, wrong := followedCodes(r)
			if wrong != "" {
				return d.Usage(cmd, wrong)
			}
			codes = append(codes, codelist.Argument{Entries: kept})
		}
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
		tr := &tracker{Run: r, proof: *proof, many: n > 1 || stdin > 0 || list.file != "" || *followed}
		if *watch {
			return r.End(tr.watch(cmd.Context(), codes))
		}
		if *followed {
			stdin++ // as slowly as a list
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

// followedCodes returns the codes of the list that the person follows. For a sealed one its
// passphrase is asked. wrong is a message, or "".
func followedCodes(r *verb.Run) (list []codelist.Entry, wrong string) {
	w, pass := &r.Texts.Follow, ""
	switch r.Keeper.Keeping() {
	case follow.KeepNothing:
		return nil, w.KeptNone
	case follow.KeepCodes:
	case follow.KeepSealed:
		if r.AskProof == nil {
			return nil, w.KeptNoAsk
		}
		var err error
		if pass, err = r.AskProof(w.PassLabel + ": "); err != nil {
			return nil, w.KeptNoAsk
		}
	}
	kept, err := r.Keeper.Open(pass)
	var damaged *follow.DamagedError
	switch {
	case errors.Is(err, follow.ErrPassphrase):
		return nil, w.PassWrong
	case errors.As(err, &damaged):
		r.Tell(fmt.Sprintf(w.KeepDamaged, clean.Line(damaged.Aside)))
	case err != nil:
		return nil, fmt.Sprintf(w.KeptUnread, clean.Line(err.Error()))
	}
	for _, e := range kept {
		list = append(list, codelist.Of(e.Code.String(), 0)...)
	}
	if len(list) == 0 {
		return nil, w.KeptNone
	}
	return list, ""
}
