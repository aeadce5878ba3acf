/** An import as people call it: its first file's name, and how many parts it has. */
export function importName({ label, files }: { label: string; files: number }): string {
  return files > 1 ? `${label}, ${files} parts` : label
}
