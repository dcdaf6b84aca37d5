/** Text with everything in it that a statement or a file could trip over. */
export const AWKWARD = `O'Brien \\ "quoted" \n ☁️ ü % _ \` ; -- DROP`;
