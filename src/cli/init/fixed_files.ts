/** `assets/icon.svg`, which the System Console shows. */
export const ICON =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
  <rect width="64" height="64" rx="14" fill="#1e325c"/>
  <path d="M14 18h36a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4H32L20 54V44h-6a4 4 0 0 1-4-4V22a4 4 0 0 1 4-4z" fill="#fff"/>
  <path d="M22 31h20" stroke="#1e325c" stroke-width="5" stroke-linecap="round"/>
</svg>
`;

/** `.gitignore`. */
export const GITIGNORE = `dist/
node_modules/
.mattermost-dev.sqlite*
`;

/** `.github/workflows/ci.yml`. */
export const CI_WORKFLOW = `name: CI

on:
  push:
  pull_request:

jobs:
  test:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v4
      - uses: denoland/setup-deno@v2
        with:
          deno-version: v2.x
      - run: deno fmt --check
      - run: deno lint
      - run: deno task check
      - run: deno task test
      - run: deno task bundle
      - uses: actions/upload-artifact@v4
        with:
          name: plugin
          path: dist/*.tar.gz
`;
