package main

import (
	"reflect"

	"github.com/lib/pq"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

// registered lists what the module's package "plugin" registers with encoding/gob for values in
// interfaces, in its order. The list is repeated here because gob does not show what it knows; the
// tests of gob in tests/gob/ see to it that every name is the one that travels.
var registered = []any{
	[]*model.MessageAttachment{},
	[]any{},
	map[string]any{},
	&model.AppError{},
	&pq.Error{},
	&plugin.ErrorString{},
	&model.AutocompleteDynamicListArg{},
	&model.AutocompleteStaticListArg{},
	&model.AutocompleteTextArg{},
	&model.PreviewPost{},
	model.PropertyOptions[*model.PluginPropertyOption]{},
}

// attachmentsName is the older name of the type, which is kept on the wire.
const attachmentsName = "[]*model.SlackAttachment"

// registeredTypes names the types as gob does. Structs that only the transport has are visited too.
func registeredTypes(walk *walk) []Value {
	walk.visit(reflect.TypeFor[plugin.HTTPRequestSubset]())
	var out []Value
	for _, value := range registered {
		t := reflect.TypeOf(value)
		name := t.String()
		if t == reflect.TypeFor[[]*model.MessageAttachment]() {
			name = attachmentsName
		}
		if t.PkgPath() != "" {
			name = t.PkgPath() + "." + t.Name()
			// A generic type's own name is of no use to readers of the schema.
			out = append(out, Value{Name: name, Type: "[]" + walk.visit(t.Elem())})
			continue
		}
		out = append(out, Value{Name: name, Type: walk.visit(t)})
	}
	return out
}
