package verifying

import (
	"time"

	"motcua/client/signature"
	"motcua/tui/line/record"
)

// signatureFile is what is known of the signatures of a file.
type signatureFile struct {
	File       string          `json:"file"`
	State      string          `json:"state"`
	Unchanged  *bool           `json:"unchanged"` // null: it could not be found out, or nothing is signed
	Bytes      int64           `json:"bytes"`
	Added      int64           `json:"added_bytes"` // behind the last signature
	Hidden     int             `json:"hidden"`
	Signatures []signatureJSON `json:"signatures"`
	CheckedAt  string          `json:"checked_at"`
	Sentence   string          `json:"sentence"`
}

type signatureJSON struct {
	Kind         string    `json:"kind"` // signature stamp
	Field        *string   `json:"field"`
	Covers       string    `json:"covers"`  // all earlier part nothing unknown
	Problem      *string   `json:"problem"` // unknown_method missing_signer malformed_message
	Level        *int      `json:"level"`   // of certification, 1 to 3
	Signer       *string   `json:"signer"`
	Organization *string   `json:"organization"`
	Issuer       *string   `json:"issuer"`
	ValidFrom    *string   `json:"valid_from"`
	ValidUntil   *string   `json:"valid_until"`
	Time         *string   `json:"time"`
	TimeBy       *string   `json:"time_by"` // stamp signer
	StampBy      *string   `json:"stamp_by"`
	SignerTime   *string   `json:"signer_time"` // by the signer's clock
	Notes        []string  `json:"notes"`
	Chain        chainJSON `json:"chain"`
}

type chainJSON struct {
	Known      string  `json:"known"` // yes no no_roots out_of_date revoked not_asked
	Root       *string `json:"root"`
	At         *string `json:"at"`          // the time for which it was validated
	StampKnown *bool   `json:"stamp_known"` // null: no stamp holds, or there are no roots
	Revocation string  `json:"revocation"`  // not_checked not_revoked revoked revoked_later not_found
	RevokedAt  *string `json:"revoked_at"`
}

// recordLine is what was found out about a file as a line of JSON.
func recordLine(name string, r signature.Report, at time.Time, sentence string) string {
	o := signatureFile{
		File: name, State: string(r.State), Bytes: r.Bytes, Added: r.AddedBytes, Hidden: r.Hidden,
		Signatures: []signatureJSON{}, CheckedAt: *record.TimeOrNull(at), Sentence: sentence,
	}
	switch r.State {
	case signature.Unchanged:
		o.Unchanged = new(true)
	case signature.Added, signature.Changed, signature.Partial:
		o.Unchanged = new(false)
	default:
	}
	for _, s := range r.Signatures {
		o.Signatures = append(o.Signatures, signatureOf(s))
	}
	return record.Encode(o)
}

func signatureOf(s signature.Signature) signatureJSON {
	o := signatureJSON{
		Kind: "signature", Field: record.OrNull(s.Field), Covers: string(s.Covers), Problem: record.OrNull(string(s.Problem)),
		Signer: record.OrNull(s.Signer.Name), Organization: record.OrNull(s.Signer.Organization), Issuer: record.OrNull(s.Signer.Issuer),
		ValidFrom: record.TimeOrNull(s.Signer.From), ValidUntil: record.TimeOrNull(s.Signer.Until),
		Time: record.TimeOrNull(s.Time), TimeBy: record.OrNull(string(s.By)), StampBy: record.OrNull(s.StampBy.Name), SignerTime: record.TimeOrNull(s.SignerAt),
		Notes: []string{},
		Chain: chainJSON{
			Known: string(s.Chain.Known), Root: record.OrNull(s.Chain.Root), At: record.TimeOrNull(s.Chain.At),
			Revocation: string(s.Chain.Revocation), RevokedAt: record.TimeOrNull(s.Chain.RevokedAt),
		},
	}
	if s.Stamp {
		o.Kind = "stamp"
	}
	if s.Level > 0 {
		o.Level = &s.Level
	}
	if s.By == signature.ByStamp && !s.Chain.At.IsZero() {
		o.Chain.StampKnown = &s.Chain.StampKnown
	}
	for _, n := range s.Notes {
		o.Notes = append(o.Notes, string(n))
	}
	return o
}
