import localFont from 'next/font/local'

/** Inter (latin, variable) and Geist Mono (variable): both SIL OFL 1.1, licences beside the files. */
export const inter = localFont({
  src: './fonts/inter-latin-wght.woff2',
  weight: '100 900',
  variable: '--font-inter',
  display: 'swap',
})

export const geistMono = localFont({
  src: './fonts/geist-mono-variable.woff2',
  weight: '100 900',
  variable: '--font-geist-mono',
  display: 'swap',
  preload: false,
})
