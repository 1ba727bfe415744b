/**
 * Under this name the flow's content script leaves the fields that it has recognised, in its own world of the frame: the
 * page cannot see it, and a function that the background injects there can. Only elements lie there, never a value.
 */
export const recognisedFieldsKey = 'companionRecognisedFields';
