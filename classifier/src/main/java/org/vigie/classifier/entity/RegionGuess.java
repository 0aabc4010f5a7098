package org.vigie.classifier.entity;

/**
 * A region of a language that a short text may be in.
 *
 * @param region ISO 3166-1 alpha-2 code
 * @param main whether it alone is enough to complete a number: else the language is written there
 *     too, which counts only where the text tells of the region
 * @param lag how much less likely its language is than the likeliest, as a logarithm of at least 0
 */
public record RegionGuess(String region, boolean main, double lag) {}
