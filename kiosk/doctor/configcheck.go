package doctor

import (
	"errors"

	"motcua/client/clean"
	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/staff"
	"motcua/tui/text"
	"motcua/tui/view/failure"
)

// ReadIn is the result of reading a configuration, for `motcua config check`.
type ReadIn struct {
	Config   config.Config
	Problems []Mistake // have to be fixed before the file can be used
	Notes    []string
}

// Mistake is one thing to fix in a file; Line is 0 when it does not concern a line.
type Mistake struct {
	Key      string `json:"key"`
	Line     int    `json:"line"`
	Sentence string `json:"sentence"`
}

// ReadConfig reads a configuration and the files that a server reads with it. It sends
// nothing over the network. environ is searched for variables that the program does not
// know.
func ReadConfig(in config.Inputs, environ []string) ReadIn {
	cfg, err := config.Load(in)
	c := ReadIn{Config: cfg, Problems: []Mistake{}, Notes: []string{}}
	lang := cfg.Interface.Lang
	var bad *config.Error
	switch {
	case errors.As(err, &bad):
		for _, p := range bad.Problems {
			c.Problems = append(c.Problems, Mistake{p.Key, p.Line, p.Sentence(lang)})
		}
	case err != nil:
		c.Problems = append(c.Problems, Mistake{Sentence: clean.Line(err.Error())})
	default:
		c.staff(staff.Files{Keys: cfg.Server.StaffKeys, CAs: cfg.Server.StaffCAs, Revoked: cfg.Server.RevokedKeys})
	}
	if err == nil {
		for _, p := range review.Read(cfg.Papers.File, nil).Problems() {
			c.Notes = append(c.Notes, failure.Review(p, text.For(lang), nil))
		}
	}
	for _, p := range append(cfg.Outside(), config.UnknownEnv(environ)...) {
		c.Notes = append(c.Notes, p.Sentence(lang))
	}
	return c
}

// staff reads the files of staff. A line that cannot be used is a note, because the server
// skips it; a file that cannot be used has to be fixed.
func (c *ReadIn) staff(files staff.Files) {
	book := staff.ReadAs(keyfile.Own(), files)
	unread := book.Err(files) != nil
	for _, p := range book.Problems() {
		if says := p.In(c.Config.Interface.Lang); unread {
			c.Problems = append(c.Problems, Mistake{Key: "server", Sentence: says})
		} else {
			c.Notes = append(c.Notes, says)
		}
	}
}

// Closed checks that others cannot write the file: the server would refuse it. inUse says
// whether this file is the one in use.
func (c *ReadIn) Closed(inUse bool) {
	lang := c.Config.Interface.Lang
	var open *keyfile.Problem
	switch errors.As(c.Config.CheckFile(keyfile.Own()), &open); {
	case open == nil:
	case inUse:
		c.Problems = append(c.Problems, Mistake{Sentence: open.In(lang)})
	default:
		c.Notes = append(c.Notes, open.In(lang))
	}
}
