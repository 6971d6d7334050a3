import { MAX_ARTIFACTS } from "../../src/books/contract.ts";
import { features, scrape, training } from "../../src/books/endpoints.ts";
import { MAX_HEADER_BYTES } from "../../src/http/client.ts";
import { MAX_VALUES } from "../../src/text/json.ts";

/** The limits of an answer as people read them. */
export const HEADERS = `${MAX_HEADER_BYTES / 1024} KiB`;
export const BODY = `${scrape.maxBodyBytes / 1024 ** 2} MiB`;
export const TRAINING_BODY = `${training.maxBodyBytes / 1024 ** 2} MiB`;
export const FEATURES_BODY = `${features.maxBodyBytes / 1024 ** 2} MiB`;
/** How many names a list of artifacts may have. */
export const ARTIFACTS = MAX_ARTIFACTS;
/** How many values an answer may have, where it is large. */
export const VALUES = MAX_VALUES;
