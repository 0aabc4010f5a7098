package org.vigie.casework.render;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a cluster, a network or the subject of an alert says, for a list: what its title is made of,
 * and the sentences that it rests on.
 *
 * @param signs what at least half of its adverts say, the strongest first
 * @param adverts how many there are, 0 if that isn't known
 * @param places where most of them stand, or the countries
 * @param quotes a sentence for each sign, the strongest first; where there is no sign, how one of
 *     the adverts begins
 */
public record Said(List<Sign> signs, long adverts, List<String> places, List<Quote> quotes) {
  public Said {
    signs = List.copyOf(signs);
    places = List.copyOf(places);
    quotes = List.copyOf(quotes);
  }

  /**
   * A sign in a title.
   *
   * @param family label of its family where its row is the main one, or empty
   * @param row id of its row
   */
  public record Sign(String family, String row) {}

  /** Something of which nothing is known to be said. */
  public static Said nothing() {
    return new Said(List.of(), 0, List.of(), List.of());
  }

  /**
   * Returns the ids of the adverts of which it quotes more than one sentence: together these may be
   * most of an advert.
   */
  public List<String> quotedAtLength() {
    return quotes.stream()
        .collect(Collectors.groupingBy(Quote::advert, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(advert -> advert.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the same with the first sentence of each advert alone. */
  public Said quotedOnce() {
    Set<String> quoted = new HashSet<>();
    return new Said(
        signs, adverts, places, quotes.stream().filter(one -> quoted.add(one.advert())).toList());
  }

  /** Returns whether it has anything to make a title of but numbers. */
  public boolean isSilent() {
    return signs.isEmpty() && quotes.isEmpty();
  }
}
