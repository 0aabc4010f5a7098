package org.vigie.pipeline.index;

import org.vigie.advert.ContactProfile;

/**
 * What is known of a contact as far as the stream remembers it.
 *
 * <p>A contact that comes back after it was forgotten is added up anew, beside what the index holds
 * of it under another number: whoever reads adds them up.
 *
 * @param profile the sum of what is remembered
 * @param memory its number, greater than that of those before; 0 if nothing had been forgotten
 */
public record RememberedContact(ContactProfile profile, long memory) {}
