import type { Repository } from "../github/repository.ts";
import type { RepositorySettings } from "../github/repository-settings.ts";

/** Where everything is set, or looked at. */
export interface Place {
  readonly settings: RepositorySettings;
  readonly repository: Repository;
  /** The repository's own settings where none is named. */
  readonly environment: string | undefined;
}
