/** A file could not be made, in words for the reader. */
export class ExportRefused extends Error {}
