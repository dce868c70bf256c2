// Package listen is the page that asks how the screen is to be read aloud.
package listen
