package org.vigie.classifier;

import org.vigie.advert.AssessedAdvert;
import org.vigie.classifier.sign.SignReading;

/**
 * An advert with all that was read from it, and what its signs rest on.
 *
 * @param assessed what is kept of it
 * @param signs what its text says, with what it does with each sign
 * @param isRead whether there are concepts for its language: if not, nothing was read but contacts
 *     and numbers, which is no assessment
 */
public record ReadAdvert(AssessedAdvert assessed, SignReading signs, boolean isRead) {}
