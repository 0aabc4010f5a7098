package org.vigie.advert;

/**
 * Says that two adverts have nearly the same text.
 *
 * @param left id of one advert, the alphabetically smaller
 * @param right id of the other
 * @param similarity estimated Jaccard similarity of their shingles in [0, 1]
 */
public record NearDuplicateLink(String left, String right, double similarity) {}
