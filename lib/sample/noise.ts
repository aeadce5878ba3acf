/** A number in [0, 1) that depends on the seed and the key alone, so nothing depends on the order of generation. */
export type Noise = (key: string) => number

/** FNV-1a with murmur3's finaliser: 32 well mixed bits of a text. */
export function hash32(text: string, seed = 0): number {
  let h = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export function createNoise(seed: number): Noise {
  return (key) => hash32(key, seed) / 2 ** 32
}

/** `length` hexadecimal digits that identify a text: resource ids, SKU ids, GUIDs. */
export function hexId(text: string, length: number): string {
  let out = ''
  for (let i = 0; out.length < length; i++)
    out += hash32(text, i + 1)
      .toString(16)
      .padStart(8, '0')
  return out.slice(0, length)
}

/** A GUID that identifies a text. */
export function guid(text: string): string {
  const h = hexId(text, 32)
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`
}
