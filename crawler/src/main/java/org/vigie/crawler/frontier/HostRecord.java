package org.vigie.crawler.frontier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is stored of one host: its counts over all crawls.
 *
 * @param name the host
 * @param waiting URLs of it that were never fetched
 * @param pages answers archived
 * @param adverts adverts found on them
 * @param changed visits that found a page changed
 * @param lastVisitMillis the last answer archived, in milliseconds since 1970; 0 if none
 * @param outcomes outcome → number of URLs that ended so
 * @param health whether it can be crawled and yields what it promises
 */
public record HostRecord(
    String name,
    long waiting,
    long pages,
    long adverts,
    long changed,
    long lastVisitMillis,
    Map<String, Long> outcomes,
    SiteHealth health) {
  /**
   * The outcome of URLs that can't be visited any more, since what is stored of them is damaged.
   */
  public static final String DAMAGED = "record-damaged";

  private static final int LAYOUT = 2;

  public HostRecord {
    outcomes = Map.copyOf(outcomes);
  }

  static HostRecord fresh(String name) {
    return new HostRecord(name, 0, 0, 0, 0, 0, Map.of(), SiteHealth.WELL);
  }

  HostRecord withWaiting(long urls) {
    return new HostRecord(name, urls, pages, adverts, changed, lastVisitMillis, outcomes, health);
  }

  HostRecord with(SiteHealth now) {
    return new HostRecord(name, waiting, pages, adverts, changed, lastVisitMillis, outcomes, now);
  }

  /**
   * Returns the counts after URLs were set aside.
   *
   * @param fresh how many of them were never fetched
   */
  HostRecord setAside(long urls, long fresh) {
    Map<String, Long> more = new TreeMap<>(outcomes);
    more.merge(DAMAGED, urls, Long::sum);
    long left = Math.max(0, waiting - fresh);
    return new HostRecord(name, left, pages, adverts, changed, lastVisitMillis, more, health);
  }

  /**
   * Returns the counts after one more URL has ended.
   *
   * @param promise adverts that were to be expected there, in [0, 1]
   */
  HostRecord after(PageEnd end, double promise) {
    Map<String, Long> more = new TreeMap<>(outcomes);
    more.merge(end.outcome(), 1L, Long::sum);
    PageVisit visit = end.visit();
    return new HostRecord(
        name,
        waiting,
        pages + (end.isPage() ? 1 : 0),
        adverts + end.newAdverts(),
        changed + (end.changed() ? 1 : 0),
        visit == null ? lastVisitMillis : Math.max(lastVisitMillis, visit.atMillis()),
        more,
        health(end, promise));
  }

  private SiteHealth health(PageEnd end, double promise) {
    PageVisit visit = end.visit();
    if (visit == null) {
      return health;
    }
    SiteHealth now = health.after(end.outcome(), visit.atMillis());
    return visit.isSuccess() && end.isPage()
        ? now.after(promise, !visit.adverts().isEmpty(), adverts, visit.atMillis())
        : now;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(name);
      out.writeLong(waiting);
      out.writeLong(pages);
      out.writeLong(adverts);
      out.writeLong(changed);
      out.writeLong(lastVisitMillis);
      out.writeShort(outcomes.size());
      for (Map.Entry<String, Long> outcome : outcomes.entrySet()) {
        out.writeUTF(outcome.getKey());
        out.writeLong(outcome.getValue());
      }
      health.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("a host must fit its record, but does not", e);
    }
    return bytes.toByteArray();
  }

  static HostRecord read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException(
            "a host's record must have layout " + LAYOUT + ", but has " + layout);
      }
      String name = in.readUTF();
      long waiting = in.readLong();
      long pages = in.readLong();
      long adverts = in.readLong();
      long changed = in.readLong();
      long last = in.readLong();
      Map<String, Long> outcomes = new TreeMap<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        outcomes.put(in.readUTF(), in.readLong());
      }
      return new HostRecord(
          name, waiting, pages, adverts, changed, last, outcomes, SiteHealth.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("a host's record must be whole, but is not", e);
    }
  }
}
