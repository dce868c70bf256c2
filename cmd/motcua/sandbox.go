package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/client/facts"
	"motcua/client/sandbox"
	"motcua/client/sandbox/dossiers"
	"motcua/client/sandbox/pagefile"
	"motcua/client/system"
	"motcua/tui/line/record"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// sandboxCommand returns `motcua sandbox`: the sample portal as a server of its own.
func sandboxCommand(c *console) *cobra.Command {
	r := sandboxRun{c}
	var listen, catalogue, details, fault string
	cmd := &cobra.Command{
		Use: "sandbox", Short: operator.SandboxShort.In(c.lang),
		Long:    operator.SandboxLong.With(kindsInWords(c.lang), sandbox.SayScopes(operator.SandboxOrScope.In(c.lang))).In(c.lang),
		Example: operator.SandboxExample.In(c.lang),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.none(cmd, args); err != nil {
				return err
			}
			faults, err := sandbox.ParseFaults(fault)
			if err != nil {
				return c.usage(cmd, "%s", badFault(c.lang, fault))
			}
			opts := sandbox.Options{Faults: faults}
			if err := r.read(&opts, catalogue, details); err != nil {
				return err
			}
			asJSON, _ := cmd.Flags().GetBool("json")
			return r.run(cmd, opts, listen, asJSON)
		},
	}
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", operator.SandboxFlagListen.In(c.lang))
	cmd.Flags().StringVar(&catalogue, "catalog", "", operator.SandboxFlagCatalog.In(c.lang))
	cmd.Flags().StringVar(&details, "details", "", operator.SandboxFlagDetails.In(c.lang))
	cmd.Flags().StringVar(&fault, "fault", "", operator.SandboxFlagFault.In(c.lang))
	_ = cmd.MarkFlagFilename("catalog", "jsonl", "gz")
	_ = cmd.MarkFlagDirname("details")
	return cmd
}

// kindsInWords lists the systems that the sample portal simulates, for a sentence.
func kindsInWords(l text.Lang) string {
	var list []string
	for _, k := range system.Kinds() {
		if l == text.EN {
			list = append(list, k.EN)
		} else {
			list = append(list, k.VI)
		}
	}
	return text.For(l).List(list)
}

// badFault names the first part that cannot be parsed and says what is possible.
func badFault(l text.Lang, list string) string {
	wrong := list
	for piece := range strings.SplitSeq(list, ",") {
		if _, err := sandbox.ParseFaults(piece); err != nil {
			wrong = strings.TrimSpace(piece)
			break
		}
	}
	return fmt.Sprintf(operator.SandboxBadFault.In(l), clean.Line(wrong), sandbox.SayScopes(operator.SandboxOrFault.In(l)))
}

// sandboxRun is one run of the command. It needs no configuration.
type sandboxRun struct{ *console }

// read replaces the data in the binary by the operator's files.
func (r sandboxRun) read(opts *sandbox.Options, catalogue, details string) error {
	if catalogue != "" {
		doc, err := os.ReadFile(catalogue)
		if err == nil {
			opts.Catalogue, err = facts.ReadEntries(bytes.NewReader(doc))
		}
		if err != nil {
			return r.fail(operator.Unreadable.In(r.lang), clean.Line(catalogue), r.reason(err))
		}
	}
	if details != "" {
		var err error
		if opts.Details, err = pagefile.ReadDir(details); err != nil {
			return r.fail(operator.Unreadable.In(r.lang), clean.Line(details), r.reason(err))
		}
	}
	return nil
}

func (r sandboxRun) run(cmd *cobra.Command, opts sandbox.Options, listen string, asJSON bool) error {
	portal, err := sandbox.New(opts)
	if err != nil {
		return err
	}
	running, err := portal.Start(cmd.Context(), listen)
	if err != nil {
		return r.fail(operator.ListenFailed.In(r.lang), clean.Line(listen), r.reason(err))
	}
	r.endsItself() // running requests are finished first
	if asJSON {
		err = record.EncodeLine(r.out, sandboxURLs(running))
	} else {
		err = r.tellAddresses(running)
	}
	if err != nil { // without it nobody would know the address
		return errors.Join(err, running.Close())
	}
	return running.Wait()
}

// tellAddresses says how to use it: the address to configure and the codes to try.
func (r sandboxRun) tellAddresses(running *sandbox.Running) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s\n\n", operator.SandboxReady.In(r.lang), running.URL)
	fmt.Fprintf(&b, "  MOTCUA_NATIONAL_URL=%s motcua search 'khai sinh'\n\n", running.NationalURL)
	fmt.Fprintf(&b, "%s\n", operator.SandboxSystems.In(r.lang))
	tellSystems(&b, running)
	fmt.Fprintf(&b, "\n%s\n", operator.SandboxCodes.In(r.lang))
	for _, s := range dossiers.Samples() {
		shows := s.Shows.VI
		if r.lang == text.EN {
			shows = s.Shows.EN
		}
		fmt.Fprintf(&b, "  %-28s %s\n", s.Code, shows)
	}
	note := dossiers.DatesNote().VI
	if r.lang == text.EN {
		note = dossiers.DatesNote().EN
	}
	fmt.Fprintf(&b, "%s\n", note)
	fmt.Fprintf(&b, "\n%s\n", operator.SandboxStop.In(r.lang))
	_, err := b.WriteTo(r.out)
	return err
}

// sandboxURLs returns the addresses of a sample portal for the program that started it.
func sandboxURLs(r *sandbox.Running) map[string]string {
	urls := map[string]string{"url": r.URL, "national_url": r.NationalURL, "faults_url": r.FaultsURL}
	for _, k := range system.Kinds() {
		maps.Copy(urls, k.SampleURLs(r.URL))
	}
	return urls
}

// tellSystems lists what to write into a [[system]] for each API for dossiers that the
// sample portal has.
func tellSystems(w io.Writer, r *sandbox.Running) {
	for _, k := range system.Kinds() {
		fmt.Fprintf(w, "  kind = %q\n", k.Name)
		for _, s := range k.Sample(r.URL, "") {
			fmt.Fprintf(w, "    %s = %q\n", s.Key, s.Value)
		}
	}
}
