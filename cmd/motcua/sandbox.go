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
	"motcua/client/system"
	"motcua/tui/line"
	"motcua/tui/text"
)

// sandboxCommand is `motcua sandbox`: the sample portal as a server of its own.
func (a *app) sandboxCommand() *cobra.Command {
	var listen, catalogue, details, fault string
	cmd := &cobra.Command{
		Use: "sandbox", Short: a.words.sandboxShort, Long: a.words.sandboxLong, Example: a.words.sandboxExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			faults, err := sandbox.ParseFaults(fault)
			if err != nil {
				return a.usage(cmd, "%s", a.badFault(fault))
			}
			opts := sandbox.Options{Faults: faults}
			if err := a.readProcedures(&opts, catalogue, details); err != nil {
				return err
			}
			asJSON, _ := cmd.Flags().GetBool("json")
			return a.runSandbox(cmd, opts, listen, asJSON)
		},
	}
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", a.words.flagListen)
	cmd.Flags().StringVar(&catalogue, "catalog", "", a.words.flagCatalog)
	cmd.Flags().StringVar(&details, "details", "", a.words.flagDetails)
	cmd.Flags().StringVar(&fault, "fault", "", a.words.flagFault)
	_ = cmd.MarkFlagFilename("catalog", "jsonl", "gz")
	_ = cmd.MarkFlagDirname("details")
	return cmd
}

// badFault names the first piece that cannot be read and tells what can.
func (a *app) badFault(list string) string {
	wrong := list
	for piece := range strings.SplitSeq(list, ",") {
		if _, err := sandbox.ParseFaults(piece); err != nil {
			wrong = strings.TrimSpace(piece)
			break
		}
	}
	return fmt.Sprintf(a.words.badFault, clean.Line(wrong))
}

// readProcedures puts the operator's files in the place of what ships.
func (a *app) readProcedures(opts *sandbox.Options, catalogue, details string) error {
	if catalogue != "" {
		doc, err := os.ReadFile(catalogue)
		if err == nil {
			opts.Catalogue, err = facts.ReadEntries(bytes.NewReader(doc))
		}
		if err != nil {
			return a.fail(a.words.unreadable, clean.Line(catalogue), a.reason(err))
		}
	}
	if details != "" {
		var err error
		if opts.Details, err = sandbox.ReadDetails(details); err != nil {
			return a.fail(a.words.unreadable, clean.Line(details), a.reason(err))
		}
	}
	return nil
}

func (a *app) runSandbox(cmd *cobra.Command, opts sandbox.Options, listen string, asJSON bool) error {
	portal, err := sandbox.New(opts)
	if err != nil {
		return err
	}
	running, err := portal.Start(cmd.Context(), listen)
	if err != nil {
		return a.fail(a.words.listenFailed, clean.Line(listen), a.reason(err))
	}
	a.endsItself() // answers under way are finished first
	if asJSON {
		err = line.EncodeLine(a.out, sandboxURLs(running))
	} else {
		err = a.tellSandbox(running)
	}
	if err != nil { // nobody would know where it listens
		return errors.Join(err, running.Close())
	}
	return running.Wait()
}

// tellSandbox says how to use it: the address to set and the codes to try.
func (a *app) tellSandbox(running *sandbox.Running) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s\n\n", a.words.sandboxReady, running.URL)
	fmt.Fprintf(&b, "  MOTCUA_NATIONAL_URL=%s motcua search 'khai sinh'\n\n", running.NationalURL)
	fmt.Fprintf(&b, "%s\n", a.words.sandboxSystems)
	tellSystems(&b, running)
	fmt.Fprintf(&b, "\n%s\n", a.words.sandboxCodes)
	for _, s := range sandbox.Samples() {
		shows := s.Shows.VI
		if a.lang == text.EN {
			shows = s.Shows.EN
		}
		fmt.Fprintf(&b, "  %-28s %s\n", s.Code, shows)
	}
	note := sandbox.DatesNote().VI
	if a.lang == text.EN {
		note = sandbox.DatesNote().EN
	}
	fmt.Fprintf(&b, "%s\n", note)
	fmt.Fprintf(&b, "\n%s\n", a.words.sandboxStop)
	_, err := b.WriteTo(a.out)
	return err
}

// sandboxURLs are the addresses of a sample portal for a program that set it up.
func sandboxURLs(r *sandbox.Running) map[string]string {
	urls := map[string]string{"url": r.URL, "national_url": r.NationalURL, "faults_url": r.FaultsURL}
	for _, k := range system.Kinds() {
		maps.Copy(urls, k.SampleURLs(r.URL))
	}
	return urls
}

// tellSystems lists what to write into a [[system]] for each way to ask the
// sample portal for dossiers.
func tellSystems(w io.Writer, r *sandbox.Running) {
	for _, k := range system.Kinds() {
		fmt.Fprintf(w, "  kind = %q\n", k.Name)
		for _, s := range k.Sample(r.URL, "") {
			fmt.Fprintf(w, "    %s = %q\n", s.Key, s.Value)
		}
	}
}
