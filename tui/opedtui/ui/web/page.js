// Keys work at once, without a click before; textual.js makes the terminal when all is loaded.
addEventListener("load", () => setTimeout(() => document.querySelector(".xterm-helper-textarea")?.focus()));
