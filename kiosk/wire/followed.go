package wire

import (
	"path/filepath"

	"motcua/client/follow"
	"motcua/kiosk/config"
	"motcua/kiosk/followed"
)

// Followed returns the list that is kept for the account of this machine.
func Followed(state config.State) follow.Keeper {
	if state == "" {
		return nil
	}
	return followed.New(filepath.Join(state.File(config.FollowedName), "own"))
}

// FollowedBy returns the list that a server keeps for the fingerprint of a key.
func FollowedBy(state config.State, fingerprint string) follow.Keeper {
	if state == "" {
		return nil
	}
	return followed.OfKey(state.File(config.FollowedName), fingerprint)
}
