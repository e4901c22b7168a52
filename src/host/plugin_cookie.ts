/** go-plugin's cookie. @module */

/**
 * The value of `MATTERMOST_PLUGIN`. It is no secret: it tells a program that a host starts it, and not
 * a person.
 */
export const PLUGIN_COOKIE = "Securely message teams, anywhere.";
