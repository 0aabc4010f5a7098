package org.vigie.advert;

/**
 * How common what an alert is about is in the channel it is about: a sign that everything shows
 * says nothing.
 *
 * @param channel label of the channel
 * @param such about how many clusters of the channel an alert stands, of a rule or a stored query
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
