/** The part of gifenc that is used; the package brings no types. */
declare module 'gifenc' {
  type Palette = number[][];
  type Format = 'rgb565' | 'rgb444' | 'rgba4444';
  interface GIFEncoderInstance {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { palette: Palette; delay: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  function GIFEncoder(): GIFEncoderInstance;
  function quantize(pixels: Uint8ClampedArray, colours: number, options: { format: Format }): Palette;
  function applyPalette(pixels: Uint8ClampedArray, palette: Palette, format: Format): Uint8Array;
}
