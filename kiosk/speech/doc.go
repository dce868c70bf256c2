// Package speech reads a kiosk's screen aloud: through espeak-ng, through
// speech-dispatcher, with recorded clips, or with clips first and a voice for
// the rest.
//
// A text may contain personal data. It is passed to a voice through a pipe, never in a
// command line, is never logged, and is discarded once it was spoken.
package speech
