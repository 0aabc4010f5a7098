package org.vigie.classifier.entity;

/**
 * A word of a text that names a service.
 *
 * @param service its name, such as {@code telegram}
 * @param end where the word ends in the view
 */
record ServiceWord(int start, int end, String service) {}
