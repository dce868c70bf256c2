// Package shares shows how many procedures can be done online, today and in 2018, as bars.
package shares
