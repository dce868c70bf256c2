// Package shelf keeps public answers of other kinds than procedures in the catalogue's file,
// each under a topic and a key with the time at which it was given: decisions, for example.
// It never holds a dossier.
package shelf

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"io"
	"time"

	"motcua/client/store"
)

// mostBytes limits an unpacked body. A province's decisions of eight years have 0.4 MB.
const mostBytes = 8 << 20

// mostKept limits the answers of one topic; the oldest are dropped first.
const mostKept = 5_000

// Shelf is a part of a store. It is safe for concurrent use.
type Shelf struct{ file *store.Store }

// Of returns the shelf of a store, whose file is opened at the first use.
func Of(s *store.Store) Shelf { return Shelf{s} }

// Put keeps an answer in the place of the one before.
func (s Shelf) Put(ctx context.Context, topic, key string, at time.Time, v any) error {
	body, err := pack(v)
	if err != nil {
		return err
	}
	db, done, err := s.file.File(ctx, true)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `INSERT INTO shelf (topic, key, at, body) VALUES (?, ?, ?, ?)
		ON CONFLICT (topic, key) DO UPDATE SET at = excluded.at, body = excluded.body`, topic, key, at.UnixMilli(), body)
	if err == nil {
		_, err = db.ExecContext(ctx, `DELETE FROM shelf WHERE topic = ?1 AND key IN
			(SELECT key FROM shelf WHERE topic = ?1 ORDER BY at DESC LIMIT -1 OFFSET ?2)`, topic, mostKept)
	}
	return done(err)
}

// Get reads an answer into v. ok is false when there is none that can be read; the next
// answer replaces one that cannot.
func (s Shelf) Get(ctx context.Context, topic, key string, v any) (at time.Time, ok bool) {
	db, done, err := s.file.File(ctx, false)
	if err != nil {
		return at, false
	}
	var ms int64
	var body []byte
	// An older file that cannot be written has no such table, and so no answer.
	if err := db.QueryRowContext(ctx, `SELECT at, body FROM shelf WHERE topic = ? AND key = ?`, topic, key).Scan(&ms, &body); err != nil {
		_ = done(err)
		return at, false
	}
	if unpack(body, v) != nil {
		return at, false
	}
	return time.UnixMilli(ms), true
}

func pack(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(text); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

func unpack(body []byte, v any) error {
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(body)), mostBytes))
	if err != nil {
		return err
	}
	return json.Unmarshal(text, v)
}
