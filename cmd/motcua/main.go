// Command motcua answers the two questions that bring most people to a
// public-service counter in Vietnam: where is my dossier, and what must I
// bring? With no arguments it opens the interface, with a verb it answers in
// plain text or JSON.
//
// This package wires rooms together and decides nothing: configuration ->
// sources -> client.Service -> command.
package main

import "os"

func main() { os.Exit(run()) }
