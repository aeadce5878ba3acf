import type { ReactNode } from 'react'

/** Names and values in two columns, ruled. */
export function DescriptionList({ items }: { items: readonly { name: ReactNode; value: ReactNode; key: string }[] }) {
  return (
    <dl className="dlist">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
