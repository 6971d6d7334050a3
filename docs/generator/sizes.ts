import { features, scrape } from "../../src/books/endpoints.ts";
import { MAX_HEADER_BYTES } from "../../src/http/client.ts";

/** The limits of an answer as people read them. */
export const HEADERS = `${MAX_HEADER_BYTES / 1024} KiB`;
export const BODY = `${scrape.maxBodyBytes / 1024 ** 2} MiB`;
export const FEATURES_BODY = `${features.maxBodyBytes / 1024 ** 2} MiB`;
