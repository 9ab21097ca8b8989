package tui

// utf8Console says that the console draws any letter whatever the environment
// says of the locale.
const utf8Console = true
