package limit

// Shared reports whether several servers behind one balancer share the numbers of a space of
// the ledger: the budgets against guessing, the penalties, and the sessions of a source. All
// others bound what one server's memory, processor and network bear, and each server has
// them by itself: connections, handshakes, cells, and how often they start.
func Shared(space string) bool {
	switch space {
	case spaceOwn, spaceDay, spaceProof, spaceShared, spaceDossier, spaceDelay, spaceExcess,
		spaceSeen, spaceMissed, spaceOpened, spacePaidBack, spaceUnsure,
		spacePenalty4, spacePenalty6, "source_" + spaceSessions, spaceKnown + "source_" + spaceSessions:
		return true
	default:
		return false
	}
}

// Dearest is the highest cost of a look-up in one bucket.
const Dearest = max(ownHit, ownMiss, dayHit, dayMiss, proofMiss)
