// Package sqlite opens an SQLite file with the store's settings, classifies the errors that the
// store handles, and locks a file between processes.
package sqlite
