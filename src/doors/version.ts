/** The package's version; the build writes it here, so that no file has to be found at run time. */
export const VERSION = "0.0.0-source";
