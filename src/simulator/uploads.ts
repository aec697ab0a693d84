/** Files on their way: asked for, perhaps received, not yet shared. They end with the process. */
export interface Uploads {
  begin(id: string, name: string): void;
  /** False for an id that nobody asked for. */
  receive(id: string, content: string): boolean;
  /** The file with its content; undefined before it was received, and once it was taken. */
  take(id: string): { readonly name: string; readonly content: string } | undefined;
}

export function createUploads(): Uploads {
  const pending = new Map<string, { readonly name: string; content: string | undefined }>();
  return {
    begin: (id, name) => {
      pending.set(id, { name, content: undefined });
    },
    receive: (id, content) => {
      const upload = pending.get(id);
      if (upload === undefined) return false;
      upload.content = content;
      return true;
    },
    take: (id) => {
      const upload = pending.get(id);
      if (upload?.content === undefined) return undefined;
      pending.delete(id);
      return { name: upload.name, content: upload.content };
    },
  };
}
