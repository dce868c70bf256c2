// Package opencps plays OpenCPS v2: a dossier in full, and its process steps.
package opencps
