package system

import (
	"cmp"
	"slices"

	"motcua/client"
	"motcua/client/decode"
	"motcua/client/rest"
	"motcua/client/sandbox"
)

// Takes is what a key holds, for its check and for the sentence that asks for it.
type Takes string

// What keys hold.
const (
	TakesText     Takes = "text"
	TakesAccount  Takes = "account"   // the name of an account
	TakesClientID Takes = "client id" // an account's id that the system's owner gives
	TakesSecret   Takes = "secret"    // also by NAME_file, NAME_env or NAME_credential
	TakesURL      Takes = "url"
	TakesPath     Takes = "path"      // begins with "/"
	TakesCodePath Takes = "code path" // holds "{code}", unless code_field is set
	TakesHeader   Takes = "header"    // a value of an HTTP header
	TakesField    Takes = "field"     // the name of a field in a query or in JSON
	TakesStepsAt  Takes = "steps at"  // a field's name, without which no other key steps_* counts
	TakesPage     Takes = "page"      // the address of a page for people
)

// Key is a key of a [[system]] of one kind.
type Key struct {
	Name     string
	Takes    Takes
	Required bool
	Default  string // when the file leaves it out
	// Below names the address below which the key takes effect: who gets "not
	// found" from that address looks at it.
	Below string
	// Account: who is refused looks at it.
	Account bool
}

// Setting is a key with its value.
type Setting struct{ Key, Value string }

// Settings gives the value of a key, "" when it is not set.
type Settings func(key string) string

// SettingsOf looks keys up in a list.
func SettingsOf(list []Setting) Settings {
	return func(key string) string {
		for _, s := range list {
			if s.Key == key {
				return s.Value
			}
		}
		return ""
	}
}

// Reach is how a system is reached; BaseURL is filled from the settings.
type Reach = rest.Config

// Hooks are told what is found out about a system. Each may be nil.
type Hooks struct {
	OnUnknown  decode.OnUnknown        // a state that is none of the ten
	OnTakesAny func(client.SourceName) // it shows dossiers whatever secret is given
}

// Proof is what opens the private part of a dossier.
type Proof string

// The proofs.
const (
	ProofNone   Proof = ""       // nothing is shown, or all
	ProofDigits Proof = "digits" // the last ones of an identity or telephone number
	ProofSecret Proof = "secret" // the one on the receipt, which the system itself checks
)

// Kind is one way to ask for dossiers.
type Kind struct {
	Name string // as the configuration calls it
	// VI and EN name it inside a sentence.
	VI, EN string
	Keys   []Key // beside id, name and kind
	// Asked: the program asks the system itself, at the key url, so that there are
	// a time-out, a proxy and authorities.
	Asked bool
	Proof Proof
	// OwnCodeField: code_field is a field of the API and not of the page.
	OwnCodeField bool
	// Scope is where the sample portal's faults strike it, "" nowhere.
	Scope sandbox.Scope

	open   func(Reach, Settings, Hooks) (client.DossierSource, error)
	sample func(base, portal string) []Setting
}

// Kinds are all kinds, in the order in which people are told of them.
func Kinds() []Kind { return slices.Clone(kinds) }

var kinds = []Kind{integrationKind, iGateKind, openCPSKind, handOverKind}

// Find finds a kind by its name.
func Find(name string) (Kind, bool) {
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}, false
	}
	return kinds[i], true
}

// Key finds a key of the kind by its name.
func (k Kind) Key(name string) (Key, bool) {
	i := slices.IndexFunc(k.Keys, func(key Key) bool { return key.Name == name })
	if i < 0 {
		return Key{}, false
	}
	return k.Keys[i], true
}

// Open makes the client of one system. Nothing is asked yet.
func (k Kind) Open(at Reach, s Settings, h Hooks) (client.DossierSource, error) {
	filled := func(key string) string {
		own, known := k.Key(key)
		if !known { // it would be no key of the configuration: neither checked nor hidden
			panic("system: the kind " + k.Name + " has no key " + key)
		}
		return cmp.Or(s(key), own.Default)
	}
	if k.Asked {
		at.BaseURL = filled("url")
	}
	return k.open(at, filled, h)
}

// Sample are the settings by which the sample portal at base is asked; portal
// names the system whose dossiers are known there, "" for all.
func (k Kind) Sample(base, portal string) []Setting { return k.sample(base, portal) }

// SampleURLs are the addresses of the sample portal's part that plays the kind, by
// the names that `motcua sandbox --json` gives them: "igate_url", "igate_sso_url".
func (k Kind) SampleURLs(base string) map[string]string {
	urls := map[string]string{}
	name := cmp.Or(string(k.Scope), k.Name)
	for _, s := range k.Sample(base, "") {
		switch key, _ := k.Key(s.Key); {
		case key.Takes == TakesPage, s.Key == "url":
			urls[name+"_url"] = s.Value
		case key.Takes == TakesURL:
			urls[name+"_"+s.Key+"_url"] = s.Value
		}
	}
	return urls
}

// opened keeps a nil pointer from becoming a source that is not nil.
func opened[S client.DossierSource](s S, err error) (client.DossierSource, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}
