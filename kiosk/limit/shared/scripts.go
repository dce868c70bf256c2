package shared

import (
	_ "embed"

	"github.com/redis/go-redis/v9"
)

//go:embed prelude.lua
var prelude string

//go:embed pay.lua
var payLua string

//go:embed left.lua
var leftLua string

//go:embed blame.lua
var blameLua string

//go:embed hold.lua
var holdLua string

//go:embed apply.lua
var applyLua string

//go:embed beat.lua
var beatLua string

var (
	payScript   = redis.NewScript(prelude + payLua)
	leftScript  = redis.NewScript(prelude + leftLua)
	blameScript = redis.NewScript(prelude + blameLua)
	holdScript  = redis.NewScript(prelude + holdLua)
	applyScript = redis.NewScript(prelude + applyLua)
	beatScript  = redis.NewScript(beatLua)
)
