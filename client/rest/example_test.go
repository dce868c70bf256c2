package rest_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	"motcua/client"
	"motcua/client/rest"
)

// The portal fails once; a look-up is asked again, and its answer is cleaned where it is decoded.
func ExampleClient_Do() {
	asked := 0
	portal := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if asked++; asked == 1 {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"code": "OK", "data": {"name": "  khai\u0007 sinh "}}`)
	}))
	defer portal.Close()

	c, err := rest.New(rest.Config{BaseURL: portal.URL + "/api/v1", Source: client.SourceName{ID: "example", Name: "Cổng ví dụ"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer c.Close()
	var out struct {
		Data struct {
			Name rest.Line `json:"name"`
		} `json:"data"`
	}
	answer, err := c.Do(context.Background(), rest.Request{Operation: "detail", Path: rest.Path("procedures", "1.001193"), Idempotent: true, Out: &out})
	fmt.Println(answer.Status, err, asked)
	fmt.Printf("%+q\n", out.Data.Name)
	// Output:
	// 200 <nil> 2
	// "khai\ufffd sinh"
}
