//go:build !unix

package main

// dumpsOnWish is of use where the kiosk runs.
func dumpsOnWish() {}
