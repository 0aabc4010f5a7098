package org.vigie.pipeline.alert;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Finding;
import org.vigie.advert.Severity;

/**
 * What people watch: each advert that names one of the contacts, or resembles one of the texts,
 * raises an alert or lets one grow.
 *
 * @param contacts contacts, each once
 * @param templates texts, of different names
 */
public record Watchlist(List<WatchedContact> contacts, List<WatchedTemplate> templates)
    implements Serializable {
  /** Each text is compared with every advert. */
  public static final int MAX_TEMPLATES = 1_000;

  /**
   * A contact that is watched.
   *
   * @param key as {@link org.vigie.advert.Contact#key} writes it
   * @param note why, in the words of who watches it; may be empty
   * @param severity of the alert
   * @param source who asked that it be watched, or empty
   * @param marking how far that may be passed on, such as {@code amber+strict} of TLP 2.0, or empty
   * @param until last day (UTC) of adverts that count; null if there is none
   */
  public record WatchedContact(
      String key,
      String note,
      Severity severity,
      String source,
      String marking,
      @Nullable LocalDate until)
      implements Serializable {
    /** A contact that somebody here watches, without end. */
    public WatchedContact(String key, String note, Severity severity) {
      this(key, note, severity, "", "", null);
    }

    /** Returns whether adverts of a day count. */
    public boolean isWatchedOn(LocalDate day) {
      return until == null || !day.isAfter(until);
    }

    /** Returns for whom and how long it is watched, or nothing if nobody else asked for it. */
    public List<Finding> origin() {
      List<Finding> parts = new ArrayList<>();
      if (!source.isEmpty()) {
        parts.add(Finding.of("watched-for").with("source", source));
      }
      if (!marking.isEmpty()) {
        parts.add(Finding.of("watch-marking").with("marking", marking.toUpperCase(Locale.ROOT)));
      }
      if (until != null && !parts.isEmpty()) {
        parts.add(Finding.of("watched-until").with("day", until.toString()));
      }
      return parts;
    }
  }

  /**
   * A text that is watched.
   *
   * @param name its name
   * @param text of at least six words
   * @param minSimilarity least estimated Jaccard similarity of an advert, in [0, 1]
   * @param severity of its alerts
   */
  public record WatchedTemplate(String name, String text, double minSimilarity, Severity severity)
      implements Serializable {
    public WatchedTemplate {
      if (name.isBlank() || text.isBlank()) {
        throw new IllegalArgumentException("a watched text needs a name and words, but has not");
      }
      if (!(minSimilarity >= 0 && minSimilarity <= 1)) {
        throw new IllegalArgumentException(
            "the similarity of the watched text "
                + name
                + " must be in [0, 1], but was "
                + minSimilarity);
      }
    }
  }

  public Watchlist {
    contacts = List.copyOf(contacts);
    templates = List.copyOf(templates);
    if (templates.size() > MAX_TEMPLATES) {
      throw new IllegalArgumentException(
          "at most " + MAX_TEMPLATES + " texts may be watched, but there are " + templates.size());
    }
    Set<String> names = new HashSet<>();
    contacts.forEach(contact -> requireNew(names, contact.key()));
    templates.forEach(template -> requireNew(names, template.name()));
  }

  public static Watchlist empty() {
    return new Watchlist(List.of(), List.of());
  }

  private static void requireNew(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("each may be watched once, but " + name + " is twice");
    }
  }
}
