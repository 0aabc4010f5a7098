package org.vigie.classifier.sign;

/**
 * A concept where it stands in a text.
 *
 * @param concept its number
 * @param from where it begins, in units
 * @param to the unit after its last
 * @param first index of its first token
 * @param last index of its last token
 * @param sentence number of its sentence
 * @param letters how many letters matched: longer ones are told from others more surely
 * @param languages bit set of the languages that write it so
 */
record ConceptHit(
    int concept,
    int from,
    int to,
    int first,
    int last,
    int sentence,
    int letters,
    long languages) {}
