package org.vigie.casework.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.sign.Family;

/**
 * What a query may call a sign: by the name of its row in the taxonomy ({@code debt-bondage}), of a
 * family of rows ({@code documents-kept}), or by a short name ({@code passport-kept}).
 */
final class SignNames {
  private static final String SHORT = "signs.properties";

  private SignNames() {}

  /** Returns the names, with the ids of their rows in a taxonomy. */
  static SortedMap<String, List<String>> of(Taxonomy taxonomy) throws IOException {
    Set<String> rows = new LinkedHashSet<>();
    SortedMap<String, List<String>> names = new TreeMap<>();
    for (Taxonomy.Row row : taxonomy.rows()) {
      // An advert with such a row is indexed nowhere.
      if (!row.isMinorRisk()) {
        rows.add(row.id());
        names.put(typed(row.name()), List.of(row.id()));
      }
    }
    for (Family family : Family.values()) {
      put(names, family.label(), family.rows(), rows);
    }
    Properties shortNames = shortNames();
    for (String name : shortNames.stringPropertyNames()) {
      put(names, name, List.of(shortNames.getProperty(name)), rows);
    }
    return names;
  }

  private static void put(
      SortedMap<String, List<String>> names, String name, List<String> ids, Set<String> rows) {
    List<String> known = new ArrayList<>(ids);
    known.retainAll(rows);
    if (!known.isEmpty()) {
      names.put(name, known);
    }
  }

  static Properties shortNames() throws IOException {
    Properties names = new Properties();
    try (InputStream file = SignNames.class.getResourceAsStream(SHORT)) {
      if (file == null) {
        throw new IOException(SHORT + " must lie beside " + SignNames.class.getName());
      }
      try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
        names.load(reader);
      }
    }
    return names;
  }

  private static String typed(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
