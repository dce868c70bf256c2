package supervise

import (
	"fmt"
	"reflect"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// Guard wraps a model and each command that it returns. It passes a panic in one of them to
// crashed as the type of its value and the stack. The value itself is dropped, because it
// may hold what a person typed. When crashed returns, the model is unchanged and nothing is
// drawn.
func Guard(m tea.Model, crashed func(kind, stack string)) tea.Model {
	return guarded{m, crashed}
}

type guarded struct {
	model   tea.Model
	crashed func(kind, stack string)
}

func (g guarded) catch() {
	if r := recover(); r != nil { //nolint:revive // it is deferred itself
		g.crashed(fmt.Sprintf("%T", r), string(debug.Stack()))
	}
}

// Init starts the model.
func (g guarded) Init() tea.Cmd {
	defer g.catch()
	return g.command(g.model.Init())
}

// Update passes a message to the model.
func (g guarded) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g
	defer g.catch()
	g.model, cmd = g.model.Update(msg)
	return g, g.command(cmd)
}

// View draws the model.
func (g guarded) View() tea.View {
	defer g.catch()
	return g.model.View()
}

var commands = reflect.TypeFor[[]tea.Cmd]()

// command wraps a command and those that it returns: Batch and Sequence return lists, the
// second of an unexported type.
func (g guarded) command(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer g.catch()
		msg := cmd()
		if v := reflect.ValueOf(msg); v.IsValid() && v.Kind() == reflect.Slice && v.CanConvert(commands) {
			list := v.Convert(commands).Interface().([]tea.Cmd)
			for i := range list {
				list[i] = g.command(list[i])
			}
		}
		return msg
	}
}
