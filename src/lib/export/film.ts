import type * as Gif from 'gifenc';

/** A film as a GIF: frames of one size, each shown for a while. Every program shows it, without a codec. */
export class Film {
  readonly #encoder: Gif.GIFEncoderInstance;
  readonly #gifenc: typeof Gif;
  /** The frame that is not written yet: another one that looks the same only makes it longer. */
  #last: { readonly pixels: ImageData; ms: number } | null = null;

  private constructor(gifenc: typeof Gif) {
    this.#gifenc = gifenc;
    this.#encoder = gifenc.GIFEncoder();
  }

  static async begin(): Promise<Film> {
    return new Film(await import('gifenc'));
  }

  /** Adds a frame that is shown for `ms` milliseconds. */
  add(pixels: ImageData, ms: number): void {
    if (this.#last && isSame(this.#last.pixels, pixels)) this.#last.ms += ms;
    else {
      this.#write();
      this.#last = { pixels, ms };
    }
  }

  /** The whole film. */
  end(): Blob {
    this.#write();
    this.#encoder.finish();
    return new Blob([this.#encoder.bytes() as Uint8Array<ArrayBuffer>], { type: 'image/gif' });
  }

  #write(): void {
    if (!this.#last) return;
    const { pixels, ms } = this.#last;
    const { data, width, height } = pixels;
    const palette = this.#gifenc.quantize(data, 256, { format: 'rgb565' });
    const index = this.#gifenc.applyPalette(data, palette, 'rgb565');
    this.#encoder.writeFrame(index, width, height, { palette, delay: ms });
  }
}

function isSame(a: ImageData, b: ImageData): boolean {
  const [one, other] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)];
  return one.length === other.length && one.every((pixel, at) => pixel === other[at]);
}
