/** The composition root: exports exactly the handlers that manifest.yml names. */
export {};
