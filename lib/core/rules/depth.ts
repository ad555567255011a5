/** Groups in groups, at most; below stand tests of one field alone. Apart from the schema, which the browser does without. */
export const maxDepth = 5
