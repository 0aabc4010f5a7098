package org.vigie.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.indicator.IndicatorCatalogue;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.finding.FindingWords;

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
  public Indicator indicator(String id, List<Span> spans, Finding found) {
    Row row = rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException(
          "an indicator's id must be a row of " + version + ", but was '" + id + "'");
    }
    String detail = found.isEmpty() ? "" : FindingWords.english().say(found);
    return new Indicator(
        id, row.name(), row.category(), row.grade(), row.scored(), spans, detail, found);
  }

  /** Returns the rows in the order of the file. */
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /** Returns the ids of the rows whose adverts are quarantined. */
  public Set<String> minorRisk() {
    return rows.values().stream()
        .filter(Row::isMinorRisk)
        .map(Row::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * One published indicator.
   *
   * @param id such as {@code RC-07}
   * @param name in a few words
   * @param category such as {@code control}
   * @param level letters: A found in text, S in declared fields, B and C in the stream (behaviour;
   *     clusters and contacts), L given by a reviewer
   * @param grade how well it is supported
   * @param scored whether it may add risk
   * @param source who published it
   * @param definition what is meant, in one sentence
   */
  public record Row(
      String id,
      String name,
      String category,
      String level,
      EvidenceGrade grade,
      boolean scored,
      String source,
      String definition) {
    /** Returns whether adverts that show it are quarantined. */
    public boolean isMinorRisk() {
      return category.equals(Indicator.MINOR_RISK);
    }

    private static Row read(YamlMap yaml) {
      yaml.allowOnly("id", "name", "category", "level", "grade", "scored", "source", "definition");
      String place = yaml.place();
      String level = yaml.text("level");
      if (level.isEmpty() || !level.chars().allMatch(c -> "ASBCL".indexOf(c) >= 0)) {
        throw new IllegalArgumentException(
            place + ".level must be of the letters A, S, B, C, L, but was '" + level + "'");
      }
      EvidenceGrade grade = grade(yaml);
      boolean scored = yaml.flag("scored");
      if (scored && !grade.mayAddRisk()) {
        throw new IllegalArgumentException(
            place + ".scored must be false for grade " + grade.symbol() + ", which adds no risk");
      }
      String category = yaml.text("category");
      if (scored && category.equals(Indicator.MINOR_RISK)) {
        throw new IllegalArgumentException(
            place + ".scored must be false for the category '" + category + "', a flag only");
      }
      return new Row(
          yaml.text("id"),
          yaml.text("name"),
          category,
          level,
          grade,
          scored,
          yaml.text("source"),
          yaml.text("definition"));
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
