// Command pack makes the catalogue that ships in the binary:
//
//	go run ./client/facts/pack FILE.jsonl > client/facts/catalogue.jsonl.gz
package main

import (
	"fmt"
	"os"

	"motcua/client/facts"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: pack FILE.jsonl > catalogue.jsonl.gz")
	}
	in, err := os.Open(args[0])
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
	return facts.WriteEntries(os.Stdout, entries)
}
