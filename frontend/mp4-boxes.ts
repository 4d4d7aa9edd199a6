/** What a live MP4 consists of. */
export type Piece =
  /** ftyp and moov: what a decoder is set up with. */
  | { kind: 'header'; bytes: Uint8Array; codec: string }
  /** moof and mdat: one picture, its time and about how long it is shown, in seconds. */
  | { kind: 'fragment'; bytes: Uint8Array; time: number; duration: number };

/** Units of time in a second; FragmentMuxer.java sets it. */
const TIMESCALE = 90_000;
const BOX_HEADER = 8;

/** Cuts a live MP4 into its pieces, however it comes in. */
export class BoxReader {
  /** From the beginning of the piece that is not complete yet. */
  private bytes: Uint8Array = new Uint8Array(0);
  /** Where the next box begins in these. */
  private at = 0;

  /** The pieces that this chunk completes. */
  push(chunk: Uint8Array): Piece[] {
    this.bytes = this.bytes.length ? joined([this.bytes, chunk]) : chunk;
    const pieces: Piece[] = [];
    let begin = 0;
    while (this.bytes.length - this.at >= BOX_HEADER) {
      const size = view(this.bytes, this.at).getUint32(0);
      if (size < BOX_HEADER) {
        throw new Error(`This is no live MP4: a box of ${size} bytes`);
      }
      const end = this.at + size;
      if (end > this.bytes.length) {
        break;
      }
      const name = String.fromCharCode(...this.bytes.subarray(this.at + 4, this.at + BOX_HEADER));
      if (name === 'moov') {
        const bytes = this.bytes.slice(begin, end);
        pieces.push({ kind: 'header', bytes, codec: codec(bytes) });
      } else if (name === 'mdat') {
        const bytes = this.bytes.slice(begin, end);
        pieces.push({ kind: 'fragment', bytes, time: time(bytes), duration: duration(bytes) });
      }
      // ftyp and moof begin a piece, moov and mdat end one; anything else is passed over.
      if (name !== 'ftyp' && name !== 'moof') {
        begin = end;
      }
      this.at = end;
    }
    this.bytes = this.bytes.slice(begin);
    this.at -= begin;
    return pieces;
  }
}

/** The parts in one. */
export function joined(parts: Uint8Array[]) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** As browsers want it: avc1 and profile, constraints and level, which the box avcC holds. */
function codec(header: Uint8Array) {
  const at = find(header, 'avcC');
  return `avc1.${[...header.subarray(at + 1, at + 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function time(fragment: Uint8Array) {
  return Number(view(fragment, find(fragment, 'tfdt') + 4).getBigUint64(0)) / TIMESCALE;
}

function duration(fragment: Uint8Array) {
  return view(fragment, find(fragment, 'tfhd') + 8).getUint32(0) / TIMESCALE;
}

function view(bytes: Uint8Array, at: number) {
  return new DataView(bytes.buffer, bytes.byteOffset + at);
}

/** Where the content of the first box of that name begins. */
function find(bytes: Uint8Array, name: string) {
  const [a, b, c, d] = [...name].map((letter) => letter.charCodeAt(0));
  for (let i = 0; i + 4 <= bytes.length; i++) {
    if (bytes[i] === a && bytes[i + 1] === b && bytes[i + 2] === c && bytes[i + 3] === d) {
      return i + 4;
    }
  }
  throw new Error(`This is no live MP4: no ${name}`);
}
