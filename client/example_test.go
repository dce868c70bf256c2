package client_test

import (
	"context"
	"fmt"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/workday"
)

// provinceDesk is a system that knows one application.
type provinceDesk struct{}

func (provinceDesk) Source() client.SourceName {
	return client.SourceName{ID: "h55", Name: "Hệ thống một cửa tỉnh"}
}

func (provinceDesk) Dossier(_ context.Context, q client.DossierQuery) (client.Dossier, error) {
	if q.Code.String() != "H55.17.05-261120-0007" {
		return client.Dossier{}, client.ErrNotFound
	}
	return client.Dossier{
		Code: q.Code, Status: client.StatusProcessing,
		DueAt: time.Date(2026, time.November, 25, 17, 0, 0, 0, workday.Zone),
	}, nil
}

// A service sends a code, however it is spelled, to the system that knows it.
func ExampleService_Track() {
	calendar, err := workday.NewCalendar(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	service := client.NewService(client.ServiceConfig{
		Routes:   []client.Route{{Match: "H55.*", Sources: []client.DossierSource{provinceDesk{}}}},
		Calendar: calendar,
	})
	typed, err := code.ParseDossier("h55 17 05 261120 0007")
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, err := service.Track(context.Background(), client.DossierQuery{Code: typed})
	fmt.Println(answer.Value.Code, answer.Value.Status == client.StatusProcessing, answer.Value.DueAt.Format("02/01/2006"), err)
	fmt.Println(answer.Source.Name)
	// Output:
	// H55.17.05-261120-0007 true 25/11/2026 <nil>
	// Hệ thống một cửa tỉnh
}
