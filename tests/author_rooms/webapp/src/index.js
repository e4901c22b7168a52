// Runs in Mattermost's web app, which provides React and registerPlugin.
import React from "react";
import "./style.css";

globalThis.registerPlugin("com.example.rooms", {
  initialize(registry) {
    registry.registerRootComponent(() => React.createElement("b", { className: "rooms" }, "rooms"));
  },
});
