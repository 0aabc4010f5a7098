package org.vigie.classifier.risk;

import org.vigie.advert.Outcome;

/**
 * An invented advert whose outcome is known: trained on by what labelling functions vote, never by
 * its truth, and measured by its truth.
 *
 * @param id its name
 * @param truth what it is
 * @param template the template it was made of, never split between training and measuring
 * @param language ISO 639-1 code
 * @param heldOut whether it is kept for measuring
 * @param text its text
 */
public record FormExample(
    String id, Outcome truth, String template, String language, boolean heldOut, String text) {}
