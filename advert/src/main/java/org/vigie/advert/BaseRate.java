package org.vigie.advert;

/**
 * How common what an alert is about is in the channel it is about: a sign that everything shows
 * says nothing.
 *
 * @param channel label of the channel
 * @param such how many clusters of the channel are like it: an alert stands about them, or they are
 *     at least as risky
 * @param clusters how many clusters the channel has
 */
public record BaseRate(String channel, long such, long clusters) {
  public BaseRate {
    if (such < 0 || clusters < 0) {
      throw new IllegalArgumentException(
          "a base rate counts from 0, but was " + such + " of " + clusters);
    }
  }
}
