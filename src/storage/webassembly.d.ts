/** The two calls that the schema engine needs; Node has them, TypeScript declares them for browsers only. */
declare namespace WebAssembly {
  interface Module {
    readonly __module: never;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(
    module: Module,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ readonly exports: Record<string, unknown> }>;
}
