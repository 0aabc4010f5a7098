package org.vigie.world;

import org.vigie.advert.Advert;
import org.vigie.advert.Outcome;

/**
 * An invented advert of a group whose outcome is known.
 *
 * @param group the group it is of: one text that was posted more than once
 * @param truth what the group is
 * @param language ISO 639-1 code
 * @param heldOut whether its wording is that kept for measuring
 * @param advert the advert
 */
public record GroupAdvert(
    String group, Outcome truth, String language, boolean heldOut, Advert advert) {}
