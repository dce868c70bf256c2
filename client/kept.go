package client

import "time"

// Dossier answers stay in memory for two minutes at most and are never written to
// disk: they are personal data (Law 91/2025/QH15). In the first seconds they answer a
// repeated key press; after that only while the system is down. A person who asks
// again on purpose takes longer than those seconds and gets the newest answer.
//
// They are kept by the question as it was sent: the code in its own spelling, not in its
// [code.Dossier.Canonical] form. Portals compare codes as text, so the answer to -0007
// need not be the answer to -00007.
const (
	dossierFresh = 3 * time.Second
	dossierKept  = 2 * time.Minute
	dossierMost  = 2_000
)

// ForgetOld drops dossier answers that are too old. A process that may have no look-ups
// for a long time calls it once a minute.
func (s *Service) ForgetOld() { s.kept.Sweep(s.Now()) }

// Forget drops every dossier answer at once, for the change from one person to the next at a kiosk.
func (s *Service) Forget() {
	s.kept.Clear()
	s.closeIdle()
}

// Drop drops the answers to these questions, when the person who asked them has left
// and other sessions of the process continue.
func (s *Service) Drop(asked ...DossierQuery) {
	s.kept.Drop(asked...)
	s.closeIdle()
}

// closeIdle closes the connections that no look-up uses, because their buffers hold
// the last answers as the portal sent them, names included. The source closes a
// connection that is still in use when its look-up ends.
func (s *Service) closeIdle() {
	closeIdle := func(source any) {
		if c, ok := source.(interface{ Close() }); ok {
			c.Close()
		}
	}
	for _, p := range s.cfg.Procedures {
		closeIdle(p)
	}
	for _, r := range s.cfg.Routes {
		for _, d := range r.Sources {
			closeIdle(d)
		}
	}
}
