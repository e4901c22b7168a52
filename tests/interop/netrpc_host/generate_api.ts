/**
 * Writes the Go type that implements all of the plugin API by one function.
 *
 * @module
 */
import type { GoSchema } from "../../../tools/gen/go_schema.ts";

/** The Go source of `generatedAPI`. */
export function generateAPI(schema: GoSchema): string {
  const methods = schema.api.map(({ name, params, results }) => {
    const variadic = /^Log(Debug|Info|Warn|Error)$/.test(name);
    const list = params.map(({ type }, at) => {
      const goType = variadic && at === params.length - 1 ? type.replace(/^\[\]/, "...") : type;
      return `p${at} ${qualified(goType)}`;
    });
    const args = [`"${name}"`, ...params.map((_, at) => `p${at}`)].join(", ");
    const types = results.map(({ type }) => qualified(type));
    const returned = types.map((type, at) => `as[${type}](r[${at}])`).join(", ");
    const body = types.length === 0
      ? `\ta.answer(${args})`
      : `\tr := a.answer(${args})\n\treturn ${returned}`;
    return `func (a generatedAPI) ${name}(${list.join(", ")}) (${
      types.join(", ")
    }) {\n${body}\n}\n`;
  });
  return `// Written by generate_api.ts.
package main

import (
	"io"
	"net/http"

	"github.com/mattermost/logr/v2"

	"github.com/mattermost/mattermost/server/public/model"
)

type generatedAPI struct{ *stub }

var _ io.Reader
var _ http.Header
var _ logr.Level
var _ model.Post

${methods.join("\n")}`;
}

function qualified(type: string): string {
  return type;
}
