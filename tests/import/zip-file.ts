import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a zip. What is not as the format demands is set by `method`, `flags`, `crc` and `size`. */
export type ZipFileEntry = {
  name: string
  data: string | Uint8Array
  method?: number
  flags?: number
  crc?: number
  size?: number
}

/** The bytes of a zip archive, also of one that no sound program would write. */
export function zipFile(entries: readonly ZipFileEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data as string)
    const name = Buffer.from(entry.name)
    const method = entry.method ?? 8
    const packed = method === 8 ? deflateRawSync(data) : data
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(entry.flags ?? 0x800, 2)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt32LE(entry.crc ?? crc32(data), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(entry.size ?? data.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed])
    const position = Buffer.alloc(14)
    position.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, position, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
