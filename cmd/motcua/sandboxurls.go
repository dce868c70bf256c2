package main

import (
	"fmt"
	"io"
	"maps"

	"motcua/client/sandbox"
	"motcua/client/system"
)

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
