import { TableSkeleton } from '@/components/ui/state.tsx'

export default function SettingsLoading() {
  return <TableSkeleton rows={8} />
}
