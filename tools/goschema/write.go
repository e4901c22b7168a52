package main

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"slices"
)

// write prints the schema as JSON with one method or field a line, so that a difference between two
// versions of the module reads well.
func write(to io.Writer, schema *Schema) error {
	var out bytes.Buffer
	out.WriteString("{\n")
	out.WriteString(`"module": ` + line(schema.Module) + ",\n")
	out.WriteString(`"version": ` + line(schema.Version) + ",\n")
	out.WriteString(`"api": [` + "\n")
	lines(&out, schema.API)
	out.WriteString("],\n" + `"hooks": [` + "\n")
	lines(&out, schema.Hooks)
	out.WriteString("],\n" + `"registered": [` + "\n")
	lines(&out, schema.Registered)
	out.WriteString("],\n" + `"types": {` + "\n")
	names := slices.Sorted(maps.Keys(schema.Types))
	for i, name := range names {
		described := *schema.Types[name]
		fields := described.Fields
		described.Fields = nil
		head := line(described)
		out.WriteString(line(name) + ": ")
		if len(fields) == 0 {
			out.WriteString(head)
		} else {
			out.WriteString(head[:len(head)-1] + `,"fields":[` + "\n")
			lines(&out, fields)
			out.WriteString("]}")
		}
		out.WriteString(comma(i, len(names)))
	}
	out.WriteString("}\n}\n")
	_, err := to.Write(out.Bytes())
	return err
}

func lines[T any](out *bytes.Buffer, all []T) {
	for i, one := range all {
		out.WriteString("  " + line(one) + comma(i, len(all)))
	}
}

func comma(i, count int) string {
	if i == count-1 {
		return "\n"
	}
	return ",\n"
}

// line cannot fail: it is only given our own plain structs and strings.
func line(value any) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err)
	}
	return string(bytes.TrimSpace(out.Bytes()))
}
