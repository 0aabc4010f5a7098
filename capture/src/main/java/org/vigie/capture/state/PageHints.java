package org.vigie.capture.state;

import java.util.List;
import java.util.Locale;

/**
 * What a page says that it is about, so that its subject is told from what stands beside it.
 *
 * @param addresses under which it stands: its own, its canonical one
 * @param titles its declared titles and headings
 */
public record PageHints(List<String> addresses, List<String> titles) {
  /** Shorter names occur in any address. */
  private static final int MIN_ID = 5;

  private static final int MIN_TITLE = 8;

  /** Copies what may change. */
  public PageHints {
    addresses = List.copyOf(addresses);
    titles = titles.stream().map(PageHints::folded).toList();
  }

  /** Hints of an answer, which says nothing of itself. */
  public static PageHints none() {
    return new PageHints(List.of(), List.of());
  }

  /** Returns whether a post is what the page is about. */
  public boolean name(Post post) {
    return hasId(post.id()) || hasId(post.fields().getOrDefault("code", "")) || titled(post);
  }

  private boolean hasId(String id) {
    String own = id.substring(id.lastIndexOf('/') + 1);
    return own.length() >= MIN_ID && addresses.stream().anyMatch(address -> address.contains(own));
  }

  private boolean titled(Post post) {
    String title = folded(post.title());
    return title.length() >= MIN_TITLE
        && titles.stream().anyMatch(own -> own.startsWith(title) || title.equals(own));
  }

  private static String folded(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
