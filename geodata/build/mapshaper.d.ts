declare module 'mapshaper' {
  const mapshaper: {
    /** Runs a command line over in-memory files and returns the output files by name. */
    applyCommands(commands: string, input: Record<string, string>): Promise<Record<string, string | Buffer>>;
  };
  export default mapshaper;
}
