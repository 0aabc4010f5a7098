package org.vigie.world;

import org.vigie.advert.Outcome;

/**
 * An invented advert whose form and outcome are known.
 *
 * @param id its name
 * @param form the form of exploitation it might be about, such as {@code sexual}
 * @param truth what it is
 * @param template the template it was made of; adverts of one template differ in their slots
 * @param language ISO 639-1 code
 * @param heldOut whether its wording is that kept for measuring: no line of it stands in an advert
 *     that is not held out
 * @param text its text
 */
public record FormAdvert(
    String id,
    String form,
    Outcome truth,
    String template,
    String language,
    boolean heldOut,
    String text) {}
