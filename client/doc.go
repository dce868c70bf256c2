// Package client is what a look-up is: dossiers, procedures, agencies and their
// states, errors and freshness, and the service that asks the sources and labels
// what they answer.
//
// It knows neither screens nor servers. It rests on client/code (codes as people
// bring them), client/workday (days and Vietnam's time) and client/clean (words that
// are safe to show). The sources live in the packages below it (client/national,
// client/integration, ...), and every string that they decode passes clean.Line or
// clean.Text once, here.
package client
