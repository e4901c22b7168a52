import type { ManifestSettingType } from "../plugin/manifest_parts.ts";
import type { Field, Shape } from "./manifest_shape.ts";
import { unknownTo } from "./unknown_name.ts";

const TYPES: readonly ManifestSettingType[] = [
  "bool",
  "custom",
  "dropdown",
  "generated",
  "longtext",
  "number",
  "radio",
  "text",
  "username",
];

function text(description: string): Field {
  return { type: "string", description };
}

function requiredText(description: string): Field {
  return { type: "string", description, required: true, minLength: 1 };
}

/** An object whose other names nobody knows. */
function object(description: string, fields: Readonly<Record<string, Field>>): Shape {
  return {
    type: "object",
    description,
    fields,
    otherName: unknownTo(() => Object.keys(fields)),
  };
}

const optionShape = object("One choice.", {
  display_name: { ...text("The text that administrators see."), required: true },
  value: { ...text("The value that is stored."), required: true },
});

const settingShape = object("One setting.", {
  key: requiredText("The setting's name in the plugin's configuration."),
  display_name: text("The name that administrators see."),
  type: { ...requiredText("What kind of value it holds."), choices: TYPES },
  help_text: text("Markdown below the setting."),
  regenerate_help_text: text("For generated: what regenerating does."),
  placeholder: text("What an empty field shows."),
  default: { description: "The value where an administrator has set none." },
  options: {
    type: "array",
    description: "For dropdown and radio: what can be chosen.",
    items: optionShape,
  },
  hosting: text("cloud or on-prem: where the setting is shown. Empty or absent: everywhere."),
  secret: {
    type: "boolean",
    description: "Whether the server hides the value from those who read the configuration.",
  },
});

const settingsShape: Field = {
  type: "array",
  description: "The settings.",
  items: settingShape,
};

const sectionShape = object("One group of settings.", {
  key: requiredText("The section's name within the plugin."),
  title: text("The title that administrators see."),
  subtitle: text("A line below the title."),
  settings: settingsShape,
  header: text("Markdown above the section's settings."),
  footer: text("Markdown below the section's settings."),
  custom: {
    type: "boolean",
    description: "Whether a component of the plugin's web app draws the section.",
  },
  fallback: {
    type: "boolean",
    description: "Whether the settings are shown where that component is missing.",
  },
});

/** `settings_schema`. */
export const settingsSchemaShape: Shape = object(
  "What an administrator can set in the System Console. Bundling writes it where the plugin " +
    "declares settings.",
  {
    header: text("Markdown above the settings."),
    footer: text("Markdown below the settings."),
    settings: settingsShape,
    sections: { type: "array", description: "Settings in groups.", items: sectionShape },
  },
);
