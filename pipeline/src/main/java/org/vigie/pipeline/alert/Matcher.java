package org.vigie.pipeline.alert;

import java.io.Serializable;
import org.vigie.advert.ContentId;
import org.vigie.advert.Severity;
import org.vigie.pipeline.alert.Watchlist.WatchedTemplate;
import org.vigie.search.StoredQuery;

/**
 * A stored query, a watched text or the rule of cries for help as alerts name it.
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

  /** The rule of cries for help, which every workspace asks for. */
  static final String COMPLAINT = "complaint";

  private static final String A_RULE = "the rule";

  /** Each version makes new alerts. */
  private static final Matcher OF_COMPLAINTS =
      new Matcher(COMPLAINT, "1", A_RULE, Severity.WARNING);

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
    return key.startsWith(A_TEXT) ? TEXT : key.startsWith(A_RULE) ? COMPLAINT : QUERY;
  }

  /** Returns what adverts match that are cries for help. */
  static Matcher ofComplaints() {
    return OF_COMPLAINTS;
  }

  /** Returns whether it is the rule of cries for help. */
  boolean isComplaint() {
    return what.equals(A_RULE);
  }

  /**
   * Returns how many alerts of a key a day may have: of whoever asks for help none is dropped for
   * others' sake.
   *
   * @param budget that of stored queries and watched texts
   */
  static int budget(String key, int budget) {
    return key.startsWith(A_RULE) ? AlertRuleConfig.MAX_BUDGET : budget;
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
