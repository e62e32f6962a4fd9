declare module 'edtf' {
  /** A parsed date or interval. */
  interface Extended {
    /** First and last millisecond that it allows, since 1970, UTC. */
    readonly min: number;
    readonly max: number;
  }
  /** @throws Error when the text is no EDTF */
  export default function edtf(text: string): Extended;
}
