package org.vigie.casework.render;

import java.io.IOException;
import java.util.Optional;
import org.vigie.advert.ContactCut;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Finding;
import org.vigie.advert.NetworkProfile;
import org.vigie.search.AdvertIndex;

/**
 * All that the index holds of one contact.
 *
 * @param contact what its adverts tell
 * @param cut why it joins nothing, or empty
 * @param finding the same as a code with arguments; none if an earlier release wrote it
 * @param network id of its network, or empty
 * @param channel the channel of most of its adverts
 * @param channelMedian adverts of the median contact of that channel
 */
public record ContactReport(
    ContactProfile contact,
    String cut,
    Finding finding,
    String network,
    String channel,
    long channelMedian) {
  /**
   * Ten times the median, and ten adverts: below, chance and patience do as much (after Portnoff et
   * al. 2017, who rank by output).
   */
  private static final long FACTOR = 10;

  /** Finds it by the contact's key. */
  public static Optional<ContactReport> find(AdvertIndex index, String key) throws IOException {
    Optional<ContactProfile> contact = index.findContact(key);
    if (contact.isEmpty()) {
      return Optional.empty();
    }
    String channel = contact.get().mainChannel();
    Optional<ContactCut> cut = index.findContactCut(key);
    return Optional.of(
        new ContactReport(
            contact.get(),
            cut.map(ContactCut::reason).orElse(""),
            cut.map(ContactCut::finding).orElse(Finding.NONE),
            index.findNetworkOf(key).map(NetworkProfile::id).orElse(""),
            channel,
            index.medianAdvertsOfAContact(channel)));
  }

  /** Returns whether it has far more adverts than its channel's median contact (row OA-05). */
  public boolean highOutput() {
    return channelMedian > 0
        && contact.adverts() >= FACTOR
        && contact.adverts() >= FACTOR * channelMedian;
  }
}
