package news_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/national"
	"motcua/client/news"
	"motcua/client/rest"
)

// reader asks a portal that answers a call with a body.
func reader(t *testing.T, answer func(path string, q map[string]any) (int, string)) *news.Reader {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		var q map[string]any
		_ = json.Unmarshal(body, &q)
		status, says := answer(r.URL.Path, q)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, says)
	}))
	t.Cleanup(server.Close)
	n, err := national.New(national.Config{Rest: rest.Config{BaseURL: server.URL, Retries: -1}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	return n.News()
}

func unhurried(ctx context.Context) error { return ctx.Err() }

// The request is the one that was seen, and pages end when nothing new comes.
func TestPages(t *testing.T) {
	var asked []string
	r := reader(t, func(path string, q map[string]any) (int, string) {
		asked = append(asked, fmt.Sprint(path, q["name"], q["limit"], q["lastId"]))
		return http.StatusCreated, `{"code":"OK","data":{"total":1,"lastId":"b","rows":[{"id":"a","title":"Một"},{"id":"b","name":"Hai"},{"title":"không mã"},7,null]},"message":"OK"}`
	})
	list, err := r.List(t.Context(), 20, unhurried)
	if err != nil || len(list) != 2 || list[0].Title != "Một" || list[1].Title != "Hai" || len(asked) != 2 {
		t.Fatalf("%+v, %v, %q", list, err, asked)
	}
	if want := "/configuring/news/list-by-citizen9"; !strings.HasPrefix(strings.ReplaceAll(asked[0], " ", ""), want) {
		t.Errorf("asked %q", asked[0])
	}
}

// A body that says something else is a portal that is down, or no news, and never more.
func TestOtherShapes(t *testing.T) {
	for body, want := range map[string]error{
		`{"code":"OK","data":{"rows":null}}`:              nil,
		`{"code":"OK","data":{"rows":{"id":"a"}}}`:        nil,
		`{"code":"OK","data":{"items":[{"id":5}]}}`:       nil,
		`{"code":"OK","data":null}`:                       client.ErrUnavailable,
		`{"code":"ERROR","data":{"rows":[]},"message":1}`: client.ErrUnavailable,
		`<html>Request Rejected</html>`:                   client.ErrUnavailable,
	} {
		r := reader(t, func(string, map[string]any) (int, string) { return http.StatusOK, body })
		if _, err := r.List(t.Context(), 20, unhurried); !errors.Is(err, want) || want == nil && err != nil {
			t.Errorf("%s: %v", body, err)
		}
	}
}

// Hostile content is cleaned: no escapes, no controls, no addresses but of the web.
func TestHostileContent(t *testing.T) {
	content := "<p>\x1b[2Ja\u202eb&#27;]0;x&#7;<a href=\"https://a.example/x\">\x9bc</a><a href=\"javascript:x\">d</a>" + strings.Repeat("<div>", 5_000)
	body, _ := json.Marshal(map[string]any{"code": "OK", "data": map[string]any{"id": "a", "title": "T\x1b[31m<b>i</b>" + strings.Repeat("x", 500), "content": content}})
	r := reader(t, func(string, map[string]any) (int, string) { return http.StatusOK, string(body) })
	full, err := r.Full(t.Context(), "a")
	if err != nil || clean.Line(full.Title) != full.Title || len([]rune(full.Title)) > 200 || len(full.Links) != 1 {
		t.Fatalf("%+v, %v", full, err)
	}
	for _, p := range full.Parts {
		if clean.Line(p.Text) != p.Text {
			t.Errorf("%q", p.Text)
		}
	}
	for _, content := range []string{`5`, `null`, `{"a":1}`, `[]`} {
		r := reader(t, func(string, map[string]any) (int, string) {
			return http.StatusOK, `{"code":"OK","data":{"id":"a","title":"T","content":` + content + `}}`
		})
		if full, err := r.Full(t.Context(), "a"); err != nil || full.Title != "T" || len(full.Parts) != 0 {
			t.Errorf("%s: %+v, %v", content, full, err)
		}
	}
	gone := reader(t, func(string, map[string]any) (int, string) { return http.StatusBadRequest, `{"code":"BAD_REQUEST"}` })
	if _, err := gone.Full(t.Context(), "a"); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("an unknown id: %v", err)
	}
}
