import type { Language } from "../../src/settings/settings.ts";

/** A page with sections that are generated. */
export interface Page {
  /** From the repository's root. */
  readonly path: string;
  readonly language: Language;
}

export const PAGES: readonly Page[] = [
  { path: "README.md", language: "en" },
  { path: "README.pt-BR.md", language: "pt-BR" },
  { path: "docs/costs.md", language: "en" },
  { path: "docs/costs.pt-BR.md", language: "pt-BR" },
  { path: "docs/failures.md", language: "en" },
  { path: "docs/failures.pt-BR.md", language: "pt-BR" },
  { path: "docs/reliability.md", language: "en" },
  { path: "docs/reliability.pt-BR.md", language: "pt-BR" },
];
