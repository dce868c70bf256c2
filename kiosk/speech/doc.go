// Package speech reads a kiosk's screen aloud: through espeak-ng, through
// speech-dispatcher, with recorded clips, or with clips first and a voice for
// the rest.
//
// What is said may be of one person. It goes to a voice through a pipe, never in
// a command line, is in no log, and is forgotten when it was said.
package speech
