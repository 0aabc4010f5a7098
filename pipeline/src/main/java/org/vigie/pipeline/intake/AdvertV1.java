package org.vigie.pipeline.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Provenance;
import org.vigie.capture.extract.page.Countries;

/**
 * The schema {@code advert-v1}: the keys under which files name an advert's parts.
 *
 * <p>Only {@link #TEXT} is required, or {@link #TITLE} where a page tells no more. See
 * docs/reference/advert-v1.md.
 */
final class AdvertV1 {
  static final String TEXT = "text";
  static final String TITLE = "title";
  static final String ID = "id";
  static final String URL = "url";
  static final String SITE = "site";
  static final String CHANNEL = "channel";
  static final String POSTED = "posted";
  static final String SEEN = "seen";
  static final String LANG = "lang";
  static final String COUNTRY = "country";
  static final String PLACE = "place";

  /** Times of years with other than four digits are slips, and break whatever counts in days. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private static final List<String> KEYS =
      List.of(TEXT, TITLE, ID, URL, SITE, CHANNEL, POSTED, SEEN, LANG, COUNTRY, PLACE);

  private final InputManifest input;

  AdvertV1(InputManifest input) {
    this.input = input;
  }

  /**
   * Reads the advert that a row describes.
   *
   * @param row key → value; absent or empty where a key has none
   * @param fields further declared fields
   * @param line number of its line, from 1
   * @throws IllegalArgumentException if a key has an impossible value; the message says what must
   *     hold and quotes no text
   */
  Intake read(Map<String, String> row, Map<String, String> fields, long line) {
    String text = row.getOrDefault(TEXT, "");
    if (text.isBlank() && !has(TITLE, row) && !has(Advert.PICTURES, fields)) {
      throw new IllegalArgumentException("'text' must be there and not blank, or 'title'");
    }
    Instant seen = instant(SEEN, row, input.acceptance().at());
    Advert.Builder advert =
        Advert.builder(channel(row), row.getOrDefault(SITE, input.layout().site()), seen)
            .sourceId(row.getOrDefault(ID, ""))
            .url(row.getOrDefault(URL, ""))
            .title(row.getOrDefault(TITLE, ""))
            .body(text)
            .language(row.getOrDefault(LANG, "").toLowerCase(Locale.ROOT))
            .country(country(row))
            .place(row.getOrDefault(PLACE, ""))
            .mandate(input.acceptance().mandate())
            .provenance(new Provenance(input.name(), line, "", seen));
    if (has(POSTED, row)) {
      advert.postedAt(instant(POSTED, row, seen));
    }
    fields.forEach(advert::field);
    boolean dated = has(POSTED, row) || has(SEEN, row);
    return dated ? Intake.of(advert.build()) : Intake.undated(advert.build());
  }

  /** Returns as which key a column of a table is read; empty if it isn't. */
  static String key(String column, Map<String, String> mapping) {
    return mapping.entrySet().stream()
        .filter(entry -> entry.getValue().equals(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(KEYS.contains(column) ? column : "");
  }

  private static boolean has(String key, Map<String, String> row) {
    return !row.getOrDefault(key, "").isBlank();
  }

  private static Channel channel(Map<String, String> row) {
    String label = row.getOrDefault(CHANNEL, "");
    return label.isBlank() ? Channel.FILE : Channel.parse(label);
  }

  private static String country(Map<String, String> row) {
    String named = row.getOrDefault(COUNTRY, "").strip();
    String country = Countries.code(named);
    if (country.isEmpty() && !named.isEmpty()) {
      throw new IllegalArgumentException("'country' must be an ISO 3166-1 alpha-2 code such as FR");
    }
    return country;
  }

  private static Instant instant(String key, Map<String, String> row, Instant absent) {
    String value = row.getOrDefault(key, "").strip();
    if (value.isEmpty()) {
      return absent;
    }
    try {
      Instant time = parse(value);
      if (!time.isBefore(FIRST) && time.isBefore(END)) {
        return time;
      }
    } catch (DateTimeException e) {
      // Told below, as a time in no calendar is.
    }
    throw new IllegalArgumentException(
        "'" + key + "' must be a date or time such as 2026-01-31 or 2026-01-31T08:00:00Z");
  }

  private static Instant parse(String value) {
    if (value.length() == "2026-01-31".length()) {
      return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String iso = value.replace(' ', 'T');
    return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }
}
