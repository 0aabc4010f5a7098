package org.vigie.crawler.loop;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Target;

/**
 * A page that is not yet durable.
 *
 * @param answer what to archive, or null
 * @param adverts what was found in it, to be handed on
 * @param bytes what it holds in memory, roughly
 */
record PendingPage(
    PageEnd end, PageCommitter.@Nullable Answer answer, List<Advert> adverts, long bytes) {
  /** An object's head, its other fields and its place in a list. */
  private static final int OBJECT_BYTES = 64;

  PendingPage(PageEnd end, PageCommitter.@Nullable Answer answer, List<Advert> adverts) {
    this(end, answer, adverts, bytes(end, answer, adverts));
  }

  private static long bytes(
      PageEnd end, PageCommitter.@Nullable Answer answer, List<Advert> adverts) {
    long bytes =
        answer == null
            ? 0
            : answer.exchange().response().body().length + answer.rendering().bytes();
    for (Target link : end.links()) {
      bytes += bytes(link.url(), link.anchor());
    }
    for (Advert advert : adverts) {
      bytes += bytes(advert.title(), advert.body());
      for (Map.Entry<String, String> field : advert.fields().entrySet()) {
        bytes += bytes(field.getKey(), field.getValue());
      }
    }
    return bytes;
  }

  /** Characters may be kept in two bytes. */
  private static long bytes(String one, String other) {
    return OBJECT_BYTES + 2L * (one.length() + other.length());
  }
}
