/**
 * What Mattermost's web app shares with plugins.
 *
 * @module
 */

/**
 * Libraries by the names under which they are imported, and the properties of `window` under which
 * the web app provides them. A copy of its own would not do: two Reacts in one page share no state.
 *
 * @see https://developers.mattermost.com/integrate/reference/webapp/webapp-reference/
 */
export const WEBAPP_LIBRARIES: Readonly<Record<string, string>> = {
  "react": "React",
  "react-dom": "ReactDOM",
  "redux": "Redux",
  "react-redux": "ReactRedux",
  "prop-types": "PropTypes",
  "react-bootstrap": "ReactBootstrap",
  "react-router-dom": "ReactRouterDom",
  "react-intl": "ReactIntl",
  "luxon": "Luxon",
};

/** What compilers import for JSX; it is made of the web app's React. */
export const JSX_RUNTIMES: readonly string[] = ["react/jsx-runtime", "react/jsx-dev-runtime"];

/**
 * JavaScript that defines `require` for what is shared. It runs in the browser, around the bundled
 * script.
 */
export const REQUIRE_SHARED = `var libraries = ${JSON.stringify(WEBAPP_LIBRARIES)};
function require(name) {
  if (/^react\\/jsx-(dev-)?runtime$/.test(name)) return jsxRuntime(require("react"));
  var library = window[libraries[name]];
  if (library === undefined) {
    throw new Error("this Mattermost has no " + name + " for plugins: window." + libraries[name] + " is missing");
  }
  return library;
}
function jsxRuntime(React) {
  function element(spread) {
    return function (type, props, key) {
      var own = Object.assign({}, props, key === undefined ? {} : { key: key });
      if (!spread || !Array.isArray(own.children)) return React.createElement(type, own);
      var children = own.children;
      delete own.children;
      return React.createElement.apply(React, [type, own].concat(children));
    };
  }
  return {
    Fragment: React.Fragment,
    jsx: element(false),
    jsxs: element(true),
    jsxDEV: function (type, props, key, isStatic) { return element(isStatic)(type, props, key); }
  };
}
`;
