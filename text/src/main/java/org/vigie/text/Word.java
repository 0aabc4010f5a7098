package org.vigie.text;

/**
 * A word of a text as it is compared: without accents, with Arabic letter variants made one.
 *
 * @param text the word
 * @param start its first position in the normalised text
 * @param end position after its last
 * @param clause number of the clause it is in, counted from 0: punctuation and line ends begin a
 *     new one
 */
public record Word(String text, int start, int end, int clause) {}
