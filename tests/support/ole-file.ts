/** An OLE file (the old .doc, .xls, .ppt), made by hand: streams by name, each with sectors of its own. */
export function anOleFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const SECTOR = 512;
  const END = 0xfffffffe;
  const contents = Object.entries(streams).map(
    ([name, bytes]) => [name, Buffer.concat([bytes, Buffer.alloc(4096)])] as const,
  );
  const directorySectors = Math.ceil((contents.length + 1) / 4);
  const sizes = contents.map(([, bytes]) => Math.ceil(bytes.length / SECTOR));
  const fat = Buffer.alloc(SECTOR, 0xff);
  fat.writeUInt32LE(0xfffffffd, 0);
  const chain = (first: number, length: number): void => {
    for (let at = 0; at < length; at += 1) {
      fat.writeUInt32LE(at === length - 1 ? END : first + at + 1, (first + at) * 4);
    }
  };
  chain(1, directorySectors);

  const directory = Buffer.alloc(directorySectors * SECTOR);
  const entry = (index: number, name: string, type: number, sector: number, size: number): void => {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at + 0x40);
    directory[at + 0x42] = type;
    directory.writeUInt32LE(sector, at + 0x74);
    directory.writeUInt32LE(size, at + 0x78);
  };
  entry(0, 'Root Entry', 5, END, 0);
  let next = 1 + directorySectors;
  const bodies: Buffer[] = [];
  for (const [index, [name, bytes]] of contents.entries()) {
    const length = sizes[index] ?? 0;
    entry(index + 1, name, 2, next, bytes.length);
    chain(next, length);
    bodies.push(Buffer.concat([bytes, Buffer.alloc(length * SECTOR - bytes.length)]));
    next += length;
  }

  const header = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 0x4c);
  header.writeUInt16LE(9, 0x1e);
  header.writeUInt32LE(1, 0x2c);
  header.writeUInt32LE(1, 0x30);
  header.writeUInt32LE(END, 0x44);
  header.writeUInt32LE(0, 0x4c);
  return Buffer.concat([header, fat, directory, ...bodies]);
}
