declare module '@citation-js/core' {
  interface FormatConfig {
    readonly format: { useIdAsLabel: boolean; checkLabel: boolean };
  }
  export const plugins: {
    readonly config: { get(plugin: '@bibtex'): FormatConfig };
    readonly output: {
      format(name: 'bibtex', items: readonly object[]): string;
      format(
        name: 'ris',
        items: readonly object[],
        options: { readonly format: 'object' },
      ): readonly Readonly<Record<string, string | readonly string[]>>[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
