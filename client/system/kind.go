package system

import (
	"cmp"
	"slices"

	"motcua/client"
	"motcua/client/decode"
	"motcua/client/rest"
	"motcua/client/sandbox/fault"
)

// Takes is the type of a key's value, for its check and for the sentence that asks for it.
type Takes string

// The types of values.
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
	TakesStepsAt  Takes = "steps at"  // a field's name; without it no other steps_* key has an effect
	TakesPage     Takes = "page"      // the URL of a web page
)

// Key is a key of a [[system]] table of one kind.
type Key struct {
	Name     string
	Takes    Takes
	Required bool
	Default  string // when the file leaves it out
	// Below names the key of the address to which this one is relative. Whoever gets
	// "not found" from that address should check this key.
	Below string
	// Account marks a key to check when the log-in is refused.
	Account bool
}

// Setting is a key with its value.
type Setting struct{ Key, Value string }

// Settings returns the value of a key, "" when it is not set.
type Settings func(key string) string

// Reach is the connection to a system; BaseURL comes from the settings.
type Reach = rest.Config

// Hooks are called when something is found out about a system. Each may be nil.
type Hooks struct {
	OnUnknown  decode.OnUnknown        // a state that is none of the ten
	OnTakesAny func(client.SourceName) // it shows dossiers for any secret
}

// Proof is what opens the private part of a dossier.
type Proof string

// The proofs.
const (
	ProofNone   Proof = ""       // no proof: nothing is shown, or everything
	ProofDigits Proof = "digits" // the last digits of an identity or telephone number
	ProofSecret Proof = "secret" // the secret on the receipt, which the system itself checks
)

// Kind is one kind of dossier system.
type Kind struct {
	Name string // its name in the configuration
	// VI and EN are its names inside a sentence.
	VI, EN string
	Keys   []Key // beside id, name and kind
	// Asked is true when the program itself sends requests to the system, at the key url,
	// so that time-out, proxy and authorities apply.
	Asked bool
	Proof Proof
	// OwnCodeField is true when code_field is a field of the API and not of the page.
	OwnCodeField bool
	// Scope is the sample portal's scope of faults for it, "" for none.
	Scope fault.Scope

	open   func(Reach, Settings, Hooks) (client.DossierSource, error)
	sample func(base, portal string) []Setting
}

// Kinds returns all kinds, in the order in which people read them.
func Kinds() []Kind { return slices.Clone(kinds) }

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

// Open makes the client of one system. It sends nothing yet.
func (k Kind) Open(at Reach, s Settings, h Hooks) (client.DossierSource, error) {
	filled := func(key string) string {
		own, known := k.Key(key)
		if !known { // a key outside the table would be neither checked nor hidden
			panic("system: the kind " + k.Name + " has no key " + key)
		}
		return cmp.Or(s(key), own.Default)
	}
	if k.Asked {
		at.BaseURL = filled("url")
	}
	return k.open(at, filled, h)
}

// Sample returns the settings for the sample portal at base; portal names the system whose
// dossiers it then has, "" for all.
func (k Kind) Sample(base, portal string) []Setting { return k.sample(base, portal) }

// SampleURLs returns the addresses of this kind on the sample portal, under the names that
// `motcua sandbox --json` prints: "igate_url", "igate_sso_url".
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

// opened keeps a nil pointer from becoming an interface value that is not nil.
func opened[S client.DossierSource](s S, err error) (client.DossierSource, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}
