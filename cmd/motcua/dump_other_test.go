//go:build !unix

package main

// dumpsOnWish does nothing: the kiosk does not run on this system.
func dumpsOnWish() {}
