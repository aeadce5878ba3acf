// Sets the chosen theme before the first paint. Loaded as a blocking script, so that no page flashes.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage can be forbidden; the page then follows the system.
}
