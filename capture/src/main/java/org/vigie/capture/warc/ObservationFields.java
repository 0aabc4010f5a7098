package org.vigie.capture.warc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vigie.advert.Observation;

/**
 * Observations as fields of a {@code metadata} record: {@code advert-gone: a-… http-404}.
 *
 * <p>Page and time are the record's own.
 */
final class ObservationFields {
  private static final String PREFIX = "advert-";

  private static final Pattern ADVERT_ID = Pattern.compile("a-[0-9a-f]{20}");

  /** Longest detail that is kept: an address that a server redirects to. */
  private static final int MAX_DETAIL = 2_000;

  private ObservationFields() {}

  static Map<String, List<String>> of(List<Observation> observations) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Observation observation : observations) {
      String detail = observation.detail();
      fields
          .computeIfAbsent(PREFIX + observation.kind().label(), kind -> new ArrayList<>())
          .add((observation.advertId() + ' ' + capped(detail)).strip());
    }
    return fields;
  }

  /** Returns the observations among the fields of a record; what isn't one is passed over. */
  static List<Observation> read(Map<String, List<String>> fields, String url, Instant at) {
    List<Observation> found = new ArrayList<>();
    for (Observation.Kind kind : Observation.Kind.values()) {
      for (String value : fields.getOrDefault(PREFIX + kind.label(), List.of())) {
        int space = value.indexOf(' ');
        String id = space < 0 ? value : value.substring(0, space);
        if (ADVERT_ID.matcher(id).matches()) {
          String detail = space < 0 ? "" : capped(value.substring(space + 1).strip());
          found.add(new Observation(id, at, kind, url, detail));
        }
      }
    }
    return found;
  }

  private static String capped(String detail) {
    String line = detail.replace('\r', ' ').replace('\n', ' ');
    return line.length() > MAX_DETAIL ? line.substring(0, MAX_DETAIL) : line;
  }
}
