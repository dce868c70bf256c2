// Package news asks the national portal for its news. Of the answers only the request, the id
// of a row and the content of a news item were seen; title and date are read from the names
// that other calls of the portal use, and a row without a title is asked for in full.
package news

import (
	"cmp"
	"context"
	"errors"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/markup"
	"motcua/client/notice"
	"motcua/client/rest"
)

const (
	listPath   = "configuring/news/list-by-citizen"
	detailPath = "configuring/news/detail-by-citizen"
)

// pageSize is that of the request that was seen.
const pageSize = 9

// titleMost is how much of a title is kept, in characters.
const titleMost = 200

// Reader asks the portal. It is safe for concurrent use.
type Reader struct{ rest *rest.Client }

// New returns a reader that asks over a connection to the portal.
func New(c *rest.Client) *Reader { return &Reader{c} }

// Source names the portal.
func (r *Reader) Source() client.SourceName { return r.rest.Source() }

type listRequest struct {
	Name   string `json:"name"`
	Limit  int    `json:"limit"`
	LastID string `json:"lastId"`
}

type listBody struct {
	Rows   rest.List[itemBody] `json:"rows"`
	Items  rest.List[itemBody] `json:"items"` // as other lists of this portal have them
	LastID rest.Raw            `json:"lastId"`
}

type itemBody struct {
	ID        rest.Raw    `json:"id"`
	Title     rest.Line   `json:"title"`
	Name      rest.Line   `json:"name"`
	Published rest.Millis `json:"publishedAt"`
	Created   rest.Millis `json:"createdAt"`
	Content   any         `json:"content"`
}

func (b itemBody) notice() notice.Notice {
	at := b.Published.Time
	if at.IsZero() {
		at = b.Created.Time
	}
	return notice.Notice{ID: b.ID.ID(), Title: short(string(cmp.Or(b.Title, b.Name))), Origin: notice.Portal, From: at}
}

// short cuts a title to what a list can show.
func short(s string) string {
	if r := []rune(s); len(r) > titleMost {
		return clean.Line(string(r[:titleMost-1]) + "…")
	}
	return s
}

// List reads the newest news, as many as most.
func (r *Reader) List(ctx context.Context, most int, pause func(context.Context) error) ([]notice.Notice, error) {
	var list []notice.Notice
	seen := map[string]bool{}
	q := listRequest{Limit: pageSize}
	for len(list) < most {
		if err := pause(ctx); err != nil {
			return nil, err
		}
		data, err := rest.Post[listBody](ctx, r.rest, "news", listPath, q)
		if err != nil {
			return nil, err
		}
		if !data.OK {
			return nil, r.rest.Nonsense(errors.New("news: a list without data"))
		}
		before := len(list)
		for _, b := range append(data.Value.Rows, data.Value.Items...) {
			if n := b.notice(); n.ID != "" && !seen[n.ID] && len(list) < most {
				seen[n.ID] = true
				list = append(list, n)
			}
		}
		last := string(data.Value.LastID)
		if len(list) == before || last == "" || last == q.LastID {
			break
		}
		q.LastID = last
	}
	return list, nil
}

// Full reads a news item. client.ErrNotFound: there is none with that id.
func (r *Reader) Full(ctx context.Context, id string) (notice.Full, error) {
	var full notice.Full
	if rest.Raw(id).ID() != id || id == "" {
		return full, client.ErrNotFound
	}
	data, err := rest.Post[itemBody](ctx, r.rest, "news_item", detailPath, struct {
		ID string `json:"id"`
	}{id})
	switch {
	case rest.BadRequest(err):
		return full, client.ErrNotFound
	case err != nil:
		return full, err
	case !data.OK:
		return full, client.ErrNotFound
	}
	full.Notice = data.Value.notice()
	full.ID = id
	content, _ := data.Value.Content.(string)
	full.Body = markup.HTML(content)
	if full.Title == "" {
		full.Title = first(full.Body)
	}
	return full, nil
}

// first is the first line of a news item that has no title of its own.
func first(b notice.Body) string {
	if len(b.Parts) == 0 {
		return ""
	}
	return short(b.Parts[0].Text)
}
