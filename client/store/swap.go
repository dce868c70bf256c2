package store

import (
	"context"
	"database/sql"
	"errors"
)

// generationsKept is how many readings with changes the history keeps. Readings without
// changes are dropped once there is a newer one; otherwise a quiet month would push out
// what people want to look up.
const generationsKept = 20

// swap makes a reading the current catalogue, records what changed and deletes what is no
// longer needed, in one transaction: a crash leaves either the old or the new.
func (s *Store) swap(ctx context.Context, db *sql.DB, r *reading) (Report, error) {
	out := Report{
		AsOf: r.started, Finished: s.opts.Now(), Listed: int(r.seen), Requests: int(r.requests),
		PageSize: int(r.pageSize), Resumed: r.resumed,
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return out, err
	}
	defer func() { _ = tx.Rollback() }()

	var old int64
	err = tx.QueryRowContext(ctx, `SELECT number FROM generation WHERE state = 'current'`).Scan(&old)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		out.First = true
	case err != nil:
		return out, err
	default:
		if err := compare(ctx, tx, old, r.number, out.Finished.UnixMilli(), &out); err != nil {
			return out, err
		}
	}
	for _, do := range []struct {
		query string
		args  []any
	}{
		{`UPDATE generation SET state = 'past' WHERE state = 'current'`, nil},
		{`UPDATE generation SET state = 'current', finished = ?2, fresh = ?3 WHERE number = ?1`, []any{r.number, out.Finished.UnixMilli(), out.First}},
		{`DELETE FROM entry WHERE generation <> ?`, []any{r.number}},
		{`DELETE FROM change WHERE generation NOT IN
			(SELECT DISTINCT generation FROM change ORDER BY generation DESC LIMIT ?)`, []any{generationsKept}},
		{`DELETE FROM generation WHERE state = 'past' AND number NOT IN (SELECT generation FROM change)
			AND number < (SELECT max(number) FROM generation WHERE state = 'past')`, nil},
	} {
		if _, err := tx.ExecContext(ctx, do.query, do.args...); err != nil {
			return out, err
		}
	}
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM entry`).Scan(&out.Kept); err != nil {
		return out, err
	}
	return out, tx.Commit()
}

// compare records what the new generation added, amended or removed, and which stored
// details that affects.
func compare(ctx context.Context, tx *sql.Tx, old, latest, at int64, out *Report) error {
	for _, do := range []struct {
		query string
		count *int
	}{
		{`INSERT INTO change (generation, what, code, name, before, parts, at)
			SELECT ?2, 'new', n.code, n.name, '', '', ?3 FROM entry n WHERE n.generation = ?2
			AND NOT EXISTS (SELECT 1 FROM entry o WHERE o.generation = ?1 AND o.code = n.code)`, &out.New},
		{`INSERT INTO change (generation, what, code, name, before, parts, at)
			SELECT ?2, 'gone', o.code, o.name, '', '', ?3 FROM entry o WHERE o.generation = ?1
			AND NOT EXISTS (SELECT 1 FROM entry n WHERE n.generation = ?2 AND n.code = o.code)`, &out.Gone},
		{`INSERT INTO change (generation, what, code, name, before, parts, at)
			SELECT ?2, 'amended', n.code, n.name, CASE WHEN n.name <> o.name THEN o.name ELSE '' END,
				ltrim(CASE WHEN n.name <> o.name THEN ',name' ELSE '' END
					|| CASE WHEN n.field <> o.field THEN ',field' ELSE '' END
					|| CASE WHEN n.agency <> o.agency THEN ',agency' ELSE '' END
					|| CASE WHEN n.kind <> o.kind THEN ',kind' ELSE '' END
					|| CASE WHEN n.id <> o.id THEN ',published' ELSE '' END, ','), ?3
			FROM entry n JOIN entry o ON o.generation = ?1 AND o.code = n.code
			WHERE n.generation = ?2
			AND (n.name, n.field, n.agency, n.kind, n.id) IS NOT (o.name, o.field, o.agency, o.kind, o.id)`, &out.Amended},
		{`UPDATE detail SET outdated = 1 WHERE ?1 < ?2 AND ?3 > 0
			AND code IN (SELECT code FROM change WHERE generation = ?2 AND what = 'amended')`, nil},
		{`DELETE FROM detail WHERE ?1 < ?2 AND ?3 > 0
			AND code IN (SELECT code FROM change WHERE generation = ?2 AND what = 'gone')`, nil},
	} {
		res, err := tx.ExecContext(ctx, do.query, old, latest, at)
		if err != nil {
			return err
		}
		if do.count != nil {
			n, err := res.RowsAffected()
			if err != nil {
				return err
			}
			*do.count = int(n)
		}
	}
	return nil
}
