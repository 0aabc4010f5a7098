package org.vigie.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.indicator.IndicatorCatalogue;
import org.vigie.classifier.yaml.YamlMap;

/** The published indicators, as {@code models/taxonomy.yaml} defines them. */
public final class Taxonomy implements IndicatorCatalogue {
  /** The file in the models folder. */
  public static final String FILE = "taxonomy.yaml";

  private final String version;
  private final Map<String, Row> rows;

  private Taxonomy(String version, Map<String, Row> rows) {
    this.version = version;
    this.rows = rows;
  }

  /**
   * Reads the taxonomy from the models folder.
   *
   * @throws IllegalArgumentException if a key is unknown or missing, a row is there twice, or a row
   *     is scored whose grade forbids it
   */
  public static Taxonomy load(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly("version", "indicators");
    Map<String, Row> rows = new LinkedHashMap<>();
    for (YamlMap item : yaml.maps("indicators")) {
      Row row = Row.read(item);
      if (rows.put(row.id(), row) != null) {
        throw new IllegalArgumentException(item.place() + ": " + row.id() + " is there twice");
      }
    }
    return new Taxonomy(yaml.text("version"), rows);
  }

  /** Returns the name of this state of the taxonomy, such as {@code taxonomy-1}. */
  public String version() {
    return version;
  }

  /** Returns the ids in the order of the file. */
  @Override
  public Set<String> ids() {
    return Collections.unmodifiableSet(rows.keySet());
  }

  @Override
  public Indicator indicator(String id, List<Span> spans, String detail) {
    Row row = rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException(
          "an indicator's id must be a row of " + version + ", but was '" + id + "'");
    }
    return new Indicator(id, row.name(), row.category(), row.grade(), row.scored(), spans, detail);
  }

  private record Row(String id, String name, String category, EvidenceGrade grade, boolean scored) {
    static Row read(YamlMap yaml) {
      yaml.allowOnly("id", "name", "category", "level", "grade", "scored", "source");
      String place = yaml.place();
      String level = yaml.text("level");
      if (level.isEmpty() || !level.chars().allMatch(c -> "ASBC".indexOf(c) >= 0)) {
        throw new IllegalArgumentException(
            place + ".level must be of the letters A, S, B, C, but was '" + level + "'");
      }
      yaml.text("source");
      EvidenceGrade grade = grade(yaml);
      boolean scored = yaml.flag("scored");
      if (scored && !grade.mayAddRisk()) {
        throw new IllegalArgumentException(
            place + ".scored must be false for grade " + grade.symbol() + ", which adds no risk");
      }
      return new Row(yaml.text("id"), yaml.text("name"), yaml.text("category"), grade, scored);
    }

    private static EvidenceGrade grade(YamlMap yaml) {
      try {
        return EvidenceGrade.parse(yaml.text("grade"));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(yaml.place() + ".grade: " + e.getMessage(), e);
      }
    }
  }
}
