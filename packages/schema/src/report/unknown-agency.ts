/** The name of a body that a document does not tell. */
export const unknownAgency = '（未写明机关）';
