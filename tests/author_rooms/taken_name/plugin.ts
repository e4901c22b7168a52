/**
 * A plugin whose bot has the name of a person.
 *
 * @module
 */
import { definePlugin } from "../../../mod.ts";

export default definePlugin({ bot: { username: "bob" } });
