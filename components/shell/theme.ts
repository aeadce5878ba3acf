export type Theme = 'system' | 'light' | 'dark'

/** The theme that was chosen here, or system. */
export function storedTheme(): Theme {
  const set = document.documentElement.dataset.theme
  return set === 'light' || set === 'dark' ? set : 'system'
}

/** Applies a theme at once and keeps it for the next visit. public/theme.js applies it before the first paint. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // Storage can be forbidden; the theme then lasts until the page is left.
  }
  window.dispatchEvent(new Event('themechange'))
}

/** The theme after this one: system, light, dark, and round again. */
export function nextTheme(theme: Theme): Theme {
  return theme === 'system' ? 'light' : theme === 'light' ? 'dark' : 'system'
}
