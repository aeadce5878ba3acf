import Link from 'next/link'
import type { ComponentProps } from 'react'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'

type Look = { look?: 'default' | 'solid' | 'ghost' | 'danger'; icon?: IconName; menu?: boolean }

function classes(look: Look['look'], className = ''): string {
  return ['btn', look && look !== 'default' ? look : '', className].filter(Boolean).join(' ')
}

/** A button of 28 px (32 on a phone). `menu` adds the chevron of something that opens. */
export function Button({ look, icon, menu, className, children, ...rest }: ComponentProps<'button'> & Look) {
  return (
    <button type="button" {...rest} className={classes(look, className)}>
      {icon && <Icon name={icon} />}
      {icon ? <span className="t">{children}</span> : children}
      {menu && <Icon name="chevron" className="chev" />}
    </button>
  )
}

/** A button with nothing but an icon: `label` is its name and title. */
export function IconButton({
  label,
  icon,
  look,
  className = '',
  ...rest
}: ComponentProps<'button'> & { label: string; icon: IconName; look?: Look['look'] }) {
  return (
    <button type="button" aria-label={label} title={label} {...rest} className={classes(look, `icon ${className}`)}>
      <Icon name={icon} />
    </button>
  )
}

/** A link within the app that looks like a button. */
export function ButtonLink({ look, icon, className, children, ...rest }: ComponentProps<typeof Link> & Look) {
  return (
    <Link {...rest} className={classes(look, className)}>
      {icon && <Icon name={icon} />}
      {icon ? <span className="t">{children}</span> : children}
    </Link>
  )
}

/** A link that downloads a file; a plain anchor, so that the router stays out of it. */
export function DownloadLink({ look, children, className, ...rest }: ComponentProps<'a'> & Pick<Look, 'look'>) {
  return (
    <a {...rest} download className={classes(look, className)}>
      <Icon name="download" />
      <span className="t">{children}</span>
    </a>
  )
}
