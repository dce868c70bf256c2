// Package places finds what an old commune, district or province is called today.
package places
