package integration

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/decode"
	"motcua/client/rest"
)

// The names of the adapter's services.
const (
	DefaultDossierService  = "TraCuuHoSo"
	DefaultProgressService = "CapNhatTienDoHoSoMC"
	// NoProgress as Config.ProgressService turns the steps off.
	NoProgress = "-"
)

// progressTimeout limits the additional wait for the steps; after it the dossier is shown
// without them.
const progressTimeout = 5 * time.Second

// Config is the operator's account at one adapter.
type Config struct {
	Rest     rest.Config // BaseURL is the adapter's, Source names the system
	AuthPath string      // below the base URL, "" when the base is the path
	CallPath string

	DstCode  string // header `dstcode`
	Username string
	Password string
	UnitCode string // field `madonvi`

	// DossierService is DefaultDossierService when empty.
	DossierService string
	// ProgressService is the service for the steps; empty means
	// DefaultProgressService. Some adapters offer it under another name. NoProgress
	// turns it off. When it fails, the dossier is shown all the same.
	ProgressService string

	// OnUnknown is called for states that are none of the ten, for a metric.
	OnUnknown decode.OnUnknown
}

// Source answers from the adapter. It is safe for concurrent use.
type Source struct {
	cfg      Config
	rest     *rest.Client
	session  session
	badDates atomic.Int64
	unknown  atomic.Int64
}

var _ client.DossierSource = (*Source)(nil)

// New checks the config. Nothing is sent yet.
func New(cfg Config) (*Source, error) {
	rc, err := rest.New(cfg.Rest)
	if err != nil {
		return nil, fmt.Errorf("integration adapter: %w", err)
	}
	return newSource(rc, cfg)
}

func newSource(rc *rest.Client, cfg Config) (*Source, error) {
	if cfg.Username == "" || cfg.Password == "" {
		return nil, errors.New("integration adapter: user name and password are needed")
	}
	if cfg.DossierService == "" {
		cfg.DossierService = DefaultDossierService
	}
	if cfg.ProgressService == "" {
		cfg.ProgressService = DefaultProgressService
	}
	// Operators write paths with a leading slash, as the adapters' documentation does.
	cfg.AuthPath = strings.Trim(cfg.AuthPath, "/")
	cfg.CallPath = strings.Trim(cfg.CallPath, "/")
	s := &Source{cfg: cfg, rest: rc}
	s.session.gate = make(chan struct{}, 1)
	return s, nil
}

// Source names the system.
func (s *Source) Source() client.SourceName { return s.rest.Source() }

// Date asks the adapter for its time, see rest.Client.Date.
func (s *Source) Date(ctx context.Context) (time.Time, error) { return s.rest.Date(ctx) }

// Close drops idle connections; the source stays usable.
func (s *Source) Close() { s.rest.Close() }

// InvalidDates counts the dates that could not be read and were left out.
func (s *Source) InvalidDates() int64 { return s.badDates.Load() }

// UnknownStates counts the answers whose state is none of the ten.
func (s *Source) UnknownStates() int64 { return s.unknown.Load() }

// Dossier finds a dossier by its code. Without a proof the result says ProofNeeded and
// holds nothing personal. A wrong proof returns client.ErrNotFound after a single
// request, as an unknown code does.
func (s *Source) Dossier(ctx context.Context, q client.DossierQuery) (client.Dossier, error) {
	if q.Code.IsZero() {
		return client.Dossier{}, client.ErrNotFound
	}
	rows, err := s.query(ctx, "dossier", s.cfg.DossierService, q.Code, true)
	if err != nil {
		return client.Dossier{}, err
	}
	d, people, err := readDossier(rows, q, &s.badDates)
	if err != nil {
		return client.Dossier{}, err
	}
	if s.cfg.ProgressService != NoProgress {
		var officials []string
		d.Steps, officials = s.progress(ctx, q.Code, d.Private != nil)
		people = append(people, officials...)
	}
	for _, st := range d.Steps {
		// The dossier itself has no date of submission; its first step may have one.
		if st.Status == client.StatusRegistered {
			d.SubmittedAt = st.At
			break
		}
	}
	if len(d.Steps) == 0 {
		d.Steps = decode.StepsFromDates(d)
	}
	hide(&d, people...)
	if !d.Status.Known() {
		s.unknown.Add(1)
		// The field holds a number or words; Label turns words into "other".
		s.cfg.OnUnknown.Tell(s.Source(), d.StatusName)
	}
	return d, nil
}

func (s *Source) progress(ctx context.Context, dossierCode code.Dossier, proved bool) (steps []client.Step, officials []string) {
	ctx, cancel := context.WithTimeout(ctx, progressTimeout)
	defer cancel()
	rows, err := s.query(ctx, "progress", s.cfg.ProgressService, dossierCode, false)
	if err != nil {
		return nil, nil
	}
	return readSteps(rows, dossierCode, proved, &s.badDates)
}
