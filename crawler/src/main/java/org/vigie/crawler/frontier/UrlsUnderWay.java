package org.vigie.crawler.frontier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The URLs that were taken and not ended, with their places in their queues. Guarded by its
 * frontier.
 *
 * <p>They are known by their addresses alone: a URL stands in one place of one queue, and while it
 * is under way that place is not given out again.
 */
final class UrlsUnderWay {
  private final Map<String, QueueKey> places = new HashMap<>();

  /** Those of which the hosts may be asked again. */
  private final Set<String> released = new HashSet<>();

  void begin(String url, QueueKey place) {
    places.put(url, place);
  }

  boolean contains(String url) {
    return places.containsKey(url);
  }

  Stream<String> urls() {
    return places.keySet().stream();
  }

  /** Returns the place of a URL, or null if it isn't under way. */
  @Nullable QueueKey find(String url) {
    return places.get(url);
  }

  /**
   * Returns the place of a URL.
   *
   * @throws IllegalStateException if it isn't under way
   */
  QueueKey place(String url) {
    return required(places.get(url));
  }

  /** Keeps that the host of a URL may be asked again; false if that is known, or the URL is not. */
  boolean release(String url) {
    return places.containsKey(url) && released.add(url);
  }

  boolean isReleased(String url) {
    return released.contains(url);
  }

  /**
   * Keeps that a URL is dealt with.
   *
   * @throws IllegalStateException if it isn't under way
   */
  void end(String url) {
    required(places.remove(url));
    released.remove(url);
  }

  /** Forgets URLs that others see to. */
  void forget(Predicate<String> urls) {
    places.keySet().removeIf(urls);
    released.removeIf(urls);
  }

  private static QueueKey required(@Nullable QueueKey place) {
    if (place == null) {
      throw new IllegalStateException("only a URL under way may be ended, but this one is not");
    }
    return place;
  }
}
