package org.vigie.crawler.shared;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.politeness.HostPace;

/**
 * Something that happened to the URLs of one host, as JSON in the log: one of the four.
 *
 * @param layout of the JSON; what is new in a later one has a higher number
 * @param found URLs that a page or a seed names, known or not
 * @param done a visit that ended
 * @param pace how the host wants to be asked, from a process that hands it over
 * @param traps what was counted of its traps, from layout 2 on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UrlEvent(
    int layout,
    @Nullable List<Target> found,
    @Nullable Done done,
    @Nullable HostPace pace,
    @Nullable Traps traps) {
  private static final int FIRST_LAYOUT = 1;
  private static final int LAYOUT = 2;

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  /**
   * A visit that ended.
   *
   * @param end how; its parts, but for the links, stand beside the others in JSON
   * @param process who made it
   * @param pace how the host wants to be asked
   */
  record Done(
      @JsonUnwrapped @JsonIgnoreProperties("links") PageEnd end, String process, HostPace pace) {}

  /**
   * What was counted of the traps of a host.
   *
   * @param host the host, with its port if the URLs name one
   * @param counts JSON, as its process keeps it
   */
  record Traps(String host, String counts) {}

  static UrlEvent found(List<Target> targets) {
    return new UrlEvent(FIRST_LAYOUT, targets, null, null, null);
  }

  static UrlEvent done(PageEnd end, String process, HostPace pace) {
    return new UrlEvent(FIRST_LAYOUT, null, new Done(end, process, pace), null, null);
  }

  static UrlEvent pace(HostPace pace) {
    return new UrlEvent(FIRST_LAYOUT, null, null, pace, null);
  }

  static UrlEvent traps(Traps traps) {
    return new UrlEvent(LAYOUT, null, null, null, traps);
  }

  byte[] bytes() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  /**
   * @param where for the error: topic, partition and offset
   */
  static UrlEvent read(byte[] bytes, String where) throws IOException {
    UrlEvent event;
    try {
      event = JSON.readValue(bytes, UrlEvent.class);
    } catch (IOException e) {
      throw new IOException("an event of a crawl must be readable, but is not: " + where, e);
    }
    if (event.layout < FIRST_LAYOUT || event.layout > LAYOUT) {
      throw new IOException(
          "an event of a crawl must have layout %d to %d, but has %d: %s; update this process"
              .formatted(FIRST_LAYOUT, LAYOUT, event.layout, where));
    }
    return event;
  }
}
