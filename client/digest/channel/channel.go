// Package channel defines the order in which the ways of handing in a dossier are listed: the
// counter first, because it is open to everybody. Fees and time limits by channel use the same
// order.
package channel

import (
	"cmp"
	"slices"

	"motcua/client"
)

var order = []client.Channel{client.ChannelDirect, client.ChannelPostal, client.ChannelOnline, client.ChannelOther}

// Compare compares two channels by that order.
func Compare(a, b client.Channel) int {
	return cmp.Compare(slices.Index(order, a), slices.Index(order, b))
}

// Add adds c to channels in that order, unless it is there.
func Add(cs []client.Channel, c client.Channel) []client.Channel {
	if !slices.Contains(cs, c) {
		cs = append(cs, c)
		slices.SortFunc(cs, Compare)
	}
	return cs
}
