// Command pack makes the data that ship in the binary:
//
//	go run ./client/facts/pack catalogue FILE.jsonl > client/facts/catalogue.jsonl.gz
//	go run ./client/facts/pack places OLD.tsv TODAY.tsv > client/gazetteer/places.txt.gz
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"motcua/client/facts"
	"motcua/client/gazetteer"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

var errUsage = errors.New("usage: pack catalogue FILE.jsonl, or pack places OLD.tsv TODAY.tsv")

func run(args []string, out io.Writer) error {
	switch {
	case len(args) == 2 && args[0] == "catalogue":
		return catalogue(args[1], out)
	case len(args) == 3 && args[0] == "places":
		return places(args[1], args[2], out)
	}
	return errUsage
}

func catalogue(file string, out io.Writer) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	entries, err := facts.ReadEntries(in)
	if err != nil {
		return err
	}
	if err := repair(entries); err != nil {
		return err
	}
	return facts.WriteEntries(out, entries)
}

// merged is when today's communes and provinces began.
var merged = time.Date(2025, time.July, 1, 0, 0, 0, 0, time.UTC)

func places(old, today string, out io.Writer) error {
	was, err := os.Open(old)
	if err != nil {
		return err
	}
	defer was.Close()
	is, err := os.Open(today)
	if err != nil {
		return err
	}
	defer is.Close()
	return gazetteer.Write(out, was, is, merged, provinceID)
}

// provinceID returns the agency id of a province. The two lists may disagree on whether it
// is a city by now: Đồng Nai became one in 2026. The rest of the name and the id stay.
func provinceID(name string) (string, bool) {
	for _, kind := range []string{"tỉnh ", "thành phố "} {
		for _, now := range []string{"Tỉnh ", "Thành phố "} {
			if bare, ok := strings.CutPrefix(name, now); ok {
				if id, ok := facts.AgencyID("UBND " + kind + bare); ok {
					return id, true
				}
			}
		}
	}
	return "", false
}
