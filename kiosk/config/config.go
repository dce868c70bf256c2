// Package config reads what an operator decides: one TOML file, environment
// variables and flags over built-in defaults, weakest first.
//
// Whatever is wrong is told in sentences that name the file, the line, the key
// and what was expected, in both languages; see Problem.
package config

import (
	"time"

	"motcua/tui/text"
)

// Config is everything that can be decided outside the program. Strings are
// sanitised; Load has checked each value.
type Config struct {
	Place     Place     `toml:"place" json:"place"`
	Interface Interface `toml:"interface" json:"interface"`
	National  National  `toml:"national" json:"national"`
	Store     Store     `toml:"store" json:"store"`
	Papers    Papers    `toml:"papers" json:"papers"`
	Sample    Sample    `toml:"sample" json:"sample"`
	Calendar  Calendar  `toml:"calendar" json:"calendar"`
	Server    Server    `toml:"server" json:"server"`
	Limits    Limits    `toml:"limits" json:"limits"`
	Guess     Guess     `toml:"guess" json:"guess"`
	Kiosk     Kiosk     `toml:"kiosk" json:"kiosk"`
	Systems   []System  `toml:"system" json:"system"`
	Routes    []Route   `toml:"route" json:"route"`

	// Offline comes from a flag alone: answer from what is kept on this machine.
	Offline bool `toml:"-" json:"-"`
	// File is the file that was read, empty when there was none.
	File string `toml:"-" json:"-"`

	env      *proxyEnv // nil: the environment names no proxy that would be used
	outside  []Problem // see Outside
	origins  map[string]Origin
	noNumber map[string]string // what stood in the place of a number, by key
}

// Place is where the program stands, in the words that people are shown.
type Place struct {
	Name   string `toml:"name" json:"name"`     // heading of the home screen
	Office string `toml:"office" json:"office"` // line below it, may be empty
	Desk   string `toml:"desk" json:"desk"`     // whom to ask; empty: the program's own words
	Hours  string `toml:"hours" json:"hours"`   // opening hours, may be empty
}

// Interface is what a person sees first.
type Interface struct {
	Lang  text.Lang `toml:"lang" json:"lang"`
	Theme string    `toml:"theme" json:"theme"` // empty: the program's own choice
	// Staff gives the local program the list of dossiers to follow. What a proof
	// opens stays shut: that takes a key, over SSH.
	Staff bool `toml:"staff" json:"staff"`
}

// National is the National Public Service Portal.
type National struct {
	URL     string   `toml:"url" json:"url"` // ends in /api/v1; empty: not asked
	Proxy   Proxy    `toml:"proxy" json:"proxy"`
	CAFile  string   `toml:"ca_file" json:"ca_file"` // authorities that are believed beside the machine's own
	Timeout Duration `toml:"timeout" json:"timeout"`
	// Contact stands in the User-Agent, so that the portal's people can reach
	// the operator: an address or a page.
	Contact string `toml:"contact" json:"contact"`
}

// Store is the catalogue on this machine.
type Store struct {
	Dir string `toml:"dir" json:"dir"` // folder of its file; empty: the account's state folder
	// Refresh is how old the catalogue grows before serve and kiosk read it anew,
	// and a kept detail before the portal is asked again; 0: they never do, and a
	// detail answers for DefaultRefresh.
	Refresh Duration `toml:"refresh" json:"refresh"`
}

// Papers are pages that an office went through, see package review.
type Papers struct {
	// File is a file, or a folder of files that end in .toml; empty: none. What in
	// it cannot be used is skipped and told, and is no fault of the configuration.
	File string `toml:"file" json:"file"`
}

// DefaultRefresh is a day: papers and fees change by published decisions, not by
// the hour.
var DefaultRefresh = DurationOf(24 * time.Hour)

// SampleMode tells when the sample portal answers.
type SampleMode string

// The sample modes.
const (
	SampleAuto SampleMode = "auto" // when neither a portal nor a system is configured
	SampleOn   SampleMode = "on"   // always, for training
	SampleOff  SampleMode = "off"  // never
)

// Sample is the sample portal inside the program.
type Sample struct {
	Mode SampleMode `toml:"mode" json:"mode"`
}

// Calendar corrects the public holidays that ship in the binary.
type Calendar struct {
	DaysOff []string `toml:"days_off" json:"days_off"` // "2026-11-24"
	DaysOn  []string `toml:"days_on" json:"days_on"`   // worked although a weekend or a holiday
}

// DefaultTimeout is how long one answer may take: a person at a counter has
// given up by then.
var DefaultTimeout = DurationOf(10 * time.Second)

// SampleOffice is the office on the home screen while the sample portal
// answers and the operator named none.
const SampleOffice = "Phường Đức Xuân, tỉnh Thái Nguyên"

// Defaults are the values of an empty configuration.
func Defaults() Config {
	return Config{
		Place:     Place{Name: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"},
		Interface: Interface{Lang: text.VI},
		National:  National{Timeout: DefaultTimeout},
		Store:     Store{Refresh: DefaultRefresh},
		Sample:    Sample{Mode: SampleAuto},
		Server:    defaultServer(),
		Limits:    defaultLimits(),
		Guess:     defaultGuess(),
		Kiosk:     defaultKiosk(),
	}
}

// UsesSample tells whether the sample portal answers instead of real ones.
func (c Config) UsesSample() bool {
	switch c.Sample.Mode {
	case SampleOn:
		return true
	case SampleOff:
		return false
	default:
		return c.National.URL == "" && len(c.Systems) == 0
	}
}

// Office is the line below the name: the operator's, or the sample's own.
func (c Config) Office() string {
	if c.Place.Office == "" && c.UsesSample() {
		return SampleOffice
	}
	return c.Place.Office
}
