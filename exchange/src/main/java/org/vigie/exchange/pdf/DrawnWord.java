package org.vigie.exchange.pdf;

import java.awt.geom.Path2D;

/**
 * A word, or a single sign, whose letters have been put together to one drawing.
 *
 * @param text what it says
 * @param advance how far what follows it stands, in thousandths of the size
 * @param outline what is filled, in thousandths of the size; y grows downwards from the base line
 */
record DrawnWord(String text, float advance, Path2D outline) {}
