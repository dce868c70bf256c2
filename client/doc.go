// Package client is what a look-up is: dossiers, procedures, agencies, their
// codes and states, working days, errors and freshness, and the service that
// asks the sources and labels what they answer.
//
// It knows neither screens nor servers. The sources live in the packages below
// it (client/national, client/integration, ...), and every string that they
// decode passes clean.Line or clean.Text once, here.
package client
