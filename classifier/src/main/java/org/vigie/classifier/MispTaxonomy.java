package org.vigie.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The published indicators as a taxonomy of MISP: its tags are {@code
 * vigie-indicators:control="RC-07"}.
 *
 * @see <a href="https://www.misp-project.org/taxonomies.html">MISP taxonomies</a>
 */
public final class MispTaxonomy {
  private static final String NAMESPACE = "vigie-indicators";
  private static final String DESCRIPTION =
      "Published indicators of trafficking in human beings: evidence to look at, never proof.";

  private MispTaxonomy() {}

  /**
   * Returns the content of a {@code machinetag.json}, the same for the same taxonomy.
   *
   * @throws IllegalArgumentException if the taxonomy's version does not end in a number
   */
  public static String of(Taxonomy taxonomy) {
    Map<String, List<Taxonomy.Row>> byCategory =
        taxonomy.rows().stream()
            .collect(
                Collectors.groupingBy(
                    Taxonomy.Row::category, LinkedHashMap::new, Collectors.toList()));
    Map<String, Object> tags = new LinkedHashMap<>();
    tags.put("namespace", NAMESPACE);
    tags.put("description", DESCRIPTION);
    tags.put("version", version(taxonomy.version()));
    tags.put("predicates", byCategory.keySet().stream().map(MispTaxonomy::predicate).toList());
    tags.put(
        "values",
        byCategory.entrySet().stream()
            .map(category ->
                inOrder(
                    "predicate", tag(category.getKey()),
                    "entry", category.getValue().stream().map(MispTaxonomy::entry).toList()))
            .toList());
    return json(tags);
  }

  private static Map<String, Object> predicate(String category) {
    return inOrder("value", tag(category), "expanded", category);
  }

  private static Map<String, Object> entry(Taxonomy.Row row) {
    Map<String, Object> entry = inOrder("value", row.id(), "expanded", row.name());
    entry.put(
        "description",
        "%s Evidence grade %s, %s. Source: %s."
            .formatted(
                row.definition(),
                row.grade().symbol(),
                row.scored() ? "may add risk" : "adds no risk",
                row.source()));
    return entry;
  }

  /** A tag is typed by hand: no spaces. */
  private static String tag(String category) {
    return category.replace(' ', '-');
  }

  static int version(String name) {
    String number = name.substring(name.lastIndexOf('-') + 1);
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "MISP numbers versions, so the taxonomy's must end in a number, but was '" + name + "'",
          e);
    }
  }

  private static Map<String, Object> inOrder(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, firstValue);
    map.put(second, secondValue);
    return map;
  }

  private static String json(Object value) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, lists and strings can be written as JSON", e);
    }
  }
}
