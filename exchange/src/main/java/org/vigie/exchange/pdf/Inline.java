package org.vigie.exchange.pdf;

/**
 * A stretch of text in a paragraph.
 *
 * @param text in the order in which it is read
 * @param isMarked whether it stands on a coloured ground
 */
record Inline(String text, boolean isMarked) {}
