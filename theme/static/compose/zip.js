/* A ZIP of stored entries: photos are compressed already, and texts are short. */

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});
const UTF8_NAMES = 0x800;

/* entries: [{ path, data: Uint8Array }]; `when` is a Date. */
export function zip(entries, when) {
  const parts = [];
  const index = [];
  let offset = 0;
  for (const { path, data } of entries) {
    const name = new TextEncoder().encode(path);
    const facts = factsOf(data, name.length, when);
    parts.push(record(0x04034b50, [[20, 2], ...facts]), name, data);
    index.push(record(0x02014b50, [[20, 2], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), name);
    offset += 30 + name.length + data.length;
  }
  const size = index.reduce((total, part) => total + part.length, 0);
  const count = entries.length;
  const end = record(0x06054b50, [[0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]]);
  return new Blob([...parts, ...index, end], { type: "application/zip" });
}

function factsOf(data, nameLength, when) {
  const time = (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
  const day = ((when.getFullYear() - 1980) << 9) | ((when.getMonth() + 1) << 5) | when.getDate();
  return [[UTF8_NAMES, 2], [0, 2], [time, 2], [day, 2], [crc(data), 4], [data.length, 4], [data.length, 4], [nameLength, 2], [0, 2]];
}

function record(mark, fields) {
  const size = fields.reduce((total, [, width]) => total + width, 4);
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, mark, true);
  let at = 4;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return new Uint8Array(view.buffer);
}

function crc(data) {
  let value = 0xffffffff;
  for (const byte of data) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
