// Tells ids from everything else that can stand in their place, such as the clock.

/** Whether a text is a UUID. What is not one names nothing, as an unknown one does. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
