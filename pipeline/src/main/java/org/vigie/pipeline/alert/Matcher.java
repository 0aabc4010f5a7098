package org.vigie.pipeline.alert;

import java.io.Serializable;
import java.util.Arrays;
import org.vigie.advert.ContentId;
import org.vigie.advert.Severity;
import org.vigie.pipeline.alert.Watchlist.WatchedTemplate;
import org.vigie.search.StoredQuery;

/**
 * A stored query, a watched text or the rule of cries for help as alerts name it.
 *
 * @param name its name
 * @param version its version
 * @param kind which of the three it is
 * @param severity of its alerts
 */
public record Matcher(String name, String version, Kind kind, Severity severity)
    implements Serializable {
  /** The rule of cries for help, which every workspace asks for, as alerts and settings name it. */
  static final String CRY_FOR_HELP = "complaint";

  /** Each version makes new alerts. */
  private static final Matcher OF_CRIES_FOR_HELP =
      new Matcher(CRY_FOR_HELP, "1", Kind.CRY_FOR_HELP, Severity.WARNING);

  /** What matches adverts. */
  public enum Kind {
    /** All stored queries are counted as one: their names may say who is watched. */
    QUERY("the stored query", "stored-query"),

    /** All watched texts, too. */
    TEXT("the watched text", "watched-text"),

    CRY_FOR_HELP("the rule", Matcher.CRY_FOR_HELP);

    /** What the keys of this kind begin with; keys are kept in savepoints. */
    private final String words;

    private final String counted;

    Kind(String words, String counted) {
      this.words = words;
      this.counted = counted;
    }

    private static Kind of(String key) {
      return Arrays.stream(values())
          .filter(kind -> key.startsWith(kind.words))
          .findFirst()
          .orElse(QUERY);
    }

    /** Returns what alerts are counted as. */
    static String[] allCounted() {
      return Arrays.stream(values()).map(kind -> kind.counted).toArray(String[]::new);
    }
  }

  static Matcher of(StoredQuery query) {
    return new Matcher(query.name(), query.version(), Kind.QUERY, query.severity());
  }

  /** A text is its own version: another text makes other alerts. */
  static Matcher of(WatchedTemplate template) {
    String version = ContentId.of("", template.text()).substring(0, 8);
    return new Matcher(template.name(), version, Kind.TEXT, template.severity());
  }

  /** Returns what adverts match that are cries for help. */
  static Matcher ofCriesForHelp() {
    return OF_CRIES_FOR_HELP;
  }

  /** Returns what the alerts of a {@link #key} are counted as. */
  static String rule(String key) {
    return Kind.of(key).counted;
  }

  /**
   * Returns how many alerts of a key a day may have: of whoever asks for help none is dropped for
   * others' sake.
   *
   * @param budget that of stored queries and watched texts
   */
  static int budget(String key, int budget) {
    return Kind.of(key) == Kind.CRY_FOR_HELP ? AlertRuleConfig.MAX_BUDGET : budget;
  }

  /** Returns what tells it from all others. */
  public String key() {
    return kind.words + " " + name + " " + version;
  }
}
