package org.vigie.classifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The published indicators as a galaxy of MISP: a galaxy, and a cluster for each indicator. {@code
 * misp-galaxy:vigie-indicators="RC-07 …"} is a cluster's tag. Both files are formatted as {@code jq
 * --sort-keys} does, which its repository asks for.
 *
 * @see <a href="https://www.misp-standard.org/rfc/misp-standard-galaxy-format.html">MISP galaxy
 *     format</a>
 */
public final class MispGalaxy {
  /** The type of the galaxy, after which both files are named. */
  public static final String TYPE = "vigie-indicators";

  private static final String NAME = "Vigie indicators of trafficking in human beings";
  private static final String DESCRIPTION =
      "Published indicators of trafficking in human beings: evidence to look at, never proof.";

  /** The matrix in which MISP shows the clusters by their categories. */
  private static final String MATRIX = "indicators";

  private final Taxonomy taxonomy;
  private final int version;

  private MispGalaxy(Taxonomy taxonomy, int version) {
    this.taxonomy = taxonomy;
    this.version = version;
  }

  /**
   * Returns the galaxy of a taxonomy.
   *
   * @throws IllegalArgumentException if the taxonomy's version does not end in a number
   */
  public static MispGalaxy of(Taxonomy taxonomy) {
    return new MispGalaxy(taxonomy, MispTaxonomy.version(taxonomy.version()));
  }

  /** Returns the content of {@code galaxies/vigie-indicators.json}. */
  public String galaxy() {
    List<String> categories =
        taxonomy.rows().stream().map(Taxonomy.Row::category).distinct().toList();
    Map<String, Object> galaxy = head();
    galaxy.put("icon", "eye");
    galaxy.put("kill_chain_order", Map.of(MATRIX, categories));
    galaxy.put("namespace", "vigie");
    return json(galaxy);
  }

  /** Returns the content of {@code clusters/vigie-indicators.json}. */
  public String clusters() {
    Map<String, Object> clusters = head();
    clusters.put("authors", List.of("Vigie"));
    clusters.put("category", "indicator");
    clusters.put(
        "source",
        taxonomy.rows().stream()
            .flatMap(row -> List.of(row.source().split("; ")).stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining("; ")));
    clusters.put("values", taxonomy.rows().stream().map(MispGalaxy::cluster).toList());
    return json(clusters);
  }

  /** Returns a cluster's name, which its tag bears: no quotation mark may stand in it. */
  static String value(Taxonomy.Row row) {
    return row.id() + " " + row.name().replace('"', '\'');
  }

  private Map<String, Object> head() {
    Map<String, Object> head = new TreeMap<>();
    head.put("name", NAME);
    head.put("description", DESCRIPTION);
    head.put("type", TYPE);
    head.put("uuid", uuid(TYPE));
    head.put("version", version);
    return head;
  }

  private static Map<String, Object> cluster(Taxonomy.Row row) {
    Map<String, Object> meta = new TreeMap<>();
    meta.put("external_id", row.id());
    meta.put("evidence-grade", row.grade().symbol());
    meta.put("adds-risk", Boolean.toString(row.scored()));
    meta.put("source", row.source());
    meta.put("kill_chain", List.of(MATRIX + ":" + row.category()));
    Map<String, Object> cluster = new TreeMap<>();
    cluster.put("value", value(row));
    cluster.put("description", row.definition());
    cluster.put("uuid", uuid(TYPE + ":" + row.id()));
    cluster.put("meta", meta);
    return cluster;
  }

  /** An id must stay for as long as its indicator does: it follows from the name (version 3). */
  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }

  private static String json(Object value) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(lines)
            .withArrayIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, lists and strings can be written as JSON", e);
    }
  }
}
