package store

import (
	"bytes"
	"compress/flate"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"motcua/client"
	"motcua/client/code"
)

const (
	// detailFormat is the version of a stored body. A test fails when client.Procedure
	// changes its form under the same number.
	detailFormat = 2
	// maxDetail limits an unpacked body, in bytes. The longest seen has 0.4 MB.
	maxDetail = 8 << 20
	// mostDetails limits how many are stored, at some 7 KB each; the oldest are dropped
	// first.
	mostDetails = 5_000
)

// packDetail returns the bytes to store for a procedure.
func packDetail(p client.Procedure) ([]byte, error) {
	var b bytes.Buffer
	z, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	out := json.NewEncoder(z)
	out.SetEscapeHTML(false)
	if err := out.Encode(p); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

// unpackDetail reads what packDetail made.
func unpackDetail(b []byte) (client.Procedure, error) {
	var p client.Procedure
	z := flate.NewReader(bytes.NewReader(b))
	defer func() { _ = z.Close() }()
	text, err := io.ReadAll(io.LimitReader(z, maxDetail+1))
	if err == nil && len(text) > maxDetail {
		err = errors.New("too long")
	}
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	if err == nil && p.Code == "" {
		err = errors.New("no code in it")
	}
	if err != nil {
		return client.Procedure{}, fmt.Errorf("store: a kept detail cannot be read: %w", err)
	}
	return p, nil
}

// Keep stores a detail that the portal just returned. When it cannot be stored, because
// the disk is full or there is no file, nothing happens: the person has the answer.
func (s *Store) Keep(ctx context.Context, a client.Answer[client.Procedure]) {
	_ = s.keep(ctx, a)
}

func (s *Store) keep(ctx context.Context, a client.Answer[client.Procedure]) error {
	if a.Value.Code == "" || a.Value.Kind.Internal() || a.Value.Outline {
		return nil
	}
	db, err := s.writable(ctx)
	if err != nil {
		return err
	}
	body, err := packDetail(a.Value)
	if err != nil {
		return err
	}
	return s.judge(ctx, db, writeDetail(ctx, db, a, body))
}

func writeDetail(ctx context.Context, db *sql.DB, a client.Answer[client.Procedure], body []byte) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	p := a.Value
	updated := int64(0)
	if !p.UpdatedAt.IsZero() {
		updated = p.UpdatedAt.UnixMilli()
	}
	// The list does not show that papers or fees changed; the date of the detail does.
	if _, err := tx.ExecContext(ctx, `
		INSERT INTO change (generation, what, code, name, before, parts, at)
		SELECT g.number, 'amended', d.code, ?2, '', 'detail', ?3
		FROM detail d JOIN generation g ON g.state = 'current'
		WHERE d.code = ?1 AND d.updated > 0 AND d.updated < ?4
		ON CONFLICT (generation, what, code) DO UPDATE
		SET parts = change.parts || ',detail' WHERE instr(change.parts, 'detail') = 0`,
		p.Code, p.Name, a.AsOf.UnixMilli(), updated); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `
		INSERT INTO detail (code, format, fetched, updated, source_id, source_name, body) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (code) DO UPDATE SET format = excluded.format, fetched = excluded.fetched, updated = excluded.updated,
			outdated = 0, source_id = excluded.source_id, source_name = excluded.source_name, body = excluded.body`,
		p.Code, detailFormat, a.AsOf.UnixMilli(), updated, a.Source.ID, a.Source.Name, body); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `
		DELETE FROM detail WHERE code IN (SELECT code FROM detail ORDER BY fetched DESC LIMIT -1 OFFSET ?)`, mostDetails); err != nil {
		return err
	}
	return tx.Commit()
}

// Kept returns the stored detail with its date, and whether it is fresh enough to answer
// without asking the portal. The code of one case finds its procedure. So does the code
// of a province's edition, but never as fresh: the portal may have that edition itself.
func (s *Store) Kept(ctx context.Context, rawCode string) (a client.Answer[client.Procedure], fresh, ok bool) {
	db, err := s.handle(ctx)
	if err != nil {
		return a, false, false
	}
	for _, form := range codeForms(rawCode) {
		a, fresh, err = s.readDetail(ctx, db, form)
		if err == nil {
			parsed, bad := code.ParseProcedure(rawCode)
			return a, fresh && (bad != nil || parsed.Local() == "" || form == parsed.String()), true
		}
		if !errors.Is(err, sql.ErrNoRows) {
			_ = s.judge(ctx, db, err)
			return client.Answer[client.Procedure]{}, false, false
		}
	}
	return client.Answer[client.Procedure]{}, false, false
}

func (s *Store) readDetail(ctx context.Context, db *sql.DB, code string) (client.Answer[client.Procedure], bool, error) {
	var (
		a                 client.Answer[client.Procedure]
		fetched, outdated int64
		body              []byte
	)
	err := db.QueryRowContext(ctx, `SELECT fetched, outdated, source_id, source_name, body FROM detail
		WHERE code = ? AND format = ?`, code, detailFormat).
		Scan(&fetched, &outdated, &a.Source.ID, &a.Source.Name, &body)
	if err != nil {
		return a, false, err
	}
	if a.Value, err = unpackDetail(body); err != nil {
		return a, false, errors.Join(sql.ErrNoRows, err) // as if it were not there; the next fetch replaces it
	}
	a.AsOf = fromMillis(fetched)
	age := s.opts.Now().Sub(a.AsOf)
	// After the clock was set back a detail must not stay fresh for ever.
	fresh := outdated == 0 && age < s.opts.FreshFor && age > -time.Minute
	return a, fresh, nil
}
