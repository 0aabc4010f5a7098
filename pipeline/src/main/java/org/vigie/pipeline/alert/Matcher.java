package org.vigie.pipeline.alert;

import java.io.Serializable;
import org.vigie.advert.ContentId;
import org.vigie.advert.Severity;
import org.vigie.pipeline.alert.Watchlist.WatchedTemplate;
import org.vigie.search.StoredQuery;

/**
 * A stored query or a watched text as alerts name it.
 *
 * @param name its name
 * @param version its version
 * @param what what it is, in words
 * @param severity of its alerts
 */
public record Matcher(String name, String version, String what, Severity severity)
    implements Serializable {
  /** What the alerts of all stored queries are counted as: their names may say who is watched. */
  static final String QUERY = "stored-query";

  /** What the alerts of all watched texts are counted as. */
  static final String TEXT = "watched-text";

  private static final String A_QUERY = "the stored query";
  private static final String A_TEXT = "the watched text";

  static Matcher of(StoredQuery query) {
    return new Matcher(query.name(), query.version(), A_QUERY, query.severity());
  }

  /** A text is its own version: another text makes other alerts. */
  static Matcher of(WatchedTemplate template) {
    String version = ContentId.of("", template.text()).substring(0, 8);
    return new Matcher(template.name(), version, A_TEXT, template.severity());
  }

  /** Returns what the alerts of a {@link #key} are counted as. */
  static String rule(String key) {
    return key.startsWith(A_TEXT) ? TEXT : QUERY;
  }

  /** Returns whether it is a stored query, and no text. */
  boolean isQuery() {
    return what.equals(A_QUERY);
  }

  /** Returns what tells it from all others. */
  public String key() {
    return what + " " + name + " " + version;
  }
}
