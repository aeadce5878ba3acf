const paths = {
  recommendation: 'M8 2.500v8M4.5 7.200 8 10.700l3.500-3.500M2.5 13.500h11',
  unit: 'M12.5 3.500l-9 9M6 4.800a1.300 1.300 0 1 1-2.600 0 1.300 1.300 0 0 1 2.600 0zM12.600 11.200a1.300 1.300 0 1 1-2.600 0 1.300 1.300 0 0 1 2.600 0z',
  overview: 'M2.5 2.5h4.5v6h-4.5zM9 2.5h4.5v3.5h-4.5zM9 8h4.5v5.5h-4.5zM2.5 10.5h4.5v3h-4.5z',
  spend: 'M2.5 13.5v-5M6.2 13.5v-9M9.8 13.5v-6.5M13.5 13.5v-11',
  gpu: 'M5 4h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM6 1.8V4M10 1.8V4M6 12v2.2M10 12v2.2M1.8 6H4M1.8 10H4M12 6h2.2M12 10h2.2',
  import: 'M8 10.5V2.5M5 5.3l3-2.8 3 2.8M2.5 10.5v3h11v-3',
  settings:
    'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M11.5 5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM7.5 11a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z',
  search: 'M11.2 7a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0zM10.2 10.2l3.3 3.3',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  close: 'm4.5 4.5 7 7M11.5 4.500l-7 7',
  plus: 'M8 3.500v9M3.5 8h9',
  download: 'M8 2.500v8M5 7.700l3 2.8 3-2.800M2.5 13.500h11',
  link: 'M6.8 9.200a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.700l-.8.8M9.2 6.800a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.700l.8-.8',
  ok: 'm3 8.5 3.2 3.200L13 4.5',
  warning: 'M8 2.5 14 13H2zM8 6.500v3M8 11.200v.1',
  info: 'M13.7 8a5.7 5.7 0 1 1-11.4 0 5.7 5.7 0 0 1 11.4 0zM8 7.300v3.700M8 5v.1',
  error: 'M5.5 2.300h5l3.2 3.200v5l-3.2 3.200h-5l-3.2-3.200v-5zM8 5v3.700M8 10.800v.1',
  menu: 'M2.5 4.500h11M2.5 8h11M2.5 11.500h11',
  sun: 'M10.7 8a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0zM8 1.800v1.400M8 12.800v1.400M1.8 8h1.400M12.8 8h1.400M3.6 3.600l1 1M11.4 11.400l1 1M12.4 3.600l-1 1M4.6 11.400l-1 1',
  moon: 'M13 9.500A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.500z',
  screen: 'M2.5 3h11v8h-11zM6 13.500h4M8 11v2.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8h-3',
  out: 'M6.5 2.500h-4v11h4M6.5 8h7M10.7 5.2 13.5 8l-2.8 2.8',
  person: 'M10.5 5.500a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM3 13.500c.4-2.7 2.4-4 5-4s4.6 1.3 5 4',
  file: 'M4 1.800h5l3 3v9.400H4zM9 1.800v3h3',
  trash: 'M3 4.500h10M6 4.500v-2h4v2M4.5 4.500l.6 9h5.800l.6-9M6.8 7v4M9.2 7v4',
  team: 'M8.5 5.5a2.3 2.3 0 1 1-4.600 0 2.3 2.3 0 0 1 4.600 0zM1.8 13c.3-2.500 2-3.700 4.400-3.700s4.100 1.200 4.400 3.700M10.500 3.300a2.300 2.300 0 0 1 0 4.400M12 9.600c1.300.5 2 1.700 2.200 3.400',
  project: 'M2.2 12.500v-9h4l1.500 2h6.100v7z',
  model: 'M8 1.800 13.500 5v6L8 14.200 2.500 11V5zM2.500 5 8 8.200 13.500 5M8 8.200v6',
  open: 'M9.5 2.500h4v4M13.500 2.500 8 8M11.500 9v4.500h-9v-9H7',
  edit: 'M2.5 13.500l.7-3 7.5-7.5 2.3 2.3-7.5 7.500z',
} as const

export type IconName = keyof typeof paths

/** A 16 px line icon in the colour of the text. Decorative: the control beside it carries the name. */
export function Icon({ name, small, className = '' }: { name: IconName; small?: boolean; className?: string }) {
  return (
    <svg className={`ic ${small ? 'ic-s' : ''} ${className}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

/** Bars over a double rule: the product's mark. */
export function Logo() {
  return (
    <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <path d="M2 2.500h3v9H2zM7.5 5.500h3v6h-3zM13 1h3v10.500h-3z" fill="currentColor" />
      <path d="M1 14h16M1 16.500h16" stroke="currentColor" strokeWidth="1.2" fill="none" />
    </svg>
  )
}
