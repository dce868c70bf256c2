// Package failure says why there is no answer and what the person can do: a look-up that
// failed, a code that cannot be read, a search without hits, a file of reviews with a
// mistake.
package failure
