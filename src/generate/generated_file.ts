/** A file written from the registry. */
export interface GeneratedFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  /** What the file is to hold, to the last byte; the same whenever the registry is the same. */
  content(): string;
}

/** Says in each file where it comes from. In JSON, which has no comments, it goes into a description. */
export const NOTICE = 'Generated from src/registry by npm run generate; do not edit.';

/** The notice as a comment of YAML. */
export const YAML_NOTICE = `# ${NOTICE}\n`;

/** The notice as a comment of Markdown. */
export const MARKDOWN_NOTICE = `<!-- ${NOTICE} -->\n`;
