// Package adapter plays the integration adapter: a log-in, and one call that names its
// service and answers with the sample dossiers, in the form of DongBoHoSoMC.
package adapter
